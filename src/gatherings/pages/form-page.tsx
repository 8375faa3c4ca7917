import type { Child, PropsWithChildren } from "hono/jsx";
import { ActPanel } from "../../ui/components/act-panel.tsx";
import { PageHead } from "../../ui/components/page-head.tsx";
import { Page } from "../../ui/layout.tsx";
import { UserName } from "../../ui/text.tsx";
import { gatheringPath } from "./addresses.ts";
import { communityOfPage, type GatheringVisit } from "./visit.ts";

interface FormPageProps {
  readonly visit: GatheringVisit;
  readonly title: string;
  readonly sentence?: string;
  /** What is to mend. */
  readonly notice: Child;
  /** What comes after the form is sent. */
  readonly after?: { readonly title: string; readonly words: Child };
}

/** A page on which organisers change something about a gathering; search engines need not know of it. */
export function FormPage({ visit, title, sentence, notice, after, children }: PropsWithChildren<FormPageProps>) {
  const { c, gathering, community } = visit;
  const head = (
    <PageHead
      frame={c.var.frame}
      name={title}
      sentence={sentence}
      community={
        <a href={gatheringPath(gathering)}>
          <UserName name={gathering.title} />
        </a>
      }
    />
  );
  const act = after && { panel: <ActPanel title={after.title}>{after.words}</ActPanel> };
  return (
    <Page
      frame={c.var.frame}
      title={title}
      community={communityOfPage(community)}
      notice={notice}
      head={head}
      act={act}
      unlisted
    >
      {children}
    </Page>
  );
}
