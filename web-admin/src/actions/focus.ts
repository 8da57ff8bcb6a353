const TAKES_FOCUS = 'input:not([disabled]), textarea:not([disabled]), button:not([disabled]), [tabindex="0"]';

/**
 * Moves the focus to a field of a form, once it takes it: fields are shut while the form is being sent, and a dialog that
 * opens moves the focus into itself first. Returns what calls it off.
 */
export function focusSoon(
  field: string | undefined,
  { mutation }: { readonly mutation: string },
  delay = 50,
): () => void {
  const timer = setTimeout(() => {
    const found = document.getElementById(`${mutation}_${String(field)}`);
    const target = found?.matches(TAKES_FOCUS) ? found : found?.querySelector<HTMLElement>(TAKES_FOCUS);
    target?.focus({ preventScroll: true });
    (target ?? found)?.scrollIntoView({ block: 'center' });
  }, delay);
  return () => clearTimeout(timer);
}
