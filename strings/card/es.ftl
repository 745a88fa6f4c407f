# Fixed words of the emergency card, in the language of whoever reads it. Not yet checked by a native speaker.
card-title = TARJETA DE EMERGENCIA
card-born = Fecha de nacimiento: { $date }
card-allergies = Alergias
card-medicines = Medicamentos
card-conditions = Enfermedades
card-blood-group = Grupo sanguíneo
card-implants = Implantes
card-pregnancy = Embarazo
card-languages = Idiomas
card-directives = Voluntades anticipadas
card-contacts = Llamar en caso de emergencia
card-mild = leve
card-moderate = moderada
card-severe = grave
card-high-risk = riesgo alto
card-disputed = las fuentes no coinciden
card-none-known = Ninguna conocida, según lo declarado
card-nothing = aquí no consta nada; no significa que no haya
card-more = más
card-issued = Emitida el { $date }
card-days =
    { $days ->
        [0] hoy
        [one] hace { $days } día
       *[other] hace { $days } días
    }
card-months =
    { $months ->
        [one] hace { $months } mes
       *[other] hace { $months } meses
    }
card-review-by = Debe revisarse antes del { $date }.
card-overdue = Revisión vencida desde el { $date }: puede no estar al día.
card-future = La fecha de emisión es posterior a hoy: algún reloj está mal.
card-unknown-key = Firmada con una clave que este lector no conoce. No se ha cambiado desde entonces, pero cualquiera puede hacer una tarjeta: pregunte a la persona.
card-known-patient = Firmada por un dispositivo de un paciente que usted conoce.
card-words-unreviewed = Ningún hablante nativo ha revisado estas palabras.
card-code-app = Escanee este código con la aplicación Pocketchart.
card-code-camera = La cámara de cualquier teléfono muestra este código como texto.
card-code-honest = La firma solo muestra que nada cambió después. Cualquiera puede hacer una tarjeta: pregunte a la persona.
