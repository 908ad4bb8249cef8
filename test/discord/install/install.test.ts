import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLog } from '../../../src/config/log.ts';
import { inviteLink, setInstall } from '../../../src/discord/install/install.ts';
import { createRest } from '../../../src/discord/rest.ts';
import { startTestDiscord, type TestDiscord } from '../../../test-discord/index.ts';

let discord: TestDiscord;
beforeEach(async () => {
  discord = await startTestDiscord();
});
afterEach(() => discord.close());

test('it is set once: what is there already is not sent again', async () => {
  const { apiUrl, token, applicationId } = discord;
  const rest = createRest({ config: { apiUrl, token }, log: createLog('silent'), onInvalidToken: () => undefined });
  expect(await setInstall(rest)).toEqual({ application: applicationId, isChanged: true });
  expect(await setInstall(rest)).toEqual({ application: applicationId, isChanged: false });
  const sent = discord.requests.filter(({ method }) => method === 'PATCH');
  expect(sent).toHaveLength(1);
  expect(discord.schemaViolations).toEqual([]);
  expect(inviteLink(applicationId)).toBe(`https://discord.com/oauth2/authorize?client_id=${applicationId}`);
});
