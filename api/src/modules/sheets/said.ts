const CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** A moment on the wall clock of Asia/Shanghai, `2026-11-02 10:00`: as text, so that no reader moves it into another zone. */
export const saidAt = (instant: Date | string | null | undefined): string =>
  instant === null || instant === undefined ? '' : CLOCK.format(new Date(instant));
