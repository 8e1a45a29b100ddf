import type { Locator, Page } from 'playwright-core';
import { type Keyboard, keyboardOf } from './keyboard.ts';
import { WIDE } from './look.ts';
import { type Visit, visit } from './visit.ts';
import { portal } from './words.ts';

/** A button or a link of the portal by its text's key. */
export const control = (page: Page, role: 'button' | 'link', key: keyof typeof portal): Locator =>
  page.getByRole(role, { name: portal[key], exact: true });

export const heading = (page: Page, name: string): Locator =>
  page.getByRole('heading', { name, exact: true });

/** Logs in by keyboard and stands before the own tasks, or where the address led to. */
export const logIn = async (page: Page, keyboard: Keyboard, person: string, hash = ''): Promise<void> => {
  await page.goto(`/portal/${hash}`);
  await keyboard.enter(control(page, 'button', 'login.button'));
  const user = page.locator(`button[value="${person}"]`);
  await user.waitFor({ state: 'attached' });
  const others = page.locator('summary');
  if (!(await user.isVisible())) await keyboard.enter(others);
  await keyboard.enter(user);
  await control(page, 'button', 'login.logout').waitFor();
};

export type Person = Visit & { keyboard: Keyboard };

/** Somebody who has logged in by keyboard, with a browser of their own. */
export const enter = async (person: string, hash = ''): Promise<Person> => {
  const visitor = await visit({ viewport: WIDE });
  const keyboard = keyboardOf(visitor.page);
  await logIn(visitor.page, keyboard, person, hash);
  return { ...visitor, keyboard };
};

export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

/** Writes something else into a field, by keyboard. */
export const rewrite = async ({ page, keyboard }: Person, field: Locator, text: string): Promise<void> => {
  await keyboard.to(field);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
};
