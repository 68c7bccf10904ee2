import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Locked = { resolved?: string; optionalDependencies?: Record<string, string> };
const lock = JSON.parse(readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Record<string, Locked>;
};

/** Where npm would find the name from the package at this path: beside it, or further up. */
function isLocked(path: string, name: string): boolean {
  if (`${path ? `${path}/` : ''}node_modules/${name}` in lock.packages) return true;
  if (path === '') return false;
  return isLocked(path.includes('/node_modules/') ? path.slice(0, path.lastIndexOf('/node_modules/')) : '', name);
}

// A lock written where some platform's packages cannot be reached leaves them out, and then `npm ci` refuses it everywhere.
test('every platform’s optional package has its entry in the lock', () => {
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(path, name)),
  );
  expect(missing).toEqual([]);
});

test('the lock holds no download addresses', () => {
  expect(Object.values(lock.packages).filter(({ resolved }) => resolved)).toEqual([]);
});
