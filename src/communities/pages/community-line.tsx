import type { Translator } from "../../kernel/i18n/translator.ts";
import { Handle } from "../../ui/components/handle.tsx";
import { UserName } from "../../ui/text.tsx";
import type { Community } from "../model/community.ts";
import { communityPath, handleOf } from "./addresses.ts";

interface CommunityLineProps {
  readonly t: Translator;
  /** Where the world finds this server. */
  readonly origin: URL;
  readonly community: Pick<Community, "name" | "handle">;
}

/** A community in one line: its name, which leads to its page, and its handle. */
export function CommunityLine({ t, origin, community }: CommunityLineProps) {
  return (
    <span class="community-line">
      <CommunityLink community={community} /> <Handle t={t} handle={handleOf(origin, community)} />
    </span>
  );
}

/** A community's name alone, which leads to its page. */
export function CommunityLink({ community }: Pick<CommunityLineProps, "community">) {
  return (
    <a href={communityPath(community)}>
      <UserName name={community.name} />
    </a>
  );
}
