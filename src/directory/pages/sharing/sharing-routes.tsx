import type { Hono } from "hono";
import { carryingOut, forbidden, formOrKept, isOperator, refuse, signInFirst } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { textOf } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { sentForm, type PageContext, type PageEnv } from "../../../ui/request.ts";
import { followDirectory } from "../../commands/sharing/follow-directory.ts";
import { unfollowDirectory } from "../../commands/sharing/unfollow-directory.ts";
import { directoryHandle } from "../../model/sharing/directory-actor.ts";
import { endedStates, isOngoing, originBounds, type Origin } from "../../model/sharing/origin.ts";
import type { Sharing } from "../../model/sharing/sharing.ts";
import { countFollowers, someFollowers } from "../../store/sharing/followers.read.ts";
import { originById, originsIn } from "../../store/sharing/origins.read.ts";
import { EndPage } from "./end-page.tsx";
import { OriginsPage } from "./origins-page.tsx";
import { SharingPage } from "./sharing-page.tsx";
import { endPath, originsPath, sharingPath } from "./sharing-paths.ts";

const carryOut = carryingOut(["only-operators"]);

/** So many followers are shown, and so many that are followed no more. */
const most = { followers: 50, ended: 20 } as const;

/** By way of whom the directory knows things, for everybody; following other directories, for operators. */
export function sharingRoutes(web: Hono<PageEnv>, application: Application, sharing: Sharing | undefined): void {
  const { read, origin } = application;
  const handle = `@${directoryHandle}@${origin.host}`;
  const operating = (answer: (c: PageContext) => Promise<Response>) => async (c: PageContext) => {
    const { person } = c.var.reader;
    if (person === undefined) return signInFirst(c);
    return (await isOperator(read, person.id)) ? answer(c) : forbidden(c, "only-operators");
  };
  const visiting = (answer: (c: PageContext, followed: Origin) => Promise<Response>) =>
    operating(async (c) => {
      const followed = await originById(read, c.req.param("origin") ?? "");
      return followed === undefined || !isOngoing(followed) ? showNotFound(c) : answer(c, followed);
    });
  const page = async (c: PageContext, form: FormState) => (
    <SharingPage
      c={c}
      form={form}
      shares={sharing !== undefined}
      followed={await originsIn(read, ["asked", "followed", "declined"], originBounds.followed)}
      ended={await originsIn(read, endedStates, most.ended)}
      followers={await someFollowers(read, most.followers)}
      countFollowers={await countFollowers(read)}
    />
  );
  web.get(originsPath, async (c) => {
    const { person } = c.var.reader;
    const followed = await originsIn(read, ["followed", "declined"], originBounds.followed);
    const runs = person !== undefined && (await isOperator(read, person.id));
    return c.html(<OriginsPage c={c} followed={followed} handle={handle} isOperator={runs} />);
  });
  web.get(
    sharingPath,
    operating(async (c) => c.html(await page(c, await formOrKept(c, application, sharingPath)))),
  );
  web.post(
    sharingPath,
    // Nobody else makes this server ask another for its directory.
    operating(async (c) => {
      const again = (form: FormState) => page(c, form);
      const found =
        sharing === undefined ? "directory-away" : await sharing.find(textOf(sentForm(c), "directory").slice(0, 500));
      if (typeof found === "string") return refuse(c, { kind: found, field: "directory" }, { again });
      return carryOut({ c, application }, followDirectory, found, {
        page: sharingPath,
        onwards: () => ({ path: sharingPath, done: "directory-asked" }),
        again,
        fieldOf: () => "directory",
      });
    }),
  );
  web.get(
    `${sharingPath}/:origin/end`,
    visiting(async (c, followed) => {
      const form = await formOrKept(c, application, endPath(followed));
      return c.html(<EndPage c={c} form={form} origin={followed} />);
    }),
  );
  web.post(
    `${sharingPath}/:origin/end`,
    visiting((c, followed) =>
      carryOut(
        { c, application },
        unfollowDirectory,
        { originId: followed.id },
        {
          page: endPath(followed),
          onwards: () => ({ path: sharingPath, done: "directory-unfollowed" }),
          again: (form) => <EndPage c={c} form={form} origin={followed} />,
        },
      ),
    ),
  );
}
