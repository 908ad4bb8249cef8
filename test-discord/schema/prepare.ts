import { asList, asObject, type Json } from '../json.ts';

const REFERENCE = '#/components/schemas/';

/** The values that a branch of a union allows for `type`, if it lists them and requires the field. */
function typesOf(branch: unknown, schemas: Json): unknown[] {
  const reference = asObject(branch).$ref;
  if (typeof reference !== 'string') return [];
  const schema = asObject(schemas[reference.slice(REFERENCE.length)]);
  const type = asObject(asObject(schema.properties).type);
  if (!asList(schema.required).includes('type')) return [];
  return 'const' in type ? [type.const] : asList(type.enum);
}

/**
 * A union whose branches differ by `type`, as one condition for each branch; null if they do not. (Ajv's own
 * `discriminator` supports only strings as tags; Discord's are numbers.)
 */
function taggedUnion(branches: unknown[], schemas: Json): Json | null {
  const types = branches.map((branch) => typesOf(branch, schemas));
  const all = types.flat();
  if (branches.length < 2 || types.some((some) => some.length === 0) || new Set(all).size < all.length) return null;
  const has = (some: unknown[]) => ({ type: 'object', properties: { type: { enum: some } }, required: ['type'] });
  return {
    ...has(all),
    allOf: branches.map((branch, index) => ({ if: { not: has(types[index] ?? []) }, else: branch })),
  };
}

/**
 * A union in its simplest equivalent form, so that an error names the wrong field and not every other branch: constants
 * as `enum`, "null or X" as a condition, tagged branches by their tag.
 */
function plainUnion(schema: Json, key: 'oneOf' | 'anyOf', schemas: Json): Json {
  const { [key]: union, ...rest } = schema;
  const branches = asList(union);
  if (branches.every((branch) => 'const' in asObject(branch))) {
    return { ...rest, enum: branches.map((branch) => asObject(branch).const) };
  }
  const [first, second] = branches;
  if (branches.length === 2 && asObject(first).type === 'null') {
    return { ...rest, if: { type: 'null' }, else: prepare(second, schemas) };
  }
  const tagged = taggedUnion(branches, schemas);
  return tagged ? { ...rest, ...tagged } : { ...rest, [key]: branches.map((branch) => prepare(branch, schemas)) };
}

/** Discord ignores unknown fields; here they are typing errors, so objects are closed. */
function close(schema: Json): Json {
  const isOpen = asObject(schema.properties) === schema.properties && schema.additionalProperties === undefined;
  return isOpen && schema.type === 'object' && schema.allOf === undefined
    ? { ...schema, additionalProperties: false }
    : schema;
}

function prepare(value: unknown, schemas: Json): unknown {
  if (Array.isArray(value)) return value.map((item) => prepare(item, schemas));
  if (typeof value !== 'object' || value === null) return value;
  const schema = asObject(value);
  for (const key of ['oneOf', 'anyOf'] as const) {
    if (Array.isArray(schema[key])) return plainUnion(schema, key, schemas);
  }
  const entries = Object.entries(schema).map(([key, inner]) => [key, prepare(inner, schemas)]);
  return close(Object.fromEntries(entries));
}

/**
 * The description says that a command's permissions are an integer, but Discord documents and returns them as a string
 * of digits (they exceed a double): the string is allowed too.
 * https://discord.com/developers/docs/interactions/application-commands#application-command-object
 */
function amendPermissions(schemas: Json): void {
  for (const schema of Object.values(schemas)) {
    const properties = asObject(asObject(schema).properties);
    if ('default_member_permissions' in properties) {
      properties.default_member_permissions = { type: ['string', 'integer', 'null'], pattern: '^[0-9]+$', minimum: 0 };
    }
  }
}

/** Prepares Discord's description for checking bodies: strict, and with precise errors. */
export function prepareDescription(description: Json): Json {
  const schemas = asObject(asObject(description.components).schemas);
  amendPermissions(schemas);
  return asObject(prepare(description, schemas));
}
