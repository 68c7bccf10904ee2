import { expect, test } from 'vitest';
import { plainText } from '../../../../src/shared/content/body.ts';

const facts = { 'arvode.2023.grund': '11 237 kronor' };

test('a text’s words are what its reader sees', () => {
  const body = `## Pengarna

Arvodet var <Fakta namn="arvode.2023.grund" /> i månaden. **Fråga** [oss](/kontakt).

<Besked rubrik="Skyddade uppgifter">

- Ring <Telefon />
- skriv inte

</Besked>`;
  expect(plainText(body, facts)).toBe(
    'Pengarna. Arvodet var 11 237 kronor i månaden. Fråga oss. Skyddade uppgifter. Ring telefon skriv inte',
  );
});

test('a heading that asks keeps its question mark', () => {
  expect(plainText('## Vad kostar det?\n\nInget.', {})).toBe('Vad kostar det? Inget.');
});
