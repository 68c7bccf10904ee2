import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { leadTexts, whenTexts } from '../../../../src/features/my-home/my-home.text.ts';
import { isOnTheWay, isOverdue, kindOf, leadOf, situationOf } from '../../../../src/features/my-home/situation.ts';
import { type Matter, waitingForFamily, wayOf } from '../../../../src/features/my-home/way.ts';
import type { WayStep } from '../../../../src/shared/way.ts';

const now = Temporal.Instant.from('2026-11-24T09:00:00Z');
const callBy = Temporal.Instant.from('2026-11-25T15:00:00Z');

const step = (changed: Partial<WayStep> = {}): WayStep => ({
  ...{ id: crypto.randomUUID(), key: 'a_step', stage: 'assessment', doers: ['gfo'], doerName: null, heading: 'Ett steg' },
  ...{
    about: 'Om steget',
    adult: null,
    own: false,
    dueOn: null,
    rough: false,
    agreedAt: null,
    doneOn: null,
    lateAbout: null,
    lateNote: null,
  },
  ...changed,
});
const registered = step({ key: 'registered', stage: 'interest', doers: ['family'], doneOn: '2026-11-23' });
const call = step({
  key: 'first_call',
  stage: 'interest',
  heading: 'Vi hör av oss',
  dueOn: '2026-11-25',
  lateAbout: 'Ring oss gärna.',
});
const decide = step({ key: 'decide', stage: 'interest', doers: ['family', 'gfo'] });

const matter = (changed: Partial<Matter> = {}): Matter => ({
  ...{ phase: 'interest', way: [registered, call, decide], callBy, pausedUntil: null },
  ...{ coordinators: [], me: { firstName: 'Amira' } },
  ...changed,
});
/** A home in assessment with only these steps. */
const rows = (way: Partial<WayStep>[], changed: Partial<Matter> = {}) =>
  wayOf(matter({ phase: 'assessment', callBy: null, way: way.map(step), ...changed }), now);
const row = (changed: Partial<WayStep>, home: Partial<Matter> = {}) => rows([changed], home)[0];

test('before the assessment GFO is to be in touch by the promised time', () => {
  const [first, second, third] = wayOf(matter(), now);
  expect(first).toMatchObject({ is: 'done', isNow: false, by: [{ who: 'ni' }], when: 'Klart måndag 23 november' });
  expect(second).toMatchObject({ is: 'now', isNow: true, by: [{ who: 'gfo', name: 'GFO' }] });
  expect(second?.when).toBe('Senast onsdag 25 november kl. 16.00');
  expect(third).toMatchObject({ is: 'ahead', when: 'När ni vill' });
});

test('a promised time that has passed is late from the next moment on, and says what happens about it', () => {
  const soon = Temporal.Instant.from('2026-11-24T09:00:00Z');
  expect(isOverdue(matter({ callBy: soon }), now)).toBe(false);
  expect(wayOf(matter({ callBy: soon }), now)[1]?.is).toBe('now');
  const later = now.add({ milliseconds: 1 });
  expect(isOverdue(matter({ callBy: soon }), later)).toBe(true);
  expect(wayOf(matter({ callBy: soon }), later)[1]).toMatchObject({
    ...{ is: 'late', isNow: true, about: 'Ring oss gärna.', when: 'Försenat sedan tisdag 24 november kl. 10.00' },
  });
});

test('without a promised time nobody promises to be in touch', () => {
  const unpromised = matter({ callBy: null, way: [registered, { ...call, dueOn: null }, decide] });
  expect(wayOf(unpromised, now)[1]).toMatchObject({ is: 'now', when: 'Ingen dag är bestämd än' });
  expect(situationOf(unpromised, now)).toBe('unpromised');
  expect(leadTexts.unpromised).not.toMatch(/vår tur|skulle höra/);
});

test('a day is late when it is over in Sweden, and not on the day itself', () => {
  expect(row({ dueOn: '2026-11-24' })).toMatchObject({ is: 'now', when: 'Senast tisdag 24 november' });
  expect(row({ dueOn: '2026-11-23', lateAbout: 'Maja frågar igen.' })).toMatchObject({
    ...{ is: 'late', about: 'Maja frågar igen.', when: 'Försenat sedan måndag 23 november' },
  });
  expect(wayOf(matter({ way: [step({ dueOn: '2026-11-24' })] }), Temporal.Instant.from('2026-11-24T23:30:00Z'))[0]?.is).toBe(
    'late',
  );
});

test('a step further on can be late while another happens now', () => {
  const [first, second] = rows([{ dueOn: '2026-12-02' }, { dueOn: '2026-11-20' }]);
  expect(first).toMatchObject({ is: 'now', isNow: true });
  expect(second).toMatchObject({ is: 'late', isNow: false });
});

test('a guess is told as a month, is never late, and is not told at all when the month has gone', () => {
  expect(row({ rough: true, dueOn: '2027-02-14' })?.when).toBe('Troligen i februari');
  expect(row({ rough: true, dueOn: '2027-12-14' })?.when).toBe('Troligen i december 2027');
  expect(row({ rough: true, dueOn: '2026-11-01' })).toMatchObject({ is: 'now', when: 'Troligen i november' });
  expect(row({ rough: true, dueOn: '2026-10-31' })).toMatchObject({ is: 'now', when: 'Ingen dag är bestämd än' });
});

test('an agreed time stands instead of the day, and when it has been it is not called late', () => {
  const agreed = { dueOn: '2026-11-20', agreedAt: '2026-12-10T16:00:00+00:00' };
  expect(row(agreed)).toMatchObject({ is: 'now', when: 'Bestämt till torsdag 10 december kl. 17.00' });
  expect(row({ ...agreed, agreedAt: '2026-11-23 16:00:00+00' })).toMatchObject({
    ...{ is: 'now', when: 'Var bestämt till måndag 23 november kl. 17.00' },
  });
});

test('who does it is told with names', () => {
  const by = (doers: WayStep['doers'], home: Partial<Matter> = {}) => row({ doers, doerName: 'Polisen' }, home)?.by;
  expect(by(['family', 'gfo'], { coordinators: ['Maja Påhittsson', 'Daniel Exempelby'] })).toEqual([
    { who: 'ni' },
    { who: 'gfo', name: 'GFO, Maja Påhittsson och Daniel Exempelby' },
  ]);
  expect(by(['adult', 'authority'])).toEqual([
    { who: 'ni', name: 'Du, Amira' },
    { who: 'myndighet', name: 'Polisen' },
  ]);
  expect(by(['municipality'])).toEqual([{ who: 'kommun' }]);
});

test('what the family can do itself waits for it: its own steps, and common ones that have no day', () => {
  const waits = (changed: Partial<WayStep>) => waitingForFamily(rows([changed])).map(({ turn }) => turn);
  expect(waits({ doers: ['adult'], dueOn: '2026-12-02' })).toEqual(['du']);
  expect(waits({ doers: ['adult'], dueOn: '2026-11-02' })).toEqual(['du']);
  expect(waits({ doers: ['adult', 'authority'], dueOn: '2026-12-02' })).toEqual(['du']);
  expect(waits({ doers: ['adult', 'authority'], dueOn: '2026-11-02' })).toEqual([]);
  expect(waits({ doers: ['family', 'gfo'] })).toEqual(['ni']);
  expect(waits({ doers: ['family', 'gfo'], rough: true, dueOn: '2027-02-01' })).toEqual([]);
  expect(waits({ doers: ['gfo'] })).toEqual([]);
});

test('what is further on waits for the family only when it is late', () => {
  const ahead = (dueOn: string) => waitingForFamily(rows([{}, { doers: ['adult'], dueOn }]));
  expect(ahead('2026-12-24')).toEqual([]);
  expect(ahead('2026-11-20')).toHaveLength(1);
});

test('while they pause nothing is late, nothing waits for them and no day is told', () => {
  const paused = rows([{ doneOn: '2026-11-01' }, { doers: ['adult'], dueOn: '2026-11-02' }, { dueOn: '2026-12-02' }], {
    pausedUntil: '2027-04-01',
  });
  expect(paused.map(({ is }) => is)).toEqual(['done', 'now', 'ahead']);
  expect(paused.map(({ when }) => when)).toEqual(['Klart söndag 1 november', whenTexts.paused, undefined]);
  expect(waitingForFamily(paused)).toEqual([]);
});

test('what a home has gone past without doing it is not on its way any more', () => {
  expect(rows([{ stage: 'interest' }, { stage: 'interest', doneOn: '2026-11-01' }, {}]).map(({ is }) => is)).toEqual([
    'done',
    'now',
  ]);
  const closed = wayOf(matter({ phase: 'closed', way: [registered, call] }), now);
  expect(closed.map(({ is }) => is)).toEqual(['done']);
});

test('one sentence says where the home is', () => {
  expect(situationOf(matter(), now)).toBe('promised');
  expect(situationOf(matter(), now.add({ hours: 48 }))).toBe('overdue');
  expect(situationOf(matter({ pausedUntil: '2027-04-01' }), now)).toBe('paused');
  expect(situationOf(matter({ phase: 'closed', pausedUntil: '2027-04-01' }), now)).toBe('closed');
  expect(situationOf(matter({ phase: 'home', callBy: null }), now)).toBe('home');
});

test('in an assessment the steps are counted', () => {
  const assessed = matter({ phase: 'assessment', callBy: null });
  const lead = (...way: Partial<WayStep>[]) => leadOf(assessed, rows(way), now, (number) => `<${number}>`);
  expect(lead({ doneOn: '2026-11-01' }, {})).toBe('Kartläggningen har börjat. Ett steg är klart, ett är kvar.');
  expect(lead({}, {})).toBe('Kartläggningen har börjat. <0> steg är klara, <2> är kvar.');
  expect(lead()).toBe('Kartläggningen har börjat.');
});

test('pausing and leaving belong to a home on its way; one that cares for children speaks with its coordinator', () => {
  expect((['interest', 'assessment', 'home', 'closed'] as const).map((phase) => isOnTheWay({ phase }))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(kindOf({ phase: 'home', isFosterHome: true, isEmergencyHome: true })).toContain('familjehem och jourhem');
  expect(kindOf({ phase: 'home', isFosterHome: false, isEmergencyHome: true })).toBe('Mina sidor för jourhem');
  expect(kindOf({ phase: 'interest', isFosterHome: true, isEmergencyHome: true })).toBe('Mina sidor');
});

test('nothing is approved or promised', () => {
  expect(JSON.stringify(leadTexts)).not.toMatch(/godkän|lova|garant|blir familjehem/i);
});
