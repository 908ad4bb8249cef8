import type { REST } from '@discordjs/rest';
import { type APIApplication, type APIApplicationCommand, Routes } from 'discord-api-types/v10';
import type { Command } from '../../answer/command.ts';
import type { Config } from '../../config/config.ts';
import { registrationsOf, sameCommands } from './registration.ts';

/** The application's id, as configured; without one, Discord is asked whose token it is. */
async function applicationOf(rest: REST, { applicationId }: Pick<Config, 'applicationId'>): Promise<string> {
  if (applicationId !== undefined) return applicationId;
  return ((await rest.get(Routes.currentApplication())) as APIApplication).id;
}

/**
 * Registers the commands with Discord, in one server where `guildId` is set, else everywhere; sends nothing where
 * Discord has them already. Gives whether anything was sent.
 * @throws what `rest` throws where Discord refuses or cannot be reached.
 */
export async function register(
  rest: REST,
  commands: readonly Command[],
  config: Pick<Config, 'applicationId' | 'guildId'>,
): Promise<'registered' | 'unchanged'> {
  const application = await applicationOf(rest, config);
  const route =
    config.guildId === undefined
      ? Routes.applicationCommands(application)
      : Routes.applicationGuildCommands(application, config.guildId);
  const wanted = registrationsOf(commands);
  // Without this, Discord leaves the translations out, and they would seem to be missing.
  const query = new URLSearchParams({ with_localizations: 'true' });
  const registered = (await rest.get(route, { query })) as APIApplicationCommand[];
  if (sameCommands(registered, wanted)) return 'unchanged';
  await rest.put(route, { body: wanted });
  return 'registered';
}
