import type { FormState } from "../../../ui/form-state.ts";
import { templateFields } from "../../model/lifecycle/template.ts";
import { surveyText, type WrittenSurvey } from "../../model/survey-text.ts";
import { templateById, templatesOf, type Template } from "../../store/lifecycle/templates.read.ts";
import type { ThreadVisit } from "../visit.ts";

/** The templates that a member can put a proposal from here; none for anybody else. */
export async function templatesFor(visit: ThreadVisit): Promise<readonly Template[]> {
  return visit.isMember ? templatesOf(visit.application.read, visit.community.id) : [];
}

/** The template that the address asks for, if it is this community's and the reader a member. */
export async function templateAsked(visit: ThreadVisit): Promise<Template | undefined> {
  const id = visit.c.req.query("template");
  if (id === undefined || !visit.isMember) return undefined;
  return templateById(visit.application.read, visit.community.id, id);
}

/** The form as a template fills it in. */
export function filledIn({ c, community }: ThreadVisit, { method, content }: Template): FormState {
  const { t, frame } = c.var;
  const options = method === "survey" ? surveyText(surveyOf(content)) : content.options.join("\n");
  const closesAt = frame.now
    .toZonedDateTimeISO(community.zone)
    .add({ days: content.days })
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });
  const typed = { ...templateFields(content, options), closesAt: [closesAt], zone: [community.zone] };
  return { t, typed, faults: {} };
}

function surveyOf({ options, settings }: Template["content"]): WrittenSurvey {
  return { options, ...(settings as Pick<WrittenSurvey, "questions">) };
}
