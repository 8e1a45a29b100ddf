import { beforeAll, expect, test } from 'vitest';
import { continuationOf } from '../../domain/forms/budget-application/continuation.ts';
import { budgetApplicationExample as example } from '../../domain/forms/budget-application/example.ts';
import { newId } from '../../web/portal/case/new-id.ts';
import { callAs } from './api.ts';
import { apply, grantTo, openBudget, untilAt } from './applications.ts';
import { look } from './look.ts';
import { button, enter, heading } from './portal.ts';
import { useBrowser } from './visit.ts';
import { payments } from './words.ts';

useBrowser();

/** A year that no other file asks for. */
const YEAR = 2051;
const inYear = (text: string) =>
  text.replaceAll('2027-', `${YEAR}-`).replace('"year":2027', `"year":${YEAR}`);
const lastYears: typeof example = JSON.parse(inYear(JSON.stringify(example)));

/** An application of the year after that goes on from a grant without a change. */
const goingOn = async (): Promise<string> => {
  await grantTo(await apply(lastYears));
  const id = newId();
  const { declarations, signature } = example;
  const path = `/api/budget-applications/${id}`;
  await callAs('provider', 'PUT', path, { body: { ...continuationOf(lastYears), declarations, signature } });
  await callAs('provider', 'POST', `${path}/submission`, { body: { saved: 1 } });
  await untilAt(id, 'continuation');
  return id;
};

beforeAll(async () => {
  await openBudget(YEAR);
  const path = `/api/budgets/${YEAR + 1}`;
  const { version } = await callAs<{ version: number }>('treasurer', 'GET', path);
  const body = { state: 'provisional', figure: 133_920_900, voluntary: 0 };
  await callAs('treasurer', 'PUT', path, { body, ifMatch: version });
});

test('Advances on what goes on from last year are planned with the keyboard alone, and seen by office and provider', async () => {
  const id = await goingOn();
  const clerk = await enter('clerk', `#/antraege/${id}`);
  await heading(clerk.page, payments['advances.title']).waitFor();
  await look(clerk.page, 'advances, to be planned');
  await clerk.keyboard.to(clerk.page.getByRole('combobox', { name: payments['advances.months'] }));
  await clerk.page.keyboard.press('ArrowDown');
  await clerk.keyboard.enter(button(clerk.page, payments['advances.send']));
  const orders = clerk.page.getByRole('table', { name: payments['grant.caption'] });
  await orders.getByRole('link', { name: 'Rate 2 (Abschlag)' }).waitFor();
  await look(clerk.page, 'advances, planned');
  expect(await clerk.page.getByRole('button', { name: payments['advances.send'] }).count()).toBe(0);
  await clerk.keyboard.enter(orders.getByRole('link', { name: 'Rate 1 (Abschlag)' }));
  await clerk.page.getByText(payments['order.advance.text']).waitFor();
  await look(clerk.page, 'an advance, to be certified');

  const provider = await enter('provider', `#/antraege/${id}`);
  await provider.page.getByRole('table', { name: payments['grant.caption'] }).waitFor();
  await look(provider.page, 'advances, seen by the provider');
});
