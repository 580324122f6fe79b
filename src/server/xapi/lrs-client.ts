import { messageOf } from '#core/errors/causes.ts';
import type { XapiStore } from '#server/setting-parts/xapi.ts';

/** What a store said to statements. *known*: it has one of these ids with other content. *refused*: of no use however often it is sent. *trouble*: later, perhaps. */
export type LrsReply =
  | { kind: 'taken' }
  | { kind: 'known' | 'refused'; reply: string }
  | { kind: 'trouble'; reply: string; afterMs: number | null };

/** A store that says nothing for so long is taken to be away. */
const patienceMs = 20_000;

const version = '1.0.3';

/** Hands statements over in one request, which a store takes or refuses as a whole. Its words are kept short and hold no credentials of ours. */
export async function postStatements(store: XapiStore, statements: readonly string[]): Promise<LrsReply> {
  try {
    const response = await fetch(`${store.endpoint}statements`, {
      method: 'POST',
      headers: { ...headersFor(store), 'Content-Type': 'application/json' },
      body: `[${statements.join(',')}]`,
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
    const reply = `${response.status} ${(await response.text()).slice(0, 300)}`.trim();
    if (response.ok) return { kind: 'taken' };
    if (response.status === 409) return { kind: 'known', reply };
    if (isAboutStatements(response.status)) return { kind: 'refused', reply };
    return { kind: 'trouble', reply, afterMs: retryAfter(response) };
  } catch (error) {
    return { kind: 'trouble', reply: messageOf(error), afterMs: null };
  }
}

/** Whether a store is there and lets us in: what it says of itself, then an empty look at statements. `null` is yes. */
export async function tryStore(store: XapiStore): Promise<string | null> {
  try {
    const response = await fetch(`${store.endpoint}statements?limit=1`, {
      headers: headersFor(store),
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
    await response.body?.cancel();
    // A key that may only write is refused here, and good enough.
    return response.ok || response.status === 403 ? null : `it answered ${response.status}`;
  } catch (error) {
    return messageOf(error);
  }
}

/** 400: against the specification. 413: too large. 415 and 422: not understood. All others are about the store, the way to it or our key. */
function isAboutStatements(status: number): boolean {
  return [400, 413, 415, 422].includes(status);
}

function retryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null;
}

function headersFor({ key, secret }: XapiStore): Record<string, string> {
  return {
    Authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`,
    'X-Experience-API-Version': version,
  };
}
