import { useEffect, useRef, useState } from 'preact/hooks';
import { type Attachment, LARGEST_FILE, MOST_FILES } from '../../../../domain/files/attachment.ts';
import { problemKind } from '../../api/failures.ts';
import { upload } from '../../api/upload.ts';
import { usePortal } from '../../app/context.ts';
import { problemText } from '../../texts.ts';
import { say } from '../texts.ts';

/** A file on its way: until the server knows it, it has only a name. */
export interface Upload {
  key: string;
  name: string;
  size: number;
  /** From 0 to 1; 1: it is being looked at. */
  part: number;
  /** It never arrived: the sentence that says why. */
  problem?: string;
  error?: unknown;
}

/** How soon the page asks again what the virus check has said, and how often: then somebody must ask it to. */
const SOON_MS = 1_500;
const LOOKS = 40;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What can be said of a file before it is sent anywhere. */
const problemOf = (file: File): string | undefined => {
  const wrong = (message: string) => problemText({ path: ['size'], message });
  if (file.size === 0) return wrong('file-empty');
  if (file.size > LARGEST_FILE) return wrong('file-too-large');
  return /\.pdf$/i.test(file.name) ? undefined : say('files.not-pdf');
};

const isOfRecord = (error: unknown) => problemKind(error) === 'file-sent';

interface Held {
  id: string;
  /** The files beside the application, when the page was loaded. */
  first: readonly Attachment[];
  /** Which of them the application names. */
  named: readonly string[];
  onNamed: (ids: string[]) => void;
}

/** The files beside an application: sent, looked at, taken into it, taken away. */
export const useAttachments = ({ id, first, named, onNamed }: Held) => {
  const { call } = usePortal();
  const [files, setFiles] = useState<readonly Attachment[]>(first);
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [error, setError] = useState<unknown>();
  const gone = useRef(false);
  useEffect(
    () => () => {
      gone.current = true;
    },
    [],
  );
  const latest = useRef(named);
  latest.current = named;
  const name = (ids: readonly string[]) => {
    latest.current = ids;
    onNamed([...ids]);
  };
  const put = (one: Attachment) => setFiles((all) => [...all.filter((other) => other.id !== one.id), one]);
  const patch = (key: string, more: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...more } : one)));
  const dismiss = (key: string) => setUploads((all) => all.filter((one) => one.key !== key));

  /** Asks until the virus check has spoken; a file that was taken belongs to the application from then on. */
  const look = async (file: string): Promise<void> => {
    for (let n = 0; n < LOOKS && !gone.current; n++) {
      if (n > 0) await sleep(SOON_MS);
      const looked = await call('POST /api/budget-applications/{id}/attachments/{file}/check', {
        id,
        params: { file },
      });
      put(looked);
      if (looked.state === 'clean' && !latest.current.includes(file)) name([...latest.current, file]);
      if (looked.state !== 'checking') return;
    }
  };
  const send = async (key: string, file: File) => {
    try {
      const offered = await call('POST /api/budget-applications/{id}/attachments', {
        id,
        body: { name: file.name, size: file.size },
      });
      await upload(offered, file, (part) => patch(key, { part }));
      dismiss(key);
      put({ id: offered.id, name: offered.name, size: file.size, state: 'checking', etag: '' });
      await look(offered.id);
    } catch (failure) {
      patch(key, { error: failure });
    }
  };
  /** Takes the files that somebody chose; each goes its own way. */
  const add = (chosen: readonly File[]) => {
    const free = MOST_FILES - latest.current.length - uploads.length;
    const begun = chosen.map((file, n) => {
      const problem = n < free ? problemOf(file) : say('files.too-many');
      return {
        file,
        one: {
          key: crypto.randomUUID(),
          name: file.name,
          size: file.size,
          part: 0,
          ...(problem && { problem }),
        },
      };
    });
    setUploads((all) => [...all, ...begun.map(({ one }) => one)]);
    for (const { file, one } of begun) if (!one.problem) void send(one.key, file);
  };
  const run = (work: Promise<unknown>) => {
    setError(undefined);
    return work.then(
      () => true,
      (failure: unknown) => {
        setError(failure);
        return false;
      },
    );
  };
  /** Out of the application, and out of the house unless a version that was sent names it. */
  const remove = (file: string) => {
    name(latest.current.filter((one) => one !== file));
    const removed = call('POST /api/budget-applications/{id}/attachments/{file}/removal', {
      id,
      params: { file },
    }).then(
      () => setFiles((all) => all.filter((one) => one.id !== file)),
      (failure: unknown) => {
        // It belongs to a version that was sent: the next one only no longer names it.
        if (!isOfRecord(failure)) throw failure;
      },
    );
    return run(removed);
  };
  return {
    files,
    uploads,
    error,
    add,
    dismiss,
    remove,
    take: (file: string) => name([...latest.current, file]),
    look: (file: string) => run(look(file)),
  };
};
export type AttachmentsState = ReturnType<typeof useAttachments>;
