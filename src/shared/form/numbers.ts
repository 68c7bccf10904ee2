const WORDS = ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'];
const ALSO = new Map(Object.entries({ ett: 1, inga: 0, inget: 0, ingen: 0 }));

/** A whole number as people write it: "2", "två", "2 st". Undefined when it is not one. */
export function parseCount(text: string): number | undefined {
  const plain = text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[.!]$/, '')
    .replace(/\s*(st|stycken|barn|vuxna|vuxen|personer)$/, '')
    .trim();
  if (/^\d{1,4}$/.test(plain)) return Number(plain);
  const word = WORDS.indexOf(plain);
  return word >= 0 ? word : ALSO.get(plain);
}

const AGE = /(\d{1,3})\s*(mån\w*|veck\w*|dag\w*)?/giu;
const NUMBER_WORD = /(?<!\p{L})(ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv)(?!\p{L})/giu;
const FILLING = /(mån\p{L}*|veck\p{L}*|dag\p{L}*|åring(ar)?|års?|gammal|gamla|och|samt|snart|ca|st|[\s,;.&+/–-])/giu;

/** Ages in whole years: "4, 7 och 12 år" is [4, 7, 12], "8 månader" is [0], "nyfödd" too. Undefined when something else stands there. */
export function parseAges(text: string): number[] | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/nyfödda?|bebis/giu, ' 0 ')
    .replace(NUMBER_WORD, (word) => String(parseCount(word)));
  const rest = plain.replace(AGE, ' ').replace(FILLING, '');
  if (rest !== '') return undefined;
  return [...plain.matchAll(AGE)].map(([, digits, unit = '']) => {
    if (/^mån/i.test(unit)) return Math.floor(Number(digits) / 12);
    return unit ? 0 : Number(digits);
  });
}
