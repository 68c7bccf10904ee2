import type { Opening } from './my-home.schema.ts';

export const LIMITS = { times: 200 } as const;

export const faultTexts = {
  emailMissing: 'Skriv den nya adressen',
  phoneForSilence: 'Skriv ett telefonnummer. På den tysta vägen är det så vi når dig.',
  codesUnsaid: 'Välj om vi får mejla koden när du loggar in',
  timesMissing: 'Skriv när vi får ringa, till exempel vardagar mellan 10 och 12',
  timesTooLong: (length: number) => `Texten får vara högst ${LIMITS.times} tecken. Den är ${length} tecken nu.`,
} as const;

/** What has just been done, as each page says it on the next view. */
export const phoneDoneTexts = {
  telefon: 'Ditt telefonnummer är ändrat.',
  'telefon-borta': 'Ditt telefonnummer är borttaget.',
} as const;
/** Whether the address is somebody's already is not told, so all are answered alike. */
export const emailDoneTexts = {
  epost: 'Titta i inkorgen för den nya adressen. Har du fått ett mejl från oss bekräftar du bytet där, inom ett dygn.',
} as const;
export const addressTexts = {
  same: 'Det är den adressen du redan loggar in med',
  no_mail: 'Vi mejlar inte till dig. Ring oss, så byter vi adressen.',
  many: 'Du har bett om många mejl i dag. Vänta till i morgon, eller ring oss.',
  old: 'Länken gäller inte längre. Be om ett nytt mejl.',
  taken: 'Adressen används av någon annan. Ring oss om det är fel.',
} as const;
export const sharingDoneTexts = {
  delar: 'Du visar nu din telefon och e-post för de vuxna i hemmet som visar sina för dig.',
  'delar-inte': 'Din telefon och e-post visas inte längre för andra i hemmet.',
  fragad: 'Frågan är ställd. Den du bjöd in får ett mejl, eller ett samtal från oss, och svarar själv.',
  tillbaka: 'Inbjudan är tillbakatagen.',
  'redan-svarat': 'Inbjudan går inte att ta tillbaka längre. Den är redan besvarad eller tillbakatagen.',
} as const;
export const silenceDoneTexts = {
  tyst: 'Sparat. Vi mejlar inte, och ringer bara de tider du har skrivit.',
  'tyst-dold':
    'Sparat. Vi mejlar inte, och ringer bara de tider du har skrivit. Din telefon och e-post visas inte längre för andra i hemmet.',
  'tyst-slut': 'Den tysta vägen är avslutad. Vi hör av oss som vanligt igen.',
} as const;

const SAVED = {
  hidden: 'Din telefon och e-post visas inte längre för andra i hemmet.',
  phone: 'Telefonnumret är sparat.',
} as const;
export type Saved = keyof typeof SAVED;

/** Something broke when only a part was saved: which part, and that the silent way is as it was. */
export function halfSavedText(saved: readonly Saved[]): string {
  return `${saved.map((part) => SAVED[part]).join(' ')} Resten gick inte att spara, så den tysta vägen är som den var: se nedan. Försök igen, eller ring oss.`;
}

/** What was done, in the middle of a sentence that begins with who. */
export const openingTexts: Record<Opening['action'], string> = {
  found: 'såg att hemmet finns, i en sökning',
  opened: 'läste',
  changed: 'ändrade eller lade till något',
  asked: 'fick rätt att läsa i ett dygn',
  listed: 'såg era namn på listan över dem som har bokat något hos oss',
};

/** Why no code comes to who signs out, and what that means. */
export const noCodeTexts = {
  silent: 'Du är på den tysta vägen och får ingen kod.',
  protected: 'Ert hem har skyddade personuppgifter och du får ingen kod.',
} as const;

/** Where the home is, in one sentence. */
export const leadTexts = {
  assessment: 'Kartläggningen har börjat.',
  promised: 'Er anmälan finns hos oss. Nu är det vår tur.',
  overdue: 'Er anmälan finns hos oss. Tiden då vi senast skulle höra av oss har gått.',
  unpromised: 'Er anmälan finns hos oss. Här står vem som gör vad, och vad som kommer sedan.',
  paused: 'Ni har pausat. Det ni har gjort finns kvar.',
  home: 'Här skriver du till er samordnare, och ser vad vi har sparat om dig.',
  closed: 'Det är avslutat hos oss.',
} as const;

/** Above the name: which pages these are. */
export const kindTexts = {
  both: 'Mina sidor för familjehem och jourhem',
  foster: 'Mina sidor för familjehem',
  emergency: 'Mina sidor för jourhem',
  other: 'Mina sidor',
} as const;

/** What has just been done about the way as a whole. */
export const wayDoneTexts = {
  pausat: 'Pausen är sparad. Finns det fler vuxna hos er ser de den också.',
  igang: 'Pausen är slut. Ni fortsätter där ni var.',
  valkommen: 'Välkommen! Nu är du med här.',
} as const;

/** By when a step is done. */
export const whenTexts = {
  done: (day: string) => `Klart ${day}`,
  by: (time: string) => `Senast ${time}`,
  lateSince: (time: string) => `Försenat sedan ${time}`,
  roughly: (month: string) => `Troligen i ${month}`,
  agreed: (time: string) => `Bestämt till ${time}`,
  wasAgreed: (time: string) => `Var bestämt till ${time}`,
  asYouLike: 'När ni vill',
  undecided: 'Ingen dag är bestämd än',
  paused: 'Väntar medan ni pausar',
} as const;
