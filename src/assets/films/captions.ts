/** A film's captions against its script: whoever reads the film instead of seeing it gets all that is said and heard. */

export type ScriptLine = { tid: number; ser?: string; vem?: string; sager?: string };

type Cue = { from: number; to: number; text: string };

const TIMING = /^(?:(\d+):)?(\d\d):(\d\d\.\d{3}) --> (?:(\d+):)?(\d\d):(\d\d\.\d{3})/;

/** The cues of a WebVTT file: seconds, and the text on one line. */
export function cuesOf(vtt: string): Cue[] {
  return vtt.split(/\r?\n\s*\r?\n/).flatMap((block) => {
    const lines = block.trim().split(/\r?\n/);
    const at = lines.findIndex((line) => TIMING.test(line));
    if (at < 0) return [];
    const [, h1, m1, s1, h2, m2, s2] = TIMING.exec(lines[at] ?? '') ?? [];
    const seconds = (h = '0', m = '0', s = '0') => Number(h) * 3600 + Number(m) * 60 + Number(s);
    return [{ from: seconds(h1, m1, s1), to: seconds(h2, m2, s2), text: plain(lines.slice(at + 1).join(' ')) }];
  });
}

const plain = (text: string) =>
  text
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Where a script and its captions part, a sentence each; none when all is well. */
export function captionFaults(vtt: string, script: readonly ScriptLine[], length: number): string[] {
  const cues = cuesOf(vtt);
  if (cues.length === 0) return ['textningen är tom: skriv vad som sägs och hörs, med tider'];
  return cues.flatMap((cue, n) => {
    const before = cues[n - 1]?.to ?? 0;
    const where = `vid ${Math.floor(cue.from / 60)}.${String(Math.floor(cue.from % 60)).padStart(2, '0')} (”${cue.text}”)`;
    const faults: string[] = [];
    if (cue.to <= cue.from || cue.to > length) faults.push(`tiden ${where} går bakåt eller ut ur filmen`);
    if (cue.from < before) faults.push(`texten ${where} börjar innan den förra har slutat`);
    if (!script.some((line) => tells(line, cue))) faults.push(`texten ${where} står inte i manus på den platsen`);
    return faults;
  });
}

/** A line of the script tells a cue when its words are there, said by the same one, and not after the cue. */
function tells(line: ScriptLine, { from, text }: Cue): boolean {
  if (line.tid > from + 1.5) return false;
  const sound = /^\[(.+)\]$/.exec(text)?.[1];
  if (sound) return plain(line.ser ?? '').includes(sound);
  const [, who, said = text] = /^(\p{Lu}\p{L}+): (.+)$/u.exec(text) ?? [];
  return plain(line.sager ?? '').includes(said) && (who === undefined || who === line.vem);
}

/** The sentences of a described picture that the script lacks. */
export const descriptionFaults = (vtt: string, script: readonly ScriptLine[]) => {
  const seen = plain(script.map(({ ser }) => ser ?? '').join(' '));
  return cuesOf(vtt).flatMap(({ text }) =>
    text
      .split(/(?<=\.) /)
      .filter((sentence) => !seen.includes(sentence))
      .map((sentence) => `beskrivningen ”${sentence}” står inte i manus`),
  );
};
