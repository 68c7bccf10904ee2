import { expect, test } from 'vitest';
import { wishSchema } from '../../../../src/features/data-request/data-request.schema.ts';
import { faultTexts } from '../../../../src/features/data-request/data-request.text.ts';
import { copySchema } from '../../../../src/features/data-request/my-copy.schema.ts';
import { eventTexts } from '../../../../src/features/data-request/my-copy.text.ts';
import { copyInWords } from '../../../../src/features/data-request/my-copy.ts';
import { waits } from '../../../../src/features/data-request/my-requests.ts';
import { Constants } from '../../../../src/shared/db/database.types.ts';

const at = '2026-11-24T09:00:00+00:00';
const wayStep = (changed: object) => ({
  ...{ id: '00000000-0000-4000-8000-000000000002', key: 'a_step', stage: 'assessment', doers: ['gfo'], doerName: null },
  ...{ about: null, adult: null, own: false, dueOn: null, rough: false, agreedAt: null, doneOn: null, lateAbout: null },
  lateNote: null,
  ...changed,
});
const copy = {
  madeAt: at,
  home: { number: 7, municipality: 'timra', phase: 'assessment', registeredAt: at, address: 'Påhittsvägen 1' },
  coordinators: [{ name: 'Maja Påhittsson', since: at }],
  me: {
    ...{ firstName: 'Amira', lastName: 'Exempelsson', email: 'amira@exempel.example', phone: '+46701740605' },
    ...{ joinedAt: at, sharesContactSince: at, silentSince: at, silentTimes: 'Vardagar 10–12', silentTakesCodes: true },
    wishedEmail: 'ny-amira@exempel.example',
  },
  registrations: [
    {
      ...{ registeredAt: at, considering: 'foster_home', municipality: 'timra', adults: 2, childAges: [4, 7] },
      ...{ firstName: 'Amira', lastName: 'Exempelsson', email: 'amira@exempel.example', phone: null, way: 'email_first' },
      ...{ times: ['morning'], heardFrom: ['friend'], question: 'Kan man ha hund?', campaign: 'stovlar', callBy: at },
      takenBy: 'Maja Påhittsson',
    },
  ],
  mails: [{ template: 'interest_received', writtenAt: at, state: 'withheld' }],
  requests: [
    {
      ...{ id: '00000000-0000-4000-8000-000000000001', kind: 'insight', wish: 'Det om barnen', askedAt: at },
      ...{ withdrawnAt: null, decision: 'partly', reason: 'Det som rör en annan person är sekretess.', decidedAt: at },
    },
  ],
  bookings: [
    {
      ...{ title: 'Ett hem att växa i', startsAt: at, form: 'physical', seats: 2, state: 'booked', madeAt: at },
      ...{ access: ['hearing_loop', 'step_free'], accessText: 'Nära dörren', food: 'Ingen fisk', question: 'Får vi fika?' },
    },
  ],
  messages: [
    { at, mine: true, body: 'Kan vi ses på kvällen?' },
    { at, mine: false, body: 'Ja, gärna.' },
  ],
  way: [
    wayStep({ heading: 'Ni anmälde intresse', doneOn: '2026-11-23' }),
    wayStep({ heading: 'Första hembesöket', dueOn: '2026-12-14', agreedAt: '2026-12-10T16:00:00+00:00' }),
    wayStep({ heading: 'Samtal', dueOn: '2027-02-22', rough: true }),
  ],
  events: [
    { at, kind: 'silence_began', actor: 'family' },
    { at, kind: 'assessment_began', actor: 'staff' },
  ],
  opened: [{ at, role: 'head', action: 'opened', ground: 'break_glass' }],
  learning: {
    courses: [
      {
        ...{ activity: 'connect', title: 'Connect' },
        parts: [
          { part: 1, state: 'attended', occasion: 3, startsAt: at, endsAt: at, form: 'digital' },
          { part: 2, state: 'remaining' },
        ],
      },
    ],
    certificates: [
      {
        ...{ code: 'K7M4RWX2PQ9T', activity: 'connect', title: 'Connect', name: 'Vera Exempelgren', parts: 2, year: 2026 },
        ...{ finishedOn: '2026-11-20', issuedAt: at, withdrawnAt: null },
      },
    ],
  },
  sessions: [{ beganAt: at, lastSeenAt: at, endedAt: null }],
};
const words = {
  municipality: { timra: 'Timrå' },
  considering: { foster_home: { label: 'Familjehem' } },
  way: { email_first: { label: 'Mejla först' } },
  times: { morning: 'Förmiddag' },
  heardFrom: { friend: 'En vän' },
};
const read = (changed: object = {}) => copyInWords(copySchema.parse({ ...copy, ...changed }), words);

test('everything that is held stands in the copy to read', () => {
  const text = JSON.stringify(read());
  for (const held of [
    ...['Amira', 'Exempelsson', 'amira@exempel.example', '070-174 06 05', 'Påhittsvägen 1', 'Vardagar 10–12', 'Timrå'],
    ...['Familjehem', '4 år, 7 år', 'Kan man ha hund?', 'stovlar', 'Mejla först', 'Förmiddag', 'En vän', 'Tack, vi hör av oss'],
    ...['skickades inte', 'Det om barnen', 'Ja, till en del', 'Det som rör en annan person är sekretess.', 'Enhetschef'],
    ...['Den tysta vägen börjad eller ändrad: du själv', 'Kartläggningen började: en medarbetare på GFO', 'med angivet skäl'],
    ...['Du: Kan vi ses på kvällen?', 'GFO: Ja, gärna.', 'Klart 23 november 2026', 'troligen omkring 22 februari 2027'],
    ...['Inte klart, bestämt till 10 december 2026 kl. 17.00, senast 14 december 2026'],
    ...['Ett hem att växa i', '24 november 2026 kl. 10.00, på plats, antal: 2, bokat', 'hörslinga, plats utan trappsteg'],
    ...['Nära dörren', 'Ingen fisk', 'Får vi fika?'],
    ...['Maja Påhittsson', 'Sedan 24 november 2026 kl. 10.00'],
  ])
    expect(text).toContain(held);
  expect(text).not.toContain('undefined');
});

test('what is not held is said too', () => {
  const [me] = read({ me: { ...copy.me, phone: null, silentSince: null, silentTimes: null, sharesContactSince: null } });
  expect(me?.rows).toContainEqual({ label: 'Telefon', value: 'Inget sparat' });
  expect(me?.rows).toContainEqual({ label: 'Den tysta vägen', value: 'Nej' });
  const empty = read({ coordinators: [], mails: [], requests: [], bookings: [], opened: [], messages: [], way: [] }).filter(
    ({ rows }) => rows.length === 0,
  );
  expect(empty.map(({ empty: said }) => said)).not.toContain(undefined);
  expect(empty).toHaveLength(7);
  expect(empty.find(({ heading }) => heading === 'Mejl till dig')?.about).toContain('koden');
});

test('where a home is stays hidden in the copy of a protected one', () => {
  const text = JSON.stringify(read({ home: { ...copy.home, municipality: null, address: null } }));
  expect(text).toContain('för att ni har skyddade personuppgifter');
  expect(text).not.toContain('Påhittsvägen');
});

test('a field that has no name here is refused rather than left out', () => {
  expect(copySchema.safeParse({ ...copy, notes: [] }).success).toBe(false);
  expect(copySchema.safeParse({ ...copy, me: { ...copy.me, shoeSize: 42 } }).success).toBe(false);
});

test('what happens to a home is told without a name, a reason or who else did it', () => {
  expect(Object.keys(eventTexts).sort()).toEqual([...Constants.public.Enums.household_event_kind].sort());
  expect(copySchema.safeParse({ ...copy, events: [{ at, kind: 'a new kind', actor: 'staff' }] }).success).toBe(false);
  expect(copySchema.safeParse({ ...copy, events: [{ ...copy.events[0], details: {} }] }).success).toBe(false);
});

test('a wish may be empty or 1 000 characters, and one more is told of', () => {
  expect(wishSchema.parse('  ')).toBeUndefined();
  expect(wishSchema.parse('x'.repeat(1000))).toHaveLength(1000);
  expect(wishSchema.safeParse('x'.repeat(1001)).error?.issues[0]?.message).toBe(faultTexts.wishTooLong(1001));
});

test('a request waits until it is decided or taken back', () => {
  const [request] = copySchema.parse(copy).requests;
  if (!request) throw new Error('no request');
  const open = { ...request, decision: null, decidedAt: null, reason: null };
  expect(waits([open], 'insight')).toBe(true);
  expect(waits([open], 'erasure')).toBe(false);
  expect(waits([request], 'insight')).toBe(false);
  expect(waits([{ ...open, withdrawnAt: request.askedAt }], 'insight')).toBe(false);
});
