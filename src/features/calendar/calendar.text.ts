/** What each kind of activity is called, by its name in an address. */
export const KIND_WORDS: Record<string, string> = {
  'sa-funkar-det': 'Så funkar det',
  kurs: 'Kurser',
  traff: 'Träffar',
  forelasning: 'Föreläsningar',
  stod: 'Stöd',
};
export const FORM_CHOICES: Record<string, string> = { digitalt: 'På nätet', 'pa-plats': 'På plats' };

/** What stands instead of how it stands, for who is among those booked. */
export const ourWords = { booked: 'Du har en plats', waiting: 'Du står i kö' } as const;
