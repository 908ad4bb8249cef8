import type { Core } from '../core.ts';
import { unknownGuild, unknownMember } from '../errors.ts';
import { asText, type Json } from '../json.ts';
import { noContent, ok, param, type Route } from './route.ts';

/** How many identifies Discord allows in a day. */
const IDENTIFIES_A_DAY = 1_000;

/** Who the bot is, where its gateway is, and which servers it is in. */
export function identityRoutes(core: Core): Route[] {
  const { bot, guilds, gateway, sharding, channels, users } = core;
  const changed: Json = {};
  return [
    { method: 'GET', path: '/gateway', isOpen: true, handle: () => ok({ url: core.gatewayUrl() }) },
    {
      method: 'GET',
      path: '/gateway/bot',
      handle: () =>
        ok({
          url: core.gatewayUrl(),
          shards: sharding.shards,
          session_start_limit: {
            total: IDENTIFIES_A_DAY,
            remaining: Math.max(IDENTIFIES_A_DAY - gateway.log.identifies.length, 0),
            reset_after: 14_400_000,
            max_concurrency: sharding.maxConcurrency,
          },
        }),
    },
    { method: 'GET', path: '/applications/@me', handle: () => ok({ ...core.application(), ...changed }) },
    {
      method: 'PATCH',
      path: '/applications/@me',
      handle({ body }) {
        Object.assign(changed, body);
        return ok({ ...core.application(), ...changed });
      },
    },
    { method: 'GET', path: '/oauth2/applications/@me', handle: () => ok(core.application()) },
    {
      method: 'GET',
      path: '/users/@me',
      handle: () => ok({ ...bot, verified: true, mfa_enabled: true, locale: 'en-US' }),
    },
    {
      method: 'GET',
      path: '/users/@me/guilds',
      handle({ query: { after = '0', limit = '200' } }) {
        const ids = guilds
          .ids()
          .filter((id) => BigInt(id) > BigInt(after))
          .toSorted((one, other) => (BigInt(one) < BigInt(other) ? -1 : 1));
        return ok(ids.slice(0, Number(limit)).map((id) => ({ id, name: guilds.handle(id).name, owner: false })));
      },
    },
    {
      method: 'DELETE',
      path: '/users/@me/guilds/:guild',
      handle(call) {
        const id = param(call, 'guild');
        if (!guilds.remove(id)) throw unknownGuild();
        gateway.dispatch('GUILD_DELETE', { id });
        return noContent;
      },
    },
    {
      method: 'POST',
      path: '/users/@me/channels',
      handle({ body }) {
        const user = users.get(asText(body.recipient_id));
        if (!user) throw unknownMember();
        return ok(channels.direct(user));
      },
    },
  ];
}
