/** Vägen hem, at home: a lit door, a key, boots on the mat, and the cap on the hook that was free. */
import { byNight, dusk, lastWords, snow } from './light.ts';
import { at, cut, disc, drawing, dyed, ease, keys, line, type Point, seen, swing, way } from './paper.ts';
import { CAP, HALL, KEY, LAMP, LANDS, TURN, YARD } from './vagen-hem.times.ts';

const hero = drawing('hero');
const mitts = drawing('vantar');
const tag = drawing('nyckeln');
const boots = drawing('stovlar');
const rail = drawing('krokar');
const bus = drawing('bussen');

const hops = (t: number, pace: number, high: number) => -high * Math.abs(Math.sin(t * pace));

/** Two walk the last bit, towards a door with light in its pane. */
function yard(t: number): string {
  const gone = ease(t, YARD - 1.2, KEY + 0.4);
  const walking = t < KEY - 0.3;
  const tall = at({ y: walking ? hops(t, 5.2, 9) : 0 }, hero.take(44, 55));
  const small = at({ y: walking ? hops(t + 0.3, 7.4, 16) : 0 }, hero.take(56, 68));
  const leaf =
    cut('l', 80, way('1277 250, 1494 247, 1495 752, 1277 755')) +
    cut('c', 81, way('1322 300, 1450 298, 1452 450, 1323 452')) +
    cut('l', 82, way('1380 296, 1394 296, 1395 454, 1381 454'), 1) +
    cut('F', 83, way('1300 520, 1314 519, 1314 560, 1300 561'), 1);
  const house = hero.take(5, 13) + leaf + hero.take(37, 41) + at({ shown: 0.8 }, hero.take(42));
  const walk = at({ x: -340 + 300 * gone }, hero.take(43) + tall + small);
  const set = cut('y', 84, way('-60 -60, 1660 -60, 1660 960, -60 960')) + hero.take(0, 4) + house + walk;
  return seen(870, 496, 0.95, byNight(set)) + snow(t, 34, -30);
}

const RING: Point[] = Array.from(
  { length: 17 },
  (_, n): Point => [Math.round(640 + 42 * Math.cos((n / 8) * Math.PI)), Math.round(402 + 42 * Math.sin((n / 8) * Math.PI))],
);

/** A child's mitten turns the key. */
function key(t: number): string {
  const away = keys(t, [KEY, 430], [KEY + 0.7, 0]);
  const turn = keys(t, [TURN - 0.15, 0], [TURN + 0.3, -72]);
  const open = keys(t, [59.1, 0], [HALL, 300]);
  const planks = [150, 390, 868, 1108]
    .map((x, n) =>
      cut(
        'k',
        n,
        [
          [x, -20],
          [x + 9, -20],
          [x + 7, 740],
          [x + 1, 740],
        ],
        1,
      ),
    )
    .join('');
  const plate =
    cut('w', 86, way('578 214, 700 210, 704 470, 580 474')) +
    disc('k', 87, [640, 318], 17) +
    cut('k', 88, way('632 322, 648 322, 654 366, 626 366'), 0.8);
  const sway = 16 * swing(t, KEY + 0.6, 8, 1.1) + 26 * swing(t, TURN + 0.3, 8, 1.2);
  const end = ((90 - turn) * Math.PI) / 180;
  const [rx, ry]: Point = [640 - 128 * Math.cos(end), 320 + 126 * Math.sin(end)];
  const label =
    line('c', 5, [
      [
        [rx - 10, ry + 20],
        [rx - 74, ry + 52],
      ],
    ]) + at({ x: rx - 76 - 140, y: ry + 50 - 70, k: 2.1, turn: sway + 24, about: [140, 70] }, dyed(tag.take(7, 8), 'l', 'c'));
  const mitt = at(
    { x: 640 - 752, y: 452 - 470, turn: 180, k: 1.1, about: [752, 470] },
    line('c', 150, [way('744 250, 742 -60, 742 -400')]) + mitts.take(25, 28),
  );
  const held = at(
    { y: away },
    at({ turn, about: [640, 320] }, line('d', 22, [way('640 330, 640 362')]) + line('d', 24, [RING])) +
      at({ turn: turn * 0.8, about: [640, 320] }, mitt) +
      label,
  );
  const door = cut('s', 89, way('-20 -20, 1300 -20, 1300 740, -20 740')) + planks + plate + held;
  const hall = cut('c', 90, way('-20 -20, 400 -20, 400 740, -20 740'));
  return hall + at({ x: open }, door + dusk(0.26 - 0.2 * ease(t, 59.1, HALL)));
}

/** A boot comes down from above and settles. */
function landing(t: number, lands: number, about: Point, boot: string): string {
  const u = Math.max(0, Math.min(1, (t - lands + 0.34) / 0.34));
  if (u === 0) return '';
  const settle = swing(t, lands, 16, 7);
  return at({ y: -560 * (1 - u * u), ky: 1 - 0.06 * settle, turn: 5 * settle, about }, boot);
}

function floor(t: number): string {
  const wall =
    cut('y', 91, way('-60 -900, 1260 -900, 1260 520, -60 520')) +
    Array.from({ length: 16 }, (_, n) =>
      cut(
        'q',
        n,
        [
          [16 + n * 80, -900],
          [22 + n * 80, -900],
          [22 + n * 80, 500],
          [16 + n * 80, 500],
        ],
        1,
      ),
    ).join('');
  const [first = 0, second = 0, third = 0, fourth = 0] = LANDS;
  const brown = landing(t, first, [430, 586], boots.take(43, 47)) + landing(t, second, [480, 602], boots.take(48, 52));
  const red = landing(t, third, [650, 580], boots.take(54, 57)) + landing(t, fourth, [700, 598], boots.take(58, 61));
  const shadows = (t > second ? boots.take(42) : '') + (t > fourth ? boots.take(53) : '');
  return wall + boots.take(2, 21) + boots.take(33, 41) + shadows + brown + red + boots.take(62, 76);
}

/** The rail with its things; the fourth hook is free until the cap comes. */
function hooks(t: number): string {
  const flown = Math.max(0, Math.min(1, (t - CAP + 0.5) / 0.5));
  const [x, y] = [608 - 330 * (1 - flown), -104 + 330 * (1 - flown) ** 2 - 150 * Math.sin(Math.PI * flown) * 0.7];
  const cap = at(
    { x: x - 582, y: y - 452, k: 0.62, turn: 13 - 70 * (1 - flown) + 20 * swing(t, CAP, 6.5, 1.1), about: [582, 452] },
    bus.take(30, 32),
  );
  const things =
    rail.take(0, 1) +
    dyed(rail.take(2), 'i', 'k') +
    freeHook() +
    sway(t, [403, 118], 7, 10) +
    sway(t, [668, 110], 11, 14) +
    sway(t, [1210, 98], 16, 19) +
    sway(t, [1482, 95], 20, 24);
  return at({ x: -338, y: -230 }, things) + (flown > 0 ? cap : '');
}

const freeHook = () => line('k', 9, [way('955 112, 956 128, 945 136, 934 128')]);

/** What hangs beside the free hook stirs when the cap lands. */
const sway = (t: number, about: Point, first: number, last: number) =>
  at({ turn: 3 * swing(t, CAP + 0.05, 5.5, 1.4), about }, rail.take(first, last));

function hall(t: number): string {
  const up = ease(t, 64, 65.2);
  const set = floor(t) + hooks(t) + dusk(keys(t, [LAMP, 0.86], [LAMP + 0.15, 0]));
  const end = up < 1 ? '' : lastWords(t, 66.9, [120, 62], 's');
  return seen(600, 352 - 402 * up, keys(t, [64, 1.08], [65.2, 1.26]), set) + end;
}

export function home(t: number): string {
  if (t < KEY) return yard(t);
  return t < HALL ? key(t) : hall(t);
}
