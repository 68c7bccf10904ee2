import parsePhoneNumber from 'libphonenumber-js/max';
import { cleanLine } from './clean.ts';

/** `value` is E.164 when the number is a real one somewhere, else the digits as typed; `shown` is for people to read. */
export type Phone = { ok: true; value: string; shown: string } | { ok: false };

const REFUSED = { ok: false } as const;
const ZEROS = ['٠', '۰', '०', '০'].map((zero) => zero.charCodeAt(0));
const WRITTEN = /^\+?[\d\s./()-]+$/;

/** A number without a country is read as Swedish. Refuses letters, and fewer than 5 or more than 17 digits. */
export function parsePhone(text: string): Phone {
  const written = withPlainSigns(cleanLine(text));
  const dialled = written.replace(/[^\d+]/g, '');
  const digits = dialled.replace('+', '').length;
  if (!WRITTEN.test(written) || digits < 5 || digits > 17) return REFUSED;

  const number = parsePhoneNumber(dialled, 'SE');
  if (!number?.isValid()) return { ok: true, value: dialled, shown: written };
  const shown = number.countryCallingCode === '46' ? number.formatNational() : number.formatInternational();
  return { ok: true, value: number.number, shown };
}

function withPlainSigns(line: string): string {
  return line
    .normalize('NFKC')
    .replace(/^tel:\s*/i, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/\p{Nd}/gu, latinDigit)
    .replace(/^\(\s*\+(\d+)\s*\)/, '+$1 ')
    .replace(/^(\+|00)(.*?)\(\s*0\s*\)/, '$1$2');
}

function latinDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  const zero = ZEROS.find((start) => code >= start && code <= start + 9);
  return zero === undefined ? digit : String(code - zero);
}
