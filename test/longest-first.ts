import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = join(import.meta.dirname, '..');

/** What takes longest runs first, so that nothing long runs alone at the end. A process is shared within a project only. */
const projects = ['faults', 'browser', 'system', 'infra', 'unit'];
const longest = [
  'test/faults/kill.test.ts',
  'test/faults/payments.test.ts',
  'test/faults/budget-kill.test.ts',
  'test/faults/committee.test.ts',
  'test/browser/families-views.test.ts',
  'test/browser/office.test.ts',
  'test/browser/portal-views.test.ts',
  'test/browser/budget-whole-way.test.ts',
  'test/browser/committee.test.ts',
  'test/browser/provider-drafts.test.ts',
  'test/browser/payments.test.ts',
  'test/clock/budget.test.ts',
  'test/api/payment-export.test.ts',
  'test/api/openapi.test.ts',
  'test/load/approvals.test.ts',
  'test/clock/file-retention.test.ts',
];

const placeIn = (list: readonly string[], name: string) => {
  const place = list.indexOf(name);
  return place < 0 ? list.length : place;
};

/** Sorts the files by what is known of them; the others of a project follow by their size. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const gone = longest.filter((file) => !existsSync(join(root, file)));
    if (gone.length > 0) throw new Error(`test/longest-first.ts names what is not there: ${gone.join(', ')}`);
    const key = ({ project, moduleId }: TestSpecification) =>
      placeIn(projects, project.name) * 100 + placeIn(longest, relative(root, moduleId));
    return (await super.sort(files)).toSorted((one, other) => key(one) - key(other));
  }
}
