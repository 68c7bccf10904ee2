import type { Checked } from './check-certificate.ts';

type Found = Extract<Checked, { ok: true }>;

export const nameTexts: Record<NonNullable<Found['name']>, { heading: string; text: string; kind: 'ok' | 'bad' | 'sun' }> = {
  same: { heading: 'Namnet stämmer', text: 'Det är namnet som står på intyget.', kind: 'ok' },
  other: {
    heading: 'Namnet stämmer inte',
    text: 'Det är inte det namn som står på intyget. Skriv det precis som på papperet, med alla för- och efternamn.',
    kind: 'bad',
  },
  gone: {
    heading: 'Namnet går inte att jämföra',
    text: 'Intyget är äkta, men uppgifterna om personen är raderade. Därför vet vi inte längre vems det är.',
    kind: 'sun',
  },
};

export const checkTexts = {
  lead: 'På intyget står en kod. Här ser ni om det är äkta, och vilken kurs det gäller.',
  malformed: 'Det är ingen kod från ett av våra intyg. Den har tolv tecken, till exempel K7M4-RWX2-PQ9T.',
  codeMissing: 'Skriv koden som står på intyget',
  nameMissing: 'Skriv namnet som står på intyget',
  nameTooLong: 'Namnet får vara högst 200 tecken',
} as const;
