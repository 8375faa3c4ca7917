import type { Child } from "hono/jsx";
import { LivePart, LiveParts } from "../../../ui/components/live-parts.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserName } from "../../../ui/text.tsx";
import { handleOf } from "../addresses.ts";
import { liveAddress } from "../live-gathering.ts";
import { communityOfPage } from "../visit.ts";
import { ActNow, actLabel } from "./act-now.tsx";
import { alternatesOf } from "./alternates.ts";
import { BodyOfGathering } from "./body.tsx";
import type { GatheringView } from "./gathering-view.ts";
import { StateOfGathering } from "./state-of-gathering.tsx";

interface GatheringPageProps {
  readonly view: GatheringView;
  /** What just happened, or what is to mend. */
  readonly notice?: Child;
  /** The form of the act panel: untouched, kept from before signing in, or as it was refused. */
  readonly form: FormState;
}

/** The gathering's own page: what it is, where it stands, what can be done now, what has happened. */
export function GatheringPage({ view, notice, form }: GatheringPageProps) {
  const { c, gathering, community, application } = view.visit;
  const { frame, t } = c.var;
  const label = actLabel(view);
  return (
    <Page
      frame={frame}
      title={gathering.title}
      description={gathering.purpose}
      community={communityOfPage(community)}
      alternates={alternatesOf(view)}
      notice={notice}
      head={
        <PageHead
          frame={frame}
          kind={t("gatherings.page.kind")}
          name={<UserName name={gathering.title} />}
          sentence={gathering.purpose}
          language={gathering.language}
          community={<CommunityLink view={view} />}
          handle={handleOf(application.origin, gathering)}
        />
      }
      states={<StateOfGathering view={view} />}
      act={{
        panel: <ActNow view={view} form={form} />,
        ...(label !== undefined && { label }),
      }}
    >
      <LiveParts source={liveAddress(gathering.id)}>
        <LivePart name="gathering">
          <BodyOfGathering view={view} />
        </LivePart>
      </LiveParts>
    </Page>
  );
}

function CommunityLink({ view }: { readonly view: GatheringView }) {
  const community = communityOfPage(view.visit.community);
  return (
    <a href={community.path}>
      <UserName name={community.name} />
    </a>
  );
}
