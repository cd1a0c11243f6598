export type { HostileFile } from './seeded.ts';

import { hostileNames } from './names.ts';
import { hostilePdfs } from './pdf-files.ts';
import { type HostileFile, seeded } from './seeded.ts';
import { hostileTexts } from './text-files.ts';
import { hostileDocuments } from './word-files.ts';

/** More than 600 files that nobody should send, the same in every run. */
export function hostileFiles(): HostileFile[] {
  return [
    ...hostileTexts(seeded(11)),
    ...hostileDocuments(seeded(13)),
    ...hostilePdfs(seeded(17)),
    ...hostileNames(),
  ];
}
