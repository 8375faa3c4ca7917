import type { Child, PropsWithChildren } from "hono/jsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Page } from "../../../ui/layout.tsx";
import { UserName } from "../../../ui/text.tsx";
import { threadPath } from "../addresses.ts";
import { communityOfPage, type ThreadVisit } from "../visit.ts";

interface WithinThreadProps {
  readonly visit: ThreadVisit;
  readonly title: string;
  readonly sentence?: string;
  /** What just happened, or what is to be mended. */
  readonly notice?: Child;
  /** The panel of what can be done here. */
  readonly panel?: Child;
}

/** A page about something of a thread, with the way back to it; search engines leave it alone. */
export function WithinThread({
  visit,
  title,
  sentence,
  notice,
  panel,
  children,
}: PropsWithChildren<WithinThreadProps>) {
  const { c, thread, community } = visit;
  const { frame } = c.var;
  return (
    <Page
      frame={frame}
      title={title}
      community={communityOfPage(community)}
      notice={notice}
      head={
        <PageHead
          frame={frame}
          name={title}
          {...(sentence !== undefined && { sentence })}
          community={
            <a href={threadPath(thread)} lang={thread.language}>
              <UserName name={thread.title} />
            </a>
          }
        />
      }
      {...(panel !== undefined && { act: { panel } })}
      unlisted
    >
      {children}
    </Page>
  );
}
