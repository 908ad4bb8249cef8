import { describe, expect, it } from 'vitest';
import { checkKnowledge } from '../../../src/knowledge/check/check.ts';
import { digitsIn } from '../../../src/knowledge/check/translations.ts';
import { type Change, checked, TODAY, writeKnowledge } from '../fixture.ts';

const phrasings = (id: string, count: number) =>
  `${id}: [${Array.from({ length: count }, (_item, index) => `${id} запитання ${index + 1}`).join(', ')}]\n`;

/** The fixture in Ukrainian, whole. */
const WHOLE: Readonly<Record<string, string>> = {
  'languages/uk/grammar.yaml': `asks: {}
verdicts: [так, ні, навряд чи]
`,
  'languages/uk/small-talk.yaml': 'thanks: { answer: Прошу., phrasings: [дякую] }\n',
  'lake/languages/uk/article.yaml': `headline: Посланці зустрілися біля озера
sides: { Russia: Росія, Ukraine: Україна, United States: США, Europe: Європа, press: преса }
topics: { meeting: { title: Зустріч, description: Де і скільки } }
gists: [Посланці двох країн говорять, Що думає кожна сторона]
`,
  'lake/languages/uk/speakers.yaml': `kyiv: { name: Київ, role: Уряд України, aliases: [Києва, Україна] }
petrov: { name: Іван Петров, role: Посланець, aliases: [Петров, Петрова] }
`,
  'lake/languages/uk/facts/meeting.yaml': `met: Посланці України та Росії зустрілися в Женеві.
three-hours: Зустріч тривала три години.
useful: Київ назвав переговори «корисними та спокійними».
waited: За словами Петрова, під дощем стояли 30 гостей.
`,
  'lake/languages/uk/questions/meeting.yaml': `where-met: { question: Де зустрілися посланці?, answer: "У Женеві, біля озера." }
how-useful: { question: Що про це думає Київ?, answer: Україна назвала переговори «корисними». }
`,
  'lake/languages/uk/gaps/meeting.yaml':
    'who-paid: { question: Чи платила Швейцарія?, answer: "У статті не сказано, чи платила Швейцарія." }\n',
  'lake/languages/uk/phrasings/meeting.yaml':
    phrasings('where-met', 25) + phrasings('how-useful', 25) + phrasings('who-paid', 12),
  'lake/languages/uk/quotations.yaml':
    'quotation-useful: { words: корисні та спокійні, context: Київ про переговори }\n',
  'lake/languages/uk/timeline.yaml': 'timeline-monday: Понеділок\n',
  'lake/languages/uk/positions.yaml':
    'rain: { title: Дощ, sides: { Russia: Петров говорив про 30 гостей., Ukraine: Не сказано., United States: Не сказано., Europe: Не сказано. } }\n',
  'lake/languages/uk/summary.yaml': 'summary-meeting: Відбулася зустріч.\n',
  'lake/languages/uk/contradictions.yaml': 'contradiction-length: Години не сходяться з дощем.\n',
};

/** The translation with changes: a file is replaced, or `from` in it. */
function translated(changes: readonly Change[] = []): Change[] {
  const files = { ...WHOLE };
  const others: Change[] = [];
  for (const change of changes) {
    const { file, from, to } = change;
    const text = files[file];
    if (text === undefined) others.push(change);
    else if (from !== undefined && text.split(from).length !== 2) throw new Error(`"${from}" is not once in ${file}`);
    else files[file] = from === undefined ? (to ?? '') : text.replace(from, () => to ?? '');
  }
  return [...others, ...Object.entries(files).flatMap(([file, to]) => (to === '' ? [] : [{ file, to }]))];
}

const found = (...changes: Change[]) => checked(translated(changes));
const NOTHING = { problems: [], warnings: [], toDo: [] };

it('a whole translation is in order, and the report says how much is translated', () => {
  expect(found()).toEqual(NOTHING);
  const { report } = checkKnowledge(writeKnowledge(translated()), undefined, TODAY);
  expect(report).toContain('\nuk: 100 % translated (24 of 24), 62 phrasings\n');
});

describe('what is not translated is work to do', () => {
  it.each<[string, Change, string]>([
    [
      'a fact',
      {
        file: 'lake/languages/uk/facts/meeting.yaml',
        from: 'met: Посланці України та Росії зустрілися в Женеві.\n',
        to: '',
      },
      'lake/languages/uk/facts/meeting.yaml:1:1 facts that are not translated: `met`',
    ],
    [
      'a file',
      { file: 'lake/languages/uk/speakers.yaml' },
      'lake/languages/uk/speakers.yaml:1:1 speakers that are not translated: `kyiv`, `petrov`',
    ],
    [
      'a side',
      { file: 'lake/languages/uk/article.yaml', from: ', press: преса', to: '' },
      'lake/languages/uk/article.yaml:1:1 sides that are not translated: `press`',
    ],
    [
      'a gist',
      { file: 'lake/languages/uk/article.yaml', from: ', Що думає кожна сторона', to: '' },
      'lake/languages/uk/article.yaml:1:1 gists that are not translated: `¶2`',
    ],
    [
      'a side of a position',
      { file: 'lake/languages/uk/positions.yaml', from: ', Europe: Не сказано.', to: '' },
      'lake/languages/uk/positions.yaml:1:1 positions that are not translated: `rain`',
    ],
  ])('%s', (_what, change, message) => expect(found(change)).toEqual({ ...NOTHING, toDo: [message] }));

  it('a theme of the series', () => {
    const series: Change = {
      file: 'lake/series.yaml',
      to: `series:
  - id: day-one
    headline: Envoys in Geneva
    lead: Ukrainian and Russian envoys met in Geneva. They sat by the water.
    rests_on: [met]
    facts: [three-hours, useful, waited]
    question: where-met
`,
    };
    expect(found(series).toDo).toEqual([
      'lake/languages/uk/series.yaml:1:1 themes of the series that are not translated: `day-one`',
    ]);
  });

  it('lowers the share, which is never rounded up to all', () => {
    const folder = writeKnowledge(translated([{ file: 'lake/languages/uk/summary.yaml' }]));
    expect(checkKnowledge(folder, undefined, TODAY).report).toContain(
      '\nuk: 95 % translated (23 of 24), 62 phrasings\n',
    );
  });

  it('is nothing of a draft, which is written in English first', () => {
    const draft: Change = { file: 'lake/article.yaml', from: 'date: 2024', to: 'draft: true\ndate: 2024' };
    expect(found(draft, { file: 'lake/languages/uk/speakers.yaml' }).toDo).toEqual([
      'lake/article.yaml:2:1 this draft lacks nothing; take `draft: true` out, and the article is served',
    ]);
  });
});

describe('a translation keeps every number', () => {
  it.each([
    ['of a fact', 'lake/languages/uk/facts/meeting.yaml', '30 гостей', 'гості', '4:1', '30'],
    ['of a position', 'lake/languages/uk/positions.yaml', '30 гостей', '3 гостей', '1:30', '30'],
  ])('%s', (_where, file, from, to, place, number) => {
    expect(found({ file, from, to }).problems).toEqual([
      `${file}:${place} the English says ${number}, and this does not`,
    ]);
  });

  it.each([
    ['1,000 men', ['1000']],
    ['1 000, 1.000 and 1\u00a0000', ['1000']],
    ["1'234'567", ['1234567']],
    ['on 16 May 2025, for 30-day talks (¶5)', ['16', '2025', '30', '¶5']],
    ['at 9.30', ['9', '30']],
    ['two hours', []],
  ])('the digits in "%s" are %j', (text, digits) => expect([...digitsIn(text)]).toEqual(digits));

  it('a pointer to a paragraph stays one', () => {
    const english: Change = {
      file: 'lake/summary.yaml',
      from: 'There was a meeting.',
      to: 'There was a meeting (¶1).',
    };
    const file = 'lake/languages/uk/summary.yaml';
    const from = 'зустріч.';
    expect(found(english, { file, from, to: 'зустріч (1).' }).problems).toEqual([
      `${file}:1:1 the English says ¶1, and this does not`,
    ]);
    expect(found(english, { file, from, to: 'зустріч (¶1).' }).problems).toEqual([]);
  });
});

describe('a translation names whom the English names', () => {
  const file = 'lake/languages/uk/facts/meeting.yaml';
  it('by one of the names that the language has for them', () => {
    expect(found({ file, from: 'За словами Петрова, під', to: 'Під' }).problems).toEqual([]);
    expect(found({ file, from: 'Київ назвав', to: 'Столиця назвала' }).problems).toEqual([
      `${file}:3:1 the English names Kyiv, and this names neither Київ nor any alias of \`kyiv\`; name the speaker, or add the form to the aliases`,
    ]);
    expect(found({ file, from: 'Київ назвав', to: 'Назвала Україна' }).problems).toEqual([]);
  });

  it('of whom the English gives the short name, too', () => {
    const short: Change = {
      file: 'lake/speakers.yaml',
      from: 'name: Ivan Petrov',
      to: 'name: Ivan Petrov\n    short: Petrov',
    };
    expect(found(short).problems).toEqual([]);
    expect(found(short, { file, from: 'За словами Петрова, під', to: 'Під' }).problems).toEqual([
      `${file}:4:1 the English names Ivan Petrov, and this names neither Іван Петров nor any alias of \`petrov\`; name the speaker, or add the form to the aliases`,
    ]);
  });
});

it.each([
  ['Так, у Женеві.', 'Так'],
  ['«Ні»: у Женеві.', 'Ні'],
  ['Навряд чи в Женеві.', 'Навряд чи'],
])('an answer that opens with a verdict: %s', (answer, verdict) => {
  const file = 'lake/languages/uk/questions/meeting.yaml';
  expect(found({ file, from: '"У Женеві, біля озера."', to: JSON.stringify(answer) }).problems).toEqual([
    `${file}:1:49 an answer opens with no verdict such as "${verdict}", which is wrong if people ask the other way round; state the fact in full`,
  ]);
});

it('a word that only begins like a verdict is none', () => {
  const file = 'lake/languages/uk/questions/meeting.yaml';
  expect(found({ file, from: 'У Женеві', to: 'Нічого, крім Женеви' }).problems).toEqual([]);
});

describe('a phrasing in a language', () => {
  const file = 'lake/languages/uk/phrasings/meeting.yaml';
  it('of two entries is a fault', () => {
    expect(found({ file, from: 'who-paid запитання 3', to: 'Where-met запитання 3?' }).problems).toEqual([
      expect.stringMatching(
        /^lake\/languages\/uk\/phrasings\/meeting\.yaml:3:\d+ this is asked of something else in the same words; keep it where it is answered best; the other is at lake\/languages\/uk\/phrasings\/meeting\.yaml:1:\d+$/,
      ),
    ]);
  });

  it('of an entry and of small talk is a fault', () => {
    expect(found({ file, from: 'who-paid запитання 3', to: 'Дякую!' }).problems).toHaveLength(1);
  });

  it('of one entry may stand twice', () => {
    expect(found({ file, from: 'who-paid запитання 3', to: 'who-paid запитання 4' }).problems).toEqual([]);
  });
});

it('entries without phrasings are a warning of their own, as no question in the language finds them', () => {
  const file = 'lake/languages/uk/phrasings/meeting.yaml';
  const at = 'lake/languages/uk/phrasings:1:1 uk:';
  expect(found({ file, to: phrasings('where-met', 25) + phrasings('who-paid', 3) })).toEqual({
    ...NOTHING,
    warnings: [
      `${at} no phrasings for 1 question, such as \`how-useful\`; whoever asks for them in it mostly gets another answer, or none`,
      `${at} 1 gap has fewer than 12 phrasings; the fewest, 3, has \`who-paid\``,
    ],
  });
});

it('few phrasings are one warning for each language, with how many entries have few', () => {
  const file = 'lake/languages/uk/phrasings/meeting.yaml';
  const few = phrasings('where-met', 24) + phrasings('how-useful', 25) + phrasings('who-paid', 3);
  expect(found({ file, to: few })).toEqual({
    ...NOTHING,
    warnings: [
      'lake/languages/uk/phrasings:1:1 uk: 1 question has fewer than 25 phrasings, 1 gap has fewer than 12 phrasings; the fewest, 3, has `who-paid`',
    ],
  });
});
