import { Bars, type Bar } from "../../../ui/components/bars.tsx";
import { Section } from "../../../ui/components/section.tsx";
import type { ServerShare } from "../../model/electorate/shares.ts";
import type { ProposalView } from "../proposals/proposal-view.ts";

/** How many of those asked, and of those who answered, live on which server: so that everybody sees whether one server carried it. */
export function Shares({ view }: { readonly view: ProposalView }) {
  const { t } = view.visit.c.var;
  const { shares } = view.electorate;
  if (shares === undefined || shares.servers.length === 0) return null;
  const bar = (label: string, { answered, eligible }: Omit<ServerShare, "host">): Bar => ({
    label,
    counts: [answered, eligible - answered],
  });
  const bars = shares.servers.map((share) =>
    bar(share.host === "" ? t("decisions.electorate.by-mail") : share.host, share),
  );
  const isGuarded = view.visit.proposal.secrecy !== "open";
  return (
    <Section
      id="servers"
      title={t("decisions.electorate.shares")}
      explained={t(`decisions.electorate.shares-explained-${isGuarded ? "guarded" : "open"}`)}
    >
      <Bars
        t={t}
        id="servers-bars"
        title={t("decisions.electorate.shares-title")}
        subject={t("decisions.electorate.server")}
        parts={[t("decisions.electorate.answered"), t("decisions.electorate.silent")]}
        bars={shares.others === undefined ? bars : [...bars, bar(t("decisions.electorate.others"), shares.others)]}
      />
    </Section>
  );
}
