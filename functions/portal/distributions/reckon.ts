import {
  type Distribution,
  distribute,
  type Measured,
  type Refusal,
} from '../../../domain/distribution/distribute.ts';
import type { Scenario } from '../../../domain/distribution/scenario.ts';
import type { ValidImport } from '../../../domain/imports/import.ts';
import { measured } from '../../../domain/imports/indicators.ts';
import { NotFoundError } from '../../runtime/errors.ts';
import type { Store } from '../../store/client.ts';
import { readImport, readRows } from '../../store/imports.ts';

/** A valid import of indicators with its rows, or undefined where there is none under this id. */
export const indicatorsOf = async (
  store: Store,
  id: string,
): Promise<{ file: ValidImport; kitas: Measured[] } | undefined> => {
  const file = await readImport(store, id);
  if (file?.state !== 'valid' || file.kind !== 'indicators') return undefined;
  return { file, kitas: await readRows(store, file, measured) };
};

export interface Reckoned {
  scenario: Scenario;
  file: ValidImport;
  distribution: Distribution;
}

const isDistribution = (of: Distribution | Refusal): of is Distribution => of.ok;

/**
 * Reckons a scenario from what it keeps: sum, rule and import never change, and neither does the outcome.
 * @param found its import, as `indicatorsOf` reads it
 * @throws NotFoundError when its import is gone, which nobody can make happen
 */
export const reckonFrom = (found: Awaited<ReturnType<typeof indicatorsOf>>, scenario: Scenario): Reckoned => {
  const distribution = found && distribute(scenario.sum, scenario.rule, found.kitas);
  if (!found || !distribution || !isDistribution(distribution))
    throw new NotFoundError('what the scenario was made of is not there');
  return { scenario, file: found.file, distribution };
};

/** The same for one scenario alone. @throws NotFoundError */
export const reckon = async (store: Store, scenario: Scenario): Promise<Reckoned> =>
  reckonFrom(await indicatorsOf(store, scenario.import), scenario);
