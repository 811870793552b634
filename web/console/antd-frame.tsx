import { ConfigProvider, type ThemeConfig } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useMemo } from 'react';
import { useLanguage } from '#web/text/language.ts';
import { type PageTokens, usePageTokens } from './page-tokens.ts';

const LOCALES = { zh: zhCN, en: enUS };
/** The smallest target for a finger or an unsteady mouse, in pixels; it grows with the type. */
const TARGET = 44;

/** Ant Design in the language and the look of the page: its colours and sizes are those of styles/tokens.css. */
export function AntdFrame({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage();
  const tokens = usePageTokens();
  const theme = useMemo(() => themeOf(tokens), [tokens]);
  return (
    <ConfigProvider locale={LOCALES[language]} theme={theme} button={{ autoInsertSpace: false }}>
      {children}
    </ConfigProvider>
  );
}

/**
 * The tokens of the page in Ant Design's names. Shades that Ant Design would compute from a seed are named too, or
 * dark and high contrast would differ from the rest of the page.
 */
function themeOf({ text, pixels }: PageTokens): ThemeConfig {
  const [ink, soft, sheet, desk] = [text('--ink'), text('--ink-soft'), text('--sheet'), text('--desk')];
  const [action, press, faint] = [text('--action'), text('--action-press'), text('--action-faint')];
  const [hairline, strong] = [text('--hairline'), text('--hairline-strong')];
  const [notice, noticeLine] = [text('--notice'), text('--notice-line')];
  const controlHeight = Math.max(TARGET, Math.round(pixels('--text-small') * 2.5));
  return {
    token: {
      colorPrimary: action, colorInfo: action, colorLink: action, colorSuccess: action, colorWarning: noticeLine, colorError: noticeLine,
      colorPrimaryHover: press, colorPrimaryActive: press, colorPrimaryBorder: action, colorPrimaryBorderHover: press,
      colorPrimaryText: action, colorPrimaryTextHover: press, colorPrimaryBg: faint, colorPrimaryBgHover: faint,
      colorLinkHover: press, colorLinkActive: press, colorTextLightSolid: text('--on-action'),
      colorInfoBg: faint, colorInfoBorder: action, colorWarningBg: notice, colorWarningBorder: noticeLine,
      colorTextBase: ink, colorBgBase: sheet, colorText: ink, colorTextHeading: ink, colorTextLabel: ink, colorIcon: soft, colorIconHover: ink,
      colorTextSecondary: soft, colorTextTertiary: soft, colorTextQuaternary: soft, colorTextDescription: soft,
      colorTextDisabled: soft, colorTextPlaceholder: soft,
      colorBgContainer: sheet, colorBgElevated: sheet, colorBgLayout: desk, colorBgContainerDisabled: desk,
      colorFillAlter: desk, colorFillSecondary: hairline, colorFillTertiary: desk, colorFillQuaternary: desk,
      colorBorder: strong, colorBorderSecondary: hairline, colorBorderDisabled: hairline, colorSplit: hairline,
      controlItemBgHover: faint, controlItemBgActive: faint, controlItemBgActiveHover: faint,
      fontFamily: text('--font'), fontFamilyCode: text('--font-code'),
      fontSize: pixels('--text-small'), fontSizeLG: pixels('--text'), fontSizeSM: pixels('--text-small'),
      controlHeight, controlHeightLG: controlHeight + 4, controlHeightSM: controlHeight, controlInteractiveSize: 22,
      borderRadius: pixels('--radius'), borderRadiusLG: pixels('--radius'), borderRadiusSM: pixels('--radius'),
      boxShadow: 'none', boxShadowTertiary: 'none', lineWidthFocus: 3, motion: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
      Table: { headerBg: desk, headerSortActiveBg: faint, headerSortHoverBg: faint, bodySortBg: sheet, rowHoverBg: faint, rowSelectedBg: faint, rowSelectedHoverBg: faint, headerSplitColor: hairline, cellPaddingBlockMD: 8, cellPaddingInlineMD: 12 },
      Pagination: { itemSize: controlHeight, itemActiveBg: faint },
    },
  };
}
