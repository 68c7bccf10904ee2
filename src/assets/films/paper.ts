/** The cutting table: takes the project's drawings apart, cuts new pieces in the same hand, and lays them out as SVG. */
import { readFileSync } from 'node:fs';

export const WIDTH = 1280;
export const HEIGHT = 720;

export type Point = readonly [x: number, y: number];

export type Film = {
  title: string;
  seconds: number;
  /** The drawing at a time in seconds, as the inside of an SVG of 1280 × 720. */
  draw: (t: number) => string;
  /** Lays the sounds on the tape. */
  sound: (tape: import('./tape.ts').Tape) => void;
};

/** One of the drawings, its pieces in the order they were laid. */
export type Drawing = {
  /** The pieces from the first to the last, both included. */
  take: (first: number, last?: number) => string;
  /** One scrap of a piece that was cut in several: the n-th of it. */
  scrap: (piece: number, ...which: number[]) => string;
};

export function drawing(name: string): Drawing {
  const svg = readFileSync(`${import.meta.dirname}/../pictures/${name}.svg`, 'utf8');
  const shapes = new Map([...svg.matchAll(/<path id="(\w)" d="([^"]+)"/g)].map(([, id, d]) => [id, d]));
  const body = svg.slice(svg.search(/<\/defs>|<\/style>(?!<defs>)/));
  const pieces = [...body.matchAll(/<(?:path|use)\b[^>]*>/g)].map(([piece]) =>
    piece.replace(/<use href="#(\w)"/, (_, id) => `<path d="${shapes.get(id)}"`),
  );
  return {
    take: (first, last = first) => pieces.slice(first, last + 1).join(''),
    scrap: (piece, ...which) => {
      const all = /\bd="([^"]+)"/.exec(pieces[piece] ?? '')?.[1]?.split(/(?=M)/) ?? [];
      return (pieces[piece] ?? '').replace(/\bd="[^"]+"/, `d="${which.map((n) => all[n]).join('')}"`);
    },
  };
}

/** Another paper: the same pieces in another colour class. */
export const dyed = (content: string, from: string, to: string) => content.replaceAll(`class="${from}`, `class="${to}`);

type Place = { x?: number; y?: number; k?: number; kx?: number; ky?: number; turn?: number; about?: Point; shown?: number };

/** Lays pieces somewhere: turned and scaled about a point of theirs, then moved. */
export function at(
  { x = 0, y = 0, k = 1, kx = k, ky = k, turn = 0, about: [ax, ay] = [0, 0], shown = 1 }: Place,
  content: string,
) {
  if (shown <= 0) return '';
  const faded = shown < 1 ? ` opacity="${round(shown)}"` : '';
  const move = `translate(${round(ax + x)} ${round(ay + y)}) rotate(${round(turn)}) scale(${round(kx)} ${round(ky)}) translate(${-ax} ${-ay})`;
  return `<g transform="${move}"${faded}>${content}</g>`;
}

/** The camera: a point of the set comes to the middle of the frame, so many times larger. */
export const seen = (x: number, y: number, k: number, content: string) =>
  `<g transform="translate(${WIDTH / 2} ${HEIGHT / 2}) scale(${round(k)}) translate(${round(-x)} ${round(-y)})">${content}</g>`;

/** A number between 0 and 1 that is always the same for the same seed. */
export function chance(seed: number): number {
  const x = Math.sin(seed * 127.1 + 11.7) * 43758.5453;
  return x - Math.floor(x);
}

const wobble = (seed: number, much: number) => (chance(seed) - 0.5) * 2 * much;

export const round = (n: number) => Math.round(n * 100) / 100;

/** From 0 to 1 between two times, softly. */
export function ease(t: number, from: number, to: number): number {
  const u = Math.min(1, Math.max(0, (t - from) / (to - from)));
  return u * u * (3 - 2 * u);
}

/** A value that goes softly from key to key: [time, value]. */
export function keys(t: number, ...marks: (readonly [time: number, value: number])[]): number {
  let [before] = marks;
  if (!before) return 0;
  for (const mark of marks) {
    if (mark[0] > t) return before[1] + (mark[1] - before[1]) * ease(t, before[0], mark[0]);
    before = mark;
  }
  return before[1];
}

/** How far a thing that was let go still swings: from 1 towards 0. */
export const swing = (t: number, from: number, pace = 7, dying = 1.6) =>
  t < from ? 0 : Math.exp(-dying * (t - from)) * Math.cos(pace * (t - from));

/** The small shifts of paper that is laid anew for each drawing, four times a second. */
export function alive(t: number, seed: number, much: number, about: Point, content: string) {
  const beat = Math.floor(t * 4) * 31 + seed * 7;
  return at({ x: wobble(beat, much), y: wobble(beat + 1, much), turn: wobble(beat + 2, much * 0.35), about }, content);
}

/** Corners written as in a drawing: '0 0, 10 0, 10 8'. */
export const way = (corners: string): Point[] =>
  corners.split(', ').map((corner): Point => {
    const [x = 0, y = 0] = corner.split(' ').map(Number);
    return [x, y];
  });

/** A shape cut with scissors: corners as given, the edges between them a little uneven. */
export function cut(paper: string, seed: number, corners: readonly Point[], uneven = 1.3): string {
  const points = corners.flatMap(([x, y], n) => {
    const [nx, ny] = corners[(n + 1) % corners.length] ?? [x, y];
    const parts = Math.max(1, Math.round(Math.hypot(nx - x, ny - y) / 42));
    return Array.from({ length: parts }, (_, part): Point => {
      const [u, s] = [part / parts, seed * 97 + n * 13 + part];
      return [round(x + (nx - x) * u + wobble(s, uneven)), round(y + (ny - y) * u + wobble(s + 0.5, uneven))];
    });
  });
  return `<path class="${paper}" d="M${points.map((p) => p.join(' ')).join('L')}z"/>`;
}

export function disc(paper: string, seed: number, [x, y]: Point, r: number, ry = r): string {
  const corners = Array.from({ length: 15 }, (_, n): Point => {
    const [a, far] = [(n / 15) * Math.PI * 2, 1 + wobble(seed + n * 3, 0.025)];
    return [x + Math.cos(a) * r * far, y + Math.sin(a) * ry * far];
  });
  return cut(paper, seed, corners, 0.4);
}

/** A line drawn with the brush, as far along as it has come (0 to 1). */
export function line(paper: string, wide: number, strokes: readonly (readonly Point[])[], far = 1): string {
  const d = strokes.map((stroke) => `M${stroke.map((p) => p.join(' ')).join('L')}`).join('');
  if (far >= 1) return `<path class="${paper} v" stroke-width="${wide}" d="${d}"/>`;
  const { drawn } = along(strokes, far);
  return drawn === '' ? '' : `<path class="${paper} v" stroke-width="${wide}" d="${drawn}"/>`;
}

/** What has been drawn of some strokes, and where the hand is. Lifting the hand takes no time. */
export function along(strokes: readonly (readonly Point[])[], far: number): { drawn: string; hand: Point } {
  const lengths = strokes.map((s) => s.slice(1).map(([x, y], n) => Math.hypot(x - (s[n]?.[0] ?? x), y - (s[n]?.[1] ?? y))));
  let left = lengths.flat().reduce((sum, length) => sum + length, 0) * far;
  let [drawn, hand]: [string, Point] = ['', strokes[0]?.[0] ?? [0, 0]];
  for (const [s, stroke] of strokes.entries()) {
    if (left <= 0) break;
    hand = stroke[0] ?? hand;
    drawn += `M${hand.join(' ')}`;
    for (const [n, length] of (lengths[s] ?? []).entries()) {
      if (left <= 0) break;
      const [to, u]: [Point, number] = [stroke[n + 1] ?? hand, Math.min(1, left / length)];
      hand = [round(hand[0] + (to[0] - hand[0]) * u), round(hand[1] + (to[1] - hand[1]) * u)];
      drawn += `L${hand.join(' ')}`;
      left -= length;
    }
  }
  return { drawn, hand };
}
