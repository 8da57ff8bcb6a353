import { defineReasons } from '../../kernel/refusal.ts';

export const sheetReasons = defineReasons({
  SHEET_UNKNOWN: '没有这种表格，请从页面上重新选择。',
  SHEET_FOREIGN_ORIGIN: '不能从其他网站上传表格，请回到本平台的页面操作。',
  SHEET_FORM: '上传的表单格式不正确，请刷新页面后重新上传。',
  SHEET_REQUIRED: '请选择一个表格文件后再上传。',
  SHEET_TOO_LARGE: '文件太大，最大{max}MB，请分成几个文件上传。',
  SHEET_NOT_TABLE: '只能上传 Excel（.xlsx、.xls）或 CSV 文件，请用模板填写后上传。',
  SHEET_DAMAGED: '文件已损坏、加了密码或无法读取，请用 Excel 或 WPS 另存为 .xlsx 后重新上传。',
  SHEET_TOO_MANY: '一次最多导入{max}行，请分成几个文件上传。',
  SHEET_EMPTY: '文件里没有可导入的内容，请在标题行下面填写后上传。',
  SHEET_NO_HEADER: '没有找到标题行。请使用模板，标题行应包含：{columns}。',
  SHEET_COLUMNS: '缺少这些列：{columns}。请使用模板，不要改动标题。',
  SHEET_COLUMN_TWICE: '“{column}”这一列出现了两次，请删除多余的一列。',
  SHEET_BUSY: '您有表格正在处理，或现在处理表格的人较多，请稍等片刻再试。',
  IMPORT_UNKNOWN: '没有找到这次导入，它可能已超过一天被清除，或不是您上传的。',
  EXPORT_TOO_MANY: '共有{count}条，一次最多导出{max}条，请缩小筛选范围后再导出。',
});

/** What is wrong with a cell before anything is tried. */
export const cellReasons = defineReasons({
  CELL_REQUIRED: '请填写“{label}”。',
  CELL_TOO_LONG: '“{label}”太长，请缩短。',
  CELL_CHOICE: '“{label}”只能填写：{choices}。',
  CELL_DIVISION: '没有找到行政区划“{text}”，请填写名称或代码，如“某某街道/某某社区”。',
  CELL_DIVISION_TWICE: '有{count}个地方叫“{text}”，请连同镇街一起填写，如“{example}”。',
  CELL_CATEGORY: '没有找到服务类别“{text}”，请从“可选项”表中选择。',
  CELL_UNIT: '没有找到单位“{text}”，请填写登记的全称。',
  CELL_DATE: '“{label}”应为日期，如2026-11-02。',
  CELL_FAULT: '“{label}”里是公式错误，请改为文字。',
  ROW_FAULT: '系统没能导入这一行，请稍后重新上传；已导入的行不会重复。',
  ROW_PROHIBITED: '您已不能办理这项导入，其余各行没有导入。',
});

export const STATUS: Readonly<Record<string, number>> = {
  ...{ NOT_SIGNED_IN: 401, NOT_ALLOWED: 403, SHEET_FOREIGN_ORIGIN: 403 },
  ...{ SHEET_UNKNOWN: 404, IMPORT_UNKNOWN: 404, SHEET_TOO_LARGE: 413, SHEET_TOO_MANY: 413, SHEET_BUSY: 429 },
};
