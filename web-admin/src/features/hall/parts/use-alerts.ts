import { useCallback, useEffect, useState } from 'react';
import { HALL } from '../hall.texts.ts';
import { beep, wakeOnTouch } from './sound.ts';

function useSwitch(name: string) {
  const key = `gongzhi.hall.${name}`;
  const [on, setOn] = useState(() => localStorage.getItem(key) === 'on');
  const turn = useCallback(
    (next: boolean) => {
      localStorage.setItem(key, next ? 'on' : 'off');
      setOn(next);
    },
    [key],
  );
  return [on, turn] as const;
}

/** Notices of the browser exist only on https and on the machine itself. */
const canNotify = (): boolean => 'Notification' in window && window.isSecureContext;

/** Sound and notices of the browser for what is new; each has a switch that is remembered. */
export function useAlerts() {
  const [sound, turnSound] = useSwitch('sound');
  const [notify, turnNotify] = useSwitch('notify');
  const [refused, setRefused] = useState(false);
  useEffect(() => (sound ? wakeOnTouch() : undefined), [sound]);
  const setSound = (on: boolean) => {
    turnSound(on);
    if (on) void beep();
  };
  const setNotify = async (on: boolean) => {
    // Asked only when somebody wants them.
    const allowed = on && (await Notification.requestPermission()) === 'granted';
    setRefused(on && !allowed);
    turnNotify(allowed);
  };
  const alert = useCallback(
    (text: string) => {
      if (sound) void beep();
      if (notify && canNotify() && Notification.permission === 'granted' && document.hidden) show(text);
    },
    [sound, notify],
  );
  return { sound, notify: notify && canNotify(), canNotify: canNotify(), refused, setSound, setNotify, alert };
}

function show(text: string): void {
  const notice = new Notification(HALL.notice, { body: text, tag: 'gongzhi-hall', lang: 'zh-CN' });
  notice.onclick = () => {
    window.focus();
    notice.close();
  };
}
