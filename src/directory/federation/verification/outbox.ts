import { directMessageActivity } from "../../../kernel/federation/deliveries/direct-message.ts";
import { serverActorId } from "../../../kernel/federation/local-actor.ts";
import type { Publisher } from "../../../kernel/federation/outgoing.ts";
import { isLanguage } from "../../../kernel/i18n/language.ts";
import { entryById } from "../../store/entries.read.ts";

/**
 * The question to the account that a place's server names as its contact: whether the entry speaks for it, with the code to answer by. Its id derives
 * from the code, so that sent again it is recognised as the same.
 */
export const askingContacts: Publisher = {
  name: "directory/asking-contacts",
  events: ["directory-contact-asked"],
  publish: async ({ read, origin, translations }, event) => {
    const { entryId, language } = event.payload;
    const entry = typeof entryId === "string" ? await entryById(read, entryId) : undefined;
    const proof = entry?.proofs.find(({ kind, state }) => kind === "account" && state === "asked");
    if (entry?.domain === undefined || proof?.account === undefined) return [];
    const spoken = typeof language === "string" && isLanguage(language) ? language : "en";
    const t = translations.translator(spoken, "UTC");
    const page = new URL(`/directory/${entry.id}`, origin).href;
    const text = t("directory.proof-question", { server: origin.host, host: entry.domain, page, code: proof.code });
    const { uri, handle } = proof.account;
    const message = { from: serverActorId, to: uri, text, language: spoken, inReplyTo: undefined, key: proof.code };
    return [
      {
        from: serverActorId,
        activity: directMessageActivity(origin, message, handle, event.at),
        to: { kind: "actors", uris: [uri] },
      },
    ];
  },
};
