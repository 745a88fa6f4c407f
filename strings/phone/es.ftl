# Palabras de la aplicación del teléfono.

start-title = Su historia de salud, en este teléfono
start-lead = Está sellada con una clave que solo tiene este teléfono. Funciona sin red.
start-device = Un nombre para este teléfono
start-create = Crear mi historia
start-busy = Se está creando su historia. Tarda un momento.

words-title = Escriba estas 24 palabras
words-lead = Sin ellas y sin su teléfono, nadie puede recuperar esta historia, tampoco nosotros.
words-once = Solo se muestran ahora. Escríbalas en papel: una foto se puede robar.
words-number = Palabra { $number }: { $word }
words-written = Ya las he escrito
words-check-title = Ahora escriba tres de ellas
words-type = Palabra { $number }
words-wrong = Esta no es la palabra { $number }. Mire su papel.
words-again = Mostrar otra vez las palabras
words-done = Comprobar

unlock-title = Su historia está cerrada
unlock-lead = Nadie puede leerla hasta que usted la abra.
unlock-away = Se cerró porque usted no estaba.
unlock-open = Abrir
unlock-busy = Un momento, por favor.

record-title = Mi historia
record-lock = Cerrar con llave
record-import = Añadir un archivo
record-check-in = Responder a una clínica
record-reading = Leyendo su historia.
record-not-read = Esto no se pudo leer. No significa que no haya nada.

section-allergies = Alergias
section-medications = Medicamentos
section-problems = Problemas
section-immunizations = Vacunas
section-results = Resultados
section-vitals = Signos vitales
section-procedures = Operaciones y tratamientos
section-encounters = Visitas
section-notes = Notas
section-documents = Documentos
section-care-plan = Planes y metas
section-check-ins = Cuestionarios
section-messages = Mensajes
section-coverage = Seguro
section-profile = Sobre usted
section-sensitive = Apartado
section-current = { $count ->
    [one] { $count } entrada
   *[other] { $count } entradas
}
section-unreconciled = { $count ->
    [one] { $count } en que las fuentes no coinciden
   *[other] { $count } en que las fuentes no coinciden
}
section-proposed = { $count ->
    [one] { $count } cambio propuesto
   *[other] { $count } cambios propuestos
}
section-nothing = Nada anotado
section-nothing-means = Nadie ha dicho nada aquí. No significa que no haya nada.
section-none-known = Ninguna conocida; lo dijo { $who } el { $date }
section-none-known-you = Ninguna conocida; lo dijo usted el { $date }
section-none-current = Nada vigente
section-none-current-means = Hay entradas retiradas, reemplazadas o solo propuestas.
section-past = Mostrar también lo retirado o propuesto
section-more = Mostrar más

row-since = desde { $date }
row-from-to = { $from } a { $to }
row-said-by = lo dice { $who }
row-typed-by = lo escribió { $who }
row-typed-by-you = lo escribió usted
row-unnamed-source = su fuente no da nombre
row-sources = { $count ->
    [one] { $count } fuente
   *[other] { $count } fuentes
}
row-none-known = ninguna conocida
row-no-information = no se sabe nada, lo que no significa que no haya
row-not-done = no se hizo
row-unreadable = Hay partes que no se pueden leer.
row-not-here = Su contenido aún no está aquí.
row-untitled = Sin nombre
row-unreconciled = las fuentes no coinciden
row-retracted = retirado
row-replaced = reemplazado
row-proposed = propuesto, aún no es parte de su historia
row-past = terminado
row-disputed = alguien no está de acuerdo
row-unconfirmed = sin confirmar
row-refuted = resultó ser falso
row-flag-high = más alto de lo habitual
row-flag-low = más bajo de lo habitual
row-flag-critical = muy lejos de lo habitual
row-flag-unusual = distinto de lo habitual

item-value = Valor
item-usual = Habitual
item-when = Cuándo
item-severity = Gravedad
item-reaction = Reacción
item-dosage = Cómo tomarlo
item-status = Estado
item-note = Observación
item-sources = Quién lo dice
item-rivals = Lo que lo contradice
item-disputes = Quién no está de acuerdo
item-confirmations = Quién está de acuerdo
item-replaced-by = Lo que ocupó su lugar
item-proposals = Lo que otros proponen
item-history = Historial
item-recorded = { $act }, { $date }, { $who }
item-you = usted
item-somebody = alguien sin nombre
item-brought-in = traído el { $date }, sin firma de su fuente
item-typed-in = escrito el { $date }
item-on-device = en { $device }
item-signed = firmado por { $issuer }, de quien nadie responde
item-listed = firmado por { $name }, de una lista en la que usted confía
item-link = de { $issuer }, sin firma
item-first = anotado
item-act-confirm = confirmado
item-act-correct = corregido
item-act-dispute = discutido
item-act-resolve = resuelto
item-act-retract = retirado
item-reason = Motivo: { $reason }
item-original = Tal como lo escribió su fuente
item-original-show = Mostrar el texto de la fuente
item-original-hide = Ocultar el texto de la fuente
item-original-none = El texto de la fuente no está aquí, o no es texto.
item-original-cut = Es más largo. Solo se muestra el comienzo.

import-title = Añadir un archivo
import-lead = Pida sus datos “en FHIR” a su hospital o consulta. Después elija aquí el archivo.
import-choose = Elegir un archivo
import-checking = Comprobando el archivo
import-keeping = { $count ->
    [one] { $count } parte guardada
   *[other] { $count } partes guardadas
}
import-done = El archivo está en su historia
import-new = { $count ->
    [one] { $count } nueva
   *[other] { $count } nuevas
}
import-updated = { $count ->
    [one] { $count } copia más reciente
   *[other] { $count } copias más recientes
}
import-held = { $count ->
    [one] { $count } ya estaba
   *[other] { $count } ya estaban
}
import-unreadable = { $count ->
    [one] { $count } parte no se pudo leer. Su texto se guarda.
   *[other] { $count } partes no se pudieron leer. Su texto se guarda.
}
import-same-person = Trata de mí
import-other = Elegir otro archivo

check-in-title = Una clínica pregunta
check-in-lead = Elija la petición que le envió la clínica. Nada sale antes de que usted lo diga.
check-in-choose = Elegir la petición
check-in-reading = Leyendo la petición.
check-in-unproven = La petición no prueba quién pregunta. No dé nada si no sabe de dónde viene.
check-in-purpose = Dicen por qué: { $purpose }
check-in-needed = La clínica lo necesita. Aun así decide usted.
check-in-give = Dar esto
check-in-has = { $count ->
    [one] Su historia tiene { $count } entrada para esto.
   *[other] Su historia tiene { $count } entradas para esto.
}
check-in-has-nothing = Su historia no tiene nada para esto. No significa que no haya nada.
check-in-keep-back = No dar: { $name }
check-in-from-record = de su historia
check-in-measured = de su historia, { $date }
check-in-suggested = propuesto por el formulario
check-in-units = Escriba el número y luego { $units }.
check-in-several = Varias respuestas: una en cada línea.
check-in-yes = Sí
check-in-no = No
check-in-open = Borrar la respuesta
check-in-summary = Usted da { $given } de { $asked }.
check-in-make = Crear mi respuesta
check-in-faults = Algunas respuestas no encajan con su pregunta. No se creó ninguna respuesta.
check-in-faults-next = Mire las respuestas marcadas, o bórrelas.
check-in-made = Su respuesta está lista
check-in-made-lead = También está en su historia. Désela solo a la clínica que preguntó.
check-in-share = Darla a una aplicación

common-back = Volver
common-again = Intentar otra vez
common-unchanged = No se cambió nada.
common-other-problem = Eso no funcionó.
common-other-problem-next = Inténtelo otra vez. Si sigue igual, cierre la historia con llave y ábrala de nuevo.

store-missing = Aquí no hay ninguna historia.
store-missing-next = Inicie de nuevo la aplicación y cree una historia.
store-exists = Aquí ya hay una historia.
store-exists-next = Inicie de nuevo la aplicación y ábrala.
store-busy = La historia está abierta en otro programa.
store-busy-next = Cierre del todo la aplicación y ábrala de nuevo.
store-wrong-key = La clave de este teléfono no abre la historia.
store-wrong-key-next = La historia se creó con otra clave. Una copia y sus 24 palabras la recuperan.
store-newer = La historia la escribió una versión más nueva de Pocketchart.
store-newer-next = Instale la versión más nueva de la aplicación.
store-rolled-back = La historia de este teléfono es más antigua que su último uso.
store-rolled-back-next = Alguien puso una copia vieja. No se abre, para que no se pierda nada más nuevo.
store-altered = El archivo de la historia está dañado, o alguien lo cambió.
store-altered-next = Una copia y sus 24 palabras recuperan la historia.
store-full = En este teléfono no queda sitio.
store-full-next = Haga sitio e inténtelo otra vez.
store-denied = No se puede leer ni escribir en la carpeta de la historia.
store-denied-next = Reinicie el teléfono e inténtelo otra vez.
store-failed = No se pudo leer o escribir la carpeta de la historia.
store-failed-next = Reinicie el teléfono e inténtelo otra vez.
key-cancelled = La historia no se abrió.
key-cancelled-next = Ábrala cuando quiera.
key-lost = Este dispositivo ya no tiene la clave de la historia.
key-lost-next = Una copia y sus 24 palabras recuperan la historia.
key-failed = Este dispositivo no pudo dar la clave de la historia.
key-failed-next = Inténtelo otra vez. Si no ayuda, reinicie el teléfono.
chart-locked = La historia está cerrada.
chart-locked-next = Ábrala e inténtelo otra vez.
internal = Algo falló dentro de Pocketchart. Lo guardado antes está a salvo.
internal-next = Cierre la historia, ábrala de nuevo e inténtelo otra vez.
read-no-such-entry = Esta entrada ya no está en su historia.
read-no-such-entry-next = Vuelva y mire otra vez la lista.
import-io = No se pudo leer el archivo.
import-io-next = Mire si el archivo sigue ahí e inténtelo otra vez.
import-not-json = Este no es un archivo con datos de salud que la aplicación pueda leer.
import-not-json-next = Pida sus datos “en FHIR”.
import-empty = El archivo está vacío.
import-empty-next = Mire si se guardó o se envió entero.
import-too-large = El archivo tiene más de 256 MB.
import-too-large-next = Pídalo en varios archivos.
import-truncated = El archivo se corta después de { $at } bytes.
import-truncated-next = Descárguelo otra vez: falta una parte.
import-nothing-readable = Nada de este archivo son datos de salud que podamos leer.
import-nothing-readable-next = Pida sus datos “en FHIR”.
import-another-person = Este archivo puede ser de otra persona: { $names }.
import-another-person-next = Si trata de usted, dígalo. Si no, elija otro archivo.
import-several-people = Este archivo trata de varias personas: { $names }.
import-several-people-next = Pida un archivo solo sobre usted. Si todas son usted, dígalo.
import-no-key = Este dispositivo no puede escribir en una sección que tiene el archivo.
import-no-key-next = Tráigalo en un dispositivo que pueda.
import-stopped = Se detuvo a medias, después de guardar { $kept } partes.
import-stopped-next = Traiga el archivo otra vez: sigue donde se detuvo.
checkin-unknown = Pide algo que Pocketchart no conoce.
checkin-unknown-next = Pregunte a la clínica qué necesita.
checkin-media = Pide un formato que Pocketchart no escribe.
checkin-media-next = Pregunte a la clínica qué necesita.
checkin-form-not-here = El formulario solo se nombra; no vino con la petición.
checkin-form-not-here-next = Pida a la clínica que lo envíe.
checkin-form-contradicts = El formulario que vino no es el nombrado, así que no se muestra.
checkin-form-contradicts-next = Dígaselo a la clínica.
checkin-form-unreadable = El formulario no se puede mostrar como debía, así que no se muestra.
checkin-form-unreadable-next = Dígaselo a la clínica.
checkin-too-large = La petición o la respuesta es demasiado grande.
checkin-too-large-next = Pida a la clínica que pregunte menos de una vez.
checkin-not-json = Esto no es la petición de una clínica.
checkin-not-json-next = Pida a la clínica que la envíe otra vez.
checkin-not-a-request = Esto no es la petición de una clínica.
checkin-not-a-request-next = Pida a la clínica que la envíe otra vez.
checkin-other-version = Esta petición es de una versión que Pocketchart no conoce.
checkin-other-version-next = Instale la versión más nueva de la aplicación, o dígaselo a la clínica.
checkin-malformed = La petición o la respuesta está mal formada.
checkin-malformed-next = No se usó nada. Pida a la clínica que la envíe otra vez.
checkin-item-twice = La petición dice dos cosas con un mismo nombre.
checkin-item-twice-next = No se usó nada. Dígaselo a la clínica.
checkin-other-profile = La respuesta dice estar completa, y le falta algo que se pidió.
checkin-other-profile-next = No se dio nada. Dígaselo a la clínica.
form-missing = La clínica necesita aquí una respuesta.
form-missing-next = Respóndala o déjela en blanco: usted decide.
form-several = Solo una respuesta.
form-several-next = Deje una.
form-type = No es la clase de respuesta que se pide.
form-type-next = Escríbala de otra manera.
form-no-option = No es ninguna de las respuestas para elegir.
form-no-option-next = Elija una de ellas.
form-too-long = Demasiado largo.
form-too-long-next = Dígalo con menos palabras.
form-out-of-range = Más bajo o más alto de lo que permite el formulario.
form-out-of-range-next = Mire otra vez el número.
form-unit = No está en una unidad del formulario.
form-unit-next = Use una de las unidades del formulario.
form-not-asked = Esta pregunta no se hace.
form-not-asked-next = Vuelva y abra otra vez la petición.
