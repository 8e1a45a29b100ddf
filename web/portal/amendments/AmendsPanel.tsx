import type { ApplicationFile } from '../../../domain/api/budget.ts';
import { Differences } from '../application/Differences.tsx';
import { Pairs } from '../parts/Pairs.tsx';
import { dateText } from '../time/dates.ts';
import { changedFrom } from './changed.ts';
import { DifferenceTable } from './DifferenceTable.tsx';
import { say } from './texts.ts';

interface Props {
  file: ApplicationFile;
  /** Where the grant is found. */
  hashOf: (id: string) => string;
}

const Changed = ({ file }: Pick<Props, 'file'>) => {
  const { amends, answers, kitas } = file;
  if (!amends?.granted || !answers) return null;
  const differences = changedFrom(amends.granted, answers);
  if (differences.length === 0) return <p class="kern-body">{say('amends.changed.none')}</p>;
  return (
    <>
      <h3 class="portal-h3">{say('amends.changed')}</h3>
      <Differences
        caption={say('amends.changed.caption')}
        differences={differences}
        before={{ answers: amends.granted, kitas }}
        after={{ answers, kitas }}
      />
    </>
  );
};

/** Of an amendment: which grant it changes and why, by how much, and every field that is otherwise. */
export const AmendsPanel = ({ file, hashOf }: Props) => {
  const { amends, view } = file;
  if (!amends) return null;
  const { application, fileNumber, reason, from, left = [] } = amends;
  return (
    <section class="panel" aria-labelledby="amends">
      <h2 class="portal-h2" id="amends">
        {say('amends.title')}
      </h2>
      {amends.exOfficio && view === 'own' && <p class="kern-body">{say('amends.ex-officio')}</p>}
      {amends.effective && <p class="kern-body">{say('amends.effective')}</p>}
      <Pairs
        pairs={[
          [
            say('amends.grant'),
            <a class="kern-link kern-link--no-visited-state" href={hashOf(application)} key="grant">
              {fileNumber}
            </a>,
          ],
          [say('amends.reason'), say(`reason.${reason}`)],
          [say('amends.from'), from && dateText(from)],
          [
            say('amends.left'),
            left.length > 0 &&
              left
                .map(({ kita, on }) => say('amends.left.text', { kita: kita.name, day: dateText(on) }))
                .join('; '),
          ],
        ]}
      />
      <DifferenceTable of={amends} />
      <Changed file={file} />
    </section>
  );
};
