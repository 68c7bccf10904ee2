import { SEAT_FORMS } from '../../shared/occasions/occasion.ts';
import type { Choice } from './course.rules.ts';
import type { CourseRecord } from './course-record.schema.ts';

/** With whom and how, from the page's address; what is nobody of this home and no form is left out. */
export function choiceFrom({ searchParams }: URL, { adults }: Pick<CourseRecord, 'adults'>): Choice {
  const asked = new Set(searchParams.getAll('med'));
  return {
    others: adults.flatMap(({ id }) => (asked.has(id) ? id : [])),
    form: SEAT_FORMS.find((form) => form === searchParams.get('form')),
  };
}
