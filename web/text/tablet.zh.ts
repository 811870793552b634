/** What the booth says on a tablet that delegates share, and on a device that keeps nothing. */
export const zh = {
  atDoor: '共用投票平板：投完会清空，不留记录。',
  staff: '工作人员：结束平板模式',

  done: '完成，交给下一位代表',
  giveUp: '先不投了，交给下一位代表',
  giveUpTitle: '还没有投出，要清空吗？',
  giveUpText: '清空以后，这张票要监票人同意才能取回。没有投出的票记为“未收回”，不算弃权。',
  giveUpBack: '返回',
  giveUpYes: '清空，交给下一位代表',

  coverTitle: '票已遮住，还没有投出',
  coverText: '有一会儿没有人碰平板。已经选的还在，请这张票的代表本人继续。',
  coverGoOn: '我是本人，继续投票',
  clearing: '平板快要清空，交给下一位代表。',
  clearsIn: (seconds: number) => `还有 ${seconds} 秒`,
  moreTime: '再等一会儿',

  trackerWrite: '平板不留查票码，清空后不能再看。现在请抄下。',
  trackerNotHere: '本次会议的查票码在开箱以后才显示，共用平板到时已经清空，所以没有查票码。想核对自己的票，下一轮请用自己的手机投票。',
  trackerNever: '本次会议的票选办法不显示查票码。',

  keepsNothing: '这个浏览器不保存内容。投进票箱以前，请不要关闭或刷新本页；万一关了，请拿着凭证找监票人，同意后可以接着投。',
  otherTab: '这张票是在本机另一个页面投出的，以那个页面核对过的选择为准。一张票只投一次。',
  broken: '本机刚才出了点问题，正在自动重试，选票没有丢。一直不行，请找工作人员。',
};
