import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asData } from '../../../src/layouts/as-data.ts';

test('no text of a fact can end the place where it stands, and each is read back as it was', () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      const written = asData({ name: `${name}</script><script>` });
      expect(written).not.toContain('<');
      expect(JSON.parse(written)).toEqual({ '@context': 'https://schema.org', name: `${name}</script><script>` });
    }),
  );
});
