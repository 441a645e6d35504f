export type AuditView = { search: string; actions: string[]; from?: string; until?: string; before?: number };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function readAuditQuery(params: URLSearchParams): AuditView {
  const day = (name: string) => (DAY.test(params.get(name) ?? '') ? { [name]: params.get(name)! } : {});
  const before = Number(params.get('before'));
  return {
    search: (params.get('q') ?? '').trim().slice(0, 100),
    actions: params.getAll('action').filter(Boolean).slice(0, 30),
    ...day('from'),
    ...day('until'),
    ...(Number.isInteger(before) && before > 0 ? { before } : {}),
  };
}

export function auditHref({ search, actions, from, until, before }: AuditView): string {
  const params = new URLSearchParams();
  if (search) params.set('q', search);
  for (const action of actions) params.append('action', action);
  if (from) params.set('from', from);
  if (until) params.set('until', until);
  if (before) params.set('before', String(before));
  return params.size ? `/settings/audit?${params}` : '/settings/audit';
}
