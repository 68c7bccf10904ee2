import type { Fault } from '../../shared/form/faults.ts';
import type { Lists } from '../../shared/form/typed.ts';

/**
 * A form that was not done. `despite`: it can be done all the same, by a press that says so. `full`: more seats have to be made
 * first.
 */
export type Failed = { ok: false; typed: Lists; faults: Fault[]; refused?: string; despite?: boolean; full?: boolean };
