import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod/mini';
import type { Instant } from '../../domain/calendar/period.ts';
import { type Handle, redirect, sendJson, sendPage, sendProblem, wantsPage } from '../answer.ts';
import { html, page } from '../html.ts';
import { readBody } from '../read-body.ts';
import type { Advance } from './advance.ts';
import { daysLater, forInput, inWords, readInstant } from './instant.ts';
import { ClockBackwardsError, type MovedClock } from './moved-clock.ts';

export interface ClockParts {
  clock: MovedClock;
  nextWake(): Promise<Instant | undefined>;
  advance: Advance;
}

const STEPS = [
  [1, 'Einen Tag weiter'],
  [7, 'Eine Woche weiter'],
  [31, 'Einen Monat weiter'],
  [183, 'Ein halbes Jahr weiter'],
] as const;

const button = (to: Instant, label: string) =>
  html`<li><button class="wide second" name="now" value="${to}">${label}<small>${inWords(to)}</small></button></li>`;

const clockPage = (now: Instant, next: Instant | undefined, problem?: string): string =>
  page(
    'Uhr',
    html`${problem && html`<p class="notice" role="alert">${problem}</p>`}
<p>Hier ist es <strong>${inWords(now)}</strong>.</p>
<p>Die Uhr lässt sich vorstellen, nie zurück. Auf dem Weg geschieht alles, was fällig wird: Erinnerungen, Weitergaben, Löschungen.</p>
<form method="post" action="/clock"><ul class="plain">
${next && next > now && button(next, 'Bis zur nächsten Fälligkeit')}
${STEPS.map(([days, label]) => button(daysLater(now, days), label))}
</ul></form>
<form method="post" action="/clock">
<label for="now">Vorstellen auf (deutsche Zeit)</label>
<input type="datetime-local" id="now" name="now" value="${forInput(now)}" min="${forInput(now)}" required>
<button>Vorstellen</button>
</form>`,
  );

const jsonBody = z.strictObject({ now: z.string() });

/** What is asked for, of a form or as JSON. */
const wishOf = async (request: IncomingMessage): Promise<Instant | undefined> => {
  const text = (await readBody(request, 10_000)).toString('utf8');
  if (/^application\/x-www-form-urlencoded\b/.test(request.headers['content-type'] ?? ''))
    return readInstant(new URLSearchParams(text).get('now') ?? '');
  try {
    return readInstant(jsonBody.parse(JSON.parse(text)).now);
  } catch {
    return undefined;
  }
};

/** Why the clock stays as it is. */
const refusalOf = (wish: Instant | undefined, clock: MovedClock): string | undefined => {
  if (!wish)
    return 'now: ein Zeitpunkt nach ISO 8601 vor dem Jahr 2100 fehlt, etwa {"now":"2026-01-05T08:00:00Z"}.';
  return wish < clock.now() ? `now: die Uhr geht nie zurück; sie steht auf ${clock.now()}.` : undefined;
};

const move = async (parts: ClockParts, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { clock, nextWake, advance } = parts;
  const wish = await wishOf(request);
  const refuse = async (why: string) =>
    wantsPage(request)
      ? sendPage(response, clockPage(clock.now(), await nextWake(), why), 422)
      : sendProblem(response, 422, 'Die Uhr bleibt stehen', why);
  const refusal = refusalOf(wish, clock);
  if (!wish || refusal) return refuse(refusal ?? '');
  try {
    // A year mistyped may keep the clock busy for hours: it stands still when nobody waits for it any more.
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    await advance(wish, gone.signal);
  } catch (error) {
    if (error instanceof ClockBackwardsError) return refuse(refusalOf(wish, clock) ?? error.message);
    throw error;
  }
  if (wantsPage(request)) redirect(response, '/clock');
  else sendJson(response, { now: clock.now() });
};

/** `/clock`: shows and moves the time. Answers when everything that fell due on the way is done. */
export const createClockPage =
  (parts: ClockParts): Handle =>
  async (request, response) => {
    if (request.method === 'POST') return move(parts, request, response);
    if (request.method !== 'GET') return sendProblem(response, 405, 'Geht hier nicht', 'GET oder POST');
    const now = parts.clock.now();
    if (wantsPage(request)) sendPage(response, clockPage(now, await parts.nextWake()));
    else sendJson(response, { now });
  };
