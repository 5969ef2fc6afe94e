export { type BackupView, openBackup } from "./open-backup.ts";
export { openRestore, orderByReferences, type RestoreView } from "./open-restore.ts";
export type { StoredTable, TableDigest, TableSequence } from "./tables.ts";
