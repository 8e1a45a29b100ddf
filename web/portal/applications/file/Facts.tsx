import type { LogAnswer } from '../../../../domain/api/portal.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { Pairs } from '../../parts/Pairs.tsx';
import { dayText } from '../../time/dates.ts';
import { OwnDocument } from '../files/OwnDocument.tsx';
import { say } from '../texts.ts';
import type { Opened } from '../use-file.ts';

/** The application at a glance. */
export const Facts = ({ of, file, log }: Opened & { log: LogAnswer['items'] }) => {
  const sent = log.find(({ what }) => what === 'submit');
  return (
    <section class="panel" aria-labelledby="facts">
      <h2 class="portal-h2" id="facts">
        {say('facts.title')}
      </h2>
      <Pairs
        pairs={[
          [say('facts.number'), file.fileNumber],
          [say('facts.period'), String(file.year)],
          [say('facts.applied'), of.applied !== undefined && formatEuros(of.applied)],
          [say('facts.granted'), of.granted !== undefined && formatEuros(of.granted)],
          [say('facts.sent'), sent && dayText(sent.at)],
          [say('facts.kitas'), file.kitas.map(({ name }) => name).join(', ')],
        ]}
      />
      {file.sent > 0 && <OwnDocument id={of.id} kind="proof-of-filing" />}
    </section>
  );
};
