import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { playerFile, styleFile } from '#course/player-files.ts';

/** Fonts go out in packages, and their licence asks to go with them. */
const fonts = ['@fontsource-variable/newsreader', '@fontsource-variable/inter'];

/** Builds what packages for learning platforms carry beside their page: one script, one style, our fonts. Names stay, so that bytes do. */
export async function writePlayer(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    base: './',
    build: {
      outDir: resolve(folder),
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      modulePreload: false,
      rollupOptions: {
        input: resolve('src/course/player/course-player.ts'),
        output: {
          format: 'iife',
          entryFileNames: playerFile,
          assetFileNames: ({ names }) =>
            names.some((name) => name.endsWith('.css')) ? styleFile : 'fonts/[name][extname]',
        },
      },
    },
  });
  writeFileSync(join(folder, 'fonts', 'licences.txt'), fonts.map(licenceOf).join('\n\n'));
}

function licenceOf(name: string): string {
  const { resolve: find } = createRequire(import.meta.url);
  return `${name}\n\n${readFileSync(find(`${name}/LICENSE`), 'utf8')}`;
}
