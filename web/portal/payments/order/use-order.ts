import { useChange } from '../../api/use-change.ts';
import { useLoad } from '../../api/use-load.ts';
import { usePortal } from '../../app/context.ts';
import { useCase } from '../../case/use-case.ts';

/** A payment order: where it stands, its log, its file, and what was just done or refused here. */
export const useOrder = (id: string) => {
  const { call } = usePortal();
  const base = useCase(id);
  const file = useLoad(`payment ${id}`, () => call('GET /api/payment-orders/{id}', { id }));
  useChange(base.head.data?.version, file.reload);
  useChange(base.reloads, file.reload);
  return { ...base, file };
};
export type OrderState = ReturnType<typeof useOrder>;
