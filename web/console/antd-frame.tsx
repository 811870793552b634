import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { useLanguage } from '#web/text/language.ts';

const LOCALES = { zh: zhCN, en: enUS };

// The product's own colours and sizes (styles/tokens.css), in the form Ant Design computes with.
const THEME = {
  token: {
    colorPrimary: '#1f3f77',
    colorInfo: '#1f3f77',
    colorInfoBg: '#e9eef7',
    colorInfoBorder: '#d8d3c7',
    colorWarningBg: '#fff7dc',
    colorWarningBorder: '#b58900',
    colorText: '#17191d',
    colorTextDescription: '#4a4f59',
    colorTextDisabled: '#4a4f59',
    colorTextPlaceholder: '#6d6a63',
    colorBgLayout: '#f6f3ec',
    borderRadius: 8,
    fontSize: 16,
    controlHeight: 44,
    fontFamily: "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif",
    motion: false,
  },
};

/** Ant Design in the language and the colours of the page. */
export function AntdFrame({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage();
  return (
    <ConfigProvider locale={LOCALES[language]} theme={THEME} button={{ autoInsertSpace: false }}>
      {children}
    </ConfigProvider>
  );
}
