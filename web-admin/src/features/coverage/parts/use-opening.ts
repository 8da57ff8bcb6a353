import { useState } from 'react';

/** Which streets show their communities. */
export interface Opening {
  readonly all: boolean;
  readonly isOpen: (street: string) => boolean;
  readonly turn: (street: string) => void;
  readonly turnAll: () => void;
}

/** More than this many communities are read street by street. */
const MANY = 40;

/** A small district is shown whole; of a large one the streets come first. */
export function useOpening(communities: number): Opening {
  const [wanted, setWanted] = useState<boolean | null>(null);
  const [turned, setTurned] = useState<readonly string[]>([]);
  const all = wanted ?? communities <= MANY;
  return {
    all,
    isOpen: (street) => all !== turned.includes(street),
    turn: (street) =>
      setTurned((was) => (was.includes(street) ? was.filter((one) => one !== street) : [...was, street])),
    turnAll: () => {
      setWanted(!all);
      setTurned([]);
    },
  };
}
