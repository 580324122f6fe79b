/** Licences that ask for no more than that their notice is kept, which /licences.txt does, and those that ask for nothing. */
const noticeAlone = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'PSF-2.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
];

/** Licences that ask for more, by their SPDX names. How each is kept is told in `words.licences.duties`. */
export const dutifulLicences = [
  { id: 'LGPL-3.0-or-later', name: 'GNU Lesser General Public License 3.0' },
  { id: 'MPL-2.0', name: 'Mozilla Public License 2.0' },
  { id: 'OFL-1.1', name: 'SIL Open Font License 1.1' },
  { id: 'CC-BY-3.0', name: 'Creative Commons Attribution 3.0' },
] as const;

export type DutifulLicence = (typeof dutifulLicences)[number]['id'];

/** A licence may be chosen where a package offers several; ours is the first, and nothing is owed for the other. */
const offered: Readonly<Record<string, string>> = { '(MIT OR EUPL-1.1+)': 'MIT' };

/**
 * Every package whose licence asks for more than a notice, and where its source is. `*` stands for the platforms of a binary. A check fails
 * when another comes, until somebody has read what it asks.
 */
export const dutifulPackages: Readonly<Record<string, { licence: DutifulLicence; source: string }>> = {
  '@img/sharp-libvips-*': { licence: 'LGPL-3.0-or-later', source: 'https://github.com/lovell/sharp-libvips' },
  '@img/sharp-*': { licence: 'LGPL-3.0-or-later', source: 'https://github.com/lovell/sharp' },
  '@resvg/resvg-js': { licence: 'MPL-2.0', source: 'https://github.com/thx/resvg-js' },
  '@resvg/resvg-js-*': { licence: 'MPL-2.0', source: 'https://github.com/thx/resvg-js' },
  lightningcss: { licence: 'MPL-2.0', source: 'https://github.com/parcel-bundler/lightningcss' },
  'lightningcss-*': { licence: 'MPL-2.0', source: 'https://github.com/parcel-bundler/lightningcss' },
  '@fontsource-variable/inter': { licence: 'OFL-1.1', source: 'https://github.com/rsms/inter' },
  '@fontsource-variable/newsreader': { licence: 'OFL-1.1', source: 'https://github.com/productiontype/Newsreader' },
  '@expo-google-fonts/arimo': { licence: 'OFL-1.1', source: 'https://github.com/googlefonts/arimo' },
  '@expo-google-fonts/tinos': { licence: 'OFL-1.1', source: 'https://github.com/googlefonts/tinos' },
  '@expo-google-fonts/biz-udgothic': {
    licence: 'OFL-1.1',
    source: 'https://github.com/googlefonts/morisawa-biz-ud-gothic',
  },
  '@expo-google-fonts/biz-udmincho': {
    licence: 'OFL-1.1',
    source: 'https://github.com/googlefonts/morisawa-biz-ud-mincho',
  },
  'date-holidays': { licence: 'CC-BY-3.0', source: 'https://github.com/commenthol/date-holidays' },
};

const isDutiful = (id: string): id is DutifulLicence => dutifulLicences.some((licence) => licence.id === id);

/** The licences of an SPDX expression that bind: all that it joins, and of those it offers the one that was chosen. */
function bindingOf(expression: string): string[] {
  return (offered[expression] ?? expression).split(/[()\s]+/).filter((word) => word !== '' && word !== 'AND');
}

/** What of a package's licence asks for more than a notice, and what nobody has read yet. */
export function dutiesOf(licence: string): { duties: DutifulLicence[]; unknown: string[] } {
  const ids = bindingOf(licence);
  return {
    duties: ids.filter(isDutiful),
    unknown: ids.filter((id) => !isDutiful(id) && !noticeAlone.includes(id)),
  };
}
