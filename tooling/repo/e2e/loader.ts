import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** Runs TypeScript from source in a child. */
export const LOADER = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
