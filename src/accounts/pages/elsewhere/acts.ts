import { seeOther } from "../../../ui/after-act.ts";
import { textOf, textsOf } from "../../../ui/form-input.ts";
import { refusedForm, type FormRefusal } from "../../../ui/form-state.ts";
import { refusalPage } from "../../../ui/refusal-page.tsx";
import { byReader, sentForm, type PageContext } from "../../../ui/request.ts";
import { answerPoll } from "../../commands/elsewhere/answer-poll.ts";
import { answerPost } from "../../commands/elsewhere/answer-post.ts";
import { followActor } from "../../commands/elsewhere/follow-actor.ts";
import { openActor } from "../../commands/elsewhere/open-actor.ts";
import { renameActor } from "../../commands/elsewhere/rename-actor.ts";
import { shutOut } from "../../commands/elsewhere/shut-out.ts";
import { unfollowActor } from "../../commands/elsewhere/unfollow-actor.ts";
import { writeToActor } from "../../commands/elsewhere/write-to-actor.ts";
import { writeToContact } from "../../commands/elsewhere/write-to-contact.ts";
import { personActorOf } from "../../store/elsewhere/person-actors.read.ts";
import { postFor } from "../../store/elsewhere/posts.read.ts";
import type { AccountPageServices } from "../account-page-services.ts";
import { signInPath } from "../sign-in-path.ts";
import { contactPath } from "./exchange.tsx";
import { actorNamed } from "./look-up.ts";
import { contactPage, elsewherePage } from "./showing.tsx";

type Handler = (c: PageContext, services: AccountPageServices) => Promise<Response>;

/** Lets only people through: whoever is signed out meanwhile signs in and begins again. */
function asPerson(handler: Handler): Handler {
  return async (c, services) =>
    c.var.reader.person === undefined ? c.redirect(signInPath("/me/elsewhere"), 303) : handler(c, services);
}

/** `POST /me/elsewhere` */
export const open = asPerson(async (c, services) => {
  const form = sentForm(c);
  const input = { handle: textOf(form, "handle"), name: textOf(form, "name") };
  const result = await services.application.execute(openActor(services.claimHandle), input, byReader(c));
  return result.ok ? seeOther(c, "/me/elsewhere", "opened") : mainAgain(c, services, result.refusal);
});

/** `POST /me/elsewhere/name` */
export const rename = asPerson(async (c, services) => {
  const result = await services.application.execute(renameActor, { name: textOf(sentForm(c), "name") }, byReader(c));
  return result.ok ? seeOther(c, "/me/elsewhere", "renamed") : mainAgain(c, services, result.refusal);
});

/** `POST /me/elsewhere/follows` */
export const follow = asPerson(async (c, services) => {
  const found = await actorNamed(c, services, textOf(sentForm(c), "who"), "who");
  if (!found.ok) return mainAgain(c, services, found.refusal);
  const result = await services.application.execute(followActor, found.value, byReader(c));
  if (!result.ok) return mainAgain(c, services, result.refusal);
  return seeOther(c, contactPath({ id: result.value.contactId }), "followed");
});

/** `POST /me/elsewhere/actors/:contact/unfollow` */
export const unfollow = asPerson(async (c, services) => {
  const input = { contactId: c.req.param("contact") ?? "" };
  const result = await services.application.execute(unfollowActor, input, byReader(c));
  return result.ok ? seeOther(c, "/me/elsewhere", "unfollowed") : refusalPage(c, result.refusal);
});

/** `POST /me/elsewhere/actors/:contact/silence` */
export const silence = asPerson(async (c, services) => {
  const input = { contactId: c.req.param("contact") ?? "" };
  const result = await services.application.execute(shutOut, input, byReader(c));
  return result.ok ? seeOther(c, "/me/elsewhere", "shut-out") : refusalPage(c, result.refusal);
});

/** `POST /me/elsewhere/messages` */
export const write = asPerson(async (c, services) => {
  const form = sentForm(c);
  const found = await actorNamed(c, services, textOf(form, "to"), "to");
  if (!found.ok) return mainAgain(c, services, found.refusal);
  const input = { to: found.value, text: textOf(form, "text") };
  const result = await services.application.execute(writeToActor, input, byReader(c));
  if (!result.ok) return mainAgain(c, services, result.refusal);
  return seeOther(c, contactPath({ id: result.value.contactId }), "said");
});

/** `POST /me/elsewhere/actors/:contact/messages` */
export const writeOn = asPerson(async (c, services) => {
  const contactId = c.req.param("contact") ?? "";
  const input = { contactId, text: textOf(sentForm(c), "text") };
  const result = await services.application.execute(writeToContact, input, byReader(c));
  if (result.ok) return seeOther(c, contactPath({ id: contactId }), "said");
  return contactAgain(c, services, contactId, result.refusal);
});

/** `POST /me/elsewhere/posts/:post/replies` */
export const reply = asPerson(async (c, services) => {
  const postId = c.req.param("post") ?? "";
  const input = { postId, text: textOf(sentForm(c), `text-${postId}`) };
  const result = await services.application.execute(answerPost, input, byReader(c));
  return afterPost(c, services, postId, result.ok ? "said" : result.refusal);
});

/** `POST /me/elsewhere/posts/:post/answers` */
export const answer = asPerson(async (c, services) => {
  const postId = c.req.param("post") ?? "";
  const input = { postId, options: textsOf(sentForm(c), `options-${postId}`) };
  const result = await services.application.execute(answerPoll, input, byReader(c));
  return afterPost(c, services, postId, result.ok ? "voted" : result.refusal);
});

function mainAgain(c: PageContext, services: AccountPageServices, refusal: FormRefusal): Promise<Response> {
  return elsewherePage(c, services, refusedForm(c.var.t, sentForm(c), refusal), refusal);
}

async function contactAgain(
  c: PageContext,
  services: AccountPageServices,
  contactId: string,
  refusal: FormRefusal,
): Promise<Response> {
  if (refusal.kind === "not-found") return refusalPage(c, refusal);
  return contactPage(c, services, contactId, refusedForm(c.var.t, sentForm(c), refusal), refusal);
}

/** On to the page of the post's author; the fields of a post bear its id, since a page shows many. */
async function afterPost(
  c: PageContext,
  services: AccountPageServices,
  postId: string,
  outcome: "said" | "voted" | FormRefusal,
): Promise<Response> {
  const { read } = services.application;
  const actor = await personActorOf(read, c.var.reader.person?.id ?? "");
  const post = actor && (await postFor(read, actor.id, postId));
  if (post === undefined) return refusalPage(c, { kind: "not-found" });
  if (typeof outcome === "string") return seeOther(c, contactPath({ id: post.contactId }), outcome);
  return contactAgain(c, services, post.contactId, withPost(outcome, postId));
}

function withPost(refusal: FormRefusal, postId: string): FormRefusal {
  if ("problems" in refusal) {
    const problems = refusal.problems.map((problem) => ({
      ...problem,
      field: `${problem.field.split(".")[0]}-${postId}`,
    }));
    return { ...refusal, problems };
  }
  const { field } = refusal;
  return field === undefined ? refusal : { ...refusal, field: `${field}-${postId}` };
}
