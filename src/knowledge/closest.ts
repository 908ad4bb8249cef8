import Fuse from 'fuse.js';

/** "; did you mean `x`?" with the choice nearest in spelling, or nothing if none is near. */
export function didYouMean(typed: string, choices: Iterable<string>): string {
  if (typed.length < 3) return '';
  // Half the letters may differ: names are short, and a wrong suggestion costs a curator nothing.
  const found = new Fuse([...choices], { threshold: 0.5, ignoreLocation: true, shouldSort: true }).search(typed, {
    limit: 1,
  });
  return found[0] ? `; did you mean \`${found[0].item}\`?` : '';
}
