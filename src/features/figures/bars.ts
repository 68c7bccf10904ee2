import { hiddenTexts } from './figures.text.ts';
import type { Shown } from './hide.ts';

export type Bar = { name: string; shown: Shown; isRunning?: boolean };
type Drawn = {
  name: string;
  nameY: number;
  isHidden: boolean;
  /** Undefined for none at all. */
  points: string | undefined;
  label: string;
  labelX: number;
  labelY: number;
};

/** As wide as the smallest telephone has room for, so that no text becomes smaller than it is here. */
export const WIDTH = 280;
/** Says nothing of how much it stands for. */
const HIDDEN_LENGTH = 26;
const THICK = 17;
const GAP = 7;
/** Of a letter, at most. */
const LETTER = 7.6;

/** Bars cut with scissors: no two have the same edges. `names`: beside the bar when they are short, else above it. */
export function drawBars(bars: readonly Bar[], names: 'beside' | 'above'): { height: number; drawn: Drawn[] } {
  const [barX, pitch, down] = names === 'beside' ? [40, 27, 0] : [0, 50, 21];
  const most = Math.max(5, ...bars.map(({ shown }) => (typeof shown === 'number' ? shown : 0)));
  // The words after the longest bar have room too.
  const room = GAP + LETTER * Math.max(0, ...bars.map((bar) => (typeof bar.shown === 'number' ? labelOf(bar).length : 0)));
  const lengthOf = (shown: Shown) =>
    typeof shown === 'number' ? Math.floor(((WIDTH - barX - room) * shown) / most) : HIDDEN_LENGTH;
  const drawn = bars.map((bar, at): Drawn => {
    const [top, length, label] = [at * pitch + 4 + down, lengthOf(bar.shown), labelOf(bar)];
    const isNone = length === 0;
    return {
      name: bar.name,
      isHidden: typeof bar.shown !== 'number',
      label,
      labelY: top + 14,
      nameY: names === 'beside' ? top + 14 : top - 6,
      points: isNone ? undefined : cut(barX, top, length, at),
      labelX: isNone ? barX : barX + length + GAP,
    };
  });
  return { height: bars.length * pitch + 4, drawn };
}

function labelOf({ shown, isRunning }: Bar): string {
  return typeof shown === 'number' ? `${shown}${isRunning ? ' hittills' : ''}` : hiddenTexts[shown];
}

function cut(x: number, y: number, length: number, at: number): string {
  const [a, b, c] = [(at % 3) * 0.9, ((at + 1) % 2) * 0.9, ((at * 2) % 3) * 1.3] as const;
  const corners = [
    [x, y + a],
    [x + length, y + b],
    [x + length - c, y + THICK - a],
    [x + b, y + THICK],
  ] as const;
  return corners.map(([left, top]) => `${left.toFixed(1)},${top.toFixed(1)}`).join(' ');
}
