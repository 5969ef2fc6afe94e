import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { type ApiScene, openApiScene } from "../support/api-scene.ts";

let scene: ApiScene;
beforeAll(async () => {
  scene = await openApiScene([]);
});
afterAll(() => scene.close());

/** An alert would take a source that is asked, and of whose visits nothing is known, for one that was never visited. */
it("the figures of the API say nothing of sources while PostgreSQL, which knows their visits, is away", async () => {
  const text = await (await scene.get("/metrics")).text();
  expect(text).toContain('openremit_part_up{part="postgres"} 0');
  expect(text).toContain("# TYPE openremit_source_asked gauge");
  expect(text).not.toContain("openremit_source_asked{");
});
