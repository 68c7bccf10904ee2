import type { FilmData } from './films.schema.ts';

const two = (number: number) => String(number).padStart(2, '0');

/** "0.38", "12.05": minutes and seconds as they stand beside a line. */
export function timeMark(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}.${two(whole % 60)}`;
}

/** "PT1M4S", as `<time>` and search engines have it. */
export function isoLength(seconds: number): string {
  const whole = Math.round(seconds);
  return `PT${Math.floor(whole / 60)}M${whole % 60}S`;
}

/** "en minut", "40 sekunder", "3 minuter" */
export function lengthInWords(seconds: number): string {
  if (seconds < 55) return `${Math.round(seconds / 5) * 5} sekunder`;
  const minutes = Math.round(seconds / 60);
  return minutes === 1 ? 'en minut' : `${minutes} minuter`;
}

/** A place in the film, as an address within its page. */
export const placeId = (seconds: number): string => `t${Math.floor(seconds)}`;

export type Chapter = FilmData['kapitel'][number] & { lines: FilmData['manus'] };

/** The transcript, cut where the chapters begin. Lines before the first chapter belong to it. */
export function chaptersOf({ kapitel, manus }: Pick<FilmData, 'kapitel' | 'manus'>): Chapter[] {
  return kapitel.map((chapter, at) => {
    const from = at === 0 ? 0 : chapter.tid;
    const to = kapitel[at + 1]?.tid ?? Number.POSITIVE_INFINITY;
    return { ...chapter, lines: manus.filter(({ tid }) => tid >= from && tid < to) };
  });
}

const stamp = (seconds: number) =>
  `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(Math.floor(seconds) % 60)}.000`;

/** The chapters as a track that players show (WebVTT). */
export function chapterTrack({ kapitel, langd }: Pick<FilmData, 'kapitel' | 'langd'>): string {
  const cues = kapitel.map(({ tid, namn }, at) => `${stamp(tid)} --> ${stamp(kapitel[at + 1]?.tid ?? langd)}\n${namn}\n`);
  return `WEBVTT\n\n${cues.join('\n')}`;
}

/** Newest first; what has no day of its own comes last. */
export const byDay = (one: { data: { publiceras?: string | undefined } }, other: { data: { publiceras?: string | undefined } }) =>
  (other.data.publiceras ?? '').localeCompare(one.data.publiceras ?? '');
