import type { Page } from 'playwright';
import { axeFindings } from './axe';

const WIDE = { width: 1440, height: 900 };
/** What 150 % and 200 % zoom leave of it, and the narrowest screen. */
const ENLARGED = { width: 960, height: 600 };
const ZOOMED = { width: 720, height: 450 };
const NARROW = { width: 320, height: 640 };

/** Runs in the page: what is wider than the screen, and controls that cannot be brought into it. */
const LOST = `(() => {
  const found = [];
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) found.push('the page is ' + wide + ' pixels wider than the screen');
  // The part that nothing cuts off; null where it can be scrolled to.
  const seen = (control) => {
    let { left, right } = control.getBoundingClientRect();
    for (let at = control.parentElement; at && at !== document.body; at = at.parentElement) {
      const { overflowX } = getComputedStyle(at);
      if (overflowX === 'visible') continue;
      if (/auto|scroll/.test(overflowX) && at.scrollWidth > at.clientWidth) return null;
      const box = at.getBoundingClientRect();
      left = Math.max(left, box.left);
      right = Math.min(right, box.right);
    }
    return { left, right };
  };
  for (const control of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea')) {
    if (!control.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    // What is for screen readers only, and the way past the navigation until it has the focus.
    const { width } = control.getBoundingClientRect();
    if (width <= 1 || control.closest('.skip, .sr')) continue;
    const part = seen(control);
    const isCut = part && part.right - part.left < Math.min(12, width - 1);
    if (part && (part.left < -1 || part.right > innerWidth + 1 || isCut))
      found.push('lost: ' + (control.getAttribute('aria-label') ?? control.textContent ?? '').trim().slice(0, 40));
  }
  return found;
})()`;

/** What does not fit at zoom and at 320 pixels, one line each; and what axe finds there. */
export async function narrowFindings(page: Page, atNarrowest: () => Promise<unknown>): Promise<string[]> {
  const found: string[] = [];
  for (const size of [ENLARGED, ZOOMED, NARROW]) {
    await page.setViewportSize(size);
    const lost = (await page.evaluate(LOST)) as string[];
    found.push(...lost.map((line) => `${size.width}: ${line}`));
  }
  await atNarrowest();
  found.push(...(await axeFindings(page)).map((line) => `${NARROW.width}: ${line}`));
  await page.setViewportSize(WIDE);
  return found;
}
