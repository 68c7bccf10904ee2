/** What people paste without seeing it, made harmless. Everything a person typed on purpose stays. */

const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu;
const ODD_SPACE = /[\t\p{Zs}\u2800\u3164\uFFA0]/gu;
// Controls, soft hyphen, zero-width space, word joiner, byte order mark and everything that turns the direction of writing.
const UNSEEN =
  /[\p{Cc}\p{Noncharacter_Code_Point}\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;
// The letters of a flag such as Scotland's are unseen tags: real after the black flag, hidden text anywhere else.
const TAGS = /(\u{1F3F4}[\u{E0020}-\u{E007F}]+)|[\u{E0000}-\u{E007F}]+/gu;
// Joiners hold Persian words and family emoji together, and mean nothing at the edge of one.
const LOOSE_JOINER =
  /(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D]|[\u200C\u200D](?![\p{L}\p{M}\p{Extended_Pictographic}])/gu;

/** One line: NFC, spaces collapsed and trimmed, line breaks as spaces. Lone surrogates become U+FFFD. Idempotent. */
export function cleanLine(text: string): string {
  return visible(text.replace(LINE_BREAK, ' ')).replace(/ +/g, ' ').trim().normalize('NFC');
}

/** As `cleanLine`, but line breaks stay as `\n`, at most two in a row. Idempotent. */
export function cleanText(text: string): string {
  const lines = text.replace(LINE_BREAK, '\n').split('\n').map(cleanLine);
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function visible(text: string): string {
  return text.toWellFormed().replace(ODD_SPACE, ' ').replace(UNSEEN, '').replace(TAGS, '$1').replace(LOOSE_JOINER, '');
}
