import type { Role } from '../../../../domain/people/role.ts';
import { riseHash } from '../../amendments/addresses.ts';
import { say as sayAmended } from '../../amendments/texts.ts';
import type { ViewProps } from '../../app/area.ts';
import { usePortal } from '../../app/context.ts';
import { useTitle } from '../../app/use-title.ts';
import { CaseList } from '../../lists/CaseList.tsx';
import { usePages } from '../../lists/use-pages.ts';
import { filterOf } from '../addresses.ts';
import { budgetYear } from '../budget-year.ts';
import { say } from '../texts.ts';
import { ApplicationFilterForm } from './ApplicationFilterForm.tsx';

const MAY_RAISE: readonly Role[] = ['clerk', 'head', 'treasurer'];

/** The applications of a year that were sent, newest first. */
export const ApplicationsView = (props: ViewProps) => {
  const filter = filterOf(props);
  const { call, me } = usePortal();
  const { state, year = String(budgetYear()) } = filter;
  const title = say('list.title');
  useTitle(title);
  const pages = usePages(`applications ${state} ${year}`, (cursor) =>
    call('GET /api/submissions', { query: { form: 'budget-application', state, year, cursor } }),
  );
  return (
    <>
      <h1 class="portal-h1">{title}</h1>
      <p class="portal-lead">{say('list.intro', { year })}</p>
      {me.roles.some((role) => MAY_RAISE.includes(role)) && (
        <p class="kern-body">
          <a class="kern-link kern-link--no-visited-state" href={riseHash(year)}>
            {sayAmended('rise.link')}
          </a>
        </p>
      )}
      <ApplicationFilterForm key={`${state} ${year}`} filter={{ state, year }} />
      <CaseList
        caption={say('list.caption', { year })}
        columns={['case', 'sum', 'step', 'due', 'turn']}
        pages={pages}
        empty={{ title: say('list.empty.title'), text: say('list.empty.text') }}
      />
    </>
  );
};
