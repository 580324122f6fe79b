import { type PackagedCourse, titleOf } from './packaged-course.ts';
import { xmlId, xmlText } from './xml.ts';

/** `imsmanifest.xml` of SCORM 1.2. The order inside an item is that of its schema: title, then what ADL adds. */
export function scorm12Manifest(packaged: PackagedCourse): string {
  const { course, passMark, files } = packaged;
  const title = xmlText(titleOf(packaged));
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${xmlId(course.id)}" version="1.0"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>${title}</title>
      <item identifier="module" identifierref="pages">
        <title>${title}</title>
        <adlcp:masteryscore>${Math.round(passMark * 100)}</adlcp:masteryscore>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="pages" type="webcontent" adlcp:scormtype="sco" href="index.html">
${files.map((file) => `      <file href="${xmlText(file)}"/>`).join('\n')}
    </resource>
  </resources>
</manifest>
`;
}
