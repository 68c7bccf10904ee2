import type { Home } from './home.ts';

/** What the page offers. The database refuses on its own; this spares a person from pressing what will be refused. */
export type Step =
  | 'begin'
  | 'information'
  | 'coordinators'
  | 'related'
  | 'relateOthers'
  | 'unrelate'
  | 'protect'
  | 'unprotect'
  | 'address'
  | 'invite'
  | 'adult'
  | 'changeAdult'
  | 'flag'
  | 'settle'
  | 'log'
  | 'walk'
  | 'message'
  | 'pause'
  | 'askAgain'
  | 'close'
  | 'reopen'
  | 'handOver'
  | 'join'
  | 'part';

type Rule = (home: Home, isHead: boolean) => boolean;

const isCoordinator: Rule = ({ ground }) => ground === 'coordinator';
/** Where it is hidden who lives, only its own coordinators touch what tells of the place. */
const seesPlace: Rule = ({ seesPlace: sees }) => sees;
/** Where it is hidden who lives, nobody lets themselves in, nor anybody else. */
const mayLetIn: Rule = (home, isHead) => !home.protected || isHead || isCoordinator(home, isHead);
const isOpen: Rule = ({ phase }) => phase !== 'closed';
const always: Rule = () => true;

const RULES: Record<Step, Rule> = {
  begin: (home, isHead) => home.phase === 'interest' && mayLetIn(home, isHead),
  information: ({ phase }) => phase === 'interest',
  coordinators: mayLetIn,
  // Oneself always: whoever is related must be able to step back.
  related: always,
  relateOthers: mayLetIn,
  unrelate: (_home, isHead) => isHead,
  protect: ({ protected: isProtected }) => !isProtected,
  unprotect: (home, isHead) => home.protected && isCoordinator(home, isHead),
  address: seesPlace,
  invite: mayLetIn,
  adult: always,
  changeAdult: mayLetIn,
  flag: always,
  settle: always,
  log: always,
  walk: isOpen,
  message: always,
  pause: isOpen,
  askAgain: isOpen,
  close: (home, isHead) => isOpen(home, isHead) && mayLetIn(home, isHead),
  reopen: ({ phase }) => phase === 'closed',
  handOver: (home, isHead) => home.coordinators.length > 0 && mayLetIn(home, isHead),
  join: mayLetIn,
  part: (home, isHead) => home.joined.length > 0 && !home.isCase && mayLetIn(home, isHead),
};

/** Who reads for a stated reason changes nothing, and what is erased is changed by nobody. */
export function may(step: Step, home: Home, isHead: boolean): boolean {
  if (home.ground === 'break_glass' || home.erasedAt) return false;
  return RULES[step](home, isHead);
}
