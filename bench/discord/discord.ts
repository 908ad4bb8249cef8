/** A test Discord with people who ask, in its own process, so that its memory does not count as the bot's. */
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { commands } from '../../commands/index.ts';
import { registrationsOf } from '../../src/discord/register/registration.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { type Json, startTestDiscord } from '../../test-discord/index.ts';
import { type Quantiles, quantiles } from '../quantiles.ts';

/** Either `inFlight` people who ask again as soon as they are answered, or questions at a steady rate. */
export type Load =
  | { readonly kind: 'saturate'; readonly answers: number; readonly inFlight: number }
  | { readonly kind: 'steady'; readonly answers: number; readonly perSecond: number };

export interface Served {
  readonly answers: number;
  /** Questions without an answer within Discord's 3 seconds. */
  readonly unanswered: number;
  readonly seconds: number;
  /** Milliseconds from sending the question to receiving its answer, at Discord. */
  readonly latency: Quantiles;
}

/** The address of the running test Discord. */
export interface Address {
  readonly apiUrl: string;
  readonly token: string;
}

const ROOT = join(import.meta.dirname, '../..');
const [servers = 1, shards = 1] = process.argv.slice(2).map(Number);

const loaded = loadKnowledge(join(ROOT, 'knowledge'));
if (!loaded.ok) throw new Error('The knowledge is not in order: npm run check says where.');
const questions = [...loaded.knowledge.entries.values()].flatMap(({ phrasings }) => phrasings);

// Without the API's description: checking bodies against it would dominate the load here.
const discord = await startTestDiscord({
  guilds: Array.from({ length: servers }, () => ({})),
  token: 'parley.test.token',
  shards,
  openapi: '',
});
discord.register(registrationsOf(commands) as unknown as Json[]);

let asked = 0;
let latencies: number[] = [];
let unanswered = 0;

/** Each question comes from a different person, because of the rate limit for one person. */
async function ask(): Promise<void> {
  const guild = discord.guilds[asked % Math.min(servers, 20)];
  const question = questions[(asked * 7) % questions.length] ?? '';
  asked += 1;
  const user = discord.user({ ...(guild && { guild: guild.id }) });
  const began = performance.now();
  const shown = await user.slash('ask', { question });
  if (shown.kind === 'message') latencies.push(performance.now() - began);
  else unanswered += 1;
}

async function saturate(answers: number, inFlight: number): Promise<void> {
  let left = answers;
  const person = async () => {
    while (left-- > 0) await ask();
  };
  await Promise.all(Array.from({ length: inFlight }, person));
}

async function steady(answers: number, perSecond: number): Promise<void> {
  const began = performance.now();
  const pending: Promise<void>[] = [];
  for (let index = 0; index < answers; index++) {
    const due = began + (index * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await wait(early);
    pending.push(ask());
  }
  await Promise.all(pending);
}

process.on('message', async (load: Load) => {
  latencies = [];
  unanswered = 0;
  const began = performance.now();
  if (load.kind === 'saturate') await saturate(load.answers, load.inFlight);
  else await steady(load.answers, load.perSecond);
  const seconds = (performance.now() - began) / 1000;
  const served: Served = { answers: latencies.length, unanswered, seconds, latency: quantiles(latencies) };
  process.send?.(served);
});
const address: Address = { apiUrl: discord.apiUrl, token: discord.token };
process.send?.(address);
