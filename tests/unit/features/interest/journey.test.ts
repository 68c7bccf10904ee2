import { describe, expect, test } from 'vitest';
import {
  faultsOf,
  livesElsewhere,
  nextStep,
  readInterest,
  stepOf,
  type Typed,
} from '../../../../src/features/interest/journey.ts';

const typed: Typed = {
  considering: 'foster_home',
  municipality: 'timra',
  heard: ['friend', 'poster'],
  adults: 'två',
  children: '2',
  ages: '4 och 7',
  question: ' Hur\r\nlång tid? ',
  firstName: 'Zoë‏ ',
  lastName: "O'Påhittad-Nguyễn",
  email: ' Zoe@Räksmörgås.example ',
  phone: '070-174 06 05',
  way: 'phone',
  times: ['morning'],
};
const faults = (step: string, changes: Typed) => {
  const found = stepOf(step);
  if (!found) throw new Error(`no step ${step}`);
  return faultsOf(found, { ...typed, ...changes }).map(({ name }) => name);
};

describe('the journey', () => {
  test('goes page by page and ends in the summary', () => {
    expect(nextStep({})).toBe('start');
    expect(nextStep({ considering: 'not_sure', municipality: 'ange' })).toBe('hemmet');
    expect(nextStep({ ...typed, email: '' })).toBe('kontakt');
    expect(nextStep(typed)).toBe('sammanfattning');
  });

  test('reads what was typed as people write it', () => {
    expect(readInterest(typed)).toMatchObject({
      municipality: 'timra',
      adults: 2,
      ages: [4, 7],
      question: 'Hur\nlång tid?',
      firstName: 'Zoë',
      lastName: "O'Påhittad-Nguyễn",
      email: { value: 'Zoe@Räksmörgås.example', address: 'Zoe@xn--rksmrgs-5wao1o.example' },
      phone: { value: '+46701740605' },
    });
  });

  test('a home in another municipality is no registration', () => {
    expect(livesElsewhere({ municipality: 'elsewhere' })).toBe(true);
    expect(readInterest({ ...typed, municipality: 'elsewhere' })).toBeUndefined();
  });

  test.each<[string, Typed, string[]]>([
    ['start', { considering: '', municipality: '' }, ['considering', 'municipality']],
    ['start', { municipality: 'sundsvall' }, ['municipality']],
    ['start', { heard: ['nonsense'] }, ['heard']],
    ['start', { heard: [] }, []],
    ['hemmet', { adults: '', children: '' }, ['adults', 'children']],
    ['hemmet', { adults: '0' }, ['adults']],
    ['hemmet', { adults: '11' }, ['adults']],
    ['hemmet', { children: '13', ages: '' }, ['children']],
    ['hemmet', { children: '0', ages: '' }, []],
    ['hemmet', { children: '0', ages: '4' }, ['children']],
    ['hemmet', { children: '2', ages: '4' }, ['ages']],
    ['hemmet', { children: '1', ages: '44' }, ['ages']],
    ['hemmet', { ages: 'fyra och sju' }, []],
    ['hemmet', { ages: 'Elsa och Noor' }, ['ages']],
    ['hemmet', { question: 'å'.repeat(1500) }, []],
    ['hemmet', { question: 'å'.repeat(10_000) }, ['question']],
    ['kontakt', { firstName: ' ', lastName: '' }, ['firstName', 'lastName']],
    ['kontakt', { firstName: 'x'.repeat(101) }, ['firstName']],
    ['kontakt', { email: 'zoe@' }, ['email']],
    ['kontakt', { email: 'zoe@exempel.example\nBcc: en@annan.example' }, ['email']],
    ['kontakt', { phone: 'ring mig' }, ['phone']],
    ['kontakt', { phone: '', way: 'phone' }, ['phone']],
    ['kontakt', { phone: '', way: 'text_first' }, ['phone']],
    ['kontakt', { phone: '', way: 'email_first' }, []],
    ['kontakt', { way: '' }, ['way']],
  ])('on %s, case %#', (step, changes, wrong) => expect(faults(step, changes)).toEqual(wrong));

  test('the limit of the question is said with how long it is', () => {
    const step = stepOf('hemmet');
    const [fault] = step ? faultsOf(step, { ...typed, question: 'x'.repeat(10_000) }) : [];
    expect(fault?.text).toMatch(/högst 1\s500 tecken.*10\s000 tecken nu/);
  });
});
