type Present<T> = { [K in keyof T]?: Exclude<T[K], null | undefined | '' | false> };

/** Only what is there: neither nothing nor an empty word. What is left out is not sent. */
export const present = <T extends object>(all: T): Present<T> =>
  Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined && value !== null && value !== '' && value !== false),
  ) as Present<T>;
