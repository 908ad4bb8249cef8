/** Every number and proper name in a fact or an answer occurs in a paragraph that it cites, or in a note. */
import { namesReader } from './names.ts';
import { numbersIn } from './numbers.ts';
import { stands } from './stands.ts';
import { citedText, type Statement, statements } from './statements.ts';
import type { Rule } from './subject.ts';

function missing(what: string, { place, paragraphs }: Statement, isPlural = false) {
  const cited = `paragraph${paragraphs.length > 1 ? 's' : ''} ${paragraphs.join(', ')}`;
  const verb = isPlural ? 'do not stand' : 'does not stand';
  const it = isPlural ? 'them' : 'it';
  return {
    place,
    message: `${what} ${verb} in ${cited}; cite the paragraph that says ${it}, or explain ${it} in a note`,
  };
}

const lastWord = (name: string): string => name.slice(name.lastIndexOf(' ') + 1);

/** "¶5" and "paragraph 5" refer to the article and do not count as a number, if 5 is cited. */
function withoutPointers({ text, paragraphs }: Statement): string {
  return text.replace(/(?:¶|paragraph )(\d+)/g, (pointer, number) =>
    paragraphs.includes(Number(number)) ? '' : pointer,
  );
}

/** Which word a number is read in, where nobody would look for one there. */
const readIn = (number: number, { text }: Statement): string =>
  number === 2 && /\bboth\b/i.test(text) && !/\b(?:2|two)\b/i.test(text) ? ' ("both")' : '';

export const numbersAreBorneOut: Rule = ({ knowledge, texts }) =>
  statements(knowledge).flatMap((statement) => {
    const text = texts.get(statement.article);
    if (!text) return [];
    const stated = numbersIn([citedText(statement, text), ...statement.notes].join('\n'));
    return [...numbersIn(withoutPointers(statement))]
      .filter((number) => !stated.has(number))
      .map((number) => missing(`the number ${number}${readIn(number, statement)}`, statement));
  });

/**
 * The speaker's own name, side and aliases are always allowed: who said it is part of the fact. So are the headline's
 * names, the name of whom the paragraph calls by an alias ("the association"), and a full name of which it has only the
 * last word, if no other speaker's name ends with it.
 */
export const namesAreBorneOut: Rule = ({ knowledge, texts }) => {
  const namesIn = namesReader(knowledge);
  const speakers = [...knowledge.speakers.values()];
  const speakersOf = Map.groupBy(speakers, ({ article }) => article);
  const headlines = new Map(knowledge.articles.map(({ id, headline }) => [id, headline]));
  const inFull = new Map(
    speakers.flatMap(({ article, name, person }) => {
      const last = lastWord(name);
      const others = speakers.filter((other) => other.article === article && lastWord(other.name) === last);
      return person && others.length === 1 ? [[`${article} ${last}`, name] as const] : [];
    }),
  );
  return statements(knowledge).flatMap((statement) => {
    const text = texts.get(statement.article);
    if (!text) return [];
    const said = statement.speakers.flatMap(({ name, side, aliases }) => [name, side, ...aliases]);
    const cited = [citedText(statement, text), ...statement.notes].join('\n');
    const full = [...namesIn(cited).capitalised].flatMap((word) => inFull.get(`${statement.article} ${word}`) ?? []);
    const called = (speakersOf.get(statement.article) ?? []).flatMap(({ name, aliases }) =>
      aliases.some((alias) => stands(alias, cited)) ? [name] : [],
    );
    const headline = headlines.get(statement.article) ?? '';
    const stated = namesIn([cited, headline, ...said, ...full, ...called].join('\n'));
    const { families, capitalised } = namesIn(statement.text);
    const names = [
      ...[...families].filter((family) => !stated.families.has(family)),
      ...[...capitalised].filter((word) => !stated.words.has(word.toLowerCase())),
    ];
    const [name] = names;
    if (name === undefined) return [];
    return [
      names.length === 1
        ? missing(`the name ${name}`, statement)
        : missing(`the names ${names.join(', ')}`, statement, true),
    ];
  });
};
