import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { serveFaults } from '../../src/shared/env.ts';
import { type Facts, parseFacts } from '../../src/shared/facts/facts.schema.ts';
import { ownServerFaults } from './own-server.ts';
import { gateDigest } from './prepare.ts';

/** The numbers that PTS keeps free for made-up people, as digits. */
const EXAMPLE_NUMBERS = /^(?:03139006|04062804|08465004|09803192)\d\d$|^07017406(?:0[5-9]|[1-9]\d)$/;

/** What GFO has not filled in or confirmed in content/facts.yml, a line each. */
export function openFacts(facts: Facts): string[] {
  const unconfirmed = Object.entries(facts).filter(([, part]) => 'bekraftad' in part && part.bekraftad === 'nej');
  const addresses = [facts.kontakt.epost, facts.personuppgifter.dataskyddsombud].filter((address) =>
    address.endsWith('.example'),
  );
  return [
    ...(facts.chef.namn.trim() === '' ? ['chef.namn är tomt: vem är enhetschef?'] : []),
    ...(isExampleNumber(facts.kontakt.telefon) ? [`kontakt.telefon (${facts.kontakt.telefon}) är ett exempelnummer`] : []),
    ...addresses.map((address) => `${address} är en påhittad adress`),
    ...facts.kommuner
      .filter(({ orosanmalan }) => orosanmalan === '')
      .map(({ namn }) => `kommuner: adressen till orosanmälan i ${namn} saknas, länken går till kommunens första sida`),
    ...unconfirmed.map(([name]) => `${name} är inte bekräftat: ändra till "bekraftad: ja" när GFO har läst det`),
  ];
}

function isExampleNumber(number: string): boolean {
  return EXAMPLE_NUMBERS.test(number.replace(/\D/g, '').replace(/^46/, '0'));
}

async function tell(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const facts = openFacts(parseFacts(await readFile('content/facts.yml', 'utf8')));
  const settings = serveFaults(process.env);
  const { SITE_SECRET } = process.env;
  console.log(section('Kvar att fylla i eller bekräfta i content/facts.yml', facts));
  console.log(section('Fel i inställningarna (.env eller miljön)', settings));
  console.log(section('Bara för egen server ("npm run serve")', ownServerFaults(process.env)));
  if (SITE_SECRET) {
    console.log('Grinden: kör raden i Supabases SQL-editor när SITE_SECRET är ny (egen databas: "npm run serve" gör det själv).');
    console.log(`  select private.set_site_gate('${gateDigest(SITE_SECRET)}');`);
  }
  process.exitCode = facts.length + settings.length > 0 ? 1 : 0;
}

function section(heading: string, lines: string[]): string {
  return `${heading}:\n${(lines.length > 0 ? lines : ['inget']).map((line) => `  ${line}`).join('\n')}\n`;
}

if (import.meta.main) await tell();
