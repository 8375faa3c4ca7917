import type { Child } from "hono/jsx";
import type { Application } from "../../kernel/application.ts";
import type { AnyRefusal, Result } from "../../kernel/base/result.ts";
import type { FindWayHome } from "../../kernel/way-home.ts";
import type { PageContext } from "../../ui/request.ts";
import type { Community } from "../model/community.ts";

/** What the pages of communities need besides the application. */
export interface CommunityPageServices {
  /** Finds an actor by handle or address, proven by WebFinger; undefined with federation switched off. */
  readonly findActor: FindActor | undefined;
  /** Finds the way to one's own server. */
  readonly findWayHome: FindWayHome;
  /** What other capabilities show on the server's first page, from top to bottom: what happens next. */
  readonly homeSections: readonly HomeSection[];
  /** What other capabilities show on a community's page, from top to bottom. */
  readonly communitySections: readonly CommunitySection[];
}

/** Finds an actor by its handle or address; the refusal's kind `unreachable` may be tried again. */
export type FindActor = (name: string) => Promise<Result<FoundActor, AnyRefusal>>;

/** What is needed of an actor to know its person. */
export interface FoundActor {
  readonly uri: string;
  readonly handle: string;
  readonly host: string;
  readonly name: string;
  readonly url: string;
}

/** A part of the first page; nothing where there is nothing to show. */
export type HomeSection = (application: Application, c: PageContext) => Promise<Child | undefined>;

/** A part of a community's page; nothing where there is nothing to show. */
export type CommunitySection = (
  application: Application,
  c: PageContext,
  community: Community,
) => Promise<Child | undefined>;
