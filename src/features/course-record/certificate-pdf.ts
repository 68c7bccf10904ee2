import PDFDocument from 'pdfkit';
import encodeQr from 'qr';
import { Temporal } from 'temporal-polyfill';
import { monthInWords, weekdayInWords } from '../../shared/time/words.ts';
import { certificateTexts as texts } from './certificate.text.ts';
import { codeInWords } from './certificate-code.ts';
import type { Certificate } from './course-record.schema.ts';
import { drawInPdf } from './drawing-in-pdf.ts';

type Fonts = { atkinson: Buffer; bold: Buffer; young: Buffer; youngMore: Buffer };
type Setting = {
  fonts: Fonts;
  /** The text of our drawings (SVG): the wordmark, and the rail of pegs. */
  wordmark: string;
  rail: string;
  /** Where the certificate is checked, whole. */
  checkAt: string;
};

/** A4 on its side, in points. */
const [WIDTH, HEIGHT, EDGE] = [841.89, 595.28, 62];
const INK = {
  paper: '#fbfaf6',
  spruce: '#14302b',
  lingon: '#b3213b',
  soft: '#4a5450',
  cloudberry: '#f2a541',
  dusk: '#24324a',
  day: '#a11a34',
};

/** An accessible PDF (tagged, PDF/UA), the same to the byte for the same certificate. */
export async function certificatePdf(certificate: Certificate, setting: Setting): Promise<Uint8Array<ArrayBuffer>> {
  const doc = new PDFDocument({
    size: [WIDTH, HEIGHT],
    margin: 0,
    pdfVersion: '1.7',
    // Not in its types yet.
    subset: 'PDF/UA' as 'PDF/A-2a',
    tagged: true,
    lang: 'sv-SE',
    displayTitle: true,
    info: {
      Title: texts.title(certificate),
      Author: 'GFO familjehem',
      CreationDate: new Date(certificate.issuedAt.epochMilliseconds),
    },
  });
  const whole = wholeOf(doc);
  for (const [name, file] of Object.entries(setting.fonts)) doc.registerFont(name, file);
  const decor = (draw: () => void) => {
    doc.markContent('Artifact', { type: 'Layout' });
    draw();
    doc.endMarkedContent();
  };
  decor(() => ground(doc, setting.rail));
  decor(() => leaf(doc, Temporal.PlainDate.from(certificate.finishedOn)));
  write(doc, certificate, setting);
  doc.end();
  return await whole;
}

function wholeOf(doc: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Uint8Array.from(Buffer.concat(chunks))));
    doc.on('error', reject);
  });
}

/** Snow above, and the hall's dark wall torn off under the rail, with its six pegs. */
function ground(doc: PDFKit.PDFDocument, rail: string): void {
  doc.rect(0, 0, WIDTH, HEIGHT).fill(INK.paper);
  const torn = [46, 27, 50, 19, 54, 31, 42, 15, 54, 31, 50, 15, 46, 31, 58, 23, 54, 35, 50].map((down, at, all) => [
    (at / (all.length - 1)) * WIDTH,
    420 + down / 3.2,
  ]);
  doc.polygon([0, HEIGHT], ...(torn as [number, number][]), [WIDTH, HEIGHT]).fill(INK.spruce);
  drawInPdf(doc, rail, { x: -8, y: 440, width: WIDTH + 16 });
}

/** The day on which it was finished, on a leaf torn from an almanac. */
function leaf(doc: PDFKit.PDFDocument, day: Temporal.PlainDate): void {
  const [x, y, width, height] = [WIDTH - EDGE - 132, 52, 132, 140];
  const cut = (dx: number, dy: number): [number, number][] => [
    ...[2, 0, 3, 1, 4, 0, 3, 1, 2].map((down, at): [number, number] => [x + dx + (at * width) / 8, y + dy + down * 1.6]),
    [x + dx + width - 1, y + dy + height - 3],
    [x + dx + width * 0.55, y + dy + height],
    [x + dx + 1, y + dy + height - 4],
  ];
  doc.save().rotate(2.2, { origin: [x + width / 2, y + height / 2] });
  doc.polygon(...cut(6, 7)).fill(INK.dusk);
  doc.polygon(...cut(0, 0)).fill(INK.cloudberry);
  const line = (text: string, at: number, size: number, colour: string) =>
    doc
      .font('young')
      .fontSize(size)
      .fillColor(colour)
      .text(text, x, y + at, { width, align: 'center', lineBreak: false });
  line(weekdayInWords(day), 17, 15, INK.spruce);
  line(String(day.day), 29, 58, INK.day);
  line(`${monthInWords(day)} ${day.year}`, 108, 15, INK.spruce);
  doc.restore();
}

function write(doc: PDFKit.PDFDocument, certificate: Certificate, { wordmark, checkAt }: Setting): void {
  const document = doc.struct('Document');
  doc.addStructure(document);
  const part = (type: string, draw: () => void, options: PDFKit.Mixins.StructureElementOptions = {}) =>
    document.add(doc.struct(type, options, draw));
  part('Figure', () => drawInPdf(doc, wordmark, { x: EDGE, y: 48, width: 200 }), { alt: 'GFO familjehem' });
  part('H1', () => doc.font('young').fontSize(19).fillColor(INK.lingon).text(texts.heading, EDGE, 118, { lineBreak: false }));
  part('P', () => nameOn(doc, certificate.name ?? texts.nobody));
  part('P', () =>
    doc.font('atkinson').fontSize(16).fillColor(INK.spruce).text(texts.attended(certificate), EDGE, 218, { lineBreak: false }),
  );
  part('P', () =>
    doc
      .font('young')
      .fontSize(fitting(doc, certificate.title, 31, 640))
      .fillColor(INK.spruce)
      .text(certificate.title, EDGE, 240),
  );
  part('P', () =>
    doc
      .font('atkinson')
      .fontSize(12.5)
      .fillColor(INK.spruce)
      .text(`${texts.finished(certificate)} ${texts.about}`, EDGE, 294, { width: 470, lineGap: 2 }),
  );
  part('P', () => doc.fontSize(10.5).fillColor(INK.soft).text(texts.issuer, EDGE, 346, { width: 400, lineGap: 1 }));
  part('P', () => {
    doc.font('atkinson').fontSize(10.5).fillColor(INK.soft).text(texts.check, 548, 330, { width: 150, align: 'right' });
    doc.font('bold').fillColor(INK.spruce).text(shortly(checkAt), 498, 345, { width: 200, align: 'right' });
    doc.text(`${texts.code} ${codeInWords(certificate.code)}`, 498, 362, { width: 200, align: 'right' });
  });
  part('Figure', () => square(doc, checkAt), { alt: `QR-kod med adressen ${checkAt}` });
}

/** Where the code is typed, as one reads it aloud. */
const shortly = (address: string) => address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/[^/]*$/, '');

function fitting(doc: PDFKit.PDFDocument, text: string, size: number, width: number): number {
  return Math.min(size, (size * width) / doc.fontSize(size).widthOfString(text));
}

/** The name, with letters that the one file lacks out of the other, and those that both lack without their marks. */
function nameOn(doc: PDFKit.PDFDocument, name: string): void {
  const has = (font: string, letter: string) => {
    doc.font(font);
    // Not in its types: the file as fontkit reads it.
    const { _font } = doc as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } };
    return _font.font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0);
  };
  const letters = Array.from(name.normalize('NFC')).map((letter): [string, string] => {
    const font = ['young', 'youngMore'].find((one) => has(one, letter));
    return font ? [font, letter] : ['young', letter.normalize('NFD').replaceAll(/\p{M}/gu, '')];
  });
  const size = Math.min(
    48,
    (48 * 520) / letters.reduce((sum, [font, letter]) => sum + doc.font(font).fontSize(48).widthOfString(letter), 0),
  );
  let runs: [string, string][] = [];
  for (const [font, letter] of letters) {
    const last = runs.at(-1);
    if (last?.[0] === font) last[1] += letter;
    else runs = [...runs, [font, letter]];
  }
  let x = EDGE;
  for (const [font, run] of runs) {
    doc
      .font(font)
      .fontSize(size)
      .fillColor(INK.spruce)
      .text(run, x, 142 + (48 - size), { lineBreak: false });
    x += doc.widthOfString(run);
  }
}

function square(doc: PDFKit.PDFDocument, address: string): void {
  // The paper around it is its border.
  const rows = encodeQr(address, 'raw', { border: 1, ecc: 'low' })
    .slice(1, -1)
    .map((row) => row.slice(1, -1));
  const one = 74 / rows.length;
  for (const [down, row] of rows.entries())
    for (const [across, dark] of row.entries()) if (dark) doc.rect(WIDTH - EDGE - 74 + across * one, 322 + down * one, one, one);
  doc.fill(INK.spruce);
}
