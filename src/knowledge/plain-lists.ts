/**
 * A quick way through files of phrasings: most of the knowledge's lines are texts in plain lists under plain names, and
 * the full parser takes most of a start over them.
 */
const NAME = /^([a-z][a-z0-9-]*):$/;
// No sign that means something to YAML anywhere in a text, or nothing but text between its quotes.
const ITEM = /^ {2}- (?:([\p{L}\p{N}][\p{L}\p{N} ,.?!"'“”’()/&%$£€+;=@…–-]*)|"((?:[^"\\]|\\")*)"|'([^']*)')$/u;
// What YAML takes for something other than a text; its numbers hold no blank.
const NO_TEXT = /^(?:true|false|null|\p{N}\S*)$/iu;

/**
 * The content of a file that is nothing but names with lists of texts, one a line, as YAML has it; nothing at the
 * first line that is anything else, which is then for the full parser to read or to refuse.
 */
export function plainLists(source: string): Record<string, string[]> | undefined {
  const lists = new Map<string, string[]>();
  let list: string[] | undefined;
  for (const line of source.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [, plain, double, single] = ITEM.exec(line) ?? [];
    const text = plain?.trimEnd() ?? double?.replaceAll('\\"', '"') ?? single;
    if (text !== undefined) {
      if (!list || (plain !== undefined && NO_TEXT.test(text))) return undefined;
      list.push(text);
      continue;
    }
    const name = NAME.exec(line)?.[1];
    if (name === undefined || NO_TEXT.test(name) || lists.has(name) || list?.length === 0) return undefined;
    list = [];
    lists.set(name, list);
  }
  return list === undefined || list.length === 0 ? undefined : Object.fromEntries(lists);
}
