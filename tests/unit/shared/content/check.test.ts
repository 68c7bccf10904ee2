import { describe, expect, test } from 'vitest';
import { bodyFaults, headFaults, type Known, placesIn, said } from '../../../../src/shared/content/check.ts';
import { pageSchema } from '../../../../src/shared/content/frontmatter.ts';
import { readText } from '../../../../src/shared/content/read-content.ts';

const head = `titel: "Sidan"
beskrivning: "En beskrivning som är lång nog för att säga något om vad sidan handlar om."
ingress: "En ingress som är lång nog."
bild: { fil: kroken, dekor: ja }`;
const file = (top: string, body = 'Hej.') => readText('content/pages/sidan.mdx', `---\n${top}\n---\n\n${body}\n`, 'pages');
const heads = (top: string) => headFaults(file(top), pageSchema).map(said);
const known: Known = {
  signs: { Fakta: ['namn'], Bild: ['fil', 'text'], Besked: ['rubrik'] },
  facts: new Set(['siffror.mentorer']),
  pictures: new Set(['kroken']),
  addresses: new Map([
    ['/', undefined],
    ['/kontakt', new Set(['ring'])],
  ]),
};
const bodies = (body: string) => bodyFaults(file(head, body), known).map(({ where, mend }) => `${where}: ${mend}`);

describe('a text’s head', () => {
  test('that is whole has no faults', () => expect(heads(head)).toEqual([]));

  test('names the file, the field and how to mend it', () => {
    expect(heads(head.replace('titel: "Sidan"\n', ''))).toEqual(['content/pages/sidan.mdx\n   titel: saknas']);
    expect(heads(`${head}\nbildtxt: x`)[0]).toMatch(/uppgifterna överst: känner inte till bildtxt/);
    expect(heads(`${head}\nutkast: kanske`)[0]).toMatch(/utkast: skrivs "ja" eller "nej"/);
    expect(heads(`${head}\npubliceras: i morgon`)[0]).toMatch(/publiceras: skrivs som 2026-12-25/);
  });

  test('a picture says what it shows, or that it is only there to please', () => {
    for (const picture of ['{ fil: kroken }', '{ fil: kroken, dekor: ja, text: "En ledig krok i hallen" }'])
      expect(heads(head.replace('{ fil: kroken, dekor: ja }', picture))[0]).toMatch(/bild: bilden behöver en beskrivning/);
  });
});

describe('a text’s body', () => {
  test('may hold what is known', () =>
    expect(bodies('[Ring](/kontakt#ring) <Fakta namn="siffror.mentorer" /> [hit](https://exempel.example).')).toEqual([]));

  test.each([
    ['[dit](/borta)', /länken \/borta leder ingenstans/],
    ['[dit](/kontakt#mejla)', /på sidan \/kontakt finns inget som heter #mejla/],
    ['[dit](kontakt)', /ska börja med \//],
    ['<Fakta namn="siffror.okand" />', /finns inget som heter siffror.okand/],
    ['<Fakta />', /<Fakta> behöver namn/],
    ['<Bild fil="finns-inte" text="En bild" />', /ingen bild som heter finns-inte/],
    ['<Bild fil="kroken" />', /<Bild> behöver text/],
    ['<Karta />', /känner inte till <Karta>/],
    ['Arvodet är 11 237 kronor.', /ett belopp skrivs i content\/facts.yml/],
    ['Arvodet är **11 237** kronor.', /ett belopp skrivs/],
    ['<Besked rubrik="Minst 500 kronor">\n\nHej.\n\n</Besked>', /ett belopp skrivs/],
    ['<Besked rubrik={process.env.HOME}>\n\nHej.\n\n</Besked>', /skrivs med citattecken/],
    ['[dit][a]\n\n[a]: /borta', /leder ingenstans/],
    ['[Filmen](/min-vardag/vagen-hem)', /borta den dag samtycket går ut/],
    ['{1 + 1}', /hör inte hemma/],
    ['import x from "y"', /import och export/],
  ])('not %s', (body, mend) => expect(bodies(body)).toEqual([expect.stringMatching(mend)]));

  test('says the line as it stands in the file', () =>
    expect(bodies('Hej.\n\n[dit](/borta)')).toEqual([expect.stringMatching(/^rad 10:/)]));

  test('that cannot be read is said to be so, in plain words', () =>
    expect(file(head, 'Ett { som inte slutar').fault).toMatch(/går inte att läsa.*\{ eller </));
});

test('the places of a page are its headings, as the site names them', () => {
  expect([...placesIn(file(head, '## Vad kostar det?\n\n## Åt var och en').tree)]).toEqual(['vad-kostar-det', 'åt-var-och-en']);
});
