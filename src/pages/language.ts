import type { APIRoute } from 'astro';
import { formFields } from '#server/http/form-fields.ts';
import { backOnSite, knownLanguage, languageCookie, languageCookieSeconds } from '#server/http/language-choice.ts';

export const prerender = false;

/** Remembers the language chosen on a page made on demand, and goes back to it. */
export const POST: APIRoute = async ({ request, locals, cookies, redirect }) => {
  const { language, from = '' } = await formFields(request, locals.app.log);
  const known = knownLanguage(language);
  if (known) {
    cookies.set(languageCookie, known, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: locals.app.settings.siteUrl.startsWith('https:'),
      maxAge: languageCookieSeconds,
    });
  }
  return redirect(backOnSite(from, locals.app.settings.siteUrl), 303);
};
