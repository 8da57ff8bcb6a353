import type { Page } from 'playwright-core';

/** What of a page is cut off: words wider than their box, boxes that reach over the edge. Runs in the page. */
function faultsOfLayout(): string[] {
  const faults: string[] = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth)
    faults.push(`the page is ${String(root.scrollWidth)} wide in a window of ${String(root.clientWidth)}`);
  const scrolls = (element: Element) => {
    for (let one: Element | null = element; one && one !== root; one = one.parentElement)
      if (['auto', 'scroll'].includes(getComputedStyle(one).overflowX)) return true;
    return false;
  };
  const isOver = (element: Element, box: DOMRect) => box.right > root.clientWidth + 1 && !scrolls(element);
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    if (!own || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const box = element.getBoundingClientRect();
    // What only readers hear is one pixel large.
    if (box.width <= 1 || box.height <= 1) continue;
    const style = getComputedStyle(element);
    const named = `<${element.tagName.toLowerCase()} class="${element.className}"> ${element.textContent.trim().slice(0, 30)}`;
    // An ellipsis is said aloud and shown whole in a title.
    const shortened = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
    if (style.overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1 && !shortened)
      faults.push(`cut off: ${named}`);
    if (style.overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 2 && !shortened)
      faults.push(`cut off below: ${named}`);
    if (isOver(element, box)) faults.push(`over the edge: ${named}`);
  }
  return faults;
}

export const layoutFaults = (page: Page): Promise<readonly string[]> => page.evaluate(faultsOfLayout);

/** Words drawn by no font look all the same: every sign of `text` must differ from a sign that no font has. */
export function tofuIn(page: Page, text: string): Promise<readonly string[]> {
  return page.evaluate((signs) => {
    const drawn = (sign: string) => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [40, 40];
      const brush = canvas.getContext('2d', { willReadFrequently: true })!;
      brush.font = `30px ${getComputedStyle(document.body).fontFamily}`;
      brush.fillText(sign, 4, 32);
      return brush.getImageData(0, 0, 40, 40).data.join();
    };
    const none = drawn('\u{10FFFD}');
    const font = `30px ${getComputedStyle(document.body).fontFamily}`;
    return document.fonts.load(font, signs).then(() => [...new Set(signs)].filter((sign) => drawn(sign) === none));
  }, text);
}

/** Waits until nothing moves and no colour changes any more. */
export const still = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    // What follows the size of something is drawn a frame later, and what that moves, later still.
    for (let n = 0; n < 3; n++) await frame();
    const ends = ({ effect }: Animation) => effect?.getComputedTiming().iterations !== Infinity;
    await Promise.allSettled(
      document
        .getAnimations()
        .filter(ends)
        .map(({ finished }) => finished),
    );
  });
