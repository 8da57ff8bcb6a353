import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import { LIMITS } from './file.limits.ts';

/** A photo as it is kept: pixels only, upright, sRGB, without a byte of metadata. */
export interface Photo {
  readonly mediaType: 'image/jpeg' | 'image/webp';
  readonly width: number;
  readonly height: number;
  readonly full: Uint8Array;
  readonly thumbnail: Uint8Array;
  /** Of the full picture. */
  readonly sha256: Uint8Array;
}

/** Why an upload cannot be drawn. */
export type Undrawable = 'FILE_NOT_PHOTO' | 'FILE_TOO_MANY_PIXELS' | 'FILE_DAMAGED';

// One thread a picture and no cache of pixels.
sharp.concurrency(1);
sharp.cache(false);
// Whatever a file pretends to be, only these three decoders can be reached.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});

const SECONDS = 10;
const QUALITY = { full: 82, thumbnail: 75 } as const;

/**
 * Draws the photo anew from its pixels, so that nothing else of the upload survives: no EXIF, no place, no text, no second
 * file behind the picture. Pictures with transparency become WebP, others JPEG; of animations the first frame is kept.
 */
export async function draw(upload: Buffer): Promise<Photo | Undrawable> {
  if (!isPhoto(upload)) return 'FILE_NOT_PHOTO';
  try {
    // Reads the header alone; no pixel is unpacked yet.
    const { width, height, hasAlpha } = await sharp(upload, { limitInputPixels: false }).metadata();
    if (width * height > LIMITS.pixels) return 'FILE_TOO_MANY_PIXELS';
    return await drawn(upload, hasAlpha === true);
  } catch {
    return 'FILE_DAMAGED';
  }
}

/** Judges by content: a name and a declared type can say anything. */
function isPhoto(bytes: Buffer): boolean {
  const start = bytes.toString('latin1', 0, 12);
  return start.startsWith('\xff\xd8\xff') || start.startsWith('\x89PNG\r\n\x1a\n') || /^RIFF[^]{4}WEBP$/.test(start);
}

async function drawn(upload: Buffer, webp: boolean): Promise<Photo> {
  const full = await saved(fitted(upload, LIMITS.longestSide), webp, QUALITY.full);
  const thumbnail = await saved(fitted(full.data, LIMITS.thumbnailSide), webp, QUALITY.thumbnail);
  return {
    mediaType: webp ? 'image/webp' : 'image/jpeg',
    width: full.info.width,
    height: full.info.height,
    full: full.data,
    thumbnail: thumbnail.data,
    sha256: createHash('sha256').update(full.data).digest(),
  };
}

function fitted(bytes: Buffer, side: number): Sharp {
  // 'error', not the default 'warning': cameras write files that decoders grumble about, people must be able to send them.
  return sharp(bytes, { limitInputPixels: LIMITS.pixels, failOn: 'error' })
    .timeout({ seconds: SECONDS })
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
}

function saved(image: Sharp, webp: boolean, quality: number) {
  return (webp ? image.webp({ quality }) : image.jpeg({ quality })).toBuffer({ resolveWithObject: true });
}
