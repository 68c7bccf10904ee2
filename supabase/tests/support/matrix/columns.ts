import { randomUUID } from 'node:crypto';
import type { Database } from '../../../../src/shared/db/database.types.ts';
import type { Cast } from '../cast.ts';
import { GATE } from '../grounds.ts';
import { hash } from '../registration.ts';

type Fn = keyof Database['public']['Functions'];
/** Who calls, as far as they are somebody: a stranger and the service have no account. */
export type Me = { email: string; id?: string; app?: string };
export type Row = [fn: Fn, about: string, args: (cast: Cast, me: Me) => object, cells: string];

export const gate = { p_gate: GATE };
export const closed = { p_gate: 'a guess' };
export const key = () => hash(randomUUID());
export const address = () => `${randomUUID()}@exempel.example`;
export const at = (p_number: number, more: object = {}) => ({ p_number, ...more });

// The columns, as in cast.ts: `-` is refused (42501), `no` an answer in the negative, `nothing` and `empty` an answer without
// content, any other word the reason that is given for a no.
//
// stranger nobody stray | adultA adultB other | own   colleague door  related | communicator head  removed | service
export const NONE =
  '-        -      -     | -      -      -     | -     -         -     -       | -            -     -       | -      ';
export const WEBSITE =
  'yes      -      -     | -      -      -     | -     -         -     -       | -            -     -       | -      ';
export const ADULT =
  '-        -      -     | yes    yes    yes   | -     -         -     -       | -            -     -       | -      ';
export const AT_DOOR =
  '-        -      -     | -      -      -     | yes   yes       yes   yes     | yes          yes   -       | -      ';
export const VERIFIED =
  '-        -      -     | -      -      -     | yes   yes       -     yes     | yes          yes   -       | -      ';
export const DESK =
  '-        -      -     | -      -      -     | yes   yes       -     yes     | -            yes   -       | -      ';
export const FINDS =
  '-        -      -     | -      -      -     | yes   yes       -     empty   | -            yes   -       | -      ';
export const OPEN =
  '-        -      -     | -      -      -     | yes   yes       -     -       | -            yes   -       | -      ';
export const HOME =
  '-        -      -     | -      -      -     | yes   -         -     -       | -            yes   -       | -      ';
export const HEAD =
  '-        -      -     | -      -      -     | -     -         -     -       | -            yes   -       | -      ';
export const JOB =
  '-        -      -     | -      -      -     | -     -         -     -       | -            -     -       | yes    ';

/** As `cells`, with another word for what was `yes`. */
export const but = (cells: string, ...words: string[]) => cells.replaceAll('yes', () => words.shift() ?? 'yes');
