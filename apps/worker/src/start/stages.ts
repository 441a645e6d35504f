const seconds: [string, number][] = [];

/** Runs one stage of the start with a line before and after it. */
export async function stage<T>(name: string, say: (line: string) => void, run: () => Promise<T>): Promise<T> {
  const started = performance.now();
  say(`${name} ...`);
  const result = await run();
  const took = (performance.now() - started) / 1000;
  seconds.push([name, took]);
  say(`${name} done in ${took.toFixed(1)} s`);
  return result;
}

/** The time since this process began, with its parts. */
export function stagesText(): string {
  const parts = seconds.map(([name, took]) => `${name} ${took.toFixed(1)}`);
  return `${process.uptime().toFixed(1)} s (${parts.join(', ')})`;
}
