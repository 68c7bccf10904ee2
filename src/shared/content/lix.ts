/**
 * LIX, C.-H. Björnsson's measure of how easy Swedish reads: words a sentence, plus the percentage of words of more than six
 * letters. 30–40 is fiction and easy news. A text without words is 0.
 */
export function lix(text: string): number {
  const words = text.match(/\p{L}[\p{L}\p{N}\u00ad’-]*/gu) ?? [];
  if (words.length === 0) return 0;
  const sentences = text.split(/[.!?:](?=\s|$)/).filter((part) => /\p{L}/u.test(part)).length;
  const long = words.filter((word) => word.replaceAll('\u00ad', '').length > 6).length;
  return words.length / Math.max(1, sentences) + (100 * long) / words.length;
}
