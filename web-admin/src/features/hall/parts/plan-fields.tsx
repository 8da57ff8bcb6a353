import { Form } from 'antd';
import type { FormField } from '../../../actions/form.ts';
import { instant } from '../../../actions/widgets/when.widget.tsx';
import { HALL } from '../hall.texts.ts';

const SCOPE = { mutation: 'orderClaimJoint', noun: 'order', subjectId: null };
const field = (name: string, label: string) => ({ name, label, required: true, list: false }) as unknown as FormField;
const FIELDS = [field('plannedStart', HALL.start), field('plannedFinish', HALL.finish)];
const { Control } = instant;

/** When the unit means to do it. */
export function PlanFields() {
  return FIELDS.map((one) => (
    <Form.Item key={one.name} name={one.name} label={one.label} rules={[{ required: true }]}>
      <Control field={one} scope={SCOPE} aria-required="true" />
    </Form.Item>
  ));
}
