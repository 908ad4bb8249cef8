/** A chart of the days. Chart.js draws on a Skia canvas; both are loaded with this file, so only if it is used. */
import { fileURLToPath } from 'node:url';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { BarController, BarElement, CategoryScale, Chart, type ChartItem, Legend, LinearScale } from 'chart.js';
import type { DayCounts } from '../answer/insights.ts';
import type { OneOrSeveral } from '../knowledge/of-articles.ts';
import type { Messages } from '../messages/messages.ts';

const WIDTH = 880;
const HEIGHT = 360;
/** Bundled, because a server often has no fonts at all. */
const FONT = 'Parley Sans';
const FILE = import.meta.resolve('@fontsource/dejavu-sans/files/dejavu-sans-latin-400-normal.woff2');
/** The colours differ in brightness too, and the background suits Discord's light and dark themes. */
const COLOURS = { ground: '#ffffff', ink: '#2b2d31', grid: '#e3e5e8' };
const SERIES = [
  { key: 'answered', label: 'insights.chart.answered', colour: '#1f6feb' },
  { key: 'not_stated', label: 'insights.chart.notStated', colour: '#9db8e8' },
  { key: 'no_match', label: 'insights.chart.noMatch', colour: '#e3984c' },
] as const;

GlobalFonts.registerFromPath(fileURLToPath(FILE), FONT);
Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale);

/** One bar a day, stacked by the questions' outcome, as PNG. */
export function chart(days: readonly DayCounts[], { say }: Messages, articles: OneOrSeveral): Uint8Array {
  const canvas = createCanvas(WIDTH, HEIGHT);
  const ticks = { color: COLOURS.ink, font: { family: FONT, size: 14 } };
  const drawn = new Chart(canvas.getContext('2d') as unknown as ChartItem, {
    type: 'bar',
    data: {
      labels: days.map(({ day }) => say('insights.chart.day', { day: new Date(day) })),
      datasets: SERIES.map(({ key, label, colour }) => ({
        label: say(label, { articles }),
        data: days.map((counts) => counts[key]),
        backgroundColor: colour,
      })),
    },
    options: {
      animation: false,
      responsive: false,
      layout: { padding: 16 },
      plugins: { legend: { position: 'bottom', labels: { ...ticks, boxWidth: 16 } } },
      scales: {
        x: { stacked: true, grid: { display: false }, ticks: { ...ticks, maxRotation: 0, autoSkipPadding: 12 } },
        y: { stacked: true, beginAtZero: true, grid: { color: COLOURS.grid }, ticks: { ...ticks, precision: 0 } },
      },
    },
    plugins: [
      {
        id: 'ground',
        beforeDraw: ({ ctx }) => {
          ctx.fillStyle = COLOURS.ground;
          ctx.fillRect(0, 0, WIDTH, HEIGHT);
        },
      },
    ],
  });
  const png = canvas.toBuffer('image/png');
  drawn.destroy();
  return png;
}
