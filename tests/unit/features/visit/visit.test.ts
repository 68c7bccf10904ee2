import { expect, test } from 'vitest';
import { visitSchema } from '../../../../src/features/visit/visit.schema.ts';
import { faultTexts as say } from '../../../../src/features/visit/visit.text.ts';
import { faultsOf } from '../../../../src/shared/form/faults.ts';

const whole = {
  ...{ organisation: ' Bruket  AB ', namn: 'Vera Exempelgren', epost: 'vera@exempel.example', telefon: '', kommun: 'timra' },
  ...{ onskan: 'En onsdag i mars', antal: 'ca 25', meddelande: '' },
};
const faults = (typed: object) => faultsOf(visitSchema.safeParse(typed).error?.issues ?? []);

test('a request is read as a person writes it', () => {
  expect(visitSchema.parse(whole)).toMatchObject({ organisation: 'Bruket AB', antal: 25, kommun: 'timra', meddelande: '' });
});

test('what is missing is said all at once', () => {
  expect(faults({}).map(({ text }) => text)).toEqual([
    ...[say.organisation, say.name, say.email, say.municipality, say.wished, say.peopleMissing],
  ]);
});

test.each([
  ['antal', '0', say.peopleUnreadable],
  ['antal', '1001', say.peopleUnreadable],
  ['antal', 'några', say.peopleUnreadable],
  ['onskan', 'x'.repeat(301), say.tooLong(300, 301)],
  ['meddelande', 'x'.repeat(1501), say.tooLong(1500, 1501)],
  ['kommun', 'sundsvall', say.municipality],
])('%s %s is said beside its field', (name, text, said) => {
  expect(faults({ ...whole, [name]: text })).toEqual([{ name, text: said }]);
});
