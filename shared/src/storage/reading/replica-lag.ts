/** A place in the write-ahead log of the primary, as PostgreSQL counts it. */
export type LogPosition = bigint;

/** How far a replica is behind, in time: told by when the primary wrote what the replica does not have yet. */
export interface ReplicaLag {
  /** What the primary had written at this moment. */
  primaryWas(at: number, position: LogPosition): void;
  /** What the replica has, so long as it is asked after the primary. Milliseconds it is behind; 0: it has everything. */
  replicaHas(at: number, position: LogPosition): number;
}

/** Beyond these the replica is out of use anyway, and only the oldest says how far it is behind. */
const mostMarks = 120;

/** Compares clocks of this process alone: those of the servers may differ, and an idle primary is no lag. */
export function createReplicaLag(): ReplicaLag {
  let marks: { readonly at: number; readonly position: LogPosition }[] = [];
  return {
    primaryWas(at, position) {
      if (marks.length >= mostMarks) marks.splice(1, 1);
      marks.push({ at, position });
    },
    replicaHas(at, position) {
      marks = marks.filter((mark) => mark.position > position);
      const [oldest] = marks;
      return oldest === undefined ? 0 : at - oldest.at;
    },
  };
}
