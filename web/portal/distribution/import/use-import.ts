import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import type { importAnswer } from '../../../../domain/api/imports.ts';
import { LARGEST_FILE } from '../../../../domain/files/attachment.ts';
import type { ImportKindName } from '../../../../domain/imports/registry.ts';
import { upload } from '../../api/upload.ts';
import { usePortal } from '../../app/context.ts';
import { newId } from '../../case/new-id.ts';
import { problemText } from '../../texts.ts';

export type ImportResult = z.infer<typeof importAnswer>;

type Stage = { at: 'nothing' | 'sending' | 'reading' } | { at: 'read'; result: ImportResult };

const problemOf = ({ size }: File): string | undefined => {
  const wrong = (message: string) => problemText({ path: ['size'], message });
  if (size === 0) return wrong('file-empty');
  return size > LARGEST_FILE ? wrong('file-too-large') : undefined;
};

/** Sends a table and has it read; the same file chosen once more is a new import. */
export const useImport = (kind: ImportKindName, onValid: (id: string) => void) => {
  const { call } = usePortal();
  const [stage, setStage] = useState<Stage>({ at: 'nothing' });
  const [problem, setProblem] = useState<string>();
  const [error, setError] = useState<unknown>();
  const send = async (file: File) => {
    const id = newId();
    const body = { kind, name: file.name.slice(0, 120), size: file.size };
    setStage({ at: 'sending' });
    const form = await call('POST /api/imports/{id}', { id, body });
    await upload(form, file, () => undefined);
    setStage({ at: 'reading' });
    const result = await call('POST /api/imports/{id}/reading', { id });
    setStage({ at: 'read', result });
    if (result.state === 'valid') onValid(id);
  };
  const take = (file: File) => {
    const wrong = problemOf(file);
    setProblem(wrong);
    setError(undefined);
    setStage({ at: 'nothing' });
    if (wrong) return;
    send(file).catch((failure: unknown) => {
      setStage({ at: 'nothing' });
      setError(failure);
    });
  };
  return { stage, problem, error, take };
};
