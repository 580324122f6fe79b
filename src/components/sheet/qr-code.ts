import qrcode from 'qrcode-generator';

export type QrDrawing = { size: number; path: string };

/** Light modules that a reader needs around the code (ISO/IEC 18004). */
export const quietZone = 4;

/** An address as the dark modules of a QR code: one SVG path, runs of a row joined. Level M bears a crease or a stain. */
export function drawQr(address: string): QrDrawing {
  const code = qrcode(0, 'M');
  code.addData(address, 'Byte');
  code.make();
  const count = code.getModuleCount();
  const rows = Array.from({ length: count }, (_, row) => runsOf(count, (column) => code.isDark(row, column)));
  const path = rows
    .flatMap((runs, row) =>
      runs.map(({ from, length }) => `M${from + quietZone} ${row + quietZone}h${length}v1h-${length}z`),
    )
    .join('');
  return { size: count + 2 * quietZone, path };
}

function runsOf(count: number, isDark: (column: number) => boolean): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = [];
  for (let column = 0; column < count; column += 1) {
    if (!isDark(column)) continue;
    const last = runs.at(-1);
    if (last && last.from + last.length === column) last.length += 1;
    else runs.push({ from: column, length: 1 });
  }
  return runs;
}
