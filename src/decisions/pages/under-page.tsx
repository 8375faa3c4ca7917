import type { Child, PropsWithChildren } from "hono/jsx";
import { PageHead } from "../../ui/components/page-head.tsx";
import { Page } from "../../ui/layout.tsx";
import { UserName } from "../../ui/text.tsx";
import { communityOfPage, type CommunityVisit } from "./visit.ts";

interface UnderPageProps {
  readonly visit: Pick<CommunityVisit, "c" | "community">;
  readonly title: string;
  readonly sentence?: string | undefined;
  /** What the page is about, and the way back to it. */
  readonly about: AboutLink;
  /** What just happened, or what is to be mended. */
  readonly notice?: Child;
  /** The panel of what can be done here, or of what happens then. */
  readonly panel?: Child;
}

interface AboutLink {
  readonly path: string;
  readonly name: string;
  /** The language of the name, where it is known. */
  readonly language?: string | undefined;
}

/** A page for one task about a community, a thread or a proposal, with the way back to that; search engines leave it alone. */
export function UnderPage({
  visit,
  title,
  sentence,
  about,
  notice,
  panel,
  children,
}: PropsWithChildren<UnderPageProps>) {
  const { frame } = visit.c.var;
  return (
    <Page
      frame={frame}
      title={title}
      community={communityOfPage(visit.community)}
      notice={notice}
      head={
        <PageHead
          frame={frame}
          name={title}
          {...(sentence !== undefined && { sentence })}
          community={
            <a href={about.path} lang={about.language}>
              <UserName name={about.name} />
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
