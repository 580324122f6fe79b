import type { APIRoute } from 'astro';
import { formFields } from '#server/http/form-fields.ts';
import { knownLanguage, languageCookie, languageCookieSeconds } from '#server/http/language-choice.ts';

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
  return redirect(pathOnSite(from, locals.app.settings.siteUrl), 303);
};

/** A path of this site, or its front page. Browsers read `//elsewhere.example` and `/\t/elsewhere.example` as other hosts. */
function pathOnSite(from: string, siteUrl: string): string {
  if (!URL.canParse(from, siteUrl)) return '/';
  const { origin, pathname, search } = new URL(from, siteUrl);
  return origin === new URL(siteUrl).origin ? `${pathname}${search}` : '/';
}
