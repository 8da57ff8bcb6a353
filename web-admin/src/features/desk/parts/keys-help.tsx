import { Modal, Switch } from 'antd';
import { DESK } from '../desk.texts.ts';

interface Props {
  readonly open: boolean;
  readonly on: boolean;
  readonly onTurn: (on: boolean) => void;
  readonly onClose: () => void;
}

/** Which keys do what, and the switch for them. */
export function KeysHelp({ open, on, onTurn, onClose }: Props) {
  return (
    <Modal open={open} title={DESK.keys} footer={null} onCancel={onClose} width={420} destroyOnHidden>
      <dl className="keys">
        {DESK.keyList.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label className="keys-switch">
        <Switch checked={on} onChange={onTurn} aria-label={DESK.keysOn} /> {DESK.keysOn}
      </label>
      <p className="soft">{DESK.keysAbout}</p>
    </Modal>
  );
}
