import { fetchesScripts } from './fetches-scripts.ts';
import { keepRules, restyle } from './restyle.ts';

/**
 * Takes from a page the rules for classes that stand nowhere in it: it carries every form, table and notice of the site, and shows a few.
 * A page whose scripts are files of their own may be given any class by them, and keeps its rules. Pure.
 */
export function withoutUnseenRules(page: string): string {
  if (fetchesScripts(page)) return page;
  const names = namesOn(page);
  const isSeen = (selector: string) => classesAskedFor(selector).every((name) => names.has(name));
  return restyle(page, (css) => keepRules(css, isSeen));
}

/** Every class of an element, and every word of a script that stands in the page. */
function namesOn(page: string): Set<string> {
  const places = page.matchAll(/\sclass="([^"]*)"|<script\b[^>]*>([\s\S]*?)<\/script>/g);
  return new Set([...places].flatMap(([, list = '', script = '']) => `${list} ${script}`.match(/[\w-]+/g) ?? []));
}

/** Of a choice (`:is`) any one will do, and what is denied need not be there. */
function classesAskedFor(selector: string): string[] {
  const certain = selector.replaceAll(/:(?:is|not|has)\((?:[^()]|\([^()]*\))*\)/g, '');
  return [...certain.matchAll(/\.([A-Za-z][\w-]*)/g)].map(([, name = '']) => name);
}
