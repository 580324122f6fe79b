import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ownFolder } from './own-folder.ts';

/** Faces named in our styles for readers who have them. Here they come from npm, so that paper and tests look the same on every machine. */
const packages = [
  '@expo-google-fonts/tinos',
  '@expo-google-fonts/arimo',
  '@expo-google-fonts/biz-udmincho',
  '@expo-google-fonts/biz-udgothic',
];

const families = {
  serif: ['Tinos', 'BIZ UDMincho'],
  'sans-serif': ['Arimo', 'BIZ UDGothic'],
  monospace: ['Arimo', 'BIZ UDGothic'],
};

/** Lets Chromium on Linux see our faces and no others; elsewhere browsers do not ask fontconfig, and this does nothing. */
export function ownFonts(): { FONTCONFIG_FILE: string } {
  const folder = ownFolder('fonts');
  const file = join(folder, 'fonts.conf');
  const cache = join(folder, 'cache');
  mkdirSync(cache, { recursive: true });
  // The browser that root starts runs as nobody, and keeps here what it learns of the fonts.
  if (process.getuid?.() === 0) chownSync(cache, 65_534, 65_534);
  writeFileSync(file, fontConfig(packages.map(folderOf), cache));
  return { FONTCONFIG_FILE: file };
}

function folderOf(name: string): string {
  return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
}

function fontConfig(folders: readonly string[], cache: string): string {
  const aliases = Object.entries(families).map(
    ([family, faces]) =>
      `<alias binding="strong"><family>${family}</family><prefer>${faces.map((face) => `<family>${face}</family>`).join('')}</prefer></alias>`,
  );
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...folders.map((folder) => `<dir>${folder}</dir>`),
    `<cachedir>${cache}</cachedir>`,
    ...aliases,
    '</fontconfig>',
    '',
  ].join('\n');
}
