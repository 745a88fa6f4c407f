# Words of the emergency page, beside those of strings/card. Not yet checked by a native speaker.
page-title = Page d’urgence
page-lead = Lit une carte d’urgence, un code d’urgence, un SMART Health Link ou une SMART Health Card.
page-scan = Scanner un code
page-stop = Arrêter la caméra
page-picture = Choisir une photo d’un code
page-paste = Ou collez le texte d’un code, ou un lien
page-read = Lire
page-language = Langue
page-private = Ce que vous ouvrez reste dans cette fenêtre. Rien n’est gardé. Qui publie cette page peut changer ce qu’elle fait.
page-print = Imprimer
page-close = Fermer et oublier
page-again = Redemander
page-more = Montrer { $count } de plus
page-code = Code
page-name-added = Cette page a ajouté le nom. Seul le code a été envoyé.
page-save = Enregistrer { $name }
page-since = depuis { $date }
page-reading = Lecture…
page-fetching = En attente de { $host }…
page-point = Tenez le code devant la caméra.

page-vaccines = Vaccins
page-results = Résultats
page-procedures = Opérations et traitements
page-documents = Documents
page-other = Tout le reste

page-inactive = pas active en ce moment
page-resolved = terminée
page-refuted = reconnue fausse
page-in-error = saisie par erreur
page-unconfirmed = non confirmée
page-stopped = arrêté

page-ask = Ouvrir un lien de santé
page-ask-label = Son expéditeur l’appelle :
page-ask-host = { $host } sera interrogé.
page-recipient = Votre nom ou lieu de travail
page-recipient-why = Le patient voit qui a ouvert le lien.
page-passcode = Code d’accès
page-open = Ouvrir
page-attempts =
    { $count ->
        [0] Aucun essai ne reste. Demandez un nouveau lien à la personne.
        [one] Il reste { $count } essai.
       *[other] Il reste { $count } essais.
    }

page-emergency = Ouvrir un code d’urgence
page-emergency-told = Les appareils et les contacts de la personne apprennent aussitôt que ce code est utilisé. La personne voit votre nom et votre raison.
page-emergency-wait = Pendant dix minutes au plus, les appareils de la personne peuvent l’arrêter. N’attendez pas pour porter secours.
page-emergency-opens = Il ouvre : { $sections }.
page-emergency-until = Le code est valable jusqu’au { $date }.
page-emergency-ended = Le code était valable jusqu’au { $date }.
page-reason = Pourquoi vous en avez besoin
page-reason-why = Par exemple : trouvé sans connaissance. C’est noté pour la personne.
page-tell = Les prévenir et ouvrir
page-told = Ils sont prévenus maintenant
page-told-left = Vous le recevez dans
page-told-stop = Les appareils de la personne peuvent l’arrêter avant. N’attendez pas pour porter secours.
page-told-keep = Gardez cette page ouverte. Si vous la fermez, il faudra demander et attendre de nouveau.

page-profile = Sur la personne
page-vitals = Signes vitaux
page-visits = Visites
page-notes = Notes de visites
page-care-plan = Plan de soins
page-sensitive = Éléments confidentiels
page-coverage = Assurance
page-check-ins = Questionnaires
page-messages = Messages

page-copy = Une copie qu’un appareil de la personne a laissée chez { $host }. Rien n’a changé depuis, mais cette page ne sait pas qui l’a signée.
page-unshown =
    { $count ->
        [one] Un élément ne peut pas être montré ici. L’application Pocketchart le montre.
       *[other] { $count } éléments ne peuvent pas être montrés ici. L’application Pocketchart les montre.
    }
page-author = écrit par { $name }
page-from-link = Reçu à l’instant de { $host }. Ce n’est pas signé. Personne ne s’en porte garant.
page-supplied = Fourni par le patient. Rien n’a changé depuis que { $issuer } l’a signé, mais cette page ne sait pas qui c’est.
page-listed = Signé par { $issuer }, qui est sur la liste de cette page. Rien n’a changé depuis.
page-unchecked = Non vérifié. Aucune clé n’est venue de { $issuer } : le contenu a pu être modifié.
page-revocation-unchecked = Non vérifié : si elle a été retirée.
page-expired = Expiré le { $date }. Ce n’est peut-être plus à jour.
page-not-yet = Pas valable avant le { $date }.
page-plain = Texte simple. Il n’est pas signé. N’importe qui peut l’écrire.
page-link-ended = Le lien devait finir le { $date }.
page-old = Ancien. Ce n’est peut-être plus à jour.
page-undated = Sa date n’est pas indiquée.
page-can-change = Ce fichier peut encore changer.
page-no-longer-valid = Son expéditeur dit que ce fichier n’est plus valable.
page-retracted = Son expéditeur a retiré ce fichier. Ne vous y fiez pas.
page-live-access = Ce lien ouvre aussi le système d’une clinique. Cette page ne le fait pas.
page-part-failed = Une partie ne peut pas être montrée.

page-altered = Modifié ou abîmé
page-altered-next = Rien n’en est montré. Scannez le code de nouveau, ou demandez à la personne.
page-newer = Il faut un lecteur plus récent
page-newer-next = Rien n’en est montré. Rechargez cette page avec un réseau, ou utilisez l’application.
page-not-a-code = Cette page ne sait pas lire cela
page-not-a-code-next = Elle lit les cartes d’urgence, les codes d’urgence, les SMART Health Links et les SMART Health Cards.
page-other-code = Ce code est pour l’application Pocketchart
page-other-code-next = Ouvrez l’application et scannez-le là.
page-parts = C’est l’un des codes d’une carte en plusieurs codes
page-parts-next = Cette page lit les cartes d’un seul code. Demandez un lien ou un fichier.
page-rules = Ce lien ne suit pas les règles des liens de santé
page-rules-next = Il n’a pas été ouvert. Demandez-en un nouveau à la personne.
page-gone = Ce lien ne marche plus
page-gone-next = Il est fini, ou a été retiré. Demandez-en un nouveau à la personne.
page-not-given = { $host } ne le donne pas
page-not-given-next = Cela a été arrêté, ou le code est terminé ou épuisé. Cherchez une carte d’urgence, ou appelez les contacts de la personne.
page-unfit = Ce qui est venu ne correspond pas à ce code
page-unfit-next = Cela a été modifié, ou n’est pas pour ce code. Rien n’en est montré. Réessayez, ou utilisez l’application.
page-wrong-passcode = Ce code d’accès n’est pas bon
page-wrong-passcode-next = Demandez-le à la personne.
page-too-many = Trop de demandes
page-too-many-next = Attendez { $seconds } secondes, puis réessayez.
page-no-answer = Pas de réponse de { $host }
page-no-answer-next = Vérifiez votre réseau, puis réessayez.
page-server = { $host } n’a pas pu aider
page-server-next = Sa réponse : { $status }. Réessayez plus tard.
page-unreadable = Ce qui est venu ne s’ouvre pas
page-unreadable-next = Cela a été modifié, ou n’est pas pour ce lien. Rien n’en est montré.
page-too-large = Trop grand pour être montré ici
page-too-large-next = Demandez un résumé plus court.
page-nothing = Rien de son contenu ne peut être montré ici
page-nothing-next = Demandez à la personne ce qu’il contient.
page-unknown-key = Non signé par son émetteur
page-unknown-key-next = { $issuer } n’a pas cette clé. Rien n’en est montré.
page-revoked = Retiré par son émetteur
page-revoked-next = Rien n’en est montré.
page-no-camera = La caméra ne peut pas servir
page-no-camera-next = Autorisez-la dans votre navigateur, ou choisissez une photo.
page-no-code = Aucun code trouvé dans cette photo
page-no-code-next = Prenez-en une plus nette, de plus près.
page-no-script = Cette page a besoin de JavaScript.
page-insecure = Cette page n’a pas été chargée de façon sûre
page-insecure-next = Ouvrez-la de nouveau avec https.
