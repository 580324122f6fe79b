import { expect, test } from 'vitest';
import { lineOfFault } from './line-of-fault.ts';

const story = `---
title: A fire
impact:
  - figure: '1'
    unit: plant
  - figure: '2'
    unit: weeks
hazards: [fire]
---

## What happened

The plant lost
400 machines.
`;

const questions = `- id: first
  lesson: one
  choices:
    - text: Wait
- id: second
  lesson: two
`;

const line = (field: string, wrong = 'this cannot be used', text = story) => lineOfFault(text, { field, wrong });

test('a field of the front matter is found, counted from the top of the file', () => {
  expect(line('title')).toBe(2);
  expect(line('impact[2].unit')).toBe(7);
});

test('a field that is missing is placed at what should hold it', () => {
  expect(line('impact[1].sources')).toBe(4);
  expect(line('place', 'this field is missing')).toBeNull();
});

test('a line that the fault names is that line', () => {
  expect(line('line 9')).toBe(9);
});

test('what the fault quotes is found in the prose', () => {
  expect(line('body', '"The plant lost 400 machines." states a figure')).toBe(13);
});

test('an id that is not known is found below its field before it is found elsewhere', () => {
  expect(line('hazards', '"fire" is not known')).toBe(8);
});

test('an entry of a list is found by its number or its id', () => {
  expect(line('[1].choices[1].text', 'this cannot be used', questions)).toBe(4);
  expect(line('second.lesson', '"two" is not known', questions)).toBe(6);
});
