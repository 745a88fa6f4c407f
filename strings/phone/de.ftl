# Wörter der App auf dem Telefon.

start-title = Ihre Gesundheitsakte, auf diesem Telefon
start-lead = Sie ist mit einem Schlüssel versiegelt, den nur dieses Telefon hat. Sie geht ohne Netz.
start-device = Ein Name für dieses Telefon
start-create = Meine Akte anlegen
start-busy = Ihre Akte wird angelegt. Das dauert einen Moment.

words-title = Schreiben Sie diese 24 Wörter auf
words-lead = Ohne sie und ohne Ihr Telefon kann niemand diese Akte zurückholen, auch wir nicht.
words-once = Sie stehen nur jetzt da. Schreiben Sie sie auf Papier: Ein Foto kann gestohlen werden.
words-number = Wort { $number }: { $word }
words-written = Ich habe sie aufgeschrieben
words-check-title = Tippen Sie jetzt drei davon
words-type = Wort { $number }
words-wrong = Das ist nicht Wort { $number }. Sehen Sie auf Ihr Papier.
words-again = Die Wörter noch einmal zeigen
words-done = Prüfen

unlock-title = Ihre Akte ist gesperrt
unlock-lead = Niemand kann sie lesen, bis Sie sie entsperren.
unlock-away = Sie wurde gesperrt, weil Sie weg waren.
unlock-open = Entsperren
unlock-busy = Einen Moment bitte.

record-title = Meine Akte
record-lock = Sperren
record-import = Eine Datei aufnehmen
record-check-in = Einer Praxis antworten
record-reading = Ihre Akte wird gelesen.
record-not-read = Das konnte nicht gelesen werden. Es heißt nicht, dass da nichts ist.

section-allergies = Allergien
section-medications = Medikamente
section-problems = Probleme
section-immunizations = Impfungen
section-results = Befunde
section-vitals = Vitalwerte
section-procedures = Operationen und Behandlungen
section-encounters = Besuche
section-notes = Notizen
section-documents = Dokumente
section-care-plan = Pläne und Ziele
section-check-ins = Fragebögen
section-messages = Nachrichten
section-coverage = Versicherung
section-profile = Über Sie
section-sensitive = Abgesondert
section-current = { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
}
section-unreconciled = { $count ->
    [one] { $count }, bei dem Quellen nicht übereinstimmen
   *[other] { $count }, bei denen Quellen nicht übereinstimmen
}
section-proposed = { $count ->
    [one] { $count } vorgeschlagene Änderung
   *[other] { $count } vorgeschlagene Änderungen
}
section-nothing = Nichts eingetragen
section-nothing-means = Niemand hat hier etwas gesagt. Das heißt nicht, dass da nichts ist.
section-none-known = Keine bekannt, sagt { $who }, { $date }
section-none-known-you = Keine bekannt, sagen Sie, { $date }
section-none-current = Nichts Aktuelles
section-none-current-means = Es gibt Einträge, die zurückgenommen, ersetzt oder nur vorgeschlagen sind.
section-past = Auch Zurückgenommenes und Vorgeschlagenes zeigen
section-more = Mehr zeigen

row-since = seit { $date }
row-from-to = { $from } bis { $to }
row-said-by = sagt { $who }
row-typed-by = geschrieben von { $who }
row-typed-by-you = von Ihnen geschrieben
row-unnamed-source = die Quelle nennt keinen Namen
row-sources = { $count ->
    [one] { $count } Quelle
   *[other] { $count } Quellen
}
row-none-known = keine bekannt
row-no-information = nichts darüber bekannt, was nicht keine heißt
row-not-done = nicht gemacht
row-unreadable = Teile davon sind nicht lesbar.
row-not-here = Der Inhalt ist noch nicht hier.
row-untitled = Ohne Namen
row-unreconciled = Quellen stimmen nicht überein
row-retracted = zurückgenommen
row-replaced = ersetzt
row-proposed = vorgeschlagen, noch nicht Teil Ihrer Akte
row-past = vorbei
row-disputed = jemand widerspricht
row-unconfirmed = nicht bestätigt
row-refuted = als falsch erkannt
row-flag-high = höher als üblich
row-flag-low = niedriger als üblich
row-flag-critical = weit entfernt vom Üblichen
row-flag-unusual = nicht wie üblich

item-value = Wert
item-usual = Üblich
item-when = Wann
item-severity = Wie schlimm
item-reaction = Reaktion
item-dosage = Wie einzunehmen
item-status = Stand
item-note = Bemerkung
item-sources = Wer das sagt
item-rivals = Was dem widerspricht
item-disputes = Wer widerspricht
item-confirmations = Wer zustimmt
item-replaced-by = Was an seine Stelle trat
item-proposals = Was andere vorschlagen
item-history = Verlauf
item-recorded = { $act }, { $date }, { $who }
item-you = Sie
item-somebody = jemand ohne Namen
item-brought-in = aufgenommen { $date }, von der Quelle nicht unterschrieben
item-typed-in = eingetippt { $date }
item-on-device = auf { $device }
item-signed = unterschrieben von { $issuer }, für die niemand bürgt
item-listed = unterschrieben von { $name }, auf einer Liste, der Sie vertrauen
item-link = von { $issuer }, nicht unterschrieben
item-first = aufgeschrieben
item-act-confirm = bestätigt
item-act-correct = berichtigt
item-act-dispute = bestritten
item-act-resolve = geklärt
item-act-retract = zurückgenommen
item-reason = Grund: { $reason }
item-original = Wie es die Quelle schrieb
item-original-show = Den Text der Quelle zeigen
item-original-hide = Den Text der Quelle verbergen
item-original-none = Der Text der Quelle ist nicht hier oder ist kein Text.
item-original-cut = Er ist länger. Nur der Anfang steht da.

import-title = Eine Datei aufnehmen
import-lead = Bitten Sie Klinik oder Praxis um Ihre Daten „als FHIR“. Wählen Sie dann hier die Datei.
import-choose = Eine Datei wählen
import-checking = Die Datei wird geprüft
import-keeping = { $count ->
    [one] { $count } Teil behalten
   *[other] { $count } Teile behalten
}
import-done = Die Datei ist in Ihrer Akte
import-new = { $count ->
    [one] { $count } neu
   *[other] { $count } neu
}
import-updated = { $count ->
    [one] { $count } neuere Fassung
   *[other] { $count } neuere Fassungen
}
import-held = { $count ->
    [one] { $count } war schon da
   *[other] { $count } waren schon da
}
import-unreadable = { $count ->
    [one] { $count } Teil war nicht lesbar. Sein Text ist behalten.
   *[other] { $count } Teile waren nicht lesbar. Ihr Text ist behalten.
}
import-same-person = Es geht um mich
import-other = Eine andere Datei wählen

check-in-title = Eine Praxis fragt
check-in-lead = Wählen Sie die Anfrage, die die Praxis Ihnen gab. Nichts geht hinaus, bevor Sie es sagen.
check-in-choose = Die Anfrage wählen
check-in-reading = Die Anfrage wird gelesen.
check-in-unproven = Die Anfrage beweist nicht, wer fragt. Geben Sie nichts, wenn Sie nicht wissen, woher sie kommt.
check-in-purpose = Sie sagen warum: { $purpose }
check-in-needed = Die Praxis braucht das. Sie entscheiden trotzdem.
check-in-give = Dies geben
check-in-has = { $count ->
    [one] Ihre Akte hat { $count } Eintrag dafür.
   *[other] Ihre Akte hat { $count } Einträge dafür.
}
check-in-has-nothing = Ihre Akte hat dafür nichts. Das heißt nicht, dass da nichts ist.
check-in-keep-back = Zurückhalten: { $name }
check-in-from-record = aus Ihrer Akte
check-in-measured = aus Ihrer Akte, { $date }
check-in-suggested = vom Formular vorgeschlagen
check-in-units = Schreiben Sie die Zahl, dann { $units }.
check-in-several = Mehrere Antworten: eine in jeder Zeile.
check-in-yes = Ja
check-in-no = Nein
check-in-open = Antwort leeren
check-in-summary = Sie geben { $given } von { $asked }.
check-in-make = Meine Antwort machen
check-in-faults = Einige Antworten passen nicht zur Frage. Es wurde keine Antwort gemacht.
check-in-faults-next = Sehen Sie die markierten Antworten an, oder leeren Sie sie.
check-in-made = Ihre Antwort ist fertig
check-in-made-lead = Sie steht auch in Ihrer Akte. Geben Sie sie nur der Praxis, die gefragt hat.
check-in-share = Einer App geben

common-back = Zurück
common-again = Noch einmal versuchen
common-unchanged = Nichts wurde geändert.
common-other-problem = Das ging nicht.
common-other-problem-next = Versuchen Sie es noch einmal. Wenn es so bleibt, sperren und entsperren Sie die Akte.

store-missing = Hier ist keine Akte.
store-missing-next = Starten Sie die App neu und legen Sie eine Akte an.
store-exists = Hier ist schon eine Akte.
store-exists-next = Starten Sie die App neu und entsperren Sie sie.
store-busy = Die Akte ist in einem anderen Programm offen.
store-busy-next = Schließen Sie die App ganz und öffnen Sie sie wieder.
store-wrong-key = Der Schlüssel dieses Telefons öffnet die Akte nicht.
store-wrong-key-next = Die Akte hat einen anderen Schlüssel. Eine Sicherung und Ihre 24 Wörter bringen sie zurück.
store-newer = Die Akte schrieb eine neuere Fassung von Pocketchart.
store-newer-next = Installieren Sie die neueste Fassung der App.
store-rolled-back = Die Akte auf diesem Telefon ist älter als ihre letzte Benutzung.
store-rolled-back-next = Jemand hat eine alte Kopie zurückgelegt. Sie wird nicht geöffnet, damit nichts Neueres verloren geht.
store-altered = Die Datei der Akte ist beschädigt, oder jemand hat sie verändert.
store-altered-next = Eine Sicherung und Ihre 24 Wörter bringen die Akte zurück.
store-full = Auf diesem Telefon ist kein Platz mehr.
store-full-next = Schaffen Sie Platz und versuchen Sie es noch einmal.
store-denied = Der Ordner der Akte darf nicht gelesen oder beschrieben werden.
store-denied-next = Starten Sie das Telefon neu und versuchen Sie es noch einmal.
store-failed = Der Ordner der Akte konnte nicht gelesen oder beschrieben werden.
store-failed-next = Starten Sie das Telefon neu und versuchen Sie es noch einmal.
key-cancelled = Die Akte wurde nicht entsperrt.
key-cancelled-next = Entsperren Sie sie, wenn Sie so weit sind.
key-lost = Dieses Gerät hat den Schlüssel der Akte nicht mehr.
key-lost-next = Eine Sicherung und Ihre 24 Wörter bringen die Akte zurück.
key-failed = Dieses Gerät konnte den Schlüssel der Akte nicht geben.
key-failed-next = Versuchen Sie es noch einmal. Hilft das nicht, starten Sie das Telefon neu.
chart-locked = Die Akte ist gesperrt.
chart-locked-next = Entsperren Sie sie und versuchen Sie es noch einmal.
internal = In Pocketchart ging etwas schief. Was vorher gespeichert war, ist sicher.
internal-next = Sperren Sie die Akte, entsperren Sie sie, und versuchen Sie es noch einmal.
read-no-such-entry = Dieser Eintrag ist nicht mehr in Ihrer Akte.
read-no-such-entry-next = Gehen Sie zurück und sehen Sie die Liste noch einmal an.
import-io = Die Datei konnte nicht gelesen werden.
import-io-next = Sehen Sie nach, ob die Datei noch da ist, und versuchen Sie es noch einmal.
import-not-json = Das ist keine Datei mit Gesundheitsdaten, die die App lesen kann.
import-not-json-next = Bitten Sie um Ihre Daten „als FHIR“.
import-empty = Die Datei ist leer.
import-empty-next = Sehen Sie nach, ob sie ganz gespeichert oder gesendet wurde.
import-too-large = Die Datei ist größer als 256 MB.
import-too-large-next = Bitten Sie um mehrere Dateien.
import-truncated = Die Datei ist nach { $at } Bytes abgeschnitten.
import-truncated-next = Holen Sie sie noch einmal: Ein Teil fehlt.
import-nothing-readable = In dieser Datei sind keine Gesundheitsdaten, die wir lesen können.
import-nothing-readable-next = Bitten Sie um Ihre Daten „als FHIR“.
import-another-person = In dieser Datei geht es vielleicht um jemand anderen: { $names }.
import-another-person-next = Geht es um Sie, sagen Sie es. Wenn nicht, wählen Sie eine andere Datei.
import-several-people = In dieser Datei geht es um mehrere Menschen: { $names }.
import-several-people-next = Bitten Sie um eine Datei nur über Sie. Sind alle Sie, sagen Sie es.
import-no-key = Dieses Gerät darf in einem Abschnitt der Datei nicht schreiben.
import-no-key-next = Nehmen Sie sie auf einem Gerät auf, das es darf.
import-stopped = Die Aufnahme blieb stehen, nachdem { $kept } Teile behalten waren.
import-stopped-next = Nehmen Sie die Datei noch einmal auf: Es geht weiter, wo es stehen blieb.
checkin-unknown = Sie fragt nach etwas, das Pocketchart nicht kennt.
checkin-unknown-next = Fragen Sie die Praxis, was sie braucht.
checkin-media = Sie fragt nach einem Format, das Pocketchart nicht schreibt.
checkin-media-next = Fragen Sie die Praxis, was sie braucht.
checkin-form-not-here = Das Formular ist nur genannt und kam nicht mit.
checkin-form-not-here-next = Bitten Sie die Praxis, es zu senden.
checkin-form-contradicts = Das Formular ist nicht das genannte und wird nicht gezeigt.
checkin-form-contradicts-next = Sagen Sie es der Praxis.
checkin-form-unreadable = Das Formular kann nicht wie gemeint gezeigt werden und wird nicht gezeigt.
checkin-form-unreadable-next = Sagen Sie es der Praxis.
checkin-too-large = Die Anfrage oder die Antwort ist zu groß.
checkin-too-large-next = Bitten Sie die Praxis, weniger auf einmal zu fragen.
checkin-not-json = Das ist keine Anfrage einer Praxis.
checkin-not-json-next = Bitten Sie die Praxis, sie noch einmal zu senden.
checkin-not-a-request = Das ist keine Anfrage einer Praxis.
checkin-not-a-request-next = Bitten Sie die Praxis, sie noch einmal zu senden.
checkin-other-version = Diese Anfrage ist von einer Fassung, die Pocketchart nicht kennt.
checkin-other-version-next = Installieren Sie die neueste Fassung der App, oder sagen Sie es der Praxis.
checkin-malformed = Die Anfrage oder die Antwort ist nicht richtig aufgebaut.
checkin-malformed-next = Nichts davon wurde benutzt. Bitten Sie die Praxis, sie noch einmal zu senden.
checkin-item-twice = Die Anfrage sagt zwei Dinge unter einem Namen.
checkin-item-twice-next = Nichts davon wurde benutzt. Sagen Sie es der Praxis.
checkin-other-profile = Die Antwort nennt sich ganz, und es fehlt etwas.
checkin-other-profile-next = Nichts wurde gegeben. Sagen Sie es der Praxis.
form-missing = Die Praxis braucht hier eine Antwort.
form-missing-next = Antworten Sie, oder lassen Sie es offen: Sie entscheiden.
form-several = Nur eine Antwort.
form-several-next = Lassen Sie eine stehen.
form-type = Das ist nicht die Art von Antwort, nach der gefragt wird.
form-type-next = Schreiben Sie es anders.
form-no-option = Keine der Antworten, die zur Wahl stehen.
form-no-option-next = Wählen Sie eine davon.
form-too-long = Zu lang.
form-too-long-next = Sagen Sie es mit weniger Wörtern.
form-out-of-range = Niedriger oder höher, als das Formular erlaubt.
form-out-of-range-next = Sehen Sie die Zahl noch einmal an.
form-unit = In keiner Einheit des Formulars.
form-unit-next = Nehmen Sie eine der Einheiten des Formulars.
form-not-asked = Diese Frage wird nicht gestellt.
form-not-asked-next = Gehen Sie zurück und öffnen Sie die Anfrage noch einmal.
