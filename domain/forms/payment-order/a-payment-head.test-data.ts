import { amountsOf } from '../../budget/amounts.ts';
import { head } from '../../submission/head.ts';
import type { PaymentOrderAbout } from './about.ts';
import type { PaymentHead } from './particulars.ts';

/** The first instalment of the Verein's grant, as it lies with the clerk; the schema of heads holds. */
export const aPaymentHead = ({
  about,
  ...change
}: Partial<Omit<PaymentHead, 'about'>> & { about?: Partial<PaymentOrderAbout> } = {}): PaymentHead =>
  head.parse({
    id: '019aa7d2-9c1e-8c55-8a43-1f2e3d4c5b6a',
    form: 'payment-order',
    process: { name: 'payment-order', version: 1 },
    version: 2,
    rev: 3,
    createdAt: '2026-01-02T09:00:00.000Z',
    at: 'certify',
    visit: 2,
    since: '2026-01-31T23:00:00.000Z',
    due: '2026-02-06T23:00:00.000Z',
    missed: 0,
    run: 1,
    runSince: '2026-01-02T09:00:00.000Z',
    excluded: [],
    log: { n: 2, hash: 'hash' },
    owed: {},
    ...change,
    about: {
      application: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6a',
      provider: 'verein',
      year: 2026,
      fileNumber: '51-2026-4C5B6A',
      n: 1,
      due: '2026-02-15',
      amount: 17_808_64,
      amounts: amountsOf(17_808_64),
      acted: [],
      notes: 0,
      ...about,
    },
  }) as PaymentHead;
