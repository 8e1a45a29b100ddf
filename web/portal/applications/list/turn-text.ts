import type { SubmissionItem } from '../../../../domain/api/portal.ts';
import { usePortal } from '../../app/context.ts';
import { knows, say } from '../texts.ts';

type Item = Pick<SubmissionItem, 'at' | 'ended' | 'turn'>;

/** Where an application stands, as its provider says it. */
export const stateText = ({ at }: Pick<Item, 'at'>): string => {
  const key = `state.${at}`;
  return knows(key) ? say(key) : at;
};

/** Whose turn it is: the provider's or the office's, whoever it is there. */
export const useTurnText = () => {
  const { me } = usePortal();
  return ({ at, ended, turn }: Item): string => {
    if (ended || at === 'objection-period') return say('turn.nobody');
    if (turn === 'provider') return say(me.roles.includes('provider') ? 'turn.you' : 'turn.provider');
    if (at === 'committee' || at === 'appeal') return say(`turn.${at}`);
    return say('turn.office');
  };
};
