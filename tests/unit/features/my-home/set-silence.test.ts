import { expect, test } from 'vitest';
import { beSilent } from '../../../../src/features/my-home/set-silence.ts';

const wish = { telefon: '+46701740605', tider: 'Torsdagar', kod: false, dolj: true };

/** A database in which the function of that name fails. */
function dbWhere(fails: string | undefined) {
  const asked: string[] = [];
  const rpc = (name: string) => {
    asked.push(name);
    return Promise.resolve({ data: null, error: name === fails ? { code: '57014', message: 'gone' } : null });
  };
  return { asked, db: { rpc } as never };
}

test('sharing stops before the number is kept, and both before the silent way begins', async () => {
  const { asked, db } = dbWhere(undefined);
  expect(await beSilent(wish, { db })).toEqual({ ok: true });
  expect(asked).toEqual(['share_contact', 'change_phone', 'set_own_silence']);
});

test('what goes on being shared is not touched', async () => {
  const { asked, db } = dbWhere(undefined);
  await beSilent({ ...wish, dolj: false }, { db });
  expect(asked).toEqual(['change_phone', 'set_own_silence']);
});

test('what was saved before something broke is told, and nothing is told when nothing was', async () => {
  expect(await beSilent(wish, dbWhere('set_own_silence'))).toEqual({ ok: false, saved: ['hidden', 'phone'] });
  expect(await beSilent(wish, dbWhere('change_phone'))).toEqual({ ok: false, saved: ['hidden'] });
  expect(await beSilent({ ...wish, dolj: false }, dbWhere('set_own_silence'))).toEqual({ ok: false, saved: ['phone'] });
  await expect(beSilent(wish, dbWhere('share_contact'))).rejects.toThrow('share_contact');
});
