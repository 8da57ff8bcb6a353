import { useRef, useState } from 'react';
import { upload } from '../actions/upload.ts';
import { newKey } from '../actions/form.ts';
import { PHOTOS } from './photos.texts.ts';

interface OnItsWay {
  readonly key: string;
  readonly percent: number;
  readonly fault: string | null;
}

interface PhotosProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly most: number;
  readonly publishConsent: boolean;
  readonly onChange: (ids: readonly string[]) => void;
}

/** Photos, taken on the spot or chosen; each shown as soon as it has arrived. */
export function Photos({ label, value, most, publishConsent, onChange }: PhotosProps) {
  const { pending, start, drop } = useUploads(value, publishConsent, onChange);
  const room = most - value.length - pending.filter(({ fault }) => !fault).length;
  return (
    <div className="photos" role="group" aria-label={label}>
      {value.map((id, n) => (
        <figure key={id}>
          <img src={`/files/${id}/thumbnail`} alt={PHOTOS.nth(n + 1)} />
          <button type="button" onClick={() => onChange(value.filter((one) => one !== id))}>
            {PHOTOS.remove(n + 1)}
          </button>
        </figure>
      ))}
      {pending.map((one) => (
        <Pending key={one.key} one={one} drop={drop} />
      ))}
      {room > 0 && (
        <label className="button photo-add">
          {PHOTOS.add}
          <input
            type="file"
            accept="image/*"
            multiple
            onChange={({ target }) => {
              [...(target.files ?? [])].slice(0, room).forEach((file) => void start(file));
              target.value = '';
            }}
          />
        </label>
      )}
    </div>
  );
}

function Pending({ one, drop }: { readonly one: OnItsWay; readonly drop: (key: string) => void }) {
  if (one.fault === null)
    return (
      <p className="on-its-way">
        {PHOTOS.sending}
        <progress max={100} value={one.percent} aria-label={PHOTOS.sending} />
      </p>
    );
  return (
    <p className="fault" role="alert">
      ▲ {one.fault}
      <button type="button" onClick={() => drop(one.key)}>
        {PHOTOS.understood}
      </button>
    </p>
  );
}

function useUploads(value: readonly string[], publishConsent: boolean, onChange: PhotosProps['onChange']) {
  const [pending, setPending] = useState<readonly OnItsWay[]>([]);
  // Several arrive one after the other, each to what stands there then.
  const arrived = useRef(value);
  arrived.current = value;
  const drop = (key: string) => setPending((was) => was.filter((one) => one.key !== key));
  const change = (key: string, part: Partial<OnItsWay>) =>
    setPending((was) => was.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const start = async (file: File) => {
    const key = newKey();
    setPending((was) => [...was, { key, percent: 0, fault: null }]);
    try {
      const id = await upload({ file, publishConsent, onProgress: (percent) => change(key, { percent }) });
      drop(key);
      arrived.current = [...arrived.current, id];
      onChange(arrived.current);
    } catch (error) {
      change(key, { fault: (error as Error).message });
    }
  };
  return { pending, start, drop };
}
