import type { drizzleAdapter } from 'better-auth/adapters/drizzle';
import type { Seal } from '../secret/seal';
import { openedConfig } from './client-secret';

type MakeAdapter = ReturnType<typeof drizzleAdapter>;
type Adapter = ReturnType<MakeAdapter>;
type Reads = Pick<Adapter, 'findOne' | 'findMany'>;

/** Sign-in's access to its tables, to which the secrets of identity providers read as they were given. */
export function openedAdapter(make: MakeAdapter, seal: Seal): MakeAdapter {
  return (options) => {
    const adapter = make(options);
    return {
      ...adapter,
      ...opening(adapter, seal),
      transaction: (run) => adapter.transaction((inner) => run({ ...inner, ...opening(inner, seal) })),
    };
  };
}

function opening(adapter: Reads, seal: Seal): Reads {
  return {
    findOne: async <T>(asked: Parameters<Adapter['findOne']>[0]) => {
      const row = await adapter.findOne<T>(asked);
      return row && asked.model === 'ssoProvider' ? opened(row, seal) : row;
    },
    findMany: async <T>(asked: Parameters<Adapter['findMany']>[0]) => {
      const rows = await adapter.findMany<T>(asked);
      return asked.model === 'ssoProvider' ? rows.map((row) => opened(row, seal)) : rows;
    },
  };
}

function opened<T>(row: T, seal: Seal): T {
  const { oidcConfig, providerId } = row as { oidcConfig?: string | null; providerId?: string };
  return oidcConfig && providerId ? { ...row, oidcConfig: openedConfig(oidcConfig, providerId, seal) } : row;
}
