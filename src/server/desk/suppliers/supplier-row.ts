import type { Selectable } from 'kysely';
import type { SupplierTable } from '#server/database/supplier-tables.ts';

export type SupplierRow = Selectable<SupplierTable>;
