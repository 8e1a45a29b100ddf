import { expect, test } from 'vitest';
import { keyboardOf } from './keyboard.ts';
import { look } from './look.ts';
import { countMails, submit, untilTold } from './machine.ts';
import { control, logIn } from './portal.ts';
import { useBrowser, visit } from './visit.ts';
import { portal, words } from './words.ts';

useBrowser();

const MARK = 'Ganz vertraulich: Sonnenblume';
const t = words.de;

test('the coordinator gives a case to somebody else without seeing what is in it; the family is asked before that person reads it', async () => {
  const { id, receipt } = await submit({
    kita: 'spatzennest',
    name: 'Familie Sonnenblume',
    message: MARK,
    replyBy: 'receipt',
    phone: undefined,
    mayLeaveMessage: undefined,
  });
  const first = await visit();
  const desk = keyboardOf(first.page);
  await logIn(first.page, desk, 'social-worker-11', `#/faelle/${id}`);
  await first.page.getByText(MARK).waitFor();
  await desk.enter(control(first.page, 'button', 'action.accept'));
  await first.page.getByText(portal['done.accept']).waitFor();
  const before = await countMails('coordinator');
  await desk.enter(control(first.page, 'button', 'action.pass'));
  await desk.choose(first.page.getByRole('radio', { name: portal['pass-reason.biased'] }));
  await desk.enter(control(first.page, 'button', 'pass.confirm'));
  await first.page.getByText(portal['done.pass']).waitFor();
  await untilTold('coordinator', before);

  const office = await visit();
  const seen: Promise<string>[] = [];
  office.page.on('response', (answer) => {
    if (answer.url().includes('/api/')) seen.push(answer.text().catch(() => ''));
  });
  const coordinating = keyboardOf(office.page);
  await logIn(office.page, coordinating, 'coordinator', `#/faelle/${id}`);
  await office.page.getByText(portal['content.none']).waitFor();
  await coordinating.enter(control(office.page, 'button', 'action.assign'));
  await office.page.getByRole('dialog').getByRole('radio').first().waitFor();
  await look(office.page, 'assign');
  const told = await countMails('social-worker-8');
  await coordinating.choose(office.page.getByRole('radio', { name: 'Hanna Schablone' }));
  await coordinating.enter(control(office.page, 'button', 'assign.confirm'));
  await office.page.getByText(portal['done.assign']).waitFor();
  expect((await Promise.all(seen)).filter((text) => text.includes('Sonnenblume'))).toEqual([]);
  await untilTold('social-worker-8', told);

  const second = await visit();
  const other = keyboardOf(second.page);
  await logIn(second.page, other, 'social-worker-8', `#/faelle/${id}`);
  await second.page.getByText(portal['content.own.text']).waitFor();
  expect(await second.page.getByText('Sonnenblume').count()).toBe(0);
  await other.enter(control(second.page, 'button', 'consent.ask'));
  await second.page.getByText(portal['consent.done']).waitFor();

  const family = await visit();
  const thumb = keyboardOf(family.page);
  await family.page.goto('/postfach');
  await thumb.write(family.page.getByRole('textbox'), receipt);
  await thumb.enter(family.page.getByRole('button', { name: t['mailbox.open'], exact: true }));
  await family.page.getByText(t['consent.title'].replace('{name}', 'Hanna Schablone')).waitFor();
  await look(family.page, 'mailbox, asked for consent');
  await thumb.enter(family.page.getByRole('button', { name: t['consent.yes'] }));
  await family.page.getByText(t['consent.done-yes']).waitFor();

  await other.enter(control(second.page, 'button', 'case.reload'));
  await second.page.getByText(MARK).waitFor();
  for (const { expectPrivate } of [first, office, second, family]) expectPrivate(receipt, 'Sonnenblume');
});
