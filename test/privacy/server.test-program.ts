import { AwsServiceError } from '../../local/aws-server.ts';
import type { Call } from '../../local/observe.ts';
import { startServer } from '../../local/server.ts';

// One machine in a process of its own, so that everything it prints can be read. Prints where it and its services are.

let refusals = 2;

/** A mail service that refuses the first mails, and quotes the address in its reason as the real one does. */
const refuseFirstMails = ({ service, phase, request }: Call) => {
  if (service !== 'ses' || phase !== 'before' || refusals === 0) return;
  refusals -= 1;
  const { Destination } = request as { Destination: { ToAddresses: string[] } };
  throw new AwsServiceError('MessageRejected', `Email address is not verified: ${Destination.ToAddresses}`);
};

const server = await startServer({
  port: 0,
  data: process.argv[2] ?? '',
  county: 'alzey-worms',
  clock: '2026-04-28T08:00:00.000Z',
  pages: false,
  observe: refuseFirstMails,
});
const { AWS_ENDPOINT_URL_DYNAMODB: dynamodb, AWS_ENDPOINT_URL_SFN: states } = process.env;
console.log(JSON.stringify({ url: server.url, dynamodb, states }));
process.once('SIGTERM', () => void server.close());
