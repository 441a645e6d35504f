import type { PersonLine } from '@ascent/api';

export const WHOLE = '*';
export type DataRole = 'report-viewer' | 'executive-report-viewer';
export type Grant = PersonLine['grants'][number];

/** What the grid holds: one data role for each place, and what goes for the whole organisation. */
export type Draft = { data: Record<string, DataRole>; admin: boolean; campaigns: boolean; kept: Grant[] };

const DATA_ROLES: readonly string[] = ['report-viewer', 'executive-report-viewer'];

export function draftOf(grants: readonly Grant[]): Draft {
  const data: Draft['data'] = {};
  const kept: Grant[] = [];
  let [admin, campaigns] = [false, false];
  for (const grant of grants) {
    const { role, scope } = grant;
    if (role === 'report-viewer' && data[scope]) continue;
    if (DATA_ROLES.includes(role)) data[scope] = role as DataRole;
    else if (role === 'account-admin' && scope === WHOLE) admin = true;
    else if (role === 'campaign-manager' && scope === WHOLE) campaigns = true;
    else kept.push(grant);
  }
  return { data, admin, campaigns, kept };
}

export type NewGrant = {
  role: DataRole | 'account-admin' | 'campaign-manager';
  scope: string;
};

/** What is saved: a choice for the organisation covers every location, so these need none of their own. */
export function grantsOf({ data, admin, campaigns, kept }: Draft): NewGrant[] {
  const whole = data[WHOLE];
  const places = Object.entries(data).filter(
    ([scope, role]) =>
      scope === WHOLE || whole === undefined || (whole === 'report-viewer' && role !== whole),
  );
  return [
    ...places.map(([scope, role]) => ({ role, scope })),
    ...(admin ? [{ role: 'account-admin' as const, scope: WHOLE }] : []),
    ...(campaigns ? [{ role: 'campaign-manager' as const, scope: WHOLE }] : []),
    ...kept
      .filter(({ role }) => role === 'campaign-manager')
      .map(({ scope }) => ({ role: 'campaign-manager' as const, scope })),
  ];
}

/** The places whose choice is another than before. */
export function changedPlaces(before: Draft, after: Draft): string[] {
  const places = new Set([...Object.keys(before.data), ...Object.keys(after.data)]);
  return [...places].filter((place) => before.data[place] !== after.data[place]);
}

export function isChanged(before: Draft, after: Draft): boolean {
  return (
    changedPlaces(before, after).length > 0 ||
    before.admin !== after.admin ||
    before.campaigns !== after.campaigns
  );
}
