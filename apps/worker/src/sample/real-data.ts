import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Third-party data that lies beside a checkout and is never committed; null where it is absent. */
export function realData(name: string): string | null {
  const path = fileURLToPath(new URL(`../../../../../shared/data/${name}`, import.meta.url));
  return existsSync(path) ? path : null;
}

export function example(path: string): string {
  return fileURLToPath(new URL(`../../../../examples/${path}`, import.meta.url));
}
