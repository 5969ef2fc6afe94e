import { readFile } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { downloadSurvey } from "@openremit/publisher";
import { createLogger } from "@openremit/shared/runtime";
import nock from "nock";

const catalogApi = "https://datacatalogapi.worldbank.org";
const files = "https://datacatalogfiles.worldbank.org";
const page = "https://datacatalog.worldbank.org/search/dataset/0037898/remittance-prices-worldwide";

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => {
  nock.restore();
  nock.enableNetConnect();
});

const said: string[] = [];
const context = {
  contact: "ops@example.org",
  logger: createLogger("test", { level: "silent" }),
  clock: { now: () => new Date("2026-01-02T03:04:05Z") },
  say: (line: string) => void said.push(line),
};

function resource(name: string, file: string) {
  return { name, resource_id: "DR1", distribution: { url: `${files}/ddh/0037898/DR1/${file}`, file_name: file } };
}

function answerDataset(resources: readonly object[]): void {
  nock(catalogApi).get("/robots.txt").reply(404);
  nock(catalogApi)
    .get("/ddhxext/DatasetDownload?dataset_unique_id=0037898&version_id=")
    .reply(200, { name: "Remittance Prices Worldwide", resources });
}

function allowFiles(robots = ""): void {
  nock(files).get("/robots.txt").reply(200, robots);
}

describe("downloadSurvey", () => {
  it("finds the current workbook by its name, fetches it, and leaves nothing behind", async () => {
    answerDataset([
      resource("RPW main report Q3 2025", "RPW_main_report_Q325.pdf"),
      resource("RPW dataset", "rpw_dataset_2011_2025_q1.xlsx"),
      resource("RPW dataset", "rpw_dataset_2011_2025_q3.xlsx"),
    ]);
    allowFiles();
    nock(files).get("/ddh/0037898/DR1/rpw_dataset_2011_2025_q3.xlsx").reply(200, Buffer.from("PK"));
    const survey = await downloadSurvey(page, context);
    expect(survey.name).toBe(`${files}/ddh/0037898/DR1/rpw_dataset_2011_2025_q3.xlsx`);
    expect(said.at(-1)).toContain("the current workbook is https://");
    expect((await readFile(survey.path)).toString()).toBe("PK");
    await survey.remove();
    await expect(readFile(survey.path)).rejects.toThrow("ENOENT");
  });

  it("fetches a file by its own address", async () => {
    allowFiles();
    nock(files).get("/some/extract.csv").reply(200, "period");
    const survey = await downloadSurvey(`${files}/some/extract.csv`, context);
    expect((await readFile(survey.path)).toString()).toBe("period");
    await survey.remove();
  });

  it("says which resources there are where none is the workbook", async () => {
    answerDataset([resource("RPW main report", "report.pdf")]);
    await expect(downloadSurvey(page, context)).rejects.toThrow(
      "none of the dataset's resources is the workbook of the survey: RPW main report",
    );
  });

  it("says that the catalog answers otherwise", async () => {
    nock(catalogApi).get("/robots.txt").reply(404);
    nock(catalogApi)
      .get(/DatasetDownload/)
      .reply(200, { error: "gone" });
    await expect(downloadSurvey(page, context)).rejects.toThrow("the World Bank's Data Catalog answers otherwise");
  });

  it("obeys robots.txt, asks nobody without a contact, and nothing but https", async () => {
    allowFiles("User-agent: *\nDisallow: /");
    await expect(downloadSurvey(`${files}/x.xlsx`, context)).rejects.toThrow(/robots/);
    await expect(downloadSurvey(page, { ...context, contact: undefined })).rejects.toThrow(/contact/i);
    await expect(downloadSurvey("http://example.org/x.csv", context)).rejects.toThrow("is no https address");
  });
});
