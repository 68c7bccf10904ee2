/** Läxan: Amina, the child, the little one, and what lies on the table. */
import { ALL, BOOK, LAMP, LAST, STOPS, TABLE } from './laxan.times.ts';
import { alive, along, at, drawing, keys, line, type Point, way } from './paper.ts';

const kitchen = drawing('koket');

const writes = (t: number) => (t > LAMP + 0.6 && t < STOPS) || t > BOOK;

export function amina(t: number): string {
  const look = keys(
    t,
    [8.6, 0],
    [9, -8],
    [10.6, -8],
    [13, -8],
    [13.5, -3],
    [14.6, -10],
    [TABLE, -10],
    [ALL + 1.5, -4],
    [ALL + 2, -15],
    [LAST, -15],
  );
  return (
    kitchen.take(22, 23) +
    kitchen.scrap(24, 0) +
    at({ turn: look, about: [830, 470] }, alive(t, 1, 0.6, [830, 460], kitchen.scrap(24, 1) + kitchen.take(25)))
  );
}

/** The child bends over the book; the head sinks when the sum is too hard. */
export function child(t: number): string {
  const bend = keys(
    t,
    [STOPS, 0],
    [STOPS + 0.8, 9],
    [10.7, 9],
    [11.1, 2],
    [13.4, 2],
    [14, 7],
    [16.4, 7],
    [ALL + 1.2, 4],
    [ALL + 1.6, -13],
    [BOOK - 0.4, -13],
  );
  const look = keys(t, [10.9, 0], [11.3, 12], [13.3, 12], [13.8, 0], [ALL + 1.2, 0], [ALL + 1.6, -24], [BOOK - 0.4, -24]);
  return (
    kitchen.take(26, 28) + at({ turn: bend, x: look, about: [440, 540] }, alive(t, 2, 0.6, [440, 520], kitchen.take(29, 31)))
  );
}

/** The little one looks up over the edge, goes down, and comes up higher when it knows. */
export function little(t: number): string {
  const up = keys(
    t,
    [0, 92],
    [LAMP + 1.8, 92],
    [LAMP + 2.3, 0],
    [9.8, 0],
    [10, 60],
    [12, 60],
    [12.4, 0],
    [19.6, 0],
    [ALL + 0.2, -40],
    [BOOK - 1.5, -40],
    [BOOK - 1, -14],
    [LAST, -14],
  );
  const tilt = keys(t, [7.4, 0], [7.8, 8], [9.6, 8], [9.9, 0], [ALL, 0], [ALL + 0.4, -5], [ALL + 2.2, -5], [ALL + 2.6, 6]);
  return at({ y: up, turn: tilt, about: [182, 700] }, kitchen.take(32, 33));
}

const fingers = (t: number) => (t > LAMP + 1.6 && (t < 9.9 || t > 12.2) ? kitchen.take(37) : '');

const FIVE_SIX: readonly (readonly Point[])[] = [
  way('574 772, 560 774, 561 785, 571 785, 575 793, 569 801, 559 799'),
  way('597 769, 588 781, 586 793, 594 799, 601 793, 598 785, 588 788'),
];
const answered = (t: number) => Math.min(1, Math.max(0, (t - BOOK - 0.2) / 1.1));

/** The hand and the pencil: writes, waits, taps, and at last goes along the figures. */
function hand(t: number): string {
  const beat = Math.floor(t * 6);
  const [x, y] = t < STOPS && writes(t) ? [((beat * 5) % 22) - 8, beat % 2 ? -4 : 3] : [0, 0];
  const lost = keys(t, [STOPS, 0], [STOPS + 0.5, 16], [BOOK - 0.6, 16], [BOOK - 0.2, 0]);
  const tap = t > 9 && t < 10.6 ? -5 * (Math.floor(t * 4) % 2) : 0;
  const there = keys(t, [BOOK - 0.1, 0], [BOOK + 0.2, 1], [BOOK + 1.35, 1], [BOOK + 1.65, 0]);
  const [fx, fy] = along(FIVE_SIX, answered(t)).hand;
  const off = { x: x + (fx - 527) * there, y: y + tap + (fy - 792) * there };
  return kitchen.scrap(39, 0) + at(off, kitchen.scrap(39, 1) + at({ turn: lost, about: [527, 786] }, kitchen.take(45, 46)));
}

/** How far the piece of clementine has been shoved over the table. */
const shoved = (t: number) =>
  keys(t, [TABLE + 0.7, 0], [TABLE + 1, 70], [TABLE + 1.3, 70], [TABLE + 1.6, 150], [TABLE + 1.9, 150], [TABLE + 2.2, 222]);

const piece = (t: number) =>
  t < LAST ? at({ x: -shoved(t), y: -shoved(t) * 0.08, turn: -shoved(t) * 0.2, about: [880, 876] }, kitchen.take(54)) : '';

/** Amina's hand: at rest, or, near the table, with the piece before it. */
function aminasHand(t: number): string {
  if (t < TABLE || t >= ALL) return kitchen.take(40, 41);
  const reach = keys(t, [TABLE + 0.2, 0], [TABLE + 0.6, 1], [TABLE + 2.3, 1], [TABLE + 2.7, 0]);
  const [dx, dy] = [8 - reach * shoved(t) * 0.92, 12 + reach * 74 - reach * shoved(t) * 0.1];
  const sleeve = line('t', 54, [way(`836 684, ${846 + dx * 0.5} ${716 + dy * 0.5}, ${908 + dx} ${744 + dy}`)]);
  return (
    sleeve +
    at({ x: dx, y: dy, turn: 24 * reach, about: [912, 756] }, kitchen.scrap(41, 1)) +
    kitchen.scrap(40, 1) +
    kitchen.scrap(41, 0)
  );
}

/** Who knew gets the piece, between the fingers. */
const reward = (t: number) =>
  t >= LAST ? at({ x: 186 - 878, y: 684 - 876 + 6 * (Math.floor(t * 4) % 2), k: 0.9, about: [878, 876] }, kitchen.take(54)) : '';

export function table(t: number): string {
  const answer = t > BOOK ? line('d', 4, FIVE_SIX, answered(t)) : '';
  return (
    kitchen.take(34, 36) +
    reward(t) +
    fingers(t) +
    kitchen.take(38) +
    kitchen.take(42, 44) +
    aminasHand(t) +
    answer +
    hand(t) +
    kitchen.take(47, 53) +
    piece(t) +
    kitchen.take(55, 59)
  );
}
