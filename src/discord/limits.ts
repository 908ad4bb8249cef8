/**
 * Discord's limits, each in this one place, from its developer documentation
 * (https://discord.com/developers/docs: Interactions, Message Components, Message and Embed resources).
 * Lengths are characters, counted here in UTF-16 units, which are never fewer than Discord's.
 */
export const limits = {
  autocomplete: { choices: 25, name: 100, value: 100 },
  command: { description: 100, options: 25, characters: 8000, textOption: 6000 },
  message: { content: 2000, embeds: 10, files: 10, fileDescription: 1024 },
  /** Beside the name of a bot. */
  activity: 128,
  embed: { title: 256, description: 4096, fields: 25, fieldName: 256, fieldValue: 1024, footer: 2048, total: 6000 },
  component: { rows: 5, buttonsInRow: 5, label: 80, customId: 100, placeholder: 150 },
  select: { options: 25, label: 100, value: 100, description: 100 },
  radio: { options: 10, label: 100 },
  modal: { title: 45, label: 45, placeholder: 100, input: 4000 },
  thread: { name: 100 },
  interaction: { firstResponseMs: 3000, tokenMs: 15 * 60_000 },
} as const;
