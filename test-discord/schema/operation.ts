import { asObject, type Json } from '../json.ts';

const PARAMETER = /\{[^}]+\}/g;

function matches(template: string, path: string): boolean {
  const pattern = template.replaceAll(PARAMETER, '[^/]+').replaceAll('.', '\\.');
  return new RegExp(`^${pattern}$`).test(path);
}

const parameters = (template: string) => template.match(PARAMETER)?.length ?? 0;

/** A key as one step of a JSON pointer in a URI fragment. */
const step = (key: string) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));

/**
 * The JSON pointer to the schema of an operation's JSON body, null if there is none. If several templates match the
 * path, the most literal one is used (`@original` before `{message_id}`).
 */
export function findOperation(description: Json, method: string, path: string): string | null {
  const paths = asObject(description.paths);
  const [template] = Object.keys(paths)
    .filter((candidate) => matches(candidate, path))
    .sort((a, b) => parameters(a) - parameters(b));
  if (!template) return null;
  const operation = asObject(asObject(paths[template])[method.toLowerCase()]);
  const json = asObject(asObject(operation.requestBody).content)['application/json'];
  if (!json) return null;
  return ['', 'paths', template, method.toLowerCase(), 'requestBody', 'content', 'application/json', 'schema']
    .map(step)
    .join('/');
}
