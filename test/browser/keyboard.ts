import type { Locator, Page } from 'playwright-core';
import { type FocusReport, reportFocus } from './focus.ts';

/** More than any page has: who gets here goes round in circles. */
const MOST_STOPS = 120;

/** Only the keys that everybody has: what is reached here is reached without a mouse. */
export interface Keyboard {
  /** Tabs on until this has the focus. @throws with the way that was gone, or when a stop was not to be seen */
  to(target: Locator, key?: 'Tab' | 'Shift+Tab'): Promise<void>;
  /** Goes there and presses Enter. */
  enter(target: Locator): Promise<void>;
  /** Goes to a field and writes. */
  write(target: Locator, text: string): Promise<void>;
  /** Chooses a radio button with the arrows, or a box with the space bar. */
  choose(target: Locator): Promise<void>;
}

/** Whether it has the focus; of several, whether one of them has. */
const hasFocus = (target: Locator) =>
  target.evaluateAll((elements) => elements.includes(document.activeElement as HTMLElement));

const failure = (target: Locator, way: FocusReport[]) =>
  new Error(`${target} is not reached by keyboard; the way was\n${way.map(({ name }) => name).join('\n')}`);

export const keyboardOf = (page: Page): Keyboard => {
  const to: Keyboard['to'] = async (target, key = 'Tab') => {
    await target.first().waitFor();
    const way: FocusReport[] = [];
    while (!(await hasFocus(target))) {
      if (way.length === MOST_STOPS) throw failure(target, way);
      await page.keyboard.press(key);
      const stop = await page.evaluate(reportFocus);
      way.push(stop);
      if (stop.problems.length > 0) throw new Error(`${stop.name}: ${stop.problems.join(', ')}`);
    }
  };
  return {
    to,
    async enter(target) {
      await to(target);
      await page.keyboard.press('Enter');
    },
    async write(target, text) {
      await to(target);
      await page.keyboard.type(text);
    },
    async choose(target) {
      const group = await target.evaluate((element) => {
        const { type, name } = element as HTMLInputElement;
        return type === 'radio' ? `input[type="radio"][name="${name}"]` : undefined;
      });
      if (!group) {
        await to(target);
        return page.keyboard.press('Space');
      }
      // A group of radio buttons is one stop: its chosen button, or whichever the browser takes while none is.
      const chosen = page.locator(`${group}:checked`);
      await to((await chosen.count()) > 0 ? chosen : page.locator(group));
      if (await hasFocus(target)) return page.keyboard.press('Space');
      const size = await page.locator(group).count();
      for (let n = 0; n < size && !(await hasFocus(target)); n++) await page.keyboard.press('ArrowDown');
      if (!(await hasFocus(target))) throw failure(target, []);
    },
  };
};
