import { useCallback, useId, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { App, Button, Modal } from 'antd';
import { Reading } from '../parts/reading.tsx';
import { Nothing } from '../parts/standing.tsx';
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
  const query = useQuery(ActionsFormDocument, {
    variables: { mutation: request.mutation },
    fetchPolicy: 'cache-first',
  });
  const form = query.data?.actionForm ?? null;
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
  return (
    <Modal
      open
      title={titleOf(form)}
      onCancel={onClose}
      mask={{ closable: false }}
      width={widthOf(form)}
      className="action-dialog"
      footer={<Buttons {...{ id, form, busy, onClose }} told={once !== null} />}
      destroyOnHidden
      centered={false}
    >
      {once === null ? (
        <Reading query={query}>
          {() => (form ? <Body {...{ id, form, request, onDone: done }} onBusy={setBusy} /> : <Unknown />)}
        </Reading>
      ) : (
        <Once shown={once} />
      )}
    </Modal>
  );
}

const Unknown = () => <Nothing text={ACTIONS.unknown} />;

function Body(props: Parameters<typeof ActionFields>[0]) {
  const { about } = props.request;
  return (
    <>
      {about && <p className="soft">{about}</p>}
      <ActionFields {...props} />
    </>
  );
}

const titleOf = (form: ActionForm | null) => form?.label ?? ACTIONS.loading;
const MANY = 6;
const widthOf = (form: ActionForm | null) => (form && form.fields.length > MANY ? 880 : 640);

interface ButtonsProps {
  readonly id: string;
  readonly form: ActionForm | null;
  readonly busy: boolean;
  /** What is shown once is on the screen: all that is left is to have read it. */
  readonly told: boolean;
  readonly onClose: () => void;
}

function Buttons({ id, form, busy, told, onClose }: ButtonsProps) {
  if (told || !form)
    return (
      <Button type={told ? 'primary' : 'default'} onClick={onClose}>
        {told ? ACTIONS.known : COMMON.cancel}
      </Button>
    );
  return (
    <>
      <Button onClick={onClose}>{form.fields.length > 0 ? ACTIONS.later : COMMON.cancel}</Button>
      <Button type="primary" htmlType="submit" form={id} loading={busy}>
        {busy ? ACTIONS.sending : form.label}
      </Button>
    </>
  );
}
