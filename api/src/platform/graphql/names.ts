/** `orderClaim` -> `OrderClaim`: the name of a type made for a mutation. */
export const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
