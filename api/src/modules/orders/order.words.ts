import { searchForm } from '../../kernel/text.ts';

/** What an order is found by. */
export function searchOf(order: {
  readonly title: string;
  readonly content: string;
  readonly estate?: string | null;
}): string {
  return searchForm([order.title, order.content, order.estate ?? ''].join(' '));
}
