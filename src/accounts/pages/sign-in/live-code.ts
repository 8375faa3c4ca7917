import type { LiveSource } from "../../../kernel/activity-log/live-source.ts";
import { hashOfToken } from "../../../kernel/secrets/token.ts";

/** The topic of a page that shows a code: made from the browser's hash, so that only that page knows it. */
export function liveCodeAddress(browserHash: string): string {
  return `/live?topic=sign-in-code:${hashOfToken(browserHash)}`;
}

/** A page that shows a code renews itself when the code arrives. Whoever knows the topic learns no more than that. */
export const liveCode: LiveSource = {
  name: "sign-in-code",
  events: ["sign-in-code-arrived"],
  touched: ({ payload }) => (typeof payload["page"] === "string" ? [payload["page"]] : []),
  mayFollow: async (_application, page) => /^[0-9a-f]{64}$/.test(page),
};
