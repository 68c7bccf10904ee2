import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { type Facts, parseFacts } from '../../src/shared/facts/facts.schema.ts';
import { openFacts } from '../../supabase/local/golive.ts';

const facts = async () => parseFacts(await readFile('content/facts.yml', 'utf8'));

function confirmed(known: Facts): Facts {
  const parts = Object.entries(known).map(([name, part]) => [name, 'bekraftad' in part ? { ...part, bekraftad: 'ja' } : part]);
  const all = Object.fromEntries(parts) as Facts;
  return {
    ...all,
    kontakt: { ...all.kontakt, telefon: '0000-00 00 00', epost: 'gfo@gfo.invalid' },
    personuppgifter: { ...all.personuppgifter, dataskyddsombud: 'dso@gfo.invalid' },
    chef: { ...all.chef, namn: 'Kim Exempelsson' },
    kommuner: all.kommuner.map((one) => ({ ...one, orosanmalan: one.webb })),
  };
}

test('nothing is left when GFO has filled in and confirmed everything', async () => {
  expect(openFacts(confirmed(await facts()))).toEqual([]);
});

test.each(['0980-31 92 00', '031-390 06 55', '08-465 004 12', '070-174 06 05', '+46 70 174 06 99'])(
  '%s is known as an example',
  async (telefon) => {
    const known = confirmed(await facts());
    expect(openFacts({ ...known, kontakt: { ...known.kontakt, telefon } })).toHaveLength(1);
  },
);

test('each part that is not confirmed, an empty name and a made-up address is a line', async () => {
  const known = confirmed(await facts());
  const open = openFacts({
    ...known,
    chef: { namn: '', bekraftad: 'nej' },
    kontakt: { ...known.kontakt, epost: 'hej@familjehem.example' },
  });
  expect(open).toHaveLength(3);
});

test('a municipality without the address of its orosanmälan is a line', async () => {
  const known = confirmed(await facts());
  const [first, ...rest] = known.kommuner.map((one) => ({ ...one, orosanmalan: '' }));
  expect(openFacts({ ...known, kommuner: [...(first ? [first] : []), ...rest] })[0]).toContain('orosanmälan i Härnösand');
});
