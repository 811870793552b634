/** The side page where a clerk makes this device a voting tablet. */
const zh = {
  title: '本机作投票平板',
  what: '会场备用的平板，几位代表轮流使用。打开以后：',
  rules: [
    '凭证、票和选择只在内存里，不存在本机；刷新或关机就没有了。',
    '代表投完，按一次“完成，交给下一位代表”，全部清空。',
    '没有投完的票，60 秒没有人碰就遮住，再过 60 秒清空；其他画面 60 秒清空。清空前 20 秒会提示，可以再等。',
    '正在投进票箱的票，什么都不会清空。',
    '清空或丢失的票，要监票人或工作人员同意，才能在这台或别的设备上取回。',
  ],
  advice: '请代表开始投票以后再来平板投票：提前领票，要在平板前一直等到开始。',
  turnOn: '打开平板模式，交给代表',
  turnOnSays: '您会从本机退出登录，本机上的投票资料会清除。要结束平板模式，须工作人员在本机重新登录。',
  turnOnYes: '确认打开平板模式',
  notKept: '这个浏览器不保存设置，不能用作投票平板。请关闭无痕窗口，或换一个浏览器。',
  isOn: '本机现在是投票平板。',
  turnOff: '结束平板模式',
  isOff: '平板模式已结束。本机现在和代表自己的手机一样使用。',
  openBooth: '打开投票间',
};

const en: typeof zh = {
  title: 'Use this device as a voting tablet',
  what: 'A tablet of the hall that delegates use one after another. Once it is on:',
  rules: [
    'Letter, paper and selection are in memory only, never stored on this device; a reload or a power cut loses them.',
    'When a delegate is done, one press of “Done, hand over to the next delegate” clears everything.',
    'A ballot that is not cast is covered after 60 s without a touch and cleared after another 60 s; any other screen is cleared after 60 s. It is announced 20 s before, and more time can be had.',
    'Nothing is cleared while a ballot is on its way into the box.',
    'A paper that was cleared or lost is taken up again, here or on another device, when a scrutineer or clerk approves.',
  ],
  advice: 'Let delegates come to the tablet after voting has opened: who draws a paper earlier has to wait before the tablet until then.',
  turnOn: 'Turn tablet mode on and hand over',
  turnOnSays: 'You are signed out on this device, and voting data on it is removed. To end tablet mode a clerk has to sign in on this device again.',
  turnOnYes: 'Yes, turn tablet mode on',
  notKept: 'This browser does not keep settings, so it cannot be a voting tablet. Leave the private window, or use another browser.',
  isOn: 'This device is a voting tablet now.',
  turnOff: 'End tablet mode',
  isOff: 'Tablet mode has ended. This device now works like a delegate’s own phone.',
  openBooth: 'Open the booth',
};

export const tabletTexts = { zh, en };
