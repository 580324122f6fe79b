import { dutiesOf, dutifulPackages } from '#site/licences/licence-duties.ts';
import type { ShippedPackage } from '#site/licences/shipped-packages.ts';

/** Packages whose licence nobody has read, or that newly asks for more than a notice; and entries of the list that are no longer true. */
export function licenceFaults(packages: readonly ShippedPackage[]): string[] {
  const dutiful = packages.filter(({ licence }) => dutiesOf(licence).duties.length > 0);
  const names = new Set(dutiful.map(({ name }) => name));
  return [
    ...packages.flatMap(({ name, licence }) => {
      const { unknown } = dutiesOf(licence);
      if (licence === '') return [`${name}: it tells no licence; look for one, or leave it out`];
      return unknown.length > 0 ? [`${name}: nobody has read what ${unknown.join(' and ')} asks for`] : [];
    }),
    ...dutiful
      .filter(({ name, licence }) => !dutiesOf(licence).duties.some((duty) => duty === dutifulPackages[name]?.licence))
      .map(
        ({ name, licence }) =>
          `${name}: ${licence} asks for more than a notice; say in licence-duties.ts where its source is`,
      ),
    ...Object.keys(dutifulPackages)
      .filter((name) => !names.has(name))
      .map((name) => `${name}: it is no longer handed on; strike it out of licence-duties.ts`),
  ];
}
