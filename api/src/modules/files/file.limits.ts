const MEGABYTE = 1024 * 1024;

/** What may be uploaded and what is kept. Bytes, pixels, milliseconds. */
export const LIMITS = {
  /** Bytes of one upload. */
  upload: 10 * MEGABYTE,
  /** Pixels of one upload, before it is made smaller: 40 megapixels. */
  pixels: 40_000_000,
  /** Bytes that one person may upload between two midnights in Asia/Shanghai. */
  daily: 200 * MEGABYTE,
  /** Longest side of the full picture and of the thumbnail. */
  longestSide: 2560,
  thumbnailSide: 480,
  /** Files of one purpose of one case. */
  perPurpose: 9,
  /** A photo that no case took within a day is deleted. */
  unattached: 24 * 3_600_000,
} as const;
