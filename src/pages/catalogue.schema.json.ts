import type { APIRoute } from 'astro';
import { catalogueJsonSchema } from '#catalogue/schema/published-schema.ts';

/** The form of catalogue.json, for whoever builds on it; docs/catalogue.md says what may change. */
export const GET: APIRoute = ({ site }) => Response.json(catalogueJsonSchema(String(site)));
