import type { Call } from '../../local/observe.ts';
import { type Machine, startMachine } from '../machine.ts';
import type { Section } from '../report.ts';
import { finish, submit } from './cases.ts';
import { collectCalls, figures, per1000, type Work, workOf } from './count-work.ts';
import { assumed, prices } from './prices.ts';
import { startedBy, transitionsOf } from './transitions.ts';

const AIM = 0.35;

type Take = () => Call[];

/** The work of one submission until it waits, and of all that follows until it is deleted. */
const countRequest = async (machine: Machine, take: Take, cold: boolean) => {
  take();
  const one = await submit(machine);
  const first = take();
  const executions = startedBy(first);
  const received = workOf(first, await transitionsOf(executions), cold);
  await finish(machine, one);
  const later = [...first, ...take()];
  const months = await machine.call<{ retentionMonths: number }>('GET', '/api/county');
  take();
  const ended = new Date(machine.clock.now());
  ended.setUTCMonth(ended.getUTCMonth() + months.retentionMonths, ended.getUTCDate() + 2);
  await machine.advance(ended.toISOString());
  await machine.idle();
  const all = [...later, ...take().filter(({ by }) => by !== 'admin')];
  const whole = workOf(all, await transitionsOf(startedBy(all)), cold);
  return { received, whole };
};

const listed = (work: Work) => figures.map(([key, name]) => `${work[key]} ${name}`).join(', ');
const priced = (work: Work) => `$${per1000(work).toFixed(3)}`;

/** The whole case of a contact request, functions warm, on a machine of its own. */
export const wholeRequest = async (): Promise<Work> => {
  const { observe, take } = collectCalls();
  const machine = await startMachine(observe);
  try {
    // The first one reads registers that are then remembered.
    await countRequest(machine, take, false);
    return (await countRequest(machine, take, false)).whole;
  } finally {
    await machine.close();
  }
};

/** What one submission costs in work and money, counted at the embedded services. */
export const workPerSubmission = async (): Promise<Section> => {
  const { observe, take } = collectCalls();
  const machine = await startMachine(observe);
  try {
    const cold = await countRequest(machine, take, true);
    const warm = await countRequest(machine, take, false);
    const price = per1000(warm.received);
    const coldPrice = per1000(cold.received);
    const aim = `≤ $${AIM} per 1,000`;
    const rows: Section['rows'] = [
      ...figures.map(([key, name]) => ({
        name: `until it waits for its acceptance: ${name}`,
        ours: String(warm.received[key]),
      })),
      { name: 'price of 1,000, functions warm', ours: priced(warm.received), aim, met: price <= AIM },
      {
        name: 'price of 1,000, every function cold',
        ours: priced(cold.received),
        aim,
        met: coldPrice <= AIM,
      },
      ...figures.map(([key, name]) => ({ name: `whole case: ${name}`, ours: String(warm.whole[key]) })),
      { name: 'whole case: price of 1,000, functions warm', ours: priced(warm.whole) },
    ];
    const mails = warm.whole.mails * prices.mail * 1000;
    return {
      about: 'Work per submission',
      rows,
      notes: [
        'Counted at the embedded services: capacity units as DynamoDB would report them (transactions count twice, every changed index entry counts), one state transition for each state entered and one for the start. The whole case: submitted, seen, accepted, answers read, a message from each side, reached, closed, deleted after its period.',
        `Cold, each function also reads the registers that it otherwise remembers for a minute: ${listed(cold.received)}.`,
        `List prices of eu-central-1 as known in ${prices.asOf}, without free tiers (only that of a transition was looked up, the others are from memory): $${(prices.write * 1e6).toFixed(4)} per million write units, $${(prices.read * 1e6).toFixed(4)} per million read units, $${(prices.transition * 1e3).toFixed(3)} per 1,000 transitions, $${(prices.invocation * 1e6).toFixed(2)} per million invocations and $${prices.gigabyteSecond} per GB-second (arm64), $${(prices.kms * 1e4).toFixed(2)} per 10,000 requests to KMS, $${(prices.api * 1e6).toFixed(2)} per million requests to the HTTP API. Streams cost nothing for Lambda’s triggers. Assumed: ${1000 * assumed.perInvocation} ms billed per invocation, ${1000 * assumed.perServiceCall} ms per call of a service, ${1000 * assumed.coldStart} ms per cold start.`,
        `Apart: mails ($${mails.toFixed(2)} for the ${warm.whole.mails} mails of 1,000 whole cases), the distribution, logs, traces and storage; the sweep every five minutes and the keys and alarms cost the same with no case at all.`,
      ],
    };
  } finally {
    await machine.close();
  }
};
