/** The places of at most `limit` labels, of `least` or more, in order of probability; equal ones in their own order. */
export function likeliest(probabilities: Float32Array, limit: number, least: number): number[] {
  const best: number[] = [];
  for (let label = 0; label < probabilities.length; label++) {
    const probability = probabilities[label] as number;
    if (probability < least) continue;
    if (best.length === limit && probability <= (probabilities[best[limit - 1] as number] as number)) continue;
    let place = Math.min(best.length, limit - 1);
    while (place > 0 && probability > (probabilities[best[place - 1] as number] as number)) {
      best[place] = best[place - 1] as number;
      place--;
    }
    best[place] = label;
  }
  return best;
}
