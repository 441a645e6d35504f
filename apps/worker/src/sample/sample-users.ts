import type { NewUser } from '@ascent/services';

export type SampleUser = Omit<NewUser, 'password'> & { about: string };

type Places = { partnerId: string; locations: string[]; secondPartnerId: string };

/** Somebody of each role at one partner, somebody of another, and somebody of the host's staff. */
export function sampleUsers({ partnerId, locations, secondPartnerId }: Places): SampleUser[] {
  const whole = (role: NewUser['roles'][number]['role']) => ({ role, scope: '*' });
  return [
    {
      email: 'ada@partner.example',
      name: 'Ada Executive',
      partnerId,
      roles: [whole('executive-report-viewer'), whole('account-admin'), whole('campaign-manager')],
      about: 'executive report viewer, account admin and campaign manager',
    },
    {
      email: 'rui@partner.example',
      name: 'Rui Viewer',
      partnerId,
      roles: [whole('report-viewer')],
      about: 'report viewer: no sensitive columns',
    },
    {
      email: 'lia@partner.example',
      name: 'Lia Location',
      partnerId,
      roles: [{ role: 'report-viewer', scope: locations[0] ?? '*' }],
      about: `report viewer of the location ${locations[0] ?? '*'}`,
    },
    {
      email: 'bia@parceiro.example',
      name: 'Bia Executiva',
      partnerId: secondPartnerId,
      roles: [whole('executive-report-viewer'), whole('campaign-manager')],
      about: 'the same as Ada at a Brazilian partner',
    },
    {
      email: 'hans@host.example',
      name: 'Hans Host',
      partnerId: 'host',
      roles: [whole('host-staff')],
      about: "the host's staff",
    },
  ];
}
