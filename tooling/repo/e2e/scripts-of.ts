import type { Page } from 'playwright';

/** Counts what scripts weigh over the wire from here on, as for somebody who comes for the first time. */
export async function scriptsOf(page: Page): Promise<{ kb: () => Promise<number> }> {
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.setCacheDisabled', { cacheDisabled: true });
  const scripts = new Set<string>();
  let bytes = 0;
  client.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  return {
    kb: async () => {
      await client.detach();
      return Math.round(bytes / 1000);
    },
  };
}
