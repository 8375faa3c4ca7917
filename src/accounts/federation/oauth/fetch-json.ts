import type { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import type { Egress, Errand, FetchFailure } from "../../../kernel/federation/egress/egress.ts";

/** A JSON answer with a good status, read by a schema. */
export type JsonAnswer<Value> = Result<Value, JsonFailure>;

/** `unreachable`: nothing came, and it may be better later. `unsuitable`: something came that is of no use. */
export interface JsonFailure {
  readonly kind: "unreachable" | "unsuitable";
}

/** Asks another server for JSON of a known shape; what does not have it is of no use. */
export async function fetchJson<Schema extends z.ZodType>(
  egress: Egress,
  errand: Omit<Errand, "accepts">,
  schema: Schema,
): Promise<JsonAnswer<z.output<Schema>>> {
  const fetched = await egress.fetch({ ...errand, accepts: [{ type: "application/json" }] });
  if (!fetched.ok) return refused({ kind: mayBeBetterLater(fetched.refusal) ? "unreachable" : "unsuitable" });
  if (fetched.value.status >= 500) return refused({ kind: "unreachable" });
  if (fetched.value.status >= 300) return refused({ kind: "unsuitable" });
  const read = schema.safeParse(jsonFrom(fetched.value.body));
  return read.success ? accepted(read.data) : refused({ kind: "unsuitable" });
}

function mayBeBetterLater(failure: FetchFailure): boolean {
  return failure.kind === "unreachable" || failure.kind === "timed-out";
}

function jsonFrom(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString("utf8"));
  } catch {
    return undefined;
  }
}
