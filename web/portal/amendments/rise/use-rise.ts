import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import type { TariffRise } from '../../../../domain/amendments/bulk-rise.ts';
import type { risePreview, riseProgress } from '../../../../domain/api/tariff-rises.ts';
import { usePortal } from '../../app/context.ts';
import { newId } from '../../case/new-id.ts';

export type Preview = z.infer<typeof risePreview>;
export type Progress = z.infer<typeof riseProgress>;

export interface RiseState {
  preview: Preview | undefined;
  progress: Progress | undefined;
  busy: 'preview' | 'make' | undefined;
  error: unknown;
  show(rise: TariffRise): Promise<void>;
  make(): Promise<void>;
}

/**
 * A rise on its page: it is shown first, then made call by call until nothing is left. Under one id there is one rise: other
 * rules are another one.
 */
export const useRise = (): RiseState => {
  const { call } = usePortal();
  const [shown, setShown] = useState<{ id: string; rise: TariffRise }>();
  const [preview, setPreview] = useState<Preview>();
  const [progress, setProgress] = useState<Progress>();
  const [busy, setBusy] = useState<RiseState['busy']>();
  const [error, setError] = useState<unknown>();
  const load = async (of: { id: string; rise: TariffRise }) => {
    setPreview(await call('POST /api/tariff-rises/{id}/preview', { id: of.id, body: of.rise }));
    setShown(of);
  };
  const during = async (what: NonNullable<RiseState['busy']>, does: () => Promise<void>) => {
    setBusy(what);
    setError(undefined);
    try {
      await does();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(undefined);
    }
  };
  return {
    preview,
    progress,
    busy,
    error,
    show: (rise) =>
      during('preview', async () => {
        setProgress(undefined);
        const isSame = JSON.stringify(shown?.rise) === JSON.stringify(rise);
        await load({ id: shown && isSame ? shown.id : newId(), rise });
      }),
    make: () =>
      during('make', async () => {
        if (!shown) return;
        let left = 1;
        while (left > 0) {
          const answer = await call('POST /api/tariff-rises/{id}/amendments', {
            id: shown.id,
            body: shown.rise,
          });
          setProgress(answer);
          left = answer.now > 0 ? answer.left : 0;
        }
        await load(shown);
      }),
  };
};
