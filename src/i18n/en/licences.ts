/** What is said of others’ work in it. */
export const licences = {
  title: 'Licences',
  description: 'The packages, fonts and data that Nodomoto is made with, and what their licences ask for.',
  dek: (packages: number) =>
    `Nodomoto is made with ${packages} packages of others, two fonts for the screen, four for paper and a little open data.`,
  allNotices: 'The notices of all packages, as text',
  duties: {
    'LGPL-3.0-or-later':
      'Image libraries that Astro brings. They are unchanged shared libraries, which anybody may replace in the folder of packages; nothing of them is in the pages. Their source is where the names lead.',
    'MPL-2.0':
      'Draw the pictures beside shared links and read style sheets while the site is built. They are unchanged; their source is where the names lead.',
    'OFL-1.1':
      'Fonts of the pages, cut to the letters that they need, and fonts within printed sheets. None of them reserves its name. They are not sold by themselves, and their licence goes with them.',
    'CC-BY-3.0':
      'Public holidays, by commenthol and contributors, from the open data that the package names. Unchanged; used to choose days for mail.',
  },
  data: {
    title: 'Data',
    sources: [
      'Outlines of the world map: Natural Earth, public domain, by way of world-atlas.',
      'Time zones: the IANA time zone database, public domain, by way of moment-timezone.',
      'Cases and lessons cite their sources on their own pages.',
    ],
  },
  all: { title: 'All licences', licence: 'Licence', packages: 'Packages' },
} as const;
