import { MEETINGS } from '../meetings.texts.ts';

interface Section {
  readonly key: string;
  readonly heading: string | null;
}

/** What a part of the minutes is called: opening and closing have no heading of their own. */
export const headingOf = ({ key, heading }: Section): string =>
  heading ?? (key === 'opening' ? MEETINGS.opening : MEETINGS.closing);
