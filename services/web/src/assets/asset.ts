/** A file of the site. Where the address holds its hash, it never changes under that address. */
export interface Asset {
  readonly path: string;
  readonly contentType: string;
  readonly content: string | Buffer;
  /** How long readers keep it. */
  readonly keeps: "forever" | "for an hour" | "until asked";
  /** Pages of other sites may load it, and frames that are shut off from this one. Ours alone unless said. */
  readonly isForEveryone?: boolean;
}
