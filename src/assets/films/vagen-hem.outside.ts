/** Vägen hem, what is seen from the bus, and the bus seen from afar. */
import { dusk, snow } from './light.ts';
import { at, chance, cut, drawing, dyed, keys, line, type Point, seen, way } from './paper.ts';
import { ABOARD, INSIDE, WIDE } from './vagen-hem.times.ts';

const bus = drawing('bussen');
const bridge = drawing('bron');

const wrap = (n: number, length: number) => ((n % length) + length) % length;

/** Firs fly past, the hills go slowly. */
export function forest(t: number): string {
  const firs = Array.from({ length: 9 }, (_, n) => {
    const [k, deep] = [0.55 + chance(n + 9) * 0.5, n % 3 === 0];
    const x = wrap(n * 300 + chance(n) * 150 - (t - ABOARD) * (deep ? 330 : 470), 2700) - 500;
    return at({ x: x - 1570, y: 610 - 641, k: deep ? k * 0.7 : k, about: [1570, 641] }, bridge.scrap(27, 0));
  });
  return bus.take(3) + at({ x: -(t - ABOARD) * 1.3 }, bus.take(4, 7)) + bus.take(8, 9) + firs.join('');
}

/** The cables of the bridge: each stays upright below the long one, and a tower goes by. */
export function cables(t: number): string {
  const top = (x: number) => 516 - 338 * Math.max(0, (x - 300) / 1260) ** 2.6;
  const lines = Array.from({ length: 21 }, (_, n): Point[] => {
    const x = Math.round(wrap(n * 80 - (t - INSIDE) * 190, 1680)) - 20;
    return way(`${x} ${Math.round(top(x))}, ${x} 566`);
  });
  const tower = Math.round(1900 - (t - INSIDE) * 620);
  return (
    at({ y: keys(t, [INSIDE, 60], [WIDE + 14, 130]) }, bus.take(3)) +
    bus.take(4, 12) +
    line('k', 3, lines) +
    cut('k', 3, way(`${tower} -40, ${tower + 74} -40, ${tower + 84} 640, ${tower - 8} 640`))
  );
}

/** Outside, from far away: the bus goes over the bridge, and nobody speaks. */
export function wide(t: number): string {
  const u = (t - WIDE) / (INSIDE - WIDE);
  const x = -700 + 1330 * u;
  const slope = 26 * (((741 + x - 800) / 820) ** 2 - 1) + 26;
  const ride = at({ x, y: slope - (Math.floor(t * 4) % 2), k: 1.5, about: [741, 380] }, bridge.take(15, 16));
  const boat =
    at({ x: -24 * u, y: Math.sin(t * 1.4) * 3, turn: Math.sin(t * 1.1) * 1.4, about: [630, 640] }, bridge.take(17, 20)) +
    at({ x: -24 * u }, bridge.take(21));
  const evening =
    dyed(bridge.take(0), 'y', 'c') +
    dyed(at({ y: 20 + 60 * u }, bridge.take(1)), 'c', 'p') +
    dyed(bridge.take(3), 'q', 'e') +
    dyed(bridge.take(4), 'j', 't') +
    bridge.take(5);
  const water = bridge.take(7, 8) + at({ y: 4 * Math.sin(t * 3) }, bridge.take(9));
  return (
    seen(735 + 90 * u, 380, 0.96, evening + water + ride + bridge.take(10, 14) + boat) +
    near(u) +
    dusk(0.1 + 0.16 * u, [150, 90, 110]) +
    snow(t, 22, -30, 'p', 0.8)
  );
}

/** The shore glides a little faster than the bridge. */
const near = (u: number) =>
  seen(735 + 150 * u, 380, 0.98, at({ x: -14 }, bridge.take(22, 24)) + at({ x: 70 }, bridge.take(25, 28)));
