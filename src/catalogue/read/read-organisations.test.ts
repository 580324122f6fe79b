import { expect, test } from 'vitest';
import { checkOrganisations } from '../check/check-organisations.ts';
import { contentFolder } from './content-folder.ts';
import { readContent } from './read-content.ts';
import { bodiesIn, readOrganisations } from './read-organisations.ts';

test('every organisation on the list is named by a case of the library, and no name is two’s', () => {
  const catalogue = readContent(contentFolder);
  const organisations = readOrganisations(contentFolder);
  expect(organisations.length).toBeGreaterThan(0);
  expect(checkOrganisations(catalogue, organisations, bodiesIn(contentFolder, catalogue))).toEqual([]);
});
