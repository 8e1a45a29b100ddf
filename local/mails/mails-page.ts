import { type Handle, sendJson, sendPage, sendProblem, wantsPage } from '../answer.ts';
import { inWords } from '../clock/instant.ts';
import { html, page } from '../html.ts';
import type { Mail } from '../ses/start.ts';

/** Addresses of this machine become links, so that what a mail leads to can be tried. */
const linked = (text: string, site: string) =>
  text
    .split(/(https?:\/\/\S+)/)
    .map((part) => (part.startsWith(`${site}/`) ? html`<a href="${part}">${part}</a>` : part));

const article = (mail: Mail, site: string) =>
  html`<article>
<h2 dir="auto" lang="${mail.language ?? 'de'}">${mail.subject}</h2>
<dl><dt>An</dt><dd>${mail.to.join(', ')}</dd><dt>Von</dt><dd>${mail.from}</dd><dt>Am</dt><dd>${inWords(mail.at)}</dd></dl>
<pre dir="auto" lang="${mail.language ?? 'de'}">${linked(mail.text ?? '', site)}</pre>
</article>`;

const mailsPage = (mails: readonly Mail[], site: string): string =>
  page(
    'Gesendete Mails',
    mails.length === 0
      ? html`<p>Noch keine. Mails verlassen diesen Rechner nicht; sie liegen hier.</p>`
      : html`<p>Mails verlassen diesen Rechner nicht; sie liegen hier, die neueste zuerst.</p>
${mails.toReversed().map((mail) => article(mail, site))}`,
  );

/** `/mails`: everything sent, as a page or, oldest first, as JSON `{ items }`. */
export const createMailsPage =
  (list: (() => Mail[]) | undefined, site: string): Handle =>
  (request, response) => {
    if (!list)
      return sendProblem(response, 404, 'Keine Mails hier', 'AWS_ENDPOINT_URL_SESV2 names another service.');
    if (request.method !== 'GET') return sendProblem(response, 405, 'Geht hier nicht', 'GET');
    if (wantsPage(request)) sendPage(response, mailsPage(list(), site));
    else sendJson(response, { items: list() });
  };
