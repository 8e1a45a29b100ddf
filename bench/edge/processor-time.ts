import { interleaved, median } from '../measure.ts';
import type { Section } from '../report.ts';
import type { CandidateName } from './candidates.ts';
import { type Contender, startContender } from './contender.ts';
import type { Depth } from './downstream.ts';
import { makeValidator } from './make-validator.ts';

const AIM = 1.3;
const NAMES = ['bare', 'ours', 'express', 'serverless-http'] as const;

const us = (value: number) => `${value.toFixed(0)} µs`;

interface Times {
  requests: Record<CandidateName, number>;
  events: Record<CandidateName, number>;
}

const mediansOf = (runs: Record<CandidateName, number[]>) =>
  Object.fromEntries(NAMES.map((name) => [name, median(runs[name])])) as Record<CandidateName, number>;

/** Processor time per request of everyone in turn, after everyone was warm. */
const race = async (depth: Depth, validator: string, rounds: number): Promise<Times> => {
  const started: Partial<Record<CandidateName, Contender>> = {};
  for (const name of NAMES) started[name] = await startContender(name, depth, validator);
  const of = (name: CandidateName) => started[name] as Contender;
  try {
    for (const name of NAMES) {
      await of(name).requests(2000);
      await of(name).events(4000);
    }
    const requests = await interleaved(NAMES, rounds, (name) => of(name).requests(400));
    const events = await interleaved(NAMES, rounds, (name) => of(name).events(1000));
    return { requests: mediansOf(requests), events: mediansOf(events) };
  } finally {
    for (const contender of Object.values(started)) contender.stop();
  }
};

const beside = (name: string, ours: number, peer: number, aim?: number) => ({
  name,
  ours: us(ours),
  peer: us(peer),
  ratio: ours / peer,
  ...(aim && { aim: `≤ ${aim} of bare`, met: ours / peer <= aim }),
});

/** Processor time of `PUT /api/contact-requests/{id}` beside a bare server, Express and serverless-http. */
export const processorTime = async (rounds: number): Promise<Section> => {
  const validator = await makeValidator();
  const edge = await race('edge', validator, rounds);
  const whole = await race('whole', validator, rounds);
  const both = ({ requests: http, events }: Times, aim?: number) => [
    beside('over a socket, beside bare node:http', http.ours, http.bare, aim),
    beside('over a socket, beside Express 5', http.ours, http.express),
    beside('over a socket, beside serverless-http', http.ours, http['serverless-http']),
    beside('as Lambda calls it, beside a bare handler', events.ours, events.bare),
    beside('as Lambda calls it, beside serverless-http', events.ours, events['serverless-http']),
    beside('ours as Lambda calls it, beside the bare server with its socket', events.ours, http.bare),
  ];
  const named = (what: string, rows: Section['rows']) =>
    rows.map((row) => ({ ...row, name: `${what}: ${row.name}` }));
  const added = whole.events.ours - edge.events.ours;
  return {
    about: 'Processor time of a submission',
    rows: [
      ...named('edge', both(edge, AIM)),
      ...named('whole', both(whole, AIM)),
      { name: 'what sealing, hashing and building the transaction add to the edge', ours: us(added) },
    ],
    notes: [
      `Medians of ${rounds} interleaved rounds of 400 requests over four kept sockets, then of 1,000 events without a socket; each candidate in a process of its own, by process.cpuUsage there. All of them route, check media type and size, parse JSON, validate the same request, hand it to the same function and write one line of log. The bare server and Express validate with ajv’s precompiled program of the form’s own JSON Schema with the rules that join fields; ours parses with the form’s schema itself, which also trims, normalizes and checks names and telephone numbers.`,
      '“Edge”: the function that is handed the request answers at once. “Whole”: it is the submission itself with everything in memory (places checked, receipt derived, sealed, log entry, transaction built), the same for each. Over a socket ours and serverless-http also pay for turning the request into an event, which in AWS the gateway does.',
    ],
  };
};
