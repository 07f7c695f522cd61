/** A real browser for tests: Debian's chromium, headless; each person has her own window and axe looks at what she sees. */
import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { describe } from '@jest/globals';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where a chromium is; undefined where there is none. CHROMIUM names another. */
export const chromiumPath = [process.env.CHROMIUM, ...CANDIDATES].find((path) => path && existsSync(path));

/** A suite that needs the browser: left out, with one line, only where there is none, and never in CI. */
export function describeInBrowser(name: string, suite: () => void): void {
  const canRun = Boolean(chromiumPath ?? process.env.CI);
  if (!canRun) console.log('No chromium here: the browser test is skipped.');
  (canRun ? describe : describe.skip)(name, suite);
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: chromiumPath!, headless: true, args: FLAGS });

/** A window of her own; what fails in the page fails the test. */
export async function openWindow(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'fi-FI', viewport: { width: 1440, height: 900 }, ...options });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  return page;
}

/** What axe finds on the page as it stands: `rule: element`, none when all is well. */
export async function barriers(page: Page): Promise<string[]> {
  await page.waitForTimeout(400);
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${page.url()} ${id}: ${html.slice(0, 200)}`));
}
