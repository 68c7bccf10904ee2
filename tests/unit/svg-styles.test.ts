import { expect, test } from 'vitest';
import { svgStyleHashes } from '../../src/assets/hash-svg-styles.ts';
import kept from '../../src/assets/svg-style-hashes.json' with { type: 'json' };

test('the kept hashes are those of the drawings', () => {
  expect(svgStyleHashes()).toEqual(kept);
});

test('all drawings share one style, so that one hash is enough', () => {
  expect(kept).toHaveLength(1);
});
