import { type AuditVerdict, verifyAudit } from '@ascent/services';
import type { Verb } from '../cli/verb';

export const auditVerify: Verb = {
  name: 'audit verify',
  usage: 'audit verify',
  about: 'walks the audit chain of every organisation',
  stores: true,
  run: async (_given, _progress, stores) => {
    const verdict = await verifyAudit(stores.host);
    return { ...verdict, failed: verdict.broken.length > 0 };
  },
  say: (result) => {
    const { entries, chains, broken } = result as AuditVerdict;
    const lines = broken.map(({ partnerId, seq, why }) => `  ${partnerId} entry ${seq}: ${why}`);
    return [`${entries} entries in ${chains} chains, ${broken.length} broken`, ...lines].join('\n');
  },
};
