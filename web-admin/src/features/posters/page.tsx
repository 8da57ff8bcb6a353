import { useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { PrinterOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select, Table } from 'antd';
import { Reading } from '../../parts/reading.tsx';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import { useViewer } from '../../shell/viewer.tsx';
import { PostersPlacesDocument, type PostersPlacesQuery, PostersStreetsDocument } from './gql/graphql.ts';
import { POSTERS } from './posters.texts.ts';

type Place = PostersPlacesQuery['divisions']['nodes'][number];

/** The street in which somebody serves; null for those of the whole district. */
function useOwnStreet(): string | null {
  const code = useViewer().post?.division?.code ?? '';
  return code.length >= 9 && !code.endsWith('000000') ? `${code.slice(0, 9)}000` : null;
}

/** Streets and towns of the district. */
function useStreets() {
  const { data } = useQuery(PostersStreetsDocument);
  return data ? [...data.streets.nodes, ...data.towns.nodes] : [];
}

/** Posters of communities and stations, found and printed; those of a whole street at once. */
export function Page() {
  const own = useOwnStreet();
  const [chosen, choose] = useState(own);
  const [search, setSearch] = useState('');
  const [station, setStation] = useState('');
  const nodes = useStreets();
  const street = chosen ?? nodes[0]?.code ?? null;
  const all = street && (
    <Button icon={<PrinterOutlined aria-hidden />} href={`/posters/streets/${street}`} target="_blank">
      {POSTERS.printAll}
    </Button>
  );
  return (
    <PageFrame title={POSTERS.title} about={POSTERS.about} actions={all}>
      <Sheet>
        <Form layout="vertical">
          <Form.Item label={POSTERS.street} htmlFor="posters-street">
            <Select
              id="posters-street"
              value={street}
              placeholder={POSTERS.choose}
              options={nodes.map(({ code, label }) => ({ value: code, label }))}
              onChange={choose}
            />
          </Form.Item>
          <Form.Item label={POSTERS.search} htmlFor="posters-search">
            <Input id="posters-search" allowClear value={search} onChange={({ target }) => setSearch(target.value)} />
          </Form.Item>
          <Form.Item label={POSTERS.station} htmlFor="posters-station" help={POSTERS.stationHelp}>
            <Input
              id="posters-station"
              maxLength={30}
              value={station}
              onChange={({ target }) => setStation(target.value)}
            />
          </Form.Item>
        </Form>
      </Sheet>
      {street && <Places street={street} search={search.trim()} station={station.trim()} />}
    </PageFrame>
  );
}

interface PlacesProps {
  readonly street: string;
  readonly search: string;
  readonly station: string;
}

function Places({ street, search, station }: PlacesProps) {
  const query = useQuery(PostersPlacesDocument, { variables: { street, search: search || null } });
  const at = station && `?at=${encodeURIComponent(station)}`;
  const columns = [
    { title: POSTERS.place, dataIndex: 'label' },
    {
      title: POSTERS.actions,
      width: 160,
      render: (_: unknown, { code, label }: Place) => (
        <a
          href={`/posters/communities/${code}${at}`}
          target="_blank"
          rel="noreferrer"
          aria-label={POSTERS.printOf(label)}
        >
          {POSTERS.print}
        </a>
      ),
    },
  ];
  return (
    <Sheet>
      <Reading query={query}>
        {({ divisions }) => (
          <Table<Place>
            {...{ columns, dataSource: divisions.nodes, rowKey: 'code', pagination: false, size: 'middle' }}
            locale={{ emptyText: POSTERS.none }}
          />
        )}
      </Reading>
    </Sheet>
  );
}
