export const usage = `npm run check-content -- [WORD]
                              every fault, or those in files whose path holds WORD; then what misses rules to come
npm run check-content -- --lessons
                              the lessons by id, with their rules and how many cases and questions each has
npm run check-content -- --guess [CASE]
                              how well questions are guessed by the words of their options alone; with a case,
                              each of its questions with what gave it away
npm run check-content -- --tics [CASE]
                              what the prose repeats over the library, beside what it did before and the most it may;
                              with a case, every place in it
npm run check-content -- --due [--on 2026-12]
                              what to look at this month, or in that one: facts that lapse, cases, instruments and
                              lists that nobody has read again`;
