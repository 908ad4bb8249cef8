import { isDeepStrictEqual } from 'node:util';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import type { Core } from '../core.ts';
import { ALREADY_ACKNOWLEDGED, DiscordError, notFound, unauthorized } from '../errors.ts';
import type { Fault } from '../faults.ts';
import { asList, asObject } from '../json.ts';
import type { ApiRequest } from '../log.ts';
import { commandRoutes } from './commands.ts';
import { followRoutes } from './follow.ts';
import { guildRoutes } from './guilds.ts';
import { identityRoutes } from './identity.ts';
import { inspectBody } from './inspect.ts';
import { interactionRoutes } from './interactions.ts';
import { messageRoutes } from './messages.ts';
import { bucketHeaders, rateLimited } from './rate-limit.ts';
import { readBody } from './read-body.ts';
import type { Answer, Route } from './route.ts';

/** The prefix of the API's routes. */
export const PREFIX = '/api/v10';

/** Cloudflare's page instead of Discord's response. */
const PAGE = '<!DOCTYPE html><title>Access denied | discord.com used Cloudflare to restrict access</title>';

type Env = { Bindings: HttpBindings };

function sever(context: Context<Env>): Response {
  context.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

function send(answer: Answer, headers: Record<string, string>): Response {
  if (answer.status === 204) return new Response(null, { status: 204, headers });
  return Response.json(answer.body, { status: answer.status, headers });
}

/**
 * The REST API as a hono app. Each call is recorded, then subjected to injected faults, then checked against the rules.
 */
export function createApp(core: Core): Hono<Env> {
  const { log, faults, changes, clock } = core;
  const app = new Hono<Env>();
  const routes = [
    ...identityRoutes(core),
    ...guildRoutes(core),
    ...commandRoutes(core),
    ...messageRoutes(core),
    ...followRoutes(core),
    ...interactionRoutes(core),
  ];

  async function note(context: Context<Env>): Promise<ApiRequest> {
    const { method } = context.req;
    // discord.js writes @original as %40original.
    const path = decodeURIComponent(context.req.path.slice(PREFIX.length));
    const request = {
      method,
      path,
      query: context.req.query(),
      body: await readBody(context.req),
      at: clock.now(),
      status: null,
    };
    log.requests.push(request);
    changes.notify();
    return request;
  }

  /** Whether the same came before, and was accepted. */
  const isRepeat = ({ path, body }: ApiRequest): boolean =>
    log.requests.some(
      (one) => one.path === path && one.status !== null && one.status < 300 && isDeepStrictEqual(one.body, body),
    );

  function refuse(request: ApiRequest, error: unknown): Response {
    if (!(error instanceof DiscordError)) throw error;
    const { status, code, message, errors } = error;
    const body = { message, code, ...(errors ? { errors } : {}) };
    request.status = status;
    const route = `${request.method} ${request.path}`;
    if (code === ALREADY_ACKNOWLEDGED && isRepeat(request)) log.repeats.push(route);
    else log.rejections.push({ route, status, error: body });
    changes.notify();
    return Response.json(body, { status });
  }

  /** The response of a fault to a call; null if the call continues. */
  async function trouble(fault: Fault | null, request: ApiRequest, route: Route): Promise<Response | null> {
    switch (fault?.kind) {
      case 'status':
        request.status = fault.status;
        changes.notify();
        return Response.json({ message: `${fault.status}`, code: fault.code }, { status: fault.status });
      case 'page':
        request.status = fault.status;
        changes.notify();
        return new Response(PAGE, { status: fault.status, headers: { 'content-type': 'text/html; charset=UTF-8' } });
      case 'rateLimit':
        request.status = 429;
        changes.notify();
        return rateLimited(route, fault);
      case 'hold':
        fault.arrived();
        await fault.released;
        return null;
      default:
        return null;
    }
  }

  function requireToken(context: Context<Env>, route: Route): void {
    if (route.isOpen) return;
    const isGood = context.req.header('authorization') === `Bot ${core.token}`;
    if (!isGood || faults.isRevoked()) throw unauthorized();
  }

  function answer(context: Context<Env>, route: Route, request: ApiRequest): Response {
    requireToken(context, route);
    inspectBody(core, route, request);
    const body = asObject(request.body);
    const list = asList(request.body);
    const result = route.handle({ params: context.req.param(), query: request.query, body, list });
    request.status = result.status;
    changes.notify();
    return send(result, bucketHeaders(route));
  }

  for (const route of routes) {
    app.on(route.method, PREFIX + route.path, async (context) => {
      if (faults.isDown()) return sever(context);
      const request = await note(context);
      const fault = faults.take(`${request.method} ${request.path}`);
      if (fault?.kind === 'sever' && fault.when === 'before') return sever(context);
      try {
        const response = (await trouble(fault, request, route)) ?? answer(context, route, request);
        return fault?.kind === 'sever' ? sever(context) : response;
      } catch (error) {
        return refuse(request, error);
      }
    });
  }

  app.notFound(async (context) => {
    if (faults.isDown()) return sever(context);
    const request = await note(context);
    log.unknownRoutes.push(`${request.method} ${request.path}`);
    return refuse(request, notFound());
  });
  return app;
}
