import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { PlatformConfig } from '@ascent/services';
import { childEnvironment } from '../env';
import { type Child, superviseChild } from './child';

export type AppName = 'portal' | 'campaigns';
export type AppOptions = {
  name: AppName;
  port: number;
  platform: PlatformConfig;
  onLog: (line: string) => void;
};

const HEALTH_SECONDS_MAX = 60;
const EXIT_WITH_PARENT = new URL('./exit-with-parent.mjs', import.meta.url).href;

/** Serves a built Next.js app on loopback. */
export function startApp({ name, port, platform, onLog }: AppOptions): Child {
  const cwd = fileURLToPath(new URL(`../../../${name}`, import.meta.url));
  return superviseChild({
    name,
    script: createRequire(`${cwd}/package.json`).resolve('next/dist/bin/next'),
    args: ['start', '-H', '127.0.0.1', '-p', String(port)],
    cwd,
    env: childEnvironment({ NODE_ENV: 'production', ASCENT_PLATFORM: JSON.stringify(platform) }),
    // Answers are made of many short-lived objects: with room for them, collecting garbage takes a third of the time.
    execArgv: ['--max-semi-space-size=32', '--import', EXIT_WITH_PARENT],
    onLog,
  });
}

/** Until the app answers its health address. */
export async function appAnswers(name: AppName, port: number): Promise<void> {
  for (let tries = 0; tries < HEALTH_SECONDS_MAX * 10; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`the ${name} app did not answer within ${HEALTH_SECONDS_MAX} seconds`);
}
