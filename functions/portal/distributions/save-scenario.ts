import { distribute, type Refusal } from '../../../domain/distribution/distribute.ts';
import {
  conceptsFor,
  type NewScenario,
  ruleOf,
  type Scenario,
} from '../../../domain/distribution/scenario.ts';
import { canonicalText } from '../../../domain/submission/canonical.ts';
import { askerOf } from '../../cases/asker.ts';
import { ConflictError, FieldsError, ForbiddenError } from '../../runtime/errors.ts';
import type { RouteHandler } from '../../runtime/http/request.ts';
import { requireId } from '../../runtime/http/require-id.ts';
import { listScenarios, MOST_SCENARIOS, putScenario, readScenario } from '../../store/distributions.ts';
import { hasRole } from '../../store/role-conditions.ts';
import { transact } from '../../store/transact.ts';
import { yearOf } from '../budgets/show-budget.ts';
import type { PortalDeps } from '../deps.ts';
import { indicatorsOf } from './reckon.ts';

/** Where somebody who made the scenario has to look. */
const PLACE: Record<Refusal['refusal'], string> = {
  'no-kitas': 'import',
  'kita-twice': 'import',
  'basic-too-much': 'basic',
  'indicator-missing': 'import',
  'component-empty': 'import',
};

/** A scenario as it is kept, if it can be reckoned. @throws FieldsError */
const checked = async (
  { store, registers, clock }: PortalDeps,
  { year, id, by }: { year: number; id: string; by: string },
  { name, concept: version, sum, import: file, ...tried }: NewScenario,
): Promise<Scenario> => {
  const { budget } = await registers.county();
  const concept = conceptsFor(year, budget).find((one) => one.version === version);
  const found = await indicatorsOf(store, file);
  const unknown = [...(concept ? [] : ['concept']), ...(found ? [] : ['import'])];
  if (!concept || !found)
    throw new FieldsError(unknown.map((path) => ({ path: [path], message: 'unknown-choice' })));
  const made = ruleOf(concept, tried);
  if ('issues' in made) throw new FieldsError(made.issues);
  const distribution = distribute(sum, made.rule, found.kitas);
  if (!distribution.ok)
    throw new FieldsError([{ path: [PLACE[distribution.refusal]], message: distribution.refusal }]);
  return { id, name, concept: version, sum, import: file, rule: made.rule, by, at: clock.now() };
};

const withoutTime = ({ at: _at, ...one }: Scenario) => canonicalText(one);

/** `PUT /api/distributions/{year}/scenarios/{id}`: by the coordinator. A scenario never changes; sending it twice is harmless. */
export const saveScenario =
  (deps: PortalDeps): RouteHandler =>
  async (request) => {
    const { store } = deps;
    const asker = await askerOf(deps, request);
    if (!asker.roles.includes('coordinator')) throw new ForbiddenError('other-role');
    const year = yearOf(request);
    const id = requireId(request.params.id);
    const one = await checked(deps, { year, id, by: asker.id }, request.body as NewScenario);
    const standing = await readScenario(store, year, id);
    if (!standing && (await listScenarios(store, year)).length >= MOST_SCENARIOS)
      throw new FieldsError([{ path: ['name'], message: 'too-many' }]);
    const failed = standing
      ? { index: 0 }
      : await transact(store, [putScenario(store, year, one), hasRole(store, asker.id, 'coordinator')]);
    if (!failed) return { status: 201, body: { id } };
    if (failed.index === 1) throw new ForbiddenError('other-role');
    const now = standing ?? (await readScenario(store, year, id));
    if (!now || withoutTime(now) !== withoutTime(one)) throw new ConflictError('other-body');
    return { status: 200, body: { id } };
  };
