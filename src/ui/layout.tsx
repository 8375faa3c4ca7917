import { html, raw } from "hono/html";
import type { Child, PropsWithChildren } from "hono/jsx";
import { assetUrl, islandsIn, type AssetManifest } from "./assets.ts";
import { SiteFooter } from "./components/site-footer.tsx";
import { SiteHeader, type CommunityOfPage } from "./components/site-header.tsx";
import type { Hue } from "./hue.ts";
import type { Frame } from "./request.ts";

interface PageProps {
  readonly frame: Frame;
  /** What the browser's tab and a bookmark say; the server's name follows it. */
  readonly title: string;
  /** One sentence for link previews and search engines. */
  readonly description?: string | undefined;
  /** Whose page it is; absent on pages of the server itself. */
  readonly community?: CommunityOfPage | undefined;
  /** What just happened, after an act: a `Notice` or a `RefusalSummary`. */
  readonly notice?: Child;
  /** What is this, and whose? A `PageHead`. */
  readonly head: Child;
  /** Where does it stand? A `StateStrip`, for things that have states. */
  readonly states?: Child;
  /** What is to be read before anything is done, such as the words of a proposal: on a phone it stands above the panel. */
  readonly subject?: Child;
  /** What can I do now, until when? */
  readonly act?: ActOfPage | undefined;
  /** The same thing in other forms: feeds, calendars, ActivityPub. */
  readonly alternates?: readonly Alternate[];
  /** Keeps the page out of search engines: for what is one person's own. */
  readonly unlisted?: boolean;
}

/** The panel of question 3, and what keeps it in reach on a phone. */
export interface ActOfPage {
  /** An `ActPanel`. */
  readonly panel: Child;
  /** The main act in two or three words: "Answer the poll". Leads to the panel from the foot of a phone's screen. */
  readonly label?: string;
}

/** A link to the same thing in another form. */
export interface Alternate {
  readonly type: string;
  readonly href: string;
  readonly title?: string;
}

/**
 * A whole page in the house style. Its children answer the fourth question, what has happened so far, below the other three.
 * The scripts of the islands it contains are asked for at its end.
 */
export async function Page(props: PropsWithChildren<PageProps>) {
  const { frame, title, description, community, act, alternates = [], unlisted = false } = props;
  const { t, site, assets } = frame;
  const body = await html`${<PageBody {...props} />}`;
  return (
    <>
      {raw("<!doctype html>")}
      <html lang={t.language} dir="ltr" data-hue={hueOf(community?.hue, site.hue)}>
        <head>
          <meta charset="utf-8" />
          <title>{t("ui.page.title", { page: title, site: site.name })}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          {description !== undefined && <meta name="description" content={description} />}
          {unlisted && <meta name="robots" content="noindex" />}
          <link rel="stylesheet" href={assetUrl(assets, "styles.css")} />
          <link rel="icon" href={icon} type="image/svg+xml" />
          {alternates.map((alternate) => (
            <link rel="alternate" {...alternate} />
          ))}
        </head>
        <body data-act={act === undefined ? undefined : "yes"}>
          {body}
          {scriptsOf(assets, islandsIn(String(body))).map((address) => (
            <script type="module" src={address} />
          ))}
        </body>
      </html>
    </>
  );
}

// A data URL, so that no page costs a request for it: a ring of seats.
const icon =
  "data:image/svg+xml," +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6" fill="none" stroke="#8a5a2b" stroke-width="3" stroke-dasharray="3.1 1.6"/></svg>',
  );

function PageBody({ frame, community, notice, head, states, subject, act, children }: PropsWithChildren<PageProps>) {
  return (
    <>
      <a class="skip-link" href="#main">
        {frame.t("ui.page.skip")}
      </a>
      <SiteHeader frame={frame} community={community} />
      <main id="main" class="page">
        <div class="page-lead">
          {notice}
          {head}
          {states}
          {subject}
        </div>
        {act !== undefined && <div class="page-act">{act.panel}</div>}
        <div class="page-body">{children}</div>
        {act?.label !== undefined && (
          <p class="page-reach">
            <a class="button" data-kind="main" href="#act">
              {act.label}
            </a>
          </p>
        )}
      </main>
      <SiteFooter frame={frame} />
    </>
  );
}

/** Where the scripts of islands lie, each address once: those of the house share a file. */
function scriptsOf(assets: AssetManifest, islands: readonly string[]): readonly string[] {
  return [...new Set(islands.map((island) => assetUrl(assets, `islands/${island}.js`)))];
}

function hueOf(community: Hue | undefined, site: Hue): Hue {
  return community ?? site;
}
