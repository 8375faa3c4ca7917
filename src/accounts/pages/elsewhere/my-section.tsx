import type { Child } from "hono/jsx";
import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import { Handle } from "../../../ui/components/handle.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { LinkButton } from "../../../ui/components/submit.tsx";
import type { PageContext } from "../../../ui/request.ts";
import { personActorOf } from "../../store/elsewhere/person-actors.read.ts";
import { countNewPosts } from "../../store/elsewhere/posts.read.ts";
import type { AccountPageServices } from "../account-page-services.ts";

/** Taking part elsewhere, on one's own page: that it can be done, or what came since one looked. */
export async function elsewhereSection(
  c: PageContext,
  { application, findActor }: AccountPageServices,
  personId: string,
): Promise<Child | undefined> {
  const { t } = c.var;
  const actor = await personActorOf(application.read, personId);
  if (actor === undefined && findActor === undefined) return undefined;
  const news =
    actor === undefined ? 0 : await countNewPosts(application.read, actor.id, microsecondsFromInstant(actor.seenAt));
  return (
    <Section title={t("accounts.elsewhere.title")} id="elsewhere">
      {actor === undefined ? (
        <p>{t("accounts.elsewhere.what")}</p>
      ) : (
        <>
          <p>
            <Handle t={t} handle={`@${actor.handle}@${application.origin.host}`} copy />
          </p>
          <p>{t("accounts.elsewhere.news", { count: news })}</p>
        </>
      )}
      <p class="next-step">
        <LinkButton href="/me/elsewhere" kind="quiet">
          {t(actor === undefined ? "accounts.elsewhere.begin" : "accounts.elsewhere.look")}
        </LinkButton>
      </p>
    </Section>
  );
}
