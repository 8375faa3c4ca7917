import type { PersonDescription } from "../../../accounts/index.ts";
import { UserText } from "../../../ui/text.tsx";
import type { NoteVersion } from "../../model/notes/notes.ts";
import { FormPage } from "../form-page.tsx";
import type { GatheringVisit } from "../visit.ts";
import type { NotesAtPlace } from "./notes-view.ts";
import { notesPath, placeTitle, WrittenBy } from "./writing-page.tsx";

interface VersionPageProps {
  readonly visit: GatheringVisit;
  readonly one: NotesAtPlace;
  readonly version: NoteVersion;
  readonly writers: ReadonlyMap<string, PersonDescription>;
}

/** The notes on a block as they were at one version. */
export function VersionPage({ visit, one, version, writers }: VersionPageProps) {
  const { c, gathering } = visit;
  const { t } = c.var;
  return (
    <FormPage visit={visit} title={placeTitle(visit, one)} notice={undefined}>
      <p class="term-line">
        {t("gatherings.notes.version", { version: version.version })}{" "}
        <WrittenBy visit={visit} version={version} writers={writers} />
      </p>
      <UserText text={version.text} language={gathering.language} />
      <p class="next-step">
        <a href={notesPath(visit, one)}>{t("gatherings.notes.to-present")}</a>
      </p>
    </FormPage>
  );
}
