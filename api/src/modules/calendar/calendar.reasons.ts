import { defineReasons } from '../../kernel/refusal.ts';

export const reasons = defineReasons({
  CALENDAR_OTHER_YEAR: '{date}不在{year}年内，请核对通知原文。',
  CALENDAR_BOTH_KINDS: '{date}既列为放假又列为上班，请核对通知原文。',
  CALENDAR_NOT_WEEKEND: '{date}是周一至周五，本来就上班，不应列为调休上班日。请核对通知原文。',
});
