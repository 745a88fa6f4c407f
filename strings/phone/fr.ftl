# Mots de l’application du téléphone.

start-title = Votre dossier de santé, sur ce téléphone
start-lead = Il est scellé par une clé que seul ce téléphone possède. Il marche sans réseau.
start-device = Un nom pour ce téléphone
start-create = Créer mon dossier
start-busy = Création de votre dossier. Cela prend un moment.

words-title = Notez ces 24 mots
words-lead = Sans eux et sans votre téléphone, personne ne peut retrouver ce dossier, pas même nous.
words-once = Ils ne sont montrés que maintenant. Écrivez-les sur papier : une photo peut être volée.
words-number = Mot { $number } : { $word }
words-written = Je les ai notés
words-check-title = Tapez maintenant trois d’entre eux
words-type = Mot { $number }
words-wrong = Ce n’est pas le mot { $number }. Regardez votre papier.
words-again = Montrer encore les mots
words-done = Vérifier

unlock-title = Votre dossier est verrouillé
unlock-lead = Personne ne peut le lire avant que vous le déverrouilliez.
unlock-away = Il a été verrouillé pendant votre absence.
unlock-open = Déverrouiller
unlock-busy = Un moment, s’il vous plaît.

record-title = Mon dossier
record-lock = Verrouiller
record-import = Ajouter un fichier
record-check-in = Répondre à une clinique
record-reading = Lecture de votre dossier.
record-not-read = Cela n’a pas pu être lu. Cela ne veut pas dire qu’il n’y a rien.

section-allergies = Allergies
section-medications = Médicaments
section-problems = Problèmes
section-immunizations = Vaccins
section-results = Résultats
section-vitals = Signes vitaux
section-procedures = Opérations et traitements
section-encounters = Visites
section-notes = Notes
section-documents = Documents
section-care-plan = Plans et objectifs
section-check-ins = Questionnaires
section-messages = Messages
section-coverage = Assurance
section-profile = À propos de vous
section-sensitive = Mis à part
section-current = { $count ->
    [one] { $count } entrée
   *[other] { $count } entrées
}
section-unreconciled = { $count ->
    [one] { $count } où les sources diffèrent
   *[other] { $count } où les sources diffèrent
}
section-proposed = { $count ->
    [one] { $count } changement proposé
   *[other] { $count } changements proposés
}
section-nothing = Rien de noté
section-nothing-means = Personne n’a rien dit ici. Cela ne veut pas dire qu’il n’y a rien.
section-none-known = Aucune connue, selon { $who }, le { $date }
section-none-known-you = Aucune connue, selon vous, le { $date }
section-none-current = Rien d’actuel
section-none-current-means = Il y a des entrées retirées, remplacées ou seulement proposées.
section-past = Montrer aussi ce qui est retiré ou proposé
section-more = Montrer plus

row-since = depuis { $date }
row-from-to = { $from } à { $to }
row-said-by = selon { $who }
row-typed-by = écrit par { $who }
row-typed-by-you = écrit par vous
row-unnamed-source = sa source ne donne pas de nom
row-sources = { $count ->
    [one] { $count } source
   *[other] { $count } sources
}
row-none-known = aucune connue
row-no-information = rien n’est connu, ce qui ne veut pas dire aucune
row-not-done = pas fait
row-unreadable = Des parties ne peuvent pas être lues.
row-not-here = Son contenu n’est pas encore ici.
row-untitled = Sans nom
row-unreconciled = les sources diffèrent
row-retracted = retiré
row-replaced = remplacé
row-proposed = proposé, pas encore dans votre dossier
row-past = terminé
row-disputed = quelqu’un n’est pas d’accord
row-unconfirmed = non confirmé
row-refuted = reconnu comme faux
row-flag-high = plus haut que d’habitude
row-flag-low = plus bas que d’habitude
row-flag-critical = loin de l’habituel
row-flag-unusual = inhabituel

item-value = Valeur
item-usual = Habituel
item-when = Quand
item-severity = Gravité
item-reaction = Réaction
item-dosage = Comment le prendre
item-status = État
item-note = Remarque
item-sources = Qui le dit
item-rivals = Ce qui le contredit
item-disputes = Qui n’est pas d’accord
item-confirmations = Qui est d’accord
item-replaced-by = Ce qui l’a remplacé
item-proposals = Ce que d’autres proposent
item-history = Historique
item-recorded = { $act }, { $date }, { $who }
item-you = vous
item-somebody = quelqu’un sans nom
item-brought-in = apporté le { $date }, non signé par sa source
item-typed-in = tapé le { $date }
item-on-device = sur { $device }
item-signed = signé par { $issuer }, dont personne ne répond
item-listed = signé par { $name }, d’une liste à laquelle vous faites confiance
item-link = de { $issuer }, non signé
item-first = noté
item-act-confirm = confirmé
item-act-correct = corrigé
item-act-dispute = contesté
item-act-resolve = réglé
item-act-retract = retiré
item-reason = Raison : { $reason }
item-original = Comme sa source l’a écrit
item-original-show = Montrer le texte de la source
item-original-hide = Cacher le texte de la source
item-original-none = Le texte de la source n’est pas ici, ou n’est pas du texte.
item-original-cut = Il est plus long. Seul son début est montré.

import-title = Ajouter un fichier
import-lead = Demandez vos données « en FHIR » à votre hôpital ou cabinet. Puis choisissez le fichier ici.
import-choose = Choisir un fichier
import-checking = Vérification du fichier
import-keeping = { $count ->
    [one] { $count } partie gardée
   *[other] { $count } parties gardées
}
import-done = Le fichier est dans votre dossier
import-new = { $count ->
    [one] { $count } nouvelle
   *[other] { $count } nouvelles
}
import-updated = { $count ->
    [one] { $count } copie plus récente
   *[other] { $count } copies plus récentes
}
import-held = { $count ->
    [one] { $count } était déjà là
   *[other] { $count } étaient déjà là
}
import-unreadable = { $count ->
    [one] { $count } partie n’a pas pu être lue. Son texte est gardé.
   *[other] { $count } parties n’ont pas pu être lues. Leur texte est gardé.
}
import-same-person = C’est bien moi
import-other = Choisir un autre fichier

check-in-title = Une clinique demande
check-in-lead = Choisissez la demande que la clinique vous a envoyée. Rien ne part avant votre accord.
check-in-choose = Choisir la demande
check-in-reading = Lecture de la demande.
check-in-unproven = La demande ne prouve pas qui demande. Ne donnez rien si vous ne savez pas d’où elle vient.
check-in-purpose = Ils disent pourquoi : { $purpose }
check-in-needed = La clinique en a besoin. C’est quand même vous qui décidez.
check-in-give = Donner ceci
check-in-has = { $count ->
    [one] Votre dossier a { $count } entrée pour cela.
   *[other] Votre dossier a { $count } entrées pour cela.
}
check-in-has-nothing = Votre dossier n’a rien pour cela. Cela ne veut pas dire qu’il n’y a rien.
check-in-keep-back = Ne pas donner : { $name }
check-in-from-record = de votre dossier
check-in-measured = de votre dossier, { $date }
check-in-suggested = proposé par le formulaire
check-in-units = Écrivez le nombre, puis { $units }.
check-in-several = Plusieurs réponses : une par ligne.
check-in-yes = Oui
check-in-no = Non
check-in-open = Effacer la réponse
check-in-summary = Vous donnez { $given } sur { $asked }.
check-in-make = Créer ma réponse
check-in-faults = Des réponses ne conviennent pas à leur question. Aucune réponse n’a été créée.
check-in-faults-next = Regardez les réponses marquées, ou effacez-les.
check-in-made = Votre réponse est prête
check-in-made-lead = Elle est aussi dans votre dossier. Donnez-la seulement à la clinique qui a demandé.
check-in-share = La donner à une application

common-back = Retour
common-again = Réessayer
common-unchanged = Rien n’a été changé.
common-other-problem = Cela n’a pas marché.
common-other-problem-next = Réessayez. Si cela continue, verrouillez puis déverrouillez le dossier.

store-missing = Il n’y a pas de dossier ici.
store-missing-next = Relancez l’application et créez un dossier.
store-exists = Il y a déjà un dossier ici.
store-exists-next = Relancez l’application et déverrouillez-le.
store-busy = Le dossier est ouvert dans un autre programme.
store-busy-next = Fermez complètement l’application, puis ouvrez-la.
store-wrong-key = La clé de ce téléphone n’ouvre pas le dossier.
store-wrong-key-next = Le dossier a été créé avec une autre clé. Une sauvegarde et vos 24 mots le ramènent.
store-newer = Le dossier a été écrit par une version plus récente de Pocketchart.
store-newer-next = Installez la dernière version de l’application.
store-rolled-back = Le dossier de ce téléphone est plus ancien que sa dernière utilisation.
store-rolled-back-next = Quelqu’un a remis une vieille copie. Elle n’est pas ouverte, pour que rien de récent ne se perde.
store-altered = Le fichier du dossier est abîmé, ou quelqu’un l’a changé.
store-altered-next = Une sauvegarde et vos 24 mots ramènent le dossier.
store-full = Il n’y a plus de place sur ce téléphone.
store-full-next = Faites de la place, puis réessayez.
store-denied = Le répertoire du dossier ne peut être ni lu ni écrit.
store-denied-next = Redémarrez le téléphone, puis réessayez.
store-failed = Le répertoire du dossier n’a pas pu être lu ou écrit.
store-failed-next = Redémarrez le téléphone, puis réessayez.
key-cancelled = Le dossier n’a pas été déverrouillé.
key-cancelled-next = Déverrouillez-le quand vous voulez.
key-lost = Cet appareil n’a plus la clé du dossier.
key-lost-next = Une sauvegarde et vos 24 mots ramènent le dossier.
key-failed = Cet appareil n’a pas pu donner la clé du dossier.
key-failed-next = Réessayez. Si cela n’aide pas, redémarrez le téléphone.
chart-locked = Le dossier est verrouillé.
chart-locked-next = Déverrouillez-le et réessayez.
internal = Quelque chose a échoué dans Pocketchart. Ce qui était gardé avant est sauf.
internal-next = Verrouillez le dossier, déverrouillez-le et réessayez.
read-no-such-entry = Cette entrée n’est plus dans votre dossier.
read-no-such-entry-next = Revenez en arrière et regardez encore la liste.
import-io = Le fichier n’a pas pu être lu.
import-io-next = Regardez si le fichier est encore là, puis réessayez.
import-not-json = Ce n’est pas un fichier de données de santé que l’application peut lire.
import-not-json-next = Demandez vos données « en FHIR ».
import-empty = Le fichier est vide.
import-empty-next = Regardez s’il a été gardé ou envoyé en entier.
import-too-large = Le fichier dépasse 256 Mo.
import-too-large-next = Demandez-le en plusieurs fichiers.
import-truncated = Le fichier est coupé après { $at } octets.
import-truncated-next = Reprenez-le : une partie manque.
import-nothing-readable = Ce fichier n’a pas de données de santé que nous pouvons lire.
import-nothing-readable-next = Demandez vos données « en FHIR ».
import-another-person = Ce fichier parle peut-être de quelqu’un d’autre : { $names }.
import-another-person-next = S’il parle de vous, dites-le. Sinon, choisissez un autre fichier.
import-several-people = Ce fichier parle de plusieurs personnes : { $names }.
import-several-people-next = Demandez un fichier sur vous seul. Si c’est toujours vous, dites-le.
import-no-key = Cet appareil ne peut pas écrire dans une section du fichier.
import-no-key-next = Apportez-le sur un appareil qui le peut.
import-stopped = L’ajout s’est arrêté après { $kept } parties gardées.
import-stopped-next = Apportez encore le fichier : il reprend où il s’est arrêté.
checkin-unknown = Elle demande une chose que Pocketchart ne connaît pas.
checkin-unknown-next = Demandez à la clinique ce qu’il lui faut.
checkin-media = Elle demande un format que Pocketchart n’écrit pas.
checkin-media-next = Demandez à la clinique ce qu’il lui faut.
checkin-form-not-here = Le formulaire est seulement nommé et n’est pas venu.
checkin-form-not-here-next = Demandez à la clinique de l’envoyer.
checkin-form-contradicts = Le formulaire n’est pas celui qui est nommé et n’est pas montré.
checkin-form-contradicts-next = Dites-le à la clinique.
checkin-form-unreadable = Le formulaire ne peut pas être montré comme prévu et n’est pas montré.
checkin-form-unreadable-next = Dites-le à la clinique.
checkin-too-large = La demande ou la réponse est trop grande.
checkin-too-large-next = Demandez à la clinique d’en demander moins à la fois.
checkin-not-json = Ce n’est pas la demande d’une clinique.
checkin-not-json-next = Demandez à la clinique de l’envoyer encore.
checkin-not-a-request = Ce n’est pas la demande d’une clinique.
checkin-not-a-request-next = Demandez à la clinique de l’envoyer encore.
checkin-other-version = Cette demande est d’une version que Pocketchart ne connaît pas.
checkin-other-version-next = Installez la dernière version de l’application, ou dites-le à la clinique.
checkin-malformed = La demande ou la réponse est mal formée.
checkin-malformed-next = Rien n’en a été utilisé. Demandez à la clinique de l’envoyer encore.
checkin-item-twice = La demande dit deux choses sous un même nom.
checkin-item-twice-next = Rien n’en a été utilisé. Dites-le à la clinique.
checkin-other-profile = La réponse se dit complète, et il lui manque une chose demandée.
checkin-other-profile-next = Rien n’a été donné. Dites-le à la clinique.
form-missing = La clinique a besoin d’une réponse ici.
form-missing-next = Répondez, ou laissez vide : c’est vous qui décidez.
form-several = Une seule réponse.
form-several-next = Laissez-en une.
form-type = Ce n’est pas le genre de réponse demandé.
form-type-next = Écrivez-la autrement.
form-no-option = Ce n’est pas une des réponses à choisir.
form-no-option-next = Choisissez-en une.
form-too-long = Trop long.
form-too-long-next = Dites-le en moins de mots.
form-out-of-range = Plus bas ou plus haut que le formulaire ne le permet.
form-out-of-range-next = Regardez encore le nombre.
form-unit = Pas dans une unité du formulaire.
form-unit-next = Prenez une des unités du formulaire.
form-not-asked = Cette question n’est pas posée.
form-not-asked-next = Revenez en arrière et ouvrez encore la demande.
