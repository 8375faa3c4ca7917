import type { Json } from "../../../kernel/base/canonical-json.ts";

/** Why nothing came of an address: nobody answers there, it is no list, or it goes on for longer than is read. */
export type NoList = "list-away" | "not-a-feed" | "list-too-long";

/** Reads a list of places at an address, with all its parts. */
export type ListAt = (address: URL) => Promise<{ readonly parts: readonly Json[] } | NoList>;
