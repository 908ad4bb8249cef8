/** A text with a typo in one word of at least four letters: a letter left out, doubled, or swapped. */
export function withTypo(text: string, random: () => number): string {
  const words = text.split(' ');
  const long = [...words.keys()].filter((at) => /^[a-z]{4,}$/i.test(words[at] ?? ''));
  const at = long[Math.floor(random() * long.length)];
  if (at === undefined) return text;
  const word = words[at] ?? '';
  const letter = 1 + Math.floor(random() * (word.length - 2));
  const [before, after] = [word.slice(0, letter), word.slice(letter + 1)];
  const slips = [
    before + after,
    before + word[letter] + word[letter] + after,
    before + after[0] + word[letter] + after.slice(1),
  ];
  return words.with(at, slips[Math.floor(random() * slips.length)] as string).join(' ');
}
