import { describe, expect, it } from "@jest/globals";
import { findContractions } from "../../gates/find-contractions.ts";
import { loadSourceFiles, projectRoot } from "../../gates/source-file.ts";

const folder = "shared/src/storage/postgres/migrations";
const found = (sql: string, name = "0009-sample") =>
  findContractions([{ path: `${folder}/${name}.ts`, text: `export const up = sql\`${sql}\`;` }]);

describe("the migrations gate", () => {
  it.each([
    ["drop table runs", "drops something"],
    ["alter table runs drop column kind", "drops something"],
    ["alter table runs rename column kind to sort", "renames something"],
    ["alter table runs rename to visits", "renames something"],
    ["alter table rates alter column value type text", "narrows or retypes a column"],
    ["alter table rates alter column value set not null", "narrows or retypes a column"],
    ["delete from meta", "removes rows"],
    ["alter table runs add column traced_by text not null", "adds a column that old code does not fill"],
  ])("finds what the version before would stumble over: %s", (sql, what) => {
    expect(found(sql)).toEqual([
      `${folder}/0009-sample.ts: ${what} while the version before still serves (shared/docs/operating.md, "Upgrade")`,
    ]);
  });

  it.each([
    "alter table runs add column traced_by text",
    "alter table runs add column tries integer not null default 0",
    "create table kept (id integer not null)",
    "alter table snapshots alter column body set storage external",
    "create trigger t before update or delete on runs for each row execute function refuse_change(); create index i on runs (kind)",
  ])("lets pass what only adds: %s", (sql) => {
    expect(found(sql)).toEqual([]);
  });

  it("lets a migration take away what its name says it takes away", () => {
    expect(found("alter table runs drop column kind", "0010-run-kind-contract")).toEqual([]);
  });

  it("looks at migrations alone", () => {
    expect(findContractions([{ path: "shared/src/storage/redis/x.ts", text: "drop table runs" }])).toEqual([]);
  });

  it("finds nothing in the project, which has migrations", () => {
    const files = loadSourceFiles(projectRoot).filter(({ path }) => path.startsWith(folder));
    expect(files.length).toBeGreaterThanOrEqual(5);
    expect(findContractions(files)).toEqual([]);
  });
});
