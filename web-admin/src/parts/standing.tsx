import type { ReactNode } from 'react';
import { Alert, Button, Empty, Spin } from 'antd';
import { sentenceOf } from '../shell/apollo.ts';
import { COMMON } from '../texts/common.ts';

/** While something is being read. */
export function Loading({ text = COMMON.loading }: { readonly text?: string }) {
  return (
    <div className="standing" role="status">
      <Spin /> <span>{text}</span>
    </div>
  );
}

/** Why something could not be read, and the way on. */
export function Fault({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const again = onRetry && <Button onClick={onRetry}>{COMMON.retry}</Button>;
  return (
    <Alert
      className="standing-fault"
      type="error"
      showIcon
      title={COMMON.faultTitle}
      description={sentenceOf(error)}
      action={again}
    />
  );
}

/** Nothing is there, and what to do about it. */
export function Nothing({ text = COMMON.empty, children }: { readonly text?: string; readonly children?: ReactNode }) {
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text}>
      {children}
    </Empty>
  );
}
