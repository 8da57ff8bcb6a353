import { useDraft } from '../../shell/use-draft.ts';
import { newKey } from '../../actions/form.ts';

/** What somebody has written of an order that was not sent yet. */
export interface OrderDraft {
  /** Made once, so that a lost answer does not place an order twice. */
  readonly key: string;
  /** 0 to 3: the three steps and the look back. */
  readonly step: number;
  readonly category: string;
  readonly content: string;
  readonly photos: readonly string[];
  readonly photoConsent: boolean;
  readonly place: string;
  readonly placeLabel: string;
  readonly estate: string;
  readonly door: string;
  readonly wishAt: string;
  readonly contactConsent: boolean;
  readonly publishConsent: boolean;
  /** The order, once it was opened and not yet sent to the street. */
  readonly orderId: string | null;
}

const blank = (): OrderDraft => ({
  ...{ key: newKey(), step: 0, category: '', content: '', photos: [], photoConsent: false },
  ...{ place: '', placeLabel: '', estate: '', door: '', wishAt: '', orderId: null },
  ...{ contactConsent: true, publishConsent: false },
});

const KEY = 'resident.order';
export const hasDraft = (): boolean => {
  try {
    return localStorage.getItem(`gongzhi.draft.${KEY}`) !== null;
  } catch {
    return false;
  }
};

/** The order that is being written in this browser, kept until it is sent. */
export function useOrderDraft() {
  const [draft, keep, forget] = useDraft(KEY, blank());
  return { draft, keep, forget, again: () => keep(blank()) };
}

/** A part of it that a step changes. */
export type Change = (part: Partial<OrderDraft>) => void;

const SENTENCE = /^[^。！？!?\n]{2,30}/;

/** The line by which others know it: its first sentence, or as much of it as fits. */
export const titleOf = (content: string): string => {
  const text = content.trim();
  return SENTENCE.exec(text)?.[0].trim() ?? [...text].slice(0, 30).join('');
};
