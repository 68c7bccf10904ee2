import { expect, test } from 'vitest';
import { faultsOf } from '../../../../src/shared/form/faults.ts';

test('a field has one fault, in the order of the form', () => {
  const issues = [
    { path: ['namn'], message: 'Skriv namnet' },
    { path: ['namn'], message: 'För kort' },
    { path: ['roll', 0], message: 'Välj roll' },
  ];
  expect(faultsOf(issues)).toEqual([
    { name: 'namn', text: 'Skriv namnet' },
    { name: 'roll', text: 'Välj roll' },
  ]);
});

test('a schema of one field has its name from outside', () => {
  expect(faultsOf([{ path: [], message: 'Skriv koden' }], 'kod')).toEqual([{ name: 'kod', text: 'Skriv koden' }]);
});
