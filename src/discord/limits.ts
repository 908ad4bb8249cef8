/**
 * Discord's limits, each in this one place, from its developer documentation
 * (https://discord.com/developers/docs: Interactions, Components and Message resources).
 * Lengths are characters, counted here in UTF-16 units, which are never fewer than Discord's.
 */
export const limits = {
  autocomplete: { choices: 25, name: 100, value: 100 },
  command: { description: 100, options: 25, characters: 8000, textOption: 6000 },
  message: { files: 10, fileDescription: 1024 },
  /** Of all the texts of a message together. The length of a title is ours: one that is longer is no title. */
  text: { total: 4000, title: 256 },
  /** Beside the name of a bot. */
  activity: 128,
  /** `total` counts those inside others too. Five rows are ours, as is room for no more than can be looked over. */
  component: { total: 40, rows: 5, buttonsInRow: 5, label: 80, customId: 100, placeholder: 150 },
  select: { options: 25, label: 100, value: 100, description: 100 },
  radio: { options: 10, label: 100 },
  modal: { title: 45, label: 45, placeholder: 100, input: 4000 },
  thread: { name: 100 },
  interaction: { firstResponseMs: 3000, tokenMs: 15 * 60_000 },
} as const;
