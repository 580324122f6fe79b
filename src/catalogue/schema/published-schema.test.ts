import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { languages } from '#i18n/languages.ts';
import { readLibrary } from '../read/read-content.ts';
import { catalogueJsonSchema, catalogueVersion, publishedCatalogueSchema } from './published-schema.ts';

const library = readLibrary('content');
const published = languages.map((language) => ({
  language,
  catalogue: JSON.parse(JSON.stringify({ version: catalogueVersion, ...library[language] })),
}));
const jsonSchema = JSON.parse(JSON.stringify(catalogueJsonSchema('https://cases.example')));

const first = published[0]?.catalogue;

describe('the published catalogue', () => {
  it('has in its first language the form its schema describes, and no field besides', () => {
    expect(publishedCatalogueSchema.safeParse(first).error?.issues ?? []).toEqual([]);
  });

  it.each(published)('has in $language the form its JSON Schema describes', ({ catalogue }) => {
    expect(z.fromJSONSchema(jsonSchema).safeParse(catalogue).error?.issues ?? []).toEqual([]);
  });
});

describe('its JSON Schema', () => {
  it('refuses a case without a title, and another version', () => {
    const { title: _, ...untitled } = first.cases[0];
    const schema = z.fromJSONSchema(jsonSchema);
    expect(schema.safeParse({ ...first, cases: [untitled] }).success).toBe(false);
    expect(schema.safeParse({ ...first, version: catalogueVersion + 1 }).success).toBe(false);
  });

  it('lets a field pass that came later', () => {
    const later = { ...first, cases: first.cases.map((entry: object) => ({ ...entry, mood: 'calm' })), tides: [] };
    expect(z.fromJSONSchema(jsonSchema).safeParse(later).success).toBe(true);
  });
});
