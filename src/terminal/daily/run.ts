/** The coming daily posts, for a curator to read in advance. */
import type { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import type { Reply } from '../../answer/reply.ts';
import { comingPosts } from '../../daily/coming.ts';
import { dailyPost, toldIn } from '../../daily/content.ts';
import type { Plan } from '../../daily/plan.ts';
import { NEW } from '../../daily/standing.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { languagesOf } from '../../knowledge/languages.ts';
import { BASE_LANGUAGE } from '../../messages/messages.ts';
import { DAY_MS, dayOf } from '../../text/dates.ts';
import { drawReply } from '../draw.ts';
import { styleFor } from '../markdown.ts';

const USAGE = `Usage:
  npm run daily                       the posts of the next 14 days, as a server has them that begins today

  --days 20                           of so many days
  --from 2026-01-31                   from a date on
  --language uk                       in a language
  --after stop                        as for a server that stops after the series (otherwise weekly)
`;

const MOST_DAYS = 1000;
const WIDTH = 100;

/** What the arguments ask for, or a line that says what is wrong with them. */
function parse(given: readonly string[], languages: readonly string[], today: string) {
  const options = {
    days: { type: 'string', default: '14' },
    from: { type: 'string', default: today },
    language: { type: 'string', default: BASE_LANGUAGE },
    after: { type: 'string', default: 'weekly' },
  } as const;
  const { values } = parseArgs({ args: [...given], options });
  const { days, from, language, after } = values;
  if (!/^\d{1,4}$/.test(days) || Number(days) < 1 || Number(days) > MOST_DAYS) {
    return `--days is a whole number from 1 to ${MOST_DAYS}.`;
  }
  const moment = Date.parse(`${from}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(from) || Number.isNaN(moment) || dayOf(moment) !== from) {
    return '--from is a date such as 2026-01-31.';
  }
  if (!languages.includes(language)) return `There is no language “${language}”; there are ${languages.join(', ')}.`;
  if (after !== 'weekly' && after !== 'stop') return '--after is weekly or stop.';
  const dates = Array.from({ length: Number(days) }, (_, day) => dayOf(moment + day * DAY_MS));
  return { dates, language, after } as const;
}

/** A post with what its button shows: the answer to the question of the day. */
function opened(post: Reply, { theme }: Plan, { knowledge, messages }: ReturnType<typeof toldIn>): Reply {
  const entry = theme && knowledge.entries.get(theme.question);
  const answers = entry ? [{ heading: messages.say('daily.content.answer'), text: entry.answer }] : [];
  return { ...post, sections: [...post.sections, ...answers], buttons: [] };
}

/** Prints the posts and returns the exit code: 0, or 2 for bad usage. */
export function run(
  given: readonly string[],
  output: Writable & { readonly isTTY?: boolean; readonly columns?: number },
  errors: Writable,
  { knowledge, now }: { readonly knowledge: Knowledge; readonly now: number },
): number {
  const asked = (() => {
    try {
      return parse(given, languagesOf(knowledge), dayOf(now));
    } catch (error) {
      // The error from parseArgs says what is wrong with the arguments.
      if (error instanceof TypeError) return error.message.split('. ', 1).join('');
      throw error;
    }
  })();
  if (typeof asked === 'string') {
    errors.write(`${asked}\n${USAGE}`);
    return 2;
  }
  const { dates, language, after } = asked;
  const told = toldIn(language, knowledge);
  const style = styleFor(output);
  const width = output.isTTY ? Math.min(output.columns || WIDTH, WIDTH) : Number.POSITIVE_INFINITY;
  for (const { date, plan } of comingPosts(dates, { weekdays: '1234567', after }, NEW, knowledge)) {
    const post = plan
      ? drawReply(opened(dailyPost(date, plan, told), plan, told), style, width, false)
      : style('dim', `${date}: no post`);
    output.write(`${post}\n\n`);
  }
  return 0;
}
