/** Vägen hem: a bus ride home from school. What is said is told by the captions. */
import type { Film } from './paper.ts';
import type { Tape } from './tape.ts';
import { home } from './vagen-hem.home.ts';
import { ride } from './vagen-hem.ride.ts';
import { atTheStop } from './vagen-hem.stop.ts';
import {
  ABOARD,
  BUS_COMES,
  BUS_GOES,
  BUS_STOPS,
  CAP,
  CHILD_ON,
  DOORS,
  DRAWS,
  HALL,
  HOOK,
  INSIDE,
  KEY,
  LAMP,
  LANDS,
  SARA_ON,
  TURN,
  WIDE,
  YARD,
} from './vagen-hem.times.ts';

/** Few notes: a question that stays open on the bus, and is answered at the hook. */
const TUNE =
  '1 A4, 1.9 D5, 2.8 C5, 18 D4, 19.2 A4, 32.9 F5, 33.7 E5, 36.9 A4, 37.9 D5, 41 D4, 41.9 A4, 42.8 C5, 43.7 D5, 44.9 F5, 50.6 E5, 51.7 C5, 52.7 A4, 65.9 F4, 66.4 A4, 66.9 C5, 67.6 F5, 68.1 C5, 68.6 G4';

function sound(tape: Tape): void {
  tape.wind(-0.8, ABOARD + 0.4, 0.5);
  tape.hum(BUS_COMES - 1.5, BUS_GOES + 2.2, 0.34);
  tape.hum(ABOARD - 0.2, WIDE + 0.3, 0.55);
  tape.hum(WIDE, INSIDE + 0.2, 0.3);
  tape.wind(WIDE - 0.6, INSIDE + 0.6, 0.45);
  tape.hum(INSIDE - 0.1, YARD + 0.3, 0.5);
  tape.wind(YARD - 0.6, HALL + 0.5, 0.34);
  tape.wind(HALL - 0.5, 71, 0.12);
  for (const at of [1.9, 2.25, 5, 5.35, CHILD_ON - 0.1, SARA_ON - 0.1]) tape.step(at, 0.5);
  tape.hiss(BUS_STOPS, 0.5, 0.5);
  tape.hiss(DOORS, 0.7, 0.7);
  tape.hiss(14.9, 0.5, 0.5);
  tape.thud(CHILD_ON + 0.3, 0.35);
  tape.thud(SARA_ON + 0.3, 0.5);
  for (const [at, long] of [
    [DRAWS, 0.9],
    [DRAWS + 1.2, 0.7],
    [DRAWS + 2.2, 0.5],
    [DRAWS + 3, 0.5],
    [HOOK + 0.1, 0.8],
  ] as const)
    tape.squeak(at, long, 0.3);
  for (let at = WIDE + 0.5; at < INSIDE - 0.4; at += 0.74) tape.thud(at, 0.3, 62);
  for (let at = INSIDE + 0.3; at < YARD - 1; at += 0.74) tape.thud(at, 0.22, 62);
  for (let at = YARD + 0.2; at < KEY - 0.4; at += 0.42) tape.step(at, 0.6);
  for (let at = YARD + 0.35; at < KEY - 0.4; at += 0.42) tape.step(at, 0.3);
  tape.click(KEY + 0.65, 0.5, 1500);
  tape.click(TURN + 0.1, 0.5, 1100);
  tape.thud(TURN + 0.24, 0.5, 150);
  tape.click(LAMP, 0.45, 2600);
  for (const [n, at] of LANDS.entries()) tape.thud(at, n < 2 ? 0.8 : 0.55, n < 2 ? 84 : 120);
  tape.thud(CAP, 0.3, 190);
  tape.tune(TUNE, 0.17);
}

export const film: Film = {
  title: 'Vägen hem',
  seconds: 70,
  draw: (t) => (t < ABOARD ? atTheStop(t) : t < YARD ? ride(t) : home(t)),
  sound,
};
