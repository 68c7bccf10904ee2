/** Every internal link is made here, so that a renamed page is one change and a campaign's name is never lost on the way. */

/** A campaign's name as it stands in an address (`?k=`): lower-case letters, digits and hyphens, at most 40. */
const CAMPAIGN = /^[a-z0-9][a-z0-9-]{0,39}$/;

export function campaignFrom(url: URL): string | undefined {
  const name = url.searchParams.get('k')?.trim().toLowerCase();
  return name && CAMPAIGN.test(name) ? name : undefined;
}

function to(path: string, query: Record<string, string | undefined> = {}): string {
  const entries = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries)}`;
}

export const INTEREST_STEPS = ['start', 'hemmet', 'kontakt', 'sammanfattning'] as const;
export type InterestStep = (typeof INTEREST_STEPS)[number];

/**
 * Why somebody is asked to sign in: the session was idle and what was typed is kept (`tid`) or nothing is (`still`), it ended
 * and the form is kept (`slut`) or could not be (`igen`), they have just signed out, or
 * have changed the address that they sign in with (`bytt`).
 */
export type SignInReason = 'tid' | 'still' | 'slut' | 'igen' | 'borta' | 'oskickat' | 'ut' | 'bytt';

/** An address of our own to land on, as it came from an address or a form; undefined for anything else. */
export function ownPath(text: string | null | undefined): string | undefined {
  if (!text || text.length > 500 || !/^\/[a-z][!-~]*$/.test(text) || /\\|\/\//.test(text)) return undefined;
  return text;
}

/** A page open to all, with the campaign's name carried along. */
const open = (path: string) => (campaign?: string) => to(path, { k: campaign });

/** The public pages' addresses. `campaign` is what `campaignFrom` gave; `sealed` is the form's own sealed answers. */
export const paths = {
  home: (campaign?: string) => to('/', { k: campaign }),
  interest: (campaign?: string) => to('/intresseanmalan', { k: campaign }),
  /** `mend`: the page is shown again with what has to be mended, which it reads out of the sealed answers by itself. */
  interestStep: (step: InterestStep, sealed: string, mend = false) =>
    to(step === 'start' ? '/intresseanmalan' : `/intresseanmalan/${step}`, { a: sealed, fel: mend ? '1' : undefined }),
  interestElsewhere: (campaign?: string) => to('/intresseanmalan/annan-kommun', { k: campaign }),
  interestDone: (sealed: string) => to('/intresseanmalan/tack', { a: sealed }),
  interestProof: (draftId: string) => to('/api/bevis', { n: draftId }),
  become: open('/bli-familjehem'),
  selfCheck: open('/ar-det-nagot-for-oss'),
  /** A reminder for one's own calendar, so many months from now. */
  reminder: (months: number) => `/ar-det-nagot-for-oss/paminnelse.ics?om=${months}`,
  information: open('/sa-funkar-det'),
  /** A workplace or an association asks for a visit. */
  inviteUs: (done?: string) => to('/sa-funkar-det/bjud-in-oss', { klart: done }),
  /** `query`: what is filtered by, and the month (`2027-01`). */
  calendar: (query: Record<string, string | undefined> = {}) => to('/kalender', query),
  /** To subscribe to, filtered alike. */
  calendarFeed: (query: Record<string, string | undefined> = {}) => to('/kalender.ics', query),
  /** `guest`: the code with which guests come. */
  occasion: (number: number, query: { k?: string | undefined; inbjudan?: string | undefined } = {}) =>
    to(`/kalender/${number}`, query),
  occasionSeats: (number: number, guest?: string) => to(`/kalender/${number}/platser`, { inbjudan: guest }),
  /** `sealed`: what has been answered so far. */
  book: (number: number, query: Record<string, string | undefined> = {}) => to(`/kalender/${number}/boka`, query),
  /** `sealed`: what was just booked. */
  booked: (sealed: string) => to('/kalender/tack', { a: sealed }),
  bookedFile: (sealed: string) => to('/kalender/tack.ics', { a: sealed }),
  /** A visitor's own booking; `key` as in the mail. `step`: andra, avboka, behov. */
  booking: (id: string, key: string, step?: 'andra' | 'avboka' | 'behov', done?: string) =>
    to(`/bokning/${id}/${key}${step ? `/${step}` : ''}`, { klart: done }),
  bookingFile: (id: string, key: string) => `/bokning/${id}/${key}/kalender.ics`,
  /** A guest's certificate, fetched on the booking's page. */
  bookingCertificate: (id: string, key: string, code: string) => `/bokning/${id}/${key}/intyg/${code}.pdf`,
  /** Where a certificate's code is typed; `typed`: what was typed and is none. */
  certificates: (typed?: string) => to('/intyg', { kod: typed }),
  /** `sealed`: a name that was typed there. */
  certificate: (code: string, sealed?: string) => to(`/intyg/${code}`, { n: sealed }),
  everyday: open('/min-vardag'),
  film: (slug: string, campaign?: string) => to(`/min-vardag/${slug}`, { k: campaign }),
  /** What belongs to a film: the film itself, its captions. */
  filmFile: (slug: string, file: string) => `/min-vardag/${slug}/${file}`,
  theme: (slug: string, campaign?: string) => to(`/min-vardag/tema/${slug}`, { k: campaign }),
  story: (slug: string, campaign?: string) => to(`/min-vardag/berattelse/${slug}`, { k: campaign }),
  pay: open('/ersattning'),
  emergency: open('/jourhem'),
  support: open('/stod-och-utbildning'),
  activity: (slug: string, campaign?: string) => to(`/stod-och-utbildning/${slug}`, { k: campaign }),
  questions: open('/fragor-och-svar'),
  about: open('/om-gfo'),
  municipalities: open('/kommuner'),
  municipality: (id: string, campaign?: string) => to(`/kommuner/${id}`, { k: campaign }),
  contact: open('/kontakt'),
  easy: open('/lattlast'),
  english: open('/en'),
  newsList: open('/nyheter'),
  newsItem: (slug: string, campaign?: string) => to(`/nyheter/${slug}`, { k: campaign }),
  search: (query?: string, campaign?: string) => to('/sok', { q: query || undefined, k: campaign }),
  searchIndex: '/sok/index.json',
  feed: '/rss.xml',
  manifest: '/site.webmanifest',
  favicon: '/favicon.svg',
  touchIcon: '/apple-touch-icon.png',
  largeIcon: '/icon-512.png',
  sitemap: '/sitemap.xml',
  privacy: open('/personuppgifter'),
  accessibility: open('/tillganglighet'),
  /** An address as the texts write it, with the campaign carried along. */
  written: (address: string, campaign?: string) => {
    const [path = '/', hash] = address.split('#');
    return to(path, { k: campaign }) + (hash ? `#${hash}` : '');
  },
  /** The picture that shows where somebody shares the page. */
  share: (path: string) => `/delning${path === '/' ? '/start' : path}.png`,
  /** `next`: the internal address to land on afterwards. `why`: what the page should say first. */
  signIn: (next?: string, why?: SignInReason) => to('/logga-in', { vidare: next, skal: why }),
  signInCode: (sealed: string, problem?: 'fel' | 'vanta' | 'ny') => to('/logga-in/kod', { a: sealed, nu: problem }),
  signInLink: (sealed?: string) => to('/logga-in/lank', { h: sealed }),
  secondFactor: (next?: string) => to('/logga-in/andra-steget', { vidare: next }),
  secondFactorApp: (sealed?: string, next?: string) => to('/logga-in/andra-steget/app', { h: sealed, vidare: next }),
  secondFactorPasskey: (next?: string) => to('/logga-in/andra-steget/passkey', { vidare: next }),
  secondFactorRecovery: (next?: string) => to('/logga-in/andra-steget/reservkod', { vidare: next }),
  recoveryCodes: (sealed: string, next?: string) => to('/logga-in/andra-steget/reservkoder', { h: sealed, vidare: next }),
  signOut: '/logga-ut',
  /** For who has ended their part or declined to come in, and is signed out with that. */
  ended: (how: 'avslutat' | 'nej') => to('/avslutat', { hur: how }),
  portal: {
    home: '/mina-sidor',
    homeDone: (done: string) => to('/mina-sidor', { klart: done }),
    details: '/mina-sidor/uppgifter',
    /** `done`: what the page says has just been done. */
    detailsDone: (done: string) => to('/mina-sidor/uppgifter', { klart: done }),
    phone: '/mina-sidor/telefon',
    email: '/mina-sidor/epost',
    /** `token`: what stands in the mail to the new address. */
    confirmEmail: (token: string) => to('/mina-sidor/epost/bekrafta', { n: token }),
    otherAdults: '/mina-sidor/andra-vuxna',
    otherAdultsDone: (done: string) => to('/mina-sidor/andra-vuxna', { klart: done }),
    silentWay: '/mina-sidor/tyst-vag',
    silentWayDone: (done: string) => to('/mina-sidor/tyst-vag', { klart: done }),
    /** Asks whoever gets no code whether they really want to sign out; `everywhere` from all their devices. */
    signOutQuestion: (everywhere: boolean) => to('/mina-sidor/logga-ut', { overallt: everywhere ? '1' : undefined }),
    opened: '/mina-sidor/vem-har-oppnat',
    openedBefore: (id: number) => to('/mina-sidor/vem-har-oppnat', { fore: String(id) }),
    messages: '/mina-sidor/meddelanden',
    messagesDone: (done: string) => to('/mina-sidor/meddelanden', { klart: done }),
    askAdult: '/mina-sidor/bjud-in',
    invitation: '/mina-sidor/inbjudan',
    /** Asks once more: who says no is signed out. */
    declineQuestion: to('/mina-sidor/inbjudan', { nej: '1' }),
    pause: '/mina-sidor/pausa',
    withdraw: '/mina-sidor/avsluta',
    requests: '/mina-sidor/begaran',
    requestsDone: (done: string) => to('/mina-sidor/begaran', { klart: done }),
    request: (about: 'insyn' | 'radering') => `/mina-sidor/begaran/${about}`,
    copy: '/mina-sidor/kopia',
    copyFile: '/mina-sidor/kopia.json',
    bookings: '/mina-sidor/bokningar',
    bookingsDone: (done: string) => to('/mina-sidor/bokningar', { klart: done }),
    /** `step`: andra, avboka. */
    booking: (id: string, step?: 'andra' | 'avboka' | 'behov', done?: string) =>
      to(`/mina-sidor/bokningar/${id}${step ? `/${step}` : ''}`, { klart: done }),
    bookingFile: (id: string) => `/mina-sidor/bokningar/${id}/kalender.ics`,
    calendar: (query: Record<string, string | undefined> = {}) => to('/mina-sidor/kalender', query),
    occasion: (number: number) => `/mina-sidor/kalender/${number}`,
    occasionSeats: (number: number) => `/mina-sidor/kalender/${number}/platser`,
    book: (number: number, query: Record<string, string | undefined> = {}) => to(`/mina-sidor/kalender/${number}/boka`, query),
    courses: '/mina-sidor/kurser',
    coursesDone: (done: string) => to('/mina-sidor/kurser', { klart: done }),
    certificateFile: (code: string) => `/mina-sidor/intyg/${code}.pdf`,
  },
  desk: {
    home: '/arbetsyta',
    /** `vem`: a coordinator's id, or all of them; without it one's own. */
    day: (query: { vem?: string } = {}) => to('/arbetsyta/min-dag', query),
    list: (query: Record<string, string | undefined>) => to('/arbetsyta', query),
    /** `sealed`: what is searched for. */
    search: (sealed?: string) => to('/arbetsyta/sok', { s: sealed }),
    /** `done`: what the page says first has just been done there; `who`: the id of whom it was done about. */
    household: (number: number | string, done?: string, who?: string) =>
      to(`/arbetsyta/hem/${number}`, { klart: done, vem: who }),
    householdStep: (
      number: number,
      step:
        | 'kartlaggning'
        | 'samordnare'
        | 'jav'
        | 'skydd'
        | 'adress'
        | 'vuxen'
        | 'pausa'
        | 'fraga-igen'
        | 'lamna-over'
        | 'sa-funkar-det'
        | 'sla-ihop'
        | 'avsluta',
    ) => `/arbetsyta/hem/${number}/${step}`,
    /** `from`: the number of the home that was joined into it. */
    partHomes: (number: number, from: number) => `/arbetsyta/hem/${number}/dela/${from}`,
    wayStep: (number: number, id: string) => `/arbetsyta/hem/${number}/steg/${id}`,
    adultMessages: (number: number, id: string, done?: string) =>
      to(`/arbetsyta/hem/${number}/vuxen/${id}/meddelanden`, { klart: done }),
    householdAdult: (number: number, id: string) => `/arbetsyta/hem/${number}/vuxen/${id}`,
    householdQuestion: (number: number, id: string) => `/arbetsyta/hem/${number}/fraga/${id}`,
    householdRequests: (number: number | string) => `/arbetsyta/hem/${number}/begaran`,
    /** `which`: the request that is answered; without it, the oldest that waits. */
    householdRequest: (number: number | string, which: string) => to(`/arbetsyta/hem/${number}/begaran`, { vilken: which }),
    requests: '/arbetsyta/begaran',
    /** The list of what waits, with what was just decided in a home said first. */
    requestsAfter: (number: number, done: string) => to('/arbetsyta/begaran', { klart: done, hem: String(number) }),
    /** Where homes are entered by hand. */
    new: '/arbetsyta/nytt',
    newRegistration: '/arbetsyta/nytt/registrering',
    newHome: '/arbetsyta/nytt/hem',
    newFile: (done?: string) => to('/arbetsyta/nytt/fil', { klart: done }),
    newDraft: (id: string, done?: string) => to(`/arbetsyta/nytt/fil/${id}`, { klart: done }),
    template: '/arbetsyta/nytt/mall.csv',
    staff: '/arbetsyta/medarbetare',
    /** The list once more, with what was just done said first. */
    staffAfter: (done: string, who?: string) => to('/arbetsyta/medarbetare', { klart: done, vem: who }),
    staffMember: (id: string) => `/arbetsyta/medarbetare/${id}`,
    /** Where it is asked whether that is really meant. */
    staffQuestion: (id: string, question: 'ta-bort' | 'aterstall') => `/arbetsyta/medarbetare/${id}/${question}`,
    access: (query: Record<string, string | undefined> = {}) => to('/arbetsyta/atkomst', query),
    figures: (query: Record<string, string | undefined> = {}) => to('/arbetsyta/siffror', query),
    figuresFile: (query: Record<string, string | undefined> = {}) => to('/arbetsyta/siffror.csv', query),
    activities: (query: Record<string, string | undefined> = {}) => to('/arbetsyta/aktiviteter', query),
    newOccasion: (
      query: { av?: string | undefined; kopia?: string | undefined; besok?: string | undefined; satt?: string | undefined } = {},
    ) => to('/arbetsyta/aktiviteter/nytt', query),
    year: '/arbetsyta/aktiviteter/ar',
    yearOf: (query: Record<string, string | undefined>) => to('/arbetsyta/aktiviteter/ar', query),
    basicCourse: '/arbetsyta/aktiviteter/grundkurs',
    visits: (done?: string) => to('/arbetsyta/aktiviteter/besok', { klart: done }),
    /** `done`: what has just been done there. */
    occasion: (number: number, done?: string) => to(`/arbetsyta/aktiviteter/${number}`, { klart: done }),
    occasionStep: (
      number: number,
      step:
        | 'andra'
        | 'traff'
        | 'publicera'
        | 'stang'
        | 'stall-in'
        | 'deltagare'
        | 'behov'
        | 'narvaro'
        | 'mejla'
        | 'lagg-till'
        | 'dela-ut'
        | 'tider',
      query: Record<string, string | undefined> = {},
    ) => to(`/arbetsyta/aktiviteter/${number}/${step}`, query),
    participantsFile: (number: number) => `/arbetsyta/aktiviteter/${number}/deltagare.csv`,
    /** One booking: to be moved or cancelled. */
    participant: (number: number, id: string) => `/arbetsyta/aktiviteter/${number}/deltagare/${id}`,
    /** Where a telephone at the door sends what was pressed. */
    attendance: (number: number) => `/arbetsyta/aktiviteter/${number}/narvaro.json`,
    turnout: (year?: number) => to('/arbetsyta/aktiviteter/utfall', { ar: year?.toString() }),
    security: '/arbetsyta/inloggning',
    removeFactor: (id: string) => to('/arbetsyta/inloggning', { bort: id }),
  },
  session: { stay: '/api/session', keep: '/api/behall' },
  jobs: { outbox: '/api/jobb/utkorg', codes: '/api/jobb/koder', keeping: '/api/jobb/gallring', bookings: '/api/jobb/bokningar' },
  webhooks: { resend: '/api/webhooks/resend' },
};
