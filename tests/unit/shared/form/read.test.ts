import { expect, test } from 'vitest';
import { field, fields } from '../../../../src/shared/form/read.ts';

test('a field is its first text, and nothing when it is missing or a file', () => {
  const form = new FormData();
  form.append('fil', new File(['x'], 'x.txt'));
  form.append('namn', new File(['x'], 'x.txt'));
  form.append('namn', 'Anna');
  form.append('namn', 'Eva');
  expect(field(form, 'namn')).toBe('Anna');
  expect(fields(form, 'namn')).toEqual(['Anna', 'Eva']);
  expect(field(form, 'fil')).toBe('');
  expect(field(form, 'saknas')).toBe('');
  expect(fields(form, 'saknas')).toEqual([]);
});

test('at most thirty values are read', () => {
  const form = new FormData();
  for (let count = 0; count < 1000; count += 1) form.append('kalla', String(count));
  expect(fields(form, 'kalla')).toHaveLength(30);
});
