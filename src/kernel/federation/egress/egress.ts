import type { Result } from "../../base/result.ts";

/** How a request asks. What is sent by POST or PUT may be sent again at once; a GET that failed rests for a while. */
export type Method = "GET" | "POST" | "PUT";

/** One request to the outside. */
export interface Errand {
  readonly url: string;
  /** Default GET. Redirects are followed for GET alone. */
  readonly method?: Method;
  /** `told`: a redirect comes back like any answer, for the caller to judge where it leads. Default: it is followed. */
  readonly redirects?: "told";
  /** Lower-case names. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Media types that may come back; anything else is a failure. Empty: the body is of no interest and not read. */
  readonly accepts: readonly MediaType[];
  /** Further headers for each hop, since a signature covers the host it goes to. */
  readonly sign?: (hop: {
    readonly method: Method;
    readonly url: URL;
    readonly body: Uint8Array;
  }) => Promise<Readonly<Record<string, string>>>;
}

/** A media type, optionally with one parameter that must be there: `{ type: "application/ld+json", profile: "…" }`. */
export interface MediaType {
  readonly type: string;
  readonly profile?: string;
}

/** What came back, whatever its status. */
export interface Fetched {
  /** After redirects. */
  readonly url: URL;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/**
 * Why nothing came back. `refused` is ours (address, port, scheme, redirect), and so is `too-large`; `wrong-type` theirs;
 * `unreachable` and `timed-out` may be better later.
 */
export interface FetchFailure {
  readonly kind: "refused" | "too-large" | "wrong-type" | "unreachable" | "timed-out";
  readonly detail: string;
  readonly mayRetry: boolean;
}

/** The only way in which this program asks anything of another server. */
export interface Egress {
  fetch(errand: Errand): Promise<Result<Fetched, FetchFailure>>;
}
