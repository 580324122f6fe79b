import type { APIRoute } from 'astro';

export const prerender = false;

/** A short address to tell somebody: leads to the brief, and by that to the sign-in whoever is not signed in. */
export const GET: APIRoute = ({ redirect }) => redirect('/desk/brief', 303);
