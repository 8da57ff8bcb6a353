import type { ReactNode } from 'react';
import { Button, type ButtonProps } from 'antd';
import { type ActionRequest, openAction } from './requests.ts';

interface Props extends ActionRequest {
  readonly children: ReactNode;
  readonly button?: ButtonProps;
}

/** A button that opens the form of a mutation: one that begins something, or a step that the page names itself. */
export function CreateAction({ children, button, ...request }: Props) {
  return (
    <Button type="primary" {...button} onClick={() => openAction(request)}>
      {children}
    </Button>
  );
}
