/** Interactions as Discord sends them, with only what a test says set apart. */
const EPOCH = 1_420_070_400_000;

/** An id of Discord's that was made at a time, in milliseconds since 1970. */
export const idAt = (time: number) => String(BigInt(time - EPOCH) << 22n);

export const NOW = Date.parse('2025-05-17T12:00:00Z');

const common = {
  id: idAt(NOW),
  application_id: '100000000000000001',
  token: 'interaction-token',
  version: 1,
  locale: 'uk',
  user: { id: '200000000000000002', username: 'ada' },
  authorizing_integration_owners: { '1': '200000000000000002' },
  context: 1,
};

export const rawCommand = (
  name: string,
  options: Record<string, string | number | boolean> = {},
  more: object = {},
) => ({
  ...common,
  type: 2,
  data: {
    id: '1',
    type: 1,
    name,
    options: Object.entries(options).map(([name, value]) => ({ type: 3, name, value })),
  },
  ...more,
});

export const rawAutocomplete = (name: string, option: string, typed: string) => ({
  ...common,
  type: 4,
  data: { id: '1', type: 1, name, options: [{ type: 3, name: option, value: typed, focused: true }] },
});

export const rawComponent = (custom_id: string, values?: readonly string[]) => ({
  ...common,
  type: 3,
  data: values ? { custom_id, component_type: 3, values } : { custom_id, component_type: 2 },
});

export const rawModal = (custom_id: string, text: string) => ({
  ...common,
  type: 5,
  data: { custom_id, components: [{ type: 18, id: 1, component: { type: 4, id: 2, custom_id: 'text', value: text } }] },
});

export const inGuild = (permissions: string, owners: Record<string, string>) => ({
  guild_id: '300000000000000003',
  user: undefined,
  member: { user: { id: '200000000000000002' }, permissions },
  authorizing_integration_owners: owners,
});
