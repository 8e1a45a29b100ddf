import type { ContactAbout } from '../forms/contact-request/about.ts';
import type { ContactHead } from './head.ts';
import { head } from './head.ts';

/** A case of Anna's that waits to be accepted, or what `change` makes of it; the schema of heads holds. */
export const aHead = ({
  about,
  ...change
}: Partial<Omit<ContactHead, 'about'>> & { about?: Partial<ContactAbout> } = {}): ContactHead =>
  head.parse({
    id: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6a',
    form: 'contact-request',
    process: { name: 'contact-request', version: 1 },
    version: 2,
    rev: 3,
    createdAt: '2026-02-02T09:00:00.000Z',
    at: 'accept',
    visit: 2,
    since: '2026-02-02T09:00:05.000Z',
    due: '2026-02-04T23:00:00.000Z',
    missed: 0,
    run: 1,
    runSince: '2026-02-02T09:00:00.000Z',
    responsible: 'anna',
    excluded: [],
    bodyHash: 'hash',
    receipt: { counter: 0, pepper: '1', pointer: 'pointer' },
    log: { n: 2, hash: 'hash' },
    owed: {},
    ...change,
    about: { language: 'de', hasMailAddress: true, consents: [], blocked: false, held: false, ...about },
  }) as ContactHead;
