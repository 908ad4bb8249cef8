import type { REST } from '@discordjs/rest';
import { type APIApplication, type APIApplicationCommand, Routes } from 'discord-api-types/v10';
import type { Command } from '../../answer/command.ts';
import type { Config } from '../../config/config.ts';
import { registrationsOf, sameCommands } from './registration.ts';

/** The application's id, from the configuration or else from Discord. */
async function applicationOf(rest: REST, { applicationId }: Pick<Config, 'applicationId'>): Promise<string> {
  if (applicationId !== undefined) return applicationId;
  return ((await rest.get(Routes.currentApplication())) as APIApplication).id;
}

type Where = Pick<Config, 'applicationId' | 'guildId'>;

/** Where commands are registered: in one server if `guildId` is set, else everywhere. */
async function routeOf(rest: REST, config: Where) {
  const application = await applicationOf(rest, config);
  return config.guildId === undefined
    ? Routes.applicationCommands(application)
    : Routes.applicationGuildCommands(application, config.guildId);
}

export interface Registration {
  /** `unchanged` if nothing had to be sent. */
  readonly outcome: 'registered' | 'unchanged';
  /** The commands as Discord has them now, with their ids. */
  readonly registered: readonly APIApplicationCommand[];
}

/**
 * The commands that are registered with Discord.
 * @throws what `rest` throws if Discord refuses or cannot be reached.
 */
export async function listRegistered(rest: REST, config: Where): Promise<readonly APIApplicationCommand[]> {
  // Without this, Discord leaves the translations out, and they would look missing.
  const query = new URLSearchParams({ with_localizations: 'true' });
  return (await rest.get(await routeOf(rest, config), { query })) as APIApplicationCommand[];
}

/**
 * Registers the commands with Discord, in one server if `guildId` is set, else everywhere; sends nothing if Discord
 * already has them.
 * @throws what `rest` throws if Discord refuses or cannot be reached.
 */
export async function register(rest: REST, commands: readonly Command[], config: Where): Promise<Registration> {
  const wanted = registrationsOf(commands);
  const registered = await listRegistered(rest, config);
  if (sameCommands(registered, wanted)) return { outcome: 'unchanged', registered };
  const now = (await rest.put(await routeOf(rest, config), { body: wanted })) as APIApplicationCommand[];
  return { outcome: 'registered', registered: now };
}
