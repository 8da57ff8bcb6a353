import { defineReasons } from '../../kernel/refusal.ts';

export const fileReasons = defineReasons({
  FILE_NOT_FOUND: '没有找到这张照片，它可能不存在，或不在您的查看范围内。',
  FILE_REQUIRED: '请选择一张照片后再上传。',
  FILE_ONE_ONLY: '一次只能上传一张照片，请逐张上传。',
  FILE_FORM: '上传的表单格式不正确，请刷新页面后重新上传。',
  FILE_TOO_LARGE: '照片太大，最大{max}MB，请缩小后重新上传。',
  FILE_TOO_MANY_PIXELS: '照片尺寸太大，最多{max}万像素，请缩小后重新上传。',
  FILE_NOT_PHOTO: '只能上传 JPEG、PNG 或 WebP 格式的照片；其他格式（如 HEIC、GIF、SVG）请先转换再上传。',
  FILE_DAMAGED: '照片已损坏或没有传完整，请重新选择后上传。',
  FILE_DAILY_LIMIT: '您今天上传的照片已接近{max}MB的上限，请明天再传，或缩小照片后重试。',
  FILE_BUSY: '现在上传照片的人较多，请稍等几秒再试。',
  FILE_FOREIGN_ORIGIN: '不能从其他网站上传照片，请回到本平台的页面操作。',
  FILE_NOT_YOURS: '有照片不是您上传的，或已过期被清除，请重新上传。',
  FILE_ALREADY_USED: '有照片已用于别的事项，请重新上传。',
  FILE_TOO_MANY: '同一用途的照片最多{max}张，请减少后重新提交。',
});

/** HTTP status of each refusal of an upload or a download; what is not named is 400. */
export const REFUSAL_STATUS: Readonly<Record<string, number>> = {
  NOT_SIGNED_IN: 401,
  FILE_FOREIGN_ORIGIN: 403,
  FILE_NOT_FOUND: 404,
  FILE_TOO_LARGE: 413,
  FILE_NOT_PHOTO: 415,
  FILE_TOO_MANY_PIXELS: 422,
  FILE_DAMAGED: 422,
  FILE_DAILY_LIMIT: 429,
  FILE_BUSY: 503,
};
