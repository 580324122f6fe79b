import type { APIRoute } from 'astro';
import { mailPreviewAsked } from '#components/write/mail-preview-asked.ts';
import { speak } from '#site/speak.ts';

export const prerender = false;

/** The HTML of a mail that a draft would make, for a frame. */
export const GET: APIRoute = async ({ locals, params, url }) => {
  const { app, desk } = locals;
  const opened = await desk.write.open(params['id'] ?? '');
  const { reader } = speak(locals).words.write.mail;
  const asked = mailPreviewAsked(url.searchParams, 0, reader);
  const mail = opened && (await desk.write.mailOf(opened, asked, app.drawMail, app.settings.siteUrl, app.clock()));
  if (!mail) return new Response('No such mail.\n', { status: 404 });
  return new Response(mail.html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
};
