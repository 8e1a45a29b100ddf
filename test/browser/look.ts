import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { findHiddenStops, findMisfits } from './fit.ts';

/** WCAG 2.2 AA with everything below it. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const NARROW = { width: 360, height: 740 };
export const WIDE = { width: 1280, height: 900 };
/** A window of 1280 by 1024 at 400 %. */
const ZOOMED = { width: 320, height: 256 };

/** What axe finds, one line each. Nothing is left out. */
const violations = async (page: Page): Promise<string[]> => {
  // All in this page: a second one for the results would cost more than the check.
  const found = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(TAGS)
    .setLegacyMode()
    .analyze();
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
};

export const expectAccessible = async (page: Page, view: string): Promise<void> => {
  expect.soft(await violations(page), `axe: ${view}`).toEqual([]);
};

export const expectFits = async (page: Page, view: string): Promise<void> => {
  expect.soft(await page.evaluate(findMisfits), `room: ${view}`).toEqual([]);
  expect.soft(await page.evaluate(findHiddenStops), `focus: ${view}`).toEqual([]);
};

/** A picture of a view for people to look at, where SHOTS names a folder for it. */
const shoot = async (page: Page, name: string): Promise<void> => {
  if (!process.env.SHOTS) return;
  await page.screenshot({
    path: `${process.env.SHOTS}/${name.replaceAll(/\W+/g, '-')}.png`,
    fullPage: true,
  });
};

/** Looks at one view as a zoomed, a narrow and, in the end, a wide window show it; a finding fails the test at its end. */
export const look = async (page: Page, view: string): Promise<void> => {
  for (const [name, size] of Object.entries({ zoomed: ZOOMED, narrow: NARROW, wide: WIDE })) {
    await page.setViewportSize(size);
    await expectFits(page, `${view}, ${name}`);
    if (size === ZOOMED) continue;
    await expectAccessible(page, `${view}, ${name}`);
    await shoot(page, `${view}, ${name}`);
  }
};
