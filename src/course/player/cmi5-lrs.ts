import type { Statement } from './cmi5-statements.ts';
import type { TellTrouble } from './learning-record.ts';

/** What a platform names in the address by which it opens the pages. */
export type Launch = { endpoint: string; fetchUrl: string; actor: unknown; registration: string; activityId: string };

export type LaunchData = {
  contextTemplate: Record<string, unknown>;
  launchMode: string;
  masteryScore: number | null;
  returnUrl: string | null;
};

/** `null` where the address was not opened by a platform. */
export function launchIn(search: string): Launch | null {
  const query = new URLSearchParams(search);
  const [endpoint, fetchUrl, actor, registration, activityId] = [
    'endpoint',
    'fetch',
    'actor',
    'registration',
    'activityId',
  ].map((name) => query.get(name) ?? '');
  if (!endpoint || !fetchUrl || !actor || !registration || !activityId) return null;
  return { endpoint: endpoint.replace(/\/*$/, '/'), fetchUrl, actor: JSON.parse(actor), registration, activityId };
}

const retries = 3;

/** What of ours is kept with the platform between visits. */
const ownState = 'nodomoto-progress';

/** The record store of one launch. Requests are `keepalive`, so that those under way outlive the page. */
export class Cmi5Lrs {
  private readonly launch: Launch;
  private readonly tell: TellTrouble;
  private token = '';

  constructor(launch: Launch, tell: TellTrouble) {
    this.launch = launch;
    this.tell = tell;
  }

  /** The address of the token answers once, so this is called once. @throws Error where the platform gives none. */
  async authorize(): Promise<void> {
    const response = await fetch(this.launch.fetchUrl, { method: 'POST' });
    const answer = recordOf(await response.json());
    const token = answer['auth-token'];
    if (typeof token !== 'string')
      throw new Error(`fetch: ${answer['error-code'] ?? ''} ${answer['error-text'] ?? ''}`);
    this.token = token;
  }

  async launchData(): Promise<LaunchData> {
    const response = await this.ask('GET', this.state('LMS.LaunchData'));
    if (!response.ok) throw new Error(`LMS.LaunchData: ${response.status}`);
    const data = recordOf(await response.json());
    return {
      contextTemplate: recordOf(data['contextTemplate']),
      launchMode: String(data['launchMode'] ?? 'Normal'),
      masteryScore: typeof data['masteryScore'] === 'number' ? data['masteryScore'] : null,
      returnUrl: typeof data['returnURL'] === 'string' ? data['returnURL'] : null,
    };
  }

  /** The learner's languages. The specification asks for it at each start; a platform that has none answers 404. */
  async languages(): Promise<string[]> {
    const response = await this.ask('GET', this.at('agents/profile', { profileId: 'cmi5LearnerPreferences' }));
    if (!response.ok) return [];
    const { languagePreference } = recordOf(await response.json());
    return typeof languagePreference === 'string' ? languagePreference.split(',').map((tag) => tag.trim()) : [];
  }

  async kept(): Promise<Record<string, unknown>> {
    const response = await this.ask('GET', this.state(ownState));
    return response.ok ? recordOf(await response.json()) : {};
  }

  async keep(state: Record<string, unknown>): Promise<void> {
    const response = await this.ask('PUT', this.state(ownState), state);
    if (!response.ok) this.tell(`PUT ${ownState}: ${response.status}`);
  }

  /** Sends in this order. 409 says that they are there already: an answer to an earlier try was lost. */
  async send(statements: readonly Statement[]): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const status = await this.ask('POST', `${this.launch.endpoint}statements`, statements).then(
        (response) => response.status,
        () => 0,
      );
      if ((status >= 200 && status < 300) || status === 409) return;
      const mayPass = status === 0 || status === 429 || status >= 500;
      if (mayPass && attempt < retries) {
        await new Promise((resolve) => setTimeout(resolve, attempt * 500));
        continue;
      }
      this.tell(`POST statements: ${status}`);
      return;
    }
  }

  private state(stateId: string): string {
    const { activityId, registration } = this.launch;
    return this.at('activities/state', { activityId, registration, stateId });
  }

  private at(path: string, query: Record<string, string>): string {
    const all = new URLSearchParams({ ...query, agent: JSON.stringify(this.launch.actor) });
    return `${this.launch.endpoint}${path}?${all}`;
  }

  private ask(method: string, address: string, body?: unknown): Promise<Response> {
    const headers = {
      Authorization: `Basic ${this.token}`,
      'X-Experience-API-Version': '1.0.3',
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    return fetch(address, { method, headers, keepalive: method !== 'GET', cache: 'no-store', ...sent });
  }
}

export function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
