import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from "idb";

export interface KeptVisit {
  readonly id: number;
  /** To show in the list. */
  readonly name: string;
  /** As typed, without the key. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** What the site said of it, once it was sent and has to be looked at again; with the notes of its fields. */
  readonly said?: string;
  readonly wrongs?: Readonly<Record<string, string>>;
}

/** Without an id it is a new one. */
export type VisitToKeep = Omit<KeptVisit, "id"> & { readonly id?: number };

interface Schema extends DBSchema {
  visits: { key: number; value: VisitToKeep };
}

const database = "visits";

/** Entries on this device. There is no database before the first, and none after the last. */
export function openVisits() {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const open = () => {
    opened ??= openDB<Schema>(database, 1, {
      upgrade: (db) => void db.createObjectStore("visits", { keyPath: "id", autoIncrement: true }),
      // The page stands open elsewhere too, and takes the database away there.
      blocking: () => void close(),
    });
    return opened;
  };
  const close = async () => {
    const closing = opened;
    opened = null;
    (await closing)?.close();
  };

  async function list(): Promise<KeptVisit[]> {
    if (opened === null && !(await isThere())) return [];
    const rows = await (await open()).getAll("visits");
    return rows.flatMap(({ id, ...visit }) => (id === undefined ? [] : [{ id, ...visit }]));
  }

  return {
    list,
    /** Returns the entry's id. */
    async keep(visit: VisitToKeep): Promise<number> {
      return await (await open()).put("visits", visit);
    },
    async remove(id: number): Promise<void> {
      await (await open()).delete("visits", id);
      if ((await list()).length > 0) return;
      await close();
      await deleteDB(database);
    },
  };
}

/** Browsers that cannot say are asked by opening it, which makes an empty one. */
async function isThere(): Promise<boolean> {
  if (indexedDB.databases === undefined) return true;
  return (await indexedDB.databases()).some(({ name }) => name === database);
}
