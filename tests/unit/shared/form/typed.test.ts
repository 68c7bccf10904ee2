import { expect, test } from 'vitest';
import { typedFields, typedIn } from '../../../../src/shared/form/typed.ts';

test('files and endless texts are not kept', () => {
  const form = new FormData();
  form.set('skal', 'a'.repeat(30_000));
  form.set('bild', new Blob(['x']));
  expect(typedIn(form)).toEqual({ skal: 'a'.repeat(20_000) });
});

test('of the fields that are asked for, each is there', () => {
  const form = new FormData();
  form.append('namn', 'Siv');
  form.append('roll', 'head');
  expect(typedFields(form, 'namn', 'epost')).toEqual({ namn: 'Siv', epost: '' });
});
