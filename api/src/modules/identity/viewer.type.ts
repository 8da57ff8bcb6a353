import { ObjectType } from 'type-graphql';

/** Who somebody is while signed in; what is shown of it is loaded. */
export interface ViewerView {
  readonly sessionId: string;
  readonly personId: string;
  /** The post as which they act. */
  readonly postId: string | null;
}

@ObjectType('Viewer', { description: '当前用户 — Who is signed in, and as what they act.' })
export class ViewerType implements ViewerView {
  sessionId!: string;
  personId!: string;
  postId!: string | null;
}
