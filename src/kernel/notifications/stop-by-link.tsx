import type { Hono } from "hono";
import { timingSafeEqual } from "node:crypto";
import type { Application } from "../application.ts";
import type { Recognition } from "../federation/received.ts";
import { derivedToken } from "../secrets/token.ts";
import { PageHead } from "../../ui/components/page-head.tsx";
import { Submit } from "../../ui/components/submit.tsx";
import { Page } from "../../ui/layout.tsx";
import { refusalPage } from "../../ui/refusal-page.tsx";
import type { PageContext, PageEnv } from "../../ui/request.ts";

/** Links by which the reader of a letter stops letters of its kind, without signing in. */
export interface StopLinks {
  /** The address for one person and kind of news; the same each time, and nobody else can make it. */
  stopUrl(personId: string, kind: string): string;
  /**
   * Answers these addresses: GET asks, POST does (RFC 8058: mail programs post without asking anybody). Stands after the pages are
   * prepared and before forms are guarded, since the link itself is the proof.
   */
  register(web: Hono<PageEnv>, application: Application): void;
}

/** What makes and keeps these links. */
export interface StopLinkOptions {
  readonly origin: URL;
  /** The server's own secret. */
  readonly secret: Uint8Array;
  stop(personId: string, kind: string): Recognition;
}

const PATH = "/stop/:personId/:kind/:token";

/** Stop links under the server's secret. */
export function stopLinks({ origin, secret, stop }: StopLinkOptions): StopLinks {
  const tokenFor = (personId: string, kind: string) => derivedToken(secret, "stop-by-link", `${personId}\n${kind}`);
  const newsOf = (c: PageContext) => {
    const { personId = "", kind = "", token = "" } = c.req.param() as Readonly<Partial<Record<string, string>>>;
    return isSame(token, tokenFor(personId, kind)) ? { personId, kind } : undefined;
  };
  return {
    stopUrl: (personId, kind) =>
      new URL(`/stop/${encodeURIComponent(personId)}/${encodeURIComponent(kind)}/${tokenFor(personId, kind)}`, origin)
        .href,
    register(web, application) {
      web.get(PATH, (c) => (newsOf(c) === undefined ? refusalPage(c, { kind: "not-found" }) : askPage(c)));
      web.post(PATH, async (c) => {
        const news = newsOf(c);
        if (news === undefined) return refusalPage(c, { kind: "not-found" });
        const { command, input } = stop(news.personId, news.kind);
        // Each click is an act of its own: after a change of mind the same link must stop again.
        const origin = { from: "email", key: application.ids.next() } as const;
        const answer = await application.execute(command, input, {
          actor: { kind: "person", personId: news.personId },
          origin,
        });
        return answer.ok ? donePage(c) : refusalPage(c, answer.refusal);
      });
    },
  };
}

function askPage(c: PageContext) {
  const { frame, t } = c.var;
  const title = t("kernel.stop.title");
  return c.html(
    <Page
      frame={frame}
      title={title}
      head={<PageHead frame={frame} name={title} sentence={t("kernel.stop.question")} />}
      unlisted
    >
      <form class="form" method="post" action={frame.path}>
        <Submit kind="stop">{t("kernel.stop.yes")}</Submit>
      </form>
    </Page>,
  );
}

function donePage(c: PageContext) {
  const { frame, t } = c.var;
  const title = t("kernel.stop.done-title");
  return c.html(
    <Page
      frame={frame}
      title={title}
      head={<PageHead frame={frame} name={title} sentence={t("kernel.stop.done")} />}
      unlisted
    />,
  );
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
