/** How much is stored of a person, as the database has it. */
export const PERSON_LIMITS = { name: 100, phone: 40 } as const;

/** What is wrong with what somebody is called or how they are reached, in the same words on every form. */
export const personTexts = {
  nameTooLong: `Namnet får vara högst ${PERSON_LIMITS.name} tecken`,
  emailUnreadable: 'Kontrollera e-postadressen. Den ska se ut som namn@exempel.se',
  phoneUnreadable: 'Kontrollera telefonnumret. Det ska se ut som 070-123 45 67 eller +46 70 123 45 67',
} as const;
