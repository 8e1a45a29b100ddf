/**
 * Keys under which a function logs a figure that infra makes a metric and an alarm of: at the top of a structured line,
 * a number. `oldestOwed`: seconds for which the oldest pending head has waited, 0 when none does; schedule, every sweep.
 */
export const FIGURES = { oldestOwed: 'oldestOwedSeconds' } as const;
