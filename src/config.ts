/** The environment, parsed once: every variable, what it means, and what is wrong with it. */
import { z } from 'zod';
import { PER_USER } from './discord/rate-limit.ts';
import { Fatal } from './fatal.ts';

const snowflake = z.string().regex(/^\d{17,20}$/, 'a Discord id is 17 to 20 digits; copy it with Developer Mode on');
const url = (protocol: RegExp, message: string) => z.url({ protocol, error: message });
const wholeNumber = (message: string) =>
  z
    .string()
    .regex(/^\d{1,6}$/, message)
    .transform(Number);
const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

interface Variable {
  readonly schema: z.ZodType;
  /** One line for `.env.example`. */
  readonly about: string;
  readonly example?: string;
}

/** Every variable the program reads, in the order of `.env.example`. */
export const variables = {
  DISCORD_TOKEN: {
    schema: z
      .string()
      .regex(
        /^[\w-]+\.[\w-]+\.[\w-]+$/,
        'a bot token has three parts joined by dots; reset and copy it under "Bot" in the developer portal',
      )
      .optional(),
    about: 'The bot\'s token, from "Bot" in https://discord.com/developers/applications. Keep it secret.',
  },
  DISCORD_APPLICATION_ID: {
    schema: snowflake.optional(),
    about: 'The application\'s id, from "General Information". Without it, Discord is asked.',
  },
  DISCORD_GUILD_ID: {
    schema: snowflake.optional(),
    about: 'Register the commands in this one server, for trying things out. Without it, everywhere.',
  },
  DISCORD_API_URL: {
    schema: url(/^https?$/, 'an address such as http://127.0.0.1:8080/api').default('https://discord.com/api'),
    about: "Discord's API, or a REST proxy in front of it.",
    example: 'https://discord.com/api',
  },
  DISCORD_PUBLIC_KEY: {
    schema: z
      .string()
      .regex(
        /^[0-9a-f]{64}$/i,
        'a public key is 64 hexadecimal digits, from "General Information" in the developer portal',
      )
      .optional(),
    about: "The application's public key; turns on the HTTP endpoint POST /interactions.",
  },
  GATEWAY: {
    schema: z.enum(['on', 'off'], 'GATEWAY is "on" or "off"').default('on'),
    about: 'off: no connection to the gateway, all comes by the HTTP endpoint; daily posts go out with a token.',
    example: 'on',
  },
  PORT: {
    schema: wholeNumber('a port is a number from 0 to 65535')
      .refine((port) => port <= 65535, 'a port is a number from 0 to 65535')
      .default(3000),
    about: 'The port of the HTTP server (interactions, health, metrics). A further shard process takes the next ones.',
    example: '3000',
  },
  HOST: {
    schema: z.string().default('127.0.0.1'),
    about: 'The address the HTTP server listens on; 0.0.0.0 for every interface, as in a container.',
    example: '127.0.0.1',
  },
  SHARDS: {
    schema: z
      .union(
        [
          z.literal('auto'),
          z
            .string()
            .regex(/^[1-9]\d{0,3}$/, 'SHARDS is "auto" or a number from 1')
            .transform(Number),
        ],
        'SHARDS is "auto" or a number from 1',
      )
      .optional(),
    about: 'Run this many gateway shards, a process each, on this machine; "auto" asks Discord how many.',
  },
  SHARD_IDS: {
    schema: z
      .string()
      .regex(/^\d{1,5}(,\d{1,5})*$/, 'shard ids are numbers joined by commas, such as 0,1')
      .transform((ids) => ids.split(',').map(Number))
      .optional(),
    about: 'The shards that this process runs, such as 0,1, to spread them over machines; needs SHARD_COUNT.',
  },
  SHARD_COUNT: {
    schema: wholeNumber('the number of shards in all, such as 4').optional(),
    about: 'The number of shards over all machines; goes with SHARD_IDS.',
  },
  DATABASE_URL: {
    schema: url(
      /^(sqlite|file|postgres|postgresql)$/,
      'an address such as postgres://user:password@host/name',
    ).optional(),
    about:
      'Where settings, the ledger of daily posts and what is asked are kept. Without it, an SQLite file under data/.',
  },
  CATCH_UP_HOURS: {
    schema: wholeNumber('a number of hours from 1 to 23')
      .refine((hours) => hours >= 1 && hours <= 23, 'a number of hours from 1 to 23')
      .default(6),
    about: 'For so many hours after its time a daily post is still made, such as when the bot was down.',
    example: '6',
  },
  ANSWERS_PER_USER: {
    schema: wholeNumber('a number of answers from 1 to 1000')
      .refine((answers) => answers >= 1 && answers <= 1000, 'a number of answers from 1 to 1000')
      .default(PER_USER.answers.times),
    about: 'So many answers a person gets within 10 seconds from each process; whoever asks for more is told to wait.',
    example: '10',
  },
  STORE_QUESTIONS: {
    schema: z.enum(['on', 'off'], '"on" or "off"').default('on'),
    about:
      'Whether counts, unanswered questions and votes are kept, as PRIVACY.md says; "off" keeps none and deletes what is there.',
    example: 'on',
  },
  KEEP_DAYS: {
    schema: wholeNumber('a number of days from 1 to 365')
      .refine((days) => days >= 1 && days <= 365, 'a number of days from 1 to 365')
      .default(90),
    about: 'For so many days they are kept.',
    example: '90',
  },
  HASH_KEY: {
    schema: z
      .string()
      .min(32, 'at least 32 characters that nobody can guess, such as from: openssl rand -hex 32')
      .optional(),
    about:
      'The secret, of 32 characters or more, under which people are hashed in what is kept; without it, the token serves.',
  },
  OPERATOR_CONTACT: {
    schema: z.string().max(200, 'at most 200 characters').optional(),
    about: 'How people reach you, such as an e-mail address; /privacy shows it.',
  },
  ARTICLES_DIR: {
    schema: z.string().optional(),
    about: "A folder with the articles' texts, named <article id>.txt; with it, /source shows the paragraph itself.",
  },
  LOG_LEVEL: {
    schema: z.enum(levels, `one of ${levels.join(', ')}`).default('info'),
    about: `How much is logged: ${levels.join(', ')}.`,
    example: 'info',
  },
} as const satisfies Record<string, Variable>;

type Environment = { readonly [Name in keyof typeof variables]: z.output<(typeof variables)[Name]['schema']> };

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
  /** Shard processes to spawn; undefined runs the gateway in this one. */
  readonly shards: 'auto' | number | undefined;
  /** The shards of this process, of `count` in all; undefined lets Discord say. */
  readonly ownShards: { readonly ids: readonly number[]; readonly count: number } | undefined;
  readonly databaseUrl: string | undefined;
  readonly catchUpHours: number;
  /** Answers that a person gets within the rate limit's window. */
  readonly answersPerUser: number;
  readonly storesQuestions: boolean;
  readonly keepDays: number;
  readonly hashKey: string | undefined;
  readonly operatorContact: string | undefined;
  readonly articlesDir: string | undefined;
  readonly logLevel: (typeof levels)[number];
}

/** What is wrong with shards taken together, which no single variable shows. */
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

/** What is wrong with a process that is to do without the gateway. */
function gatewayProblems({ GATEWAY, DISCORD_PUBLIC_KEY, SHARDS, SHARD_IDS }: Environment): string[] {
  if (GATEWAY === 'on') return [];
  const problems: string[] = [];
  if (DISCORD_PUBLIC_KEY === undefined)
    problems.push('GATEWAY: off leaves the HTTP endpoint alone; set DISCORD_PUBLIC_KEY, which turns it on');
  if (SHARDS !== undefined || SHARD_IDS)
    problems.push('GATEWAY: shards are connections to the gateway; with off, leave SHARDS and SHARD_IDS out');
  return problems;
}

/** All that is wrong with the environment, a line a variable; never a value, as it may be a secret. */
export class ConfigError extends Fatal {
  constructor(problems: readonly string[]) {
    super(['The environment (or .env) is not right:', ...problems.map((problem) => `  ${problem}`)].join('\n'));
  }
}

/**
 * The configuration that an environment says; an empty variable counts as absent, and spaces around a value go.
 * @throws {ConfigError} naming every bad variable and its mend at once.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Object.entries(variables).map(
    ([name, { schema }]) => [name, schema.safeParse(environment[name]?.trim() || undefined)] as const,
  );
  const bad = parsed.flatMap(([name, { error }]) => (error?.issues ?? []).map(({ message }) => ({ name, message })));
  const values = Object.fromEntries(parsed.map(([name, { data }]) => [name, data])) as Environment;
  // What is said of a variable with others counts only where it is good by itself.
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
    logLevel: values.LOG_LEVEL,
  };
}
