# Words of the emergency page, beside those of strings/card. Not yet checked by a native speaker.
page-title = Página de emergencia
page-lead = Lee una tarjeta de emergencia, un código de emergencia, un SMART Health Link o una SMART Health Card.
page-scan = Escanear un código
page-stop = Apagar la cámara
page-picture = Elegir una foto de un código
page-paste = O pegue el texto de un código o un enlace
page-read = Leer
page-language = Idioma
page-private = Lo que abra queda en esta ventana. No se guarda nada. Quien publica esta página puede cambiar lo que hace.
page-print = Imprimir
page-close = Cerrar y olvidar
page-again = Pedir de nuevo
page-more = Mostrar { $count } más
page-code = Código
page-name-added = Esta página añadió el nombre. Solo se envió el código.
page-save = Guardar { $name }
page-since = desde { $date }
page-reading = Leyendo…
page-fetching = Esperando a { $host }…
page-point = Ponga el código delante de la cámara.

page-vaccines = Vacunas
page-results = Resultados
page-procedures = Operaciones y tratamientos
page-documents = Documentos
page-other = Todo lo demás

page-inactive = no activo ahora
page-resolved = superado
page-refuted = se vio que era falso
page-in-error = anotado por error
page-unconfirmed = sin confirmar
page-stopped = suspendido

page-ask = Abrir un enlace de salud
page-ask-label = Quien lo envía lo llama:
page-ask-host = Se preguntará a { $host }.
page-recipient = Su nombre o lugar de trabajo
page-recipient-why = El paciente ve quién abrió el enlace.
page-passcode = Código de acceso
page-open = Abrir
page-attempts =
    { $count ->
        [0] No queda ningún intento. Pida a la persona un enlace nuevo.
        [one] Queda { $count } intento.
       *[other] Quedan { $count } intentos.
    }

page-emergency = Abrir un código de emergencia
page-emergency-told = Los dispositivos y contactos de la persona saben enseguida que se usa este código. La persona ve su nombre y su motivo.
page-emergency-wait = Durante diez minutos como máximo, los dispositivos de la persona pueden impedirlo. No espere para ayudar.
page-emergency-opens = Abre: { $sections }.
page-emergency-until = El código vale hasta el { $date }.
page-emergency-ended = El código valía hasta el { $date }.
page-reason = Por qué lo necesita
page-reason-why = Por ejemplo: hallado inconsciente. Queda anotado para la persona.
page-tell = Avisarles y abrir
page-told = Ahora se les avisa
page-told-left = Lo recibe en
page-told-stop = Los dispositivos de la persona pueden impedirlo antes. No espere para ayudar.
page-told-keep = Deje esta página abierta. Si la cierra, tendrá que pedirlo y esperar de nuevo.

page-profile = Sobre la persona
page-vitals = Signos vitales
page-visits = Visitas
page-notes = Notas de visitas
page-care-plan = Plan de cuidados
page-sensitive = Anotaciones confidenciales
page-coverage = Seguro
page-check-ins = Cuestionarios
page-messages = Mensajes

page-copy = Una copia que un dispositivo de la persona dejó en { $host }. No ha cambiado desde entonces, pero esta página no sabe quién la firmó.
page-unshown =
    { $count ->
        [one] Una anotación no se puede mostrar aquí. La aplicación Pocketchart la muestra.
       *[other] { $count } anotaciones no se pueden mostrar aquí. La aplicación Pocketchart las muestra.
    }
page-author = escrito por { $name }
page-from-link = Recibido ahora de { $host }. No está firmado. Nadie responde de ello.
page-supplied = Aportado por el paciente. No se ha cambiado desde que lo firmó { $issuer }, pero esta página no sabe quién es.
page-listed = Firmado por { $issuer }, que está en la lista de esta página. No se ha cambiado desde entonces.
page-unchecked = Sin comprobar. No llegó ninguna clave de { $issuer }, así que puede estar alterado.
page-revocation-unchecked = Sin comprobar: si fue retirado.
page-expired = Caducó el { $date }. Puede no estar al día.
page-not-yet = No es válido antes del { $date }.
page-plain = Texto simple. No está firmado. Cualquiera puede escribirlo.
page-link-ended = El enlace debía terminar el { $date }.
page-old = Antiguo. Puede no estar al día.
page-undated = No dice de cuándo es.
page-can-change = Este archivo aún puede cambiar.
page-no-longer-valid = Quien lo envió dice que este archivo ya no es válido.
page-retracted = Quien lo envió retiró este archivo. No se fíe de él.
page-live-access = Este enlace también abre el sistema de una clínica. Esta página no lo hace.
page-part-failed = Una parte no se puede mostrar.

page-altered = Alterado o dañado
page-altered-next = No se muestra nada. Escanee el código otra vez o pregunte a la persona.
page-newer = Hace falta un lector más nuevo
page-newer-next = No se muestra nada. Cargue esta página de nuevo con red, o use la aplicación.
page-not-a-code = Esta página no puede leer eso
page-not-a-code-next = Lee tarjetas de emergencia, códigos de emergencia, SMART Health Links y SMART Health Cards.
page-other-code = Este código es para la aplicación Pocketchart
page-other-code-next = Abra la aplicación y escanéelo allí.
page-parts = Es uno de varios códigos de una tarjeta
page-parts-next = Esta página lee tarjetas de un solo código. Pida un enlace o un archivo.
page-rules = Este enlace no cumple las reglas de los enlaces de salud
page-rules-next = No se abrió. Pida a la persona uno nuevo.
page-gone = Este enlace ya no funciona
page-gone-next = Terminó o fue retirado. Pida a la persona uno nuevo.
page-not-given = { $host } no lo entrega
page-not-given-next = Se ha impedido, o el código ha terminado o está agotado. Busque una tarjeta de emergencia, o llame a los contactos de la persona.
page-unfit = Lo que llegó no corresponde a este código
page-unfit-next = Fue alterado, o no es para este código. No se muestra nada de ello. Inténtelo de nuevo, o use la aplicación.
page-wrong-passcode = Ese código de acceso no es correcto
page-wrong-passcode-next = Pídaselo a la persona.
page-too-many = Demasiadas peticiones
page-too-many-next = Espere { $seconds } segundos e inténtelo de nuevo.
page-no-answer = { $host } no responde
page-no-answer-next = Compruebe su red e inténtelo de nuevo.
page-server = { $host } no pudo ayudar
page-server-next = Respondió { $status }. Inténtelo más tarde.
page-unreadable = Lo que llegó no se puede abrir
page-unreadable-next = Fue alterado o no es de este enlace. No se muestra nada.
page-too-large = Demasiado grande para mostrarlo aquí
page-too-large-next = Pida un resumen más corto.
page-nothing = Nada de su contenido se puede mostrar aquí
page-nothing-next = Pregunte a la persona qué contiene.
page-unknown-key = No lo firmó su emisor
page-unknown-key-next = { $issuer } no tiene esa clave. No se muestra nada.
page-revoked = Retirado por su emisor
page-revoked-next = No se muestra nada.
page-no-camera = No se puede usar la cámara
page-no-camera-next = Permítala en su navegador o elija una foto.
page-no-code = No se encontró ningún código en esa foto
page-no-code-next = Haga una más nítida, de más cerca.
page-no-script = Esta página necesita JavaScript.
page-insecure = Esta página no se cargó de forma segura
page-insecure-next = Ábrala de nuevo con https.
