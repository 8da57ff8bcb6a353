import type { Predicate } from '../../kernel/predicate.ts';
import { enumOf } from '../../platform/graphql/enum.ts';
import { choice, flag, id, instant, int } from '../../platform/reads/fields/column.ts';
import { many } from '../../platform/reads/fields/many.ts';
import { workedOut } from '../../platform/reads/fields/worked-out.ts';
import type { ReadField } from '../../platform/reads/field.ts';
import { defineShape, type Shape } from '../../platform/reads/shape.ts';
import { filePurpose } from './file.purpose.ts';

/** Where a picture is fetched. */
const address = (about: string, ending: string): ReadField =>
  workedOut({
    ...{ type: () => String, about, from: ['id'] },
    of: ({ id: fileId }) => `/files/${fileId as string}${ending}`,
    sql: (place) => ['"/files/', { sql: `${place.column('id')}::text` }, `${ending}"`],
  });

export const File: Shape = defineShape('File', {
  about: '照片 — A photo of a case, drawn anew from its pixels: no place, no device, no time in it.',
  table: 'file',
  key: 'id',
  fields: {
    id: id('编号 — Id of the photo.'),
    url: address('照片地址 — Where the picture is fetched, relative to the house, with the same session.', ''),
    thumbnailUrl: address('缩略图地址 — The same, at most 480 pixels a side.', '/thumbnail'),
    purpose: choice(enumOf(filePurpose), '照片用途 — What the photo shows.'),
    publishConsent: flag('同意公开 — May it be shown beyond those who work on the case?'),
    width: int('宽度 — In pixels.'),
    height: int('高度 — In pixels.'),
    createdAt: instant('上传时间 — When it was uploaded.'),
  },
  also: ['uploaderId'],
});

export interface PhotosOptions {
  /** The case. */
  readonly of: () => Shape;
  /** Which of them the viewer may look at: a condition over the file. */
  readonly visible: Predicate;
  /** What the case lends to that condition. */
  readonly lends: Readonly<Record<string, Predicate>>;
}

/** The photos of a case, oldest first. */
export const photos = (about: string, { of, visible, lends }: PhotosOptions): ReadField =>
  many(() => File, about, {
    ...{ of, visible, lends },
    on: (me, it) => `${it}.subject_id = ${me}.id`,
    order: (it) => `${it}.created_at, ${it}.id`,
  });
