/** The configuration: the environment, parsed once, or what is wrong with it. */
import { Fatal } from './fatal.ts';
import { type Environment, variables } from './variables.ts';

export interface Config {
  readonly token: string | undefined;
  readonly applicationId: string | undefined;
  readonly guildId: string | undefined;
  readonly apiUrl: string;
  readonly publicKey: string | undefined;
  /** Whether a process with a token connects to the gateway. */
  readonly usesGateway: boolean;
  readonly port: number;
  readonly host: string;
  /** How many shard processes to spawn; undefined runs the gateway in this process. */
  readonly shards: 'auto' | number | undefined;
  /** The shards of this process, out of `count`; undefined lets Discord decide. */
  readonly ownShards: { readonly ids: readonly number[]; readonly count: number } | undefined;
  readonly databaseUrl: string | undefined;
  readonly catchUpHours: number;
  /** How many answers a person may get within the rate limit's window. */
  readonly answersPerUser: number;
  readonly storesQuestions: boolean;
  readonly keepDays: number;
  readonly hashKey: string | undefined;
  readonly operatorContact: string | undefined;
  readonly articlesDir: string | undefined;
  readonly servesDrafts: boolean;
  readonly logLevel: Environment['LOG_LEVEL'];
}

/** Problems with the combination of the variables for shards. */
function shardProblems({ SHARDS, SHARD_IDS, SHARD_COUNT }: Environment): string[] {
  if (SHARDS !== undefined && SHARD_IDS) return ['SHARDS: set either SHARDS, or SHARD_IDS with SHARD_COUNT'];
  if (SHARD_IDS && SHARD_COUNT === undefined)
    return ['SHARD_COUNT: set it beside SHARD_IDS, to the number of shards in all'];
  if (!SHARD_IDS && SHARD_COUNT !== undefined)
    return ['SHARD_IDS: set it beside SHARD_COUNT, to the shards of this process'];
  const beyond = (SHARD_IDS ?? []).filter((id) => id >= (SHARD_COUNT ?? 0));
  return beyond.length
    ? [`SHARD_IDS: ${beyond.join(', ')} is not below SHARD_COUNT (${SHARD_COUNT}); ids count from 0`]
    : [];
}

/** Problems with a process that does not use the gateway. */
function gatewayProblems({ GATEWAY, DISCORD_PUBLIC_KEY, SHARDS, SHARD_IDS }: Environment): string[] {
  if (GATEWAY === 'on') return [];
  const problems: string[] = [];
  if (DISCORD_PUBLIC_KEY === undefined)
    problems.push('GATEWAY: off leaves the HTTP endpoint alone; set DISCORD_PUBLIC_KEY, which turns it on');
  if (SHARDS !== undefined || SHARD_IDS)
    problems.push('GATEWAY: shards are connections to the gateway; with off, leave SHARDS and SHARD_IDS out');
  return problems;
}

/**
 * Everything that is wrong with the environment, one line for each variable; never a value, because it may be secret.
 */
export class ConfigError extends Fatal {
  constructor(problems: readonly string[]) {
    super(['The environment (or .env) is not right:', ...problems.map((problem) => `  ${problem}`)].join('\n'));
  }
}

/**
 * The configuration from an environment; an empty variable counts as absent, and values are trimmed.
 * @throws {ConfigError} naming every bad variable and how to fix it.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Object.entries(variables).map(
    ([name, { schema }]) => [name, schema.safeParse(environment[name]?.trim() || undefined)] as const,
  );
  const bad = parsed.flatMap(([name, { error }]) => (error?.issues ?? []).map(({ message }) => ({ name, message })));
  const values = Object.fromEntries(parsed.map(([name, { data }]) => [name, data])) as Environment;
  // A problem with a combination is reported only if each of its variables is valid by itself.
  const together = [...shardProblems(values), ...gatewayProblems(values)].filter(
    (problem) => !bad.some(({ name }) => problem.includes(name)),
  );
  const problems = [...bad.map(({ name, message }) => `${name}: ${message}`), ...together];
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    token: values.DISCORD_TOKEN,
    applicationId: values.DISCORD_APPLICATION_ID,
    guildId: values.DISCORD_GUILD_ID,
    apiUrl: values.DISCORD_API_URL.replace(/\/+$/, ''),
    publicKey: values.DISCORD_PUBLIC_KEY,
    usesGateway: values.GATEWAY === 'on',
    port: values.PORT,
    host: values.HOST,
    shards: values.SHARDS,
    ownShards: values.SHARD_IDS && { ids: values.SHARD_IDS, count: values.SHARD_COUNT ?? 0 },
    databaseUrl: values.DATABASE_URL,
    catchUpHours: values.CATCH_UP_HOURS,
    answersPerUser: values.ANSWERS_PER_USER,
    storesQuestions: values.STORE_QUESTIONS === 'on',
    keepDays: values.KEEP_DAYS,
    hashKey: values.HASH_KEY,
    operatorContact: values.OPERATOR_CONTACT,
    articlesDir: values.ARTICLES_DIR,
    servesDrafts: values.DRAFTS === 'on',
    logLevel: values.LOG_LEVEL,
  };
}
