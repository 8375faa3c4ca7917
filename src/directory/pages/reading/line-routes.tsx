import type { Hono } from "hono";
import { carryingOut, formOrKept } from "../../../accounts/index.ts";
import { communityByHandle, isSteward, type Community } from "../../../communities/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { textOf } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { sentForm, type PageContext, type PageEnv } from "../../../ui/request.ts";
import { adoptPolicy } from "../../commands/reading/adopt-policy.ts";
import { filterOfPolicy } from "../../model/reading/adopted-policy.ts";
import { entriesAndCount, fromTheBeginning } from "../../store/entries.read.ts";
import { adoptedPolicyOf } from "../../store/reading/adopted-policies.read.ts";
import { LinePage } from "./line-page.tsx";
import { linePath } from "./reading-paths.ts";

const carryOut = carryingOut(["only-stewards"]);
const route = linePath({ handle: ":handle" });
/** So many places the page begins with; all of them stand in the directory. */
const SHOWN = 20;

/** The line that a community draws in the directory: read by everybody, drawn by stewards. */
export function lineRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    route,
    visiting(application, async (c, community) =>
      c.html(await linePage(c, application, community, await formOrKept(c, application, linePath(community)))),
    ),
  );
  web.post(
    route,
    visiting(application, (c, community) =>
      carryOut(
        { c, application },
        adoptPolicy,
        { communityId: community.id, policy: textOf(sentForm(c), "policy") },
        {
          page: linePath(community),
          onwards: () => ({ path: linePath(community), done: "line-adopted" }),
          again: (form) => linePage(c, application, community, form),
        },
      ),
    ),
  );
}

function visiting(
  { read }: Application,
  answer: (c: PageContext, community: Community) => Response | Promise<Response>,
) {
  return async (c: PageContext): Promise<Response> => {
    const community = await communityByHandle(read, (c.req.param("handle") ?? "").toLowerCase());
    return community === undefined ? showNotFound(c) : answer(c, community);
  };
}

async function linePage(c: PageContext, { read }: Application, community: Community, form: FormState) {
  const { person } = c.var.reader;
  const adopted = await adoptedPolicyOf(read, community.id);
  const filter = filterOfPolicy(adopted?.policy ?? "all");
  const [{ entries, count }, steward] = await Promise.all([
    entriesAndCount(read, filter, { after: fromTheBeginning, limit: SHOWN }),
    person === undefined ? false : isSteward(read, community.id, person.id),
  ]);
  return (
    <LinePage
      c={c}
      community={community}
      isSteward={steward}
      adopted={adopted}
      entries={entries}
      count={count}
      form={form}
    />
  );
}
