// Made by tools/language.py from knowledge/languages/de.txt: change it there.

export const words = `112rg4z Knie an die Wand (Ausfallschritt-Test, weight-bearing lunge test)
j1qcaf eine Wand, ein Maßband, nackte Füße
ayqb31 Eine frische Verstauchung, oder Schmerz vorn am Knöchel beim Beugen.
1rqf2os Schmerz oder Kribbeln.
1j3r82f Stell dich vor eine Wand. Ein Fuß zeigt gerade darauf, der andere steht dahinter.
1vqwi33 Beug das vordere Knie zur Wand, über den zweiten Zeh. Die Ferse bleibt unten.
1tu2fg1 Rück den Fuß zurück, bis das Knie die Wand gerade noch berührt und die Ferse gerade noch unten bleibt.
10epgy5 Miss von der Spitze des großen Zehs bis zur Wand. Mach es dreimal, und nimm den mittleren Wert. Dann der andere Fuß.
1suvh6y Weniger als 9 cm an einem Fuß, oder ein Schienbein weniger als 35 Grad schräg, gilt als steif.
1dtv84l Wiederholte Tests stimmen gut überein (0,93 bis 0,99 von 1 in einer Studie). Aber 30 bis 38 Grad sind üblich, und niemand hat eine Grenze festgelegt. Ein Unterschied von 2 cm zwischen den Füßen kann Zufall sein.
mmkjj5 Ein steifer Knöchel oder eine steife Wade. Das kann den Vorfuß mehr belasten.
1qnjp1j Der Knöchel beugt sich so weit wie bei den meisten.
1nqhsqs Dehn die Wade, mit gestrecktem und mit gebeugtem Knie: siehe „Übungen“. Miss in vier Wochen noch einmal; erst 2 cm oder mehr sind eine Änderung.
15nn05z Lass die Wade, wie sie ist. Sie zu dehnen würde nichts ändern.
eql69z Miss an einem anderen Tag noch einmal, zur selben Stunde. Bleibt es nah an der Grenze, macht es wenig aus.
1fwnek2 Hüfte auf der Tischkante (Thomas-Test)
1fce56n ein fester Tisch oder hohes Bett, jemand, der hinsieht
zgt8hd Eine künstliche Hüfte, Rückenschmerz mit Schmerz ins Bein.
8gug45 Schmerz im Rücken oder in der Leiste.
7xyio0 Setz dich ganz an die Kante. Zieh ein Knie an die Brust, und roll damit zurück, bis du liegst.
t5yhqa Halt dieses Knie mit beiden Händen, so dass der untere Rücken flach liegt. Lass das andere Bein hängen.
10i8bge Die andere Person sieht von der Seite: Bleibt der hängende Oberschenkel über der Waagerechten?
1hisy3b Der Oberschenkel bleibt auf einer Seite über der Waagerechten: ja.
14iwbwe Schwach. Nur nach Augenmaß war sich dieselbe Person mit sich selbst nur mäßig einig (0,47 von 1), zwei Personen weniger (0,39) [S244]. Wenn das Becken nicht gehalten wird, fand er 3 von 10 steifen Hüften [S245].
1bb83ri Die Hüfte ist vorn vielleicht verkürzt.
1m6wgtx Keine verkürzte Hüfte zu sehen. Der Test übersieht viele.
33hht9 Dehn die Vorderseite der Hüfte vier Wochen lang: siehe „Übungen“.
1cfi6ip Daraus folgt wenig. Wenn du den ganzen Tag sitzt, beweg dich trotzdem mehr.
jafqm2 Lass es. Andere Antworten sagen mehr.
1h4dojb Fußlinien-Test
1kzayo ein Blatt Papier, ein Stift, ein Geodreieck oder eine kleine Schachtel
d2rlo4 Wer nicht sicher still stehen kann.
h43c04 Daran kann nichts schaden.
1oq2qgi Stell dich mit dem Gewicht auf beiden Füßen auf das Papier, und sieh geradeaus. Jemand anders zeichnet.
17gjmve Zeichne den innersten Punkt des Ballens und der Ferse an. Halt den Stift senkrecht.
10z62ri Such den Knochenhöcker am inneren Gewölbe (Kahnbein). Bring seinen innersten Punkt mit dem Geodreieck gerade auf das Papier hinunter.
1ueasg5 Tritt herunter. Zieh die Linie vom Ballen zur Ferse. Miss, wie weit die Marke des Höckers außerhalb dieser Linie liegt (plus) oder innerhalb, unter dem Fuß (minus), in mm.
gqymm1 Über 10 mm außerhalb: Der Fuß knickt stark nach innen (proniert). Unter -3: Er bleibt außen (supiniert). Dazwischen: üblich.
2xc811 Der beste der Tests zu Hause für die Fußform: 0,94 von 1 bei derselben Person, 0,83 bis 0,86 bei einer anderen. Bei 130 Menschen lag er zwischen -8 und 14 mm, im Mittel 3,7. Die Grenzen liegen dort, wo 2 von 100 darüber hinaus sind.
9yx144 Der Fuß knickt mehr nach innen als bei den meisten (sehr beweglich oder flach).
3nmyfs Die Fußform ist nicht das, was auffällt.
179fpzb Der Fuß bleibt mehr außen als bei den meisten (hohes Gewölbe).
19ms0bl Eine weiche Stütze für einige Wochen ist einen Versuch wert, den Fuß zu trainieren dauert länger: siehe „Übungen“.
1pmoki5 Such die Ursache woanders.
12371ie Sieh zuerst nach den Senkeln: Sie drücken auf einen hohen Spann. „Warum“ sagt mehr.
kt149q Nimm es als üblich, oder lass es von derselben Hand noch einmal messen.
87yfq5 Auf einem Bein auf die Zehenspitzen
lel8x8 eine Wand, jemand oder eine Uhr für den Takt
wmln0h Eine gerissene oder sehr wunde Achillessehne, eine frische Zerrung der Wade.
sxsja1 Ein stechender Schmerz in der Wade oder Achillessehne.
1xau30c Steh auf einem nackten Fuß, Knie gestreckt, Fingerspitzen an einer Wand.
yyqwnh Steig ganz hoch und wieder herunter, einmal alle zwei Sekunden. Zähl mit.
lrinqq Hör auf, wenn du nicht mehr ganz hochkommst, das Knie beugst oder dich an die Wand lehnst. Ruh dich aus, dann die andere Seite.
ibvf0h Weniger als 20 auf einer Seite, oder 5 weniger als auf der anderen: ja.
an35k9 Die Zahl schwankt von Tag zu Tag um bis zu 6. Die Mitte liegt bei 24 für Männer und 21 für Frauen und sinkt mit dem Alter. Darum ist 20 keine scharfe Grenze.
5e2mfb Die Wade ist vielleicht schwach. Nach Monaten ohne Training ist das häufig; mit Rückenschmerz oder einer tauben Stelle kann es ein Nerv sein.
joite5 Die Wade ist so stark wie bei den meisten.
11yn5t7 Mit Rückenschmerz, Schmerz ins Bein oder einer Stelle, die taub bleibt: Lass es ansehen. Sonst trainier sie (siehe „Übungen“), und zähl in sechs Wochen noch einmal.
1bt8yaq Nichts zu tun.
1q61vfv Zähl in zwei Tagen noch einmal. Ein Bein, das weit hinter dem anderen bleibt, solltest du in der Physiotherapie zeigen.
1kcsfvi Zwischen den Zehen kneifen
mvz8ui nichts
17n53ma Eine Wunde oder Blase dort.
ayq2j7 Wenn es stechend weh tut: Das ist die Antwort.
q85upp Setz dich, den Fuß über dem anderen Knie, Schuh und Socke aus.
7xl1f4 Kneif die Lücke zwischen zwei Zehen, knapp hinter der Stelle, wo sie sich trennen: Daumen oben, Finger unten. Fest, fünf Sekunden lang.
bwcrym Geh von Lücke zu Lücke, dann der andere Fuß.
lldzuu Eine Lücke löst DEINEN Schmerz oder DEIN Kribbeln aus, wie du es vom Laufen kennst: ja. Dass es weh tut, reicht nicht.
3xcpt0 In Kliniken hatten es 96 von 100 mit einem nachgewiesenen dicken Nerv [S09]. Wie oft es ohne einen kommt, ist nicht bekannt. Mit der eigenen Hand ist es weniger sicher.
719rvx Ein Nerv zwischen den Zehen (Morton-Neurom) passt jetzt besser.
16k67qv Ein Nerv zwischen den Zehen passt jetzt weniger gut, aber ein Test zu Hause schließt ihn nicht aus.
jn9vi7 Zuerst ein weiter, flacher Schuh, dann ein Polster hinter dem Ballen. Ist es nach 12 Wochen nicht besser, geh in die Podologie.
1cm27l7 Versuch es gleich nach einem Lauf, der es ausgelöst hat.
9u0sjo Leichte Berührung der Zehen (Ipswich-Berührungstest)
1h4bwl2 jemand anders, ein ruhiges Zimmer
6q1zw0 Niemand.
rb7axv Leg dich hin, Schuhe und Socken aus. Mach die Augen zu.
13f5qpo Die andere Person berührt eine Zehenspitze leicht wie eine Feder, ein oder zwei Sekunden, ohne ein Wort: großen, mittleren und kleinen Zeh beider Füße, in beliebiger Folge. Jeden Zeh einmal; ohne Drücken, ohne zweiten Versuch.
52iqpu Sag „links“ oder „rechts“, sooft du etwas spürst. Die andere Person zählt für jeden Fuß, was dir entgeht.
1a2yd49 Zwei oder mehr der sechs entgehen dir: ja.
1tu3264 Verglichen mit dem Nylonfaden der Kliniken findet er 71 bis 83 von 100 und lässt 98 von 100 zu Recht aus. Das gilt für Menschen mit Diabetes; bei Läufern wurde es nicht untersucht.
cfjqyu Die Zehen spüren weniger, als sie sollten. Die Nerven können krank sein; das sollte geklärt werden.
oa57ez Die Zehen spüren leichte Berührung. Eine frühe Nervenkrankheit schließt das nicht aus.
v9fcx9 Lass in den nächsten Tagen einen Arzt nachsehen, und frag nach Bluttests. Sieh dir jeden Tag deine Füße an, und lauf nicht auf verletzter Haut.
1y2k7mz Ist dir eine entgangen, mach es in einer Woche noch einmal. Mit Diabetes lass die Füße trotzdem jedes Jahr prüfen.
1rmwhk9 Mach es an einem anderen Tag noch einmal, in einem ruhigen Zimmer, mit jemandem, der leichter berührt.
1ctnl5d Auf den Fersen gehen
qecr3j eine Wand neben dir, nackte Füße, ein Tag ohne Laufen
td29s7 Wer stürzen könnte.
1xhnul6 Schmerz, oder wenn du das Gleichgewicht verlierst.
sszes Stell dich neben eine Wand, eine Hand in ihrer Nähe.
1rz66jp Heb beide Füße vorn an, und geh zehn Schritte auf den Fersen. Jemand sieht zu, oder film es.
1jpgh9 Ein Fuß sinkt vorn ab oder lässt sich nicht oben halten: ja. Müde Schienbeine auf beiden Seiten sind nicht gemeint.
1xdiu98 Zahlen wurden nicht gefunden; dass es zählt, ist klar.
1ieqzvt Die Muskeln, die den Fuß heben, sind schwach. Ein Nerv kann stark gedrückt sein.
4r2l6e Die Muskeln, die den Fuß heben, sind stark.
14txnbz Geh heute zum Arzt. Davor nicht laufen, nicht dehnen, keine Nerven gleiten lassen.
sy688i Nichts zu tun. Wiederhol es, wenn der Fuß zu klatschen oder hängen zu bleiben beginnt.
13whrzb Mach es morgen noch einmal, mit jemandem, der zusieht. Klatscht der Fuß beim Gehen oder bleibt er hängen, geh heute zum Arzt.
1iguylw Slump-Test (krumm sitzen)
z5ctxf ein Tisch oder ein hoher Stuhl
pcriyd Starker Rückenschmerz, ein bekannter Bandscheibenvorfall, der schlimmer wird, oder nach einem Sturz.
1ojs9px Der erste starke Zug, oder Schmerz, der ins Bein schießt.
czo0n5 Setz dich weit hinten auf den Tisch. Mach den Rücken krumm, Hände hinter dem Rücken, Kinn auf die Brust.
bejllc Streck langsam ein Knie, und zieh den Fuß hoch. Halt beim ersten Zug an.
1d0twk Kommt das Gefühl im Fuß, bleib so, und heb nur das Kinn.
20kafi Es löst das Gefühl im Fuß aus, das du vom Laufen kennst, UND Kinnheben lässt es nachlassen: ja. Ein Zug allein hinten im Oberschenkel ist nein.
1xenx2u Studien gehen weit auseinander: 44 bis 87 von 100 gefunden, 23 bis 83 von 100 zu Recht ausgelassen.
1vbljyz Der Nerv sitzt vielleicht weiter oben fest, im Rücken oder Gesäß, nicht im Fuß.
12mkuv8 Der Rücken ist weniger wahrscheinlich, aber nicht ausgeschlossen.
1lr5ihl Vor jedem Dehnen zur Physiotherapie. Schmerz ins Bein, der schlimmer wird, ein schwacher Fuß oder eine Störung der Blase: sofort zum Arzt.
hg5ufm Such die Ursache näher am Fuß.
3emhae Lass es in der Physiotherapie machen.
pzk5pl Gesäß dehnen im Sitzen (Piriformis-Test im Sitzen)
195990j eine Tischkante, jemand, der hilft
1l7re7b Eine künstliche Hüfte, starker Rückenschmerz.
7lmmsh Stechender Schmerz.
s5tub3 Setz dich auf die Kante. Die Hilfe streckt dein Knie.
31mc4v Die Hilfe zieht das Bein langsam über das andere und dreht es nach innen.
qaca2o Schmerz im Gesäß oder dein Kribbeln: ja.
1gjxfhe 52 von 100 gefunden, 90 von 100 zu Recht ausgelassen, in einer Klinik.
th7dnh Ein im Gesäß eingeklemmter Nerv passt jetzt besser.
cxievo Das Gesäß ist ein wenig unwahrscheinlicher.
oom456 Geh zur Physiotherapie. Dort kann man es vom Rücken unterscheiden. Steh bis dahin alle 20 bis 30 Minuten auf.
16dsvl8 Daraus folgt wenig.
1fbvpqv Überlass es der Physiotherapie.
yu62ms Sinken des Gewölbes, vom Sitzen zum Stehen (navicular drop)
176ytn6 ein Stift, eine Karte, ein Lineal, jemand anders
mk86p6 Setz dich, den Fuß flach und fast ohne Gewicht. Markier den Knochenhöcker am inneren Gewölbe mit einem Stift.
ryd8sb Stell eine Karte daneben, und zeichne die Höhe des Höckers auf der Karte an.
mkq4ss Steh auf, das Gewicht auf beiden Füßen, und zeichne die Höhe noch einmal an. Miss zwischen beiden Marken.
14dwm0l Mehr als 10 mm an einem Fuß: ja.
1srlvq2 Schlecht. Dieselbe Person ordnete Füße nur mäßig oft gleich ein (0,40 von 1); die Autoren raten davon ab. Der Fußlinien-Test ist besser.
1tmwa2j Das Gewölbe sinkt unter Last weit ab.
1us35fb Das Gewölbe behält seine Höhe.
3cpmom Eine weiche Stütze ist einen Versuch wert: siehe „Übungen“.
fefoml Mach stattdessen den Fußlinien-Test: siehe „Tests zu Hause“.
ctxgf2 Hinter den Innenknöchel klopfen (Tinel-Zeichen)
176pa18 Eine Schwellung oder ein Knoten dort, der neu ist: Lass es ansehen.
1cnuy9i Setz dich, den Fuß über dem anderen Knie.
1i9nyzh Klopf zehnmal mit einer Fingerspitze, vom Innenknöchel zur Ferse hin. Vergleich mit dem anderen Fuß.
6nq9gt Kribbeln, das in die Sohle läuft: ja. Wundsein allein ist nein.
do3isv Findet etwa 5 oder 6 von 10; aus dem Gedächtnis, nicht nachgeschlagen.
jwkzln Der Nerv am Innenknöchel passt jetzt besser.
1apnk9c Er ist ein wenig unwahrscheinlicher.
1mhvl4h Für einige Wochen eine weiche Gewölbestütze (siehe „Übungen“); eine Fußambulanz, wenn es nicht besser wird.
1yxcnnj Versuch es gleich nach einem Lauf.
aac1pl Fuß hoch und nach außen, halten (Dorsalflexions-Eversions-Test)
repkv7 zwei Hände
1icns7h Eine frische Verstauchung.
gh76ot Nach zehn Sekunden, was auch kam.
46limm Zieh mit beiden Händen den Fuß hoch, kipp die Ferse nach außen, und zieh alle Zehen hoch. Halt es zehn Sekunden.
17ntljk Es löst die Taubheit oder das Kribbeln in der Sohle aus, das du kennst: ja.
16od0we Bei 36 von 44 Füßen, die dann operiert wurden, und, aus zweiter Hand, bei keinem von 100 gesunden: zu gut, um zu Hause wahr zu sein.
s3m77v Er ist weniger wahrscheinlich.
19f768t Eine Fußambulanz, wenn es wochenlang weitergeht. Bis dahin eine weiche Stütze und keine harte.
1d4vc8t Gleich nach einem Lauf auf das Schienbein drücken
1i1scy1 ein Lauf, der es ausgelöst hat
w2x8pp Halt an, sobald es da ist. Setz dich.
c4isq7 Drück mit den Daumen am Muskel neben dem Schienbein entlang. Vergleich mit dem anderen Bein, und zehn Minuten später noch einmal.
hss6ei Hart wie ein Brett, oder eine kleine Beule: ja.
1o2s6ex Mit einer Beule fand er 75 von 100 und ließ 98 von 100 zu Recht aus.
1a0xxa6 Druck in den Muskeln des Beins (Kompartmentsyndrom) passt jetzt besser.
jmbzhl Ein Sportarzt. Bleibt es hart und wächst der Schmerz in Ruhe, ist das ein Notfall: Geh sofort.
3cmq4h Sieh nach dem nächsten Lauf noch einmal nach, der es auslöst.
1ckc0bk Stimmgabel am großen Zeh
1412nfz eine 128-Hz-Stimmgabel, jemand anders
1p7n1ft Leg dich hin, und mach die Augen zu. Die andere Person schlägt die Gabel an.
q7o97p Die andere Person setzt ihren Fuß oben auf das Gelenk deines großen Zehs. Sag, wann du das Summen nicht mehr spürst.
15vcyvt Dann hält die andere Person sie an ein Gelenk des eigenen Daumens. Summt sie dort noch?
1t5u2wj Du spürst sie nie, oder sie hört für dich auf, während die andere Person sie noch spürt: ja.
1j88s3p Ein Ja macht eine Nervenkrankheit in einer Klinik viele Male wahrscheinlicher (27-mal die Odds); ältere Menschen spüren weniger, ohne krank zu sein.
wdigru Die Nerven des Fußes können krank sein.
nipj5f Die dicken Nervenfasern arbeiten.
9qez20 Geh in den nächsten Tagen zum Arzt, mit der Frage nach Bluttests.
1uli9sy Versuch den Berührungstest: siehe „Tests zu Hause“.
7k3uce Vor einem Lauf aufwärmen
nnafdn Kalte, steife Beine nach einem Tag am Schreibtisch nennt auch der Artikel, mit dem footfall begann [S01]. Aufwärmen kostet fünf Minuten und sonst nichts.
1kr9q6l vor jedem Lauf, 5 bis 8 Minuten
vl64sk Ein Fuß, der beim Gehen weh tut, oder ein Bein, das geschwollen, heiß oder rot ist. Geh zuerst zum Arzt.
115xcjq Stechender Schmerz, oder Kribbeln, das bleibt, wenn du aufhörst.
18p4q88 Nicht nötig. An kalten Tagen und vor schnellen Läufen mach es zweimal.
1sp7f6f Es wurde keine Studie zu Aufwärmen und tauben Füßen gefunden. Der Artikel rät dazu.
1glsoi1 Hüften, Oberschenkelrückseiten und Waden dehnen
12njet1 Wer viel sitzt, dessen Hüfte wird vorn kurz, und eine kurze Wade soll den Ballen mehr belasten. Für den Artikel, mit dem footfall begann, ist auch eine kurze Hüfte eine Ursache [S01].
1rj5rw1 nach einem Lauf oder wann immer du warm bist, etwa 12 Minuten
13kqen2 Kribbeln oder Taubheit, die eine Dehnung auslöst; ein Rücken, der weh tut, mit Schmerz ins Bein, oder einer, der schlimmer wird; ein frischer Muskelriss; ein Bein, das heiß, rot und geschwollen ist. Es kann eine Nervenwurzel oder ein Blutgerinnsel sein, kein verkürzter Muskel.
r5je2y Sobald das Kribbeln kommt. Lass nach, bis es weg ist. Kommt es an drei Tagen, lass es, und frag in der Physiotherapie.
1wzivwq Bleib in der ersten Woche bei 10 Sekunden, in der zweiten bei 20, dann 30. Ab 65 Jahren 30 bis 60 [S110].
15y42rg Dehnen macht Muskeln länger. Dass es tauben Füßen hilft, wurde nie gezeigt.
10c0oi3 Die kleinen Muskeln des Fußes trainieren
1nuwyhu Die kleinen Muskeln halten das Gewölbe von innen. Schwache lassen es sinken und dehnen, was darunter verläuft.
1isy8fd 15 Minuten, barfuß
mvd4c3 Eine wunde Stelle an einem langen Fußknochen, eine Wunde am Fuß, eine frische Verstauchung.
c35yaf Schmerz im Fuß, der am nächsten Morgen da ist. Ein Krampf ist harmlos: Schüttel den Fuß, und mach weiter.
w1eg5p In den ersten zwei Wochen im Sitzen, dann im Stehen, dann auf einem Bein. Mach fünf mehr, wenn drei Sätze leicht sind.
1lv13lg In einer Studie mit Läufern verletzten sich 14 von 100, die trainierten, und 33 von 100 der anderen; der Abstand zeigte sich nach 4 bis 8 Monaten. Taubheit wurde nicht untersucht.
o4e78g 8 Wochen und mehr
vmra5x Physiotherapie oder Podologie
j7j5vu Nerven sanft gleiten lassen
h8aypz Ein Nerv gleitet in seinem Bett, wenn du dich beugst und streckst. Diese Übungen bewegen ihn hin und her, ohne ihn gedehnt zu halten.
1xolhhs 5 Minuten, sanft, nie in den Schmerz
1i9pcad Taubheit, die in Ruhe da ist und schlimmer wird, ein schwacher Fuß, Schmerz ins Bein, der schlimmer wird, eine Störung der Blase, Taubheit zwischen den Beinen. Damit musst du zum Arzt, nicht zur Übung.
esm0dd Kribbeln oder Schmerz, der eine halbe Minute nach dem Aufhören noch da ist oder am nächsten Tag stärker ist.
h015ty Mehr Weite, nie mehr Zug. Nach zwei Wochen ohne Änderung lass es.
1pv59bc Bei Schmerz vom unteren Rücken fanden sechs von acht Studien, dass solche Übungen zusätzlich zu anderer Behandlung eine Zeit lang helfen. Taube Füße beim Laufen wurden nicht untersucht.
1xak1th die Physiotherapie, die dir die ersten zeigen sollte
10t7ytj Rollen und Massieren
adp9wg Viele Läufer mögen es, und es lindert wunde Muskeln für eine Weile.
1epqf7h nach einem Lauf oder am Abend, 8 Minuten
1ryuwa7 Eine heiße, rote, geschwollene oder neu schmerzende Wade (dahinter kann ein Blutgerinnsel stecken), Haut, die nichts spürt, Wunden, dünnes Blut durch Medikamente und die Stelle über einem wunden Nerv, etwa zwischen den Zehen oder hinter dem Innenknöchel.
394ngg Kribbeln oder Taubheit beim Rollen: Du bist auf einem Nerv. Rück weg.
1ycrnnn Leichter, nicht länger, wenn es mehr als ein wenig weh tut. Blaue Flecken müssen nicht sein.
8tp41b Ein Mal machte Muskeln etwa 4 von 100 beweglicher und 6 von 100 weniger wund [S242]. Wochenlang bewegte es Hüften und Knie weiter, Knöchel aber nicht [S243]. Dass es einem tauben Fuß hilft, wurde nie gezeigt.
1b7efiw demselben Tag; es sammelt sich nichts an
1ena1b0 Eine Gewölbestütze ausprobieren
1o2n6mh Wo das Gewölbe weit sinkt, kann eine Stütze den Zug vom Nerv unter dem Innenknöchel nehmen. Sie kann auch Platz brauchen oder drücken.
h7t7ep in jedem Lauf, nach einer Woche Gehen damit
1pxlcro Ein Schuh, der schon eng ist; ein hohes, steifes Gewölbe, wenn sonst nichts versucht wurde; ein Gewölbe, das kribbelt: Eine harte Stütze kann dort selbst auf einen Nerv drücken [S19, S20].
1o4rxvy Das Gewölbe kribbelt mehr, der Schuh wird eng, oder eine neue Stelle tut weh. Nimm sie heraus.
a7mii8 Am ersten Tag eine Stunde gehen, jeden Tag eine Stunde mehr. Lauf damit, wenn ein ganzer Tag leicht ist.
1hd8tvk Es gibt keine Studie dazu, ob eine Stütze beim Laufen gegen Taubheit hilft. Bei etwa 3 von 10 mit einem Nerv, der am Innenknöchel klemmt, reichten Stütze, Bandage und Medikamente.
1qffl53 Zügig gehen
ebp23w Geh, als wärst du ein bisschen spät dran.
9v98d6 Lass die Arme schwingen. Wackel ab und zu im Schuh mit den Zehen.
frwgiv Dir wird warm, und die Senkel fühlen sich vielleicht enger an. Bind sie jetzt neu.
e4t4u Beine schwingen
1wozynf Stell dich neben eine Wand, eine Hand daran.
1io7288 Schwing das äußere Bein locker vor und zurück, nicht höher, als es leicht geht.
z8pidb Eine lockere Hüfte. Kein Zug hinten am Bein.
1u7p1oy Knöchel wippen
8m0yrb Stell einen Fuß nach vorn, die Hände an einer Wand.
qj1kg Lass das vordere Knie über die Zehen nach vorn gehen, Ferse unten, und komm zurück.
1mmzdyz Der Knöchel beugt sich jedes Mal ein wenig mehr.
xbp5f8 Knieheben auf der Stelle
k5cd77 Tritt auf der Stelle, und heb jedes Knie auf die Höhe der Hüfte.
10c1is7 Setz den Fuß weich unter dem Körper auf.
1hpbwb Schnelle, leichte Schritte.
y2l6kx Vorderseite der Hüfte, im halben Knien
yviz0 Knie auf einem Knie mit einem Kissen darunter, der andere Fuß steht vorn.
pbx683 Spann das Gesäß auf der knienden Seite an. Schieb die Hüfte ein wenig vor, der Rücken bleibt aufrecht.
yd53w4 Ein Zug vorn an der Hüfte des knienden Beins.
osaxjk Oberschenkelrückseite, auf dem Rücken
1ijbor2 Leg dich auf den Rücken, ein Bein flach. Leg ein Handtuch hinter den anderen Oberschenkel, und heb ihn.
1j6mn05 Streck dieses Knie, bis es zieht. Lass den Fuß locker: Hochgezogen zieht er auch am Nerv.
14zr66z Ein Zug hinten im Oberschenkel, nicht im Fuß.
1ku9y6s Wade an der Wand, Knie gestreckt
r17yai Hände an eine Wand, ein Fuß weit hinten, die Zehen zeigen zur Wand.
wkmgny Halt dieses Knie gestreckt und die Ferse unten, und lehn dich vor.
2jtvbf Ein Zug oben in der Wade.
hdue4d Wade an der Wand, Knie gebeugt
zzwrlf Dasselbe, mit dem hinteren Fuß näher an der Wand.
16pt1u9 Beug auch das hintere Knie, Ferse unten.
1silgye Ein Zug unten in der Wade, nah an der Achillessehne.
11pcg6p Gesäß, im Sitzen
9sy5vc Setz dich auf einen Stuhl. Leg einen Knöchel auf das andere Knie.
1q4uk44 Lehn dich mit geradem Rücken vor.
z3afrp Ein Zug im Gesäß des oberen Beins.
19cotyv Kurzer Fuß
102ykl7 Fuß flach. Zieh den Ballen zur Ferse hin, so dass sich das Gewölbe hebt.
10lndbx Die Zehen bleiben lang und flach: Sie krallen nicht. Halten, dann loslassen.
1nazgmh Das Gewölbe wird unter deinem Finger fest.
79hjhp Zehen-Yoga
1sz7xpo Heb nur den großen Zeh, die anderen bleiben unten. Setz ihn zurück.
1tq936i Heb die vier kleinen Zehen, der große bleibt unten. Setz sie zurück.
zjkqag Am Anfang ungeschickt. Hilf mit einer Hand.
184dw8y Zehen spreizen
rer4er Spreiz alle Zehen wie einen Fächer, halt zwei Sekunden, lass los.
ircaww Platz zwischen den Zehen.
13217zc Auf die Zehenspitzen steigen
74mism Steh auf beiden Füßen, Fingerspitzen an einer Wand. Steig langsam so hoch, wie du kannst.
19uylks Komm langsam herunter. Auf einem Bein, wenn 15 leicht sind.
duaocs Arbeit in der Wade und unter dem Gewölbe. Wird der Ballen davon taub, lass es weg.
swt1l8 Auf einem Bein stehen
11puy4z Steh auf einem nackten Fuß neben einer Wand. Mach den Fuß kurz, wie oben.
136o82l Wenn es leicht ist, mach die Augen zu.
dzt9mv Die ganze Zeit kleine Bewegungen im Fuß.
vtdrku Ischiasnerv gleiten lassen, im Sitzen
1n4d55h Sitz aufrecht auf einem hohen Stuhl. Streck ein Knie, und sieh gleichzeitig nach oben.
on3gxx Beug das Knie, und senk gleichzeitig das Kinn. Zieh nie an beiden Enden zugleich.
8nabpu Ein leichtes Hin und Her. Kein Kribbeln.
lf14ee Den Nerv am Innenknöchel gleiten lassen, im Liegen
1d111dc Leg dich auf den Rücken, halt einen Oberschenkel mit beiden Händen aufrecht, das Knie gebeugt.
18eh52d Streck das Knie mit lockerem Fuß; beug es, und zieh den Fuß hoch. Im Wechsel.
3id73m Bewegung hinter dem Knie und am Innenknöchel, kein Kribbeln in der Sohle.
21bs46 Den Nerv am Schienbein gleiten lassen, im Sitzen
1jvxul0 Setz dich mit einem ausgestreckten Bein, die Ferse auf dem Boden, den Rücken aufrecht.
1khtu3j Streck den Fuß nach unten, und lehn dich zurück; lass den Fuß hochkommen, und lehn dich vor. Im Wechsel.
1uerv8g Bewegung vorn am Knöchel.
oxj1mh Die Wade rollen
109muwe Setz dich auf den Boden, eine Wade auf der Rolle, die Hände hinter dir.
12526v3 Roll langsam von über der Achillessehne bis unter das Knie. Lass die Kniekehle aus.
1v4k2bs Fest, nicht stechend.
ncf57q Die Rückseite des Oberschenkels rollen
1c0f5c8 Setz dich mit einem Oberschenkel auf die Rolle, die Hände hinter dir.
166i7ts Roll von über dem Knie bis unter das Gesäß.
t3xq23 Ball unter dem Gewölbe
1j5o3no Setz dich. Leg einen Ball unter das Gewölbe, und roll ihn von der Ferse bis hinter den Ballen.
11ubl7d Bleib weg von den Lücken zwischen den Zehen und von Haut, die nichts spürt.
f14s4w Wärme. Wenn es kribbelt, hör auf.
1ovkdse Einlegen
1ql7bkr Nimm die alte Einlegesohle heraus; die neue kommt an ihre Stelle, nicht obendrauf.
m71nni Ihr höchster Punkt liegt unter dem Gewölbe, vor der Ferse, nicht unter dem Ballen.
130rhdk Steh auf: Vor den Zehen müssen noch 10 mm sein, und die Senkel müssen noch zugehen.
xradbf Ändere nichts sonst, solange du es probierst.
fgslq3 Du merkst, dass sie da ist, und vergisst sie in einer Stunde.
ceq1is Zehen oder Haut, die nichts spüren, Wunden, Diabetes mit tauben Füßen: Lass es in der Podologie setzen. Einen Schuh, der schon eng ist: Das Polster braucht Platz.
1k5sfb7 Ein gewölbtes Polster, weich, am Anfang 3 bis 6 mm hoch. Seine Vorderkante liegt knapp hinter den wunden Köpfen und nie darunter [S01, S74]. Die Wölbung hebt die Knochen hinter den Köpfen und spreizt sie so.
6050o9 Nimm die Einlegesohle heraus. Der Abdruck von Ballen und Zehen zeigt, wo deine Köpfe sind; trau ihm mehr als der Zeichnung. Markier die wunden Köpfe, zieh die Linie dahinter, kleb das Polster zuerst mit Klebeband hinter die Linie, geh zehn Minuten, und rück es um 3 mm vor oder zurück, bis es angenehm ist. Dann kleb es fest.
ib5672 Steh darauf: Du spürst einen Buckel hinter dem Ballen, nicht darunter. Drück mit dem Daumen auf die wunden Köpfe: Sie liegen vor dem Buckel.
46in8m Mehr Kribbeln, eine neue wunde Stelle oder ein Schuh, der zu eng wurde: Nimm es heraus.
1izc2lh Wo es am besten wirkt, steht nicht fest. Bei 37 älteren Menschen senkte ein Polster 5 mm vor der Linie der Köpfe den Druck am meisten, um 17 von 100 [S248]; bei 16 Gesunden war kein Platz klar besser [S249]; eine Studie mit 13 Patienten setzte es knapp hinter den Kopf [S74]. Vor der Linie liegt es unter der wunden Stelle. Darum hält footfall es dahinter.
ymlugg Schuhe mit Platz
1wynhw6 Ein Zehenraum, der nicht drückt, und 10 bis 12 mm vor dem längsten Zeh, wenn du stehst [S108, S109]. Eine halbe bis ganze Größe mehr ist dieser Platz, nicht die Schwellung: Füße schwollen in einer Studie um 3 % in 10 Minuten [S58] und in einer anderen über 10 km gar nicht [S60].
igjeh9 Der Schuh drückt vielleicht. Lauf zwei Wochen im weitesten Paar, oder lass einen anpassen, im Stehen, spät am Tag.
n955vu Behalt den Schuh. Sieh wieder hin, wenn er abgelaufen ist oder du das Modell wechselst.
dmusfy Stell dich am Ende eines Tages in deinen Laufschuh, und sieh, wie viel Platz die Zehen haben.
1f43j53 Senkel, die nicht drücken
1q3u9tc Lockere sie über dem Spann, lass die Öse über einer wunden Stelle aus, und bind nach 20 Minuten neu, wenn der Fuß warm ist [S104, S136]. Eine fest gezogene Fersenschnürung kann auf den Knöchel drücken.
rp2ud9 Lockere die Senkel, und lass die Öse über der Stelle aus, eine Woche lang in jedem Lauf.
1jylmmo Lass sie, wie sie sind.
ee8ywz Halt mitten in einem Lauf an, der taub wurde, lockere die Senkel, und steh fünf Minuten: Kommt das Gefühl zurück?
1g9ihwx Kürzere, schnellere Schritte
1cp8kaw 5 bis 10 % mehr Schritte pro Minute beim selben Tempo bringen den Fuß unter den Körper [S50, S118]. Welcher Teil des Fußes landet, bleibt offen: Mit der Ferse zu landen ist kein Fehler, und eine Landung weiter vorn erhöht den Druck auf Ballen und Zehen [S94, S95].
b6p2x9 Mach 5 % mehr Schritte, als du jetzt machst, am Anfang ein paar Minuten pro Lauf.
db5r1u Lass deinen Schritt, wie er ist.
t5fecn Deine Läufe sagen es noch nicht: Dazu braucht es vier Läufe draußen mit Schrittzahl und Tempo, und besser auch deine Größe.
1xy1mjj Mehr, in kleinen Stufen
2d7wut Kein Lauf länger als 110 % des längsten der letzten 30 Tage [S22], Gehpausen und ein Ruhetag zwischen den Läufen, solange du aufbaust. Die alte Regel von 10 % pro Woche hat Verletzungen nicht verringert [S70].
tv4ovl Geh zurück zur letzten Strecke ohne Taubheit, bleib eine Woche dabei, und bau dann in kleinen Stufen auf.
szkxqq Bau so weiter auf.
wpjurr Hol deine Läufe herein, mindestens einen Monat. Dann lässt sich der längste mit denen davor vergleichen.
kqi7mt Aufwärmen, dehnen, rollen
16qou06 Fünf Minuten aufwärmen, an drei Tagen pro Woche Hüften, Oberschenkelrückseiten und Waden dehnen [S110], rollen, wenn du magst. Es macht dich beweglicher; dass es Taubheit beendet, wurde nie gezeigt.
lh13tw Dehn an drei Tagen pro Woche, was verkürzt ist, vier Wochen lang, dann teste noch einmal.
1im9uj5 Nach deinen Tests ist nichts verkürzt. Aufwärmen reicht.
5je8x2 Teste deine Knöchel und Hüften; das dauert fünf Minuten.
qz1or3 Den Fuß und seine Nerven ansehen lassen
14nvbph Ein sehr flacher, sehr beweglicher oder hoher Fuß, eine wunde Lücke zwischen den Zehen, Diabetes und andere Krankheiten der Nerven sind keine Sache des Trainings: Lass sie ansehen. Ein Nervenschaden ist nicht die einzige ernste Ursache. Darum kommen die Fragen zur Sicherheit zuerst. Eine Gewölbestütze ist ein Versuch für einige Wochen, keine Heilung.
10t7lu2 Etwas, das du geantwortet hast, sollte angesehen werden.
n8c8vq Nichts, was du geantwortet hast, braucht jemanden.
1i6dpvt Beantworte die Fragen zur Sicherheit, wo sie offen sind, und sieh dir die Form deiner Füße an.
1e3muv5 Eine gehende Figur, ein Fuß setzt vorn auf, der hintere verlässt den Boden, beide Arme schwingen.
ozr2i4 Eine Figur steht auf einem Bein neben einer Wand. Bild 1: Das andere Bein schwingt nach vorn. Bild 2: Es schwingt zurück.
1bo2s0w Eine Figur steht vor einer Wand, beide Hände daran, ein Fuß vorn. Das vordere Knie geht über die Zehen zur Wand und zurück, die Ferse auf dem Boden.
147347d Eine Figur steht auf einem Bein und hat das andere Knie auf Hüfthöhe gehoben, die Arme gebeugt wie beim Laufen.
11ceexq Eine Figur kniet mit einem Knie auf einem Kissen, der andere Fuß steht flach vorn. Die Hüfte geht nach vorn, der Rücken ist aufrecht; es zieht vorn an der Hüfte des knienden Beins.
14b6827 Eine Figur liegt auf dem Rücken. Ein Bein ist flach. Das andere ist gehoben und wird hinter dem Oberschenkel mit einem Handtuch gehalten; das Knie wird gestreckt, der Fuß ist locker.
jop08m Eine Figur lehnt mit beiden Händen an einer Wand. Das hintere Bein ist gestreckt, seine Ferse bleibt auf dem Boden; das vordere Knie ist gebeugt.
1lg4278 Eine Figur lehnt mit beiden Händen an einer Wand. Der hintere Fuß ist näher, sein Knie ist gebeugt, seine Ferse bleibt auf dem Boden.
1f9o0mu Von vorn gesehen: Eine Figur sitzt auf einem Stuhl, ein Knöchel liegt auf dem anderen Knie, und sie lehnt sich mit geradem Rücken vor.
1cu20e4 Ein Fuß von innen, zweimal. Bild 1: flach und lang. Bild 2: Das Gewölbe hat sich gehoben, der Ballen ist näher an der Ferse, die Zehen bleiben flach.
tph725 Ein Fuß von oben, zweimal. Bild 1: Nur der große Zeh ist gehoben. Bild 2: Die vier kleinen Zehen sind gehoben, der große bleibt unten.
3jya83 Ein Fuß von oben. Pfeile zeigen, wie die Zehen wie ein Fächer auseinandergehen.
1dplpsd Eine Figur steht mit den Fingerspitzen an einer Wand. Bild 1: Füße flach. Bild 2: ganz hoch auf den Zehen.
3cs4ia Eine Figur steht auf einem nackten Fuß, das andere Bein nach hinten gebeugt, die Arme etwas abgespreizt.
31ss9f Eine Figur sitzt aufrecht auf einem hohen Stuhl. Bild 1: Ein Knie streckt sich, während das Gesicht nach oben sieht. Bild 2: Das Knie beugt sich, während das Kinn sinkt.
1pu6139 Den Nerv am Innenknöchel gleiten lassen
15odulj Eine Figur liegt auf dem Rücken und hält einen Oberschenkel aufrecht. Bild 1: Das Knie streckt sich, der Fuß ist locker. Bild 2: Das Knie beugt sich, der Fuß ist hochgezogen.
1f51836 Den Nerv am Schienbein gleiten lassen
i57ikv Eine Figur sitzt mit einem ausgestreckten Bein, die Ferse auf dem Boden. Bild 1: Der Fuß zeigt nach unten, während sich der Körper zurücklehnt. Bild 2: Der Fuß kommt hoch, während sich der Körper vorlehnt.
1dc6yzf Eine Figur sitzt auf dem Boden, die Hände hinten, eine Wade liegt auf einer Rolle, der andere Fuß ist flach. Pfeile entlang der Wade.
15h55my Eine Figur sitzt, die Hände hinten, die Rückseite eines Oberschenkels liegt auf einer Rolle, der andere Fuß ist flach.
btzaok Ein Fuß von innen. Ein Ball liegt unter dem Gewölbe zwischen Ferse und Ballen; Pfeile zeigen, wie er hin und her rollt.
lvj19i Gewölbestütze an ihrem Platz
m1g8ui Ein Fuß von innen auf einer Einlage, deren höchster Punkt unter dem Gewölbe liegt, vor der Ferse; unter Ballen und Zehen ist sie flach.
g1a0lw Knie an die Wand
1ay1vvj Ein Fuß und Bein vor einer Wand, von der Seite gesehen. Das Knie berührt die Wand, die Ferse ist auf dem Boden, und ein Pfeil zeigt, was du misst: von der Spitze des großen Zehs zur Wand.
6sa4s3 Thomas-Test
bbhyl4 Eine Figur liegt auf dem Rücken auf einem Tisch, die Hüften an der Kante. Beide Hände halten ein Knie an der Brust. Das andere Bein hängt über die Kante; eine gestrichelte Linie zeigt die Höhe des Tischs.
1rwykbt Ein linker Fuß von oben. Eine Linie läuft vom innersten Punkt des Ballens zu dem der Ferse. Ein Punkt daneben zeigt den Knochenhöcker des inneren Gewölbes, auf das Papier gebracht; ein Pfeil zwischen beiden ist, was du misst.
kzgxqi Eine Figur auf einem Bein mit den Fingerspitzen an einer Wand. Bild 1: Ferse unten. Bild 2: ganz hoch, Knie gestreckt.
wgcue1 Zwischen den Zehen kneifen
zbgq41 Links: ein Fuß von oben; vier Punkte zeigen, wo du kneifst, knapp hinter der Stelle, wo sich die Zehen trennen. Rechts: der Vorfuß von der Seite, ein Daumen drückt von oben und ein Finger von unten.
z9hc3b Leichte Berührung der Zehen
1tq237r Beide Füße von oben. Punkte auf den Spitzen von großem, mittlerem und kleinem Zeh jedes Fußes: sechs Stellen zum Berühren.
1grpdky Eine Figur geht auf den Fersen neben einer Wand, beide Füße vorn angehoben.
1pdy14x Eine Figur sitzt krumm auf einem Tisch, Hände hinter dem Rücken, Kinn auf der Brust, ein Knie gestreckt mit hochgezogenem Fuß. Ein Pfeil am Kopf: Heb nur das Kinn.
8h10dl Piriformis-Test im Sitzen
1r9atbu Von vorn gesehen: Eine Figur sitzt auf einer Tischkante. Ein Knie ist gestreckt, und das Bein wird über das andere gezogen und nach innen gedreht.
517tzm Sinken des Gewölbes
1kpxdfr Ein Fuß von innen, zweimal, neben einer Karte. Bild 1, sitzend: Der markierte Höcker ist hoch. Bild 2, stehend: Er ist gesunken; ein Pfeil zwischen den Marken ist, was du misst.
8mapie Hinter den Innenknöchel klopfen
6jmpug Ein Fuß von innen. Ein Finger klopft hinter den Innenknöchel; eine gestrichelte Linie führt von dort zur Ferse.
11n9vkb Fuß hoch und nach außen
1f68cam Ein Fuß von innen, Ferse am Boden, Vorfuß und Zehen hochgezogen. Pfeile: Zieh Fuß und Zehen hoch, kipp die Ferse nach außen.
1da2yfx Nach dem Lauf auf das Schienbein drücken
poh5f8 Eine sitzende Figur drückt mit dem Daumen am Muskel neben dem Schienbein entlang.
rrr1k6 Ein Fuß von innen. Der Fuß einer Stimmgabel steht auf dem Gelenk am Ansatz des großen Zehs.
135z5f Mach beim selben Tempo kürzere Schritte, und lass den Fuß unter dem Körper aufkommen.
skd86f Zwei oder drei lockere Läufe pro Woche.
gngo59 Waden länger als {1} Stunden wund: Bleib eine Woche, wo du bist (geschätzt).
1f2167t Früher taub als zuvor, oder ein neuer Schmerz: Lass es.
73evej Eine Zahl für alle gibt es nicht, auch nicht 180: Gute Läufer liegen etwa zwischen 155 und 203 [R20].
702rsn Lande auf dem Teil des Fußes, auf dem du jetzt landest: Nach dem, was bekannt ist, rät nichts, das allein zu ändern [S134].
1jemjnb Nicht auf dem Vorfuß: Das erhöht dort den Druck [S94, S95], und deiner wird am Ballen oder an den Zehen taub.
wvhpv7 Aus demselben Grund versuch nicht, auf der Mitte des Fußes zu landen.
ahbvkj Was man weiß: 5 bis 10 % mehr Schritte senken die Last auf Knie und Hüfte [S50] und machen den Schritt kürzer [S118]; dass sich weniger verletzen, ist nicht gezeigt [S118], und Taubheit wurde nie untersucht. Die Wochen sind geschätzt, das Ausblenden des Metronoms ist nach R13.
bvjc22 laufen
18foljk gehen
kflcgq einlaufen
1i3v4kf auslaufen
ckbcqw Du bist am Tag davor gelaufen: ein Ruhetag oder ein Spaziergang.
gq9m8z Eine leichtere Woche: mit Absicht kürzer.
wzyi8k Nimm sie leicht.
kwdhqx Eine Woche, die die letzte wiederholt, damit du dich daran gewöhnst.
5q0hlz Die letzte Woche vor dem Tag: kurz und locker.
ig1vys kein Lauf über 110 % des längsten der 30 Tage davor
hbrav7 5 Minuten vor dem letzten Anfang der Taubheit aufhören; nach 3 Läufen ohne sie 10 % mehr
h5eqcw ein Ruhetag zwischen den Läufen, wenn du nicht schon öfter läufst
1iw22u1 nicht mehr Läufe pro Woche, als du gewohnt bist, oder drei
1nbz741 eine leichtere Woche nach höchstens vier, die wachsen
g8gz1f Laufen ohne Pause wächst um höchstens 60 % oder 3 Minuten
gx6fsc der Anteil des Gehens wächst über die Wochen nicht
th304i kein Laufplan, solange zuerst etwas angesehen werden muss
1c4sc9u ein Lauf am Tag, der Reihe nach, keiner in der Vergangenheit
1ldbe9f deine Läufe mit dieser Änderung gingen besser, aber dein letzter Lauf war ohne sie
g8fd9p deine Läufe mit dieser Änderung gingen besser: Bleib dabei
1p7eabz deine Läufe mit dieser Änderung gingen nicht besser: Lass sie
d19mxt jeder Schuh, den du bei Läufen genannt hast, ist ausgemustert
197x7os der Schuh deines letzten Laufs ist nicht genannt
p86945 weniger als ein Daumen Platz, oder die Seiten drücken
5d8r1c ein Daumen Platz vor den Zehen, und die Seiten drücken nicht
1xcwad es geht weg, wenn der Schuh aus ist
2knsqm er wird nur in einem Paar taub: wegen Platz, Senkeln oder Verschleiß
1kuc5ov lockere Senkel bringen das Gefühl nicht zurück
ckqdt Abdrücke von Senkeln oder Zunge bleiben auf dem Fuß
3d2s7l keine Abdrücke von Senkeln bleiben auf dem Fuß
149gfa Schnürung genannt bei {1} von {2} Läufen
13mogzx {1} Schritte pro Minute, wo bei deinem Tempo {2} üblich sind, in {3} Läufen
1boxs6u Chance, dass deine Schritte zu lang sind: {1} bis {2} %
sm79wh Verleg die Landung nicht auf den Vorfuß: Das erhöht den Druck genau dort, wo deiner taub wird [S94, S95].
15xs3af dein letzter Lauf war {1} km lang, der längste der {2} Tage davor {3} km
1nnt95a keine Läufe sind hereingeholt
q1wo0z kein Lauf in den 30 Tagen vor deinem letzten
sh81og {1} Ruhetage pro Woche
j146no deine Läufe beginnen weniger als 8 Wochen vor dem letzten
p6e6ee ein Warnzeichen ist da: Solange wird nichts aufgebaut
1snoa4a die Taubheit wird schlimmer: Solange wird nichts aufgebaut
1fujp0s ein steifer Knöchel im Test an der Wand
1ituxqi der Knöchel beugt sich weit genug
17s0p4f eine steife Hüfte im Thomas-Test
1i3hxyl keine steife Hüfte im Thomas-Test
15w4evq weder Knöchel noch Hüften sind getestet
r3bzzj der Slump-Test (krumm sitzen) löst es aus: Das ist ein Nerv, kein verkürzter Muskel
1627889 Dehnen gesagt bei {1} Läufen
qk3rvj Frag in der Physiotherapie, bevor du dehnst: An einem Nerv zu ziehen, der festsitzt, kann schaden.
y1ck9d ein flacher oder sehr beweglicher Fuß
1fs3f8w ein hohes Gewölbe
19n0wr3 eine übliche Fußform
1e6e76z die Form deiner Füße ist nicht bekannt
1r6oxoi ein Warnzeichen ist da: siehe oben
831utx kein Warnzeichen unter den Fragen zur Sicherheit
1hmdeyr die Fragen zur Sicherheit sind offen
hhypyi Kneifen der Zehenlücken löst nichts aus
1h804p2 leichte Berührungen der Zehen werden nicht gespürt
ov0czq leichte Berührungen der Zehen werden gespürt
17grjtu was bisher am besten passt, solltest du ansehen lassen
lx8ech die Zehen
1k6nvv6 die Mitte des Spanns
1a19ov9 der obere Spann
dnp5kc vorn am Knöchel
1mlljvr die Oberseite des Vorfußes, über dem Ballen
1cmmeeb die übliche: zieht gleichmäßig, hält fest
1lunof1 verteilt den Zug gleichmäßig und hält bei gleichem Zug weniger
af5ptb Fenster im Wechsel; der kürzeste Senkel, der alle Reihen schließt
1ipag3h ein Ende gerade von der inneren Zehenöse zur gegenüberliegenden oberen: hebt den Zehenraum über einem wunden Nagel
1vdxjw3 keine Kreuzung über einer wunden Stelle unten am Spann
ancft2 keine Kreuzung über einer wunden Stelle in der Mitte des Spanns
smf8nh keine Kreuzung über einer wunden Stelle oben am Spann
l3ey00 lässt eine Reihe aus, die drückt
1j2nvr1 frei vorn am Knöchel
bwuyp1 frei vorn am Knöchel, hält die Ferse weniger
vhvxgm Platz für geschwollene oder breite Zehen
m9sy7u Platz an Zehen und Ballen, Reihe 1 bleibt
dnp8n8 nichts kreuzt den Spann zwischen der zweiten und der vorletzten Reihe
1khkv4 hält eine Ferse, die rutscht, und erlaubt so weniger Zug
1dp06d7 vorn und hinten getrennt gebunden, jedes so fest, wie es ihm passt
18qtkbg über Kreuz
1eawrri gerade Stege (Leiter)
5zuss4 Fliege (Armee-Schnürung)
1rpyk7n über Kreuz, oberste Reihe frei
125raqk über Kreuz, oberste zwei Reihen frei
13woqjv über Kreuz, Reihe 1 frei
4vh5k9 weite Zehen: Reihen 1 bis 3 gerade nach oben
5o7q3v Fersenhalt (Läuferschlaufe)
v9wn3g zwei Senkel, vorn und hinten
1o8f9sw eine eigene Schnürung
s0ve4f über Kreuz, Reihen {1} bis {2} gerade nach oben
1ncid5z über Kreuz mit einem Fenster zwischen den Reihen {1} und {2}
s820k5 Schnürung: über Kreuz, Reihen {1} bis {2} gerade nach oben
q2slio durchgezogenes Ende des Senkels
1mz6kmc gepunktetes Ende
r9q6wh fette Zahlen: Folge der Schritte ab 1; wo Senkel
qh31s0 schraffiert: wunde Stelle; graue Streifen: Polster unter
1l7xtqe der Zunge, geteilt, damit die wunde Linie frei ist
dowy9b Führ den Senkel unten quer, die Enden durch {1} und {2} nach oben, beide {3} cm lang.
1me0ssf Das Ende bei {1} ist das durchgezogene, das andere das gepunktete.
j4ngw Leg den Senkel oben quer, und schieb die Enden in {1} und {2} hinunter, beide {3} cm lang.
15qvdg7 Zieh ihn Reihe für Reihe an, von den Zehen nach oben, dann bind die Enden bei Reihe {1}.
o5lals Durchgezogenes Ende: quer zu {1}, unter dem Rand durch und dort nach oben.
wtdipo Durchgezogenes Ende: quer zu {1}, und dort hinunter.
e4z802 Durchgezogenes Ende: quer, über den Senkel, der dort liegt, zu {1}, unter dem Rand durch und dort nach oben.
z64m4a Durchgezogenes Ende: quer, über den Senkel, der dort liegt, zu {1}, und dort hinunter.
6ztt4y Durchgezogenes Ende: gerade quer obenauf zu {1}, unter dem Rand durch und dort nach oben.
ihj69m Durchgezogenes Ende: gerade quer obenauf zu {1}, und dort hinunter.
82ee2m Durchgezogenes Ende: gerade quer darunter zu {1}, unter dem Rand durch und dort nach oben.
166ay9y Durchgezogenes Ende: gerade quer darunter zu {1}, und dort hinunter.
rl8snt Durchgezogenes Ende: gerade an der linken Seite zu {1}, unter dem Rand durch und dort nach oben.
xj9ij7 Durchgezogenes Ende: gerade an der linken Seite zu {1}, unter dem Rand durch und dort nach oben; lass dort eine kleine Schlaufe.
g768d1 Durchgezogenes Ende: gerade an der linken Seite zu {1}, und dort hinunter.
1dvr19z Durchgezogenes Ende: gerade an der linken Seite zu {1}, und dort hinunter; lass dort eine kleine Schlaufe.
1tf7hz6 Durchgezogenes Ende: gerade an der rechten Seite zu {1}, unter dem Rand durch und dort nach oben.
ll0l8g Durchgezogenes Ende: gerade an der rechten Seite zu {1}, unter dem Rand durch und dort nach oben; lass dort eine kleine Schlaufe.
1nyakqi Durchgezogenes Ende: gerade an der rechten Seite zu {1}, und dort hinunter.
1jxkqfc Durchgezogenes Ende: gerade an der rechten Seite zu {1}, und dort hinunter; lass dort eine kleine Schlaufe.
aajqx8 Durchgezogenes Ende: quer und durch die Schlaufe links zwischen den Reihen {1} und {2}.
1kqrzrt Durchgezogenes Ende: quer und durch die Schlaufe rechts zwischen den Reihen {1} und {2}.
ust4oq Durchgezogenes Ende: quer, über den Senkel, der dort liegt, und durch die Schlaufe links zwischen den Reihen {1} und {2}.
17ik7cn Durchgezogenes Ende: quer, über den Senkel, der dort liegt, und durch die Schlaufe rechts zwischen den Reihen {1} und {2}.
ao7s99 Gepunktetes Ende: quer zu {1}, unter dem Rand durch und dort nach oben.
bwwczd Gepunktetes Ende: quer zu {1}, und dort hinunter.
1mrudkz Gepunktetes Ende: quer, über den Senkel, der dort liegt, zu {1}, unter dem Rand durch und dort nach oben.
1k1uk63 Gepunktetes Ende: quer, über den Senkel, der dort liegt, zu {1}, und dort hinunter.
5oo9vj Gepunktetes Ende: gerade quer obenauf zu {1}, unter dem Rand durch und dort nach oben.
1u91b5z Gepunktetes Ende: gerade quer obenauf zu {1}, und dort hinunter.
g6bpo7 Gepunktetes Ende: gerade quer darunter zu {1}, unter dem Rand durch und dort nach oben.
oepntb Gepunktetes Ende: gerade quer darunter zu {1}, und dort hinunter.
2trkgc Gepunktetes Ende: gerade an der linken Seite zu {1}, unter dem Rand durch und dort nach oben.
b8pssi Gepunktetes Ende: gerade an der linken Seite zu {1}, unter dem Rand durch und dort nach oben; lass dort eine kleine Schlaufe.
j4ah54 Gepunktetes Ende: gerade an der linken Seite zu {1}, und dort hinunter.
1uzc1s6 Gepunktetes Ende: gerade an der linken Seite zu {1}, und dort hinunter; lass dort eine kleine Schlaufe.
1xovxih Gepunktetes Ende: gerade an der rechten Seite zu {1}, unter dem Rand durch und dort nach oben.
1705cf7 Gepunktetes Ende: gerade an der rechten Seite zu {1}, unter dem Rand durch und dort nach oben; lass dort eine kleine Schlaufe.
1ofhkqt Gepunktetes Ende: gerade an der rechten Seite zu {1}, und dort hinunter.
1x3919j Gepunktetes Ende: gerade an der rechten Seite zu {1}, und dort hinunter; lass dort eine kleine Schlaufe.
18vj4t7 Gepunktetes Ende: quer und durch die Schlaufe links zwischen den Reihen {1} und {2}.
1hbd1v4 Gepunktetes Ende: quer und durch die Schlaufe rechts zwischen den Reihen {1} und {2}.
ekg9g5 Gepunktetes Ende: quer, über den Senkel, der dort liegt, und durch die Schlaufe links zwischen den Reihen {1} und {2}.
19teray Gepunktetes Ende: quer, über den Senkel, der dort liegt, und durch die Schlaufe rechts zwischen den Reihen {1} und {2}.
1vh62rn 1 großer Zeh hoch
24s0bv 1 flach
y91l3v 1 Fuß ab, nach hinten
oildq1 1 nach vorn
1d7ac6x 1 Knie gerade, Blick hoch
1jrac3w 1 im Sitzen
3gf7ng 1 gerade, Fuß locker
1xmd430 10 mm Platz
16yqdhc 2 Gewölbe hoch, Zehen flach
17xqne0 2 nach hinten
1x33rrt 2 gebeugt, Fuß hoch
1w6drl5 2 Fuß hoch, nach vorn
ltn5it 2 Knie gebeugt, Kinn ab
g7ufcu 2 klein
1t7u8g7 2 im Stehen
atzj46 2 langsam auf und ab
q2xm83 30 s
qx98wt quer, eingedreht
15afdr0 den Muskel entlang
4k6471 Knöchel auf dem Knie
2qadge neben dem Schienbein
1hhht8u schwarz: angehoben
1nxwx9x summt es?
1ghemck bleibt dieser
h4k3yt ab
osqcki locker, warm
w5plzv Augen zu
180ou58 Finger
8110t2 Fuß und Zehen hoch
1p3jjfj Fuß locker
1vrexi2 Fuß angezogen
ywi6ie vier Lücken
1kri31y Ballen hoch
1gi7bw4 ganz hoch: zählen
a7yknx Ferse unten
boiplz Ferse außen
1irex7j Ferse bleibt unten
kfngqb hier am höchsten
12h5mbd Hüfthöhe
13q8vze Hüfte vor
t642cw 10 s halten
en3rkr 2 s halten
12djr8e 30 s halten
1z1iiy Innenknöchel
fxrpt1 innen: minus
1s8xtu2 hier zieht es
io194p Knie gebeugt
113mrxv Knie berührt knapp
14kfo3k Knie gerade
63qnic Knie gerade,
1mxseor Knie hin und her
oc5xwk nach vorn lehnen
176990d waagrecht
33vn4p Linie Ballen–Ferse
13vnmqx das messen
huzgc nicht unter die Zehen
5th26q außen: plus
1mc9cpj kurzer Fuß
c06nf8 sechs Mal tippen,
7ey04f langsam
143735n wie ein Fächer
1cy5eob Schenkel darüber?
67t2ws bleibt flach
i1hxjq Knie strecken
1qj02co hier klopfen
1vxvdqf zehn Schritte
roxg3l die Absenkung
vl0vlj Punkt am Höcker
1pdi01c dann nur Kinn heben
1vlzs9v Daumen
1me65al Zehen hoch
1nwl1qi bis wann?
1ihjtcy {1} x {2} s
1wu6rlz {1} x {2}
1ly10t2 {1} s gehalten
1c1mho3 jede Seite
7x10ni über Kreuz, die Reihen {1} bis {2} gerade hinauf, Reihe {3} frei
xe2656 Sprungbein, unter dem Band der Strecksehnen (Retinaculum)
1efvib4 die Stelle, die du gemessen hast
krpy9r Niemand sagte, wo es weh tut: gezeichnet für die dritte Lücke, wo es am häufigsten ist [S88].
1tol3a4 Nenn eine andere Stelle, wenn du sie kennst.
r4bio9 Die Stelle ist die, die du markiert hast.
1phwd3c Die Stelle ist die, die du angegeben hast.
452tnc Die Maße sind die, die von deinen Füßen festgehalten sind.`;
