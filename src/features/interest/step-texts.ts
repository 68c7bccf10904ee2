import type { StepId } from './journey.ts';

/** What each page of the form says at its head. */
export const stepTexts: Record<StepId, { title: string; lead: string }> = {
  start: {
    title: 'Anmäl intresse',
    lead: 'Tre korta sidor. Anmälan binder er inte till något. Sedan hör en familjehemssamordnare på GFO av sig till er.',
  },
  hemmet: {
    title: 'Om ert hem',
    lead: 'Vilka bor hos er i dag? Det räcker med siffror, inga namn.',
  },
  kontakt: {
    title: 'Hur når vi er?',
    lead: 'Vi behöver aldrig ert personnummer här.',
  },
};
