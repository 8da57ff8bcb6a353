/** Words of the first page. */
export const HOME = {
  title: '今日',
  greeting: (name: string) => `${name}，您好`,
  desk: '点单',
  nothing: '目前没有要办的点单',
  items: (count: number) => `${String(count)}件`,
  meetings: '近期联席会议',
  noMeetings: '今天起七天内没有联席会议',
  today: '今天',
  inbox: '最新消息',
  noInbox: '没有消息',
  unread: '未读',
  about: (kind: string, label: string) => `${kind}：${label}`,
  due: (label: string) => `职责：${label}`,
} as const;
