/** Time zones by what people call them. */
import Fuse from 'fuse.js';
import { languagesSpoken } from '../messages/messages.ts';
import { normalise } from '../text/normalise.ts';
import { type Abbreviations, abbreviationsOf } from './abbreviations.ts';

/**
 * Names that Intl still uses though the IANA database has renamed them → the current names, as CLDR lists them
 * (`_iana`).
 */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/**
 * What people call a zone besides its own name and its country: other cities, other spellings, abbreviations with one usual
 * meaning.
 */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  UTC: ['gmt', 'greenwich', 'universal', 'zulu', 'uct'],
  'Europe/Kyiv': [
    'kiev',
    'kharkiv',
    'kharkov',
    'lviv',
    'odesa',
    'odessa',
    'dnipro',
    'eet',
    'київ',
    'киев',
    'харків',
    'харьков',
    'львів',
    'львов',
    'одеса',
    'одесса',
    'дніпро',
    'днепр',
  ],
  'Europe/Istanbul': ['turkey', 'ankara', 'izmir', 'constantinople', 'стамбул', 'анкара'],
  'Europe/Moscow': [
    'msk',
    'moskva',
    'russia',
    'rusya',
    'росія',
    'россия',
    'мск',
    'st petersburg',
    'saint petersburg',
    'петербург',
  ],
  'Europe/London': ['uk', 'britain', 'england', 'bst', 'scotland', 'edinburgh', 'manchester', 'лондон', 'londra'],
  'Europe/Berlin': ['munich', 'hamburg', 'frankfurt', 'cologne', 'cet', 'cest', 'берлін', 'берлин'],
  'Europe/Paris': ['lyon', 'marseille'],
  'Europe/Zurich': ['geneva', 'bern'],
  'Europe/Rome': ['milan', 'naples'],
  'Europe/Madrid': ['barcelona'],
  'Europe/Warsaw': ['krakow', 'gdansk', 'варшава', 'varşova'],
  'America/New_York': ['ny', 'nyc', 'est', 'edt', 'eastern', 'washington', 'dc', 'boston', 'miami', 'atlanta'],
  'America/Chicago': ['cst', 'cdt', 'central', 'dallas', 'houston', 'austin'],
  'America/Denver': ['mst', 'mdt', 'mountain'],
  'America/Los_Angeles': ['la', 'pst', 'pdt', 'pacific', 'san francisco', 'sf', 'seattle', 'las vegas'],
  'America/Anchorage': ['alaska'],
  'Pacific/Honolulu': ['hawaii'],
  'America/Halifax': ['atlantic', 'nova scotia'],
  'America/Toronto': ['ottawa', 'montreal'],
  'America/Sao_Paulo': ['brazil', 'brasilia', 'rio', 'rio de janeiro'],
  'Asia/Kolkata': ['calcutta', 'delhi', 'new delhi', 'mumbai', 'bombay', 'bangalore', 'bengaluru', 'chennai'],
  'Asia/Kathmandu': ['katmandu'],
  'Asia/Shanghai': ['beijing', 'peking', 'shenzhen'],
  'Asia/Tokyo': ['osaka', 'jst'],
  'Asia/Dubai': ['abu dhabi', 'uae', 'emirates'],
  'Asia/Riyadh': ['mecca', 'jeddah'],
  'Asia/Jerusalem': ['tel aviv', 'haifa'],
  'Asia/Ho_Chi_Minh': ['saigon', 'hanoi'],
  'Asia/Yangon': ['rangoon'],
  'Africa/Johannesburg': ['cape town', 'pretoria'],
  'Africa/Lagos': ['abuja'],
  'Africa/Nairobi': [],
  'Pacific/Auckland': ['wellington'],
  'Australia/Sydney': ['canberra', 'aest'],
};

/** The longest name of a zone has some thirty letters. */
const LONGEST_NAME = 40;

const present = (zone: string) => RENAMED[zone] ?? zone;

/** Normalises a name for comparison: "Moscow time" and "İstanbul" become "moscow" and "istanbul". */
const folded = (text: string) =>
  normalise(text.slice(0, LONGEST_NAME))
    .slice(0, LONGEST_NAME)
    .replace(/[_\s]+/g, ' ')
    .replace(/(?<=\S)(?: (?:standard|daylight|summer))? time$/, '');
const cityOf = (zone: string) => zone.slice(zone.lastIndexOf('/') + 1);

/** The words of a zone's name in a language, which names its country, or its city if the country has several zones. */
function genericName(language: string, timeZone: string): readonly string[] {
  const format = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'shortGeneric' });
  const name = format.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return name.split(' ');
}

/** The countries and cities of zones in a language: its names without what any two have in common, as "Saati" or "час:". */
function placesIn(language: string, zones: readonly string[]): { readonly name: string; readonly zone: string }[] {
  const one = genericName(language, 'Asia/Yekaterinburg');
  const common = genericName(language, 'Australia/Sydney').filter((word) => one.includes(word));
  return zones.map((zone) => {
    const place = genericName(language, zone).filter((word) => !common.includes(word));
    return { name: folded(place.join(' ')), zone };
  });
}

function makeDirectory() {
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];
  // Every name of a zone, normalised, the zones' own names first.
  const names = [
    ...zones.flatMap((zone) =>
      [present(zone), zone].flatMap((own) =>
        [own, cityOf(own)].map((name) => ({ name: folded(name), zone: present(zone) })),
      ),
    ),
    // Of all zones, it would take a second.
    ...languagesSpoken().flatMap((language) => placesIn(language, Object.keys(OTHER_NAMES))),
    ...Object.entries(OTHER_NAMES).flatMap(([zone, others]) => others.map((name) => ({ name: folded(name), zone }))),
  ];
  return {
    zones: zones.map(present),
    byName: new Map(names.map(({ name, zone }) => [name, zone])),
    // About one letter in three may be wrong, and a match at the start of a name counts more than one further on.
    fuse: new Fuse(names, { keys: ['name'], threshold: 0.34, distance: 30, includeScore: true }),
  };
}

let made: ReturnType<typeof makeDirectory> | undefined;
let abbreviations: Abbreviations | undefined;

/** All zones, built when somebody first sets a time, so that the start does not wait for them. */
function directory() {
  made ??= makeDirectory();
  return made;
}

/** Such a name is an abbreviation; Intl would give each only one zone, whatever else it may mean. */
const ABBREVIATION = /^[a-z]{1,4}t$/;

/** The zones that an abbreviation may stand for. */
function abbreviated(name: string): readonly string[] {
  if (!ABBREVIATION.test(name)) return [];
  abbreviations ??= abbreviationsOf([...new Set([...Object.keys(OTHER_NAMES), ...directory().zones])]);
  return abbreviations.get(name) ?? [];
}

const OFFSET = /^(?:utc|gmt)? ?([-+\u2212])(\d{1,2})(?::?(\d{2}))?$/;
/** The range of offsets in use. */
const FURTHEST = { west: 12, east: 14 };

/** "UTC+3" as "+03:00": unlike the zone Etc/GMT+3, which is west of Greenwich. */
function readOffset(name: string): string | null {
  const [, sign, hours = '', minutes = '00'] = OFFSET.exec(name) ?? [];
  const east = sign === '+';
  if (sign === undefined || Number(minutes) > 59 || Number(hours) > FURTHEST[east ? 'east' : 'west']) return null;
  if (Number(hours) + Number(minutes) === 0) return 'UTC';
  return `${east ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`;
}

/** The zone with a name, under its current IANA name; null if none has it, or several do. */
export function readZone(typed: string): string | null {
  const name = folded(typed);
  const known = readOffset(name) ?? directory().byName.get(name);
  if (known !== undefined) return known;
  if (ABBREVIATION.test(name)) {
    const [only, ...others] = abbreviated(name);
    return only !== undefined && others.length === 0 ? only : null;
  }
  try {
    return present(new Intl.DateTimeFormat('en', { timeZone: typed.trim() }).resolvedOptions().timeZone);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The zones that match the typed text, at least nearly, likeliest first. */
export function suggestZones(typed: string, most: number): readonly string[] {
  const wanted = folded(typed);
  if (wanted === '') return Object.keys(OTHER_NAMES).slice(0, most);
  const { byName, fuse } = directory();
  const exact = readOffset(wanted) ?? byName.get(wanted);
  const first = exact === undefined ? abbreviated(wanted) : [exact];
  const near = fuse.search(wanted).map(({ item }) => item.zone);
  return [...new Set([...first, ...near])].slice(0, most);
}
