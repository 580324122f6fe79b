/** The ember-to-ash scale of tokens.css, by day. */
const scale = ['#a92f14', '#bc4d27', '#dc9562', '#e0b48c', '#d9cab9', '#d3ceca'];

const halves = 7;

/**
 * The drawing at the foot: heat after each spark, halving as it goes, until the next one. `sparks` are places between 0 and 1. Pure.
 */
export function heatBand(sparks: readonly number[], box: { width: number; height: number; bottom: number }): string {
  const places = sparks.map((spark) => Math.max(0, Math.min(1, spark)));
  return places.map((from, index) => cooling(from, places[index + 1] ?? 1, index, box)).join('');
}

function cooling(
  from: number,
  to: number,
  index: number,
  box: { width: number; height: number; bottom: number },
): string {
  const [left, right] = [from * box.width, to * box.width];
  const points = Array.from({ length: 61 }, (_, step) => {
    const x = left + ((right - left) * step) / 60;
    const heat = 0.5 ** (((x - left) / box.width) * halves);
    return `${x.toFixed(1)} ${(box.bottom - 4 - heat * (box.height - 4)).toFixed(1)}`;
  });
  const stops = scale.map((colour, step) => `<stop offset="${step / (scale.length - 1)}" stop-color="${colour}"/>`);
  const end = left + box.width * 0.72;
  return (
    `<linearGradient id="heat-${index}" gradientUnits="userSpaceOnUse" x1="${left}" x2="${end}" y1="0" y2="0">${stops.join('')}</linearGradient>` +
    `<path fill="url(#heat-${index})" d="M${left.toFixed(1)} ${box.bottom}L${points.join('L')}L${right.toFixed(1)} ${box.bottom}Z"/>`
  );
}
