import { CsvError, parse } from 'csv-parse/sync';
import { fileFaults, LIMITS } from './by-hand.text.ts';
import { type Cells, COLUMNS, plain } from './columns.ts';

/** `line`: the row's number as a spreadsheet shows it. `extra`: it has more cells than there are rubrics. */
export type Line = { line: number; cells: Cells; extra: boolean };
export type Table = { ok: true; lines: Line[] } | { ok: false; fault: string };

const NAMES = new Map<string, (typeof COLUMNS)[number]>(COLUMNS.map((column) => [plain(column.name), column]));
const DELIMITERS = [';', ',', '\t'] as const;
const broken = (line: number): Table => ({ ok: false, fault: fileFaults.broken(line) });

/** A file of homes as a spreadsheet saves it: UTF-8, UTF-16 or Windows-1252, with semicolons, commas or tabs. */
export function readTable(bytes: Uint8Array): Table {
  if (bytes.byteLength === 0) return { ok: false, fault: fileFaults.empty };
  if (bytes.byteLength > LIMITS.fileBytes) return { ok: false, fault: fileFaults.tooLarge };
  const text = decoded(bytes);
  if (text === undefined) return { ok: false, fault: fileFaults.notText };
  if (text.trim() === '') return { ok: false, fault: fileFaults.empty };
  try {
    return tableOf(recordsOf(text));
  } catch (error) {
    if (error instanceof CsvError) return broken(Number(error.lines ?? 1));
    throw error;
  }
}

/** Undefined for what is no text, such as a workbook. */
function decoded(bytes: Uint8Array): string | undefined {
  const [one, two] = bytes;
  if (one === 0xff && two === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (one === 0xfe && two === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0) || (one === 0x50 && two === 0x4b)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // An older Excel writes å, ä and ö so.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The records with the delimiter that makes the most of the rubrics known. */
function recordsOf(text: string): string[][] {
  const rubrics = text.slice(0, 4000);
  const [best] = DELIMITERS.map((delimiter) => ({ delimiter, known: knownIn(rubrics, delimiter) })).toSorted(
    (a, b) => b.known - a.known,
  );
  return split(text, best?.delimiter ?? ';');
}

function knownIn(text: string, delimiter: string): number {
  const [first = ''] = text.split(/[\r\n]+/).filter((line) => line !== '' && !SEPARATOR_LINE.test(line));
  return first.split(delimiter).filter((name) => NAMES.has(plain(name))).length;
}

/** What some spreadsheets write at the top to say which delimiter follows. */
const SEPARATOR_LINE = /^sep=.?$/i;

/** With the empty ones between them. Reading more would keep everybody else waiting, so it stops there. */
const MOST_RECORDS = 10 * LIMITS.rows;

const split = (text: string, delimiter: string): string[][] =>
  parse(withoutTail(text), {
    delimiter,
    to: MOST_RECORDS + 1,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    record_delimiter: ['\r\n', '\n', '\r'],
  });

/** Without the empty rows at the end, of which some spreadsheets write thousands. */
function withoutTail(text: string): string {
  let end = text.length;
  while (/[\s;,]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

const isBlank = (record: readonly string[]) => record.every((cell) => cell.trim() === '');

function tableOf(records: readonly string[][]): Table {
  const first = records.findIndex((record) => !isBlank(record) && !SEPARATOR_LINE.test(record.join('')));
  const rubrics = (records[first] ?? []).map((name) => NAMES.get(plain(name)));
  const keys = rubrics.map((column) => column?.key);
  const twice = rubrics.find((column, index) => column && keys.indexOf(column.key) !== index);
  if (twice) return { ok: false, fault: fileFaults.twice(twice.name) };
  const lacking = COLUMNS.filter(({ key, needed }) => needed && !keys.includes(key)).map(({ name }) => name);
  if (lacking.length > 0) return { ok: false, fault: fileFaults.columns(lacking) };
  const found = records.flatMap((record, at) => (at > first && !isBlank(record) ? [{ record, line: at + 1 }] : []));
  if (records.length > MOST_RECORDS || found.length > LIMITS.rows) return { ok: false, fault: fileFaults.tooMany };
  if (found.length === 0) return { ok: false, fault: fileFaults.noRows };
  // However wide the file is, only what is known is looked at in each row.
  const known = keys.flatMap((key, at) => (key ? [{ key, at }] : []));
  const cellsOf = (record: readonly string[]): Cells => Object.fromEntries(known.map(({ key, at }) => [key, record[at] ?? '']));
  const lines = found.map(({ record, line }) => ({ line, cells: cellsOf(record), extra: !isBlank(record.slice(keys.length)) }));
  return { ok: true, lines };
}
