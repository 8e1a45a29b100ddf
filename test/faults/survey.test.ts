import { expect, test } from 'vitest';
import type { RoundFile } from '../../domain/api/survey-rounds.ts';
import { readLink, readUnits } from '../../functions/store/rounds.ts';
import { expectDriven } from './expect-done.ts';
import type { Moment } from './machine.ts';
import { mortalMachine, write } from './mortal-machine.ts';
import { newId } from './running-case.ts';

const machine = mortalMachine('survey', '2026-03-02T08:00:00.000Z');
const { ask, decide, killedDuring } = machine;

const ROUND = { year: 2026, from: '2026-03-02', to: '2026-04-10', groups: ['parents', 'staff', 'providers'] };

const prepared = async () => {
  const id = newId();
  expect((await ask('coordinator', 'PUT', `survey-rounds/${id}`, ROUND)).status).toBe(201);
  await machine.idle();
  return id;
};
const fileOf = async (id: string) =>
  (await ask('coordinator', 'GET', `survey-rounds/${id}`)).body as unknown as RoundFile;

/** Every unit is there once, with a link that leads to it and a form whose execution lives. */
const expectOpened = async (id: string) => {
  const units = await readUnits(machine.inside.store, id);
  const { at, units: shown } = await fileOf(id);
  expect(at).toBe('open');
  expect((await machine.inside.head(id))?.about).toMatchObject({ units: units.length });
  for (const { kind, link, id: of } of units)
    if (kind === 'kita')
      expect(await readLink(machine.inside.store, link ?? '')).toMatchObject({
        round: id,
        unit: `kita:${of}`,
      });
  const forms = shown.flatMap(({ form }) => form ?? []);
  expect(forms).toHaveLength(units.length);
  for (const form of forms) {
    expect(form.at).toBe('fill');
    await expectDriven(machine.inside, form.id);
  }
  await expectDriven(machine.inside, id);
};

test.for<[string, Moment[], Moment[]?]>([
  ['before the first unit', [write('before', 'workflow')]],
  ['between two units', [write('after', 'workflow', 7)]],
  [
    'between two units, and again when it starts',
    [write('after', 'workflow', 7)],
    [write('after', 'workflow', 5)],
  ],
])('a round is opened with each unit once, killed %s', { timeout: 180_000 }, async ([, at, again]) => {
  const id = await prepared();
  await killedDuring(at, () => decide('coordinator', id, 'open', { saved: 1 }), again);
  await expectOpened(id);
});

test('a round that is ended closes every form that was not sent, killed between two of them', {
  timeout: 180_000,
}, async () => {
  const id = await prepared();
  await decide('coordinator', id, 'open', { saved: 1 });
  await machine.idle();
  await killedDuring([write('after', 'workflow', 5)], () => decide('coordinator', id, 'end-round'));
  const { at, units } = await fileOf(id);
  expect(at).toBe('evaluation');
  expect(new Set(units.flatMap(({ form }) => form?.at ?? []))).toEqual(new Set(['missed']));
});
