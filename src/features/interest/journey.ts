import type { z } from 'zod';
import { contactSchema, ELSEWHERE, homeSchema, type Interest, startSchema } from './interest.schema.ts';

/** What was typed, as it was typed: texts, and lists where several may be chosen. */
export type Typed = Record<string, string | string[]>;
export type Fault = { name: string; text: string };

/**
 * The journey: pages that each own their fields and their validation. A page is passed when its schema accepts what was
 * typed on it; the summary follows when all are.
 */
export const steps = [
  { id: 'start', fields: ['considering', 'municipality'], lists: ['heard'], schema: startSchema },
  { id: 'hemmet', fields: ['adults', 'children', 'ages', 'question'], lists: [], schema: homeSchema },
  { id: 'kontakt', fields: ['firstName', 'lastName', 'email', 'phone', 'way'], lists: ['times'], schema: contactSchema },
] as const satisfies readonly { id: string; fields: readonly string[]; lists: readonly string[]; schema: z.ZodType }[];

export type Step = (typeof steps)[number];
export type StepId = Step['id'];

export function stepOf(id: string | undefined): Step | undefined {
  return steps.find((step) => step.id === id);
}

/** The faults of one page, at most one for each field, in the order of the page. */
export function faultsOf(step: Step, typed: Typed): Fault[] {
  const parsed = step.schema.safeParse(typed);
  if (parsed.success) return [];
  const first = new Map<string, string>();
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? '');
    if (!first.has(field)) first.set(field, issue.message);
  }
  const order = [...step.fields, ...step.lists] as string[];
  return [...first].map(([name, text]) => ({ name, text })).sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}

export function livesElsewhere(typed: Typed): boolean {
  return typed.municipality === ELSEWHERE;
}

/** The first page that is not passed yet; the summary when all are. */
export function nextStep(typed: Typed): StepId | 'sammanfattning' {
  return steps.find((step) => !step.schema.safeParse(typed).success)?.id ?? 'sammanfattning';
}

/** The whole registration, or undefined when a page is not passed or the home is in another municipality. */
export function readInterest(typed: Typed): Interest | undefined {
  const start = startSchema.safeParse(typed);
  const home = homeSchema.safeParse(typed);
  const contact = contactSchema.safeParse(typed);
  if (!start.success || !home.success || !contact.success) return undefined;
  const { municipality, ...considered } = start.data;
  if (municipality === ELSEWHERE) return undefined;
  return { ...considered, municipality, ...home.data, ...contact.data };
}
