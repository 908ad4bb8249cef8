/** One error in a body: where it is, with Discord's own code and message. */
export interface Problem {
  path: (string | number)[];
  code: string;
  message: string;
}

/** An error response of Discord's API, to be thrown. */
export class DiscordError extends Error {
  status: number;
  code: number;
  errors: object | undefined;

  constructor(status: number, code: number, message: string, errors?: object) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

interface ErrorTree {
  _errors?: { code: string; message: string }[];
  [key: string]: ErrorTree | { code: string; message: string }[] | undefined;
}

/** The problems in Discord's nested form. https://discord.com/developers/docs/reference#error-messages */
function nest(problems: Problem[]): ErrorTree {
  const root: ErrorTree = {};
  for (const { path, code, message } of problems) {
    let node = root;
    for (const key of path) {
      node[key] ??= {};
      node = node[key] as ErrorTree;
    }
    node._errors = [...(node._errors ?? []), { code, message }];
  }
  return root;
}

/** Refuses a body that has problems: 400, code 50035. */
export function refuseIf(problems: Problem[]): void {
  if (problems.length > 0) throw new DiscordError(400, 50035, 'Invalid Form Body', nest(problems));
}

// The codes and messages of https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
export const unauthorized = () => new DiscordError(401, 0, '401: Unauthorized');
export const notFound = () => new DiscordError(404, 0, '404: Not Found');
export const unknownChannel = () => new DiscordError(404, 10003, 'Unknown Channel');
export const unknownGuild = () => new DiscordError(404, 10004, 'Unknown Guild');
export const unknownMember = () => new DiscordError(404, 10007, 'Unknown Member');
export const unknownMessage = () => new DiscordError(404, 10008, 'Unknown Message');
export const unknownWebhook = () => new DiscordError(404, 10015, 'Unknown Webhook');
export const unknownInteraction = () => new DiscordError(404, 10062, 'Unknown interaction');
export const unknownCommand = () => new DiscordError(404, 10063, 'Unknown application command');
export const tooManyCommands = () =>
  new DiscordError(400, 30032, 'Maximum number of application commands reached (100)');
export const ALREADY_ACKNOWLEDGED = 40060;
export const alreadyAcknowledged = () =>
  new DiscordError(400, ALREADY_ACKNOWLEDGED, 'Interaction has already been acknowledged.');
export const missingAccess = () => new DiscordError(403, 50001, 'Missing Access');
export const notTheAuthor = () => new DiscordError(403, 50005, 'Cannot edit a message authored by another user');
export const alreadyCrossposted = () => new DiscordError(400, 40033, 'This message has already been crossposted.');
export const wrongChannelType = () => new DiscordError(400, 50024, 'Cannot execute action on this channel type');
export const threadExists = () => new DiscordError(400, 160004, 'A thread has already been created for this message');
export const emptyMessage = () => new DiscordError(400, 50006, 'Cannot send an empty message');
export const missingPermissions = () => new DiscordError(403, 50013, 'Missing Permissions');
export const cannotReply = () =>
  new DiscordError(403, 160002, 'Cannot reply without permission to read message history');
export const invalidWebhookToken = () => new DiscordError(401, 50027, 'Invalid Webhook Token');
