import type { Child, PropsWithChildren } from "hono/jsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Page } from "../../../ui/layout.tsx";
import { UserName } from "../../../ui/text.tsx";
import { proposalPath } from "../addresses.ts";
import { communityOfPage, type ProposalVisit } from "../visit.ts";

interface WithinProposalProps {
  readonly visit: ProposalVisit;
  readonly title: string;
  readonly sentence: string;
  readonly notice?: Child;
}

/** A page about one proposal, from which one goes back to it. */
export function WithinProposal({ visit, title, sentence, notice, children }: PropsWithChildren<WithinProposalProps>) {
  const { c, proposal, community } = visit;
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
          sentence={sentence}
          community={
            <a href={proposalPath(proposal)}>
              <UserName name={proposal.title} />
            </a>
          }
        />
      }
      unlisted
    >
      {children}
    </Page>
  );
}
