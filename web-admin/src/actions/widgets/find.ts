import type { FormField } from '../form.ts';
import type { Widget } from './widget.ts';

const found = import.meta.glob<Record<string, Widget>>('./*.widget.tsx', { eager: true });
const widgets = new Map(
  Object.values(found).flatMap((file) =>
    Object.values(file).flatMap((widget) => widget.of.map((name) => [name, widget] as const)),
  ),
);

/** How a field is drawn: by the name of its widget, otherwise as one line of text. */
export const widgetOf = ({ widget }: FormField): Widget => widgets.get(widget) ?? widgets.get('line')!;
