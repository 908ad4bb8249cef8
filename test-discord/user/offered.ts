import type { ApplicationCommandType } from 'discord-api-types/v10';
import type { Core } from '../core.ts';
import { asList, type Json } from '../json.ts';
import type { Place } from './place.ts';

/** The command that is available to a user in this place; throws if Discord would not offer it. */
export function offeredCommand(core: Core, place: Place, name: string, type: ApplicationCommandType): Json {
  const command = core.commands.find(place.guildId, name, type);
  if (!command) {
    const names = core.commands.list(null).map((known) => String(known.name));
    throw new Error(`No command "${name}" of type ${type} is registered: there are ${names.join(', ') || 'none'}.`);
  }
  const contexts = asList(command.contexts);
  if (contexts.length > 0 && !contexts.includes(place.context)) {
    throw new Error(
      `"${name}" is not offered in context ${place.context}: it is registered for ${contexts.join(', ')}.`,
    );
  }
  const installs = asList(command.integration_types);
  if (installs.length > 0 && !installs.includes(place.install)) {
    throw new Error(
      `"${name}" is not offered to install type ${place.install}: it is registered for ${installs.join(', ')}.`,
    );
  }
  return command;
}
