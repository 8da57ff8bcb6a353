import { Switch } from 'antd';
import { HALL } from '../hall.texts.ts';
import type { useAlerts } from './use-alerts.ts';

/** How the viewer wants to hear of new orders. */
export function AlertSwitches({ alerts }: { readonly alerts: ReturnType<typeof useAlerts> }) {
  const { sound, notify, canNotify, refused, setSound, setNotify } = alerts;
  return (
    <div className="hall-alerts">
      <label>
        <Switch checked={sound} onChange={setSound} aria-label={HALL.sound} /> {HALL.sound}
      </label>
      <label title={canNotify ? undefined : HALL.notifyNever}>
        <Switch
          checked={notify}
          disabled={!canNotify}
          onChange={(on) => void setNotify(on)}
          aria-label={canNotify ? HALL.notify : `${HALL.notify}：${HALL.notifyNever}`}
        />{' '}
        {HALL.notify}
      </label>
      {refused && (
        <p role="alert" className="soft">
          {HALL.notifyOff}
        </p>
      )}
    </div>
  );
}
