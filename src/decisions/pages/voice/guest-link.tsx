import type { Translator } from "../../../kernel/i18n/translator.ts";
import { Notice } from "../../../ui/components/notice.tsx";
import { UserName } from "../../../ui/text.tsx";
import type { Proposal } from "../../store/proposals/proposals.read.ts";

interface GuestLinkProps {
  readonly t: Translator;
  readonly proposal: Proposal;
  readonly name: string;
  /** Where the inviter's own mail program is to send it; empty where they hand it over in another way. It is not kept. */
  readonly email: string;
  readonly href: string;
}

/** The link of a guest, shown once to whoever invited them. */
export function GuestLink({ t, proposal, name, email, href }: GuestLinkProps) {
  return (
    <Notice
      t={t}
      what={
        <>
          {t("decisions.voice.guest.made")} <UserName name={name} />
        </>
      }
      told={t("decisions.voice.guest.made-told")}
    >
      <p>
        <code class="receipt-code">{href}</code>
      </p>
      <p>
        <a href={letterTo(t, proposal, email, href)}>{t("decisions.voice.guest.send-mail")}</a>
      </p>
    </Notice>
  );
}

/** A letter for the inviter's own mail program (RFC 6068): no address of a guest ever comes to this server to stay. */
function letterTo(t: Translator, proposal: Proposal, email: string, href: string): string {
  const to = /^[^\s@?&#]+@[^\s@?&#]+$/.test(email) ? encodeURIComponent(email) : "";
  const subject = encodeURIComponent(t("decisions.voice.guest.mail-subject", { title: proposal.title }));
  const words = t("decisions.voice.guest.mail-text", {
    title: proposal.title,
    closes: t.dateTime(proposal.closesAt),
    link: href,
  });
  return `mailto:${to.replaceAll("%40", "@")}?subject=${subject}&body=${encodeURIComponent(words.replaceAll("\n", "\r\n"))}`;
}
