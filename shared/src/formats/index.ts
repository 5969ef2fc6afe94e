export { type FileFormat, fileFormats } from "./file-formats.ts";
