import { type Part, partHash } from '../addresses.ts';
import { say } from '../texts.ts';
import { parts, partTitle } from './SectionNav.tsx';

/** The way to the parts before and after. */
export const PartButtons = ({ id, part }: { id: string; part: Part }) => {
  const at = parts.indexOf(part);
  const [before, next] = [parts[at - 1], parts[at + 1]];
  return (
    <div class="actions">
      {next && (
        <a class="kern-btn kern-btn--primary" href={partHash(id, next)}>
          <span class="kern-label">{say('steps.next', { section: partTitle(next) })}</span>
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
