import type { Role } from './role.ts';

/** Somebody who asks to see or to decide a submission: the person, their roles, and those for whom they stand in today. */
export interface Asker {
  id: string;
  roles: readonly Role[];
  standsInFor: readonly string[];
  /** The provider and the Kitas for which they act, from the register. */
  provider?: string | undefined;
  kitas?: readonly string[];
}

/**
 * How somebody stands to a submission: in which of their roles they see it, and for whom they would act. For whom it is
 * undefined, the submission does not exist.
 */
export interface Standing {
  roles: readonly Role[];
  for?: string;
}
