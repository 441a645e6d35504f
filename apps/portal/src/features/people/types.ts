import type { Caller } from '@ascent/api';

export type InviteLines = Awaited<ReturnType<Caller['invite']['list']>>;
export type AccessLines = Awaited<ReturnType<Caller['distributor']['list']>>;
