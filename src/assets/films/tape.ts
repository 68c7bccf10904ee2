/** The sounds: made of noise and sine waves, laid on a tape of one channel. Everything is the same each time it is made. */

const RATE = 32_000;

/** Twelve steps; those between have no name here. */
const SCALE = 'C.D.EF.G.A.B';

type Shape = (u: number) => number;

/** Times in seconds, loudness from 0 to 1. */
export type Tape = {
  samples: Float32Array;
  wind: (from: number, to: number, loud: number) => void;
  hum: (from: number, to: number, loud: number) => void;
  step: (at: number, loud: number) => void;
  thud: (at: number, loud: number, deep?: number) => void;
  click: (at: number, loud: number, high?: number) => void;
  hiss: (at: number, long: number, loud: number) => void;
  scratch: (at: number, long: number, loud: number) => void;
  squeak: (at: number, long: number, loud: number) => void;
  drop: (at: number, loud: number, high?: number) => void;
  note: (at: number, pitch: string, loud: number, long?: number) => void;
  /** Notes with their times: '0.5 A4, 1.1 C5'. */
  tune: (score: string, loud: number) => void;
};

export function blankTape(seconds: number): Tape {
  const samples = new Float32Array(Math.ceil(seconds * RATE));
  let seed = 20_19;
  const noise = () => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return seed / 2_147_483_648 - 1;
  };

  /** Adds a sound of a length: `voice` is called for each sample with the seconds since it began. */
  const lay = (at: number, long: number, shape: Shape, voice: (s: number) => number) => {
    const [first, count] = [Math.round(at * RATE), Math.round(long * RATE)];
    for (let n = 0; n < count && first + n < samples.length; n++) {
      if (first + n >= 0) samples[first + n] = (samples[first + n] ?? 0) + shape(n / count) * voice(n / RATE);
    }
  };

  /** Noise between two pitches. */
  const band = (low: number, high: number) => {
    const [a, b] = [1 - Math.exp((-2 * Math.PI * high) / RATE), 1 - Math.exp((-2 * Math.PI * low) / RATE)];
    let [x, y, z] = [0, 0, 0];
    return () => {
      x += a * (noise() - x);
      y += a * (x - y);
      z += b * (y - z);
      return y - z;
    };
  };

  /** Comes and goes within so many seconds. */
  const swell =
    (long: number, fade: number): Shape =>
    (u) =>
      Math.min(1, (u * long) / fade, ((1 - u) * long) / fade);
  const strike: Shape = (u) => Math.min(1, u * 60) * (1 - u) ** 3;
  const wave = (pitch: number, s: number) => Math.sin(2 * Math.PI * pitch * s);

  const wind: Tape['wind'] = (from, to, loud) => {
    const [low, high] = [band(120, 420), band(500, 1100)];
    const gust = (s: number) => 0.6 + 0.28 * wave(0.11, s + from) + 0.12 * wave(0.37, s);
    lay(from, to - from, swell(to - from, 1.2), (s) => loud * gust(s) * (low() * 2.2 + high() * 0.7 * gust(s)));
  };

  const hum: Tape['hum'] = (from, to, loud) => {
    const [road, tyres] = [band(60, 260), band(260, 800)];
    const engine = (s: number) => [1, 0.6, 0.34, 0.22, 0.1].reduce((sum, part, n) => sum + part * wave(58 * (n + 1), s), 0);
    lay(from, to - from, swell(to - from, 0.3), (s) => {
      const uneven = s + 0.0011 * wave(0.7, s) + 0.0004 * wave(2.3, s);
      return loud * (0.14 * engine(uneven) + 1.3 * road() + 0.25 * tyres());
    });
  };

  const step: Tape['step'] = (at, loud) => {
    const [crunch, body] = [band(900, 3600), band(90, 260)];
    const grains = (s: number) => 0.45 + 0.55 * Math.abs(wave(31, s) * wave(47, s + at));
    lay(
      at,
      0.2,
      (u) => Math.min(1, u * 9) * (1 - u) ** 1.6,
      (s) => loud * (grains(s) * crunch() * 1.5 + body() * 0.9),
    );
  };

  const thud: Tape['thud'] = (at, loud, deep = 88) => {
    const knock = band(150, 700);
    lay(at, 0.22, strike, (s) => loud * (0.8 * wave(deep * (1 - s), s) + knock() * 1.1));
  };

  const click: Tape['click'] = (at, loud, high = 2300) => {
    const snap = band(high * 0.5, high * 2);
    lay(at, 0.045, strike, (s) => loud * (snap() * 1.6 + 0.35 * wave(high, s) * Math.exp(-s * 90)));
  };

  const hiss: Tape['hiss'] = (at, long, loud) => {
    const air = band(1800, 6000);
    lay(
      at,
      long,
      (u) => Math.min(1, u * 12) * (1 - u) ** 1.5,
      () => loud * air(),
    );
  };

  const scratch: Tape['scratch'] = (at, long, loud) => {
    const lead = band(2200, 5200);
    const stroke = (s: number) => Math.max(0, wave(3.1, s) * 0.7 + wave(4.7, s + at) * 0.5) ** 1.2;
    lay(at, long, swell(long, 0.05), (s) => loud * stroke(s) * lead());
  };

  const squeak: Tape['squeak'] = (at, long, loud) => {
    const skin = band(700, 1800);
    const pitch = (s: number) => 760 * s + 70 * s * s + 4 * wave(5, s);
    lay(
      at,
      long,
      swell(long, 0.1),
      (s) => loud * (0.12 * Math.sin(2 * Math.PI * pitch(s)) * (0.5 + 0.5 * wave(9, s)) + skin() * 0.8),
    );
  };

  const drop: Tape['drop'] = (at, loud, high = 880) => {
    for (const [later, part] of [
      [0, 1],
      [0.16, 0.22],
      [0.31, 0.09],
    ] as const) {
      lay(at + later, 0.16, strike, (s) => loud * part * Math.sin(2 * Math.PI * (high * s + high * 3 * s * s)));
    }
  };

  const note: Tape['note'] = (at, name, loud, long = 2.6) => {
    const pitch = 440 * 2 ** ((SCALE.indexOf(name.charAt(0)) - 9) / 12 + Number(name.charAt(1)) - 4);
    const soft: Shape = (u) => Math.min(1, u * long * 70) * Math.exp(-4.2 * u) * (1 - u);
    const over = (s: number) => 0.34 * wave(pitch * 2, s) * Math.exp(-3 * s) + 0.1 * wave(pitch * 3, s) * Math.exp(-7 * s);
    lay(at, long, soft, (s) => loud * (wave(pitch, s) + over(s)));
    lay(at + 0.21, long, soft, (s) => loud * 0.16 * wave(pitch * 1.002, s));
  };

  const tune: Tape['tune'] = (score, loud) => {
    for (const [at = '0', name = 'A4'] of score.split(', ').map((mark) => mark.split(' '))) note(Number(at), name, loud);
  };

  return { samples, wind, hum, step, thud, click, hiss, scratch, squeak, drop, note, tune };
}

/** The tape as a WAV file, 16 bits; what is too loud is rounded off, not cut. */
export function wav(samples: Float32Array): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length * 2, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length * 2, 40);
  return Buffer.concat([head, Buffer.from(Int16Array.from(samples, (s) => Math.tanh(s * 1.5) * 32_000).buffer)]);
}
