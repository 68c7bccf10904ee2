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
    kontakt: { ...all.kontakt, telefon: '0611-55 00 00', epost: 'gfo@kfvn.se' },
    personuppgifter: { ...all.personuppgifter, dataskyddsombud: 'dso@kfvn.se' },
    chef: { ...all.chef, namn: 'Kim Exempelsson' },
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
