import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from "idb";

export interface KeptVisit {
  readonly id: number;
  /** To show in the list. */
  readonly name: string;
  /** As typed, without the key. */
  readonly fields: readonly (readonly [name: string, value: string])[];
}

interface Schema extends DBSchema {
  visits: { key: number; value: Omit<KeptVisit, "id"> & { id?: number } };
}

const database = "visits";

/** Entries on this device. There is no database before the first, and none after the last. */
export function openVisits() {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const open = () => {
    opened ??= openDB<Schema>(database, 1, {
      upgrade: (db) => void db.createObjectStore("visits", { keyPath: "id", autoIncrement: true }),
    });
    return opened;
  };

  async function list(): Promise<KeptVisit[]> {
    if (opened === null && !(await isThere())) return [];
    const rows = await (await open()).getAll("visits");
    return rows.flatMap(({ id, ...visit }) => (id === undefined ? [] : [{ id, ...visit }]));
  }

  return {
    list,
    async add(visit: Omit<KeptVisit, "id">): Promise<void> {
      await (await open()).add("visits", visit);
    },
    async remove(id: number): Promise<void> {
      await (await open()).delete("visits", id);
      if ((await list()).length > 0) return;
      (await opened)?.close();
      opened = null;
      await deleteDB(database);
    },
  };
}

/** Browsers that cannot say are asked by opening it, which makes an empty one. */
async function isThere(): Promise<boolean> {
  if (indexedDB.databases === undefined) return true;
  return (await indexedDB.databases()).some(({ name }) => name === database);
}
