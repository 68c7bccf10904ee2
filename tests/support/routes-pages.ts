import { randomUUID } from 'node:crypto';
import type { Cast } from './routes.ts';
import {
  AGAIN,
  ALIVE,
  all,
  but,
  DESK,
  DOOR,
  EVERYBODY,
  FRESH,
  HEAD,
  HOME,
  JOB,
  PORTAL,
  REQUESTS,
  VERIFIED,
} from './routes-columns.ts';

/** `shows`: what stands on the page only for whom it is open; who is not shown it has `closed` in their cell. */
export type Page = [file: string, address: (cast: Cast) => string, cells: string, shows?: (cast: Cast) => string];

const home = (step: string) => (c: Cast) => `/arbetsyta/hem/${c.home}${step}`;

/** What everybody gets who opens each page, or with `POST`, who sends it nothing. */
export const pages: Page[] = [
  ['index.astro', () => '/', EVERYBODY],
  ['tillganglighet.astro', () => '/tillganglighet', EVERYBODY],
  ['personuppgifter.astro', () => '/personuppgifter', EVERYBODY],
  ['404.astro', () => '/404', all(EVERYBODY, 'in', '404')],
  ['500.astro', () => '/500', all(EVERYBODY, 'in', '500')],
  ['intresseanmalan/[...steg].astro', () => '/intresseanmalan', EVERYBODY],
  ['intresseanmalan/sammanfattning.astro', () => '/intresseanmalan/sammanfattning', all(EVERYBODY, 'in', '>intresseanmalan')],
  ['intresseanmalan/tack.astro', () => '/intresseanmalan/tack', all(EVERYBODY, 'in', '>')],
  ['intresseanmalan/annan-kommun.astro', () => '/intresseanmalan/annan-kommun', EVERYBODY],

  ['logga-in/index.astro', () => '/logga-in', AGAIN],
  ['logga-in/kod.astro', () => '/logga-in/kod', all(EVERYBODY, 'in', 'sign-in')],
  ['logga-in/lank.astro', () => '/logga-in/lank', EVERYBODY],
  ['logga-in/andra-steget/index.astro', () => '/logga-in/andra-steget', DOOR],
  ['logga-in/andra-steget/app.astro', () => '/logga-in/andra-steget/app', all(all(DOOR, 'desk', '>app'), 'in', 'second')],
  ['logga-in/andra-steget/passkey.astro', () => '/logga-in/andra-steget/passkey', all(all(DOOR, 'in', 'second'), 'desk', 'in')],
  ['logga-in/andra-steget/reservkod.astro', () => '/logga-in/andra-steget/reservkod', DOOR],
  ['logga-in/andra-steget/reservkoder.astro', () => '/logga-in/andra-steget/reservkoder', all(DOOR, 'in', 'desk')],
  ['logga-ut.ts', () => '/logga-ut', all(EVERYBODY, 'in', 'sign-in')],

  ['mina-sidor/index.astro', () => '/mina-sidor', PORTAL],
  [
    'mina-sidor/uppgifter.astro',
    () => '/mina-sidor/uppgifter',
    but(PORTAL, 'in', 'closed', 'closed'),
    (c) => c.people.adultA.email,
  ],
  ['mina-sidor/telefon.astro', () => '/mina-sidor/telefon', PORTAL],
  ['mina-sidor/andra-vuxna.astro', () => '/mina-sidor/andra-vuxna', PORTAL],
  ['mina-sidor/tyst-vag.astro', () => '/mina-sidor/tyst-vag', PORTAL],
  // Only who would get no code to come back with is asked.
  ['mina-sidor/logga-ut.astro', () => '/mina-sidor/logga-ut', all(PORTAL, 'in', 'portal')],
  ['mina-sidor/vem-har-oppnat.astro', () => '/mina-sidor/vem-har-oppnat', PORTAL],
  ['mina-sidor/begaran/index.astro', () => '/mina-sidor/begaran', but(PORTAL, 'in', 'closed', 'closed'), () => 'Allt ni har'],
  ['mina-sidor/begaran/[sak].astro', () => '/mina-sidor/begaran/insyn', but(PORTAL, '>begaran')],
  ['mina-sidor/kopia.astro', () => '/mina-sidor/kopia', but(PORTAL, 'in', 'closed', 'closed'), () => 'Allt ni har'],
  ['mina-sidor/kopia.json.ts', () => '/mina-sidor/kopia.json', but(PORTAL, 'in', 'closed', 'closed'), () => 'Allt ni har'],

  ['arbetsyta/index.astro', () => '/arbetsyta', VERIFIED],
  ['arbetsyta/inloggning.astro', () => '/arbetsyta/inloggning', VERIFIED],
  ['arbetsyta/sok.astro', () => '/arbetsyta/sok', DESK],
  ['arbetsyta/begaran.astro', () => '/arbetsyta/begaran', DESK],
  ['arbetsyta/medarbetare.astro', () => '/arbetsyta/medarbetare', HEAD],
  ['arbetsyta/medarbetare/[id]/index.astro', (c) => `/arbetsyta/medarbetare/${c.people.own.id}`, HEAD],
  ['arbetsyta/medarbetare/[id]/[fraga].astro', (c) => `/arbetsyta/medarbetare/${c.people.own.id}/ta-bort`, HEAD],
  ['arbetsyta/atkomst.astro', () => '/arbetsyta/atkomst', HEAD],
  ['arbetsyta/hem/[nummer]/index.astro', home(''), all(HOME, 'home', 'closed'), (c) => c.surname],
  ['arbetsyta/hem/[nummer]/index.astro', (c) => `/arbetsyta/hem/${c.fresh}`, FRESH],
  ['arbetsyta/hem/[nummer]/kartlaggning.astro', (c) => `/arbetsyta/hem/${c.fresh}/kartlaggning`, FRESH],
  ['arbetsyta/hem/[nummer]/samordnare.astro', home('/samordnare'), HOME],
  ['arbetsyta/hem/[nummer]/jav.astro', home('/jav'), HOME],
  ['arbetsyta/hem/[nummer]/skydd.astro', home('/skydd'), HOME],
  ['arbetsyta/hem/[nummer]/adress.astro', home('/adress'), HOME],
  ['arbetsyta/hem/[nummer]/vuxen/index.astro', home('/vuxen'), HOME],
  ['arbetsyta/hem/[nummer]/vuxen/[vuxen].astro', (c) => home(`/vuxen/${c.people.adultB.id}`)(c), HOME],
  ['arbetsyta/hem/[nummer]/fraga/[anmalan].astro', (c) => home(`/fraga/${c.interest}`)(c), HOME],
  ['arbetsyta/hem/[nummer]/begaran.astro', home('/begaran'), REQUESTS],

  ['api/bevis.ts', () => `/api/bevis?n=${randomUUID()}`, EVERYBODY],
  ['api/session.ts', () => 'POST /api/session', ALIVE],
  ['api/behall.ts', () => 'POST /api/behall', all(EVERYBODY, 'in', '400')],
  ['api/jobb/utkorg.ts', () => '/api/jobb/utkorg', JOB],
  ['api/jobb/utkorg.ts', () => 'POST /api/jobb/utkorg', JOB],
  ['api/jobb/koder.ts', () => 'POST /api/jobb/koder', JOB],
  ['api/jobb/gallring.ts', () => '/api/jobb/gallring', JOB],
  ['api/jobb/gallring.ts', () => 'POST /api/jobb/gallring', JOB],
  ['api/webhooks/resend.ts', () => 'POST /api/webhooks/resend', JOB],
];
