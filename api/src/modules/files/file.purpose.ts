import { defineChoice, type KeyOf } from '../../kernel/choice.ts';

export const filePurpose = defineChoice('FilePurpose', '照片用途 — What a photo shows.', {
  BEFORE: ['办理前', 'How it was before anything was done.'],
  AFTER: ['办理后', 'How it is now that the work is done.'],
  CHECK: ['核查', 'What the checker found on the spot.'],
  EVIDENCE: ['佐证', 'Anything else that bears out what is said.'],
});

export type FilePurpose = KeyOf<typeof filePurpose>;
