export { createReadingDatabase, longestReplicaLagMs } from "./reading-database.ts";
export { createReplicaLag, type ReplicaLag } from "./replica-lag.ts";
