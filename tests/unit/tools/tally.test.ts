import { expect, test } from 'vitest';
import { playwrightTally, vitestTally, withExit } from '../../tools/tally.ts';

test('a test file that cannot be read is one failure', () => {
  const testResults = [
    { status: 'passed', assertionResults: [{}, {}] },
    { status: 'failed', assertionResults: [{}] },
    { status: 'failed', assertionResults: [] },
  ];
  expect(vitestTally({ numPassedTests: 2, numFailedTests: 1, testResults })).toEqual({ passed: 2, failed: 2 });
});

test('a flaky test and a fault outside the tests are failures', () => {
  expect(playwrightTally({ stats: { expected: 5, unexpected: 1, flaky: 1 }, errors: [{}] })).toEqual({ passed: 5, failed: 3 });
});

test('a command that fails without a failed test is one failure', () => {
  expect(withExit({ passed: 5, failed: 0 }, 1)).toEqual({ passed: 5, failed: 1 });
  expect(withExit({ passed: 5, failed: 2 }, 1)).toEqual({ passed: 5, failed: 2 });
  expect(withExit({ passed: 5, failed: 0 }, 0)).toEqual({ passed: 5, failed: 0 });
});
