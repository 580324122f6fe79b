import { describe, expect, it } from 'vitest';
import { type ShippedPackage, shippedHere, shippedPackages } from '#site/licences/shipped-packages.ts';
import { licenceFaults } from './licence-faults.ts';

const own = shippedHere();
const another = (licence: string): ShippedPackage => ({ name: 'another', version: '1.0.0', licence, places: [] });

describe('licences', () => {
  it('of all that is handed on are known, and what they ask is told', () => {
    expect(licenceFaults(own)).toEqual([]);
  });

  it('that nobody has read are a fault, also in company', () => {
    for (const licence of ['AGPL-3.0-only', 'MIT AND AGPL-3.0-only', '(MIT OR AGPL-3.0-only)', 'SEE LICENSE IN file'])
      expect(licenceFaults([...own, another(licence)]), licence).toHaveLength(1);
  });

  it('that ask for more than a notice are a fault until their package is named', () => {
    expect(licenceFaults([...own, another('MPL-2.0')])).toEqual([
      'another: MPL-2.0 asks for more than a notice; say in licence-duties.ts where its source is',
    ]);
  });

  it('that are not told are a fault', () => {
    expect(licenceFaults([...own, another('')])).toEqual([
      'another: it tells no licence; look for one, or leave it out',
    ]);
  });

  it('of a package that is gone are not kept in the list', () => {
    expect(licenceFaults(own.filter(({ name }) => name !== 'date-holidays'))).toEqual([
      'date-holidays: it is no longer handed on; strike it out of licence-duties.ts',
    ]);
  });
});

describe('what is handed on', () => {
  it('are packages of production and the fonts within printed sheets, each binary once for all its platforms', () => {
    const packages = {
      '': { license: 'UNLICENSED' },
      'node_modules/a': { version: '1.0.0', license: 'MIT' },
      'node_modules/tool': { version: '1.0.0', license: 'MIT', dev: true },
      'node_modules/@expo-google-fonts/arimo': { version: '1.0.0', license: 'MIT AND OFL-1.1', dev: true },
      'node_modules/a-linux-x64-musl': { version: '1.0.0', license: 'MIT' },
      'node_modules/a-win32-arm64': { version: '1.0.0', license: 'MIT' },
    };
    const named = shippedPackages(JSON.stringify({ packages })).map(({ name, places }) => [name, places.length]);
    expect(named).toEqual([
      ['@expo-google-fonts/arimo', 1],
      ['a', 1],
      ['a-*', 2],
    ]);
  });
});
