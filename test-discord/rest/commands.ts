import type { Core } from '../core.ts';
import { missingAccess, unknownGuild } from '../errors.ts';
import { asObject, type Json } from '../json.ts';
import type { Scope } from '../state/commands.ts';
import { type Call, created, noContent, ok, param, type Route } from './route.ts';

/** Without `with_localizations` Discord leaves the translations out. */
function localised(command: Json, query: Record<string, string>): Json {
  if (query.with_localizations === 'true') return command;
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = command;
  return rest;
}

/** Registration of commands, everywhere and in one guild. */
export function commandRoutes({ commands, guilds, applicationId }: Core): Route[] {
  function requireOwn(call: Call): void {
    if (param(call, 'application') !== applicationId) throw missingAccess();
  }

  function routesAt(path: string, scopeOf: (call: Call) => Scope): Route[] {
    const scoped = (call: Call): Scope => {
      requireOwn(call);
      return scopeOf(call);
    };
    return [
      {
        method: 'GET',
        path,
        handle: (call) => ok(commands.list(scoped(call)).map((command) => localised(command, call.query))),
      },
      { method: 'PUT', path, handle: (call) => ok(commands.replaceAll(scoped(call), call.list.map(asObject))) },
      {
        method: 'POST',
        path,
        handle(call) {
          const { command, isNew } = commands.put(scoped(call), call.body);
          return isNew ? created(command) : ok(command);
        },
      },
      {
        method: 'GET',
        path: `${path}/:command`,
        handle: (call) => ok(commands.require(scoped(call), param(call, 'command'))),
      },
      {
        method: 'PATCH',
        path: `${path}/:command`,
        handle: (call) => ok(commands.edit(scoped(call), param(call, 'command'), call.body)),
      },
      {
        method: 'DELETE',
        path: `${path}/:command`,
        handle(call) {
          commands.remove(scoped(call), param(call, 'command'));
          return noContent;
        },
      },
    ];
  }

  return [
    ...routesAt('/applications/:application/commands', () => null),
    ...routesAt('/applications/:application/guilds/:guild/commands', (call) => {
      const guildId = param(call, 'guild');
      if (!guilds.ids().includes(guildId)) throw unknownGuild();
      return guildId;
    }),
  ];
}
