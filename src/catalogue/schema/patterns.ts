/** Lower-case words joined by hyphens. */
export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** A day, a month or a year. */
export const datePattern = /^\d{4}(-\d{2}(-\d{2})?)?$/;
/** A day, as ISO 8601 has it. */
export const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
/** ISO 3166-1 alpha-2. */
export const countryPattern = /^[A-Z]{2}$/;
/** ISO 639-1. */
export const languagePattern = /^[a-z]{2}$/;
