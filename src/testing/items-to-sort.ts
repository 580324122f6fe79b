import { z } from 'zod';
import { alternatives, type ExposureItem, notAsked } from '#core/exposure/exposure.ts';
import { answers, questionIds } from '#core/exposure/five-questions.ts';
import { policyColourIds } from '#core/exposure/policy-colours.ts';

/**
 * Things that firms buy or make, with what a team would say of them and what must come of it, judged by hand. The goods are real and the shares
 * lie where the library's cases put them (magnets and gallium: rare-earth-magnets-2025, gallium-germanium-2023; valves: aisin-fire-1997;
 * saline: hurricane-maria-saline-2017; fluoride and resist: japan-korea-materials-2019); the firms, their stock and their days are invented.
 * Answers: y, n, ? (nobody has said). Tiers: ? likewise. Sides: of 50.
 */
const table = `
item                             | input             | from | share | suppliers | tiers | stock | recovery | alternative | essential | lead | leak | upheaval | colours    | autonomy | indispensability | open
Traction motor magnets           | magnets           | CN   | 0.82  | 2         | 1     | 35    | 300      | known       | y         | n    | ?    | n        | green      | under    | under            |
Gallium for power chips          | gallium           | CN   | 0.95  | 1         | ?     | 60    | 180      | known       | y         | n    | n    | n        | green      | under    | under            |
Small saline bags                | iv-fluids         | US   | 1     | 2         | 0     | 9     | 200      | known       | y         | n    | n    | n        | green      | under    | under            |
Brake valves from one plant      | brake-valves      | JP   | 0.97  | 1         | 0     | 0.2   | 30       | none        | y         | n    | n    | n        | green      | under    | under            |
Grid power                       | electricity       | NL   | 1     | 1         | 1     | 0     | 3        | known       | y         | n    | n    | n        | green      | under    | under            |
Photoresist that few can make    | photoresist       | JP   | 1     | 3         | 2     | 90    | 60       | tested      | y         | y    | n    | n        | blue       | over     | over             |
Five-axis machine tools, our own | tooling           | JP   | 0.45  | 3         | 2     | 120   | 90       | qualified   | y         | y    | y    | n        | blue       | over     | over             |
Hydrogen fluoride, our purity    | hydrogen-fluoride | CN   | 0.9   | 2         | 1     | 40    | 150      | known       | y         | y    | y    | n        | green blue | under    | over             |
Magnet alloy, our grain boundary | magnets           | CN   | 0.7   | 2         | 2     | 60    | 240      | known       | y         | y    | ?    | n        | green blue | under    | over             | leak
Silicon switches before carbide  | discrete-chips    | JP   | 0.35  | 3         | 2     | 60    | 90       | tested      | n         | n    | n    | y        | red        | over     | under            |
Piston rings as cars go electric | piston-rings      | JP   | 0.8   | 3         | 3     | 45    | 30       | tested      | y         | y    | n    | y        | blue red   | over     | over             |
Motor controller boards          | microcontrollers  | JP   | 0.45  | 3         | 2     | 90    | 120      | tested      | y         | n    | n    | n        |            | over     | under            |
Effect pigment for one colour    | pigments          | DE   | 0.9   | 1         | 1     | 20    | 90       | none        | n         | n    | n    | n        |            | under    | under            |
Neon that nobody was asked about | neon              | UA   | 0.54  | 2         | ?     | 30    | 120      | known       | ?         | ?    | ?    | ?        |            | under    | unknown          | essential lead leak upheaval
Two chip makers, one foundry?    | analogue-chips    | TW   | 0.4   | 2         | ?     | 60    | 120      | qualified   | y         | n    | n    | n        |            | over     | under            | dependent
Stacked sensors on bought wafers | image-sensors     | TW   | 0.8   | 1         | 1     | 20    | 120      | none        | y         | y    | y    | y        | green blue | under    | over             |
Folding film from one monomer    | polyimide         | CN   | 0.6   | 1         | 1     | 30    | 120      | none        | y         | y    | n    | y        | green red  | under    | over             |
`;

const answer = z.enum(['y', 'n', '?']).transform((mark) => answers[['y', 'n', '?'].indexOf(mark)] ?? 'unknown');
const side = z.enum(['under', 'over', 'unknown']);
const words = <Word extends string>(of: readonly Word[]) =>
  z.preprocess((text) => String(text).split(' ').filter(Boolean), z.array(z.enum(of)));

const row = z.object({
  item: z.string(),
  input: z.string(),
  from: z.string().length(2),
  share: z.coerce.number(),
  suppliers: z.coerce.number(),
  tiers: z.preprocess((text) => (text === '?' ? null : Number(text)), z.number().nullable()),
  stock: z.coerce.number(),
  recovery: z.coerce.number(),
  alternative: z.enum(alternatives),
  essential: answer,
  lead: answer,
  leak: answer,
  upheaval: answer,
  colours: words(policyColourIds),
  autonomy: side,
  indispensability: side,
  open: words(questionIds),
});

type Expected = Pick<z.infer<typeof row>, 'colours' | 'autonomy' | 'indispensability' | 'open'>;

/** Each item with the colours, the side of 50 of each pillar and the open questions it must have. */
export const itemsToSort: readonly { item: ExposureItem; expected: Expected }[] = rowsOf(table).map((cells) => {
  const { colours, autonomy, indispensability, open, ...facts } = row.parse(cells);
  const { item: name, from: origin, tiers, stock, recovery, ...rest } = facts;
  const item = {
    name,
    family: null,
    origin,
    tiersMapped: tiers,
    stockDays: stock,
    recoveryDays: recovery,
    ...notAsked,
    ...rest,
  };
  return { item, expected: { colours, autonomy, indispensability, open } };
});

function rowsOf(text: string): Record<string, string>[] {
  const [head = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return rows.map((cells) => Object.fromEntries(head.map((name, index) => [name, cells[index] ?? ''])));
}
