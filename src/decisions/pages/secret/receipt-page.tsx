import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { LinkButton } from "../../../ui/components/submit.tsx";
import { Page } from "../../../ui/layout.tsx";
import { UserName } from "../../../ui/text.tsx";
import { shownCode, type ReceiptCode } from "../../model/secret/secret-ballot.ts";
import { proposalPath } from "../addresses.ts";
import { communityOfPage, type ProposalVisit } from "../visit.ts";

interface ReceiptPageProps {
  readonly visit: ProposalVisit;
  /** Undefined for whoever wanted none. */
  readonly code: ReceiptCode | undefined;
}

/** The ballot is in the box; its code is shown this once. */
export function ReceiptPage({ visit, code }: ReceiptPageProps) {
  const { c, proposal, community } = visit;
  const { frame, t } = c.var;
  const title = t("decisions.secret.receipt.title");
  return (
    <Page
      frame={frame}
      title={title}
      community={communityOfPage(community)}
      notice={<Notice t={t} what={t("decisions.secret.receipt.taken")} told={t("decisions.secret.receipt.told")} />}
      head={
        <PageHead
          frame={frame}
          name={title}
          community={
            <a href={proposalPath(proposal)}>
              <UserName name={proposal.title} />
            </a>
          }
        />
      }
      unlisted
    >
      <ActPanel title={t(code === undefined ? "decisions.secret.receipt.none-title" : "decisions.secret.receipt.code")}>
        {code === undefined ? (
          <p>{t("decisions.secret.receipt.none")}</p>
        ) : (
          <>
            <koinon-copy
              data-text={shownCode(code)}
              data-copy={t("ui.handle.copy")}
              data-copied={t("ui.handle.copied")}
            >
              <code class="receipt-code">{shownCode(code)}</code>
            </koinon-copy>
            <p>{t("decisions.secret.receipt.once")}</p>
            <p>{t("decisions.secret.receipt.use")}</p>
            <p>{t("decisions.secret.receipt.keep-secret")}</p>
          </>
        )}
        <LinkButton href={proposalPath(proposal)} kind="quiet">
          {t("decisions.secret.receipt.back")}
        </LinkButton>
      </ActPanel>
    </Page>
  );
}
