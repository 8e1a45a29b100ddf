import fc from 'fast-check';
import { eachStage } from './account.ts';
import type { Amounts } from './amounts.ts';
import type { Holding } from './holding.ts';

const few = fc.nat(100_000_00);

export const anyAmounts: fc.Arbitrary<Amounts> = fc.record({ state: few, county: few, voluntary: few });

export const anyHolding: fc.Arbitrary<Holding> = fc.record(eachStage(() => anyAmounts));
