import { z } from "zod";
import type { Application } from "../../../kernel/application.ts";
import { facets, wordsOfFacet } from "../../model/filter.ts";
import { licence } from "../../model/open-data/licence.ts";
import { directoryPath } from "../directory-paths.ts";
import { dataPaths, hrefOf } from "./addresses.ts";
import { collectivesSchema } from "./collectives-schema.ts";
import { changesShape, listShape, recordShape } from "./shapes.ts";

const parameter = (name: string, description: string, schema: object, place: "query" | "path" = "query") => ({
  name,
  in: place,
  required: place === "path",
  description,
  schema,
});

const afterEntry = parameter("after", "Begins after the entry with this id", { type: "string" });
const words = parameter("q", "Words that the entry has", { type: "string" });
const filters = facets.flatMap((facet) => {
  const known = wordsOfFacet[facet];
  const schema = { type: "array", items: known === undefined ? { type: "string" } : { type: "string", enum: known } };
  return [
    parameter(facet, "Entries with one of these answers", schema),
    parameter(`not-${facet}`, "Entries with none of these answers", schema),
  ];
});
const entry = parameter("entry", "The id of an entry", { type: "string" }, "path");

const referring = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const answering = (description: string, type: string, schema: object, more: object = {}) => ({
  "200": { description, content: { [type]: { schema } } },
  "304": { description: "Unchanged since the ETag that was sent in If-None-Match" },
  ...more,
});
const notFound = { "404": { description: "No such entry" } };
const reading = (summary: string, parameters: readonly object[], responses: object) => ({
  get: { summary, parameters, responses },
});

/** What a program can ask of the directory and what it is answered (OpenAPI 3.1.1, https://spec.openapis.org/oas/v3.1.1.html). */
export function apiDescription(application: Application) {
  const list = [words, ...filters, afterEntry];
  return {
    openapi: "3.1.1",
    info: {
      title: "Directory of self-governed places of the fediverse",
      version: "1.0.0",
      description: `Open data under ${licence.name}. Every answer has an ETag.`,
      license: { name: licence.name, url: licence.url },
    },
    servers: [{ url: application.origin.origin }],
    paths: {
      [`${directoryPath}.json`]: reading(
        "The list",
        list,
        answering("A part of it", "application/json", referring("List")),
      ),
      [`${directoryPath}.jsonld`]: reading(
        "The list as JSON-LD",
        list,
        answering("A part of it", "application/ld+json", referring("List")),
      ),
      [`${directoryPath}.csv`]: reading(
        "The list as a table",
        list,
        answering("A part of it", "text/csv", { type: "string" }),
      ),
      [`${directoryPath}/{entry}/record.json`]: reading(
        "An entry",
        [entry],
        answering("The entry", "application/json", referring("Record"), notFound),
      ),
      [`${directoryPath}/{entry}/record.jsonld`]: reading(
        "An entry as JSON-LD",
        [entry],
        answering("The entry", "application/ld+json", referring("Record"), notFound),
      ),
      [`${directoryPath}/{entry}/murmurations.json`]: reading(
        "An entry as a Murmurations profile",
        [entry],
        answering("The profile", "application/json", referring("Profile"), notFound),
      ),
      [dataPaths.changes]: reading(
        "What was added, said, taken back and removed, in its order",
        [
          parameter("after", "Changes after this number", { type: "integer", minimum: 0, default: 0 }),
          parameter("most", "No more than so many at once", { type: "integer", minimum: 1, maximum: 200 }),
        ],
        answering("Some of the changes", "application/json", referring("Changes")),
      ),
      [dataPaths.feed]: reading(
        "The last changes for feed readers",
        [],
        answering("An Atom feed", "application/atom+xml", { type: "string" }),
      ),
    },
    components: {
      schemas: {
        List: z.toJSONSchema(listShape),
        Record: z.toJSONSchema(recordShape),
        Changes: z.toJSONSchema(changesShape),
        Profile: collectivesSchema(hrefOf(application, dataPaths.schema)),
      },
    },
  };
}
