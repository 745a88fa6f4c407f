# Fixed words of the emergency card, in the language of whoever reads it.
card-title = EMERGENCY CARD
card-born = Born { $date }
card-allergies = Allergies
card-medicines = Medicines
card-conditions = Conditions
card-blood-group = Blood group
card-implants = Implants
card-pregnancy = Pregnancy
card-languages = Languages
card-directives = Directives
card-contacts = Call in an emergency
card-mild = mild
card-moderate = moderate
card-severe = severe
card-high-risk = high risk
card-disputed = sources disagree
card-none-known = None known, as stated
card-nothing = nothing said here; that does not mean none
card-more = more
card-issued = Issued { $date }
card-days =
    { $days ->
        [0] today
        [one] { $days } day ago
       *[other] { $days } days ago
    }
card-months =
    { $months ->
        [one] { $months } month ago
       *[other] { $months } months ago
    }
card-review-by = To be reviewed by { $date }.
card-overdue = Review overdue since { $date }: it may be out of date.
card-future = It was issued after today: a clock is wrong.
card-unknown-key = Signed by a key that this reader does not know. Nothing was changed since, but anybody can make a card: ask the person.
card-known-patient = Signed by a device of a patient you know.
card-words-unreviewed = These words have not been checked by a native speaker.
card-code-app = Scan this code with the Pocketchart app.
card-code-camera = Any phone's camera shows this code as text.
card-code-honest = The signature shows only that nothing was changed since. Anybody can make a card: ask the person.
