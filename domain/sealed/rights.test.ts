import { expect, test } from 'vitest';
import { type audiences, type FunctionName, sealingRights } from './rights.ts';

const who = (may: 'seal' | 'open', audience: (typeof audiences)[number]) =>
  (Object.keys(sealingRights) as FunctionName[]).filter((name) =>
    sealingRights[name][may].includes(audience),
  );

test('what is written to a social worker is opened for social workers and by nothing else', () => {
  expect(who('open', 'worker')).toEqual(['casework']);
});

test('replies are opened for the family and for who wrote them, addresses only where mail is sent', () => {
  expect(who('open', 'family')).toEqual(['families', 'casework']);
  expect(who('open', 'mail')).toEqual(['dispatch']);
});

test('the portal, the workflow and the schedule hold no right at all', () => {
  for (const name of ['portal', 'workflow', 'schedule'] as const)
    expect(sealingRights[name]).toEqual({ seal: [], open: [] });
});
