import { useId, useMemo, useRef, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { Alert, Button, Form, Input, Modal, Select } from 'antd';
import { newKey } from '../../../actions/form.ts';
import { Reading } from '../../../parts/reading.tsx';
import { Nothing } from '../../../parts/standing.tsx';
import { COMMON } from '../../../texts/common.ts';
import { titleOf } from '../../../parts/orders/order-marks.tsx';
import { useCall } from '../../../actions/use-call.ts';
import { HallClaimJointDocument, HallPartnersDocument, type HallPartnersQuery } from '../gql/graphql.ts';
import { HALL } from '../hall.texts.ts';
import { PlanFields } from './plan-fields.tsx';
import type { HallOrder, HallPlan } from './use-hall.ts';
import '../../../actions/actions.css';

interface Props {
  readonly order: HallOrder;
  readonly plan: HallPlan;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

interface Values {
  readonly coUnits: readonly string[];
  readonly parts: string;
  readonly plannedStart: string;
  readonly plannedFinish: string;
}

/** The unit takes it as the leading one and asks others along; only those are offered that got it too. */
export function JointDialog({ order, plan, onClose, onDone }: Props) {
  const form = useId();
  const query = useQuery(HallPartnersDocument, { variables: { id: order.id }, fetchPolicy: 'network-only' });
  const { call, busy, refused } = useCall(HallClaimJointDocument);
  const key = useRef(newKey());
  const partners = useMemo(() => partnersIn(query.data), [query.data]);
  const submit = async ({ coUnits, ...rest }: Values) => {
    const input = { ...rest, coUnits: [...coUnits], orderId: order.id, idempotencyKey: key.current };
    const refusals = await call({ input });
    if (refusals.length === 0) onDone();
    else key.current = newKey();
  };
  return (
    <Modal
      open
      title={HALL.jointTitle(titleOf(order))}
      width={640}
      className="action-dialog"
      mask={{ closable: false }}
      onCancel={onClose}
      footer={<Buttons {...{ form, busy, onClose }} disabled={partners.length === 0} />}
    >
      <p className="soft">{HALL.jointAbout}</p>
      {refused[0] && <Alert type="error" showIcon role="alert" title={HALL.refused} description={refused[0].message} />}
      <Reading query={query}>
        {() =>
          partners.length === 0 ? (
            <Nothing text={HALL.noPartners} />
          ) : (
            <Form
              id={form}
              layout="vertical"
              initialValues={{ plannedStart: plan.plannedStart, plannedFinish: plan.plannedFinish }}
              onFinish={(values: Values) => void submit(values)}
            >
              <Partners partners={partners} />
              <PlanFields />
            </Form>
          )
        }
      </Reading>
    </Modal>
  );
}

interface ButtonsProps {
  readonly form: string;
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly onClose: () => void;
}

function Buttons({ form, busy, disabled, onClose }: ButtonsProps) {
  return (
    <>
      <Button onClick={onClose}>{COMMON.cancel}</Button>
      <Button type="primary" htmlType="submit" form={form} loading={busy} disabled={disabled}>
        {HALL.joint}
      </Button>
    </>
  );
}

interface Partner {
  readonly value: string;
  readonly label: string;
}

const partnersIn = (data: HallPartnersQuery | undefined): readonly Partner[] =>
  (data?.order?.partners ?? []).flatMap(({ unit }) => (unit ? [{ value: unit.id, label: unit.name }] : []));

function Partners({ partners }: { readonly partners: readonly Partner[] }) {
  const [parts, setParts] = useState(0);
  return (
    <>
      <Form.Item
        name="coUnits"
        label={HALL.partners}
        extra={HALL.partnersHelp}
        rules={[{ required: true, message: HALL.partnersMissing }]}
      >
        <Select mode="multiple" maxCount={10} showSearch={{ optionFilterProp: 'label' }} options={[...partners]} />
      </Form.Item>
      <Form.Item
        name="parts"
        label={HALL.parts}
        extra={`${HALL.partsHelp}（${String(parts)}/500）`}
        rules={[{ required: true, whitespace: true, message: HALL.partsMissing }]}
      >
        <Input.TextArea
          maxLength={500}
          autoSize={{ minRows: 2, maxRows: 6 }}
          onChange={({ target }) => setParts(target.value.length)}
        />
      </Form.Item>
    </>
  );
}
