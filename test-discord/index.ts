/** The public interface of the test Discord. */
export { type Clock, type ManualClock, manualClock } from './clock.ts';
export type { Faults, FaultTarget, Held } from './faults.ts';
export type { GatewayControl } from './gateway/control.ts';
export type { Interaction, Shown } from './interactions/record.ts';
export type { Json } from './json.ts';
export type { ApiRequest } from './log.ts';
export { PATIENT } from './patient.ts';
export type { SchemaViolation } from './schema/check.ts';
export { startTestDiscord } from './start.ts';
export type { GuildSpec } from './state/guild-payload.ts';
export type { GuildHandle } from './state/guilds.ts';
export type { TestDiscord, TestDiscordOptions } from './test-discord.ts';
export type { UserSpec } from './user/place.ts';
export type { TestUser } from './user/user.ts';
