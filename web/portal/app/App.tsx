import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { CountyAnswer } from '../../../domain/api/families.ts';
import type { MeAnswer } from '../../../domain/api/portal.ts';
import { createCall } from '../api/call.ts';
import { ProblemError } from '../api/failures.ts';
import { removeAllDrafts } from '../drafts/drafts.ts';
import { Login } from '../login/Login.tsx';
import { SessionEnded } from '../login/SessionEnded.tsx';
import { Stranger } from '../login/Stranger.tsx';
import { type Session, SessionEndedError } from '../login/session.ts';
import { Failure } from '../parts/Failure.tsx';
import { Loading } from '../parts/Loading.tsx';
import { Portal } from './Portal.tsx';

interface Props {
  session: Session;
  loggedIn: boolean;
  /** Coming back from the issuer did not end in a login. */
  loginFailed: boolean;
}

type State =
  | { is: 'loading' }
  | { is: 'out'; notice?: 'logged-out' | 'failed' }
  | { is: 'stranger' }
  | { is: 'failed'; error: unknown }
  | { is: 'in'; me: MeAnswer; county: CountyAnswer };

/** From the first request to the portal: asks who is logged in, and shows over everything that a session ended. */
export const App = ({ session, loggedIn, loginFailed }: Props) => {
  const [state, setState] = useState<State>(
    loggedIn ? { is: 'loading' } : { is: 'out', ...(loginFailed && { notice: 'failed' as const }) },
  );
  const [ended, setEnded] = useState(false);
  const call = useMemo(() => createCall(session, () => setEnded(true)), [session]);
  const enter = useCallback(() => {
    setState({ is: 'loading' });
    Promise.all([call('GET /api/me'), call('GET /api/county')]).then(
      ([me, county]) => setState({ is: 'in', me, county }),
      (error: unknown) => {
        if (error instanceof SessionEndedError) setState({ is: 'out' });
        else if (error instanceof ProblemError && [403, 404].includes(error.status))
          setState({ is: 'stranger' });
        else setState({ is: 'failed', error });
      },
    );
  }, [call]);
  useEffect(() => {
    if (loggedIn) enter();
  }, [enter, loggedIn]);
  const login = () => session.login(location.hash);
  const logout = useCallback(() => {
    removeAllDrafts();
    session.logout().then(() => setState({ is: 'out', notice: 'logged-out' }));
  }, [session]);

  if (state.is === 'out') return <Login onLogin={login} notice={state.notice} />;
  if (state.is === 'stranger') return <Stranger onLogout={logout} />;
  if (state.is === 'in') {
    return (
      <>
        <Portal me={state.me} county={state.county} call={call} onLogout={logout} />
        {ended && <SessionEnded onLogin={login} />}
      </>
    );
  }
  return (
    <main class="portal-main">
      {state.is === 'failed' ? <Failure error={state.error} onRetry={enter} /> : <Loading />}
    </main>
  );
};
