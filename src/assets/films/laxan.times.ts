/** Läxan: when things happen, in seconds. The captions and the script in content/films/laxan follow these. */

export const LAMP = 2.5;
export const STOPS = 6;
export const NEAR_CHILD = 6.3;
export const BOTH = 11;
export const NEAR_AMINA = 14;
export const TABLE = 17;
export const ALL = 19.8;
export const BOOK = 24.2;
export const LAST = 26.1;
export const DARK = 27.7;
