import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { keptFormLasts } from "../../model/lifetimes.ts";
import { limits } from "../../model/limits.ts";
import { dropKeptForm, keepForm as keep } from "../../store/sessions.write.ts";
import { hash } from "./start-session.ts";
import { ofAddress, ofEveryone, withinLimits } from "./within-limits.ts";

/** A form of more characters is not kept; the longest text field of a page is far below. */
const mostCharacters = 64_000;

/** Keeps what a visitor sent, for the page to show again once they have signed in; says whether it was kept. */
export const keepForm = defineCommand({
  name: "accounts/keep-form",
  input: z.object({
    browserHash: hash,
    action: z.string().max(2_000),
    fields: z.record(z.string(), z.array(z.string())),
    address: z.string().max(100),
  }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, { browserHash, action, fields, address }) {
    const text = JSON.stringify(fields);
    if (text.length > mostCharacters) return accepted("too-large" as const);
    const tries = [ofAddress(limits.keptFormsOfAddress, address), ofEveryone(limits.keptFormsOfEveryone)];
    if (!(await withinLimits(context, tries))) return accepted("too-many" as const);
    const expires_at = microsecondsFromInstant(context.now.add(keptFormLasts));
    await keep(context.db, { browser_hash: browserHash, action, fields: text, expires_at }, context.now);
    return accepted("kept" as const);
  },
});

/** Forgets a kept form: it was sent again and taken. */
export const dropForm = defineCommand({
  name: "accounts/drop-form",
  input: z.object({ browserHash: hash, action: z.string().max(2_000) }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, { browserHash, action }) {
    await dropKeptForm(context.db, browserHash, action);
    return accepted(null);
  },
});
