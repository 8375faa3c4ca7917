import { z } from "zod";

/** An e-mail address in the one spelling under which it is known here: lower case, no blanks around it. */
export const emailAddress = z
  .string()
  .transform((typed) => typed.trim().toLowerCase())
  .pipe(z.email().max(254));
