import type { BudgetApplicationDraft } from './draft.ts';

/**
 * An application as a session may see it, which is public: choices, dates and numbers alone. In own words a name may stand,
 * also in a position's function or in what a row is called, and what one position costs is what one person earns.
 */
export const withoutOwnWords = ({
  provider = {},
  kitas,
  year,
  period,
  purpose,
  positions,
  shares,
  training,
  thirdParty,
}: BudgetApplicationDraft): BudgetApplicationDraft => ({
  provider: { legalForm: provider.legalForm, kind: provider.kind },
  kitas,
  year,
  period,
  purpose,
  positions: positions?.map(({ hours, from, to, filled }, n) => ({
    id: `p${n + 1}`,
    hours,
    from,
    to,
    filled,
  })),
  shares,
  training,
  thirdParty,
});
