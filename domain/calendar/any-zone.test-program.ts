/** Prints what the calendar says of 2026 in whatever zone this process runs: run by working-day.test.ts. */
import { dueAfter, startOf } from './due.ts';
import { isWorkingDay } from './working-day.ts';

const dates = Array.from({ length: 365 }, (_, n) =>
  new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10),
);
const weekday = (date: string) => ![0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay());

process.stdout.write(
  JSON.stringify({
    holidays: dates.filter((date) => weekday(date) && !isWorkingDay(date)),
    starts: dates.map(startOf),
    due: dates.map((date) => dueAfter(`${date}T22:30:00.000Z`, { workingDays: 2 })),
  }),
);
