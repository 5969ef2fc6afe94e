export { type FileFormat, fileFormats } from "./file-formats.ts";
export { csvLines } from "./write-csv.ts";
