import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, Grid } from 'antd';
import { spellInstant } from '../parts/instant.ts';
import { ACTIONS } from './actions.texts.ts';
import { presetFrom, type Values } from './form.ts';
import { type ActionRequest, openAction } from './requests.ts';
import './case-actions.css';

/** An action that is offered, as fragment `Action` reads it. */
export interface OfferedAction {
  readonly action: string;
  readonly label: string;
  readonly mutation: string;
  readonly tone: 'FORWARD' | 'BESIDE' | 'BACK' | 'GRAVE';
  readonly dueAt?: string | null;
}

export interface ActingCase {
  readonly id: string;
  readonly version: number;
  readonly viewerActions: readonly OfferedAction[];
}

interface Props {
  readonly of: ActingCase;
  /** With what forms open, by action. An `edit` opens with what the case shows under the same names. */
  readonly presets?: Readonly<Record<string, Values>>;
  /** Actions for which the page has buttons of its own. */
  readonly without?: readonly string[];
  /** How many buttons stand side by side; the others are in a menu. */
  readonly most?: number;
  readonly onDone?: ActionRequest['onDone'];
}

const ORDER = { FORWARD: 0, BACK: 1, BESIDE: 2, GRAVE: 3 } as const;
/** Whose clock runs comes first. */
const weight = ({ tone, dueAt }: OfferedAction) => ORDER[tone] - (dueAt ? 10 : 0);
const leadsOn = ({ tone, dueAt }: OfferedAction) => tone === 'FORWARD' || (Boolean(dueAt) && tone === 'BESIDE');

/** What the viewer may do with a case now: a button each, the way forward first, what ends it last. */
export function CaseActions({ of, presets = {}, without = [], most = 4, onDone }: Props) {
  const { md } = Grid.useBreakpoint();
  const offered = of.viewerActions
    .filter(({ action }) => !without.includes(action))
    .toSorted((one, other) => weight(one) - weight(other));
  const room = md ? most : Math.min(most, 2);
  // One more button takes no more room than a menu with one entry.
  const shown = offered.length <= room + 1 ? offered : offered.slice(0, room);
  const hidden = offered.slice(shown.length);
  const open = ({ action, mutation }: OfferedAction) => {
    const preset = presets[action] ?? (action === 'edit' ? presetFrom(of) : undefined);
    openAction({
      mutation,
      subject: { id: of.id, version: of.version },
      ...(preset && { preset }),
      ...(onDone && { onDone }),
    });
  };
  if (offered.length === 0) return null;
  return (
    <div className="case-actions">
      {shown.map((one, index) => (
        <Button
          key={one.action}
          type={index === 0 && leadsOn(one) ? 'primary' : 'default'}
          danger={one.tone === 'GRAVE'}
          title={one.dueAt ? ACTIONS.due(spellInstant(one.dueAt)) : undefined}
          onClick={() => open(one)}
        >
          {one.label}
        </Button>
      ))}
      {hidden.length > 0 && <More actions={hidden} onChoose={open} />}
    </div>
  );
}

interface MoreProps {
  readonly actions: readonly OfferedAction[];
  readonly onChoose: (action: OfferedAction) => void;
}

function More({ actions, onChoose }: MoreProps) {
  const items = actions.map((one) => ({ key: one.action, label: one.label, danger: one.tone === 'GRAVE' }));
  const choose = ({ key }: { readonly key: string }) => onChoose(actions.find(({ action }) => action === key)!);
  return (
    <Dropdown menu={{ items, onClick: choose }} trigger={['click']}>
      <Button aria-haspopup="menu">
        {ACTIONS.more} <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}
