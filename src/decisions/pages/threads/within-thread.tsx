import type { Child, PropsWithChildren } from "hono/jsx";
import { threadPath } from "../addresses.ts";
import { UnderPage } from "../under-page.tsx";
import type { ThreadVisit } from "../visit.ts";

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
  const { thread } = visit;
  const about = { path: threadPath(thread), name: thread.title, language: thread.language };
  return (
    <UnderPage visit={visit} title={title} sentence={sentence} about={about} notice={notice} panel={panel}>
      {children}
    </UnderPage>
  );
}
