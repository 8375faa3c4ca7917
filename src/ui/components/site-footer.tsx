import { languages, nativeNames } from "../../kernel/i18n/language.ts";
import { languageParameter, withQuery, zoneParameter } from "../address.ts";
import type { Frame } from "../request.ts";
import { placeOfZone } from "../zones.ts";

/** The language and the zone one reads in, what the server keeps, and where its source lies. */
export function SiteFooter({ frame }: { readonly frame: Frame }) {
  const { t, site } = frame;
  return (
    <footer class="site-footer">
      <LanguageList frame={frame} />
      <ZoneLine frame={frame} />
      <ul>
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

function LanguageList({ frame: { t, path } }: { readonly frame: Frame }) {
  return (
    <nav id="languages" aria-label={t("ui.footer.languages")}>
      <ul>
        {languages.map((language) => (
          <li>
            <a
              href={withQuery(path, languageParameter, language)}
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
  );
}

function ZoneLine({ frame: { t, path, reader, now } }: { readonly frame: Frame }) {
  return (
    <p>
      {t("ui.footer.zone", { zone: t.zoneName(now), place: placeOfZone(t.zone) })}{" "}
      <a href={`/time-zone?back=${encodeURIComponent(path)}`}>{t("ui.footer.zone-change")}</a>{" "}
      {!reader.zoneIsChosen && (
        <koinon-zone
          data-zone={t.zone}
          data-parameter={zoneParameter}
          data-offer={t("ui.footer.zone-offer", { zone: "{zone}" })}
        />
      )}
    </p>
  );
}
