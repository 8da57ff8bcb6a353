import type { ResourceKind } from '../../api/src/modules/alliance/index.ts';
import type { Opening } from '../../api/src/modules/alliance/offer/offer.hours.ts';
import type { UnitKind } from '../../api/src/modules/units/index.ts';

const open = (days: readonly number[], ...spans: readonly (readonly [number, number])[]): readonly Opening[] =>
  days.flatMap((weekday) => spans.map(([opens, closes]) => ({ weekday, opens: opens * 60, closes: closes * 60 })));

const WORKDAYS = [1, 2, 3, 4, 5];
const OFFICE = open(WORKDAYS, [9, 12], [14, 17.5]);
const EVENING = open(WORKDAYS, [18, 21]);
const WEEKEND = open([6, 7], [8.5, 17.5]);
const DAILY = open([...WORKDAYS, 6, 7], [8, 20]);

/** Something that a kind of unit offers. */
export interface OfferTemplate {
  readonly kind: ResourceKind;
  readonly title: string;
  readonly about: string;
  readonly amount: number;
  readonly measure: string;
  readonly category: string | null;
  readonly conditions: string | null;
  readonly hours: readonly Opening[];
}

const of = (
  kind: ResourceKind,
  [title, about, conditions]: readonly [string, string, string?],
  [amount, measure]: readonly [number, string],
  [category, hours]: readonly [string | null, readonly Opening[]],
): OfferTemplate => ({ kind, title, about, conditions: conditions ?? null, amount, measure, category, hours });

const HALL = '使用后请恢复桌椅、关闭水电。';

// prettier-ignore
export const OFFERS: Readonly<Record<UnitKind, readonly OfferTemplate[]>> = {
  GOVERNMENT_ORGAN: [
    of('PEOPLE', ['党员志愿服务队', '可参与环境整治、秩序维护等集中服务。'], [20, '人'], [null, WEEKEND]),
    of('VENUE', ['多功能会议室', '可容纳六十人，有投影和音响。', HALL], [1, '间'], [null, OFFICE]),
  ],
  DEPARTMENT: [of('SKILL', ['业务骨干进社区', '到社区讲解政策、现场答疑。'], [2, '人'], ['POLICY_ADVICE', OFFICE])],
  PUBLIC_INSTITUTION: [
    of('VENUE', ['文化活动室', '适合排练、书画和小型展览。', HALL], [1, '间'], ['CULTURE_SPORT', DAILY]),
    of('SKILL', ['文艺辅导老师', '辅导合唱、舞蹈和书法。'], [3, '人'], ['CULTURE_SPORT', EVENING]),
  ],
  ENTERPRISE: [
    of('PEOPLE', ['应急抢修队', '停水停暖时可协助抢修。'], [8, '人'], ['EMERGENCY_AID', DAILY]),
    of('GOODS', ['防汛应急物资', '沙袋、雨衣、手电等，用后归还。'], [200, '件'], ['EMERGENCY_AID', DAILY]),
  ],
  NEW_ORGANISATION: [
    of('SERVICE', ['上门便民服务', '为行动不便的居民送货、维修。'], [4, '单'], ['ERRAND', DAILY]),
    of('FUNDS_IN_KIND', ['公益活动物资', '为社区活动提供饮用水和小礼品。'], [100, '份'], [null, OFFICE]),
  ],
  PROPERTY_COMPANY: [
    of('GOODS', ['公共工具箱', '冲击钻、梯子、疏通机等，凭登记借用。', '按时归还，损坏照价赔偿。'], [12, '套'], ['HOUSE_REPAIR', OFFICE]),
    of('VENUE', ['小区议事厅', '可容纳三十人，适合议事和学习。', HALL], [1, '间'], [null, EVENING]),
  ],
  OWNERS_COMMITTEE: [of('PEOPLE', ['楼栋联络员', '协助通知居民、组织议事。'], [10, '人'], ['MEDIATION', EVENING])],
  POLICE_STATION: [of('SKILL', ['防诈骗宣讲', '民警到社区讲案例、作提醒。'], [2, '人'], ['PUBLIC_ORDER', OFFICE])],
  SCHOOL: [
    of('VENUE', ['学校操场', '周末向居民团体开放。', '请勿带宠物入场。'], [1, '处'], ['CULTURE_SPORT', WEEKEND]),
    of('SKILL', ['家庭教育讲座老师', '讲解亲子沟通和学习习惯。'], [2, '人'], ['AFTER_SCHOOL', WEEKEND]),
  ],
  HOSPITAL: [
    of('SERVICE', ['社区义诊', '量血压、测血糖、健康咨询。'], [2, '场'], ['HEALTH_CLINIC', OFFICE]),
    of('SKILL', ['急救培训老师', '讲授心肺复苏和外伤包扎。'], [2, '人'], ['HEALTH_CLINIC', WEEKEND]),
  ],
  SOCIAL_ORGANISATION: [
    of('PEOPLE', ['志愿服务队', '陪伴聊天、代购代办、清洁整理。'], [15, '人'], ['CARE_SUPPORT', DAILY]),
    of('SERVICE', ['心理疏导', '由社工一对一倾听和疏导。', '请提前说明需要的时间。'], [2, '次'], ['MIND_CARE', OFFICE]),
  ],
};

export const PURPOSES: Readonly<Record<ResourceKind, readonly string[]>> = {
  VENUE: ['居民议事会', '党员集中学习', '文艺队排练', '消防知识讲座', '院落协商会'],
  SKILL: ['居民夜校授课', '主题党日讲座', '社区开放日现场咨询'],
  PEOPLE: ['院落环境整治', '便民集市秩序维护', '雨雪天气清扫'],
  GOODS: ['公共楼道小修', '汛期值守备用', '社区活动借用'],
  FUNDS_IN_KIND: ['邻里节活动', '志愿者慰问', '垃圾分类积分兑换'],
  SERVICE: ['便民服务日', '网格服务进楼栋', '社区开放日'],
};
