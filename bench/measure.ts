/** The middle value, so that one disturbed run among many does not count. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const half = sorted.length / 2;
  return sorted.length % 2 === 1 ? at(Math.floor(half)) : (at(half - 1) + at(half)) / 2;
};

/** Runs all candidates in turn, round by round, so that whatever else the machine does meets all of them. */
export const interleaved = async <N extends string, T>(
  names: readonly N[],
  rounds: number,
  run: (name: N) => Promise<T>,
): Promise<Record<N, T[]>> => {
  const results = Object.fromEntries(names.map((name) => [name, [] as T[]])) as Record<N, T[]>;
  for (let round = 0; round < rounds; round += 1)
    for (const name of names) results[name].push(await run(name));
  return results;
};

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
export const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
