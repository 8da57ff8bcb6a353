/** What is told once, by the name of the field. */
export const ONCE_LABELS: Readonly<Record<string, string>> = {
  name: '姓名',
  phone: '电话',
  address: '住址',
  door: '门牌',
  contactName: '联系人',
  contactPhone: '联系电话',
  residentName: '居民姓名',
  residentPhone: '居民电话',
};
