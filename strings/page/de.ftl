# Words of the emergency page, beside those of strings/card. Not yet checked by a native speaker.
page-title = Notfallseite
page-lead = Liest eine Notfallkarte, einen Notfallcode, einen SMART Health Link oder eine SMART Health Card.
page-scan = Code scannen
page-stop = Kamera aus
page-picture = Bild eines Codes wählen
page-paste = Oder den Text eines Codes oder einen Link einfügen
page-read = Lesen
page-language = Sprache
page-private = Was Sie öffnen, bleibt in diesem Fenster. Nichts wird behalten. Wer diese Seite betreibt, kann ändern, was sie tut.
page-print = Drucken
page-close = Schließen und vergessen
page-again = Neu abrufen
page-more = { $count } weitere zeigen
page-code = Code
page-name-added = Den Namen hat diese Seite ergänzt. Gesendet wurde nur der Code.
page-save = { $name } speichern
page-since = seit { $date }
page-reading = Wird gelesen …
page-fetching = Warten auf { $host } …
page-point = Halten Sie den Code vor die Kamera.

page-vaccines = Impfungen
page-results = Befunde
page-procedures = Operationen und Behandlungen
page-documents = Dokumente
page-other = Alles Übrige

page-inactive = derzeit nicht aktiv
page-resolved = vorbei
page-refuted = als falsch erkannt
page-in-error = irrtümlich eingetragen
page-unconfirmed = nicht bestätigt
page-stopped = abgesetzt

page-ask = Gesundheitslink öffnen
page-ask-label = Der Absender nennt ihn:
page-ask-host = { $host } wird gefragt.
page-recipient = Ihr Name oder Arbeitsort
page-recipient-why = Die Person sieht, wer den Link geöffnet hat.
page-passcode = Zugangscode
page-open = Öffnen
page-attempts =
    { $count ->
        [0] Kein Versuch ist übrig. Bitten Sie die Person um einen neuen Link.
        [one] { $count } Versuch ist übrig.
       *[other] { $count } Versuche sind übrig.
    }

page-emergency = Notfallcode öffnen
page-emergency-told = Die Geräte und Kontakte der Person erfahren sofort, dass dieser Code benutzt wird. Die Person sieht Ihren Namen und Ihren Grund.
page-emergency-wait = Bis zu zehn Minuten lang können die Geräte der Person es verhindern. Helfen Sie, ohne zu warten.
page-emergency-opens = Er öffnet: { $sections }.
page-emergency-until = Der Code gilt bis { $date }.
page-emergency-ended = Der Code galt bis { $date }.
page-reason = Warum Sie es brauchen
page-reason-why = Zum Beispiel: bewusstlos gefunden. Es wird für die Person aufgeschrieben.
page-tell = Benachrichtigen und öffnen
page-told = Geräte und Kontakte werden jetzt benachrichtigt
page-told-left = Sie bekommen es in
page-told-stop = Die Geräte der Person können es vorher verhindern. Helfen Sie, ohne zu warten.
page-told-keep = Lassen Sie diese Seite offen. Wenn Sie sie schließen, müssen Sie neu fragen und neu warten.

page-profile = Angaben zur Person
page-vitals = Vitalwerte
page-visits = Besuche
page-notes = Notizen von Besuchen
page-care-plan = Behandlungsplan
page-sensitive = Vertrauliche Einträge
page-coverage = Versicherung
page-check-ins = Fragebögen
page-messages = Nachrichten

page-copy = Eine Kopie, die ein Gerät der Person bei { $host } hinterlegt hat. Seither wurde nichts geändert, aber diese Seite weiß nicht, wer sie unterschrieben hat.
page-unshown =
    { $count ->
        [one] Ein Eintrag kann hier nicht gezeigt werden. Die App Pocketchart zeigt ihn.
       *[other] { $count } Einträge können hier nicht gezeigt werden. Die App Pocketchart zeigt sie.
    }
page-author = geschrieben von { $name }
page-from-link = Gerade von { $host } geholt. Nicht unterschrieben. Niemand bürgt dafür.
page-supplied = Von der Person selbst. Seit { $issuer } unterschrieben hat, wurde nichts geändert, aber diese Seite weiß nicht, wer das ist.
page-listed = Unterschrieben von { $issuer }, auf der Liste dieser Seite. Seither wurde nichts geändert.
page-unchecked = Nicht geprüft. Von { $issuer } kam kein Schlüssel, es kann also verändert sein.
page-revocation-unchecked = Nicht geprüft: ob es zurückgenommen wurde.
page-expired = Abgelaufen am { $date }. Vielleicht nicht mehr aktuell.
page-not-yet = Nicht gültig vor dem { $date }.
page-plain = Reiner Text. Nicht unterschrieben. Jeder kann ihn schreiben.
page-link-ended = Der Link sollte am { $date } enden.
page-old = Alt. Vielleicht nicht mehr aktuell.
page-undated = Wie alt es ist, steht nicht dabei.
page-can-change = Diese Datei kann sich noch ändern.
page-no-longer-valid = Der Absender sagt, dass diese Datei nicht mehr gilt.
page-retracted = Der Absender hat diese Datei zurückgenommen. Verlassen Sie sich nicht darauf.
page-live-access = Dieser Link öffnet auch das System einer Klinik. Diese Seite tut das nicht.
page-part-failed = Ein Teil kann nicht gezeigt werden.

page-altered = Verändert oder beschädigt
page-altered-next = Nichts davon wird gezeigt. Scannen Sie den Code noch einmal, oder fragen Sie die Person.
page-newer = Das braucht ein neueres Lesegerät
page-newer-next = Nichts davon wird gezeigt. Laden Sie diese Seite mit Netz neu, oder nehmen Sie die App.
page-not-a-code = Das kann diese Seite nicht lesen
page-not-a-code-next = Sie liest Notfallkarten, Notfallcodes, SMART Health Links und SMART Health Cards.
page-other-code = Dieser Code ist für die App Pocketchart
page-other-code-next = Öffnen Sie die App und scannen Sie ihn dort.
page-parts = Das ist einer von mehreren Codes einer Karte
page-parts-next = Diese Seite liest Karten aus einem Code. Bitten Sie um einen Link oder eine Datei.
page-rules = Dieser Link hält sich nicht an die Regeln
page-rules-next = Er wurde nicht geöffnet. Bitten Sie die Person um einen neuen.
page-gone = Dieser Link geht nicht mehr
page-gone-next = Er ist zu Ende oder wurde zurückgenommen. Bitten Sie die Person um einen neuen.
page-not-given = { $host } gibt es nicht heraus
page-not-given-next = Es wurde verhindert, oder der Code ist abgelaufen oder verbraucht. Suchen Sie eine Notfallkarte, oder rufen Sie die Kontakte der Person an.
page-unfit = Was kam, passt nicht zu diesem Code
page-unfit-next = Es wurde verändert oder ist nicht für diesen Code. Nichts davon wird gezeigt. Versuchen Sie es noch einmal, oder nehmen Sie die App.
page-wrong-passcode = Dieser Zugangscode stimmt nicht
page-wrong-passcode-next = Fragen Sie die Person danach.
page-too-many = Zu viele Anfragen
page-too-many-next = Warten Sie { $seconds } Sekunden und versuchen Sie es noch einmal.
page-no-answer = Keine Antwort von { $host }
page-no-answer-next = Prüfen Sie Ihr Netz und versuchen Sie es noch einmal.
page-server = { $host } konnte nicht helfen
page-server-next = Die Antwort war { $status }. Versuchen Sie es später noch einmal.
page-unreadable = Was kam, lässt sich nicht öffnen
page-unreadable-next = Es wurde verändert oder gehört nicht zu diesem Link. Nichts davon wird gezeigt.
page-too-large = Zu groß, um es hier zu zeigen
page-too-large-next = Bitten Sie um eine kürzere Zusammenfassung.
page-nothing = Nichts darin lässt sich hier zeigen
page-nothing-next = Fragen Sie die Person, was es enthält.
page-unknown-key = Nicht vom Aussteller unterschrieben
page-unknown-key-next = { $issuer } hat keinen solchen Schlüssel. Nichts davon wird gezeigt.
page-revoked = Vom Aussteller zurückgenommen
page-revoked-next = Nichts davon wird gezeigt.
page-no-camera = Die Kamera ist nicht nutzbar
page-no-camera-next = Erlauben Sie sie im Browser, oder wählen Sie ein Bild.
page-no-code = In diesem Bild wurde kein Code gefunden
page-no-code-next = Machen Sie ein schärferes, aus der Nähe.
page-no-script = Diese Seite braucht JavaScript.
page-insecure = Diese Seite wurde nicht sicher geladen
page-insecure-next = Öffnen Sie sie noch einmal mit https.
