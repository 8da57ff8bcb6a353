import { useEffect, useRef } from 'react';
import { Alert, Button, Progress } from 'antd';
import { DownloadButton } from '../../parts/download-button.tsx';
import { Sheet } from '../../shell/page.tsx';
import { IMPORTS } from './imports.texts.ts';
import type { Report } from './report.ts';

interface OutcomeProps {
  readonly report: Report;
  readonly lost: boolean;
  readonly onAnother: () => void;
}

/** How far an import is, and what became of it. */
export function Outcome({ report, lost, onAnother }: OutcomeProps) {
  const { failed, finished, fileName } = report;
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => heading.current?.focus(), [finished]);
  return (
    <Sheet title={fileName}>
      <div ref={heading} tabIndex={-1} className="import-outcome" role="status">
        {finished ? <Ended report={report} /> : <Running {...{ report, lost }} />}
      </div>
      {finished && (
        <div className="import-buttons">
          {failed > 0 && (
            <DownloadButton primary path={`/imports/${report.id}/errors.xlsx`}>
              {IMPORTS.errors}
            </DownloadButton>
          )}
          <Button onClick={onAnother}>{IMPORTS.another}</Button>
        </div>
      )}
    </Sheet>
  );
}

function Running({ report: { rows, done, failed, repeated }, lost }: Pick<OutcomeProps, 'report' | 'lost'>) {
  const percent = rows === 0 ? 0 : Math.floor(((done + failed) / rows) * 100);
  const far = IMPORTS.progress(done + failed, rows);
  return (
    <>
      <strong>{IMPORTS.running}</strong>
      <Progress percent={percent} status="active" aria-label={IMPORTS.running} aria-valuetext={far} />
      <p>{withRepeated(far, repeated)}</p>
      <p className="soft">{lost ? IMPORTS.lost : IMPORTS.runningAbout}</p>
    </>
  );
}

const withRepeated = (said: string, repeated: number) =>
  repeated > 0 ? `${said}；${IMPORTS.repeated(repeated)}` : said;

function Ended({ report }: { readonly report: Report }) {
  return (
    <>
      <Verdict report={report} />
      <p>{withRepeated(IMPORTS.tally(report.done, report.failed), report.repeated)}</p>
    </>
  );
}

function Verdict({ report: { trouble, failed, done } }: { readonly report: Report }) {
  if (trouble === 'INTERRUPTED')
    return <Alert type="warning" showIcon title={IMPORTS.interrupted} description={IMPORTS.interruptedAbout} />;
  if (trouble === 'PROHIBITED')
    return <Alert type="error" showIcon title={IMPORTS.prohibited} description={IMPORTS.prohibitedAbout} />;
  if (failed === 0) return <Alert type="success" showIcon title={IMPORTS.finished} />;
  const title = done === 0 ? IMPORTS.noneDone : IMPORTS.someFailed(failed);
  return <Alert type="warning" showIcon title={title} description={IMPORTS.mend} />;
}

/** Every cell that is to be mended, with what stands there. */
export function WrongCells({ report: { failures, failed } }: { readonly report: Report }) {
  return (
    <Sheet title={IMPORTS.wrongCells}>
      {failures.length < failed && <p className="soft">{IMPORTS.shown(failures.length, failed)}</p>}
      <div className="import-scroll" role="region" aria-label={IMPORTS.wrongCells} tabIndex={0}>
        <table className="import-table">
          <thead>
            <tr>
              <th scope="col">{IMPORTS.line}</th>
              <th scope="col" className="import-name">
                {IMPORTS.name}
              </th>
              <th scope="col">{IMPORTS.column}</th>
              <th scope="col">{IMPORTS.text}</th>
              <th scope="col">{IMPORTS.message}</th>
            </tr>
          </thead>
          <tbody>
            {failures.flatMap(({ line, name, faults }) =>
              faults.map(({ column, text, message }, index) => (
                <tr key={`${String(line)}-${String(index)}`}>
                  {index === 0 && (
                    <>
                      <th scope="rowgroup" rowSpan={faults.length}>
                        {line}
                      </th>
                      <td rowSpan={faults.length} className="import-name">
                        {name}
                      </td>
                    </>
                  )}
                  <td className="import-column">{column ?? IMPORTS.wholeRow}</td>
                  <td className="import-wrong">{column === null ? '' : text || IMPORTS.blank}</td>
                  <td>{message}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
    </Sheet>
  );
}
