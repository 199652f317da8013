export interface CsvForm {
  terminator: string;
  encloser: string;
  escape: string;
}

/** Rows of cells; a line break inside an enclosed cell belongs to it. */
export function readCsv(text: string, { terminator, encloser, escape }: CsvForm): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let enclosed = false;
  const endCell = () => {
    row.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (row.some((value) => value !== '')) rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!;
    const next = text[at + 1];
    const doubled = sign === encloser && next === encloser;
    const escaped = sign === escape && (next === encloser || next === escape);
    if (enclosed && (doubled || escaped)) {
      cell += next;
      at += 1;
    } else if (sign === encloser) enclosed = !enclosed;
    else if (enclosed) cell += sign;
    else if (sign === terminator) endCell();
    else if (sign === '\n') endRow();
    else if (sign !== '\r') cell += sign;
  }
  endRow();
  return rows;
}

export function writeCsv(rows: readonly (readonly string[])[]): string {
  const cell = (value: string) =>
    /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  return rows.map((row) => `${row.map(cell).join(',')}\n`).join('');
}
