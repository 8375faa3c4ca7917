import type { Id } from "../../../kernel/base/ids.ts";

export type AttachmentId = Id<"attachment">;

/** So many files a post carries at most. */
export const mostOfPost = 4;
/** So many it carries in all its versions together, those that were taken away among them. */
export const mostEverOfPost = 16;
/** The longest text that tells what a picture shows. */
export const longestAlt = 1_500;
/** So long a file waits that was brought and not sent with a post. */
export const unsentHours = 24;

const mebibyte = 1024 * 1024;

/** What people may bring: each in a day, and all of a community together. */
export const attachmentLimits = {
  filesOfPersonADay: 40,
  bytesOfPersonADay: 40 * mebibyte,
  bytesOfCommunity: 1024 * mebibyte,
} as const;

/** What was brought before: by this person within a day, and in this community ever. */
export interface Brought {
  readonly files: number;
  readonly bytes: number;
  readonly bytesOfCommunity: number;
}

export type QuotaRefusal =
  | { readonly kind: "too-many-files-today"; readonly most: number }
  | { readonly kind: "too-much-today"; readonly mebibytes: number }
  | { readonly kind: "community-files-full"; readonly mebibytes: number };

/**
 * Whether a file of so many bytes may come on top of what was brought before; undefined when it may.
 * `overQuota({ files: 40, bytes: 0, bytesOfCommunity: 0 }, 1)` is `{ kind: "too-many-files-today", most: 40 }`.
 */
export function overQuota(before: Brought, bytes: number): QuotaRefusal | undefined {
  const { filesOfPersonADay, bytesOfPersonADay, bytesOfCommunity } = attachmentLimits;
  if (before.files >= filesOfPersonADay) return { kind: "too-many-files-today", most: filesOfPersonADay };
  if (before.bytes + bytes > bytesOfPersonADay) {
    return { kind: "too-much-today", mebibytes: bytesOfPersonADay / mebibyte };
  }
  if (before.bytesOfCommunity + bytes > bytesOfCommunity) {
    return { kind: "community-files-full", mebibytes: bytesOfCommunity / mebibyte };
  }
  return undefined;
}

/** How large a picture is shown whose longer side may be so long: `shownSize({ width: 960, height: 320 }, 480)` is 480 by 160. */
export function shownSize(
  size: { readonly width: number; readonly height: number },
  longest: number,
): { readonly width: number; readonly height: number } {
  const longer = Math.max(size.width, size.height);
  if (longer <= longest) return { width: size.width, height: size.height };
  const scaled = (side: number) => Math.max(1, Math.round((side * longest) / longer));
  return { width: scaled(size.width), height: scaled(size.height) };
}
