import { expect, test } from 'vitest';
import { landing } from '../../../../src/features/second-factor/landing.ts';

const at = (next?: string) => {
  const url = new URL('https://gfo.example/logga-in/andra-steget');
  if (next) url.searchParams.set('vidare', next);
  return landing(url);
};

test.each([
  [undefined, '/arbetsyta'],
  ['/arbetsyta/hem/17', '/arbetsyta/hem/17'],
  ['/arbetsyta?fas=assessment', '/arbetsyta?fas=assessment'],
  ['/mina-sidor', '/mina-sidor'],
  ['https://annan.example/', '/arbetsyta'],
  ['//annan.example', '/arbetsyta'],
])('from %j the second step leads to %s', (next, wanted) => {
  expect(at(next)).toBe(wanted);
});
