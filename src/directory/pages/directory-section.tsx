import type { Child } from "hono/jsx";
import type { Application } from "../../kernel/application.ts";
import { Section } from "../../ui/components/section.tsx";
import type { PageContext } from "../../ui/request.ts";
import { countEntries } from "../store/reading/tallies.read.ts";
import { directoryPath } from "./directory-paths.ts";

/** How many places the directory holds, for the first page of the server; nothing while it holds none. */
export async function directorySection(application: Application, c: PageContext): Promise<Child | undefined> {
  const count = await countEntries(application.read);
  if (count === 0) return undefined;
  const { t } = c.var;
  return (
    <Section id="directory" title={t("directory.home")}>
      <p>{t("directory.home-what", { count })}</p>
      <p class="next-step">
        <a href={directoryPath}>{t("directory.home-see")}</a>
      </p>
    </Section>
  );
}
