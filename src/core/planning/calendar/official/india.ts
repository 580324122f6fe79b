import { freeIn, type OfficialDays } from './days-of-a-country.ts';

/** Those of Delhi: offices elsewhere keep fourteen of the seventeen and choose three of their own, and a State its own list. */
export const india: OfficialDays = {
  withdrawn: [],
  rules: [],
  // Id-ul-Fitr, Id-ul-Zuha, Muharram and Milad-un-Nabi go by the moon; a later memorandum may move them by a day.
  proclaimed: {
    '2026': freeIn(2026, [
      ...['01-26', '03-04', '03-21', '03-26', '03-31', '04-03', '05-01', '05-27', '06-26', '08-15', '08-26', '09-04'],
      ...['10-02', '10-20', '11-08', '11-24', '12-25'],
    ]),
    '2027': freeIn(2027, [
      ...['01-26', '03-10', '03-23', '03-26', '04-15', '04-19', '05-17', '05-20', '06-16', '08-15', '08-25', '10-02'],
      ...['10-09', '10-29', '11-14', '12-25'],
    ]),
  },
  officialUntil: 2027,
  sources: [
    'Department of Personnel and Training, O.M. F.No.12/2/2023-JCA of 3 July 2025, on 2026; its list as the National Institute for the Empowerment of Persons with Visual Disabilities published it on 18 November 2025',
    'The memorandum of the same number of 16 July 2026, on 2027, in three transcriptions that agree',
  ],
};
