import { ApplicationCommandType } from 'discord-api-types/v10';
import { unknownCommand } from '../errors.ts';
import { asList, asObject, type Json } from '../json.ts';
import { requireCommand, requireCommands } from '../limits/command.ts';

/** The scope of commands: `null` for everywhere, or the id of a guild. */
export type Scope = string | null;

/** The registered commands. */
export interface Commands {
  list(scope: Scope): Json[];
  /** Throws if there is none. */
  require(scope: Scope, id: string): Json;
  /** Replaces all commands of a scope; a command that keeps its name keeps its id. */
  replaceAll(scope: Scope, bodies: Json[]): Json[];
  /** Adds a command, or overwrites the one with its name; `isNew` says which. */
  put(scope: Scope, body: Json): { command: Json; isNew: boolean };
  edit(scope: Scope, id: string, body: Json): Json;
  remove(scope: Scope, id: string): void;
  /** The command with a name for a user in this guild (null: none); the guild's own comes first. */
  find(guildId: string | null, name: string, type: number): Json | undefined;
}

const typeOf = (command: Json) => command.type ?? ApplicationCommandType.ChatInput;

/** An option as Discord returns it: false and empty fields are left out. */
function storedOption(option: unknown): Json {
  const { required, autocomplete, options, choices, ...rest } = asObject(option);
  return {
    ...rest,
    ...(required ? { required } : {}),
    ...(autocomplete ? { autocomplete } : {}),
    ...(asList(choices).length > 0 ? { choices } : {}),
    ...(asList(options).length > 0 ? { options: asList(options).map(storedOption) } : {}),
  };
}

/** The commands of an application, as Discord stores them. */
export function createCommands(applicationId: string, nextId: () => string): Commands {
  const scopes = new Map<Scope, Map<string, Json>>();
  const of = (scope: Scope) => scopes.get(scope) ?? new Map<string, Json>();

  function store(scope: Scope, id: string, body: Json): Json {
    const { options, default_member_permissions: permissions = null } = body;
    const type = typeOf(body);
    const command = {
      id,
      application_id: applicationId,
      version: nextId(),
      ...(scope === null
        ? { integration_types: body.integration_types ?? [0], contexts: body.contexts ?? null, dm_permission: true }
        : { guild_id: scope }),
      default_member_permissions: permissions === null ? null : String(permissions),
      type,
      name: body.name,
      name_localizations: body.name_localizations ?? null,
      description: type === ApplicationCommandType.ChatInput ? body.description : '',
      description_localizations: body.description_localizations ?? null,
      nsfw: body.nsfw ?? false,
      ...(asList(options).length > 0 ? { options: asList(options).map(storedOption) } : {}),
    };
    scopes.set(scope, of(scope).set(id, command));
    return command;
  }

  const named = (commands: Iterable<Json>, name: unknown, type: unknown) =>
    [...commands].find((command) => command.name === name && typeOf(command) === type);

  function require(scope: Scope, id: string): Json {
    const command = of(scope).get(id);
    if (!command) throw unknownCommand();
    return command;
  }

  return {
    list: (scope) => [...of(scope).values()],
    require,
    replaceAll(scope, bodies) {
      requireCommands(bodies);
      const before = [...of(scope).values()];
      scopes.set(scope, new Map());
      return bodies.map((body) => store(scope, String(named(before, body.name, typeOf(body))?.id ?? nextId()), body));
    },
    put(scope, body) {
      requireCommand(body);
      const before = named(of(scope).values(), body.name, typeOf(body));
      const command = store(scope, String(before?.id ?? nextId()), body);
      return { command, isNew: !before };
    },
    edit(scope, id, body) {
      const merged = { ...require(scope, id), ...body };
      requireCommand(merged);
      return store(scope, id, merged);
    },
    remove(scope, id) {
      require(scope, id);
      of(scope).delete(id);
    },
    find: (guildId, name, type) =>
      (guildId === null ? undefined : named(of(guildId).values(), name, type)) ?? named(of(null).values(), name, type),
  };
}
