import { type ErrorCode, errorRegistry } from './error-registry.ts';

/** Where an error is explained. */
export function pageOf(code: ErrorCode): string {
  return `docs/errors.md#${errorRegistry[code].page}`;
}
