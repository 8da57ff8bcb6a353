import { Modal, Switch } from 'antd';
import { SHELL } from './shell.texts.ts';
import { listShortcuts, type Shortcut, turnKeys, useShortcutsStanding } from './shortcuts.ts';
import './shortcuts.css';

/** Which keys do what on this page and on all of them, and the switch for them. */
export function ShortcutsDialog() {
  const { declared, on } = useShortcutsStanding();
  return (
    <Modal open title={SHELL.keys} footer={null} onCancel={() => listShortcuts(false)} width={460} destroyOnHidden>
      {declared.length > 0 && <Keys title={SHELL.keysHere} shortcuts={declared} />}
      <Keys title={SHELL.keysEverywhere} shortcuts={SHELL.keyList} />
      <label className="keys-switch">
        <Switch checked={on} onChange={turnKeys} aria-label={SHELL.keysOn} /> {SHELL.keysOn}
      </label>
      <p className="soft">{SHELL.keysAbout}</p>
    </Modal>
  );
}

function Keys({ title, shortcuts }: { readonly title: string; readonly shortcuts: readonly Shortcut[] }) {
  return (
    <section aria-label={title}>
      <h3 className="keys-title">{title}</h3>
      <dl className="keys">
        {shortcuts.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
