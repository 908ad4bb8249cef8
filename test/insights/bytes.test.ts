/** What is deleted is gone from the bytes of an SQLite file and of what stands beside it, and from a backup. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { createLog } from '../../src/config/log.ts';
import { createKeys } from '../../src/insights/keys.ts';
import { backUp } from '../../src/store/backup.ts';
import { forgetServer } from '../../src/store/forget.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { type Asking, asking, type Person, SETTINGS } from '../support/asking.ts';
import { emptyFolder } from '../support/folder.ts';

const ann: Person = { user: '100000000000000001', guild: '300000000000000000' };
const bob: Person = { user: '100000000000000002', guild: '300000000000000000' };
const UNKNOWN = 'who paid for the golden submarine';
const keys = createKeys(SETTINGS.hashKey);

let folder: string;
let url: string;
beforeEach(() => {
  folder = emptyFolder();
  url = `sqlite:${join(folder, 'parley.db')}`;
});

async function opened(): Promise<Store> {
  const store = await openStore(url, createLog('silent'));
  onTestFinished(() => store.destroy());
  return store;
}

/** Which of these stand in any file of the folder, or in a backup made now. */
function foundOf(traces: readonly string[]): readonly string[] {
  const backup = join(emptyFolder(), 'copy.db');
  backUp(url, backup);
  const files = [...readdirSync(folder).map((name) => join(folder, name)), backup];
  const bytes = files.map((file) => readFileSync(file, 'latin1')).join('\n');
  return traces.filter((trace) => bytes.includes(trace));
}

const hashesOf = ({ user }: Person, { now }: Asking) => [keys.voter.at(user, now), keys.asker.at(user, now)];

test('of a person who has it deleted, and of nobody else', async () => {
  const people = asking(await opened());
  for (const person of [ann, bob]) {
    await people.press(person, await people.ask(person, 'number of trout'), 'Helpful');
    await people.ask(person, `${UNKNOWN} ${person.user === ann.user ? 'once' : 'twice'}`);
  }
  const [ofAnn, ofBob] = [hashesOf(ann, people), hashesOf(bob, people)];
  expect(foundOf([...ofAnn, ...ofBob])).toEqual([...ofAnn, ...ofBob]);
  await people.act(ann, { command: 'privacy delete', options: {} });
  expect(foundOf([...ofAnn, ...ofBob])).toEqual(ofBob);
  await people.stop();
});

test('of a server that goes', async () => {
  const store = await opened();
  const people = asking(store);
  await people.press(ann, await people.ask(ann, 'number of trout'), 'Helpful');
  const traces = [ann.guild ?? '', keys.voter.at(ann.user, people.now)];
  expect(foundOf(traces)).toEqual(traces);
  await forgetServer(store, ann.guild ?? '', people.now);
  expect(foundOf(traces)).toEqual([]);
  await people.stop();
});

test('of all questions with STORE_QUESTIONS=off', async () => {
  const store = await opened();
  const before = asking(store);
  for (const person of [ann, bob]) await before.ask(person, UNKNOWN);
  await before.stop();
  expect(foundOf([UNKNOWN])).toEqual([UNKNOWN]);
  await asking(store, { storesQuestions: false }).stop();
  expect(foundOf([UNKNOWN])).toEqual([]);
});

test('of what an older version has deleted and left in the file', async () => {
  await (await openStore(url, createLog('silent'))).destroy();
  const old = new DatabaseSync(join(folder, 'parley.db'));
  old.exec(`
    insert into question_text (text_key, text, fingerprint, day) values ('1', '${UNKNOWN}', '2', '2026-05-16');
    delete from question_text;
  `);
  old.close();
  expect(readFileSync(join(folder, 'parley.db'), 'latin1')).toContain(UNKNOWN);
  await asking(await opened()).stop();
  expect(foundOf([UNKNOWN])).toEqual([]);
});

test('of rows that were moved to make room for others', async () => {
  const store = await opened();
  const voters = Array.from({ length: 200 }, (_, at) => `voter-${String(at).padStart(10, '0')}`);
  // Of all servers in turn, so that no page is filled in order and many are split.
  for (let guild = 0; guild < 40; guild++) {
    const rows = voters.map((voter, at) => ({
      guild_id: String((guild * 7919) % 41),
      voter,
      answer: `answer-${(at * 104_729) % 211}`,
      entry: 'which-day',
      day: '2026-05-16',
      helpful: 1,
      fingerprint: keys.fingerprint,
    }));
    await store.insertInto('vote').values(rows).execute();
  }
  const gone = voters.slice(0, 100);
  await store.deleteFrom('vote').where('voter', 'in', gone).execute();
  await asking(store).stop();
  expect(foundOf(voters)).toEqual(voters.slice(100));
});
