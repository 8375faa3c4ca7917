import { nextLookAt, restsOn, type Evidence, type Footing } from "./evidence.ts";
import type { Piece } from "./step.ts";

/** What kinds of documents a collective shows. */
export const documentKinds = [
  "bylaws",
  "code-of-conduct",
  "rules",
  "budget",
  "minutes",
  "transparency",
  "shutdown-plan",
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Under what a document may be copied; `permission` is the place's own word that this directory may keep one, `none` any other or none. */
export const documentLicences = ["CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "permission", "none"] as const;
export type DocumentLicence = (typeof documentLicences)[number];

/** Whether a copy may be kept and given on under this licence. */
export function allowsCopies(licence: DocumentLicence): boolean {
  return licence !== "none";
}

/** Most documents that a place shows, most bytes of one, and most of its versions that are remembered. */
export const documentBounds = { most: 10, bytes: 512 * 1024, versions: 5 } as const;

/** One text that stood at the address of a document, and when. */
export interface DocumentVersion {
  readonly id: string;
  /** SHA-256 of its bytes, in hexadecimal digits. */
  readonly sha256: string;
  /** Of its words: what changes around them, such as the date of a page, is no change of the document. */
  readonly wordsSha256: string;
  readonly mediaType: string;
  readonly size: number;
  readonly firstSeenAt: Temporal.Instant;
  readonly lastSeenAt: Temporal.Instant;
  /** Under which the copy is kept; undefined where there is none. */
  readonly copy: string | undefined;
}

/** A document that a place shows. */
export interface PlaceDocument extends Evidence {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly url: string;
  readonly licence: DocumentLicence;
  /** The newest first; never none. */
  readonly versions: readonly DocumentVersion[];
}

/** How a document stands now. */
export function pieceOfDocument(document: PlaceDocument, footing: Footing | undefined): Piece {
  const piece = { checkedAt: document.checkedAt, expiresAt: nextLookAt(document) };
  return { ...piece, fault: restsOn(footing, document) ? document.fault : "no-account" };
}

/** A document as it was just found at its address. */
export interface FoundDocument {
  readonly sha256: string;
  readonly wordsSha256: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Why none was found: nothing is there, or it leads nowhere; it is too large or none that can be read; nobody answers; or too many were asked for. */
export type NoDocument = "gone" | "unreadable" | "away" | "enough";

/** Fetches a document by its address, for a person if one asks. */
export type DocumentAt = (url: URL, personId?: string) => Promise<FoundDocument | NoDocument>;
