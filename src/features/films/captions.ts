import type { FilmData } from './films.schema.ts';

const TIME = /^(?:(\d+):)?(\d{2}):(\d{2})\.(\d{3})$/;

type Cue = { from: number; to: number; text: string };

const seconds = (text: string): number => {
  const [, hours = '0', minutes = '0', whole = '0', rest = '0'] = TIME.exec(text) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(whole) + Number(rest) / 1000;
};

/** The cues of a WebVTT file: when, in seconds, and what, without voices' names, signs and sounds in brackets. */
export function cuesOf(vtt: string): Cue[] {
  return vtt
    .replace(/\r/g, '')
    .split(/\n{2,}/)
    .flatMap((block) => {
      const lines = block.split('\n');
      const at = lines.findIndex((line) => line.includes('-->'));
      const [from = '', to = ''] = lines[at]?.split(/\s+-->\s+|\s+(?=align|line|position|size|vertical)/) ?? [];
      return at < 0
        ? []
        : [
            {
              from: seconds(from),
              to: seconds(to),
              text: lines
                .slice(at + 1)
                .join(' ')
                .trim(),
            },
          ];
    });
}

const words = (text: string) =>
  text
    .replace(/<[^>]*>/g, '')
    .replace(/\[[^\]]*\]|\([^)]*\)/g, '')
    .replace(/^\s*[-–]?\s*\p{Lu}[\p{L} ]*:\s*/u, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Why the captions will not do: none, out of order, past the end, or words that the transcript does not have. Swedish. */
export function captionFaults(vtt: string, { manus, langd }: Pick<FilmData, 'manus' | 'langd'>): string[] {
  const cues = cuesOf(vtt);
  if (!vtt.startsWith('WEBVTT') || cues.length === 0) return ['är tom, eller börjar inte med WEBVTT'];
  const script = words(manus.map(({ sager, ser }) => sager ?? ser ?? '').join(' '));
  return cues.flatMap(({ from, to, text }, at) => [
    ...(to <= from ? [`rutan vid ${from} s slutar innan den börjar`] : []),
    ...(from < (cues[at - 1]?.from ?? 0) ? [`rutan vid ${from} s kommer efter en senare`] : []),
    ...(from > langd ? [`rutan vid ${from} s kommer efter filmens slut`] : []),
    ...(script.includes(words(text)) ? [] : [`”${text}” står inte i manus`]),
  ]);
}
