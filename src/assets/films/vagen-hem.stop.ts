/** Vägen hem, the bus stop: two wait in the snow, lights come round the bend, a bus takes them along. */
import { dusk, snow, word } from './light.ts';
import { alive, at, cut, disc, drawing, ease, keys, line, type Point, seen, swing, way } from './paper.ts';
import {
  BUS_COMES,
  BUS_GOES,
  BUS_STOPS,
  CHILD_ON,
  DOORS,
  DOORS_SHUT,
  GLANCE,
  GLANCE_ENDS,
  LIGHTS,
  SARA_ON,
} from './vagen-hem.times.ts';

const hero = drawing('hero');
const bridge = drawing('bron');

const fir = (x: number, y: number, k: number) => at({ x: x - 1570, y: y - 641, k, about: [1570, 641] }, bridge.scrap(27, 0));

const land = () =>
  [
    cut('y', 1, way('-20 -20, 1300 -20, 1300 600, -20 600')),
    at({ k: 1.25, y: -440 }, hero.take(0, 2)),
    fir(1130, 520, 0.34),
    fir(1176, 524, 0.5),
    fir(1218, 520, 0.3),
    fir(330, 516, 0.22),
    fir(362, 518, 0.3),
    cut('u', 2, way('-20 516, 300 508, 700 514, 1300 504, 1300 740, -20 740')),
    cut('x', 3, way('-20 548, 560 530, 1020 540, 700 552, 300 552')),
  ].join('');

const road = () => cut('B', 4, way('-20 604, 640 596, 1300 600, 1300 652, 600 648, -20 656'));

/** The bus lights far away: along the edge of the wood, then behind the firs at the bend. */
function farLights(t: number): string {
  if (t < LIGHTS || t > BUS_COMES + 0.3) return '';
  const u = Math.max(0, (t - LIGHTS) / (BUS_COMES + 0.3 - LIGHTS));
  const [x, y, k] = [540 - 560 * u, 508 + 40 * u * u, 0.7 + u * 1.6];
  return at(
    { x, y, k },
    at({ shown: 0.75 }, disc('L', 5, [-4, 0], 30, 20)) + disc('p', 6, [-13, 0], 6) + disc('p', 7, [7, 1], 6),
  );
}

function bus(t: number): string {
  const [come, go] = [ease(t, BUS_COMES, BUS_STOPS), ease(t, BUS_GOES, BUS_GOES + 2.4)];
  if (come === 0 || t > BUS_GOES + 1.9) return '';
  const rolling = t < BUS_STOPS || t > BUS_GOES;
  const x = -1120 + 1260 * come + 1700 * go;
  const bob = rolling ? Math.floor(t * 6) % 2 : 0;
  const open = keys(t, [DOORS, 0], [DOORS + 0.35, 1], [DOORS_SHUT, 1], [DOORS_SHUT + 0.3, 0]);
  const pane = (px: number) =>
    cut(
      'L',
      px,
      [
        [px, 262],
        [px + 132, 260],
        [px + 134, 408],
        [px + 2, 410],
      ],
      1,
    );
  const wheel = (wx: number) =>
    disc('k', wx, [wx, 600], 56) +
    at(
      { turn: x * 1.1, about: [wx, 600] },
      disc('j', wx + 1, [wx, 600], 24) +
        cut(
          'k',
          wx,
          [
            [wx - 5, 584],
            [wx + 5, 584],
            [wx + 5, 616],
            [wx - 5, 616],
          ],
          1,
        ),
    );
  const leaf = (dx: number, s: number) =>
    at(
      { x: dx },
      cut('s', s, way('640 246, 716 246, 716 604, 640 606'), 1) + cut('i', s + 1, way('653 264, 704 264, 704 560, 653 562'), 1),
    );
  return at(
    { x, y: bob },
    cut('o', 8, way('890 556, 1250 520, 1330 660, 1250 668, 890 590')) +
      cut('l', 9, way('4 236, 40 216, 860 214, 892 244, 906 430, 908 600, 0 606')) +
      cut('p', 10, way('2 470, 906 462, 907 492, 2 500')) +
      [30, 178, 326, 474].map(pane).join('') +
      cut('i', 12, way('806 260, 876 260, 896 420, 806 424'), 1) +
      cut('L', 13, way('640 246, 792 246, 792 605, 640 606'), 1) +
      at({ x: -x }, aboard(t)) +
      leaf(-70 * open, 14) +
      leaf(76 + 70 * open, 16) +
      wheel(130) +
      wheel(560) +
      disc('p', 18, [892, 566], 17),
  );
}

const FEET: Point = [1000, 861];
const hop = (t: number, from: number, long = 0.26, high = 26) =>
  t < from || t > from + long ? 0 : -high * Math.sin((Math.PI * (t - from)) / long);

function sara(t: number): string {
  const look = keys(t, [6.8, 0], [7.3, 13], [8.6, 13], [9, 0], [10, 0], [10.4, -6]);
  return (
    hero.take(44, 51) + at({ turn: look, about: [950, 560] }, alive(t, 3, 0.7, [950, 560], hero.take(52, 53))) + hero.take(54, 56)
  );
}

function child(t: number): string {
  const look = keys(t, [5.7, 0], [6.2, -21], [8.4, -21], [8.8, 0], [9.3, 0], [9.6, -9]);
  return (
    hero.take(57, 64) + at({ turn: look, about: [1078, 712] }, alive(t, 5, 0.9, [1078, 712], hero.take(65, 67))) + hero.take(68)
  );
}

const standing = (x: number, y: number, k: number, who: string) => at({ x, y, k, about: FEET }, who);

/** Those who still wait: the child stamps its feet. */
function waiting(t: number): string {
  const stamp = [1.9, 2.25, 5.0, 5.35].reduce((sum, from) => sum + hop(t, from, 0.25, 14), 0);
  const lean = keys(t, [9.3, 0], [9.7, -4], [10.8, -4], [11.3, 0]);
  const little = t < CHILD_ON ? standing(-170, -186 + stamp, 0.95, at({ turn: lean, about: [1080, 861] }, child(t))) : '';
  return (t < SARA_ON ? standing(-170, -186, 0.95, sara(t)) : '') + little;
}

/** Those who have stepped aboard, in the light of the door. */
function aboard(t: number): string {
  const up = (from: number) => keys(t, [from, 0], [from + 0.35, 1]);
  const little =
    t >= CHILD_ON && t < SARA_ON + 0.35
      ? standing(-214 - 20 * up(CHILD_ON), -186 - 66 * up(CHILD_ON) + hop(t, CHILD_ON), 0.95 - 0.17 * up(CHILD_ON), child(t))
      : '';
  const tall =
    t >= SARA_ON && t < DOORS_SHUT + 0.35
      ? standing(-170 + 66 * up(SARA_ON), -186 - 66 * up(SARA_ON) + hop(t, SARA_ON), 0.95 - 0.17 * up(SARA_ON), sara(t))
      : '';
  return little + tall;
}

function sign(t: number): string {
  const shake = 1.6 * swing(t, BUS_GOES + 0.8, 9, 1.4);
  const board =
    cut('d', 20, way('520 232, 628 228, 630 330, 522 334')) +
    cut('p', 21, way('540 262, 608 260, 610 302, 541 303'), 1) +
    cut('d', 22, way('548 269, 572 268, 572 284, 548 285'), 0.6) +
    cut('d', 23, way('578 268, 601 267, 602 283, 578 284'), 0.6) +
    disc('d', 24, [556, 304], 7) +
    disc('d', 25, [594, 303], 7);
  const capped = cut('p', 26, way('514 232, 534 216, 580 212, 618 216, 636 228'));
  return at({ turn: shake, about: [576, 690] }, line('d', 13, [way('574 690, 575 440, 574 330')]) + board + capped);
}

/** Where they stood. */
const prints = () =>
  way('744 676, 786 690, 886 680, 920 692')
    .map(([x, y], n) => disc('q', n, [x, y], 17, 7))
    .join('');

export function atTheStop(t: number): string {
  const close = t >= GLANCE && t < GLANCE_ENDS;
  const near = cut('u', 30, way('-20 660, 420 646, 900 650, 1300 642, 1300 740, -20 740'));
  const firs = fir(70, 690, 1.15) + fir(-20, 700, 0.9);
  const set =
    land() +
    road() +
    bus(t) +
    near +
    prints() +
    sign(t) +
    waiting(t) +
    dusk(0.2 + t * 0.006, [66, 104, 168]) +
    farLights(t) +
    firs;
  const scene = close ? seen(838, 452, 1.75, set) : set;
  return scene + snow(t, close ? 30 : 46, -40, 'p', close ? 1.6 : 1) + word('Vägen hem', 96, 178, 118, t, [0.6, 4.2]);
}
