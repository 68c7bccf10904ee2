/** Preloaded (`node --import`): the process lives in the year that YEAR says, its day and hour being today's. */
const RealDate = Date;
const then = new RealDate();
then.setFullYear(Number(process.env.YEAR));
const behind = RealDate.now() - then.getTime();
const now = () => RealDate.now() - behind;

globalThis.Date = new Proxy(RealDate, {
  construct: (date, given: number[]) => (given.length === 0 ? new date(now()) : Reflect.construct(date, given)),
  get: (date, name) => (name === 'now' ? now : Reflect.get(date, name)),
});
