import { formText } from '../../application/texts.ts';
import { type Part, partHash } from '../addresses.ts';
import { type Section, sectionNames } from '../form/sections.ts';
import { say } from '../texts.ts';
import type { Mark } from './marks.ts';
import { useWide } from './use-wide.ts';

export const partTitle = (part: Part): string =>
  part === 'review' ? say('steps.review') : formText(`section.${part}`);

export const parts: readonly Part[] = [...sectionNames, 'review'];

interface Props {
  id: string;
  now: Part;
  marks: Record<Section, Mark>;
}

const Links = ({ id, now, marks }: Props) => (
  <ol>
    {parts.map((part) => {
      const mark = part === 'review' ? undefined : marks[part];
      return (
        <li key={part}>
          <a
            class={`section-link section-link--${mark?.kind ?? 'review'}`}
            href={partHash(id, part)}
            aria-current={part === now ? 'step' : undefined}
          >
            <span class="section-mark" aria-hidden="true" />
            <span>
              <span class="section-name">{partTitle(part)}</span>
              {mark && (
                <span class="section-note">{[mark.text, mark.compared].filter(Boolean).join(' · ')}</span>
              )}
            </span>
          </a>
        </li>
      );
    })}
  </ol>
);

/** Every part of the application with how far it is; on a narrow screen the list opens when somebody wants it. */
export const SectionNav = (props: Props) => {
  const isWide = useWide();
  return (
    <nav class="sections" aria-label={say('steps.title')}>
      {isWide ? (
        <Links {...props} />
      ) : (
        <details class="sections-fold" key={props.now}>
          <summary>{say('steps.open')}</summary>
          <Links {...props} />
        </details>
      )}
    </nav>
  );
};
