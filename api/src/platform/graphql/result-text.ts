import type { ExecutionResult, FormattedExecutionResult } from 'graphql';
import { DataText } from '../reads/plan/executor.ts';

/** The text of an answer. Data that came as text goes out as it came. */
export function stringifyResult(result: FormattedExecutionResult | ExecutionResult): string {
  const { data } = result as { data?: unknown };
  return data instanceof DataText && !result.errors ? `{"data":${data.text}}` : JSON.stringify(result);
}
