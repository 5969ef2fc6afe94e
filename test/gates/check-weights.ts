import { gzipSync } from "node:zlib";
import { encodeBody } from "@openremit/shared/serving";
import { loadAssets } from "../../services/web/src/assets/assets.ts";
import { loadWidgetWords, widgetBundle } from "../../services/web/src/widget/index.ts";
import { findHeavyAssets, type WeighedAsset } from "./find-heavy-assets.ts";

/** `npm run check:weights`: the stylesheet and every program of the site, as they are sent. */
const weighed: WeighedAsset[] = [];
for (const { path, content } of loadAssets().all) {
  const name = path.split("/").at(-1) ?? path;
  if (!/\.(css|js)$/.test(name)) continue;
  const { body } = await encodeBody(content.toString(), "br", "file");
  weighed.push({ name, bytes: Buffer.byteLength(body) });
}
weighed.push({ name: "remit-compare with words.js", bytes: weighWidget() });
const problems = weighed.length > 0 ? findHeavyAssets(weighed) : ["the site has no stylesheet and no program"];
if (problems.length > 0) {
  process.stderr.write(`${problems.join("\n")}\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(`weights: ${weighed.map(({ name, bytes }) => `${name} ${bytes}`).join(", ")} bytes\n`);
}

/** What a page loads that has never had the widget: the module, and the words of the language that needs most. */
function weighWidget(): number {
  const words = [...loadWidgetWords().all.values()].map((texts) => gzipSync(JSON.stringify(texts)).length);
  return widgetBundle().bytes + Math.max(...words);
}
