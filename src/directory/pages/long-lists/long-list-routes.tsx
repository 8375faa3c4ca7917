import type { Hono } from "hono";
import { forbidden, isOperator, signInFirst } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import type { PageEnv } from "../../../ui/request.ts";
import { latestLongLists } from "../../store/long-lists/long-lists.read.ts";
import { directoryPath } from "../directory-paths.ts";
import { LongListsPage } from "./long-lists-page.tsx";

/** Where operators see how far long lists have come. */
export const longListsPath = `${directoryPath}/lists/progress`;

/** So many lists are shown, the latest first. */
const SHOWN = 5;

/** How far long lists have come, for operators. */
export function longListRoutes(web: Hono<PageEnv>, { read }: Application): void {
  web.get(longListsPath, async (c) => {
    const { person } = c.var.reader;
    if (person === undefined) return signInFirst(c);
    if (!(await isOperator(read, person.id))) return forbidden(c, "only-operators");
    return c.html(<LongListsPage c={c} lists={await latestLongLists(read, SHOWN)} path={longListsPath} />);
  });
}
