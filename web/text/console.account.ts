/** Words for accounts: one's own, others', and the one-time link for a new password. */
const zh = {
  acts: '办理', state: '状态', states: { open: '可登录', closed: '已停用' }, code: '验证码', codeOn: '已启用', codeOff: '未启用', me: '（本人）',
  close: '停用', closeName: (name: string) => `停用 ${name} 的账号`, closeSays: (name: string) => `${name} 立即退出登录，以后不能再登录。可以重新启用。`, closeYes: '确认停用',
  reopen: '重新启用', reopenName: (name: string) => `重新启用 ${name} 的账号`,
  link: '改密码链接', linkName: (name: string) => `给 ${name} 生成改密码链接`, linkSays: (name: string) => `${name} 打开链接，自己设新密码；原来的验证码同时停用。以前的链接作废。`, linkYes: '确认生成链接',
  linkMade: (name: string, until: string) => `${name} 的一次性链接（只显示这一次，${until} 前有效）。请当面或用可靠方式交给本人。`, copy: '复制链接', done: '已交给本人，收起',
  secondClerk: '只有一个能登录的工作人员账号。请再添加一个，以防当天有人不能到场。',
  own: {
    title: '我的账号', name: (name: string, role: string) => `${name}（${role}）`,
    password: '修改密码', current: '现在的密码', next: '新密码（至少 10 个字符）', again: '再输入一次新密码', differs: '两次输入的新密码不一样。请重新输入。', change: '修改密码', changed: '密码已修改；其他地方的登录都已退出。',
    code: '登录验证码', codeWhat: '启用后，登录时除密码外还要输入手机验证器里的六位数字。有人知道了密码也登录不了。',
    on: '已启用。', offer: '启用验证码', scan: '用手机上的验证器（如微信小程序“腾讯身份验证器”）扫这个码，或手工输入下面的密钥。', secret: '密钥', first: '验证器显示的六位数字', confirm: '核对并启用',
    drop: '停用验证码', dropCode: '现在的六位数字',
    everywhere: '退出所有登录', everywhereWhat: '在别的电脑上忘了退出时用。', everywhereSays: '所有电脑上的登录立即退出，这里也要重新登录。', everywhereYes: '确认全部退出',
  },
  newPassword: {
    title: '设置新密码', noToken: '链接不完整。请从收到的一次性链接重新打开。', forWhom: (name: string, title: string) => `${title}：${name}`,
    next: '新密码（至少 10 个字符）', again: '再输入一次新密码', short: '密码不足 10 个字符。请加长。', differs: '两次输入不一样。请重新输入。', act: '保存新密码', done: '新密码已保存。以前的登录都已退出。', toConsole: '去登录', reading: '正在核对链接…',
  },
  signInCode: '验证码（手机验证器里的六位数字）',
};

const en: typeof zh = {
  acts: 'Acts', state: 'State', states: { open: 'can sign in', closed: 'closed' }, code: 'Code', codeOn: 'asked for', codeOff: 'not asked for', me: ' (you)',
  close: 'Close', closeName: (name) => `Close the account of ${name}`, closeSays: (name) => `${name} is signed out at once and cannot sign in any more. The account can be opened again.`, closeYes: 'Yes, close it',
  reopen: 'Open again', reopenName: (name) => `Open again: the account of ${name}`,
  link: 'Password link', linkName: (name) => `Password link for ${name}`, linkSays: (name) => `${name} opens the link and chooses a new password; the second factor ends with it. Earlier links stop working.`, linkYes: 'Yes, make the link',
  linkMade: (name, until) => `One-time link for ${name}, shown only now and good until ${until}. Hand it over in person or by a safe way.`, copy: 'Copy the link', done: 'Handed over, put it away',
  secondClerk: 'Only one clerk account can sign in. Add another, in case someone cannot be there on the day.',
  own: {
    title: 'My account', name: (name, role) => `${name} (${role})`,
    password: 'Change the password', current: 'Current password', next: 'New password (at least 10 characters)', again: 'New password again', differs: 'The two new passwords differ. Please enter them again.', change: 'Change the password', changed: 'The password is changed; you are signed out everywhere else.',
    code: 'Sign-in code', codeWhat: 'Once set up, signing in asks for the six digits of an authenticator besides the password: who learns the password alone cannot sign in.',
    on: 'It is asked for.', offer: 'Set up the code', scan: 'Scan this with the authenticator on your phone, or type the secret below.', secret: 'Secret', first: 'Six digits the authenticator shows', confirm: 'Check and set up',
    drop: 'Drop the code', dropCode: 'Six digits shown now',
    everywhere: 'Sign out everywhere', everywhereWhat: 'For when you forgot to sign out on another computer.', everywhereSays: 'Every login session ends at once; you sign in here again too.', everywhereYes: 'Yes, sign out everywhere',
  },
  newPassword: {
    title: 'Choose a new password', noToken: 'The link is not complete. Please open the one-time link that you were given again.', forWhom: (name, title) => `${title}: ${name}`,
    next: 'New password (at least 10 characters)', again: 'New password again', short: 'The password has fewer than 10 characters. Please make it longer.', differs: 'The two entries differ. Please enter them again.', act: 'Keep the new password', done: 'The new password is kept. Earlier login sessions have ended.', toConsole: 'Go to the sign-in', reading: 'Checking the link…',
  },
  signInCode: 'Code (six digits of the authenticator)',
};

export const accountTexts = { zh, en };
