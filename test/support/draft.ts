/** A second article that is still a draft, with the least that an article can have. */
import type { Change } from '../knowledge/fixture.ts';

export const draft: readonly Change[] = [
  {
    file: 'pond/article.yaml',
    to: `draft: true
headline: Ducks return to the pond
date: 2024-03-09
sides: [Ducks]
topics: [{ id: ducks, title: Ducks, description: "" }]
paragraphs: [{ gist: "", sha256: ${'a'.repeat(64)} }]
`,
  },
  { file: 'pond/speakers.yaml', to: 'speakers: [{ id: warden, name: Warden, role: "", side: "" }]\n' },
  {
    file: 'pond/facts/ducks.yaml',
    to: 'topic: ducks\nfacts: [{ id: returned, text: They came back., paragraphs: [1], said_by: article }]\n',
  },
];
