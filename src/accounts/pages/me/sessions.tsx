import type { Child } from "hono/jsx";
import { hashOfToken } from "../../../kernel/secrets/token.ts";
import { Form } from "../../../ui/components/form.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { RelativeTime } from "../../../ui/components/time-text.tsx";
import { seeOther } from "../../../ui/after-act.ts";
import { textOf } from "../../../ui/form-input.ts";
import { refusalPage } from "../../../ui/refusal-page.tsx";
import { byReader, sentForm, type PageContext } from "../../../ui/request.ts";
import { endOtherSessions, endSession } from "../../commands/sign-in/end-session.ts";
import type { ListedSession } from "../../store/sessions.read.ts";
import type { AccountPageServices } from "../account-page-services.ts";
import { sessionToken } from "../session/session-cookie.ts";

/** Where the reader is signed in, and how to end it. */
export function Sessions({
  c,
  sessions,
}: {
  readonly c: PageContext;
  readonly sessions: readonly ListedSession[];
}): Child {
  const { t, frame } = c.var;
  return (
    <Section title={t("accounts.me.sessions")} id="sessions">
      <ul class="own-list">
        {sessions.map((session) => (
          <li>
            <SessionWords c={c} session={session} />
            {!session.isThis && (
              <Form frame={frame} action="/me/sessions/end">
                <input type="hidden" name="session" value={session.id} />
                <Submit kind="quiet" label={t("accounts.me.end-session-of", { device: deviceWords(c, session) })}>
                  {t("accounts.me.end-session")}
                </Submit>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Form frame={frame} action="/me/sessions/end-others">
          <Submit kind="quiet">{t("accounts.me.end-other-sessions")}</Submit>
        </Form>
      )}
    </Section>
  );
}

function SessionWords({ c, session }: { readonly c: PageContext; readonly session: ListedSession }) {
  const { t, frame } = c.var;
  const device = deviceWords(c, session);
  if (session.isThis) return <span>{t("accounts.me.this-session", { device })}</span>;
  const seen = { time: () => <RelativeTime t={t} instant={session.lastSeenAt} now={frame.now} /> };
  return <span>{t.rich("accounts.me.other-session", seen, { device })}</span>;
}

function deviceWords(c: PageContext, { device }: ListedSession): string {
  return device === "" ? c.var.t("accounts.me.unknown-device") : device;
}

/** `POST /me/sessions/end` */
export async function endOne(c: PageContext, { application }: AccountPageServices): Promise<Response> {
  const result = await application.execute(endSession, { sessionId: textOf(sentForm(c), "session") }, byReader(c));
  return result.ok ? seeOther(c, "/me", "session-ended") : refusalPage(c, result.refusal);
}

/** `POST /me/sessions/end-others` */
export async function endOthers(c: PageContext, { application }: AccountPageServices): Promise<Response> {
  const tokenHash = hashOfToken(sessionToken(c) ?? "");
  const result = await application.execute(endOtherSessions, { tokenHash }, byReader(c));
  return result.ok ? seeOther(c, "/me", "sessions-ended") : refusalPage(c, result.refusal);
}
