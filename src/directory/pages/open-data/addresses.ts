import type { Application } from "../../../kernel/application.ts";
import { directoryPath, entryPath } from "../directory-paths.ts";

/** Where the directory is as data. */
export const dataPaths = {
  context: `${directoryPath}/context.jsonld`,
  changes: `${directoryPath}/changes.json`,
  feed: `${directoryPath}/changes.atom`,
  api: `${directoryPath}/openapi.json`,
  schema: `${directoryPath}/schemas/fediverse_collectives_schema-v1.0.0.json`,
} as const;

/** The record of an entry in one of its forms. */
export function recordPath(
  entry: { readonly id: string },
  form: "record.json" | "record.jsonld" | "murmurations.json",
) {
  return `${entryPath(entry)}/${form}`;
}

/** The whole address of a path here. */
export function hrefOf({ origin }: Pick<Application, "origin">, path: string): string {
  return new URL(path, origin).href;
}
