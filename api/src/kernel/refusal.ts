/** What stands now, told to whoever was refused because of it. */
export interface Standing {
  readonly state: string;
  readonly stateLabel: string;
  readonly version: number;
  /** The unit that holds the case, by name. */
  readonly holder?: string | null;
}

export interface RefusalDetail {
  /** Where in the input the fault lies, e.g. `['input', 'reason']`. */
  readonly path?: readonly string[];
  /** Fills the `{placeholders}` of the sentence. */
  readonly values?: Readonly<Record<string, string | number>>;
  readonly standing?: Standing;
}

/**
 * A "no" that was foreseen. Thrown inside a verb so that the transaction rolls back whole;
 * it reaches the caller as data (`userErrors`), never as a fault.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly path: readonly string[];
  readonly standing: Standing | undefined;

  constructor(
    readonly code: string,
    sentence: string,
    detail: RefusalDetail = {},
  ) {
    super(sentence.replaceAll(/\{(\w+)\}/g, (whole, key: string) => String(detail.values?.[key] ?? whole)));
    this.path = detail.path ?? [];
    this.standing = detail.standing;
  }
}

/** Every reason a module may give for saying no: stable code -> Chinese sentence with `{placeholders}`. */
export interface Reasons<Code extends string = string> {
  readonly sentences: Readonly<Record<Code, string>>;
  refuse(code: Code, detail?: RefusalDetail): never;
  refusal(code: Code, detail?: RefusalDetail): Refusal;
}

export function defineReasons<const T extends Record<string, string>>(sentences: T): Reasons<keyof T & string> {
  const refusal = (code: keyof T & string, detail?: RefusalDetail) => new Refusal(code, sentences[code]!, detail);
  return {
    sentences,
    refusal,
    refuse(code, detail) {
      throw refusal(code, detail);
    },
  };
}

/** Reasons that every verb shares. */
export const common = defineReasons({
  NOT_SIGNED_IN: '请先登录再操作。',
  NOT_FOUND: '没有找到您要办理的事项，它可能不存在，或不在您的职责范围内。',
  NOT_ALLOWED: '以您当前的身份不能办理“{action}”。如您还有其他身份，请切换后再试。',
  WRONG_STATE: '当前状态为“{state}”，不能办理“{action}”。请刷新后查看最新情况。',
  STALE_VERSION: '在您操作之前，内容已被他人更新。请刷新后重新确认。',
  INPUT_REQUIRED: '请填写“{label}”。',
  INPUT_TOO_SHORT: '“{label}”至少需要{min}个字，目前{length}个字。',
  INPUT_TOO_LONG: '“{label}”最多{max}个字，目前{length}个字。',
  INPUT_INVISIBLE: '“{label}”里有看不见的或改变书写方向的字符，请删除后重新填写。',
  INPUT_NOT_TEXT: '“{label}”里有无法保存的字符，请删除后重新填写。',
  INPUT_NOT_NAME: '“{label}”应为1至50个字的姓名，间隔号请用“·”。',
  INPUT_NOT_PHONE: '“{label}”应为11位手机号码或带区号的固定电话。',
  INPUT_NOT_ID: '“{label}”不是有效的编号，请从列表中重新选择。',
  INPUT_NOT_IN_RANGE: '“{label}”应在{min}到{max}之间。',
  INPUT_NOT_TIME: '“{label}”不是有效的时间，请重新选择。',
  INPUT_TIME_PAST: '“{label}”不能早于现在。',
  INPUT_TOO_MANY: '“{label}”最多{max}项，目前{count}项。',
  INPUT_TOO_FEW: '“{label}”至少需要{min}项。',
  INPUT_TWICE: '“{label}”里有重复的项。',
  IDEMPOTENCY_KEY_REQUIRED: '缺少防重复提交的编号，请刷新页面后重试。',
  IDEMPOTENCY_KEY_REUSED: '这个防重复提交的编号已用于另一次内容不同的提交，请刷新页面后重试。',
});
