import atkinson from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff?inline';
import bold from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff?inline';
import young from '@fontsource/young-serif/files/young-serif-latin-400-normal.woff?inline';
import youngMore from '@fontsource/young-serif/files/young-serif-latin-ext-400-normal.woff?inline';

const bytes = (address: string) => Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');

/** The site's own types as files that a PDF can hold; `youngMore` has the letters of names from further away. */
export const certificateFonts = {
  atkinson: bytes(atkinson),
  bold: bytes(bold),
  young: bytes(young),
  youngMore: bytes(youngMore),
};
