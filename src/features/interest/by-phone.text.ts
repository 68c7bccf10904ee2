/** What is wrong with a registration that staff write down. Where the form asks the same as the family's, that form's texts hold. */
export const byPhoneFaults = {
  firstName: 'Skriv förnamnet på den som ringer',
  lastName: 'Skriv efternamnet på den som ringer',
  reach: 'Skriv ett telefonnummer eller en e-postadress, så att vi kan nå familjen igen',
  emailToInvite: 'Skriv e-postadressen som inbjudan ska gå till, eller ta bort krysset vid inbjudan',
  noMailToHidden: 'Hem med skyddade personuppgifter får inga mejl. Ta bort krysset här.',
  talked: 'Välj om samtalet redan är taget',
  day: 'Skriv dagen som år-månad-dag, till exempel 2027-01-29',
  dayMissing: 'Välj senaste dag att ringa',
  dayAhead: 'Välj en dag som kommer. Tiden för i dag har gått ut.',
} as const;

export const talkedTexts = {
  nej: { label: 'Nej, någon av oss ringer upp', hint: 'Hemmet ställs i kön över dem som väntar på samtal.' },
  ja: { label: 'Ja, vi har pratat färdigt för den här gången', hint: 'Samtalet antecknas i hemmets historik.' },
} as const;
