# Fixed words of the emergency card, in the language of whoever reads it. Not yet checked by a native speaker.
card-title = CARTE D’URGENCE
card-born = Date de naissance : { $date }
card-allergies = Allergies
card-medicines = Médicaments
card-conditions = Maladies
card-blood-group = Groupe sanguin
card-implants = Implants
card-pregnancy = Grossesse
card-languages = Langues
card-directives = Directives anticipées
card-contacts = À appeler en cas d’urgence
card-mild = légère
card-moderate = modérée
card-severe = grave
card-high-risk = risque élevé
card-disputed = les sources se contredisent
card-none-known = Aucune connue, selon la déclaration
card-nothing = rien n’est indiqué ici ; cela ne veut pas dire aucune
card-more = de plus
card-issued = Établie le { $date }
card-days =
    { $days ->
        [0] aujourd’hui
        [one] il y a { $days } jour
       *[other] il y a { $days } jours
    }
card-months =
    { $months ->
        [one] il y a { $months } mois
       *[other] il y a { $months } mois
    }
card-review-by = À revoir avant le { $date }.
card-overdue = À revoir depuis le { $date } : elle n’est peut-être plus à jour.
card-future = Elle est datée d’après aujourd’hui : une horloge est fausse.
card-unknown-key = Signée par une clé que ce lecteur ne connaît pas. Rien n’a été modifié depuis, mais chacun peut faire une carte : demandez à la personne.
card-known-patient = Signée par un appareil d’un patient que vous connaissez.
card-words-unreviewed = Ces mots n’ont pas été vérifiés par un locuteur natif.
card-code-app = Scannez ce code avec l’application Pocketchart.
card-code-camera = L’appareil photo de tout téléphone affiche ce code en texte.
card-code-honest = La signature montre seulement que rien n’a changé depuis. N’importe qui peut faire une carte : demandez à la personne.
