import { expect, test } from 'vitest';
import { ContentError } from '#catalogue/check/content-fault.ts';
import { AppError } from '#core/errors/app-error.ts';
import { tellError } from './run-command.ts';

test('an error is told as what happened, what to do, its code and each cause behind it', () => {
  const socket = new Error('listen EADDRINUSE', { cause: new Error('bind failed') });
  expect(tellError(new AppError('PORT_TAKEN', { port: 4321 }, { cause: socket })).split('\n')).toEqual([
    'Port 4321 is taken by another program.',
    'Stop it, or set PORT to a free one: PORT=4400 npm start',
    'Code: PORT_TAKEN (docs/errors.md#port-taken)',
    'Cause: listen EADDRINUSE',
    'Cause: bind failed',
  ]);
});

test('an error without a cause ends with its code', () => {
  expect(tellError(new AppError('NO_TRAINERS'))).toMatch(/\nCode: NO_TRAINERS \(docs\/errors\.md#no-trainers\)$/);
});

test('faults in the content lead to the guide for authors', () => {
  expect(tellError(new ContentError([]))).toContain('Code: CONTENT_INVALID (docs/writing-a-case.md)');
});
