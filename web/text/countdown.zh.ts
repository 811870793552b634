/** The countdown to the close, on a tablet's cover also before anyone is let in. */
export const zh = {
  closingIn: (seconds: number) => `还有 ${seconds} 秒截止`,
  closingText: '时间到以前投出的票都会收下。',
};
