import type { TellTrouble } from './learning-record.ts';

/** The calls of both editions under one name each. */
export type ScormApi = {
  initialize: () => boolean;
  /** The empty text where it was never set: 2004 calls that an error, 1.2 does not. */
  get: (element: string) => string;
  set: (element: string, value: string) => void;
  /** Only what was committed is sure. */
  commit: () => void;
  finish: () => void;
};

type Calls = Record<string, (...inputs: string[]) => unknown>;

const names = {
  API: {
    start: 'LMSInitialize',
    get: 'LMSGetValue',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
    end: 'LMSFinish',
    code: 'LMSGetLastError',
    say: 'LMSGetErrorString',
  },
  API_1484_11: {
    start: 'Initialize',
    get: 'GetValue',
    set: 'SetValue',
    commit: 'Commit',
    end: 'Terminate',
    code: 'GetLastError',
    say: 'GetErrorString',
  },
} as const;

export type ScormApiName = keyof typeof names;

/** Windows nested deeper than this stand in a circle. */
const deepest = 50;

/** Looks up the frames and then, from whoever opened the window, up theirs. A frame of another site answers nothing, so it is passed over. */
export function findApi(name: ScormApiName, from: Window, tell: TellTrouble): ScormApi | null {
  const calls = lookUp(name, from) ?? lookUp(name, openerOf(from));
  return calls ? joined(calls, names[name], tell) : null;
}

function lookUp(name: string, from: Window | null): Calls | null {
  let place = from;
  for (let depth = 0; place && depth < deepest; depth += 1) {
    const found = apiIn(place, name);
    if (found) return found;
    if (place.parent === place) return null;
    place = place.parent;
  }
  return null;
}

function apiIn(place: Window, name: string): Calls | null {
  try {
    const found: unknown = Reflect.get(place, name);
    return isCalls(found) ? found : null;
  } catch {
    return null;
  }
}

function isCalls(value: unknown): value is Calls {
  return typeof value === 'object' && value !== null;
}

function openerOf(from: Window): Window | null {
  try {
    return from.top?.opener ?? from.opener ?? null;
  } catch {
    return null;
  }
}

function joined(calls: Calls, say: (typeof names)[ScormApiName], tell: TellTrouble): ScormApi {
  const call = (name: string, ...inputs: string[]) => String(calls[name]?.(...inputs) ?? '');
  const mind = (answer: string, what: string) => {
    if (answer === 'true') return true;
    const code = call(say.code);
    tell(`${what}: ${code} ${call(say.say, code)}`.trim());
    return false;
  };
  return {
    initialize: () => mind(call(say.start, ''), say.start),
    get: (element) => call(say.get, element),
    set: (element, value) => {
      mind(call(say.set, element, value), `${element} = ${value}`);
    },
    commit: () => {
      mind(call(say.commit, ''), say.commit);
    },
    finish: () => {
      mind(call(say.end, ''), say.end);
    },
  };
}
