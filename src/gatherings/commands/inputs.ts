import { z } from "zod";
import { isTimeZone } from "../../kernel/base/time.ts";

/** Parts of inputs that several commands share, so that the same field is read the same way everywhere. */

export const communityInput = z.string().min(1).max(64);
export const gatheringInput = z.string().min(1).max(64);
export const handleInput = z.string().trim().toLowerCase().min(1).max(40);
export const titleInput = z.string().trim().min(1).max(120);
/** One sentence. */
export const purposeInput = z.string().trim().min(1).max(280);
export const zoneInput = z.string().refine(isTimeZone, "unknown-zone");
export const reasonInput = z.string().trim().min(1).max(2000);
