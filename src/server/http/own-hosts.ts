/** What a browser on this machine may call it. */
const ownMachine = ['localhost', '127.0.0.1', '[::1]'];

const usualPort = { 'http:': '80', 'https:': '443' } as const satisfies Record<string, string>;

/** The hosts under which the site is itself: that of SITE_URL, and this machine's own names with the port it listens on. Any other may be anybody's. */
export function ownHosts(siteUrl: string, port: number): ReadonlySet<string> {
  const { host, hostname, protocol } = new URL(siteUrl);
  const withPort = `${hostname}:${usualPort[protocol === 'https:' ? 'https:' : 'http:']}`;
  const named = host === hostname ? [host, withPort] : [host];
  const here = ownMachine.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
  return new Set([...named, ...here]);
}

/** Whether a Host header names us. */
export function isOwnHost(host: string | undefined, own: ReadonlySet<string>): boolean {
  return host !== undefined && own.has(host.toLowerCase());
}
