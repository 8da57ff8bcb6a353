import type { SearchNoun, UnitKind } from './gql/graphql.ts';

/** What can be found, in the words of people; the order is that of the server. */
export const NOUNS: Readonly<Record<SearchNoun, string>> = {
  order: '点单',
  unit: '单位',
  person: '工作人员',
  jointMeeting: '联席会议',
  resolution: '议定事项',
  project: '共建项目',
  need: '需求',
  resourceOffer: '资源',
};

export const UNIT_KINDS: Readonly<Record<UnitKind, string>> = {
  GOVERNMENT_ORGAN: '机关',
  DEPARTMENT: '部门',
  PUBLIC_INSTITUTION: '事业单位',
  ENTERPRISE: '企业',
  NEW_ORGANISATION: '两新组织',
  PROPERTY_COMPANY: '物业公司',
  OWNERS_COMMITTEE: '业委会',
  POLICE_STATION: '派出所',
  SCHOOL: '学校',
  HOSPITAL: '医院',
  SOCIAL_ORGANISATION: '社会组织',
};

export const SEARCH = {
  title: '查找',
  open: '查找（按 / 键）',
  box: '查找点单、单位、人员、会议',
  placeholder: '点单号、标题、单位、姓名或拼音首字母',
  hits: '查找结果',
  atLeast: '请输入至少2个字。单位和人员可以用拼音首字母，如“zsdl”。',
  keys: '↑ ↓ 选择，回车打开，Esc 关闭',
  searching: '正在查找……',
  nothing: (text: string) => `没有找到与“${text}”有关的内容。可以换个词，或者您当前的身份看不到它。`,
  found: (count: number) => `找到${String(count)}条`,
  allHits: (text: string) => `查看“${text}”的全部结果`,
  all: '全部',
  moreOf: (noun: string) => `只看${noun}`,
  among: '只看',
  upTo: (count: number) => `每类最多显示${String(count)}条，请把词写得更具体。`,
  unit: '单位',
  kind: '单位性质',
  place: '所在地',
  state: '状态',
  active: '正常',
  suspended: '停用',
  shortName: '简称',
  capabilities: '服务能力',
  areas: '服务范围',
  alliances: '所在联盟',
  noUnit: '没有这个单位，或者它已不在名册中。',
  orders: '查看这个单位承办的点单',
} as const;
