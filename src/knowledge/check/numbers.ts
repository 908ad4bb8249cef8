const SMALL: Readonly<Record<string, number>> = {
  both: 2,
  ...Object.fromEntries(
    'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
      .split(' ')
      .map((word, index) => [word, index + 2]),
  ),
  ...Object.fromEntries(
    'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, index) => [word, (index + 2) * 10]),
  ),
};
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1000,
  million: 1_000_000,
  billion: 1_000_000_000,
};
const TOKEN = /\d[\d,]*(?:\.\d+)?|[a-z]+/g;

/**
 * The values of the numbers in an English text, in digits or in words: "a thousand", "1,000" and "1000" are equal.
 * "One" counts only before a scale ("one hundred"), because it is mostly a pronoun.
 */
export function numbersIn(text: string): Set<number> {
  const values = new Set<number>();
  let current: number | undefined;
  const close = () => {
    if (current !== undefined) values.add(current);
    current = undefined;
  };
  for (const [token] of text.toLowerCase().matchAll(TOKEN)) {
    const [small, scale] = [SMALL[token], SCALES[token]];
    if (scale !== undefined) current = (current ?? 1) * scale;
    else if (small !== undefined && small < 10 && current !== undefined && current >= 20 && current % 10 === 0)
      current += small;
    else {
      close();
      if (small !== undefined) current = small;
      else if (/\d/.test(token)) current = Number(token.replaceAll(',', ''));
    }
  }
  close();
  return values;
}
