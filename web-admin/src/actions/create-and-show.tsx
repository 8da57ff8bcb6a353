import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { linkOf } from '../shell/features.ts';
import { CreateAction } from './create-action.tsx';
import type { ActionRequest } from './requests.ts';

interface Props extends Omit<ActionRequest, 'onDone'> {
  /** Of the case that begins. */
  readonly noun: string;
  readonly children: ReactNode;
}

const idWithin = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id : null;

/** Begins a case, and goes on with it on its own page. */
export function CreateAndShow({ noun, children, ...request }: Props) {
  const navigate = useNavigate();
  const show = (payload: Readonly<Record<string, unknown>>) => {
    const id = Object.values(payload).map(idWithin).find(Boolean);
    const to = id ? linkOf(noun, id) : null;
    if (to) void navigate(to);
  };
  return (
    <CreateAction {...request} onDone={show}>
      {children}
    </CreateAction>
  );
}
