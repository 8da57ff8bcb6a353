import { type KeyboardEvent, useId, useState } from 'react';
import { Alert, Button, Form, Modal } from 'antd';
import { ACTIONS } from '../../../actions/actions.texts.ts';
import { DESK } from '../desk.texts.ts';
import { ApproveAudience } from './approve-audience.tsx';
import { ApproveFields, ApproveMore } from './approve-fields.tsx';
import { ApproveSummary } from './approve-summary.tsx';
import type { DeskOrder } from './merging.ts';
import { type Approval, useApproval } from './use-approval.ts';
import { titleOf } from '../../../parts/orders/order-marks.tsx';
import '../../../actions/actions.css';

interface Props {
  readonly order: DeskOrder;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Faults by field. */
export type Faults = Readonly<Partial<Record<keyof Approval, string>>>;

function missingIn({ needKind, audience, units }: Approval): Faults {
  return {
    ...(needKind === null && { needKind: DESK.needKindMissing }),
    ...(audience === 'CHOSEN' && units.length === 0 && { units: DESK.unitsMissing }),
  };
}

/** The approval: urgency, kind, category, and to whom it goes, with what that sets going. */
export function ApproveDialog({ order, onClose, onDone }: Props) {
  const form = useId();
  const done = () => {
    onClose();
    onDone();
  };
  const { value, change, prospect, send, busy, refused } = useApproval(order, done);
  const [tried, setTried] = useState(false);
  const missing = missingIn(value);
  const told = Object.fromEntries(refused.map(({ path, message }) => [path[1] ?? '', message]));
  const faults: Faults = { ...(tried && missing), ...told };
  const other = refused.find(({ path }) => path[1] === undefined || !(path[1] in value));
  const submit = () => {
    setTried(true);
    const [first] = Object.keys(missing);
    if (first) document.getElementById(`approve-${first}`)?.querySelector('input')?.focus();
    else void send();
  };
  return (
    <Modal
      open
      title={`${DESK.approveTitle}：${titleOf(order)}`}
      width={920}
      afterOpenChange={focusChecked}
      className="action-dialog"
      mask={{ closable: false }}
      onCancel={onClose}
      footer={<Buttons {...{ form, busy, onClose }} />}
    >
      {other && <Alert type="error" showIcon role="alert" title={DESK.refused} description={other.message} />}
      <Form id={form} layout="vertical" onFinish={submit} onKeyDown={(event) => sends(event) && submit()}>
        <div className="approve">
          <div>
            <ApproveFields {...{ value, change, faults, prospect }} />
          </div>
          <div>
            <ApproveAudience {...{ value, change, faults, prospect }} />
            <ApproveSummary {...{ value, prospect }} />
          </div>
        </div>
        <ApproveMore {...{ value, change, faults, prospect }} />
      </Form>
    </Modal>
  );
}

const sends = ({ key, ctrlKey, metaKey }: KeyboardEvent) => key === 'Enter' && (ctrlKey || metaKey);

const focusChecked = (shown: boolean) =>
  shown && document.querySelector<HTMLElement>('.approve input:checked')?.focus();

interface ButtonsProps {
  readonly form: string;
  readonly busy: boolean;
  readonly onClose: () => void;
}

function Buttons({ form, busy, onClose }: ButtonsProps) {
  return (
    <>
      <Button onClick={onClose}>{ACTIONS.later}</Button>
      <Button type="primary" htmlType="submit" form={form} loading={busy} title={DESK.submitHint}>
        {DESK.submit}
      </Button>
    </>
  );
}
