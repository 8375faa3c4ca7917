import type { Child } from "hono/jsx";
import type { PersonDescription } from "../../../accounts/index.ts";
import { Form } from "../../../ui/components/form.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { BriefTime } from "../../../ui/components/time-text.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { UserText } from "../../../ui/text.tsx";
import { notesBounds, type NoteVersion } from "../../model/notes/notes.ts";
import { gatheringPath } from "../addresses.ts";
import { FormPage } from "../form-page.tsx";
import { ParticipantName } from "../participant-name.tsx";
import type { GatheringVisit } from "../visit.ts";
import type { NotesAtPlace } from "./notes-view.ts";

export interface PlacePageProps {
  readonly visit: GatheringVisit;
  readonly one: NotesAtPlace;
  /** The newest versions, the newest first. */
  readonly versions: readonly NoteVersion[];
  readonly writers: ReadonlyMap<string, PersonDescription>;
  readonly form: FormState;
  /** Whether what was sent last has arrived, so that the browser may forget it. */
  readonly isSaved: boolean;
  readonly notice: Child;
}

/** Where the notes on one block are written. */
export function WritingPage(props: PlacePageProps) {
  const { visit, one, form, isSaved, notice } = props;
  const { c, gathering } = visit;
  const { t, frame } = c.var;
  const path = notesPath(visit, one);
  return (
    <FormPage
      visit={visit}
      title={placeTitle(visit, one)}
      sentence={t("gatherings.notes.sentence.writer")}
      notice={notice}
    >
      <Form frame={frame} action={path} draft={`notes-${gathering.id}-${one.place}`} draftUntilTaken={{ isSaved }}>
        <VersionRead version={one.notes.version} form={form} />
        <TextArea
          name="text"
          label={t("gatherings.notes.text")}
          hint={t("gatherings.notes.text-hint")}
          form={form}
          value={one.notes.text}
          rows={16}
          maxlength={notesBounds.mostCharacters}
        />
        <Submit>{t("gatherings.notes.save")}</Submit>
      </Form>
      <p class="next-step">
        <a href={`${gatheringPath(gathering)}/notes`}>{t("gatherings.notes.all")}</a>
      </p>
      <Versions {...props} />
    </FormPage>
  );
}

/** The notes on one block, for those who read them and do not write. */
export function ReadingPage({ visit, one }: Pick<PlacePageProps, "visit" | "one">) {
  const { c, gathering } = visit;
  const { t } = c.var;
  return (
    <FormPage visit={visit} title={placeTitle(visit, one)} notice={undefined}>
      <UserText text={one.notes.text} language={gathering.language} />
      <p class="next-step">
        <a href={`${gatheringPath(gathering)}/notes`}>{t("gatherings.notes.all")}</a>
      </p>
    </FormPage>
  );
}

/**
 * The version that was read, out of sight. It is no field of the type "hidden", so that a browser that keeps the text keeps the version it
 * was written on with it: restored later, it overwrites nobody.
 */
export function VersionRead({ version, form }: { readonly version: number; readonly form?: FormState }) {
  const typed = form?.typed["version"]?.[0];
  return <input type="text" name="version" value={typed ?? String(version)} hidden aria-hidden="true" tabindex={-1} />;
}

/** What the notes on a place are called. */
export function placeTitle({ c }: GatheringVisit, { title }: Pick<NotesAtPlace, "title">): string {
  const { t } = c.var;
  return title === "" ? t("gatherings.notes.of-whole") : t("gatherings.notes.of-block", { title });
}

/** Where the notes on a place are written. */
export function notesPath({ gathering }: GatheringVisit, { place }: Pick<NotesAtPlace, "place">): string {
  return `${gatheringPath(gathering)}/notes/${place}`;
}

function Versions({ visit, one, versions, writers }: PlacePageProps) {
  const { t } = visit.c.var;
  if (versions.length === 0) return null;
  return (
    <Section
      id="versions"
      title={t("gatherings.notes.versions")}
      explained={t("gatherings.notes.versions-explained", { kept: notesBounds.versionsKept })}
    >
      <ul>
        {versions.map((version) => (
          <li>
            <a href={`${notesPath(visit, one)}/versions/${version.version}`}>
              {t("gatherings.notes.version", { version: version.version })}
            </a>{" "}
            <WrittenBy visit={visit} version={version} writers={writers} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface WrittenByProps {
  readonly visit: GatheringVisit;
  readonly version: NoteVersion;
  readonly writers: ReadonlyMap<string, PersonDescription>;
}

/** When a version was written and, where the reader may know, by whom. */
export function WrittenBy({ visit, version, writers }: WrittenByProps) {
  const { t } = visit.c.var;
  const person = version.writerId === undefined ? undefined : writers.get(version.writerId);
  return (
    <>
      {version.writtenAt !== undefined && <BriefTime t={t} instant={version.writtenAt} />}{" "}
      {person !== undefined && <ParticipantName t={t} person={person} />}
    </>
  );
}
