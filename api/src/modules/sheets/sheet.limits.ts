/** How much is read and written. Bytes, rows, milliseconds. */
export const LIMITS = {
  /** Bytes of one upload. */
  upload: 5 * 1024 * 1024,
  /** Bytes that an upload may hold once it is unpacked. */
  unpacked: 80 * 1024 * 1024,
  /** Rows of one import. */
  rows: 5000,
  /** Columns that are looked at. */
  columns: 60,
  /** Characters of a cell that are looked at. */
  cell: 2000,
  /** Rows of one export. */
  exported: 50_000,
  /** Time in which a file must have been read. */
  reading: 20_000,
  /** An import of which nothing was heard for so long has been interrupted. */
  silence: 60_000,
  /** How long what was wrong with an import can be read: rows hold phones and first passwords. */
  kept: 24 * 3_600_000,
} as const;
