/** Typed documents for whoever checks types without building the pages. */
import { codegen } from './codegen.ts';

await codegen();
