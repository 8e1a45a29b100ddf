import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Runs in the page: texts that are a key or a code; they stand there when the German for them is missing. */
const findCodes = (): string[] => {
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    if (/^[a-z]+([.-][a-zA-Z]+)+$/.test(text)) found.push(text);
  }
  return found;
};

/** The page says that it is German, and every text of it is a text. */
export const expectGerman = async (page: Page, view: string): Promise<void> => {
  expect.soft(await page.locator('html').getAttribute('lang'), `language: ${view}`).toBe('de');
  expect.soft(await page.evaluate(findCodes), `without German: ${view}`).toEqual([]);
};
