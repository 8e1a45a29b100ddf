import { useEffect } from 'preact/hooks';
import type { ContactSubmission } from '../../../domain/api/portal.ts';
import { useLoad } from '../api/use-load.ts';
import { usePortal } from '../app/context.ts';
import { t } from '../texts.ts';
import { Answers } from './Answers.tsx';
import { EarlierContent } from './EarlierContent.tsx';
import { Mailbox } from './Mailbox.tsx';
import { Tools } from './Tools.tsx';
import type { CaseState } from './use-case.ts';

interface Props {
  of: ContactSubmission;
  state: CaseState;
}

const Entrusted = ({ of, state }: Props) => {
  const { call } = usePortal();
  const messages = useLoad(`messages ${of.id} ${of.content}`, () =>
    call('GET /api/submissions/{id}/messages', { id: of.id }),
  );
  // Who reloads the case wants to see what the family has written since.
  useEffect(() => {
    if (state.reloads > 0) messages.reload();
  }, [state.reloads]);
  return (
    <>
      {of.content === 'all' ? <Answers id={of.id} /> : <EarlierContent of={of} state={state} />}
      <Mailbox of={of} state={state} messages={messages} />
      <Tools of={of} state={state} messages={messages.data?.items ?? []} />
    </>
  );
};

/** What the family wrote, for the one to whom it is entrusted; for everybody else, why it is not shown. */
export const Content = ({ of, state }: Props) => {
  const { me } = usePortal();
  if (of.content !== 'none') return <Entrusted of={of} state={state} />;
  return (
    <section class="panel" aria-labelledby="content">
      <h2 class="portal-h2" id="content">
        {t('content.title')}
      </h2>
      <p class="kern-body">
        {t(of.at === 'withdrawn' && of.responsible?.id === me.id ? 'content.withdrawn' : 'content.none')}
      </p>
    </section>
  );
};
