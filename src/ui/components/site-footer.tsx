import { languages, nativeNames } from "../../kernel/i18n/language.ts";
import { withQuery } from "../address.ts";
import type { Frame } from "../request.ts";

/** The language and the zone one reads in, what the server keeps, and where its source lies. */
export function SiteFooter({ frame }: { readonly frame: Frame }) {
  const { t, site, path, now } = frame;
  return (
    <footer class="site-footer">
      <nav id="languages" aria-label={t("ui.footer.languages")}>
        <ul class="language-list">
          {languages.map((language) => (
            <li>
              <a
                href={withQuery(path, "language", language)}
                lang={language}
                hreflang={language}
                aria-current={language === t.language ? "true" : undefined}
              >
                {nativeNames[language]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p>{t("ui.footer.zone", { zone: t.zoneName(now) })}</p>
      <ul class="footer-links">
        <li>
          <a href="/kept">{t("ui.footer.kept")}</a>
        </li>
        <li>
          <a href={site.sourceUrl}>{t("ui.footer.source", { version: site.version })}</a>
        </li>
      </ul>
    </footer>
  );
}
