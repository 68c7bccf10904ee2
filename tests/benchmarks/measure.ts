export type Measured = { name: string; times: number; perSecond: number; median: number; p95: number };

const LANES = 8;

/** Runs the work `times` times in eight lanes at once and says how fast it went; milliseconds for one. Throws what the work throws. */
export async function measure(name: string, times: number, work: (turn: number) => Promise<void>): Promise<Measured> {
  const took: number[] = [];
  let next = 0;
  const lane = async () => {
    while (next < times) {
      const turn = next;
      next += 1;
      const began = performance.now();
      await work(turn);
      took.push(performance.now() - began);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: LANES }, lane));
  const seconds = (performance.now() - began) / 1000;
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.floor((took.length - 1) * share)] ?? 0;
  return { name, times, perSecond: times / seconds, median: at(0.5), p95: at(0.95) };
}

export function table(rows: Measured[]): string {
  const head = ['', 'times', 'per second', 'median ms', 'p95 ms'];
  const lines = rows.map(({ name, times, perSecond, median, p95 }) => [
    name,
    String(times),
    perSecond.toFixed(perSecond < 100 ? 1 : 0),
    median.toFixed(1),
    p95.toFixed(1),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => line[column]?.length ?? 0)));
  return [head, ...lines]
    .map((line) =>
      line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
    )
    .join('\n');
}
