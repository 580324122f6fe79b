import { describe, expect, it } from 'vitest';
import { balancedLines } from './balanced-lines.ts';

const letters = (text: string) => text.length;

describe('lines of a headline', () => {
  it('are as few as the width allows, and about equally long', () => {
    expect(balancedLines('Six bags in ten behind one levee', 22, letters)).toEqual([
      'Six bags in ten',
      'behind one levee',
    ]);
  });

  it('stay one line where one is enough', () => {
    expect(balancedLines('Every server off', 20, letters)).toEqual(['Every server off']);
  });

  it('cannot be made where a word alone is too wide', () => {
    expect(balancedLines('Unpronounceable', 10, letters)).toBeNull();
  });
});
