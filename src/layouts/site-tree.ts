import { paths } from '../paths.ts';

type Link = { to: (campaign?: string) => string; text: string; lang?: string };

/** The front page in each language that it stands in: hreflang and path. */
export const FRONT_PAGES = [
  ['sv', paths.home()],
  ['en', paths.english()],
] as const;

/** The menu at the top of every page. */
export const MENU: readonly Link[] = [
  { to: paths.become, text: 'Bli familjehem' },
  { to: paths.information, text: 'Så funkar det' },
  { to: (campaign) => paths.calendar({ k: campaign }), text: 'Kalender' },
  { to: paths.everyday, text: 'Min vardag' },
  { to: paths.questions, text: 'Frågor och svar' },
  { to: paths.easy, text: 'Lättläst' },
  { to: paths.english, text: 'English', lang: 'en' },
  { to: (campaign) => paths.search(undefined, campaign), text: 'Sök' },
  // Whoever signs in has come for something else than a campaign.
  { to: () => paths.portal.home, text: 'Logga in' },
];

/** The rest of the house, at the foot of every page. */
export const FOOT: readonly (readonly Link[])[] = [
  [
    { to: paths.selfCheck, text: 'Är det något för oss?' },
    { to: paths.pay, text: 'Ersättning' },
    { to: paths.emergency, text: 'Jourhem' },
    { to: paths.support, text: 'Stöd och utbildning' },
    { to: (campaign) => paths.calendar({ k: campaign }), text: 'Kalender' },
    { to: paths.municipalities, text: 'Kommunerna' },
    { to: paths.newsList, text: 'Nyheter' },
    { to: paths.about, text: 'Om GFO' },
    { to: paths.contact, text: 'Kontakt' },
  ],
  [
    { to: paths.easy, text: 'Lättläst' },
    { to: paths.english, text: 'English', lang: 'en' },
    { to: (campaign) => paths.search(undefined, campaign), text: 'Sök' },
    { to: paths.accessibility, text: 'Tillgänglighet' },
    { to: paths.privacy, text: 'Personuppgifter' },
    { to: () => paths.portal.home, text: 'Logga in' },
  ],
];
