import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Course } from '#course/course.ts';
import { courseEditions } from '#course/editions.ts';
import { aCourse } from '#testing/a-packed-course.ts';
import { manifestFaults } from '#testing/xml-schema-faults.ts';
import { packCourse } from './pack-course.ts';

const player = new Map([
  ['player.js', new TextEncoder().encode('')],
  ['fonts/a & b.woff2', new TextEncoder().encode('')],
]);

const course = aCourse('en');

/** A title as no author should write it. */
const odd: Course = {
  ...course,
  id: '72 hours & <more>',
  tellings: course.tellings.map((telling) => ({
    ...telling,
    module: { ...telling.module, title: '</title><script>alert("1")</script> & \u0001 \ud83d' },
  })),
};

function textsIn(zip: Uint8Array): Map<string, string> {
  const read = Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)] as const);
  return new Map(read);
}

test.each(['scorm-1.2', 'scorm-2004'] as const)(
  'the manifest of %s holds against the schemas of ADL and IMS',
  async (edition) => {
    for (const packed of [course, odd]) {
      const manifest = textsIn(packCourse(packed, edition, 0.8, player)).get('imsmanifest.xml') ?? '';
      expect(await manifestFaults(edition, manifest)).toEqual([]);
    }
    const manifest = textsIn(packCourse(course, edition, 0.8, player)).get('imsmanifest.xml') ?? '';
    const broken = manifest.replaceAll('organizations', 'organisations');
    expect(await manifestFaults(edition, broken), 'the judge is awake').not.toEqual([]);
  },
);

test('the manifests name the edition as its specification spells it, every file, and the mark', () => {
  const old = textsIn(packCourse(course, 'scorm-1.2', 0.75, player)).get('imsmanifest.xml');
  expect(old).toContain('<schemaversion>1.2</schemaversion>');
  expect(old).toContain('adlcp:scormtype="sco"');
  expect(old).toContain('<adlcp:masteryscore>75</adlcp:masteryscore>');
  expect(old).toContain('<file href="fonts/a &amp; b.woff2"/>');
  const later = textsIn(packCourse(course, 'scorm-2004', 0.75, player)).get('imsmanifest.xml');
  expect(later).toContain('<schemaversion>2004 4th Edition</schemaversion>');
  expect(later).toContain('adlcp:scormType="sco"');
  expect(later).toContain('<imsss:minNormalizedMeasure>0.75</imsss:minNormalizedMeasure>');
  const structure = textsIn(packCourse(course, 'cmi5', 0.75, player)).get('cmi5.xml');
  expect(structure).toContain('moveOn="Passed" masteryScore="0.75"');
  expect(structure).toContain('<langstring lang="ja-JP">');
});

test.each(courseEditions)('%s: the same course gives the same bytes, wherever the clock stands', (edition) => {
  const zone = process.env['TZ'];
  const once = packCourse(course, edition, 0.8, player);
  process.env['TZ'] = 'Asia/Tokyo';
  const again = packCourse(course, edition, 0.8, player);
  process.env['TZ'] = zone;
  expect(Buffer.compare(once, again)).toBe(0);
});

test.each(courseEditions)(
  '%s: the page holds no address from the root, and its links lead out to a window of their own',
  (edition) => {
    const page = textsIn(packCourse(course, edition, 0.8, player)).get('index.html') ?? '';
    const addresses = [...page.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address = '']) => address);
    expect(addresses.filter((address) => address.startsWith('/'))).toEqual([]);
    const out = [...page.matchAll(/<a [^>]*href="https?:[^>]*>/g)].map(([tag]) => tag);
    expect(out.length).toBeGreaterThan(10);
    for (const tag of out) expect(tag).toContain('target="_blank" rel="noopener"');
    expect(page).toContain('https://site.example/cases/');
  },
);

test('what an author wrote stays text', () => {
  const page = textsIn(packCourse(odd, 'scorm-1.2', 0.8, player)).get('index.html') ?? '';
  expect(page).not.toContain('<script>alert');
});
