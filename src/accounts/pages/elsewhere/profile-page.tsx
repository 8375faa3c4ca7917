import { PageHead } from "../../../ui/components/page-head.tsx";
import { Page } from "../../../ui/layout.tsx";
import { refusalPage } from "../../../ui/refusal-page.tsx";
import type { PageContext } from "../../../ui/request.ts";
import { UserName } from "../../../ui/text.tsx";
import { personActorById } from "../../store/elsewhere/person-actors.read.ts";
import type { AccountPageServices } from "../account-page-services.ts";

/** `GET /people/:actor`: who an actor of this server is, for those who meet it elsewhere. It says no more than they know already. */
export async function showProfile(c: PageContext, { application }: AccountPageServices): Promise<Response> {
  const { frame, t } = c.var;
  const actor = await personActorById(application.read, c.req.param("actor") ?? "");
  if (actor === undefined || actor.isGone) return refusalPage(c, { kind: "not-found" });
  return c.html(
    <Page
      frame={frame}
      title={actor.name}
      head={
        <PageHead
          frame={frame}
          name={<UserName name={actor.name} />}
          sentence={t("accounts.elsewhere.profile")}
          handle={`@${actor.handle}@${application.origin.host}`}
        />
      }
      unlisted
    />,
  );
}
