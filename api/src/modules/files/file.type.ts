import { Field, ID, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../platform/graphql/enum.ts';
import { filePurpose, type FilePurpose } from './file.purpose.ts';

// Registered when this file is loaded: type-graphql looks enums up while it builds, not afterwards.
const FilePurposeEnum = enumOf(filePurpose);

@ObjectType('File', {
  description: '照片 — A photo of a case, drawn anew from its pixels: no place, no device, no time in it.',
})
export class FileType {
  @Field(() => ID, { description: '编号 — Id of the photo.' })
  id!: string;

  @Field(() => String, {
    description: '照片地址 — Where the picture is fetched, relative to the house, with the same session.',
  })
  url!: string;

  @Field(() => String, { description: '缩略图地址 — The same, at most 480 pixels a side.' })
  thumbnailUrl!: string;

  @Field(() => FilePurposeEnum, { description: '照片用途 — What the photo shows.' })
  purpose!: FilePurpose;

  @Field(() => Boolean, { description: '同意公开 — May it be shown beyond those who work on the case?' })
  publishConsent!: boolean;

  @Field(() => Int, { description: '宽度 — In pixels.' })
  width!: number;

  @Field(() => Int, { description: '高度 — In pixels.' })
  height!: number;

  @Field(() => Date, { description: '上传时间 — When it was uploaded.' })
  createdAt!: Date;
}
