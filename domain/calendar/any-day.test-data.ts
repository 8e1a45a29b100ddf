import fc from 'fast-check';

/** Calendar dates that the software will see. */
export const days = fc
  .date({
    min: new Date('2021-07-01T00:00:00Z'),
    max: new Date('2045-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10));

/** Instants in the same years, to the millisecond. */
export const instants = fc
  .date({
    min: new Date('2021-07-01T00:00:00Z'),
    max: new Date('2045-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString());
