import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { longestRoomLink } from "../../model/room/room-link.ts";
import { gatheringPath } from "../addresses.ts";
import { FormPage } from "../form-page.tsx";
import type { GatheringVisit } from "../visit.ts";

interface RoomPageProps {
  readonly visit: GatheringVisit;
  readonly form: FormState;
  readonly room: string | undefined;
}

/** Where organisers say in which video room the gathering is. */
export function RoomPage({ visit, form, room }: RoomPageProps) {
  const { c, gathering } = visit;
  const { frame, t } = c.var;
  const label = t("gatherings.room.link");
  return (
    <FormPage
      visit={visit}
      title={t("gatherings.room.title")}
      sentence={t("gatherings.room.sentence")}
      notice={<RefusalSummary form={form} fields={{ link: label }} />}
    >
      <Form frame={frame} action={`${gatheringPath(gathering)}/room`}>
        <Field
          name="link"
          type="url"
          label={label}
          hint={t("gatherings.room.link-hint")}
          form={form}
          value={room}
          maxlength={longestRoomLink}
          autocomplete="off"
          optional
        />
        <Submit>{t("gatherings.room.submit")}</Submit>
        <VisibilityLine>{t("gatherings.room.visible")}</VisibilityLine>
      </Form>
    </FormPage>
  );
}
