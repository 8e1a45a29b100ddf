import { join } from 'node:path';

/** What lies where in the folder of `--data`; the embedded services have folders of their own beside it. */
export const filesOf = (data: string) => ({
  lock: join(data, 'server.lock'),
  clock: join(data, 'clock.json'),
  loginKey: join(data, 'login-key.json'),
});
