// Made by tools/language.py from knowledge/languages/de.txt: change it there.

export const words = `1d3czji das klassische Feld ist die Lücke neben dem großen Zeh; bei 1 von 20 Beinen auch die nächste Lücke
1h456by fast der ganze Fußrücken; das klassische Muster war das häufigste von acht und kam doch nur bei 1 von 4 Beinen vor
1105y4t großer bis dritter Zeh und die Hälfte des vierten
15wxqk7 Sohle und Zehen, manchmal die Ferse
1bitreo bei 35 von 100 Füßen nur der äußere Rand
boi4m1 die Seiten von drittem und viertem Zeh, die einander zugewandt sind
jvchsc Zeichnungen von Schmerz treffen das Feld der Lehrbücher nur in der Hälfte bis vier Fünfteln der Fälle
1m0a7l0 überdeckt sich weit mit L5
31keqw zuerst die Zehen, dann weiter hinauf; über den Knöchel erst später
1nqege2 der tiefe Wadenbeinnerv läuft hindurch
1mu6wp3 der höchste Druck auf dem Fußrücken beim Laufen; die taube Haut liegt darunter und dahinter
1a2xbu8 bei 61 von 100 Radfahrern mit Fußschmerz tut der Vorfuß weh
2vyfj0 ein kurzer oder flacher Schuh drückt auf die Zehen; taub von dort bis zum Ballen
rfi7gi der kleine Zeh und die Hälfte des vierten; bei 27 von 100 Füßen sind die zwei Nerven der Sohle verbunden
a8t8u er zweigt über dem Tunnel ab und bleibt dort oft verschont
cz56qy er bewegt Muskeln und versorgt Knochen: eher ein Ziehen als taube Haut
1jm6cp3 endet meist vor dem Gelenk des großen Zehs
1d9b0d9 in einer Übersicht nur das innere Schienbein; im Leben überdecken sich die Felder weit
6ar78t der oberflächliche Wadenbeinnerv läuft hindurch
dk089j der Schienbeinnerv läuft hindurch
1sf4hqa Unterschenkel vorn und außen und der Fußrücken; Kern und Rand sind geschätzt
qr9fwk alles außer dem Streifen des Saphenus-Nervs
qrc2ir eher die Stelle des Schmerzes als der Taubheit
14noqju schließ andere Programme, und versuch es noch einmal
v700gf prüf den Namen
16piz1s fang zuerst damit an
bo7vr0 prüf, ob es da ist und ob du es lesen darfst
a2c0v8 prüf, ob der Ordner da ist und ob du dort schreiben darfst
hlklyn mach Platz frei, und versuch es noch einmal
bv3orw kopier es noch einmal, oder lade es neu herunter
ieps3y gib einen Ordner mit .fit-Dateien an, oder die Dateien selbst
1nklhre exportier die originale .fit-Datei aus der Uhr oder ihrer App
1068prx pack es zuerst aus, dann gib an, was darin war
1hem90c pack es mit seinem Passwort aus, dann gib an, was darin war
4ryomh lass es zu, und hol es noch einmal von dort, wo es herkam
1qbsl8n kopier es zur Sicherheit noch einmal, oder lade es neu herunter
15d9fgg die Datei wurde übernommen; es ist nichts zu tun
djgixj teil es auf, oder gib seine Teile einzeln an
1rj8odb bessere den Text an der genannten Stelle aus
dgeaqq gib einen anderen Wert an
f62948 gib eine Kopie oder die Textdatei, wie footfall sie gesichert hat; das Journal blieb, wie es war
ykj8w9 ein Zip fasst höchstens 4 GB und 65.534 Dateien; der Befehl 'export FOLDER' schreibt jede Datei einzeln
pguf79 es ist weder eine Kopie noch die Textdatei von footfall
1qsnh7p es ist eine SQLite-Datei eines anderen Programms
16xethm ihr Aufbau ist beschädigt
1vz2pvt sie hat die Version {1}, und dieses footfall kennt {2}
egddu1 sie hat die Version {1}, dieses footfall kennt Versionen bis {2}
11s59kl sie hat Tabellen oder Spalten, die es in ihrer Version nicht gibt
1l5mo7p eine Zeile darin nennt eine andere, die nicht darin ist
1z0e9kq darin ist schon etwas, und eine Kopie oder Textdatei kommt nur in ein leeres Journal zurück
1m42nnc eine Kopie wird schon zurückgeholt, in diesem Tab oder in einem anderen; warte, bis das getan ist, oder halt es an
1et0poj erneuere footfall; das Journal blieb, wie es ist
16q9b2r hol eine Kopie zurück; die beschädigte Datei blieb, wie sie ist
1qtx1op warte, bis der andere Befehl fertig ist, und versuch es noch einmal
sz6878 bitte melde es mit dem, was dazu geführt hat
8a9oxd Tauber Fuß beim Laufen: Blatt für die Arztpraxis
13scv8b Was gesagt wurde, was gemessen wurde, was geschätzt ist und was nicht gefragt wurde.
1hst6ri Am {1} von footfall erstellt, aus dem, was beim Laufen gesagt und aufgezeichnet wurde. Nichts darin hat ärztliches Fachpersonal geprüft.
* {x}. Made on {1} by footfall, from what the runner said and recorded. Nothing in it was checked by a clinician.	{x}. Am {1} von footfall erstellt, aus dem, was beim Laufen gesagt und aufgezeichnet wurde. Nichts darin hat ärztliches Fachpersonal geprüft.
1lzvc8n Warnzeichen (red flags): NICHT ALLE GEFRAGT, oder nicht in letzter Zeit. Es gibt {1} Sicherheitsfragen, und sie kommen zuerst.
m48yk6 Warnzeichen (red flags): keine. Alle {1} Sicherheitsfragen wurden mit Nein beantwortet, die älteste heute.
kdvz7b Warnzeichen (red flags): keine. Alle {1} Sicherheitsfragen wurden mit Nein beantwortet, die älteste vor {2} Tag.
1awtrow Warnzeichen (red flags): keine. Alle {1} Sicherheitsfragen wurden mit Nein beantwortet, die älteste vor {2} Tagen.
* {A} (Because: {b}. Rule {x}, {C})	{A} (Weil: {b}. Regel {x}, {C})
* Not sure: {A}. Not sure is not no. If it is so: {B}	Nicht sicher: {A}. Nicht sicher heißt nicht Nein. Wenn es so ist: {B}
* Not sure: {A}. Not sure is not no. If it fits: {B}	Nicht sicher: {A}. Nicht sicher heißt nicht Nein. Wenn es zutrifft: {B}
* Does not go together: {A}	Das passt nicht zusammen: {A}
xqqjd8 Kurz gesagt
* Where: {A}	Wo: {A}
3tl48y nicht gefragt
* When: {A}	Wann: {A}
1ere596 keine Läufe vorhanden
* Fits best so far, a guess: {A}, {1} % ({2} to {3}). It is no diagnosis.	Passt bisher am besten, geschätzt: {A}, {1} % ({2} bis {3}). Das ist keine Diagnose.
1r4u8bg Was am besten passt: lässt sich nicht sagen, noch wurde nichts beantwortet.
* The runner asks: {x}	Frage an die Praxis: {x}
* Where it goes numb ({A}), seen from above.	Wo es taub wird ({A}), von oben gesehen.
nkbac3 Nach wie vielen Minuten, Lauf für Lauf (gemessen).
1b9h1vt Selbst gesagt (am {1}, wo kein anderer Tag steht)
1q37nyk Selbst gesagt
11kwopt Beschwerden
10umgs8 Gesehen oder getastet
1u9zwqy Tests zu Hause
yugfpb Vorgeschichte
bfvmq2 Medikamente
* {x} (as told on {1})	{x} (so gesagt am {1})
p98a3t Mit Nein beantwortet
qhud7f Nicht sicher
1oep3py Noch nichts.
uv7q3b Gemessen (mit Uhr, Maßband oder Abdruck, so wie es vorliegt)
1n4kkbf Wann es kommt
1hmhfm2 Was damit zusammengeht
yxjn84 Mit Änderungen
o9272t Versuch einer Änderung
v7ro92 Laufstil
t1oh6x Belastung
omkr1v Schuhe
gh5eut Füße
j808x Was daraus folgt
1tei9fr auf {1} Läufen keine Taubheit markiert
a4u862 seit dem {1} taub in {2} von {3} Läufen
1r54n1t die Hälfte ist bis Minute {1} taub ({2} %-Bereich {3} bis {4})
tfyk5s die Hälfte ist bis Minute {1} taub ({2} %-Bereich {3} bis später)
ztte4b bis {1} km
a1qc41 am frühesten nach {1} min
h6ebz9 Stärke {1} bis {2} von {3}
fp2g8r Stärke {1} von {2}
* felt: {A}	fühlte sich an: {A}
1e7bih4 ({1} Lauf)
iqo7nu {1} Läufe ohne Angabe
* {a} in {x}: numb in {1} of {2} runs with it, {3} of {4} without	{a} in {x}: taub in {1} von {2} Läufen damit, {3} von {4} ohne
* {a}: numb in {1} of {2} runs with it, {3} of {4} without	{a}: taub in {1} von {2} Läufen damit, {3} von {4} ohne
1vi8a8q in der Reihenfolge, in der sie kamen: kein Beweis
1mrqprj {1} Schritte pro Minute bei {2}:{3} min/km (üblich {4}; {5} Läufe)
1ou2jst Fuß zu weit vorn (overstriding) unwahrscheinlich ({1} %, Bereich {2} bis {3})
20oqym Fuß zu weit vorn (overstriding) wahrscheinlich ({1} %, Bereich {2} bis {3})
8tvxhe Fuß zu weit vorn (overstriding) lässt sich nicht sagen ({1} %, Bereich {2} bis {3})
1u3qb6n Bodenkontakt {1} ms (üblich {2})
oqfh60 links {1} % davon
1evfdex längster Lauf der {1} Tage, bevor es anfing: {2} km, {3} % des längsten der {4} Tage davor
1rs4me4 neuester Lauf {1} km, {2} % des längsten von {3} Tagen
1cctya {1} km in den letzten {2} Tagen
* {A} {x}: numb by {1} min in {2} of {3} runs with {x}, in {4} of {5} runs without {x}	{A} {x}: bis Minute {1} taub in {2} von {3} Läufen damit, in {4} von {5} ohne
* {A} {x} {1} km, numb in {2} of {3} runs	{A} {x} {1} km, taub in {2} von {3} Läufen
* {A} {x} at least {1} km, numb in {2} of {3} runs	{A} {x} mindestens {1} km, taub in {2} von {3} Läufen
* {A} {x} at least {1} km	{A} {x} mindestens {1} km
* {A} {x} {1} km	{A} {x} {1} km
* {x} {1} km, numb in {2} of {3} runs	{x} {1} km, taub in {2} von {3} Läufen
* {x} at least {1} km, numb in {2} of {3} runs	{x} mindestens {1} km, taub in {2} von {3} Läufen
* {x} at least {1} km	{x} mindestens {1} km
12158r1 seit dem {1}, läuft noch
1e95qh8 seit dem {1}, beendet
qlskvd Geschätzt (von footfall; keine Diagnose)
1sftri8 Lässt sich nicht sagen: Noch wurde nichts beantwortet.
1s3sido Kann mitspielen
1pmtsg5 Chance (Bereich)
151184m Spricht dafür
sqnxy8 Dagegen
1m3kkqx {1} % ({2} bis {3})
z7xtcn {1} weitere
1i68zlf {1} weitere Ursachen wurden abgewogen, jede mit unter {2} %.
16fi29r {1} % der Zahlen dafür sind geschätzt, nicht gemessen (Klasse c); die Bereiche reichen so weit, wie das ungewiss ist.
* Knowledge {x}.	Stand des Wissens: {x}.
z8w6x Was eine Untersuchung beitragen könnte
* {A}. Of "{1}": "{2}" is {3} times as likely with it ({B}).	{A}. Zu {1}: {2} ist damit {3}-mal so wahrscheinlich ({B}).
* {A}. Of "{1}": "{2}" is more than {3} times as likely with it ({B}).	{A}. Zu {1}: {2} ist damit mehr als {3}-mal so wahrscheinlich ({B}).
w41hk {1} weitere könnten weniger beitragen.
1dxbuci Nicht gefragt
1rxwhly Nichts: Alle einfachen Fragen wurden beantwortet
7fvmp2 die Sicherheitsfragen, oder nicht in letzter Zeit
q4150h genommene Medikamente
1i5nsjk geschätzt
1sqt7ld aus dem Gedächtnis
itogtg gelesen in
* judged {x}	geschätzt, {x}
* recalled {x}	aus dem Gedächtnis, {x}
* read in {x}	gelesen in {x}
xpylhp nicht genug Speicher
* no cause is called '{1}'; there are {x}	keine Ursache heißt so: {1}; es gibt {x}
1cluxom es wurde nichts vergessen: Die Worte dafür sind {1}
1dutbyu das ist die erfundene Person: Nichts davon gehört dir; geh erst zu deinen eigenen Läufen zurück
o58i88 das ist die erfundene Person; geh zu deinen eigenen Läufen zurück, um mehr einzulesen
1tbg2ly hier gibt es keinen Ordner, in dem eine Datei entstehen könnte
di00ee das Sichern wurde angehalten
tjao5p das Einlesen wurde angehalten
* {a} {1} mm does not go with {b} {2} mm: from {3} to {4} mm would. Check both: {C}	{a} {1} mm passt nicht zu {b} {2} mm: {3} bis {4} mm würden passen. Prüf beide: {C}
* {a} {1} mm does not go with {b} {2} mm: up to {3} mm would. Widths are straight across, percent are of the inner length, from the heel	{a} {1} mm passt nicht zu {b} {2} mm: bis {3} mm würde passen. Breiten sind gerade hinüber gemessen, Prozent gelten für die Innenlänge, von der Ferse an
189cbr9 gib an, ob du Damen- oder Herrenschuhe ansiehst, nicht {1}
1as4biu sag, welcher Fuß: links oder rechts
1ig1p66 ein Fuß ist links oder rechts, nicht {1}
* {a} is read from a print: by scan, photo, wet_print, clinician or other, not by {b}. Give it in a command of its own	{a} wird von einem Abdruck abgelesen: Scan, Foto, nasser Abdruck, Fachperson oder anderes, nicht {b}. Gib es für sich allein ein
184fm50 der Fußhaltungsindex (foot posture index) ist die Summe von sechs ganzen Zahlen
am83cm vom linken Fuß ist nichts davon bekannt
d4ba1t vom rechten Fuß ist nichts davon bekannt
1f8sa1l sag, was gemessen wurde
* there is no home test "{1}"; there are {x}	es gibt keinen Test {1}; es gibt {x}
* "{1}" is no result of {a}; it takes {b}	{1} ist kein Ergebnis von {a}
* "{1}" is no reading of {a}; it takes {2} to {3} {x} or {4} to {5} {y}	{1} ist kein Messwert von {a}; möglich sind {2} bis {3} {x} oder {4} bis {5} {y}
* "{1}" is no reading of {a}; it takes {2} to {3} {x}	{1} ist kein Messwert von {a}; möglich sind {2} bis {3} {x}
* both sides must be read in the same unit, {a} or {b}	beide Seiten brauchen dieselbe Einheit, {a} oder {b}
* {a} is told in words, not in numbers: yes, no or unsure	{a} wird in Worten gesagt, nicht in Zahlen: ja, nein oder unsicher
1xrwvl8 gib das Ergebnis in Worten oder den Messwert an, nicht beides
nthh2n zu einem Ergebnis gehört der Name des Tests
cr00se es fehlt das Ergebnis, oder der Messwert links und rechts
mshtyk darin ist keine Datei
10kt0pv ist leer
* is {a} in a gzip	ist {a} in einem gzip
17oob81 das Einlesen ist schon beendet
1ap2o2c ein anderes footfall liest gerade Läufe in dieses Tagebuch ein
1kg9s8y es werden schon Läufe eingelesen, in diesem Tab oder in einem anderen; warte, bis das fertig ist, oder halt es an
1qjk2lk dieses Einlesen ist vorbei, oder ein anderes hat begonnen; fang noch einmal an
1hybjhn die Dateien werden schon gelesen; was jetzt kommt, braucht ein eigenes Einlesen
12vvabi mehr als {1} Dateien auf einmal; lies erst einen Teil davon ein
1w6pgtx eine andere Datei dieses Namens ist schon da
1u9dflc es kam keine Datei an
1kqh7u5 der Name hat mehr als {1} Bytes
pye8rv {1} nimmt ganze Zentimeter von {2} bis {3}, etwa {4}
1m7kshe darauf gibt es keine Antwort
146bda3 {1} nimmt {2} oder {3}
1oehr9h {1} ist zweimal beantwortet; behalt eine der Antworten
slgicm die Zahl der Ösenpaare ist eine ganze Zahl von {1} bis {2}
h75i5f eine Reihenfolge ist ein eigenes Muster: gib nur eines von beiden an
1v7hyqj eine Stelle wählt eine Schnürung, und eine ist schon angegeben: lass eines von beiden weg
* no place is named: say for example {x}	keine Stelle ist genannt: sag zum Beispiel {x}
1dd3pth zu diesem Lauf ist nichts davon gesagt
* '{1}' is not understood: use {x}, start or sometime	{1} wird nicht verstanden: schreib {x}, start oder sometime
* '{1}' is not understood: use {x}, or {y} for five minutes after the run	{1} wird nicht verstanden: schreib {x}, oder {y} für fünf Minuten nach dem Lauf
1psxkri {1} wird nicht verstanden
1bghfqo nimm entweder zurück, was zur Taubheit gesagt wurde, oder sag etwas dazu
hchjpd nimm entweder zurück, wann es weg war, oder sag etwas dazu
1kvoldo ein Lauf war taub, nicht taub, oder es kündigte sich an: nur eines davon stimmt
1d5ft7k ein Lauf ohne Taubheit hat keine Stelle, keine Stärke und kein Gefühl
gw5u0p was nicht kam, ging auch nicht wieder weg
frhohk Stärke {1} heißt, dass der Fuß nicht taub wurde: wähl „nicht taub“
765zgc sag erst, wann es taub wurde
* '{1}' is not what it can feel like: say one or more of {x}	{1} ist nicht dabei: sag eines oder mehrere von {x}
1e5mvlg der Name ist leer
1s7bsvs der Text ist leer
nmvttl {1} heißt, dass nichts anders war: sag es allein oder gar nicht
kjlt5d es geht von {1} bis {2}
* '{1}' lies beyond the run, which ended after {x}	{1} liegt hinter dem Ende des Laufs, der nach {x} aufhörte
* this run holds no distances: say the time instead, such as {x}	dieser Lauf enthält keine Strecke: gib stattdessen die Zeit an, etwa {x}
l0d9jg {1} endet, bevor es anfängt
e6oc1t dieser Lauf hat {1} Runden
1p2942j bei diesem Lauf steht nicht, wann er endete: gib die Zeit seit dem Start an
hfm1xk ein Polster kommt hinter den Ballen: wähl eine Lücke (W{1} bis W{2}), einen Kopf (B{3} bis B{4}) oder die Zehen, etwa left:W{5}, nicht {6}
1ohn194 die Seite ist links oder rechts, nicht {1}
3wo016 dazu braucht es die Länge des Fußes: gib sie hier in mm an, oder gib beide Füße unter „Schuhe und Füße“ ein
1951bdc auf ein Blatt passt ein Fuß: sag, welcher, links oder rechts
* '{1}' is no goal: say {x}, a day such as {y}, or both, as in {z}	{1} ist kein Ziel: schreib {x}, einen Tag wie {y} oder beides, wie in {z}
* '{1}' is no day: say {x}, with commas between	{1} ist kein Tag: schreib mon, tue, wed, thu, fri, sat oder sun, mit Kommas dazwischen
* '{1}' is no kind of plan: say {x}	{1} ist keine Art von Plan: es gibt {x}
sgv8gm es gibt keinen Plan: unter „Plan“ lässt sich einer schreiben
1ksqan3 es gibt keinen Plan, den man beenden könnte
* no {a} is called "{1}".	{1} gibt es hier nicht.
oxy012 Meinst du {1}?
hdu9qx Sieh nach, welche es sind
1739bhq Sieh nach, welche es gibt
d1e624 {1} ist eine Zeile der Sicherheitsliste: beantworte sie dort
* "{1}" takes {A}, not "{2}"	{1} nimmt {A}, nicht {2}
* "{1}" takes one of {x}	{1} nimmt eines von {x}
1f44sps {1} nimmt Jahre von {2} bis {3}, etwa {4}; ein jüngeres Kind gehört zum Arzt
1yjuabh diesen Weg gibt es nicht
bhh0ii es hat mehr als {1} Bytes
8vkian es hat mehr als {1} Zeichen
ybq1db kein Tagebuch ist offen, also lässt sich nichts behalten oder nachsehen
* '{1}' must be {A}	{1} muss sein: {A}
1o1ir6o {1} muss eine ganze Zahl von {2} bis {3} sein
ggnzk0 {1} ist hier nicht bekannt
cfvnyo {1} fehlt
1lccnfs {1} muss eine ganze Zahl sein, und nicht über alle Maße groß
tafxnm {1} hat keinen Wert
1aqx62x {1} ist zweimal gesagt
1rgfl3q {1} muss eine Zahl sein
1uvtkmx der Wecker ist eine ganze Zahl von {2} bis {3} Minuten, oder keiner
1m7hklg das Zurückholen wurde angehalten; das Tagebuch blieb, wie es war
* there is no routine "{1}"; there are {x}	es gibt keine Übungsreihe {1}; es gibt {x}
159onbb ein Schuh ist ausgemustert oder nicht
1bhxmoo sag, welcher Schuh: seinen Namen
iuhy50 es gibt keinen Schuh {1}.
1gdifci es gibt keinen Schuh {1}
1qbg1e1 {1} ist keine Stelle: ein Fuß, der nicht taub ist, hat keine
3ymvlq {1} ist keine Stelle am Fuß
h36vq3 {1} ist keine Seite: links, rechts oder beide
* '{1}' needs a side before it, such as left:{x}	vor {1} gehört eine Seite, etwa left:{x}
cw9wjd keine Stelle ist genannt: etwa left:toes
* a size alone says nothing: of which system? One of {x}	eine Größe allein sagt nichts: in welchem System? Eines von {x}
l8ak2o gib die Länge des Fußes in mm an, oder eine Größe und ihr System; oder miss einmal beide Füße, unter „Schuhe und Füße“
3u7soi gib einen Fuß oder eine Größe an, nicht beides
9eai3l eine Größentabelle hat höchstens {1} Bytes
* {x} {1} would be for a foot of {2} mm; feet from {3} to {4} mm are sizes {5} to {6} there	{x} {1} wäre für einen Fuß von {2} mm; Füße von {3} bis {4} mm haben dort die Größen {5} bis {6}
bqn93g eine Größe ist ein System und eine Zahl, etwa {1} oder {2}, nicht {3}
1d2amda eine Socke ist keine, dünn, mittel oder dick, oder ihre Dicke in mm, nicht {1}
* your runs do not tell your step rate: {a}. Count the steps of both feet for a minute of easy running and give them	deine Läufe sagen deine Schrittzahl nicht: {a}. Zähl beim lockeren Laufen eine Minute lang die Schritte beider Füße, und gib sie hier ein
1loor0c es braucht {1} Läufe im Freien mit Schrittzahl und Tempo
iaaehb eine Tonspur hat {1} bis {2} Minuten
1bosbve das Programm hat {1} Wochen
1800nog kein Tempo wurde in {2} Läufen {1} Minuten lang gelaufen, also sagt keines deine Schrittzahl: lass das Tempo weg, oder zähl die Schritte, und gib sie hier ein
2xbvup ein Tempo ist die Zeit für einen Kilometer, {1}:{2} bis {3}:{4}, etwa {5}:{6}
13e66yh gib deine Schrittzahl an, oder ein Tempo, bei dem deine Läufe sie sagen, nicht beides
42ei50 {1} heißt, zu jemandem zu gehen: Das ist keine Änderung, mit der man läuft
1vsu8e6 {1} ist nichts für einen Fuß, der von Woche zu Woche schlimmer wird
* {A} is a number of millimetres such as {x}, not '{1}'	{A} ist eine Zahl in Millimetern, nicht {1}
* {A} is a number, not '{1}'	{A} ist eine Zahl, nicht {1}
* {A} is from {1} to {2} {x}, not {3}. If another unit was meant, type {y}	{A} ist von {1} bis {2} {x}, nicht {3}. Ist es eine andere Einheit, schreib {y}
* {A} is from {1} to {2} {x}, not {3}	{A} ist von {1} bis {2} {x}, nicht {3}
* {A} is from {1} to {2}, not {3}	{A} ist von {1} bis {2}, nicht {3}
6arbgq die Länge eines Fußes
efmbr4 um wie viel es anders sein kann
2a7h3r von der Ferse bis zum inneren Ballen
1lu61c3 die Breite eines Ballens
13fqxtp die Breite eines Fußes am Ballen
du2aeg der Umfang eines Fußes um den Ballen
a98mbh die innere Länge eines Schuhs
in0pcw die Dicke einer Socke
* {a} takes {1} to {2} bytes of text, not {3}	{a} nimmt {1} bis {2} Bytes Text, nicht {3}
* {a} takes one line of text, in UTF-{1}, without control characters	{a} nimmt eine Zeile Text, in UTF-{1}, ohne Steuerzeichen
* '{1}' is not known here; there are {x}	{1} ist hier nicht bekannt; es gibt {x}
5y20af {1} nimmt bis zu {2} Bytes Text; was länger ist, passt nicht auf ein Blatt, das man in einer Minute liest
15wj8rm keine Stelle ist markiert: markier eine an einem Lauf, oder beantworte die Fragen
y4w4n0 an diesem Tag gibt es keinen Lauf; unter „Läufe“ stehen alle
1jcsgco an diesem Tag gibt es {1} Läufe: gib die Nummer von einem an, etwa {2}
1l3ed4x noch gibt es keine Läufe: lies erst welche ein
beq199 {1} ist kein Lauf: gib seine Nummer an, oder einen Tag wie {2}
uij14e es gibt keinen Lauf {1}
* reading failed: {x}	das Lesen misslang: {x}
* cannot be opened: {x}	lässt sich nicht öffnen: {x}
1tyzre7 ist keine gewöhnliche Datei
chrmbz der Pfad ist zu lang
* folder cannot be opened: {x}	der Ordner lässt sich nicht öffnen: {x}
* folder cannot be read: {x}	der Ordner lässt sich nicht lesen: {x}
* cannot be made: {x}	lässt sich nicht anlegen: {x}
* cannot be written: {x}	lässt sich nicht schreiben: {x}
* cannot be removed: {x}	lässt sich nicht entfernen: {x}
egsom4 wird von einem anderen footfall benutzt
zl4v8a enthält mehr als {1} Läufe
1g6p05w das gzip endet zu früh: {1} Bytes ließen sich auspacken
22uu7y wird beim Auspacken mehr als {1}-mal so groß, wie bei einem gzip, das schaden soll
18mnr70 nennt sich FIT-Datei, aber ihr Anfang ist keiner
* is {a}, which is not read	ist {a}, und das wird nicht gelesen
17y4hs0 die gepackten Daten enden zu früh
* the packed data are damaged ({x})	die gepackten Daten sind beschädigt ({x})
* line {1} cannot be read: {x}	Zeile {1} lässt sich nicht lesen: {x}
* {1} lines cannot be read; the first is line {2}: {x}	{1} Zeilen lassen sich nicht lesen; die erste ist Zeile {2}: {x}
* stops being well-formed XML: {x}; it was read up to there	ist ab hier kein wohlgeformtes XML: {x}; bis dahin wurde es gelesen
1l4rqz4 ist hier kein wohlgeformtes XML; dahinter wurde weitergelesen
1fs0jrz die Datei endet mitten in einem XML-Element
wik60i erklärt XML-Entities, die keine Aufzeichnung eines Laufs braucht; es wurde nicht weitergelesen
nkhlg8 ist im Zip mit einem Passwort verschlossen
* is packed by {a} ({1}) in the zip, which footfall does not open	ist im Zip mit {a} ({1}) gepackt, was footfall nicht öffnet
1k8zbuy Zips liegen mehr als {1} tief ineinander
1velf1f der Name im Zip führt aus dem Zip hinaus
1f8biti endet zu früh
mnwkxq das Verzeichnis des Zips fehlt, also sein Ende
6vgq9 das Verzeichnis des Zips ist beschädigt
140q5i6 die gepackten Daten sind beschädigt: {1} von {2} Bytes ließen sich auspacken
iut67w das Zip endet mitten darin: {1} von {2} Bytes ließen sich auspacken
u96l68 hat ausgepackt {1} MB; eine Aufzeichnung darf {2} MB haben
1cxmfo2 ein leeres Zip-Archiv
lkaixf noch gibt es kein Tagebuch
odn3o2 die Datei ist schreibgeschützt
fvy03j sie sind schon ein Lauf: {1}
cfhdjm Lauf {1} und Lauf {2} waren nicht zur selben Zeit: Verbunden ginge einer hinter dem anderen verloren
xl3b4h Lauf {1} hat nur eine Aufzeichnung: Es gibt nichts zu trennen
795eu9 {1} ist zweimal genannt
1gmjkdz eine Datei dieses Namens gibt es schon; gib der Kopie einen anderen Namen
19mhkcr ein anderes Programm hält sie fest
3hcywv ein Senkel geht auf jeder Seite durch mindestens eine Öse
1ow49sf {1} gibt es nicht: Der Schuh hat {2} Ösenpaare, Reihe {3} an den Zehen
102kt7v {1} ist keine Stelle, auf die Senkel drücken.
mm51m8 Schreib toes, ball, instep, upper_instep, ankle, top (der ganze Rist) oder Millimeter von der untersten Reihe wie {1}mm
* numb skin in the first gap tells of a nerve that runs under the whole instep, not where it is pressed: press along the laces with a finger, and name the sore place ({x})	taube Haut in der ersten Lücke weist auf einen Nerv hin, der unter dem ganzen Spann läuft, und nicht darauf, wo er gedrückt wird: Drück mit einem Finger an den Senkeln entlang, und nenn die wunde Stelle
1bf0ub5 ein Plan hat höchstens {1} Bytes Text
k4xlsd {1} Läufe in der Woche werden nicht geplant: In den letzten vier Wochen waren es {2}, und mit einem Ruhetag, wo er nötig ist, sind {3} bis {4} möglich
* on these days {1} runs a week have no day of rest between them: {2} a week {a} possible on them, or give other days	an diesen Tagen haben {1} Läufe in der Woche keinen Ruhetag dazwischen: {2} sind möglich, oder wähl andere Tage
kngxs1 dieser Tag ist vorbei: Ein Plan kann heute anfangen, am {1}, oder später
1g3n4br der {1} liegt nicht vor dir: gib einen Tag an, der noch kommt
x4czsx du bist schon da: Dein längster Lauf der letzten {1} Tage hat {2} Minuten. Gib ein weiteres Ziel an, oder eine Zahl von Wochen, um dabei zu bleiben
* {1} minutes {x} cannot be reached with no run over {2} % of the longest of {3} days and by the numbness rule: {4} minutes can; {5} minutes are reached around {6}	{1} Minuten sind bis dahin nicht zu erreichen, ohne dass ein Lauf über {2} % des längsten von {3} Tagen hinausgeht, und nach der Taubheitsregel: {4} Minuten gehen; {5} Minuten sind etwa am {6} erreicht
* {1} minutes {x} cannot be reached with no run over {2} % of the longest of {3} days and by the numbness rule: {4} minutes can; {5} minutes are reached in no plan of a year	{1} Minuten sind bis dahin nicht zu erreichen, ohne dass ein Lauf über {2} % des längsten von {3} Tagen hinausgeht, und nach der Taubheitsregel: {4} Minuten gehen; {5} Minuten erreicht kein Plan von einem Jahr
1y9pc21 vor diesem Tag gibt es keinen Lauftag: {1} Minuten sind etwa am {2} erreicht
1b8l1x2 die Schrittzahl gilt für beide Füße, {1} bis {2} Schritte pro Minute: hast du nur einen Fuß gezählt, gib das Doppelte an
10fbcip es führt zu {1}, {2} oder {3} % mehr Schritten: weniger ändert wenig, und von mehr ist nicht bekannt, ob es gut ist
48m1kb ein Wecker kommt {1} bis {2} Minuten vorher
3jhygt ein Metronom hat {1} bis {2} Schläge pro Minute
1xjmp5f eine Tonspur hat höchstens {1} Minuten
5oz0b3 eine Karte braucht die Länge eines Fußes: unter „Schuhe und Füße“ steht, wie man sie misst
* by home_test only the foot line and the navicular drop are told here, not {a}. Give it in a command of its own	vom Test zu Hause stehen hier nur Fußlinie und Absenkung des Kahnbeins (navicular drop), nicht {a}. Gib es für sich allein ein
1dp3p03 führt aus dem Export hinaus
dw3j3u ist nicht im Export
1refkqb ist gzip in gzip, mehr als {1} tief
1mz2tad eine Route, die zum Export von Apple Health gehört
1792hae das Stück geht über das Ende der Datei hinaus
1lq7vd3 diese Maßnahme gibt es nicht
1ffdy2n ein Lauf hat nur eine Zeit, zu der es weg war
* the plan in it does not read as one ({x})	der Plan darin lässt sich nicht als Plan lesen ({x})
1k8pp0w {1} ist keine Stelle am Fuß.
lijd6f es fehlen {1} Bytes
* it is unpacked into a scratch file, which cannot be made in {x}	es wird in eine Hilfsdatei ausgepackt, die sich nicht anlegen lässt: {x}
* unpacking it into a scratch file failed: {x}	das Auspacken in eine Hilfsdatei misslang: {x}
1pzc7ep Ordner liegen mehr als {1} tief
1ew6jgr der Pfad ist leer oder zu lang
z1l0ka enthält einen zu langen Pfad
1i9fava ist kein Ordner, in den nur du sehen darfst; schieb ihn weg
11qc1j1 enthält ein Steuerzeichen, das XML verbietet; es wurde als Leerzeichen gelesen
13l30t6 ist an mehr als {1} Stellen kaputt
we4q6a {1} Messwerte stehen hinter dem Lauf, zu dem sie gehören, wo kein Export sie hat; sie wurden weggelassen
1kv4ef8 das Lesen wurde angehalten
1tkou77 beim Lesen angehalten
xpq1qq nicht genug Speicher für die Aufzeichnung
* holds more than {1} {a} in one recording	enthält mehr als {1} {a} in einer Aufzeichnung
1vi7l6r enthält mehr als {1} Zeilen in einer Aufzeichnung
1fnv9yu enthält mehr als {1} Runden in einer Aufzeichnung
1yehgp5 enthält mehr als {1} Pausen in einer Aufzeichnung
12n16vf das gzip endet hier, und es folgen {1} Bytes, die keines sind
10wnhhp hinter dem Ende des gzip folgt etwas, das keines ist
1xcuczy hier fängt kein gzip an
1tkpzny hat ausgepackt mehr als {1} MB, mehr darf eine Aufzeichnung nicht haben
* calls itself a FIT file, but its header is not one: it is {x}	nennt sich FIT-Datei, aber ihr Anfang ist keiner: es ist {x}
* what was unpacked does not have the {a} that the gzip says	das Ausgepackte passt nicht zu dem, was das gzip angibt ({a})
* {1} lines cannot be read{x}; the first is line {2}: {y}	{1} Zeilen lassen sich nicht lesen{x}; die erste ist Zeile {2}: {y}
1dxmu56 ist keine Liste eines Exports
3kcpx6 die Liste hat mehr als {1} MB und wird nicht weiter gelesen
* the list holds more than {x} activities or {y} shoes, and is not read beyond that	die Liste enthält mehr als {x} Aktivitäten oder {y} Schuhe und wird nicht weiter gelesen
* the header of the list cannot be read{x}	der Kopf der Liste lässt sich nicht lesen{x}
1xpn9jv sein XML vervielfacht sich selbst
* holds a character that XML forbids ({x}); what it holds was read all the same	enthält ein Zeichen, das XML verbietet ({x}); was darin steht, wurde trotzdem gelesen
* holds a character that XML forbids ({x}) and more of the kind; what it holds was read all the same	enthält ein Zeichen, das XML verbietet ({x}), und mehr davon; was darin steht, wurde trotzdem gelesen
pq4rl4 seine Dateien liegen übereinander ({1} über {2}), wie in einem Zip, das schaden soll
3tgddu seine Dateien haben ausgepackt {1} MB, mehr als {2}-mal so viel wie gepackt, wie in einem Zip, das schaden soll
* {A}; {1} files were found without it	{A}; {1} Dateien wurden ohne es gefunden
* {A}; {1} file was found without it	{A}; {1} Datei wurde ohne es gefunden
10o7rlw hat ausgepackt {1} MB, mehr als {2}-mal so viel wie im Zip, wie in einem Zip, das schaden soll
41sf70 liegt ungepackt im Zip, aber mit zwei Größen, {1} und {2}
1qikzfb liegt nicht da, wo das Verzeichnis des Zips sagt
* what was unpacked has the checksum {x}, and the zip says {y}	das Ausgepackte hat die Prüfsumme {x}, und das Zip sagt {y}
1p5hnlj hat ausgepackt mehr als die {1} Bytes, die das Zip angibt
1beyxo1 hat ausgepackt {1} Bytes, und das Zip sagt {2}
1x8tj94 hat ausgepackt {1} MB, und es gibt keinen Ordner dafür
* unpacks to {1} MB, for which there is no room in {x}	hat ausgepackt {1} MB, und dafür ist kein Platz in {x}
1vqu5uv enthält mehr als {1} Dateien
yqs0vz eine Größe im Verzeichnis des Zips kann nicht sein
9410nl ist ein Teil eines Zips, das in mehrere geteilt wurde
2lsml1 das Verzeichnis des Zips ist nach {1} Dateien beschädigt
2hn4ri das Verzeichnis des Zips nennt {1} Dateien und sagt, es seien {2}
cei61t das Verzeichnis des Zips nennt {1} Datei und sagt, es seien {2}
rq0mjj sagt, dass es {1} Dateien enthält; footfall öffnet bis zu {2}
1le92rr seine Versionsnummer ist falsch
c7iir6 die Datei lässt sich nicht lesen
1836567 seine letzten Änderungen warten in {1} und lassen sich hier nicht anfügen
kmllru eine Kopie von mehr als {1} GB geht so nicht; bring sie auf der Befehlszeile zurück: {2}
1907vhv eine Kopie ist eine einzige Datei
* no eyelet is named: say for example {x}	keine Öse ist genannt: schreib zum Beispiel {x}
1mqyj44 sie hat mehr als {1} Zeichen: eine Schnürung von {2} Paaren hat {3}
16v7x09 keine Frage heißt {1}
6amhs3 {1} ist keine Antwort auf {2}
1on2027 Muster gibt es für {1} bis {2} Ösenpaare, nicht für {3}: eine eigene Schnürung darf weniger haben
* '{1}' is no pattern for {2} pairs: there are {x}	{1} ist kein Muster für {2} Paare: es gibt {x}
na6vbw mehr als {1} Stellen: Lockere lieber den ganzen Senkel
kwy8wa {1} mm liegt nicht unter den Senkeln: sie laufen von Reihe {2} ({3} mm) bis Reihe {4} ({5} mm)
4qfkj0 mit schnelleren Schritten hätte ein Lauf {1} Teile, und er hat höchstens {2}: Mach Runden aus Teilen, die sich wiederholen, oder lass die Schrittzahl weg
* the name of a time zone has letters, digits and _ + - /, such as {x}	der Name einer Zeitzone hat Buchstaben, Ziffern und _ + - /, etwa {x}
xjevwm ein Kalender hat höchstens {1} Einträge
1htnvx0 {1} Änderungen sind mehr, als Läufe trennen können; höchstens {2}
* '{1}' may mean several causes: {x}	{1} kann mehrere Ursachen meinen: {x}
1s6l7th ein Beginn ist ein Tag, in Zahlen geschrieben: Jahr, Monat, Tag, etwa der {1}
rbvwga schreib own, dann sagen es deine Läufe, oder deine Schrittzahl beider Füße, etwa {1}
1ify35w das ist über ein Jahr weit weg: nenn einen näheren Tag, und plan von dort weiter
2x3ooi das ist über ein Jahr weit weg: was du dann laufen kannst, hängt von den Läufen bis dahin ab; schreib den Plan, wenn es näher ist
uhxykn ändere eines nach dem anderen: Nach Taubheit ist der Plan selbst die Änderung; nimm die Schrittzahl, wenn er geschafft ist
18zxxpe dieser Plan führt bis zu {1} Minuten Laufen, etwa {2} km; von dort geht es mit „Längere Läufe“ weiter
1y4bnpu dieser Plan führt bis zu {1} Minuten Laufen; von dort geht es mit „Längere Läufe“ weiter
op2ruc deine Läufe der letzten {1} Tage sagen dein Tempo nicht: gib das Ziel in Minuten an, etwa {2}min
ax47dv ein Ziel hat {1} bis {2} Minuten
ej7j02 ein Ziel hat höchstens {1} km
1g86o3 ein Plan hat {1} bis {2} Wochen
1l66aot in den letzten {2} Tagen gibt es keinen Lauf von {1} Minuten, von dem es weitergeht: „Vom Gehen zum Laufen“ beginnt mit Gehen
zqx9l5 kein Lauf des letzten halben Jahres ist als taub markiert, also gibt es nichts, wonach du zurückkehrst: markier einen Lauf, oder wähl einen anderen Plan
1pf1upr die Pausen richten sich nach deinem Tempo, {1}:{2} bis {3}:{4} min für einen km: kein Lauf der letzten {5} Tage zeigt so ein Tempo; „Längere Läufe“ braucht keines
1tlo74h vor diesem Tag gibt es keinen Tag zum Laufen: nenn einen späteren, oder andere Tage
nk8d0d kein Lauf passt: Zwischen deinem letzten Lauf und diesem Beginn liegen mehr als {1} Tage, also fehlt der Anhalt; beginn früher, oder lauf erst und plan dann
106xtp0 es kann nicht bei {1}:{2} weg sein, bevor es kam ({3}:{4}); um beides zu ändern, gib beides zugleich an
* '{1}' is no eyelet: say the side and the row, such as {2} or {3} (row {4} at the toes), or {x} for the loop there	{1} ist keine Öse: schreib die Seite und die Reihe, etwa {2} oder {3} (Reihe {4} an den Zehen), oder {x} für die Schlaufe dort
119txg9 {1} gibt es nicht: Eine Schlaufe hängt zwischen zwei Reihen, in den Reihen {2} bis {3}
11txkvu {1} gibt es nicht: Die Reihen zählen von {2} an den Zehen bis {3}
nlny02 {1} kommt zweimal vor: Der Senkel geht durch jede Öse nur einmal
ijiggm {1} steht zwischen zwei Senkeln: Es gibt einen oder zwei
ceic71 der Senkel bleibt auf der rechten Seite und schließt nichts: lass ihn auf die andere Seite wechseln, wie in {1} {2} {3} {4}
1ww2srq der Senkel bleibt auf der linken Seite und schließt nichts: lass ihn auf die andere Seite wechseln, wie in {1} {2} {3} {4}
uyb8ms ein Versuch läuft noch: beende ihn zuerst; was er zeigte, bleibt
128snju mehr als vier Änderungen zugleich lassen sich kaum unterscheiden: nimm die, die am besten passen
hkihdj prüf, wie es geschrieben ist
1flmlx9 Zeile {1}, Stelle {2}
1amssoj ein Text
1r8cgsp ein Zip-Archiv
1pwrxyu eine Gzip-Datei
amin2q eine xz-Datei
12jmpyv eine zstd-Datei
j93l0b ein RAR-Archiv
1h3yxo1 ein tar-Archiv
1d3w0i6 ein Bild, ein Ton oder ein Film
1x3vhoi ein Bild oder ein Film
w21r3l ein Teil eines Exports von Apple Health
1ebonev ein Dokument einer Klinik in Apple Health
1b2cg2l eine Webseite
17nsm2a ein XML-Text anderer Art
18ia3n6 eine Datei unbekannter Art
62bedx die Textdatei von footfall, die du unter „Deine Daten“ zurückbringst
qqgjnk ein Export von Apple Health ohne Lauf
t8zxcq eine Aktivität ohne Sportart
irbjtp eine Radfahrt
11v53bk ein Wechsel zwischen zwei Sportarten
1kbrpab ein Training an einem Gerät
1n32042 ein Basketballspiel
1stdu6s ein Fußballspiel
w4iqxa ein Tennisspiel
1cx3sjg ein Footballspiel
1epbknu ein Training drinnen
5ok9y2 eine Aktivität mit mehreren Sportarten
1cj2n4x eine Motorradfahrt
1ln6edx ein Golfspiel
wq75wf eine Runde Golf
1wa694x ein Ritt
1me16mq eine taktische Aktivität
4rtgs1 ein Baseballspiel
1nhde6r ein Intervalltraining drinnen
1v0nofc ein Schlägerspiel
7gmtdl eine Aktivität einer anderen Sportart
1yawwqy die Beschreibung eines Geräts
edcpha der Plan eines Trainings
3gjmy8 der Plan eines Trainings
qldmpz eine Strecke zum Nachlaufen
xii7fn ein Trainingsplan
1yz23tj ein Blutdruck
1l3h3u3 die Übersicht einer Aktivität
14mno61 eine Liste von Abschnitten
ffc8ff eine Datei der Uhr von anderer Art
ij33v8 eine Aktivität mit mehreren Sportarten ohne Lauf
1b6g2tt eine Datei der Uhr ohne Lauf
1m151xk eine Spur ohne Zeiten: ein Weg, kein Lauf
1detw1a eine Spur ohne Punkte
1hzeb7n Spuren ohne Lauf
j945t7 mehrere Spuren ohne Lauf
1ucepw0 eine Spur ohne Angabe der Sportart, und nicht im Tempo eines Laufs
1rxxhkl eine GPX-Datei mit Punkten oder Routen, ohne Spur
djhoqj eine Aktivität ohne Angabe der Sportart
8b4gb1 eine Aktivität, die in der Datei {1} heißt
1wrkw1p eine Aktivität ohne Punkt und ohne Runde
7glenu Aktivitäten ohne Lauf
1x46jtq Strecken und Pläne ohne Lauf
1r09hlf eine TCX-Datei ohne Aktivität
py33ig eine Nachricht des Typs {1}, der nicht erklärt ist
qub2tf die Datei endet mitten in einer Nachricht
1864q1u eine Nachricht reicht über das Ende hinaus, das im Kopf der Datei steht
i0v4gc die Datei endet vor ihrer Prüfsumme
12ov8mn die Prüfsumme am Ende stimmt nicht
o2mf3z im Kopf der Datei steht eine falsche Länge
11nqjxo die Aufzeichnung wurde nie beendet: In ihrem Kopf steht keine Länge
1352s4b die Datei endet vor dem Ende, das in ihrem Kopf steht
10j82gq die Datei endet mitten in ihrem Kopf
n943dp die Prüfsumme des Kopfes stimmt nicht
18v5w9 hier beginnt keine FIT-Datei
uel8oa nach dem Ende kommt noch etwas
1nk6k0t nach dem Anführungszeichen, das ein Feld beendet, steht noch Text
gje94v ein Anführungszeichen wird nicht geschlossen
30xj3g es ist keine Aktivität
148umob der Beginn fehlt
194e5bp eine Aktivität ist zu lang oder endet nicht
1yfegxk eine Aktivität endet nicht
1qizg70 eine Aktivität ist zu tief verschachtelt
1sw2s14 eine Aktivität ist kein gültiges JSON
1882533 die Liste endet zu früh
zjvu41 darin ist keine Liste von Aktivitäten
19dem37 es ist kein gültiges JSON
mau1kk Strecke und Zeit der Liste ergeben keinen Lauf; beide blieben weg
1ekxjqb die Zeile hat weniger Spalten als der Kopf
13i41n7 die Zeile hat mehr Spalten als der Kopf
1u2ezq2 am Anfang fehlt die Nummer einer Aktivität
jpz1rd das Datum ist nicht zu verstehen
1oze2rd Tag und Monat können in der Liste vertauscht sein
e2deay Strecken, die nur in der Einheit des Kontos dastehen, als Kilometer gelesen: {1}
1eijwat die Spalten des Kopfes fehlen
grj0mo Eine Pause hat im Export kein Ende, und nach der Dauer des Trainings gab es keine; sie blieb weg.
1h0hhuc Der Export hat keine Strecke für die Zeit dieses Laufs; sie wurde entlang der Route gemessen.
44sc9p Es sind mehr Runden, als gelesen werden; die anderen blieben weg.
xvlysd Apple Health hat keinen Platz für das Verhältnis der Füße; hat eine andere Laufuhr den Lauf aufgezeichnet, steht es vielleicht in ihrer FIT-Datei.
ujgavd {1} Datei seiner Route fehlt.
1i214fq {1} Dateien seiner Route fehlen.
1srsnqd {1} Datei seiner Route ist beschädigt.
1d6e92i {1} Dateien seiner Route sind beschädigt.
o8yxkd {1} Punkt seiner Route springt weg und zurück oder ist keiner; er blieb weg.
1r0mc76 {1} Punkte seiner Route springen weg und zurück oder sind keine; sie blieben weg.
x0vfch Er hat mehr Ereignisse, Teile oder Messwerte, als gelesen werden.
p5kwob Der Export bricht in diesem Lauf ab.
1fftfjg Er dauert über zwei Tage; danach endet die Reihe.
1m16zs2 Die Schrittzahl in der Datei ist schon die beider Füße.
28d15d Die Schrittzahl in der Datei zählt einen Fuß; sie wurde verdoppelt.
1q8j53m Was die Datei als Anteil der Standzeit angibt, ist das Verhältnis der Füße: Standzeit und Schrittzahl ergeben etwas anderes.
149xo4s {1} Moment wurde auf der Uhr markiert; er beendet eine Runde von Hand.
1tapjdz {1} Momente wurden auf der Uhr markiert; jeder beendet eine Runde von Hand.
1cff4fz Die Uhr kannte das Datum nicht; der Lauf steht am Anfang ihres Kalenders.
1fgh63j Die Uhr kannte die Zeit des Starts nicht; es ist die Zeit, zu der sie die Datei anlegte.
c0guvb Aufgezeichnet mit dem Profil {1} der Uhr.
9pkbvn {1} Zeile der Datei war leer und blieb weg.
1bjnxjk {1} Zeilen der Datei waren leer und blieben weg.
hmfg6a {1} Zeile hatte keine Zeit und blieb weg.
1wha70l {1} Zeilen hatten keine Zeit und blieben weg.
1gtb27e {1} Zeile steht zweimal da; sie zählt einmal.
1h2s70d {1} Zeilen stehen zweimal da; sie zählen einmal.
1w6tpzj {1} Punkt war nicht genauer als {2} m bekannt; er blieb weg.
ijee3f {1} Punkte waren nicht genauer als {2} m bekannt; sie blieben weg.
cr07ql Die Ortszeit der Uhr kann nicht stimmen; die Tageszeit ist nicht bekannt.
1jbjba9 Die Uhr kannte das Datum nicht, als die Aufzeichnung begann.
lj4z2t Die Felder eines Fußsensors haben in dieser Datei keine Namen; sie blieben weg, weil nicht klar ist, welcher Fuß welcher ist.
cjg3b1 {1} Punkt sprang weg und zurück, schneller als {2} m/s; er blieb weg.
1gtutv1 {1} Punkte sprangen weg und zurück, schneller als {2} m/s; sie blieben weg.
1g7yt5x Einmal springt der Ort schneller als {1} m/s.
1fxtl2t {1} Mal springt der Ort schneller als {2} m/s.
16mwz3s Die Aufzeichnung endet ohne die Übersicht der Uhr; der Lauf wurde aus ihren Zeilen gemacht.
lke9x9 Die Uhr hielt {1} s des Laufs für Gehen und {2} s für Stehen.
1etb61y Die Uhr führte durch das Training {1}.
h08b26 Eine GPX-Datei hat keinen Platz für Standzeit, Schrittlänge oder das Verhältnis der Füße; die FIT-Datei der Uhr hat sie vielleicht.
n3ndd0 Eine TCX-Datei hat keinen Platz für Standzeit, Schrittlänge oder das Verhältnis der Füße; die FIT-Datei der Uhr hat sie vielleicht.
1e5flll Die Datei nennt die Sportart {1}; sie gilt als Lauf, weil Schrittzahl und Tempo die eines Laufs sind.
1714g1i {1} Runde beginnt, bevor die vorige endete; sie wurde dort abgeschnitten.
1vdioyt {1} Runden beginnen, bevor die vorige endete; sie wurden dort abgeschnitten.
1hq6w0f {1} Runde fehlt in der Datei; sie wurde aus dem gemacht, was keine andere abdeckt.
ffx4mv {1} Runden fehlen in der Datei; sie wurden aus dem gemacht, was keine andere abdeckt.
1c7yjy Der Datei fehlt die letzte Runde; sie wurde aus dem Rest gemacht.
rnf042 Die Datei sagt, die Runden seien von Hand gedrückt, aber jede ist {1} km lang: Das Gerät nahm sie selbst.
fc0l8u {1} Zeile hat die Zeit der Zeile davor.
18ux298 {1} Zeilen haben die Zeit der Zeile davor.
155k1y1 {1} Zeile ging in der Zeit zurück; sie bekam die Zeit der Zeile davor.
ay45cs {1} Zeilen gingen in der Zeit zurück; sie bekamen die Zeit der Zeile davor.
ifzpjq Die Zeit der Uhr wurde während der Aufzeichnung einmal gestellt; der Sprung wurde entfernt.
ifbbc1 {1} Mal wurde die Zeit der Uhr während der Aufzeichnung gestellt; die Sprünge wurden entfernt.
1jp7r7s Die Uhr ging falsch: Das Datum kann nicht stimmen.
1hixzrz {1} unmöglicher Wert blieb weg.
tez5rw {1} unmögliche Werte blieben weg.
p3f027 Die Strecke fällt in der Datei einmal zurück; sie wurde weitergezählt.
n7i5yx {1} Mal fällt die Strecke in der Datei zurück; sie wurde weitergezählt.
1e1gqb1 {1} Zeile nennt bei Lauftempo eine Schrittzahl von {2}; sie blieb weg.
18kdqrn {1} Zeilen nennen bei Lauftempo eine Schrittzahl von {2}; sie blieb weg.
bg3ajh Die Uhr zählte {1} s Pausen, aber die Datei sagt nicht, wann sie waren.
u07jcv Die Pausen sind in der Datei nicht markiert; Lücken in den Zeilen zeigen sie.
kl8zf6 {1} Pause hat in der Datei kein Ende, aber die Zeilen gehen weiter: Dort endet sie.
3z43kh {1} Pausen haben in der Datei kein Ende, aber die Zeilen gehen weiter: Dort enden sie.
1i6rbld Die Uhr zählte {1} s Pausen, ihre Marken in der Datei ergeben {2} s.
18jxds8 {1} s des Laufs wurden nicht aufgezeichnet.
tkm881 {1} s des Laufs wurden nicht aufgezeichnet, in {2} Stücken.
83l9o0 Die Datei gibt {1} km für den Lauf an, was nicht sein kann; das zählt nicht.
ztobet Die Uhr gibt {1} km für den Lauf an, ihre Zeilen {2} km.
1we36ys Die Uhr bekam das Datum erst während der Aufzeichnung; der Start wurde von dort zurückgerechnet.
bfzya3 Die Zeiten der Datei nennen keine Zeitzone; sie gelten als Weltzeit (UTC).
1wygaz7 Die Strecke in den Punkten der Datei beginnt bei {1} km; gezählt wurde ab dem Start des Laufs.
y493i1 Die Strecke in den Punkten der Datei kann nicht in Metern sein; sie wurde entlang der Orte gemessen.
wt4n4c Die Punkte der Datei haben keine Strecke; sie wurde entlang der Orte gemessen.
10us4rj Ein fehlendes Stück ohne Bewegung gilt als Pause.
czxlzx {1} fehlende Stücke ohne Bewegung gelten als Pausen.
1gbe0lq Die Datei zählt Pausen als Laufzeit; sie wurden herausgenommen.`;
