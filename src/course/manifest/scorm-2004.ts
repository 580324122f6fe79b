import { type PackagedCourse, titleOf } from './packaged-course.ts';
import { xmlId, xmlText } from './xml.ts';

/**
 * `imsmanifest.xml` of SCORM 2004 4th Edition. The pass mark stands in the sequencing, where platforms show and change it; the pages read it
 * back. Completion and success are said by the pages, so the platform is told not to suppose either.
 */
export function scorm2004Manifest(packaged: PackagedCourse): string {
  const { course, passMark, files } = packaged;
  const title = xmlText(titleOf(packaged));
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${xmlId(course.id)}" version="1.0"
  xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
  xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>2004 4th Edition</schemaversion>
  </metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>${title}</title>
      <item identifier="module" identifierref="pages">
        <title>${title}</title>
        <imsss:sequencing>
          <imsss:objectives>
            <imsss:primaryObjective objectiveID="passed" satisfiedByMeasure="true">
              <imsss:minNormalizedMeasure>${passMark}</imsss:minNormalizedMeasure>
            </imsss:primaryObjective>
          </imsss:objectives>
          <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
        </imsss:sequencing>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="pages" type="webcontent" adlcp:scormType="sco" href="index.html">
${files.map((file) => `      <file href="${xmlText(file)}"/>`).join('\n')}
    </resource>
  </resources>
</manifest>
`;
}
