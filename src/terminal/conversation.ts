import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { complete } from '../answer/autocomplete.ts';
import { listed } from '../answer/command.ts';
import { type Dispatch, dispatch } from '../answer/dispatch.ts';
import { drawReply, type Next, nextOf } from './draw.ts';
import { styleFor } from './markdown.ts';
import {
  ASKER,
  afterReply,
  type Before,
  mainOption,
  namedCommand,
  replyToLine,
  requestFor,
  typedName,
} from './typed.ts';

const LEAVE = new Set(['/quit', '/exit', '/q']);
const WIDEST = 100;

/** Completions of a typed line, as whole lines. */
export function completions(line: string, to: Dispatch): readonly string[] {
  if (!line.startsWith('/'))
    return complete({ command: 'ask', option: 'question', typed: line, asker: ASKER }, to).map(({ name }) => name);
  const named = namedCommand(line, to.commands);
  if (!named || named.rest === '') {
    return [...listed(to.commands).map((command) => `/${typedName(command)}`), '/quit'].filter((one) =>
      one.startsWith(line),
    );
  }
  const { command, rest } = named;
  const option = mainOption(command);
  if (option === undefined) return [];
  const typing = { command: command.name, option, typed: rest.trimStart(), asker: ASKER };
  return complete(typing, to).map(({ name }) => `/${typedName(command)} ${name}`);
}

type Terminal = Writable & { readonly columns?: number };

/** Talks with a person until `/quit` or the end of input. `dispatchAt` is called for each answer. */
export async function converse(input: Readable, output: Terminal, dispatchAt: () => Dispatch): Promise<void> {
  const style = styleFor(output);
  const reader = createInterface({
    input,
    output,
    prompt: style('cyan', '? '),
    completer: (line: string): [string[], string] => [
      completions(line, dispatchAt()).filter((one) => one !== line),
      line,
    ],
  });
  let next: readonly Next[] = [];
  let before: Before | undefined;
  // Input may end while earlier lines still wait for an answer.
  let ended = false;
  reader.once('close', () => {
    ended = true;
  });
  output.write(`${style('dim', dispatchAt().context.messages.say('terminal.hello'))}\n`);
  reader.prompt();
  for await (const line of reader) {
    const typed = line.trim();
    if (LEAVE.has(typed)) break;
    const chosen = /^\d{1,3}$/.test(typed) ? next[Number(typed) - 1] : undefined;
    if (typed !== '') {
      const reply = await (chosen
        ? dispatch(requestFor(chosen.action, before), dispatchAt())
        : replyToLine(line, dispatchAt(), before));
      next = nextOf(reply);
      before = afterReply(reply, before);
      output.write(`${drawReply(reply, style, Math.min(output.columns || WIDEST, WIDEST), true)}\n\n`);
    }
    if (!ended) reader.prompt();
  }
  reader.close();
}
