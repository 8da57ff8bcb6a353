/** One line: line breaks would end a cell, bars would divide it. */
const cell = (text: string) => text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').trim();
const row = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;

/** A Markdown table; nothing when it has no rows. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? '' : [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n');
}

export const code = (text: string): string => `\`${text}\``;

/** Paragraphs of a page, empty ones left out. */
export const page = (...parts: readonly string[]): string => `${parts.filter((part) => part !== '').join('\n\n')}\n`;
