import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { splitFrontMatter } from '#catalogue/front-matter.ts';

const storyFile = /^index(\.\w+)?\.mdx$/;

/**
 * Takes up every story in `folder`, and again when one is written. Astro's own loader parses front matter, and ends the server when it
 * cannot; this one leaves it alone, as our own reading tells an author what is wrong with it.
 */
export function storiesIn(folder: string): Loader {
  return {
    name: 'nodomoto:stories',
    load: async (context) => {
      takeUp(folder, context);
      const { watcher } = context;
      if (!watcher) return;
      watcher.add(folder);
      const inside = resolve(folder);
      watcher.on('all', (_, path) => {
        if (resolve(path).startsWith(inside)) takeUp(folder, context);
      });
    },
  };
}

function takeUp(folder: string, { store, config, generateDigest }: LoaderContext): void {
  const gone = new Set(store.keys());
  for (const { id, path } of storyFiles(folder)) {
    const text = readFileSync(path, 'utf8');
    const filePath = relative(fileURLToPath(config.root), resolve(path)).replaceAll('\\', '/');
    const body = (splitFrontMatter(text)?.body ?? text).trim();
    // The store outlives a run, and the next one may read another folder: the same text elsewhere is another entry.
    const digest = generateDigest(`${filePath}\n${text}`);
    store.set({ id, data: {}, body, filePath, digest, deferredRender: true });
    // A story that has not changed is not set again, and its module is wanted all the same.
    store.addModuleImport(filePath);
    gone.delete(id);
  }
  for (const id of gone) store.delete(id);
}

/** `<slug>` for the original, `<slug>.ja` for a translation. */
function storyFiles(folder: string): { id: string; path: string }[] {
  return readdirSync(folder)
    .filter((slug) => existsSync(join(folder, slug, 'index.mdx')))
    .flatMap((slug) =>
      readdirSync(join(folder, slug)).flatMap((name) => {
        const [file, language = ''] = storyFile.exec(name) ?? [];
        return file ? [{ id: `${slug}${language}`, path: join(folder, slug, file) }] : [];
      }),
    );
}
