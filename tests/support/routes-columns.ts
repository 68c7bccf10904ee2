/**
 * Who gets in, in the order of the columns in routes.ts. `in` is the page itself; `closed` the page that says it is not open and
 * asks for a reason; `sign-in`, `second`, `portal`, `desk`, `home` and `occasion` (one's own page) where somebody is sent instead, `>x`
 * another page; a number the status of a refusal (422: the form was read and has to be mended).
 */
// biome-ignore-start format: columns
// stranger adultA  adultB  other  | own    colleague door    related | communicator head   removed  ended
export const EVERYBODY =
  'in       in      in      in     | in     in        in      in      | in           in     in       in     ';
export const PORTAL = 'sign-in  in      in      in     | desk   desk      desk    desk    | desk         desk   sign-in  sign-in';
export const DOOR = 'sign-in  portal  portal  portal | desk   desk      in      desk    | desk         desk   sign-in  sign-in';
export const VERIFIED =
  'sign-in  404     404     404    | in     in        second  in      | in           in     sign-in  sign-in';
export const DESK = 'sign-in  404     404     404    | in     in        second  in      | 404          in     sign-in  sign-in';
export const HEAD = 'sign-in  404     404     404    | 404    404       second  404     | 404          in     sign-in  sign-in';
/** A page of the home that is in assessment, and of one that is only registered. */
export const HOME = 'sign-in  404     404     404    | in     home      second  404     | 404          in     sign-in  sign-in';
export const FRESH = 'sign-in  404     404     404    | in     in        second  404     | 404          in     sign-in  sign-in';
/** The page of requests sends on whoever may not open the home: the home's own page tells them apart. */
export const REQUESTS =
  'sign-in  404     404     404    | in     home      second  home    | 404          in     sign-in  sign-in';
/** The sign-in's first page, for whoever is signed in already. */
export const AGAIN = 'in       portal  portal  portal | desk   desk      desk    desk    | desk         desk   in       in     ';
export const ALIVE = '401      in      in      in     | in     in        in      in      | in           in     401      401    ';
/** What a proof of its own opens, and no session. */
export const JOB = '401      401     401     401    | 401    401       401     401     | 401          401    401      401    ';
// biome-ignore-end format: columns

/** As `cells`, with other words for what was `in`, from the left. */
export const but = (cells: string, ...words: string[]) =>
  cells.replaceAll(/\S+/g, (cell) => (cell === 'in' ? (words.shift() ?? 'in') : cell));
/** As `cells`, with another word for everybody who had `word`. */
export const all = (cells: string, word: string, other: string) =>
  cells.replaceAll(/\S+/g, (cell) => (cell === word ? other : cell));
