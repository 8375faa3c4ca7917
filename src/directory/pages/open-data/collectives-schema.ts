import { wordsOfField } from "../../model/entry-fields.ts";
import { countriesOfProfiles } from "../../model/open-data/murmurations-profile.ts";

const line = { type: "string", maxLength: 300 } as const;
const text = { type: "string", maxLength: 2_000 } as const;
const address = { type: "string", maxLength: 2_000, pattern: "^https?://.*" } as const;
const wordOf = (words: readonly string[]) => ({ type: "string", enum: words });
const listOf = (items: object) => ({ type: "array", items, uniqueItems: true });

/**
 * What a profile of a place that governs itself says beside what the library's fields have: a schema in the manner of that library
 * (https://github.com/MurmurationsNetwork/MurmurationsLibrary, JSON Schema draft-07), which has none for governance or legal form.
 */
export function collectivesSchema(at: string) {
  return {
    $schema: "https://json-schema.org/draft-07/schema#",
    $id: at,
    title: "Self-governed places of the fediverse",
    description: "Servers of the fediverse, and those who help them: whose each is, how it decides and how one joins",
    type: "object",
    properties: {
      linked_schemas: {
        ...listOf({ type: "string", pattern: "^[a-z][a-z0-9_]{3,99}-v[0-9]+\\.[0-9]+\\.[0-9]+$" }),
        minItems: 1,
      },
      name: { type: "string" },
      primary_url: address,
      country_iso_3166: wordOf(countriesOfProfiles),
      geographic_scope: wordOf(["local", "regional", "national", "international"]),
      status: wordOf(["active", "completed", "cancelled", "on_hold", "in_planning"]),
      unique_id: { type: "string" },
      directory_record: address,
      software: listOf({ type: "string", maxLength: 60 }),
      languages: listOf({ type: "string", pattern: "^[a-z]{2,3}$" }),
      ownership: wordOf(wordsOfField.ownership),
      legal_form: line,
      legal_entity: line,
      decision_practice: listOf(wordOf(wordsOfField.practice)),
      how_it_decides: text,
      who_decides: text,
      registration: wordOf(wordsOfField.registration),
      joining: wordOf(wordsOfField.joining),
      membership_fee: line,
      intention: listOf(wordOf(wordsOfField.intention)),
      bylaws_url: address,
      lifecycle: wordOf(wordsOfField.lifecycle),
    },
    required: ["linked_schemas", "name"],
    metadata: {
      schema: {
        name: "fediverse_collectives_schema-v1.0.0",
        purpose: "To find places of the fediverse by how they are owned and governed",
      },
    },
  };
}
