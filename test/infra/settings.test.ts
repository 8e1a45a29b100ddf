import { expect, test } from 'vitest';
import { mailIdentityOf, readSettings, SettingsError } from '../../infra/settings.ts';

const given = (context: Record<string, unknown>) => readSettings('alzey-worms', (key) => context[key]);

test('a county without an installation.json is installed with defaults', () => {
  const settings = given({});
  expect(settings).toMatchObject({ monthlyBudget: 50, trail: true });
  expect(settings.county.slug).toBe('alzey-worms');
  expect(mailIdentityOf(settings)).toBe(settings.county.mailFrom.split('@')[1]);
});

test('texts from the command line become numbers and choices', () => {
  expect(given({ monthlyBudget: '120', trail: 'false', mailIdentity: 'example.org' })).toMatchObject({
    monthlyBudget: 120,
    trail: false,
    mailIdentity: 'example.org',
  });
});

test.each([
  [{ operatorMail: 'nobody' }, 'operatorMail'],
  [{ issuer: 'https://login.example.org' }, 'an issuer needs a clientId'],
  [{ domain: 'kita.example.org' }, 'domain and certificate belong together'],
])('%o is refused with its field: %s', (context, named) => {
  expect(() => given(context)).toThrow(SettingsError);
  expect(() => given(context)).toThrow(named);
});

test('a county that is not there is named', () => {
  expect(() => readSettings('nowhere')).toThrow('counties/nowhere/county.json is missing');
});
