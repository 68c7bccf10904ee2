import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownPath } from '../../src/paths.ts';

describe('an address to land on after sign-in', () => {
  test.each(['/mina-sidor', '/arbetsyta/hem/7?x=1', '/arbetsyta?fas=interest&kommun=timra'])('%s is ours', (path) => {
    expect(ownPath(path)).toBe(path);
  });

  test.each([
    undefined,
    null,
    '',
    'https://exempel.example',
    '//exempel.example',
    '/\\exempel.example',
    '/a//b',
    '/a\n/b',
    'mina-sidor',
    '/mina-sidor/€',
    '/mina-sidor\u0000',
    'javascript:alert(1)',
    `/${'a'.repeat(500)}`,
  ])('%j is not', (path) => {
    expect(ownPath(path)).toBeUndefined();
  });

  test('whatever it lets through stays on the site', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.string().map((text) => `/${text}`),
    );
    expect(() =>
      fc.assert(
        fc.property(anything, (text) => new URL(ownPath(text) ?? '/', 'https://gfo.example').origin === 'https://gfo.example'),
      ),
    ).not.toThrow();
  });
});
