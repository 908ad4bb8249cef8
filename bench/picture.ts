import { duration } from './format.ts';
import type { Measured } from './measure.ts';
import type { Growth } from './report.ts';

const WIDTH = 860;
const HEIGHT = 380;
const PANEL = { top: 64, height: 258, width: 236 };
const COLOURS = ['#0b7a75', '#c2571a', '#8a5a9e', '#4a6fa5', '#8d7b1f'];
// Lighter tones of the same colours, for dark mode.
const ON_DARK = ['#3fc7bf', '#f0935b', '#c79bdb', '#8fb3e6', '#d8c45c'];

interface Panel {
  readonly title: string;
  readonly left: number;
  readonly value: (measured: Measured) => number;
}

const PANELS: readonly Panel[] = [
  { title: 'A question (median)', left: 74, value: ({ time }) => time.p50 },
  { title: 'Build', left: 400, value: ({ build }) => build },
];

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The position of a number on a logarithmic scale, 0 at `from` and 1 at `to`. */
const scaled = (value: number, from: number, to: number): number => Math.log(value / from) / Math.log(to / from);

function style(): string {
  const series = (colours: readonly string[]) =>
    colours.map((colour, at) => `.s${at}{stroke:${colour}}.t${at}{fill:${colour}}`).join('');
  return [
    'text{font:12px system-ui,sans-serif;fill:#57606a}.title{font-size:14px;font-weight:600;fill:#1f2328}',
    '.grid{stroke:#d0d7de;stroke-width:1}.line{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}',
    '.ours{stroke-width:3.5}.name{font-weight:600}',
    series(COLOURS),
    '@media(prefers-color-scheme:dark){text{fill:#9198a1}.title{fill:#f0f6fc}.grid{stroke:#3d444d}',
    `${series(ON_DARK)}}`,
  ].join('');
}

function drawPanel({ title, left, value }: Panel, growth: readonly Growth[]): string {
  const found = growth.flatMap(({ outcomes }) =>
    outcomes.flatMap(({ measured }) => (measured ? [value(measured)] : [])),
  );
  const low = 10 ** Math.floor(Math.log10(Math.min(...found)));
  const high = 10 ** Math.ceil(Math.log10(Math.max(...found)));
  const sizes = growth.map(({ size }) => size);
  const first = Math.min(...sizes);
  const last = Math.max(...sizes);
  const x = (size: number) => left + PANEL.width * (first === last ? 0.5 : scaled(size, first, last));
  const y = (time: number) => PANEL.top + PANEL.height * (1 - scaled(time, low, high));
  const round = (place: number) => place.toFixed(1);

  const parts = [`<text class="title" x="${left}" y="${PANEL.top - 18}">${title}</text>`];
  for (let time = low; time <= high * 1.001; time *= 10) {
    const at = round(y(time));
    parts.push(`<path class="grid" d="M${left} ${at}h${PANEL.width}"/>`);
    parts.push(
      `<text x="${left - 8}" y="${Number(at) + 4}" text-anchor="end">${time < 0.01 ? `${time * 1000} µs` : duration(time)}</text>`,
    );
  }
  for (const size of sizes)
    parts.push(
      `<text x="${round(x(size))}" y="${PANEL.top + PANEL.height + 20}" text-anchor="middle">${size.toLocaleString('en')}</text>`,
    );
  growth[0]?.outcomes.forEach(({ engine }, series) => {
    const points = growth.flatMap(({ size, outcomes }) => {
      const measured = outcomes.find((outcome) => outcome.engine === engine)?.measured;
      return measured ? [`${round(x(size))} ${round(y(value(measured)))}`] : [];
    });
    if (points.length === 0) return;
    parts.push(`<path class="line s${series}${series === 0 ? ' ours' : ''}" d="M${points.join('L')}"/>`);
    for (const point of points) {
      const [cx, cy] = point.split(' ');
      parts.push(`<circle class="t${series}" cx="${cx}" cy="${cy}" r="${series === 0 ? 4 : 3}"/>`);
    }
  });
  return parts.join('\n');
}

/** Draws the time of a question and of a build by the number of phrasings, as an SVG with logarithmic scales. */
export function drawGrowth(growth: readonly Growth[]): string {
  const engines = growth[0]?.outcomes.map(({ engine }) => engine) ?? [];
  const legend = engines.map((engine, at) => {
    const y = PANEL.top + 14 + 38 * at;
    const [name, detail = ''] = engine.split(', ');
    return [
      `<path class="line s${at}${at === 0 ? ' ours' : ''}" d="M672 ${y - 4}h20"/>`,
      `<text class="t${at} name" x="700" y="${y}">${escaped(name ?? '')}</text>`,
      `<text x="700" y="${y + 14}">${escaped(detail)}</text>`,
    ].join('');
  });
  const foot = `<text x="${WIDTH / 2 - 75}" y="${HEIGHT - 12}" text-anchor="middle">phrasings to choose from (both scales logarithmic)</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="How time grows with the number of phrasings">`,
    `<style>${style()}</style>`,
    ...PANELS.map((panel) => drawPanel(panel, growth)),
    ...legend,
    foot,
    '</svg>',
    '',
  ].join('\n');
}
