import type { Browser } from 'playwright-core';

/** 700 kbit/s, 300 ms, a processor four times slower. */
const NETWORK = {
  offline: false,
  latency: 300,
  downloadThroughput: 700_000 / 8,
  uploadThroughput: 700_000 / 8,
};
const PROCESSOR = { rate: 4 };

export interface Visited {
  /** Milliseconds from the navigation until what can be used was shown. */
  usable: number;
  /** Paths of everything fetched, once nothing more came. */
  fetched: string[];
}

/** Looks at each frame whether something can be used; runs in the page, before anything of it. */
const watch = (selector: string) => {
  const look = () => {
    const found = document.querySelector(selector) as HTMLInputElement | null;
    if (found?.checkVisibility() && !found.disabled) {
      (window as unknown as { usableAfter: number }).usableAfter = performance.now();
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

/** A draft in which the question about danger is answered: the form can be opened by its address. */
const answered = () =>
  sessionStorage.setItem(
    'families.draft',
    JSON.stringify({ id: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6a', asked: true }),
  );

/** Opens an address with an empty cache on a slow phone. */
export const visitSlowly = async (browser: Browser, url: string, selector: string): Promise<Visited> => {
  const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 360, height: 740 } });
  try {
    const page = await context.newPage();
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', NETWORK);
    await devtools.send('Emulation.setCPUThrottlingRate', PROCESSOR);
    await page.addInitScript(answered);
    await page.addInitScript(watch, selector);
    await page.goto(url, { waitUntil: 'commit', timeout: 120_000 });
    const found = await page.waitForFunction(
      () => (window as unknown as { usableAfter?: number }).usableAfter,
      undefined,
      { timeout: 120_000 },
    );
    const usable = (await found.jsonValue()) ?? Number.NaN;
    await page.waitForLoadState('networkidle', { timeout: 120_000 });
    return { usable, fetched };
  } finally {
    await context.close();
  }
};
