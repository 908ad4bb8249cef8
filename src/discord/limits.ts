/**
 * Discord's limits, all in one place, from its developer documentation (https://discord.com/developers/docs:
 * Interactions, Components and Message resources). Lengths are characters, counted here in UTF-16 units, which are
 * never fewer than in Discord's count.
 */
export const limits = {
  autocomplete: { choices: 25, name: 100, value: 100 },
  command: { description: 100, options: 25, characters: 8000, textOption: 6000 },
  message: { files: 10, fileDescription: 1024 },
  /** All texts of a message together. The limit on titles is our own: anything longer is not a title. */
  text: { total: 4000, title: 256 },
  /** The activity beside the bot's name. */
  activity: 128,
  /** `total` includes nested components. The limit of five rows is our own: more would be hard to read. */
  component: { total: 40, rows: 5, buttonsInRow: 5, label: 80, customId: 100, placeholder: 150 },
  select: { options: 25, label: 100, value: 100, description: 100 },
  radio: { options: 10, label: 100 },
  modal: { title: 45, label: 45, placeholder: 100, input: 4000 },
  thread: { name: 100 },
  interaction: { firstResponseMs: 3000, tokenMs: 15 * 60_000 },
} as const;
