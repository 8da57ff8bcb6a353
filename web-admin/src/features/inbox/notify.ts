import { INBOX } from './inbox.texts.ts';

const KEY = 'gongzhi.inbox.notify';

/** Whether this browser can show notices of its own: it must be asked over https, or on this machine. */
export const canNotify = (): boolean => 'Notification' in window && window.isSecureContext;

export const isNotifying = (): boolean =>
  canNotify() && localStorage.getItem(KEY) === 'on' && Notification.permission === 'granted';

/** Switches the browser's notices. Resolves to whether they are on now: people may refuse them to the browser. */
export async function setNotifying(on: boolean): Promise<boolean> {
  const allowed = on && canNotify() && (await Notification.requestPermission()) === 'granted';
  localStorage.setItem(KEY, allowed ? 'on' : 'off');
  return allowed;
}

/** Tells of news by the browser, while nobody looks at the page. */
export function notify(text: string, open: () => void): void {
  if (!isNotifying() || !document.hidden) return;
  const notice = new Notification(INBOX.title, { body: text, tag: 'gongzhi-inbox', lang: 'zh-CN' });
  notice.onclick = () => {
    window.focus();
    open();
    notice.close();
  };
}
