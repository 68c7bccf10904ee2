import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { differencesIn, eventInWords } from '../../../../src/features/run-occasions/events.text.ts';
import type { OccasionEvent } from '../../../../src/features/run-occasions/run-occasions.schema.ts';

const now = Temporal.Instant.from('2027-01-10T12:00:00Z');
const event = (kind: OccasionEvent['kind'], details: OccasionEvent['details']): OccasionEvent => ({
  at: now,
  who: 'Maja Påhittsson',
  kind,
  details,
});
const evening = {
  startsAt: '2027-01-29T17:00:00+00:00',
  endsAt: '2027-01-29T19:00:00+00:00',
  form: 'physical',
  place: 'Kontoret',
};

describe('the history of an occasion', () => {
  test.each([
    [0, 'ändrade antalet platser'],
    [1, 'ändrade antalet platser, och kön fick ett erbjudande'],
    [3, 'ändrade antalet platser, och kön fick 3 erbjudanden'],
  ])('with %i offers it says %s', (offered, said) => {
    expect(eventInWords(event('capacity', { offered }))).toBe(said);
  });

  test('whom it is for stands in words, and of municipalities that they are others', () => {
    const details = { audience: [['everyone'], ['assessed', 'emergency_homes']], municipality: ['harnosand', 'timra'] };
    expect(differencesIn(event('saved', details), now)).toEqual([
      'vilka det är för: alla som är nyfikna → hem i kartläggning, jourhem',
      'kommun: ändrat',
    ]);
  });

  test.each([
    [{ endsAt: '2027-01-29T20:00:00+00:00' }, 'fredag 29 januari kl. 18.00–21.00, Kontoret'],
    [{ address: 'Påhittsgatan 1' }, 'fredag 29 januari kl. 18.00–20.00, Kontoret, Påhittsgatan 1'],
    [{ link: 'https://mote.example/a' }, 'fredag 29 januari kl. 18.00–20.00, Kontoret, https://mote.example/a'],
  ])('what is other about a session is seen: %o', (more, said) => {
    const saved = event('saved', { sessions: [[evening], [{ ...evening, ...more }]] });
    expect(differencesIn(saved, now)).toEqual([`träffar: fredag 29 januari kl. 18.00–20.00, Kontoret → ${said}`]);
  });
});
