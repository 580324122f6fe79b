import type { APIRoute } from 'astro';
import { formFields } from '#server/http/form-fields.ts';
import { backOnSite, knownLanguage, languageCookie } from '#server/http/language-choice.ts';

export const prerender = false;

/** Remembers the language chosen on a page made on demand, and goes back to it. */
export const POST: APIRoute = async ({ request, locals, cookies, redirect }) => {
  const { language, from = '' } = await formFields(request, locals.app.log);
  const known = knownLanguage(language);
  if (known) {
    const cookie = languageCookie(locals.app.settings.siteUrl.startsWith('https:'));
    cookies.set(cookie.name, known, cookie.options);
  }
  return redirect(backOnSite(from, locals.app.settings.siteUrl), 303);
};
