import { useCallback, useId, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { App, Button, Modal } from 'antd';
import { Fault, Loading, Nothing } from '../parts/standing.tsx';
import { COMMON } from '../texts/common.ts';
import { ActionFields } from './action-form.tsx';
import { ACTIONS } from './actions.texts.ts';
import type { ActionForm } from './form.ts';
import { ActionsFormDocument } from './gql/graphql.ts';
import { Once } from './once.tsx';
import type { ActionRequest } from './requests.ts';
import type { Payload } from './send.ts';
import { readAnew } from './use-sending.ts';
import './actions.css';

interface Props {
  readonly request: ActionRequest;
  readonly onClose: () => void;
}

/** The form of a mutation above the page: in a window, on phones in the whole screen. What was typed in stays when it is closed. */
export function ActionDialog({ request, onClose }: Props) {
  const id = useId();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [once, setOnce] = useState<unknown>(null);
  const { data, error, refetch } = useQuery(ActionsFormDocument, {
    variables: { mutation: request.mutation },
    fetchPolicy: 'cache-first',
  });
  const form = data?.actionForm ?? null;
  const done = useCallback(
    (payload: Payload) => {
      if (!form) return;
      void message.success(ACTIONS.done(form.label));
      void readAnew();
      request.onDone?.(payload);
      const shown = form.shownOnce ? payload[form.shownOnce] : null;
      if (shown) setOnce(shown);
      else onClose();
    },
    [form, request, message, onClose],
  );
  const footer = once ? (
    <Button type="primary" onClick={onClose}>
      {ACTIONS.known}
    </Button>
  ) : (
    <Buttons {...{ id, form, busy, onClose }} />
  );
  return (
    <Modal
      open
      title={form?.label ?? ACTIONS.loading}
      onCancel={onClose}
      mask={{ closable: false }}
      width={form && form.fields.length > 6 ? 880 : 640}
      className="action-dialog"
      footer={footer}
      destroyOnHidden
      centered={false}
    >
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading text={ACTIONS.loading} />}
      {data && !form && <Nothing text={ACTIONS.unknown} />}
      {form && !once && <ActionFields {...{ id, form, request, onDone: done }} onBusy={setBusy} />}
      {once !== null && <Once shown={once} />}
    </Modal>
  );
}

interface ButtonsProps {
  readonly id: string;
  readonly form: ActionForm | null;
  readonly busy: boolean;
  readonly onClose: () => void;
}

function Buttons({ id, form, busy, onClose }: ButtonsProps) {
  const hasFields = form !== null && form.fields.length > 0;
  return (
    <>
      <Button onClick={onClose}>{hasFields ? ACTIONS.later : COMMON.cancel}</Button>
      <Button type="primary" htmlType="submit" form={id} loading={busy} disabled={!form}>
        {busy ? ACTIONS.sending : (form?.label ?? ACTIONS.submit)}
      </Button>
    </>
  );
}
