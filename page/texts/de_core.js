// Made by tools/language.py from knowledge/languages/de.txt: change it there.

export const words = `1hbglzg Taube oder schwache Füße und dazu Mühe beim Atmen, Schlucken oder Sprechen, oder ein schwaches Gesicht
hgv7vy Eine Krankheit der Nerven kann das Atmen treffen, oder es ist ein Schlaganfall. Beides braucht sofort Hilfe.
1m2syow Ruf jetzt den Rettungsdienst.
gzv25n Plötzlich Taubheit oder Schwäche auf einer Seite, ein hängendes Gesicht oder Störungen beim Sprechen oder Sehen, auch wenn es vorbeiging
7h19pf Es kann ein Schlaganfall sein oder die Warnung vor einem, auch wenn es vorbei ist.
1m9ebul Die Beschwerden an Bein oder Fuß zusammen mit Brustschmerz, Atemnot oder Zusammenbruch
4h6gpv Es kann das Herz sein, ein Blutgerinnsel in der Lunge oder eine Hitzekrankheit. Alles davon braucht sofort Hilfe.
1drvi8i Ein Bein oder Fuß, der plötzlich kalt, blass oder blau, schmerzhaft und taub ist und nach dem Anhalten nicht warm wird
kl7ipn Die Schlagader (Arterie) des Beins kann verstopft sein. Sie lässt sich wieder öffnen, und jede Stunde zählt.
1udwjhw Ruf jetzt den Rettungsdienst. Warte nicht, bis es warm wird.
1bd8o1t Taubheit oder ein seltsames Gefühl zwischen den Beinen, an den Geschlechtsteilen oder am After
19z5qpq Die Nerven am unteren Ende der Wirbelsäule können eingeklemmt sein (Cauda-equina-Syndrom). Das ist selten, und jede Stunde zählt.
lgiz1 Geh jetzt in eine Notaufnahme, oder wähl den Notruf. Fahr nicht selbst.
1fiubw3 Neue Störungen beim Wasserlassen oder beim Stuhlgang (kommt nicht, wird nicht gespürt, lässt sich nicht halten), oder das Gefühl beim Sex ist weg
1p1ylh3 Geh jetzt in eine Notaufnahme. Fahr nicht selbst.
1a9ofjy Rückenschmerz mit Schmerz, Kribbeln, Taubheit oder Schwäche in beiden Beinen, neu oder schlimmer in den letzten 14 Tagen
wydp7n Beschwerden in beiden Beinen mit Rückenschmerz können von Druck auf die Nerven am unteren Ende der Wirbelsäule kommen. Das ist selten, und jede Stunde zählt.
p0kmjw Kribbeln oder Schwäche, die von den Füßen nach oben steigt oder sich in Stunden bis Tagen schnell ausbreitet
18t715m Taubheit oder Schwäche, die in wenigen Tagen steigt oder sich ausbreitet, kann von entzündeten Nerven kommen (Guillain-Barré-Syndrom) oder vom Rückenmark. Das ist selten und gehört früh ins Krankenhaus.
1ro7ssx Geh jetzt in eine Notaufnahme. Fahr nicht selbst. Wenn Atmen oder Schlucken schwer wird, ruf den Rettungsdienst.
g3f4wg Starker, wachsender Schmerz und Spannung im Bein nach einem Lauf oder Stoß, die in Ruhe nicht nachlassen und schlimmer werden, wenn man die Zehen dehnt
1j9ktg9 Der Druck im Bein kann für die Muskeln zu hoch sein (akutes Kompartmentsyndrom). Das lässt sich entlasten, und jede Stunde zählt.
1q8fh0y Beide Beine in Ruhe schwach, oder ein neuer, unsicherer Gang
1s06419 Das Rückenmark oder die Nerven der Beine können in Not sein. Das ist selten und gehört früh ins Krankenhaus.
g1wzfk Geh jetzt in eine Notaufnahme. Fahr nicht selbst. Nur wenn es seit mehr als drei Monaten genau gleich ist: Geh stattdessen heute zum Arzt.
b69qb2 Ein Fuß, der auch nach dem Lauf herabhängt oder aufklatscht, oder auf dessen Ferse du nicht gehen kannst
jclc1j Ein Nerv kann seine Kraft verloren haben. Wie gut er sich erholt, hängt von der Zeit ab.
310r1v Geh heute zum Arzt. Mit Rückenschmerz und wenn beide Beine betroffen sind: in eine Notaufnahme.
1vyj6l8 Rückenschmerz mit Fieber, mit bekanntem Krebs, mit Gewichtsverlust ohne Grund oder in der Nacht
ol6sn Eine Infektion oder eine Geschwulst in der Wirbelsäule sollte ausgeschlossen werden.
2ghkx1 Sprich heute mit einem Arzt.
uj2edq Taub nach einem Sturz, Umknicken oder Quetschen, mit schiefem Fuß oder Bein, oder du schaffst keine 4 Schritte
1pxshdr Etwas kann gebrochen oder verschoben sein und auf einen Nerv drücken.
f4ty9j Geh heute in eine Unfallambulanz oder eine Notaufnahme.
1c90t19 Eine Wade neu geschwollen, warm und schmerzhaft
3fdf7t Es kann ein Blutgerinnsel in einer Vene sein (Thrombose).
ogq82b Geh heute zum Arzt. Ruf den Rettungsdienst, wenn du schlecht Luft bekommst.
17wi2vp Diabetes, oder Füße, die in Ruhe taub sind, und dazu eine Wunde, eine Blase, ein Geschwür oder eine wachsende Rötung am Fuß
16kgapm Ein Fuß, der nichts spürt, heilt nicht gut. Eine Infektion kann sich schnell ausbreiten.
1aw60xb Geh heute in eine Fußambulanz oder zum Arzt; in eine Notaufnahme, wenn du dich krank fühlst. Lauf nicht.
10f92ie Diabetes, oder Füße, die in Ruhe taub sind, und dazu ein heißer, roter, geschwollener Fuß, auch wenn er kaum weh tut
8vg383 Die Knochen des Fußes können nachgeben (Charcot-Fuß).
163w6p3 Entlaste den Fuß, und geh heute in eine Fußambulanz oder zum Arzt.
1nkeped Fußschmerz im Bett, der nachlässt, wenn das Bein herunterhängt, ein schwarzer oder blauer Zeh, oder eine Wunde, die nicht heilt
mqgbg9 Im Fuß kann zu wenig Blut ankommen.
1lqtvo7 Geh heute zum Arzt.
5vrifz Ein Auge sieht nichts mehr, schlecht oder verschwommen und tut weh, oder du siehst doppelt, jetzt oder in den letzten Wochen
193zs6l Ein entzündeter Sehnerv und taube Arme oder Beine können dieselbe Ursache haben.
c1c8nc Geh heute in eine Augenklinik oder zum Arzt.
17qu7am Schwanger oder bis 6 Wochen nach einer Geburt, und neu taube Füße mit Schwellung oder Kopfschmerz
1prq81c Es kann hoher Blutdruck durch die Schwangerschaft sein, oder ein Nerv, der bei der Geburt gedrückt wurde.
1gp1oo Ruf heute deine Geburtsklinik an.
dcj99k Kribbeln oder Brennen in beiden Füßen in Ruhe, und dazu Gewichtsverlust ohne Absicht, oder großer Durst und viel Urin
18xtglo Der Blutzucker kann viel zu hoch sein.
69kddh Lass heute deinen Blutzucker messen.
yb78lo Taubheit, die in Stunden oder Tagen schlimmer wird, kann heißen: Ein Nerv oder eine Schlagader braucht bald Hilfe.
6ma7zf Geh heute zum Arzt. Lauf bis dahin nicht.
1xjff2f Beide Füße neu taub in Ruhe, und dies dazu, kann von entzündeten Nerven kommen. Das ist selten. Es sollte angesehen werden, bevor es nach oben steigt.
19xco19 Geh heute zum Arzt. Wenn es steigt oder die Beine schwach werden, geh in eine Notaufnahme.
16dbccj Taubheit bis zur Taille, oder Stromschläge beim Beugen des Nackens mit schwachen oder unsicheren Beinen, kann vom Rückenmark kommen. Das ist selten, und es sollte früh angesehen werden.
1g9iwwf Geh heute zum Arzt. Wenn die Beine schwächer werden oder sich Wasserlassen oder Stuhlgang ändert: jetzt in eine Notaufnahme.
1y89r2b Neuer Schmerz oder neues Kribbeln in beiden Beinen kann von Druck auf die Nerven am unteren Ende der Wirbelsäule kommen, auch wenn der Rücken nicht weh tut. Das ist selten.
1dgiipf Geh heute zum Arzt. Wenn sich Wasserlassen, Stuhlgang oder das Gefühl zwischen den Beinen ändert: jetzt in eine Notaufnahme.
1ydm2d0 Ein ganzes Bein, das in Ruhe neu taub ist, oder Hand und Fuß zusammen: Das kann vom Rücken, vom Rückenmark, vom Gehirn oder von einer Schlagader kommen. Ein eingeklemmter Nerv im Fuß reicht nicht so weit.
qqrqy2 Geh heute zum Arzt. Kam es von einer Minute zur anderen, oder sind auch Gesicht, Sprache oder ein Arm betroffen: Ruf den Rettungsdienst.
198vlw8 Ein Bein, das spannt und in Ruhe taub bleibt, mit einer Schmerzlinie von oben, das ist meist ein Nerv aus dem Rücken. Druck im Muskel darf daneben nicht übersehen werden.
12t41yi Geh heute zum Arzt. Wenn der Schmerz wächst oder das Bein hart wird, geh in eine Notaufnahme.
2ijflk Unter 40: Wadenschmerz oder Krampf mit blassem, kaltem Fuß, jedes Mal bei derselben Anstrengung
1j6dws4 Ein Muskel hinter dem Knie kann die Schlagader abklemmen; Warten kann sie vernarben lassen.
17i9zyn Geh in den nächsten Tagen zum Hausarzt, und frag nach der Schlagader. Lauf bis dahin nicht hart.
rurkyl Über 50, oder du rauchst: Schmerz oder Taubheit in Wade oder Fuß nach derselben Gehstrecke, im Stehen nach 10 Minuten weg
9budti Die Schlagadern des Beins können eng sein.
1q6btkm Geh in den nächsten Tagen zum Hausarzt.
1dwbrbs Knochenschmerz an einer Stelle, die beim Hüpfen, in Ruhe oder nachts weh tut
m4utf8 Ein Knochen kann überlastet sein (Stressverletzung). Manche davon heilen schlecht, wenn man darauf läuft.
q6k0vb Hör auf zu laufen, und geh in den nächsten Tagen zum Sportarzt.
1v5vhn1 Beide Füße seit mehr als 2 Wochen taub in Ruhe
1twh90f Die langen Nerven können krank sein. Bluttests können zeigen, warum: Zucker, B12, Schilddrüse, Nieren, Alkohol.
8i0k4k Geh in den nächsten Tagen zum Hausarzt, spätestens in zwei Wochen. Sieh jeden Tag nach, ob deine Füße Wunden haben.
1obgpn7 Taubheit mit schlechtem Gleichgewicht oder schlechtem Gedächtnis, und ein Grund für zu wenig Vitamin B12 (vegan, Magenoperation, Metformin, Säureblocker, Lachgas)
1h6ebch Zu wenig B12 schadet dem Rückenmark; es muss früh behandelt werden.
13h9ueo Eine Stelle mit stumpfem Gefühl, die seit mehr als 2 Wochen auch ohne Laufen bleibt, oder ein Muskel, der schwindet
ee41fn Ein Nerv erholt sich vielleicht nicht von selbst.
18806bm Geh in den nächsten Tagen zum Hausarzt oder Sportarzt.
4nf89q Ein Knoten im Fuß, am Knöchel oder hinter dem Knie
1142wsi Er kann auf einen Nerv drücken.
11kg7i8 Geh in den nächsten Tagen zum Hausarzt; ein Ultraschall kann es zeigen.
1jk02pv Unter 16 Jahre alt
jc3q9 Wachsende Knochen und Erbkrankheiten brauchen einen Arzt; footfall ist für Erwachsene gemacht.
rnujxc Geh zum Hausarzt.
hb887o Ein Fuß, der aufklatscht oder hängen bleibt, ist schwach. Schwäche sollte man ansehen lassen, auch wenn sie vorbeigeht.
3qpcxo Geh in den nächsten Tagen zum Hausarzt oder Sportarzt. Halt an, wenn der Fuß zu klatschen beginnt.
1wcuwno Zehen, die weniger spüren, als sie sollten, können heißen, dass die Nerven krank sind, meist durch Zucker oder zu wenig B12. Ein Test zu Hause kann falsch sein; ein Arzt kann es klären.
1k8515m Geh in den nächsten Tagen zum Hausarzt, und frag nach Bluttests. Sieh dir jeden Tag deine Füße an.
1je4bid Taubheit, Schwäche oder verschwommenes Sehen, das mit Hitze wiederkommt, kann vom Gehirn oder Rückenmark kommen.
w8bnaq Beschwerden in beiden Beinen mit Rückenschmerz können von einem engen Wirbelkanal kommen.
1vi5h0r Geh in den nächsten Tagen zum Hausarzt. Ist es neu oder in den letzten 14 Tagen schlimmer geworden, oder ändert sich das Wasserlassen oder das Gefühl zwischen den Beinen: jetzt in eine Notaufnahme.
1ov6op5 Füße, die ohne Laufen taub sind, beide zugleich, sind nicht allein wegen des Schuhs taub.
lrlpqi Geh in den nächsten Tagen zum Hausarzt. Wenn es steigt oder die Beine schwach werden, geh in eine Notaufnahme.
91q96n Ein Fuß, der blass oder kalt wird oder einen schwachen Puls hat, bekommt vielleicht zu wenig Blut.
vmd99f Geh in den nächsten Tagen zum Hausarzt, und frag nach den Schlagadern des Beins. Lauf bis dahin nicht hart.
1rc4uwo Ein tauber oder schwacher Arm oder ein solches Bein, ein krankes Auge oder doppeltes Sehen, das einen Tag oder länger dauerte, kann vom Gehirn oder Rückenmark kommen, auch wenn es wegging.
9jvr60 Geh in den nächsten Tagen zum Hausarzt, und erzähl auch davon. Wenn es jetzt wiederkommt, geh heute zum Arzt.
ls05m1 Eine Bewegung, die auch an Tagen ohne Laufen schwächer bleibt, kann heißen, dass ein Nerv gedrückt wird: im Fuß, im Bein oder im Rücken.
119jkqu Geh in den nächsten Tagen zum Hausarzt oder Sportarzt. Wird es schwächer oder hängt der Fuß herab: heute zum Arzt. Werden beide Beine schwach, oder ändert sich das Wasserlassen: jetzt in eine Notaufnahme.
1ut90te Taube Füße und schlechtes Gleichgewicht im Dunkeln können heißen, dass die Nerven krank sind, die den Boden spüren. Ohren und Augen können dasselbe machen.
1c69pz8 Geh in den nächsten Tagen zum Hausarzt. Lauf bis dahin nicht im Dunkeln.
1njioe2 Stromschläge, wenn du den Nacken beugst, können vom Rückenmark kommen. Der Grund kann eine abgenutzte Halswirbelsäule sein, zu wenig B12 oder eine entzündete Stelle.
aqmalb Geh in den nächsten Tagen zum Hausarzt. Werden die Beine schwach oder unsicher, oder werden die Hände ungeschickt: heute zum Arzt. Ändert sich Wasserlassen oder Stuhlgang: jetzt in eine Notaufnahme.
n3k2tm Eine Wunde, die du nicht gespürt hast, kann heißen, dass der Fuß dich nicht mehr warnt, wie er sollte.
1ixsomo Geh in den nächsten Tagen zum Hausarzt oder in eine Fußambulanz; heute noch, wenn sie rot, warm oder nass ist. Halt sie sauber, und lauf nicht darauf.
iissd3 Taube Füße in der Schwangerschaft oder nach einer Geburt kommen meist von Schwellung oder einem gedrückten Nerv und vergehen. Der Blutdruck sollte angesehen werden.
58z36w Sag es in den nächsten Tagen deiner Hebamme oder Ärztin. Schwellen Gesicht, Hände oder Füße plötzlich an, mit schlimmem Kopfschmerz oder Sehstörungen, oder ist ein Bein schwach: Ruf heute deine Geburtsklinik an.
1jo90q4 Ein Gefühl, das nach einem Tag oder an einem Tag ohne Laufen nicht zurück ist, ist mehr als Druck für den Moment.
1xgjm7t Lass es ansehen. Bis das Gefühl zurück ist, beende jeden Lauf, bevor die Taubheit anfängt. Ist es zwei Wochen nach dem Anfang nicht zurück, geh zum Hausarzt oder Sportarzt.
5392va Taubheit, die über Wochen oder Monate wächst, sollte man nicht sich selbst überlassen.
1sp1wu0 Lass es in den nächsten Wochen ansehen: in der Podologie, in der Physiotherapie oder beim Hausarzt.
18j0eqr Wenn Hände und Füße kribbeln, liegt die Ursache nicht allein im Schuh oder Fuß. Kälte ist der häufigste harmlose Grund.
14jcuv Lass es vom Hausarzt ansehen. Es eilt nicht, solange es nicht schlimmer wird und Kälte es auslöst.
hzpxzp Zehen, die sich schwächer spreizen oder krallen als früher, können heißen, dass ein kleiner Nerv im Fuß gedrückt wird.
1soanbu Lass es in den nächsten Wochen ansehen: in der Podologie, in der Physiotherapie oder beim Hausarzt. Früher, wenn es schwächer wird.
fvtrnm Wenn die Regel ausbleibt, kann das heißen: zu wenig Essen für das Training. Dann werden Knochen schwach und brechen leichter an.
yx0sew Lass es vom Hausarzt oder Sportarzt ansehen. Mit einer wunden Stelle am Knochen: Hör bis dahin auf zu laufen.
1dkqt7y Manche Medikamente können Nerven schaden. Die meisten, die sie nehmen, merken nie etwas.
xwassk Frag in der Apotheke oder beim Arzt, ob deine das können und was zu tun ist. Nimmst du noch ein Antibiotikum, frag heute, vor der nächsten Dosis. Setz andere Medikamente nicht selbst ab.
1g9ojvz Taubheit, die seit über drei Monaten immer wiederkommt und nicht besser wird, ist einen Blick wert, auch wenn sie harmlos ist.
1o1776g Nicht besser nach 6 Wochen mit den richtigen Änderungen, oder es kommt immer wieder
lpswk Dann ist es Zeit, neu nachzudenken, vielleicht mit einem Bild oder einem Nerventest.
f41hxw Geh in die Podologie, zur Physiotherapie oder zum Hausarzt.
1lx4bq8 Du hast gesagt, es ist immer derselbe Fuß, und beide Füße sind als taub markiert.
r39sfp Ist es ein Fuß, markiere nur diesen. Werden manchmal beide taub, beantworte „welcher Fuß“ noch einmal.
1vq1qbg Du hast gesagt, wann es in einem Lauf anfängt, und deine Läufe zeigen eine andere Zeit.
bhtm72 Beantworte „wie lange nach dem Start“ noch einmal, oder berichtige die Läufe mit falscher Zeit.
3e0zba Du hast gesagt, es fängt zu keiner festen Zeit an, und in deinen Läufen fängt es fast immer bei derselben Minute an.
14n4crv Du hast gesagt, welcher Fuß es ist, und deine Läufe zeigen einen anderen.
62jscu Beantworte „welcher Fuß“ noch einmal, oder berichtige die Läufe mit falschem Fuß.
pf91f0 Was du von deinem längsten Lauf vor dem Anfang gesagt hast, passt gar nicht zu deinen Läufen.
6utplz Fehlen hier Läufe, hol sie herein. Sonst beantworte diese Frage noch einmal.
1lg72e3 Du hast gesagt, wann oder wie oft es kommt. Deine Läufe zeigen es anders.
nq97tc Ist ein Lauf falsch markiert, berichtige ihn. Weißt du es besser als die Läufe, beantworte diese Frage noch einmal; dann zählt dein Wort.
k7bg8x Du hast etwas über deine Schuhe oder Ausrüstung gesagt. Deine Läufe zeigen es anders.
wzqp46 Ist der Schuh eines Laufs falsch, berichtige ihn. Weißt du es besser als die Läufe, beantworte diese Frage noch einmal; dann zählt dein Wort.
ugf0ky Du hast gesagt, das Gefühl ist eine halbe Stunde nach einem Lauf wieder normal, und auch, dass eine Stelle an Tagen ohne Laufen noch stumpf ist.
19fy6nb Streich an einem Tag ohne Laufen noch einmal mit einer Fingerspitze über beide Füße. Ist die Stelle stumpf, sag, dass es mehr als einen Tag braucht.
1142xfz Du hast gesagt, es braucht mehr als einen Tag oder geht nie weg, und auch, dass du es nicht spürst, wenn du still sitzt oder im Bett liegst.
1t9fey2 Achte heute Abend im Bett darauf, ob sich der Fuß normal anfühlt. Dann beantworte diese Frage noch einmal.
9w241n Du hast gesagt, mit ausgezogenem Schuh kommt das Gefühl in etwa 10 Minuten zurück, und auch, dass es mehr als einen Tag braucht oder nie weggeht.
50vpmp Zieh nach dem nächsten Lauf den Schuh aus, und sieh auf die Uhr. Dann antworte noch einmal.
1itqnds Du hast gesagt, mit lockeren Senkeln kommt das Gefühl in 5 Minuten zurück, und auch, dass es mehr als einen Tag braucht oder nie weggeht.
1p3k37k Lockere nach dem nächsten Lauf die Senkel, und sieh auf die Uhr. Dann antworte noch einmal.
1oy9vlq Du hast gesagt, lockere Senkel bringen das Gefühl zurück, ein ausgezogener Schuh aber nicht. Doch ein ausgezogener Schuh drückt weniger als einer mit lockeren Senkeln.
j9srz3 Probier beides an verschiedenen Tagen, und sieh auf die Uhr. Dann antworte noch einmal.
mhqlr1 Du hast gesagt, es steigt nach oben oder die Schwäche wächst, in Stunden oder Tagen, und auch, dass es mit der Zeit gleich bleibt oder besser wird.
1xl33sw Fühl heute, wo die Taubheit aufhört. Ist das höher als gestern, hol jetzt Hilfe, wie die Warnung sagt. Ist es nicht höher, antworte noch einmal.
1r7v3ud Auf der Sicherheitsliste hast du gesagt, dass du zwischen den Beinen taub bist, und in einer anderen Antwort, dass nicht.
3gz6ki Bist du nicht sicher, handle so, als wärst du es. War es ein Versehen, berichtige die falsche Antwort.
9lxamd Auf der Sicherheitsliste hast du neue Störungen beim Wasserlassen oder beim Stuhlgang genannt, und in einer anderen Antwort hast du sie verneint.
1hl7ztg Bist du nicht sicher, handle so, als wäre es so. War es ein Versehen, berichtige die falsche Antwort.
veigwp Auf der Sicherheitsliste hast du gesagt, dass es schnell steigt oder sich ausbreitet, und in einer anderen Antwort, dass nicht.
qbxh3x Bist du nicht sicher, handle so, als täte es das. War es ein Versehen, berichtige die falsche Antwort.
1cgqor6 Auf der Sicherheitsliste hast du gesagt, dass Rückenschmerz dabei ist, und in einer anderen Antwort, dass keiner da ist.
1rsndhn Wenn Rückenschmerz da ist, handle, wie die Warnung sagt. War es ein Versehen, berichtige die falsche Antwort.
85ycam Auf der Sicherheitsliste hast du gesagt, dass ein Fuß auch nach dem Lauf herabhängt oder aufklatscht. In anderen Antworten klatscht er nicht, und du kannst auf den Fersen gehen.
yql94v Geh noch einmal 10 Schritte auf den Fersen, und lass jemanden zusehen. War es ein Versehen, berichtige die falsche Antwort.
1xrr4yg Auf der Sicherheitsliste hast du gesagt, dass beide Füße seit mehr als 2 Wochen in Ruhe taub sind, und eine andere Antwort sagt, dass nicht.
1q2r18v Lies diese Zeile noch einmal. War es ein Versehen, berichtige die falsche Antwort.
13cvu12 Auf der Sicherheitsliste hast du gesagt, dass du unter 16 bist, und du hast ein Alter von 16 oder mehr angegeben.
1tnnzlm Berichtige die falsche Antwort.
13izpvf Dein Alter in Jahren passt nicht zu der Altersgruppe, die du gewählt hast.
d7srjp Gib dein Alter in Jahren noch einmal an.
crlksl Was ist dir sonst aufgefallen, am Fuß oder woanders? Sag Ja, wo es zutrifft.
1l50o02 Was zur Taubheit dazukommt, zeigt, welcher Nerv, Muskel oder welches Gefäß beteiligt ist.
1rd31vv Wie kommt und geht es?
z47qlg Wann es anfängt, wie schnell es vergeht und wie es sich ändert: Daran lassen sich Druck, Anstrengung und Krankheit unterscheiden.
13f626h Wann kommt es, oder wann wird es schlimmer? Sag Ja, wo es zutrifft.
1blikzk Jede Ursache hat ihre eigenen Momente: Hitze füllt den Schuh, Anstrengung die Beinmuskeln, Sitzen drückt einen Nerv im Rücken.
5hb8tk Was gilt für deine Schuhe und Füße? Sag Ja, wo es zutrifft.
1722uel Die meisten tauben Füße beim Laufen kommen von etwas, das drückt, und das lässt sich ändern.
1x2il3q Was davon gehört zu dir? Sag Ja, wo es zutrifft.
fcycob Manche Krankheiten, Medikamente und Gewohnheiten greifen die Nerven an, meist in beiden Füßen.
1pzn84j Was davon ist so, und was nicht? Lass aus, was du nicht probiert hast.
1ph6f88 Was es verschwinden lässt und was es sonst auslöst, sagt mehr als die Frage, wie es sich anfühlt.
1k59vla Was ist so, auch an Tagen ohne Laufen, und was nicht? Lass aus, was du nicht weißt.
10ick9c Was in Ruhe da ist oder aus dem Rücken kommt, kommt nicht vom Schuh.
1a7su45 Sieh dir deine Füße an, und befühl sie. Was findest du?
1u7np9e Kalte, wunde oder trockene Füße, und wie weit es hinaufreicht: Das erzählt von Blut und Nerven, nicht vom Schuh.
tcezpl Was sagt dein Lauftagebuch oder deine Uhr? Lass aus, was sie nicht verraten.
3p5is5 Mehr, als der Fuß gewohnt war, oder ein müder Schuh kann der Anfang sein.
1ycfzac Wie lange nach dem Start beginnt die Taubheit oder das Kribbeln meist?
iujc7a In einem Lauf beginnt es meist
l22hes Jede Ursache hat ihre übliche Zeit: enge Senkel früh, ein voller Schuh später, zu viel Strecke zuletzt.
2wgvyy vor dem Lauf oder in den ersten 5 Minuten
1epwly0 5 bis 15 Minuten
g5mkru 15 bis 30 Minuten
w14gei 30 bis 60 Minuten
1xcp2qm nach mehr als einer Stunde
15ectpc zu keiner festen Zeit
4cvnsr nicht sicher
x5yp2f wann es im Lauf anfängt
13vir6m Wie lange dauert es nach dem Laufen, bis das Gefühl wieder normal ist?
1h2dsec Nach dem Lauf ist es wieder normal in
1etipku Druck, der weggenommen wird, vergeht in Minuten. Ein Nerv, der selbst krank ist, bleibt taub.
1ezvod2 unter 2 Minuten
9743y6 2 bis 10 Minuten
wsmbv9 10 bis 30 Minuten
sy6adt eine halbe Stunde bis ein Tag
pmoli8 mehr als ein Tag, oder es geht nie ganz weg
5yjmte wie lange es braucht, bis es weg ist
divark Welcher Fuß ist es?
6zsk8o Ein Fuß weist auf etwas in diesem Fuß, Bein oder Schuh. Beide Füße weisen auf Training, Schuhe oder eine Krankheit der Nerven.
njlplp immer derselbe Fuß
ykxp80 beide Füße zugleich
5ug8w6 mal der linke, mal der rechte
wlkgcm welcher Fuß
sghwv0 Wie lange ist es her, dass es zum ersten Mal kam?
1d0a190 Zum ersten Mal kam es
a1egd7 Manche Ursachen sind immer neu. Andere sind schon Monate da, bevor jemand fragt.
193ukax vor weniger als 2 Wochen
1j7zja5 vor 2 bis 12 Wochen
1mvxu6g vor mehr als 3 Monaten
wuo097 wie lange das erste Mal her ist
1a4mper Wie ändert es sich mit der Zeit?
1jo3asv Mit der Zeit wird es
gl23pu Was in Tagen schlimmer wird, sollte bald angesehen werden. Langsame Änderung hilft, die Ursachen zu unterscheiden.
hs7kzc besser, oder es ist zeitweise weg
j2tv7p nicht anders
mp8a12 langsam schlimmer, über Wochen oder Monate
19mj2i0 schnell schlimmer, über Stunden oder Tage
1vczm11 wie es sich ändert
lgzfne Wie alt bist du?
qt0qo2 Manche Ursachen gehören zur Jugend, andere zum späteren Leben.
10g39w unter 30
1hbwtum 30 bis 49
1gpox55 50 bis 64
8eq0mp 65 oder älter
ca1uak Alter
c0bc2b Mach deinen Fuß nass, und tritt auf Papier. Welcher Abdruck ist deiner?
4v3ze9 Ein flacher Fuß und ein hohes Gewölbe drücken auf verschiedene Nerven.
17yt5eg Mach die Sohle nass, tritt einmal mit vollem Gewicht auf trockenes Papier oder trockenen Stein, tritt zurück, und sieh dir die Form an.
1xcomhs die ganze Sohle ist zu sehen (flach), Gewölbe-Index 0,26 oder mehr
1ct68ax ein Teil des Gewölbes ist zu sehen (üblich)
1x1n7fb Ferse und Ballen sind kaum oder nicht verbunden (hoch), Gewölbe-Index 0,21 oder weniger
63jyc4 Fußabdruck
19mwpse Wie lang war der längste Lauf in den 14 Tagen, bevor es anfing, verglichen mit dem längsten in den 30 Tagen davor?
mmgvag Der längste Lauf in den 14 Tagen, bevor es anfing, verglichen mit dem längsten in den 30 Tagen davor
ov89w3 Ein Lauf, der viel länger ist als alle davor, ist das bekannteste Zeichen für zu viel zu früh.
1w8qxav nicht länger, oder bis 10 % länger
esj770 10 bis 30 % länger
18sfajg 30 bis 100 % länger
1xx4bm4 mehr als doppelt so lang
4d5hv2 keine Daten
15v3gid längster Lauf, verglichen mit dem längsten davor
iai65t Wie weit sind die Schuhe gelaufen?
nkudux Die Schuhe sind gelaufen
1kdkcf0 Neue Schuhe passen vielleicht nicht. Alte Schuhe dämpfen nicht mehr.
1vmeg57 unter 50 km (neu)
1ylnbuw 50 bis 700 km
12x7b2y über 700 km
fn9yi1 Strecke, die die Schuhe gelaufen sind
1ox9ixf Halt mitten im Lauf an, lockere die Senkel, lass den Schuh an, und steh still. Ist das Gefühl in 5 Minuten klar zurück?
1kw1yhv Lockere Senkel und stilles Stehen im Schuh bringen das Gefühl in 5 Minuten zurück
eukrc4 Wenn allein lockere Senkel das Gefühl zurückbringen, sind die Senkel die wahrscheinliche Ursache.
f88z19 Probier es in einem Lauf. In einem anderen Lauf halt nur an und steh still, ohne zu lockern. Vergleich beides.
141ajo6 nicht probiert
1ab8hjx lockere Senkel bringen das Gefühl zurück
1w3p9tm Bringt es das Gefühl in etwa 10 Minuten zurück, wenn du den Schuh ausziehst?
s7aokv Schuh ausziehen bringt das Gefühl in etwa 10 Minuten zurück
kswept Wenn ja, drückt etwas im Schuh. Wenn nein, liegt die Ursache vielleicht tiefer.
j5oiuu Schuh ausziehen bringt das Gefühl zurück
1yzehoo Kommt es nur in einem Paar (oder einem Modell) Schuhe?
3jmjni Es kommt nur in einem Paar oder einem Modell Schuhe
og2x7o Wenn die Taubheit dem Schuh folgt, gehört der Schuh zur Ursache.
jrq3rf Das sagt nur etwas, wenn du in zwei oder mehr Paaren gelaufen bist. Wettkampfschuhe und Spikes zählen als Paar.
1rjkoov nur in einem Paar Schuhe
e2gtb5 Fing es innerhalb von etwa 4 Wochen nach neuen Schuhen, Einlagen, Socken oder einer neuen Schnürung an?
1nhy1lo Es fing innerhalb von etwa 4 Wochen nach neuen Schuhen, Einlagen, Socken oder neuer Schnürung an
azgnsl Was sich kurz davor geändert hat, ist der erste Verdacht.
orvsdj fing mit neuen Schuhen, Einlagen, Socken oder neuer Schnürung an
15ejghw Stell dich am Ende des Tages in den Schuh. Ist vor dem längsten Zeh weniger als ein Daumen Platz (etwa 12 mm), oder drücken die Seiten?
17chthm Abends im Schuh im Stehen: kein Daumen Platz vor dem längsten Zeh, oder die Seiten drücken
fk9t28 Füße schwellen beim Laufen. Ein Schuh, der zu Hause gerade passt, ist dann zu klein.
17pfiu8 Steh auf, das Gewicht auf beiden Füßen, und ertaste den längsten Zeh durch den Schuh.
1s0d1wx weniger als ein Daumen Platz, oder Seiten, die drücken
1jugiqw Sind nach einem Lauf Abdrücke von Senkeln oder Zunge auf dem Fußrücken, die mehr als 10 Minuten bleiben, oder eine wunde Linie?
1nyep0q Nach einem Lauf bleiben Abdrücke von Senkeln oder Zunge über 10 Minuten, oder eine Linie ist wund
yc44at Die Abdrücke zeigen, wo der Schuh drückt.
ogvopu Zieh gleich nach dem Lauf die Socke aus, und sieh nach.
14ljgq0 Abdrücke oder eine wunde Linie von den Senkeln
1iq75jr Ist es an heißen Tagen oder in der zweiten Hälfte langer Läufe schlimmer?
e9ypv5 Schlimmer an heißen Tagen oder in der zweiten Hälfte langer Läufe
1v5030p Füße schwellen mit Hitze und Strecke, und dann wird der Schuh eng.
1fyk3g6 schlimmer bei Hitze oder spät in langen Läufen
1ks34ed Ist es bergab schlimmer?
9d68cj Schlimmer bergab
1999do1 Bergab rutscht der Fuß im Schuh nach vorn.
7staa2 schlimmer bergab
1jf0dgp Ziehst du die Senkel so fest, dass du sie spürst, oder liegt etwas Hartes unter Senkeln oder Zunge, etwa ein Schlüssel, ein Sensor, ein Knoten oder eine gefaltete Zunge?
1ca32gg Senkel so fest, dass ich sie spüre, oder etwas Hartes unter Senkeln oder Zunge
1ncy81p Was auf den Fußrücken drückt, drückt auf die Nerven dort. Es zu ändern kostet nichts.
cdovtv Ein Sensor oben auf den Senkeln zählt, wenn du ihn durch den Schuh spürst.
1oq6lke Senkel fest gezogen, oder etwas Hartes darunter
1n5z6in Spürst du beim Laufen, dass Schuh, Zunge oder Senkel auf den Fußrücken drücken?
pe4z52 Schuh, Zunge oder Senkel drücken beim Laufen auf den Fußrücken
1fvp7pl Druck, den du auf dem Fußrücken spürst, weist auf Senkel, Zunge oder einen hohen Spann.
wn0qvc der Schuh drückt auf den Fußrücken
1xdce66 Bleibt es weg, wenn du barfuß oder in Sandalen läufst oder gehst, so lange, wie es sonst braucht?
1ah6seq Barfuß oder in Sandalen bleibt es weg, so lange, wie es sonst braucht
1qxqje6 Wenn es ohne geschlossenen Schuh nie kommt, gehört der Schuh zur Ursache.
1oeekja Geh nicht barfuß hinaus, nur um es herauszufinden, und nie, wenn ein Fuß in Ruhe stumpf ist oder du Diabetes hast. Es zählt nur, wenn du es ohnehin getan hast.
67ucwv barfuß oder in Sandalen bleibt es weg
14hkx93 Lösen auch Stiefel, hohe Absätze, Schlittschuhe, Skischuhe oder andere enge oder steife Schuhe es aus?
1ss24m3 Auch Stiefel, hohe Absätze, Schlittschuhe oder andere enge oder steife Schuhe lösen es aus
1ng3maz Ein Nerv, der selbst wund ist, meldet sich bei jedem Schuh, der auf ihn drückt. Ein Schuh, der nicht passt, tut es allein.
i8eiks andere enge oder steife Schuhe lösen es auch aus
1jhst1t Wenn es kommt: Trägst du Kompressionssocken, enge oder dicke Socken, einen Wadenschlauch, eine Knöchelbandage, Tape oder ein Band um Bein oder Knöchel?
gqluea Wenn es kommt, trage ich enge oder dicke Socken, einen Schlauch, eine Bandage, Tape oder ein Band
un5xxk Ein enger Rand kann auf einen Nerv dicht unter der Haut drücken, und eine dicke Socke braucht Platz im Schuh.
10cxapq Such nach einer Linie in der Haut, wo der Rand war. Nach einem Band ums Knie wird woanders gefragt.
genj0k Kompressionssocken, enge Socke, Schlauch, Bandage oder Tape
19akzvq Hattest du, seit es anfing, schwarze, blutunterlaufene oder verlorene Zehennägel oder wunde Zehenspitzen?
sjfy03 Schwarze, blutunterlaufene oder verlorene Zehennägel oder wunde Zehenspitzen, seit es anfing
gay938 Die Zehen stoßen dann vorn an den Schuh.
13p7bdq Ein dunkler Streifen oder Fleck, der nicht mit dem Nagel herauswächst, gehört zum Arzt.
130j8cx schwarze oder verlorene Zehennägel, wunde Zehenspitzen
p4hekg Ist der Fuß oder Knöchel nach dem Lauf oder am Abend geschwollen, so dass man es sieht oder der Schuh schwer zugeht?
1wgdlis Fuß oder Knöchel nach dem Lauf oder am Abend so geschwollen, dass man es sieht
nkj2dp Eine Schwellung braucht den Platz im Schuh und kann auf Nerven drücken. An einer Stelle kann sie von einem Knochen kommen.
1blrcbt Vergleich mit dem Morgen, und links mit rechts. Ein heißer, roter Fuß oder eine Wade, die neu geschwollen, warm und schmerzhaft ist, steht auf der Sicherheitsliste.
mcwef8 der Fuß oder Knöchel schwillt
waulu4 Hast du einen Ballenzeh (ein Höcker am Ansatz des großen Zehs, Hallux valgus) oder Zehen, die krumm bleiben?
j58kaj Ein Ballenzeh (ein Höcker am Ansatz des großen Zehs) oder Zehen, die krumm bleiben
17wewiz Sie brauchen mehr Platz, als der Schuh gibt, und belasten den Ballen.
19jskb7 Ballenzeh, oder Zehen, die krumm bleiben
ovq1wm Kippen deine Füße oder Knöchel beim Stehen oder Laufen nach innen, oder hat man dir das gesagt?
wkk6ax Füße oder Knöchel, die nach innen kippen, oder man hat es mir gesagt
1n0mma3 Ein Fuß, der nach innen knickt, dehnt die Nerven hinter dem Innenknöchel und unter dem Gewölbe.
19hyje3 Sieh dir deine Fersen von hinten an, im Spiegel oder auf einem Foto. Abgelaufene Sohlen sind ein schlechtes Zeichen: Die meisten Schuhe nutzen sich außen an der Ferse ab.
4p7cqn der Fuß knickt nach innen
r6jcd4 Drück mit einem Finger fest auf diese Stellen. Welche tut viel mehr weh als auf der anderen Seite oder löst dein Kribbeln aus?
lfcs2s Ein Nerv, der festsitzt, tut dort weh, wo er festsitzt.
191y1hm Setz dich hin. Drück auf den Fußrücken, ins Gewölbe knapp hinter dem Knochenhöcker an der Innenseite, hinter und unter den Innenknöchel, hinter den Außenknöchel und tief in die Mitte des Gesäßes. Bei mehr als einer wunden Stelle nimm die, die das Kribbeln auslöst.
d6ecf5 an keiner davon
1o6c7rl auf dem Fußrücken
cjwnrf im inneren Gewölbe
18s2ao1 hinter dem Innenknöchel
12164bo hinter dem Außenknöchel
1hib9u5 im Gesäß
143pb36 wo Drücken weh tut oder es auslöst
dzu9ce Es ist in einem Lauf gekommen, und du lässt den Schuh, wie er ist. Was reicht, damit es in 10 Minuten nachlässt?
1o46kx3 Im Lauf, mit dem Schuh, wie er ist, reicht dies, damit es in 10 Minuten nachlässt
gajawg Gehen beendet das harte Auftreten, Stehen entlastet auch die Muskeln, Sitzen auch die Wirbelsäule.
h2xl1b langsamer werden und gehen
1nt6rx7 nur stillstehen
1rwhl8b nur sitzen oder liegen
zbmj5f nichts davon
9nheoc was es im Lauf nachlassen lässt
vhznyr Bringt es das Gefühl in wenigen Minuten zurück, wenn du den Fuß reibst oder schüttelst oder die Zehen bewegst?
1iwb9x3 Den Fuß reiben oder schütteln oder die Zehen bewegen bringt das Gefühl zurück
60i6ru Reiben befreit und wärmt einen Fuß, der gedrückt oder kalt war. Einem Nerv, der weiter oben festsitzt, hilft es wenig.
j9mzkk Reiben oder Schütteln bringt das Gefühl zurück
nkl7gs Bringt es das Gefühl zurück oder hält es die Taubheit fern, wenn du Wade, Oberschenkelrückseite oder Hüfte dehnst?
o97ryg Dehnen von Wade, Oberschenkelrückseite oder Hüfte bringt das Gefühl zurück oder hält die Taubheit fern
1s7vy4u Hilft Dehnen, spräche das für verkürzte Muskeln oder für einen Nerv, der im Gesäß eingeklemmt ist.
1yolggn Dehnen bringt das Gefühl zurück
bnan86 Fängt es erst an, wenn du aufgehört hast zu laufen?
g5gfd3 Es fängt erst an, wenn ich aufgehört habe zu laufen
b91t9l Was beim Laufen einen Nerv drückt oder schlecht versorgt, ist im Lauf am schlimmsten, nicht danach.
w0e0q3 fängt erst nach dem Lauf an
1aw2jyv Wie oft ist es gekommen?
s77h8g Es ist gekommen
vdn7uo Was ein- oder zweimal kam, vergeht oft von selbst. Was in den meisten Läufen kommt, hat eine Ursache, die bleibt.
aoa30v insgesamt ein- oder zweimal
1rpjw56 in manchen Läufen
26kszs in den meisten Läufen, oder fast immer
13u67u5 einmal, ab und zu oder in den meisten Läufen
d86hxn Kommt es nur, wenn du müde bist, etwa nach mehreren harten Tagen, ohne Ruhetag oder mit zu wenig Schlaf?
qr5pgv Nur wenn ich müde bin: nach mehreren harten Tagen, ohne Ruhe, mit wenig Schlaf
v0b3w1 Ein Fuß ohne Ruhe schwillt eher, das Gewölbe gibt nach, und die Schritte werden länger.
4u6yp9 nur müde oder ohne Ruhetage
13289g4 Gibt es plötzliche Stromschläge oder Stiche, die in den Fuß oder die Zehen schießen?
zxmxsb Plötzliche Stromschläge oder Stiche, die in den Fuß oder die Zehen schießen
1u6pkj2 Stromschläge kommen von einem Nerv, der selbst gereizt ist. Ein Fuß, der nur gedrückt wird, wird stumpf.
ox45wq Stromschläge in den Fuß
1eydwkr Kommt es nur auf einer Art von Boden?
1ihr6ou Ein Laufband macht jeden Schritt gleich, in warmer Luft. Schräger Boden kippt den Fuß.
1lut3g1 Eine Bahn immer in derselben Richtung zählt als schräger Boden.
mpxyxc nein, auf jedem Boden
zg4fup nur auf dem Laufband
1mhs0a3 nur oder meist auf schrägem Boden
1r1doh9 nur auf dem Laufband oder nur auf schrägem Boden
6e2yko Fing es in deinen ersten Wochen als Läufer an, oder in den ersten Wochen nach einer Pause von einem Monat oder mehr?
niyq6d Es fing in meinen ersten Laufwochen an, oder in den ersten nach einem Monat Pause
tabby3 Füße, Schuhe und Muskeln, die es noch nicht gewohnt sind, machen zuerst Ärger.
1jgj8u1 neu beim Laufen, oder zurück nach einer Pause
1n93er Kommt es bergauf eher oder wenn du schnell läufst, wie im Rennen?
1o9mk8z Eher bergauf oder wenn ich schnell laufe, wie im Rennen
1edpelz Ursachen, die mit dem Blutfluss oder dem Druck im Bein zu tun haben, wachsen mit der Anstrengung.
1xvoqgw eher bergauf oder bei schnellem Laufen
3444t2 Kommt es vor allem bei Kälte oder Nässe?
jqrhd Vor allem bei Kälte oder Nässe
15wn7l2 Kälte schließt die kleinen Gefäße der Zehen.
8tzz1 vor allem bei Kälte oder Nässe
9vey9q Werden die Zehen (oder Finger) weiß, dann blau oder rot?
r5n0ko Die Zehen (oder Finger) werden weiß, dann blau oder rot
12h4tz5 Weiße, dann blaue oder rote Zehen: So sehen Gefäße aus, die sich in der Kälte schließen.
1o4f1nb Zehen werden weiß, dann blau oder rot
19t91nv Spürst du Taubheit, Kribbeln oder Brennen, wenn du still sitzt oder im Bett liegst?
1tmst9f Taubheit, Kribbeln oder Brennen beim stillen Sitzen oder im Bett
1rd5fhe Taubheit, die ohne Laufen kommt, macht nicht der Schuh. Ein Arzt sollte davon wissen.
1hl92ur auch beim stillen Sitzen oder im Bett
ba2g2t Streich an einem Tag ohne Laufen über beide Füße. Gibt es eine Stelle, die sich stumpfer anfühlt als der Rest?
14h3rrh Beim Streichen über beide Füße fühlt sich eine Stelle stumpfer an als der Rest
t4t9ue Ein Gefühl, das stumpf bleibt, heißt: Ein Nerv hat sich nicht erholt.
ube0k Nimm einen Finger oder ein Papiertuch, mit geschlossenen Augen, und vergleich links mit rechts.
jzdwso eine stumpfe Stelle an einem Tag ohne Laufen
9xf5nb Fängt es bei gleichem Tempo in jedem Lauf fast bei derselben Minute oder Strecke an?
1szfp3k Bei gleichem Tempo fast bei derselben Minute oder Strecke in jedem Lauf
9bgger Ein Anfang wie nach der Uhr spricht für Druck oder Blutfluss.
66t6vz in jedem Lauf bei derselben Minute
vmfjrm Wenn es kommt: Fühlt sich Schienbein oder Wade fest, voll, hart oder schmerzhaft an?
he54uf Schienbein oder Wade fühlt sich fest, voll, hart oder schmerzhaft an, wenn es kommt
l7r3w Wenn ja, fängt es vielleicht im Bein an, nicht im Schuh.
10nfh1z Schienbein oder Wade dabei fest oder schmerzhaft
1qxg7dc Bekommst du beim Laufen einen Wadenkrampf mit kaltem oder blassem Fuß?
1v2fmyd Ein Wadenkrampf beim Laufen, mit kaltem oder blassem Fuß
kksw6t Ein kalter oder blasser Fuß kann zu wenig Blut heißen. Dann sollte ein Arzt es prüfen.
107exm Wadenkrampf mit kaltem oder blassem Fuß
1p0km2 Klatscht der Fuß auf, oder bleiben die Zehen hängen, wenn es kommt?
1nvlcjm Der Fuß klatscht auf, oder die Zehen bleiben hängen, wenn es kommt
es7sb3 Ein schwacher Fuß ist mehr als Taubheit. Ein Arzt sollte davon wissen.
1a4seef der Fuß klatscht, oder die Zehen bleiben hängen
1u59vk8 Hattest du dabei oder in den Wochen davor Schmerzen im unteren Rücken?
16akrh1 Schmerzen im unteren Rücken dabei oder in den Wochen davor
16sflkc Die Nerven des Fußes beginnen im unteren Rücken.
5oi8a0 Schmerzen im unteren Rücken dabei oder davor
1kmuqi5 Gibt es eine Linie aus Schmerz oder Kribbeln vom Gesäß oder Oberschenkel bis in den Fuß?
198e0y8 Eine Linie aus Schmerz oder Kribbeln vom Gesäß oder Oberschenkel bis in den Fuß
1wudzt0 So eine Linie weist auf einen Nerv weiter oben.
1ymjxto eine Schmerzlinie vom Gesäß bis zum Fuß
19zosm4 Ist es nach 30 Minuten Sitzen oder Fahren schlimmer?
13jxokc Schlimmer nach 30 Minuten Sitzen oder Fahren
bvflxs Wenn ja, drückt vielleicht das Gesäß oder der Rücken auf den Nerv.
1tj6m8x schlimmer nach Sitzen oder Fahren
1na44ec Geht es weg, wenn du sitzt oder dich vorbeugst, und kommt wieder, wenn du aufrecht stehst oder gehst?
6jx2j1 Weg, wenn ich sitze oder mich vorbeuge, wieder da, wenn ich aufrecht stehe oder gehe
vvbl4p Hilft Sitzen oder Beugen, weist das auf die Wirbelsäule, nicht auf den Schuh.
6yx5ml geht weg beim Sitzen oder Vorbeugen
1ugswws Fühlt es sich an wie ein Kiesel oder eine gefaltete Socke unter dem Ballen?
o2nxax Es fühlt sich an wie ein Kiesel oder eine gefaltete Socke unter dem Ballen
1k12d33 Viele Menschen mit einem verdickten Nerv zwischen den Zehen beschreiben es so.
wyt9ah wie ein Kiesel unter dem Ballen
1rmkgex Brennt es im Ballen oder in den Zehen?
mkps0c Brennen im Ballen oder in den Zehen
jrii9m Brennen spricht für einen Nerv, der gedrückt oder krank ist.
1rfyy0u Brennen in Ballen oder Zehen
cwkuki Spürst du ein Klicken zwischen den langen Fußknochen, wenn du gehst oder wenn der Vorfuß von den Seiten gedrückt wird?
1dx3uh9 Ein Klicken zwischen den langen Fußknochen beim Gehen oder wenn ich den Vorfuß von den Seiten drücke
e3scvj Ein Klicken ist typisch für einen verdickten Nerv zwischen den Zehen.
1d6yxse ein Klicken zwischen den Fußknochen
qo0v2l Ist da ein Schmerz oder Brennen innen an der Ferse, das über den Tag wächst und nicht mit den ersten Schritten am Morgen kommt?
a3pdfx Schmerz oder Brennen innen an der Ferse, das über den Tag wächst
b4l15y Wann es weh tut, trennt einen Fersennerv von einer wunden Sohle.
19oeddw Schmerz innen an der Ferse, der über den Tag wächst
pnzat1 Läuft ein Brennen oder Kribbeln von hinter dem Innenknöchel in die Sohle?
p99ev9 Brennen oder Kribbeln von hinter dem Innenknöchel in die Sohle
1bq26kx Dort verläuft der Hauptnerv der Sohle.
142mzee Brennen vom Innenknöchel in die Sohle
19rx9o9 Trägst du eine neue, hohe oder harte Stütze für das Gewölbe?
84jbvv Eine neue, hohe oder harte Stütze für das Gewölbe
r9ra2a Eine harte Stütze kann auf den Nerv der inneren Sohle drücken.
au85sb eine neue, hohe oder harte Gewölbestütze
bpzpw3 Hast du diesen Knöchel schon einmal verstaucht oder dieses Bein verletzt?
1maerb3 Dieser Knöchel schon verstaucht oder dieses Bein schon verletzt
15gkbay Narben und lockere Knöchel können einen Nerv festhalten.
1ufmas7 Knöchel oder Bein früher verletzt
kqffym Schlägst du oft die Beine übereinander, hockst oder kniest du lange, trägst du ein Band ums Knie, oder hast du zuletzt viel abgenommen?
dxu33u Oft Beine übereinander, lange hocken oder knien, ein Band ums Knie, oder zuletzt viel abgenommen
1csmcz7 Der Nerv außen am Knie liegt dicht unter der Haut.
nrrev5 Beine übereinander, Knien, Knieband oder Gewichtsverlust
1uxeg7n Sitzt du die meiste Zeit des Tages, und sind Hüften oder Oberschenkelrückseiten verspannt?
5p6knw Meist im Sitzen, und Hüften oder Oberschenkelrückseiten verspannt
1q6rw5d Verkürzte Muskeln sind eine der Ursachen, die Leute nennen.
lltnys viel Sitzen, verspannte Hüften
19kxtbx Kommt es auch auf dem Rad oder Crosstrainer?
da3qdt Es kommt auch auf dem Rad oder Crosstrainer
ov4s84 Wenn es ohne Landen kommt, ist es nicht das Landen allein.
1dp5yt5 auch auf dem Rad
rd60ww Welches Geschlecht wurde bei deiner Geburt eingetragen?
192tdz3 Manche Ursachen sind bei Frauen häufiger, manche bei Männern.
14nxift weiblich
1qlm1u8 männlich
1hvrh8s möchte ich nicht sagen
13rtheb bei der Geburt eingetragenes Geschlecht
1oplu6r Hast du Diabetes oder eine Vorstufe davon?
pgh99u Diabetes oder eine Vorstufe davon
yt0hbp Zucker ist der häufigste Grund für kranke Nerven in den Füßen.
4p2i36 Diabetes oder Vorstufe
1opw12d Trinkst du in den meisten Wochen mehr als etwa 14 britische Einheiten Alkohol (6 Pints, also 3,4 Liter Bier, oder anderthalb Flaschen Wein), oder hast du das jahrelang getan?
25j3q7 Mehr als 14 britische Einheiten Alkohol (6 Pints, also 3,4 Liter Bier) in den meisten Wochen, oder früher jahrelang
18d1gfq Alkohol kann Nerven schaden.
141492n mehr als 14 Einheiten Alkohol pro Woche
1co8rzp Hattest du jemals eine Chemotherapie?
1a13xyt Chemotherapie, jetzt oder früher
g2e47 Manche dieser Medikamente schaden Nerven.
izx60a Chemotherapie in der Vergangenheit
1olnw52 Trifft etwas davon auf dich zu: ganz oder fast vegan ohne B12; Metformin oder Säureblocker; Operation an Magen oder Darm; Zöliakie oder perniziöse Anämie; Lachgas?
1u04wj3 B12 in Gefahr: vegan ohne B12, Metformin, Säureblocker, Darmoperation, Zöliakie, Lachgas, perniziöse Anämie
25vw7w All das kann zu wenig Vitamin B12 bedeuten, und Nerven brauchen es.
1rpqvsm ein Grund für zu wenig Vitamin B12
519a0d Hast du eine Unterfunktion der Schilddrüse, oder vermutest du das (immer kalt, müde, nimmst zu)?
1tz0ku9 Unterfunktion der Schilddrüse, oder immer kalt, müde und zunehmend
1xr47h9 Eine träge Schilddrüse kann Nerven schaden.
11um4ge Unterfunktion der Schilddrüse
1wq11l5 Rauchst du (oder hast du jahrelang), oder wirst du wegen Blutdruck, Cholesterin oder Herz behandelt?
1ymsbn5 Das geht mit engen Schlagadern zusammen.
1qr5suf Rauchen, Blutdruck, Cholesterin oder Herz
1fce0xh Hattest du je einen Tag oder länger ein taubes oder schwaches Bein oder einen solchen Arm, ein verschwommenes, schmerzendes Auge oder doppeltes Sehen, oder Stromschläge die Wirbelsäule hinab beim Beugen des Nackens?
1oca4q8 Je einen Tag oder länger: Arm oder Bein taub oder schwach, ein verschwommenes, schmerzendes Auge, doppeltes Sehen; oder Stromschläge die Wirbelsäule hinab
1edmzko So etwas kann vom Gehirn oder Rückenmark kommen. Die meisten Läufer sagen Nein.
11tqny4 früher einmal ein schwacher Arm, ein schwaches Bein oder krankes Auge
9datoc Löst ein heißes Bad, Sauna oder Fieber dieselbe Taubheit, ein schwaches Bein oder ein verschwommenes Auge aus?
1jb9ca6 Ein heißes Bad, Sauna oder Fieber löst dieselbe Taubheit, ein schwaches Bein oder ein verschwommenes Auge aus
1c4jyjz Taubheit, die schon Hitze allein auslöst, kann vom Gehirn oder Rückenmark kommen. Ein Arzt sollte davon wissen.
1l6d3bz ein heißes Bad löst es aus
lrb8qr Hattest du in den 6 Wochen davor einen Magen-Darm-Infekt oder eine Infektion von Brust oder Hals?
9ffnfi Ein Magen-Darm-Infekt oder eine Infektion von Brust oder Hals in den 6 Wochen davor
1xe8f5c Eine seltene Krankheit der Nerven folgt auf solche Infektionen.
1k1wxdd eine Infektion in den 6 Wochen davor
1qn6t3y Kribbeln auch die Hände oder Finger?
1u6l3k2 Auch die Hände oder Finger kribbeln
1kva7ev Wenn auch die Hände kribbeln, sind es nicht nur die Füße. Wenn nicht, geht es um die Füße allein.
j0uzm2 auch die Hände kribbeln
1nipa7d An einem Tag ohne Laufen: Ist eine Bewegung des Fußes schwächer als früher oder als auf der anderen Seite?
1gaqkar Eine Bewegung, die Kraft verloren hat, zeigt, nach welchem Nerv man sehen muss. Volle Kraft spricht gegen die meisten Beschwerden weiter oben.
a9y27p Barfuß, neben einer Wand. Zieh den großen Zeh gegen deinen Finger hoch, spreiz die Zehen, steig auf einem Bein auf die Zehenspitzen, und hüpf. Vergleich links mit rechts. Hüpf nicht, wenn ein Knochen weh tut. Was nur weh tut, ist nicht schwach.
155g52u keine, alle so stark wie früher
pemv72 der große Zeh oder der Vorfuß lässt sich schwer heben
kdkubo die Zehen lassen sich schwer spreizen oder krallen
45sj29 Stehen auf Zehenspitzen, Abdrücken oder Hüpfen ist schwer
cpifub mehr als eines davon
zia0lx welche Bewegung des Fußes schwach ist
ae8cl6 Schwankst du im Dunkeln oder mit geschlossenen Augen unter der Dusche so sehr, dass du dich festhalten musst?
1ipjk4f Im Dunkeln oder mit geschlossenen Augen schwanke ich so sehr, dass ich mich festhalten muss
1woz9fd Füße, die den Boden nicht spüren, brauchen die Augen für das Gleichgewicht.
1xe2o30 unsicher im Dunkeln
bk14tu Schickt Husten, Niesen oder Pressen auf der Toilette Schmerz oder Kribbeln ins Bein?
snb98o Husten, Niesen oder Pressen schickt Schmerz oder Kribbeln ins Bein
ywfk11 Husten erhöht den Druck um die Nerven im unteren Rücken.
lzk560 Husten oder Niesen schickt es ins Bein
10e3u4s Wie weit hinauf reicht die Taubheit oder das Kribbeln?
9dze51 Die Taubheit oder das Kribbeln reicht
1hpfuwr Nerven des Fußes enden unter dem Knie. Was höher reicht, beginnt höher.
eki7ln nur bis unter das Knie
1tjhqel bis zum Knie oder in Oberschenkel oder Gesäß
13nochm bis zur Taille, oder wie ein Band um den Körper
13qjeri wie weit hinauf die Taubheit reicht
10itlbc Schickt es ein Kribbeln oder einen Stromschlag den Rücken hinab oder in die Beine, wenn du das Kinn auf die Brust senkst?
1t59zky Kinn auf die Brust schickt ein Kribbeln oder einen Stromschlag den Rücken hinab oder in die Beine
5svodk So ein Schlag kann vom Rückenmark kommen, nie von einem Schuh. Die meisten Läufer sagen Nein.
vip43e Beugen des Nackens löst einen Stromschlag aus
1jz9sxa In einem warmen Zimmer, an einem Tag ohne Laufen: Bleibt ein Fuß kalt oder weiß?
1gdzjuo In einem warmen Zimmer, an einem Tag ohne Laufen, bleibt ein Fuß kalt oder weiß (fühl beide mit dem Handrücken)
177ehx8 Ein Fuß, der kalt bleibt, kann zu wenig Blut heißen. Zwei kalte Füße sind häufig und meist harmlos.
8aaohv Fühl beide Füße mit dem Handrücken.
1v6i27q nein, beide werden warm
14ldou7 beide Füße bleiben kalt
r982s8 ein Fuß bleibt kälter oder weißer als der andere
1i347z8 ein Fuß, der in Ruhe kalt oder weiß bleibt
1ew17je Sieh dir beide Füße an. Ist die Haut trocken und rissig geworden, oder ist da eine Wunde oder offene Stelle, die du nicht gespürt hast?
1yj1usv Sieh dir beide Füße an, die Sohlen und zwischen den Zehen: trockene, rissige Haut, oder eine Wunde oder offene Stelle
15c9rty Nerven halten auch die Haut feucht und warnen vor Wunden.
1k1msgc Sieh dir die Sohlen im Spiegel an, und auch zwischen die Zehen.
16hwwbs keins von beiden
19jk6om an beiden Füßen neu trocken und rissig
1iitxdw eine Wunde oder offene Stelle, die ich nicht gespürt hatte
1rzpz6a Haut der Füße
2bx287 Hattest du eine Operation oder einen Knochenbruch am Rücken, an Hüfte oder Knie, oder an diesem Fuß oder Knöchel?
kgrjsr Narben, Platten und veränderte Knochen können einen Nerv in der Nähe festhalten.
497467 am Rücken
bpxq34 an Hüfte oder Knie
f3nfan an diesem Fuß oder Knöchel
iumqpg früher eine Operation oder ein Knochenbruch
1w4p729 Wenn du eine Regel hast: Ist sie ausgeblieben oder selten geworden (9-mal oder weniger im Jahr), ohne Schwangerschaft, Wechseljahre oder ein Hormon dahinter?
16gdtu3 Bleibt die Regel aus, kann das zu wenig Essen für das Training heißen. Dann werden Knochen schwach.
mlzzlg trifft auf mich nicht zu
1hyyy4z Regel ausgeblieben oder selten
mwsuy8 Bist du schwanger, oder hast du in den letzten 6 Wochen ein Kind bekommen?
1d1dfoo Jetzt schwanger, oder in den letzten 6 Wochen ein Kind bekommen
1fmel1 Schwellung und die Geburt selbst können auf Nerven drücken, und manche Schwellung muss geprüft werden.
1u3b5xv schwanger oder gerade ein Kind bekommen
185l9of Hat ein Elternteil, Bruder, eine Schwester oder ein Kind von dir Diabetes?
n7hruk Ein Elternteil, Bruder, eine Schwester oder ein Kind mit Diabetes
1xg0gsi Das liegt in Familien, und manche haben es jahrelang, ohne es zu wissen.
10a4qpg Diabetes in der Familie
1x7yqk8 Fing es innerhalb einiger Monate nach einem neuen Medikament oder einer höheren Dosis an?
1ey73fr Es fing innerhalb einiger Monate nach einem neuen Medikament oder einer höheren Dosis an
esjcvc Manche Medikamente können Nerven schaden. In der Apotheke kann man deines nachschlagen.
gul97j Manche Antibiotika (etwa Nitrofurantoin, Metronidazol, Ciprofloxacin), Amiodaron, Isoniazid und andere. Setz keines davon selbst ab.
1axyo3n ein neues Medikament, bevor es anfing
rpeunk Hat dich ein Arzt, eine Physiotherapeutin oder ein Podologe deshalb untersucht, und was kam heraus?
1mx1ljh Wenn jemand nachgesehen und nichts gefunden hat, wird eine Krankheit der Nerven weniger wahrscheinlich.
a4glrg niemand hat es untersucht
176jb7l untersucht, nichts gefunden
1bfea0o untersucht, etwas gefunden
ybgudz was eine Untersuchung fand
hgth8n Welche Tests wurden deshalb gemacht, und haben sie etwas gezeigt?
1q0mn2b Ein normaler Test spricht nur gegen das, was er zeigen kann, und gegen nichts sonst.
84vsh9 keine gemacht
12vedje ein Bild oder Röntgenbild von Fuß oder Knöchel, normal
1pwd4rh ein Nerventest (Kabel oder Nadeln am Bein), normal
1h3u1jz ein Bild vom Rücken, normal
14vum6b Bluttests für Zucker, B12 und Schilddrüse, normal
1sllz0a zwei oder mehr Arten, alle normal
1e2atum einer davon zeigte etwas
9rtqnn Bilder, Nerven- und Bluttests
1fkbu03 Steigt die Taubheit höher, oder wächst die Schwäche, in Stunden oder Tagen?
rbdbtw Taubheit, die in Stunden oder Tagen steigt, ist selten. Sie sollte früh im Krankenhaus angesehen werden.
1x1vez3 steigt oder wächst in Stunden oder Tagen
gmqelk Gibt es Taubheit oder ein seltsames Gefühl zwischen den Beinen, an den Geschlechtsteilen oder am After?
jiaiq1 Taubheit dort ist selten, und sie darf nicht warten.
1c1lhyl taub zwischen den Beinen
x074tw Gibt es neue Störungen beim Wasserlassen oder beim Stuhlgang (kommt nicht, wird nicht gespürt, lässt sich nicht halten), oder ist das Gefühl beim Sex weg?
1d8rci0 Zusammen mit tauben Füßen ist das selten, und es darf nicht warten.
1mk56qy neue Störung von Blase, Darm oder Gefühl beim Sex
1kaz2br Sind beide Beine schwach, auch wenn du nicht läufst?
1tyqoke Beine, die in Ruhe schwach sind, sind selten. Sie sollten früh im Krankenhaus angesehen werden.
12kj6r8 beide Beine in Ruhe schwach
smpxm5 Drück mit einem Finger an jedem langen Fußknochen entlang, dann hüpf 5-mal. Gibt es eine Stelle, die stechend weh tut?
14r2572 Auf einem angebrochenen Knochen darf man nicht laufen.
1mtmzsj Drück vom Fußrücken her, Knochen für Knochen. Hüpf nicht, wenn schon das Drücken sehr weh tut.
bq54p9 eine stechend wunde Stelle an einem Knochen
12s847d Kneif jede Lücke zwischen den Zehen, Daumen oben und Finger unten. Löst eine Lücke deinen Schmerz oder dein Kribbeln aus?
16xu319 Es drückt genau dort, wo ein verdickter Nerv säße.
bp33bo Setz dich, leg den Fuß über das Knie. Kneif fest von Lücke zu Lücke, knapp hinter den Zehen.
gjw865 Kneifen einer Zehenlücke löst es aus
cu467l Drück den Fuß von den Seiten zusammen, und drück zwischen den Knochen nach oben. Gibt es ein Klicken mit deinem Schmerz?
wnuviv Ein Klicken, das den Schmerz bringt, weist auf einen verdickten Nerv.
sfqwgz Eine Hand drückt den Vorfuß von den Seiten, der Daumen der anderen drückt von der Sohle nach oben.
1ryp91q Zusammendrücken des Fußes bringt ein schmerzhaftes Klicken
rzs1u Klopf mit einem Finger hinter den Innenknöchel. Kribbelt es in die Sohle?
133fq54 Klopf leicht zehnmal, vom Knochen zur Ferse hin.
96c6dw Klopfen am Innenknöchel kribbelt in die Sohle
xxr29p Zieh den Fuß hoch, kipp die Ferse nach außen, zieh die Zehen hoch, und halt es 10 Sekunden. Wird die Sohle taub?
2t4jhb Es dehnt den Nerv am Innenknöchel.
oxmzba Setz dich, und nimm beide Hände.
1osdnqc Beugen des Fußes nach oben und außen löst es aus
x4k2bj Klopf vorn auf den Knöchel und den Spann, oder streck den Fuß und krall die Zehen. Kribbelt es zur Lücke neben dem großen Zeh hin?
xvhtax Es findet einen Nerv, den die Senkel drücken.
36qv1w Klopfen auf den Spann kribbelt zur Zehenlücke
17t4ea2 Streck den Fuß nach unten und innen, und klopf außen ans Schienbein, anderthalb Hände über dem Knöchel. Kribbelt es auf dem Fußrücken?
1r2fw4o Es findet einen Nerv, der außen am Schienbein festsitzt.
1r36nkf Am besten gleich nach einem Lauf.
11rkzpc Klopfen außen am Schienbein kribbelt zum Fuß
1bpk61h Klopf hinter den Knochenhöcker außen knapp unter dem Knie. Kribbelt es außen am Schienbein hinab?
73bxll Dort liegt der Nerv des Schienbeins, dicht unter der Haut.
19qmm1y Klopfen unter dem äußeren Knie kribbelt
1uu3cqu Sitz krumm, Kinn auf die Brust, streck das Knie, und zieh den Fuß hoch. Löst es das Gefühl im Fuß aus, und lässt es nach, wenn du das Kinn hebst?
8ri0pt Wenn Kinnheben hilft, sitzt der Nerv weiter oben fest.
1p3b8yl Sitz auf einer Tischkante. Mach langsam, und halt beim ersten starken Zug an.
su3hig der Slump-Test (krumm sitzen) löst es aus
1fob6oz Lieg flach, während jemand dein gestrecktes Bein hebt. Kommt das Gefühl in Bein oder Fuß zwischen 30 und 70 Grad?
1wfhbr4 Es dehnt den Nerv vom unteren Rücken.
1c00mai Heben des gestreckten Beins löst es aus
1pxjcon Sitz auf einer Tischkante, Knie gestreckt, zieh das Bein nach innen hinüber und dreh es ein. Löst das Gesäßschmerz oder dein Kribbeln aus?
117k4vw Es dehnt den Muskel über dem Nerv im Gesäß.
11dduz4 Dehnen des Gesäßes löst es aus
16fg6i3 Geh 10 Schritte auf den Fersen. Sinkt ein Fuß vorn ab?
xnvih6 Es zeigt, ob die Muskeln schwach sind, die den Fuß heben. Wenn ja, sollte es heute ein Arzt sehen.
1oftbg0 Neben einer Wand, barfuß, an einem Tag ohne Laufen.
1c1ncbc der Fuß sinkt beim Fersengang ab
1l1mmcj Steig auf einem Bein auf die Zehenspitzen, immer wieder. Schaffst du weniger als 20, oder 5 weniger als auf der anderen Seite?
51zhfo Es zeigt, ob die Wade schwach ist.
rgcayt Fingerspitzen an der Wand, Knie gestreckt, ganz hoch.
h6dofq schwaches Heben auf die Zehenspitzen
1o022mx Mach die Augen zu, während jemand die Spitzen von großem, mittlerem und kleinem Zeh beider Füße ganz leicht berührt, in beliebiger Folge. Entgehen dir 2 oder mehr der 6?
1dngpql Es prüft das Gefühl in den Zehen ohne Gerät.
7rkfdk Die andere Person berührt ein oder zwei Sekunden lang, ohne zu drücken, und sagt nicht, wann.
239fdl spürt leichte Berührungen der Zehen nicht
1b039cr Mit einem 10-g-Nylonfaden an Sohle und Zehen: Werden 5 oder mehr von 8 Berührungen nicht oder falsch gespürt?
mfzjwy Das ist der übliche Test des Gefühls in einer Klinik.
1th99ao spürt den Nylonfaden nicht
1xwu9ad Mit einer 128-Hz-Stimmgabel am Gelenk des großen Zehs: Spürst du sie nicht, oder hört sie für dich auf, während die andere Person sie noch spürt?
15xjn6m Kranke Nerven verlieren früh das Gefühl für Schwingungen.
awvlqt spürt die Stimmgabel nicht
90e2xo Michigan-Fragebogen (15 Fragen): Sind 4 oder mehr Antworten auffällig?
f6hgha Das ist eine Liste von Fragen für Nervenschäden bei Diabetes.
1h78ysm nicht gemacht
9n8rtg Michigan-Fragebogen 4 oder mehr
dtb62j Knie-an-die-Wand-Test: Steht das Schienbein weniger als 35 Grad schräg, oder ist der große Zeh näher als 9 cm an der Wand, wenn das Knie sie gerade berührt?
t0hnit Es zeigt einen steifen Knöchel oder eine steife Wade.
5avdlv Die Ferse bleibt unten. Miss von der Spitze des großen Zehs bis zur Wand.
18agchj steifer Knöchel im Test an der Wand
1as25lk Thomas-Test: Du liegst auf einer Tischkante, ein Knie an die Brust gezogen. Bleibt der andere Oberschenkel über der Waagerechten?
1c6ojku Es zeigt steife Hüften.
189j60m steife Hüfte im Thomas-Test
14j04oo Sinkt der Knochen am inneren Gewölbe (Kahnbein) vom Sitzen zum Stehen um mehr als 10 mm?
12x731v Es zeigt, wie weit das Gewölbe nachgibt.
158r8hg Markier den Knochen mit einem Stift, halt eine Karte neben den Fuß, und zeichne die Höhe an, im Sitzen und dann im Stehen.
g1dh7x das Gewölbe sinkt über 10 mm
19he7b7 Fußlinien-Test: Wie weit liegt der Knochenhöcker des inneren Gewölbes außerhalb der Linie vom inneren Ballen zur inneren Ferse?
1j9v3nz Es zeigt, wie weit der Fuß nach innen knickt, sicherer als andere Tests zu Hause.
16zro57 Unter „Tests zu Hause“ steht beim Fußlinien-Test, wie es geht, mit Bild.
1ck2ryv mehr als 10 mm außerhalb (knickt stark nach innen)
1vzoacc zwischen -3 und 10 mm (üblich)
dw6l06 mehr als 3 mm innerhalb (bleibt außen)
150qhuf Fußlinien-Test
1xw0m3q Drück gleich nach einem Lauf, der es ausgelöst hat, auf die Muskeln am Schienbein. Sind sie hart wie ein Brett, oder ist da eine kleine Beule?
1ohdbuc Harte Muskeln heißen hoher Druck im Innern.
loygu5 Schienbein nach dem Lauf hart wie ein Brett
1i4gwyv Ist der Puls an Knöchel oder Fuß schwer zu finden, gleich nachdem es kam, oder ist dieser Fuß klar blasser oder kälter?
p86xlm Es prüft den Blutfluss. Ein Arzt sollte davon wissen.
w2q11m Fühl hinter dem Innenknöchel und auf dem Fußrücken. Vergleich mit dem anderen Fuß.
ms7d9f schwacher Puls oder blasser Fuß, nachdem es kam
5age2i Ist deine Wochenstrecke in den 2 Wochen, bevor es anfing, um mehr als 30 % gestiegen?
pac8sb Meine Wochenstrecke ist in den 2 Wochen, bevor es anfing, um mehr als 30 % gestiegen
630qsi Ein Sprung in der Strecke ist ein Zeichen für zu viel zu früh.
1h47jng Wochenstrecke um über 30 % gestiegen
lp1jdb Ist deine Schrittzahl pro Minute 10 % oder mehr unter dem, was bei deinem Tempo und deiner Größe üblich ist?
16mun1m Meine Schrittzahl ist 10 % oder mehr unter dem, was bei meinem Tempo und meiner Größe üblich ist
12yz6py Wenig Schritte für das Tempo heißt lange Schritte.
15yik20 Schrittzahl 10 % unter dem Üblichen
u49z96 Ist dein Fuß über 15 % länger am Boden, als bei deinem Tempo üblich ist?
1l2bbux Mein Fuß ist über 15 % länger am Boden, als bei meinem Tempo üblich ist
14jsz7b Lange Zeit am Boden geht mit langen Schritten und müden Beinen zusammen.
iihsxx lange Zeit am Boden
18y0dot Hat dir jemand, der deinen Lauf angesehen hat, oder eine App gesagt, ob deine Schritte zu lang sind: ob dein Fuß weit vor dem Körper landet (Overstriding)?
1c921pc Ein Fuß, der weit vorn landet, bremst jeden Schritt und wird länger gedrückt.
16uag6b nein, er landet nah am Körper
kshlo ja, weit vorn
1f2slte niemand hat das
19mda6f zu lange Schritte, nach den Läufen oder einer Analyse
1p8z82f Liegt das Gleichgewicht der Bodenzeit außerhalb von 52 zu 48, oder verschiebt es sich im Lauf um mehr als 1 Punkt?
chk5f8 Mein Gleichgewicht der Bodenzeit liegt außerhalb von 52 zu 48 oder verschiebt sich im Lauf um mehr als 1 Punkt
1s4i5zx Ein Bein, das ermüdet oder schwach wird, zeigt sich an einem anderen Gleichgewicht.
kryalt ungleiche Bodenzeit
1a6vuka In einem Video von der Seite (120 Bilder pro Sekunde oder mehr): Ist der Knöchel vor dem Knie und das Schienbein nach hinten geneigt, wenn das Gewicht aufkommt?
1ofi34d So sehen zu lange Schritte aus (Overstriding).
qc1oax Film von der Seite auf Hüfthöhe, auf ebenem Boden, bei deinem üblichen Tempo.
jumgwd kein Video
pa33a2 Knöchel vor dem Knie im Video
1tbjrj5 Hast du ohne Absicht abgenommen, oder hast du großen Durst und lässt viel Wasser?
9d7xs9 Gewicht ohne Absicht verloren, oder großer Durst und viel Urin
1yr7r76 Zusammen mit Kribbeln in Ruhe kann das heißen, dass der Blutzucker zu hoch ist. Das ist leicht zu messen.
n9lsid Gewichtsverlust, Durst oder viel Urin
sqsiti Schuh zu kurz, zu eng oder zu flach
1mkn3rm Druck des Schuhs auf die Nerven der Sohle und der Zehen
smuwle Das Obermaterial drückt den Vorfuß zusammen. Füße schwellen beim Laufen und verbrauchen den Platz; schon wenig Druck bremst den Blutfluss in einem Nerv [S58, R19].
ox627q Dass Schuhe, die nicht passen, Füße taub machen, beruht auf Erfahrung, nicht auf einer Studie mit Läufern.
1qjux1r ein Fachgeschäft für Laufschuhe; die Podologie, wenn es länger als 4 Wochen dauert
16mgzyy Senkel oder Zunge zu fest
1kogt9l Druck auf den tiefen Wadenbeinnerv (N. peroneus profundus) und die Hautnerven des Fußrückens (vorderes Tarsaltunnelsyndrom)
nnpx39 Die Senkel drücken Nerven gegen die Knochen auf dem Fußrücken, genau dort, wo beim Laufen der höchste Druck gemessen wurde [S54].
1q5stbs Der Druck wurde gemessen; dass er den Fuß taub macht, ist geschätzt.
jxcuz9 ein Schuhgeschäft; Physiotherapie oder Podologie, wenn in Ruhe eine stumpfe Stelle bleibt
1q0hvo1 Lange Schritte, die weit vor dem Körper landen
13rs4jx Overstriding
9au4dr Ein Fuß, der weit vorn landet, bleibt länger am Boden und bremst. Der Artikel sagt, dass das Füße taub macht [S01].
a89w8a Es wurde keine Studie gefunden, die lange Schritte mit tauben Füßen verbindet. Die Landung auf der Ferse ist für sich kein Beleg.
1wkm7sz Physiotherapie für Läufer oder ein Lauftrainer
nmji5o Flacher oder sehr beweglicher Fuß
jvrla7 Plattfuß (Pes planus), Knickfuß
13dztsh Wenn das Gewölbe sinkt, werden die Nerven hinter dem Innenknöchel und unter dem Gewölbe gedehnt; im Test des Tarsaltunnels sah man, dass diese Bewegung den Nerv dehnt [S12].
1qrkvtb Flache Füße sind häufig, und die meisten werden nie taub. Der Zusammenhang ist geschätzt.
qy8p25 die Podologie
127p761 Hohes Gewölbe oder hoher Spann
1onypg1 Hohlfuß (Pes cavus)
syoz90 Ein hoher Spann stößt an die Senkel, und ein steifer Fuß trägt mehr auf Ferse und Ballen: Füße mit hohem Gewölbe belasten hinten mehr und in der Mitte weniger [S140].
yhdeah Der Zusammenhang mit Taubheit stammt aus dem Artikel und ist geschätzt. Ein hohes Gewölbe, das neu ist oder mit schwachen Füßen in der Familie liegt, kann eine Krankheit der Nerven sein.
eqj0ec die Podologie; der Hausarzt, wenn das Gewölbe höher oder der Fuß schwächer wird
npnasb Zu viel, zu früh
f0zjy2 Sprung in der Trainingslast mit Schwellung des Fußes
kmajh Eine Strecke, die der Fuß nicht gewohnt ist, lässt ihn in einem Schuh schwellen, der nicht nachgibt (so der Artikel [S01]). Verletzungen nehmen zu, wenn ein Lauf über 10 % länger ist als der längste der letzten 30 Tage [S22].
1fr3nij In der Studie geht es um Überlastungen, nicht um Taubheit.
1uts0ta Physiotherapie oder ein Trainer
opj5qu Verkürzte Hüften, Oberschenkel oder Waden
1alr1f3 verringerte Beweglichkeit mit Spannung am Nerv
fxataq Der Artikel sagt, dass Sitzen die Hüfte verkürzt und den Ischiasnerv belastet [S01].
1q7cvp9 Keine Studie zeigt, dass verkürzte Muskeln Füße taub machen oder dass Dehnen hilft. Was wie Verkürzung aussieht, kann ein Nerv sein, der im Rücken festsitzt: Darum sollte es jemand ansehen.
writ6e Physiotherapie
2blhkk Verdickter Nerv zwischen den Zehen
1jreyah Morton-Neurom
2o21cp Der Nerv zu zwei Zehen wird zwischen den Köpfen der langen Fußknochen gequetscht und verdickt sich.
1z0w082 Die Tests wurden in Kliniken geprüft, an Füßen kurz vor einer Operation. Wie oft sie ohne dicken Nerv Ja sagen, weiß man kaum [S09, S10, S11].
12tuylp die Podologie, oder eine Fußambulanz, wenn es nach 12 Wochen nicht besser ist
2c0ok1 Nervenschaden durch Diabetes
1a28eff diabetische Polyneuropathie (distal, symmetrisch)
1i4wyns Hoher Zucker schadet zuerst den längsten Nerven. Darum fängt es in den Zehen beider Füße an.
au5xpi Wie häufig es bei Läufern ist, ist geraten.
1w8riif der Hausarzt in den nächsten Tagen; am selben Tag bei einer Wunde oder einem heißen, geschwollenen Fuß
1u7vu1x Nervenschaden ohne bekannten Grund, oder vor einem Diabetes
mccyb4 idiopathische oder andere distale Polyneuropathie
8evp6m Die längsten Nerven sind krank. Bei 25 bis 46 von 100 Menschen findet man keinen Grund [S82].
168rftl Nach den Antworten allein lässt es sich kaum von den anderen Nervenkrankheiten unterscheiden.
1cef7dn der Hausarzt, für Bluttests
46yc6k Zu wenig Vitamin B12
1l3hcuy Neuropathie oder Myelopathie durch B12-Mangel
jnr8kx Nerven und Rückenmark brauchen B12, damit ihre Hülle heil bleibt.
ozxtro der Hausarzt in den nächsten Tagen: Früh behandelt heilt es besser; ab jetzt kein Lachgas mehr
1loe5ze Nervenschaden durch Alkohol
15pjt2i alkoholbedingte Neuropathie
17sqc3f Jahrelanges starkes Trinken schadet Nerven; 46 von 100 langjährigen starken Trinkern zeigen es [S99].
yh4k5s der Hausarzt, der helfen kann, weniger zu trinken; wer jeden Tag stark trinkt, sollte nicht auf einen Schlag aufhören
an8s2d Nervenschaden nach Chemotherapie
1qtj0h4 Chemotherapie-induzierte periphere Neuropathie
1rtxaln Manche Krebsmedikamente schaden Nerven, in Händen und Füßen.
1l2grfh das Team, das deinen Krebs behandelt
6v4j9e Nervenschaden durch eine Unterfunktion der Schilddrüse
qg5547 hypothyreote Neuropathie
14dm0pu Eine träge Schilddrüse schadet Nerven und lässt das Gewebe um sie schwellen.
ebq5j3 der Hausarzt, für einen Bluttest
fzuozj Gedrückter Nerv hinter dem Innenknöchel
102dvi9 Tarsaltunnelsyndrom (N. tibialis)
1fh30ip Der Hauptnerv der Sohle wird gequetscht, wo er hinter dem Innenknöchel verläuft.
ws1svj Der Haltetest am Knöchel löste es bei 36 von 44 Füßen aus, die dann operiert wurden [S12]; wie oft er es bei Läufern tut, ist nicht bekannt. Stütze, Schiene und Medikamente reichten bei 14 von 46 [S92].
1n2elry eine Fußambulanz; früher bei einem Knoten oder bei Schwäche
ru02r9 Eingeklemmter Nerv auf dem Fußrücken
1nyw20s Engpass des tiefen Wadenbeinnervs (vorderes Tarsaltunnelsyndrom)
1bti11b Ein Nerv auf dem Fußrücken sitzt unter dem Band vorn am Knöchel fest oder unter den Sehnen des großen Zehs [S18]. Enge Senkel allein tun für eine Weile dasselbe: siehe „Senkel“.
1w2fh4z Keine Zahlen sagen, wie gut die Tests zu Hause es finden. Von zu engen Senkeln lässt es sich kaum unterscheiden, bis lockere Senkel nicht geholfen haben.
1i0gw8d Podologie oder Sportarzt
ho2zr0 Eingeklemmter Nerv außen am Schienbein
1o8jnlc Engpass des oberflächlichen Wadenbeinnervs (N. peroneus superficialis)
uc1k3n Der Nerv zum Fußrücken wird eingeklemmt, wo er durch die Hülle des Unterschenkels tritt, 10 bis 13 cm über dem Knöchel [S20], oder er wurde beim Umknicken gedehnt.
14hlhc Wie gut die Tests es finden, wurde nie veröffentlicht; einer von vier Patienten hatte davor eine Verletzung [S20].
1vtoky3 ein Sportarzt
1b72r08 Gedrückter Nerv unter dem inneren Gewölbe
18qfn5u Engpass des inneren Sohlennervs (N. plantaris medialis, „Joggerfuß“)
c5i6mk Der Nerv am inneren Gewölbe sitzt neben den Sehnen darunter fest, oft wenn der Fuß nach innen knickt oder eine harte Stütze dort drückt [S19, S20].
1nquvzt Das Gefühl geht selten ganz verloren [S20]; die Bilder dieses Nervs und des Nervs hinter dem Knöchel überlappen sich.
1nhn1vp Gedrückter Nerv unter Ferse und äußerer Sohle
p9kuco äußerer Sohlennerv (N. plantaris lateralis) oder sein erster Ast (Baxter-Nerv)
dg14bv Ein Ast des Sohlennervs wird unter der Ferse eingeklemmt. Er schmerzt mehr, als dass er taub wird; bis zu 20 von 100 mit langem Fersenschmerz sollen ihn haben [S117, S144].
11f437z Wenig Taubheit ist üblich. Darum bringt es selten jemanden hierher.
dxbk8o Gedrückter Nerv hinter dem Außenknöchel
qzcvxj Neuropathie des N. suralis
1cquzm6 Der Hautnerv hinter dem Außenknöchel wird von Stiefel oder Schuhrand, einer Narbe oder der Hülle der Wade gedrückt [S08].
117t8uc Sein Gebiet ist verschieden: Bei 35 von 100 Füßen ist es nur der Außenrand [S24].
6f8l95 Gedrückter Nerv innen am Schienbein
1ptkqea Neuropathie des N. saphenus
14v8y0j Der Hautnerv innen an Schienbein und Fuß wird am Knie oder über dem Knöchel gedrückt: von einem Band, einer engen Socke oder einer Narbe.
cryzhl Meist endet er kurz vor dem großen Zeh; wie häufig das ist, ist geraten.
1bs4i4l Gedrückter Nerv außen am Knie
11n25l7 Neuropathie des N. peroneus communis am Wadenbeinköpfchen
17xh7dp Der Nerv, der sich außen unter dem Knie um den Knochen windet, wird dort gedrückt oder gedehnt, bei Läufern am Rand eines Muskels [R34].
1b5mkoa Die Zahlen der Tests zu Hause sind geschätzt.
itn5om Hausarzt oder Neurologin in den nächsten Tagen; am selben Tag, wenn der Fuß herabhängt
prf3ml Muskeln des Unterschenkels zu eng in ihrer Hülle
1pdtvh9 chronisches belastungsabhängiges Kompartmentsyndrom
oeof8g Die Muskeln schwellen bei Anstrengung in einer Hülle, die nicht nachgibt; der Druck schmerzt und betäubt den Nerv darin.
1iki7sf Eine Arbeit sagt, es „trifft etwa 30 % der Läufer“ [S86]; das ist ein Anteil an Menschen mit Beinschmerz [S40]. Der Test in der Klinik braucht eine Nadel, und seine Grenzen sind umstritten [S14, S15].
1nhvv8m ein Sportarzt; eine Notaufnahme, wenn Schmerz und Spannung wachsen und Ruhe nicht hilft
139j6c5 Gedrückte Nervenwurzel im unteren Rücken, gespürt innen am Schienbein
14i0ihj lumbale Radikulopathie L4
taqtyq Eine vorgewölbte Bandscheibe oder enger Knochen reizt die Wurzel; Laufen erschüttert sie.
1a2zkwm Die Zahlen für Tests des Rückens kommen von Menschen mit Rückenleiden. Der Ort des Schmerzes trennt eine Wurzel nicht von der nächsten: Ärzte trafen es nicht öfter als der Zufall [S27].
12s2lje Physiotherapie oder Hausarzt
e3ohep Gedrückte Nervenwurzel im unteren Rücken, gespürt auf dem Fußrücken
1480wsk lumbale Radikulopathie L5
bq2m0n Physiotherapie oder Hausarzt; am selben Tag, wenn der Fuß herabhängt
1fndbbo Gedrückte Nervenwurzel im unteren Rücken, gespürt außen am Fuß
1g07kv lumbale Radikulopathie S1
1kx0gmu Im Gesäß eingeklemmter Nerv
vu636s tiefes Glutealsyndrom (Piriformis-Syndrom)
j2o59e Der Ischiasnerv sitzt unter den tiefen Muskeln der Hüfte fest.
181tgyo Wie oft es das gibt, ist umstritten; man verwechselt es leicht mit einer Nervenwurzel im Rücken.
fpfwkm Eingeklemmte Schlagader hinter dem Knie
14nz9kd popliteales Entrapment-Syndrom
1aey28 Ein Wadenmuskel knickt die Schlagader ab, wenn er sich spannt.
v2f9iu Es ist selten und sieht aus wie verspannte Beinmuskeln; nur Tests in einer Klinik klären es.
s84hqy der Hausarzt in den nächsten Tagen, der in eine Gefäßklinik überweisen kann
1pj2nei Verengte Schlagadern des Beins
1cgwlu7 periphere arterielle Verschlusskrankheit (Claudicatio)
vhxtc5 Verkalkte Schlagadern bringen Wade und Fuß nicht das Blut, das sie brauchen.
1nzms1o Der Fragebogen dahinter (91 von 100 gefunden, 99 von 100 richtig ausgelassen [S98]) wurde für Gehende mit Schmerz gemacht, nicht für Läufer mit Taubheit.
15h4wry der Hausarzt in den nächsten Tagen; am selben Tag bei Schmerz in Ruhe oder einer Wunde
yeuqst Kalte Füße
1jdt98 Raynaud-Phänomen; Taubheit durch Kälte
1lt0639 Die kleinen Schlagadern der Zehen schließen sich in der Kälte.
sfw7jo Kalte Zehen ohne Farbwechsel sind häufig und harmlos; die Zahlen vermischen beides.
12he7b2 der Hausarzt: bald, wenn es Wunden gibt, wenn es nur eine Seite ist oder wenn es nach dem 40. Jahr neu ist
1vcdi4s Überlasteter Knochen im Vorfuß
8ivpzm Stressverletzung eines Mittelfußknochens
19ydn0 Der Knochen gibt unter wiederholter Last nach; eine Schwellung kann Nerven daneben drücken. Der Schmerz führt, nicht die Taubheit.
1yxp9h6 Weder Stimmgabel noch Ultraschall können es ausschließen [S126, S127].
d3cfmp ein Sportarzt in den nächsten Tagen
13astn7 Herde in Gehirn oder Rückenmark, die Hitze spürbar macht
1mq6dgs multiple Sklerose (Uhthoff-Phänomen)
6yfprl Nervenfasern, die ihre Hülle verloren haben, arbeiten nicht mehr, wenn der Körper warm wird. Bei etwa 33 von 100 liegt das erste Zeichen im Gefühl [S114].
vcq4gk Dass 60 bis 80 von 100 die Hitze bemerken, stammt aus einem Zeitungsbericht [S115]. Es ist selten, und vieles Harmlose wird bei Hitze schlimmer.
1oaf166 der Hausarzt in den nächsten Tagen; am selben Tag bei neuer Schwäche oder Sehverlust
1v5z34o Entzündete Nerven
1lvledc Guillain-Barré-Syndrom
14an7ck Die Abwehr des Körpers greift die Nerven an, oft 2 bis 4 Wochen nach einer Infektion [S101].
v11xsb Hier nur, damit es neben den anderen steht; die Sicherheitsregeln sprechen zuerst.
1xm9k8z eine Notaufnahme
b6cf7w Gedrückte Nerven am unteren Ende der Wirbelsäule
i01vef Cauda-equina-Syndrom
1o879ed Eine große Bandscheibe quetscht das Bündel der untersten Nervenwurzeln.
1pf52yk Enger Wirbelkanal
vh9bl3 lumbale Spinalkanalstenose (neurogene Claudicatio)
19z73r5 Aufrechtes Stehen verengt den Kanal und schneidet die Nervenwurzeln von der Versorgung ab.
t9a6mh Die Zahlen kommen von älteren Patienten aus Rückenkliniken [S83, S84].
sykhmn Hausarzt oder Physiotherapie; in den nächsten Tagen, wenn ein Bein schwach ist; eine Notaufnahme, wenn sich das Wasserlassen oder das Gefühl zwischen den Beinen ändert
1joxwgk Plötzlich verstopfte Schlagader des Beins
1256wqf akute Beinischämie
1jpt6tb Ein Gerinnsel oder eine enge Schlagader, die sich schließt, lässt das Bein ohne Blut: Es wird kalt, blass, schmerzhaft, taub und schwach.
fr1ech Nicht in den ersten Belegen für footfall; jede Zahl ist geschätzt.
1nf54rg ein Rettungswagen
1j2srip Steigender Druck in einem Muskel des Beins
1pkd4qi akutes Kompartmentsyndrom
6cr46l Blutung oder Schwellung in der Hülle eines Muskels drückt seine eigenen Gefäße und seinen Nerv zu [S149].
x5xo9v Störung im Rückenmark
a53lxb Myelopathie (Entzündung oder Druck am Rückenmark)
1m4xfxz Das Rückenmark ist entzündet oder gedrückt; beide Beine werden taub und schwach, oft bis zu einer Linie am Körper, und die Blase kann versagen.
1ca8yxz Keine Ursache gefunden; es kann von selbst vergehen
1etdsv8 vorübergehende Parästhesie, nicht näher bestimmt
vxexhb Füße können in einem langen Lauf taub werden, ohne dass etwas nicht stimmt; von 25 Läufern hatte nach 50 oder 100 km keiner Gefühl verloren [S02].
1ruf96c Was bleibt, wenn nichts anderes passt. Es heißt nicht, dass nichts da ist: Antworten und eine Untersuchung in Ruhe verpassen, was nur im Lauf kommt. Sein Anteil hängt davon ab, was footfall noch nicht weiß.
1o2hlav niemand, solange es nach jedem Lauf in Minuten weggeht und nicht schlimmer wird; der Hausarzt, wenn es bleibt, wächst, ohne Laufen kommt oder 6 Wochen lang immer wiederkommt
94ysal Die Senkel lockern und die Öse über der wunden Stelle auslassen
1wopcx1 Führ den Senkel an der Seite gerade nach oben, an der Öse über der wunden oder tauben Stelle vorbei, so dass dort kein Senkel kreuzt (Fensterschnürung) [S104, S136]. Die Ansicht „Schnürung“ wählt eine für die Stelle, wo es drückt, und zeichnet sie. Lass die untersten Reihen locker. Ein Polster unter der Zunge, geteilt, so dass die wunde Linie frei bleibt, kann helfen [S01, S136].
6tbgil jeder Lauf, gleich gebunden
wg7k51 demselben Lauf bis 1 Woche
1uar7qx ein Schuhgeschäft, wenn keine Schnürung bequem ist
1o1kd28 Eine Schnürung über sieben Ösen hielt die Ferse ohne mehr Druck auf den Fußrücken [S54]; dass sie Taubheit beendet, ist geschätzt.
vgnihs Ein weiterer oder längerer Schuh
d8galu Miss beide Füße im Stehen, spät am Tag. Nimm den größeren Fuß als Maß, mit einem Daumen Platz vor dem längsten Zeh (10 bis 12 mm [S108, S109]) und Seiten, die nicht drücken. Eine halbe bis ganze Größe mehr ist Platz für die Zehen, nicht für die Schwellung. Probier zuerst ein altes, weites Paar.
qry7pp jeder Lauf des Versuchs im weiteren Schuh
zm0qk6 dem nächsten Lauf bis 2 Wochen
1yfwd10 ein Fachgeschäft für Laufschuhe
2n7br7 Dass Füße stark schwellen, ist schwach belegt: 3 % nach 10 Minuten in einer Studie [S58], nichts nach 10 km in einer anderen [S60].
slk8ru Kürzere, schnellere Schritte (5 bis 10 % mehr pro Minute)
1ayb5xu Mach beim selben Tempo 5 % mehr Schritte pro Minute, später bis zu 10 %, mit einem Metronom oder der Uhr. Lass den Fuß unter dem Körper aufkommen. Erzwing keine Landung auf dem Vorfuß: Sie erhöht dort den Druck [S94, S95].
161v168 10 Minuten jedes Laufs in der ersten Woche, dann mehr; nach drei Wochen jeder Lauf
f4s35h 2 bis 6 Wochen
t7fkdn Weniger Verletzungen dadurch sind nicht gezeigt [S118], und weniger Taubheit wurde nie untersucht.
8cb7ri Eine weiche Gewölbestütze aus dem Laden
1adypap Fang mit einer weichen, niedrigen an, und trag sie zuerst eine Woche lang beim Gehen. Nimm sie heraus, wenn das Gewölbe mehr kribbelt oder der Schuh eng wird [S20]. Eine harte, hohe Stütze kann selbst auf einen Nerv drücken.
pm817q jeder Lauf, 4 bis 6 Wochen lang
1gndy5f 4 bis 6 Wochen
1w1ycsf Es wurde keine Studie zu Stützen und Taubheit beim Laufen gefunden.
h3o3xc Kürzere, leichtere Wochen, dann langsam aufbauen
z4u7vp Geh zurück zur letzten Strecke ohne Taubheit. Bleib eine Woche dabei. Danach soll kein einzelner Lauf mehr als 10 % länger sein als der längste der letzten 30 Tage [S22]. Bau Gehpausen und Ruhetage ein.
j3trcf 2 bis 4 Wochen
18ruuew 1 bis 4 Wochen
1usvp00 Die alte Regel von 10 % mehr pro Woche hat Verletzungen nicht verringert: 20,8 gegen 20,3 % [S70].
1kw4fhv Dehnen und beweglich machen
1nyow8t Wärm dich zuerst auf. Hüften, Oberschenkelrückseiten und Waden, jede 10 bis 30 Sekunden halten, zusammen bis zu einer Minute [S110]. Hör mit jeder Dehnung auf, die das Kribbeln auslöst.
1wd0yps 3 oder mehr Tage pro Woche
1gpzz9p 4 bis 8 Wochen
nk258f Keine Studie zeigt, dass Dehnen tauben Füßen hilft.
1yigegf Ein weiches Polster knapp hinter dem Ballen
w93xdv Kleb es auf die Einlegesohle, so dass es knapp hinter den wunden Köpfen der langen Knochen endet, nie darunter. Trag es in einem weiten, flachen Schuh. Verschieb es um ein paar Millimeter, wenn es drückt.
7uy4cz jeder Lauf, 6 Wochen lang
14stbhs 6 bis 12 Wochen
yo2byr die Podologie, wo man es setzen kann
1iuvdzm Studien gibt es wenige, sie sind klein, und keine ist frei von Verzerrung [S89].
1i7ovis Lass deine Füße und Schuhe ansehen
1kv5er4 Nimm deine Laufschuhe und deine Aufzeichnungen mit. Bitte darum, dass die Zehenlücken mit der Hand geprüft werden.
tc8q4k ein Besuch
117wkdk dem Besuch
1xkiv8f Podologie oder eine Fußambulanz
13xyjeg Lass Rücken, Hüften und Beine ansehen
297rzk Frag, ob ein Nerv im Rücken oder im Gesäß festsitzt, bevor du es für verkürzte Muskeln hältst.
10suvm8 Geh zum Arzt, für Bluttests
kjzspe Bitte um Blutbild, Nüchternzucker, B12, Schilddrüse, Nieren und Eiweiß [S82]. Sag, seit wann beide Füße taub sind, ob die Hände kribbeln, was du trinkst und welche Medikamente du nimmst. Sieh dir jeden Tag deine Füße an, und lauf nicht auf verletzter Haut.
ape21t der Hausarzt in den nächsten Tagen; nach einer Chemotherapie das Team, das den Krebs behandelt
lh2smi Notier, wann es anfängt, und ändere immer nur eine Sache
1awv0qq Drück die Rundentaste, wenn die Taubheit anfängt, dann werde langsamer oder geh. Ändere vier Läufe lang nichts sonst, dann eine Sache.
y4egb3 4 Läufe
1lhgyd6 2 bis 3 Wochen
1mbs72b der Hausarzt, wenn es 6 Wochen lang immer wiederkommt
1qx51gp Nimm weg, was auf den Nerv drückt
nb9y1h Such an dem tauben Streifen und eine Handbreit darüber und darunter nach dem, was drückt: ein Sockenbund, ein steifer Schuhrand oder eine steife Zunge, ein Band oder Schlauch am Knie, etwas Hartes unter den Senkeln. Lass es weg, klapp es um, oder schneid es aus. Was dir ein Arzt gegeben hat, etwa eine Schiene oder Strümpfe gegen Blutgerinnsel, bleibt an, bis du gefragt hast. Schlag die Beine nicht übereinander, und knie nicht lange [S20].
1ibkikd jeder Lauf und jeder Tag
131zxri Physiotherapie oder Sportarzt
t3r6j2 Geschätzt; nur einzelne Patienten sind beschrieben.
1sn9utj Lass eine harte Gewölbestütze weg, oder nimm eine weichere
168mrzo Lauf ohne sie oder mit einer weichen, niedrigen, und nicht auf der schrägen Seite der Straße. Tut der Fuß dann woanders weh, leg sie wieder hinein, und frag in der Podologie.
xjbapo jeder Lauf, 4 bis 8 Wochen lang
1fr9f17 2 bis 8 Wochen
1ub3ins Aus Beschreibungen einzelner Läufer [S19, S20].
yc6o5v Warme, trockene Füße
rny5en Wärm dich drinnen auf, halt den ganzen Körper warm, trag trockene Wollsocken in einem Schuh mit Platz dafür, und schütz die Zehen vor Wind. Lockerer, nicht dicker, wenn der Schuh schon voll ist. Wärm taube Zehen langsam, nie an einer Heizung oder in heißem Wasser: Haut, die nichts spürt, verbrennt unbemerkt. Zehen, die auch warm weiß und hart bleiben, können erfroren sein: Geh sofort zum Arzt.
da19ij jeder Lauf in der Kälte
1hin62 demselben Tag bis 2 Wochen
946283 Wärme hilft nach allem, was man hört; wie viel später die Taubheit kommt, wurde nicht gemessen.
1t2q8l Beweg dich oft, und lauf danach, wie sich das Bein anfühlt
154s8ee Steh alle 20 bis 30 Minuten auf, und geh ein wenig. Löst Stehen oder Gehen es aus und hilft Vorbeugen, setz dich oder beug dich, bevor es stark wird. Lauf kürzer und flach, mit Gehpausen, und hör auf, wenn die Linie aus Schmerz oder Kribbeln weiter ins Bein hinabgeht. Ein Fuß, der herabhängt: heute zum Arzt. Jede neue Störung beim Wasserlassen, ein taubes Gefühl zwischen den Beinen oder beide Beine schwach: jetzt in eine Notaufnahme.
mdn44i täglich, 6 Wochen lang
nybubr Physiotherapie; der Hausarzt, wenn es nach 6 Wochen nicht besser ist
1scgujy Die meisten Nervenwurzeln beruhigen sich in 6 bis 12 Wochen, was man auch tut; das ist aus dem Gedächtnis, nicht nachgeschlagen.
lxz3i2 Hör auf zu laufen, bis der Knochen angesehen wurde
1v2if7k Nicht laufen und nicht springen. Geh nur so weit, wie es nicht weh tut. Fang stufenweise wieder an, wenn Gehen schmerzfrei ist [S129].
5n4gc6 bis es angesehen ist, dann meist 6 bis 8 Wochen
1q3u7jj 6 bis 8 Wochen
1f2ndnq Die Zeit ist aus dem Gedächtnis; manche Knochen brauchen länger.
1cj14lh Lass den Nerv oder das Bein von einem Sportarzt prüfen
sagao Sag, bei welcher Minute es anfängt, wie schnell es weggeht und wo der Rand der tauben Haut verläuft. Frag, ob Druck in den Muskeln, ein eingeklemmter Nerv oder die Schlagader hinter dem Knie dahinterstecken kann. Bitte darum, gleich nach dem Laufen untersucht zu werden.
no9kdj ein Sportarzt oder eine Fußambulanz
1sq1u5v Lass den Blutfluss des Beins prüfen
1lllfoj Sag, wie weit du kommst, wie schnell es weggeht und ob der Fuß blass oder kalt wird. Bitte um eine Messung des Drucks am Knöchel, vor und nach Belastung.
d7dtv4 Lass das Nervensystem ansehen
4h67w4 Erzähl von Hitze, von früheren Zeiten mit einem Auge, Arm oder Bein und von Stromschlägen den Rücken hinab. Frag, ob eine Neurologin dich sehen sollte.
sk5v9d der Hausarzt in den nächsten Tagen
wt1nuc Geh in eine Notaufnahme
qm6bme Geh jetzt, und fahr nicht selbst. Ruf den Rettungsdienst, wenn das Bein kalt und blass ist oder wenn Atmen, Schlucken oder Sprechen schwer ist. Sag, seit wann es taub ist, wie schnell es steigt und ob sich das Wasserlassen oder das Gefühl zwischen den Beinen geändert hat.
bah8fr sofort
1x6qdkt vorn am Knöchel
1y65mpp Fußrücken Mitte, innere Hälfte
7qbqmc Fußrücken Mitte, äußere Hälfte
6j5zeo Fußrücken vorn, hinter den ersten zwei Zehen
1by76a Fußrücken vorn, hinter den letzten drei Zehen
1rme5ys Oberseite des großen Zehs
1q2su02 Oberseite des zweiten Zehs
16dldgj Oberseite des dritten Zehs
iofhn6 Oberseite des vierten Zehs
gfy5ne Oberseite des kleinen Zehs
m4tbee Unterseite des großen Zehs
11p93eo Unterseite des zweiten Zehs
1qs9sxd Unterseite des dritten Zehs
fe200s Unterseite des vierten Zehs
qfceqo Unterseite des kleinen Zehs
l0o15g Lücke zwischen großem und zweitem Zeh
144c3fd Lücke zwischen zweitem und drittem Zeh
n7zfyd Lücke zwischen drittem und viertem Zeh
83axok Lücke zwischen viertem und kleinem Zeh
1f12w9j Ballen hinter dem großen Zeh
y86yxj Ballen hinter dem zweiten Zeh
4p53q0 Ballen hinter dem dritten Zeh
n6rian Ballen hinter dem vierten Zeh
1mi4jfv Ballen hinter dem kleinen Zeh
yws07d inneres Gewölbe
1se2l0f Mitte der Sohle
gr1vdd äußere Sohle
x78apa Innenseite der Ferse
46wfj0 unter der Ferse
1wqxln Außenseite der Ferse
geieyy hinten an der Ferse
1ghfmdp Innenrand des Fußes
14wja6w Außenrand des Fußes
x2prxo Innenknöchel
1s1654j Außenknöchel
j01d3m Schienbein vorn und außen
13zwhup Schienbein innen
1flc6qj Wade
1fxm5hi zwischen den Beinen (Reithosengebiet)
16x6i tiefer Wadenbeinnerv, Teil am Fuß
1mi1qzc oberflächlicher Wadenbeinnerv
1uj3ja3 innerer Sohlennerv
4cu2bz Schienbeinnerv am Knöchel
1n2o9zw Suralnerv (äußerer Fußrand)
1isy0c1 Nerv zur ersten Zehenlücke
ncl52d Nerv zur zweiten Zehenlücke
11kdpnm Nerv zur dritten Zehenlücke
1tcdy7t Nerv zur vierten Zehenlücke
1od64vc Nervenwurzel L5
j7udb7 Nervenwurzel S1
1bfru6p beide Füße von den Zehen herauf, wie Socken
1rgdis1 vordere Seite des Schienbeins (vordere Loge)
mcx7wj Streifen unter Schnürung und Zunge
1ug439x eingeengter Vorfuß
1gq59vy eingeengte Zehen
rd1l8g ganzer Fuß geschwollen oder schlecht durchblutet
sgca6e äußerer Sohlennerv
1qf5oi7 Nerv der inneren Ferse
10ayvge erster Ast des äußeren Sohlennervs
citbfj Saphenusnerv (innerer Unterschenkel)
1on5qkb Nervenwurzel L4
kspgsv äußere Seite des Schienbeins (seitliche Loge)
9sl6pf tiefe Wade (tiefe hintere Loge)
17o28pc gemeinsamer Wadenbeinnerv
qt7kgw Ischiasnerv unterhalb des Knies
glprjc kalte Zehen
4ejib1 über den langen Knochen des Vorfußes
1pkf4me Seltenere Ursachen stehen nicht in dieser Reihe. Das sind etwa eine Krankheit der Nerven, die in der Familie liegt, eine Infektion, ein Medikament oder kranke Gelenke. Nur die Regeln für die Sicherheit suchen nach Zeichen von einigen.
cv15f5 Keine deiner Antworten bisher verlangt einen Arztbesuch.
1xxckpm Noch ist nicht bekannt, ob das einen Arzt braucht.
13kzoy5 Lass es ansehen. Es eilt nicht.
vwdnv1 Lass es ansehen. Wie bald, ist noch nicht bekannt.
1g1np6m IN DEN NÄCHSTEN TAGEN ZUM ARZT.
qo6f9z HEUTE ZUM ARZT.
7gocsj NOTFALL: JETZT HILFE HOLEN.
15n4r0a Die Fragen zur Sicherheit sind nicht beantwortet, oder nicht in letzter Zeit: Sie stehen unter „Fragen“ und kommen zuerst.
2m6gt Was folgt, ist für einen Fuß ohne Warnzeichen.
1v8phf2 Zuerst: Ein Warnzeichen ist da.
1ci7d2b „Warum“ sagt, zu wem du gehen solltest und wie bald.
2tswi5 Die Fragen zur Sicherheit sind offen: Sie stehen unter „Fragen“ und kommen zuerst.
1yhou96 Bis dahin: nicht laufen.
c6al70 Bis dahin: nicht laufen; geh so weit, wie der Fuß frei bleibt.
1ozjxa3 Bis dahin: kein Lauf länger als {1} Minuten, so lang war der letzte ohne Taubheit, locker, mit Gehpausen und einem Ruhetag dazwischen.
1382sbv Solange das offen ist, gibt es keinen Laufplan: Es kommt zuerst.
1tfq02l Nach deinen Läufen kommt die Taubheit über die Wochen immer früher: Solange das so ist, gibt es keinen Laufplan.
1h2u6kt Die Taubheit wird von Woche zu Woche schlimmer: Solange das so ist, gibt es keinen Laufplan.
1th36wz Finde zuerst heraus, warum: Lass es ansehen, und ändere eine Sache.
5jxcgg Was du vom Plan mitgenommen hast, auf einer Uhr oder auf Papier, wartet auch.
1uext0q „Warum“ sagt, was bisher am besten passt.
1b9r10s „Warum“ sagt, zu wem du gehen solltest und wie bald.
1hznzi1 Es wird kein Plan geschrieben: Zuerst muss etwas angesehen werden.
jph92m Es wird kein Plan geschrieben, bevor die Fragen zur Sicherheit beantwortet sind, und zwar vor kurzem.
4dd47e Sie stehen unter „Fragen“.
60urlx Die Taubheit kam zuletzt nach {1} Minuten.
wio1ao Ein Lauf, der {1} Minuten davor endet, ist kein Training. Darum wird kein Plan geschrieben: Ändere zuerst eine Sache („Warum“ sagt, welche), und sieh, ob sie später kommt.
2xawmq Geh so weit, wie der Fuß frei bleibt.
1ivf4xx Nach einer Knochenverletzung muss zuerst Arzt oder Physiotherapie dem Laufen zustimmen. Vorher wird kein Plan geschrieben. Sag, wenn es so ist.
1u5liy3 Das ist nicht gespeichert: Es verletzt Regeln.
1bx44ok Bessere diese Zeilen aus, und gib es noch einmal.
1yczint Der Versuch ist beendet: Das hier kommt zuerst.
1obx0ye Der Versuch ist angehalten: Das hier kommt zuerst.
grwomt Was deine Läufe bisher gezeigt haben, bleibt.
3pes6c Es wird kein Versuch begonnen: Das hier kommt zuerst.
rh8nh5 Es wird kein Versuch begonnen, bevor die Fragen zur Sicherheit beantwortet sind, und zwar vor kurzem.
zetfxr Es wird kein Lauf ausgelost, bevor die Fragen zur Sicherheit noch einmal beantwortet sind.
113q1ic Es wird kein Lauf ausgelost: Die Taubheit kommt von Lauf zu Lauf früher oder stärker.
1np8yyd Lauf weniger oder mach Pause, bis das aufhört, und lass es ansehen.
1cdel3l Mehr Läufe werden kaum mehr sagen: Unten steht, was sie zeigen, und dort kannst du den Versuch beenden.
1stlg85 Mit keiner Änderung dieses Versuchs solltest du noch laufen: Sie macht die Taubheit schlimmer oder ist nichts für einen Fuß, der schlimmer wird.
au00w4 Solange das offen ist, keine neue Art zu laufen: Es kommt zuerst.
nkv0gj Die Taubheit wird über die Wochen schlimmer: Solange das so ist, keine neue Art zu laufen.
as9lnh Lass es zuerst ansehen.
1pfgoxf Dieses Ergebnis wird nicht gespeichert: Es würde eine Warnung zurücknehmen, die eine frühere Antwort ausgelöst hat, und das darf ein Test zu Hause nicht.
p9097i Dieser Test wird jetzt nicht gezeigt: Er belastet den Fuß, und das hier kommt zuerst.
vk3owt Frag dort, ob du ihn machen darfst.
11ybgw4 Diese Übungen werden jetzt nicht gezeigt: Das hier kommt zuerst.
cudalx Diese Übungen sind nichts für einen Fuß, der von Woche zu Woche schlimmer wird: Ein Nerv kann festsitzen, und an ihm zu ziehen kann schaden.
6iq5w5 Lass zuerst jemanden nachsehen.
1lhm7wf Jetzt wird kein Polster gesetzt: Das hier kommt zuerst.
rqt7bx Ein Polster ist nichts für einen Fuß, der von Woche zu Woche schlimmer wird: Lass zuerst jemanden nachsehen.
154kbbl Es wird keine Schnürung gewählt: Das hier kommt zuerst.
kvyxd5 Es wird keine Schnürung gewählt: Auf dem Fußrücken ist nichts als taub markiert, wo Senkel drücken.
piiy4g Jetzt wird kein Schuh vorgeschlagen: Das hier kommt zuerst.
dlu5km Was du an Füßen und Schuhen misst, wird trotzdem gespeichert.
1s4u85a Was oben steht, kommt zuerst; der Rest wartet.
1la4ma3 Beende vorerst jeden Lauf, bevor die Taubheit gewöhnlich anfängt.
1lhlbsa Deine Läufe damit gingen bisher besser.
15gw8nl Bleib dabei; um sicher zu sein, dass es daran lag, wechsle ein paarmal hin und her.
1udeua4 Jetzt geht es darum, {1} von {2} zu unterscheiden.
mlg308 Manche Zeichen heißen: Zuerst zum Arzt, was auch immer den Fuß taub macht.
jizdoz kein Versuch läuft: unter „Versuch“ fängst du einen an
1yhahvc Lauf nie für den Versuch in die Taubheit hinein: Wenn sie kommt, drück die Rundentaste, halt an oder geh, und lockere die Senkel.
g2dbci Ein Lauf, der deshalb endet, zählt genauso, und auch einer, den du beendest, weil du sie kommen spürst.
ajk0qe Beende den Versuch, wenn die Taubheit von Woche zu Woche früher kommt oder nach dem Lauf länger bleibt.
3tjtyf Hol Hilfe, wenn der Fuß schwach ist, wenn er in Ruhe oder bis zum nächsten Tag taub bleibt oder wenn sich die Taubheit über den Fuß hinaus ausbreitet.
10gydkk Von allem, was in Frage kommt, sagt das mit Abstand am meisten. Darum gab es nichts auszulosen.
uggvwh Von allem, was in Frage kommt, sagt das am meisten, oder fast; unter diesen wurde es ausgelost, damit nichts anderes damit zusammengeht.
1vywnea Was am meisten sagen würde, kam zweimal hintereinander; ein drittes Mal ließe das Wetter oder die Woche mitreden.
16zbhlz Bequem zuerst: Es wurde so oft ausgelost, wie es sich wohl am besten anfühlt.
1p6a5tc Noch kein Lauf damit, von dem du gesagt hast, ob der Fuß taub wurde.
18ca57f Jeder Lauf war damit, darum gibt es keinen Vergleich: Lauf ein paarmal wie sonst.
153vp28 In keinem Lauf, mit oder ohne, wurde der Fuß taub. Darum gibt es keine Zeit zum Vergleichen.
lrl1db In so wenigen Läufen wurde so viel geändert, dass sich die Wirkungen nicht trennen lassen: Es gibt keine Zahl.
zjdvcg Ändere immer nur eine Sache.
111623q Der wahre Gewinn ist wohl etwas kleiner, als es jetzt aussieht: Bleib dabei, zwei weitere Paare von Läufen werden es zeigen.
s8d3ul In den Wochen damit kommt die Taubheit später.
1n4ibew Ob es das ist, was hilft, lässt sich nicht sagen: Man kann es nicht in einem Lauf tun und im nächsten lassen, und über Wochen ändert sich auch anderes.
fa4tap Ein Gewinn von einem Fünftel ist so gut wie ausgeschlossen.
hhkcv0 Behalt, was bequem ist, und versuch etwas anderes.
liem1y Es ist knapp: Wie viele Läufe es noch braucht, lässt sich nicht sagen.
g4r9ha Es ist zu früh, um zu sagen, wie viele Läufe es noch braucht.
1oyx3jj Das ist ein Vergleich von vorher und nachher: Was sich zur selben Zeit sonst geändert hat, steckt mit darin. Darum ist es kein Beweis.
dia87i Es wurde kaum hin und her gewechselt. Darum steckt mit darin, was sich zur selben Zeit sonst geändert hat.
4fce20 Von keinem dieser Läufe ist gesagt, dass er ausgelost war. Darum kann mit darin stecken, was sonst mit der Änderung zusammenging.
1ce13ck Auf anderem Weg gerechnet (anderes Gesetz, weitere Annahme, spätere Wirkung oder ohne Tempo, Wetter und Schuhe) sagen die Läufe nicht dasselbe. Darum gilt es nicht als entschieden.
1bllcb1 Geprüft an ausgedachten Läufen mit denselben Zahlen: Nichts fällt auf.
u5eo09 Noch sind es zu wenige Läufe, um die Zahlen daran zu prüfen.
1w5jo12 Keine Ursache sagt voraus, dass eine Änderung es schlimmer macht. Darum sprechen diese Läufe für keine.
ltbyq8 ja
r90oai nein
9uxa3z wo es taub ist
1fo232m Wo ist es taub?
191cu6b wie auf dem Fuß markiert
1iqqzgl von keiner dieser Änderungen wird bei dieser Ursache etwas erwartet
1cawp7y deine Läufe mit und ohne Änderung
1estdkm das angegebene Alter
149fk9e die Sicherheitsliste
pm1627 Das sind alle Läufe, in der Reihenfolge, in der sie kamen. Darum ist es kein Beweis: Alles, was sich zur selben Zeit geändert hat (Wetter, Tempo, Strecke, ein Schuh, der sich einläuft), kann es gewesen sein.
1jdf3zm Ein Versuch wechselt in einer Reihenfolge ab, die solche Dinge davon trennt: siehe „Versuch“.
1ol5akk die Uhr hat es gemessen, und am Handgelenk misst sie zu warm: um wie viel, ist nicht bekannt
pdgpo7 Läufe mit mehr Anstieg
1nqr67 Läufe mit weniger Anstieg
6i8xxo Läufe mit mehr Abstieg
128vz2c Läufe mit weniger Abstieg
wn4w7l Läufe mit höherem Puls
ply0gf Läufe mit niedrigerem Puls
yqmrgu Läufe mit schnelleren Schritten für ihr Tempo
16cv0de Läufe mit langsameren Schritten für ihr Tempo
tw2ey9 Läufe mit längerer Zeit am Boden für ihr Tempo
17td8ab Läufe mit kürzerer Zeit am Boden für ihr Tempo
16miwbg Läufe nach mehr Ruhe
1atfsj8 Läufe nach weniger Ruhe
1x5410c Läufe nach einer Woche mit mehr Laufen
21dfzo Läufe nach einer Woche mit weniger Laufen
mwjsai Läufe, die lang sind, verglichen mit dem längsten der 30 Tage davor
1b63i9k Läufe, die kurz sind, verglichen mit dem längsten der 30 Tage davor
mhgw2b Läufe in Schuhen, die schon weiter gelaufen waren
k0titv Läufe in Schuhen, die weniger weit gelaufen waren
wfpr85 Läufe in diesem Schuh
fr1eo4 Läufe in anderen Schuhen
dalsqr Läufe mit dieser Einlage
yaepd8 Läufe mit anderen Einlagen
1kkc88i Läufe in dieser Socke
12bmyb1 Läufe in anderen Socken
1255dl3 Läufe mit dieser Schnürung
136yqmc Läufe mit anderer Schnürung
ucw2tf wärmere Läufe
nkuqyf kühlere Läufe
147m226 schnellere Läufe
l321mr langsamere Läufe
t56ui9 Läufe auf dem Laufband
8s7jrs Läufe draußen
ipld3e Anstieg
m5m8fp Abstieg
cygvaa Strecke
1nr0kyz Puls
vfz5yi Tempo
1swu911 Temperatur
h0b3ph Laufband
1731wz6 Schuh
j715aj Einlage
3p285x Socken
mw6sxd Schnürung
9zfa9g Schrittzahl bei gleichem Tempo
1gg8qgx Zeit am Boden bei gleichem Tempo
xaldzg Ruhe vor dem Lauf
1knvkm7 Laufen in der Woche davor
174oxc4 Länge, verglichen mit dem längsten der 30 Tage davor
1vvpur Strecke, die der Schuh gelaufen ist
th0qum bisher kein klarer Unterschied, und keiner ausgeschlossen
11xb4i4 gleich in fast allen Läufen, die sich vergleichen lassen
1gui8v3 {1} Läufe mit Taubheit, die Hälfte bis Minute {2}
w2z470 {1} Läufe, deren Minuten um {2} % ihres Mittels schwanken
qy01z0 {1} Läufe: {2} Schritte pro Minute, {3} sind bei diesem Tempo üblich; und die Zeit am Boden; Chance zu langer Schritte {4} %
59sbs3 {1} Läufe: {2} Schritte pro Minute, {3} sind bei diesem Tempo üblich; Chance zu langer Schritte {4} %
nqo13m {1} Läufe: {2} % der Bodenzeit links
1hmkc7a gezählt in der Chance zu langer Schritte
1n18w01 kein Lauf sagt, wann die Taubheit weg war
c8esib kein Lauf sagt, wann die Taubheit anfing
1gumbeq taub in {1} der {2} Läufe, seit es anfing
umf6bs Stellen markiert bei {1} Läufen
1ub14ss bei keinem Lauf ist eine Stelle markiert
xezeuu meist ein Fuß, manchmal beide
1ca9cou deine Läufe beginnen weniger als 10 Wochen davor: Sie sagen nicht, was davor war
kyooia deine Läufe reichen 10 Wochen zurück, und in den letzten 6 beendete keiner eine Pause von 4
xjpptj Schuh, Einlage, Socke und Schnürung waren nicht neu
17bfq6k noch kein Lauf ist als taub markiert
1wiuiwu es braucht 5 Läufe, seit es anfing, und von 7 von 10 ein Wort, ob es kam
1porvc3 kein Lauf in den 14 Tagen vor dem ersten, der als taub markiert ist
tgyubh die Strecken der Läufe davor sind nicht bekannt
9m7mgd von der Woche davor ist keine Strecke bekannt
onta2n bei den meisten der letzten 10 Läufe ist kein einzelner Schuh gesagt
aosw4h es gibt keinen Lauf, der es sagen könnte
19w6l4 kein Lauftempo ist aufgezeichnet
1my09ti zu wenig wurde in einem Tempo gelaufen, für das das Übliche bekannt ist
1o3zjqr die Schrittzahl steht still auf einer Zahl: Der Sensor hat nicht gezählt
15fvqz0 gelaufen wurde drinnen, wo die Uhr das Tempo nur schätzt
grea7s keine Schrittzahl ist aufgezeichnet; eine Uhr mit Bewegungssensor oder ein Sensor am Fuß zeichnet sie auf, und ihre FIT-Datei enthält sie
tw39vo Wann die Taubheit anfing, Lauf für Lauf
1s835z4 Lauf {1}, {2}
qwlssh Die Läufe des Versuchs, und wann die Taubheit anfing
1wq8aar wie sonst
jgug0r geändert
flknuk geändert: „{1}“
1cmbg8m Andere Schnürung
qd8w3j Schnellere, kürzere Schritte
81a1ok Eine Einlage
upvv1z Weniger laufen
h94z06 Dehnen
rx1hb7 Ein Polster hinter dem Ballen
1aaf5p5 Kein Druck auf den Nerv
1pyfvm Eine weichere Stütze für das Gewölbe
1okvc2f Oft bewegen
1kkiaj1 Kein Laufen
a2z143 Aufschreiben, wann es anfängt
17w1joa Strich: ein Lauf damit; dick: taub
2lboi6 nicht gezeichnet: {1} weitere, die seltener dabei waren
krij9t Wo es taub wird
2nypcs Oben
45twis Sohle, als Abdruck
xr0rwe Innenseite
1d3t3kn Außenseite
52pxm8 links
xjidwl rechts
1hx7jmp Schienbein
v5vkvc Gesäß
f2ybfk Zehen
7bgj33 Ferse
17x5bjo bei über zwei Dritteln dieser Läufe
1pboqnl so wie du es gezeichnet hast
1xr6sa1 bei einem bis zwei Dritteln
1bfwqxy bei weniger, oder nur gezeichnet
1vise78 Geht es so weiter, ist es nach etwa {1} weiteren Läufen entschieden.
126oyn Geht es so weiter, ist es nach etwa {1} weiteren Läufen entschieden, die zwischen damit und wie sonst abwechseln.
1y2ie6e Deine Läufe sprechen {1} : {2} für „{3}“, verglichen mit „keine Ursache gefunden“: Die Chance dafür geht von {4} % auf {5} %.
1i2ktlq Deine Läufe sprechen mit mehr als {1} : {2} für „{3}“, verglichen mit „keine Ursache gefunden“: Die Chance dafür geht von {4} % auf {5} %.
13devep Was jede Änderung bei jeder Ursache bewirkt, ist geschätzt, nicht gemessen.
o6qsvz Tempo, min/km (schnell ist oben)
1axxga8 Schritte pro Minute
1opg1t4 Minuten Laufen
l5q8ia Linie mit Zahl: von Hand gedrückte Runde
1p6u8xx gepunktete Linie: Runde der Uhr
10svnd3 gestreiftes Band: Pause, zählt nicht als Laufen
190vr23 diese Aufzeichnung enthält keine Schrittzahl über die Zeit
10u2r5 graue Fläche: Höhe zwischen {1} und {2} m
ym1j41 taub ab {1}:{2}, {3} von {4}
fek19e taub ab {1}:{2}
cgeu4 nicht taub
1ugq0k0 taub ab dieser Minute
1th0m8g taub irgendwo dazwischen
nd8u1c taub, niemand weiß, wann
cdyada bis zum Ende des Laufs nicht taub
6kwbkp beendet, weil es sich ankündigte
ohvmgj Noch sagt kein Lauf, ob ein Fuß taub wurde.
xxrpv8 linker Fuß
1l5cx7r rechter Fuß
wmq437 linker Schuh
t7l2t8 rechter Schuh
xijsfj {1} Läufe vom {2} bis {3}
uqyc5w {1} Läufe am {2}
nr71d {1} Lauf am {2}
1lhjn6f in {1} taub
fj5wub in {1} taub, nach {2} bis {3} Minuten
sqf4bz in {1} taub, nach {2} Minuten
1168l9d nach {1} bis {2} Minuten
vxolcp nach {1} Minuten
k3tz6s in {1} von Anfang an
mukl0 in {1} weiß niemand, wann
1e7v06 in {1} nicht taub
1qurtg4 von höchstens {1} Minuten
1p10031 {1} davon beendet, weil es sich ankündigte
* {a}: {1} runs, numb in {2}	{a}: {1} Läufe, in {2} taub
* {a}: {1} run, numb in {2}	{a}: {1} Lauf, in {2} taub
1pzutr6 {1} km in {2}:{3}:{4} Laufen
1fsf32j {1} km in {2}:{3} Laufen
hypda9 {1}:{2} Laufen
ra8dls {1}:{2}:{3} Laufen
fd2ybx meist zwischen {1}:{2} und {3}:{4} für einen km
16d27wx meist bei {1}:{2} für einen km
1w58t1 und zwischen {1} und {2} Schritten pro Minute
tydnwc meist zwischen {1} und {2} Schritten pro Minute
1pm09mi und bei {1} Schritten pro Minute
* Numbness: {A}	Taubheit: {A}
1mj79ux taub oder nicht: nicht gesagt
109cm33 nicht gesagt
1cd1rpm taub von Anfang an
1sydd0v {1} Runde von Hand gedrückt, die erste bei {2}:{3}
mr5wwg {1} Runden von Hand gedrückt, die erste bei {2}:{3}
19z5axa Zusammen {1}:{2} pausiert
* numb by {1} min in {2} of {3} {A}, in {4} of {5} {B}	bis Minute {1} taub in {2} von {3}: {A}; in {4} von {5}: {B}
* numb by {1} min in {2} of {3} runs in this shoe, in {4} of {5} runs in other shoes (numb: runs {y})	bis Minute {1} taub in {2} von {3} Läufen in diesem Schuh, in {4} von {5} Läufen in anderen Schuhen (taub: Läufe {y})
* runs with {a}	Läufe mit {a}
* runs without {a}	Läufe ohne {a}
* shoe {x} was first run in on {1}, in run {2}	im Schuh {x} bist du zuerst am {1} gelaufen, in Lauf {2}
1btj67m längster Lauf {1} km in den {2} Tagen vor dem {3}, {4} km in den {5} Tagen davor ({6} Läufe)
annbf3 {1} km in den {2} Tagen vor dem {3}, {4} km in den {5} Tagen davor
* {x}: {1} km in your runs	{x}: {1} km in deinen Läufen
* left foot: {A}	linker Fuß: {A}
* right foot: {A}	rechter Fuß: {A}
cgpcjb auf {1} Läufen markiert
1ovgvr2 auf {1} Lauf markiert
1oryp8z gezeichnet, wie es sich anfühlt
1uvv17 Wand: die Ferse leicht daran, auf beiden Füßen stehen
10kn9xx Länge
1aelkqg Breite am Ballen
1u5wc6t (und Umfang)
19dl9bu Wo man einen Fuß misst
1v19wwp Der Umriss eines rechten Fußes von oben, die Ferse an einer Wand. {1}: die Länge, von der Wand bis zur Spitze des längsten Zehs. {2}: die Breite am Ballen, vom Gelenk des großen Zehs zu dem des kleinen, und der Umfang dort. {3}, {4} und {5}: die Breite gerade hinüber bei {6}, {7} und {8} Prozent der Länge, von der Wand an gezählt.
oyelzg Spann
17otbtb wo Senkel drücken
14jh56k Die Hautgebiete der Nerven überlappen und sind bei jedem anders: Wo es taub ist, sagt, welchen man ansehen soll, nicht, welcher es ist.
* Where: as you marked it numb ({A}). Numb skin lies under what presses and beyond it, towards the toes: press along the laces with a finger, and name the sore place where it is another.	Wo: wie du es als taub markiert hast ({A}). Taube Haut liegt unter dem, was drückt, und dahinter, zu den Zehen hin: Drück mit einem Finger an den Senkeln entlang, und nenn die wunde Stelle, wenn es eine andere ist.
qfdvbl Es gibt keinen Plan. Hier kannst du einen schreiben lassen: zurück nach der Taubheit, vom Gehen zum Laufen oder zu längeren Läufen.
1cxo8g9 Um zu sehen, ob es dir hilft: '{1}'.
1fa5nwp Es wirkt über Wochen. Ein Versuch kann darum nur zeigen, ob die Taubheit damit zusammengeht.
v4o3he Es wirkt vielleicht mit jedem Lauf mehr. Gib ihm darum mehrere Läufe hintereinander.
g02gi3 weniger als {1} Läufe mit einem Brustgurt oder Sensor, der links und rechts trennt; eine Uhr am Handgelenk kann das nicht
9sk3st braucht {1} Läufe mit bekannter Minute; es sind {2}
1po8ob braucht {1} Läufe mit bekannter Minute; es ist {2}
atq64h braucht {1} Läufe im Freien mit Schrittzahl; es sind {2}
k6uh8f braucht {1} Läufe im Freien mit Schrittzahl; es ist {2}
jzyh5x braucht {1} Läufe, in denen es nach dem Anhalten wegging; es sind {2}
x0uk37 braucht {1} Läufe, in denen es nach dem Anhalten wegging; es ist {2}
1ea2ely in {1} ging es beim Laufen weg
j9hepx in {1} weiß niemand, ob angehalten wurde
17915kz bisher in einem Paar taub; ob es das Paar ist, zeigt erst der Vergleich gleicher Läufe
po277c von zu wenigen Läufen bekannt
1sbqtqf deine Läufe reichen nicht weit genug zurück: sie müssten {1} Tage vor der Taubheit beginnen
15qqcc8 zu wenige Läufe zum Vergleichen: {1} in den {2} Tagen, {3} braucht es
* your feet against the inside of {x}, both measured	deine Füße und das Innere von {x}, beide gemessen
* {x} has {1} km in your runs, and may have gone further before	{x} hat {1} km in deinen Läufen und lief vielleicht schon vorher
1cz3ghr die Schrittzahl ist keine vom Laufen: von einem Fuß, verdoppelt oder von etwas anderem
1f7glha die Aufzeichnungen haben nur Zahlen ganzer Läufe; die FIT-Datei der Uhr hat die Schrittzahl im Verlauf
29aoml wann es anfing, ist nicht bekannt: von den meisten Läufen vor dem ersten markierten sagte niemand, ob es taub wurde
1o99sz5 Trifft etwas davon auf dich zu?`;
