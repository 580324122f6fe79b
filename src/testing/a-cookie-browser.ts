/** A browser as far as cookies go. */
export class CookieBrowser {
  private readonly cookies = new Map<string, string>();
  private readonly url: string;
  /** The cookies of the last answer, as the server sent them. */
  sent: string[] = [];

  constructor(url: string) {
    this.url = url;
  }

  /** Asks for a page, or posts a form, and follows no redirect. */
  async send(path: string, fields?: Record<string, string>) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(new URL(path, this.url), {
      redirect: 'manual',
      headers: { cookie, ...(fields ? { Origin: this.url } : {}) },
      ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
    });
    const { status, headers } = answer;
    this.sent = headers.getSetCookie();
    for (const line of this.sent) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || value === 'deleted') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return { status, to: headers.get('location'), headers, body: await answer.text() };
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }
}
