import type { Reason } from './run-occasions.schema.ts';

export const LIMITS = {
  title: 120,
  theme: 120,
  about: 2000,
  place: 120,
  address: 200,
  link: 500,
  why: 500,
  subject: 100,
  body: 5000,
} as const;

export const STATE_WORDS = {
  proposed: 'Förslag',
  draft: 'Utkast',
  published: 'Publicerat',
  cancelled: 'Inställt',
} as const;

/** Why something could not be done to an occasion, when it is about no field of the form. */
export const reasonTexts: Record<Reason, string> = {
  missing: 'Det finns inte kvar. Någon annan kan ha ändrat det nyss.',
  changed: 'Någon annan har ändrat tillfället sedan du öppnade sidan. Inget av det du skrev är sparat än.',
  over: 'Det går inte längre: tillfället är inställt eller har varit.',
  not_now: 'Det går inte längre. Någon annan kan ha hunnit före: se efter hur det är nu.',
  no_sessions: 'Det behövs minst en träff.',
  too_many_sessions: 'Det blir för många. Ett tillfälle kan ha högst 100 tider.',
  form_without_seats: 'Antalet platser och hur träffarna hålls stämmer inte överens.',
  no_place: 'Skriv var det är. Den som ska komma dit behöver veta det.',
  not_staff: 'Den som skulle möta familjen har slutat. Välj någon annan.',
  booked: 'Någon har redan bokat. Det som ändrar tid, plats eller form för dem gör du med ”Flytta”, så att de får veta det.',
  begun: 'Det har redan börjat.',
  not_ahead: 'Välj en tid som kommer.',
  backwards: 'Sluttiden ska vara efter starttiden.',
  same: 'Det är samma tid och plats som förut.',
  not_this_form: 'Tillfället hålls inte så. Ändra hur det hålls först.',
  no_turn: 'Den bokningen väntar inte längre.',
  related: 'Du är närstående till den som väntar. Be en kollega ta beslutet.',
  full: 'Det finns inte så många lediga platser. Höj antalet platser först.',
  nobody: 'Det finns ingen att mejla till.',
};

/** What the page says has just been done, by `?klart=`. */
export const doneTexts: Record<string, { text: string; bad?: boolean } | string> = {
  sparat: 'Det är sparat.',
  gjort: 'Utkastet är sparat. Ingen ser det förrän du publicerar det.',
  'gjort-fore': {
    text: 'Utkastet är sparat, men någon annan har redan gjort ett tillfälle av samma besök eller svarat på det. Ta bort utkastet om det inte behövs.',
    bad: true,
  },
  kopierat: 'Här är kopian. Se över datumen, och publicera när du är klar.',
  publicerat: 'Det är publicerat och går att boka. Blev det fel kan du göra det till utkast igen, så länge ingen har bokat.',
  utkast: 'Det är ett utkast igen. Ingen ser det.',
  stangt: 'Bokningen är stängd. De som har bokat har kvar sina platser.',
  oppet: 'Bokningen är öppen igen.',
  slangt: 'Utkastet är borttaget.',
  ater: 'Utkastet är tillbaka.',
  lank: 'Det finns en ny länk. Den gamla fungerar inte längre.',
  flyttat: 'Det är flyttat, och de som har bokat får ett mejl med frågan om det fortfarande passar.',
  installt:
    'Det är inställt. Alla som hade bokat eller väntade får ett mejl. Vilka som inte kan nås så står under Deltagare: ring dem.',
  platser: 'Antalet platser är ändrat.',
  'platser-vidare': 'Antalet platser är ändrat, och de första i kön har fått ett erbjudande.',
  erbjudet: 'Platsen är erbjuden, och ett mejl är på väg.',
  mejlat: 'Mejlet är på väg.',
  tider: 'Tiderna är inlagda.',
  'tid-bort': 'Tiden är borttagen.',
};

/** What the list says has just been done. */
export const listTexts: Record<string, { text: string; bad?: boolean } | string> = {
  borta: { text: 'Det tillfället finns inte kvar.', bad: true },
  slangt: 'Utkastet är borttaget.',
  ar: 'Året är inlagt. Månader som redan fanns är som de var.',
  'ar-forslag': 'Året är inlagt. De dagar som skulle ha krockat med en helgdag är förslag: bestäm om de passar.',
  'ar-fanns': 'Alla månader fanns redan. Inget är ändrat.',
};

export const visitTexts: Record<string, { text: string; bad?: boolean } | string> = {
  agreed: 'Det är noterat att ni kommer.',
  declined: 'Det är noterat att ni tackar nej. Ring eller mejla dem också.',
  asked: 'Svaret är taget tillbaka.',
  fore: { text: 'Någon annan hann svara före.', bad: true },
};

export const formFaults = {
  activity: 'Välj vad det är för aktivitet',
  title: 'Skriv vad tillfället ska heta',
  titleTooLong: `Namnet får vara högst ${LIMITS.title} tecken`,
  theme: `Temat får vara högst ${LIMITS.theme} tecken`,
  about: `Beskrivningen får vara högst ${LIMITS.about} tecken`,
  audience: 'Välj vilka det är för',
  everyoneEverywhere: 'Det som är för alla kan inte bara vara för vissa kommuners hem',
  place: `Platsens namn får vara högst ${LIMITS.place} tecken`,
  address: `Adressen får vara högst ${LIMITS.address} tecken`,
  link: 'Länken ska börja med https:// och vara i ett stycke',
  seats: 'Skriv antalet platser med siffror, högst 2 000',
  noSeats: 'Skriv hur många som kan vara med, digitalt eller på plats',
  digitalSeats: 'Skriv hur många som kan vara med digitalt, eller ändra hur träffarna hålls',
  physicalSeats: 'Skriv hur många som får plats, eller ändra hur träffarna hålls',
  noDigital: 'Ingen träff hålls digitalt. Lämna rutan tom, eller ändra hur träffarna hålls',
  noPhysical: 'Ingen träff hålls på plats. Lämna rutan tom, eller ändra hur träffarna hålls',
  party: 'Skriv en siffra från 1 till 20',
  day: 'Välj en dag',
  time: 'Skriv klockslaget, till exempel 18.00',
  backwards: 'Sluttiden ska vara efter starttiden',
  bothOrNone: 'Fyll i både dag och klockslag, eller ingetdera',
  why: 'Skriv varför det blir inställt. Det kommer med i mejlet',
  whyTooLong: `Skriv högst ${LIMITS.why} tecken`,
  subject: 'Skriv vad mejlet handlar om',
  subjectTooLong: `Ämnet får vara högst ${LIMITS.subject} tecken`,
  body: 'Skriv ett meddelande',
  bodyTooLong: `Meddelandet får vara högst ${LIMITS.body} tecken`,
  whom: 'Välj vilka som ska få mejlet',
  length: 'Skriv hur många minuter, från 10 till 240',
  pause: 'Skriv hur många minuter, från 0 till 120',
  noSlots: 'Det får inte plats någon tid mellan klockslagen',
  manySlots: 'Det blir fler än 100 tider. Dela upp det på flera tillfällen',
  year: 'Välj ett år',
  where: 'Skriv var det är',
} as const;
