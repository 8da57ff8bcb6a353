import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { useLook } from '../../shell/theme.tsx';
import { drawnOf, optionOf, paletteOf } from './option.ts';
import type { Shown } from './series.ts';

interface Picked {
  readonly seriesIndex?: number;
  readonly dataIndex?: number;
}
type Drawing = Awaited<ReturnType<typeof begin>>;

async function begin(place: HTMLElement) {
  const { init } = await import('./echarts.ts');
  return init(place, null, { renderer: 'svg' });
}

/** Figures as a drawing. A click opens the list behind a bar or a point; the table has the same as links. */
export function Chart({ title, shown }: { readonly title: string; readonly shown: Shown }) {
  const place = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing | null>(null);
  const { dark } = useLook();
  const navigate = useNavigate();
  const latest = useRef({ title, shown, dark, navigate });
  latest.current = { title, shown, dark, navigate };
  useEffect(() => {
    const element = place.current!;
    let gone = false;
    const watcher = new ResizeObserver(() => drawing.current?.resize());
    void begin(element).then((made) => {
      if (gone) return made.dispose();
      drawing.current = made;
      made.on('click', ({ seriesIndex = 0, dataIndex = 0 }: Picked) => {
        const { shown: now, navigate: go } = latest.current;
        const address = drawnOf(now).series[seriesIndex]?.to?.(dataIndex);
        if (address) void go(address);
      });
      draw(made, latest.current);
      return watcher.observe(element);
    });
    return () => {
      gone = true;
      watcher.disconnect();
      drawing.current?.dispose();
      drawing.current = null;
    };
  }, []);
  useEffect(() => {
    if (drawing.current) draw(drawing.current, { title, shown, dark });
  }, [title, shown, dark]);
  return <div className="chart" ref={place} role="img" aria-label={title} />;
}

function draw(drawing: Drawing, { title, shown, dark }: { title: string; shown: Shown; dark: boolean }): void {
  drawing.setOption(optionOf(title, drawnOf(shown), paletteOf(dark)), { notMerge: true });
}
