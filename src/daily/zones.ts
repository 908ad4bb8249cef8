/** Time zones by what people call them. */
import Fuse from 'fuse.js';

/** Names that Intl still gives by an older spelling → the one in use in the IANA database. */
const RENAMED: Readonly<Record<string, string>> = {
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Louisville': 'America/Kentucky/Louisville',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
};

/** What people call a zone besides its own name: other cities, other spellings, abbreviations with one usual meaning. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  UTC: ['gmt', 'greenwich', 'universal', 'zulu', 'utc+0', 'gmt+0'],
  'Europe/Kyiv': ['kiev', 'ukraine', 'kharkiv', 'kharkov', 'lviv', 'odesa', 'odessa', 'dnipro', 'eet'],
  'Europe/Istanbul': ['turkey', 'turkiye', 'ankara', 'izmir', 'constantinople'],
  'Europe/Moscow': ['msk', 'moskva', 'russia', 'st petersburg', 'saint petersburg'],
  'Europe/London': ['uk', 'britain', 'england', 'bst', 'scotland', 'edinburgh', 'manchester'],
  'Europe/Berlin': ['germany', 'munich', 'hamburg', 'frankfurt', 'cologne', 'cet', 'cest'],
  'Europe/Paris': ['france', 'lyon', 'marseille'],
  'Europe/Zurich': ['switzerland', 'geneva', 'bern'],
  'Europe/Rome': ['italy', 'milan', 'naples'],
  'Europe/Madrid': ['spain', 'barcelona'],
  'Europe/Warsaw': ['poland', 'krakow', 'gdansk'],
  'America/New_York': ['ny', 'nyc', 'et', 'est', 'edt', 'eastern', 'washington', 'dc', 'boston', 'miami', 'atlanta'],
  'America/Chicago': ['ct', 'cst', 'cdt', 'central', 'dallas', 'houston', 'austin'],
  'America/Denver': ['mt', 'mst', 'mdt', 'mountain'],
  'America/Los_Angeles': ['la', 'pt', 'pst', 'pdt', 'pacific', 'san francisco', 'sf', 'seattle', 'las vegas'],
  'America/Toronto': ['ottawa', 'montreal'],
  'America/Sao_Paulo': ['brazil', 'brasilia', 'rio', 'rio de janeiro'],
  'Asia/Kolkata': ['calcutta', 'india', 'delhi', 'new delhi', 'mumbai', 'bombay', 'bangalore', 'bengaluru', 'chennai'],
  'Asia/Kathmandu': ['katmandu', 'nepal'],
  'Asia/Shanghai': ['china', 'beijing', 'peking', 'shenzhen'],
  'Asia/Tokyo': ['japan', 'osaka', 'jst'],
  'Asia/Dubai': ['abu dhabi', 'uae', 'emirates'],
  'Asia/Jerusalem': ['israel', 'tel aviv', 'haifa'],
  'Asia/Ho_Chi_Minh': ['saigon', 'vietnam', 'hanoi'],
  'Asia/Yangon': ['rangoon'],
  'Australia/Sydney': ['canberra', 'aest'],
};

const present = (zone: string) => RENAMED[zone] ?? zone;

const folded = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[_\s]+/g, ' ');
const cityOf = (zone: string) => zone.slice(zone.lastIndexOf('/') + 1);

function makeDirectory() {
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').map(present)];
  // Every name by which a zone is known, folded, the zones' own first.
  const names = [
    ...zones.flatMap((zone) => [zone, cityOf(zone)].map((name) => ({ name: folded(name), zone }))),
    ...Object.entries(OTHER_NAMES).flatMap(([zone, others]) => others.map((name) => ({ name, zone }))),
  ];
  return {
    byName: new Map(names.map(({ name, zone }) => [name, zone])),
    // About one letter in three may be wrong, and a name that begins so counts more than one that holds it further on.
    fuse: new Fuse(names, { keys: ['name'], threshold: 0.34, distance: 30, includeScore: true }),
  };
}

let made: ReturnType<typeof makeDirectory> | undefined;

/** All zones, looked up when somebody first sets a time: no start waits for them. */
function directory() {
  made ??= makeDirectory();
  return made;
}

/** The zone of that name, as the IANA database calls it now; null where none is called so. */
export function readZone(typed: string): string | null {
  const known = directory().byName.get(folded(typed));
  if (known !== undefined) return known;
  try {
    return present(new Intl.DateTimeFormat('en', { timeZone: typed.trim() }).resolvedOptions().timeZone);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Zones by what was typed so far, or nearly, the likeliest first. */
export function suggestZones(typed: string, most: number): readonly string[] {
  const wanted = folded(typed);
  if (wanted === '') return Object.keys(OTHER_NAMES).slice(0, most);
  const { byName, fuse } = directory();
  const exact = byName.get(wanted);
  const near = fuse.search(wanted).map(({ item }) => item.zone);
  return [...new Set(exact === undefined ? near : [exact, ...near])].slice(0, most);
}
