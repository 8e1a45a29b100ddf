import { useState } from 'preact/hooks';
import type { InstitutionForm } from '../../../../domain/forms/institution-survey/particulars.ts';
import { useLoad } from '../../api/use-load.ts';
import { usePortal } from '../../app/context.ts';
import { useCase } from '../../case/use-case.ts';

/** An institution's answers: where they stand, their log, what was answered, and what was just done or refused here. */
export const useInstitution = (form: InstitutionForm, id: string) => {
  const { call } = usePortal();
  const base = useCase(id);
  const version = base.head.data?.version ?? 0;
  const file = useLoad(`${form} ${id} ${version} ${base.reloads}`, () =>
    form === 'kita-survey'
      ? call('GET /api/kita-surveys/{id}', { id })
      : call('GET /api/provider-surveys/{id}', { id }),
  );
  const [open, setOpen] = useState<string>();
  return { ...base, file, open, setOpen };
};
export type InstitutionState = ReturnType<typeof useInstitution>;
