/** Läxan: a sum that is hard, and three who sit there. The smallest one knows. */

import { amina, child, little, table } from './laxan.people.ts';
import { ALL, BOOK, BOTH, DARK, LAMP, LAST, NEAR_AMINA, NEAR_CHILD, STOPS, TABLE } from './laxan.times.ts';
import { dusk, lastWords, word } from './light.ts';
import { at, cut, drawing, type Film, seen, swing, way } from './paper.ts';
import type { Tape } from './tape.ts';

const kitchen = drawing('koket');

/** The moon goes its way over the pane, and the plant stirs. */
const moon = (t: number) => at({ y: -8 - t * 0.6, x: t * 0.7 }, kitchen.take(4));
const back = (t: number) =>
  kitchen.take(0, 3) +
  moon(t) +
  kitchen.take(5, 7) +
  at({ turn: 1.4 * Math.sin(t * 0.9), about: [266, 380] }, kitchen.take(9)) +
  kitchen.take(8) +
  kitchen.take(10, 18);

function set(t: number): string {
  const dark = t < LAMP || t >= DARK;
  const people = t < DARK ? amina(t) + child(t) + little(t) + table(t) : '';
  const cone = kitchen.take(19, 20) + kitchen.take(21);
  const flicker = t < LAMP + 0.34 && Math.floor(t * 12) % 2 === 1;
  const lit = dark || flicker ? '' : cone;
  const lamp = at({ turn: 1.2 * swing(t, LAMP, 3, 0.5), about: [638, -20] }, kitchen.take(60, 64));
  const night = dark || flicker ? dusk(0.8) + moon(t) : '';
  return cut('d', 1, way('-60 -60, 1260 -60, 1260 960, -60 960')) + back(t) + lit + people + lamp + night;
}

/** Where the camera stands. Each cut goes to the one who is looked at. */
const SHOTS: readonly (readonly [from: number, x: number, y: number, k: number])[] = [
  [0, 600, 262, 1.07],
  [3.7, 600, 512, 1.07],
  [NEAR_CHILD, 480, 620, 1.72],
  [BOTH, 640, 560, 1.34],
  [NEAR_AMINA, 770, 560, 1.6],
  [TABLE, 690, 736, 2.1],
  [ALL, 480, 590, 1.4],
  [BOOK, 560, 760, 2.7],
  [LAST, 600, 512, 1.07],
  [DARK, 600, 262, 1.07],
];

function draw(t: number): string {
  const [, x, y, k] = SHOTS.findLast(([from]) => t >= from) ?? [0, 600, 512, 1.07];
  const end = lastWords(t, DARK + 0.3, [410, 404], 'p');
  return seen(x, y, k, set(t)) + word('Läxan', 494, 442, 118, t, [0.4, LAMP - 0.2]) + end;
}

function sound(tape: Tape): void {
  for (let at = 0.5; at < 29.6; at += 1) tape.click(at, Math.round(at) % 2 ? 0.2 : 0.15, Math.round(at) % 2 ? 1900 : 1500);
  tape.click(LAMP, 0.6, 2600);
  tape.scratch(LAMP + 0.6, STOPS - LAMP - 0.6, 0.6);
  tape.thud(9.1, 0.12, 240);
  tape.thud(9.6, 0.12, 240);
  tape.thud(10.1, 0.12, 240);
  for (const at of [TABLE + 0.62, TABLE + 1.22, TABLE + 1.92]) tape.hiss(at, 0.28, 0.2);
  tape.scratch(BOOK + 0.2, 1.1, 0.8);
  tape.click(DARK, 0.6, 2600);
  tape.wind(-1, 31, 0.1);
  tape.tune(
    '0.5 A4, 1.1 C5, 2.6 E5, 14.2 C4, 14.9 G4, 16.2 E4, 19 D5, 20.1 E5, 20.4 G5, 26.2 C5, 26.8 G4, 27.9 E5, 28.5 C5',
    0.15,
  );
}

export const film: Film = { title: 'Läxan', seconds: 30, draw, sound };
