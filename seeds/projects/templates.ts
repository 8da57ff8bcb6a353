import type { ResourceKind } from '../../api/src/modules/alliance/index.ts';

/** What people lack, and what is done about it. */
export interface Template {
  readonly title: string;
  readonly about: string;
  readonly kind: ResourceKind;
  readonly category: string;
  readonly amount: number;
  readonly measure: string;
  readonly project: { readonly title: string; readonly goal: string; readonly measures: string; readonly steps: readonly [string, string] };
  readonly result: string;
  readonly served: number;
} // prettier-ignore

// prettier-ignore
export const TEMPLATES: readonly Template[] = [
  {
    title: '老年人助餐配送', about: '行动不便的老人中午做饭困难，希望有人把热饭送到家。', kind: 'PEOPLE', category: 'ELDER_SERVICE', amount: 6, measure: '人',
    project: { title: '暖心午餐送到家', goal: '让行动不便的老人每天中午吃上热饭', measures: '单位食堂供餐，志愿者分片配送，每周回访一次', steps: ['摸清用餐人数并排好路线', '连续配送满一个月'] },
    result: '每个工作日为老人配送午餐，回访均反映饭菜可口、准时送达。', served: 32,
  },
  {
    title: '假期儿童活动场地', about: '放假后孩子没有地方看书活动，家长上班顾不上。', kind: 'VENUE', category: 'AFTER_SCHOOL', amount: 1, measure: '间',
    project: { title: '假期成长课堂', goal: '让假期里的孩子有人看护、有处活动', measures: '开放活动室，每周安排三次课程，由教师和志愿者轮流看护', steps: ['布置活动室并公布课表', '完成第一期课程'] },
    result: '活动室按课表开放，两期课程全部完成，家长满意。', served: 58,
  },
  {
    title: '小区坡道和扶手', about: '单元门口台阶高，轮椅和婴儿车上下不方便。', kind: 'GOODS', category: 'ACCESSIBILITY', amount: 4, measure: '套',
    project: { title: '家门口无障碍改造', goal: '让轮椅和婴儿车能平稳进出单元门', measures: '加装坡道和扶手，铺设防滑条，完工后请居民试用', steps: ['逐个单元门测量并确定方案', '安装坡道和扶手'] },
    result: '四个单元门的坡道和扶手安装完毕，居民试用后确认好用。', served: 120,
  },
  {
    title: '居民健康讲座', about: '慢性病用药和饮食有疑问，希望医生来讲一讲。', kind: 'SKILL', category: 'HEALTH_CLINIC', amount: 3, measure: '场',
    project: { title: '健康讲座进院落', goal: '让居民掌握慢性病用药和饮食常识', measures: '医生每月到院落讲一次，现场量血压、答疑', steps: ['确定讲题并通知居民', '完成三场讲座'] },
    result: '三场讲座全部完成，现场测量血压并答疑。', served: 96,
  },
  {
    title: '智能手机使用培训', about: '不会用手机挂号缴费，希望有人手把手教。', kind: 'SKILL', category: 'SKILL_TRAINING', amount: 4, measure: '次',
    project: { title: '手机课堂', goal: '让居民学会用手机挂号、缴费、乘车', measures: '小班教学，一对一辅导，发放大字手册', steps: ['报名分班', '完成四次教学'] },
    result: '四次教学全部完成，学员都能独立挂号缴费。', served: 40,
  },
  {
    title: '院落文艺演出音响', about: '院落活动缺少音响和灯光，每次都要临时借。', kind: 'GOODS', category: 'CULTURE_SPORT', amount: 1, measure: '套',
    project: { title: '院落文化月', goal: '让居民在家门口看演出、演节目', measures: '提供音响灯光，组织文艺队排练，每周一场', steps: ['确定节目单', '办完四场演出'] },
    result: '四场演出办完，居民自编节目占一半以上。', served: 300,
  },
  {
    title: '法律咨询服务', about: '租房、继承方面的问题多，希望律师定期来。', kind: 'SERVICE', category: 'LEGAL_ADVICE', amount: 2, measure: '次',
    project: { title: '法律顾问驻点日', goal: '让居民在社区就能问到律师', measures: '律师每月驻点半天，疑难问题跟踪办理', steps: ['公布驻点时间', '完成两次驻点'] },
    result: '两次驻点共解答咨询，疑难问题已转介办理。', served: 26,
  },
  {
    title: '困难家庭取暖物资', about: '冬天部分家庭取暖条件差，需要棉被和电热毯。', kind: 'FUNDS_IN_KIND', category: 'CARE_SUPPORT', amount: 20, measure: '套',
    project: { title: '温暖过冬', goal: '让有困难的家庭暖和过冬', measures: '单位捐赠棉被和电热毯，网格员入户发放并检查用电安全', steps: ['核对名单和需要', '入户发放并检查用电'] },
    result: '物资全部入户发放，逐户检查了用电安全。', served: 20,
  },
  {
    title: '消防器材更换', about: '楼道灭火器过期，居民不会用。', kind: 'SERVICE', category: 'FIRE_SAFETY', amount: 30, measure: '具',
    project: { title: '楼道消防安全提升', goal: '让每个楼道的消防器材都能用、居民都会用', measures: '更换过期器材，逐楼演练，张贴操作图', steps: ['清点并更换过期器材', '逐楼开展演练'] },
    result: '过期器材全部更换，每栋楼都组织了演练。', served: 210,
  },
  {
    title: '邻里议事场所', about: '居民议事没有固定地点，遇到雨天只能取消。', kind: 'VENUE', category: 'MEDIATION', amount: 1, measure: '间',
    project: { title: '邻里议事厅', goal: '让居民议事有固定的地方', measures: '腾出一间会议室，配桌椅和公示栏，由居民自己管理', steps: ['腾出并布置会议室', '居民推选管理员并启用'] },
    result: '议事厅启用，居民已在此议事六次。', served: 85,
  },
];

export const REASONS = {
  unmet: '联盟单位目前没有合适的资源，已列入下次联席会议议题。',
  withdrawn: '居民已通过其他途径解决，不再需要。',
  sentBack: '请补充需要的人数和时间，便于联系单位。',
  aborted: '场地即将拆迁，项目无法继续实施。',
  released: '单位近期人员抽调，无法按期开展，申请由其他单位认领。',
  paused: '场地正在进行消防改造，改造完成后恢复。',
  relapse: '居民反映设施再次损坏，需要重新修复。',
  extended: '材料到货推迟，需要延长施工时间。',
} as const;
