import { type Part, partHash } from '../addresses.ts';
import { say } from '../texts.ts';
import { parts, partTitle } from './SectionNav.tsx';

/**
 * The way to the parts before and after.
 * @param tried whoever has tried to send mends here and there: on a phone the list of parts is folded up
 */
export const PartButtons = ({ id, part, tried }: { id: string; part: Part; tried: boolean }) => {
  const at = parts.indexOf(part);
  const [before, next] = [parts[at - 1], parts[at + 1]];
  return (
    <div class="actions">
      {next && (
        <a class="kern-btn kern-btn--primary" href={partHash(id, next)}>
          <span class="kern-label">{say('steps.next', { section: partTitle(next) })}</span>
        </a>
      )}
      {tried && part !== 'review' && next !== 'review' && (
        <a class="kern-btn kern-btn--secondary" href={partHash(id, 'review')}>
          <span class="kern-label">{say('steps.send')}</span>
        </a>
      )}
      {before && (
        <a class="kern-btn kern-btn--tertiary" href={partHash(id, before)}>
          <span class="kern-label">{say('steps.back')}</span>
        </a>
      )}
    </div>
  );
};
