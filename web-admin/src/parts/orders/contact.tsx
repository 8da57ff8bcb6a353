import { Button } from 'antd';
import { openAction } from '../../actions/requests.ts';
import { ORDER } from '../../texts/orders.ts';
import { Facts } from '../facts.tsx';
import type { OrderBodyFragment } from '../gql/graphql.ts';

/** How the resident can be reached: masked; in full only on purpose, and that leaves a record. */
export function Contact({ order }: { readonly order: OrderBodyFragment }) {
  const { contact, id, version, viewerActions } = order;
  if (!contact) return null;
  const reveal = viewerActions.find(({ action }) => action === 'revealContact');
  return (
    <>
      <Facts
        facts={[
          [ORDER.name, contact.name],
          [ORDER.phone, contact.phone],
          [ORDER.door, contact.address],
        ]}
      />
      {reveal && (
        <Button
          style={{ marginTop: 12 }}
          onClick={() => openAction({ mutation: reveal.mutation, subject: { id, version } })}
        >
          {ORDER.reveal}
        </Button>
      )}
    </>
  );
}
