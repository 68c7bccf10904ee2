/** Vägen hem: when things happen, in seconds. The captions and the script in content/films/vagen-hem follow these. */

export const GLANCE = 4.75;
export const GLANCE_ENDS = 8.5;
export const LIGHTS = 8.6;
export const BUS_COMES = 11;
export const BUS_STOPS = 12.5;
export const DOORS = 12.9;
export const CHILD_ON = 13.5;
export const SARA_ON = 14.1;
export const DOORS_SHUT = 14.9;
export const BUS_GOES = 15.2;

export const ABOARD = 17;
export const DRAWS = 24.2;
export const HOOK = 36.7;
export const WIDE = 40;
export const INSIDE = 46.6;

export const YARD = 54;
export const KEY = 57.3;
export const TURN = 58.5;
export const HALL = 60;
export const LAMP = 60.5;
export const LANDS: readonly number[] = [61.3, 61.75, 62.3, 62.6];
export const CAP = 65.4;
