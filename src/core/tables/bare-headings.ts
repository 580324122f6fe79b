/** A bare word for "name": beside a first name it is the last one, beside a last name the first. */
export const bareNames: readonly string[] = ['name', 'nom', 'nombre', 'naam', '이름'];

/** A bare "number" is as often the number of the line as that of a person. */
export const bareNumbers: readonly string[] = [
  'no',
  'nr',
  'number',
  'nummer',
  'id',
  '番号',
  'numéro',
  'número',
  '编号',
  '번호',
  '#',
];
