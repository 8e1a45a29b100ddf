import type { CommitteeSessionAnswers } from './answers.ts';

/** An invented session with a public item and one that is not. */
export const committeeSessionExample: CommitteeSessionAnswers = {
  kind: 'session',
  on: '2026-11-18',
  items: [
    { case: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b7a', public: true },
    { case: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b7b', public: false, reason: 'personal-interest' },
  ],
};
