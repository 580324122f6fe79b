import { expect, test } from 'vitest';
import { readStatement, type StatementDraft } from './statement-draft.ts';

const draft: StatementDraft = {
  state: 'explain',
  text: 'A trial of the second foundry needs a week of the line; it is planned for May.',
  ownerFunction: 'Head of purchasing',
  dueOn: '2027-05-31',
};

const faultsOf = (changed: Partial<StatementDraft>, names: string[] = []) => {
  const read = readStatement({ ...draft, ...changed }, names);
  return read.ok ? {} : read.faults;
};

test('whoever explains says why, who answers for it and until when', () => {
  expect(faultsOf({})).toEqual({});
  expect(faultsOf({ text: '  ', ownerFunction: '', dueOn: '' })).toEqual({
    text: 'missing',
    ownerFunction: 'missing',
    dueOn: 'missing',
  });
  expect(faultsOf({ state: 'not-yet', dueOn: '' })).toEqual({ dueOn: 'missing' });
  expect(faultsOf({ state: 'kept' })).toEqual({ state: 'missing' });
});

test('whoever complies need say no more than who answers for it', () => {
  expect(faultsOf({ state: 'comply', text: '', dueOn: '' })).toEqual({});
});

test('a day that no calendar has is refused', () => {
  for (const dueOn of ['2027-02-29', '31 May 2027', '2027-5-31'])
    expect(faultsOf({ dueOn })).toEqual({ dueOn: 'no-day' });
});

test('words that may become public hold no address and name nobody of the house', () => {
  const names = ['Mei Tanaka', 'Will', '小野 芽衣'];
  expect(faultsOf({ text: 'Ask mei.tanaka@kazehaya.example.' }, names)).toEqual({ text: 'address' });
  expect(faultsOf({ text: 'MEI  TANAKA will see to it.' }, names)).toEqual({ text: 'names-person' });
  expect(faultsOf({ text: '調達部の小野芽衣が五月に見直す。' }, names)).toEqual({ text: 'names-person' });
  expect(faultsOf({ ownerFunction: 'will' }, names)).toEqual({ ownerFunction: 'names-person' });
  expect(faultsOf({ text: 'We will mend it at 5 @ night.' }, names)).toEqual({});
});

test('what is longer than anybody reads is refused', () => {
  expect(faultsOf({ text: 'x'.repeat(2001), ownerFunction: 'y'.repeat(81) })).toEqual({
    text: 'too-long',
    ownerFunction: 'too-long',
  });
});
