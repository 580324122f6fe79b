import type { APIRoute } from 'astro';

/** Pages for one person, and those of trainers, are nobody else's; the sitemap needs the full address. */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *
Allow: /
Disallow: /n/
Disallow: /u/
Disallow: /desk
Disallow: /inbox

Sitemap: ${new URL('/sitemap-index.xml', site).href}
`);
