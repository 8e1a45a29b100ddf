import { readFileSync, unlinkSync } from 'node:fs';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Another process that still lives holds the lock. */
export class LockedError extends Error {
  override name = 'LockedError';
  readonly pid: number;
  constructor(file: string, pid: number) {
    super(`Process ${pid} already works here (${file}).`);
    this.pid = pid;
  }
}

/** When a process started, in the system's ticks, where the system tells: a process id alone is given out again. */
const startOf = (pid: number): string => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')')).split(' ')[20] ?? '';
  } catch {
    return '';
  }
};

const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Who holds the lock, if that process lives. A file that a kill left behind, or cut off, is nobody's. */
const holderOf = async (file: string): Promise<number | undefined> => {
  const [pid = '', start = ''] = (await readFile(file, 'utf8').catch(() => '')).trim().split(' ');
  const number = Number(pid);
  return number > 0 && lives(number) && startOf(number) === start ? number : undefined;
};

const create = async (file: string): Promise<boolean> => {
  try {
    const handle = await open(file, 'wx', 0o600);
    await handle.writeFile(`${process.pid} ${startOf(process.pid)}\n`);
    await handle.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
};

/**
 * Takes a lock file, over a dead holder too; the answer gives it back, also when the process ends by itself.
 * @throws LockedError when a living process, this one included, holds it.
 */
export async function takeLock(file: string): Promise<() => void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  while (!(await create(file))) {
    const holder = await holderOf(file);
    if (holder !== undefined) throw new LockedError(file, holder);
    await rm(file, { force: true });
  }
  let held = true;
  const release = () => {
    if (held) unlinkSync(file);
    held = false;
    process.removeListener('exit', release);
  };
  process.once('exit', release);
  return release;
}
