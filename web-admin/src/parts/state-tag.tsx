import './parts.css';

/** Where in its process a case stands, in words. */
export function StateTag({ label }: { readonly label: string }) {
  return <span className="state-tag">{label}</span>;
}
