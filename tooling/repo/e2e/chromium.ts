import { existsSync } from 'node:fs';
import { type Browser, chromium as playwright } from 'playwright';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real Chromium: the one named by CHROMIUM_PATH, an installed one, or the one that ships as a package. */
export async function launchChromium(): Promise<Browser> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return playwright.launch({ executablePath: named, args: QUIET });
  const installed = INSTALLED.find((path) => existsSync(path));
  if (installed) return playwright.launch({ executablePath: installed, args: QUIET });
  // Asks the package to unpack the libraries that a bare machine lacks.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return playwright.launch({
    executablePath: await packaged.executablePath(),
    // In a single process the end of one visit would be the end of all.
    args: [...packaged.args.filter((arg) => !['--single-process', '--no-zygote'].includes(arg)), ...QUIET],
    headless: true,
  });
}
