/** What is left of contact details when they are masked: enough to recognise, too little to reach anybody. */
export interface MaskedContact {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
}

/** 王小明 -> 王**. Counts code points, so that a rare character is never cut in half. */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name];
  return first + '*'.repeat(Math.min(Math.max(rest.length, 1), 2));
}

/** 13912345678 -> 139****5678; a landline keeps its last two digits. */
export function maskPhone(phone: string): string {
  return phone.length === 11 && phone.startsWith('1')
    ? `${phone.slice(0, 3)}****${phone.slice(-4)}`
    : `${'*'.repeat(Math.max(phone.length - 2, 0))}${phone.slice(-2)}`;
}

/** Everything below the estate is hidden. */
export function maskAddress(address: string): string {
  return address === '' ? '' : '***';
}
