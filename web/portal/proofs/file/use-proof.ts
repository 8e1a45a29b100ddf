import { useState } from 'preact/hooks';
import { useLoad } from '../../api/use-load.ts';
import { usePortal } from '../../app/context.ts';
import { useCase } from '../../case/use-case.ts';

/** A proof of use: where it stands, its log, its file, and what was just done or refused here. */
export const useProof = (id: string) => {
  const { call } = usePortal();
  const base = useCase(id);
  const version = base.head.data?.version ?? 0;
  // What is decided stands in the file too.
  const file = useLoad(`proof ${id} ${version} ${base.reloads}`, () =>
    call('GET /api/proofs-of-use/{id}', { id }),
  );
  const [open, setOpen] = useState<string>();
  return { ...base, file, open, setOpen };
};
export type ProofState = ReturnType<typeof useProof>;
