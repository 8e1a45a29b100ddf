import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CountyAnswer } from '../../../domain/api/families.ts';
import type { MeAnswer } from '../../../domain/api/portal.ts';
import { focusHeading } from '../../fields/focus-heading.ts';
import type { Call } from '../api/call.ts';
import { CaseView } from '../case/CaseView.tsx';
import { draftsOf } from '../drafts/drafts.ts';
import { CasesView } from '../lists/CasesView.tsx';
import { TasksView } from '../lists/TasksView.tsx';
import { SpokenView } from '../spoken/SpokenView.tsx';
import { type Portal as Context, PortalContext } from './context.ts';
import { Header } from './Header.tsx';
import type { Place } from './routes.ts';
import { UnknownView } from './UnknownView.tsx';
import { usePlace } from './use-place.ts';

interface Props {
  me: MeAnswer;
  county: CountyAnswer;
  call: Call;
  onLogout: () => void;
}

const View = ({ place }: { place: Place }) => {
  if (place.view === 'tasks') return <TasksView />;
  if (place.view === 'cases') return <CasesView filter={place.filter} />;
  if (place.view === 'case') return <CaseView id={place.id} />;
  if (place.view === 'spoken') return <SpokenView />;
  return <UnknownView />;
};

/** The portal of somebody who is logged in: header, the view that the address names, and what was just done. */
export const Portal = ({ me, county, call, onLogout }: Props) => {
  const { hash, place } = usePlace();
  const drafts = useMemo(() => draftsOf(me.id), [me.id]);
  const [said, setSaid] = useState<{ text: string; at: string }>();
  const portal: Context = useMemo(
    () => ({
      me,
      county,
      call,
      drafts,
      logout: onLogout,
      go: (to, text) => {
        setSaid(text ? { text, at: to } : undefined);
        location.hash = to;
      },
    }),
    [me, county, call, drafts, onLogout],
  );
  const shown = place.view === 'case' ? place.id : place.view;
  const first = useRef(true);
  // The focus follows the view, before anybody sees it.
  useLayoutEffect(() => {
    if (first.current) first.current = false;
    else focusHeading();
  }, [shown]);
  return (
    <PortalContext.Provider value={portal}>
      <Header place={place} />
      <main id="inhalt" class="portal-main" tabIndex={-1}>
        <div class="portal-said" role="status">
          {said?.at === hash && <p>{said.text}</p>}
        </div>
        <View key={shown} place={place} />
      </main>
    </PortalContext.Provider>
  );
};
