export const usage = `npm run check-content -- [WORD]         every fault, or those in files whose path holds WORD
npm run check-content -- --guess [CASE] how well questions are guessed by the words of their options alone;
                                        with a case, each of its questions with what gave it away`;
