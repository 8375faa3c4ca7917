import { fieldNames, type FieldName } from "../../model/entry-fields.ts";

/**
 * The name of our vocabulary, the same on every server, so that what two of them say of one thing has one name. It is no address: nobody
 * has to keep a host for it.
 */
const vocabulary = "urn:uuid:5f0b7a52-3f0e-4a0c-9d7e-0c8f3a6b1e94#";

const time = "http://www.w3.org/2001/XMLSchema#dateTime";
const own = (name: string) => `koinon:${name}`;

/** What our fields are called where others have a word for the same. */
const sharedNames: Partial<Record<FieldName, string | Readonly<Record<string, string>>>> = {
  name: "schema:name",
  summary: "schema:description",
  languages: { "@id": "schema:knowsLanguage", "@container": "@set" },
  legalEntity: "schema:legalName",
  bylaws: { "@id": own("bylaws"), "@type": "@id" },
  contact: { "@id": own("contact"), "@type": "@id" },
  serverActor: { "@id": own("serverActor"), "@type": "@id" },
  // The most usual way to decide stands first.
  practice: { "@id": own("practice"), "@container": "@list" },
};

const ownNames = Object.fromEntries(fieldNames.map((field) => [field, own(field)]));

/** By which each name in a record has one meaning everywhere (JSON-LD 1.1, https://www.w3.org/TR/json-ld11/). */
export const directoryContext = {
  "@context": {
    "@version": 1.1,
    id: "@id",
    type: "@type",
    schema: "https://schema.org/",
    koinon: vocabulary,
    Organization: "schema:Organization",
    ...ownNames,
    ...sharedNames,
    domain: own("domain"),
    verification: { "@id": own("verification"), "@container": "@set" },
    provenance: { "@id": own("provenance"), "@container": "@index", "@index": own("field") },
    contradictions: { "@id": own("contradiction"), "@container": "@index", "@index": own("field") },
    reply: own("reply"),
    text: "schema:text",
    language: "schema:inLanguage",
    stillSpeaks: own("stillSpeaks"),
    contested: { "@id": own("contested"), "@container": "@set" },
    field: own("field"),
    thread: { "@id": own("thread"), "@type": "@id" },
    delegates: { "@id": own("delegate"), "@container": "@set" },
    decision: { "@id": own("decision"), "@type": "@id" },
    until: { "@id": own("until"), "@type": "http://www.w3.org/2001/XMLSchema#date" },
    scope: own("scope"),
    documents: { "@id": own("document"), "@container": "@set" },
    documentKind: own("documentKind"),
    url: { "@id": "schema:url", "@type": "@id" },
    licence: own("licence"),
    versions: { "@id": own("version"), "@container": "@list" },
    sha256: own("sha256"),
    mediaType: "schema:encodingFormat",
    size: own("size"),
    firstSeen: { "@id": own("firstSeen"), "@type": time },
    lastSeen: { "@id": own("lastSeen"), "@type": time },
    copy: { "@id": own("copy"), "@type": "@id" },
    vouches: { "@id": own("vouch"), "@container": "@set" },
    voucher: { "@id": own("voucher"), "@type": "@id" },
    answer: own("answer"),
    declined: own("declined"),
    value: own("value"),
    basis: own("basis"),
    by: own("by"),
    at: { "@id": own("at"), "@type": time },
    asOf: own("asOf"),
    sources: { "@id": "schema:citation", "@type": "@id", "@container": "@set" },
    certainty: own("certainty"),
    doubt: own("doubt"),
    note: own("note"),
    heard: own("heard"),
    from: own("from"),
    claim: own("claim"),
    level: own("level"),
    method: own("method"),
    checked: { "@id": own("checked"), "@type": time },
    expires: { "@id": "schema:expires", "@type": time },
    stale: own("stale"),
    changed: { "@id": "schema:dateModified", "@type": time },
    license: { "@id": "schema:license", "@type": "@id" },
    directory: { "@id": own("directory"), "@type": "@id" },
    entries: { "@id": own("entry"), "@container": "@set" },
    next: { "@id": own("next"), "@type": "@id" },
  },
} as const;
