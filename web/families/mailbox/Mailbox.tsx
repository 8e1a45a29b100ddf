import { useState } from 'preact/hooks';
import { Page } from '../frame/Page.tsx';
import { t } from '../language/texts.ts';
import { forgetReceipt } from '../receipt/receipt.ts';
import { CodeForm } from './CodeForm.tsx';
import { forgetCode, keepCode, keptCode } from './code.ts';
import { forgetMessage } from './message-draft.ts';
import { OpenMailbox } from './OpenMailbox.tsx';

/** Closed, it asks for the code; open, it shows one case. Closing forgets the code in this tab. */
export const Mailbox = () => {
  const [code, setCode] = useState(keptCode);
  const [closed, setClosed] = useState(false);
  const [unknown, setUnknown] = useState(false);
  const forgetAll = () => {
    forgetCode();
    forgetReceipt();
    setCode(undefined);
  };
  return (
    <Page title={t('mailbox.title')}>
      {code ? (
        <OpenMailbox
          code={code}
          onCode={(next) => {
            forgetReceipt();
            keepCode(next);
            setCode(next);
          }}
          onUnknown={() => {
            forgetAll();
            setUnknown(true);
          }}
          onClose={() => {
            forgetMessage();
            forgetAll();
            setClosed(true);
          }}
        />
      ) : (
        <CodeForm
          closed={closed}
          unknown={unknown}
          onCode={(next) => {
            setUnknown(false);
            keepCode(next);
            setCode(next);
          }}
        />
      )}
    </Page>
  );
};
