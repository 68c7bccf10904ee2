import { PERSON_LIMITS, personTexts } from '../../shared/form/person.text.ts';

/** How much each answer may hold: people first, storage second. */
export const LIMITS = { ...PERSON_LIMITS, adults: 10, children: 12, age: 25, question: 1500 } as const;

const number = new Intl.NumberFormat('sv-SE');

export const faultTexts = {
  considering: 'Välj vad ni tänker på. Det går bra att inte veta än.',
  municipality: 'Välj kommunen där ni bor',
  adultsMissing: 'Skriv hur många vuxna som bor i hemmet',
  adultsUnreadable: `Skriv antalet vuxna med en siffra från 1 till ${LIMITS.adults}, till exempel 2`,
  childrenMissing: 'Skriv hur många barn som bor hemma. Skriv 0 om det inte bor några barn hos er.',
  childrenUnreadable: `Skriv antalet barn med en siffra från 0 till ${LIMITS.children}, till exempel 2`,
  agesUnreadable: 'Skriv bara barnens åldrar i år, till exempel 4, 7 och 12',
  agesWithoutChildren: 'Ni har skrivit åldrar men 0 barn. Ändra antalet, eller ta bort åldrarna.',
  agesCount: (children: number, ages: number) =>
    ages === 0
      ? 'Skriv hur gamla barnen är, till exempel 4, 7 och 12'
      : `Skriv en ålder för varje barn. Ni har skrivit ${children} barn men ${ages === 1 ? 'en ålder' : `${ages} åldrar`}.`,
  questionTooLong: (length: number) =>
    `Texten får vara högst ${number.format(LIMITS.question)} tecken. Den är ${number.format(length)} tecken nu. Resten kan ni berätta när vi hörs.`,
  firstName: 'Skriv ert förnamn',
  lastName: 'Skriv ert efternamn',
  nameTooLong: personTexts.nameTooLong,
  emailMissing: 'Skriv er e-postadress',
  emailTooLong: 'Adressen är för lång. Kontrollera den.',
  emailUnreadable: personTexts.emailUnreadable,
  phoneUnreadable: personTexts.phoneUnreadable,
  phoneForCall: 'Skriv ett telefonnummer, eller välj att vi mejlar först',
  way: 'Välj hur ni vill att vi hör av oss',
};

export const consideringTexts = {
  foster_home: { label: 'Familjehem', hint: 'Ett barn bor hos er, ofta länge.' },
  emergency_home: { label: 'Jourhem', hint: 'Barn bor hos er en kortare tid när det är bråttom.' },
  not_sure: { label: 'Vet inte än', hint: 'Det kan vi prata om.' },
} as const;

export const municipalityTexts = {
  harnosand: 'Härnösand',
  kramfors: 'Kramfors',
  solleftea: 'Sollefteå',
  timra: 'Timrå',
  ange: 'Ånge',
  ornskoldsvik: 'Örnsköldsvik',
} as const;

export const contactWayTexts = {
  phone: { label: 'Ring oss' },
  text_first: { label: 'Skicka sms först, ring sedan' },
  email_first: { label: 'Mejla först, så bestämmer vi en tid' },
} as const;

export const contactTimeTexts = {
  morning: 'Förmiddag',
  afternoon: 'Eftermiddag',
  any_time: 'Det spelar ingen roll',
} as const;

export const heardFromTexts = {
  friend: 'En vän eller släkting',
  foster_home: 'Någon som är familjehem',
  social_media: 'Sociala medier',
  media: 'Tidning, radio eller tv',
  event: 'En träff eller ett evenemang',
  work_or_association: 'Jobbet eller en förening',
  municipality: 'Kommunen',
  web_search: 'Vi sökte på nätet',
  poster: 'Affisch eller broschyr',
  other: 'På annat sätt',
} as const;

/** What GFO does first, as the family chose it: "en familjehemssamordnare … senast …". */
export const promiseTexts = {
  phone: 'ringer er',
  text_first: 'skickar ett sms och ringer er sedan',
  email_first: 'mejlar er',
} as const;

/** The labels of the fields, the same on the pages, in the summary and in the list of faults. */
export const fieldTexts = {
  considering: 'Vad tänker ni på?',
  municipality: 'Vilken kommun bor ni i?',
  heard: 'Hur hörde ni talas om oss?',
  adults: 'Hur många vuxna bor i hemmet?',
  children: 'Hur många barn bor hemma?',
  ages: 'Hur gamla är barnen?',
  question: 'Är det något ni undrar över redan nu?',
  firstName: 'Förnamn',
  lastName: 'Efternamn',
  email: 'E-post',
  phone: 'Telefon',
  way: 'Hur vill ni att vi hör av oss?',
  times: 'När passar det bäst?',
} as const;
