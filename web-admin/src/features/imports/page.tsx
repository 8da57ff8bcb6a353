import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { DownloadButton } from '../../parts/download-button.tsx';
import { Nothing } from '../../parts/standing.tsx';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import { Refused, sendFile } from '../../shell/rest.ts';
import { COMMON } from '../../texts/common.ts';
import { Drop } from './drop.tsx';
import { IMPORTS, type Kind, KINDS } from './imports.texts.ts';
import { Outcome, WrongCells } from './outcome.tsx';
import { Recent } from './recent.tsx';
import { useReport } from './use-report.ts';
import './imports.css';

/** Imports units or people from a table. */
export function Page() {
  const { kind } = useParams();
  if (kind !== 'units' && kind !== 'people') return <Nothing text={COMMON.notFound} />;
  return <ImportPage key={kind} kind={kind} />;
}

function ImportPage({ kind }: { readonly kind: Kind }) {
  const [search, setSearch] = useSearchParams();
  const id = search.get('id');
  const { report, refused, lost } = useReport(id);
  const open = (next: string | null) => setSearch(next === null ? {} : { id: next });
  const { title, about } = KINDS[kind];
  return (
    <PageFrame title={title} about={about}>
      {report ? (
        <>
          <Outcome report={report} lost={lost} onAnother={() => open(null)} />
          {report.failures.length > 0 && <WrongCells report={report} />}
        </>
      ) : (
        <Start kind={kind} note={refused?.message ?? null} onStarted={open} />
      )}
      <Recent kind={kind} current={id} />
    </PageFrame>
  );
}

interface StartProps {
  readonly kind: Kind;
  /** Why the import that was asked for is not shown. */
  readonly note: string | null;
  readonly onStarted: (id: string) => void;
}

function Start({ kind, note, onStarted }: StartProps) {
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const send = async (chosen: File) => {
    setFile(chosen);
    setFault(null);
    setBusy(true);
    try {
      const { id } = await sendFile<{ readonly id: string }>(`/imports/${kind}`, chosen);
      onStarted(id);
    } catch (error) {
      setFault(error instanceof Refused ? error.message : COMMON.unreachable);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Sheet title={IMPORTS.first}>
        <p className="import-about">{IMPORTS.firstAbout}</p>
        <DownloadButton path={`/imports/${kind}/template.xlsx`}>{IMPORTS.template}</DownloadButton>
      </Sheet>
      <Sheet title={IMPORTS.second}>
        <Drop file={file} busy={busy} fault={fault ?? note} onFile={(chosen) => void send(chosen)} />
      </Sheet>
    </>
  );
}
