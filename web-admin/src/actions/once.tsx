import { Alert } from 'antd';
import { Facts, type Fact } from '../parts/facts.tsx';
import { ACTIONS } from './actions.texts.ts';
import { ONCE_LABELS } from './once.texts.ts';

/** A telephone number can be called. */
const spoken = (name: string, value: string) =>
  /phone$/i.test(name) && /^\d[\d-]+$/.test(value) ? <a href={`tel:${value}`}>{value}</a> : value;

/** What only the caller is told, and only now: a telephone number, say. */
export function Once({ shown }: { readonly shown: unknown }) {
  const parts = typeof shown === 'object' && shown !== null ? Object.entries(shown) : [['', shown] as const];
  const facts = parts
    .filter(([name, value]) => name !== '__typename' && ['string', 'number'].includes(typeof value))
    .map(([name, value]): Fact => [ONCE_LABELS[name] ?? '', spoken(name, String(value))]);
  return (
    <>
      <Alert type="warning" title={ACTIONS.once} style={{ marginBottom: 16 }} />
      <Facts facts={facts} />
    </>
  );
}
