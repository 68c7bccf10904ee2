/** Ends a start with one line that says what to do, and no stack. */
export class Stop extends Error {
  override readonly name = 'Stop';
}
