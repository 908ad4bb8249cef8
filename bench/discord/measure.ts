/** Measures one start of one bot against one test Discord. */
import { readFileSync } from 'node:fs';
import { type Child, start } from './child.ts';
import type { Address, Load, Served } from './discord.ts';
import type { Usage } from './probe.ts';

/** The two compared bots. */
export const BOTS = {
  bare: new URL('./bare.ts', import.meta.url),
  parley: new URL('../../src/start.js', import.meta.url),
};
export type Bot = keyof typeof BOTS;

/** Node's flags for each: ours has those of `npm start`, the other has none. */
const FLAGS: Readonly<Record<Bot, readonly string[]>> = { bare: [], parley: startFlags() };

function startFlags(): string[] {
  const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return String(scripts.start)
    .split(' ')
    .filter((word) => word.startsWith('--'));
}

const DISCORD = new URL('./discord.ts', import.meta.url);
const KNOWLEDGE = new URL('./knowledge.ts', import.meta.url);
const PROBE = new URL('./probe.ts', import.meta.url);

/** Discord requires a further shard beyond this. https://discord.com/developers/docs/events/gateway#sharding */
const SERVERS_A_SHARD = 2_500;

export interface Started {
  /** Seconds from the process's start until every shard is ready. */
  readonly ready: number;
  readonly idle: Usage;
}

/** A bot's results under load. */
export interface Loaded {
  /** Answers for each second of the process's CPU time. */
  readonly perCpuSecond: number;
  /** The same after so many answers that V8 has compiled the code. */
  readonly perCpuSecondWarm: number;
  /** The number of answers before that. */
  readonly warmAfter: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly unanswered: number;
}

/** Starts a bot in `servers` servers of realistic size, and stops both after `use`. */
export async function withBot<Result>(
  bot: Bot,
  servers: number,
  use: (started: Started, parts: { discord: Child; process: Child }) => Promise<Result>,
): Promise<Result> {
  const shards = Math.ceil(servers / SERVERS_A_SHARD);
  await using discord = start(DISCORD, { flags: ['--max-old-space-size=4096'], args: [`${servers}`, `${shards}`] });
  const { apiUrl, token } = await discord.told<Address>();
  const began = performance.now();
  await using process = start(BOTS[bot], {
    flags: [...FLAGS[bot], '--expose-gc', '--import', PROBE.href],
    set: { DISCORD_API_URL: apiUrl, DISCORD_TOKEN: token },
  });
  await process.logged('connected to Discord', shards);
  const ready = (performance.now() - began) / 1000;
  const idle = await process.request<Usage>({});
  return await use({ ready, idle }, { discord, process });
}

/** Answers before the first measurement, and until a bot counts as warm: V8 keeps compiling for that long. */
const BEFORE = 500;
const UNTIL_WARM = 10_000;

/**
 * Measures the throughput after a short warm-up, then the latency at a steady load, and at last the throughput of the
 * warm bot.
 */
export async function load(
  { discord, process }: { discord: Child; process: Child },
  answers: number,
  perSecond: number,
): Promise<Loaded> {
  const under = (load: Load) => discord.request<Served>(load);
  const saturate = (count: number) => under({ kind: 'saturate', answers: count, inFlight: 16 });
  const measured = async () => {
    const before = await process.request<Usage>({});
    const served = await saturate(answers);
    const after = await process.request<Usage>({});
    return { ...served, perCpuSecond: served.answers / (after.cpu.before - before.cpu.after) };
  };
  await saturate(BEFORE);
  const most = await measured();
  const calm = await under({ kind: 'steady', answers, perSecond });
  const between = await saturate(UNTIL_WARM);
  const warm = await measured();
  return {
    perCpuSecond: most.perCpuSecond,
    perCpuSecondWarm: warm.perCpuSecond,
    warmAfter: BEFORE + 2 * answers + UNTIL_WARM,
    perSecond: most.answers / most.seconds,
    ...calm.latency,
    unanswered: most.unanswered + calm.unanswered + between.unanswered + warm.unanswered,
  };
}

/** Milliseconds to open the knowledge in a fresh process, as part of a start. */
export async function openKnowledge(): Promise<number> {
  await using child = start(KNOWLEDGE);
  return await child.told<number>();
}
