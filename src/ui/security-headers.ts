import type { MiddlewareHandler } from "hono";

/** What the security headers depend on. */
export interface SecurityHeadersOptions {
  /** Where the world finds this server. */
  readonly origin: URL;
  /**
   * Where a form may lead in the end, besides this server: signing in sends people to their own server, which can be any.
   * `https:` in earnest; tests on loopback add theirs.
   */
  readonly formTargets: readonly string[];
}

/**
 * The headers under which every page is shown: nothing from elsewhere, nothing inline, in no frame (OWASP HTTP Headers Cheat Sheet;
 * W3C Content Security Policy Level 3).
 */
export function securityHeaders({ origin, formTargets }: SecurityHeadersOptions): MiddlewareHandler {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    ["form-action 'self'", ...formTargets].join(" "),
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");
  return async (c, next) => {
    await next();
    // What people attached goes out under a narrower policy of its own, and may be shown on other servers.
    if (!c.res.headers.has("Content-Security-Policy")) c.header("Content-Security-Policy", policy);
    c.header("X-Content-Type-Options", "nosniff");
    c.header("X-Frame-Options", "DENY");
    // With "no-referrer" browsers would send the forms of our own pages with "Origin: null" (Fetch standard, "append a request Origin header").
    c.header("Referrer-Policy", "same-origin");
    c.header("Cross-Origin-Opener-Policy", "same-origin");
    if (!c.res.headers.has("Cross-Origin-Resource-Policy")) c.header("Cross-Origin-Resource-Policy", "same-origin");
    c.header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    if (origin.protocol === "https:") c.header("Strict-Transport-Security", "max-age=63072000");
  };
}
