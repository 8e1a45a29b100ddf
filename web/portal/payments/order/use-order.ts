import { useEffect, useRef } from 'preact/hooks';
import { useLoad } from '../../api/use-load.ts';
import { usePortal } from '../../app/context.ts';
import { useCase } from '../../case/use-case.ts';

/** A payment order: where it stands, its log, its file, and what was just done or refused here. */
export const useOrder = (id: string) => {
  const { call } = usePortal();
  const base = useCase(id);
  const file = useLoad(`payment ${id}`, () => call('GET /api/payment-orders/{id}', { id }));
  const version = base.head.data?.version;
  const known = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (known.current !== undefined && version !== known.current) file.reload();
    known.current = version;
  }, [version]);
  useEffect(() => {
    if (base.reloads > 0) file.reload();
  }, [base.reloads]);
  return { ...base, file };
};
export type OrderState = ReturnType<typeof useOrder>;
