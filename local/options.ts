import { parseArgs } from 'node:util';
import { readInstant } from './clock/instant.ts';

/** The command line is wrong; the message says how it is right. */
export class OptionsError extends Error {
  override name = 'OptionsError';
}

const known = {
  port: { type: 'string', default: '3000' },
  data: { type: 'string', default: '.data' },
  county: { type: 'string', default: 'alzey-worms' },
  clock: { type: 'string' },
} as const;

type Name = keyof typeof known;

const EXPLAINED: Record<Name, string> = {
  port: '--port 3000          the port on 127.0.0.1; 0 takes any free one',
  data: '--data .data         the folder that everything is kept in',
  county: '--county alzey-worms the folder in counties/',
  clock: '--clock ISO-TIME     where the clock starts, e.g. 2026-01-05T08:00',
};

export interface Options {
  port: number;
  data: string;
  county: string;
  clock: string | undefined;
  /** What stands without a name. */
  rest: string[];
}

const parse = (args: string[], names: readonly Name[], rest: boolean) => {
  const help = names.map((name) => `  ${EXPLAINED[name]}`).join('\n');
  try {
    const options = Object.fromEntries(names.map((name) => [name, known[name]]));
    return { ...parseArgs({ args, options, strict: true, allowPositionals: rest }), help };
  } catch (error) {
    throw new OptionsError(`${(error as Error).message.split('. ')[0]}. The options are:\n${help}`);
  }
};

/**
 * Reads the command line.
 * @param names which options this command has
 * @param rest whether words without a name are allowed
 * @throws OptionsError
 */
export const readOptions = (args: string[], names: readonly Name[], rest = false): Options => {
  const { values, positionals, help } = parse(args, names, rest);
  const given = values as Partial<Record<Name, string>>;
  const port = Number(given.port ?? known.port.default);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new OptionsError(`--port ${given.port} is no port (0 to 65535). The options are:\n${help}`);
  const clock = given.clock === undefined ? undefined : readInstant(given.clock);
  if (given.clock !== undefined && !clock)
    throw new OptionsError(
      `--clock ${given.clock} is no time such as 2026-01-05T08:00. The options are:\n${help}`,
    );
  const { data = known.data.default, county = known.county.default } = given;
  return { port, data, county, clock, rest: positionals };
};
