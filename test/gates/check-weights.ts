import { encodeBody } from "@openremit/shared/serving";
import { loadAssets } from "../../services/web/src/assets/assets.ts";
import { findHeavyAssets, type WeighedAsset } from "./find-heavy-assets.ts";

/** `npm run check:weights`: the stylesheet and every program of the site, as they are sent. */
const weighed: WeighedAsset[] = [];
for (const { path, content } of loadAssets().all) {
  const name = path.split("/").at(-1) ?? path;
  if (!/\.(css|js)$/.test(name)) continue;
  const { body } = await encodeBody(content.toString(), "br", "file");
  weighed.push({ name, bytes: Buffer.byteLength(body) });
}
const problems = weighed.length > 0 ? findHeavyAssets(weighed) : ["the site has no stylesheet and no program"];
if (problems.length > 0) {
  process.stderr.write(`${problems.join("\n")}\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(`weights: ${weighed.map(({ name, bytes }) => `${name} ${bytes}`).join(", ")} bytes\n`);
}
