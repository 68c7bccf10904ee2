const WORDS = ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'];

/** A whole number in words up to twelve, in digits above; common gender ("en dag", "två dagar"). */
export function numberInWords(number: number): string {
  return WORDS[number] ?? String(number);
}
