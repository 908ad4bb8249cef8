/** The one list of commands: it dispatches, registers and documents them. */
import type { Command } from '../src/answer/command.ts';
import { articles } from './articles.ts';
import { ask } from './ask.ts';
import { checkMessage } from './check-message.ts';
import { daily } from './daily.ts';
import { dailyHere } from './daily-here.ts';
import { dailySet } from './daily-set.ts';
import { fact } from './fact.ts';
import { feedback } from './feedback.ts';
import { help } from './help.ts';
import { insights } from './insights.ts';
import { language } from './language.ts';
import { positions } from './positions.ts';
import { privacy } from './privacy.ts';
import { quote } from './quote.ts';
import { source } from './source.ts';
import { summary } from './summary.ts';
import { tell, tellShortly } from './tell.ts';
import { timeline } from './timeline.ts';
import { topics } from './topics.ts';
import { who } from './who.ts';

const answering: readonly Command[] = [
  ask,
  fact,
  who,
  quote,
  timeline,
  positions,
  topics,
  summary,
  source,
  articles,
  checkMessage,
  dailySet,
  ...daily,
  dailyHere,
  ...feedback,
  language,
  tell,
  tellShortly,
  insights,
  ...privacy,
];

export const commands: readonly Command[] = [...answering, help(answering)];
