import type { Child } from "hono/jsx";
import { isSteward, type Community } from "../../../communities/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { Section } from "../../../ui/components/section.tsx";
import type { PageContext } from "../../../ui/request.ts";
import { filterOfPolicy } from "../../model/reading/adopted-policy.ts";
import { countFitting } from "../../store/entries.read.ts";
import { countEntries } from "../../store/reading/tallies.read.ts";
import { adoptedPolicyOf } from "../../store/reading/adopted-policies.read.ts";
import { AdoptedLine } from "./adopted-line.tsx";
import { linePath } from "./reading-paths.ts";

/** Which places a community counts, for its page: once it has drawn a line; before that only for those who may. */
export async function directoryLineSection(
  { read }: Application,
  c: PageContext,
  community: Community,
): Promise<Child | undefined> {
  if ((await countEntries(read)) === 0) return undefined;
  const { t, reader } = c.var;
  const adopted = await adoptedPolicyOf(read, community.id);
  const mayAdopt = reader.person !== undefined && (await isSteward(read, community.id, reader.person.id));
  if (adopted === undefined && !mayAdopt) return undefined;
  return (
    <Section id="directory-line" title={t("directory.line.title")}>
      <AdoptedLine t={t} adopted={adopted} />
      {adopted !== undefined && (
        <p>{t("directory.count", { count: await countFitting(read, filterOfPolicy(adopted.policy)) })}</p>
      )}
      <p class="next-step">
        <a href={linePath(community)}>{t(adopted === undefined ? "directory.line.choose" : "directory.line.see")}</a>
      </p>
    </Section>
  );
}
