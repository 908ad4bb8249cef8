import { expect, test } from 'vitest';
import { drawMarkdown, plain } from '../../src/terminal/markdown.ts';

const url = 'https://echo.example/lake';

test.each([
  ['a passage by its label', `-# [¶1](${url}#:~:text=The%20mayor) · ¶2`, '  ¶1 · ¶2'],
  ['a bold one too', `**[¶1](${url}#:~:text=a,b)** It rains.`, '¶1 It rains.'],
  ['another with its address', `[The lake \\[1\\]](${url}), 16 May`, `The lake [1] (${url}), 16 May`],
  ['what somebody typed as it was typed', '> \\[a\\](https\\://b\\.example)', '│ [a](https://b.example)'],
])('a link: %s', (_what, markdown, drawn) => {
  expect(drawMarkdown(markdown, plain, 100)).toBe(drawn);
});
