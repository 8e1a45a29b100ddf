import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { CountyAnswer } from '../../../domain/api/families.ts';
import type { MeAnswer, SubmissionItem } from '../../../domain/api/portal.ts';
import type { Call } from '../api/call.ts';
import type { Drafts } from '../drafts/drafts.ts';

/** What every view needs: who is here, where, and the way to the server. */
export interface Portal {
  me: MeAnswer;
  county: CountyAnswer;
  call: Call;
  drafts: Drafts;
  /** Where the portal begins for this person. */
  home: string;
  /** Where a submission is found. */
  hashOf(submission: Pick<SubmissionItem, 'id' | 'form'>): string;
  /** Goes to another view and says there what has just been done. */
  go(hash: string, said?: string): void;
  /** Logs out when nothing that somebody typed would be lost by it, or `anyway`. False: they are still here. */
  logout(anyway?: boolean): Promise<boolean>;
  /**
   * What is to be done before somebody logs out: it answers whether everything that was typed is safe.
   * @returns takes it back
   */
  onLogout(makeSafe: () => Promise<boolean>): () => void;
}

export const PortalContext = createContext<Portal | undefined>(undefined);

export const usePortal = (): Portal => {
  const portal = useContext(PortalContext);
  if (!portal) throw new Error('a view stands outside the portal');
  return portal;
};
