/** Light and air: the dark of the evening, the drawings' own night colours, snow, and the title cut out of paper. */
import { readFileSync } from 'node:fs';
import { chance, HEIGHT, type Point, round, WIDTH } from './paper.ts';

const style = /<style>(.*?)<\/style>/s.exec(readFileSync(`${import.meta.dirname}/../pictures/bussen.svg`, 'utf8'))?.[1] ?? '';
const [day = '', night = ''] = style.split('@media(prefers-color-scheme:dark){');
const patterns = /<pattern.*<\/pattern>/s.exec(readFileSync(`${import.meta.dirname}/../pictures/bussen.svg`, 'utf8'))?.[0] ?? '';
const font = readFileSync(`${import.meta.dirname}/../fonts/young-serif.woff2`).toString('base64');

const NIGHT_RULES = night
  .replace(/\}$/, '')
  .split('}')
  .filter((rule) => rule.includes('{'))
  .map((rule) => `${rule.replace(/(^|,)\./g, '$1.night .')}}`)
  .join('');

/** The page that the drawings are laid on, once. */
export const TABLE = `<!doctype html><style>
@font-face{font-family:Young;src:url(data:font/woff2;base64,${font})}
html,body{margin:0;overflow:hidden;background:#24324a}svg{display:block}
text{font-family:Young;fill:currentColor}${day}.L{color:#ffdf9a}${NIGHT_RULES}</style>
<svg width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><defs>${patterns}</defs><g id="film"></g></svg><p style="font-family:Young">.</p>`;

/** The same pieces in the drawings' night colours. */
export const byNight = (content: string) => `<g class="night">${content}</g>`;

const mixed = (from: number, to: number, u: number) => Math.round(from + (to - from) * u);

/** A darkening laid over everything before it: 0 none, 1 deep dusk. */
export function dusk(much: number, [r, g, b] = [58, 76, 122]): string {
  if (much <= 0) return '';
  // In steps: light that glides changes the whole picture in every drawing, which is dear in bytes.
  const deep = Math.round(much * 30) / 30;
  const colour = `rgb(${mixed(255, r ?? 0, deep)},${mixed(255, g ?? 0, deep)},${mixed(255, b ?? 0, deep)})`;
  return `<rect x="-2000" y="-2000" width="6000" height="6000" fill="${colour}" style="mix-blend-mode:multiply"/>`;
}

/** Falling snow in three depths. The wind is in pixels a second. */
export function snow(t: number, flakes: number, wind = -40, paper = 'p', size = 1): string {
  let d = '';
  for (let n = 0; n < flakes; n++) {
    const near = 0.5 + chance(n);
    const x = wrap(chance(n + 300) * (WIDTH + 80) + t * wind * near + Math.sin(t * 1.3 + n) * 9, WIDTH + 80) - 40;
    const y = wrap(chance(n + 600) * (HEIGHT + 60) + t * 105 * near, HEIGHT + 60) - 30;
    const s = near * 4 * size;
    d += `M${Math.round(x)} ${Math.round(y)}l${round(s)} ${round(s * 0.5)} ${round(-s * 0.35)} ${round(s)} ${round(-s)} ${round(-s * 0.4)}z`;
  }
  return `<path class="${paper}" d="${d}"/>`;
}

const wrap = (n: number, length: number) => ((n % length) + length) % length;

/** A word whose letters are laid one after the other, and then taken away in the same order. */
export function word(
  text: string,
  x: number,
  y: number,
  size: number,
  t: number,
  [from, to]: [number, number],
  paper = 'p',
): string {
  const pace = text.length > 12 ? 0.02 : 0.083;
  const shown = Array.from(text).map((letter, n) => (t >= from + n * pace && t < to + n * pace * 0.5 ? letter : null));
  if (shown.every((letter) => letter === null)) return '';
  const spans = shown.map((letter, n) => {
    const [dy, was] = [lift(n), n === 0 ? 0 : lift(n - 1)];
    return `<tspan dy="${round((dy - was) * size)}"${letter === null ? ' opacity="0"' : ''}>${Array.from(text)[n]}</tspan>`;
  });
  return `<text class="${paper}" x="${x}" y="${y}" font-size="${size}" xml:space="preserve">${spans.join('')}</text>`;
}

const lift = (n: number) => (chance(n + 40) - 0.5) * 0.05;

/** The last words of each film, on two lines. */
export const lastWords = (t: number, from: number, [x, y]: Point, paper: string) =>
  word('En exempelfilm.', x, y, 46, t, [from, 999], paper) +
  word('Personerna är påhittade.', x, y + 58, 46, t, [from + 0.25, 999], paper);
