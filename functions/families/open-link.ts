import type { RoundHead } from '../../domain/forms/survey-round/particulars.ts';
import type { LinkedGroup } from '../../domain/survey/group.ts';
import { NotFoundError } from '../runtime/errors.ts';
import type { Store } from '../store/client.ts';
import { readHead } from '../store/heads.ts';
import { readLink } from '../store/rounds.ts';

const LINK = /^[2-9a-z]{10}$/;

/** The round, group and unit that a link leads to. @throws NotFoundError for one that was never made, or is no more */
export const openLink = async (
  store: Store,
  link: string | undefined,
): Promise<{ round: RoundHead; group: LinkedGroup; unit: string }> => {
  const leads = link && LINK.test(link) ? await readLink(store, link) : undefined;
  const round = leads && (await readHead(store, leads.round));
  if (!leads || round?.form !== 'survey-round') throw new NotFoundError('no such survey');
  return { round, group: leads.group as LinkedGroup, unit: leads.unit };
};
