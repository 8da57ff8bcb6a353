import { useQuery } from '@apollo/client/react';
import { DatePicker, Form, Input, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import { When } from '../../../parts/when.tsx';
import { NEED_KINDS, URGENCIES } from '../../../texts/orders.ts';
import { DeskCategoriesDocument, type OrderNeedKind, type OrderUrgency } from '../gql/graphql.ts';
import { DESK } from '../desk.texts.ts';
import type { Faults } from './approve-dialog.tsx';
import type { Approval, useApproval } from './use-approval.ts';

export interface ApprovePartProps {
  readonly value: Approval;
  readonly change: (part: Partial<Approval>) => void;
  readonly faults: Faults;
  readonly prospect: ReturnType<typeof useApproval>['prospect'];
}

/** An item of the form; what is wrong with it is said beside it. */
export function itemOf(faults: Faults, name: keyof Approval, label: string) {
  const fault = faults[name];
  return { id: `approve-${name}`, label, ...(fault && { validateStatus: 'error' as const, help: fault }) };
}

/** What it is, and how long the unit has. */
export function ApproveFields(props: ApprovePartProps) {
  const { value, change, faults } = props;
  const { data } = useQuery(DeskCategoriesDocument);
  const categories = data?.serviceCategories.map(({ code, name }) => ({ value: code, label: name })) ?? [];
  const kinds = Object.entries(NEED_KINDS).map(([kind, label]) => ({ value: kind, label }));
  return (
    <>
      <Urgency {...props} />
      <Form.Item {...itemOf(faults, 'needKind', DESK.needKind)} required>
        <Radio.Group
          aria-label={DESK.needKind}
          options={kinds}
          value={value.needKind}
          onChange={({ target }) => change({ needKind: target.value as OrderNeedKind })}
        />
      </Form.Item>
      <Form.Item {...itemOf(faults, 'category', DESK.category)} required>
        <Select
          aria-label={DESK.category}
          showSearch={{ optionFilterProp: 'label' }}
          options={categories}
          value={value.category}
          onChange={(category: string) => change({ category })}
        />
      </Form.Item>
    </>
  );
}

/** What may be left as it is. */
export function ApproveMore({ value, change, faults }: ApprovePartProps) {
  const used = [value.title, value.finishBy, value.remark].some(Boolean);
  return (
    <details className="approve-more" open={used || undefined}>
      <summary>{DESK.more}</summary>
      <Form.Item {...itemOf(faults, 'title', DESK.clearTitle)} extra={DESK.clearTitleHelp}>
        <Input
          aria-label={DESK.clearTitle}
          maxLength={60}
          value={value.title}
          onChange={({ target }) => change({ title: target.value })}
        />
      </Form.Item>
      <Form.Item {...itemOf(faults, 'finishBy', DESK.finishBy)} extra={DESK.finishByHelp}>
        <DatePicker
          aria-label={DESK.finishBy}
          value={value.finishBy ? dayjs(value.finishBy) : null}
          minDate={dayjs()}
          onChange={(day) => change({ finishBy: day ? day.format('YYYY-MM-DD') : null })}
        />
      </Form.Item>
      <Form.Item {...itemOf(faults, 'remark', DESK.remark)} extra={DESK.remarkHelp}>
        <Input.TextArea
          aria-label={DESK.remark}
          maxLength={200}
          autoSize={{ minRows: 1, maxRows: 4 }}
          value={value.remark}
          onChange={({ target }) => change({ remark: target.value })}
        />
      </Form.Item>
    </details>
  );
}

/** Each choice with the limit it sets. */
function Urgency({ value, change, faults, prospect: { prospect } }: ApprovePartProps) {
  return (
    <Form.Item {...itemOf(faults, 'urgency', DESK.urgency)} required>
      <Radio.Group
        aria-label={DESK.urgency}
        className="approve-options"
        value={value.urgency}
        onChange={({ target }) => change({ urgency: target.value as OrderUrgency })}
      >
        {(Object.keys(URGENCIES) as OrderUrgency[]).map((urgency) => {
          const limit = prospect?.finish.find((one) => one.urgency === urgency);
          return (
            <Radio key={urgency} value={urgency}>
              {URGENCIES[urgency]}{' '}
              {limit && (
                <span className="soft">
                  {DESK.untilIf(limit.limitLabel)} <When at={limit.finishBy} />
                </span>
              )}
            </Radio>
          );
        })}
      </Radio.Group>
    </Form.Item>
  );
}
