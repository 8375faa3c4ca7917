import type { Translator } from "../../../kernel/i18n/translator.ts";
import type { Filter } from "../../model/filter.ts";
import { licence } from "../../model/open-data/licence.ts";
import { directoryPath, filterPath } from "../directory-paths.ts";
import { originsPath } from "../sharing/sharing-paths.ts";
import { dataPaths, recordPath } from "./addresses.ts";

type Links = readonly (readonly [label: string, path: string])[];

/** The list as it is narrowed for programs, what changes in it, and what anybody may do with it. */
export function OpenDataOfList({ t, filter }: { readonly t: Translator; readonly filter: Filter }) {
  const files: Links = [
    ["JSON", filterPath(filter, undefined, `${directoryPath}.json`)],
    ["CSV", filterPath(filter, undefined, `${directoryPath}.csv`)],
    ["JSON-LD", filterPath(filter, undefined, `${directoryPath}.jsonld`)],
  ];
  const changes: Links = [
    ["Atom", dataPaths.feed],
    ["JSON", dataPaths.changes],
    ["OpenAPI", dataPaths.api],
  ];
  return (
    <div class="next-step">
      <p>
        {t("directory.files")} <Row links={files} />
      </p>
      <p>
        {t("directory.open-data.for-programs")} <Row links={changes} />
      </p>
      <p>
        <a href={originsPath}>{t("directory.origins.title")}</a>
      </p>
      <Licence t={t} />
    </div>
  );
}

/** One entry for programs. */
export function OpenDataOfEntry({ t, entry }: { readonly t: Translator; readonly entry: { readonly id: string } }) {
  const links: Links = [
    ["JSON", recordPath(entry, "record.json")],
    ["JSON-LD", recordPath(entry, "record.jsonld")],
    ["Murmurations", recordPath(entry, "murmurations.json")],
  ];
  return (
    <div class="next-step">
      <p>
        {t("directory.open-data.entry")} <Row links={links} />
      </p>
      <Licence t={t} />
    </div>
  );
}

function Licence({ t }: { readonly t: Translator }) {
  return (
    <p>
      {t("directory.open-data.licence")}{" "}
      <a href={licence.url} rel="license">
        {licence.name}
      </a>
    </p>
  );
}

function Row({ links }: { readonly links: Links }) {
  return (
    <>
      {links.map(([label, path], index) => (
        <>
          {index > 0 && " · "}
          <a href={path}>{label}</a>
        </>
      ))}
    </>
  );
}
