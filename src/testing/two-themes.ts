import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** One tab in the light theme and one in the dark, kept from page to page: opening a tab takes longer than looking at most pages. */
export class TwoThemes {
  private readonly tabs: readonly Page[];

  private constructor(tabs: readonly Page[]) {
    this.tabs = tabs;
  }

  /** The content security policy is set aside in them, so that axe can be put into a page. */
  static async open(browser: Browser, options: BrowserContextOptions = {}): Promise<TwoThemes> {
    const tabs = [];
    for (const colorScheme of ['light', 'dark'] as const)
      tabs.push(await (await browser.newContext({ ...options, colorScheme, bypassCSP: true })).newPage());
    return new TwoThemes(tabs);
  }

  /** Looks at a page in both at once: a machine has two cores. `settled` waits for scripts that go on filling the page once it is loaded. */
  async lookAt(address: string, wait: 'loaded' | 'settled', look: (page: Page) => Promise<void>): Promise<void> {
    const waitUntil = wait === 'loaded' ? 'load' : 'networkidle';
    await Promise.all(
      this.tabs.map(async (page) => {
        await page.goto(address, { waitUntil });
        await look(page);
      }),
    );
  }
}
