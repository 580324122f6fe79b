import qrcode from 'qrcode-generator';
import { expect, it } from 'vitest';
import { drawQr, quietZone } from './qr-code.ts';

const address = 'https://nodomoto.example/ja/cases/aisin-fire-1997/';

/** The modules a path paints dark, read back from its runs. */
function painted({ size, path }: { size: number; path: string }): boolean[][] {
  const grid = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let step = 0; step < Number(length); step += 1) {
      const row = grid[Number(y)];
      if (row) row[Number(x) + step] = true;
    }
  }
  return grid;
}

it('paints exactly the modules of the address, in a quiet zone of four', () => {
  const code = qrcode(0, 'M');
  code.addData(address);
  code.make();
  const count = code.getModuleCount();
  const grid = painted(drawQr(address));
  expect(grid).toHaveLength(count + 2 * quietZone);
  const expected = grid.map((row, y) =>
    row.map((_, x) => {
      const inside = [x, y].every((place) => place >= quietZone && place < quietZone + count);
      return inside && code.isDark(y - quietZone, x - quietZone);
    }),
  );
  expect(grid).toEqual(expected);
});
