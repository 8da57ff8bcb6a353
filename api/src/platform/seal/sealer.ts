import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Keeps contact details unreadable at rest: AES-256-GCM, one random nonce a value; equality search by keyed hash. */
export class Sealer {
  private readonly sealKey: Buffer;
  private readonly indexKey: Buffer;

  /** @param secret at least 32 characters; the keys of sealing and of the index are derived from it (HKDF, RFC 5869). */
  constructor(secret: string) {
    if (secret.length < 32) throw new Error('The sealing secret needs at least 32 characters');
    const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, 'gongzhi', purpose, 32));
    this.sealKey = derive('seal');
    this.indexKey = derive('index');
  }

  seal(plain: string): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.sealKey, iv);
    return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  }

  /** Throws when the value was changed or sealed with another key. */
  open(sealed: Uint8Array): string {
    const bytes = Buffer.from(sealed);
    const decipher = createDecipheriv('aes-256-gcm', this.sealKey, bytes.subarray(0, IV_BYTES));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    return decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  }

  /** The same for the same text, useless without the key: finds a phone number that is stored sealed. */
  blindIndex(plain: string): Buffer {
    return createHmac('sha256', this.indexKey).update(plain).digest();
  }
}
