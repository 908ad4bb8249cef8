import { expect, test } from 'vitest';
import { memoize } from '../../src/text/memoize.ts';

test('an object’s result is made once, another object’s for itself', () => {
  const made: string[] = [];
  const shout = memoize(({ name }: { name: string }) => {
    made.push(name);
    return name.toUpperCase();
  });
  const [one, other] = [{ name: 'one' }, { name: 'one' }];
  expect([shout(one), shout(one), shout(other)]).toEqual(['ONE', 'ONE', 'ONE']);
  expect(made).toEqual(['one', 'one']);
});
