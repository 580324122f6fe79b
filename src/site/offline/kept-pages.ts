import { pagesCache, toldAgeMark } from '#site/offline/caching-strategy.ts';

type KeptPage = { href: string; title: string; on: Date };

/** Lists the pages kept on this device, newest first. */
class KeptPages extends HTMLElement {
  connectedCallback() {
    this.querySelector('button')?.addEventListener('click', () => location.reload());
    void this.show();
  }

  private async show() {
    const pages = (await readKept()).sort((a, b) => b.on.getTime() - a.on.getTime());
    const list = this.querySelector('ul');
    const none = this.querySelector<HTMLElement>('.none');
    if (!list || !none) return;
    none.hidden = pages.length > 0;
    list.replaceChildren(...pages.map((page) => this.entryOf(page)));
  }

  private entryOf({ href, title, on }: KeptPage): HTMLElement {
    const link = document.createElement('a');
    link.href = `${href}?${toldAgeMark}`;
    link.textContent = title;
    const day = on.toLocaleDateString(document.documentElement.lang === 'ja' ? 'ja-JP' : 'en-GB', {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    });
    const when = document.createElement('span');
    when.className = 'ui ash';
    when.textContent = `${this.dataset['fetched'] ?? ''} ${day}`;
    const entry = document.createElement('li');
    entry.append(link, ' ', when);
    return entry;
  }
}

async function readKept(): Promise<KeptPage[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(pagesCache));
  const caught = await Promise.all(names.map(async (name) => pagesIn(await caches.open(name))));
  return caught.flat();
}

async function pagesIn(cache: Cache): Promise<KeptPage[]> {
  const requests = await cache.keys();
  return Promise.all(
    requests.map(async ({ url }) => {
      const page = await cache.match(url);
      const text = (await page?.text()) ?? '';
      const { title } = new DOMParser().parseFromString(/<title>.*?<\/title>/s.exec(text)?.[0] ?? '', 'text/html');
      return { href: new URL(url).pathname, title, on: new Date(page?.headers.get('date') ?? 0) };
    }),
  );
}

customElements.define('kept-pages', KeptPages);
