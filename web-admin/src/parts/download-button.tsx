import { type ReactNode, useState } from 'react';
import { DownloadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { download, Refused } from '../shell/rest.ts';
import { COMMON } from '../texts/common.ts';

interface DownloadButtonProps {
  /** Address of the file, from the root of the house. */
  readonly path: string;
  readonly children: ReactNode;
  readonly primary?: boolean;
  readonly disabled?: boolean;
}

/** Fetches a file; what the server says against it is shown, and the page stays. */
export function DownloadButton({ path, children, primary = false, disabled = false }: DownloadButtonProps) {
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const fetchIt = async () => {
    setBusy(true);
    try {
      await download(path);
    } catch (error) {
      void message.error(error instanceof Refused ? error.message : COMMON.unreachable, 6);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      type={primary ? 'primary' : 'default'}
      icon={<DownloadOutlined />}
      loading={busy}
      disabled={disabled}
      onClick={() => void fetchIt()}
    >
      {children}
    </Button>
  );
}
