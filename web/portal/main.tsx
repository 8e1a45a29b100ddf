import { render } from 'preact';
import { App } from './app/App.tsx';
import { loadConfig } from './login/config.ts';
import { createSession } from './login/session.ts';
import { Unreachable } from './login/Unreachable.tsx';
import './page.css';

const root = document.getElementById('portal') as HTMLElement;

const start = async (): Promise<void> => {
  try {
    const session = createSession(await loadConfig());
    const loginFailed = await session.finishLogin().then(
      () => false,
      () => true,
    );
    const loggedIn = await session.loggedIn();
    render(<App session={session} loggedIn={loggedIn} loginFailed={loginFailed} />, root);
  } catch {
    render(<Unreachable onRetry={start} />, root);
  }
};

// What the browser brings back from its memory may show what somebody read who has logged out since.
addEventListener('pageshow', (event) => event.persisted && location.reload());

void start();
