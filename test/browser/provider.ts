import type { Locator, Page } from 'playwright-core';
import type { ApplicationFile } from '../../domain/api/budget.ts';
import { budgetApplicationExample } from '../../domain/forms/budget-application/example.ts';
import { newId } from '../../web/portal/case/new-id.ts';
import { callAs } from './api.ts';
import { untilAt } from './applications.ts';
import { type Keyboard, keyboardOf } from './keyboard.ts';
import { WIDE } from './look.ts';
import { logIn } from './portal.ts';
import { type Visit, visit } from './visit.ts';
import { applications as words } from './words.ts';

/** Whose application the example is. */
export const PROVIDER = 'provider';

/** The example, but for what is given. */
export const answers = (more: object = {}) => ({ ...budgetApplicationExample, ...more });

/** Saves a draft past the pages. @param ifMatch the saved state that it goes on from */
export const save = (id: string, body: object, ifMatch?: number): Promise<unknown> =>
  callAs(PROVIDER, 'PUT', `/api/budget-applications/${id}`, { body, ...(ifMatch && { ifMatch }) });

/** The application as it stands on the server. */
export const fileOf = (id: string): Promise<ApplicationFile> =>
  callAs(PROVIDER, 'GET', `/api/budget-applications/${id}`);

/** Sends an application past the pages, and waits until it lies with the office. */
export const send = async (body: object): Promise<string> => {
  const id = newId();
  await save(id, body);
  await callAs(PROVIDER, 'POST', `/api/budget-applications/${id}/submission`, { body: { saved: 1 } });
  await untilAt(id, 'completeness');
  return id;
};

/** Somebody who has logged in by keyboard. */
export const enter = async (person: string, hash = ''): Promise<Visit & { keyboard: Keyboard }> => {
  const visitor = await visit({ viewport: WIDE });
  const keyboard = keyboardOf(visitor.page);
  await logIn(visitor.page, keyboard, person, hash);
  return { ...visitor, keyboard };
};

export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
export const link = (page: Page, name: string): Locator => page.getByRole('link', { name, exact: true });
export const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true });
/** The label of an amount. */
export const euros = (label: string): string => words['field.euros'].replace('{label}', label);

/** Writes something else into a field, by keyboard. */
export const rewrite = async (
  page: Page,
  keyboard: Keyboard,
  { name, text, key }: { name: string; text: string; key?: 'Shift+Tab' },
): Promise<void> => {
  await keyboard.to(field(page, name), key);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
};
