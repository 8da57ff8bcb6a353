/** Text of a CSV file: UTF-8 or UTF-16 as its mark says, otherwise UTF-8 if it is that, otherwise GB18030 as WPS and Excel write it. Null: no text. */
export function textOf(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return null;
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next one.
    }
  }
  return null;
}

/** Rows of a CSV text (RFC 4180): commas, semicolons or tabs, whichever the first line has most of; quoted cells may hold line ends. */
export function rowsOfCsv(text: string, most: number): string[][] {
  // A cell, quoted or not, and what ends it.
  const cells = new RegExp(`[ ]*"((?:[^"]|"")*)"[^${separatorOf(text)}\\n]*|[^${separatorOf(text)}\\n]*`, 'y');
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < text.length && rows.length <= most; at += 1) {
    cells.lastIndex = at;
    const [whole, quoted] = cells.exec(text)!;
    row.push(quoted === undefined ? whole.replace(/\r$/, '') : quoted.replaceAll('""', '"'));
    at += whole.length;
    if (text[at] === '\n' || at >= text.length) [rows[rows.length], row] = [row, []];
  }
  if (row.length > 0) rows.push([...row, '']);
  return rows;
}

function separatorOf(text: string): string {
  const line = /^[^\n]*/.exec(text)![0];
  const count = (sign: string) => line.split(sign).length;
  return [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
