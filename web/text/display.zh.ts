/** How a page looks on this device. */
export const zh = {
  open: '显示',
  size: '字号',
  sizes: { standard: '标准', large: '大字', largest: '特大' },
  theme: '明暗',
  themes: { system: '随设备', light: '浅色', dark: '深色' },
  contrast: '对比度',
  contrasts: { standard: '标准', high: '高对比' },
};
export type DisplayTexts = typeof zh;
