import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { Alert, Button, Input, Modal } from 'antd';
import { Facts } from '../../../parts/facts.tsx';
import { sentenceOf } from '../../../shell/apollo.ts';
import { COMMON } from '../../../texts/common.ts';
import { type OrderBodyFragment, OrdersRevealDocument, type OrdersRevealMutation } from '../gql/graphql.ts';
import { ORDERS } from '../orders.texts.ts';

type Full = Omit<NonNullable<OrdersRevealMutation['orderRevealContact']['contact']>, '__typename'>;

const contactFacts = ({ name, phone, address }: Full, dial: boolean) => (
  <Facts
    facts={[
      [ORDERS.name, name],
      [ORDERS.phone, dial && phone ? <a href={`tel:${phone}`}>{phone}</a> : phone],
      [ORDERS.door, address],
    ]}
  />
);

/** How the resident can be reached: masked, and in full only on purpose. */
export function Contact({ order }: { readonly order: OrderBodyFragment }) {
  const [open, setOpen] = useState(false);
  if (!order.contact) return null;
  const may = order.viewerActions.some(({ action }) => action === 'revealContact');
  return (
    <>
      {contactFacts(order.contact, false)}
      {may && (
        <Button style={{ marginTop: 12 }} onClick={() => setOpen(true)}>
          {ORDERS.reveal}
        </Button>
      )}
      <Modal open={open} title={ORDERS.reveal} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <Reveal orderId={order.id} onClose={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function useReveal(orderId: string) {
  const [reveal, { loading }] = useMutation(OrdersRevealDocument, { fetchPolicy: 'no-cache' });
  const [full, setFull] = useState<Full | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const ask = async (purpose: string) => {
    if ([...purpose.trim()].length < 2) return setFault(ORDERS.purposeShort);
    try {
      const { data } = await reveal({ variables: { input: { orderId, purpose: purpose.trim() } } });
      const told = data?.orderRevealContact;
      setFault(told?.userErrors[0]?.message ?? null);
      setFull(told?.contact ?? null);
    } catch (error) {
      setFault(sentenceOf(error));
    }
  };
  return { ask, full, fault, loading };
}

/** Asks what for; then shows it until the window is closed, and keeps nothing. */
function Reveal({ orderId, onClose }: { readonly orderId: string; readonly onClose: () => void }) {
  const [purpose, setPurpose] = useState('');
  const { ask, full, fault, loading } = useReveal(orderId);
  if (full)
    return (
      <div role="status">
        <p className="soft">{ORDERS.revealed}</p>
        {contactFacts(full, true)}
        <Button style={{ marginTop: 12 }} onClick={onClose} autoFocus>
          {COMMON.close}
        </Button>
      </div>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void ask(purpose);
      }}
    >
      <p className="soft">{ORDERS.revealAbout}</p>
      <label htmlFor="reveal-purpose">{ORDERS.purpose}</label>
      <Input
        id="reveal-purpose"
        autoFocus
        maxLength={100}
        value={purpose}
        aria-describedby="reveal-help"
        aria-invalid={fault !== null}
        onChange={({ target }) => setPurpose(target.value)}
      />
      <p id="reveal-help" className="soft">
        {ORDERS.purposeHelp}
      </p>
      {fault && <Alert type="error" showIcon title={fault} role="alert" />}
      <Button type="primary" htmlType="submit" loading={loading} style={{ marginTop: 12 }}>
        {ORDERS.reveal}
      </Button>
    </form>
  );
}
