import type { ReturnsAnswer } from '../../../../domain/api/survey.ts';
import type { RoundFile } from '../../../../domain/api/survey-rounds.ts';
import { isAnonymous } from '../../../../domain/survey/group.ts';
import { unitName } from '../../../../domain/survey/unit.ts';
import { useLoad } from '../../api/use-load.ts';
import { usePortal } from '../../app/context.ts';
import { groupText } from '../questions/question-words.ts';
import { say } from '../texts.ts';

type Return = ReturnsAnswer['items'][number];

const ANSWERED = ['open', 'close-round', 'evaluation'];

const textOf = ({ group, enough }: Return): string =>
  `${groupText(group)}: ${say(enough ? 'units.enough' : 'units.few')}`;

/** How many have answered in each unit, in words; nothing for those who may not ask, and once it can be read what they answered. */
export const useReturns = (file: RoundFile): ((unit: string) => string | undefined) => {
  const { me, call } = usePortal();
  const asks = Object.keys(file.groups).some((group) => isAnonymous(group as never));
  const isWanted = asks && me.roles.includes('coordinator') && ANSWERED.includes(file.at);
  const returns = useLoad(`returns ${isWanted ? `${file.id} ${file.version}` : ''}`, async () => {
    const items: Return[] = [];
    let cursor: string | undefined;
    do {
      if (!isWanted) break;
      const page: ReturnsAnswer = await call('GET /api/survey-rounds/{id}/returns', {
        id: file.id,
        query: { cursor },
      });
      items.push(...page.items);
      cursor = page.cursor;
    } while (cursor);
    return items;
  });
  return (unit) => {
    const own = (returns.data ?? []).filter((one) => unitName(one.unit) === unit);
    return own.length > 0 ? own.map(textOf).join(', ') : undefined;
  };
};
