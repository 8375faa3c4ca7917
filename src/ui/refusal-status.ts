import type { AnyRefusal } from "../kernel/base/result.ts";
import type { ContentfulStatusCode } from "hono/utils/http-status";

const statuses: Readonly<Record<string, ContentfulStatusCode>> = {
  "sign-in-needed": 401,
  "not-allowed": 403,
  "form-from-elsewhere": 403,
  "form-expired": 403,
  "not-found": 404,
  "form-too-large": 413,
  "form-unreadable": 415,
  "too-many": 429,
  "try-later": 503,
  "storage-full": 503,
};

/** The HTTP status of a refusal's page: 422 for all that is not named here (RFC 9110, section 15.5.21). */
export function refusalStatus(refusal: AnyRefusal): ContentfulStatusCode {
  return Object.hasOwn(statuses, refusal.kind) ? (statuses[refusal.kind] ?? 422) : 422;
}
