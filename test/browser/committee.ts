import { budgetApplicationExample } from '../../domain/forms/budget-application/example.ts';
import type { Person } from './portal.ts';
import { committee } from './words.ts';

/** The machine's day. */
export const TODAY = '2026-04-21';

/** Above the sum from which the committee resolves: 168,734.56 €. */
export const large = {
  positions: budgetApplicationExample.positions.map((row, n) =>
    n === 0 ? { ...row, annualCost: 147_888_00 } : row,
  ),
};

/** Goes to the day of a session; the parts of a day are typed in an order that each browser has of its own. */
export const setDay = async ({ page, keyboard }: Person, day: string): Promise<void> => {
  const field = page.getByLabel(committee['edit.on'], { exact: true });
  await keyboard.to(field);
  await field.fill(day);
};

/** Puts a case on the agenda. Others' cases may wait beside it: it is found by its file number. */
export const putOnAgenda = ({ page, keyboard }: Person, id: string): Promise<void> =>
  keyboard.enter(
    page.getByRole('button', {
      name: new RegExp(`-${id.slice(-6).toUpperCase()}\\) auf die Tagesordnung setzen$`),
    }),
  );
