import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHECKS, passes, type Step, shown } from './tools/steps.ts';
import { playwrightTally, type Tally, vitestTally, withExit } from './tools/tally.ts';

const reports = mkdtempSync(join(tmpdir(), 'gfo-test-'));
const results: [name: string, Tally][] = [];

for (const step of CHECKS) results.push([step.name, checked(step)]);
results.push(['unit', vitest('unit')]);
results.push(['build', checked({ name: 'build', command: ['npm', 'run', 'build'] })]);
results.push(['db', vitest('db')], ['ground', vitest('ground')], ['e2e', playwright()]);
rmSync(reports, { recursive: true, force: true });

console.log();
for (const [name, { passed, failed }] of results)
  console.log(`${failed > 0 ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed`);
const total = results.reduce((sum, [, { passed, failed }]) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), {
  passed: 0,
  failed: 0,
});
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed`);

function checked(step: Step): Tally {
  return passes(step) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function vitest(project: string): Tally {
  const file = join(reports, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  return tally(file, shown(['vitest', 'run', '--project', project, ...reporters]), vitestTally);
}

function playwright(): Tally {
  const file = join(reports, 'e2e.json');
  return tally(
    file,
    shown(['playwright', 'test', '--reporter=line,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: file }),
    playwrightTally,
  );
}

function tally<Report>(file: string, exitCode: number, read: (report: Report) => Tally): Tally {
  try {
    return withExit(read(JSON.parse(readFileSync(file, 'utf8')) as Report), exitCode);
  } catch {
    return { passed: 0, failed: 1 };
  }
}
