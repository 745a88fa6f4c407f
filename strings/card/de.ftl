# Fixed words of the emergency card, in the language of whoever reads it. Not yet checked by a native speaker.
card-title = NOTFALLKARTE
card-born = Geboren am { $date }
card-allergies = Allergien
card-medicines = Medikamente
card-conditions = Erkrankungen
card-blood-group = Blutgruppe
card-implants = Implantate
card-pregnancy = Schwangerschaft
card-languages = Sprachen
card-directives = Verfügungen
card-contacts = Im Notfall anrufen
card-mild = leicht
card-moderate = mittel
card-severe = schwer
card-high-risk = hohes Risiko
card-disputed = Quellen widersprechen sich
card-none-known = Keine bekannt, laut Angabe
card-nothing = hier steht nichts; das heißt nicht keine
card-more = weitere
card-issued = Ausgestellt am { $date }
card-days =
    { $days ->
        [0] heute
        [one] vor { $days } Tag
       *[other] vor { $days } Tagen
    }
card-months =
    { $months ->
        [one] vor { $months } Monat
       *[other] vor { $months } Monaten
    }
card-review-by = Durchzusehen bis { $date }.
card-overdue = Durchsicht überfällig seit { $date }: vielleicht nicht mehr aktuell.
card-future = Ausgestellt nach dem heutigen Tag: Eine Uhr geht falsch.
card-unknown-key = Unterschrieben mit einem Schlüssel, den dieses Lesegerät nicht kennt. Seither wurde nichts geändert, aber jeder kann eine Karte machen: Fragen Sie die Person.
card-known-patient = Unterschrieben von einem Gerät eines Patienten, den Sie kennen.
card-words-unreviewed = Diese Wörter hat noch niemand geprüft, dessen Muttersprache es ist.
card-code-app = Diesen Code mit der App Pocketchart scannen.
card-code-camera = Die Kamera jedes Telefons zeigt diesen Code als Text.
card-code-honest = Die Unterschrift zeigt nur, dass seither nichts geändert wurde. Jeder kann eine Karte machen: Fragen Sie die Person.
