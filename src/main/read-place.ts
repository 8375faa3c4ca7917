import { communityByHandle } from "../communities/index.ts";
import { gatheringById } from "../gatherings/store/gatherings.read.ts";
import type { Application } from "../kernel/application.ts";
import type { Place } from "../ui/page-frame.ts";
import type { PageContext } from "../ui/request.ts";

/** Whose page is asked for, as far as its language and zone go: a community's, or a gathering's. */
export function placeReader(application: Application): (c: PageContext) => Promise<Place | undefined> {
  return async (c) => {
    const [, kind, name] = c.req.path.split("/");
    if (name === undefined || name === "") return undefined;
    if (kind === "communities") return communityPlace(application, name);
    return kind === "gatherings" ? gatheringById(application.read, name) : undefined;
  };
}

async function communityPlace(application: Application, handle: string): Promise<Place | undefined> {
  const community = await communityByHandle(application.read, handle);
  const [language] = community?.languages ?? [];
  return community === undefined || language === undefined ? undefined : { language, zone: community.zone };
}
