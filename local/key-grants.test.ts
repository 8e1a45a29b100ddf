import { expect, it } from 'vitest';
import { grants, MAC_KEY, SEALING_KEY } from './key-grants.ts';

const seal = { keyId: SEALING_KEY, operation: 'GenerateDataKey' } as const;
const open = { keyId: SEALING_KEY, operation: 'Decrypt' } as const;
const to = (audience: string) => ({ context: { case: 'c1', to: audience } });

it('families seals for the worker and opens for the family, and nothing else', () => {
  expect(grants({ by: 'families', ...seal, ...to('worker') })).toBe(true);
  expect(grants({ by: 'families', ...open, ...to('family') })).toBe(true);
  expect(grants({ by: 'families', ...open, ...to('worker') })).toBe(false);
});

it('who is no function, or has no right, is refused', () => {
  for (const by of ['portal', 'workflow', 'schedule', 'admin', 'toString'])
    for (const audience of ['worker', 'family', 'mail']) {
      expect(grants({ by, ...seal, ...to(audience) })).toBe(false);
      expect(grants({ by, ...open, ...to(audience) })).toBe(false);
    }
});

it('a key is bound to a case and an audience, and to nothing more', () => {
  expect(grants({ by: 'casework', ...open, context: { to: 'worker' } })).toBe(false);
  expect(grants({ by: 'casework', ...open, context: { case: 'c1', to: 'worker', more: 'x' } })).toBe(false);
});

it('codes are derived by those who need them, with the key that is for it', () => {
  const mac = { operation: 'GenerateMac', keyId: MAC_KEY, context: {} } as const;
  expect(grants({ by: 'families', ...mac })).toBe(true);
  expect(grants({ by: 'portal', ...mac })).toBe(false);
  expect(grants({ by: 'families', ...mac, keyId: SEALING_KEY })).toBe(false);
});
