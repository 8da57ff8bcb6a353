import { common } from '../../../kernel/refusal.ts';
import { ROLES_BY_APPOINTMENT, type Role } from '../../../kernel/viewer.ts';
import { RoleChoice } from '../../identity/index.ts';
import { day, named, oneOf, signs, words } from './column.ts';
import type { ImportKind } from './kind.ts';
import type { Lists } from './lists.ts';

const GRANTED: readonly Role[] = RoleChoice.keys.filter(
  (role) => role !== 'RESIDENT' && !ROLES_BY_APPOINTMENT.includes(role),
);
const POST = ['divisionCode', 'unitId', 'startsAt', 'endsAt'];
const placesOf = ({ divisions }: Lists) => divisions.map(({ shown }) => shown);

/** Officials with their accounts, and a post for each. */
export const peopleImport: ImportKind = {
  name: 'people',
  title: '人员',
  verbs: ['accountCreate', 'postGrant'],
  notes: [
    '每行创建一个账号，并授予一个身份；同一人的其他身份请在“账号管理”中另行授予。',
    '不填角色的行只创建账号。交叉任职产生的身份（兼职委员、党建指导员）不能在这里授予。',
    '初始密码请逐人设置，本人首次登录后应立即修改；导入后请删除这个文件。',
  ],
  columns: [
    words('name', '姓名', { required: true, width: 14, help: '1至50个字', example: '示例甲' }),
    signs('username', '用户名', {
      required: true,
      width: 18,
      help: '3至32个字符，小写字母开头，登录时用',
      example: 'shili01',
    }),
    words('password', '初始密码', {
      required: true,
      secret: true,
      width: 22,
      help: '至少10个字符，不含姓名、用户名和手机号',
      example: '不相干的几个词连成一句',
    }),
    signs('phone', '手机号码', { width: 16, help: '11位手机号码', example: '13900000000' }),
    oneOf('role', '角色', {
      width: 18,
      of: RoleChoice,
      keys: GRANTED,
      help: '从下拉列表中选择',
      example: '镇街审单员',
    }),
    named('divisionCode', '任职区划', {
      ...{ width: 34, of: 'division', choices: placesOf },
      ...{ help: '区、镇街、社区、网格的角色填写，与角色的级别一致', example: '中山东路街道' },
    }),
    named('unitId', '任职单位', {
      ...{
        width: 32,
        of: 'unit',
        choices: ({ units }) => units,
        help: '单位的角色填写登记的全称',
        example: '演示物业有限公司',
      },
    }),
    day('startsAt', '任期开始', { width: 14, edge: 'START', help: '日期；不填则从导入时起', example: '2026-11-02' }),
    day('endsAt', '任期结束', { width: 14, edge: 'END', help: '任期最后一天；不填则不限', example: '2029-11-01' }),
  ],
  check: (values) =>
    values['role'] === null && POST.some((key) => values[key] !== null)
      ? [common.refusal('INPUT_REQUIRED', { path: ['input', 'role'], values: { label: '角色' } })]
      : [],
  parts: ({ name, username, password, phone, ...post }, [create, grant]) => [
    { verb: create!, input: () => ({ name, username, password, phone }) },
    ...(post['role'] === null
      ? []
      : [{ verb: grant!, input: ([personId]: readonly string[]) => ({ ...post, personId }) }]),
  ],
};
