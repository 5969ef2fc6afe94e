import { z } from "zod";
import type source from "../messages/en.json";

/** Every text of the site has a key in the English file. */
export type MessageKey = keyof (typeof source)["messages"];

/** `messages/<language>.json` */
export const messageFile = z
  .object({
    language: z.string(),
    offered: z.boolean().describe("Whether readers may choose it; then nothing may be missing"),
    translation: z
      .object({
        by: z.enum(["author", "machine", "person"]),
        on: z.iso.date(),
        reviewed: z.array(z.string()).describe("Keys whose text a speaker of the language has read and approved"),
      })
      .strict(),
    sameAsSource: z.array(z.string()).describe("Keys whose text is rightly the English one"),
    messages: z.record(z.string(), z.string().min(1)).describe("Key → ICU message"),
  })
  .strict();
export type MessageFile = z.infer<typeof messageFile>;
