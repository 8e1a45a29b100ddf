import type { Locator, Page } from 'playwright-core';
import { button } from './portal.ts';
import { portal } from './words.ts';

export type Act = keyof typeof portal extends infer K ? (K extends `action.${infer A}` ? A : never) : never;

/** The button that opens an action's form. */
export const opener = (page: Page, action: Act): Locator => button(page, `${portal[`action.${action}`]} …`);

/** Waits until the page says that it is done. */
export const said = (page: Page, action: Act): Promise<void> =>
  page
    .getByText(portal[`done.${action}` as keyof typeof portal])
    .first()
    .waitFor();
