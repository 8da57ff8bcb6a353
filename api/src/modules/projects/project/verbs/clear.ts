import { flag, helped, line, optional } from '../../../../kernel/field.ts';
import { answered } from '../../need/need.projects.ts';
import { projectVerb } from '../project.case.ts';
import { closeProject } from '../project.closing.ts';

/** 销号, through the guard that every process shares. */
export const clear = projectVerb('clear', {
  label: '销号',
  about: 'Closes the project off under its serial number; its needs are fulfilled.',
  input: {
    publicNotice: flag('向群众公示', 'The result is shown to the residents.'),
    notPublicReason: helped(
      '不公示时填写，至少10个字',
      optional(line('不公示理由', 'Why it is not shown, ten characters at least.', { max: 200 })),
    ),
  },
  async effect({ row, input, viewer, transaction }) {
    const { publicNotice, notPublicReason } = input;
    const notice = publicNotice ? ({ given: true } as const) : ({ given: false, reason: notPublicReason } as const);
    await closeProject(row, notice, viewer, transaction);
    const also = await answered(row.id, 'settle', transaction);
    return { data: { serial: row.serial, publicNotice, notPublicReason }, also };
  },
});
