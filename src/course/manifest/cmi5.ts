import { languageTraits } from '#i18n/languages.ts';
import type { PackagedCourse } from './packaged-course.ts';
import { xmlText } from './xml.ts';

/** `cmi5.xml`: one assignable unit, over when it is passed. Its ids are addresses of ours, which platforms keep and never open. */
export function cmi5Structure({ course, passMark }: PackagedCourse): string {
  const told = (of: (module: { title: string; purpose: string }) => string) =>
    course.tellings.map(
      ({ language, module }) =>
        `<langstring lang="${languageTraits[language].locale}">${xmlText(of(module))}</langstring>`,
    );
  const title = told(({ title }) => title).join('');
  const purpose = told(({ purpose }) => purpose).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="${xmlText(course.iri)}#course">
    <title>${title}</title>
    <description>${purpose}</description>
  </course>
  <au id="${xmlText(course.iri)}#pages" moveOn="Passed" masteryScore="${passMark}" launchMethod="AnyWindow">
    <title>${title}</title>
    <description>${purpose}</description>
    <url>index.html</url>
  </au>
</courseStructure>
`;
}
