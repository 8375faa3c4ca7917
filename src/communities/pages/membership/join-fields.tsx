import { TextArea } from "../../../ui/components/text-area.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import type { Community } from "../../model/community.ts";

interface JoinFieldsProps {
  readonly community: Community;
  readonly form: FormState;
  /** Whoever is invited is asked nothing. */
  readonly isInvited: boolean;
}

/** What is asked of somebody who wants to join: why, where stewards decide; a word if they like, elsewhere nothing. */
export function JoinFields({ community, form, isInvited }: JoinFieldsProps) {
  if (isInvited || community.joining !== "approval") return null;
  const { t } = form;
  return (
    <TextArea
      name="reason"
      label={t("communities.field.reason")}
      hint={t("communities.join.reason-hint")}
      form={form}
      maxlength={2_000}
    />
  );
}
