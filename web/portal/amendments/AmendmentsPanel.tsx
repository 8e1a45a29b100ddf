import type { ApplicationFile } from '../../../domain/api/budget.ts';
import { formatEuros } from '../../../domain/money/euros.ts';
import { usePortal } from '../app/context.ts';
import { dateText } from '../time/dates.ts';
import { BeginForm } from './BeginForm.tsx';
import { say } from './texts.ts';

interface Props {
  file: ApplicationFile;
  hashOf: (id: string) => string;
}

const Holding = ({ file, hashOf }: Props) => {
  const { holding = [] } = file.amendments ?? {};
  if (holding.length === 0) return null;
  return (
    <>
      <h3 class="portal-h3">{say('grant.holding')}</h3>
      <ul class="kern-list kern-list--bullet">
        {holding.map(({ id, reason, at, total }) => (
          <li key={id}>
            <a class="kern-link kern-link--no-visited-state" href={hashOf(id)}>
              {say('grant.holding.one', {
                reason: say(`reason.${reason}`),
                day: dateText(at),
                amount: formatEuros(total),
              })}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
};

/** Of a grant that is final: the amendments that hold, the one that is open, and the way to a new one. */
export const AmendmentsPanel = ({ file, hashOf }: Props) => {
  const { me } = usePortal();
  const { amendments, view } = file;
  if (!amendments) return null;
  const mayBegin = amendments.possible && (view === 'own' || me.roles.includes('clerk'));
  return (
    <section class="panel" aria-labelledby="amendments">
      <h2 class="portal-h2" id="amendments">
        {say('grant.title')}
      </h2>
      {amendments.possible && <p class="kern-body">{say('grant.lead')}</p>}
      <Holding file={file} hashOf={hashOf} />
      {amendments.leaving.map(({ kita, on }) => (
        <p class="note kern-body" key={kita.id}>
          {say('grant.leaving', { kita: kita.name, day: dateText(on) })}
        </p>
      ))}
      {amendments.open && (
        <p class="kern-body">
          {say('grant.open')}{' '}
          <a class="kern-link kern-link--no-visited-state" href={hashOf(amendments.open)}>
            {say('grant.open.link')}
          </a>
        </p>
      )}
      {mayBegin && <BeginForm file={file} hashOf={hashOf} />}
    </section>
  );
};
