import type { Actor } from '../context';

/** Somebody of a partner; by default the whole organisation, every column. */
export function partnerActor(partnerId: string, rights: Partial<Actor> = {}): Actor {
  return {
    userId: `ada-of-${partnerId}`,
    name: 'Ada',
    email: `ada@${partnerId}.example`,
    partnerId,
    partnerName: partnerId,
    kind: 'partner',
    locations: '*',
    seesSensitive: true,
    runsCampaigns: true,
    isAdmin: false,
    via: null,
    ...rights,
  };
}

/** Somebody of the host's staff, who sees no partner's rows. */
export function hostActor(): Actor {
  return partnerActor('host', {
    userId: 'hans',
    name: 'Hans',
    kind: 'host',
    locations: [],
    seesSensitive: false,
    runsCampaigns: false,
  });
}
