import type { Core } from '../core.ts';
import { unknownGuild, unknownMember } from '../errors.ts';
import { asList, asObject, type Json } from '../json.ts';
import { type Call, ok, param, type Route } from './route.ts';

/** The fields that only GUILD_CREATE has. */
const GATEWAY_ONLY = [
  'channels',
  'members',
  'threads',
  'presences',
  'voice_states',
  'stage_instances',
  'guild_scheduled_events',
  'soundboard_sounds',
  'joined_at',
  'large',
  'unavailable',
  'member_count',
];

/** Servers, their channels, roles and members. */
export function guildRoutes({ guilds, bot }: Core): Route[] {
  function guild(call: Call): Json {
    const found = guilds.payload(param(call, 'guild'));
    if (!found) throw unknownGuild();
    return found;
  }

  return [
    {
      method: 'GET',
      path: '/guilds/:guild',
      handle(call) {
        const entries = Object.entries(guild(call)).filter(([key]) => !GATEWAY_ONLY.includes(key));
        return ok(Object.fromEntries(entries));
      },
    },
    {
      method: 'GET',
      path: '/guilds/:guild/channels',
      handle: (call) =>
        ok(asList(guild(call).channels).map((item) => ({ ...asObject(item), guild_id: guild(call).id }))),
    },
    { method: 'GET', path: '/guilds/:guild/roles', handle: (call) => ok(guild(call).roles) },
    {
      method: 'GET',
      path: '/guilds/:guild/members/:user',
      handle(call) {
        const id = param(call, 'user') === '@me' ? bot.id : param(call, 'user');
        const member = asList(guild(call).members).find((item) => asObject(asObject(item).user).id === id);
        if (!member) throw unknownMember();
        return ok(member);
      },
    },
  ];
}
