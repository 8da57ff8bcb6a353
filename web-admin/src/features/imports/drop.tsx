import { type DragEvent, useRef, useState } from 'react';
import { InboxOutlined } from '@ant-design/icons';
import { Alert, Button, Spin } from 'antd';
import { IMPORTS } from './imports.texts.ts';

interface DropProps {
  /** The file that is being sent, or was refused. */
  readonly file: File | null;
  readonly busy: boolean;
  readonly fault: string | null;
  readonly onFile: (file: File) => void;
}

/** Takes one file: dropped, or chosen by pointer or keyboard. */
export function Drop(props: DropProps) {
  return (
    <>
      <Target busy={props.busy} onFile={props.onFile} />
      <Sending {...props} />
    </>
  );
}

function Target({ busy, onFile }: Pick<DropProps, 'busy' | 'onFile'>) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const hover = (event: DragEvent, is: boolean) => {
    event.preventDefault();
    setOver(is);
  };
  const dropped = (event: DragEvent) => {
    hover(event, false);
    const [first] = event.dataTransfer.files;
    if (first && !busy) onFile(first);
  };
  return (
    <div
      className="import-drop"
      data-over={over}
      onDragOver={(event) => hover(event, true)}
      onDragLeave={(event) => hover(event, false)}
      onDrop={dropped}
    >
      <InboxOutlined aria-hidden="true" />
      <div>
        <span className="import-drop-hint">{IMPORTS.drop}</span>
        <Button type="primary" disabled={busy} onClick={() => input.current?.click()}>
          {IMPORTS.choose}
        </Button>
        <p className="soft">{IMPORTS.formats}</p>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={IMPORTS.choose}
        accept=".xlsx,.xls,.csv"
        onChange={({ currentTarget }) => {
          const [first] = currentTarget.files ?? [];
          // The same file, mended, can be chosen again.
          currentTarget.value = '';
          if (first) onFile(first);
        }}
      />
    </div>
  );
}

/** That it is on its way, or why it was not taken. */
function Sending({ file, busy, fault, onFile }: DropProps) {
  return (
    <>
      <div role="status">
        {busy && file && (
          <p className="import-busy">
            <Spin size="small" /> {IMPORTS.uploading(file.name)}
          </p>
        )}
      </div>
      {fault && !busy && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={file?.name}
          description={fault}
          action={file && <Button onClick={() => onFile(file)}>{IMPORTS.again}</Button>}
        />
      )}
    </>
  );
}
