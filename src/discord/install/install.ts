/** How the bot is installed from its profile and by its link: the settings that Discord stores. */
import { isDeepStrictEqual } from 'node:util';
import type { REST } from '@discordjs/rest';
import {
  type APIApplication,
  ApplicationIntegrationType,
  OAuth2Scopes,
  PermissionFlagsBits,
  Routes,
} from 'discord-api-types/v10';

/** The permissions that the bot needs in a server: to see a channel, and to answer and post in it. */
const INVITED_WITH = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;

/** Discord accepts permissions as a number and returns them as text. */
const SETTINGS = {
  [ApplicationIntegrationType.GuildInstall]: {
    oauth2_install_params: {
      scopes: [OAuth2Scopes.ApplicationsCommands, OAuth2Scopes.Bot],
      permissions: Number(INVITED_WITH),
    },
  },
  [ApplicationIntegrationType.UserInstall]: {
    oauth2_install_params: { scopes: [OAuth2Scopes.ApplicationsCommands], permissions: 0 },
  },
};

/** The link that adds the bot to a server or to a user's own apps, with the settings stored at Discord. */
export const inviteLink = (application: string): string =>
  `https://discord.com/oauth2/authorize?client_id=${application}`;

type Settings = Readonly<
  Record<string, { oauth2_install_params?: { scopes: readonly string[]; permissions: string | number } }>
>;

const sorted = (settings: Settings = {}) =>
  Object.entries(settings).map(([type, { oauth2_install_params: params }]) => ({
    type,
    scopes: params?.scopes.toSorted(),
    permissions: String(params?.permissions),
  }));

/**
 * Sets how the bot is installed, unless Discord has the same settings; returns the application's id and whether
 * anything was sent.
 * @throws what `rest` throws if Discord refuses or cannot be reached.
 */
export async function setInstall(rest: REST): Promise<{ readonly application: string; readonly isChanged: boolean }> {
  const { id, integration_types_config } = (await rest.get(Routes.currentApplication())) as APIApplication;
  if (isDeepStrictEqual(sorted(integration_types_config), sorted(SETTINGS)))
    return { application: id, isChanged: false };
  await rest.patch(Routes.currentApplication(), { body: { integration_types_config: SETTINGS } });
  return { application: id, isChanged: true };
}
