export const PHOTOS = {
  add: '拍照或选照片',
  sending: '照片上传中',
  nth: (n: number) => `照片${String(n)}`,
  remove: (n: number) => `删除照片${String(n)}`,
  understood: '知道了',
} as const;
