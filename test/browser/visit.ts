import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
  type Route,
} from 'playwright-core';
import { afterAll, beforeAll, expect, inject, onTestFinished } from 'vitest';

let browser: Browser;

/** Connects the file's tests to the one browser. */
export const useBrowser = (): void => {
  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'));
  });
  afterAll(async () => {
    await browser.close();
  });
};

export interface Asked {
  method: string;
  url: string;
  body: string;
}

export interface Visit {
  page: Page;
  /** Every request so far, of every page of this visitor. */
  asked: Asked[];
  /** The calls of the API that send something. */
  sent(): Asked[];
  /** Fails when an address held one of these, or had anything personal in its query. */
  expectPrivate(...secrets: string[]): void;
}

export interface VisitOptions extends BrowserContextOptions {
  /** The one foreign origin that this visit may lead to; it is answered with an empty page. */
  mayLeaveTo?: string;
}

/** Ends what hangs; nothing here takes long. */
const PATIENCE = Number(process.env.PATIENCE ?? 45_000);

/** What a browser prints for an answer such as 422 that the page deals with. */
const ofTheNetwork = /^Failed to load resource/;

/** What a failed test saw last, where SHOTS names a folder for it. */
const shoot = async (context: BrowserContext, test: string): Promise<void> => {
  for (const [n, page] of process.env.SHOTS ? context.pages().entries() : []) {
    const name = `failed-${test.replaceAll(/\W+/g, '-').slice(0, 60)}-${n}-${Date.now()}.png`;
    await page.screenshot({ path: `${process.env.SHOTS}/${name}`, fullPage: true }).catch(() => undefined);
  }
};

/**
 * A visitor with a browser profile of their own. What no visitor of any test may ever see is checked when the test is over:
 * a request to somebody else, an error in the page, something that the content security policy refused.
 */
export const visit = async ({ mayLeaveTo, ...options }: VisitOptions = {}): Promise<Visit> => {
  const site = inject('site');
  const context = await browser.newContext({
    baseURL: site,
    locale: 'de-DE',
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(PATIENCE);
  const asked: Asked[] = [];
  const wrong: string[] = [];
  const answerForeign = (route: Route) => {
    const url = route.request().url();
    if (mayLeaveTo && url.startsWith(mayLeaveTo)) return route.fulfill({ body: 'weather' });
    wrong.push(`asked somebody else: ${url}`);
    return route.abort();
  };
  await context.route((url) => url.origin !== site && url.protocol !== 'data:', answerForeign);
  context.on('request', (request) =>
    asked.push({ method: request.method(), url: request.url(), body: request.postData() ?? '' }),
  );
  context.on('console', (message) => {
    if (message.type() === 'error' && !ofTheNetwork.test(message.text())) wrong.push(message.text());
  });
  context.on('weberror', (error) => wrong.push(String(error.error().stack ?? error.error())));
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await shoot(context, task.name);
    await context.close();
    expect(wrong, 'what went wrong in the page').toEqual([]);
  });
  return {
    page: await context.newPage(),
    asked,
    sent: () => asked.filter(({ method, url }) => method !== 'GET' && url.includes('/api/')),
    expectPrivate(...secrets) {
      const addresses = asked.map(({ url }) => decodeURIComponent(url));
      const plain = secrets.flatMap((secret) => [secret, secret.replaceAll('-', '')]);
      expect(addresses.filter((url) => plain.some((secret) => url.includes(secret)))).toEqual([]);
    },
  };
};
