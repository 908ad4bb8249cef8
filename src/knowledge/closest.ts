import Fuse from 'fuse.js';

/** "; did you mean `x`?" with the most similar choice, or nothing if none is similar. */
export function didYouMean(typed: string, choices: Iterable<string>): string {
  if (typed.length < 3) return '';
  // Up to half of the letters may differ: names are short, and a wrong suggestion does no harm.
  const found = new Fuse([...choices], { threshold: 0.5, ignoreLocation: true, shouldSort: true }).search(typed, {
    limit: 1,
  });
  return found[0] ? `; did you mean \`${found[0].item}\`?` : '';
}
