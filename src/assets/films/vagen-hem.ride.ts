/** Vägen hem, on the bus: side by side, a house in the mist on the pane, the bridge. */
import { dusk, snow } from './light.ts';
import { alive, along, at, cut, disc, drawing, ease, keys, line, type Point, seen, way } from './paper.ts';
import { cables, forest, wide } from './vagen-hem.outside.ts';
import { ABOARD, DRAWS, HOOK, INSIDE, WIDE } from './vagen-hem.times.ts';

const bus = drawing('bussen');

const HOUSE: readonly (readonly Point[])[] = [
  way('604 262, 602 338, 694 336, 693 258'),
  way('588 272, 648 214, 708 268'),
  way('630 337, 630 298, 654 297, 655 336'),
  way('676 236, 677 208, 688 208, 688 246'),
];
const LITTLE_HOOK: readonly (readonly Point[])[] = [way('672 284, 673 306, 667 314, 660 310, 659 303')];

/** The mist on the pane, what a finger has drawn in it, and how it runs. */
function mist(t: number): string {
  const patch = cut('p', 50, way('560 176, 640 150, 738 158, 744 300, 740 410, 660 424, 566 396, 544 290'), 3);
  const shown = keys(t, [ABOARD + 1, 0], [ABOARD + 4, 0.72], [INSIDE, 0.62], [54, 0.3]);
  const runs = way('602 338, 655 336, 694 336').map(([x, y], n) =>
    way(`${x} ${y}, ${x + 1} ${Math.round(y + keys(t, [34 + n, 0], [52, 54 - n * 13]))}`),
  );
  const drawn = line('c', 8, HOUSE, house(t)) + line('l', 7, LITTLE_HOOK, ease(t, HOOK, HOOK + 1.1));
  return at({ shown }, patch) + drawn + (t > 34 ? line('c', 4, runs) : '');
}

const house = (t: number) => Math.min(1, Math.max(0, (t - DRAWS) / 3.6));

/** The child's arm, while it draws. */
function arm(t: number): string {
  const second = t > HOOK - 1;
  const [from, to] = second ? [HOOK, HOOK + 1.1] : [DRAWS, DRAWS + 3.6];
  const up = keys(t, [from - 0.5, 0], [from, 1], [to + 0.1, 1], [to + 0.6, 0]);
  if (up === 0) return '';
  const { hand } = along(second ? LITTLE_HOOK : HOUSE, Math.min(1, Math.max(0, (t - from) / (to - from))));
  const [x, y]: Point = [hand[0] + (1 - up) * 60, hand[1] + (1 - up) * 420];
  const sleeve = line('c', 62, [way(`736 780, 772 640, ${x + 46} ${y + 118}, ${x + 34} ${y + 86}`)]);
  const cuff = line('e', 58, [way(`${x + 36} ${y + 86}, ${x + 31} ${y + 73}`)]);
  return sleeve + cuff + disc('a', 60, [x + 22, y + 46], 25, 27) + line('a', 15, [way(`${x + 16} ${y + 40}, ${x + 2} ${y + 8}`)]);
}

/** Sara from behind. She does not turn: she leans, and later lays an arm over the back of the seat. */
function sara(t: number): string {
  const lean = keys(t, [32.6, 0], [33.6, 6], [39.6, 6], [INSIDE, 0], [50, 0], [52.6, 5]);
  return bus.take(21, 23) + at({ turn: lean, x: lean * 1.2, about: [388, 600] }, alive(t, 1, 0.7, [388, 600], bus.take(24, 26)));
}

function sarasArm(t: number): string {
  const out = keys(t, [34.1, 0], [34.9, 1], [39.9, 1], [INSIDE, 0], [49.2, 0], [50, 1]);
  if (out === 0) return '';
  const [x, y]: Point = [560 + 212 * out, 716 - 10 * out];
  return (
    line('i', 54, [way(`470 760, 540 ${712 - 4 * out}, ${x} ${y}`)]) +
    disc('b', 64, [x + 34, y + 2], 25, 22) +
    line('b', 13, [way(`${x + 40} ${y + 4}, ${x + 54} ${y + 22}`), way(`${x + 28} ${y + 8}, ${x + 38} ${y + 28}`)])
  );
}

/** The child: the cap sinks towards a shoulder. */
function child(t: number): string {
  const sleepy = keys(t, [49.6, 0], [50.3, 0.35], [50.9, 0.2], [52.4, 1]);
  const look = keys(t, [28.6, 0], [29.2, -7], [32, -7], [33.4, 4], [36.4, 4], [37, 0]);
  const cap = at(
    { x: -58 * sleepy, y: 26 * sleepy, turn: look - 15 * sleepy, about: [612, 640] },
    alive(t, 2, 0.8, [612, 640], bus.take(29, 32)),
  );
  return at({ x: -16 * sleepy }, bus.take(27, 28)) + cap;
}

function inside(t: number, outside: string, dark: number): string {
  const air = cut('d', 70, way('-40 -40, 1640 -40, 1640 940, -40 940')) + bus.take(2);
  const curtain = at({ turn: Math.sin(t * 2.1) * 0.7, about: [880, 112] }, bus.take(18, 20));
  return (
    air +
    outside +
    dusk(dark, [150, 84, 100]) +
    snow(t * 1.6, 16, -260, 'p', 1.4) +
    bus.take(15, 17) +
    curtain +
    mist(t) +
    sara(t) +
    child(t) +
    arm(t) +
    bus.take(37, 40) +
    sarasArm(t) +
    bus.take(33, 36) +
    bus.take(41, 48)
  );
}

export function ride(t: number): string {
  if (t >= WIDE && t < INSIDE) return wide(t);
  if (t >= INSIDE) return seen(t < 49.5 ? 740 : 640, t < 49.5 ? 452 : 480, t < 49.5 ? 0.88 : 1.05, inside(t, cables(t), 0.3));
  const close = keys(
    t,
    [DRAWS - 1.2, 0],
    [DRAWS + 0.2, 1],
    [28, 1],
    [29.4, 0.42],
    [HOOK - 0.9, 0.42],
    [HOOK + 0.1, 1.12],
    [39.4, 1.12],
  );
  return seen(800 - 230 * close, 450 - 70 * close, 0.802 + 0.7 * close, inside(t, forest(t), 0.1));
}
