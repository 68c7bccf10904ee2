import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { captionFaults, cuesOf, descriptionFaults, type ScriptLine } from '../../src/assets/films/captions.ts';
import { film as laxan } from '../../src/assets/films/laxan.scene.ts';
import type { Film } from '../../src/assets/films/paper.ts';
import { blankTape, wav } from '../../src/assets/films/tape.ts';
import { film as vagenHem } from '../../src/assets/films/vagen-hem.scene.ts';
import { film as vantarna } from '../../src/assets/films/vantarna.scene.ts';

type Front = { titel: string; fil: string; langd: number; textning: string; kapitel: { tid: number }[]; manus: ScriptLine[] };

const pages = globSync('content/films/*/index.mdx').sort();
const front = (page: string) => parse(/^---\n([\s\S]*?)\n---/.exec(readFileSync(page, 'utf8'))?.[1] ?? '') as Front;
const beside = (page: string, file: string) => `${dirname(page)}/${file}`;

const CAPTIONS = 'WEBVTT\n\n00:01.000 --> 00:02.000\nSara: Hej\nhallen.\n\n00:02.500 --> 00:03.000 line:8%\n[En dörr.]\n';
const SCRIPT: ScriptLine[] = [
  { tid: 0.5, vem: 'Sara', sager: 'Hej hallen. Hej kroken.' },
  { tid: 2, ser: 'Det är mörkt. En dörr.' },
];

test('captions are read with their times, on one line each', () => {
  expect(cuesOf(CAPTIONS)).toEqual([
    { from: 1, to: 2, text: 'Sara: Hej hallen.' },
    { from: 2.5, to: 3, text: '[En dörr.]' },
  ]);
});

test('captions that the script holds have no faults', () => {
  expect(captionFaults(CAPTIONS, SCRIPT, 3)).toEqual([]);
});

test.each([
  ['a word that the script lacks', CAPTIONS.replace('hallen', 'köket'), /står inte i manus/],
  ['another one who says it', CAPTIONS.replace('Sara', 'Amina'), /står inte i manus/],
  ['a sound that the script lacks', CAPTIONS.replace('En dörr', 'En katt'), /står inte i manus/],
  ['two at once', CAPTIONS.replace('00:02.500', '00:01.500'), /innan den förra/],
  ['past the end', CAPTIONS.replace('00:03.000', '00:09.000'), /ut ur filmen/],
  ['nothing at all', 'WEBVTT\n', /tom/],
])('captions with %s are told of', (_, vtt, fault) => {
  expect(captionFaults(vtt, SCRIPT, 3).join()).toMatch(fault);
});

test('a description that the script lacks is told of', () => {
  expect(descriptionFaults(CAPTIONS.replaceAll(/Sara: |[[\]]/g, ''), SCRIPT)).toEqual([
    'beskrivningen ”Hej hallen.” står inte i manus',
  ]);
});

test.each(pages)('%s: the script tells all that its captions and descriptions tell', (page) => {
  const { textning, manus, langd } = front(page);
  expect(captionFaults(readFileSync(beside(page, textning), 'utf8'), manus, langd)).toEqual([]);
  const described = beside(page, 'beskriven.vtt');
  expect(descriptionFaults(existsSync(described) ? readFileSync(described, 'utf8') : '', manus)).toEqual([]);
});

test.each(pages)('%s: chapters and script go forwards, within the film', (page) => {
  const { kapitel, manus, langd } = front(page);
  for (const times of [kapitel.map(({ tid }) => tid), manus.map(({ tid }) => tid)]) {
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(Math.max(...times)).toBeLessThan(langd);
  }
});

const FILMS: readonly [string, Film, number][] = [
  ['vagen-hem', vagenHem, 1_500_000],
  ['laxan', laxan, 600_000],
  ['vantarna', vantarna, 600_000],
];

test.each(FILMS)('%s: what is rendered is what the page says, and small', (slug, film, most) => {
  const { titel, langd } = front(`content/films/${slug}/index.mdx`);
  expect([titel, langd]).toEqual([film.title, film.seconds]);
  const { size } = statSync(`content/films/${slug}/film.mp4`);
  expect(size).toBeLessThanOrEqual(most);
});

test.each(FILMS)('%s: the same second is always the same drawing, without a hole', (_, film) => {
  for (let t = 0; t < film.seconds; t += 0.75) {
    const drawing = film.draw(t);
    expect(drawing).not.toMatch(/NaN|undefined|Infinity/);
    expect(film.draw(t)).toBe(drawing);
  }
});

test.each(FILMS)('%s: the sound is there and never too loud', { timeout: 30_000 }, (_, film) => {
  const tape = blankTape(film.seconds);
  film.sound(tape);
  const file = wav(tape.samples);
  const loudest = tape.samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  expect(file).toHaveLength(44 + film.seconds * 64_000);
  expect(loudest).toBeGreaterThan(0.1);
  expect(loudest).toBeLessThan(1.5);
});
