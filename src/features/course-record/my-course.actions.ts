import { defineAction } from 'astro:actions';
import { paths } from '../../paths.ts';
import { signedIn } from '../../shared/auth/person.ts';
import { fields } from '../../shared/form/read.ts';
import { after } from '../../shared/http/after.ts';
import { kickOutbox } from '../../shared/jobs/kick.ts';
import { bookPlan } from './book-plan.ts';
import { refusedText } from './course-record.text.ts';
import { planSchema } from './my-course.schema.ts';

type Result = { ok: true; next: string } | { ok: false; why: string };

export const myCourse = {
  /** The whole of what the form names, or nothing. */
  book: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<Result> => {
      const plan = planSchema.safeParse({ plats: fields(form, 'plats'), med: fields(form, 'med') });
      if (!plan.success) return { ok: true, next: paths.portal.courses };
      const booked = await bookPlan(plan.data, signedIn(locals));
      if (!booked.ok) return { ok: false, why: refusedText(booked.reason) };
      after(kickOutbox());
      return { ok: true, next: paths.portal.coursesDone('bokat') };
    },
  }),
};
