import { useMemo, useRef, useState } from 'preact/hooks';
import type { CountyAnswer } from '../../../domain/api/families.ts';
import type { MeAnswer } from '../../../domain/api/portal.ts';
import type { Call } from '../api/call.ts';
import { draftsOf } from '../drafts/drafts.ts';
import { areas } from './areas.ts';
import { type Portal as Context, PortalContext } from './context.ts';
import { Header } from './Header.tsx';
import { OpenView } from './OpenView.tsx';
import { entriesFor, hashOfSubmission, homeOf, placeOf } from './place.ts';
import { useHash } from './use-hash.ts';

interface Props {
  me: MeAnswer;
  county: CountyAnswer;
  call: Call;
  onLogout: () => void;
}

/** The portal of somebody who is logged in: header, the view that the address names, and what was just done. */
export const Portal = ({ me, county, call, onLogout }: Props) => {
  const home = homeOf(areas, me.roles);
  const hash = useHash(home);
  const place = placeOf(areas, me.roles, hash);
  const drafts = useMemo(() => draftsOf(me.id), [me.id]);
  const [said, setSaid] = useState<{ text: string; at: string }>();
  const keepers = useRef(new Set<() => Promise<boolean>>());
  const portal: Context = useMemo(
    () => ({
      me,
      county,
      call,
      drafts,
      home,
      hashOf: (submission) => hashOfSubmission(areas, submission),
      logout: async (anyway = false) => {
        const areSafe = await Promise.all([...keepers.current].map((makeSafe) => makeSafe()));
        const leaves = anyway || areSafe.every((isSafe) => isSafe);
        if (leaves) onLogout();
        return leaves;
      },
      onLogout: (makeSafe) => {
        keepers.current.add(makeSafe);
        return () => keepers.current.delete(makeSafe);
      },
      go: (to, text) => {
        setSaid(text ? { text, at: to } : undefined);
        location.hash = to;
      },
    }),
    [me, county, call, drafts, home, onLogout],
  );
  // Where somebody enters the portal, the browser puts the focus; from then on it follows the views.
  const begin = useRef(place.path);
  const moved = useRef(false);
  moved.current ||= place.path !== begin.current;
  return (
    <PortalContext.Provider value={portal}>
      <Header place={place} entries={entriesFor(areas, me.roles)} />
      <main id="inhalt" class="portal-main" tabIndex={-1}>
        <div class="portal-said" role="status">
          {said?.at === hash && <p>{said.text}</p>}
        </div>
        <OpenView key={place.path} place={place} focus={moved.current} />
      </main>
    </PortalContext.Provider>
  );
};
