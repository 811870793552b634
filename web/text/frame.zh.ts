/** What stands on every page. */
export const zh = {
  pageLoading: '正在打开页面……',
  pageFaultTitle: '这个页面打不开',
  pageFaultText: '地址可能不完整，或页面程序出了问题。已经交给服务器的内容不受影响。请重新打开；仍然不行，请找工作人员。',
  reloadPage: '重新打开',
  toFirstPage: '回到首页',
  languageName: '语言',
  rehearsal: '演练',
  rehearsalText: '这是演练会议，所有内容都不作数。',
  unreachable: '连不上服务器。可能是网络断了。页面会自己再试；一直不行，请找工作人员。',
  liveConnected: '实时更新中',
  liveStale: '连接中断，显示的可能不是最新情况，正在重连',
  fingerprint: '本轮指纹',
};
