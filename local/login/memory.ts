import type { Adapter, AdapterConstructor, AdapterPayload } from 'oidc-provider';

interface Kept {
  payload: AdapterPayload;
  /** Milliseconds since 1970; sessions keep real time. */
  until: number;
}

const CLEAN_ABOVE = 1_000;

/**
 * Where the login keeps sessions and codes: in memory, until the machine stops. Afterwards everyone logs in again with
 * one click; access tokens outlive it, for they carry their own signature.
 */
export const createMemory = (): AdapterConstructor => {
  const all = new Map<string, Kept>();
  const living = (key: string) => {
    const kept = all.get(key);
    return kept && kept.until > Date.now() ? kept.payload : undefined;
  };
  const clean = () => {
    if (all.size < CLEAN_ABOVE) return;
    for (const key of all.keys()) if (!living(key)) all.delete(key);
  };
  const find = (test: (payload: AdapterPayload) => boolean) =>
    [...all.keys()].map(living).find((payload) => payload !== undefined && test(payload));

  return class Memory implements Adapter {
    readonly #kind: string;
    constructor(kind: string) {
      this.#kind = kind;
    }
    async upsert(id: string, payload: AdapterPayload, seconds: number) {
      clean();
      const until = seconds ? Date.now() + seconds * 1000 : Number.POSITIVE_INFINITY;
      all.set(`${this.#kind}:${id}`, { payload, until });
    }
    async find(id: string) {
      return living(`${this.#kind}:${id}`);
    }
    async findByUid(uid: string) {
      return find((payload) => payload.uid === uid);
    }
    async findByUserCode(userCode: string) {
      return find((payload) => payload.userCode === userCode);
    }
    async consume(id: string) {
      const payload = living(`${this.#kind}:${id}`);
      if (payload) payload.consumed = Math.floor(Date.now() / 1000);
    }
    async destroy(id: string) {
      all.delete(`${this.#kind}:${id}`);
    }
    async revokeByGrantId(grantId: string) {
      for (const [key, { payload }] of all) if (payload.grantId === grantId) all.delete(key);
    }
  };
};
