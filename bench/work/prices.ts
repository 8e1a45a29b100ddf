/**
 * List prices in US dollars, eu-central-1, without free tiers, as known at `asOf`. The price of a transition, by far the largest
 * part, was looked up on the pricing page; DynamoDB on demand is half of Frankfurt's price before November 2024 (1.525 and 0.305
 * per million); the others are from memory and to be looked up before anybody relies on them.
 */
export const prices = {
  asOf: 'November 2026',
  /** DynamoDB on demand, per write request unit. */
  write: 0.7625 / 1e6,
  /** DynamoDB on demand, per read request unit. */
  read: 0.1525 / 1e6,
  /** Step Functions Standard, per state transition. */
  transition: 0.025 / 1e3,
  /** Lambda, per request. */
  invocation: 0.2 / 1e6,
  /** Lambda arm64, per GB-second. */
  gigabyteSecond: 0.0000133334,
  /** KMS, per request, symmetric and HMAC keys. */
  kms: 0.03 / 1e4,
  /** API Gateway HTTP API, per request. */
  api: 1.2 / 1e6,
  /** SES, per mail; stated apart. */
  mail: 0.1 / 1e3,
} as const;

/**
 * How long Lambda bills an invocation (seconds): assumed, because nothing here tells how far the services are. Each call
 * of a service takes its way there and back, and the function's own work comes on top; a cold start is billed with the import.
 */
export const assumed = {
  perServiceCall: 0.012,
  perInvocation: 0.015,
  coldStart: 0.6,
} as const;
