import { renderProcess, type ActionLabels } from '../kernel/process-page.ts';
import type { Discovered } from '../platform/discovery.ts';
import type { Case } from '../platform/process/case.ts';
import type { Page } from './page.ts';

export const PROCESSES = 'docs/processes';

/** One page of every process, with what its verbs are called. */
export function processPages({ modules, verbs }: Discovered): readonly Page[] {
  const cases = modules.flatMap((module) => module.cases ?? []);
  const labelsOf = (of: Case): ActionLabels =>
    Object.fromEntries(
      verbs.flatMap((verb) =>
        verb.kind === 'CASE' && verb.case === of ? [[verb.action, { label: verb.label, about: verb.about }]] : [],
      ),
    );
  return cases.map((of) => ({
    path: `${PROCESSES}/${of.process.noun}.md`,
    text: renderProcess(of.process, labelsOf(of)),
  }));
}
