import { Temporal } from 'temporal-polyfill';
import { numberInWords } from '../../shared/number-in-words.ts';
import { dateInWords } from '../../shared/time/words.ts';
import type { Certificate } from './course-record.schema.ts';

/** "alla sex träffar"; a course of one is taken part in as a whole. */
const partsInWords = (parts: number) => (parts === 1 ? 'hela' : `alla ${numberInWords(parts)} träffar i`);

/** What stands on the certificate. It tells of the course alone: a home is not judged by it. */
export const certificateTexts = {
  title: ({ title, year }: Pick<Certificate, 'title' | 'year'>) => `Intyg: ${title} ${year}`,
  heading: 'Intyg',
  attended: ({ parts }: Pick<Certificate, 'parts'>) => `har varit med på ${partsInWords(parts)}`,
  finished: ({ finishedOn }: Pick<Certificate, 'finishedOn'>) => {
    const day = Temporal.PlainDate.from(finishedOn);
    return `Kursen blev klar ${dateInWords(day)} ${day.year}.`;
  },
  about: 'Intyget gäller kursen. Det säger inget om ett hem eller ett uppdrag.',
  issuer: 'Kommunernas gemensamma familjehemsorganisation (GFO), en del av Kommunförbundet Västernorrland',
  check: 'Kontrollera intyget på',
  code: 'Kod',
  nobody: 'Namnet är raderat',
} as const;
