import type { Reason } from './change.ts';
import type { HistoryEvent, Home } from './home.ts';
import type { HomeRow } from './home-list.ts';

/** How much each answer may hold, as the database has it. */
export const LIMITS = { address: 300, times: 200, reasonShortest: 10, reason: 500, query: 100 } as const;

export const faultTexts = {
  reasonShort: `Skriv varför du behöver öppna hemmet, med minst ${LIMITS.reasonShortest} tecken`,
  reasonLong: `Skriv kortare. Skälet får vara högst ${LIMITS.reason} tecken.`,
  colleague: 'Välj vem det gäller',
  addressLong: `Adressen får vara högst ${LIMITS.address} tecken`,
  timesMissing: 'Skriv när vi får ringa, till exempel vardagar kl. 12–13',
  timesLong: `Skriv kortare. Tiderna får vara högst ${LIMITS.times} tecken.`,
  firstName: 'Skriv förnamnet',
  lastName: 'Skriv efternamnet',
  queryMissing: 'Skriv ett namn eller ett nummer',
  queryShort: 'Skriv minst två bokstäver av namnet',
  queryLong: `Skriv kortare. Det räcker med namnet eller numret.`,
} as const;

export const phaseTexts: Record<Home['phase'], string> = {
  interest: 'Intresseanmälan',
  assessment: 'Kartläggning',
  home: 'Hem',
  closed: 'Avslutat',
};

/** What a home is, or thinks of becoming. */
export const kindTexts: Record<NonNullable<HomeRow['kind']['considering']>, string> = {
  foster_home: 'Familjehem',
  emergency_home: 'Jourhem',
  not_sure: 'Vet inte än',
};

export function kindOf({ considering, fosterHome, emergencyHome }: HomeRow['kind']): string {
  if (fosterHome && emergencyHome) return 'Familjehem och jourhem';
  if (fosterHome) return kindTexts.foster_home;
  if (emergencyHome) return kindTexts.emergency_home;
  return considering ? kindTexts[considering] : 'Inte angivet';
}

/** On what ground the home stands open, said to the one who reads. */
export const groundTexts: Record<Home['ground'], string> = {
  registration: 'Alla samordnare kan öppna hemmet tills kartläggningen börjar.',
  coordinator: 'Du är samordnare för hemmet.',
  head: 'Du öppnar hemmet som enhetschef.',
  break_glass: 'Du läser hemmet med ett skäl som du har angett.',
};

/** Why a step was not taken, and what to do instead. */
export const reasonTexts: Record<Reason, string> = {
  closed: 'Hemmet är inte längre öppet för dig. Ingenting har ändrats.',
  begun_already: 'Kartläggningen har redan börjat. Ingenting har ändrats.',
  erasure_waits: 'Någon i hemmet har bett om radering. Besluta om det först: när kartläggningen har börjat går det inte längre.',
  coordinators_only: 'Hemmet har skyddade personuppgifter. Be någon av hemmets samordnare att göra det här.',
  not_this_one: 'Det går inte att välja just den personen här. Ladda om sidan och välj igen.',
  last_coordinator: 'Hemmet måste ha en samordnare. Lägg till en annan först.',
  head_only: 'Bara enhetschefen kan skriva in jäv för en enhetschef. Be enhetschefen göra det.',
  too_many: 'Hemmet har redan tio vuxna. Fler går inte att bjuda in.',
  address_taken: 'Adressen används redan av någon i ett hem. Var och en behöver en egen adress.',
  staff_address: 'Adressen tillhör en medarbetare. Den som är både familjehem och medarbetare behöver en egen adress för hemmet.',
  last_adult: 'Det är den sista vuxna i hemmet. När kartläggningen har börjat måste någon finnas kvar.',
  missing: 'Hemmet finns inte, eller är inte öppet för dig.',
  changed_meanwhile: 'Någon annan hann före. Ingenting är sparat än, och det du skrev står kvar.',
  closed_already: 'Ärendet är redan avslutat.',
  not_a_month: 'Välj en månad som kommer, högst två år fram.',
  not_ahead: 'Välj en dag som kommer.',
  same_home: 'Skriv numret på ett annat hem än det här.',
  joined_already: 'Ett av hemmen är redan sammanslaget med ett annat. Ingenting har ändrats.',
  is_case: 'Kartläggningen har börjat i hemmet som skulle försvinna. Låt det vara kvar.',
  holds_joined: 'Hemmet som skulle försvinna är redan två som har slagits ihop. Låt det vara kvar.',
  erasure_first: 'Någon i ett av hemmen har bett om radering. Besluta om det först.',
  too_many_together: 'Tillsammans är de fler än tio vuxna. Ta bort den som inte ska vara med först.',
  coordinator_related: 'En samordnare för ett av hemmen är jävig i det andra. Byt samordnare först.',
  try_again: 'Något hände i hemmen i samma stund. Titta igen och försök en gång till.',
  parted_already: 'Hemmen är redan delade. Ingenting har ändrats.',
  case_together: 'Kartläggningen har börjat. Då går det inte att dela på hemmen.',
  settled_already: 'Anmälan är redan bekräftad, kastad eller raderad. Ingenting har ändrats.',
};

/** What has just been done, said on the page that comes after. The key stands in that page's address. */
export const doneTexts = {
  stangt: { text: reasonTexts.closed, bad: true },
  laser: { text: 'Du läser med skäl och kan inte ändra något.', bad: true },
  skyddat: { text: reasonTexts.coordinators_only, bad: true },
  borjad: { text: reasonTexts.begun_already, bad: true },
  avslutad: { text: 'Ärendet är avslutat. Öppna det igen först.', bad: true },
  kartlaggning: 'Kartläggningen har börjat. Nu kan bara hemmets samordnare och enhetschefen öppna hemmet.',
  samordnare: 'Samordnaren är tillagd.',
  'samordnare-bort': 'Samordnaren är borttagen från hemmet.',
  jav: 'Jävet är inskrivet. Den personen kan inte längre öppna eller hitta hemmet.',
  'jav-bort': 'Jävet är borttaget.',
  skydd: 'Hemmet är markerat. Inga mejl går ut, och bara hemmets samordnare ser kommun och adress.',
  'skydd-bort': 'Markeringen är borttagen. Mejl går ut igen, utom till den som har valt den tysta vägen.',
  adress: 'Adressen är sparad.',
  'adress-bort': 'Ingen adress är sparad.',
  vuxen: 'Den vuxna är tillagd i hemmet.',
  'vuxen-andrad': 'Uppgifterna om den vuxna är sparade.',
  'vuxen-bort': 'Den vuxna är borttagen ur hemmet och kan inte längre logga in.',
  tyst: 'Den tysta vägen gäller. Vi mejlar inte, och ringer bara på de tiderna.',
  'tyst-bort': 'Den tysta vägen är avslutad. Personen nås som de andra i hemmet.',
  fraga: 'Frågan är märkt: den borde inte stå här. Det som familjen skrev står kvar som det är.',
  inlagt: 'Hemmet är inlagt.',
  'inlagt-inbjuden': 'Hemmet är inlagt, och ett mejl om inloggningen är på väg.',
  inbjudna: 'Mejlet om inloggningen är på väg.',
  'ingen-inbjuden': { text: 'Det fanns ingen att bjuda in. Ingenting har skickats.', bad: true },
  tillagg: 'Anmälan är bekräftad. Den är familjens.',
  'tillagg-kastat': 'Anmälan är kastad. Har den lovat ett samtal gäller det inte längre.',
  'tillagg-ater': 'Anmälan finns igen. Den är inte bekräftad.',
  sammanslaget: 'Hemmen är sammanslagna. Allt finns här.',
  delat: 'Hemmen är delade. Var och en har sitt igen.',
  skal: 'Hemmet är öppet för dig att läsa i ett dygn. Enhetschefen ser ditt skäl.',
} as const;
export type Done = keyof typeof doneTexts;

/** The same with the name of whom it was about, where the page knows it. The name stands in no address. */
export function doneTextsFor(name: string | undefined): Record<Done, string | { text: string; bad?: boolean }> {
  if (!name) return doneTexts;
  return {
    ...doneTexts,
    samordnare: `${name} är samordnare för hemmet.`,
    'samordnare-bort': `${name} är inte längre samordnare för hemmet.`,
    jav: `Jävet för ${name} är inskrivet. Hen kan inte längre öppna eller hitta hemmet.`,
    'jav-bort': `Jävet för ${name} är borttaget.`,
    vuxen: `${name} är tillagd i hemmet.`,
    'vuxen-andrad': `Uppgifterna om ${name} är sparade.`,
    tyst: `Den tysta vägen gäller för ${name}. Vi mejlar inte, och ringer bara på de tiderna.`,
    'tyst-bort': `Den tysta vägen är avslutad för ${name}, som nås som de andra i hemmet.`,
  };
}

/** What an adult asks for that waits for a decision. */
export const requestTexts: Record<Home['requests'][number]['kind'], (name: string) => string> = {
  erasure: (name) => `${name} har bett om radering`,
  insight: (name) => `${name} har begärt insyn`,
};

/** The history in words. Who did it stands beside. */
export const eventTexts: Record<HistoryEvent['kind'], string> = {
  interest_registered: 'Anmälde intresse',
  interest_added: 'Ännu en anmälan från en adress som vi redan kände. Den är inte bekräftad.',
  interest_repeated: 'Skickade samma anmälan igen',
  question_flagged: 'Märkte frågan i anmälan: den borde inte stå här',
  mail_undelivered: 'Ett mejl kom inte fram',
  adult_invited: 'La till en vuxen',
  adult_changed: 'Ändrade namn eller kontaktuppgifter för en vuxen',
  adult_left: 'Tog bort en vuxen ur hemmet',
  call_reached: 'Ringde och pratade',
  call_missed: 'Ringde utan svar',
  note_written: 'Skrev en anteckning',
  step_changed: 'Ändrade ett steg på vägen',
  message_written: 'Skrev ett meddelande',
  adult_accepted: 'Tackade ja till att vara med',
  adult_declined: 'Tackade nej till att vara med',
  adult_withdrew: 'Avslutade sin del',
  paused: 'Pausade',
  resumed: 'Avslutade pausen',
  ask_again_set: 'Bestämde när vi frågar igen',
  closed: 'Avslutade hemmets ärende',
  reopened: 'Öppnade hemmets ärende igen',
  handed_over: 'Lämnade över till en annan samordnare',
  entered_by_hand: 'Skrev in hemmet',
  information_invited: 'Bjöd in till Så funkar det',
  joined: 'Slog ihop två anmälningar från samma hem',
  parted: 'Delade på två hem som hade slagits ihop',
  addition_accepted: 'Bekräftade tillägget',
  addition_discarded: 'Kastade tillägget',
  addition_restored: 'Tog tillbaka tillägget som hade kastats',
  assessment_began: 'Började kartläggningen',
  coordinator_added: 'La till en samordnare',
  coordinator_removed: 'Tog bort en samordnare',
  staff_related: 'Skrev in jäv för en medarbetare',
  staff_unrelated: 'Tog bort jäv för en medarbetare',
  protection_began: 'Markerade skyddade personuppgifter',
  protection_ended: 'Tog bort markeringen om skyddade personuppgifter',
  address_changed: 'Ändrade adressen',
  contact_changed: 'Ändrade kontaktuppgifter',
  contact_shared: 'Visade sina kontaktuppgifter för andra vuxna i hemmet',
  contact_unshared: 'Slutade visa sina kontaktuppgifter för andra vuxna i hemmet',
  silence_began: 'Började den tysta vägen för en vuxen, eller ändrade tiderna',
  silence_ended: 'Avslutade den tysta vägen för en vuxen',
  mail_withheld: 'Ett mejl stannade hos oss, för mottagaren tar inte emot mejl. Ring i stället.',
  request_made: 'Begärde insyn eller radering',
  request_withdrawn: 'Tog tillbaka sin begäran',
  request_decided: 'Beslutade om en begäran',
  erasure_announced: 'Förvarnade om att uppgifterna snart raderas. Den som tar emot mejl fick ett mejl.',
  erasure_called_off: 'Raderingen ställdes in: en vuxen i hemmet loggade in',
  erased: 'Uppgifterna raderades',
};

const askedTexts = {
  erasure: {
    request_made: 'Begärde radering',
    request_withdrawn: 'Tog tillbaka sin begäran om radering',
    request_decided: 'Beslutade om en begäran om radering',
  },
  insight: {
    request_made: 'Begärde insyn',
    request_withdrawn: 'Tog tillbaka sin begäran om insyn',
    request_decided: 'Beslutade om en begäran om insyn',
  },
} as const;

/** One line of the history: what happened, to whom when the home's page knows it, and how many times that day. */
export function happened({ kind, actor, adult, request, times }: HistoryEvent & { times: number }): string {
  const asked =
    request && kind in askedTexts[request] ? askedTexts[request][kind as keyof (typeof askedTexts)['erasure']] : undefined;
  const about = adult && actor !== 'family' ? `: ${adult}` : '';
  const often = times > 1 ? `, ${times} gånger` : '';
  return `${asked ?? eventTexts[kind]}${about}${often}`;
}
