import { useRef, useState } from 'react';
import { CameraOutlined, PictureOutlined } from '@ant-design/icons';
import { Button, Checkbox, Image, Upload, type UploadFile, type UploadProps } from 'antd';
import { ACTIONS } from '../actions.texts.ts';
import { upload } from '../upload.ts';
import type { ControlProps, Widget } from './widget.ts';

type Ids = readonly string[] | undefined;

const ACCEPTED = 'image/jpeg,image/png,image/webp';
const hasCamera = () => matchMedia('(pointer: coarse)').matches;

const shownAs = (id: string): UploadFile => ({
  ...{ uid: id, name: ACTIONS.photo, status: 'done' as const },
  ...{ url: `/files/${id}`, thumbUrl: `/files/${id}/thumbnail` },
});

/** Photos on their way, and those that have arrived. */
function useUploads(value: Ids, onChange: ControlProps<Ids>['onChange']) {
  const [pending, setPending] = useState<readonly UploadFile[]>([]);
  // Several arrive one after the other, each to what stands there then.
  const arrived = useRef<readonly string[]>([]);
  arrived.current = value ?? [];
  const change = (uid: string, part: Partial<UploadFile> | null) =>
    setPending((was) => was.flatMap((file) => (file.uid !== uid ? [file] : part ? [{ ...file, ...part }] : [])));
  const put = (ids: readonly string[]) => {
    arrived.current = ids;
    onChange?.(ids);
  };
  const start = async (file: Blob & { readonly uid: string; readonly name: string }, publishConsent: boolean) => {
    const { uid, name } = file;
    setPending((was) => [...was, { uid, name, status: 'uploading', percent: 0 }]);
    try {
      const id = await upload({ file, publishConsent, onProgress: (percent) => change(uid, { percent }) });
      change(uid, null);
      put([...arrived.current, id]);
    } catch (error) {
      change(uid, { status: 'error', response: (error as Error).message });
    }
  };
  const remove = (uid: string) => {
    change(uid, null);
    if (arrived.current.includes(uid)) put(arrived.current.filter((id) => id !== uid));
  };
  return {
    files: [...(value ?? []).map(shownAs), ...pending],
    faults: pending.filter(({ status }) => status === 'error'),
    start,
    remove,
  };
}

/** Photos, chosen or taken on the spot, each shown as soon as it has arrived. */
function Photos({ field, scope: _scope, id, value, onChange, ...rest }: ControlProps<Ids>) {
  const [consent, setConsent] = useState(false);
  const [preview, setPreview] = useState<string | null>(null);
  const { files, faults, start, remove } = useUploads(value, onChange);
  const room = (field.maxCount ?? Infinity) - files.length;
  const props: UploadProps = {
    ...{ accept: ACCEPTED, multiple: room > 1, disabled: room <= 0 },
    customRequest: ({ file }) => void start(file as Blob & { uid: string; name: string }, consent),
  };
  return (
    <div id={id} role="group" aria-label={field.label} {...rest}>
      {files.length > 0 && (
        <Upload
          listType="picture-card"
          fileList={files}
          onRemove={({ uid }) => remove(uid)}
          onPreview={({ url }) => url && setPreview(url)}
        />
      )}
      <div className="action-photo-buttons">
        {hasCamera() && (
          <Upload {...props} multiple={false} capture="environment" showUploadList={false}>
            <Button icon={<CameraOutlined />}>{ACTIONS.takePhoto}</Button>
          </Upload>
        )}
        <Upload {...props} showUploadList={false}>
          <Button icon={<PictureOutlined />} disabled={room <= 0}>
            {ACTIONS.choosePhotos}
          </Button>
        </Upload>
        <Checkbox checked={consent} onChange={(event) => setConsent(event.target.checked)}>
          {ACTIONS.photoConsent}
        </Checkbox>
      </div>
      {faults.map(({ uid, response }) => (
        <p key={uid} role="alert" className="action-fault">
          {String(response)}
        </p>
      ))}
      {preview && (
        <Image
          src={preview}
          alt={ACTIONS.photo}
          style={{ display: 'none' }}
          preview={{ open: true, src: preview, onOpenChange: (open) => !open && setPreview(null) }}
        />
      )}
    </div>
  );
}

export const photos: Widget = { of: ['photos'], Control: Photos, several: true, wide: () => true };
