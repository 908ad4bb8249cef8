/** The page's Discord ids: made up, and the same in the browser and the server. */
export const identity = {
  application: '1000000000000000001',
  guild: '1000000000000000002',
  channel: '1000000000000000003',
  bot: '1000000000000000001',
  botName: 'Parley',
  channelName: 'the-article',
  role: '1000000000000000004',
  roleName: 'talks',
} as const;
