import { defineReasons } from '../../../kernel/refusal.ts';

/** Every reason agreements give for saying no. Clients switch on the code, never on the sentence. */
export const reasons = defineReasons({
  AGREEMENT_NOT_YOUR_ALLIANCE: '您只能为本社区（本镇街）牵头的红色联盟起草协议，请重新选择联盟。',
  AGREEMENT_UNIT_SUSPENDED: '“{name}”已停用，不能签订共驻共建协议。',
  AGREEMENT_EXISTS: '“{name}”与这个联盟已有一份未结束的协议，请在原协议上办理。',
  AGREEMENT_TERM: '协议期限应不少于{shortest}天、不超过{years}年，请重新填写终止日期。',
  AGREEMENT_TERM_PAST: '协议的终止日期不能早于今天，请重新填写。',
  AGREEMENT_OVER: '协议期限已于{endsOn}届满，不能再办理此项。请重新起草协议。',
  AGREEMENT_CLAUSE_FORM: '每一条的第一行应是条款名称（不超过60个字），从第二行起写条款内容，请修改第{n}条。',
  AGREEMENT_CLAUSE_TWICE: '条款名称“{title}”出现了两次，请修改其中一条的名称。',
  AGREEMENT_ITEM_FORM: '每一项的第一行应是承诺事项（不超过60个字），从第二行起写完成情况，请修改第{n}项。',
  AGREEMENT_NOTHING_CHANGED: '内容与上一版本完全相同。如无修改意见，请选择“同意文本”。',
  AGREEMENT_NO_CHANGE: '内容与现行文本完全相同，无须变更。',
  AGREEMENT_LIAISON_OUTSIDE: '联络人应在{side}任职，请重新选择。',
  AGREEMENT_SIGNED_BY_YOU: '您已代表另一方签署，同一人不能代表双方签署。',
  AGREEMENT_PAPER_PENDING: '已有一份{paper}文件等待对方答复，请等待结果后再提出。',
  AGREEMENT_NO_PAPER: '目前没有等待答复的{paper}文件。',
  AGREEMENT_RENEWAL_NOT_LATER: '续签后的终止日期应晚于原终止日期{endsOn}。',
  AGREEMENT_STATED: '本轮履约情况已由您这一方填报，请等待镇街评议。',
  AGREEMENT_STATEMENT_MISSING: '{side}尚未填报履约情况。如需先行评议，请在评议意见中说明情况。',
  AGREEMENT_WARNING_WORDS: '作出“履约警示”结论时，请填写评议意见（至少10个字）。',
  AGREEMENT_UNIT_OWES: '该单位在本联盟范围内还有{count}项未办结的事项，须先办结或移交：{first}。',
  AGREEMENT_NOTICE_OVER: '终止通知期已届满，不能再撤回。',
});
