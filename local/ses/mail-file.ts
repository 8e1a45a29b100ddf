import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from '../sync-folder.ts';

export interface Mail {
  id: string;
  /** ISO 8601, UTC. */
  at: string;
  from: string;
  to: string[];
  replyTo?: string[];
  subject: string;
  text?: string;
  html?: string;
  /** The header Content-Language, else the tag `language`. */
  language?: string;
  headers?: Record<string, string>;
  tags?: Record<string, string>;
}

/**
 * The mails of a folder, one JSON a line, oldest first. `append` is done when the mail is on the disk. A last line that
 * a crash cut off was never answered and is dropped; any other broken line is an error that names it.
 */
export async function openMailFile(dir: string) {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const file = join(dir, 'mails.jsonl');
  const handle = await open(file, 'a+', 0o600);
  const written = await readFile(file);
  let size = written.lastIndexOf('\n') + 1;
  /** Half a line, of a crash or a full disk, must not run into the next mail. */
  let torn = size < written.length;
  await syncFolder(dir);
  const lines = written.toString('utf8', 0, size).split('\n').slice(0, -1);
  const mails = lines.map((line, index) => parseLine(line, `${file}:${index + 1}`));
  let last: Promise<void> = Promise.resolve();

  async function write(mail: Mail): Promise<void> {
    const line = Buffer.from(`${JSON.stringify(mail)}\n`);
    if (torn) await handle.truncate(size);
    torn = true;
    await handle.appendFile(line);
    await handle.datasync();
    torn = false;
    size += line.length;
    mails.push(mail);
  }

  return {
    list: (): Mail[] => [...mails],
    append: (mail: Mail): Promise<void> => {
      const written = last.then(() => write(mail));
      last = written.catch(() => undefined);
      return written;
    },
    close: async (): Promise<void> => {
      await last;
      await handle.close();
    },
  };
}

function parseLine(line: string, place: string): Mail {
  try {
    return JSON.parse(line) as Mail;
  } catch (cause) {
    throw new MailFileError(place, cause);
  }
}

export class MailFileError extends Error {
  constructor(place: string, cause: unknown) {
    super(`${place} is not a mail. Repair or remove this line.`, { cause });
    this.name = 'MailFileError';
  }
}
