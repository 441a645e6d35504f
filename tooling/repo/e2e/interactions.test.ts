import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { closeBrowser, type Person, signedIn } from './person';

const { portal } = inject('served');
afterAll(closeBrowser);

/** From the press to the next frame, as the browser's own event timing has it. */
const PAINT_MS_MAX = 100;
const TIMES = 5;

type Act = { name: string; once: (page: Page) => Promise<void>; undo?: (page: Page) => Promise<void> };
const closing = (page: Page) => page.keyboard.press('Escape');
const ACTS: Act[] = [
  {
    name: 'opening the filters',
    once: async (page) => {
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      await page.getByRole('searchbox', { name: /Find one of/ }).waitFor();
    },
    undo: closing,
  },
  {
    name: 'sorting',
    once: async (page) => {
      const before = page.url();
      await page.locator('thead a.sort').first().click();
      await page.waitForURL((url) => url.href !== before);
    },
  },
  {
    name: 'opening the palette',
    once: async (page) => {
      await page.keyboard.press('Control+k');
      await page.locator('[cmdk-input]').waitFor();
    },
    undo: closing,
  },
  {
    name: 'selecting a row',
    once: (page) => page.locator('tbody input[type=checkbox]').nth(1).click(),
  },
];

/** How soon a frame comes depends on what else a machine does: measured by `npm run soak`. */
describe.runIf(process.env.ASCENT_SWEEP === 'all')('on the accounts grid', () => {
  let ada: Person;
  beforeAll(async () => {
    ada = await signedIn('ada@partner.example');
    await ada.page.goto(`${portal}/accounts?product=Azure&view=all`);
    await ada.page.locator('tbody tr').first().waitFor();
    await ada.page.waitForLoadState('networkidle');
    await ada.page.evaluate(`
      window.slowest = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          if (entry.interactionId) window.slowest = Math.max(window.slowest, entry.duration);
      }).observe({ type: 'event', durationThreshold: 16, buffered: false });
    `);
  });
  afterAll(() => ada.close());

  test.each(ACTS)('$name is on the screen at once', async ({ name, once, undo }) => {
    const { page } = ada;
    const slowest: number[] = [];
    for (let time = 0; time < TIMES; time++) {
      await page.evaluate('window.slowest = 0');
      await once(page);
      // Entries arrive after the frame that they are about.
      await page.waitForTimeout(150);
      slowest.push((await page.evaluate('window.slowest')) as number);
      await undo?.(page);
      await page.waitForTimeout(150);
    }
    const [first] = slowest;
    const median = [...slowest].sort((a, b) => a - b)[Math.floor(TIMES / 2)]!;
    console.log(`${name}: first ${first} ms, median ${median} ms, slowest ${Math.max(...slowest)} ms`);
    expect(median).toBeLessThanOrEqual(PAINT_MS_MAX);
  });
});
