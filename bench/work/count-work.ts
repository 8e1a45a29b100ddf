import { functions } from '../../functions/registry.ts';
import type { Call, Observe } from '../../local/observe.ts';
import { assumed, prices } from './prices.ts';

/** What a piece of work took of the services. */
export interface Work {
  writeUnits: number;
  readUnits: number;
  transitions: number;
  invocations: number;
  /** GB-seconds that Lambda would bill by what is assumed of the times (prices.ts). */
  memoryTime: number;
  kms: number;
  api: number;
  mails: number;
}

interface Capacity {
  CapacityUnits: number;
}

const WRITES = ['PutItem', 'DeleteItem', 'UpdateItem', 'TransactWriteItems', 'BatchWriteItem'];

const unitsOf = ({ response }: Call): number => {
  const { ConsumedCapacity: consumed } = response as { ConsumedCapacity?: Capacity | Capacity[] };
  return [consumed ?? []].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
};

const functionOf = ({ request }: Call) => (request as { function: keyof typeof functions }).function;

/** Which of a function's calls of services count is left to the service: here every one takes its time. */
const isFunctions = ({ by }: Call) => by in functions;

const memoryTimeOf = (calls: readonly Call[], cold: boolean): number =>
  Object.entries(functions).reduce((sum, [name, { memory }]) => {
    const invocations = calls.filter((call) => call.service === 'lambda' && functionOf(call) === name).length;
    const services = calls.filter((call) => call.service !== 'lambda' && call.by === name).length;
    const each = assumed.perInvocation + (cold ? assumed.coldStart : 0);
    return sum + (memory / 1024) * (invocations * each + services * assumed.perServiceCall);
  }, 0);

/** Sums up calls, as observed after each; `transitions` are told by the executions' histories. */
export const workOf = (calls: readonly Call[], transitions: number, cold = false): Work => {
  const of = (service: Call['service']) => calls.filter((call) => call.service === service);
  const tables = of('dynamodb').filter(isFunctions);
  const invoked = of('lambda');
  const units = (write: boolean) =>
    tables
      .filter(({ operation }) => WRITES.includes(operation) === write)
      .reduce((sum, call) => sum + unitsOf(call), 0);
  return {
    writeUnits: units(true),
    readUnits: units(false),
    transitions,
    invocations: invoked.length,
    memoryTime: memoryTimeOf(calls, cold),
    kms: of('kms').length,
    api: invoked.filter(({ by }) => by === 'gateway').length,
    mails: of('ses').length,
  };
};

/** Dollars at list prices, mails apart. */
const priceOf = (work: Work): number =>
  work.writeUnits * prices.write +
  work.readUnits * prices.read +
  work.transitions * prices.transition +
  work.invocations * prices.invocation +
  work.memoryTime * prices.gigabyteSecond +
  work.kms * prices.kms +
  work.api * prices.api;

/** The same for a thousand. */
export const per1000 = (work: Work): number => 1000 * priceOf(work);

/** The figures of a report, with their units. */
export const figures: [keyof Work, string][] = [
  ['writeUnits', 'write units'],
  ['readUnits', 'read units'],
  ['transitions', 'state transitions'],
  ['invocations', 'invocations'],
  ['kms', 'requests to KMS'],
  ['api', 'requests to the API'],
  ['mails', 'mails'],
];

/** Collects the calls that have taken effect; what one machine's own timer starts belongs to nobody's case. */
export const collectCalls = () => {
  let calls: Call[] = [];
  const observe: Observe = (call) => {
    if (call.phase === 'after' && !call.operation.endsWith(':apply')) calls.push(call);
  };
  return {
    observe,
    /** What was collected since the last time. */
    take: (): Call[] => {
      const taken = calls;
      calls = [];
      return taken;
    },
  };
};
