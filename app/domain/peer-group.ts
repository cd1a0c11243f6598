/** 对标组: offices that are compared with each other, and why these. An office is in one group at most. */
export interface PeerGroup {
  /** From 1; the order of the groups, and their name in addresses. */
  position: number;
  name: string;
  nameEn: string;
  /** Why these offices, in one sentence. */
  basis: string;
  basisEn: string;
}
