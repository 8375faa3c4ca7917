import type { Hono } from "hono";
import { shownHost } from "../../../kernel/text/handle.ts";
import type { HomeIntent, WayHome } from "../../../kernel/way-home.ts";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Handle } from "../../../ui/components/handle.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { LinkButton } from "../../../ui/components/submit.tsx";
import { MyServer } from "../../../ui/components/two-doors.tsx";
import { untouchedForm } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import type { PageContext, PageEnv } from "../../../ui/request.ts";
import { holderOfHandle } from "../../store/communities.read.ts";
import type { CommunityRoutes } from "../visit.ts";

/** What of ours somebody wants to take part in, from their own server. */
interface Aim {
  readonly intent: HomeIntent;
  /** The address by which their server finds it. */
  readonly uri: string;
  /** What they may type into their server's search: a handle, or the address again. */
  readonly search: string;
  /** The query that brought them here, for trying another server. */
  readonly carried: Readonly<Record<string, string>>;
}

/**
 * `GET /take-part?server=…&handle=…` follows an actor of ours, `…&uri=…` opens a thing of ours, at one's own server. It changes
 * nothing here. Whoever comes from our own page is led straight on; a link from elsewhere must not make this server send its readers
 * to wherever the link says, so there the reader is asked first.
 */
export function takePartRoutes(web: Hono<PageEnv>, { application, services }: CommunityRoutes): void {
  web.get("/take-part", async (c) => {
    const aim = await readAim(c, application);
    if (aim === undefined) return showNotFound(c);
    const way = await services.findWayHome(c.req.query("server") ?? "", aim.intent, aim.uri);
    if (way.kind === "dialog" && c.req.header("Sec-Fetch-Site") === "same-origin") return c.redirect(way.url, 303);
    return c.html(<TakePartPage c={c} aim={aim} way={way} />);
  });
}

async function readAim(c: PageContext, { origin, read }: CommunityRoutes["application"]): Promise<Aim | undefined> {
  const { handle = "", uri = "" } = c.req.query();
  if (handle !== "") {
    const [, name = "", host] = /^@?([^@]+)(?:@(.+))?$/.exec(handle.toLowerCase()) ?? [];
    const actorId = host === undefined || host === origin.host ? await holderOfHandle(read, name) : undefined;
    if (actorId === undefined) return undefined;
    const search = `@${name}@${origin.host}`;
    return { intent: "follow", uri: new URL(`/actors/${actorId}`, origin).href, search, carried: { handle: search } };
  }
  const ours = URL.parse(uri);
  if (ours === null || ours.origin !== origin.origin) return undefined;
  return { intent: "open", uri: ours.href, search: ours.href, carried: { uri: ours.href } };
}

interface TakePartPageProps {
  readonly c: PageContext;
  readonly aim: Aim;
  readonly way: WayHome;
}

function TakePartPage({ c, aim, way }: TakePartPageProps) {
  const { frame, t } = c.var;
  const title = t("communities.take-part.title");
  return (
    <Page
      frame={frame}
      title={title}
      head={<PageHead frame={frame} name={title} sentence={t(`communities.take-part.${aim.intent}`)} />}
      act={{ panel: <WayPanel c={c} aim={aim} way={way} /> }}
      unlisted
    >
      <p>{t("communities.take-part.by-hand")}</p>
      {aim.intent === "follow" ? (
        <Handle t={t} handle={aim.search} copy />
      ) : (
        <koinon-copy data-text={aim.search} data-copy={t("ui.handle.copy")} data-copied={t("ui.handle.copied")}>
          <code>{aim.search}</code>
        </koinon-copy>
      )}
    </Page>
  );
}

function WayPanel({ c, aim, way }: TakePartPageProps) {
  const { t } = c.var;
  const again = <MyServer form={untouchedForm(t)} action="/take-part" carried={aim.carried} />;
  switch (way.kind) {
    case "dialog":
      return (
        <ActPanel title={t("communities.take-part.go-on", { host: shownHost(way.host) })}>
          <LinkButton href={way.url}>{t("communities.take-part.go")}</LinkButton>
        </ActPanel>
      );
    case "by-search":
      return (
        <ActPanel title={t("communities.take-part.search-title", { host: shownHost(way.host) })}>
          <p>{t(searchKey(way.software, aim.intent), { software: way.software ?? "" })}</p>
        </ActPanel>
      );
    case "no-server":
      return (
        <ActPanel title={t("communities.take-part.which")} cannot={t("communities.take-part.no-server")}>
          {again}
        </ActPanel>
      );
    case "unreachable":
      return (
        <ActPanel
          title={t("communities.take-part.which")}
          cannot={t("communities.take-part.unreachable", { host: shownHost(way.host) })}
        >
          {again}
        </ActPanel>
      );
  }
}

// Software whose people would look in vain for a search of the usual kind.
const described = ["gotosocial", "misskey"];

function searchKey(software: string | undefined, intent: HomeIntent): string {
  const known = software !== undefined && described.includes(software) ? software : "any";
  return `communities.take-part.search-${known}-${intent}`;
}
