import fc from 'fast-check';
import { expect, test } from 'vitest';
import { captionFaults, cuesOf } from '../../../../src/features/films/captions.ts';
import { chaptersOf, chapterTrack, isoLength, lengthInWords, timeMark } from '../../../../src/features/films/film.ts';

const film = {
  langd: 70,
  kapitel: [
    { tid: 2, namn: 'Hållplatsen' },
    { tid: 17, namn: 'Bussen' },
  ],
  manus: [
    { tid: 0, ser: 'Snö.' },
    { tid: 5, vem: 'Sara', sager: 'Med te och så.' },
    { tid: 17, sager: 'Hej hallen.' },
  ],
};

test('times are written as they stand beside a line', () => {
  expect([0, 38, 87.6, 605].map(timeMark)).toEqual(['0.00', '0.38', '1.27', '10.05']);
  expect([64, 5].map(isoLength)).toEqual(['PT1M4S', 'PT0M5S']);
  expect([23, 64, 181].map(lengthInWords)).toEqual(['25 sekunder', 'en minut', '3 minuter']);
});

test('every line of the transcript stands in one chapter', () => {
  expect(chaptersOf(film).map(({ lines }) => lines.length)).toEqual([2, 1]);
  fc.assert(
    fc.property(fc.array(fc.nat(100), { minLength: 1 }), fc.array(fc.nat(100), { minLength: 1 }), (chapters, lines) => {
      const cut = chaptersOf({
        kapitel: chapters.toSorted((a, b) => a - b).map((tid) => ({ tid, namn: 'x' })),
        manus: lines.toSorted((a, b) => a - b).map((tid) => ({ tid, ser: 'y' })),
      });
      expect(cut.reduce((sum, { lines: own }) => sum + own.length, 0)).toBe(lines.length);
    }),
  );
});

test('the chapters are a track that can be read back', () => {
  expect(cuesOf(chapterTrack(film))).toEqual([
    { from: 2, to: 17, text: 'Hållplatsen' },
    { from: 17, to: 70, text: 'Bussen' },
  ]);
});

test('captions say what the transcript says, in order and within the film', () => {
  const cue = (from: string, to: string, text: string) => `\n\n${from} --> ${to}\n${text}`;
  const good = `WEBVTT${cue('00:05.000', '00:08.000', '<v Sara>Med te\noch så.')}${cue('00:09.000', '00:10.000', '[vind]')}`;
  expect(captionFaults(good, film)).toEqual([]);
  expect(captionFaults('WEBVTT', film)).toEqual([expect.stringContaining('är tom')]);
  expect(captionFaults(`WEBVTT${cue('00:05.000', '00:08.000', 'Något annat.')}`, film)).toEqual([
    expect.stringContaining('står inte i manus'),
  ]);
  expect(captionFaults(`WEBVTT${cue('00:08.000', '00:05.000', 'Med te och så.')}`, film)).toEqual([
    expect.stringContaining('slutar innan'),
  ]);
  expect(captionFaults(`WEBVTT${cue('01:20.000', '01:21.000', 'Med te och så.')}`, film)).toEqual([
    expect.stringContaining('filmens slut'),
  ]);
  expect(captionFaults(good.replace('00:09.000', '00:01.000'), film)).toEqual([expect.stringContaining('efter en senare')]);
});
