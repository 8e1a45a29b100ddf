import { useState } from 'preact/hooks';
import { usePortal } from '../../app/context.ts';

interface Said {
  agrees: string;
  comment: string;
}

const NOTHING: Said = { agrees: '', comment: '' };

/** What a Kita is about to say: it outlives a reload and a login, in this tab. */
export const useStatement = (name: string) => {
  const { drafts } = usePortal();
  const [said, setSaid] = useState<Said>(() => ({ ...NOTHING, ...drafts.read<Said>(name) }));
  const change = (more: Partial<Said>) => {
    const next = { ...said, ...more };
    setSaid(next);
    drafts.write(name, next);
  };
  const discard = () => {
    setSaid(NOTHING);
    drafts.remove(name);
  };
  return { said, change, discard };
};
