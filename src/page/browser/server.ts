/** The page's requests to the server. */
import type { APIInteractionResponse, RESTPostAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { MessageBody } from '../../discord/render.ts';
import type { Decision, Queued } from '../../insights/queue.ts';
import type { Row, Tried } from '../curator.ts';
import type { Decided } from '../queue.ts';
import type { Work } from '../work.ts';
import type { Interaction, Target } from './interaction.ts';
import { say } from './words.ts';

export interface Answer {
  readonly response: APIInteractionResponse;
  readonly files: readonly File[];
}

async function ok(response: Response): Promise<Response> {
  if (!response.ok) {
    throw new Error(say('page.server.refused', { status: response.status, text: await response.text() }));
  }
  return response;
}

const post = (path: string, body: object): Promise<Response> =>
  fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }).then(ok);

/** The commands as they are registered with Discord. */
export async function fetchCommands(): Promise<readonly RESTPostAPIApplicationCommandsJSONBody[]> {
  return (await ok(await fetch('/page/commands'))).json();
}

/** The bot's response to an interaction. */
export async function send(interaction: Interaction): Promise<Answer> {
  const response = await post('/page/interactions', interaction);
  if (!response.headers.get('content-type')?.startsWith('multipart/form-data')) {
    return { response: await response.json(), files: [] };
  }
  const form = await response.formData();
  const files = [...form.values()].filter((part) => part instanceof File);
  return { response: JSON.parse(String(form.get('payload_json'))), files };
}

/** The message that follows a deferral. */
export async function fetchLater({ token }: Interaction): Promise<MessageBody> {
  return (await ok(await fetch(`/page/later/${token}`))).json();
}

/** The bot's answer to a message that mentions it; null if there is none. */
export async function sendMessage(message: Target): Promise<MessageBody | null> {
  const response = await post('/page/messages', message);
  return response.status === 204 ? null : response.json();
}

/** The current entries of the knowledge; the browser revalidates its copy, so that unchanged data is not sent again. */
export async function fetchRows(): Promise<readonly Row[]> {
  return (await ok(await fetch('/page/knowledge', { cache: 'no-cache' }))).json();
}

/** What is left to do with them; cached in the same way. */
export async function fetchWork(): Promise<Work> {
  return (await ok(await fetch('/page/work', { cache: 'no-cache' }))).json();
}

/** The questions without an answer. */
export async function fetchQueue(): Promise<readonly Queued[]> {
  return (await ok(await fetch('/page/queue'))).json();
}

/** Sends a decision, which may take some seconds, because the knowledge is checked. */
export async function decide(decision: Decision): Promise<Decided> {
  return (await post('/page/queue', decision)).json();
}

/** The bot's greeting for a server that it joins. */
export async function fetchGreeting(): Promise<MessageBody> {
  return (await ok(await fetch(`/page/greeting${location.search}`))).json();
}

/** How a question ranks among them. */
export async function fetchRanking(question: string): Promise<Tried> {
  return (await ok(await fetch(`/page/ranking?question=${encodeURIComponent(question)}`))).json();
}
