import { expect, test } from 'vitest';
import type { Attachment, FoundFile } from '../../domain/files/attachment.ts';
import { checkAttachment } from './check-attachment.ts';

const submission = '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6a';
const file = '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6b';
const attachment: Attachment = { id: file, name: 'a.pdf', size: 100, state: 'awaited' };
const clean: FoundFile = { size: 100, etag: '1', isPdf: true, verdict: 'clean' };

/** A bucket in which this lies, until it is removed. */
const bucketWith = (content: FoundFile | undefined) => {
  let there = content;
  return {
    look: async () => there,
    remove: async () => {
      there = undefined;
    },
    holds: () => there !== undefined,
  };
};
const kept = async (next: Attachment): Promise<Attachment | undefined> => next;

test('what is refused is not thrown away before it was noted why', async () => {
  const bucket = bucketWith({ ...clean, verdict: 'infected' });
  const lost = () => Promise.reject(new Error('lost'));
  await expect(checkAttachment(bucket, { submission, attachment }, lost)).rejects.toThrow('lost');
  expect(bucket.holds()).toBe(true);
  expect(await checkAttachment(bucket, { submission, attachment }, kept)).toMatchObject({
    reason: 'infected',
  });
  expect(bucket.holds()).toBe(false);
});

test('a look that came too early does not throw away what a later one took', async () => {
  const taken: Attachment = { id: file, name: 'a.pdf', size: 100, state: 'clean', etag: '1' };
  const bucket = bucketWith(clean);
  const early = { ...bucket, look: async () => undefined };
  expect(await checkAttachment(early, { submission, attachment }, async () => taken)).toBe(taken);
  expect(bucket.holds()).toBe(true);
});

test('what was taken away while somebody looked goes, and nothing is said of it', async () => {
  const bucket = bucketWith(clean);
  const gone = async () => undefined;
  expect(await checkAttachment(bucket, { submission, attachment }, gone)).toBeUndefined();
  expect(bucket.holds()).toBe(false);
});

test('what was told of this very content counts, though the tag is late', async () => {
  const lookTold = (etag: string) => {
    const told = { submission, file, etag, verdict: 'clean' as const };
    return checkAttachment(
      bucketWith({ ...clean, verdict: undefined }),
      { submission, attachment, told },
      kept,
    );
  };
  expect((await lookTold('1'))?.state).toBe('clean');
  expect((await lookTold('2'))?.state).toBe('checking');
});
