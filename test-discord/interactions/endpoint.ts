import { InteractionType } from 'discord-api-types/v10';
import type { Core } from '../core.ts';
import { DiscordError } from '../errors.ts';
import { asObject, type Json } from '../json.ts';
import { inspectBody } from '../rest/inspect.ts';
import type { Interaction } from './record.ts';
import { respond } from './respond.ts';
import type { Signer } from './signing.ts';

/** Where interactions go if not over the gateway. */
export interface Endpoint {
  url: string;
  signer: Signer;
}

const CALLBACK = { method: 'POST', path: '/interactions/:interaction/:token/callback' } as const;

/** Posts a signed body and returns status and text; it times out when Discord would. */
async function post(
  core: Core,
  { url, signer }: Endpoint,
  body: string,
  tamper = '',
): Promise<{ status: number; text: string }> {
  const controller = new AbortController();
  const stop = core.clock.after(core.interactions.responseMs, () => controller.abort());
  try {
    const headers = signer.headers(body + tamper, core.clock.now());
    const response = await fetch(url, { method: 'POST', headers, body, signal: controller.signal });
    return { status: response.status, text: await response.text() };
  } finally {
    stop();
  }
}

/**
 * Validates an endpoint as Discord does: a PING must be answered, and one with a wrong signature refused with 401.
 * Throws with what is wrong.
 */
export async function verifyEndpoint(core: Core, endpoint: Endpoint): Promise<void> {
  const ping = JSON.stringify({
    id: core.nextId(),
    application_id: core.applicationId,
    type: InteractionType.Ping,
    token: 'ping',
    version: 1,
    entitlements: [],
  });
  const good = await post(core, endpoint, ping);
  const pong = good.status === 200 ? asObject(JSON.parse(good.text)).type : null;
  if (pong !== 1)
    throw new Error(`The endpoint answered a PING with ${good.status} ${good.text}: it must answer 200 {"type":1}.`);
  const bad = await post(core, endpoint, ping, 'tampered');
  if (bad.status !== 401)
    throw new Error(`The endpoint answered a wrong signature with ${bad.status}: it must answer 401.`);
}

/** Sends an interaction over HTTP and takes the response's body as its first response. */
export async function deliverOverHttp(
  core: Core,
  endpoint: Endpoint,
  interaction: Interaction,
  payload: Json,
): Promise<void> {
  const route = `POST ${endpoint.url}`;
  const reject = (status: number, error: Json) => {
    core.log.rejections.push({ route, status, error });
    core.changes.notify();
  };
  try {
    const { status, text } = await post(core, endpoint, JSON.stringify(payload));
    // 202 means that the response follows over the REST API.
    if (status === 202) return;
    if (status !== 200) return reject(status, { message: `The endpoint answered ${status}`, body: text });
    const body = asObject(JSON.parse(text));
    const path = `/interactions/${interaction.id}/${interaction.token}/callback`;
    inspectBody(core, CALLBACK, { method: 'POST', path, body });
    respond(core.interactions.require(interaction.id, interaction.token), body, core.posts);
  } catch (error) {
    if (error instanceof DiscordError)
      return reject(error.status, { code: error.code, message: error.message, errors: error.errors });
    reject(0, { message: String(error) });
  }
}
