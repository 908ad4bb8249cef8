import { stem } from './stem.ts';

/** Words shorter than this are never mended: too many real words stand one letter apart. */
const SHORTEST = 4;
/** From this length on, two slips are forgiven. */
const LONG = 8;

/** All forms of a word with one letter left out, the word itself first. */
function deletions(word: string): string[] {
  const forms = [word];
  for (let place = 0; place < word.length; place++) forms.push(word.slice(0, place) + word.slice(place + 1));
  return forms;
}

/**
 * The least number of letters inserted, left out, changed or swapped with a neighbour that turn one word into the
 * other, none edited twice (Damerau 1964; "optimal string alignment"); `limit` + 1 where it is more than `limit`.
 */
export function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  return Math.min(last[other.length] ?? 0, limit + 1);
}

/**
 * Gives the function that mends a word: an unknown one becomes the nearest known one within one slip (two, from eight
 * letters on), the more frequent where two are as near; anything else stays. Words with digits stay too. Candidates
 * are found by their forms with a letter left out, as SymSpell does (Garbe 2012), so that no list is walked through.
 */
export function menderOf(frequencies: ReadonlyMap<string, number>): (word: string) => string {
  const stems = new Set(Array.from(frequencies.keys(), stem));
  const byForm = new Map<string, string[]>();
  for (const word of frequencies.keys()) {
    if (word.length < SHORTEST || /\d/.test(word)) continue;
    for (const form of new Set(deletions(word))) {
      const sharing = byForm.get(form);
      if (sharing) sharing.push(word);
      else byForm.set(form, [word]);
    }
  }

  return (word) => {
    if (word.length < SHORTEST || frequencies.has(word) || /\d/.test(word) || stems.has(stem(word))) return word;
    const limit = word.length >= LONG ? 2 : 1;
    let best = word;
    let nearest = limit + 1;
    let highest = 0;
    const seen = new Set<string>();
    for (const form of deletions(word)) {
      for (const candidate of byForm.get(form) ?? []) {
        if (seen.has(candidate)) continue;
        seen.add(candidate);
        const distance = editDistance(word, candidate, limit);
        const frequency = frequencies.get(candidate) ?? 0;
        if (distance < nearest || (distance === nearest && distance <= limit && frequency > highest)) {
          best = candidate;
          nearest = distance;
          highest = frequency;
        }
      }
    }
    return best;
  };
}
