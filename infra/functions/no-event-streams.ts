const refuse = (): never => {
  throw new Error('no service that the functions call has event streams');
};

/**
 * Stand in the bundle for the SDK's event streams. The SDK would load them at the first operation that has one; kept in the
 * one file, they turn half of the SDK's core into modules that are wrapped and run one by one at a cold start.
 */
export const EventStreamSerde = refuse;
export const eventStreamSerdeProvider = refuse;

/** The client of S3 asks for it when it is made: it gets its settings back as they are. */
export const resolveEventStreamSerdeConfig = <Config>(config: Config): Config => config;
