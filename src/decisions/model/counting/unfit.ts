import { refused } from "../../../kernel/base/result.ts";
import type { MethodRefusal } from "../../methods/method.ts";

/**
 * Settings, a ballot or a reply that does not fit, with what is to be mended. `kind` is the end of the message key
 * `refusal.…`; the details are that message's values.
 */
export function unfit(
  kind: string,
  details: Omit<MethodRefusal, "kind"> = {},
): { readonly ok: false; readonly refusal: MethodRefusal } {
  return refused({ kind, ...details });
}
