import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { certificateFonts } from '../../../../src/features/course-record/certificate-fonts.ts';
import { certificatePdf } from '../../../../src/features/course-record/certificate-pdf.ts';
import type { Certificate } from '../../../../src/features/course-record/course-record.schema.ts';

const drawing = (name: string) => readFileSync(new URL(`../../../../src/assets/${name}.svg`, import.meta.url), 'utf8');
const certificate: Certificate = {
  ...{ code: 'K7M4RWX2PQ9T', activity: 'ett-hem-att-vaxa-i', title: 'Ett hem att växa i', name: 'Åsa Påhittsgren-Öberg' },
  ...{ parts: 6, year: 2027, finishedOn: '2027-03-04', withdrawnAt: null },
  issuedAt: Temporal.Instant.from('2027-03-04T20:31:00Z'),
};
const pdfOf = (more: Partial<Certificate> = {}) =>
  certificatePdf(
    { ...certificate, ...more },
    {
      ...{ fonts: certificateFonts, wordmark: drawing('wordmark'), rail: drawing('pictures/krokar') },
      checkAt: 'https://www.exempel.example/intyg/K7M4RWX2PQ9T',
    },
  );
// The reader takes the bytes over, so it gets its own.
const read = (pdf: Uint8Array) => getDocumentProxy(Uint8Array.from(pdf));
const wordsIn = async (pdf: Uint8Array) => (await extractText(await read(pdf), { mergePages: true })).text;

test('says who, which course, when, and where it is checked, in words that another program reads', async () => {
  const text = await wordsIn(await pdfOf());
  for (const said of ['Intyg', 'Åsa Påhittsgren-Öberg', 'har varit med på alla sex träffar i', 'Ett hem att växa i'])
    expect(text).toContain(said);
  expect(text).toContain('torsdag 4 mars 2027');
  expect(text).toContain('exempel.example/intyg');
  expect(text).toContain('K7M4-RWX2-PQ9T');
});

test('is tagged, in Swedish, with a title and the mark of PDF/UA', async () => {
  const pdf = await pdfOf();
  const { info } = await (await read(pdf)).getMetadata();
  expect(info).toMatchObject({ Language: 'sv-SE', Title: 'Intyg: Ett hem att växa i 2027' });
  const raw = Buffer.from(pdf).toString('latin1');
  for (const mark of ['/MarkInfo', '/Marked true', 'pdfuaid:part', '/DisplayDocTitle true']) expect(raw).toContain(mark);
  const tree = JSON.stringify(await (await (await read(pdf)).getPage(1)).getStructTree());
  const roles = [...tree.matchAll(/"role":"(\w+)"/g)].map(([, role]) => role);
  expect(roles).toEqual(['Document', 'Figure', 'H1', 'P', 'P', 'P', 'P', 'P', 'P', 'Figure', 'Root']);
  expect([...tree.matchAll(/"alt":"([^"]+)"/g)].map(([, alt]) => alt)).toEqual([
    'GFO familjehem',
    'QR-kod med adressen https://www.exempel.example/intyg/K7M4RWX2PQ9T',
  ]);
});

test('holds its own type, on one page', async () => {
  const pdf = await pdfOf();
  expect((await read(pdf)).numPages).toBe(1);
  const raw = Buffer.from(pdf).toString('latin1');
  expect([...raw.matchAll(/\/BaseFont \/[A-Z]{6}\+(\w+)/g)].map(([, name]) => name)).toContain('YoungSerif');
  expect(raw).not.toMatch(/\/BaseFont \/Helvetica/);
});

test('is the same to the byte for the same certificate, and another for another', async () => {
  const [one, again, other] = await Promise.all([pdfOf(), pdfOf(), pdfOf({ year: 2028 })]);
  expect(Buffer.from(again).equals(Buffer.from(one))).toBe(true);
  expect(Buffer.from(other).equals(Buffer.from(one))).toBe(false);
});

test('a name from further away keeps its letters, and a very long one its place', async () => {
  expect((await wordsIn(await pdfOf({ name: 'Łucja Đurić' }))).replaceAll(/\s/g, '')).toContain('ŁucjaĐurić');
  expect((await wordsIn(await pdfOf({ name: 'Thuỵ Påhittsgren' }))).replaceAll(/\s/g, '')).toContain('ThuyPåhittsgren');
  const long = 'Wilhelmina-Margareta Exempelström von Påhittsgren-Låtsberg af Provlund';
  expect((await wordsIn(await pdfOf({ name: long }))).replaceAll(/\s/g, '')).toContain(long.replaceAll(' ', ''));
});

test('a course of one evening is taken part in whole', async () => {
  expect(await wordsIn(await pdfOf({ parts: 1, title: 'En kväll' }))).toContain('har varit med på hela');
});
