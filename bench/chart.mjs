/** Two panels, time and memory, each with a line for every curve; both axes are logarithmic. */

const PANEL = { width: 380, height: 240, left: 60, top: 36, gap: 90 }
const COLOURS = ['#2f6fde', '#c2571a']
const MEASURES = [
  { title: 'time, seconds', of: ({ seconds }) => seconds },
  { title: 'peak memory, MB', of: ({ megabytes }) => megabytes },
]

/** `curves`: `{ unit, points: [{ size, seconds, megabytes }] }`; gives an SVG that reads on light and dark pages. */
export function draw(curves) {
  const width = PANEL.left + 2 * PANEL.width + PANEL.gap + 44
  const height = PANEL.top + PANEL.height + 76
  const panels = MEASURES.map((measure, i) => panel(measure, curves, PANEL.left + i * (PANEL.width + PANEL.gap)))
  const legend = curves.map(({ unit }, i) => {
    const x = PANEL.left + i * 180
    const y = height - 14
    return `<line x1="${x}" y1="${y - 4}" x2="${x + 24}" y2="${y - 4}" stroke="${COLOURS[i]}" stroke-width="2"/>${text(x + 30, y, unit)}`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="#ffffff"/>
${[...panels, ...legend].join('\n')}
</svg>
`
}

function panel({ title, of }, curves, left) {
  const points = curves.flatMap(({ points }) => points)
  const x = scale(
    points.map(({ size }) => size),
    left,
    PANEL.width,
  )
  const y = scale(points.map(of), PANEL.top + PANEL.height, -PANEL.height)
  const lines = curves.map(({ points }, i) => {
    const path = points.map((point) => `${x.at(point.size)},${y.at(of(point))}`).join(' ')
    const dots = points.map(
      (point) => `<circle cx="${x.at(point.size)}" cy="${y.at(of(point))}" r="3" fill="${COLOURS[i]}"/>`,
    )
    return `<polyline points="${path}" fill="none" stroke="${COLOURS[i]}" stroke-width="2"/>${dots.join('')}`
  })
  const across = y.ticks.map(
    (tick) =>
      `<line x1="${left}" y1="${y.at(tick)}" x2="${left + PANEL.width}" y2="${y.at(tick)}" stroke="#dddddd"/>${text(left - 8, y.at(tick) + 4, tick, 'end')}`,
  )
  const below = x.ticks.map((tick) =>
    text(x.at(tick), PANEL.top + PANEL.height + 18, tick.toLocaleString('en'), 'middle'),
  )
  return [text(left, PANEL.top - 14, title), ...across, ...below, ...lines].join('\n')
}

/** Powers of ten that hold all values, and where a value lies between `from` and `from + length`. */
function scale(values, from, length) {
  const low = Math.floor(Math.log10(Math.min(...values)))
  const high = Math.ceil(Math.log10(Math.max(...values)))
  const ticks = Array.from({ length: high - low + 1 }, (_, i) => Number((10 ** (low + i)).toPrecision(1)))
  const at = (value) => Math.round(from + ((Math.log10(value) - low) / (high - low)) * length)
  return { ticks, at }
}

function text(x, y, content, anchor = 'start') {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="#333333">${content}</text>`
}
