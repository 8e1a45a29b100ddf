import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LockedError, takeLock } from './lock.ts';

const newFile = async () => join(await mkdtemp(join(tmpdir(), 'lock-')), 'server.lock');

it('a lock is held once, and free again when it is given back', async () => {
  const file = await newFile();
  const release = await takeLock(file);
  await expect(takeLock(file)).rejects.toThrow(LockedError);
  release();
  expect(existsSync(file)).toBe(false);
  (await takeLock(file))();
});

it('a lock of a dead process, of another one with its number, or cut off, is taken over', async () => {
  const file = await newFile();
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  for (const left of [`${child.pid} 123\n`, `${process.pid} 123\n`, '', 'x y']) {
    await writeFile(file, left);
    (await takeLock(file))();
  }
});
