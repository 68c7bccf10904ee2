import { spawnSync } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

export type Step = { name: string; command: readonly [string, ...string[]] };

/**
 * All that can be said about the code without running the product. The step that checks the pages writes the types
 * of `content/`, and the lint with types reads them: in a fresh clone it must come after.
 */
export const CHECKS: readonly Step[] = [
  { name: 'format and lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'types of pages', command: ['astro', 'check', '--minimumSeverity', 'warning'] },
  { name: 'lint with types', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'import rules', command: ['node', 'tests/tools/check-imports.ts'] },
  { name: 'types of code', command: ['tsc', '--noEmit'] },
  { name: 'unused code', command: ['knip', '--no-progress', '--treat-config-hints-as-errors'] },
];

const environment = {
  ...process.env,
  PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH}`,
  ASTRO_TELEMETRY_DISABLED: '1',
  LITE_TELEMETRY: '0',
  SUPABASE_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
};

/** Runs the step and says how it went on one line; what it printed follows only when it failed. */
export function passes({ name, command: [program, ...args] }: Step): boolean {
  const start = performance.now();
  const result = spawnSync(program, args, { env: environment, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const passed = result.status === 0;
  console.log(`${passed ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (!passed) console.log(`${result.stdout}${result.stderr}${result.error?.message ?? ''}`);
  return passed;
}

/** Runs a command that shows its own progress. Its exit code, and 1 when it could not be started. */
export function shown([program, ...args]: Step['command'], extra: Record<string, string> = {}): number {
  return spawnSync(program, args, { env: { ...environment, ...extra }, stdio: 'inherit' }).status ?? 1;
}
