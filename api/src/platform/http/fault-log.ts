import { causesOf, codeOf } from '../graphql/fault.ts';

/** What the log keeps of an error: enough to find the fault, nothing of what people wrote. */
export interface LoggedFault {
  readonly [more: string]: unknown;
  readonly type: string;
  readonly code: string | null;
  readonly message: string;
  readonly stack: string;
  /** Constraint and table that the database named. */
  readonly constraint?: string;
  readonly table?: string;
  readonly causes?: readonly string[];
}

const SQLSTATE = /^[0-9A-Z]{5}$/;
const MESSAGE_LENGTH = 300;

/**
 * Turns an error into what may be logged. The ORM's message holds the statement with its values and PostgreSQL quotes the
 * offending value, so of database errors only the words before the value are kept, and of the stack only the frames.
 */
// eslint-disable-next-line complexity -- what an error may lack, nothing is decided
export function faultForLog(error: unknown): LoggedFault {
  const causes = causesOf(error);
  const [outer = new Error(String(error))] = causes;
  const database = causes.findLast((cause) => SQLSTATE.test(codeOf(cause) ?? ''));
  const { constraint, table } = (database ?? {}) as { constraint?: string; table?: string };
  return {
    type: outer.constructor.name,
    code: codeOf(database ?? outer),
    message: (database ? database.message.replace(/: ".*$/su, '') : outer.message).slice(0, MESSAGE_LENGTH),
    stack: framesOf(causes.at(-1) ?? outer),
    ...(constraint !== undefined && { constraint }),
    ...(table !== undefined && { table }),
    ...(causes.length > 1 && {
      causes: causes.map((cause) => `${cause.constructor.name} ${codeOf(cause) ?? ''}`.trim()),
    }),
  };
}

function framesOf(error: Error): string {
  const lines = (error.stack ?? '').split('\n');
  return lines.filter((line) => /^\s+at /.test(line)).join('\n');
}
