import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { App, ConfigProvider, theme as antdTheme, type ThemeConfig } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import './theme.css';

dayjs.locale('zh-cn');

export type Look = 'light' | 'dark' | 'system';
const KEY = 'gongzhi.look';
const FONT = '"Microsoft YaHei", "PingFang SC", "Noto Sans SC Variable", sans-serif';

interface Choice {
  readonly look: Look;
  readonly dark: boolean;
  choose(look: Look): void;
}

const LookContext = createContext<Choice | null>(null);

/** Light or dark, as chosen or as the system has it. */
export function useLook(): Choice {
  const choice = useContext(LookContext);
  if (!choice) throw new Error('No theme here');
  return choice;
}

// Words on the brand's red and on its paler cousin have a contrast of at least 4.5:1 in both looks.
const TOKENS = {
  colorPrimary: '#c8102e',
  colorError: '#b3122b',
  colorLink: '#0b5cad',
  fontSize: 15,
  fontFamily: FONT,
  borderRadius: 6,
};
const DARK = { ...TOKENS, colorPrimary: '#e0364c', colorError: '#ff8a8a', colorLink: '#7db8f5' };

/** A link that is pointed at is as dark as before: paler ones are hard to read. */
const steadyLink = ({ colorLink }: { readonly colorLink: string }) => ({
  ...{ colorLinkHover: colorLink, colorLinkActive: colorLink },
});

function themeOf(dark: boolean, still: boolean): ThemeConfig {
  return {
    algorithm: dark ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    token: {
      ...(dark ? DARK : TOKENS),
      ...steadyLink(dark ? DARK : TOKENS),
      motion: !still,
      colorTextDescription: dark ? '#b8b8b8' : '#595959',
      colorTextPlaceholder: dark ? '#a0a0a0' : '#6b6b6b',
    },
  };
}

/** What the system asks of pages, and whenever it asks something else. */
function useMedia(asked: string): boolean {
  const [holds, setHolds] = useState(() => matchMedia(asked).matches);
  useEffect(() => {
    const query = matchMedia(asked);
    const changed = () => setHolds(query.matches);
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  }, [asked]);
  return holds;
}

/** antd in Chinese, in the look that was chosen. */
export function Themed({ children }: { readonly children: ReactNode }) {
  const [look, setLook] = useState<Look>(() => (localStorage.getItem(KEY) as Look | null) ?? 'system');
  const system = useMedia('(prefers-color-scheme: dark)');
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const dark = look === 'dark' || (look === 'system' && system);
  useEffect(() => {
    document.documentElement.dataset['look'] = dark ? 'dark' : 'light';
  }, [dark]);
  const choice = useMemo<Choice>(() => {
    const choose = (next: Look) => {
      localStorage.setItem(KEY, next);
      setLook(next);
    };
    return { look, dark, choose };
  }, [look, dark]);
  return (
    <LookContext value={choice}>
      <ConfigProvider locale={zhCN} theme={themeOf(dark, still)} button={{ autoInsertSpace: false }}>
        <App>{children}</App>
      </ConfigProvider>
    </LookContext>
  );
}
