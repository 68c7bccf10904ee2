import type { Copy } from './my-copy.schema.ts';

type Mail = Copy['mails'][number];
type Opened = Copy['opened'][number];
type Event = Copy['events'][number];
type Booking = Copy['bookings'][number];

export const phaseTexts: Record<Copy['home']['phase'], string> = {
  interest: 'Ni har anmält intresse',
  assessment: 'Kartläggningen har börjat',
  home: 'Familjehem eller jourhem',
  closed: 'Avslutat',
};

/** The mails that go to a family; their own subject lines. */
export const mailTexts: Partial<Record<Mail['template'], string>> = {
  interest_received: 'Tack, vi hör av oss',
  adult_invited: 'Du kan logga in hos GFO familjehem',
  address_asked: 'Byt till den här adressen',
  address_replaced: 'Din adress för att logga in är ändrad',
  message_waits: 'Du har ett meddelande på Mina sidor',
  matter_changed: 'Något är nytt på Mina sidor',
  withdrawn: 'Din anmälan är avslutad',
  request_decided: 'Svar på det du begärde',
  erasure_announced: 'Vi raderar snart dina uppgifter',
  booking_confirmed: 'Er plats är bokad',
  booking_waiting: 'Ni står i kö',
  booking_offer: 'En plats är ledig för er',
  booking_offer_gone: 'Platsen gick vidare',
  booking_changed: 'Er bokning är ändrad',
  booking_moved: 'Flyttat: passar det fortfarande?',
  booking_cancelled: 'Avbokat',
  booking_link: 'Här är er bokning',
  booking_reminder: 'Påminnelse',
  booking_thanks: 'Tack för att ni var med',
  booking_message: 'Ett meddelande om det ni har bokat',
  certificate_issued: 'Ditt intyg är klart',
};

export const mailStateTexts: Record<Mail['state'], string> = {
  waiting: 'väntar på att skickas',
  claimed: 'skickas just nu',
  sent: 'skickat',
  delivered: 'kom fram',
  bounced: 'studsade',
  complained: 'anmäldes som skräppost',
  stopped: 'kunde inte skickas',
  withheld: 'skickades inte, för att du inte tar emot mejl',
};

export const roleTexts: Record<Opened['role'], string> = {
  coordinator: 'Familjehemssamordnare',
  communicator: 'Kommunikatör',
  head: 'Enhetschef',
};

export const actionTexts: Record<Opened['action'], string> = {
  found: 'fick upp hemmet i en sökning på namn eller nummer',
  opened: 'öppnade hemmet',
  changed: 'ändrade något om hemmet',
  asked: 'angav ett skäl för att få öppna hemmet',
  listed: 'såg ditt namn på en lista över dem som har bokat något hos oss',
};

export const groundTexts: Record<NonNullable<Opened['ground']>, string> = {
  registration: 'så länge ni har anmält intresse får varje samordnare det',
  coordinator: 'som er samordnare',
  head: 'som enhetschef',
  break_glass: 'med angivet skäl',
};

export const actorTexts: Record<Event['actor'], string> = {
  family: 'du själv',
  staff: 'en medarbetare på GFO',
  system: 'webbplatsen av sig själv',
};

/** What happened, to the one who asks or to the home as a whole. */
export const eventTexts: Record<Event['kind'], string> = {
  interest_registered: 'Intresse anmält',
  interest_added: 'En anmälan till, från samma adress',
  interest_repeated: 'Samma anmälan en gång till',
  question_flagged: 'Frågan i anmälan uppmärksammad',
  mail_undelivered: 'Ett mejl kom inte fram',
  adult_invited: 'Inbjudan att logga in',
  adult_changed: 'Namn eller kontaktuppgifter ändrade',
  adult_left: 'Inte längre en av de vuxna i hemmet',
  call_reached: 'Vi ringde och pratade',
  call_missed: 'Vi ringde, men fick inget svar',
  note_written: 'En medarbetare skrev en anteckning',
  step_changed: 'Ett steg på er väg ändrat',
  message_written: 'Ett meddelande',
  adult_accepted: 'Tackade ja till att vara med',
  adult_declined: 'Tackade nej till att vara med',
  adult_withdrew: 'Avslutade sin del',
  paused: 'Pausat',
  resumed: 'Pausen avslutad',
  ask_again_set: 'En dag bestämd då vi frågar igen',
  closed: 'Avslutat',
  reopened: 'Öppnat igen',
  handed_over: 'En annan samordnare tog över',
  entered_by_hand: 'Inskrivet av en medarbetare',
  information_invited: 'Inbjudan till Så funkar det',
  joined: 'Två anmälningar från samma hem hör ihop',
  parted: 'Anmälningarna hör inte längre ihop',
  addition_accepted: 'En anmälan till bekräftad av oss',
  addition_discarded: 'En anmälan till togs bort av oss',
  addition_restored: 'Anmälan som vi hade tagit bort finns igen',
  assessment_began: 'Kartläggningen började',
  coordinator_added: 'En samordnare tillagd',
  coordinator_removed: 'En samordnare borttagen',
  staff_related: 'Antecknat att en medarbetare är jävig',
  staff_unrelated: 'Anteckningen om jäv borttagen',
  protection_began: 'Hemmet markerat med skyddade personuppgifter',
  protection_ended: 'Markeringen om skyddade personuppgifter borttagen',
  address_changed: 'Hemmets adress ändrad',
  contact_changed: 'Telefonnumret ändrat',
  contact_shared: 'Telefon och e-post visas för andra vuxna i hemmet',
  contact_unshared: 'Telefon och e-post visas inte längre för andra vuxna',
  silence_began: 'Den tysta vägen börjad eller ändrad',
  silence_ended: 'Den tysta vägen avslutad',
  mail_withheld: 'Ett mejl skickades inte',
  erasure_announced: 'Förvarning om att uppgifterna snart raderas',
  erasure_called_off: 'Raderingen inställd, för att du loggade in',
  request_made: 'En begäran gjord',
  request_withdrawn: 'En begäran tagen tillbaka',
  request_decided: 'En begäran besvarad',
  erased: 'Uppgifter raderade',
};

/** How a part of a course stands. */
export const partStateTexts: Record<Copy['learning']['courses'][number]['parts'][number]['state'], string> = {
  attended: 'Var med',
  booked: 'Bokad',
  unnoted: 'Har varit, närvaron inte antecknad',
  missed: 'Var inte med',
  remaining: 'Kvar',
};

/** What is true of a part as a whole. */
export const partTexts = { mails: 'Mejlen med koden när du loggar in sparas inte här.' } as const;

export const bookingStateTexts: Record<Booking['state'], string> = {
  booked: 'bokat',
  waiting: 'i kö',
  cancelled: 'avbokat',
};

export const accessTexts: Record<Booking['access'][number], string> = {
  hearing_loop: 'hörslinga',
  interpreter: 'tolk',
  step_free: 'plats utan trappsteg',
  captions: 'textning',
  other: 'annat',
};

export const emptyTexts = {
  bookings: 'Du har inte bokat något hos oss.',
  coordinators: 'Hemmet har ingen egen samordnare än.',
  mails: 'Inget annat mejl har gått till dig.',
  requests: 'Du har inte begärt något.',
  messages: 'Inget är skrivet.',
  way: 'Hemmet har inga steg sparade.',
  opened: 'Ingen har öppnat hemmet sedan du blev en del av det.',
  courses: 'Du har inte bokat eller gått någon kurs.',
  certificates: 'Du har inte fått något intyg.',
} as const;
