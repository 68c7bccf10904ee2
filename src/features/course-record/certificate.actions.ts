import { defineAction } from 'astro:actions';
import { paths } from '../../paths.ts';
import { cleanLine } from '../../shared/form/clean.ts';
import type { Fault } from '../../shared/form/faults.ts';
import { field } from '../../shared/form/read.ts';
import { checkTexts } from './certificate-check.text.ts';
import { readCode } from './certificate-code.ts';
import { sealName } from './typed-name.ts';

type Result = { ok: true; next: string } | { ok: false; typed: string; faults: Fault[] };

const LONGEST = 200;

export const certificate = {
  /** Asks about a name. The answer stands on a page of its own, so that a reload asks nothing anew. */
  askName: defineAction({
    accept: 'form',
    handler: (form): Result => {
      const code = readCode(field(form, 'kod'));
      if (!code) return { ok: true, next: paths.certificates(field(form, 'kod').slice(0, 40)) };
      const name = cleanLine(field(form, 'namn'));
      if (name === '') return refused('', checkTexts.nameMissing);
      if (name.length > LONGEST) return refused(name.slice(0, LONGEST), checkTexts.nameTooLong);
      return { ok: true, next: paths.certificate(code, sealName(code, name)) };
    },
  }),
};

const refused = (typed: string, text: string): Result => ({ ok: false, typed, faults: [{ name: 'namn', text }] });
