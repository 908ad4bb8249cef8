import { ApplicationCommandOptionType as OptionType } from 'discord-api-types/v10';
import { asList, asNumber, asObject, type Json } from '../json.ts';
import { textLength } from '../limits/text.ts';

/** What a user typed into a command, by option. */
export type Typed = Record<string, string | number | boolean>;

const GROUPS: unknown[] = [OptionType.Subcommand, OptionType.SubcommandGroup];

function fits(type: unknown, value: unknown): boolean {
  if (type === OptionType.Boolean) return typeof value === 'boolean';
  if (type === OptionType.Integer) return Number.isInteger(value);
  if (type === OptionType.Number) return typeof value === 'number';
  return typeof value === 'string';
}

/** The reason why Discord's client would not send this value, or null. */
function objection(definition: Json, value: unknown): string | null {
  const { type, choices, autocomplete, min_length, max_length, min_value, max_value } = definition;
  if (!fits(type, value)) return `a value of option type ${String(type)} is needed`;
  const allowed = asList(choices).map((choice) => asObject(choice).value);
  if (allowed.length > 0 && !allowed.includes(value)) return `it must be one of ${allowed.join(', ')}`;
  if (typeof value === 'string') {
    const length = textLength(value);
    if (!autocomplete && length < asNumber(min_length)) return `it must have ${String(min_length)} characters`;
    if (length > asNumber(max_length ?? 6000)) return `it must have at most ${String(max_length ?? 6000)} characters`;
  }
  if (typeof value === 'number') {
    if (typeof min_value === 'number' && value < min_value) return `it must be at least ${min_value}`;
    if (typeof max_value === 'number' && value > max_value) return `it must be at most ${max_value}`;
  }
  return null;
}

function leaves(name: string, definitions: unknown[], typed: Typed, focused?: string): Json[] {
  const known = definitions.map(asObject);
  const unknown = Object.keys(typed).find((key) => !known.some((definition) => definition.name === key));
  if (unknown) throw new Error(`/${name} has no option "${unknown}": it was registered without it.`);
  const absent = known.find((definition) => definition.required && !(String(definition.name) in typed));
  // Autocomplete gets an unfinished command, before all required options are present.
  if (absent && !focused)
    throw new Error(`/${name} needs the option "${String(absent.name)}": Discord would not send it.`);

  return known.flatMap((definition) => {
    const option = String(definition.name);
    const value = typed[option];
    if (value === undefined) return [];
    const isFocused = option === focused;
    const wrong = isFocused ? null : objection(definition, value);
    if (wrong) throw new Error(`/${name} would not take "${value}" for "${option}": ${wrong}.`);
    if (isFocused && !definition.autocomplete) throw new Error(`/${name} does not complete "${option}".`);
    return [{ name: option, type: definition.type, value, ...(isFocused ? { focused: true } : {}) }];
  });
}

/**
 * The options of a command as an interaction carries them. `words` are the name as typed (`daily set`); the first is
 * the command's own. Throws if Discord's client would not let the user send it.
 */
export function optionData(command: Json, words: string[], typed: Typed, focused?: string): Json[] {
  const name = words.join(' ');
  const descend = (definitions: unknown[], path: string[]): Json[] => {
    const [word, ...rest] = path;
    if (word === undefined) {
      const needsMore = definitions.some((definition) => GROUPS.includes(asObject(definition).type));
      if (needsMore) throw new Error(`/${name} is not a whole command: name a subcommand of it.`);
      return leaves(name, definitions, typed, focused);
    }
    const found = definitions.map(asObject).find((definition) => definition.name === word);
    if (!found || !GROUPS.includes(found.type)) throw new Error(`/${name} has no subcommand "${word}".`);
    return [{ name: word, type: found.type, options: descend(asList(found.options), rest) }];
  };
  return descend(asList(command.options), words.slice(1));
}
