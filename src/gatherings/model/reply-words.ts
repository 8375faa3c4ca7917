/** What a piece of a reply means by itself, before it is known what the gathering asked. */
export type PieceMeaning = "list" | "join" | "going" | "maybe" | "not-going" | "audience" | "stop" | "start";

/** What people write in one language, as patterns; see {@link replyWords}. */
export type LanguageWords = Readonly<Record<PieceMeaning | "politeness" | "partyOf" | "partyPlus" | "numbers", string>>;

/**
 * What people write when they answer, by language.
 *
 * A pattern is a row of words without accents, apostrophes or capitals; `|` and a new line part patterns, `a/b` is either word,
 * a word with `?` may be missing, `#` is a number. `list` asks for the interest list whatever was asked, `join` for that or a
 * place, depending on the question; `politeness` says nothing; `partyOf` says how many come (two when it has no number),
 * `partyPlus` how many more (one); `numbers` are the words for 1, 2, 3 and so on. The language of a reply is not known, so a
 * pattern may not mean two things in two languages.
 */
export const replyWords: Readonly<Record<"en" | "es" | "fr" | "de" | "it", LanguageWords>> = {
  en: {
    list: `add/put/sign/write me to/on/onto? the? interest? list? | put me down | sign me up | id? like to be on the list
      im? interested | i am interested | keep me posted/informed/updated | let me know`,
    join: `count/include me in? | im in | i am in | me too | we are in | were in
      id/i would? like/love/want to join/participate | i want to join/participate | we would like to join`,
    going: `oh? yes/yep/yeah | yes i/we can/will/do/am/are | yes im | sure | of course | definitely | absolutely | certainly
      i/we will come/attend | ill come/attend | i/we will be there | ill be there | well be there | see you there
      i am coming/going | im coming/going | we are coming/going | were coming/going | coming | going | attending | are coming
      i/we can come/attend | i/we can make it | id love to | i would love to | happy to | will come/attend | will be there`,
    maybe: `maybe | perhaps | possibly | tentative | im? not sure yet? | i am not sure yet? | i dont know yet? | dont know yet
      i/we might come? | i/we may come | might come | i think so`,
    "not-going": `no/nope | no im not | no i am not | not coming/going/attending | count me out | im out
      im not coming/going | i am not coming/going | were not coming | we are not coming
      i/we wont come/attend | i/we wont be there | i/we wont make it | i will not come/attend
      i/we cant/cannot come/attend? | i/we cant/cannot make it | i/we cant/cannot be there
      cant/cannot come/attend | cant/cannot make it | unable to attend`,
    audience: `audience | as/in the? audience | just/only listening | listen only | just/only to listen
      id/i would? just/only? like to just/only? listen | i just/only want to listen | ill just/only listen
      i want to just/only listen | i am just/only listening | im just/only listening`,
    stop: `stop | stop it/this/now | unsubscribe me? | opt out | leave me alone | remove me from? the? list?
      take me off the? list? | stop messaging/writing me | stop sending me messages | no more messages`,
    start: `start again? | resubscribe me? | subscribe me? | resume`,
    politeness: `please/pls/plz | thanks/thx a? lot? | thank you very? much? | many thanks | hi/hello/hey there/all/everyone?
      sorry | im sorry | im afraid | unfortunately | cheers | great | cool | nice | wonderful | ok | okay | good idea
      great idea | love it | and`,
    partyOf: `# | # of us | # people/persons/seats/places | for # people? | we are/will? be? # people? | were # people? | there are # of us
      there will be # of us | both of us | all # of us | party of #`,
    partyPlus: `plus # | plus a guest/friend | and/with a/one/my guest/friend/colleague/partner | and # more/others/friends`,
    numbers: `one | two | three | four | five | six | seven | eight | nine | ten`,
  },
  es: {
    list: `apuntame/apuntadme/apuntenme a/en? la? lista? | anotame/anotenme a/en? la? lista? | inscribeme a/en? la? lista?
      agregame/anademe/sumame a/en? la? lista? | ponme/ponedme/ponganme en la lista | me apunto a la lista
      me interesa | estoy interesada/interesado/interesade | avisame/avisadme/avisenme | mantenme al tanto`,
    join: `cuenta/contad/cuenten conmigo | me apunto/sumo | nos apuntamos | yo tambien | quiero participar/unirme/apuntarme
      me gustaria participar/unirme | quisiera participar`,
    going: `si | voy/vamos/ire/iremos | asistire/asistiremos | ahi/alli/alla estare/estaremos | estare/estaremos ahi/alli/alla
      voy a ir | vamos a ir | puedo/podemos ir | puedo/podemos | podre/podremos ir | claro que? si? | por supuesto
      desde luego | confirmo asistencia? | nos vemos ahi/alli/alla | encantada/encantado/encantade`,
    maybe: `quizas/quiza | tal vez | talvez | puede ser | a lo mejor | puede que si/vaya/vayamos | posiblemente | creo que si
      no estoy segura/seguro/segure aun/todavia? | aun/todavia? no lo? se | no lo? se aun/todavia | ya veremos`,
    "not-going": `no | no voy/vamos/ire/iremos | no asistire/asistiremos | no puedo/podemos ir/asistir?
      no podre/podremos ir/asistir? | no voy a ir/poder ir? | no vamos a ir/poder ir? | no estare/estaremos
      no cuentes/conteis/cuenten conmigo | me es imposible | imposible`,
    audience: `oyente | de/como oyente | publico | como/de publico | solo escuchar | solo? quiero/quisiera solo? escuchar
      solo? me gustaria solo? escuchar | voy solo a escuchar | solo voy a escuchar`,
    stop: `stop | baja | dame/denme/deme/darme/dadme de baja | quiero darme de baja | cancelar/cancela mi/la? suscripcion
      quitame/borrame/sacame de la lista | no me escribas/escribais mas | no mas mensajes | alto`,
    start: `alta | dame/deme/darme de alta | reanudar/reanuda | suscribirme/suscribeme | start`,
    politeness: `por favor | porfa | gracias | muchas gracias | mil gracias | hola a? todas/todos/todes? | buenas | lo siento
      lo siento mucho | perdon | disculpa/disculpad/disculpen | desgraciadamente | lamentablemente | genial | estupendo
      buena idea | que bien | vale | ok | saludos | un abrazo | con mucho? gusto | y`,
    partyOf: `# | somos/seremos/seriamos # personas? | # personas | para # personas? | los/las dos`,
    partyPlus: `mas/plus # | y # mas | con # mas/personas | con/y un/una/mi amigo/amiga/companera/companero/pareja/colega`,
    numbers: `uno/una/un | dos | tres | cuatro | cinco | seis | siete | ocho | nueve | diez`,
  },
  fr: {
    list: `ajoute/ajoutez moi a/sur? la? liste? | mets/mettez moi sur/dans la liste | inscris/inscrivez moi a/sur? la? liste?
      je suis interessee/interesse | interessee/interesse | ca/cela minteresse | tiens/tenez moi au courant
      tiens/tenez moi informee/informe`,
    join: `jen suis/serai | on en est | compte/comptez sur moi/nous | comptez moi | moi aussi | nous aussi
      je suis? partante/partant | partante/partant | je participe | nous participons | je veux/voudrais participer
      jaimerais participer | je me joins a vous`,
    going: `oui/ouais/ouep | je viens/viendrai | nous venons/viendrons | on vient/viendra | je/nous serai/serons la | on sera la
      jy serai | nous y serons | jirai | jy vais | je peux venir | nous pouvons venir | je pourrai venir | avec plaisir
      volontiers | bien sur | bien entendu | absolument | certainement | presente/present`,
    maybe: `peut etre bien? | possible | possiblement | cest possible | eventuellement | je ne? sais pas encore? | je verrai
      on verra | pas encore? sure/sur | je ne? suis pas encore? sure/sur | je crois/pense que oui`,
    "not-going": `non | je ne? viens/viendrai pas | nous ne venons/viendrons pas | on ne? vient/viendra pas | je ne? serai pas la
      nous ne serons pas la | je ny serai pas | jy serai pas | je ne? peux pas venir? | je ne? pourrai pas venir?
      nous ne pouvons/pourrons pas venir? | on ne? peut/pourra pas venir? | je ne? suis pas dispo/disponible/libre
      pas dispo/disponible/possible/libre | impossible | sans moi | ce sera sans moi`,
    audience: `juste/seulement/simplement ecouter | pour ecouter | dans le public | comme public | en spectateur/spectatrice
      je veux/voudrais juste/seulement/simplement? ecouter | jaimerais juste/seulement/simplement? ecouter
      je viens/viendrai juste/seulement/simplement? ecouter | en/comme auditeur/auditrice libre? | auditeur/auditrice libre?`,
    stop: `stop | arret | arrete/arretez | arrete/arretez de mecrire | desabonner | desabonne/desabonnez moi | me desabonner
      desabonnement | desinscrire | desinscris/desinscrivez moi | me desinscrire | desinscription | plus de messages
      retire/retirez/enleve/enlevez moi de la liste`,
    start: `reprendre | reprise | reabonner | reabonne/reabonnez moi | abonne/abonnez moi | start`,
    politeness: `sil te/vous plait | stp | svp | merci beaucoup/bien/davance? | bonjour a? tous/toutes? | salut | bonsoir | coucou
      desolee/desole | je suis desolee/desole | malheureusement | helas | super | genial | chouette | parfait | bonne idee
      super idee | ok | daccord | cordialement | bises | et`,
    partyOf: `# | # personnes/places | a/pour # | pour # personnes | nous/on serons/sera/sommes/est # personnes?
      tous/toutes les deux`,
    partyPlus: `plus # | et/avec # autre/autres/personne/personnes/de? plus? | et/avec un/une/mon/ma ami/amie/collegue/conjoint/conjointe`,
    numbers: `un/une | deux | trois | quatre | cinq | six | sept | huit | neuf | dix`,
  },
  de: {
    list: `trag/tragt/trage mich bitte? ein | trag/tragt/trage mich bitte? in die liste ein | eintragen | mich eintragen
      setz/setze/setzt/nimm/nehmt/schreib/schreibt mich bitte? auf die liste | auf die liste | fug/fuge/fugt mich bitte? hinzu
      ich hab/habe interesse | ich bin interessiert | interessiert | interesse | halt/haltet mich auf dem laufenden
      sag/sagt/gib/gebt mir bescheid`,
    join: `ich? bin dabei | wir? sind dabei | ich? mach/mache mit | wir? machen mit | ich auch | wir auch | zahl/zahlt auf mich
      rechne/rechnet mit mir | ich mochte/will mitmachen/teilnehmen | ich wurde gern/gerne? mitmachen/teilnehmen
      ich melde mich an | melde mich an`,
    going: `ja/jo/jep | gern/gerne | klar | na klar | sicher | naturlich | selbstverstandlich | auf jeden fall | ich? komme gern/gerne?
      wir? kommen gern/gerne? | ich nehm/nehme teil | wir nehmen teil | ich werde da/dabei sein | wir werden da/dabei sein
      ich bin da | wir sind da | ich kann kommen? | wir konnen kommen? | zusage | ich sag/sage zu | wir sagen zu`,
    maybe: `vielleicht | eventuell | evtl | moglicherweise | ich? weiss es? noch nicht | weiss ich noch nicht | ich? weiss nicht
      ich? bin noch? nicht sicher | noch? nicht sicher | unsicher | mal sehen | kann sein | ich glaube schon
      ich? komme vielleicht/eventuell`,
    "not-going": `nein/nee | leider nicht | leider nein | ich? komme leider? nicht | wir? kommen leider? nicht
      ich? kann leider? nicht kommen? | wir? konnen leider? nicht kommen? | ich? bin leider? nicht dabei/da
      wir? sind leider? nicht dabei/da | nicht dabei | ohne mich/uns | absage | ich sag/sage leider? ab | wir sagen leider? ab
      ich muss leider? absagen | wir mussen leider? absagen | klappt leider? nicht | geht leider? nicht`,
    audience: `nur? zuhoren/zuhoeren | zuhorer/zuhorerin/zuhorende | als zuhorer/zuhorerin/zuhorende | publikum | als publikum
      im publikum | ich mochte/moechte/will gern/gerne? nur? zuhoren/zuhoeren | ich wurde gern/gerne? nur? zuhoren/zuhoeren
      ich hore/hoer/hor nur? zu | ich komme nur zum zuhoren`,
    stop: `stop/stopp | halt | abmelden | mich abmelden | melde/meldet mich ab | abbestellen | austragen | mich austragen
      trag/tragt/trage mich aus | streich/streicht/nimm/nehmt mich von der liste | keine nachrichten mehr`,
    start: `start | wieder anmelden | melde/meldet mich wieder an | wieder aufnehmen | fortsetzen`,
    politeness: `bitte | danke schon/sehr? | vielen dank | hallo/hi/hey zusammen/alle/allerseits? | moin | guten tag | sorry
      tut mir leid | entschuldigung | leider | super | toll | prima | top | gute idee | tolle idee | ok | okay
      liebe/viele/beste grusse | lg | vg | und`,
    partyOf: `# | # personen/leute/platze | fur/zu # personen? | wir sind zu? # personen/leute? | wir beide | beide`,
    partyPlus: `plus # | und noch # | und # weitere/andere | mit # weiteren | mit begleitung | plus begleitung
      mit einer/einem/meiner/meinem freundin/freund/kollegin/kollegen/partnerin/partner`,
    numbers: `eins/ein/eine/einer | zwei/zweit | drei/dritt | vier/viert | funf/fuenf | sechs | sieben | acht | neun | zehn`,
  },
  it: {
    list: `aggiungimi/aggiungetemi alla/in? lista? | mettimi/mettetemi in/nella/sulla lista | iscrivimi/iscrivetemi alla? lista?
      segnami/segnatemi alla/in/nella? lista? | mi interessa | sono interessata/interessato | interessata/interessato
      tienimi/tenetemi aggiornata/aggiornato | tienimi/tenetemi informata/informato | fammi/fatemi sapere`,
    join: `conta/contate su di me/noi | ci sto/stiamo | anchio | anche io/noi | mi unisco | ci uniamo | voglio/vorrei partecipare
      mi piacerebbe partecipare`,
    going: `si | vengo/verro/veniamo/verremo | ci saro/saremo | ci sono | saro presente | saremo presenti | vengo/veniamo volentieri
      partecipo/partecipero/partecipiamo/parteciperemo | posso/possiamo venire | posso | certo | certamente | sicuro
      volentieri | con piacere | senzaltro | assolutamente si | confermo`,
    maybe: `forse | puo darsi | puo essere | non lo? so ancora? | ancora non lo? so | non sono sicura/sicuro ancora?
      non sono ancora sicura/sicuro | vediamo | vedremo | forse si/vengo | credo di si`,
    "not-going": `no | non vengo/verro/veniamo/verremo | non posso/possiamo venire/partecipare? | non potro/potremo venire/partecipare?
      non ci saro/saremo | non ci sono | non partecipo/partecipero/partecipiamo | non riesco/riusciamo a? venire/partecipare?
      non riusciro a? venire? | senza di me | impossibile`,
    audience: `solo/soltanto ascoltare | solo/soltanto per ascoltare | ascolto soltanto | ascolto e basta | come uditore/uditrice
      uditore/uditrice | come pubblico | nel/tra/fra il? pubblico | pubblico | vorrei/voglio solo/soltanto? ascoltare
      mi piacerebbe solo/soltanto? ascoltare | vengo solo/soltanto? ad ascoltare`,
    stop: `stop | basta | basta messaggi | ferma/fermati/fermatevi | disiscrivimi/disiscrivetemi | disiscrivi | disiscrizione
      annulla iscrizione | cancellami/cancellatemi dalla? lista? | toglimi/toglietemi dalla lista
      rimuovimi/rimuovetemi dalla? lista? | niente piu messaggi`,
    start: `start | riprendi | ricomincia | riattiva | reiscrivimi/reiscrivetemi`,
    politeness: `per favore/piacere | grazie mille/tante? | ciao a? tutte/tutti? | salve | buongiorno | buonasera | scusa/scusate
      mi dispiace | mi spiace | purtroppo | fantastico | ottimo | bello | perfetto | bella idea | ottima idea | va bene | ok
      un abbraccio | saluti | e`,
    partyOf: `# | # persone/posti | in/per # | per # persone | siamo/saremo in? # persone? | tutti e due | tutte e due`,
    partyPlus: `piu/plus # | e # altre/altri | con # altre/altri | con/e unamica
      con/e un/una/mio/mia amico/amica/collega/compagna/compagno`,
    numbers: `uno/una/un | due | tre | quattro | cinque | sei | sette | otto | nove | dieci`,
  },
};
