import type { Hue } from "../hue.ts";
import type { Frame } from "../request.ts";
import { UserName } from "../text.tsx";

/** The community whose page it is. */
export interface CommunityOfPage {
  readonly name: string;
  /** The address of its own page on this server. */
  readonly path: string;
  /** The accent colour it chose. */
  readonly hue?: Hue | undefined;
}

/** Who keeps this place, whose room one is in, and the way to one's own things. */
export function SiteHeader({
  frame,
  community,
}: {
  readonly frame: Frame;
  readonly community: CommunityOfPage | undefined;
}) {
  const { t, site, reader, path } = frame;
  return (
    <header class="site-header">
      <nav aria-label={t("ui.header.label")}>
        <a class="site-name" href="/">
          {site.name}
        </a>
        {community !== undefined && (
          <a class="community-name" href={community.path}>
            <UserName name={community.name} />
          </a>
        )}
        <span class="site-header-own">
          <a href="#languages">
            <span lang={t.language}>{t("ui.header.language")}</span>
          </a>
          {reader.person === undefined ? (
            <a href={`/sign-in?next=${encodeURIComponent(path)}`}>{t("ui.header.sign-in")}</a>
          ) : (
            <a href="/me">
              <UserName name={reader.person.name} />
            </a>
          )}
        </span>
      </nav>
    </header>
  );
}
