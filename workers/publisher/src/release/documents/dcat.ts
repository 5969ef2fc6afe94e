import type { ReleaseFile } from "@openremit/shared/contracts";
import { descriptionOf, keywords, licence, publisher, type ReleaseFacts, titleOf } from "../about-release.ts";
import { jsonText } from "./json-text.ts";
import { licenceOf, rightsName } from "./source-rights.ts";

const context = {
  dcat: "http://www.w3.org/ns/dcat#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  spdx: "http://spdx.org/rdf/terms#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
} as const;

const fileTypes = "http://publications.europa.eu/resource/authority/file-type/";
const formats: Readonly<Record<string, string>> = {
  "text/csv": `${fileTypes}CSV`,
  "application/vnd.apache.parquet": `${fileTypes}PARQUET`,
};

/** `dcat.jsonld`: DCAT-AP, https://semiceu.github.io/DCAT-AP/. Addresses are relative to the file itself. */
export function dcat(facts: ReleaseFacts): string {
  return jsonText({
    "@context": context,
    "@id": "./",
    "@type": "dcat:Dataset",
    "dct:title": inEnglish(titleOf(facts)),
    "dct:description": inEnglish(descriptionOf(facts)),
    "dct:identifier": facts.id,
    "dcat:version": facts.id,
    "dcat:keyword": keywords.map(inEnglish),
    "dcat:theme": iri("http://publications.europa.eu/resource/authority/data-theme/ECON"),
    "dct:language": iri("http://publications.europa.eu/resource/authority/language/ENG"),
    "dct:publisher": { "@type": "foaf:Agent", "foaf:name": publisher },
    "dct:temporal": {
      "@type": "dct:PeriodOfTime",
      "dcat:endDate": { "@type": "xsd:date", "@value": facts.asOf },
    },
    "dct:rights": { ...rights, "dct:description": inEnglish(licence.note) },
    "dcat:distribution": facts.files.map(distributionOf),
  });
}

const rights = { "@id": rightsName, "@type": "dct:RightsStatement" } as const;

function distributionOf({ name, mediaType, bytes, sha256, what }: ReleaseFile) {
  const terms = licenceOf(name);
  return {
    "@id": name,
    "@type": "dcat:Distribution",
    "dct:title": inEnglish(what),
    "dcat:accessURL": iri("./"),
    "dcat:downloadURL": iri(name),
    "dcat:mediaType": iri(`https://www.iana.org/assignments/media-types/${mediaType}`),
    "dct:format": iri(formats[mediaType] ?? mediaType),
    "dcat:byteSize": { "@type": "xsd:nonNegativeInteger", "@value": `${bytes}` },
    ...(terms === null ? { "dct:rights": rights } : { "dct:license": iri(terms.path) }),
    "spdx:checksum": {
      "@type": "spdx:Checksum",
      "spdx:algorithm": iri("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
      "spdx:checksumValue": { "@type": "xsd:hexBinary", "@value": sha256 },
    },
  };
}

function iri(address: string) {
  return { "@id": address };
}

function inEnglish(text: string) {
  return { "@language": "en", "@value": text };
}
