import { z } from "zod";
import { isTimeZone } from "../../kernel/base/time.ts";
import { accentHues } from "../model/accent-hue.ts";
import type { CommunityId, PersonId } from "../model/community.ts";
import { handleProblem, normalHandle } from "../model/handle.ts";
import { canonicalLanguage } from "../model/language-tag.ts";

/** The id of a community, which names the chain of its records. */
export const communityIdField = z.uuid().transform((id) => id as CommunityId);

/** The id of a person. */
export const personIdField = z.uuid().transform((id) => id as PersonId);

/** A handle as typed, made normal; problems `handle-malformed` and `handle-reserved`. */
export const handleField = z
  .string()
  .max(100)
  .transform(normalHandle)
  .superRefine((handle, context) => {
    const problem = handle === "" ? undefined : handleProblem(handle);
    if (handle === "")
      context.addIssue({ code: "too_small", origin: "string", minimum: 1, inclusive: true, input: handle });
    if (problem !== undefined) context.addIssue({ code: "custom", message: problem });
  });

/** Why something was decided: on record, read by those it concerns. */
export const reasonField = z.string().trim().min(1).max(2_000);

/** A line that may be left out. */
export const noteField = z.string().trim().max(2_000).default("");

/** A BCP 47 tag in its canonical form; problem `unknown-language`. */
export const languageField = z.string().transform((tag, context) => {
  const canonical = canonicalLanguage(tag);
  if (canonical !== undefined) return canonical;
  context.addIssue({ code: "custom", message: "unknown-language", input: tag });
  return z.NEVER;
});

/** What a community says of itself, as founding and changing take it. */
export const profileFields = {
  name: z.string().trim().min(1).max(100),
  purpose: textIn(200).refine((texts) => Object.keys(texts).length > 0, { message: "purpose-missing" }),
  description: textIn(20_000).default({}),
  codeOfConduct: textIn(20_000).default({}),
  languages: z.array(languageField).min(1).max(20),
  zone: z.string().refine(isTimeZone, { message: "unknown-zone" }),
  links: z
    .array(
      z.object({
        label: z.string().trim().min(1).max(80),
        url: z.string().trim().max(2_000).refine(isWebAddress, { message: "not-a-web-address" }),
      }),
    )
    .max(12)
    .default([]),
  hue: z.enum(accentHues),
} as const;

/** Who takes part, as founding and changing take it. */
export const ruleFields = {
  joining: z.enum(["open", "approval", "invitation"]),
  memberList: z.enum(["everyone", "members", "stewards"]),
  approvesListeners: z.boolean().default(false),
  sharesMentions: z.boolean().default(false),
} as const;

/** Texts by language; languages whose text is empty are left out. */
function textIn(longest: number) {
  return z
    .record(languageField, z.string().trim().max(longest))
    .transform((texts) => Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== "")));
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return (
    url !== null &&
    (url.protocol === "https:" || url.protocol === "http:") &&
    url.username === "" &&
    url.password === ""
  );
}
