import { z } from "zod";
import { blockMinutes } from "../../model/agenda/block.ts";
import { structureIds } from "../../model/agenda/structure.ts";

export const blockIdInput = z.string().min(1).max(64);

/** Minutes as typed; what is no number, or out of bounds, is an invalid input that says the bound. */
export const minutesInput = z.coerce.number().int().min(blockMinutes.least).max(blockMinutes.most);

/** A tick of a form, or a boolean. */
const tickInput = z
  .union([z.boolean(), z.enum(["", "yes"])])
  .default(false)
  .transform((said) => said === true || said === "yes");

/** What is said of a block, but for its host. */
export const blockWordsInput = {
  title: z.string().trim().min(1).max(200),
  purpose: z.string().trim().max(5000).default(""),
  structure: z.enum(structureIds).default("open-talk"),
  minutes: minutesInput,
  notes: tickInput,
  recording: tickInput,
} as const;

/** A host as typed: a name, or the handle or name of somebody who comes. Empty for nobody yet. */
export const hostInput = z.string().trim().max(200).default("");
