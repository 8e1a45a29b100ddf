import { usePortal } from '../../app/context.ts';
import { useEditing } from './editing.ts';

/** The names of all Kitas that the application may speak of: the provider's, and those that it named when it was sent. */
export const useKitaNames = (): { id: string; name: string }[] => {
  const { me } = usePortal();
  const { file } = useEditing();
  return [...file.kitas, ...(me.provides ?? []).map(({ id, name }) => ({ id, name }))];
};
