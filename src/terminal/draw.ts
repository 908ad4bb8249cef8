/** Renders a Reply as text for a terminal, with the next choices as a numbered list. */
import type { Action, Reply } from '../answer/reply.ts';
import { messagesIn } from '../messages/messages.ts';
import { drawMarkdown, type Style } from './markdown.ts';

export interface Next {
  readonly label: string;
  readonly action: Action;
}

/** Everything that a reply's buttons and menus lead to, in order. */
export function nextOf({ buttons, menus }: Reply): readonly Next[] {
  const fromMenus = menus.flatMap(({ action, option, choices }) =>
    choices.map(({ label, value }) => ({
      label,
      action: { ...action, options: { ...action.options, [option]: value } },
    })),
  );
  return [...buttons.map(({ label, action }) => ({ label, action })), ...fromMenus];
}

/** The next choices as lines: in a conversation numbered, to be typed; else only the questions to ask next. */
function nextLines(reply: Reply, style: Style, numbered: boolean): readonly string[] {
  const next = nextOf(reply);
  if (numbered) return next.map(({ label }, index) => `${style('cyan', `${index + 1}`.padStart(2))} ${label}`);
  const questions = next.filter(({ action }) => action.command === 'ask').map(({ label }) => `• ${label}`);
  return questions.length > 0 ? [style('dim', messagesIn(reply.language).say('terminal.alsoAsk')), ...questions] : [];
}

/** The reply, and under it the next choices. Ends without a line break. */
export function drawReply(reply: Reply, style: Style, width: number, numbered: boolean): string {
  const text = (markdown: string) => drawMarkdown(markdown, style, width);
  const next = nextLines(reply, style, numbered);
  const title = reply.title ?? reply.asked;
  return [
    ...(title ? [style('bold', text(title))] : []),
    text(reply.text),
    ...reply.sections.flatMap(({ heading, text: body }) => ['', style('bold', text(heading)), text(body)]),
    ...(reply.footer ? ['', style('dim', text(reply.footer))] : []),
    ...(next.length > 0 ? ['', ...next] : []),
  ].join('\n');
}
