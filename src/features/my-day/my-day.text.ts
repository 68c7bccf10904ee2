/** What waits, and whether its time is until when or since when. */
export const whatTexts = {
  call: { text: 'Ring: vi har lovat att höra av oss', time: 'until' },
  message: { text: 'Svara på ett meddelande', time: 'since' },
  request: { text: 'Besluta om en begäran', time: 'since' },
  step: { text: 'Ett steg på vägen skulle vara klart', time: 'until' },
  ask_again: { text: 'Fråga hemmet igen', time: 'on' },
  pause_over: { text: 'Pausen är slut: fråga hemmet', time: 'on' },
  silent: { text: 'Tyst i mer än 14 dagar', time: 'since' },
} as const;

/** The groups of a day, in the order that they are to be done. */
export const groupTexts = {
  late: { heading: 'Försenat', empty: 'Inget är försenat.' },
  today: { heading: 'I dag', empty: 'Inget mer ska vara klart i dag.' },
  waiting: { heading: 'Väntar på dig', empty: 'Inget annat väntar på dig.' },
  silent: { heading: 'Tyst länge', empty: 'Alla kartläggningar rör på sig.' },
  later: { heading: 'Senare', empty: 'Inget samtal är lovat senare.' },
} as const;
export type Group = keyof typeof groupTexts;
