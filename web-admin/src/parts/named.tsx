import { Link } from 'react-router';
import { linkOf } from '../shell/features.ts';

interface NamedProps {
  readonly noun: string;
  readonly id: string;
  readonly name: string;
}

/** Something by its name, and the way to its page where it has one. */
export function Named({ noun, id, name }: NamedProps) {
  const to = linkOf(noun, id);
  return to ? <Link to={to}>{name}</Link> : <>{name}</>;
}
