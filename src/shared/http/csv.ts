export type Cell = string | number;

/** A file that a Swedish Excel opens by itself in columns: byte order mark, semicolons, decimal commas and Windows line ends. */
export function csvFile(lines: readonly (readonly Cell[])[]): string {
  return `\uFEFF${lines.map((line) => `${line.map(cell).join(';')}\r\n`).join('')}`;
}

function cell(value: Cell): string {
  if (typeof value === 'number') return String(value).replace('.', ',');
  // What begins like this would be reckoned out, not read.
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
