import { z } from "zod";
import { isTimeZone } from "../../../kernel/base/time.ts";
import { isLanguage } from "../../../kernel/i18n/language.ts";
import { shownName } from "../../../kernel/text/neutral.ts";

const text = (most: number) =>
  z
    .string()
    .transform((typed) => typed.trim())
    .pipe(z.string().max(most));

/** What the operator decides, as forms send it. */
export const settingsInput = z.object({
  name: z
    .string()
    .max(200)
    .transform((typed) => shownName(typed, 60))
    .pipe(z.string().min(1)),
  description: text(500),
  contact: text(200),
  languages: z.array(z.string().refine(isLanguage, "unknown-language")).min(1, "choose-one-at-least").max(5),
  hue: z.string().regex(/^[a-z]{2,20}$/),
  zone: z.string().max(64).refine(isTimeZone, "unknown-zone"),
  foundingIsOpen: z.boolean(),
});
