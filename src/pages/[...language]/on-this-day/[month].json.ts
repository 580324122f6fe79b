import type { APIRoute } from 'astro';
import { monthSlugs } from '#catalogue/queries/days-of-year.ts';
import { type Language, languageParams } from '#i18n/languages.ts';
import { toldMoments } from '#site/on-this-day/moments-of-month.ts';

export function getStaticPaths() {
  return languageParams.flatMap(({ language, param }) =>
    monthSlugs.map((slug) => ({ params: { language: param, month: slug }, props: { language, slug } })),
  );
}

type Props = { language: Language; slug: (typeof monthSlugs)[number] };

export const GET: APIRoute<Props> = ({ props: { language, slug } }) => Response.json(toldMoments(language, slug));
