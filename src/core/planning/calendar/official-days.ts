import { china } from './official/china.ts';
import type { OfficialDays } from './official/days-of-a-country.ts';
import { emirates } from './official/emirates.ts';
import { hungary } from './official/hungary.ts';
import { india } from './official/india.ts';
import { indonesia } from './official/indonesia.ts';
import { japan } from './official/japan.ts';
import { korea } from './official/korea.ts';
import { malaysia } from './official/malaysia.ts';
import { mexico } from './official/mexico.ts';
import { philippines } from './official/philippines.ts';
import { russia } from './official/russia.ts';
import { singapore } from './official/singapore.ts';
import { slovakia } from './official/slovakia.ts';
import { sriLanka } from './official/sri-lanka.ts';
import { taiwan } from './official/taiwan.ts';
import { thailand } from './official/thailand.ts';
import { unitedStates } from './official/united-states.ts';
import { vietnam } from './official/vietnam.ts';

/** By ISO 3166 code: what governments say where the list of holidays is wrong or short. */
export const officialDays: Readonly<Record<string, OfficialDays>> = {
  AE: emirates,
  CN: china,
  HU: hungary,
  ID: indonesia,
  IN: india,
  JP: japan,
  KR: korea,
  LK: sriLanka,
  MX: mexico,
  MY: malaysia,
  PH: philippines,
  RU: russia,
  SG: singapore,
  SK: slovakia,
  TH: thailand,
  TW: taiwan,
  US: unitedStates,
  VN: vietnam,
};

/** The last year of which all days of a region are official; `null` where none is missing, or nobody has looked. */
export function officialUntil(region: string): number | null {
  return officialDays[region.split('-')[0] ?? '']?.officialUntil ?? null;
}
