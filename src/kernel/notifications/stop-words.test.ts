import { expect, test } from "vitest";
import { stopOrStart } from "./stop-words.ts";

test.each(["STOP", "stop", " Stop. ", "STOP!", "Stopp", "¡Alto!", "basta", "Parar", "Arrêt", "« Arrêter »", "ferma"])(
  "%j ends what it answers",
  (text) => {
    expect(stopOrStart(text)).toBe("stop");
  },
);

test.each(["START", "Start!", "starten", "Empezar", "iniciar", "Démarrer", "reprendre", "Riprendi", "inizia"])(
  "%j takes it up again",
  (text) => {
    expect(stopOrStart(text)).toBe("start");
  },
);

test.each([
  "",
  "stop by at my place",
  "please stop",
  "don't stop",
  "start stop",
  "s t o p",
  "nonstop",
  "S".repeat(100_000),
])("%j is something else", (text) => {
  expect(stopOrStart(text)).toBeUndefined();
});
