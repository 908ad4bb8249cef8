/** The zones that abbreviations such as "EST" stand for, from the English names in Intl. */

/** Each has short names for the zones of its own part of the world; together they have nearly all of them. */
const LOCALES = ['en', 'en-GB', 'en-AU', 'en-IN', 'en-ZA', 'en-SG', 'en-HK'];
/** In winter and in summer, in either hemisphere. */
const MOMENTS = [Date.UTC(2025, 0), Date.UTC(2025, 6)];
const SEASON = / (?:Standard|Daylight|Summer)(?= Time$)/;

function namesOf(zone: string, locale: string, timeZoneName: 'long' | 'short'): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName });
  return MOMENTS.map((at) => format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '');
}

const initialsOf = (name: string) => Array.from(name.matchAll(/(?<!\S)\p{Lu}/gu), String).join('');

/** Abbreviation in lower case → a zone for each time that it may stand for; the usual meanings first. */
export type Abbreviations = ReadonlyMap<string, readonly string[]>;

/** @param zones ordered so that a zone that should represent others with the same time comes first */
export function abbreviationsOf(zones: readonly string[]): Abbreviations {
  // "Atlantic Time" → the first of its zones, and its full names: "Atlantic Standard Time", "Atlantic Daylight Time".
  const times = new Map<string, { readonly zone: string; readonly full: Set<string> }>();
  for (const zone of zones) {
    for (const name of namesOf(zone, 'en', 'long')) {
      const time = name.replace(SEASON, '');
      const known = times.get(time) ?? { zone, full: new Set() };
      if (SEASON.test(name)) known.full.add(name);
      times.set(time, known);
    }
  }
  const found = new Map<string, Set<string>>();
  const add = (abbreviation: string, zone: string) => {
    const name = abbreviation.toLowerCase();
    found.set(name, (found.get(name) ?? new Set()).add(zone));
  };
  for (const { zone } of times.values())
    for (const locale of LOCALES) for (const short of namesOf(zone, locale, 'short')) add(short, zone);
  // Other possible meanings, such as "Arabian Standard Time" for AST.
  for (const { zone, full } of times.values()) for (const name of full) add(initialsOf(name), zone);
  return new Map([...found].map(([name, meant]) => [name, [...meant]]));
}
