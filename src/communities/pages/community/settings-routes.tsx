import type { Hono } from "hono";
import { textOf, textsOf, type FormInput } from "../../../ui/form-input.ts";
import { untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { changeProfile } from "../../commands/community/change-profile.ts";
import { changeRules } from "../../commands/community/change-rules.ts";
import type { Community } from "../../model/community.ts";
import { carryOut } from "../acts.ts";
import { underCommunity } from "../addresses.ts";
import { visitingAsSteward, type CommunityRoutes, type CommunityVisit } from "../visit.ts";
import { linkRows, SettingsPage } from "./settings-page.tsx";

const base = "/communities/:handle/settings";

/** What a community says of itself, and its rules. For stewards. */
export function settingsRoutes(web: Hono<PageEnv>, routes: CommunityRoutes): void {
  web.get(
    base,
    visitingAsSteward(routes, (visit) => visit.c.html(<SettingsPage visit={visit} {...untouched(visit)} />)),
  );
  web.post(
    `${base}/profile`,
    visitingAsSteward(routes, (visit) => {
      const { input, fieldOf } = profileInput(sentForm(visit.c), visit.community);
      return carryOut(visit, changeProfile, input, {
        page: underCommunity(visit.community, "settings"),
        onwards: ({ changed }) => onwards(visit, changed),
        again: (profile) => <SettingsPage visit={visit} {...untouched(visit)} profile={profile} />,
        fieldOf,
      });
    }),
  );
  web.post(
    `${base}/rules`,
    visitingAsSteward(routes, (visit) =>
      carryOut(visit, changeRules, rulesInput(sentForm(visit.c), visit.community), {
        page: underCommunity(visit.community, "settings"),
        onwards: ({ changed }) => onwards(visit, changed),
        again: (rules) => <SettingsPage visit={visit} {...untouched(visit)} rules={rules} />,
      }),
    ),
  );
}

function onwards({ community }: CommunityVisit, changed: readonly string[]) {
  return { path: underCommunity(community, "settings"), done: changed.length === 0 ? "unchanged" : "changed" };
}

function untouched({ c }: CommunityVisit): { readonly profile: FormState; readonly rules: FormState } {
  return { profile: untouchedForm(c.var.t), rules: untouchedForm(c.var.t) };
}

/** What the form says, and the form's names for what the command may complain of: rows left empty move the ones after them. */
function profileInput(form: FormInput, community: Community) {
  const rows = linkRows.filter((row) => textOf(form, `links.${row}.label`) + textOf(form, `links.${row}.url`) !== "");
  const ticked = textsOf(form, "languages");
  // The first language is that of the original texts, so those that stay keep their order.
  const stay = community.languages.filter((tag) => ticked.includes(tag));
  const languages = [...stay, ...ticked.filter((tag) => !stay.includes(tag))];
  const texts = (name: string) => Object.fromEntries(languages.map((tag) => [tag, textOf(form, `${name}.${tag}`)]));
  const input = {
    communityId: community.id,
    name: textOf(form, "name"),
    purpose: texts("purpose"),
    description: texts("description"),
    codeOfConduct: texts("codeOfConduct"),
    languages,
    zone: textOf(form, "zone"),
    links: rows.map((row) => ({ label: textOf(form, `links.${row}.label`), url: textOf(form, `links.${row}.url`) })),
    hue: textOf(form, "hue"),
  };
  const fieldOf = (field: string) => {
    const link = /^links\.(\d+)\.(.+)$/.exec(field);
    if (link !== null) return `links.${rows[Number(link[1])] ?? 0}.${link[2]}`;
    if (field.startsWith("languages")) return "languages";
    return field === "purpose" ? `purpose.${languages[0] ?? ""}` : field;
  };
  return { input, fieldOf };
}

function rulesInput(form: FormInput, community: Community) {
  return {
    communityId: community.id,
    joining: textOf(form, "joining"),
    memberList: textOf(form, "memberList"),
    approvesListeners: textOf(form, "approvesListeners") === "yes",
    sharesMentions: textOf(form, "sharesMentions") === "yes",
    reason: textOf(form, "reason"),
  };
}
