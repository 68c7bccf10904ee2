import { randomUUID } from 'node:crypto';
import type { Cast, Person } from './routes.ts';
import { bookingActions } from './routes-booking.ts';
import { AGAIN, all, but, DESK, DOOR, EVERYBODY, FRESH, HEAD, HOME, PORTAL, REQUESTS, VERIFIED } from './routes-columns.ts';
import { courseActions } from './routes-courses.ts';
import { occasionActions } from './routes-occasions.ts';
import { participantActions } from './routes-participants.ts';

export type Action = {
  name: string;
  /** The page on which the form stands. */
  on: (cast: Cast) => string;
  /** What everybody gets who sends it empty. */
  empty: string;
  /** Who may do it, and the form filled in so that it changes something. */
  may: readonly Person[];
  filled?: (cast: Cast) => Record<string, string>;
  /** Who may not do it but may open the page, which leaves a line in the log. */
  opens?: readonly Person[];
};

const ADULTS = ['adultA', 'adultB', 'other'] as const;
/** As the form sends it. */
const monthAhead = () => {
  const month = new Date();
  month.setUTCDate(1);
  month.setUTCMonth(month.getUTCMonth() + 2);
  return month.toISOString().slice(0, 7);
};
const at = (step: string) => (c: Cast) => `/arbetsyta/hem/${c.home}${step}`;
const adultB = (c: Cast) => at(`/vuxen/${c.people.adultB.id}`)(c);
const messages = (c: Cast) => at(`/vuxen/${c.people.adultB.id}/meddelanden`)(c);
/** More of the history than there is: nothing has happened unseen. */
const SEEN = { sett: '999999999' };
const mend = (cells: string) => all(cells, 'in', '422');
const then = (cells: string, next: string) => all(cells, 'in', next);

/** The list says that the home is not open to them, where the database was asked. */
const said = (cells: string) => all(cells, 'home', 'desk').replace(/(second\s+)404/, '$1desk');

type Shape = Pick<Action, 'on' | 'empty' | 'may'>;
const open = (on: string, empty: string): Shape => ({ on: () => on, empty, may: [] });
const portal = (step: string, empty: string): Shape => ({ on: () => `/mina-sidor/${step}`, empty, may: ADULTS });
const head = (on: Action['on'], empty: string): Shape => ({ on, empty, may: ['head'] });
const desk = (on: string | Action['on'], empty: string): Shape => ({
  on: typeof on === 'string' ? () => on : on,
  empty,
  may: ['own', 'colleague', 'head', 'related'],
});
const step = (on: Action['on'], empty: string): Shape => ({ on, empty, may: ['own', 'head'] });

export const actions: Action[] = [
  ...occasionActions,
  { name: 'interest.saveStep', ...open('/intresseanmalan', all(EVERYBODY, 'in', '>intresseanmalan')) },
  { name: 'interest.register', ...open('/intresseanmalan/sammanfattning', all(EVERYBODY, 'in', '>sammanfattning')) },
  { name: 'signIn.ask', ...open('/logga-in', mend(AGAIN)) },
  { name: 'signIn.enter', ...open('/logga-in/kod', all(EVERYBODY, 'in', 'sign-in')) },
  { name: 'signIn.press', ...open('/logga-in/lank', mend(EVERYBODY)) },

  { name: 'secondFactor.enterApp', ...open('/logga-in/andra-steget', mend(DOOR)) },
  { name: 'secondFactor.usePasskey', ...open('/logga-in/andra-steget', mend(DOOR)) },
  { name: 'secondFactor.enterRecovery', ...open('/logga-in/andra-steget/reservkod', mend(DOOR)) },
  { name: 'secondFactor.addApp', ...open('/logga-in/andra-steget/app', all(then(DOOR, '>app'), 'desk', '>app')) },
  { name: 'secondFactor.addPasskey', ...open('/logga-in/andra-steget/passkey', all(then(DOOR, 'second'), 'desk', '422')) },
  {
    name: 'secondFactor.newCodes',
    ...open('/arbetsyta/inloggning', then(VERIFIED, '>reservkoder')),
    may: ['own', 'colleague', 'related', 'communicator', 'head'],
    filled: () => ({}),
  },
  {
    name: 'secondFactor.remove',
    ...open('/arbetsyta/inloggning', then(VERIFIED, '>inloggning')),
    may: ['own'],
    filled: (c) => ({ faktor: c.people.own.app }),
  },

  {
    name: 'myHome.changePhone',
    ...portal('telefon', then(PORTAL, '>uppgifter')),
    filled: () => ({ telefon: '070-174 06 06' }),
  },
  { name: 'myHome.askAddress', ...portal('epost', mend(PORTAL)), filled: () => ({ epost: `${randomUUID()}@exempel.example` }) },
  { name: 'myHome.changeAddress', ...portal('epost/bekrafta', mend(PORTAL)) },
  { name: 'myHome.share', ...portal('andra-vuxna', then(PORTAL, '>andra-vuxna')), filled: () => ({ visa: 'ja' }) },
  {
    name: 'myHome.beSilent',
    ...portal('tyst-vag', mend(PORTAL)),
    filled: () => ({ telefon: '070-174 06 07', tider: 'Torsdagar', kod: 'nej' }),
  },
  { name: 'myHome.endSilence', ...portal('tyst-vag', then(PORTAL, '>tyst-vag')) },
  {
    name: 'myRequest.ask',
    ...portal('begaran/radering', then(PORTAL, '>begaran')),
    filled: () => ({ sak: 'radering', onskan: 'Allt' }),
  },
  {
    name: 'myRequest.withdraw',
    ...portal('begaran', then(PORTAL, '>begaran')),
    may: ['adultA'],
    filled: (c) => ({ begaran: c.request }),
  },

  { name: 'myMatter.pause', ...portal('pausa', mend(PORTAL)), filled: () => ({ manad: monthAhead() }) },
  { name: 'myMatter.resume', on: () => '/mina-sidor', empty: then(PORTAL, 'portal'), may: ADULTS },
  {
    name: 'myMatter.askAdult',
    ...portal('bjud-in', mend(PORTAL)),
    filled: () => ({ fornamn: 'Ny', efternamn: 'Vuxensson', epost: `${randomUUID()}@exempel.example` }),
  },
  { name: 'myMatter.takeBack', ...portal('andra-vuxna', then(PORTAL, '>andra-vuxna')) },
  { name: 'myMatter.answer', ...portal('inbjudan', then(PORTAL, 'portal')), may: [] },
  { name: 'myMatter.send', ...portal('meddelanden', mend(PORTAL)), filled: () => ({ meddelande: 'Kan vi ses på kvällen?' }) },
  { name: 'myMatter.withdraw', ...portal('avsluta', then(PORTAL, '>avsluta')), filled: () => ({ saker: 'ja' }) },

  {
    name: 'staff.add',
    ...head(() => '/arbetsyta/medarbetare', mend(HEAD)),
    filled: () => ({ namn: 'Ny Medarbetarsson', epost: `${randomUUID()}@familjehem.example`, roll: 'head' }),
  },
  {
    name: 'staff.changeRole',
    ...head((c) => `/arbetsyta/medarbetare/${c.people.colleague.id}`, mend(HEAD)),
    filled: (c) => ({ medarbetare: c.people.colleague.id, roll: 'head' }),
  },
  {
    name: 'staff.remove',
    ...head((c) => `/arbetsyta/medarbetare/${c.people.colleague.id}/ta-bort`, mend(HEAD)),
    filled: (c) => ({ medarbetare: c.people.colleague.id }),
  },
  {
    name: 'staff.resetSecondFactor',
    ...head((c) => `/arbetsyta/medarbetare/${c.people.colleague.id}/aterstall`, mend(HEAD)),
    filled: (c) => ({ medarbetare: c.people.colleague.id }),
  },
  {
    name: 'accessLog.see',
    ...head(() => '/arbetsyta/atkomst', then(HEAD, '>atkomst')),
    filled: (c) => ({ atkomst: c.breakGlass, avsluta: 'ja' }),
  },

  {
    name: 'byPhone.register',
    ...desk('/arbetsyta/nytt/registrering', mend(DESK)),
    filled: () => ({
      ...{ firstName: 'Ny', lastName: `Ringarsson ${randomUUID()}`, phone: '070-174 06 05', municipality: 'timra' },
      ...{ considering: 'not_sure', adults: '1', children: '0', talked: 'ja' },
    }),
  },
  {
    name: 'byHand.enterHome',
    ...desk('/arbetsyta/nytt/hem', mend(DESK)),
    filled: () => ({ slag: 'familjehem', kommun: 'timra', fornamn1: 'Ny', efternamn1: `Hemsson ${randomUUID()}` }),
  },
  { name: 'byHand.readFile', ...desk('/arbetsyta/nytt/fil', mend(DESK)) },
  {
    name: 'byHand.enterFile',
    ...desk((c) => `/arbetsyta/nytt/fil/${c.draft}`, then(DESK, '>fil')),
    may: ['own'],
    filled: (c) => ({ utkast: c.draft }),
  },
  { name: 'byHand.inviteAll', ...desk((c) => `/arbetsyta/nytt/fil/${c.draft}`, then(DESK, '>fil')) },
  { name: 'household.inviteAll', ...step(at(''), then(said(HOME), 'home')) },

  {
    name: 'household.search',
    on: () => '/arbetsyta/sok',
    empty: mend(DESK),
    may: ['own', 'colleague', 'head', 'related'],
    filled: (c) => ({ sok: c.surname }),
  },
  {
    name: 'household.askAccess',
    on: at(''),
    empty: mend(all(HOME, 'home', '422')),
    may: ['colleague', 'own', 'head'],
    filled: () => ({ skal: 'Ringer om ett möte i dag' }),
  },
  {
    name: 'household.beginAssessment',
    on: (c) => `/arbetsyta/hem/${c.fresh}/kartlaggning`,
    empty: then(said(FRESH), 'home'),
    may: ['own', 'colleague', 'head'],
    filled: () => ({}),
  },
  {
    name: 'household.addCoordinator',
    ...step(at('/samordnare'), mend(HOME)),
    filled: (c) => ({ medarbetare: c.people.colleague.id }),
  },
  {
    name: 'household.removeCoordinator',
    ...step(at('/samordnare'), mend(HOME)),
    filled: (c) => ({ medarbetare: c.people.door.id }),
  },
  { name: 'household.markRelated', ...step(at('/jav'), mend(HOME)), filled: (c) => ({ medarbetare: c.people.colleague.id }) },
  {
    name: 'household.unmarkRelated',
    ...step(at('/jav'), mend(HOME)),
    may: ['head'],
    filled: (c) => ({ medarbetare: c.people.related.id }),
  },
  { name: 'household.protect', ...step(at('/skydd'), then(said(HOME), 'home')), filled: () => ({}) },
  {
    name: 'household.unprotect',
    on: (c) => `/arbetsyta/hem/${c.hidden}/skydd`,
    empty: but(said(FRESH), 'home', '422', '422'),
    may: ['own'],
    opens: ['colleague', 'head'],
    filled: () => ({}),
  },
  { name: 'household.setAddress', ...step(at('/adress'), then(said(HOME), 'home')), filled: () => ({ adress: 'Nya vägen 1' }) },
  {
    name: 'household.inviteAdult',
    ...step(at('/vuxen'), mend(HOME)),
    filled: () => ({ fornamn: 'Ny', efternamn: 'Vuxensson', epost: `${randomUUID()}@exempel.example` }),
  },
  {
    name: 'household.changeAdult',
    ...step(adultB, mend(HOME)),
    filled: (c) => ({ vuxen: c.people.adultB.id, fornamn: 'Sam', efternamn: 'Exempelsson', epost: c.people.adultB.email }),
  },
  { name: 'household.removeAdult', ...step(adultB, mend(HOME)), filled: (c) => ({ vuxen: c.people.adultB.id }) },
  { name: 'household.silence', ...step(adultB, mend(HOME)), filled: (c) => ({ vuxen: c.people.adultB.id, tider: 'Torsdagar' }) },
  { name: 'household.endSilence', ...step(adultB, mend(HOME)) },
  {
    name: 'household.flagQuestion',
    ...step((c) => at(`/fraga/${c.interest}`)(c), mend(HOME)),
    filled: (c) => ({ anmalan: c.interest }),
  },
  {
    name: 'addition.settle',
    ...step(at(''), mend(all(HOME, 'home', '422'))),
    filled: (c) => ({ ...SEEN, tillagg: c.addition, vad: 'bekrafta', kommun: 'ja' }),
  },
  { name: 'addition.restore', ...step(at(''), mend(all(HOME, 'home', '422'))), filled: (c) => ({ tillagg: c.discarded }) },
  {
    name: 'joining.join',
    on: (c) => `/arbetsyta/hem/${c.fresh}/sla-ihop`,
    empty: mend(FRESH),
    may: ['own', 'colleague', 'head'],
    filled: (c) => ({ hem: String(c.twin), kvar: String(c.twin), sett: SEEN.sett, settandra: SEEN.sett, vidare: 'sla-ihop' }),
  },
  {
    name: 'joining.part',
    on: (c) => `/arbetsyta/hem/${c.twin}/dela/${c.shell}`,
    empty: mend(FRESH),
    may: ['own', 'colleague', 'head'],
    filled: (c) => ({ ...SEEN, fran: String(c.shell) }),
  },
  {
    name: 'matter.logCall',
    ...step(at(''), mend(all(HOME, 'home', '422'))),
    filled: () => ({ samtal: 'svar', anteckning: 'Ringer igen' }),
  },
  {
    name: 'matter.setStep',
    ...step((c) => at(`/steg/${c.step}`)(c), mend(HOME)),
    filled: (c) => ({ ...SEEN, steg: c.step, klar: '2026-11-02' }),
  },
  {
    name: 'matter.message',
    ...step(messages, mend(HOME)),
    filled: (c) => ({ vuxen: c.people.adultB.id, text: `Hej ${randomUUID()}` }),
  },
  {
    name: 'matter.pause',
    ...step(at('/pausa'), mend(HOME)),
    filled: () => ({ manad: `${new Date().getFullYear() + 1}-04-01` }),
  },
  { name: 'matter.resume', ...step(at(''), then(said(HOME), 'home')) },
  {
    name: 'matter.askAgain',
    ...step(at('/fraga-igen'), mend(HOME)),
    filled: () => ({ dag: `${new Date().getFullYear() + 1}-04-02` }),
  },
  { name: 'matter.doNotAsk', ...step(at('/fraga-igen'), then(said(HOME), 'home')), filled: () => ({}) },
  {
    name: 'matter.inviteToInformation',
    on: (c) => `/arbetsyta/hem/${c.fresh}/sa-funkar-det`,
    empty: mend(FRESH),
    may: ['own', 'colleague', 'head'],
    filled: () => ({ ...SEEN, tid: `${new Date().getFullYear() + 1}-04-30T10:00:00Z` }),
  },
  {
    name: 'matter.handOver',
    ...step(at('/lamna-over'), mend(HOME)),
    filled: (c) => ({ till: c.people.colleague.id }),
  },
  {
    name: 'matter.close',
    ...step(at('/avsluta'), mend(HOME)),
    filled: () => ({ ...SEEN, skal: 'not_now', text: 'Hej!', vidare: 'avsluta' }),
  },
  { name: 'matter.reopen', ...step(at(''), then(said(HOME), 'home')) },
  {
    name: 'deskRequest.decide',
    ...step(at('/begaran'), all(then(REQUESTS, '>begaran'), 'home', '>begaran')),
    filled: (c) => ({
      hem: String(c.home),
      begaran: c.request,
      beslut: 'refused',
      skal: 'Ett skäl som är långt nog',
      sak: 'insight',
    }),
  },

  ...bookingActions,
  ...courseActions,
  ...participantActions,
];
