import type { FoundCode, Verdict } from '../connection/findings.ts';
import type { Check } from '../connection/run-checks.ts';

/** Words of the connection check, which a phone or tablet runs before the day. */
export type ConnectionTexts = {
  title: string;
  what: string;
  lines: Record<Check | 'camera', string>;
  running: string;
  marks: Record<Verdict, string>;
  found: Record<FoundCode, (figure: number) => string>;
  whole: Record<Verdict, string>;
  tryCamera: string;
  cameraWhat: string;
  again: string;
  warning: string;
};

const failed = (step: string) => `这个浏览器在“${step}”这一步没有算对，不能用来投票。请更新浏览器，或换一台设备，也可以到会场用平板。`;

export const zh: ConnectionTexts = {
  title: '连接检查',
  what: '开会前一天，在会场的网络里，用要拿来投票的手机或平板打开本页。不用登录，什么也不保存，不会投出任何票。',
  lines: { secure: '地址', ballot: '做一张试用的票', clock: '时间', trip: '网络快慢', load: '投票页面', storage: '浏览器存储', camera: '摄像头' },
  running: '正在检查…',
  marks: { fine: '可以', note: '请留意', bad: '不行' },
  found: {
    secure: () => '是 https 地址，证书可信。',
    'this-machine': () => '这是服务器自己这台机器的地址。手机和平板要用 https 地址再查一次。',
    'not-secure': () => '不是 https 地址，浏览器不提供投票要用的加密。请扫工作人员给的二维码重新打开。',
    'makes-ballots': (ms) => `钥匙、领票、盖章、封票都算对了，用了 ${ms} 毫秒。`,
    'fails-key': () => failed('做钥匙'),
    'fails-blind': () => failed('领票'),
    'fails-stamp': () => failed('验章'),
    'fails-seal': () => failed('封票'),
    'clock-right': () => '和服务器的时间一致。',
    'clock-off': (minutes) => `和服务器相差约 ${minutes} 分钟。能投票，但请在系统设置里打开“自动设定时间”。`,
    quick: (ms) => `来回一次约 ${ms} 毫秒。`,
    slow: (ms) => `来回一次约 ${ms} 毫秒，偏慢。能投票，每一步要多等一会儿；请离无线接入点近一些再查。`,
    'no-answer': () => '服务器没有回答。请确认连的是会场的无线网络，再查一次。',
    loads: (seconds) => `全部读取用了 ${seconds} 秒。`,
    'loads-slowly': (seconds) => `全部读取用了 ${seconds} 秒，偏慢。请离无线接入点近一些再查。`,
    'does-not-load': () => '投票页面没有读全。请再查一次；仍不行，告诉工作人员。',
    keeps: () => '刷新或重启浏览器，票不会丢。',
    'keeps-nothing': () => '浏览器不保存资料，可能是无痕窗口。能投票，但投进票箱以前不要关闭或刷新页面；最好换普通窗口。',
    camera: () => '可以用来扫凭证码。',
    'camera-refused': () => '没有允许使用摄像头。可以在浏览器设置里允许，也可以手工输入凭证码。',
    'camera-none': () => '没有找到摄像头。请手工输入凭证码。',
    'camera-busy': () => '摄像头打不开，可能正被别的程序使用。请关掉那个程序，或手工输入凭证码。',
  },
  whole: { fine: '这台设备可以用来投票。', note: '这台设备可以用来投票，有几处请留意。', bad: '这台设备现在还不能用来投票，请看下面标“不行”的几行。' },
  tryCamera: '试一下摄像头',
  cameraWhat: '按下后浏览器会问您是否允许；只看能不能打开，不拍照。',
  again: '再查一次',
  warning: '如果浏览器说“连接不安全”或“证书不受信任”，请不要继续访问，请找工作人员安装本会场的证书。',
};
