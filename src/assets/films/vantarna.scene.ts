/** Vantarna: an evening by the radiator. Somebody counts, something is missing, and a question is asked about tomorrow. */
import { dusk, lastWords, word } from './light.ts';
import { at, cut, disc, drawing, dyed, ease, type Film, keys, line, type Point, seen, swing, way } from './paper.ts';
import type { Tape } from './tape.ts';

const warm = drawing('vantar');
const boots = drawing('stovlar');

const COUNTS: readonly number[] = [4.4, 5.2, 6, 6.8, 7.6];
const HALL = 11;
const OUT = 14.2;
const BACK = 16.2;
const HUNG = 17.1;
const LAMP_OUT = 18.9;
const CLOSER = 23.7;
const MORNING = 27.6;

/** A mitten jumps when it is counted, and swings when something lands beside it. */
function mitten(t: number, counted: number, room: number, about: Point, content: string): string {
  const jump = t > counted && t < counted + 0.34 ? -26 * Math.sin(((t - counted) / 0.34) * Math.PI) : 0;
  const aside = keys(t, [HUNG - 0.35, 0], [HUNG, room]);
  return at(
    { x: aside, y: jump, turn: 5 * swing(t, counted + 0.3, 9, 2.2) - room * 0.14 * swing(t, HUNG, 8, 1.6), about },
    content,
  );
}

const big = (content: string, x = 0) => at({ kx: -1, about: [262, 240], x }, content);

/** The sixth: the other half of the large pair. */
function sixth(t: number): string {
  if (t < BACK) return '';
  const u = Math.min(1, (t - BACK) / (HUNG - BACK));
  const y = -420 * (1 - u) ** 2 - 90 * Math.sin(Math.PI * u);
  return at(
    { y, turn: -34 * (1 - u) + 7 * swing(t, HUNG, 8, 1.5), about: [130, 240] },
    big(warm.take(16, 20) + warm.scrap(40, 0), -142),
  );
}

function mittens(t: number): string {
  if (t >= MORNING) return '';
  const [c1 = 0, c2 = 0, c3 = 0, c4 = 0, c5 = 0] = COUNTS;
  const green = mitten(t, c5, 42, [262, 230], warm.take(16, 20) + warm.scrap(40, 0));
  const left = mitten(t, c4, 26, [560, 230], warm.take(21, 24) + warm.scrap(41, 0));
  const right = mitten(t, c3, 14, [746, 230], warm.take(25, 28) + warm.scrap(41, 1));
  const small =
    (t < LAMP_OUT ? warm.take(29) : dyed(warm.take(29), 'd', 'j')) +
    mitten(t, c2, 6, [930, 240], warm.take(30, 34)) +
    mitten(t, c1, 3, [1096, 240], warm.take(35, 39));
  return sixth(t) + small + green + left + right;
}

/** When the drops let go, and from which mitten: [time, x, y it hangs at]. */
const DROPS: readonly (readonly [at: number, x: number, y: number])[] = [
  [1, 262, 600],
  [2.1, 566, 506],
  [3.2, 262, 600],
  [8.9, 758, 512],
  [10, 262, 600],
  [18, 130, 600],
  [20.4, 302, 600],
  [22.7, 590, 506],
  [25.1, 1102, 424],
  [26.8, 950, 424],
];

function drops(t: number): string {
  return DROPS.map(([from, x, y], n) => {
    const s = t - from;
    if (s < -0.8 || s > 0.75) return '';
    const fall = s < 0 ? 0 : Math.min(1, s / 0.34) ** 2 * (722 - y);
    if (s > 0.34) return line('z', 5, ring(x, 728, 14 + (s - 0.34) * 130));
    const k = s < 0 ? 0.5 + 0.5 * ease(s, -0.8, 0) : 1;
    return at({ x, y: y + fall, k }, cut('j', n, way('0 -26, 11 -2, 7 10, -7 10, -11 -2'), 0.5));
  }).join('');
}

const ring = (x: number, y: number, r: number): Point[][] => [
  Array.from(
    { length: 17 },
    (_, n): Point => [Math.round(x + r * Math.cos((n / 8) * Math.PI)), Math.round(y + r * 0.17 * Math.sin((n / 8) * Math.PI))],
  ),
];

const puddles = (t: number) =>
  [
    [262, 728, 104, 13],
    [566, 718, 70, 10],
    [760, 744, 90, 12],
  ]
    .map(([x = 0, y = 0, rx = 0, ry = 0], n) => {
      const size = t >= MORNING ? (n === 0 ? 0.3 : 0) : keys(t, [0, 0.6], [10, 0.85], [26, 1.1]);
      return size > 0 ? disc('j', 40 + n, [x, y], rx * size, ry * size) : '';
    })
    .join('');

function radiator(t: number): string {
  const morning = t >= MORNING;
  const light = morning
    ? cut('p', 50, way('120 52, 470 50, 760 660, 330 664')) + cut('p', 51, way('560 50, 800 48, 1090 656, 860 658'))
    : '';
  const ray = morning ? at({ shown: 0.32 }, light) : '';
  const night = t >= LAMP_OUT && !morning;
  const set =
    (night ? dyed(warm.take(0), 'c', 'd') + warm.take(1) : warm.take(0, 1)) +
    warm.take(2, 14) +
    puddles(t) +
    drops(t) +
    mittens(t) +
    ray;
  return set + dusk(morning ? 0 : keys(t, [0, 0.06], [LAMP_OUT - 0.05, 0.12], [LAMP_OUT + 0.1, 0.5], [26, 0.58]));
}

const SHAFT = '<clipPath id="shaft"><path d="M-200-400H500V176H-200z"/></clipPath>';

/** The mitten stands in the large boot, looks out, waves, and is off. */
function inTheBoot(t: number): string {
  const up = keys(t, [12.1, 240], [12.35, 96], [12.6, 96], [12.8, 36], [13.9, 36], [OUT, 84]);
  const wave = t > 12.9 && t < 13.9 ? 7 * Math.sin((t - 12.9) * 12.6) : 0;
  const u = Math.max(0, (t - OUT) / 0.6);
  const mitt = at(
    { x: 92 - 262 + 70 * u, y: 186 - 300 + up - 900 * u, turn: 182 + wave + 160 * u, kx: -0.74, ky: 0.74, about: [262, 300] },
    warm.take(16, 20),
  );
  return u > 0 ? mitt : `${SHAFT}<g clip-path="url(#shaft)">${mitt}</g>`;
}

function hall(t: number): string {
  const jolt = 3 * swing(t, OUT, 14, 5) + 1.6 * swing(t, 12.35, 14, 5);
  const boot = at({ turn: jolt, about: [120, 600] }, boots.take(34, 37) + inTheBoot(t) + boots.take(38, 41));
  return seen(
    keys(t, [HALL, 650], [12, 548]),
    296,
    1.145,
    boots.take(0, 21) + boots.take(26, 33) + boots.take(42, 76) + boot + dusk(0.1),
  );
}

function draw(t: number): string {
  if (t >= HALL && t < BACK - 0.5) return hall(t);
  const closer = t >= CLOSER && t < MORNING;
  const scene = closer ? seen(880, 350, 1.75, radiator(t)) : seen(584, t < 4 ? 342 : 420, 1.07, radiator(t));
  const end = lastWords(t, MORNING + 0.3, [372, 340], 'k');
  return scene + word('Vantarna', 60, 176, 108, t, [0.4, 3.7], 'k') + end;
}

function sound(tape: Tape): void {
  tape.wind(-1, 31, 0.14);
  for (const [n, [at]] of DROPS.entries()) if (at < HALL || at > BACK) tape.drop(at + 0.34, 0.26, n % 2 ? 980 : 820);
  for (const [n, at] of COUNTS.entries()) tape.note(at + 0.05, ['A5', 'F5', 'E5', 'D5', 'A4'][n] ?? 'A4', 0.16, 1.4);
  for (const at of [11.2, 11.55, 11.9, 12.25]) tape.thud(at, 0.22, 105);
  tape.hiss(OUT - 0.1, 0.3, 0.3);
  tape.thud(OUT + 0.05, 0.3, 160);
  tape.thud(HUNG, 0.3, 130);
  tape.click(LAMP_OUT, 0.5, 2400);
  tape.thud(MORNING + 0.1, 0.8, 80);
  for (let at = MORNING + 0.4; at < 30; at += 0.24) tape.step(at, 0.5 - (at - MORNING) * 0.14);
  tape.tune('0.6 D4, 1.5 A4, 2.4 F4, 17.2 D5, 17.5 A4, 20 F4, 22.4 A4, 24.9 C5, 26.9 D4, 28.3 A4, 28.8 D5, 29.1 F5', 0.15);
}

export const film: Film = { title: 'Vantarna', seconds: 30, draw, sound };
