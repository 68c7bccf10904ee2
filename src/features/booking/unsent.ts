import type { Fault } from '../../shared/form/faults.ts';
import type { Lists } from '../../shared/form/typed.ts';
import type { Said } from './booking.text.ts';

/** What the page is told when the answers do not fit in its address. */
export type Unsent = { ok: false; typed: Lists; faults: Fault[]; said?: Said | undefined; errorId?: string | undefined };
