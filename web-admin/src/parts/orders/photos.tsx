import { useState } from 'react';
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import type { OrderPhotoFragment } from '../gql/graphql.ts';
import { ORDER, PURPOSES } from '../../texts/orders.ts';
import './orders.css';

/** Small pictures; one is enlarged on request, and the arrow keys lead to its neighbours. */
export function Photos({ photos }: { readonly photos: readonly OrderPhotoFragment[] }) {
  const [shown, setShown] = useState<number | null>(null);
  const names = photos.map(({ purpose }, index) => ORDER.photo(PURPOSES[purpose], index + 1));
  if (photos.length === 0) return null;
  const turn = (by: number) => setShown((at) => (at === null ? null : (at + by + photos.length) % photos.length));
  const large = shown === null ? undefined : photos[shown];
  return (
    <>
      <ul className="photos">
        {photos.map((photo, index) => (
          <li key={photo.id}>
            <button type="button" aria-label={ORDER.enlarge(names[index]!)} onClick={() => setShown(index)}>
              <img src={photo.thumbnailUrl} alt="" loading="lazy" />
              <span>{PURPOSES[photo.purpose]}</span>
            </button>
          </li>
        ))}
      </ul>
      <Modal
        open={large !== undefined}
        title={shown === null ? '' : names[shown]}
        footer={photos.length > 1 ? <Turning onTurn={turn} /> : null}
        onCancel={() => setShown(null)}
        width={900}
        destroyOnHidden
      >
        <div
          onKeyDown={({ key }) => {
            if (key === 'ArrowLeft') turn(-1);
            if (key === 'ArrowRight') turn(1);
          }}
        >
          {large && <img className="photo-large" src={large.url} alt={names[shown!]} />}
        </div>
      </Modal>
    </>
  );
}

function Turning({ onTurn }: { readonly onTurn: (by: number) => void }) {
  return (
    <>
      <Button icon={<LeftOutlined />} onClick={() => onTurn(-1)}>
        {ORDER.previous}
      </Button>
      <Button icon={<RightOutlined />} onClick={() => onTurn(1)} autoFocus>
        {ORDER.next}
      </Button>
    </>
  );
}
