import type { Role } from "./role.ts";

/** How people name what they would do, by language, as patterns of words without accents and apostrophes; see `replyWords`. */
type RoleWords = Readonly<Record<Role | "offer", string>>;

/**
 * The names under which pages show the roles are among them. `offer` is what an offer begins with: "I can", "I would like to be the". The roles are named as a thing to be ("note-taker") and as a
 * thing to do ("take notes"). A pattern may not mean two roles in two languages.
 */
export const roleWords: Readonly<Record<"en" | "es" | "fr" | "de" | "it", RoleWords>> = {
  en: {
    offer: `i/we can/could/will/would | i can/could/will be the/a/an/your? | ill | ill be the/a/an/your? | id like/love to be? the/a/an?
      i would like/love to be? the/a/an? | im happy to be? the/a/an? | i am happy to be? the/a/an? | happy to be? the/a/an?
      let me | let me be the/a/an? | i volunteer to/as/for be? the/a/an? | i offer to be? the/a/an? | as the/a/an? | me as the/a/an?`,
    host: `host | be the? host | welcome people/everyone`,
    facilitator: `facilitator | facilitate | moderate | moderator | lead the round`,
    "note-taker": `note taker | notetaker | take notes | take the notes/minutes | take minutes | write the? minutes/notes | minute taker`,
    timekeeper: `timekeeper | time keeper | keep time | keep the time | watch the? time/clock`,
    "access-steward": `access steward | look after access | see to access`,
    "safety-contact": `safety contact | contact for safety | be there for safety`,
    interpreter: `interpreter | interpret | translate | translator`,
    speaker: `speaker | speak | give a talk`,
  },
  es: {
    offer: `puedo/podria ser? el/la/un/una? | yo puedo/podria ser? el/la/un/una? | me gustaria ser? el/la? | quiero/quisiera ser? el/la?
      me ofrezco para/como/a ser? el/la? | yo | como`,
    host: `acogida | anfitriona/anfitrion/anfitrione | dar la bienvenida | recibir a la gente`,
    facilitator: `facilitacion | facilitadora/facilitador/facilitadore | facilitar | moderar | moderadora/moderador`,
    "note-taker": `notas | tomar notas | tomar apuntes | tomar acta | hacer el acta | escribir el acta | levantar acta | tomo notas | secretaria de actas`,
    timekeeper: `control del tiempo | controlar el tiempo | cuidar el tiempo | llevar el tiempo | guardatiempos`,
    "access-steward": `responsable de accesibilidad | cuidar la accesibilidad | accesibilidad`,
    "safety-contact": `contacto de seguridad | persona de contacto de seguridad`,
    interpreter: `interpretacion | interprete | interpretar | traducir | traductora/traductor`,
    speaker: `ponencia | ponente | oradora/orador | dar una charla`,
  },
  fr: {
    offer: `je peux/pourrais etre? le/la/un/une? | je veux/voudrais bien? etre? le/la? | jaimerais etre? le/la? | je me propose pour/comme
      je propose de | je suis volontaire pour | comme | je`,
    host: `accueil | accueillir | hote/hotesse | lhote/lhotesse | accueillir les gens`,
    facilitator: `animation | faciliter | facilitatrice/facilitateur | animer | animatrice/animateur | moderatrice/moderateur`,
    "note-taker": `prendre des notes | prendre les notes | prends des notes | prends les notes | prise de notes | faire le compte rendu
      secretaire de seance | preneuse/preneur de notes`,
    timekeeper: `gestion du temps | garder le temps | tenir le temps | gardienne/gardien du temps | surveiller lheure`,
    "access-steward": `referente/referent accessibilite | veiller a laccessibilite | soccuper de laccessibilite | accessibilite`,
    "safety-contact": `contact en cas de probleme | contact securite | personne de confiance | contact de securite`,
    interpreter: `interpretation | interpreter | traduire | traductrice/traducteur | linterprete`,
    speaker: `intervention | intervenante/intervenant | conferenciere/conferencier | faire un expose`,
  },
  de: {
    offer: `ich kann/konnte/koennte gern/gerne? | ich mochte/wurde gern/gerne | ich mache/mach gern/gerne? | ich ubernehme gern/gerne? den/die/das?
      ich werde | ich biete mich an als | ich melde mich als | als | ich`,
    host: `begrussung | gastgeberin/gastgeber | gastgeben | leute begrussen`,
    facilitator: `moderieren | moderation | moderatorin | begleiten | begleitung`,
    "note-taker": `protokoll | protokoll schreiben/fuhren | das protokoll schreiben/fuhren? | mitschreiben | schreibe mit | protokollieren
      schriftfuhrung | notizen machen | protokollantin/protokollant`,
    timekeeper: `zeitwache | zeit nehmen | die zeit nehmen | auf die zeit achten | zeitwachterin/zeitwachter | zeitnehmerin/zeitnehmer`,
    "access-steward": `barrierefreiheit | auf barrierefreiheit achten | ansprechperson fur barrierefreiheit`,
    "safety-contact": `vertrauensperson | ansprechperson fur sicherheit | sicherheitskontakt`,
    interpreter: `dolmetschen | dolmetscherin/dolmetscher | ubersetzen | ubersetzerin/ubersetzer`,
    speaker: `vortrag | vortragen | einen vortrag halten | referentin/referent | vortragende/vortragender | sprecherin/sprecher`,
  },
  it: {
    offer: `posso/potrei essere? il/la/lo/un/una? | io posso essere? il/la? | mi offro per/come | vorrei essere? il/la?
      mi piacerebbe essere? il/la? | come | io`,
    host: `accoglienza | fare gli onori di casa | ospite di casa | padrona/padrone di casa | accogliere le persone`,
    facilitator: `facilitazione | facilitatrice/facilitatore | facilitare | fare la facilitazione | moderare | moderatrice/moderatore`,
    "note-taker": `appunti | prendere appunti | prendere note | prendo appunti | fare il verbale | scrivere il verbale | verbalizzare | verbalista`,
    timekeeper: `tenuta dei tempi | tenere il tempo | tenere i tempi | controllare il tempo | guardare lorologio`,
    "access-steward": `referente accessibilita | referente per laccessibilita | curare laccessibilita | accessibilita`,
    "safety-contact": `contatto per la sicurezza | referente per la sicurezza | persona di fiducia`,
    interpreter: `interpretariato | interprete | fare linterprete | tradurre | traduttrice/traduttore`,
    speaker: `intervento | relatrice/relatore | fare un intervento | tenere un intervento`,
  },
};
