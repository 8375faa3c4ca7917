import { accepted, refused, type Result } from "../../base/result.ts";
import type { Clock } from "../../base/time.ts";
import type { Egress, Fetched } from "../egress/egress.ts";
import { activityDocument } from "../egress/media-type.ts";
import { readStrictJson } from "../inbox/strict-json.ts";
import { isObject, type RemoteDocument } from "./reading.ts";
import { signRequest, type SignatureScheme, type Signer } from "../signatures/sign-request.ts";

/** A document and where it was found, after redirects. */
export interface FoundDocument {
  readonly url: URL;
  readonly document: RemoteDocument;
}

/**
 * Why a document was not had. `gone`: it is gone for good (410). `refused`: by them (401, 403) or by our guards, and trying again
 * changes nothing. `unreachable`: perhaps later.
 */
export interface DocumentFailure {
  readonly kind: "gone" | "missing" | "refused" | "unreachable";
}

/** Fetches ActivityPub documents, signed by the server's own actor, as servers with authorised fetch demand. */
export type FetchDocument = (url: string) => Promise<Result<FoundDocument, DocumentFailure>>;

/** A {@link FetchDocument} that goes through the egress guard. Signs by draft-cavage, and by RFC 9421 for those who ask for more. */
export function documentFetcher(egress: Egress, clock: Clock, signer: () => Promise<Signer>): FetchDocument {
  const ask = (url: string, scheme: SignatureScheme) =>
    egress.fetch({
      url,
      accepts: activityDocument,
      sign: async (hop) => signRequest(scheme, hop, await signer(), clock()),
    });
  return async (url) => {
    const first = await ask(url, "cavage");
    const answer = first.ok && first.value.status === 401 ? await ask(url, "rfc9421") : first;
    if (!answer.ok) return refused({ kind: answer.refusal.mayRetry ? "unreachable" : "refused" });
    return documentFrom(answer.value);
  };
}

function documentFrom(answer: Fetched): Result<FoundDocument, DocumentFailure> {
  const { status } = answer;
  if (status === 410) return refused({ kind: "gone" });
  if (status === 404) return refused({ kind: "missing" });
  if (status === 408 || status === 429 || status >= 500) return refused({ kind: "unreachable" });
  if (status !== 200) return refused({ kind: "refused" });
  const read = readStrictJson(Buffer.from(answer.body).toString());
  if (!read.ok || !isObject(read.value)) return refused({ kind: "refused" });
  return accepted({ url: answer.url, document: read.value });
}
