import type { APIUser, UserFlags } from 'discord-api-types/v10';
import type { Json } from '../json.ts';

/** A user as Discord's API returns it. */
export function apiUser(id: string, username: string, bot = false): APIUser {
  return {
    id,
    username,
    discriminator: '0',
    global_name: bot ? null : username,
    avatar: null,
    bot,
    public_flags: 0 as UserFlags,
    avatar_decoration_data: null,
  };
}

/** A guild member as Discord's API returns it. */
export function apiMember(user: APIUser, roles: string[]): Json {
  return {
    user,
    nick: null,
    avatar: null,
    banner: null,
    roles,
    joined_at: '2024-03-01T12:00:00.000000+00:00',
    premium_since: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
    communication_disabled_until: null,
    unusual_dm_activity_until: null,
  };
}

/** The application as Discord's API returns it to its own bot. */
export function apiApplication(bot: APIUser, verifyKey: string, endpoint: string | null): Json {
  return {
    id: bot.id,
    name: bot.username,
    icon: null,
    description: '',
    summary: '',
    type: null,
    bot,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: verifyKey,
    flags: 0,
    hook: true,
    storefront_available: false,
    interactions_endpoint_url: endpoint,
    redirect_uris: [],
    integration_types_config: { 0: {}, 1: {} },
    owner: apiUser('80351110224678912', 'owner'),
    team: null,
  };
}
