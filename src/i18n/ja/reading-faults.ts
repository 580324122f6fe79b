import type { MadeOf } from '#core/tables/reading-fault.ts';
import type { Words } from '../shape.ts';

const made: Readonly<Record<MadeOf, string>> = {
  number: '数値',
  date: '日付',
  time: '時刻',
  boolean: 'TRUE／FALSE',
};

const orders = { dmy: '日・月・年', mdy: '月・日・年', ymd: '年・月・日' };

const count = (value: number) => value.toLocaleString('ja-JP');

/** 受け取ったファイルやセルを読み取れない理由。 */
export const readingFaults: Words['readingFaults'] = {
  'empty-file': () => 'ファイルが空です',
  'too-large': ({ megabytes }) => `ファイルが${megabytes}MBを超えています。一覧だけを残すか、分割してお送りください`,
  'old-workbook': () =>
    '旧形式のExcelブック（.xls）か、パスワード付きのブックです。パスワードを外し、.xlsx、.ods、または「CSV UTF-8」で保存してください',
  pdf: () => 'PDFは取り込めません。.xlsx、.ods、またはCSVの一覧を入手してください',
  'web-page': ({ file }) =>
    `「${file}」の中身はウェブページです。表計算ソフトで開き、.xlsxまたは「CSV UTF-8」で保存してください`,
  'no-text': () => 'テキストのファイルではありません。CSV、.xlsx、または.odsで保存してください',
  'unknown-encoding': () => '文字コードを判別できません。「CSV UTF-8」または.xlsxで保存し直してください',
  'other-encoding': ({ encoding }) =>
    `${encoding}では読めない文字が含まれています。別の文字コードを選ぶか、「CSV UTF-8」で保存し直してください`,
  'line-too-long': () =>
    'この行は一覧としては長すぎます。前の行の引用符（"）が閉じられていないか、一覧ではないファイルの可能性があります',
  'open-quote': () => '引用符（"）が閉じられていません',
  'no-cells': () => 'この行のセルの区切りがわかりません。「CSV UTF-8」または.xlsxで保存し直してください',
  'too-many-lines': ({ lines }) => `${count(lines)}行を超えています。分割して取り込んでください`,
  'too-many-cells': ({ columns, cells }) =>
    `列が${count(columns)}列、またはセルが${count(cells)}個を超えています。一覧だけを残すか、分割してください`,
  'damaged-workbook': () => 'ブックが破損しているため開けません。保存し直してください',
  'unpacks-too-large': () => '展開するとブックが大きすぎます。画像などを除いて一覧だけにするか、CSVで保存してください',
  'no-workbook': () => 'ブックとして読み取れません。.xlsx、.ods、または「CSV UTF-8」で保存してください',
  'sheet-too-large': ({ rows, columns }) =>
    `${count(rows)}行・${count(columns)}列を超えるシートがあります。一覧だけを残してください`,
  'empty-workbook': () => 'ブックが空です',
  'cells-moved': ({ cells, headings }) =>
    `見出しが${count(headings)}列なのに、この行にはセルが${count(cells)}個あります。区切り文字を含むセルを引用符（"）で囲んでください`,
  'cell-too-long': ({ characters }) => `セルに${count(characters)}文字が入っています。一覧のデータとしては長すぎます`,
  'no-result': () => '数式の計算結果がファイルにありません。表計算ソフトで開き、保存し直してください',
  'shown-error': ({ said }) =>
    `表計算ソフトのエラー「${said}」が表示されています。数式を直すか、正しい値を入力してください`,
  'lost-letters': ({ said }) =>
    `「${said}」の文字が失われ、「?」になっています。元のデータを「CSV UTF-8」、.xlsx、または.odsで保存し直してください`,
  'control-characters': () => '制御文字が含まれています。入力し直してください',
  retyped: ({ made: what, said }) =>
    `表計算ソフトが${made[what]}（${said}）に変えています。列の書式を「文字列」にして入力し直してください`,
  'no-time': ({ said }) => `「${said}」は時刻として読み取れません。08:30のように入力してください`,
  'no-year': ({ said }) =>
    `「${said}」に年がありません。列の表示形式を2027-03-31のような形にするか、.xlsxで保存してください`,
  'no-date': ({ said }) => `「${said}」は日付として読み取れません。2027-03-31のように入力してください`,
  'other-order': ({ said, order }) =>
    `「${said}」は「${orders[order]}」の順では日付になりません。2027-03-31のように入力してください`,
  'no-number': ({ said, sign }) =>
    `「${said}」は数値として読み取れません。数字だけで入力するか${sign ? `（小数点はファイルのほかの行と同じ${sign === 'point' ? 'ピリオド' : 'コンマ'}）` : ''}、わからない場合は空欄にしてください`,
};
