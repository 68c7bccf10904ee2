import hook from '../../assets/pictures/kroken.svg';
import toothbrushes from '../../assets/pictures/tandborstarna.svg';
import telephone from '../../assets/pictures/telefonen.svg';
import type { StepId } from './journey.ts';

/** What each page of the form says at its head, and the picture beside it where there is room. */
export const stepTexts: Record<StepId, { title: string; lead: string; picture: typeof hook }> = {
  start: {
    title: 'Anmäl intresse',
    lead: 'Tre korta sidor. Anmälan binder er inte till något. Sedan hör en familjehemssamordnare på GFO av sig till er.',
    picture: hook,
  },
  hemmet: {
    title: 'Om ert hem',
    lead: 'Vilka bor hos er i dag? Det räcker med siffror, inga namn.',
    picture: toothbrushes,
  },
  kontakt: {
    title: 'Hur når vi er?',
    lead: 'Vi behöver aldrig ert personnummer här.',
    picture: telephone,
  },
};
