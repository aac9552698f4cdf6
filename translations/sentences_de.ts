<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>Sentences</name>
        <message>
            <location filename="../genre_desktop/core/rules_text.py" />
            <source>"leave" leaves unsure files alone, "mark" writes the genre with a question mark.</source>
            <translation>"leave" lässt unsichere Dateien, wie sie sind, "mark" schreibt das Genre mit Fragezeichen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/rules_text.py" />
            <source>"most" genres are written at most; a second one only from the probability "above" on.</source>
            <translation>Höchstens "most" Genres werden geschrieben, ein zweites nur ab der Wahrscheinlichkeit "above".</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/skipped.py" />
            <source>%1 (%2) and is left out</source>
            <translation>%1 (%2) und wird ausgelassen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/walk.py" />
            <source>%1 and is left out</source>
            <translation>%1 und wird ausgelassen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/edited_rows.py" />
            <source>%1 cannot be read: %2.</source>
            <translation>%1 kann nicht gelesen werden: %2.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/journal.py" />
            <source>%1 cannot be written (%2), and without a journal nothing is tagged or moved; make it writable, and try again.</source>
            <translation>%1 kann nicht beschrieben werden (%2), und ohne Journal wird nichts getaggt oder verschoben; machen Sie es beschreibbar und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/kept.py" />
            <source>%1 could not be deleted (%2).</source>
            <translation>%1 konnte nicht gelöscht werden (%2).</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/atomic_file.py" />
            <source>%1 could not be written: %2.</source>
            <translation>%1 konnte nicht geschrieben werden: %2.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/judgement.py" />
            <source>%1 damaged packets could not be decoded and were left out.</source>
            <translation>%1 beschädigte Pakete konnten nicht dekodiert werden und wurden ausgelassen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/opening.py" />
            <source>%1 files have none</source>
            <translation>%1-Dateien haben keine</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/holding.py" />
            <source>%1 has gone, as with a drive that was unplugged; listening waits until it is back.</source>
            <translation>%1 ist fort, wie bei einem abgezogenen Laufwerk; das Hören wartet, bis es wieder da ist.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/folder_watch.py" />
            <source>%1 has gone; it is watched again once it is back.</source>
            <translation>%1 ist fort; beobachtet wird es wieder, sobald es zurück ist.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/edited_rows.py" />
            <source>%1 has no columns “path” and “%2”; its first line must name them, as in an export.</source>
            <translation>%1 hat keine Spalten „path“ und „%2“; die erste Zeile muss sie nennen, wie in einem Export.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/export_target.py" />
            <source>%1 has the name of a music file; name another file to write.</source>
            <translation>%1 heißt wie eine Musikdatei; nennen Sie eine andere Datei zum Schreiben.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/export_target.py" />
            <source>%1 holds music or something else that is no table, and is not replaced; name another file.</source>
            <translation>%1 enthält Musik oder etwas anderes, das keine Tabelle ist, und wird nicht ersetzt; nennen Sie eine andere Datei.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/own_models.py" />
            <source>%1 holds no model package: there is no %2 in it, or several. Choose a %3 or an archive of a package.</source>
            <translation>%1 enthält kein Modellpaket: Darin ist kein %2, oder es sind mehrere. Wählen Sie eine %3 oder ein Archiv eines Pakets.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/regular_file.py" />
            <source>%1 is %2, not a regular file</source>
            <translation>%1 ist %2, keine gewöhnliche Datei</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/export_target.py" />
            <source>%1 is %2; name a file to write.</source>
            <translation>%1 ist %2; nennen Sie eine Datei zum Schreiben.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/export_target.py" />
            <source>%1 is a folder; name a file to write.</source>
            <translation>%1 ist ein Ordner; nennen Sie eine Datei zum Schreiben.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/holding.py" />
            <source>%1 is back; listening goes on.</source>
            <translation>%1 ist wieder da; das Hören geht weiter.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/regular_file.py" />
            <source>%1 is longer than %2 bytes</source>
            <translation>%1 ist länger als %2 Bytes</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/running.py" />
            <source>%1 is no folder, but lies where one is to be</source>
            <translation>%1 ist kein Ordner, liegt aber, wo einer hin soll</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/strict.py" />
            <source>%1 is no number here</source>
            <translation>%1 ist hier keine Zahl</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/folder_watch.py" />
            <source>%1 is not there; it is watched once it is.</source>
            <translation>%1 ist nicht da; beobachtet wird es, sobald es da ist.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/exporting/writing.py" />
            <source>%1 is one file, but %2 tracks are wanted; name a folder, or ask for one track by --query.</source>
            <translation>%1 ist eine einzige Datei, gewünscht sind aber %2 Stücke; nennen Sie einen Ordner, oder verlangen Sie mit --query ein einziges Stück.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/own_models.py" />
            <source>%1 is there already. Move it away, then install again.</source>
            <translation>%1 ist schon da. Legen Sie es beiseite, und installieren Sie noch einmal.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/export_target.py" />
            <source>%1 is to be read and cannot be written; name another file.</source>
            <translation>%1 soll gelesen werden und kann nicht beschrieben werden; nennen Sie eine andere Datei.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/rules_file.py" />
            <source>%1 must be a section: [%2].</source>
            <translation>%1 muss ein Abschnitt sein: [%2].</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/judgement.py" />
            <source>%1 s of the %2 s that its header promises are there</source>
            <translation>%1 s der %2 s, die der Kopf verspricht, sind da</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/judgement.py" />
            <source>%1 samples are not numbers or beyond belief; they were taken as silence.</source>
            <translation>%1 Abtastwerte sind keine Zahlen oder unglaubhaft; sie gelten als Stille.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/parts.py" />
            <source>%1; it is left out and no file is divided by it</source>
            <translation>%1; es wird ausgelassen, und keine Datei wird danach geteilt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/manifest.py" />
            <source>1 to 64 small letters, digits and hyphens</source>
            <translation>1 bis 64 Kleinbuchstaben, Ziffern und Bindestriche</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/own_models.py" />
            <source>A model named %1 is installed already (“%2” %3). Remove it first, then install this one.</source>
            <translation>Ein Modell namens %1 ist schon installiert („%2“ %3). Entfernen Sie es erst, und installieren Sie dann dieses.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/own_models.py" />
            <source>A model that came with the program is named %1, too. Give yours another name where it is made, then install it.</source>
            <translation>Auch ein Modell, das mit dem Programm kam, heißt %1. Geben Sie Ihrem dort, wo es entsteht, einen anderen Namen, und installieren Sie es dann.</translation>
        </message>
        <message>
            <source>Address already in use</source>
            <translation>Adresse wird schon benutzt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/rules_text.py" />
            <source>An empty list allows all.</source>
            <translation>Eine leere Liste lässt alle zu.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/journal.py" />
            <source>Another Genre Desktop is writing tags or moving files; try again when it is done.</source>
            <translation>Ein anderes Genre Desktop schreibt gerade Tags oder verschiebt Dateien; versuchen Sie es noch einmal, wenn es fertig ist.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/rules_text.py" />
            <source>Anything else is written in the genre's place.</source>
            <translation>Alles andere wird an Stelle des Genres geschrieben.</translation>
        </message>
        <message>
            <source>Bad file descriptor</source>
            <translation>ungültige Dateinummer</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/rules_text.py" />
            <source>Below this confidence a genre is unsure; without it, the model decides.</source>
            <translation>Unter dieser Sicherheit ist ein Genre unsicher; ohne sie entscheidet das Modell.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/pattern.py" />
            <source>By the pattern “%1” all files would have one name; let it end with {file name}, or with {track} {title}.</source>
            <translation>Nach dem Muster „%1“ hießen alle Dateien gleich; es sollte mit {file name} enden oder mit {track} {title}.</translation>
        </message>
        <message>
            <source>Cannot allocate memory</source>
            <translation>kein Arbeitsspeicher mehr frei</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/folder_watch.py" />
            <source>Changes are looked for every %1 seconds instead of being told at once: %2.</source>
            <translation>Nach Änderungen wird alle %1 Sekunden gesucht, statt dass sie gleich gemeldet werden: %2.</translation>
        </message>
        <message>
            <source>Connection refused</source>
            <translation>Verbindung abgelehnt</translation>
        </message>
        <message>
            <source>Connection reset by peer</source>
            <translation>Verbindung von der Gegenseite beendet</translation>
        </message>
        <message>
            <source>Connection timed out</source>
            <translation>Zeit für die Verbindung abgelaufen</translation>
        </message>
        <message>
            <source>Device or resource busy</source>
            <translation>Gerät oder Datei wird gerade benutzt</translation>
        </message>
        <message>
            <source>Directory not empty</source>
            <translation>Ordner nicht leer</translation>
        </message>
        <message>
            <source>Disk quota exceeded</source>
            <translation>zugeteilter Speicherplatz aufgebraucht</translation>
        </message>
        <message>
            <source>File exists</source>
            <translation>Datei gibt es schon</translation>
        </message>
        <message>
            <source>File name too long</source>
            <translation>Dateiname zu lang</translation>
        </message>
        <message>
            <source>File too large</source>
            <translation>Datei zu groß</translation>
        </message>
        <message>
            <location filename="../genre_desktop/start.py" />
            <source>Genre Desktop crashed the last time it ran; the log %1 says where.</source>
            <translation>Genre Desktop ist beim letzten Mal abgestürzt; das Protokoll %1 sagt, an welcher Stelle.</translation>
        </message>
        <message>
            <source>Host is down</source>
            <translation>Rechner nicht in Betrieb</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/strict.py" />
            <source>In the %1, %2.</source>
            <translation>In %1: %2.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/own_models.py" />
            <source>In the archive, %1 is longer than %2 bytes.</source>
            <translation>Im Archiv ist %1 länger als %2 Bytes.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/manifest.py" />
            <source>In the manifest, %1.</source>
            <translation>Im Manifest: %1.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/package.py" />
            <source>In the manifest, “graph.features” cannot be had: %1.</source>
            <translation>Im Manifest ist „graph.features“ nicht zu haben: %1.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/pattern.py" />
            <source>In the pattern's part “%1” a brace stands alone; placeholders are %2.</source>
            <translation>Im Teil „%1“ des Musters steht eine geschweifte Klammer allein; Platzhalter sind %2.</translation>
        </message>
        <message>
            <source>Input/output error</source>
            <translation>Ein-/Ausgabefehler</translation>
        </message>
        <message>
            <source>Interrupted system call</source>
            <translation>unterbrochen</translation>
        </message>
        <message>
            <source>Invalid argument</source>
            <translation>ungültiger Wert</translation>
        </message>
        <message>
            <source>Invalid cross-device link</source>
            <translation>liegt auf einem anderen Laufwerk</translation>
        </message>
        <message>
            <source>Is a directory</source>
            <translation>ist ein Ordner</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/judgement.py" />
            <source>It ends early: %1; the genre rests on what is there.</source>
            <translation>Sie endet zu früh: %1; das Genre beruht auf dem, was da ist.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/judgement.py" />
            <source>It is a %1 file, though its name ends in %2; rename it to end in %3.</source>
            <translation>Es ist eine %1-Datei, obwohl ihr Name auf %2 endet; benennen Sie sie in %3 um.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/judgement.py" />
            <source>It lasts %1 hours; one genre says little of so much.</source>
            <translation>Sie dauert %1 Stunden; ein Genre sagt wenig über so viel.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/judgement.py" />
            <source>Its header gives a wrong length; all sound that is there was read.</source>
            <translation>Ihr Kopf nennt eine falsche Länge; aller Ton, der da ist, wurde gelesen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/rule_conflicts.py" />
            <source>Line %1 calls “%2” “%3”, and line %4 puts it under “%5”; the tree wins.</source>
            <translation>Zeile %1 nennt „%2“ „%3“, und Zeile %4 stellt es unter „%5“; der Baum gilt.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/rule_conflicts.py" />
            <source>Line %1 calls “%2” “%3”, which line %4 does not list; the rule for “%5” wins.</source>
            <translation>Zeile %1 nennt „%2“ „%3“, was Zeile %4 nicht aufzählt; die Regel für „%5“ gilt.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/edited_rows.py" />
            <source>Line %1 is left out: a quotation mark in it is not closed, or a cell has far too many letters; correct it.</source>
            <translation>Zeile %1 bleibt außer Acht: Ein Anführungszeichen darin ist nicht geschlossen, oder eine Zelle hat viel zu viele Zeichen; korrigieren Sie sie.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/edited_rows.py" />
            <source>Line %1 is left out: its genre has more than %2 letters; shorten it.</source>
            <translation>Zeile %1 bleibt außer Acht: Ihr Genre hat mehr als %2 Zeichen; kürzen Sie es.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/edited_rows.py" />
            <source>Line %1 of %2 is no text in UTF-8; save it as “CSV UTF-8”.</source>
            <translation>Zeile %1 von %2 ist kein Text in UTF-8; speichern Sie die Tabelle als „CSV UTF-8“.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/rule_conflicts.py" />
            <source>Line %1 puts “%2” under “%3”, which line %4 does not list; the list wins, and such files are left alone.</source>
            <translation>Zeile %1 stellt „%2“ unter „%3“, was Zeile %4 nicht aufzählt; die Liste gilt, und solche Dateien bleiben, wie sie sind.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/edited_csv.py" />
            <source>Lines %1 are about the same sound and call it %2; they are left out until they agree.</source>
            <translation>Die Zeilen %1 betreffen denselben Ton und nennen ihn %2; sie bleiben außer Acht, bis sie dasselbe sagen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/package_files.py" />
            <source>Model package %1: %2</source>
            <translation>Modellpaket %1: %2</translation>
        </message>
        <message>
            <source>Network is unreachable</source>
            <translation>Netz nicht erreichbar</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/exporting/training_index.py" />
            <source>No genre of these tracks was corrected, so there is nothing to train on; nothing was written.</source>
            <translation>Bei keinem dieser Stücke wurde das Genre korrigiert, es gibt also nichts zum Trainieren; nichts wurde geschrieben.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/start.py" />
            <source>No log is written: %1</source>
            <translation>Es wird kein Protokoll geschrieben: %1</translation>
        </message>
        <message>
            <source>No route to host</source>
            <translation>kein Weg zum Rechner</translation>
        </message>
        <message>
            <source>No space left on device</source>
            <translation>kein Speicherplatz mehr frei</translation>
        </message>
        <message>
            <source>No such device</source>
            <translation>Gerät nicht gefunden</translation>
        </message>
        <message>
            <source>No such device or address</source>
            <translation>Gerät oder Adresse nicht gefunden</translation>
        </message>
        <message>
            <source>No such file or directory</source>
            <translation>Datei oder Ordner nicht gefunden</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/exporting/embeddings.py" />
            <source>None of these tracks has an embedding: this model makes none. Nothing was written.</source>
            <translation>Keines dieser Stücke hat eine Einbettung: Dieses Modell macht keine. Nichts wurde geschrieben.</translation>
        </message>
        <message>
            <source>Not a directory</source>
            <translation>kein Ordner</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/rules_text.py" />
            <source>Of what is heard only these are written; all else is left alone.</source>
            <translation>Vom Gehörten werden nur diese geschrieben; alles andere bleibt, wie es ist.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/judgement.py" />
            <source>One damaged packet could not be decoded and was left out.</source>
            <translation>Ein beschädigtes Paket konnte nicht dekodiert werden und wurde ausgelassen.</translation>
        </message>
        <message>
            <source>Operation not permitted</source>
            <translation>nicht erlaubt</translation>
        </message>
        <message>
            <source>Operation not supported</source>
            <translation>wird nicht unterstützt</translation>
        </message>
        <message>
            <source>Permission denied</source>
            <translation>keine Berechtigung</translation>
        </message>
        <message>
            <source>Read-only file system</source>
            <translation>Laufwerk nur lesbar</translation>
        </message>
        <message>
            <source>Remote I/O error</source>
            <translation>Ein-/Ausgabefehler des entfernten Rechners</translation>
        </message>
        <message>
            <source>Resource temporarily unavailable</source>
            <translation>vorübergehend nicht verfügbar</translation>
        </message>
        <message>
            <source>Stale file handle</source>
            <translation>Datei auf dem Netzlaufwerk nicht mehr da</translation>
        </message>
        <message>
            <source>Text file busy</source>
            <translation>Programmdatei wird gerade benutzt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/places.py" />
            <source>The %1 folder %2 cannot be made (%3); make it writable, or name another place in %4.</source>
            <translation>Der Ordner %2 (%1) kann nicht angelegt werden (%3); machen Sie ihn beschreibbar, oder nennen Sie in %4 einen anderen Ort.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/strict.py" />
            <source>The %1 is longer than %2 characters.</source>
            <translation>Der Text (%1) ist länger als %2 Zeichen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/strict.py" />
            <source>The %1 is not readable as JSON: %2.</source>
            <translation>Der Text (%1) ist nicht als JSON zu lesen: %2.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/graph_check.py" />
            <source>The %1 of model.onnx are not those of the manifest.</source>
            <translation>Die %1 von model.onnx sind nicht die des Manifests.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/rules_file.py" />
            <source>The %1 of “%2” is empty; write one, or leave it out.</source>
            <translation>Der Eintrag (%1) von „%2“ ist leer; schreiben Sie etwas hin, oder lassen Sie die Zeile weg.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/rules_file.py" />
            <source>The %1 of “%2” must be a text in quotes.</source>
            <translation>Der Eintrag (%1) von „%2“ muss ein Text in Anführungszeichen sein.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/own_models.py" />
            <source>The archive %1 cannot be read (%2).</source>
            <translation>Das Archiv %1 kann nicht gelesen werden (%2).</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/package_files.py" />
            <source>The ensemble “%1” and its member “%2” do not tell the same genres apart.</source>
            <translation>Das Ensemble „%1“ und sein Mitglied „%2“ unterscheiden nicht dieselben Genres.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/package_files.py" />
            <source>The ensemble “%1” needs the model “%2” %3, which is not beside it in %4.</source>
            <translation>Das Ensemble „%1“ braucht das Modell „%2“ %3, das nicht daneben in %4 liegt.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/package_files.py" />
            <source>The file %1 is not UTF-8 text.</source>
            <translation>Die Datei %1 ist kein Text in UTF-8.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/package_files.py" />
            <source>The file %1 of a model package cannot be read (%2). Install the package again.</source>
            <translation>Die Datei %1 eines Modellpakets kann nicht gelesen werden (%2). Installieren Sie das Paket neu.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/classifier.py" />
            <source>The file model.onnx cannot be loaded: %1</source>
            <translation>Die Datei model.onnx kann nicht geladen werden: %1</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/classifier.py" />
            <source>The file model.onnx cannot be run: %1</source>
            <translation>Die Datei model.onnx kann nicht ausgeführt werden: %1</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/classifier.py" />
            <source>The file model.onnx gives “%1” of shape %2 where %3 is promised.</source>
            <translation>Die Datei model.onnx gibt „%1“ in der Form %2, versprochen ist %3.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/classifier.py" />
            <source>The file model.onnx gives “%1” that is not finite.</source>
            <translation>Die Datei model.onnx gibt „%1“, das nicht endlich ist.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/graph_check.py" />
            <source>The file model.onnx has a list of numbers without end.</source>
            <translation>Die Datei model.onnx hat eine Liste von Zahlen ohne Ende.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/graph_check.py" />
            <source>The file model.onnx has a tensor of an impossible shape, %1.</source>
            <translation>Die Datei model.onnx hat einen Tensor von unmöglicher Form, %1.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/graph_check.py" />
            <source>The file model.onnx has a tensor of an unknown type, %1.</source>
            <translation>Die Datei model.onnx hat einen Tensor von unbekannter Art, %1.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/graph_check.py" />
            <source>The file model.onnx has a tensor whose data do not fill it.</source>
            <translation>Die Datei model.onnx hat einen Tensor, den seine Daten nicht füllen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/onnx_parts.py" />
            <source>The file model.onnx has too many parts.</source>
            <translation>Die Datei model.onnx hat zu viele Teile.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/onnx_parts.py" />
            <source>The file model.onnx holds %1; such a file is not run.</source>
            <translation>Die Datei model.onnx enthält %1; so eine Datei wird nicht ausgeführt.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/graph_check.py" />
            <source>The file model.onnx holds data outside the file; such a file is not run.</source>
            <translation>Die Datei model.onnx hat Daten außerhalb der Datei; so eine Datei wird nicht ausgeführt.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/graph_check.py" />
            <source>The file model.onnx holds no graph.</source>
            <translation>Die Datei model.onnx enthält keinen Graphen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/onnx_parts.py" />
            <source>The file model.onnx is damaged: %1.%2.</source>
            <translation>Die Datei model.onnx ist beschädigt: %1.%2.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/onnx_parts.py" />
            <source>The file model.onnx is damaged: a %1 is no text.</source>
            <translation>Die Datei model.onnx ist beschädigt: „%1“ ist kein Text.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/wire.py" />
            <source>The file model.onnx is damaged: a field has no known type.</source>
            <translation>Die Datei model.onnx ist beschädigt: Ein Feld ist von unbekannter Art.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/wire.py" />
            <source>The file model.onnx is damaged: a field passes its end.</source>
            <translation>Die Datei model.onnx ist beschädigt: Ein Feld geht über das Ende hinaus.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/wire.py" />
            <source>The file model.onnx is damaged: a number in it has no end.</source>
            <translation>Die Datei model.onnx ist beschädigt: Eine Zahl darin hat kein Ende.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/graph_check.py" />
            <source>The file model.onnx is larger than %1 MB.</source>
            <translation>Die Datei model.onnx ist größer als %1 MB.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/graph_check.py" />
            <source>The file model.onnx needs operators of “%1”.</source>
            <translation>Die Datei model.onnx braucht Operatoren von „%1“.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/graph_check.py" />
            <source>The file model.onnx needs version %1 of the operators “%2”; this program runs %3 to %4.</source>
            <translation>Die Datei model.onnx braucht Version %1 der Operatoren „%2“; dieses Programm kann %3 bis %4.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/package_files.py" />
            <source>The folder %1 cannot be searched for the members of an ensemble (%2). Make it readable.</source>
            <translation>Der Ordner %1 kann nicht nach den Mitgliedern eines Ensembles durchsucht werden (%2). Machen Sie ihn lesbar.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/user_folders.py" />
            <source>The folder %1 may not be written to.</source>
            <translation>Der Ordner %1 darf nicht beschrieben werden.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/export_target.py" />
            <source>The folder of %1 does not exist; make it first.</source>
            <translation>Den Ordner von %1 gibt es nicht; legen Sie ihn erst an.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/rules_text.py" />
            <source>The genre of all that an artist does, whatever it sounds like.</source>
            <translation>Das Genre von allem, was von einem Interpreten kommt, wie auch immer es klingt.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/rules_text.py" />
            <source>The genre of all that lies in a folder; the innermost folder wins, and over artists.</source>
            <translation>Das Genre von allem, was in einem Ordner liegt; der innerste Ordner gilt, auch vor Interpreten.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/rules_file.py" />
            <source>The genres to write must be a list of texts, as in ["Jazz", "Rock"].</source>
            <translation>Die zu schreibenden Genres müssen eine Liste von Texten sein, wie in ["Jazz", "Rock"].</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/graph_check.py" />
            <source>The graph in model.onnx asks for a tensor of more than %1 elements.</source>
            <translation>Der Graph in model.onnx verlangt einen Tensor von mehr als %1 Elementen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/graph_check.py" />
            <source>The graph in model.onnx has more than %1 operators.</source>
            <translation>Der Graph in model.onnx hat mehr als %1 Operatoren.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/graph_check.py" />
            <source>The graph in model.onnx uses “%1” of “%2”, which is no standard operator.</source>
            <translation>Der Graph in model.onnx benutzt „%1“ aus „%2“, das kein üblicher Operator ist.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/journal.py" />
            <source>The journal of tags %1 cannot be read (%2).</source>
            <translation>Der Verlauf %1 kann nicht gelesen werden (%2).</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/journal.py" />
            <source>The journal of tags %1 cannot be used (%2), and without it no tags are written; move it away to begin a new one.</source>
            <translation>Der Verlauf %1 ist nicht zu gebrauchen (%2), und ohne ihn werden keine Tags geschrieben; legen Sie die Datei beiseite, um einen neuen zu beginnen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/journal.py" />
            <source>The journal of tags %1 cannot be written (%2), and without it no tags are; make it writable, or close the program that uses it, and try again.</source>
            <translation>Der Verlauf %1 ist nicht zu beschreiben (%2), und ohne ihn werden keine Tags geschrieben; machen Sie die Datei beschreibbar, oder beenden Sie das Programm, das sie benutzt, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/journal.py" />
            <source>The journal of tags (tags.sqlite in the data folder) cannot be read (%1); put a copy of it from a backup in its place, or move it away to begin a new one.</source>
            <translation>Der Verlauf (tags.sqlite im Datenordner) kann nicht gelesen werden (%1); setzen Sie eine Sicherung an seine Stelle, oder legen Sie die Datei beiseite, um einen neuen zu beginnen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/journal.py" />
            <source>The journal of tags could not be written (%1), so no more tags are; make room on its disk and try again.</source>
            <translation>Der Verlauf konnte nicht geschrieben werden (%1), deshalb werden keine Tags mehr geschrieben; schaffen Sie dort Platz, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/library_listing.py" />
            <source>The library %1 cannot be kept in order (%2).</source>
            <translation>Die Bibliothek %1 kann nicht gepflegt werden (%2).</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/library_view.py" />
            <source>The library %1 cannot be looked through (%2).</source>
            <translation>Die Bibliothek %1 kann nicht durchgesehen werden (%2).</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/library.py" />
            <location filename="../genre_desktop/core/library_reading.py" />
            <source>The library %1 cannot be read (%2).</source>
            <translation>Die Bibliothek %1 kann nicht gelesen werden (%2).</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/library_reading.py" />
            <source>The library %1 cannot be read (%2); `genre-desktop library restore` takes a backup back.</source>
            <translation>Die Bibliothek %1 kann nicht gelesen werden (%2); `genre-desktop library restore` holt eine Sicherung zurück.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/library_opening.py" />
            <source>The library %1 cannot be used (%2); genres are shown, but not remembered. Make its folder writable or name another place in GENRE_DESKTOP_HOME.</source>
            <translation>Die Bibliothek %1 ist nicht zu gebrauchen (%2); Genres werden gezeigt, aber nicht behalten. Machen Sie den Ordner beschreibbar, oder nennen Sie in GENRE_DESKTOP_HOME einen anderen Ort.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/library_opening.py" />
            <source>The library %1 cannot be written (%2); new genres are not kept.</source>
            <translation>Die Bibliothek %1 kann nicht beschrieben werden (%2); neue Genres werden nicht behalten.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/library.py" />
            <source>The library %1 could not keep an answer: %2.</source>
            <translation>Die Bibliothek %1 konnte eine Antwort nicht behalten: %2.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/library_moving.py" />
            <source>The library %1 could not take note of where files went (%2); they are known again by their sound when they are added.</source>
            <translation>Die Bibliothek %1 konnte nicht vermerken, wohin Dateien gingen (%2); sie werden an ihrem Ton wiedererkannt, wenn sie hinzugefügt werden.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/library_view.py" />
            <source>The library %1 is a newer version's; update the program to look through it.</source>
            <translation>Die Bibliothek %1 gehört zu einer neueren Version; aktualisieren Sie das Programm, um sie durchzusehen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/library_view.py" />
            <source>The library %1 is an earlier version's; it can be looked through once it is brought up to date, which happens when it is written to.</source>
            <translation>Die Bibliothek %1 gehört zu einer früheren Version; sie ist durchzusehen, sobald sie auf dem neuen Stand ist, was beim nächsten Schreiben geschieht.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/library.py" />
            <source>The library %1 is damaged and of no use until restart: %2.</source>
            <translation>Die Bibliothek %1 ist beschädigt und bis zum Neustart nicht zu gebrauchen: %2.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/library_opening.py" />
            <source>The library %1 was made by a newer Genre Desktop; it is only read. Update the program to add to it.</source>
            <translation>Die Bibliothek %1 stammt von einem neueren Genre Desktop; sie wird nur gelesen. Aktualisieren Sie das Programm, um sie zu ergänzen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/library_opening.py" />
            <source>The library was damaged; it is kept as %1 and a new one was begun. Files will be listened to again.</source>
            <translation>Die Bibliothek war beschädigt; sie liegt nun als %1 da, und eine neue wurde begonnen. Dateien werden noch einmal gehört.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/package_files.py" />
            <source>The member “%1” of “%2” is an ensemble itself.</source>
            <translation>Das Mitglied „%1“ von „%2“ ist selbst ein Ensemble.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/own_models.py" />
            <source>The model could not be copied into %1 (%2). Nothing was installed.</source>
            <translation>Das Modell konnte nicht nach %1 kopiert werden (%2). Nichts wurde installiert.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/services/model_installing.py" />
            <source>The model in %1 does not run on this computer. Nothing was installed.</source>
            <translation>Das Modell in %1 läuft auf diesem Computer nicht. Nichts wurde installiert.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/own_models.py" />
            <source>The model package %1 cannot be read (%2).</source>
            <translation>Das Modellpaket %1 kann nicht gelesen werden (%2).</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/package.py" />
            <source>The model “%1” does not prove itself: %2</source>
            <translation>Das Modell „%1“ beweist sich nicht: %2</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/package_files.py" />
            <source>The model “%1” was changed: %2 is not the file that its manifest names. Install the package again.</source>
            <translation>Das Modell „%1“ wurde verändert: %2 ist nicht die Datei, die sein Manifest nennt. Installieren Sie das Paket neu.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/pattern.py" />
            <source>The pattern has the placeholder %1, which is none; there are %2.</source>
            <translation>Das Muster hat den Platzhalter %1, den es nicht gibt; es gibt %2.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/pattern.py" />
            <source>The pattern “%1” has an empty name; write names with single slashes between them, such as %2.</source>
            <translation>Das Muster „%1“ hat einen leeren Namen; zwischen Namen steht je ein Schrägstrich, wie in %2.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/pattern.py" />
            <source>The pattern “%1” leads out of its folder; leave out “..” and “\”.</source>
            <translation>Das Muster „%1“ führt aus seinem Ordner hinaus; „..“ und „\“ gehören nicht hinein.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/apart.py" />
            <source>The process that writes tags ended unexpectedly. The files written so far are whole and in the history; write the others again.</source>
            <translation>Der Prozess, der Tags schreibt, endete unerwartet. Die bis dahin geschriebenen Dateien sind heil und stehen im Verlauf; schreiben Sie die übrigen noch einmal.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/lost_workers.py" />
            <source>The processes that listen end without an answer, %1 in a row; no file is to blame. Start the program again; if this comes back, report it with the log.</source>
            <translation>Die Prozesse, die hören, enden ohne Antwort, %1 nacheinander; an keiner Datei liegt es. Starten Sie das Programm neu; kommt das wieder, melden Sie es mit dem Protokoll.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/services/model_installing.py" />
            <source>The program is closing; nothing was installed.</source>
            <translation>Das Programm wird beendet; nichts wurde installiert.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/rules_file.py" />
            <source>The rules %1 are no text in UTF-8; save them as such.</source>
            <translation>Die Regeln %1 sind kein Text in UTF-8; speichern Sie sie so.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/rules_file.py" />
            <source>The rules %1 cannot be read (%2).</source>
            <translation>Die Regeln %1 können nicht gelesen werden (%2).</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/graph_check.py" />
            <source>The shape of “%1” in model.onnx is not that of the manifest, %2.</source>
            <translation>Die Form von „%1“ in model.onnx ist nicht die des Manifests, %2.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/start.py" />
            <source>The window could not be opened (%1: %2).</source>
            <translation>Das Fenster konnte nicht geöffnet werden (%1: %2).</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/library_reading.py" />
            <source>There is no library yet (%1); classifying music, here or in the window, fills one.</source>
            <translation>Es gibt noch keine Bibliothek (%1); das Hören von Musik füllt eine.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/rules_file.py" />
            <source>There is no section [%1]; there are %2.</source>
            <translation>Einen Abschnitt [%1] gibt es nicht; es gibt %2.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/exporting/gathering.py" />
            <source>There is no such file any more.</source>
            <translation>Diese Datei gibt es nicht mehr.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/rules_file.py" />
            <source>This is no TOML: %1.</source>
            <translation>Das ist kein TOML: %1.</translation>
        </message>
        <message>
            <source>Too many levels of symbolic links</source>
            <translation>Links führen im Kreis</translation>
        </message>
        <message>
            <source>Too many open files</source>
            <translation>zu viele offene Dateien</translation>
        </message>
        <message>
            <source>Too many open files in system</source>
            <translation>zu viele offene Dateien im System</translation>
        </message>
        <message>
            <source>Transport endpoint is not connected</source>
            <translation>Laufwerk nicht verbunden</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/flac_files.py" />
            <source>Vorbis comments in FLAC</source>
            <translation>Vorbis-Kommentare in FLAC</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/ogg_files.py" />
            <source>Vorbis comments in Ogg</source>
            <translation>Vorbis-Kommentare in Ogg</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/export_target.py" />
            <source>What %1 holds cannot be read (%2) and is not replaced; name another file.</source>
            <translation>Was in %1 steht, kann nicht gelesen werden (%2) und wird nicht ersetzt; nennen Sie eine andere Datei.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/rules_text.py" />
            <source>What a genre is called in tags; the left side is the model's name, in any case.</source>
            <translation>Wie ein Genre in Tags heißt; links steht der Name beim Modell, groß oder klein geschrieben.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/rules_file.py" />
            <source>What is written for unsure files must be a text in quotes.</source>
            <translation>Was bei unsicheren Dateien geschrieben wird, muss ein Text in Anführungszeichen sein.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/rules_text.py" />
            <source>Which genre a sub-genre belongs to; the genre is written in its place.</source>
            <translation>Zu welchem Genre ein Untergenre gehört; an seiner Stelle wird das Genre geschrieben.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/rules_text.py" />
            <source>With true, all tracks of an album (one folder, one album in the tags) have its one genre.</source>
            <translation>Mit true haben alle Stücke eines Albums (ein Ordner, ein Album in den Tags) ein Genre gemeinsam.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/export_target.py" />
            <source>You may not write into the folder of %1; choose another one.</source>
            <translation>In den Ordner von %1 dürfen Sie nicht schreiben; wählen Sie einen anderen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/corrections.py" />
            <source>Your corrections in %1 cannot be used (%2); they are left as they are.</source>
            <translation>Ihre Korrekturen in %1 sind nicht zu gebrauchen (%2); sie bleiben, wie sie sind.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/corrections.py" />
            <source>Your corrections in %1 could not be %2 (%3).</source>
            <translation>Mit Ihren Korrekturen in %1 misslang etwas (%2: %3).</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/rules_file.py" />
            <source>[%1] knows no “%2”; it knows %3.</source>
            <translation>[%1] kennt „%2“ nicht; es kennt %3.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/manifest.py" />
            <source>a SHA-256 in 64 small hexadecimal digits</source>
            <translation>ein SHA-256 aus 64 kleinen Hexadezimalziffern</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/running.py" />
            <source>a copy that was taken away does not come back; copy it again</source>
            <translation>eine entfernte Kopie kommt nicht zurück; die Datei kann neu kopiert werden</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/regular_file.py" />
            <source>a device, pipe or socket</source>
            <translation>ein Gerät, eine Leitung oder ein Socket</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/strict.py" />
            <source>a finite number</source>
            <translation>eine endliche Zahl</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/atomic_file.py" />
            <source>a folder of this name is there; choose another name</source>
            <translation>ein Ordner dieses Namens ist da; wählen Sie einen anderen Namen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/onnx_parts.py" />
            <source>a graph inside the graph</source>
            <translation>einen Graphen im Graphen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/library_opening.py" />
            <source>a newer Genre Desktop made it</source>
            <translation>ein neueres Genre Desktop hat sie angelegt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/onnx_parts.py" />
            <source>a part that no package needs (field %1 of %2)</source>
            <translation>ein Teil, das kein Paket braucht (Feld %1 von %2)</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/decode.py" />
            <source>a sound file may not open other files</source>
            <translation>eine Tondatei darf keine anderen Dateien öffnen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/strict.py" />
            <source>a whole number</source>
            <translation>eine ganze Zahl</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/wishes.py" />
            <source>already as wanted</source>
            <translation>schon wie gewünscht</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/placing.py" />
            <source>another file has taken its new place since it was looked at; try again</source>
            <translation>an ihrem neuen Platz liegt inzwischen eine andere Datei; bitte noch einmal versuchen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/sheets_along.py" />
            <source>another file lies at its new place</source>
            <translation>an ihrem neuen Platz liegt eine andere Datei</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/running.py" />
            <source>another file lies at its old place; it stays where it is</source>
            <translation>an ihrem alten Platz liegt eine andere Datei; sie bleibt, wo sie ist</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/safe_write.py" />
            <source>another program is writing it; try again when that is done</source>
            <translation>ein anderes Programm schreibt sie gerade; versuchen Sie es noch einmal, wenn das fertig ist</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/same_recording.py" />
            <source>another recording is there than the one that run wrote, and it is left as it is; put that one back in its place, or change the genre by hand</source>
            <translation>es liegt eine andere Aufnahme dort als die, die jener Lauf schrieb, und sie bleibt, wie sie ist; legen Sie jene an ihren Platz zurück, oder ändern Sie das Genre von Hand</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/checking.py" />
            <source>another sound is in it than the one that was heard; listen to it again</source>
            <translation>in ihr ist ein anderer Klang als der gehörte; lassen Sie sie noch einmal hören</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/id3_files.py" />
            <source>are at the end of the file</source>
            <translation>stehen am Ende der Datei</translation>
        </message>
        <message>
            <source>are damaged</source>
            <translation>sind beschädigt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/ape_files.py" />
            <source>are damaged, of an old version, or marked as not to be changed</source>
            <translation>sind beschädigt, von einer alten Version oder als unveränderlich gekennzeichnet</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/ape_files.py" />
            <source>are not at the end of the file</source>
            <translation>stehen nicht am Ende der Datei</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/mp4_files.py" />
            <source>are of an unknown kind</source>
            <translation>sind von unbekannter Art</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/ogg_files.py" />
            <source>are of an unknown kind of Ogg</source>
            <translation>gehören zu einer unbekannten Art von Ogg</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/id3_frames.py" />
            <source>are of an unknown version of ID3</source>
            <translation>sind in einer unbekannten Version von ID3</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/asf_attributes.py" />
            <location filename="../genre_desktop/core/tagging/flac_files.py" />
            <source>are too long for one more genre</source>
            <translation>sind zu lang für ein weiteres Genre</translation>
        </message>
        <message>
            <source>attempt to write a readonly database</source>
            <translation>die Datenbank ist schreibgeschützt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/dsf_files.py" />
            <location filename="../genre_desktop/core/tagging/flac_files.py" />
            <source>cannot be found</source>
            <translation>sind nicht zu finden</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/id3_files.py" />
            <source>cannot be found: a chunk is longer than the file</source>
            <translation>sind nicht zu finden: ein Abschnitt ist länger als die Datei</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/mp4_files.py" />
            <source>cannot be found: the file has no index, or a strange one</source>
            <translation>sind nicht zu finden: die Datei hat kein Verzeichnis oder ein seltsames</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/mp4_files.py" />
            <source>cannot be found: the file is cut</source>
            <translation>sind nicht zu finden: die Datei ist abgeschnitten</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/dsf_files.py" />
            <location filename="../genre_desktop/core/tagging/id3_files.py" />
            <source>cannot be found: the file's header is wrong about its length</source>
            <translation>sind nicht zu finden: der Kopf der Datei nennt eine falsche Länge</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/mp4_files.py" />
            <source>cannot be found: the file's index is a strange one</source>
            <translation>sind nicht zu finden: das Verzeichnis der Datei ist seltsam</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/scan.py" />
            <location filename="../genre_desktop/core/skipped.py" />
            <source>cannot be looked at</source>
            <translation>kann nicht angesehen werden</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/walk.py" />
            <source>cannot be opened</source>
            <translation>kann nicht geöffnet werden</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/parts.py" />
            <location filename="../genre_desktop/core/playlists.py" />
            <location filename="../genre_desktop/core/scan.py" />
            <source>cannot be read</source>
            <translation>kann nicht gelesen werden</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/checking.py" />
            <location filename="../genre_desktop/core/tagging/planning.py" />
            <source>cannot be read as they are</source>
            <translation>sind so, wie sie sind, nicht zu lesen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/ogg_files.py" />
            <source>cannot be told apart: there are several streams</source>
            <translation>sind nicht auseinanderzuhalten: es gibt mehrere Ströme</translation>
        </message>
        <message>
            <source>channel</source>
            <translation>Kanal</translation>
        </message>
        <message>
            <source>channels</source>
            <translation>Kanäle</translation>
        </message>
        <message>
            <source>confidence</source>
            <translation>Sicherheit</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/dsf_files.py" />
            <location filename="../genre_desktop/core/tagging/opening.py" />
            <source>could not be kept byte for byte</source>
            <translation>ließen sich nicht Byte für Byte erhalten</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/onnx_parts.py" />
            <source>data outside the file</source>
            <translation>Daten außerhalb der Datei</translation>
        </message>
        <message>
            <source>database disk image is malformed</source>
            <translation>die Datenbank ist beschädigt</translation>
        </message>
        <message>
            <source>database is locked</source>
            <translation>die Datenbank ist gesperrt</translation>
        </message>
        <message>
            <source>database or disk is full</source>
            <translation>der Datenträger ist voll</translation>
        </message>
        <message>
            <source>database schema is locked</source>
            <translation>Aufbau der Datenbank ist gesperrt</translation>
        </message>
        <message>
            <source>database table is locked</source>
            <translation>Tabelle der Datenbank ist gesperrt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/xspf.py" />
            <source>declares a document type, which no playlist needs, and is not read</source>
            <translation>erklärt einen Dokumenttyp, den keine Wiedergabeliste braucht, und wird nicht gelesen</translation>
        </message>
        <message>
            <source>disk I/O error</source>
            <translation>Ein-/Ausgabefehler</translation>
        </message>
        <message>
            <source>file is not a database</source>
            <translation>die Datei ist keine Datenbank</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/judgement.py" />
            <source>from start to end</source>
            <translation>von Anfang bis Ende</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/onnx_parts.py" />
            <source>functions of its own</source>
            <translation>eigene Funktionen</translation>
        </message>
        <message>
            <source>genre</source>
            <translation>Genre</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/golden.py" />
            <source>golden clip %1 has another “%2” here.</source>
            <translation>Der Prüfclip %1 ergibt hier ein anderes „%2“.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/golden.py" />
            <source>golden clip %1 has features of another shape than its sound.</source>
            <translation>Der Prüfclip %1 hat Merkmale von anderer Form als sein Ton.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/golden.py" />
            <source>golden clip %1 has “%2” of another shape.</source>
            <translation>Der Prüfclip %1 hat „%2“ in anderer Form.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/golden.py" />
            <source>golden.npz cannot be read: %1</source>
            <translation>golden.npz kann nicht gelesen werden: %1</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/golden.py" />
            <source>golden.npz holds %1 clips instead of 1 to %2.</source>
            <translation>golden.npz enthält %1 Prüfclips statt 1 bis %2.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/golden.py" />
            <source>golden.npz holds more than %1 MB.</source>
            <translation>golden.npz enthält mehr als %1 MB.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/golden.py" />
            <source>golden.npz holds no “%1”.</source>
            <translation>golden.npz enthält kein „%1“.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/cue.py" />
            <source>has a track without a number</source>
            <translation>hat ein Stück ohne Nummer</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/cue.py" />
            <source>has a track without a place in a file</source>
            <translation>hat ein Stück ohne Platz in einer Datei</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/cue.py" />
            <source>has the impossible time %1</source>
            <translation>hat die unmögliche Zeit %1</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/cue.py" />
            <source>has tracks that do not follow each other</source>
            <translation>hat Stücke, die nicht aufeinander folgen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/id3_frames.py" />
            <source>have a checksum of their own</source>
            <translation>haben eine eigene Prüfsumme</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/mp4_files.py" />
            <source>have no room, and in a file of fragments none can be made</source>
            <translation>haben keinen Platz, und in einer Datei aus Fragmenten ist keiner zu schaffen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/mp4_files.py" />
            <source>have no room, and none can be made: a second list says where things lie in the file</source>
            <translation>haben keinen Platz, und es ist keiner zu schaffen: eine zweite Liste sagt, was wo in der Datei liegt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/id3_files.py" />
            <source>have no room: the file would be longer than its header can say</source>
            <translation>haben keinen Platz: die Datei würde länger, als ihr Kopf sagen kann</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/mp4_atoms.py" />
            <source>have no room: the file would be too long for its index</source>
            <translation>haben keinen Platz: die Datei würde zu lang für ihr Verzeichnis</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/placing.py" />
            <source>held by a CUE sheet</source>
            <translation>durch eine CUE-Datei gehalten</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/ape_files.py" />
            <location filename="../genre_desktop/core/tagging/asf_attributes.py" />
            <source>hold a genre that is no text</source>
            <translation>enthalten ein Genre, das kein Text ist</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/judgement.py" />
            <source>in the part that was heard</source>
            <translation>in dem Teil, der gehört wurde</translation>
        </message>
        <message>
            <source>inputs</source>
            <translation>Eingänge</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/walk.py" />
            <source>is a link that cannot be followed (%1)</source>
            <translation>ist eine Verknüpfung, der nicht zu folgen ist (%1)</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/walk.py" />
            <source>is a link that leads back to itself</source>
            <translation>ist eine Verknüpfung, die auf sich selbst zurückführt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/skipped.py" />
            <source>is a link that leads back to itself and is left out</source>
            <translation>ist eine Verknüpfung, die auf sich selbst zurückführt, und wird ausgelassen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/walk.py" />
            <source>is a link to nothing</source>
            <translation>ist eine Verknüpfung ins Nichts</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/walk.py" />
            <source>is a link to what is not a regular file</source>
            <translation>ist eine Verknüpfung auf etwas, das keine gewöhnliche Datei ist</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/scan.py" />
            <source>is a playlist within a playlist and is left out</source>
            <translation>ist eine Wiedergabeliste in einer Wiedergabeliste und wird ausgelassen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/skipped.py" />
            <source>is left out: %1</source>
            <translation>wird ausgelassen: %1</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/xspf.py" />
            <source>is no XSPF playlist (%1)</source>
            <translation>ist keine Wiedergabeliste in XSPF (%1)</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/scan.py" />
            <source>is no name that a file can have and is left out</source>
            <translation>ist kein Name, den eine Datei haben kann, und wird ausgelassen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/playlists.py" />
            <source>is no playlist: it holds what is no text</source>
            <translation>ist keine Wiedergabeliste: darin steht, was kein Text ist</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/walk.py" />
            <source>is not a regular file</source>
            <translation>ist keine gewöhnliche Datei</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/scan.py" />
            <source>is not a regular file and is left out</source>
            <translation>ist keine gewöhnliche Datei und wird ausgelassen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/skipped.py" />
            <source>is not there and is left out</source>
            <translation>ist nicht da und wird ausgelassen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/through_links.py" />
            <source>it could not be written wholly, and not be put back either; the next start of the program mends it, once it can be written</source>
            <translation>sie konnte weder ganz geschrieben noch zurückgesetzt werden; der nächste Start des Programms bringt sie in Ordnung, sobald sie geschrieben werden kann</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/checking.py" />
            <source>it ends in an ID3v1 tag, and beside that one others would be taken for sound; remove it with a tag editor first, or leave the file as it is</source>
            <translation>sie endet mit einem ID3v1-Tag, und neben ihm würden andere Tags für Ton gehalten; entfernen Sie es erst mit einem Tag-Editor, oder lassen Sie die Datei, wie sie ist</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/id3_files.py" />
            <location filename="../genre_desktop/core/tagging/opening.py" />
            <source>it has no tags that can be written: %1</source>
            <translation>sie hat keine Tags, die geschrieben werden können: %1</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/planning.py" />
            <source>it holds several tracks that no CUE sheet beside it names, and stays</source>
            <translation>sie enthält mehrere Titel, die keine CUE-Datei daneben nennt, und bleibt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/placing.py" />
            <source>it is a link to %1, and only what is a file itself is moved; name that file</source>
            <translation>sie ist eine Verknüpfung zu %1, und verschoben wird nur, was selbst eine Datei ist; nennen Sie jene Datei</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/planning.py" />
            <source>it is a link to %1, which would be moved; the link stays and leads nowhere then</source>
            <translation>sie ist eine Verknüpfung zu %1, und jene Datei würde verschoben; die Verknüpfung bleibt und führt dann ins Leere</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/safe_write.py" />
            <source>it is linked more than once, and the other links would keep the old tags (the preferences have a choice for that)</source>
            <translation>sie ist mehrfach verlinkt, und die anderen Links behielten die alten Tags (in den Einstellungen gibt es dafür eine Wahl)</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/placing.py" />
            <location filename="../genre_desktop/core/tagging/safe_write.py" />
            <source>it is no regular file</source>
            <translation>sie ist keine gewöhnliche Datei</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/opening.py" />
            <source>it is no sound file</source>
            <translation>sie ist keine Tondatei</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/safe_write.py" />
            <source>it is not there any more</source>
            <translation>sie ist nicht mehr da</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/sheets_along.py" />
            <source>it knows the file as %1, which would be %2</source>
            <translation>sie kennt die Datei als %1, und die hieße %2</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/safe_write.py" />
            <source>it lies on a disk that can only be read</source>
            <translation>sie liegt auf einem Datenträger, der nur gelesen werden kann</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/safe_write.py" />
            <source>it or its folder is read-only</source>
            <translation>sie oder ihr Ordner ist schreibgeschützt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/going_back.py" />
            <source>it says what it said before that run</source>
            <translation>sie sagt, was sie vor jenem Lauf sagte</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/placing.py" />
            <location filename="../genre_desktop/core/tagging/safe_write.py" />
            <source>it was changed by another program since it was read; try again</source>
            <translation>ein anderes Programm hat sie verändert, seit sie gelesen wurde; versuchen Sie es noch einmal</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/safe_write.py" />
            <source>it was changed since</source>
            <translation>sie wurde seitdem geändert</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/running.py" />
            <source>it was changed since; it stays where it is</source>
            <translation>sie wurde seitdem geändert und bleibt, wo sie ist</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/copying.py" />
            <source>it was changed while it was read; try again</source>
            <translation>sie wurde verändert, während sie gelesen wurde; versuchen Sie es noch einmal</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/placing.py" />
            <source>its CUE sheet %1 cannot go along: %2</source>
            <translation>ihre CUE-Datei %1 kann nicht mitgehen: %2</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/placing.py" />
            <source>its CUE sheet %1 stays: %2</source>
            <translation>ihre CUE-Datei %1 bleibt: %2</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/placing.py" />
            <source>its copy was not read back as it was written</source>
            <translation>ihre Kopie wurde nicht so zurückgelesen, wie sie geschrieben wurde</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/safe_write.py" />
            <source>its drive does not say whether it was written; the next start of the program finds out</source>
            <translation>ihr Laufwerk sagt nicht, ob sie geschrieben wurde; der nächste Start des Programms stellt es fest</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/atomic_file.py" />
            <source>its folder is not a folder; choose another place</source>
            <translation>der Ordner darüber ist kein Ordner; wählen Sie einen anderen Ort</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/placing.py" />
            <source>its folder is read-only, so that it cannot be moved</source>
            <translation>ihr Ordner ist schreibgeschützt, deshalb kann sie nicht verschoben werden</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/id3_frames.py" />
            <source>its genre is compressed or encrypted</source>
            <translation>ihr Genre ist komprimiert oder verschlüsselt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/id3_genre.py" />
            <source>its genre would be read as another one; call it something else</source>
            <translation>ihr Genre würde als ein anderes gelesen; nennen Sie es anders</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/running.py" />
            <source>its original is not there any more; the copy stays</source>
            <translation>ihr Original ist nicht mehr da; die Kopie bleibt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/long_paths.py" />
            <source>its path is longer than Windows allows; turn on long paths in Windows, as the user guide says, or shorten the names of its folders</source>
            <translation>der Pfad ist länger, als Windows zulässt; schalten Sie in Windows lange Pfade ein, wie es im Benutzerhandbuch steht, oder kürzen Sie die Namen der Ordner</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/safe_write.py" />
            <location filename="../genre_desktop/core/tagging/same_recording.py" />
            <source>its sound cannot be compared: %1</source>
            <translation>ihr Ton ist nicht zu vergleichen: %1</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/raw.py" />
            <source>its tags %1; mend them with a tag editor first, or leave the file as it is</source>
            <translation>ihre Tags %1; berichtigen Sie sie erst mit einem Tag-Editor, oder lassen Sie die Datei, wie sie ist</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/ogg_files.py" />
            <source>leave no room for the genre</source>
            <translation>lassen keinen Platz für das Genre</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/going_back.py" />
            <source>left as it is, since it is no more what that run wrote: %1</source>
            <translation>bleibt, wie es ist, da es nicht mehr ist, was jener Lauf schrieb: %1</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/rules_file.py" />
            <source>lines %1 and %2</source>
            <translation>Zeilen %1 und %2</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/safe_write.py" />
            <source>linked more than once</source>
            <translation>mehrfach verlinkt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/batch.py" />
            <source>makes the decoder crash</source>
            <translation>bringt den Decoder zum Absturz</translation>
        </message>
        <message>
            <source>model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/parts.py" />
            <source>names %1, which is not beside it</source>
            <translation>nennt %1, was nicht daneben liegt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/locations.py" />
            <source>names %1, which is not there</source>
            <translation>nennt %1, was nicht da ist</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/parts.py" />
            <source>names %1, which lies in another folder: put the sheet beside it</source>
            <translation>nennt %1, was in einem anderen Ordner liegt: legen Sie die CUE-Datei daneben</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/locations.py" />
            <source>names %1; only files on this computer are read</source>
            <translation>nennt %1; nur Dateien auf diesem Computer werden gelesen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/cue.py" />
            <source>names no track of a file</source>
            <translation>nennt kein Stück einer Datei</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/sayable.py" />
            <source>no tag can hold “%1”, for a line break or another control sign is in it; call the genre something else</source>
            <translation>kein Tag kann „%1“ enthalten, denn darin ist ein Zeilenumbruch oder ein anderes Steuerzeichen; nennen Sie das Genre anders</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/planning.py" />
            <source>not all of its tracks are here, and it goes as a whole only</source>
            <translation>nicht alle ihre Titel sind hier dabei, und sie geht nur als Ganzes</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/planning.py" />
            <source>not all of its tracks have a genre, and it goes as a whole only</source>
            <translation>nicht alle ihre Titel haben ein Genre, und sie geht nur als Ganzes</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/placing.py" />
            <source>not all of the files that it names go along</source>
            <translation>nicht alle Dateien, die sie nennt, gehen mit</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/wishes.py" />
            <location filename="../genre_desktop/core/tagging/wishes.py" />
            <source>not among your genres</source>
            <translation>nicht unter Ihren Genres</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/manifest.py" />
            <source>numbers joined by dots</source>
            <translation>Zahlen, durch Punkte verbunden</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/manifest.py" />
            <source>one line of 1 to 500 characters</source>
            <translation>eine Zeile von 1 bis 500 Zeichen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/manifest.py" />
            <source>one line of 1 to 80 characters</source>
            <translation>eine Zeile von 1 bis 80 Zeichen</translation>
        </message>
        <message>
            <source>outputs</source>
            <translation>Ausgänge</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/apart.py" />
            <source>reading its tags ended or outlasted the process that did; it is left as it is</source>
            <translation>beim Lesen der Tags endete der Prozess oder dauerte es zu lange; sie bleibt, wie sie ist</translation>
        </message>
        <message>
            <location filename="../genre_desktop/services/library/row_reading.py" />
            <source>reading rows of the library</source>
            <translation>Lesen von Zeilen der Bibliothek</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/onnx_parts.py" />
            <source>references to attributes of functions</source>
            <translation>Verweise auf Attribute von Funktionen</translation>
        </message>
        <message>
            <source>second guess</source>
            <translation>zweiter Tipp</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/ogg_files.py" />
            <source>share a page with sound</source>
            <translation>teilen sich eine Seite mit Klang</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/atomic_file.py" />
            <source>something that is no regular file is there</source>
            <translation>dort ist etwas, das keine gewöhnliche Datei ist</translation>
        </message>
        <message>
            <source>string or blob too big</source>
            <translation>Text oder Daten zu groß</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/batch.py" />
            <source>takes the decoder too long</source>
            <translation>dauert dem Decoder zu lange</translation>
        </message>
        <message>
            <source>tempo</source>
            <translation>Tempo</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/checking.py" />
            <source>the copy's genre was not read back as meant</source>
            <translation>das Genre der Kopie kam nicht so zurück, wie es gemeint war</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/checking.py" />
            <source>the copy's other tags were not what they must be</source>
            <translation>die anderen Tags der Kopie waren nicht, was sie sein müssen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/checking.py" />
            <source>the copy's sound was not what it must be</source>
            <translation>der Ton der Kopie war nicht, was er sein muss</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/safe_write.py" />
            <source>the disk is full; make room and try again</source>
            <translation>der Datenträger ist voll; schaffen Sie Platz, und versuchen Sie es noch einmal</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/atomic_file.py" />
            <source>the disk is full; make room or choose another place</source>
            <translation>der Datenträger ist voll; schaffen Sie Platz, oder wählen Sie einen anderen Ort</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/atomic_file.py" />
            <source>the disk is read-only; choose another place</source>
            <translation>der Datenträger kann nur gelesen werden; wählen Sie einen anderen Ort</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/running.py" />
            <source>the drive it came from is not there; connect it first</source>
            <translation>das Laufwerk, von dem sie kam, ist nicht da; es muss erst verbunden werden</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/golden.py" />
            <source>the features of golden clip %1 come out differently here.</source>
            <translation>Die Merkmale des Prüfclips %1 kommen hier anders heraus.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/strict.py" />
            <source>the field “%1%2” is missing</source>
            <translation>das Feld „%1%2“ fehlt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/sheets_along.py" />
            <source>the files that it names would go into several folders</source>
            <translation>die Dateien, die sie nennt, kämen in mehrere Ordner</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/running.py" />
            <source>the folder %1 cannot be made: %2</source>
            <translation>der Ordner %1 kann nicht angelegt werden: %2</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/atomic_file.py" />
            <source>the folder does not exist; make it or choose another place</source>
            <translation>den Ordner gibt es nicht; legen Sie ihn an, oder wählen Sie einen anderen Ort</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/manifest.py" />
            <source>the interval of the metric “%1” does not hold its value</source>
            <translation>der Bereich der Kennzahl „%1“ enthält ihren Wert nicht</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/strict.py" />
            <source>the key %1 is given twice</source>
            <translation>der Schlüssel %1 steht zweimal da</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/atomic_file.py" />
            <source>the name is too long; choose a shorter one</source>
            <translation>der Name ist zu lang; wählen Sie einen kürzeren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/decode.py" />
            <source>the report is ready when all blocks were taken</source>
            <translation>der Bericht ist fertig, wenn alle Blöcke abgeholt sind</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/golden.py" />
            <source>the sound of golden clip %1 has %2 frames instead of %3 to %4.</source>
            <translation>der Ton des Prüfclips %1 hat %2 Frames statt %3 bis %4.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/golden.py" />
            <source>the sound of golden clip %1 is answered differently.</source>
            <translation>Der Ton des Prüfclips %1 wird anders beantwortet.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/folder_watch.py" />
            <source>the system has no more watches to give</source>
            <translation>das System kann keine weiteren Ordner beobachten</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/safe_write.py" />
            <source>the system refuses (%1)</source>
            <translation>das System weigert sich (%1)</translation>
        </message>
        <message>
            <source>the whole</source>
            <translation>das Ganze</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/sayable.py" />
            <source>these tags cannot say “%1”, which would be read as another genre; call it something else</source>
            <translation>diese Tags können „%1“ nicht sagen, denn es würde als ein anderes Genre gelesen; nennen Sie es anders</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/id3_files.py" />
            <source>those of %1 files are not known</source>
            <translation>die von %1-Dateien sind nicht bekannt</translation>
        </message>
        <message>
            <source>unable to open database file</source>
            <translation>die Datenbank lässt sich nicht öffnen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/wishes.py" />
            <location filename="../genre_desktop/core/tagging/wishes.py" />
            <source>unsure left alone</source>
            <translation>unsicher, bleibt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/onnx_parts.py" />
            <source>values that are no tensors</source>
            <translation>Werte, die keine Tensoren sind</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/through_links.py" />
            <source>what was written was not read back</source>
            <translation>was geschrieben wurde, ließ sich so nicht zurücklesen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/wishes.py" />
            <source>with a genre left alone</source>
            <translation>mit einem Genre, bleibt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/sayable.py" />
            <source>with a name that tags cannot say</source>
            <translation>mit einem Namen, den Tags nicht sagen können</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/wishes.py" />
            <source>with several tracks in one file</source>
            <translation>mit mehreren Stücken in einer Datei</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/wishes.py" />
            <location filename="../genre_desktop/core/tagging/wishes.py" />
            <source>without a genre heard</source>
            <translation>ohne gehörtes Genre</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/wishes.py" />
            <source>would be copied</source>
            <translation>würden kopiert</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/wishes.py" />
            <source>would be moved</source>
            <translation>würden verschoben</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/planning.py" />
            <source>you gave its tracks several genres; give them one, and it goes as a whole</source>
            <translation>Sie haben ihren Titeln mehrere Genres gegeben; geben Sie ihnen eines, dann geht sie als Ganzes</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/organising/placing.py" />
            <source>you may not read it; change its permissions</source>
            <translation>sie darf nicht gelesen werden; ihre Rechte müssten geändert werden</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/atomic_file.py" />
            <source>you may not write there, or another program holds it open; close it there or choose another place</source>
            <translation>Sie dürfen dort nicht schreiben, oder ein anderes Programm hält sie offen; schließen Sie sie dort, oder wählen Sie einen anderen Ort</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/safe_write.py" />
            <source>you may not write there; change its or its folder's permissions</source>
            <translation>Sie dürfen dort nicht schreiben; ändern Sie ihre Rechte oder die ihres Ordners</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/atomic_file.py" />
            <source>you may not write there; choose another place</source>
            <translation>Sie dürfen dort nicht schreiben; wählen Sie einen anderen Ort</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/tagging/safe_write.py" />
            <source>your quota is used up; make room and try again</source>
            <translation>Ihr Kontingent ist verbraucht; schaffen Sie Platz, und versuchen Sie es noch einmal</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/atomic_file.py" />
            <source>your quota is used up; make room or choose another place</source>
            <translation>Ihr Kontingent ist verbraucht; schaffen Sie Platz, oder wählen Sie einen anderen Ort</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/strict.py" />
            <source>“%1%2” is not a known field</source>
            <translation>„%1%2“ ist kein bekanntes Feld</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/batch.py" />
            <source>“%1” %2; it is left alone until it changes or you ask to classify it again.</source>
            <translation>„%1“ %2; die Datei bleibt beiseite, bis sie sich ändert oder Sie sie erneut klassifizieren lassen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/rules_file.py" />
            <source>“%1” (line %2) belongs to itself by way of “%3”; a tree needs a top.</source>
            <translation>„%1“ (Zeile %2) gehört über „%3“ zu sich selbst; ein Baum braucht eine Spitze.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/own_models.py" />
            <source>“%1” came with the program and stays.</source>
            <translation>„%1“ kam mit dem Programm und bleibt.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/regular_file.py" />
            <source>“%1” cannot be opened: %2.</source>
            <translation>„%1“ lässt sich nicht öffnen: %2.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/services/player/feeder.py" />
            <source>“%1” cannot be played: %2</source>
            <translation>„%1“ kann nicht abgespielt werden: %2</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/regular_file.py" />
            <source>“%1” cannot be read (%2); check the disk or network it lies on.</source>
            <translation>„%1“ kann nicht gelesen werden (%2); prüfen Sie den Datenträger oder das Netz, auf dem die Datei liegt.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/judgement.py" />
            <source>“%1” claims %2 %3 at %4 Hz, which no recording has; its header is damaged: get the file again.</source>
            <translation>„%1“ behauptet %2 %3 bei %4 Hz, wie keine Aufnahme sie hat; ihr Kopf ist beschädigt: Besorgen Sie die Datei neu.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/judgement.py" />
            <source>“%1” claims samples of 0 bits; its header is damaged: get the file again.</source>
            <translation>„%1“ behauptet Abtastwerte von 0 Bit; ihr Kopf ist beschädigt: Besorgen Sie die Datei neu.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/services/spectrogram/measuring.py" />
            <source>“%1” could not be measured.</source>
            <translation>„%1“ konnte nicht gemessen werden.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/own_models.py" />
            <source>“%1” could not be removed from %2 (%3).</source>
            <translation>„%1“ konnte nicht aus %2 entfernt werden (%3).</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/judgement.py" />
            <source>“%1” ends before this part begins, at %2 s; get the whole file, or correct the CUE sheet.</source>
            <translation>„%1“ endet, bevor dieser Teil bei %2 s beginnt; besorgen Sie die ganze Datei, oder verbessern Sie die CUE-Datei.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/judgement.py" />
            <location filename="../genre_desktop/dsp/payload.py" />
            <source>“%1” has a header but no sound behind it; get it again.</source>
            <translation>„%1“ hat einen Kopf, aber keinen Ton dahinter; besorgen Sie die Datei neu.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/rules_file.py" />
            <source>“%1” has a line break or another control sign in it, which no genre has in tags; take it out.</source>
            <translation>In „%1“ ist ein Zeilenumbruch oder ein anderes Steuerzeichen, das kein Genre in Tags hat; nehmen Sie es heraus.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/rules_file.py" />
            <source>“%1” has two %2s, “%3” and “%4” (%5); keep one.</source>
            <translation>„%1“ hat zwei Einträge (%2), „%3“ und „%4“ (%5); behalten Sie einen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/judgement.py" />
            <source>“%1” holds channels that cancel each other out: their mix, by which genres go, is silent; invert one of them in a sound editor.</source>
            <translation>„%1“ enthält Kanäle, die einander auslöschen: Ihre Mischung, nach der sich das Genre richtet, ist stumm; kehren Sie einen davon in einem Tonbearbeitungsprogramm um.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/judgement.py" />
            <source>“%1” holds no numbers that are sound (not-a-number or infinity throughout); export it again from the program that wrote it.</source>
            <translation>„%1“ enthält keine Zahlen, die Ton wären (durchweg keine Zahl oder unendlich); exportieren Sie sie neu aus dem Programm, das sie schrieb.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/spectrogram_saving.py" />
            <source>“%1” holds no sound there.</source>
            <translation>„%1“ enthält dort keinen Ton.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/decode.py" />
            <source>“%1” holds no sound track; it was left out.</source>
            <translation>„%1“ enthält keine Tonspur; sie wurde ausgelassen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/spectrum_part.py" />
            <source>“%1” holds no sound.</source>
            <translation>„%1“ enthält keinen Ton.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/services/player/feeder.py" />
            <source>“%1” holds no sound; get it again.</source>
            <translation>„%1“ enthält keinen Ton; besorgen Sie die Datei neu.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/track_spectrum.py" />
            <source>“%1” holds no sound; it was left out.</source>
            <translation>„%1“ enthält keinen Ton; sie wurde ausgelassen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/golden.py" />
            <source>“%1” in golden.npz is not finite.</source>
            <translation>„%1“ in golden.npz ist nicht endlich.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/golden.py" />
            <source>“%1” in golden.npz is not float32 of %2 axes.</source>
            <translation>„%1“ in golden.npz ist kein float32 mit %2 Achsen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/regular_file.py" />
            <source>“%1” is %2, not a music file; it was left out.</source>
            <translation>„%1“ ist %2, keine Musikdatei; es wurde ausgelassen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/judgement.py" />
            <source>“%1” is a damaged or incomplete %2 file: nothing in it can be decoded; copy or download it again.</source>
            <translation>„%1“ ist eine beschädigte oder unvollständige %2-Datei: Nichts darin kann dekodiert werden; kopieren oder laden Sie sie neu.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/regular_file.py" />
            <source>“%1” is a link that leads back to itself; remove the link.</source>
            <translation>„%1“ ist eine Verknüpfung, die auf sich selbst zurückführt; entfernen Sie die Verknüpfung.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/regular_file.py" />
            <source>“%1” is a link to a file that is not there; mend or remove the link.</source>
            <translation>„%1“ ist eine Verknüpfung auf eine Datei, die nicht da ist; ändern oder entfernen Sie die Verknüpfung.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/source.py" />
            <source>“%1” is an incomplete %2 file: it ends before its sound begins; copy or download it again.</source>
            <translation>„%1“ ist eine unvollständige %2-Datei: Sie endet, bevor ihr Ton beginnt; kopieren oder laden Sie sie neu.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/judgement.py" />
            <source>“%1” is an incomplete MP4 file: its index, often at the very end, is missing or damaged; copy or download it again.</source>
            <translation>„%1“ ist eine unvollständige MP4-Datei: Ihr Verzeichnis, oft ganz am Ende, fehlt oder ist beschädigt; kopieren oder laden Sie sie neu.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/rules_file.py" />
            <source>“%1” is called “%2”, which is not among the genres to write.</source>
            <translation>„%1“ heißt „%2“, was nicht unter den zu schreibenden Genres ist.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/decode.py" />
            <source>“%1” is coded in a way that this program cannot decode; convert it to another format.</source>
            <translation>„%1“ ist so kodiert, dass dieses Programm es nicht dekodieren kann; wandeln Sie es in ein anderes Format um.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/judgement.py" />
            <source>“%1” is damaged: none of its %2 packets can be decoded; copy or download it again.</source>
            <translation>„%1“ ist beschädigt: Keines der %2 Pakete kann dekodiert werden; kopieren oder laden Sie die Datei neu.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/regular_file.py" />
            <source>“%1” is empty; get the file again.</source>
            <translation>„%1“ ist leer; besorgen Sie die Datei neu.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/own_models.py" />
            <source>“%1” is made of “%2” and others. Remove it first.</source>
            <translation>„%1“ besteht aus „%2“ und anderen. Entfernen Sie es zuerst.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/source.py" />
            <source>“%1” is no sound file, whatever its name says; it was left out.</source>
            <translation>„%1“ ist keine Tondatei, was ihr Name auch sagt; sie wurde ausgelassen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/regular_file.py" />
            <source>“%1” is not there any more; add it again from where it is now.</source>
            <translation>„%1“ ist nicht mehr da; fügen Sie sie von dort hinzu, wo sie jetzt ist.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/judgement.py" />
            <source>“%1” is silent %2; there is nothing to classify.</source>
            <translation>„%1“ ist %2 stumm; es gibt nichts zu klassifizieren.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/judgement.py" />
            <source>“%1” lasts %2 s; a genre needs at least %3 s.</source>
            <translation>„%1“ dauert %2 s; ein Genre braucht wenigstens %3 s.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/regular_file.py" />
            <source>“%1” may not be read by you; ask its owner for permission to read it.</source>
            <translation>„%1“ dürfen Sie nicht lesen; bitten Sie den Eigentümer um die Erlaubnis dazu.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/regular_file.py" />
            <source>“%1” may not be read: another program has it open, or you lack permission; close it there, or ask its owner.</source>
            <translation>„%1“ kann nicht gelesen werden: Ein anderes Programm hält die Datei offen, oder Ihnen fehlt die Erlaubnis; schließen Sie sie dort oder fragen Sie den Eigentümer.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/batch.py" />
            <source>“%1” met a fault of this program (%2); please report it with the log.</source>
            <translation>Bei „%1“ kam es zu einem Fehler dieses Programms (%2); bitte melden Sie ihn mit dem Protokoll.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/strict.py" />
            <source>“%1” must be %2, not %3</source>
            <translation>„%1“ muss %2 sein, nicht %3</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/strict.py" />
            <source>“%1” must be a list, not %2</source>
            <translation>„%1“ muss eine Liste sein, nicht %2</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/rules_file.py" />
            <source>“%1” must be a number from 0 to 1, as in 0.6.</source>
            <translation>„%1“ muss eine Zahl von 0 bis 1 sein, wie in 0.6.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/strict.py" />
            <source>“%1” must be an object, not %2</source>
            <translation>„%1“ muss ein Objekt sein, nicht %2</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/strict.py" />
            <source>“%1” must be one of %2, not %3</source>
            <translation>„%1“ muss eines von %2 sein, nicht %3</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/strict.py" />
            <source>“%1” must hold %2 to %3 values, not %4</source>
            <translation>„%1“ muss %2 bis %3 Werte enthalten, nicht %4</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/strict.py" />
            <source>“%1” must lie between %2 and %3, not %4</source>
            <translation>„%1“ muss zwischen %2 und %3 liegen, nicht %4</translation>
        </message>
        <message>
            <location filename="../genre_desktop/dsp/regular_file.py" />
            <source>“%1” was changed or removed while it was read; try again when nothing else is working on it.</source>
            <translation>„%1“ wurde verändert oder entfernt, während die Datei gelesen wurde; versuchen Sie es noch einmal, wenn nichts anderes an ihr arbeitet.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/recognise.py" />
            <source>“%1” was changed while it was read; classify it again when nothing else is working on it.</source>
            <translation>„%1“ wurde geändert, während die Datei gelesen wurde; klassifizieren Sie sie erneut, wenn nichts anderes an ihr arbeitet.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/manifest.py" />
            <source>“familiarity” and an output “distance” must both be there, or neither</source>
            <translation>„familiarity“ und ein Ausgang „distance“ müssen beide da sein oder keines</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/manifest.py" />
            <source>“familiarity” is not known in format %1</source>
            <translation>„familiarity“ ist in Format %1 nicht bekannt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/manifest.py" />
            <source>“familiarity” must be null in an ensemble</source>
            <translation>„familiarity“ muss in einem Ensemble null sein</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/manifest.py" />
            <source>“format_version” is %1, and this program reads only %2 and %3; a newer program may be needed</source>
            <translation>„format_version“ ist %1, und dieses Programm liest nur %2 und %3; vielleicht braucht es ein neueres</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/manifest.py" />
            <source>“graph.features” are not those of the kind %1</source>
            <translation>„graph.features“ sind nicht die der Art %1</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/manifest.py" />
            <source>“graph.features” has a value of “%1” that is not possible</source>
            <translation>„graph.features“ hat für „%1“ einen Wert, der nicht möglich ist</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/manifest.py" />
            <source>“graph.input” must be %1 %2</source>
            <translation>„graph.input“ muss %1 %2 sein</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/manifest.py" />
            <source>“graph.outputs” has “%1” of a shape that the kind does not give</source>
            <translation>„graph.outputs“ hat „%1“ in einer Form, die diese Art nicht gibt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/manifest.py" />
            <source>“graph.outputs” must hold “logits”, and each output once</source>
            <translation>„graph.outputs“ muss „logits“ enthalten, und jeden Ausgang einmal</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/manifest.py" />
            <source>“graph.piece_frames” and “graph.shortest_frames” must not exceed “graph.chunk_frames”, and the shortest must be %1 or more</source>
            <translation>„graph.piece_frames“ und „graph.shortest_frames“ dürfen „graph.chunk_frames“ nicht überschreiten, und der kürzeste muss %1 oder mehr sein</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/manifest.py" />
            <source>“graph” is missing from a package of kind %1</source>
            <translation>„graph“ fehlt in einem Paket der Art %1</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/manifest.py" />
            <source>“graph” must be null in an ensemble</source>
            <translation>„graph“ muss in einem Ensemble null sein</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/manifest.py" />
            <source>“labels” names a genre twice</source>
            <translation>„labels“ nennt ein Genre zweimal</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/manifest.py" />
            <source>“members” must be empty in a package of kind %1</source>
            <translation>„members“ muss in einem Paket der Art %1 leer sein</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/manifest.py" />
            <source>“members” must name at least two packages</source>
            <translation>„members“ muss wenigstens zwei Pakete nennen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/manifest.py" />
            <source>“members” names a package twice</source>
            <translation>„members“ nennt ein Paket zweimal</translation>
        </message>
        <message>
            <location filename="../genre_desktop/inference/manifest.py" />
            <source>“members” names the ensemble itself</source>
            <translation>„members“ nennt das Ensemble selbst</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/rules_file.py" />
            <source>“most” must be a whole number from 1 to %1, as in 2.</source>
            <translation>„most“ muss eine ganze Zahl von 1 bis %1 sein, wie in 2.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/core/rules_file.py" />
            <source>“one_genre” must be true or false.</source>
            <translation>„one_genre“ muss wahr oder falsch sein (true, false).</translation>
        </message>
    </context>
</TS>
