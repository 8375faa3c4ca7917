import { Form } from "../../../ui/components/form.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { untouchedForm } from "../../../ui/form-state.ts";
import { bringTogether } from "../../model/notes/bring-together.ts";
import { notesBounds } from "../../model/notes/notes.ts";
import { FormPage } from "../form-page.tsx";
import { notesPath, placeTitle, VersionRead, WrittenBy, type PlacePageProps } from "./writing-page.tsx";

/** Two wrote at once: both texts side by side, and a third field to bring them together. */
export function TogetherPage(props: Omit<PlacePageProps, "form" | "isSaved" | "notice"> & { readonly own: string }) {
  const { visit, one, writers, own } = props;
  const { t, frame } = visit.c.var;
  const { notes } = one;
  return (
    <FormPage
      visit={visit}
      title={placeTitle(visit, one)}
      notice={
        <Notice
          t={t}
          meaning="careful"
          what={t("gatherings.notes.together.what")}
          told={t("gatherings.notes.together.how")}
        />
      }
    >
      <div class="notes-sides">
        <section aria-labelledby="theirs">
          <h2 id="theirs">{t("gatherings.notes.together.theirs")}</h2>
          <p class="term-line">
            <WrittenBy visit={visit} version={notes} writers={writers} />
          </p>
          <pre class="notes-side">{notes.text}</pre>
        </section>
        <section aria-labelledby="yours">
          <h2 id="yours">{t("gatherings.notes.together.yours")}</h2>
          <p class="term-line">{t("gatherings.notes.together.not-saved")}</p>
          <pre class="notes-side">{own}</pre>
        </section>
      </div>
      <Form frame={frame} action={notesPath(visit, one)} draft={`together-${visit.gathering.id}-${one.place}`}>
        <VersionRead version={notes.version} />
        <TextArea
          name="text"
          label={t("gatherings.notes.together.label")}
          hint={t("gatherings.notes.together.hint")}
          form={untouchedForm(t)}
          value={bringTogether(notes.text, own)}
          rows={16}
          maxlength={2 * notesBounds.mostCharacters}
        />
        <Submit>{t("gatherings.notes.together.save")}</Submit>
      </Form>
    </FormPage>
  );
}
