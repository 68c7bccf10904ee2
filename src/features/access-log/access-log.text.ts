import type { Line } from './access-log.schema.ts';

export const roleTexts = {
  coordinator: 'familjehemssamordnare',
  communicator: 'kommunikatör',
  head: 'enhetschef',
} as const satisfies Record<Line['role'], string>;

/** Why they could. */
export const groundTexts = {
  registration: 'Kartläggningen hade inte börjat',
  coordinator: 'Samordnar hemmet',
  head: 'Enhetschef',
  break_glass: 'Tillfällig åtkomst med skäl',
} as const satisfies Record<NonNullable<Line['ground']>, string>;

/** What was changed, by the name that the database gives it. */
const changeTexts = new Map(
  Object.entries({
    assessment_began: 'Började kartläggningen',
    coordinator_added: 'Lade till en samordnare',
    coordinator_removed: 'Tog bort en samordnare',
    staff_related: 'Antecknade att någon är jävig',
    staff_unrelated: 'Tog bort en anteckning om jäv',
    address_changed: 'Ändrade adressen',
    adult_invited: 'Bjöd in en vuxen',
    adult_changed: 'Ändrade en vuxens namn eller kontaktuppgifter',
    adult_left: 'Tog bort en vuxen',
    call_reached: 'Antecknade ett samtal',
    call_missed: 'Antecknade ett samtal utan svar',
    note_written: 'Skrev en anteckning',
    step_changed: 'Ändrade ett steg på vägen',
    message_written: 'Skrev ett meddelande',
    paused: 'Pausade',
    resumed: 'Avslutade pausen',
    ask_again_set: 'Bestämde när vi frågar igen',
    closed: 'Avslutade ärendet',
    reopened: 'Öppnade ärendet igen',
    handed_over: 'Lämnade över hemmet',
    interest_registered: 'Skrev in en anmälan',
    entered_by_hand: 'Skrev in hemmet',
    joined: 'Slog ihop två anmälningar',
    parted: 'Delade på två hem',
    addition_accepted: 'Bekräftade ett tillägg',
    addition_discarded: 'Kastade ett tillägg',
    addition_restored: 'Tog tillbaka ett kastat tillägg',
    information_invited: 'Bjöd in till Så funkar det',
    question_flagged: 'Märkte en fråga som allvarlig',
    silence: 'Ändrade hur en vuxen nås',
    request_decided: 'Besvarade en begäran',
    protection_began: 'Satte på skyddade personuppgifter',
    protection_ended: 'Tog bort skyddade personuppgifter',
    booking_made: 'Bokade åt hemmet',
    booking_moved: 'Flyttade en bokning',
    booking_offered: 'Erbjöd en plats utanför turordningen',
    booking_cancelled: 'Avbokade åt hemmet',
  }),
);

const openedTexts = new Map([
  ['requests', 'Läste begäran om radering och insyn'],
  ['messages', 'Läste meddelanden'],
]);

/** How a home was come upon without being opened. */
const foundTexts = new Map([
  ['address', 'Skrev en e-postadress som hör till hemmet'],
  ['entered', 'Skrev in hemmet en gång till'],
]);

/** What happened, in words. */
export function happened({ action, details }: Pick<Line, 'action' | 'details'>): string {
  if (action === 'found') return foundTexts.get(details ?? '') ?? 'Fick fram hemmet i en sökning';
  if (action === 'opened') return openedTexts.get(details ?? '') ?? 'Öppnade hemmet';
  if (action === 'listed') return 'Såg namn på deltagarlistan till något som hemmet har bokat';
  if (action === 'asked') return `Bad om tillfällig åtkomst: ”${details ?? ''}”`;
  return changeTexts.get(details ?? '') ?? 'Ändrade något';
}

export const faultTexts = {
  number: 'Skriv hemmets nummer med siffror, till exempel 12',
} as const;

export const doneTexts = {
  last: 'Åtkomsten är märkt som läst.',
  avslutad: 'Åtkomsten är avslutad. Hemmet går inte längre att öppna med den.',
} as const;
