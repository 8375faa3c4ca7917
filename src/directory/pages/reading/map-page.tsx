import type { Translator } from "../../../kernel/i18n/translator.ts";
import { Empty } from "../../../ui/components/empty.tsx";
import { Figure } from "../../../ui/components/figure.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Page } from "../../../ui/layout.tsx";
import type { PageContext } from "../../../ui/request.ts";
import { everything, unknown } from "../../model/filter.ts";
import type { Region, regionsFrom } from "../../model/reading/regions.ts";
import { directoryPath, filterPath } from "../directory-paths.ts";
import { answerWords, fieldLabel } from "../field-words.ts";

interface MapPageProps {
  readonly c: PageContext;
  readonly places: ReturnType<typeof regionsFrom>;
}

/** Where places are, region by region and country by country, each leading to its places. */
export function MapPage({ c, places }: MapPageProps) {
  const { frame, t } = c.var;
  const { regions, international } = places;
  const greatest = Math.max(1, ...regions.flatMap(({ countries }) => countries.map(({ count }) => count)));
  return (
    <Page
      frame={frame}
      title={t("directory.map.title")}
      head={
        <PageHead
          frame={frame}
          name={t("directory.map.title")}
          sentence={t("directory.map.sentence")}
          community={<a href={directoryPath}>{t("directory.title")}</a>}
        />
      }
    >
      {regions.length === 0 && <Empty what={t("directory.map.empty")} />}
      {regions.length > 0 && (
        <Figure
          t={t}
          title={t("directory.map.caption")}
          drawing={
            <div class="regions">
              {regions.map((region) => (
                <RegionDrawing t={t} region={region} greatest={greatest} />
              ))}
            </div>
          }
          columns={[
            { label: fieldLabel(t, "country") },
            { label: t("directory.map.region") },
            { label: t("directory.map.places"), numeric: true },
          ]}
          rows={regions.flatMap(({ region, countries }) =>
            countries.map(({ answer, count }) => [
              <a href={listOf(answer)}>{answerWords(t, "country", answer)}</a>,
              regionName(t, region),
              t.number(count),
            ]),
          )}
        />
      )}
      <ul>
        {international > 0 && (
          <li>
            <a href={listOf("international")}>{t("directory.map.international", { count: international })}</a>
          </li>
        )}
        {places.unknown > 0 && (
          <li>
            <a href={listOf(unknown)}>{t("directory.map.unknown", { count: places.unknown })}</a>
          </li>
        )}
      </ul>
      <p>{t("directory.map.several")}</p>
    </Page>
  );
}

interface RegionDrawingProps {
  readonly t: Translator;
  readonly region: Region;
  readonly greatest: number;
}

function RegionDrawing({ t, region, greatest }: RegionDrawingProps) {
  return (
    <section>
      <h2>{regionName(t, region.region)}</h2>
      <ul class="drawn-rows">
        {region.countries.map(({ answer, count }) => (
          <li>
            <a class="drawn-label" href={listOf(answer)}>
              {answerWords(t, "country", answer)}
            </a>
            <svg class="bar" width="100%" height="14" aria-hidden="true">
              <rect class="region-bar" width={`${((100 * count) / greatest).toFixed(2)}%`} height="100%" />
            </svg>
            <span class="drawn-number">{t.number(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function listOf(country: string): string {
  return filterPath({ ...everything, wanted: { country: [country] } });
}

/** The name of a region by its number, as the runtime has it. */
function regionName(t: Translator, region: string): string {
  if (region === "elsewhere") return t("directory.map.elsewhere");
  return t.countryName(region);
}
