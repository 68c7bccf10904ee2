/** What a certificate's code is made of: no letter or digit that is taken for another. */
const CODE = /^[2-9A-HJKMNP-TV-Z]{12}$/;

/** A code as somebody typed it or as it stands in an address; undefined for what is none. Spaces, hyphens and small letters are fine. */
export function readCode(text: string): string | undefined {
  const code = text.replaceAll(/[\s‐-–-]/g, '').toUpperCase();
  return CODE.test(code) ? code : undefined;
}

/** "ABCD-EFGH-JKMN", as it is shown. */
export const codeInWords = (code: string) => code.replaceAll(/(.{4})(?=.)/g, '$1-');
