import type { Application } from "../../../kernel/application.ts";
import { unknown } from "../../model/filter.ts";
import { talliesBy } from "../../store/reading/tallies.read.ts";
import type { KnownAnswers } from "../filter-form.tsx";

/** The countries, languages and kinds of software that places have, the commonest first; that it is not known stands last. */
export async function knownAnswers(read: Application["read"]): Promise<KnownAnswers> {
  const [country, languages, software] = await Promise.all(
    (["country", "languages", "software"] as const).map(async (by) => {
      const answers = (await talliesBy(read, by)).map(({ answer }) => answer);
      return [...answers.filter((answer) => answer !== unknown), unknown];
    }),
  );
  return { country: country ?? [], languages: languages ?? [], software: software ?? [] };
}
