/** Every environment variable that the program reads: its shape, and what it means. */
import { z } from 'zod';

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

/** In the order of `.env.example`. */
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
    schema: z.enum(['on', 'off'], '"on" or "off"').default('on'),
    about:
      'off: no connection to the gateway, everything uses the HTTP endpoint; daily posts are made if there is a token.',
    example: 'on',
  },
  PORT: {
    schema: wholeNumber('a port is a number from 0 to 65535')
      .refine((port) => port <= 65535, 'a port is a number from 0 to 65535')
      .default(3000),
    about: 'The port of the HTTP server (interactions, health, metrics). Further shard processes take the next ones.',
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
            .regex(/^[1-9]\d{0,3}$/, '"auto" or a number from 1')
            .transform(Number),
        ],
        '"auto" or a number from 1',
      )
      .optional(),
    about: 'Run this many gateway shards on this machine, one process each; "auto" asks Discord how many.',
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
      'The database for settings, the ledger of daily posts and questions. Without it, an SQLite file under data/.',
  },
  CATCH_UP_HOURS: {
    schema: wholeNumber('a number of hours from 1 to 23')
      .refine((hours) => hours >= 1 && hours <= 23, 'a number of hours from 1 to 23')
      .default(6),
    about: 'How many hours after its time a daily post is still made, such as when the bot was down.',
    example: '6',
  },
  ANSWERS_PER_USER: {
    schema: wholeNumber('a number of answers from 1 to 1000')
      .refine((answers) => answers >= 1 && answers <= 1000, 'a number of answers from 1 to 1000')
      .default(10),
    about: 'How many answers a person gets within 10 seconds from each process; for more, they are told to wait.',
    example: '10',
  },
  STORE_QUESTIONS: {
    schema: z.enum(['on', 'off'], '"on" or "off"').default('on'),
    about:
      'Whether counts, unanswered questions and votes are stored, as PRIVACY.md says; "off" stores none and deletes existing ones.',
    example: 'on',
  },
  KEEP_DAYS: {
    schema: wholeNumber('a number of days from 1 to 365')
      .refine((days) => days >= 1 && days <= 365, 'a number of days from 1 to 365')
      .default(90),
    about: 'For how many days counts, unanswered questions and votes are stored.',
    example: '90',
  },
  HASH_KEY: {
    schema: z
      .string()
      .min(32, 'at least 32 characters that nobody can guess, such as from: openssl rand -hex 32')
      .optional(),
    about:
      'The secret, of 32 characters or more, for the keyed hashes of people. Without it, the token is used, and resetting the token deletes votes and the hashes of pending questions.',
  },
  OPERATOR_CONTACT: {
    schema: z.string().max(200, 'at most 200 characters').optional(),
    about: 'How people reach you, such as an e-mail address; /privacy shows it.',
  },
  ARTICLES_DIR: {
    schema: z.string().optional(),
    about: "A folder with the articles' texts, named <article id>.txt; with it, /source shows the paragraph itself.",
  },
  DRAFTS: {
    schema: z.enum(['on', 'off'], '"on" or "off"').default('off'),
    about: 'on: serves articles that are marked as drafts too, to try them out.',
    example: 'off',
  },
  LOG_LEVEL: {
    schema: z.enum(levels, `one of ${levels.join(', ')}`).default('info'),
    about: `How much is logged: ${levels.join(', ')}.`,
    example: 'info',
  },
} as const satisfies Record<string, Variable>;

/** Every variable, parsed; undefined if it is absent and has no default. */
export type Environment = { readonly [Name in keyof typeof variables]: z.output<(typeof variables)[Name]['schema']> };
