import { Form, Radio, Select } from 'antd';
import { AUDIENCES } from '../../../texts/orders.ts';
import type { OrderAudience } from '../gql/graphql.ts';
import { DESK } from '../desk.texts.ts';
import { type ApprovePartProps, itemOf } from './approve-fields.tsx';

/** To whom it goes, and how many they are. */
export function ApproveAudience({ value, change, faults, prospect: { members, reached, known } }: ApprovePartProps) {
  const chosen = value.audience === 'CHOSEN';
  return (
    <>
      <Form.Item {...itemOf(faults, 'audience', DESK.audience)} required>
        <Radio.Group
          aria-label={DESK.audience}
          className="approve-options"
          value={value.audience}
          onChange={({ target }) => change({ audience: target.value as OrderAudience })}
        >
          {(Object.keys(AUDIENCES) as OrderAudience[]).map((audience) => (
            <Radio key={audience} value={audience}>
              {AUDIENCES[audience]} {known && <span className="soft">{DESK.reach(reached[audience].count)}</span>}
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      {chosen && (
        <Form.Item {...itemOf(faults, 'units', DESK.units)} required extra={DESK.unitsHelp}>
          <Select
            mode="multiple"
            aria-label={DESK.units}
            showSearch={{ optionFilterProp: 'label' }}
            maxCount={100}
            options={members.map(({ unitId, name }) => ({ value: unitId, label: name }))}
            value={[...value.units]}
            onChange={(units: string[]) => change({ units })}
          />
        </Form.Item>
      )}
    </>
  );
}
