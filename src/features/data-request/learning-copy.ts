import { Temporal } from 'temporal-polyfill';
import { FORM_WORDS } from '../../shared/occasions/words.ts';
import { inStockholm } from '../../shared/time/stockholm.ts';
import { dateInWords, dateTimeInWords } from '../../shared/time/words.ts';
import type { Copy } from './my-copy.schema.ts';
import { emptyTexts, partStateTexts } from './my-copy.text.ts';

type Learning = Copy['learning'];
type Row = { label: string; value: string };

/** What is kept of somebody's courses and certificates, as a person reads it. */
export function learningInWords({ courses, certificates }: Learning) {
  return [
    { heading: 'Dina kurser', rows: courses.flatMap(course), empty: emptyTexts.courses },
    { heading: 'Dina intyg', rows: certificates.map(certificate), empty: emptyTexts.certificates },
  ];
}

function course({ title, parts }: Learning['courses'][number]): Row[] {
  return parts.map(({ part, state, startsAt, form }) => ({
    label: `${title}, träff ${part}`,
    value: [
      partStateTexts[state],
      startsAt && `${dateTimeInWords(inStockholm(startsAt))} ${inStockholm(startsAt).year}`,
      form && FORM_WORDS[form],
    ]
      .filter(Boolean)
      .join(', '),
  }));
}

function certificate({ title, year, code, name, finishedOn, withdrawnAt }: Learning['certificates'][number]): Row {
  const day = Temporal.PlainDate.from(finishedOn);
  const stands = withdrawnAt ? 'gäller inte, eftersom närvaron har rättats' : `gäller, för ${name}`;
  return { label: `${title} ${year}`, value: `Kod ${code}, klar ${dateInWords(day)} ${day.year}, ${stands}` };
}
