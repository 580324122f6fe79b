import type { APIRoute } from 'astro';
import { formFields } from '#web/form-fields.ts';
import { knownLanguage, languageCookie, languageCookieSeconds } from '#web/language-choice.ts';

export const prerender = false;

/** Remembers the language chosen on a page made on demand, and goes back to it. */
export const POST: APIRoute = async ({ request, locals, cookies, redirect }) => {
  const { language, from = '' } = await formFields(request);
  const known = knownLanguage(language);
  if (known) {
    cookies.set(languageCookie, known, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: locals.house.settings.siteUrl.startsWith('https:'),
      maxAge: languageCookieSeconds,
    });
  }
  // Only a path of this site: `//elsewhere.example` would be another host.
  return redirect(/^\/(?![/\\])/.test(from) ? from : '/', 303);
};
