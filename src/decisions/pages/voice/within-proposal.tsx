import type { Child, PropsWithChildren } from "hono/jsx";
import { proposalPath } from "../addresses.ts";
import { UnderPage } from "../under-page.tsx";
import type { ProposalVisit } from "../visit.ts";

interface WithinProposalProps {
  readonly visit: ProposalVisit;
  readonly title: string;
  readonly sentence: string;
  readonly notice?: Child;
}

/** A page about one proposal, from which one goes back to it. */
export function WithinProposal({ visit, title, sentence, notice, children }: PropsWithChildren<WithinProposalProps>) {
  const { proposal } = visit;
  const about = { path: proposalPath(proposal), name: proposal.title };
  return (
    <UnderPage visit={visit} title={title} sentence={sentence} about={about} notice={notice}>
      {children}
    </UnderPage>
  );
}
