import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '#server/database/open-database.ts';
import { startPostgres } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the PostgreSQL that stores are made in; absent where they are made with SQLite. */
    postgresUrl?: string;
  }
}

/** One server for all files, with a database that has every table and from which those of the tests are copied. */
export default async function setUpPostgres(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  const client = new Client(server.url);
  await client.connect();
  await client.query('CREATE DATABASE made_ready');
  await client.end();
  const store = await openDatabase({ dataDir: 'nowhere', databaseUrl: new URL('/made_ready', server.url).href });
  await store.close();
  project.provide('postgresUrl', server.url);
  return server.stop;
}
