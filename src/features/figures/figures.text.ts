/** Parts of a year, by the name that an address has for them. */
export const partTexts = {
  'jan-apr': 'Januari–april',
  'maj-aug': 'Maj–augusti',
  'sep-dec': 'September–december',
} as const;

export const faultTexts = {
  year: 'Skriv året med fyra siffror, till exempel 2026',
  tooEarly: (first: number) => `Skriv ${first} eller ett senare år. GFO öppnade då.`,
  notYet: (year: number) => `Skriv ett år som har börjat. ${year} har inte gjort det än.`,
  part: 'Välj en del av året i listan',
  partNotYet: (name: string) =>
    `Välj en del av året som har börjat. ${name.charAt(0).toUpperCase()}${name.slice(1)} har inte gjort det än.`,
} as const;

/** What stands in the place of a number. */
export const hiddenTexts = { few: 'färre än 5', hidden: 'visas inte' } as const;

export const measureTexts = {
  months: 'Anmälningar per månad',
  municipalities: 'Anmälningar per kommun',
  sources: 'Hur de hörde talas om oss',
} as const;

/** Why a table is not there. */
export const missingTexts = {
  running: 'Kommun och hur de hörde talas om oss visas när perioden är slut, så att ingen kan kännas igen på vägen.',
  few: 'För få anmälningar för att visa. Någon skulle kunna kännas igen.',
} as const;
