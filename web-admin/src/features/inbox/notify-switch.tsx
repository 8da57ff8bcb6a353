import { useState } from 'react';
import { App, Switch } from 'antd';
import { INBOX } from './inbox.texts.ts';
import { canNotify, isNotifying, setNotifying } from './notify.ts';

/** Whether the browser tells of news while its page lies behind others. */
export function NotifySwitch() {
  const [on, setOn] = useState(isNotifying);
  const { message } = App.useApp();
  const change = async (wanted: boolean) => {
    const now = await setNotifying(wanted);
    setOn(now);
    if (wanted && !now) void message.warning(canNotify() ? INBOX.notifyOff : INBOX.notifyInsecure);
  };
  return (
    <label className="inbox-switch">
      <Switch size="small" checked={on} onChange={(wanted) => void change(wanted)} aria-label={INBOX.notify} />
      {INBOX.notify}
    </label>
  );
}
