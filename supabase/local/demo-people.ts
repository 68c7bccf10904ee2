/** Who a visitor of the demo can sign in as. They stand in supabase/seed/demo.sql with all that belongs to them. */
export type DemoPerson = { email: string; name: string; who: string };

/** They need a second factor: the demo shows a ready authenticator for each. */
export const DEMO_STAFF: readonly DemoPerson[] = [
  { email: 'maja@familjehem.example', name: 'Maja Påhittsson', who: 'samordnare, följer Amiras och Samirs hem' },
  { email: 'daniel@familjehem.example', name: 'Daniel Exempelby', who: 'samordnare' },
  { email: 'karin@familjehem.example', name: 'Karin Låtsman', who: 'kommunikatör' },
  { email: 'helena@familjehem.example', name: 'Helena Provén', who: 'enhetschef' },
];

export const DEMO_ADULTS: readonly DemoPerson[] = [
  { email: 'amira.exempelsson@exempel.example', name: 'Amira Exempelsson', who: 'vuxen i ett hem i kartläggning' },
  { email: 'samir.exempelsson@exempel.example', name: 'Samir Exempelsson', who: 'den andra vuxna i samma hem' },
  {
    email: 'berit.exempelgard@exempel.example',
    name: 'Berit Exempelgård',
    who: 'vuxen i ett familjehem och jourhem, går en kurs',
  },
  { email: 'lars.exempelgard@exempel.example', name: 'Lars Exempelgård', who: 'den andra vuxna där, har missat en kväll' },
];
