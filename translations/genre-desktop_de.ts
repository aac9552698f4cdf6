<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>AboutDialog</name>
        <message>
            <location filename="../genre_desktop/ui/about_dialog.py" />
            <source>About Genre Desktop</source>
            <translation>Über Genre Desktop</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/about_dialog.py" />
            <source>Co&amp;pied</source>
            <translation>&amp;Kopiert</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/about_dialog.py" />
            <source>Copy the &amp;versions</source>
            <translation>&amp;Versionen kopieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/about_dialog.py" />
            <source>Listens to music and says which genre it hears, and how sure it is. Everything stays on this computer. Free software under the GNU General Public License, version 3 or later.</source>
            <translation>Hört Musik und sagt, welches Genre es hört und wie sicher es ist. Alles bleibt auf diesem Computer. Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/about_dialog.py" />
            <source>Part</source>
            <translation>Teil</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/about_dialog.py" />
            <source>Version</source>
            <translation>Version</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/about_dialog.py" />
            <source>Versions</source>
            <translation>Versionen</translation>
        </message>
    </context>
    <context>
        <name>Actions</name>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>&amp;About Genre Desktop</source>
            <translation>&amp;Über Genre Desktop</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>&amp;About this model…</source>
            <translation>Über &amp;dieses Modell …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>&amp;Copy</source>
            <translation>&amp;Kopieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>&amp;Export…</source>
            <translation>&amp;Exportieren …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>&amp;Filter the list</source>
            <translation>Liste &amp;filtern</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>&amp;Folders</source>
            <translation>&amp;Ordner</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>&amp;Help and keys</source>
            <translation>&amp;Hilfe und Tasten</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>&amp;History…</source>
            <translation>&amp;Verlauf …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>&amp;Install or remove a model…</source>
            <translation>Modell &amp;installieren oder entfernen …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>&amp;Move up</source>
            <translation>Nach &amp;oben</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>&amp;Next pane</source>
            <translation>&amp;Nächster Bereich</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>&amp;Paste</source>
            <translation>Einfü&amp;gen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>&amp;Pause listening</source>
            <translation>Hören &amp;pausieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>&amp;Play</source>
            <translation>&amp;Abspielen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>&amp;Quick: hear pieces only</source>
            <translation>S&amp;chnell: nur Abschnitte hören</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>&amp;Quit</source>
            <translation>&amp;Beenden</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>&amp;Redo</source>
            <translation>&amp;Wiederherstellen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>&amp;Show in the file manager</source>
            <translation>Im &amp;Dateimanager zeigen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>&amp;Stop</source>
            <translation>&amp;Stopp</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>&amp;Undo</source>
            <translation>&amp;Rückgängig</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>&amp;Write tags of the selection…</source>
            <translation>Tags der Aus&amp;wahl schreiben …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>&amp;Write tags…</source>
            <translation>&amp;Tags schreiben …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Add &amp;files…</source>
            <translation>&amp;Dateien hinzufügen …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Add a model package of your own, or take one away.</source>
            <translation>Ein eigenes Modellpaket hinzufügen oder wegnehmen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Add all music in a folder and the folders in it.</source>
            <translation>Alle Musik eines Ordners und der Ordner darin hinzufügen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Add f&amp;older…</source>
            <translation>&amp;Ordner hinzufügen …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Add music files or playlists.</source>
            <translation>Musikdateien oder Wiedergabelisten hinzufügen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Add the files that were copied elsewhere.</source>
            <translation>Die anderswo kopierten Dateien hinzufügen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Begin no further track until this is pressed again; what is heard is kept.</source>
            <translation>Kein weiteres Stück beginnen, bis dies noch einmal gedrückt wird; Gehörtes bleibt.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>C&amp;lassify again</source>
            <translation>Erneut k&amp;lassifizieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>C&amp;lassify all again</source>
            <translation>&amp;Alles erneut klassifizieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>C&amp;lear the list</source>
            <translation>&amp;Liste leeren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>C&amp;ompare two models…</source>
            <translation>Zwei &amp;Modelle vergleichen …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Change how the program works.</source>
            <translation>Ändern, wie das Programm arbeitet.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Classify every track anew with the chosen model.</source>
            <translation>Jedes Stück mit dem gewählten Modell neu klassifizieren.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Classify the &amp;rest</source>
            <translation>Den &amp;Rest klassifizieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Classify the files anew over which a process crashed or took too long.</source>
            <translation>Die Dateien neu klassifizieren, bei denen ein Prozess abstürzte oder zu lange brauchte.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Classify the selected tracks anew with the chosen model.</source>
            <translation>Die ausgewählten Stücke mit dem gewählten Modell neu klassifizieren.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Classify what was left out when the listening was stopped.</source>
            <translation>Klassifizieren, was beim Anhalten ausgelassen wurde.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Close the program.</source>
            <translation>Das Programm schließen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Copy or move the files of the tracks on show into folders by genre, artist and album, after a preview.</source>
            <translation>Die Dateien der gezeigten Stücke nach einer Vorschau in Ordner nach Genre, Interpret und Album kopieren oder verschieben.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Copy pat&amp;h</source>
            <translation>&amp;Pfad kopieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Copy the selected rows as text.</source>
            <translation>Die ausgewählten Zeilen als Text kopieren.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Copy where the files lie.</source>
            <translation>Kopieren, wo die Dateien liegen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Correct the &amp;genre</source>
            <translation>&amp;Genre korrigieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Correct the &amp;genre…</source>
            <translation>&amp;Genre korrigieren …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Export p&amp;laylist…</source>
            <translation>&amp;Wiedergabeliste exportieren …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Exports call genres as Rules for tags says; an album is judged by those of its tracks that are exported.</source>
            <translation>Exporte nennen Genres so, wie es in „Regeln für Tags“ steht; ein Album wird nach seinen exportierten Stücken beurteilt.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Exports obe&amp;y my rules</source>
            <translation>Exporte &amp;folgen meinen Regeln</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Give genres names of your own, and say what is written where they are unsure.</source>
            <translation>Genres eigene Namen geben und sagen, was geschrieben wird, wo sie unsicher sind.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Go through the doubtful genres on show, each answered with one key.</source>
            <translation>Die zweifelhaften Genres der Ansicht durchgehen, jedes mit einer Taste beantwortet.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Go to the filter box.</source>
            <translation>Zum Filterfeld gehen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Have the screen reader say genre, confidence and second guess of the row.</source>
            <translation>Den Bildschirmleser Genre, Sicherheit und zweiten Tipp der Zeile sagen lassen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Hear pieces spread over each long track instead of all of it; it holds for what is classified from now on.</source>
            <translation>Von jedem langen Stück nur verteilte Abschnitte hören statt alles; es gilt für alles, was von jetzt an klassifiziert wird.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Hear the track with two models and see both answers side by side.</source>
            <translation>Das Stück mit zwei Modellen hören und beide Antworten nebeneinander sehen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Move &amp;down</source>
            <translation>Nach &amp;unten</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Move the keyboard to the next pane.</source>
            <translation>Mit der Tastatur in den nächsten Bereich gehen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Move the keyboard to the pane before.</source>
            <translation>Mit der Tastatur in den vorigen Bereich gehen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Move the selected rows down.</source>
            <translation>Die ausgewählten Zeilen nach unten schieben.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Move the selected rows up.</source>
            <translation>Die ausgewählten Zeilen nach oben schieben.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Or&amp;ganise folders…</source>
            <translation>In Ordner &amp;sortieren …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Play &amp;next</source>
            <translation>Als &amp;Nächstes abspielen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Play the track from its beginning.</source>
            <translation>Das Stück von Anfang an abspielen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Play the tracks after the one that is being played.</source>
            <translation>Die Stücke nach dem gerade laufenden abspielen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Pr&amp;eferences…</source>
            <translation>Ein&amp;stellungen …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Pre&amp;vious pane</source>
            <translation>&amp;Voriger Bereich</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Propert&amp;ies</source>
            <translation>&amp;Eigenschaften</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>R&amp;ules for tags…</source>
            <translation>&amp;Regeln für Tags …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Re&amp;view…</source>
            <translation>Z&amp;weifelhaftes durchsehen …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Read &amp;corrections from CSV…</source>
            <translation>Korrekturen aus &amp;CSV lesen …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Remo&amp;ve from the list</source>
            <translation>Aus der Liste en&amp;tfernen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Report of &amp;training…</source>
            <translation>&amp;Bericht des Trainings …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>S&amp;ay the genre</source>
            <translation>Genre &amp;ansagen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Save the tracks on show as a playlist (M3U, XSPF) that other players open.</source>
            <translation>Die gezeigten Stücke als Wiedergabeliste (M3U, XSPF) speichern, die andere Programme öffnen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Save the tracks on show with their genres as CSV or JSON.</source>
            <translation>Die gezeigten Stücke mit ihren Genres als CSV oder JSON speichern.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Say which genre the selected tracks are; Ctrl+1, Ctrl+2 … do it at once.</source>
            <translation>Sagen, welches Genre die ausgewählten Stücke haben; Strg+1, Strg+2 … tun es sofort.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Select &amp;all</source>
            <translation>&amp;Alles auswählen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Select every row.</source>
            <translation>Jede Zeile auswählen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Show all that is known of the track.</source>
            <translation>Alles zeigen, was über das Stück bekannt ist.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Show how the models were measured and what else was tried.</source>
            <translation>Zeigen, wie die Modelle gemessen wurden und was sonst versucht wurde.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Show or hide the folders on the left.</source>
            <translation>Die Ordner links zeigen oder verbergen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Show the file in its folder.</source>
            <translation>Die Datei in ihrem Ordner zeigen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Show what can be done, every key, and what the filter box understands.</source>
            <translation>Zeigen, was möglich ist, jede Taste und was das Filterfeld versteht.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Show what the chosen model was made from and how well it does.</source>
            <translation>Zeigen, woraus das gewählte Modell gemacht ist und wie gut es ist.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Show what was written, copied and moved, and take it back.</source>
            <translation>Zeigen, was geschrieben, kopiert und verschoben wurde, und es zurücknehmen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Stop looking for music and listening; what was found and heard stays.</source>
            <translation>Aufhören, Musik zu suchen und zu hören; Gefundenes und Gehörtes bleibt.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Take all tracks off the list. The files stay where they are.</source>
            <translation>Alle Stücke aus der Liste nehmen. Die Dateien bleiben, wo sie sind.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Take the genres that you changed in an exported table as corrections.</source>
            <translation>Die Genres, die Sie in einer exportierten Tabelle geändert haben, als Korrekturen übernehmen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Take the selected tracks off the list. The files stay where they are.</source>
            <translation>Die ausgewählten Stücke aus der Liste nehmen. Die Dateien bleiben, wo sie sind.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Tr&amp;y crashed files again</source>
            <translation>Abgestürzte Dateien noch einmal &amp;versuchen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Write the genres of the selected tracks into their files, after a preview.</source>
            <translation>Die Genres der ausgewählten Stücke nach einer Vorschau in ihre Dateien schreiben.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/actions.py" />
            <source>Write the genres of the tracks on show into their files, after a preview.</source>
            <translation>Die Genres der gezeigten Stücke nach einer Vorschau in ihre Dateien schreiben.</translation>
        </message>
    </context>
    <context>
        <name>Adding</name>
        <message>
            <location filename="../genre_desktop/ui/adding.py" />
            <source>%1 more could not be read either.</source>
            <translation>%1 weitere waren auch nicht lesbar.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/adding.py" />
            <source>Add a folder</source>
            <translation>Ordner hinzufügen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/adding.py" />
            <source>Add files</source>
            <translation>Dateien hinzufügen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/adding.py" />
            <source>Everything there is in the list already.</source>
            <translation>Alles von dort steht schon in der Liste.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/adding.py" />
            <source>No music was found there.</source>
            <translation>Dort wurde keine Musik gefunden.</translation>
        </message>
    </context>
    <context>
        <name>Announcing</name>
        <message>
            <location filename="../genre_desktop/ui/announcing.py" />
            <source>%1 of the tracks to be heard are done</source>
            <translation>%1 der Titel, die zu hören sind, sind fertig</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/announcing.py" />
            <source>No row</source>
            <translation>Keine Zeile</translation>
        </message>
    </context>
    <context>
        <name>BatchControl</name>
        <message>
            <location filename="../genre_desktop/ui/batch_control.py" />
            <source>%1 are unsure.</source>
            <translation>%1 sind unsicher.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/batch_control.py" />
            <source>%1 could not be classified: %2.</source>
            <translation>%1 konnten nicht klassifiziert werden: %2.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/batch_control.py" />
            <source>%1 is unsure.</source>
            <translation>%1 ist unsicher.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/batch_control.py" />
            <source>%1 track was classified in %2.</source>
            <translation>%1 Stück wurde in %2 klassifiziert.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/batch_control.py" />
            <source>%1 tracks were classified in %2.</source>
            <translation>%1 Stücke wurden in %2 klassifiziert.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/batch_control.py" />
            <source>No file of the list crashed its process or took too long.</source>
            <translation>Keine Datei der Liste ließ ihren Prozess abstürzen oder brauchte zu lange.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/batch_control.py" />
            <source>Show the problems</source>
            <translation>Probleme zeigen</translation>
        </message>
    </context>
    <context>
        <name>BrowserPanel</name>
        <message>
            <location filename="../genre_desktop/ui/browser_panel.py" />
            <source>Add to the list</source>
            <translation>Zur Liste hinzufügen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/browser_panel.py" />
            <source>Folders</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/browser_panel.py" />
            <source>Folders of this computer, to add music from</source>
            <translation>Ordner dieses Computers, um Musik von dort hinzuzufügen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/browser_panel.py" />
            <source>Read again</source>
            <translation>Neu lesen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/browser_panel.py" />
            <source>Watch this folder</source>
            <translation>Diesen Ordner beobachten</translation>
        </message>
    </context>
    <context>
        <name>ComparisonDialog</name>
        <message>
            <location filename="../genre_desktop/ui/comparison_dialog.py" />
            <source>Both hear %1.</source>
            <translation>Beide hören %1.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/comparison_dialog.py" />
            <source>Compare two models</source>
            <translation>Zwei Modelle vergleichen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/comparison_dialog.py" />
            <source>Listening…</source>
            <translation>Wird gehört …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/comparison_dialog.py" />
            <source>Model on the &amp;left</source>
            <translation>Modell &amp;links</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/comparison_dialog.py" />
            <source>Model on the &amp;right</source>
            <translation>Modell &amp;rechts</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/comparison_dialog.py" />
            <source>No answer</source>
            <translation>Keine Antwort</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/comparison_dialog.py" />
            <source>They differ: one hears %1, the other %2.</source>
            <translation>Sie sind uneins: Eines hört %1, das andere %2.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/comparison_dialog.py" />
            <source>Unsure by the model's own limits.</source>
            <translation>Unsicher nach den eigenen Grenzen des Modells.</translation>
        </message>
    </context>
    <context>
        <name>CoreSentences</name>
        <message>
            <location filename="../genre_desktop/ui/core_sentences.py" />
            <source>en</source>
            <translation>de</translation>
        </message>
    </context>
    <context>
        <name>Cover</name>
        <message>
            <location filename="../genre_desktop/ui/cover.py" />
            <source>Cover</source>
            <translation>Titelbild</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/cover.py" />
            <source>No cover</source>
            <translation>Kein Titelbild</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/cover.py" />
            <source>This file has no cover picture.</source>
            <translation>Diese Datei hat kein Titelbild.</translation>
        </message>
    </context>
    <context>
        <name>Deleted</name>
        <message>
            <location filename="../genre_desktop/ui/deleted.py" />
            <source>Deleted:</source>
            <translation>Gelöscht:</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/deleted.py" />
            <source>Nothing was deleted.</source>
            <translation>Nichts wurde gelöscht.</translation>
        </message>
    </context>
    <context>
        <name>DetailsPanel</name>
        <message>
            <location filename="../genre_desktop/ui/details_panel.py" />
            <source>All about the selected track</source>
            <translation>Alles über das ausgewählte Stück</translation>
        </message>
    </context>
    <context>
        <name>DeviceBox</name>
        <message>
            <location filename="../genre_desktop/ui/player/device_box.py" />
            <source>%1 (not there)</source>
            <translation>%1 (nicht da)</translation>
        </message>
    </context>
    <context>
        <name>DoingDialog</name>
        <message>
            <location filename="../genre_desktop/ui/tagging/doing_dialog.py" />
            <source>&amp;Cancel</source>
            <translation>&amp;Abbrechen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/doing_dialog.py" />
            <source>&amp;Stop</source>
            <translation>Anha&amp;lten</translation>
        </message>
    </context>
    <context>
        <name>Doubtful</name>
        <message>
            <location filename="../genre_desktop/ui/review/doubtful.py" />
            <source>%1 and %2 are close.</source>
            <translation>%1 und %2 liegen nah beieinander.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/doubtful.py" />
            <source>Tagged %1, sounds like %2 (%3).</source>
            <translation>Im Tag steht %1, klingt nach %2 (%3).</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/doubtful.py" />
            <source>The model is unsure.</source>
            <translation>Das Modell ist unsicher.</translation>
        </message>
    </context>
    <context>
        <name>DoubtfulPage</name>
        <message>
            <location filename="../genre_desktop/ui/review/doubtful_page.py" />
            <source>Which genre is it?</source>
            <translation>Welches Genre ist es?</translation>
        </message>
    </context>
    <context>
        <name>EditsDialog</name>
        <message>
            <location filename="../genre_desktop/ui/review/edits_dialog.py" />
            <source>%1 genre would be corrected</source>
            <translation>%1 Genre würde korrigiert</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/edits_dialog.py" />
            <source>%1 genres would be corrected</source>
            <translation>%1 Genres würden korrigiert</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/edits_dialog.py" />
            <source>&amp;Cancel</source>
            <translation>&amp;Abbrechen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/edits_dialog.py" />
            <source>C&amp;orrect %1 track</source>
            <translation>%1 Stück &amp;korrigieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/edits_dialog.py" />
            <source>C&amp;orrect %1 tracks</source>
            <translation>%1 Stücke &amp;korrigieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/edits_dialog.py" />
            <source>Corrections from a table</source>
            <translation>Korrekturen aus einer Tabelle</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/edits_dialog.py" />
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/edits_dialog.py" />
            <source>Genre now</source>
            <translation>Genre jetzt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/edits_dialog.py" />
            <source>Genres that would be corrected</source>
            <translation>Genres, die korrigiert würden</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/edits_dialog.py" />
            <source>In the table</source>
            <translation>In der Tabelle</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/edits_dialog.py" />
            <source>The table says no genre otherwise.</source>
            <translation>Die Tabelle nennt kein anderes Genre.</translation>
        </message>
    </context>
    <context>
        <name>EmptyDetails</name>
        <message>
            <location filename="../genre_desktop/ui/empty_details.py" />
            <source>Keys for the first minute</source>
            <translation>Tasten für die erste Minute</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/empty_details.py" />
            <source>Select a track to see its genres, its timeline and its file.</source>
            <translation>Ein Stück auswählen, um seine Genres, seine Zeitleiste und seine Datei zu sehen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/empty_details.py" />
            <source>Track</source>
            <translation>Stück</translation>
        </message>
    </context>
    <context>
        <name>ErrorDialog</name>
        <message>
            <location filename="../genre_desktop/ui/error_dialog.py" />
            <source>Co&amp;pied</source>
            <translation>&amp;Kopiert</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/error_dialog.py" />
            <source>Copy the &amp;report</source>
            <translation>&amp;Bericht kopieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/error_dialog.py" />
            <source>Report</source>
            <translation>Bericht</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/error_dialog.py" />
            <source>Something went wrong that should not have</source>
            <translation>Etwas ging schief, das nicht hätte schiefgehen sollen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/error_dialog.py" />
            <source>Unexpected error</source>
            <translation>Unerwarteter Fehler</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/error_dialog.py" />
            <source>You can go on working. Please copy this report and send it to the developers, so that it can be mended.</source>
            <translation>Sie können weiterarbeiten. Bitte kopieren Sie diesen Bericht und senden Sie ihn an die Entwickler, damit der Fehler behoben werden kann.</translation>
        </message>
    </context>
    <context>
        <name>ExportChoice</name>
        <message>
            <location filename="../genre_desktop/ui/export_choice.py" />
            <source>CSV (*.csv)</source>
            <translation>CSV (*.csv)</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/export_choice.py" />
            <source>CSV for Excel (*.csv)</source>
            <translation>CSV für Excel (*.csv)</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/export_choice.py" />
            <source>Corrections for training (*.csv)</source>
            <translation>Korrekturen zum Trainieren (*.csv)</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/export_choice.py" />
            <source>Export a playlist</source>
            <translation>Wiedergabeliste exportieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/export_choice.py" />
            <source>Export the list</source>
            <translation>Liste exportieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/export_choice.py" />
            <source>JSON (*.json)</source>
            <translation>JSON (*.json)</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/export_choice.py" />
            <source>M3U playlist (*.m3u8)</source>
            <translation>M3U-Wiedergabeliste (*.m3u8)</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/export_choice.py" />
            <source>XSPF playlist (*.xspf)</source>
            <translation>XSPF-Wiedergabeliste (*.xspf)</translation>
        </message>
    </context>
    <context>
        <name>ExportMenu</name>
        <message>
            <location filename="../genre_desktop/ui/library/export_menu.py" />
            <source>A playlist for each genre (M3U8)…</source>
            <translation>Eine Wiedergabeliste je Genre (M3U8) …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/export_menu.py" />
            <source>All that is known (JSON Lines)…</source>
            <translation>Alles, was bekannt ist (JSON Lines) …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/export_menu.py" />
            <source>Collection (Rekordbox XML)…</source>
            <translation>Sammlung (Rekordbox-XML) …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/export_menu.py" />
            <source>Collection with keys (Rekordbox XML)…</source>
            <translation>Sammlung mit Tonarten (Rekordbox-XML) …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/export_menu.py" />
            <source>Corrections for training (CSV)…</source>
            <translation>Korrekturen zum Trainieren (CSV) …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/export_menu.py" />
            <source>Embeddings (NPY)…</source>
            <translation>Einbettungen (NPY) …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/export_menu.py" />
            <source>Export</source>
            <translation>Exportieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/export_menu.py" />
            <source>Export into</source>
            <translation>Exportieren nach</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/export_menu.py" />
            <source>Files of the same names in “%1” will be replaced.</source>
            <translation>Gleichnamige Dateien in „%1“ werden ersetzt.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/export_menu.py" />
            <source>Label tracks (Audacity)…</source>
            <translation>Textspuren (Audacity) …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/export_menu.py" />
            <source>Playlist (M3U8)…</source>
            <translation>Wiedergabeliste (M3U8) …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/export_menu.py" />
            <source>Playlist (XSPF)…</source>
            <translation>Wiedergabeliste (XSPF) …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/export_menu.py" />
            <source>Script for Picard…</source>
            <translation>Skript für Picard …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/export_menu.py" />
            <source>Script for beets…</source>
            <translation>Skript für beets …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/export_menu.py" />
            <source>Summary (HTML)…</source>
            <translation>Übersicht (HTML) …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/export_menu.py" />
            <source>Table (CSV)…</source>
            <translation>Tabelle (CSV) …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/export_menu.py" />
            <source>Timelines (CSV)…</source>
            <translation>Zeitleisten (CSV) …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/export_menu.py" />
            <source>Workbook (Excel)…</source>
            <translation>Arbeitsmappe (Excel) …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/export_menu.py" />
            <source>library</source>
            <translation>bibliothek</translation>
        </message>
    </context>
    <context>
        <name>FacetWords</name>
        <message>
            <location filename="../genre_desktop/ui/library/facet_words.py" />
            <source>%1 to %2 %</source>
            <translation>%1 bis %2 %</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/facet_words.py" />
            <source>By album</source>
            <translation>Nach Album</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/facet_words.py" />
            <source>By artist</source>
            <translation>Nach Interpret</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/facet_words.py" />
            <source>By confidence</source>
            <translation>Nach Sicherheit</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/facet_words.py" />
            <source>By folder</source>
            <translation>Nach Ordner</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/facet_words.py" />
            <source>By genre</source>
            <translation>Nach Genre</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/facet_words.py" />
            <source>Files that are gone</source>
            <translation>Verschwundene Dateien</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/facet_words.py" />
            <source>No album</source>
            <translation>Ohne Album</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/facet_words.py" />
            <source>No artist</source>
            <translation>Ohne Interpret</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/facet_words.py" />
            <source>No genre</source>
            <translation>Ohne Genre</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/facet_words.py" />
            <source>Tagged otherwise</source>
            <translation>Anders getaggt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/facet_words.py" />
            <source>Unsure</source>
            <translation>Unsicher</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/facet_words.py" />
            <source>With a problem</source>
            <translation>Mit einem Problem</translation>
        </message>
    </context>
    <context>
        <name>FailedStart</name>
        <message>
            <location filename="../genre_desktop/ui/failed_start.py" />
            <source>Copy the &amp;report</source>
            <translation>&amp;Bericht kopieren</translation>
        </message>
    </context>
    <context>
        <name>FilterBox</name>
        <message>
            <location filename="../genre_desktop/ui/tool_bar.py" />
            <source>Filter the list by words, genres and numbers</source>
            <translation>Die Liste nach Wörtern, Genres und Zahlen filtern</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tool_bar.py" />
            <source>Filter: words, genre:jazz, conf &lt; 60</source>
            <translation>Filter: Wörter, genre:jazz, conf &lt; 60</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tool_bar.py" />
            <source>What is typed here filters the list</source>
            <translation>Was hier getippt wird, filtert die Liste</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tool_bar.py" />
            <source>Words are looked for in title, artist, album, genre, tags and path. Also: genre:jazz  artist:…  album:…  status:unsure  conf &lt; 60  bpm &gt; 120  time &gt; 5:00  -word. F1 shows more.</source>
            <translation>Wörter werden in Titel, Interpret, Album, Genre, Tags und Pfad gesucht. Auch: genre:jazz  artist:…  album:…  status:unsure  conf &lt; 60  bpm &gt; 120  time &gt; 5:00  -Wort. F1 zeigt mehr.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tool_bar.py" />
            <source>“%1” needs a number, as in conf &lt; 60. Until then it hides no track.</source>
            <translation>„%1“ braucht eine Zahl, wie in conf &lt; 60. Bis dahin verbirgt es kein Stück.</translation>
        </message>
    </context>
    <context>
        <name>FilterExamples</name>
        <message>
            <location filename="../genre_desktop/ui/filter_examples.py" />
            <source>Also problem, note, duplicate, waiting and the status's words.</source>
            <translation>Auch problem, note, duplicate, waiting und die Wörter des Status.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/filter_examples.py" />
            <source>Also title:, album:, tag: (the genre in the file) and path:.</source>
            <translation>Auch title:, album:, tag: (das Genre in der Datei) und path:.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/filter_examples.py" />
            <source>Several parts: every one must hold.</source>
            <translation>Mehrere Teile: Jeder muss zutreffen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/filter_examples.py" />
            <source>Tracks faster than 120 beats a minute.</source>
            <translation>Stücke mit mehr als 120 Schlägen in der Minute.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/filter_examples.py" />
            <source>Tracks longer than five minutes; a number alone means seconds.</source>
            <translation>Stücke, die länger als fünf Minuten sind; eine Zahl allein meint Sekunden.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/filter_examples.py" />
            <source>Tracks that the model calls jazz; second:jazz asks the second guess.</source>
            <translation>Stücke, die das Modell Jazz nennt; second:jazz fragt nach dem zweiten Tipp.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/filter_examples.py" />
            <source>Tracks whose confidence is below 60 %; also &lt;=, &gt;, &gt;= and =.</source>
            <translation>Stücke mit einer Sicherheit unter 60 %; auch &lt;=, &gt;, &gt;= und =.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/filter_examples.py" />
            <source>Tracks with these words in this order.</source>
            <translation>Stücke mit diesen Wörtern in dieser Reihenfolge.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/filter_examples.py" />
            <source>Tracks with this word in title, artist, album, genre, tags or path.</source>
            <translation>Stücke mit diesem Wort in Titel, Interpret, Album, Genre, Tags oder Pfad.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/filter_examples.py" />
            <source>Tracks without this word; the minus stands before anything below, too.</source>
            <translation>Stücke ohne dieses Wort; das Minus kann auch vor allem stehen, was folgt.</translation>
        </message>
    </context>
    <context>
        <name>FilterRow</name>
        <message>
            <location filename="../genre_desktop/ui/tagging/filter_row.py" />
            <source>Filter these files</source>
            <translation>Diese Dateien filtern</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/filter_row.py" />
            <source>What is typed here filters these files</source>
            <translation>Was hier getippt wird, filtert diese Dateien</translation>
        </message>
    </context>
    <context>
        <name>FirstRunPage</name>
        <message>
            <location filename="../genre_desktop/ui/first_run_page.py" />
            <source>Add files…</source>
            <translation>Dateien hinzufügen …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/first_run_page.py" />
            <source>Add folder…</source>
            <translation>Ordner hinzufügen …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/first_run_page.py" />
            <source>Beginning: drop a folder of music here, or add one</source>
            <translation>Beginn: einen Ordner mit Musik hierher ziehen oder hinzufügen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/first_run_page.py" />
            <source>Choose a folder of music to begin with</source>
            <translation>Einen Ordner mit Musik wählen, um zu beginnen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/first_run_page.py" />
            <source>Choose files of music to begin with</source>
            <translation>Musikdateien wählen, um zu beginnen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/first_run_page.py" />
            <source>Drop a folder of music here</source>
            <translation>Ziehen Sie einen Ordner mit Musik hierher</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/first_run_page.py" />
            <source>Everything stays on this computer. Your files are changed only when you ask for it.</source>
            <translation>Alles bleibt auf diesem Computer. Ihre Dateien werden nur geändert, wenn Sie es verlangen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/first_run_page.py" />
            <source>Genre Desktop listens to every track and says which genre it hears, and how sure it is.</source>
            <translation>Genre Desktop hört jedes Stück und sagt, welches Genre es hört und wie sicher es ist.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/first_run_page.py" />
            <source>Listen to a few short pieces that come with the program.</source>
            <translation>Ein paar kurze Stücke hören, die dem Programm beiliegen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/first_run_page.py" />
            <source>Try the demo</source>
            <translation>Beispiel ausprobieren</translation>
        </message>
    </context>
    <context>
        <name>FirstRunPicture</name>
        <message>
            <location filename="../genre_desktop/ui/first_run_picture.py" />
            <source>Unsure</source>
            <translation>Unsicher</translation>
        </message>
    </context>
    <context>
        <name>FolderListing</name>
        <message>
            <location filename="../genre_desktop/services/folder_listing.py" />
            <source>The folder cannot be read: %1.</source>
            <translation>Der Ordner ist nicht lesbar: %1.</translation>
        </message>
    </context>
    <context>
        <name>FolderWatching</name>
        <message>
            <location filename="../genre_desktop/ui/folder_watching.py" />
            <source>%1 is no longer watched.</source>
            <translation>%1 wird nicht mehr beobachtet.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/folder_watching.py" />
            <source>%1 is watched: what arrives there comes into the list and is classified.</source>
            <translation>%1 wird beobachtet: Was dort ankommt, kommt in die Liste und wird klassifiziert.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/folder_watching.py" />
            <source>replace %1 track</source>
            <translation>%1 Stück ersetzen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/folder_watching.py" />
            <source>replace %1 tracks</source>
            <translation>%1 Stücke ersetzen</translation>
        </message>
    </context>
    <context>
        <name>FramedDialog</name>
        <message>
            <location filename="../genre_desktop/ui/dialog_frame.py" />
            <source>&amp;Close</source>
            <translation>&amp;Schließen</translation>
        </message>
    </context>
    <context>
        <name>GenreCorrecting</name>
        <message>
            <location filename="../genre_desktop/ui/genre_correcting.py" />
            <source>Another genre</source>
            <translation>Anderes Genre</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/genre_correcting.py" />
            <source>C&amp;orrect</source>
            <translation>&amp;Korrigieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/genre_correcting.py" />
            <source>Genre of the selected tracks</source>
            <translation>Genre der ausgewählten Stücke</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/genre_correcting.py" />
            <source>correct %1 track</source>
            <translation>%1 Stück korrigieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/genre_correcting.py" />
            <source>correct %1 tracks</source>
            <translation>%1 Stücke korrigieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/genre_correcting.py" />
            <source>take back corrections</source>
            <translation>Korrekturen zurücknehmen</translation>
        </message>
    </context>
    <context>
        <name>GenreMenu</name>
        <message>
            <location filename="../genre_desktop/ui/genre_menu.py" />
            <source>&amp;Another genre…</source>
            <translation>&amp;Anderes Genre …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/genre_menu.py" />
            <source>&amp;Take back the correction</source>
            <translation>Korrektur &amp;zurücknehmen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/genre_menu.py" />
            <source>Say it is the eleventh genre; 2 to 9 and 0 go on.</source>
            <translation>Sagen, es ist das elfte Genre; 2 bis 9 und 0 sagen die weiteren.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/genre_menu.py" />
            <source>Say it is the first genre; 2 to 9 and 0 say the next ones.</source>
            <translation>Sagen, es ist das erste Genre; 2 bis 9 und 0 sagen die weiteren.</translation>
        </message>
    </context>
    <context>
        <name>Genres</name>
        <message>
            <location filename="../genre_desktop/ui/genres.py" />
            <source>Blues</source>
            <translation>Blues</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/genres.py" />
            <source>Classical</source>
            <translation>Klassik</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/genres.py" />
            <source>Country</source>
            <translation>Country</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/genres.py" />
            <source>Disco</source>
            <translation>Disco</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/genres.py" />
            <source>Electronic</source>
            <translation>Elektronisch</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/genres.py" />
            <source>Experimental</source>
            <translation>Experimentell</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/genres.py" />
            <source>Folk</source>
            <translation>Folk</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/genres.py" />
            <source>Hip-Hop</source>
            <translation>Hip-Hop</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/genres.py" />
            <source>International</source>
            <translation>International</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/genres.py" />
            <source>Jazz</source>
            <translation>Jazz</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/genres.py" />
            <source>Metal</source>
            <translation>Metal</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/genres.py" />
            <source>Pop</source>
            <translation>Pop</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/genres.py" />
            <source>Reggae</source>
            <translation>Reggae</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/genres.py" />
            <source>Rock</source>
            <translation>Rock</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/genres.py" />
            <source>Soul</source>
            <translation>Soul</translation>
        </message>
    </context>
    <context>
        <name>GroupsModel</name>
        <message>
            <location filename="../genre_desktop/ui/library/groups_list.py" />
            <source>%1 track</source>
            <translation>%1 Stück</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/groups_list.py" />
            <source>%1 tracks</source>
            <translation>%1 Stücke</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/groups_list.py" />
            <source>All</source>
            <translation>Alle</translation>
        </message>
    </context>
    <context>
        <name>GroupsPanel</name>
        <message>
            <location filename="../genre_desktop/ui/library/groups_panel.py" />
            <source>Groups of the library</source>
            <translation>Gruppen der Bibliothek</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/groups_panel.py" />
            <source>What the library is gone through by</source>
            <translation>Wonach die Bibliothek durchgesehen wird</translation>
        </message>
    </context>
    <context>
        <name>GuessButton</name>
        <message>
            <location filename="../genre_desktop/ui/review/guess_button.py" />
            <source>%1, %2, key %3</source>
            <translation>%1, %2, Taste %3</translation>
        </message>
    </context>
    <context>
        <name>Hearing</name>
        <message>
            <location filename="../genre_desktop/ui/hearing.py" />
            <source>Classify the rest</source>
            <translation>Den Rest klassifizieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/hearing.py" />
            <source>Listening was stopped. %1 track was not heard to its end.</source>
            <translation>Das Hören wurde angehalten. %1 Stück wurde nicht zu Ende gehört.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/hearing.py" />
            <source>Listening was stopped. %1 tracks were not heard to their end.</source>
            <translation>Das Hören wurde angehalten. %1 Stücke wurden nicht zu Ende gehört.</translation>
        </message>
    </context>
    <context>
        <name>HelpDialog</name>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>A file that cannot be read is a row that says why. A sentence above the list says what else went wrong and what to do.</source>
            <translation>Eine Datei, die nicht lesbar ist, ist eine Zeile, die sagt, warum. Ein Satz über der Liste sagt, was sonst schiefging und was zu tun ist.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>Drop a folder, files or a playlist on the window, or choose File, Add folder.</source>
            <translation>Ziehen Sie einen Ordner, Dateien oder eine Wiedergabeliste auf das Fenster, oder wählen Sie „Datei, Ordner hinzufügen“.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>Every command tells more with --help.</source>
            <translation>Jeder Befehl sagt mehr mit --help.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>Every control has a name that is a sentence; results and messages are announced. F7 says genre, confidence and second guess of the row, F6 goes from pane to pane.</source>
            <translation>Jedes Bedienelement hat einen Namen, der ein Satz ist; Ergebnisse und Meldungen werden angesagt. F7 sagt Genre, Sicherheit und zweiten Tipp der Zeile, F6 geht von Bereich zu Bereich.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>Everything that was ever heard</source>
            <translation>Alles, was je gehört wurde</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>File, Organise folders shows where the files on show would go, by genre, artist and album or by a pattern of your own; then it copies or moves them. Nothing is ever overwritten.</source>
            <translation>„Datei, In Ordner sortieren“ zeigt, wohin die gezeigten Dateien kämen, nach Genre, Interpret und Album oder nach einem eigenen Muster; dann kopiert oder verschiebt es sie. Nichts wird je überschrieben.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>File, Write tags shows for each file what it says and what it would say; nothing is written before you press the button with the count.</source>
            <translation>„Datei, Tags schreiben“ zeigt für jede Datei, was sie sagt und was sie sagen würde; nichts wird geschrieben, bevor Sie den Knopf mit der Zahl drücken.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>Files into folders</source>
            <translation>Dateien in Ordner</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>Freeze stops the picture; then zoom with the wheel and read time, frequency, note and level under the cursor. Drag to select and see the mean spectrum.</source>
            <translation>„Einfrieren“ hält das Bild an; dann lässt sich mit dem Rad vergrößern und unter dem Zeiger Zeit, Frequenz, Ton und Pegel ablesen. Ziehen wählt aus und zeigt das mittlere Spektrum.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>Genres of a folder</source>
            <translation>Genres eines Ordners</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>Genres, Install or remove a model takes in a model of your own.</source>
            <translation>„Genres, Modell installieren oder entfernen“ nimmt ein eigenes Modell auf.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>Genres, Review goes through what is doubtful: each track is played, and one key answers.</source>
            <translation>„Genres, Zweifelhaftes durchsehen“ fragt nach allem Zweifelhaften: Jedes Stück wird abgespielt, und eine Taste antwortet.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>Help</source>
            <translation>Hilfe</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>History puts them back, at any time.</source>
            <translation>Der Verlauf bringt sie zurück, jederzeit.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>In a terminal</source>
            <translation>Im Terminal</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>Keys and filter</source>
            <translation>Tasten und Filter</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>Library in the tool bar shows all that was heard, by genre, artist, album, folder or confidence, also what lies on drives that are not there now. From there tracks go back to the list, into tags and into exports.</source>
            <translation>„Bibliothek“ in der Werkzeugleiste zeigt alles Gehörte, nach Genre, Interpret, Album, Ordner oder Sicherheit, auch was auf Laufwerken liegt, die gerade nicht da sind. Von dort kommen Stücke zurück in die Liste, in Tags und in Exporte.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>Listening and looking</source>
            <translation>Hören und Sehen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>Only the genre changes, and what else you choose; sound, pictures and all other fields stay byte for byte. History takes back any run, at any time.</source>
            <translation>Nur das Genre ändert sich und was Sie sonst wählen; Ton, Bilder und alle anderen Felder bleiben Byte für Byte. Der Verlauf nimmt jeden Lauf zurück, jederzeit.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>Preferences, Playback, Reduce motion moves the spectrogram on once a second instead of scrolling it.</source>
            <translation>„Einstellungen, Wiedergabe, Bewegung verringern“ rückt das Spektrogramm einmal je Sekunde weiter, statt es laufen zu lassen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>Preferences, Privacy shows what is stored and where, and deletes it. Help, About has the versions to send with a report.</source>
            <translation>„Einstellungen, Datenschutz“ zeigt, was wo gespeichert ist, und löscht es. „Hilfe, Über Genre Desktop“ hat die Versionen, die zu einem Bericht gehören.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>Preferences, Watched folders names folders in which new music is classified by itself.</source>
            <translation>„Einstellungen, Beobachtete Ordner“ nennt Ordner, in denen neue Musik von selbst klassifiziert wird.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>Press Enter on a row, or double-click it. The spectrogram scrolls with the music, the bar below shows the genre of every moment; click on it to go there.</source>
            <translation>Drücken Sie die Eingabetaste auf einer Zeile, oder klicken Sie doppelt. Das Spektrogramm läuft mit der Musik, der Balken darunter zeigt das Genre jedes Augenblicks; ein Klick darauf führt dorthin.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>Rows appear at once; genre, confidence, second guess and tempo fill in. “Unsure” is an answer, too: the best genre is not likely enough, or the music is unlike all that the model learnt from.</source>
            <translation>Zeilen erscheinen sofort; Genre, Sicherheit, zweiter Tipp und Tempo füllen sich. Auch „Unsicher“ ist eine Antwort: Das beste Genre ist nicht wahrscheinlich genug, oder die Musik ist anders als alles, woraus das Modell lernte.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>Rules for tags gives genres names of your own.</source>
            <translation>„Regeln für Tags“ gibt Genres eigene Namen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>Select the tracks and choose Track, Correct the genre. Your word wins in the list, in tags and in exports, and stays with the audio whatever the file is called. It can be undone.</source>
            <translation>Wählen Sie die Stücke aus und dann „Stück, Genre korrigieren“. Ihr Wort gewinnt in der Liste, in Tags und beim Exportieren und bleibt beim Ton, wie auch immer die Datei heißt. Es lässt sich rückgängig machen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>Sort by clicking on a heading. Type into the filter box to see some tracks only, then File, Export saves those on show as CSV or JSON.</source>
            <translation>Sortiert wird mit einem Klick auf eine Überschrift. Tippen Sie in das Filterfeld, um nur manche Stücke zu sehen; „Datei, Exportieren“ speichert die gezeigten als CSV oder JSON.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>Start with “genre-desktop --safe-mode” to leave out your settings, list and models for once, or with “--profile DIR” to keep everything in another folder.</source>
            <translation>Starten Sie mit „genre-desktop --safe-mode“, um Ihre Einstellungen, Liste und Modelle einmal wegzulassen, oder mit „--profile ORDNER“, um alles in einem anderen Ordner zu behalten.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>The same without a window, for scripts and servers:</source>
            <translation>Dasselbe ohne Fenster, für Skripte und Server:</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>Track, Compare two models hears one track with two models; Genres, About this model and Report of training say how well each of them does.</source>
            <translation>„Stück, Zwei Modelle vergleichen“ hört ein Stück mit zwei Modellen; „Genres, Über dieses Modell“ und „Bericht des Trainings“ sagen, wie gut jedes von ihnen ist.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>What can be done, and with which keys.</source>
            <translation>Was möglich ist, und mit welchen Tasten.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>When something is wrong</source>
            <translation>Wenn etwas nicht stimmt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>Where the model is wrong</source>
            <translation>Wo das Modell irrt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>Without seeing the window</source>
            <translation>Ohne das Fenster zu sehen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/help_dialog.py" />
            <source>Writing genres into files</source>
            <translation>Genres in Dateien schreiben</translation>
        </message>
    </context>
    <context>
        <name>HistoryDialog</name>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_dialog.py" />
            <source>&amp;Close</source>
            <translation>&amp;Schließen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_dialog.py" />
            <source>&amp;Stop</source>
            <translation>&amp;Anhalten</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_dialog.py" />
            <source>After</source>
            <translation>Danach</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_dialog.py" />
            <source>Before</source>
            <translation>Davor</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_dialog.py" />
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_dialog.py" />
            <source>Files</source>
            <translation>Dateien</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_dialog.py" />
            <source>Files of the run</source>
            <translation>Dateien des Laufs</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_dialog.py" />
            <source>History</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_dialog.py" />
            <source>Note</source>
            <translation>Hinweis</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_dialog.py" />
            <source>Progress of taking back</source>
            <translation>Fortschritt des Zurücknehmens</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_dialog.py" />
            <source>Reading the history…</source>
            <translation>Der Verlauf wird gelesen …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_dialog.py" />
            <source>Run</source>
            <translation>Lauf</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_dialog.py" />
            <source>Runs</source>
            <translation>Läufe</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_dialog.py" />
            <source>Take back the &amp;run</source>
            <translation>&amp;Lauf zurücknehmen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_dialog.py" />
            <source>Take back the selected &amp;files</source>
            <translation>Ausgewählte &amp;Dateien zurücknehmen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_dialog.py" />
            <source>Taken back since</source>
            <translation>Seither zurückgenommen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_dialog.py" />
            <source>Taking back %1 files…</source>
            <translation>%1 Dateien werden zurückgenommen …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_dialog.py" />
            <source>Taking back %1 file…</source>
            <translation>%1 Datei wird zurückgenommen …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_dialog.py" />
            <source>The history cannot be shown</source>
            <translation>Der Verlauf kann nicht gezeigt werden</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_dialog.py" />
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_dialog.py" />
            <source>When</source>
            <translation>Wann</translation>
        </message>
    </context>
    <context>
        <name>KeptWhere</name>
        <message>
            <location filename="../genre_desktop/ui/kept_where.py" />
            <source>Genre Desktop (safe mode)</source>
            <translation>Genre Desktop (abgesicherter Modus)</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/kept_where.py" />
            <source>Nothing can be saved: settings, list and what was heard last until the window is closed, and so does taking tags back. %1</source>
            <translation>Nichts kann gespeichert werden: Einstellungen, Liste und Gehörtes gelten, bis das Fenster geschlossen wird; so lange lassen sich auch Tags zurücknehmen. %1</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/kept_where.py" />
            <source>Safe mode: settings and list begin empty and are not kept, and only the program's own models are offered.</source>
            <translation>Abgesicherter Modus: Einstellungen und Liste beginnen leer und werden nicht behalten; angeboten werden nur die Modelle des Programms.</translation>
        </message>
    </context>
    <context>
        <name>KeptWords</name>
        <message>
            <location filename="../genre_desktop/ui/kept_words.py" />
            <source>Logs</source>
            <translation>Protokolle</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/kept_words.py" />
            <source>Preferences and rules</source>
            <translation>Einstellungen und Regeln</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/kept_words.py" />
            <source>The history, which takes tags and files back</source>
            <translation>Der Verlauf, der Tags und Dateien zurücknimmt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/kept_words.py" />
            <source>The list</source>
            <translation>Die Liste</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/kept_words.py" />
            <source>What was heard (the library)</source>
            <translation>Gehörtes (die Bibliothek)</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/kept_words.py" />
            <source>Your corrections of genres</source>
            <translation>Ihre Korrekturen von Genres</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/kept_words.py" />
            <source>nothing</source>
            <translation>nichts</translation>
        </message>
    </context>
    <context>
        <name>KeysPage</name>
        <message>
            <location filename="../genre_desktop/ui/keys_page.py" />
            <source>Every key, and what the filter box understands</source>
            <translation>Jede Taste, und was das Filterfeld versteht</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/keys_page.py" />
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/keys_page.py" />
            <source>Keys in the review of doubtful genres</source>
            <translation>Tasten beim Durchsehen zweifelhafter Genres</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/keys_page.py" />
            <source>Keys in the spectrogram</source>
            <translation>Tasten im Spektrogramm</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/keys_page.py" />
            <source>Type into the filter box</source>
            <translation>In das Filterfeld tippen</translation>
        </message>
    </context>
    <context>
        <name>LevelMeter</name>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/level_meter.py" />
            <source>%1: peak %2, RMS %3 dBFS</source>
            <translation>%1: Spitze %2, effektiv %3 dBFS</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/level_meter.py" />
            <source>Left</source>
            <translation>Links</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/level_meter.py" />
            <source>Level of what is heard, on the left and right</source>
            <translation>Pegel des Gehörten, links und rechts</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/level_meter.py" />
            <source>Right</source>
            <translation>Rechts</translation>
        </message>
    </context>
    <context>
        <name>LibraryActions</name>
        <message>
            <location filename="../genre_desktop/ui/library/library_actions.py" />
            <source>&amp;Correct the genre</source>
            <translation>Genre &amp;korrigieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_actions.py" />
            <source>&amp;Export all on show</source>
            <translation>Alle gezeigten exp&amp;ortieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_actions.py" />
            <source>&amp;Library</source>
            <translation>&amp;Bibliothek</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_actions.py" />
            <source>&amp;Organise folders…</source>
            <translation>In Ordner &amp;sortieren …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_actions.py" />
            <source>&amp;Play</source>
            <translation>&amp;Abspielen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_actions.py" />
            <source>&amp;Remove from the library…</source>
            <translation>Aus der Bibliothek &amp;entfernen …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_actions.py" />
            <source>&amp;Write tags…</source>
            <translation>&amp;Tags schreiben …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_actions.py" />
            <source>Add the selected tracks to the list and play the first of them.</source>
            <translation>Die ausgewählten Stücke zur Liste hinzufügen und das erste davon abspielen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_actions.py" />
            <source>Add the selected tracks to the list.</source>
            <translation>Die ausgewählten Stücke zur Liste hinzufügen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_actions.py" />
            <source>Add to the l&amp;ist</source>
            <translation>Zur &amp;Liste hinzufügen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_actions.py" />
            <source>Copy or move the files of the selected tracks into folders by genre, artist and album, after a preview.</source>
            <translation>Die Dateien der ausgewählten Stücke nach einer Vorschau in Ordner nach Genre, Interpret und Album kopieren oder verschieben.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_actions.py" />
            <source>Copy or move the files of the tracks on show into folders by genre, artist and album, after a preview.</source>
            <translation>Die Dateien der gezeigten Stücke nach einer Vorschau in Ordner nach Genre, Interpret und Album kopieren oder verschieben.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_actions.py" />
            <source>Correct the genre…</source>
            <translation>Genre korrigieren …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_actions.py" />
            <source>E&amp;xport the selection</source>
            <translation>Auswahl e&amp;xportieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_actions.py" />
            <source>Export…</source>
            <translation>Exportieren …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_actions.py" />
            <source>Forget what was heard of the selected tracks. The files stay where they are.</source>
            <translation>Vergessen, was von den ausgewählten Stücken gehört wurde. Die Dateien bleiben, wo sie sind.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_actions.py" />
            <source>Go through the doubtful genres of the selected tracks, or of all on show, each answered with one key.</source>
            <translation>Die zweifelhaften Genres der ausgewählten oder aller gezeigten Stücke durchgehen, jedes mit einer Taste beantwortet.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_actions.py" />
            <source>Look for every file of the library where it was when it was heard.</source>
            <translation>Jede Datei der Bibliothek dort suchen, wo sie war, als sie gehört wurde.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_actions.py" />
            <source>Look for files that are &amp;gone</source>
            <translation>Nach &amp;verschwundenen Dateien suchen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_actions.py" />
            <source>Organise files of the selec&amp;tion…</source>
            <translation>Dateien der A&amp;uswahl in Ordner sortieren …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_actions.py" />
            <source>Re&amp;view…</source>
            <translation>Zwei&amp;felhaftes durchsehen …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_actions.py" />
            <source>Say which genre the selected tracks are; Ctrl+1, Ctrl+2 … do it at once.</source>
            <translation>Sagen, welches Genre die ausgewählten Stücke haben; Strg+1, Strg+2 … tun es sofort.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_actions.py" />
            <source>Show everything that was ever heard, or return to the list.</source>
            <translation>Alles zeigen, was je gehört wurde, oder zur Liste zurückkehren.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_actions.py" />
            <source>Show in the &amp;file manager</source>
            <translation>Im &amp;Dateimanager zeigen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_actions.py" />
            <source>Show the file in its folder.</source>
            <translation>Die Datei in ihrem Ordner zeigen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_actions.py" />
            <source>Write tags of the &amp;selection…</source>
            <translation>Tags der Aus&amp;wahl schreiben …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_actions.py" />
            <source>Write the genres of the selected tracks into their files, after a preview.</source>
            <translation>Die Genres der ausgewählten Stücke nach einer Vorschau in ihre Dateien schreiben.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_actions.py" />
            <source>Write the genres of the tracks on show into their files, after a preview.</source>
            <translation>Die Genres der gezeigten Stücke nach einer Vorschau in ihre Dateien schreiben.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_actions.py" />
            <source>Write the tracks on show to a table, playlists or in another form.</source>
            <translation>Die gezeigten Stücke als Tabelle, als Wiedergabelisten oder in anderer Form schreiben.</translation>
        </message>
    </context>
    <context>
        <name>LibraryDoing</name>
        <message>
            <location filename="../genre_desktop/ui/library/library_doing.py" />
            <source>%1 file is gone and was left out.</source>
            <translation>%1 Datei ist verschwunden und wurde ausgelassen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_doing.py" />
            <source>%1 files are gone and were left out.</source>
            <translation>%1 Dateien sind verschwunden und wurden ausgelassen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_doing.py" />
            <source>%1 track was added to the list.</source>
            <translation>%1 Stück wurde zur Liste hinzugefügt.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_doing.py" />
            <source>%1 track was removed from the library.</source>
            <translation>%1 Stück wurde aus der Bibliothek entfernt.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_doing.py" />
            <source>%1 track was written to %2.</source>
            <translation>%1 Stück wurde nach %2 geschrieben.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_doing.py" />
            <source>%1 tracks were added to the list.</source>
            <translation>%1 Stücke wurden zur Liste hinzugefügt.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_doing.py" />
            <source>%1 tracks were removed from the library.</source>
            <translation>%1 Stücke wurden aus der Bibliothek entfernt.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_doing.py" />
            <source>%1 tracks were written to %2.</source>
            <translation>%1 Stücke wurden nach %2 geschrieben.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_doing.py" />
            <source>&amp;Remove</source>
            <translation>&amp;Entfernen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_doing.py" />
            <source>All of that is in the list already.</source>
            <translation>All das steht schon in der Liste.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_doing.py" />
            <source>Every file of the library was looked for. Those that are gone are marked.</source>
            <translation>Jede Datei der Bibliothek wurde gesucht. Die verschwundenen sind gekennzeichnet.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_doing.py" />
            <source>Exporting: %1 of %2 tracks so far.</source>
            <translation>Export: bisher %1 von %2 Stücken.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_doing.py" />
            <source>For so many tracks this cannot be undone.</source>
            <translation>Bei so vielen Stücken lässt sich das nicht rückgängig machen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_doing.py" />
            <source>Left out: %1.</source>
            <translation>Ausgelassen: %1.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_doing.py" />
            <source>None of these tracks can be written so; nothing was written.</source>
            <translation>Keines dieser Stücke lässt sich so schreiben; nichts wurde geschrieben.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_doing.py" />
            <source>Remove %1 track from the library?</source>
            <translation>%1 Stück aus der Bibliothek entfernen?</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_doing.py" />
            <source>Remove %1 tracks from the library?</source>
            <translation>%1 Stücke aus der Bibliothek entfernen?</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_doing.py" />
            <source>Remove from the library</source>
            <translation>Aus der Bibliothek entfernen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_doing.py" />
            <source>Show what is gone</source>
            <translation>Verschwundene zeigen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_doing.py" />
            <source>Stop</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_doing.py" />
            <source>The export was stopped; what was not finished is not there.</source>
            <translation>Der Export wurde angehalten; was nicht fertig wurde, gibt es nicht.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_doing.py" />
            <source>The folder of “%1” could not be opened.</source>
            <translation>Der Ordner von „%1“ konnte nicht geöffnet werden.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_doing.py" />
            <source>The key of %1 track is looked for; all of it is decoded.</source>
            <translation>Die Tonart von %1 Stück wird gesucht; es wird dazu ganz dekodiert.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_doing.py" />
            <source>The keys of %1 tracks are looked for; all of each is decoded.</source>
            <translation>Die Tonarten von %1 Stücken werden gesucht; jedes wird dazu ganz dekodiert.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_doing.py" />
            <source>What was heard of them is forgotten, with all parts of their files. The files, their tags and your corrections stay; adding them to the list hears them again.</source>
            <translation>Was von ihnen gehört wurde, wird vergessen, mit allen Teilen ihrer Dateien. Die Dateien, ihre Tags und Ihre Korrekturen bleiben; wer sie zur Liste hinzufügt, lässt sie neu hören.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_doing.py" />
            <source>remove %1 track from the library</source>
            <translation>%1 Stück aus der Bibliothek entfernen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_doing.py" />
            <source>remove %1 tracks from the library</source>
            <translation>%1 Stücke aus der Bibliothek entfernen</translation>
        </message>
    </context>
    <context>
        <name>LibraryExporting</name>
        <message>
            <location filename="../genre_desktop/services/library/library_exporting.py" />
            <source>the model that heard each track last</source>
            <translation>das Modell, das jedes Stück zuletzt hörte</translation>
        </message>
    </context>
    <context>
        <name>LibraryPage</name>
        <message>
            <location filename="../genre_desktop/ui/library/library_page.py" />
            <source>%1 files to come</source>
            <translation>%1 Dateien folgen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_page.py" />
            <source>%1 selected</source>
            <translation>%1 ausgewählt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_page.py" />
            <source>%1 track</source>
            <translation>%1 Stück</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_page.py" />
            <source>%1 tracks</source>
            <translation>%1 Stücke</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_page.py" />
            <source>Clear filter</source>
            <translation>Filter leeren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_page.py" />
            <source>Filter the library</source>
            <translation>Die Bibliothek filtern</translation>
        </message>
    </context>
    <context>
        <name>LibraryShowing</name>
        <message>
            <location filename="../genre_desktop/ui/library/library_showing.py" />
            <source>%1 file that had gone was found again: %2.</source>
            <translation>%1 verschwundene Datei wurde wiedergefunden: %2.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_showing.py" />
            <source>%1 files that had gone were found again, one of them as %2.</source>
            <translation>%1 verschwundene Dateien wurden wiedergefunden, eine davon als %2.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_showing.py" />
            <source>Every file is where it was.</source>
            <translation>Jede Datei ist, wo sie war.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_showing.py" />
            <source>No file has a problem.</source>
            <translation>Keine Datei hat ein Problem.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_showing.py" />
            <source>No track is unsure.</source>
            <translation>Kein Stück ist unsicher.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_showing.py" />
            <source>No track of the library matches %1.</source>
            <translation>Kein Stück der Bibliothek passt zu %1.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_showing.py" />
            <source>No track sounds otherwise than its tag says.</source>
            <translation>Kein Stück klingt anders, als sein Tag sagt.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_showing.py" />
            <source>Nothing was heard yet. What you add to the list will be here, and stay.</source>
            <translation>Noch wurde nichts gehört. Was Sie zur Liste hinzufügen, wird hier sein und bleiben.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_showing.py" />
            <source>The library is being read in.</source>
            <translation>Die Bibliothek wird eingelesen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/library_showing.py" />
            <source>There is nothing to play yet. Add music to the list, or select a track of the library.</source>
            <translation>Noch gibt es nichts abzuspielen. Fügen Sie der Liste Musik hinzu, oder wählen Sie ein Stück der Bibliothek aus.</translation>
        </message>
    </context>
    <context>
        <name>LibraryTable</name>
        <message>
            <location filename="../genre_desktop/ui/library/library_table.py" />
            <source>Tracks of the library</source>
            <translation>Stücke der Bibliothek</translation>
        </message>
    </context>
    <context>
        <name>LibraryTrying</name>
        <message>
            <location filename="../genre_desktop/ui/library/library_trying.py" />
            <source>It is tried again by itself every few seconds.</source>
            <translation>Es wird alle paar Sekunden von selbst noch einmal versucht.</translation>
        </message>
    </context>
    <context>
        <name>LinesModel</name>
        <message>
            <location filename="../genre_desktop/ui/tagging/lines_model.py" />
            <source>not selected</source>
            <translation>nicht ausgewählt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/lines_model.py" />
            <source>selected</source>
            <translation>ausgewählt</translation>
        </message>
    </context>
    <context>
        <name>ListEditing</name>
        <message>
            <location filename="../genre_desktop/ui/list_editing.py" />
            <source>clear the list</source>
            <translation>Liste leeren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/list_editing.py" />
            <source>move %1 track</source>
            <translation>%1 Stück verschieben</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/list_editing.py" />
            <source>move %1 tracks</source>
            <translation>%1 Stücke verschieben</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/list_editing.py" />
            <source>remove %1 track</source>
            <translation>%1 Stück entfernen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/list_editing.py" />
            <source>remove %1 tracks</source>
            <translation>%1 Stücke entfernen</translation>
        </message>
    </context>
    <context>
        <name>ListExport</name>
        <message>
            <location filename="../genre_desktop/ui/list_export.py" />
            <source>%1 of %3 tracks, the one on show, was saved to %2.</source>
            <translation>%1 von %3 Stücken, das gezeigte, wurde in %2 gespeichert.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/list_export.py" />
            <source>%1 of %3 tracks, those on show, were saved to %2.</source>
            <translation>%1 von %3 Stücken, die gezeigten, wurden in %2 gespeichert.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/list_export.py" />
            <source>%1 track was saved to %2.</source>
            <translation>%1 Stück wurde in %2 gespeichert.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/list_export.py" />
            <source>%1 tracks were saved to %2.</source>
            <translation>%1 Stücke wurden in %2 gespeichert.</translation>
        </message>
    </context>
    <context>
        <name>ListeningStatus</name>
        <message>
            <location filename="../genre_desktop/ui/listening_status.py" />
            <source>%1 not heard</source>
            <translation>%1 nicht gehört</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/listening_status.py" />
            <source>%1 note</source>
            <translation>%1 Hinweis</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/listening_status.py" />
            <source>%1 notes</source>
            <translation>%1 Hinweise</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/listening_status.py" />
            <source>%1 on show</source>
            <translation>%1 gezeigt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/listening_status.py" />
            <source>%1 problem</source>
            <translation>%1 Problem</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/listening_status.py" />
            <source>%1 problems</source>
            <translation>%1 Probleme</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/listening_status.py" />
            <source>%1 s</source>
            <translation>%1 s</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/listening_status.py" />
            <source>%1 selected</source>
            <translation>%1 ausgewählt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/listening_status.py" />
            <source>%1 track</source>
            <translation>%1 Stück</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/listening_status.py" />
            <source>%1 tracks</source>
            <translation>%1 Stücke</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/listening_status.py" />
            <source>%1 unsure</source>
            <translation>%1 unsicher</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/listening_status.py" />
            <source>%1 × realtime</source>
            <translation>%1 × Echtzeit</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/listening_status.py" />
            <source>Done: %1 in %3</source>
            <translation>Fertig: %1 in %3</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/listening_status.py" />
            <source>No tracks</source>
            <translation>Keine Stücke</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/listening_status.py" />
            <source>No tracks · %1 brings back what was there</source>
            <translation>Keine Stücke · %1 holt sie zurück</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/listening_status.py" />
            <source>Ready</source>
            <translation>Bereit</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/listening_status.py" />
            <source>Stopped: %1 of %2 in %3</source>
            <translation>Angehalten: %1 von %2 in %3</translation>
        </message>
    </context>
    <context>
        <name>MeanSpectrum</name>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/mean_spectrum.py" />
            <source>Mean spectrum</source>
            <translation>Mittleres Spektrum</translation>
        </message>
    </context>
    <context>
        <name>Menus</name>
        <message>
            <location filename="../genre_desktop/ui/menus.py" />
            <source>&amp;Columns</source>
            <translation>&amp;Spalten</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/menus.py" />
            <source>&amp;Edit</source>
            <translation>&amp;Bearbeiten</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/menus.py" />
            <source>&amp;File</source>
            <translation>&amp;Datei</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/menus.py" />
            <source>&amp;Genres</source>
            <translation>&amp;Genres</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/menus.py" />
            <source>&amp;Help</source>
            <translation>&amp;Hilfe</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/menus.py" />
            <source>&amp;Library</source>
            <translation>Bib&amp;liothek</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/menus.py" />
            <source>&amp;Model</source>
            <translation>&amp;Modell</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/menus.py" />
            <source>&amp;Playback</source>
            <translation>&amp;Wiedergabe</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/menus.py" />
            <source>&amp;Sort by</source>
            <translation>Sor&amp;tieren nach</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/menus.py" />
            <source>&amp;Track</source>
            <translation>S&amp;tück</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/menus.py" />
            <source>&amp;View</source>
            <translation>&amp;Ansicht</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/menus.py" />
            <source>Sp&amp;ectrogram</source>
            <translation>Sp&amp;ektrogramm</translation>
        </message>
    </context>
    <context>
        <name>MessageBar</name>
        <message>
            <location filename="../genre_desktop/ui/message_bar.py" />
            <source>%1 more</source>
            <translation>%1 weitere</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/message_bar.py" />
            <source>Close this message</source>
            <translation>Diese Meldung schließen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/message_bar.py" />
            <source>Message of the program</source>
            <translation>Meldung des Programms</translation>
        </message>
    </context>
    <context>
        <name>ModelCardDialog</name>
        <message>
            <location filename="../genre_desktop/ui/model_card_dialog.py" />
            <source>Card of the model, to read</source>
            <translation>Karte des Modells, zum Lesen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/model_card_dialog.py" />
            <source>Model card</source>
            <translation>Modellkarte</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/model_card_dialog.py" />
            <source>This package has no card.</source>
            <translation>Dieses Paket hat keine Karte.</translation>
        </message>
    </context>
    <context>
        <name>ModelChoice</name>
        <message>
            <location filename="../genre_desktop/ui/model_choice.py" />
            <source>%1 genre</source>
            <translation>%1 Genre</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/model_choice.py" />
            <source>%1 genres</source>
            <translation>%1 Genres</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/model_choice.py" />
            <source>Model that hears the music</source>
            <translation>Modell, das die Musik hört</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/model_choice.py" />
            <source>Which model hears the music.</source>
            <translation>Welches Modell die Musik hört.</translation>
        </message>
    </context>
    <context>
        <name>ModelPage</name>
        <message>
            <location filename="../genre_desktop/ui/model_page.py" />
            <source>&amp;Install a model…</source>
            <translation>Ein Modell &amp;installieren …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/model_page.py" />
            <source>&amp;Model</source>
            <translation>&amp;Modell</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/model_page.py" />
            <source>&amp;Remove…</source>
            <translation>E&amp;ntfernen …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/model_page.py" />
            <source>A package is its manifest.json with the files beside it, or an archive (.zip), such as training exports. It is checked, and proves itself, before it is copied.</source>
            <translation>Ein Paket ist seine manifest.json mit den Dateien daneben oder ein Archiv (.zip), wie das Training sie ausgibt. Es wird geprüft und muss sich beweisen, bevor es kopiert wird.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/model_page.py" />
            <source>Another model hears every track of the list anew; what the present one said is remembered. Genres, About this model shows what a model was made from and how well it does.</source>
            <translation>Ein anderes Modell hört jedes Stück der Liste neu; was das jetzige sagte, bleibt gemerkt. „Genres, Über dieses Modell“ zeigt, woraus ein Modell gemacht ist und wie gut es ist.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/model_page.py" />
            <source>In safe mode only the program's own models are on offer.</source>
            <translation>Im abgesicherten Modus stehen nur die Modelle des Programms zur Wahl.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/model_page.py" />
            <source>Model packages that you installed</source>
            <translation>Modellpakete, die Sie installiert haben</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/model_page.py" />
            <source>Model that hears the music from now on</source>
            <translation>Modell, das von jetzt an die Musik hört</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/model_page.py" />
            <source>Models of your &amp;own</source>
            <translation>&amp;Eigene Modelle</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/model_page.py" />
            <source>No model of your own is installed.</source>
            <translation>Es ist kein eigenes Modell installiert.</translation>
        </message>
    </context>
    <context>
        <name>ModelUse</name>
        <message>
            <location filename="../genre_desktop/ui/model_use.py" />
            <source>There is no model that can be used. Install the program again.</source>
            <translation>Es gibt kein brauchbares Modell. Installieren Sie das Programm neu.</translation>
        </message>
    </context>
    <context>
        <name>NoMatch</name>
        <message>
            <location filename="../genre_desktop/ui/no_match.py" />
            <source>Clear filter</source>
            <translation>Filter leeren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/no_match.py" />
            <source>No track matches %1.</source>
            <translation>Kein Stück passt zu %1.</translation>
        </message>
    </context>
    <context>
        <name>NowPanel</name>
        <message>
            <location filename="../genre_desktop/ui/player/now_panel.py" />
            <source>%1 to %2</source>
            <translation>%1 bis %2</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/now_panel.py" />
            <source>Classified while it plays</source>
            <translation>Klassifiziert, während es läuft</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/now_panel.py" />
            <source>Classifying what you hear…</source>
            <translation>Was Sie hören, wird klassifiziert …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/now_panel.py" />
            <source>Genres of what is heard now</source>
            <translation>Genres dessen, was gerade zu hören ist</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/now_panel.py" />
            <source>Next change at %1: %2</source>
            <translation>Nächster Wechsel bei %1: %2</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/now_panel.py" />
            <source>No other genre to the end</source>
            <translation>Kein anderes Genre bis zum Ende</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/now_panel.py" />
            <source>Now</source>
            <translation>Jetzt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/now_panel.py" />
            <source>Play a track to see its genres move with the music.</source>
            <translation>Ein Stück abspielen, um seine Genres mit der Musik wechseln zu sehen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/now_panel.py" />
            <source>silence</source>
            <translation>Stille</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/now_panel.py" />
            <source>unsure</source>
            <translation>unsicher</translation>
        </message>
    </context>
    <context>
        <name>Organise</name>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>%1 deselected by you</source>
            <translation>%1 von Ihnen abgewählt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>%1 not among your genres</source>
            <translation>%1 nicht unter Ihren Genres</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>%1 there already</source>
            <translation>%1 schon dort</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>%1 unsure left alone</source>
            <translation>%1 unsichere nicht angetastet</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>%1 with several tracks in one file</source>
            <translation>%1 mit mehreren Stücken in einer Datei</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>%1 without a genre heard</source>
            <translation>%1 ohne gehörtes Genre</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>%2 of %1 file was copied</source>
            <translation>%2 von %1 Datei wurde kopiert</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>%2 of %1 file was moved</source>
            <translation>%2 von %1 Datei wurde verschoben</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>%2 of %1 file would be copied</source>
            <translation>%2 von %1 Datei würde kopiert</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>%2 of %1 file would be moved</source>
            <translation>%2 von %1 Datei würde verschoben</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>%2 of %1 files were copied</source>
            <translation>%2 von %1 Dateien wurden kopiert</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>%2 of %1 files were moved</source>
            <translation>%2 von %1 Dateien wurden verschoben</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>%2 of %1 files would be copied</source>
            <translation>%2 von %1 Dateien würden kopiert</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>%2 of %1 files would be moved</source>
            <translation>%2 von %1 Dateien würden verschoben</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>C&amp;opy %1 file</source>
            <translation>%1 &amp;Datei kopieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>C&amp;opy %1 files</source>
            <translation>%1 &amp;Dateien kopieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>Copying %1 files…</source>
            <translation>%1 Dateien werden kopiert …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>Copying %1 file…</source>
            <translation>%1 Datei wird kopiert …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>Deselected by you</source>
            <translation>Von Ihnen abgewählt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>Done</source>
            <translation>Erledigt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>Left as it was</source>
            <translation>Blieb, wie es war</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>Looking at %1 files…</source>
            <translation>%1 Dateien werden angesehen …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>Looking at %1 file…</source>
            <translation>%1 Datei wird angesehen …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>M&amp;ove %1 file</source>
            <translation>%1 &amp;Datei verschieben</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>M&amp;ove %1 files</source>
            <translation>%1 &amp;Dateien verschieben</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>Moving %1 files…</source>
            <translation>%1 Dateien werden verschoben …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>Moving %1 file…</source>
            <translation>%1 Datei wird verschoben …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>No genre heard</source>
            <translation>Kein Genre gehört</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>Not among yours</source>
            <translation>Nicht unter Ihren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>Nothing is overwritten; pictures and other files stay.</source>
            <translation>Nichts wird überschrieben; Bilder und andere Dateien bleiben.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>Several tracks in one file</source>
            <translation>Mehrere Stücke in einer Datei</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>There already</source>
            <translation>Schon dort</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>Unsure, left alone</source>
            <translation>Unsicher, bleibt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>With its CUE sheet</source>
            <translation>Mit der CUE-Datei</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_words.py" />
            <source>Without its CUE sheet</source>
            <translation>Ohne die CUE-Datei</translation>
        </message>
    </context>
    <context>
        <name>OrganiseDialog</name>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_dialog.py" />
            <source>%1 was left as it was; its note says why.</source>
            <translation>%1 blieb, wie sie war; ihr Hinweis sagt, warum.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_dialog.py" />
            <source>%1 were left as they were; their notes say why.</source>
            <translation>%1 blieben, wie sie waren; ihre Hinweise sagen, warum.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_dialog.py" />
            <source>&amp;Close</source>
            <translation>&amp;Schließen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_dialog.py" />
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_dialog.py" />
            <source>Files and where they would go</source>
            <translation>Dateien und wohin sie kämen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_dialog.py" />
            <source>History puts files back, at any time.</source>
            <translation>Der Verlauf legt Dateien jederzeit zurück.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_dialog.py" />
            <source>New place</source>
            <translation>Neuer Platz</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_dialog.py" />
            <source>Organise folders</source>
            <translation>In Ordner sortieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_dialog.py" />
            <source>Progress of organising</source>
            <translation>Fortschritt des Sortierens</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_dialog.py" />
            <source>You stopped it; the files that were left are where they were.</source>
            <translation>Angehalten; die übrigen Dateien sind, wo sie waren.</translation>
        </message>
    </context>
    <context>
        <name>OrganiseOptions</name>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_options.py" />
            <source> %</source>
            <translation> %</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_options.py" />
            <source>&amp;Above confidence</source>
            <translation>A&amp;b Sicherheit</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_options.py" />
            <source>&amp;Into the folder</source>
            <translation>&amp;In den Ordner</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_options.py" />
            <source>&amp;Move the files</source>
            <translation>Dateien &amp;verschieben</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_options.py" />
            <source>A slash begins a folder. There are %1. After a bar stands what is written where a file says nothing: {album|Singles}.</source>
            <translation>Ein Schrägstrich beginnt einen Ordner. Es gibt %1. Nach einem senkrechten Strich steht, was geschrieben wird, wo eine Datei nichts sagt: {album|Einzelne}.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_options.py" />
            <source>C&amp;hoose…</source>
            <translation>&amp;Wählen …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_options.py" />
            <source>Choose a folder</source>
            <translation>Einen Ordner wählen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_options.py" />
            <source>Choose the folder in which folders are made</source>
            <translation>Den Ordner wählen, in dem Ordner angelegt werden</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_options.py" />
            <source>Choose the folder in which folders are to be made.</source>
            <translation>Bitte den Ordner wählen, in dem Ordner angelegt werden sollen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_options.py" />
            <source>Co&amp;py the files</source>
            <translation>Dateien &amp;kopieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_options.py" />
            <source>Folde&amp;rs and names</source>
            <translation>Ordner &amp;und Namen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_options.py" />
            <source>Folder in which folders are made</source>
            <translation>Ordner, in dem Ordner angelegt werden</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_options.py" />
            <source>Least confidence in percent</source>
            <translation>Kleinste Sicherheit in Prozent</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_options.py" />
            <source>Only</source>
            <translation>Nur</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_options.py" />
            <source>Pattern of folders and names</source>
            <translation>Muster der Ordner und Namen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_options.py" />
            <source>The folder needs its whole path, from the beginning.</source>
            <translation>Der Ordner braucht seinen ganzen Pfad, von Anfang an.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_options.py" />
            <source>Without this limit, what the model itself is unsure of is left alone.</source>
            <translation>Ohne diese Grenze bleibt unberührt, wessen das Modell selbst unsicher ist.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/organise_options.py" />
            <source>{genre}/{artist}/{album}/{file name}</source>
            <translation>{genre}/{artist|Unbekannter Interpret}/{album|Unbekanntes Album}/{file name}</translation>
        </message>
    </context>
    <context>
        <name>OwnModels</name>
        <message>
            <location filename="../genre_desktop/ui/own_models.py" />
            <source>&amp;Remove</source>
            <translation>&amp;Entfernen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/own_models.py" />
            <source>Install a model</source>
            <translation>Ein Modell installieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/own_models.py" />
            <source>Its folder is deleted. What it heard stays in the library; to hear with it again, install it again.</source>
            <translation>Sein Ordner wird gelöscht. Was es gehört hat, bleibt in der Bibliothek; um wieder damit zu hören, ist es neu zu installieren.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/own_models.py" />
            <source>Model packages (manifest.json *.zip)</source>
            <translation>Modellpakete (manifest.json *.zip)</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/own_models.py" />
            <source>Remove a model</source>
            <translation>Ein Modell entfernen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/own_models.py" />
            <source>Remove the model “%1”?</source>
            <translation>Das Modell „%1“ entfernen?</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/own_models.py" />
            <source>The model is checked…</source>
            <translation>Das Modell wird geprüft …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/own_models.py" />
            <source>“%1” is hearing tracks. Stop the listening, then remove the model.</source>
            <translation>„%1“ hört gerade Stücke. Beenden Sie das Hören, dann lässt sich das Modell entfernen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/own_models.py" />
            <source>“%1” is installed and can be chosen as the model.</source>
            <translation>„%1“ ist installiert und kann als Modell gewählt werden.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/own_models.py" />
            <source>“%1” was removed.</source>
            <translation>„%1“ wurde entfernt.</translation>
        </message>
    </context>
    <context>
        <name>PairsTable</name>
        <message>
            <location filename="../genre_desktop/ui/tagging/pairs_table.py" />
            <source>Type or double-click to add</source>
            <translation>Tippen oder doppelklicken, um hinzuzufügen</translation>
        </message>
    </context>
    <context>
        <name>PlacesModel</name>
        <message>
            <location filename="../genre_desktop/ui/organising/places_model.py" />
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/places_model.py" />
            <source>Folder now</source>
            <translation>Ordner jetzt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/places_model.py" />
            <source>New place</source>
            <translation>Neuer Platz</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/organising/places_model.py" />
            <source>Note</source>
            <translation>Hinweis</translation>
        </message>
    </context>
    <context>
        <name>Playback</name>
        <message>
            <location filename="../genre_desktop/ui/player/playback.py" />
            <source>Looking for sound devices…</source>
            <translation>Tonausgänge werden gesucht …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback.py" />
            <source>No sound device was found</source>
            <translation>Es wurde kein Tonausgang gefunden</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback.py" />
            <source>The sound device was removed. Playback is paused; it goes on at the same place when you press Play or choose a device.</source>
            <translation>Der Tonausgang wurde entfernt. Die Wiedergabe pausiert; sie geht an derselben Stelle weiter, wenn Sie Abspielen drücken oder einen Ausgang wählen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback.py" />
            <source>The sound device “%1” is not there. Sound goes to “%2”.</source>
            <translation>Der Tonausgang „%1“ ist nicht da. Der Ton geht an „%2“.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback.py" />
            <source>There is no sound device. Tracks play without sound.</source>
            <translation>Es gibt keinen Tonausgang. Die Stücke laufen ohne Ton.</translation>
        </message>
    </context>
    <context>
        <name>PlaybackActions</name>
        <message>
            <location filename="../genre_desktop/ui/player/playback_actions.py" />
            <source>&amp;Back 5 seconds</source>
            <translation>5 Sekunden &amp;zurück</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_actions.py" />
            <source>&amp;Go to the playing track</source>
            <translation>Zum &amp;laufenden Stück gehen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_actions.py" />
            <source>&amp;Mute</source>
            <translation>S&amp;tumm</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_actions.py" />
            <source>&amp;Next track</source>
            <translation>&amp;Nächstes Stück</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_actions.py" />
            <source>&amp;Pause</source>
            <translation>&amp;Pause</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_actions.py" />
            <source>&amp;Play</source>
            <translation>&amp;Abspielen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_actions.py" />
            <source>&amp;Stop</source>
            <translation>&amp;Stopp</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_actions.py" />
            <source>A&amp;head 5 seconds</source>
            <translation>5 Sekunden &amp;vor</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_actions.py" />
            <source>Hear the last 5 seconds again.</source>
            <translation>Die letzten 5 Sekunden noch einmal hören.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_actions.py" />
            <source>Leave out 5 seconds.</source>
            <translation>5 Sekunden auslassen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_actions.py" />
            <source>Lou&amp;der</source>
            <translation>La&amp;uter</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_actions.py" />
            <source>Mute, or let it sound again.</source>
            <translation>Stumm schalten oder wieder klingen lassen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_actions.py" />
            <source>Nothing follows this track.</source>
            <translation>Nach diesem Stück kommt nichts.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_actions.py" />
            <source>Play from the beginning, or the previous track in its first seconds.</source>
            <translation>Von vorn abspielen, in den ersten Sekunden das vorige Stück.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_actions.py" />
            <source>Play in a random order.</source>
            <translation>In zufälliger Reihenfolge abspielen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_actions.py" />
            <source>Play louder.</source>
            <translation>Lauter abspielen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_actions.py" />
            <source>Play or pause.</source>
            <translation>Abspielen oder pausieren.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_actions.py" />
            <source>Play softer.</source>
            <translation>Leiser abspielen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_actions.py" />
            <source>Play the next track.</source>
            <translation>Das nächste Stück abspielen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_actions.py" />
            <source>Pre&amp;vious track</source>
            <translation>Vor&amp;iges Stück</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_actions.py" />
            <source>Repeat</source>
            <translation>Wiederholen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_actions.py" />
            <source>Repeat n&amp;othing</source>
            <translation>Ni&amp;chts wiederholen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_actions.py" />
            <source>Repeat nothing, the list, or this track.</source>
            <translation>Nichts, die Liste oder dieses Stück wiederholen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_actions.py" />
            <source>Repeat the &amp;list</source>
            <translation>Liste wie&amp;derholen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_actions.py" />
            <source>Repeat this &amp;track</source>
            <translation>Di&amp;eses Stück wiederholen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_actions.py" />
            <source>Sh&amp;uffle</source>
            <translation>Zu&amp;fällig</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_actions.py" />
            <source>Show the row of what is heard.</source>
            <translation>Die Zeile dessen zeigen, was zu hören ist.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_actions.py" />
            <source>Softe&amp;r</source>
            <translation>Leise&amp;r</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_actions.py" />
            <source>Stop a&amp;fter this track</source>
            <translation>Nach diesem Stück an&amp;halten</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_actions.py" />
            <source>Stop playing.</source>
            <translation>Die Wiedergabe anhalten.</translation>
        </message>
    </context>
    <context>
        <name>PlaybackPage</name>
        <message>
            <location filename="../genre_desktop/ui/player/playback_page.py" />
            <source>%1 ms</source>
            <translation>%1 ms</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_page.py" />
            <source>&amp;Latency</source>
            <translation>&amp;Latenz</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_page.py" />
            <source>&amp;Play all tracks about equally loud</source>
            <translation>&amp;Alle Stücke etwa gleich laut abspielen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_page.py" />
            <source>&amp;Reduce motion</source>
            <translation>&amp;Bewegung verringern</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_page.py" />
            <source>How long sound is under way to the device. Choose more where sound stutters; less makes jumps quicker.</source>
            <translation>Wie lange der Ton zum Ausgang unterwegs ist. Mehr hilft, wo der Ton stockt; weniger macht Sprünge schneller.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_page.py" />
            <source>Latency of the sound device</source>
            <translation>Latenz des Tonausgangs</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_page.py" />
            <source>Obeys the ReplayGain and R128 tags of files, and never makes a track so loud that its peaks are cut. Files without such tags play as they are.</source>
            <translation>Folgt den ReplayGain- und R128-Tags der Dateien und macht nie ein Stück so laut, dass seine Spitzen abgeschnitten werden. Dateien ohne solche Tags laufen, wie sie sind.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_page.py" />
            <source>Sound &amp;device</source>
            <translation>Tona&amp;usgang</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_page.py" />
            <source>Sound device that plays</source>
            <translation>Tonausgang, der abspielt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playback_page.py" />
            <source>The spectrogram moves on once a second, and bars change at once. Until you choose, this is as in your desktop's settings.</source>
            <translation>Das Spektrogramm rückt einmal je Sekunde weiter, und Balken wechseln sofort. Solange Sie nichts wählen, gilt die Einstellung Ihres Desktops.</translation>
        </message>
    </context>
    <context>
        <name>Player</name>
        <message>
            <location filename="../genre_desktop/services/player/player.py" />
            <source>Nothing came of “%1” for a minute; playing was stopped. Look whether its drive answers.</source>
            <translation>Von „%1“ kam eine Minute lang nichts; die Wiedergabe wurde angehalten. Sehen Sie nach, ob das Laufwerk antwortet.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/services/player/player.py" />
            <source>The player's own process ended while “%1” was heard.</source>
            <translation>Der eigene Prozess der Wiedergabe endete, während „%1“ zu hören war.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/services/player/player.py" />
            <source>The player's own process never begins to play; “%1” cannot be played.</source>
            <translation>Der eigene Prozess der Wiedergabe beginnt nie zu spielen; „%1“ kann nicht abgespielt werden.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/services/player/player.py" />
            <source>“%1” ended the player's own process; it cannot be played.</source>
            <translation>„%1“ beendete den eigenen Prozess der Wiedergabe; es kann nicht abgespielt werden.</translation>
        </message>
    </context>
    <context>
        <name>PlaylistPaths</name>
        <message>
            <location filename="../genre_desktop/ui/playlist_paths.py" />
            <source>%1 file is named by its absolute path: it lies on another drive, or has a name that no relative path can hold.</source>
            <translation>%1 Datei ist mit absolutem Pfad genannt: Sie liegt auf einem anderen Laufwerk oder hat einen Namen, den kein relativer Pfad fasst.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/playlist_paths.py" />
            <source>%1 files are named by their absolute paths: they lie on another drive, or have names that no relative path can hold.</source>
            <translation>%1 Dateien sind mit absolutem Pfad genannt: Sie liegen auf einem anderen Laufwerk oder haben Namen, die kein relativer Pfad fasst.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/playlist_paths.py" />
            <source>Also for music elsewhere on the drive, wherever another computer finds that drive.</source>
            <translation>Auch für Musik an anderer Stelle des Laufwerks, wo immer ein anderer Computer dieses findet.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/playlist_paths.py" />
            <source>Always &amp;absolute</source>
            <translation>Immer &amp;absolut</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/playlist_paths.py" />
            <source>Always &amp;relative</source>
            <translation>Immer &amp;relativ</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/playlist_paths.py" />
            <source>Pa&amp;ths in playlists</source>
            <translation>&amp;Pfade in Wiedergabelisten</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/playlist_paths.py" />
            <source>Relative &amp;below the playlist's folder, else absolute</source>
            <translation>&amp;Unterhalb des Ordners der Liste relativ, sonst absolut</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/playlist_paths.py" />
            <source>The playlist can be moved together with the music beside it.</source>
            <translation>Die Liste lässt sich zusammen mit der Musik neben ihr verschieben.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/playlist_paths.py" />
            <source>The playlist can be moved, the music cannot.</source>
            <translation>Die Liste lässt sich verschieben, die Musik nicht.</translation>
        </message>
    </context>
    <context>
        <name>PlotKeyWords</name>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/plot_key_words.py" />
            <source>Go to the beginning of the track; End goes to its end.</source>
            <translation>Zum Anfang des Stücks gehen; Ende geht zu seinem Ende.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/plot_key_words.py" />
            <source>Move on by what is in view; PgUp moves back.</source>
            <translation>Um das Sichtbare weitergehen; Bild auf geht zurück.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/plot_key_words.py" />
            <source>Move the cursor through frequencies.</source>
            <translation>Den Zeiger durch die Frequenzen bewegen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/plot_key_words.py" />
            <source>Move the cursor through time, to read off level and note.</source>
            <translation>Den Zeiger durch die Zeit bewegen, um Pegel und Ton abzulesen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/plot_key_words.py" />
            <source>Select nothing; once more to follow the music again.</source>
            <translation>Nichts auswählen; noch einmal, um der Musik wieder zu folgen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/plot_key_words.py" />
            <source>Select times and see their mean spectrum.</source>
            <translation>Zeiten auswählen und ihr mittleres Spektrum sehen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/plot_key_words.py" />
            <source>Zoom in at the cursor; − zooms out, 0 shows the whole track.</source>
            <translation>Am Zeiger vergrößern; − verkleinert, 0 zeigt das ganze Stück.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/plot_key_words.py" />
            <source>Zoom in on frequencies; Ctrl+− zooms out.</source>
            <translation>Frequenzen vergrößern; Strg+− verkleinert.</translation>
        </message>
    </context>
    <context>
        <name>Preferences</name>
        <message>
            <location filename="../genre_desktop/ui/preferences.py" />
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/preferences.py" />
            <source>Privacy</source>
            <translation>Datenschutz</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/preferences.py" />
            <source>Spectrogram</source>
            <translation>Spektrogramm</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/preferences.py" />
            <source>Watched folders</source>
            <translation>Beobachtete Ordner</translation>
        </message>
    </context>
    <context>
        <name>PreferencesDialog</name>
        <message>
            <location filename="../genre_desktop/ui/preferences_dialog.py" />
            <source>Every change is kept at once.</source>
            <translation>Jede Änderung wird sofort gespeichert.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/preferences_dialog.py" />
            <source>General</source>
            <translation>Allgemein</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/preferences_dialog.py" />
            <source>Pages of the preferences</source>
            <translation>Seiten der Einstellungen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/preferences_dialog.py" />
            <source>Playback</source>
            <translation>Wiedergabe</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/preferences_dialog.py" />
            <source>Preferences</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/preferences_dialog.py" />
            <source>Tags</source>
            <translation>Tags</translation>
        </message>
    </context>
    <context>
        <name>PreviewDialog</name>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_dialog.py" />
            <source>%1 was left as it was; its note says why.</source>
            <translation>%1 blieb, wie sie war; ihr Hinweis sagt, warum.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_dialog.py" />
            <source>%1 were left as they were; their notes say why.</source>
            <translation>%1 blieben, wie sie waren; ihre Hinweise sagen, warum.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_dialog.py" />
            <source>&amp;Close</source>
            <translation>&amp;Schließen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_dialog.py" />
            <source>&amp;Write %1 file</source>
            <translation>%1 Datei s&amp;chreiben</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_dialog.py" />
            <source>&amp;Write %1 files</source>
            <translation>%1 Dateien s&amp;chreiben</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_dialog.py" />
            <source>Change</source>
            <translation>Änderung</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_dialog.py" />
            <source>Each file is written as a checked copy first. History takes it back.</source>
            <translation>Jede Datei wird zuerst als geprüfte Kopie geschrieben. Der Verlauf nimmt das zurück.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_dialog.py" />
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_dialog.py" />
            <source>Files and what would be written</source>
            <translation>Dateien und was geschrieben würde</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_dialog.py" />
            <source>History takes back what was written, at any time.</source>
            <translation>Der Verlauf nimmt Geschriebenes jederzeit zurück.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_dialog.py" />
            <source>Progress of writing</source>
            <translation>Fortschritt des Schreibens</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_dialog.py" />
            <source>Write tags</source>
            <translation>Tags schreiben</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_dialog.py" />
            <source>Writing %1 files…</source>
            <translation>%1 Dateien werden geschrieben …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_dialog.py" />
            <source>Writing %1 file…</source>
            <translation>%1 Datei wird geschrieben …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_dialog.py" />
            <source>You stopped it; the files that were left are as they were.</source>
            <translation>Angehalten; die übrigen Dateien sind, wie sie waren.</translation>
        </message>
    </context>
    <context>
        <name>PreviewModel</name>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_model.py" />
            <source>Confidence</source>
            <translation>Sicherheit</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_model.py" />
            <source>Genre after</source>
            <translation>Genre danach</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_model.py" />
            <source>Genre now</source>
            <translation>Genre jetzt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_model.py" />
            <source>Note</source>
            <translation>Hinweis</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_model.py" />
            <source>Track</source>
            <translation>Stück</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_model.py" />
            <source>unchanged</source>
            <translation>unverändert</translation>
        </message>
    </context>
    <context>
        <name>PreviewOptions</name>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_options.py" />
            <source> %</source>
            <translation> %</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_options.py" />
            <source>&amp;Above confidence</source>
            <translation>A&amp;b Sicherheit</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_options.py" />
            <source>&amp;Model name</source>
            <translation>Name des &amp;Modells</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_options.py" />
            <source>&amp;Replace the genre</source>
            <translation>&amp;Das Genre ersetzen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_options.py" />
            <source>&amp;Tempo</source>
            <translation>Tem&amp;po</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_options.py" />
            <source>A&amp;ppend to the genre</source>
            <translation>An das Genre an&amp;hängen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_options.py" />
            <source>Also write</source>
            <translation>Außerdem schreiben</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_options.py" />
            <source>C&amp;onfidence</source>
            <translation>S&amp;icherheit</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_options.py" />
            <source>Least confidence in percent</source>
            <translation>Kleinste Sicherheit in Prozent</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_options.py" />
            <source>Names</source>
            <translation>Namen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_options.py" />
            <source>Only</source>
            <translation>Nur</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_options.py" />
            <source>Own names for genres, and what unsure means.</source>
            <translation>Eigene Namen für Genres, und was unsicher heißt.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_options.py" />
            <source>R&amp;ules…</source>
            <translation>Re&amp;geln …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_options.py" />
            <source>Second &amp;guess</source>
            <translation>&amp;Zweiter Tipp</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_options.py" />
            <source>Where the genre is &amp;empty</source>
            <translation>&amp;Wo das Genre leer ist</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_options.py" />
            <source>Without this limit, what the model itself is unsure of is left alone.</source>
            <translation>Ohne diese Grenze bleibt unberührt, wessen das Modell selbst unsicher ist.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_options.py" />
            <source>Write</source>
            <translation>Schreiben</translation>
        </message>
    </context>
    <context>
        <name>PreviewTable</name>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_table.py" />
            <source>Select or deselect all files on show</source>
            <translation>Alle gezeigten Dateien aus- oder abwählen</translation>
        </message>
    </context>
    <context>
        <name>PrivacyPage</name>
        <message>
            <location filename="../genre_desktop/ui/privacy_page.py" />
            <source>&amp;Delete and close</source>
            <translation>&amp;Löschen und schließen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/privacy_page.py" />
            <source>&amp;Delete what is selected…</source>
            <translation>Ausgewähltes &amp;löschen …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/privacy_page.py" />
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/privacy_page.py" />
            <source>Delete this, and close the window?</source>
            <translation>Dies löschen und das Fenster schließen?</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/privacy_page.py" />
            <source>Everything stays on this computer: there is no account, and nothing is sent anywhere. This is what the program keeps; your music is no part of it.</source>
            <translation>Alles bleibt auf diesem Computer: Es gibt kein Konto, und nichts wird irgendwohin gesendet. Dies ist, was das Programm aufbewahrt; Ihre Musik gehört nicht dazu.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/privacy_page.py" />
            <source>Listening stops, the window closes, and then it is deleted. It cannot be brought back. Your music files stay as they are.</source>
            <translation>Das Hören hält an, das Fenster schließt sich, dann wird gelöscht. Das lässt sich nicht rückgängig machen. Ihre Musikdateien bleiben, wie sie sind.</translation>
        </message>
    </context>
    <context>
        <name>ProblemSentences</name>
        <message>
            <location filename="../genre_desktop/ui/problem_sentences.py" />
            <source>A fault of this program; its log says more.</source>
            <translation>Ein Fehler dieses Programms; sein Protokoll sagt mehr.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/problem_sentences.py" />
            <source>Decoding this file ended its process; it was left out.</source>
            <translation>Das Dekodieren dieser Datei beendete seinen Prozess; sie wurde ausgelassen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/problem_sentences.py" />
            <source>Parts of the file could not be decoded and were left out.</source>
            <translation>Teile der Datei ließen sich nicht dekodieren und wurden ausgelassen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/problem_sentences.py" />
            <source>The ending of the file's name does not fit what is in it; rename it.</source>
            <translation>Die Endung des Dateinamens passt nicht zu ihrem Inhalt; benennen Sie sie um.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/problem_sentences.py" />
            <source>The file cannot be read; look at its permissions and the drive.</source>
            <translation>Die Datei ist nicht lesbar; sehen Sie nach ihren Rechten und dem Laufwerk.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/problem_sentences.py" />
            <source>The file claims channels or a rate that no recording has; its header is damaged.</source>
            <translation>Die Datei behauptet Kanäle oder eine Rate, die keine Aufnahme hat; ihr Kopf ist beschädigt.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/problem_sentences.py" />
            <source>The file ends earlier than it promises; the genre rests on what is there.</source>
            <translation>Die Datei endet früher, als sie verspricht; das Genre beruht auf dem, was da ist.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/problem_sentences.py" />
            <source>The file has a header but no sound behind it; get it again.</source>
            <translation>Die Datei hat einen Kopf, aber keinen Ton dahinter; besorgen Sie sie noch einmal.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/problem_sentences.py" />
            <source>The file holds no numbers that are sound; get it again.</source>
            <translation>Die Datei enthält keine Zahlen, die Ton wären; besorgen Sie sie noch einmal.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/problem_sentences.py" />
            <source>The file is damaged or incomplete: nothing in it can be decoded; get it again.</source>
            <translation>Die Datei ist beschädigt oder unvollständig: Nichts darin lässt sich dekodieren; besorgen Sie sie noch einmal.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/problem_sentences.py" />
            <source>The file is empty; get it again.</source>
            <translation>Die Datei ist leer; besorgen Sie sie noch einmal.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/problem_sentences.py" />
            <source>The file is longer than 12 hours; one genre says little of so much.</source>
            <translation>Die Datei ist länger als 12 Stunden; ein Genre sagt wenig über so vieles.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/problem_sentences.py" />
            <source>The file is silent; there is nothing to classify.</source>
            <translation>Die Datei ist stumm; es gibt nichts zu klassifizieren.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/problem_sentences.py" />
            <source>The file is too short to have a genre.</source>
            <translation>Die Datei ist zu kurz für ein Genre.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/problem_sentences.py" />
            <source>The file was changed while it was read; classify it again when nothing else works on it.</source>
            <translation>Die Datei wurde geändert, während sie gelesen wurde; klassifizieren Sie sie erneut, wenn nichts anderes an ihr arbeitet.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/problem_sentences.py" />
            <source>The model cannot be used; choose another one.</source>
            <translation>Das Modell ist nicht verwendbar; wählen Sie ein anderes.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/problem_sentences.py" />
            <source>There is no music in this file, whatever its name says.</source>
            <translation>In dieser Datei ist keine Musik, was auch immer ihr Name sagt.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/problem_sentences.py" />
            <source>There is no such file any more; look whether it was moved.</source>
            <translation>Diese Datei gibt es nicht mehr; sehen Sie nach, ob sie verschoben wurde.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/problem_sentences.py" />
            <source>This file took too long; it was left out.</source>
            <translation>Diese Datei brauchte zu lange; sie wurde ausgelassen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/problem_sentences.py" />
            <source>This is no regular file; only such are heard.</source>
            <translation>Dies ist keine gewöhnliche Datei; nur solche werden gehört.</translation>
        </message>
    </context>
    <context>
        <name>PropertiesDialog</name>
        <message>
            <location filename="../genre_desktop/ui/properties_dialog.py" />
            <source>All that is known of the track</source>
            <translation>Alles, was über das Stück bekannt ist</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/properties_dialog.py" />
            <source>Properties</source>
            <translation>Eigenschaften</translation>
        </message>
    </context>
    <context>
        <name>ReadingDialog</name>
        <message>
            <location filename="../genre_desktop/ui/reading_dialog.py" />
            <source>Headings, of which the chosen one is shown</source>
            <translation>Überschriften, deren gewählte gezeigt wird</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/reading_dialog.py" />
            <source>Text below the chosen heading</source>
            <translation>Text unter der gewählten Überschrift</translation>
        </message>
    </context>
    <context>
        <name>ReportDialog</name>
        <message>
            <location filename="../genre_desktop/ui/report_dialog.py" />
            <source>Every figure with its interval; what failed stands there, too. It is in English.</source>
            <translation>Jede Zahl mit ihrem Intervall; auch was misslang, steht darin. Er ist auf Englisch.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/report_dialog.py" />
            <source>Report</source>
            <translation>Bericht</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/report_dialog.py" />
            <source>Report of training</source>
            <translation>Bericht des Trainings</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/report_dialog.py" />
            <source>The report is not part of this installation (%1).</source>
            <translation>Der Bericht gehört nicht zu dieser Installation (%1).</translation>
        </message>
    </context>
    <context>
        <name>ReviewDialog</name>
        <message>
            <location filename="../genre_desktop/ui/review/review_dialog.py" />
            <source>%1 answered, %2 skipped.</source>
            <translation>%1 beantwortet, %2 übersprungen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/review_dialog.py" />
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/review_dialog.py" />
            <source>%1 other is less doubtful: review again for it.</source>
            <translation>%1 weiteres ist weniger zweifelhaft: Es kommt in der nächsten Durchsicht.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/review_dialog.py" />
            <source>%1 others are less doubtful: review again for them.</source>
            <translation>%1 weitere sind weniger zweifelhaft: Sie kommen in der nächsten Durchsicht.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/review_dialog.py" />
            <source>%1 track is reviewed</source>
            <translation>%1 Stück ist durchgesehen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/review_dialog.py" />
            <source>&amp;Another genre… (G)</source>
            <translation>Anderes &amp;Genre … (G)</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/review_dialog.py" />
            <source>&amp;Pause (Space)</source>
            <translation>&amp;Pause (Leertaste)</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/review_dialog.py" />
            <source>&amp;Play (Space)</source>
            <translation>&amp;Abspielen (Leertaste)</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/review_dialog.py" />
            <source>&amp;Right as it is (R)</source>
            <translation>Sti&amp;mmt so (R)</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/review_dialog.py" />
            <source>&amp;Skip (S)</source>
            <translation>Ü&amp;berspringen (S)</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/review_dialog.py" />
            <source>&amp;Undo (Z)</source>
            <translation>Rü&amp;ckgängig (Z)</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/review_dialog.py" />
            <source>All %1 tracks are reviewed</source>
            <translation>Alle %1 Stücke sind durchgesehen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/review_dialog.py" />
            <source>Another genre</source>
            <translation>Anderes Genre</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/review_dialog.py" />
            <source>C&amp;orrect</source>
            <translation>&amp;Korrigieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/review_dialog.py" />
            <source>Genre of “%1”</source>
            <translation>Genre von „%1“</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/review_dialog.py" />
            <source>Looking for doubtful genres…</source>
            <translation>Zweifelhafte Genres werden gesucht …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/review_dialog.py" />
            <source>Nothing is doubtful in this list</source>
            <translation>Nichts in dieser Liste ist zweifelhaft</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/review_dialog.py" />
            <source>One key answers; an answer is kept as yours, with its date.</source>
            <translation>Eine Taste antwortet; eine Antwort gilt als Ihre und behält ihr Datum.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/review_dialog.py" />
            <source>Progress of the review</source>
            <translation>Fortschritt der Durchsicht</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/review_dialog.py" />
            <source>Review</source>
            <translation>Durchsicht</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/review_dialog.py" />
            <source>The most doubtful of %1. An answer is kept as yours, with its date.</source>
            <translation>Die zweifelhaftesten von %1. Eine Antwort gilt als Ihre und behält ihr Datum.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/review_dialog.py" />
            <source>Unsure tracks, near ties and tags that name another genre would be asked for.</source>
            <translation>Gefragt würde nach unsicheren Stücken, knappen Entscheidungen und Tags mit einem anderen Genre.</translation>
        </message>
    </context>
    <context>
        <name>ReviewKeyWords</name>
        <message>
            <location filename="../genre_desktop/ui/review/review_key_words.py" />
            <source>Choose or type another genre.</source>
            <translation>Ein anderes Genre wählen oder eintippen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/review_key_words.py" />
            <source>It is the first guess; 2 to 9 and 0 are for the next ones.</source>
            <translation>Es ist der erste Tipp; 2 bis 9 und 0 stehen für die weiteren.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/review_key_words.py" />
            <source>Play the track, or pause.</source>
            <translation>Das Stück abspielen oder pausieren.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/review_key_words.py" />
            <source>Skip the track.</source>
            <translation>Das Stück überspringen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/review_key_words.py" />
            <source>Take the last step back; Ctrl+Z does so, too.</source>
            <translation>Den letzten Schritt zurücknehmen; Strg+Z tut es auch.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/review_key_words.py" />
            <source>The model is right.</source>
            <translation>Das Modell hat recht.</translation>
        </message>
    </context>
    <context>
        <name>Reviewing</name>
        <message>
            <location filename="../genre_desktop/ui/review/reviewing.py" />
            <source>review: %1</source>
            <translation>Durchsicht: %1</translation>
        </message>
    </context>
    <context>
        <name>RowActions</name>
        <message>
            <location filename="../genre_desktop/ui/row_actions.py" />
            <source>The folder of “%1” could not be opened.</source>
            <translation>Der Ordner von „%1“ konnte nicht geöffnet werden.</translation>
        </message>
    </context>
    <context>
        <name>RowWords</name>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>Changed</source>
            <translation>Geändert</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>Corrected</source>
            <translation>Korrigiert</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>Crashed</source>
            <translation>Abgestürzt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>Damaged</source>
            <translation>Beschädigt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>Empty file</source>
            <translation>Leere Datei</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>Ends at %1</source>
            <translation>Endet %1</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>Ends early</source>
            <translation>Endet zu früh</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>First %1 s</source>
            <translation>Erste %1 s</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>Internal error</source>
            <translation>Interner Fehler</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>Invalid sound</source>
            <translation>Ungültiger Ton</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>Listening</source>
            <translation>Wird gehört</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>Misnamed</source>
            <translation>Falsch benannt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>Missing</source>
            <translation>Fehlt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>Model refused</source>
            <translation>Modell abgel.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>No music file</source>
            <translation>Keine Musik</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>No sound</source>
            <translation>Ohne Ton</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>Not a file</source>
            <translation>Keine Datei</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>Not heard</source>
            <translation>Nicht gehört</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>Odd format</source>
            <translation>Fremdes Format</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>Over 12 hours</source>
            <translation>Über 12 Std.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>Partly damaged</source>
            <translation>Teils defekt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>Playing</source>
            <translation>Läuft</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>Quick</source>
            <translation>Schnell</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>Same as %1</source>
            <translation>Gleich wie %1</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>Second guess: %1</source>
            <translation>Zweiter Tipp: %1</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>Silent</source>
            <translation>Stumm</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>The genre is unsure.</source>
            <translation>Das Genre ist unsicher.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>Too short</source>
            <translation>Zu kurz</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>Took too long</source>
            <translation>Dauerte zu lang</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>Unreadable</source>
            <translation>Unlesbar</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>Unsure</source>
            <translation>Unsicher</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>Waiting</source>
            <translation>Wartet</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>corrected by you</source>
            <translation>von Ihnen korrigiert</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/row_words.py" />
            <source>yours</source>
            <translation>Ihres</translation>
        </message>
    </context>
    <context>
        <name>RulesDialog</name>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_dialog.py" />
            <source>%1 more rule contradicts another.</source>
            <translation>%1 weitere Regel widerspricht einer anderen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_dialog.py" />
            <source>%1 more rules contradict others.</source>
            <translation>%1 weitere Regeln widersprechen anderen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_dialog.py" />
            <source>%1: %2 by another name, %3 unsure, %4 not among yours.</source>
            <translation>%1: %2 unter anderem Namen, %3 unsicher, %4 nicht unter Ihren.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_dialog.py" />
            <source>&amp;Cancel</source>
            <translation>&amp;Abbrechen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_dialog.py" />
            <source>&amp;Export…</source>
            <translation>&amp;Exportieren …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_dialog.py" />
            <source>&amp;Import…</source>
            <translation>&amp;Importieren …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_dialog.py" />
            <source>&amp;Save rules</source>
            <translation>Regeln &amp;speichern</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_dialog.py" />
            <source>Close &amp;without saving</source>
            <translation>Schließen &amp;ohne zu speichern</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_dialog.py" />
            <source>Close the rules without saving them?</source>
            <translation>Regeln schließen, ohne sie zu speichern?</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_dialog.py" />
            <source>Export rules</source>
            <translation>Regeln exportieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_dialog.py" />
            <source>Import rules</source>
            <translation>Regeln importieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_dialog.py" />
            <source>Of %1 track folder and artist say different genres; the folder wins.</source>
            <translation>Bei %1 Stück nennen Ordner und Interpret verschiedene Genres; der Ordner gilt.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_dialog.py" />
            <source>Of %1 track in the list</source>
            <translation>Von %1 Stück in der Liste</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_dialog.py" />
            <source>Of %1 track of the preview</source>
            <translation>Von %1 Stück der Vorschau</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_dialog.py" />
            <source>Of %1 track on show in the library</source>
            <translation>Von %1 gezeigten Stück der Bibliothek</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_dialog.py" />
            <source>Of %1 tracks folder and artist say different genres; the folder wins.</source>
            <translation>Bei %1 Stücken nennen Ordner und Interpret verschiedene Genres; der Ordner gilt.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_dialog.py" />
            <source>Of %1 tracks in the list</source>
            <translation>Von %1 Stücken in der Liste</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_dialog.py" />
            <source>Of %1 tracks of the preview</source>
            <translation>Von %1 Stücken der Vorschau</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_dialog.py" />
            <source>Of %1 tracks on show in the library</source>
            <translation>Von %1 gezeigten Stücken der Bibliothek</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_dialog.py" />
            <source>Rules</source>
            <translation>Regeln</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_dialog.py" />
            <source>Rules (*.toml)</source>
            <translation>Regeln (*.toml)</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_dialog.py" />
            <source>Rules as TOML</source>
            <translation>Regeln als TOML</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_dialog.py" />
            <source>Rules for tags</source>
            <translation>Regeln für Tags</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_dialog.py" />
            <source>The tracks on show are being read.</source>
            <translation>Die gezeigten Stücke werden gelesen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_dialog.py" />
            <source>They hold for what is written; a genre that you corrected stays yours.</source>
            <translation>Sie gelten für das, was geschrieben wird; ein Genre, das Sie korrigiert haben, bleibt Ihres.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_dialog.py" />
            <source>What you changed here would be lost.</source>
            <translation>Was Sie hier geändert haben, ginge verloren.</translation>
        </message>
    </context>
    <context>
        <name>RulesForm</name>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source> %</source>
            <translation> %</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>&amp;Artists</source>
            <translation>Inter&amp;preten</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>&amp;Folders</source>
            <translation>&amp;Ordner</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>&amp;Names</source>
            <translation>Na&amp;men</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>&amp;Only these</source>
            <translation>&amp;Nur diese</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>&amp;Text</source>
            <translation>&amp;Text</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>&amp;Unsure below</source>
            <translation>&amp;Unsicher unter</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>&amp;Where unsure</source>
            <translation>&amp;Wo unsicher</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>Albums</source>
            <translation>Alben</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>All; or Jazz, Rock, …</source>
            <translation>Alle; oder Jazz, Rock, …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>Artist</source>
            <translation>Interpret</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>Belongs to</source>
            <translation>Gehört zu</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>Confidence below which a genre is unsure, in percent</source>
            <translation>Sicherheit, unter der ein Genre unsicher ist, in Prozent</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>Genre</source>
            <translation>Genre</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>Genres at &amp;most</source>
            <translation>Genres &amp;höchstens</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>Genres of artists</source>
            <translation>Genres von Interpreten</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>Genres of folders</source>
            <translation>Genres von Ordnern</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>Genres that are written, parted by commas</source>
            <translation>Genres, die geschrieben werden, durch Kommas getrennt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>How many genres are written at most</source>
            <translation>Wie viele Genres höchstens geschrieben werden</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>Least probability of a second genre in percent</source>
            <translation>Kleinste Wahrscheinlichkeit eines zweiten Genres in Prozent</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>Leave the file alone</source>
            <translation>Datei in Ruhe lassen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>Names of genres</source>
            <translation>Namen von Genres</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>One genre for each al&amp;bum</source>
            <translation>Ein Genre &amp;je Album</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>Sub-genre</source>
            <translation>Untergenre</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>T&amp;ree</source>
            <translation>&amp;Baum</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>Text that is written where a genre is unsure</source>
            <translation>Text, der bei unsicherem Genre geschrieben wird</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>The model's</source>
            <translation>Im Modell</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>The ne&amp;xt one from</source>
            <translation>&amp;Das nächste ab</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>To sort</source>
            <translation>Zu sortieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>Tracks of one folder with one album in their tags sound as they do together.</source>
            <translation>Stücke eines Ordners mit demselben Album in den Tags klingen so, wie sie es zusammen tun.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>Tree of genres</source>
            <translation>Baum der Genres</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>What is written where a genre is unsure</source>
            <translation>Was bei unsicherem Genre geschrieben wird</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>Write it with a question mark</source>
            <translation>Mit Fragezeichen schreiben</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>Write this:</source>
            <translation>Dies schreiben:</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/rules_form.py" />
            <source>Yours</source>
            <translation>Ihrer</translation>
        </message>
    </context>
    <context>
        <name>SavedFilters</name>
        <message>
            <location filename="../genre_desktop/ui/library/saved_filters.py" />
            <source>A name for “%1”:</source>
            <translation>Ein Name für „%1“:</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/saved_filters.py" />
            <source>Delete a saved filter</source>
            <translation>Gespeicherten Filter löschen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/saved_filters.py" />
            <source>Filters that you gave names to.</source>
            <translation>Filter, denen Sie Namen gegeben haben.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/saved_filters.py" />
            <source>Save this filter</source>
            <translation>Diesen Filter speichern</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/saved_filters.py" />
            <source>Save this filter…</source>
            <translation>Diesen Filter speichern …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/library/saved_filters.py" />
            <source>Saved filters</source>
            <translation>Gespeicherte Filter</translation>
        </message>
    </context>
    <context>
        <name>SeekBar</name>
        <message>
            <location filename="../genre_desktop/ui/player/seek_bar.py" />
            <source>Genre</source>
            <translation>Genre</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/seek_bar.py" />
            <source>Level</source>
            <translation>Pegel</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/seek_bar.py" />
            <source>Place in the track; arrow keys move it by five seconds</source>
            <translation>Stelle im Stück; Pfeiltasten bewegen sie um fünf Sekunden</translation>
        </message>
    </context>
    <context>
        <name>Selection</name>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/selection.py" />
            <source>%1 to %2</source>
            <translation>%1 bis %2</translation>
        </message>
    </context>
    <context>
        <name>Session</name>
        <message>
            <location filename="../genre_desktop/services/session.py" />
            <source>Another window is open and keeps the playlist; what changes in this one is not saved. If there is no other window, delete %1 and start again.</source>
            <translation>Ein anderes Fenster ist offen und bewahrt die Liste; was sich in diesem ändert, wird nicht gespeichert. Gibt es kein anderes, löschen Sie %1 und starten Sie neu.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/services/session.py" />
            <source>The last playlist %1 could not be read (%2). It was left as it is, and the list is not saved until the next start.</source>
            <translation>Die letzte Liste %1 war nicht lesbar (%2). Sie blieb, wie sie ist, und bis zum nächsten Start wird die Liste nicht gespeichert.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/services/session.py" />
            <source>The last playlist %1 could not be read, nor set aside (%2). It was left as it is, and the list is not saved; move that file away and start again.</source>
            <translation>Die letzte Liste %1 ließ sich weder lesen noch beiseitelegen (%2). Sie blieb, wie sie ist, und die Liste wird nicht gespeichert; verschieben Sie diese Datei und starten Sie neu.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/services/session.py" />
            <source>The last playlist %1 could not be read. It was left as it is.</source>
            <translation>Die letzte Liste %1 war nicht lesbar. Sie blieb, wie sie ist.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/services/session.py" />
            <source>The last playlist could not be read. It was kept as %1.</source>
            <translation>Die letzte Liste war nicht lesbar. Sie wurde als %1 aufbewahrt.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/services/session.py" />
            <source>The playlist was not saved. %1</source>
            <translation>Die Liste wurde nicht gespeichert. %1</translation>
        </message>
    </context>
    <context>
        <name>SoundDevice</name>
        <message>
            <location filename="../genre_desktop/ui/player/device_words.py" />
            <source>System default</source>
            <translation>Vorgabe des Systems</translation>
        </message>
    </context>
    <context>
        <name>SpectrogramActions</name>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/spectrogram_actions.py" />
            <source>&amp;Copy the picture</source>
            <translation>Bild &amp;kopieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/spectrogram_actions.py" />
            <source>&amp;Freeze</source>
            <translation>&amp;Einfrieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/spectrogram_actions.py" />
            <source>&amp;Save the picture…</source>
            <translation>Bild &amp;speichern …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/spectrogram_actions.py" />
            <source>Back to live</source>
            <translation>Zurück zu live</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/spectrogram_actions.py" />
            <source>Copy the spectrogram with its axes.</source>
            <translation>Das Spektrogramm mit seinen Achsen kopieren.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/spectrogram_actions.py" />
            <source>Freeze</source>
            <translation>Einfrieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/spectrogram_actions.py" />
            <source>Freeze the spectrogram to zoom with the wheel and to measure, or go on.</source>
            <translation>Das Spektrogramm einfrieren, um mit dem Rad zu vergrößern und zu messen, oder weitergehen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/spectrogram_actions.py" />
            <source>Save levels of the selection, or of all on show, as CSV or NPY.</source>
            <translation>Pegel der Auswahl oder alles Gezeigten als CSV oder NPY speichern.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/spectrogram_actions.py" />
            <source>Save the &amp;numbers…</source>
            <translation>&amp;Zahlen speichern …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/spectrogram_actions.py" />
            <source>Save the spectrogram with its axes as PNG.</source>
            <translation>Das Spektrogramm mit seinen Achsen als PNG speichern.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/spectrogram_actions.py" />
            <source>Show all of the track in the spectrogram.</source>
            <translation>Das ganze Stück im Spektrogramm zeigen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/spectrogram_actions.py" />
            <source>Show the &amp;whole track</source>
            <translation>&amp;Ganzes Stück zeigen</translation>
        </message>
    </context>
    <context>
        <name>SpectrogramDock</name>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/dock.py" />
            <source>Frozen at %1</source>
            <translation>Eingefroren bei %1</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/dock.py" />
            <source>Measuring…</source>
            <translation>Wird gemessen …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/dock.py" />
            <source>Select a track or play one to see its sound.</source>
            <translation>Ein Stück auswählen oder abspielen, um seinen Klang zu sehen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/dock.py" />
            <source>Spectrogram</source>
            <translation>Spektrogramm</translation>
        </message>
    </context>
    <context>
        <name>SpectrogramHeader</name>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/header.py" />
            <source>%1: the live mel view is what the models hear.</source>
            <translation>%1: Die laufende Mel-Ansicht ist das, was die Modelle hören.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/header.py" />
            <source>Copy or save what is on show, as a picture or as numbers.</source>
            <translation>Das Gezeigte als Bild oder als Zahlen kopieren oder speichern.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/header.py" />
            <source>Frozen at %1</source>
            <translation>Eingefroren bei %1</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/header.py" />
            <source>How the sound is looked at</source>
            <translation>Wie der Klang betrachtet wird</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/header.py" />
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/header.py" />
            <source>Spectrogram</source>
            <translation>Spektrogramm</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/header.py" />
            <source>View</source>
            <translation>Ansicht</translation>
        </message>
    </context>
    <context>
        <name>SpectrogramPage</name>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/spectrogram_page.py" />
            <source>Spectrogram: %1</source>
            <translation>Spektrogramm: %1</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/spectrogram_page.py" />
            <source>The spectrogram is being loaded…</source>
            <translation>Das Spektrogramm wird geladen …</translation>
        </message>
    </context>
    <context>
        <name>SpectrogramPlot</name>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/plot.py" />
            <source>Spectrogram; arrow keys move the cursor through it</source>
            <translation>Spektrogramm; Pfeiltasten bewegen den Zeiger darin</translation>
        </message>
    </context>
    <context>
        <name>SpectrogramSaving</name>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/saving.py" />
            <source>CSV table (*.csv)</source>
            <translation>CSV-Tabelle (*.csv)</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/saving.py" />
            <source>NumPy array (*.npy)</source>
            <translation>NumPy-Feld (*.npy)</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/saving.py" />
            <source>PNG picture (*.png)</source>
            <translation>PNG-Bild (*.png)</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/saving.py" />
            <source>Save the numbers</source>
            <translation>Zahlen speichern</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/saving.py" />
            <source>Save the picture</source>
            <translation>Bild speichern</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/saving.py" />
            <source>The picture was copied.</source>
            <translation>Das Bild wurde kopiert.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/saving.py" />
            <source>The spectrogram was saved to %1.</source>
            <translation>Das Spektrogramm wurde in %1 gespeichert.</translation>
        </message>
    </context>
    <context>
        <name>SpectrumCurve</name>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/mean_spectrum.py" />
            <source>Mean spectrum of the selection</source>
            <translation>Mittleres Spektrum der Auswahl</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/mean_spectrum.py" />
            <source>Measuring…</source>
            <translation>Wird gemessen …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/mean_spectrum.py" />
            <source>Strongest: %1</source>
            <translation>Am stärksten: %1</translation>
        </message>
    </context>
    <context>
        <name>StatusStrip</name>
        <message>
            <location filename="../genre_desktop/ui/status_strip.py" />
            <source>%1 h %2 min</source>
            <translation>%1 h %2 min</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/status_strip.py" />
            <source>%1 left</source>
            <translation>noch %1</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/status_strip.py" />
            <source>%1 min</source>
            <translation>%1 min</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/status_strip.py" />
            <source>%1 s</source>
            <translation>%1 s</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/status_strip.py" />
            <source>%1 tracks an hour</source>
            <translation>%1 Stücke in der Stunde</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/status_strip.py" />
            <source>%1 × realtime</source>
            <translation>%1 × Echtzeit</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/status_strip.py" />
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/status_strip.py" />
            <source>How far the listening is</source>
            <translation>Wie weit das Hören ist</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/status_strip.py" />
            <source>Listening: %1 of %2 tracks</source>
            <translation>Gehört: %1 von %2 Stücken</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/status_strip.py" />
            <source>Looking for music…</source>
            <translation>Musik wird gesucht …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/status_strip.py" />
            <source>Paused: %1 of %2 tracks</source>
            <translation>Pausiert: %1 von %2 Stücken</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/status_strip.py" />
            <source>Ready</source>
            <translation>Bereit</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/status_strip.py" />
            <source>Status: progress on the left, counts on the right</source>
            <translation>Status: links der Fortschritt, rechts die Zahlen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/status_strip.py" />
            <source>Stop listening and looking for music</source>
            <translation>Hören und Suchen nach Musik anhalten</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/status_strip.py" />
            <source>Stop; what was found and heard stays.</source>
            <translation>Anhalten; Gefundenes und Gehörtes bleibt.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/status_strip.py" />
            <source>Waiting: %1 of %2 tracks</source>
            <translation>Wartet: %1 von %2 Stücken</translation>
        </message>
    </context>
    <context>
        <name>TableCells</name>
        <message>
            <location filename="../genre_desktop/ui/table_cells.py" />
            <source>Album</source>
            <translation>Album</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/table_cells.py" />
            <source>Artist</source>
            <translation>Interpret</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/table_cells.py" />
            <source>BPM</source>
            <translation>BPM</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/table_cells.py" />
            <source>Confidence</source>
            <translation>Sicherheit</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/table_cells.py" />
            <source>Genre</source>
            <translation>Genre</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/table_cells.py" />
            <source>Path</source>
            <translation>Pfad</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/table_cells.py" />
            <source>Second guess</source>
            <translation>Zweiter Tipp</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/table_cells.py" />
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/table_cells.py" />
            <source>Tag now</source>
            <translation>Tag jetzt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/table_cells.py" />
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/table_cells.py" />
            <source>Title</source>
            <translation>Titel</translation>
        </message>
    </context>
    <context>
        <name>TableColumns</name>
        <message>
            <location filename="../genre_desktop/ui/table_columns.py" />
            <source>&amp;Downwards</source>
            <translation>A&amp;bsteigend</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/table_columns.py" />
            <source>Playing order</source>
            <translation>Abspielfolge</translation>
        </message>
    </context>
    <context>
        <name>TableReading</name>
        <message>
            <location filename="../genre_desktop/ui/review/table_reading.py" />
            <source>%1 row of the table is about no track that was ever heard, or about a part of a file, and does not name its sound.</source>
            <translation>%1 Zeile der Tabelle betrifft kein Stück, das je gehört wurde, oder einen Teil einer Datei, dessen Klang sie nicht nennt.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/table_reading.py" />
            <source>%1 row of the table is left out.</source>
            <translation>%1 Zeile der Tabelle bleibt außer Acht.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/table_reading.py" />
            <source>%1 row says what your rules say already.</source>
            <translation>%1 Zeile sagt, was Ihre Regeln schon sagen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/table_reading.py" />
            <source>%1 rows of the table are about no track that was ever heard, or about parts of a file, and do not name their sounds.</source>
            <translation>%1 Zeilen der Tabelle betreffen keine Stücke, die je gehört wurden, oder Teile von Dateien, deren Klang sie nicht nennen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/table_reading.py" />
            <source>%1 rows of the table are left out.</source>
            <translation>%1 Zeilen der Tabelle bleiben außer Acht.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/table_reading.py" />
            <source>%1 rows say what your rules say already.</source>
            <translation>%1 Zeilen sagen, was Ihre Regeln schon sagen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/table_reading.py" />
            <source>%1 track was corrected.</source>
            <translation>%1 Stück wurde korrigiert.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/table_reading.py" />
            <source>%1 tracks were corrected.</source>
            <translation>%1 Stücke wurden korrigiert.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/table_reading.py" />
            <source>All files (*)</source>
            <translation>Alle Dateien (*)</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/table_reading.py" />
            <source>CSV (*.csv)</source>
            <translation>CSV (*.csv)</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/table_reading.py" />
            <source>Read corrections from CSV</source>
            <translation>Korrekturen aus CSV lesen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/table_reading.py" />
            <source>The table is compared with all that was ever heard.</source>
            <translation>Die Tabelle wird mit allem verglichen, was je gehört wurde.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/table_reading.py" />
            <source>The table says no genre otherwise.</source>
            <translation>Die Tabelle nennt kein anderes Genre.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/table_reading.py" />
            <source>correct %1 track</source>
            <translation>%1 Stück korrigieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/review/table_reading.py" />
            <source>correct %1 tracks</source>
            <translation>%1 Stücke korrigieren</translation>
        </message>
    </context>
    <context>
        <name>TagHistory</name>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_words.py" />
            <source>%1 file could not keep its owner or group, and belongs to you now.</source>
            <translation>%1 Datei konnte ihren Besitzer oder ihre Gruppe nicht behalten und gehört jetzt Ihnen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_words.py" />
            <source>%1 file was taken back</source>
            <translation>%1 Datei wurde zurückgenommen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_words.py" />
            <source>%1 files could not keep their owner or group, and belong to you now.</source>
            <translation>%1 Dateien konnten ihren Besitzer oder ihre Gruppe nicht behalten und gehören jetzt Ihnen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_words.py" />
            <source>%1 files were taken back</source>
            <translation>%1 Dateien wurden zurückgenommen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_words.py" />
            <source>%1 stay as they are; their notes say why.</source>
            <translation>%1 bleiben, wie sie sind; ihre Hinweise sagen, warum.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_words.py" />
            <source>%1 stays as it is; its note says why.</source>
            <translation>%1 bleibt, wie sie ist; ihr Hinweis sagt, warum.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_words.py" />
            <source>Files copied</source>
            <translation>Dateien kopiert</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_words.py" />
            <source>Files moved</source>
            <translation>Dateien verschoben</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_words.py" />
            <source>Files put back</source>
            <translation>Dateien zurückgelegt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_words.py" />
            <source>Files were changed %1 time</source>
            <translation>Dateien wurden %1 Mal geändert</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_words.py" />
            <source>Files were changed %1 times</source>
            <translation>Dateien wurden %1 Mal geändert</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_words.py" />
            <source>No files were changed yet</source>
            <translation>Es wurden noch keine Dateien geändert</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_words.py" />
            <source>Tags taken back</source>
            <translation>Tags zurückgenommen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_words.py" />
            <source>Tags written</source>
            <translation>Tags geschrieben</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_words.py" />
            <source>Taken back by run %1</source>
            <translation>Zurückgenommen von Lauf %1</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_words.py" />
            <source>What is taken back is what the run wrote, and only where the file still says so.</source>
            <translation>Zurückgenommen wird, was der Lauf schrieb, und nur, wo die Datei es noch so sagt.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_words.py" />
            <source>What is written, copied or moved from now on is listed here to be taken back.</source>
            <translation>Was ab jetzt geschrieben, kopiert oder verschoben wird, steht hier und lässt sich zurücknehmen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/history_words.py" />
            <source>removed</source>
            <translation>entfernt</translation>
        </message>
    </context>
    <context>
        <name>TagPreview</name>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>%1 already right</source>
            <translation>%1 schon richtig</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>%1 deselected by you</source>
            <translation>%1 von Ihnen abgewählt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>%1 is removed</source>
            <translation>%1 wird entfernt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>%1 not among your genres</source>
            <translation>%1 nicht unter Ihren Genres</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>%1 part of a file, which has no tags</source>
            <translation>%1 Teil einer Datei, der keine Tags hat</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>%1 parts of files, which have no tags</source>
            <translation>%1 Teile von Dateien, die keine Tags haben</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>%1 unsure left alone</source>
            <translation>%1 unsichere nicht angetastet</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>%1 with a genre left alone</source>
            <translation>%1 mit einem Genre nicht angetastet</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>%1 without a genre heard</source>
            <translation>%1 ohne gehörtes Genre</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>%1: %2 becomes %3</source>
            <translation>%1: %2 wird %3</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>%1: %3 is added; so far only other tags of the file have it</source>
            <translation>%1: %3 kommt hinzu; bisher haben es nur andere Tags der Datei</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>%1: the genre stays</source>
            <translation>%1: Das Genre bleibt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>%2 of %1 file was written</source>
            <translation>%2 von %1 Datei wurde geschrieben</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>%2 of %1 file would change</source>
            <translation>%2 von %1 Datei würde geändert</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>%2 of %1 files were written</source>
            <translation>%2 von %1 Dateien wurden geschrieben</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>%2 of %1 files would change</source>
            <translation>%2 von %1 Dateien würden geändert</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>A&amp;ll %1</source>
            <translation>All&amp;e %1</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>Alread&amp;y right %1</source>
            <translation>Sch&amp;on richtig %1</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>Already right</source>
            <translation>Schon richtig</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>By your rules</source>
            <translation>Nach Ihren Regeln</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>Cha&amp;nged %1</source>
            <translation>Geände&amp;rt %1</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>Corrected by you</source>
            <translation>Von Ihnen korrigiert</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>Deselected by you</source>
            <translation>Von Ihnen abgewählt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>Has a genre</source>
            <translation>Hat ein Genre</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>Le&amp;ft alone %1</source>
            <translation>Nich&amp;t angetastet %1</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>Left as it was</source>
            <translation>Blieb, wie es war</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>Looking at %1 files…</source>
            <translation>%1 Dateien werden angesehen …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>Looking at %1 file…</source>
            <translation>%1 Datei wird angesehen …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>Looking…</source>
            <translation>Wird angesehen …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>No genre heard</source>
            <translation>Kein Genre gehört</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>Not among yours</source>
            <translation>Nicht unter Ihren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>Nothing to change</source>
            <translation>Nichts zu ändern</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>Only %1 and %2 are written; every other field stays as it is.</source>
            <translation>Nur %1 und %2 werden geschrieben; jedes andere Feld bleibt, wie es ist.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>Only the genre is written; every other field stays as it is.</source>
            <translation>Nur das Genre wird geschrieben; jedes andere Feld bleibt, wie es ist.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>Refuse&amp;d %1</source>
            <translation>Abgeleh&amp;nt %1</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>Unsure, left alone</source>
            <translation>Unsicher, bleibt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>Will cha&amp;nge %1</source>
            <translation>Wi&amp;rd geändert %1</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>Written</source>
            <translation>Geschrieben</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>confidence</source>
            <translation>Sicherheit</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>held by a CUE sheet</source>
            <translation>durch eine CUE-Datei gehalten</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>linked more than once</source>
            <translation>mehrfach verlinkt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>missing</source>
            <translation>fehlend</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>no genre</source>
            <translation>kein Genre</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>none</source>
            <translation>keines</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>read-only</source>
            <translation>schreibgeschützt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>refused by the system</source>
            <translation>vom System abgelehnt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>second guess</source>
            <translation>zweiter Tipp</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>tempo</source>
            <translation>Tempo</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>the genre</source>
            <translation>das Genre</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>unreadable</source>
            <translation>unlesbar</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>with a name that tags cannot say</source>
            <translation>mit einem Namen, den Tags nicht sagen können</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>with a path too long for Windows</source>
            <translation>mit einem Pfad, der für Windows zu lang ist</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>with damaged tags</source>
            <translation>mit beschädigten Tags</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>without tags that can be written</source>
            <translation>ohne schreibbare Tags</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/preview_words.py" />
            <source>“%1”</source>
            <translation>„%1“</translation>
        </message>
    </context>
    <context>
        <name>TagWriting</name>
        <message>
            <location filename="../genre_desktop/ui/tagging/tag_writing.py" />
            <source>%1 Without them no file is changed.</source>
            <translation>%1 Ohne sie wird keine Datei geändert.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/tag_writing.py" />
            <source>%1 file was tagged. File, History takes it back.</source>
            <translation>%1 Datei wurde getaggt. „Datei, Verlauf“ nimmt das zurück.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/tag_writing.py" />
            <source>%1 files were tagged. File, History takes them back.</source>
            <translation>%1 Dateien wurden getaggt. „Datei, Verlauf“ nimmt das zurück.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/tag_writing.py" />
            <source>%1 temporary file was removed.</source>
            <translation>%1 temporäre Datei wurde entfernt.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/tag_writing.py" />
            <source>%1 temporary files were removed.</source>
            <translation>%1 temporäre Dateien wurden entfernt.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/tag_writing.py" />
            <source>The last writing of tags was cut off. No file is damaged: each is wholly old or wholly new, and the history knows which.</source>
            <translation>Das letzte Schreiben von Tags wurde unterbrochen. Keine Datei ist beschädigt: Jede ist ganz alt oder ganz neu, und der Verlauf weiß, welche.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/tag_writing.py" />
            <source>Your rules are left out of account: %1</source>
            <translation>Ihre Regeln bleiben unberücksichtigt: %1</translation>
        </message>
    </context>
    <context>
        <name>Tagging</name>
        <message>
            <location filename="../genre_desktop/services/tagging.py" />
            <source>An error in the program broke it off. The files written so far are whole and in the history.</source>
            <translation>Ein Fehler im Programm brach das Schreiben ab. Die bisher geschriebenen Dateien sind heil und stehen im Verlauf.</translation>
        </message>
    </context>
    <context>
        <name>TaggingPage</name>
        <message>
            <location filename="../genre_desktop/ui/tagging/tagging_page.py" />
            <source>&amp;Between several genres</source>
            <translation>Zwischen &amp;mehreren Genres</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/tagging_page.py" />
            <source>&amp;Keep the time of a file's last change</source>
            <translation>&amp;Zeit der letzten Änderung einer Datei behalten</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/tagging_page.py" />
            <source>&amp;Rules for tags…</source>
            <translation>&amp;Regeln für Tags …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/tagging_page.py" />
            <source>&amp;Write files that are linked more than once, for all their links</source>
            <translation>Mehrfach &amp;verlinkte Dateien für alle ihre Links schreiben</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/tagging_page.py" />
            <source>New &amp;ID3 tags</source>
            <translation>Neue &amp;ID3-Tags</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/tagging_page.py" />
            <source>Own names for genres, and what unsure means.</source>
            <translation>Eigene Namen für Genres, und was unsicher heißt.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/tagging_page.py" />
            <source>Programs that look for changed files by their time then see no change.</source>
            <translation>Programme, die geänderte Dateien an der Zeit erkennen, sehen dann keine Änderung.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/tagging_page.py" />
            <source>Such a file cannot be replaced by its copy; it is written in its place. A program that reads it in that moment may find it half written, and after a power cut it is made whole when this program starts next. It takes a new time of change. Without this, such files are left alone.</source>
            <translation>Eine solche Datei lässt sich nicht durch ihre Kopie ersetzen, sondern wird an ihrem Ort geschrieben. Ein Programm, das sie in diesem Augenblick liest, findet sie womöglich halb geschrieben; nach einem Stromausfall wird sie beim nächsten Start dieses Programms ganz. Sie bekommt eine neue Änderungszeit. Ohne diese Wahl bleiben solche Dateien, wie sie sind.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/tagging_page.py" />
            <source>Tags that are there keep their version. The separator stands in ID3v2.2 and v2.3 only, which know one text; other formats list each genre by itself.</source>
            <translation>Vorhandene Tags behalten ihre Version. Das Trennzeichen steht nur in ID3v2.2 und v2.3, die einen einzigen Text kennen; andere Formate führen jedes Genre für sich.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/tagging_page.py" />
            <source>Version of new ID3 tags</source>
            <translation>Version neuer ID3-Tags</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tagging/tagging_page.py" />
            <source>What stands between several genres</source>
            <translation>Was zwischen mehreren Genres steht</translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message>
            <location filename="../genre_desktop/ui/timeline_painting.py" />
            <source>%1 to %2</source>
            <translation>%1 bis %2</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/timeline_painting.py" />
            <source>Not heard</source>
            <translation>Nicht gehört</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/timeline_painting.py" />
            <source>Silence</source>
            <translation>Stille</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/timeline_painting.py" />
            <source>Unsure</source>
            <translation>Unsicher</translation>
        </message>
    </context>
    <context>
        <name>TimelineStrip</name>
        <message>
            <location filename="../genre_desktop/ui/timeline_strip.py" />
            <source>Genres of the selected track from beginning to end: %1</source>
            <translation>Genres des ausgewählten Stücks von Anfang bis Ende: %1</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/timeline_strip.py" />
            <source>not known</source>
            <translation>nicht bekannt</translation>
        </message>
    </context>
    <context>
        <name>ToolBar</name>
        <message>
            <location filename="../genre_desktop/ui/tool_bar.py" />
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tool_bar.py" />
            <source>Tools</source>
            <translation>Werkzeuge</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/tool_bar.py" />
            <source>Tools: add music, filter the list, choose a model, save</source>
            <translation>Werkzeuge: Musik hinzufügen, Liste filtern, Modell wählen, speichern</translation>
        </message>
    </context>
    <context>
        <name>TrackFacts</name>
        <message>
            <location filename="../genre_desktop/ui/track_facts.py" />
            <source>%1 BPM</source>
            <translation>%1 BPM</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/track_facts.py" />
            <source>%1 to %2</source>
            <translation>%1 bis %2</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/track_facts.py" />
            <source>%1, by your own word of %2.</source>
            <translation>%1, nach Ihrem eigenen Wort vom %2.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/track_facts.py" />
            <source>A first impression; the rest of the track was not heard.</source>
            <translation>Ein erster Eindruck; der Rest des Stücks wurde nicht gehört.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/track_facts.py" />
            <source>A first impression; the whole track is still being heard.</source>
            <translation>Ein erster Eindruck; das ganze Stück wird noch gehört.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/track_facts.py" />
            <source>Album</source>
            <translation>Album</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/track_facts.py" />
            <source>Artist</source>
            <translation>Interpret</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/track_facts.py" />
            <source>Audio hash</source>
            <translation>Prüfsumme des Tons</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/track_facts.py" />
            <source>Channels</source>
            <translation>Kanäle</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/track_facts.py" />
            <source>Date</source>
            <translation>Datum</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/track_facts.py" />
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/track_facts.py" />
            <source>Genre Desktop is listening to this track.</source>
            <translation>Genre Desktop hört dieses Stück gerade.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/track_facts.py" />
            <source>Heard</source>
            <translation>Gehört</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/track_facts.py" />
            <source>Heard quickly: %1 of %2, in pieces spread over the track.</source>
            <translation>Schnell gehört: %1 von %2, in über das Stück verteilten Abschnitten.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/track_facts.py" />
            <source>Length</source>
            <translation>Länge</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/track_facts.py" />
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/track_facts.py" />
            <source>Note</source>
            <translation>Hinweis</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/track_facts.py" />
            <source>Part</source>
            <translation>Teil</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/track_facts.py" />
            <source>Path</source>
            <translation>Pfad</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/track_facts.py" />
            <source>Tag now</source>
            <translation>Tag jetzt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/track_facts.py" />
            <source>The model heard %1.</source>
            <translation>Das Modell hörte %1.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/track_facts.py" />
            <source>The same audio as track %1.</source>
            <translation>Derselbe Ton wie Stück %1.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/track_facts.py" />
            <source>There is no genre, since nothing could be heard.</source>
            <translation>Es gibt kein Genre, weil nichts zu hören war.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/track_facts.py" />
            <source>This track waits for its turn.</source>
            <translation>Dieses Stück wartet, bis es an der Reihe ist.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/track_facts.py" />
            <source>This track was not heard yet.</source>
            <translation>Dieses Stück wurde noch nicht gehört.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/track_facts.py" />
            <source>Title</source>
            <translation>Titel</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/track_facts.py" />
            <source>Track number</source>
            <translation>Titelnummer</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/track_facts.py" />
            <source>Unsure. %1 and %2 are close, and both stay below the model's limit.</source>
            <translation>Unsicher. %1 und %2 liegen nah beieinander, und beide bleiben unter der Grenze des Modells.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/track_facts.py" />
            <source>Unsure. %1 comes first, but is not likely enough for the model, or this is unlike all that it learnt from.</source>
            <translation>Unsicher. %1 liegt vorn, ist dem Modell aber nicht wahrscheinlich genug, oder dies ist anders als alles, woraus es lernte.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/track_facts.py" />
            <source>Unsure. %1 comes first, but stays below the model's limit.</source>
            <translation>Unsicher. %1 liegt vorn, bleibt aber unter der Grenze des Modells.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/track_facts.py" />
            <source>Unsure. %1 comes first, but this is unlike all that the model learnt from.</source>
            <translation>Unsicher. %1 liegt vorn, aber dies ist anders als alles, woraus das Modell lernte.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/track_facts.py" />
            <source>none</source>
            <translation>keines</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/track_facts.py" />
            <source>the end</source>
            <translation>zum Ende</translation>
        </message>
    </context>
    <context>
        <name>TrackTable</name>
        <message>
            <location filename="../genre_desktop/ui/track_table.py" />
            <source>Tracks of the list, with their genres</source>
            <translation>Stücke der Liste, mit ihren Genres</translation>
        </message>
    </context>
    <context>
        <name>TransportBar</name>
        <message>
            <location filename="../genre_desktop/ui/player/transport_bar.py" />
            <source>No sound device</source>
            <translation>Kein Tonausgang</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/transport_bar.py" />
            <source>Nothing is playing</source>
            <translation>Nichts wird abgespielt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/transport_bar.py" />
            <source>Player: what is heard, and how loud</source>
            <translation>Wiedergabe: was zu hören ist, und wie laut</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/transport_bar.py" />
            <source>Sound device that plays</source>
            <translation>Tonausgang, der abspielt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/transport_bar.py" />
            <source>Sound goes to: %1</source>
            <translation>Der Ton geht an: %1</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/transport_bar.py" />
            <source>Volume</source>
            <translation>Lautstärke</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/transport_bar.py" />
            <source>Volume of what is played</source>
            <translation>Lautstärke der Wiedergabe</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/transport_bar.py" />
            <source>muted</source>
            <translation>stumm</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/transport_bar.py" />
            <source>of %1, −%2</source>
            <translation>von %1, −%2</translation>
        </message>
    </context>
    <context>
        <name>ViewMenus</name>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/view_menus.py" />
            <source>Blackman-Harris</source>
            <translation>Blackman-Harris</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/view_menus.py" />
            <source>Both</source>
            <translation>Beide</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/view_menus.py" />
            <source>Channels</source>
            <translation>Kanäle</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/view_menus.py" />
            <source>Cividis (safe for colour blindness)</source>
            <translation>Cividis (sicher bei Farbenblindheit)</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/view_menus.py" />
            <source>Colours</source>
            <translation>Farben</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/view_menus.py" />
            <source>Dynamic range</source>
            <translation>Dynamikumfang</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/view_menus.py" />
            <source>Flat top</source>
            <translation>Flat-Top</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/view_menus.py" />
            <source>Frequencies</source>
            <translation>Frequenzen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/view_menus.py" />
            <source>Gain</source>
            <translation>Verstärkung</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/view_menus.py" />
            <source>Grey</source>
            <translation>Grau</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/view_menus.py" />
            <source>Hamming</source>
            <translation>Hamming</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/view_menus.py" />
            <source>Hann</source>
            <translation>Hann</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/view_menus.py" />
            <source>Left</source>
            <translation>Links</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/view_menus.py" />
            <source>Length in samples</source>
            <translation>Länge in Samples</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/view_menus.py" />
            <source>Levels</source>
            <translation>Pegel</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/view_menus.py" />
            <source>Linear</source>
            <translation>Linear</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/view_menus.py" />
            <source>Logarithmic</source>
            <translation>Logarithmisch</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/view_menus.py" />
            <source>Mel</source>
            <translation>Mel</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/view_menus.py" />
            <source>Mid (mean of left and right)</source>
            <translation>Mitte (Mittel aus links und rechts)</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/view_menus.py" />
            <source>Right</source>
            <translation>Rechts</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/view_menus.py" />
            <source>Shape</source>
            <translation>Form</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/view_menus.py" />
            <source>Side (half their difference)</source>
            <translation>Seite (halbe Differenz)</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/view_menus.py" />
            <source>Time on show</source>
            <translation>Gezeigte Zeit</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/spectrogram/view_menus.py" />
            <source>Window</source>
            <translation>Fenster</translation>
        </message>
    </context>
    <context>
        <name>WatchedPage</name>
        <message>
            <location filename="../genre_desktop/ui/watched_page.py" />
            <source>&amp;Watch a folder…</source>
            <translation>&amp;Ordner beobachten …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/watched_page.py" />
            <source>Folders in which new music is classified by itself</source>
            <translation>Ordner, in denen neue Musik von selbst klassifiziert wird</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/watched_page.py" />
            <source>No folder is watched yet.</source>
            <translation>Noch wird kein Ordner beobachtet.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/watched_page.py" />
            <source>Watch &amp;no more</source>
            <translation>&amp;Nicht mehr beobachten</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/watched_page.py" />
            <source>Watch a folder</source>
            <translation>Ordner beobachten</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/watched_page.py" />
            <source>Watched &amp;folders</source>
            <translation>&amp;Beobachtete Ordner</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/watched_page.py" />
            <source>What lies in them, arrives or changes comes into the list and is classified once it has kept still for some seconds, while this window is open.</source>
            <translation>Was darin liegt, ankommt oder sich ändert, kommt in die Liste und wird klassifiziert, sobald es einige Sekunden ruht, solange dieses Fenster offen ist.</translation>
        </message>
    </context>
    <context>
        <name>_Empty</name>
        <message>
            <location filename="../genre_desktop/ui/player/playing_pane.py" />
            <source>Select a track or play one to see its sound.</source>
            <translation>Ein Stück auswählen oder abspielen, um seinen Klang zu sehen.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/player/playing_pane.py" />
            <source>The sound of the selected track is shown once all tracks are heard, or as soon as it is played.</source>
            <translation>Der Klang des ausgewählten Stücks wird gezeigt, wenn alle Stücke gehört sind, oder sobald es abgespielt wird.</translation>
        </message>
    </context>
    <context>
        <name>_GeneralPage</name>
        <message>
            <location filename="../genre_desktop/ui/preferences_dialog.py" />
            <source>&amp;Language</source>
            <translation>Sp&amp;rache</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/preferences_dialog.py" />
            <source>As the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/preferences_dialog.py" />
            <source>C&amp;olours</source>
            <translation>&amp;Farben</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/preferences_dialog.py" />
            <source>Colours of the window</source>
            <translation>Farben des Fensters</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/preferences_dialog.py" />
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/preferences_dialog.py" />
            <source>How many processes hear music at once</source>
            <translation>Wie viele Prozesse zugleich Musik hören</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/preferences_dialog.py" />
            <source>Language of the window</source>
            <translation>Sprache des Fensters</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/preferences_dialog.py" />
            <source>Leave out when adding &amp;folders</source>
            <translation>Beim Hinzufügen von &amp;Ordnern auslassen</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/preferences_dialog.py" />
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/preferences_dialog.py" />
            <source>One pattern a line. * stands for any letters; a pattern that ends with / leaves out whole folders. It holds for what is added from now on.</source>
            <translation>Ein Muster je Zeile. * steht für beliebige Zeichen; ein Muster, das mit / endet, lässt ganze Ordner aus. Es gilt für alles, was von jetzt an hinzukommt.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/preferences_dialog.py" />
            <source>One per processor core</source>
            <translation>Einer je Prozessorkern</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/preferences_dialog.py" />
            <source>Patterns of what is left out, one a line</source>
            <translation>Muster dessen, was ausgelassen wird, eines je Zeile</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/preferences_dialog.py" />
            <source>The window speaks it from its next start on.</source>
            <translation>Das Fenster spricht sie ab dem nächsten Start.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/preferences_dialog.py" />
            <source>Their number holds from the next time tracks are heard.</source>
            <translation>Ihre Zahl gilt, sobald das nächste Mal Stücke gehört werden.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/preferences_dialog.py" />
            <source>Worker &amp;processes</source>
            <translation>&amp;Arbeitsprozesse</translation>
        </message>
    </context>
    <context>
        <name>_TrackDetails</name>
        <message>
            <location filename="../genre_desktop/ui/details_panel.py" />
            <source>%1 pieces of %2 s</source>
            <translation>%1 Abschnitte von %2 s</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/details_panel.py" />
            <source>Classify again</source>
            <translation>Erneut klassifizieren</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/details_panel.py" />
            <source>Classify this track again with the chosen model.</source>
            <translation>Dieses Stück mit dem gewählten Modell erneut klassifizieren.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/details_panel.py" />
            <source>Correct…</source>
            <translation>Korrigieren …</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/details_panel.py" />
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/details_panel.py" />
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/details_panel.py" />
            <source>Genre, whole track</source>
            <translation>Genre, ganzes Stück</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/details_panel.py" />
            <source>Length</source>
            <translation>Länge</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/details_panel.py" />
            <source>Path</source>
            <translation>Pfad</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/details_panel.py" />
            <source>Say which genre this track is.</source>
            <translation>Sagen, welches Genre dieses Stück hat.</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/details_panel.py" />
            <source>Tag now</source>
            <translation>Tag jetzt</translation>
        </message>
        <message>
            <location filename="../genre_desktop/ui/details_panel.py" />
            <source>Timeline</source>
            <translation>Zeitleiste</translation>
        </message>
    </context>
</TS>
