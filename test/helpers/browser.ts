import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { demoPassword } from '#db/demo/accounts.server.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export type Language = 'zh-CN' | 'en';

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

const scriptless = new WeakSet<BrowserContext>();

/** Without drawing a page: most tests are about what comes after. */
async function signInOnce(context: BrowserContext, loginName: string, origin: string): Promise<Cookies> {
  const answer = await context.request.post('/login', {
    form: { loginName, password: demoPassword },
    headers: { origin },
    maxRedirects: 0,
  });
  expect([loginName, answer.status()]).toEqual([loginName, 302]);
  return context.cookies();
}

export interface VisitOptions {
  language?: Language;
  javaScript?: boolean;
  width?: number;
}

/**
 * A browser for one test file, closed at its end, on the demo that all share or on the file's own (`ownDemo`). Every page it opens
 * fails the test on a console error or CSP violation.
 */
export function testBrowser(own?: { url: string }) {
  let browser: Browser;
  const demoUrl = (): string => own?.url ?? inject('demoUrl');
  const signedIn = new Map<string, Cookies>();
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: inject('chromium'), args: flags });
  });
  afterAll(() => browser.close());

  return {
    /** Opens a page as nobody. */
    async visit(options: VisitOptions = {}): Promise<Visit> {
      const context = await browser.newContext({
        baseURL: demoUrl(),
        locale: options.language ?? 'zh-CN',
        javaScriptEnabled: options.javaScript ?? true,
        viewport: { width: options.width ?? 1280, height: 900 },
      });
      if (options.javaScript === false) scriptless.add(context);
      return newVisit(context);
    },
    /** An empty page of one of the demo accounts, which signs in once for the whole test file. */
    async visitAs(loginName: string, options: VisitOptions = {}): Promise<Visit> {
      const visit = await this.visit(options);
      const context = visit.page.context();
      const known = signedIn.get(loginName) ?? (await signInOnce(context, loginName, demoUrl()));
      signedIn.set(loginName, known);
      await context.addCookies(known);
      return visit;
    },
    /** Signs in through the form and lands where that leads. */
    async signInAs(loginName: string, options: VisitOptions = {}): Promise<Visit> {
      const visit = await this.visit(options);
      await visit.page.goto('/login');
      await signIn(visit.page, loginName, demoPassword);
      // The frame names the account only once the first page is drawn.
      await visit.page.waitForSelector('form[action="/logout"]');
      return visit;
    },
  };
}

/** Fills the sign-in form itself, not the one-click list of demo accounts, and sends it. */
export async function signIn(page: Page, loginName: string, password: string): Promise<void> {
  await page.fill('input[name="loginName"]:not([type="hidden"])', loginName);
  await page.fill('input[name="password"]:not([type="hidden"])', password);
  await page.press('input[name="password"]:not([type="hidden"])', 'Enter');
}

export interface Visit {
  page: Page;
  /** Errors on the console, uncaught exceptions and CSP violations since the page was opened. */
  complaints: string[];
  /** Closes the page; fails when there was any complaint. */
  leave(): Promise<void>;
}

async function newVisit(context: BrowserContext): Promise<Visit> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // The browser itself logs every answer of 400 and above; tests that ask for one look at the status.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.push(`${message.text()} (${page.url()})`);
    }
  });
  page.on('pageerror', (error) => complaints.push(`${error.message} (${page.url()})`));
  return {
    page,
    complaints,
    leave: async () => {
      await context.close();
      expect(complaints).toEqual([]);
    },
  };
}

/** Waits for the address, and for the page that belongs to it: scripts change the address before they have drawn the page. */
export async function arrived(page: Page, url: Parameters<Page['waitForURL']>[0]): Promise<void> {
  await page.waitForURL(url);
  if (scriptless.has(page.context())) return;
  await page.evaluate(() => new Promise<void>((done) => requestIdleCallback(() => done())));
}

/** What axe finds wrong with the page as it stands, one line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Else it opens a second page to put frames' findings together, and no page of ours has a frame.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} — ${node.failureSummary}`),
  );
}

/** The texts of a table's cells, row by row. */
export function cellTexts(page: Page, selector: string): Promise<string[][]> {
  return page.$$eval(`${selector} tr`, (rows) =>
    rows.map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => (cell as HTMLElement).innerText.trim()),
    ),
  );
}
