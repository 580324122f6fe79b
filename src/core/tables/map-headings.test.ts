import { expect, test } from 'vitest';
import { headingWords } from './heading-words.ts';
import { mapHeadings, plainHeading } from './map-headings.ts';
import { columnsOf, listKinds } from './staff-columns.ts';

const mapped = (headings: readonly string[], list: 'people' | 'exposures' | 'teams' = 'people') =>
  mapHeadings(headings, list).map(({ column }) => column);

test.each([
  ['English', 'Employee ID|First Name|Last Name|Department|E-Mail|Time Zone|Hire Date'],
  ['German', 'Personal-Nr.|Vorname|Name|Abteilung|E-Mail-Adresse|Zeitzone|Eintrittsdatum'],
  ['Japanese', '社員番号|名|姓|部署名|メールアドレス|タイムゾーン|入社年月日'],
  ['French', 'Matricule|Prénom|Nom|Service|Courriel|Fuseau horaire|Date d’entrée'],
  ['Spanish', 'Número de empleado|Nombre|Apellidos|Departamento|Correo electrónico|Zona horaria|Fecha de alta'],
  ['Dutch', 'Personeelsnummer|Voornaam|Achternaam|Afdeling|E-mailadres|Tijdzone|Datum in dienst'],
  ['Chinese', '工号|名|姓|部门|电子邮箱|时区|入职日期'],
  ['Korean', '사번|이름|성|부서|이메일|시간대|입사일'],
])('the headings of a staff list in %s', (_, headings) => {
  expect(mapped(headings.split('|'))).toEqual([
    'staffNumber',
    'givenName',
    'familyName',
    'team',
    'email',
    'zone',
    'joined',
  ]);
});

test.each(['Name', 'Full name', '氏名', '氏名（漢字）', '姓名', 'Nom et prénom', 'Naam', '성명'])(
  '%s alone is the whole name',
  (heading) => {
    expect(mapped([heading, 'email'])).toEqual(['name', 'email']);
  },
);

test('a whole name goes before its parts', () => {
  expect(mapped(['Name', 'Vorname', 'Nachname'])).toEqual(['name', null, null]);
});

test('the reading of a name in kana is no name', () => {
  expect(mapped(['氏名', 'フリガナ', '氏名カナ'])).toEqual(['name', null, null]);
});

test('two headings may be meant for one column; our own name for it goes before another', () => {
  expect(mapped(['Abteilung', 'Bereich'])).toEqual(['team', 'team']);
  expect(mapped(['team', 'Department'])).toEqual(['team', null]);
});

test.each([
  ['leave', 'leaves'],
  ['lang', 'language'],
  ['emial', 'email'],
  ['No.', 'staffNumber'],
  ['番号', 'staffNumber'],
])('%s may be meant for %s', (heading, near) => {
  expect(mapHeadings([heading], 'people')).toEqual([{ heading, column: null, near }]);
});

test('what has nothing to do with a list is near nothing', () => {
  for (const heading of ['phone', 'note', 'code', 'total', 'badge', 'review', 'Cost centre'])
    expect(mapHeadings([heading], 'people')).toEqual([{ heading, column: null, near: null }]);
});

test('no word of a list stands for two of its columns, but for those that mean a part of a name', () => {
  for (const list of listKinds) {
    const words = columnsOf[list].flatMap((column) => [
      ...new Set([column, ...headingWords[column]].map(plainHeading)),
    ]);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  }
});
