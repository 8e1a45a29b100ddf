import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What Lambda would set, and no more: extra certificates or options of this machine would be measured too. */
const environment = {
  PATH: process.env.PATH,
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'ROLEOFTHEFUNCTION',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_SESSION_TOKEN: 'session',
  TABLE_NAME: 'table',
  KEYS_TABLE_NAME: 'keys-table',
  SEALING_KEY_ID: 'sealing',
  MAC_KEY_ID: 'mac',
  STATE_MACHINES: 'arn:aws:states:eu-central-1:000000000000:stateMachine:bindeglied-',
  SITE_URL: 'https://kita.example.org',
  // Info lines would be counted by the terminal.
  POWERTOOLS_LOG_LEVEL: 'WARN',
};

/** Runs a program in a fresh process and answers the JSON on its last line. */
export const runProgram = async <T>(program: string, ...args: string[]): Promise<T> => {
  const { stdout } = await run(process.execPath, [program, ...args], {
    env: environment,
    maxBuffer: 2 ** 24,
  });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as T;
};
