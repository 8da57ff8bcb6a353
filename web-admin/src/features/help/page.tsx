import { type MouseEvent, useEffect, useState } from 'react';
import { Button } from 'antd';
import { PrinterOutlined } from '@ant-design/icons';
import { Link, useNavigate, useParams } from 'react-router';
import { Reading } from '../../parts/reading.tsx';
import { Nothing } from '../../parts/standing.tsx';
import { PageFrame } from '../../shell/page.tsx';
import { useViewer } from '../../shell/viewer.tsx';
import { HELP, MANUAL_TITLES } from './help.texts.ts';
import { type Manual, manualFor, type ManualName, namesFrom, readManual } from './manuals.ts';
import './help.css';

/** The manuals: that of the viewer's own kind first. */
export function Page() {
  const { post } = useViewer();
  const own = manualFor(post?.role);
  const { manual: name = own } = useParams();
  const { manual, error, again } = useManual(name);
  const print = (
    <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
      {HELP.print}
    </Button>
  );
  return (
    <PageFrame title={manual?.title ?? HELP.title} actions={manual && print}>
      <div className="help">
        <div className="help-side">
          <Manuals own={own} shown={name} />
          {manual && <Contents manual={manual} />}
        </div>
        <div className="sheet help-main">
          <Reading query={{ data: manual, error, refetch: again }}>
            {(found) => (found ? <Text html={found.html} /> : <Nothing text={HELP.missing} />)}
          </Reading>
        </div>
      </div>
    </PageFrame>
  );
}

interface Read {
  readonly name: string;
  readonly manual?: Manual | null;
  readonly error?: unknown;
}

/** A manual, undefined while it is on its way. */
function useManual(name: string) {
  const [read, setRead] = useState<Read>({ name });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    readManual(name).then(
      (manual) => wanted && setRead({ name, manual }),
      (error: unknown) => wanted && setRead({ name, error: error ?? true }),
    );
    return () => void (wanted = false);
  }, [name, attempt]);
  const again = () => {
    setRead({ name });
    setAttempt(attempt + 1);
  };
  const now: Read = read.name === name ? read : { name };
  return { manual: now.manual, error: now.error, again };
}

function Manuals({ own, shown }: { readonly own: ManualName; readonly shown: string }) {
  return (
    <nav aria-label={HELP.manuals}>
      <h2>{HELP.manuals}</h2>
      <ul>
        {namesFrom(own).map((name) => (
          <li key={name}>
            <Link to={`/help/${name}`} aria-current={name === shown ? 'page' : undefined}>
              {MANUAL_TITLES[name]}
              {name === own && HELP.yours}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Contents({ manual }: { readonly manual: Manual }) {
  return (
    <nav aria-label={HELP.contents} className="help-contents">
      <h2>{HELP.contents}</h2>
      <ul>
        {manual.sections.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const BASE = '/console';

/** What the build made of a page of this repository: nothing that anybody typed in. */
function Text({ html }: { readonly html: string }) {
  const navigate = useNavigate();
  const follow = (event: MouseEvent) => {
    const address = (event.target as Element).closest('a')?.getAttribute('href');
    if (!address?.startsWith(`${BASE}/`) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void navigate(address.slice(BASE.length));
  };
  // eslint-disable-next-line no-restricted-syntax -- the text comes from this repository's own files
  return <article className="manual" onClick={follow} dangerouslySetInnerHTML={{ __html: html }} />;
}
