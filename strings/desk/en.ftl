# Words of the desk's pages, beside those of strings/card and the refusals of the desk in strings/en.ftl (desk-…). `cargo xtask strings`
# writes them for the pages.
ui-title = Pocketchart desk
ui-language = Language
ui-menu = Parts of the desk
ui-scan = Scan
ui-here = Who is here
ui-receipts = Receipts
ui-staff = Staff
ui-log = Log
ui-change-password = Change password
ui-sign-out = Sign out
ui-print = Print
ui-back = Back
ui-try-again = Try again
ui-more = Show more
ui-loading = Loading…
ui-save = Save
ui-words-unreviewed = These words have not been checked by a native speaker.
ui-no-script = The desk needs JavaScript.

## Roles
ui-role = Role
ui-role-front-desk = front desk
ui-role-clinician = clinician
ui-role-administrator = administrator

## The first account
ui-setup = Make the first account
ui-setup-lead = It manages accounts and reads the log. It sees nothing of any patient.
ui-secret = Secret
ui-secret-why = The desk showed it when it started: 32 letters and digits.
ui-login = Name to sign in with
ui-name = Full name
ui-name-why = Colleagues see it, and it stands in the log.
ui-password = Password
ui-password-rule = At least 12 characters. Several words that nobody would guess are good.
ui-make-account = Make the account

## Signing in
ui-sign-in = Sign in
ui-authority = A warning by the browser?
ui-authority-lead = This desk certifies itself. The browser trusts it once you have installed its certificate, on this machine and once. It can certify this desk’s own name and nothing else.
ui-authority-get = Get the certificate
ui-authority-compare = The system shows a fingerprint (SHA-256) of it, and so did the terminal when the desk started. Install it only if both are the same. Do not take the fingerprint from this page: a false desk could say what it likes.
ui-authority-windows = Windows: open the file, “Install Certificate”, “Local Machine”, into “Trusted Root Certification Authorities”.
ui-authority-mac = Mac: open the file in Keychain Access, then set “Always Trust”.
ui-authority-ios = iPhone, iPad: open the file, install the profile in Settings, then turn it on under General, About, Certificate Trust Settings.
ui-authority-android = Android: Settings, Security, “Install a certificate”, “CA certificate”.
ui-authority-firefox = Firefox: Settings, Privacy and Security, Certificates, “View Certificates”, “Authorities”, “Import”.
ui-signed-out-idle = You were signed out because nobody worked here for a while. What was shown is gone from this screen.
ui-signed-out = You are signed out.
ui-soon = You will be signed out in less than a minute.
ui-stay = Stay signed in
ui-passkey-sign-in = Sign in with a passkey
ui-passkey-not-here = Passkeys work only where this page is called by a name over https, or as “localhost” on the desk’s own machine: a browser keeps them for a name, and only where nobody else can change the page on its way.
ui-passkey-stopped = Your device gave no passkey.
ui-passkey-stopped-next = Try again. If it keeps happening, use another passkey or your password.
ui-passkeys = Passkeys
ui-passkeys-lead = A passkey lies in your phone, your computer or a key that you carry. It opens the desk with your finger, your face or a number. Nobody can guess it, and no false page can get it from you. Make two, so that you may lose one.
ui-passkeys-must = This clinic requires a passkey. Make yours now: nothing else can be seen before.
ui-passkeys-none = You have no passkey yet.
ui-passkey-made = Made
ui-passkey-used = Last used
ui-passkey-unused = not yet
ui-passkey-host = Works at
ui-passkey-synced = Your other devices may have it, too.
ui-passkey-add = Add a passkey
ui-passkey-name = What you call it
ui-passkey-name-why = Such as “my phone”, so that you know it when one is lost.
ui-passkey-password = Your password
ui-passkey-password-why = It shows that it is you. Left empty, a passkey that you have already is asked for.
ui-passkey-added = The passkey was added. You can sign in with it now.
ui-passkey-removed = The passkey was removed. It opens the desk no more; on your device it stays until you delete it there.
ui-passkey-remove = Remove
ui-passkey-remove-title = Remove the passkey “{ $name }”?
ui-passkey-second = They use their passkey
ui-passkeys-rule = Everybody needs a passkey
ui-passkeys-rule-why = Then a password alone opens nothing. Who has none makes the first one after signing in with a new first password that you give; whoever is signed in makes one now. See to it that two administrators have two passkeys each.
ui-passkeys-without = { $count ->
    [one] { $count } person who may sign in has no passkey.
   *[other] { $count } people who may sign in have no passkey.
}
ui-passkeys-count = { $count ->
    [0] no passkey
    [one] { $count } passkey
   *[other] { $count } passkeys
}
ui-passkeys-take-back = Remove all passkeys
ui-passkeys-take-back-why = For somebody who lost them. They are signed out at once, and need a new first password where passkeys are required.
ui-passkeys-take-back-title = Remove all passkeys of { $name }?
ui-passkeys-take-back-yes = Remove them
ui-passkeys-keep = Keep them
ui-own-password = Choose your own password
ui-own-password-why = Somebody else chose the one that you have now. Nobody should know yours.
ui-old-password = Present password
ui-new-password = New password
ui-new-password-again = New password again
ui-passwords-differ = The two new passwords differ.
ui-passwords-differ-next = Type both once more. Nothing was changed.

## Scanning
ui-scan-title = Scan a patient’s code
ui-scan-lead = The patient shows a code. Hold it before the scanner, on any page of the desk.
ui-code = Code
ui-code-why = Or paste it here. It begins with “pocketchart:/”.
ui-open = Open
ui-camera = Use the camera
ui-camera-stop = Stop the camera
ui-camera-point = Hold the code before the camera.
ui-calling = Asking the patient’s phone…
ui-calling-lead = Or the relay that stands in for it.
ui-compare = Does the patient’s screen show the same six digits?
ui-compare-same = The same: the patient says yes there. The chart opens here by itself.
ui-compare-differ = Not the same: the patient says no. Somebody may be listening in this network.
ui-leave = Do not wait
ui-leave-why = If the patient says yes later, the chart stands under “Who is here”.
ui-later = They are told now
ui-later-left = The desk asks again in
ui-later-lead = It is an emergency code: the person’s devices and contacts are told, and can stop it. Do not wait to help.
ui-later-keep = Keep this page open. Otherwise scan the code again when the time is over.
ui-not-opened-title = Nothing was opened
ui-passcode = Passcode
ui-passcode-why = The patient chose it, and tells it to you.
ui-reason = Why you need it
ui-second-name = The second person’s name
ui-second-password = Their password
ui-second-why = They are here, and say that this is an emergency. It stands in the log.
ui-reason-why = For example: found unconscious. It is written down for the person.
ui-ask-again = Ask again
ui-scan-another = Scan a code

## Who is here
ui-here-none = Nobody is here.
ui-here-none-next = When a patient opens a chart, it stands here until the patient’s time is over.
ui-here-visits = Visits under way
ui-news-show = Show
ui-news-some = Something may have changed.
ui-news-opened = A patient opened a chart.
ui-news-ended = A chart has ended.
ui-news-answered = A check-in was answered.
ui-news-message = A patient has written.
ui-news-returned = A visit came to its patient.
ui-news-not-returned = A visit could not be returned in time.
ui-news-sent = The clinic’s system has what was sent to it.
ui-news-held = Something in the outbox waits for a decision.
ui-unnamed = Name not opened
ui-born = born { $date }
ui-opened-until = Opened for { $clinic } until { $time }
ui-key = Key of the patient: { $words }

## A chart
ui-sections = Sections
ui-overview = Overview
ui-not-for-you = The patient also opened, for clinicians: { $sections }.
ui-opened-since = Open since { $time }
ui-nothing-recorded = Nothing recorded: nobody has said whether there is anything.
ui-not-opened = Not opened for reading by the patient. Ask: there may be something.
ui-copy = A copy, as it was when the patient opened it.
ui-count =
    { $count ->
        [0] none
        [one] { $count } entry
       *[other] { $count } entries
    }
ui-disagree =
    { $count ->
        [one] { $count } on which sources disagree
       *[other] { $count } on which sources disagree
    }
ui-past = Show also what was retracted, and what is only proposed
ui-close = Close the chart
ui-close-title = Close this chart?
ui-close-lead = What was shared is deleted here, with its keys. The receipt stays, and the patient’s phone is told when it can be reached. To open it again, the patient shows a new code.
ui-close-yes = Close and delete
ui-close-no = Keep it open
ui-closed = The chart is closed. What was shared is deleted, with its keys.

## Sections
ui-section-profile = About the person
ui-section-medications = Medicines
ui-section-problems = Problems
ui-section-immunizations = Vaccines
ui-section-results = Results
ui-section-vitals = Vital signs
ui-section-procedures = Operations and treatments
ui-section-encounters = Visits
ui-section-notes = Notes of visits
ui-section-documents = Documents
ui-section-care-plan = Care plan
ui-section-sensitive = Confidential entries
ui-section-coverage = Insurance
ui-section-check-ins = Questionnaires
ui-section-messages = Messages

## An entry
ui-untitled = Without a name
ui-partly-read = Only part of it could be read. Ask the patient to show it.
ui-retracted = retracted
ui-replaced = replaced
ui-proposed = proposed, not confirmed by the patient
ui-over = over
ui-disputed = disputed
ui-low-risk = low risk
ui-risk-unknown = risk not known
ui-unconfirmed = not confirmed
ui-confirmed = confirmed
ui-refuted = found to be wrong
ui-in-error = entered in error
ui-no-information = no information
ui-not-done = not done
ui-since = since { $date }
ui-from-to = { $from } to { $to }
ui-said-patient = said by the patient
ui-said-clinic = said by this clinic
ui-said-by = said by { $name }
ui-said-unnamed = said by somebody whom the patient has not named
ui-recorded = written down on { $date }
ui-named = it names { $name }
ui-reaction = Reaction
ui-dosage = How to take it
ui-usual = Usual
ui-usual-range = { $low } to { $high }
ui-usual-from = from { $low }
ui-usual-to = up to { $high }
ui-flag = Mark of the source
ui-kind = Kind
ui-status = Status
ui-sure = How sure
ui-remark = Remark
ui-code-of = Code
ui-code-name = This code stands for:
ui-code-name-take = Write this name
ui-who = Who says so
ui-others = Others say

## Finding things in a chart
ui-find = Search in this chart
ui-find-go = Search
ui-found = Search: “{ $words }”
ui-found-count =
    { $count ->
        [0] Nothing was found. That says only that these words stand in nothing that was searched.
        [one] { $count } entry has all these words.
       *[other] { $count } entries have all these words.
    }
ui-not-searched = Not searched, because it was not opened for reading, or not to your role: { $sections }.

## What was measured, over time
ui-trends = Over time
ui-trends-lead = Choose what was measured.
ui-trends-none = Nothing was measured in what the patient opened.
ui-trends-not-opened = Not opened for reading: { $sections }. What was measured there is not here.
ui-trends-not-drawn =
    { $count ->
        [one] { $count } value is in no drawing
       *[other] { $count } values are in no drawing
    }
ui-trends-some = The first { $count } of them:
ui-measured =
    { $count ->
        [one] { $count } value
       *[other] { $count } values
    }
ui-trend-drawing = { $name }, { $count } of its values from { $from } to { $to }. The table has the same values.
ui-trend-earlier = Show earlier values
ui-trend-value = Value
ui-trend-drawn = Drawn as
ui-trend-outside = Outside of the usual
ui-low = below
ui-high = above
ui-critical-low = far below
ui-critical-high = far above
ui-trend-range = usual, as the source says
ui-trend-flagged = outside of what is usual
ui-trend-bound = known only to be below or above this
ui-trend-more-sources = other sources
ui-trend-left-out =
    { $count ->
        [one] { $count } value is not drawn
       *[other] { $count } values are not drawn
    }
ui-left-implausible = it can hardly be true: look at its source
ui-left-repeated = another entry says the same of the same moment

## All that is known of an entry
ui-entry = An entry and its sources
ui-entry-open = All that is known of it
ui-entry-signed = Each entry of a patient’s record is signed by the device that wrote it down, and the signature was checked. That tells who wrote it down, and not that it is true.
ui-told-device = device: { $name }
ui-told-system = brought from { $system }
ui-told-none = it came by a link of { $from }, with no signature on it
ui-told-signed = it came by a card of { $from }, whose signature held, by a key that nobody vouches for
ui-told-listed = it came by a card of { $name } ({ $from }), whose signature held, and who is on a list that the patient trusts
ui-history = What was said of it, oldest first
ui-step-first = stated
ui-step-newer = a newer copy
ui-step-correct = corrected
ui-step-retract = taken back: entered in error
ui-step-confirm = confirmed
ui-step-dispute = disputed
ui-step-resolve = decided between several
ui-step-reason = reason: { $reason }
ui-beside-contradicts = contradicts it, and nobody has decided
ui-beside-also-right = somebody said that both are right
ui-beside-set-aside = somebody said that this one is not right
ui-disputes = Who disagrees
ui-confirmations = Who agrees
ui-proposals = Changes that somebody proposes
ui-perhaps-same =
    { $count ->
        [one] { $count } other entry may be of the same thing; nobody has decided.
       *[other] { $count } other entries may be of the same thing; nobody has decided.
    }

## Visits
ui-visits = Visits
ui-visits-of = Visits of this patient
ui-visits-lead = All that this clinic wrote, also of charts that have ended. Those on their way to the patient stand first.
ui-visits-none = No visit has been written yet.
ui-visit-one = Visit
ui-visit-begin = Begin a visit
ui-visit-untitled = Without a heading
ui-visit-draft = Draft, not signed
ui-visit-signing = Signed, and being written into the chart
ui-visit-signing-next = The desk goes on with it by itself.
ui-visit-waiting = Signed, and not at the patient’s device yet
ui-visit-waiting-next = It stands in the chart here. The desk calls the patient’s device every half minute, or leaves it at the relay. If there is no answer within 7 days, the clinic keeps its copy and you are told here.
ui-visit-returned = The patient’s device has had it since { $time }
ui-visit-returned-next = The patient sees it in their own record, in your clinic’s name.
ui-visit-not-returned = Not returned: the patient’s device does not have it
ui-visit-not-returned-next = Print it and give it to the patient on paper. The clinic keeps its copy.
ui-visit-write = Write it into the clinic’s system
ui-visit-try-now = Try now
ui-visit-saved = Saved by { $name } on { $time }
ui-visit-unsaved = Not saved yet
ui-visit-signed = Signed by { $name }, { $clinic }, on { $time }
ui-visit-ended = The chart is not open any more: nothing that the patient shared is shown.
ui-visit-draft-ended = The patient’s chart is not open any more, so this draft cannot be changed or signed. To go on, scan a new code of the patient and begin a visit there.
ui-visit-lead = A draft is saved by itself while you type. Others at this clinic can read it and write in it. The patient gets it when it is signed.

## What stands in a visit
ui-visit-title = Heading
ui-visit-note = Note
ui-visit-plan = Plan
ui-visit-nothing = Nothing
ui-visit-none = –
ui-visit-take-out = Take out
ui-visit-date-form = 2026, 2026-11 or 2026-11-27
ui-visit-when = When
ui-visit-when-left = Like 2026-11-27. Left empty: when it is signed.
ui-visit-system = Code of
ui-visit-diagnoses = Diagnoses
ui-visit-diagnosis = Diagnosis
ui-visit-add-diagnosis = Add a diagnosis
ui-visit-since = Since
ui-visit-until = Over since
ui-visit-suspected = Suspected, not confirmed
ui-visit-medicine = Medicine
ui-visit-add-medicine = Add a medicine
ui-visit-change = What becomes of it
ui-visit-start = start
ui-visit-changed = take otherwise
ui-visit-stop = stop
ui-visit-medicine-name = Name and strength
ui-visit-medicine-when = From, or stopped on
ui-visit-purpose = What it is for
ui-visit-result = Result
ui-visit-add-result = Add a result
ui-visit-vital = Measurement
ui-visit-add-vital = Another measurement
ui-visit-weight = Weight
ui-visit-height = Height
ui-visit-temperature = Temperature
ui-visit-heart-rate = Heart rate
ui-visit-respiratory-rate = Breathing rate
ui-visit-oxygen = Oxygen saturation
ui-visit-measured = What was measured
ui-visit-number = Number
ui-visit-number-form = With a point, like 7.1
ui-visit-unit = Unit
ui-visit-ucum = Unit in UCUM
ui-visit-words-of = Or in words
ui-visit-words-hint = Where it is no number
ui-visit-low = Usual from
ui-visit-high = Usual to
ui-visit-flag = Mark
ui-visit-pressures = Blood pressures
ui-visit-pressure = Blood pressure in mmHg
ui-visit-add-pressure = Add a blood pressure
ui-visit-systolic = Systolic
ui-visit-diastolic = Diastolic
ui-visit-vaccine = Vaccine
ui-visit-add-vaccine = Add a vaccine that was given
ui-visit-dose = Dose of its series
ui-visit-lot = Number on the package
ui-visit-referrals = Referrals
ui-visit-referral = Referral
ui-visit-add-referral = Add a referral
ui-visit-to = To whom
ui-visit-referral-text = Why, and what is asked
ui-visit-encounter = How the visit took place
ui-visit-encounter-one = This visit
ui-visit-add-encounter = Say how it took place
ui-visit-class = How
ui-visit-class-in-person = in person
ui-visit-class-home = at the patient’s home
ui-visit-class-virtual = by telephone or video
ui-visit-class-emergency = in an emergency
ui-visit-begin-at = Began
ui-visit-begin-left = Both left empty: on the day of signing.
ui-visit-end-at = Ended
ui-visit-reason-of = What for
ui-visit-reason-of-why = In the words of a diagnosis, it has its code too.
ui-visit-files = Files
ui-visit-file-add = Add a file
ui-visit-file-kinds = PDF, JPEG or PNG, 8 MB together. The patient gets it with the visit.
ui-visit-file-adding = The file is being added…
ui-visit-file-added = Added: { $name }
ui-visit-file-out = Take out { $name }
ui-visit-file-gone = Taken out: { $name }

## Two write in one visit
ui-visit-differs = { $name } has saved this visit too
ui-visit-differs-lead = Nothing of theirs was overwritten, and what you typed is not saved yet. Choose for each part what is to stand, then save.
ui-visit-mine = Yours
ui-visit-theirs = By { $name }
ui-visit-both = Both, one after the other
ui-visit-only-you = Only you changed this.
ui-visit-only-they = Only { $name } changed this.
ui-visit-both-changed = You both changed this.
ui-visit-differs-save = Save what was chosen
ui-visit-came-back = What you typed last is not saved, so this page came back. Copy what you need before you leave it.
ui-visit-lose = Leave without saving

## Signing a visit
ui-visit-check = Check, then sign
ui-visit-review = Sign this visit?
ui-visit-found = What was found about the medicines
ui-visit-found-words = A rule’s words are those that the patient reads.
ui-visit-found-nothing = The rules found nothing. That does not mean that there is nothing: they know some medicines only.
ui-visit-no-medicine = No medicine is started or changed in this visit, so nothing was checked.
ui-visit-not-checked = What the rules could not look at:
ui-visit-no-device = Information for you who decide, not a medical device.
ui-visit-contraindicated = Must not be
ui-visit-avoid = Avoid
ui-visit-precaution = With caution
ui-visit-remark-only = To know
ui-visit-uncertain = Not all is known that this rule asks for.
ui-visit-source = Source
ui-visit-licence = (terms: { $licence })
ui-visit-own-words = facts, in our own words
ui-visit-unreviewed = No clinician has reviewed this rule yet.
ui-visit-reason = Why it is signed all the same
ui-visit-reason-why = It stands in the clinic’s copy, with your name.
ui-visit-where = Where it would stand in the patient’s record
ui-visit-closed = the patient does not let the clinic write here
ui-visit-closed-in = The patient does not let the clinic write in: { $sections }. As it is, this visit cannot be signed.
ui-visit-no-section = Nowhere: nothing stands in it that could be written.
ui-visit-all = What stands in it
ui-visit-sign-lead = You answer for it with your name. It goes into the patient’s record, and nobody can change it after. What is missing then is a new visit.
ui-visit-sign = Sign, and return it to the patient
ui-visit-go-on = Go on writing
ui-visit-reasons = Why it was signed all the same
ui-visit-discard = Discard the draft
ui-visit-discard-title = Discard this draft?
ui-visit-discard-lead = All that was typed in it is deleted here, for everybody. Nothing of it went to the patient.
ui-visit-discard-yes = Discard it
ui-visit-keep = Keep it

## Check-ins
ui-messages = Messages
ui-messages-lead = What patients and you write to each other, before a visit and after it.
ui-messages-none = Nobody has written anything yet.
ui-messages-new = Messages that nobody has read
ui-messages-open = With whoever is here
ui-messages-ended = Charts that have ended
ui-messages-kept = What the clinic wrote stays. What a patient wrote is deleted with their chart.
ui-messages-unread =
    { $count ->
        [one] one message that nobody has read
       *[other] { $count } messages that nobody has read
    }
ui-messages-latest = Last on { $time }
ui-messages-chart-ended = This chart has ended. What the patient wrote is deleted; here is what the clinic wrote.
ui-messages-none-here = There are no messages here.
ui-messages-no-record = This chart is a copy, in which you cannot write to the patient. Ask for a code that opens messages.
ui-messages-not-allowed = The patient did not open messages for you to write in, and to read what comes later. Ask for a code that does.
ui-messages-write = Write to the patient
ui-messages-new-one = A new message
ui-messages-look = Look whether the patient has written
ui-messages-thread = Begun on { $time }
ui-messages-answer = Answer
ui-messages-send = Send
ui-messages-text = Message
ui-messages-text-why = Plain words, at most 5,000 letters. It goes to the patient signed by the clinic, in your name, and cannot be taken back.
ui-messages-give-up = Do not send
ui-messages-sent = Sent. It goes to the patient’s device as soon as that is reached.
ui-messages-have-read = I have read this
ui-messages-patient = The patient
ui-messages-acts = { $name }, for the patient
ui-messages-not-read = Nobody has read it yet
ui-messages-under-way = On its way: the patient’s device has not said yet that it is there
ui-messages-arrived = The patient’s device has it since { $time }
ui-messages-leave-title = Leave without sending?
ui-messages-leave-lead = What you wrote was not sent, and is kept nowhere.
ui-messages-stay = Go on writing
ui-messages-leave = Leave
ui-checkins = Check-ins
ui-checkin-one = Check-in
ui-checkins-lead = What patients are asked before a visit or a call, and what they answered.
ui-checkins-none = Nobody has been asked anything yet.
ui-checkins-answered = Answered, not read yet
ui-checkins-waiting = Waiting for an answer
ui-checkins-over = Not answered in time
ui-checkins-read = Read
ui-checkins-kept = Answers stay until a clinician deletes them. What nobody answered goes 30 days after its time.
ui-checkin-waiting = Waiting for an answer until { $time }
ui-checkin-over = Nobody answered until { $time }
ui-checkin-answered = Answered on { $time }, not read yet
ui-checkin-read = Read by { $name } on { $time }
ui-checkin-made = Made by { $name } on { $time }
ui-checkin-new = Ask before a visit
ui-checkin-new-lead = The patient sees all of it, decides about each thing, and sends nothing unseen.
ui-checkin-whose = Who is asked
ui-checkin-somebody = somebody whose chart is not open
ui-checkin-whom = Who that is, in your words
ui-checkin-whom-why = For example: Maria Okafor, Monday at nine. It stays at the desk: the patient does not get it.
ui-checkin-purpose = What it is for
ui-checkin-purpose-why = The patient reads it. For example: your video visit on Monday. Not who asks, and no address.
ui-checkin-records = Entries of the patient’s record
ui-checkin-records-why = Ask only for what the visit needs. The patient reads these words.
ui-checkin-allergies = Your allergies
ui-checkin-medicines = Your medicines
ui-checkin-problems = Your illnesses
ui-checkin-vaccines = Your vaccines
ui-checkin-results = Your test results and measurements
ui-checkin-procedures = Your operations and treatments
ui-checkin-family = Illnesses in your family
ui-checkin-insurance = Your insurance
ui-checkin-needed = the visit needs it
ui-checkin-forms = Questions
ui-checkin-forms-why = These forms are in English, and no clinician has reviewed them.
ui-checkin-questions = Look at its questions
ui-checkin-own = Paste a form of your own
ui-checkin-own-json = The form
ui-checkin-own-why = FHIR R4 Questionnaire, as JSON. The patient gets it unchanged. Left empty, none.
ui-checkin-own-title = More questions
ui-checkin-only-then = asked only after certain answers
ui-checkin-yes-no = yes or no
ui-checkin-number = a number
ui-checkin-quantity = a number with its unit
ui-checkin-date = a date
ui-checkin-date-time = a date and a time
ui-checkin-time = a time
ui-checkin-words = in words
ui-checkin-choice = one of these
ui-checkin-open-choice = one of these, or in words
ui-checkin-hours = How long an answer is taken
ui-checkin-hours-why = After that, nobody can answer any more.
ui-checkin-for-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
ui-checkin-for-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
ui-checkin-call = Address of the video call
ui-checkin-call-why = Copy it from your program for video calls. Whoever has answered by the link gets it.
ui-checkin-make = Make the check-in

## A check-in that is given to the patient
ui-checkin-give = Give it to the patient
ui-checkin-alone = This address works on this machine alone. For patients, open the desk by a name that they can reach, or give the file.
ui-checkin-code = QR code of the link
ui-checkin-link = Link
ui-checkin-copy = Copy the link
ui-checkin-copied = The link is copied.
ui-checkin-selected = This browser does not copy by itself. The link is marked: copy it with Ctrl and C.
ui-checkin-file = Save as a file
ui-checkin-tell = What to tell the patient
ui-checkin-tell-open = Open it in your health record. Behind the link is the same file.
ui-checkin-tell-choose = You see all that is asked and what you would give. You may leave out anything.
ui-checkin-tell-back = If your program does not send the answer by itself, send us the file that it writes.
ui-checkin-tell-us = Nothing in it proves who asks: believe it because we give it to you ourselves.
ui-checkin-whoever = Whoever has the link can answer once. Give it to the patient alone.
ui-checkin-in-record = Through the patient’s own record
ui-checkin-record-ready = The patient opened it so that you can ask in it. They get this signed, also while their device is off.
ui-checkin-record-send = Send it to the patient
ui-checkin-record-sent = Sent on { $time }. The patient’s device has not said yet that it is there.
ui-checkin-record-arrived = The patient’s device has it since { $time }.
ui-checkin-record-closed = The patient did not open check-ins for you to write in, and to read what comes later. Give the link, the code or the file.
ui-checkin-look = Look whether it was answered
ui-checkin-bring = The patient sent a file
ui-checkin-answer-file = The patient’s answer
ui-checkin-bring-why = The file that the patient’s program wrote, unchanged.
ui-checkin-bring-in = Bring it in
ui-checkin-asked = What is asked
ui-checkin-open-call = Open the call
ui-checkin-delete = Delete
ui-checkin-delete-title = Delete this check-in?
ui-checkin-delete-lead = The link stops working, and nobody can answer any more.
ui-checkin-delete-answer = What the patient answered is deleted here, too. It cannot be brought back.
ui-checkin-delete-yes = Delete it
ui-checkin-keep = Keep it

## What was answered
ui-checkin-answer = What the patient answered
ui-checkin-by-link = It came by the link, and whoever had that could answer. Compare it with who is on the call.
ui-checkin-signed = It came through the patient’s own record, signed by a device of theirs.
ui-checkin-signed-for = It came through the patient’s own record, signed by somebody whom the patient lets act for them.
ui-checkin-brought = Brought in by { $name }
ui-checkin-unverified = It is what a person says. Nothing of it was verified.
ui-checkin-fulfilled = given
ui-checkin-partial = given in part: there may be more
ui-checkin-unavailable = the record has nothing of it. That does not say that there is nothing: ask
ui-checkin-declined = the patient does not give it. That does not say that there is nothing
ui-checkin-unsupported = the patient’s program cannot answer it: ask
ui-checkin-failed = the patient’s program failed: ask
ui-checkin-missing = It is said to be given, and nothing is there. Ask.
ui-checkin-message = The patient’s program says:
ui-checkin-not-for-you =
    { $count ->
        [one] { $count } entry that clinicians see
       *[other] { $count } entries that clinicians see
    }
ui-checkin-more =
    { $count ->
        [one] { $count } more is not shown. It is in the whole answer.
       *[other] { $count } more are not shown. They are in the whole answer.
    }
ui-checkin-cards =
    { $count ->
        [one] { $count } health card, which nobody has checked
       *[other] { $count } health cards, which nobody has checked
    }
ui-checkin-unreadable =
    { $count ->
        [one] { $count } part could not be read. It is in the whole answer.
       *[other] { $count } parts could not be read. They are in the whole answer.
    }
ui-checkin-unfinished = Not finished: an answer that is needed is missing.
ui-checkin-authored = Filled in on { $date }
ui-checkin-said-by = Answered by { $name }, not by the patient
ui-checkin-no-answer = no answer
ui-checkin-fault-missing = An answer is needed here, and there is none.
ui-checkin-fault-several = More than one answer, and only one was asked for.
ui-checkin-fault-type = Not the kind of answer that was asked for.
ui-checkin-fault-no-option = None of the answers to choose from.
ui-checkin-fault-too-long = Longer than the form allows.
ui-checkin-fault-out-of-range = Lower or higher than the form allows.
ui-checkin-fault-unit = Not in a unit that the form offers. Compare before you use it.
ui-checkin-fault-not-asked = This was not asked.
ui-checkin-have-read = I have read this
ui-checkin-whole = Save the whole answer

## Receipts
ui-receipts-none = No chart has ended yet.
ui-receipts-lead = What is kept of charts that have ended: nothing of what stood in them. Patients are told, signed, that it was deleted. A phone that is never reached is never told. What it gave stays here until the patient’s time is over, unless somebody closes it.
ui-opened = Opened
ui-ended = Ended
ui-why = Why
ui-patient-key = Key of the patient
ui-time-is-over = the patient’s time was over
ui-closed-here = closed at the desk
ui-withdrawn = ended by the patient, or by the relay
ui-told = Patient told
ui-told-waiting = not yet
ui-told-told = the phone has it
ui-told-relay = left at the relay
ui-told-not = was not reached

## Accounts
ui-staff-lead = An administrator sees nothing of any patient.
ui-add = Add somebody
ui-first-password = First password
ui-first-password-why = Tell it to them. They choose their own when they sign in.
ui-change = Change { $name }
ui-change-why = They are signed out at once.
ui-disabled = may not sign in
ui-enabled = may sign in
ui-must-change = has not chosen a password yet
ui-disable = May not sign in
ui-reset-password = New first password
ui-reset-password-why = Left empty, the password stays.

## The clinic’s own system
ui-system = Clinic’s system
ui-system-title = The clinic’s own system
ui-system-lead = What clinicians approve at the desk can be written into the clinic’s own system (EHR), if that has a FHIR R4 interface. It is never written by itself.
ui-system-none = No system is set. Nothing is written anywhere.
ui-system-add = Set the clinic’s own system
ui-system-change = Set it anew
ui-system-change-why = What was approved for another address is not sent to the new one. Who a patient is there has to be confirmed anew at another address.
ui-system-address = Address of its FHIR interface
ui-system-address-why = It begins with “https”. A system on this machine itself may begin with “http”.
ui-system-access = How the desk is let in
ui-system-access-why = Ask who runs that system. A key is best, if it takes one.
ui-access-open = without anything: only for a system that nobody else reaches
ui-access-password = by a name and a password
ui-access-key = by the desk’s own key
ui-system-known-as = Name of the desk there
ui-system-known-as-why = As it was registered at that system.
ui-system-password-why = It is kept sealed, and never shown again.
ui-system-scopes = What to ask for (scopes)
ui-system-scopes-why = Left empty, the usual ones. Only where that system does not grant them.
ui-system-authority = It has a certificate of the clinic’s own authority
ui-system-authority-is = Believed authority (SHA-256)
ui-system-authority-pem = Certificate of that authority (PEM)
ui-system-authority-why = Ask who runs that system for it, and compare its fingerprint. It is believed for this system alone, beside the public ones. Left empty, only those are.
ui-system-ask = Ask the system, and use it
ui-system-set = The system answered. It is used from now on.
ui-system-says = What the system said of itself
ui-system-software = Program
ui-system-version = Version of FHIR
ui-system-together = Takes several entries together
ui-system-set-by = Set by
ui-system-types = What can be written there safely
ui-system-new = New
ui-system-changed = Changed
ui-system-remove = Do not use it any more
ui-system-remove-title = Stop using this system?
ui-system-remove-lead = Nothing more is written there, and what still waits stays where it is. What was written there stays there.
ui-system-keep = Go on using it
ui-system-remove-yes = Stop using it
ui-system-removed = The desk uses no system any more. Its password is deleted here.
ui-system-keys = The desk’s keys
ui-system-keys-lead = For a system that lets in by a key: whoever runs it registers these. They are the public halves, and no secret.
ui-system-keys-show = Show the keys
ui-system-keys-save = Save them as a file
ui-system-rsa = The system takes keys for RS384 alone
ui-system-rsa-pem = RSA key (PEM)
ui-system-rsa-why = Made elsewhere, of 2,048 to 4,096 bits, not encrypted. It is kept sealed, is never shown again, and takes the place of an earlier one. Delete the file afterwards.
ui-system-rsa-give = Give it to the desk
ui-system-rsa-given = The desk has the key. Register these public halves at the system.
ui-yes = yes
ui-no = no

## Which patient of the clinic’s own system somebody is
ui-there = In the clinic’s system
ui-back-to-chart = Back to the chart
ui-there-is = This patient there
ui-there-confirmed-by = Confirmed by { $name } on { $time }. It holds for the next visits, too.
ui-there-made-by = Made from the chart by { $name } on { $time }. It holds for the next visits, too.
ui-there-id = Number of the record there: { $id }
ui-there-who =
    { $count ->
        [one] { $count } patient there may be this person
       *[other] { $count } patients there may be this person
    }
ui-there-lead = Compare with care, and ask the patient. What is approved later is written to the one that you confirm.
ui-there-nobody = Nobody like this was found there
ui-there-nobody-lead = It was looked for the identifiers, and for name and birth date together. If the patient is there under another name, correct that there first.
ui-there-ours = The chart says
ui-there-theirs = The system says
ui-there-agree = Do they agree?
ui-there-name = Name
ui-there-born = Birth date
ui-there-sex = Sex
ui-there-identifiers = Identifiers
ui-female = female
ui-male = male
ui-other-sex = other
ui-sex-unknown = unknown
ui-agrees = the same
ui-agrees-partly = not quite the same
ui-differs = differs
ui-unsaid = not said
ui-there-inactive = That system has put this description aside. It cannot be confirmed.
ui-there-too-little = Too little agrees: an identifier must be the same, or birth date and name. It cannot be confirmed.
ui-there-taken = The chart of another patient belongs to this one already.
ui-there-is-it = This is the person
ui-there-confirm-title = Is this the same person?
ui-there-confirm-lead = What is approved from now on is written to this patient there. That you confirmed it stands in the log.
ui-there-confirm-yes = Yes, it is the same person
ui-there-none = It is none of them
ui-there-new = Is the patient new there?
ui-there-make = Make a new patient there
ui-there-make-title = Make a new patient in the clinic’s system?
ui-there-make-lead = It is made of the profile that the patient opened. Two records of one person are dangerous: be sure that the patient is not there yet.
ui-there-anyway = All the same: yes
ui-there-take-back = It is somebody else
ui-there-take-back-title = Take back who this is?
ui-there-take-back-lead = Nothing more is written there for this chart, and what still waits is not sent. What was written stays in that system: put it right there by hand.
ui-there-keep = It is right
ui-there-take-back-yes = Take it back
ui-taken-back = Who this is was taken back, or nobody has said it yet for the system that is set now.
ui-patient-of = patient { $id }

## What is written there
ui-choose = Choose what is written there
ui-choose-lead = Nothing is chosen for you, and nothing is written before you approve it. Only sections that the patient opened for reading are here.
ui-choose-none = The patient opened no section for reading of which anything can be written there. Ask for a new code.
ui-choose-empty = Nothing is here that could be written.
ui-choose-review = Look at what would be written
ui-choose-retracted = It was retracted: there it is marked as entered in error.
ui-answer-there = Write it to the clinic’s system
ui-answer-back = Back to the check-in
ui-answer-who = Nobody has said who this is in the clinic’s system. Compare both sides, and ask the patient: whoever had the link may have answered.
ui-answer-nobody = Nobody there fits what the answer says of the person. Nothing of it can be written.
ui-answer-other-birth = The answer says another birth date than this patient has. Nothing of it is written: it may be of somebody else.
ui-answer-none = Nothing of this answer can be written there.
ui-answer-what = What is written
ui-answer-lead = Nothing is chosen for you, and nothing is written before you approve it. It is what the patient says, and nobody has checked it.
ui-answer-form = form
ui-answer-from = Taken from “{ $form }”: that is written, too.
ui-answer-written = Written there before: { $place }
ui-answer-unfit = It cannot be written as it stands. Record it there by hand.
ui-answer-exactly = Exactly what would be sent
ui-chosen =
    { $count ->
        [0] Nothing is chosen.
        [one] { $count } entry is chosen.
       *[other] { $count } entries are chosen.
    }
ui-chosen-none = Choose at least one entry first.
ui-chosen-most = These are 100 entries: as many as are written together. Approve them first.
ui-unfit-type = Entries of this kind are not written there.
ui-unfit-disputed = Sources disagree, or somebody disputes it. Settle it first.
ui-unfit-state = The patient has not confirmed it, or it was replaced.
ui-approve-title = Write this into the clinic’s system?
ui-approve-lead =
    { $count ->
        [one] This entry is written for { $name }:
       *[other] These { $count } entries are written for { $name }:
    }
ui-approve-what = It goes there in your name, with who said it. Each is read back and compared. What somebody changed there meanwhile is not overwritten: you are asked.
ui-approve-yes = Approve and write

## The outbox
ui-outbox = Outbox
ui-outbox-none = Nothing was approved yet.
ui-outbox-none-next = Open a chart, choose “In the clinic’s system”, and then what is written there.
ui-outbox-held = Waits for a decision
ui-outbox-open = On its way
ui-outbox-done = Done
ui-outbox-kept = What is done stands here for 90 days.
ui-outbox-more =
    { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
ui-approved-by = Approved by { $name } on { $time }
ui-tries =
    { $count ->
        [one] { $count } attempt came to nothing. The desk tries again by itself.
       *[other] { $count } attempts came to nothing. The desk tries again by itself.
    }
ui-message = Written to the clinic’s system
ui-waiting-lead = You need not wait: the desk goes on by itself, also when the patient’s time is over.
ui-try-now = Try now
ui-state-waiting = waiting to be written
ui-state-sent = taken, not read back yet
ui-state-confirmed = written, and read back
ui-state-differs = kept otherwise than it was sent
ui-state-conflict = changed there by somebody else: not overwritten
ui-state-gone = deleted there by somebody else
ui-state-refused = refused by the system
ui-state-not-offered = cannot be written there safely
ui-state-left = not written: somebody decided so
ui-left-out = Not sent with it: { $what }. It leads to what that system does not have, or the desk’s own name stands in its place.
ui-rewritten = The same number, written otherwise there: { $where }
ui-no-provenance = Who said it does not stand there: that system does not take it.
ui-differs-at = It differs at: { $where }
ui-refused-with = Its answer (status { $status }):
ui-decide = Decide
ui-decide-title = What should stand in the clinic’s system?
ui-conflict-lead = Somebody has changed it there. Nothing was overwritten. Look at both, and ask who changed it if you can.
ui-gone-lead = Somebody has deleted it there. It may have been deleted for a reason: ask, if you can.
ui-differs-lead = The system took it, and has something else. Compare both: what is wrong there can harm the patient.
ui-refused-lead = It is not there. Enter it there by hand, or ask who runs that system, and send it again.
ui-not-offered-lead = That system says of no way to write this without doubling or overwriting something. Enter it there by hand.
ui-keep-theirs = Leave what is there
ui-write-over = Write ours over it
ui-keep-gone = Leave it deleted
ui-write-anew = Write it there anew
ui-send-again = Send it again
ui-do-not-send = Do not write it
ui-do-not-send-title = Do not write this entry?
ui-do-not-send-lead = It is not sent any more. If an attempt arrived although no answer came, it stands there already: look there.
ui-side-before = Written before
ui-side-ours = To be written
ui-side-theirs = There now
ui-side-before-none = That system does not say any more what was written.
ui-side-gone = Nothing: it was deleted.
ui-says-nothing = nothing
ui-place = Where
ui-places = Where they differ
ui-places-more = There may be more: look at the whole below.
ui-whole = The whole, as it is sent and as it came
ui-type-allergy = allergy
ui-type-problem = problem
ui-type-family = family history
ui-type-vaccine = vaccine
ui-type-prescription = prescription
ui-type-medicine = medicine
ui-type-result = result
ui-type-patient = patient
ui-type-procedure = treatment
ui-type-provenance = who said it

## The chart beside the clinic’s own system
ui-beside = Compare with the clinic’s system
ui-beside-lead = Both sides stand as their sources say. Nothing is chosen for you, and nothing is done before you have read it once more.
ui-beside-read = Read it now
ui-beside-read-again = Read it again
ui-beside-read-at = The clinic’s system was read on { $time } by { $name }.
ui-beside-read-none = The clinic’s system has not been read yet. What is empty on its side says nothing.
ui-beside-read-counts = Read: { $what }.
ui-beside-trouble = { $type }: { $why }. Something may be missing here.
ui-beside-forbidden = the clinic’s system does not allow it to be read
ui-beside-refused = the clinic’s system refused it ({ $status })
ui-beside-outside = the next page is said to be at another server, which was not asked
ui-beside-endless = there is more than can be read
ui-beside-too-long = a page is too long
ui-beside-not-fhir = the answer could not be read
ui-beside-other-people = statements about other people came with it, and were left
ui-beside-unreadable = some of it could not be read ({ $count })
ui-beside-not-asked = the clinic’s system does not offer it
ui-beside-contradiction = One side says that there is nothing, and another statement lists something.
ui-beside-contradiction-next = Ask the patient before you do anything.
ui-beside-open = To decide ({ $count })
ui-beside-decided = Decided before ({ $count })
ui-beside-over = Over, and on one side alone ({ $count })
ui-beside-ours = In the chart alone ({ $count })
ui-beside-take-all = Choose “Add it to the patient’s chart” for { $count } of these
ui-beside-agreed = Nothing to decide ({ $count })
ui-beside-open-count = { $count } to decide
ui-beside-open-none = Nothing is left to decide here.
ui-beside-empty = Nothing stands here on either side.
ui-beside-same = the same on both sides
ui-beside-differs = the same thing, and the two say something else of it
ui-beside-probable = may be the same thing
ui-beside-retracted = entered in error, as the chart says, and still in the clinic’s system
ui-beside-taken-back = entered in error, as the clinic’s system says, and still in the chart
ui-beside-system-only = only in the clinic’s system
ui-beside-system-only-unknown = in the clinic’s system; the chart’s side is not known here
ui-beside-chart-only = only in the chart
ui-beside-chart-only-unread = in the chart; the other side is not known
ui-beside-where = What differs
ui-beside-title = Name
ui-beside-value = Value
ui-beside-components = Measured together
ui-beside-severity = Severity
ui-beside-risk = Risk
ui-beside-since = Date
ui-beside-until = End
ui-beside-ours-none = The chart has nothing beside it. That does not mean that there is nothing.
ui-beside-ours-unknown = The patient did not open this section. Nothing is said about it.
ui-beside-theirs-none = The clinic’s system says nothing of it. That does not mean that there is nothing.
ui-beside-theirs-unread = Not all of the clinic’s system was read here. It may say something of it.
ui-beside-system-retracted = Entered in error, as the clinic’s system says.
ui-beside-copy = This is a copy, of which nothing can be decided. Ask the patient for a code that lets you read the section.
ui-beside-no-take = The patient does not let the clinic write in this section, so nothing can be added to it.
ui-beside-others = Statements about other people came with it, and were left ({ $count }).
ui-beside-no-write = Not all of it was read there, so nothing new is written: it may stand there already.
ui-beside-by-hand = Put it right in the clinic’s system by hand, if the patient says so.
ui-beside-ask-one = Is it one thing, “{ $ours }” in the chart and “{ $theirs }” in the clinic’s system?
ui-beside-ask-statement = What is done with “{ $theirs }” of the clinic’s system?
ui-beside-ask-entry = What is done with “{ $ours }” of the chart?
ui-beside-one = One thing
ui-beside-one-does = That is written down. Neither side is changed.
ui-beside-two = Two things
ui-beside-two-does = That is written down. Neither side is changed. After that each can be given to the other side.
ui-beside-take = Add it to the patient’s chart
ui-beside-take-does = It stands in the chart as it came, with the clinic’s system as its source. The patient gets it.
ui-beside-take-back = Take back what the chart has from there
ui-beside-take-back-does = It stands as entered in error from then on. What others said of it stays.
ui-beside-keep-chart = Leave the chart as it is
ui-beside-leave-statement = Leave it in the clinic’s system alone
ui-beside-leave-statement-does = The chart is not changed. That you saw it is written down.
ui-beside-write = Write it into the clinic’s system
ui-beside-write-does = It goes there in your name, with who said it. It is read back and compared.
ui-beside-write-over-does = It takes the place of what was written there from here, unless somebody changed that: then you are asked.
ui-beside-write-retracted = Mark it there as entered in error
ui-beside-leave-entry = Leave it in the chart alone
ui-beside-leave-entry-does = The clinic’s system is not changed. That you saw it is written down.
ui-beside-before = Decided before: { $what }.
ui-beside-undo = Choose nothing for this
ui-beside-changed = It is not as you saw it any more ({ $count })
ui-beside-changed-lead = What you chose about other things is kept. About these, look at both and choose anew below.
ui-beside-was = As you saw it
ui-beside-now = As it is now
ui-beside-gone = It is not here any more, or nothing can be decided of it.
ui-beside-you-chose = You had chosen: { $what }. It is not done.
ui-beside-seen = I have seen this
ui-beside-chosen =
    { $count ->
        [0] Nothing is decided.
       *[other] Decided: { $count }.
    }
ui-beside-leave = What you chose is not done yet. Press Escape once more to leave it.
ui-beside-chosen-none = Decide about at least one line first.
ui-beside-chosen-most = At most 100 decisions are done at once. Do these first.
ui-beside-review = Look at what would be done
ui-beside-ask-title = Do this about { $section }?
ui-beside-ask-who = The patient is { $name }. In the clinic’s system it is the record { $id }.
ui-beside-say-same = “{ $ours }” in the chart and “{ $theirs }” in the clinic’s system are one thing.
ui-beside-say-different = “{ $ours }” in the chart and “{ $theirs }” in the clinic’s system are two things.
ui-beside-say-take = “{ $theirs }” of the clinic’s system is added to the patient’s chart.
ui-beside-say-take-back = What the chart has of “{ $theirs }” from the clinic’s system is taken back: that system says that it was entered in error.
ui-beside-say-keep-chart = The chart stays as it is, though the clinic’s system says that “{ $theirs }” was entered in error.
ui-beside-say-leave-statement = “{ $theirs }” stays in the clinic’s system alone.
ui-beside-say-write = “{ $ours }” of the chart is written into the clinic’s system.
ui-beside-say-write-retracted = “{ $ours }” is marked as entered in error in the clinic’s system.
ui-beside-say-leave-entry = “{ $ours }” stays in the chart alone.
ui-beside-say-keep-system = The clinic’s system stays as it is, though the chart says that “{ $ours }” was entered in error.
ui-beside-left-open = Left undecided in this section: { $count }.
ui-beside-signed = You answer for it with your name. It is signed, and the patient gets it as a visit does.
ui-beside-signed-alone = You answer for it with your name. The patient does not let the clinic write it down in the chart: the clinic alone keeps who decided what.
ui-beside-reason = Reason
ui-beside-reason-why = If there is one: it stands beside each of these decisions, and the patient can read it.
ui-beside-yes = Yes, do this
ui-beside-done = Done: { $section }
ui-beside-done-visit = Look at it as it is signed
ui-beside-done-message = What became of it in the clinic’s system
ui-beside-go-on = Back to the comparison
ui-beside-acts = What was decided
ui-beside-act-same = one thing: { $ours } and { $theirs }
ui-beside-act-different = two things: { $ours } and { $theirs }
ui-beside-act-take = taken into the patient’s chart as it stands there: { $theirs }
ui-beside-act-leave-statement = left in the clinic’s system: { $theirs }
ui-beside-act-write = to be written into the clinic’s system: { $ours }
ui-beside-act-leave-entry = left in the patient’s chart: { $ours }
ui-beside-act-ours = { $type } of the chart ({ $id })
ui-beside-act-theirs = { $type } of the clinic’s system ({ $id })
ui-result = Write the result to the clinic’s system
ui-result-title = What was decided, for the clinic’s system
ui-result-lead = This list tells the clinic’s system what holds after the comparison. Nothing is written before you approve it.
ui-result-decided = Decided by { $name } on { $time }
ui-result-acts = Decided here, act by act ({ $count })
ui-result-holds = What holds ({ $count })
ui-result-flag = The list says: { $what }
ui-result-place = Stands there: { $place }
ui-result-named = Does not stand there. Only its name is written, and what it is called.
ui-result-none = Nothing that was decided about holds, so there is no list to write.
ui-result-not = There is nothing to approve
ui-result-not-offered = The clinic’s system takes no such lists. Nothing is lost: what was decided stays with the visit.
ui-result-no-sources = The clinic’s system takes no word of where it comes from, so it goes without.
ui-result-exactly = The list, exactly as it would be sent
ui-result-sources = Where it comes from, exactly as it would be sent
ui-result-sources-why = When you approved it, and where the list lies there, is added then.
ui-type-list = list
ui-beside-key = compare an open chart with the clinic’s system

## The log
ui-check = Check the log
ui-check-whole = { $count } events. None was altered, taken out or cut off.
ui-check-broken = From event { $number } on the log was altered, or something was taken out. Tell who runs the desk.
ui-download = Save all of it as FHIR
ui-when = When
ui-by = By
ui-what = What
ui-where = Of what
ui-by-nobody = nobody signed in
ui-chart = chart { $id }
ui-account = account { $id }
ui-checkin-of = check-in { $id }
ui-act-started = the desk started
ui-act-signed-in = signed in
ui-act-sign-in-refused = a sign-in was refused
ui-act-signed-out = signed out
ui-act-password-changed = changed the own password
ui-act-passkey-added = made a passkey
ui-act-passkey-removed = removed a passkey of their own
ui-act-passkey-copied = a passkey was refused: there may be a copy of it
ui-act-passkeys-taken-back = removed all passkeys of an account
ui-act-passkeys-required = required passkeys of everybody
ui-act-passkeys-optional = passkeys are required no more
ui-act-account-made = made an account
ui-act-account-changed = changed an account
ui-act-code-scanned = scanned a code
ui-act-chart-opened = a patient opened a chart
ui-act-emergency-vouched = stood by an emergency
ui-act-code-refused = nothing was given for a code
ui-act-charts-listed = saw who is here
ui-act-chart-viewed = saw a chart
ui-act-section-viewed = saw a section
ui-act-chart-searched = searched in a chart
ui-act-trends-viewed = saw what was measured in a chart, over time
ui-act-entry-viewed = saw all that is known of an entry
ui-act-refused = asked for what the role may not do
ui-act-bridge-set = set the clinic’s own system
ui-act-bridge-removed = stopped using the clinic’s own system
ui-act-bridge-key-set = gave the desk a key for the clinic’s own system
ui-act-patients-searched = looked for a patient in the clinic’s own system
ui-act-link-viewed = saw which patient of the clinic’s own system this is
ui-act-patient-linked = confirmed which patient of the clinic’s own system this is
ui-act-patient-unlinked = took back which patient of the clinic’s own system this is
ui-act-patient-made = made a patient in the clinic’s own system
ui-act-sending-approved = approved that entries are written to the clinic’s own system
ui-act-outbox-listed = saw the outbox
ui-act-message-viewed = saw what became of entries in the clinic’s own system
ui-act-sending-decided = decided about an entry that was not written
ui-act-entries-sent = the clinic’s own system has the entries
ui-act-entries-held = entries wait for a decision: the clinic’s own system has them otherwise, or refused
ui-act-system-read = read what the clinic’s own system says of a patient
ui-act-chart-compared = compared a chart with the clinic’s own system
ui-act-chart-reconciled = decided what is the same in a chart and in the clinic’s own system
ui-act-chart-closed = closed a chart: it was deleted
ui-act-chart-ended = the patient’s time was over: the chart was deleted
ui-act-chart-withdrawn = the patient ended it, or the relay gives it no more: the chart was deleted
ui-act-patient-told = told the patient’s device, or left for it, that a chart was deleted
ui-act-patient-not-told = could not tell the patient’s device that a chart was deleted
ui-act-receipts-listed = saw the receipts
ui-act-audit-read = read this log
ui-act-visit-begun = began a visit
ui-act-visits-listed = saw the list of visits
ui-act-visit-viewed = saw a visit
ui-act-visit-saved = wrote in a visit
ui-act-visit-discarded = discarded the draft of a visit
ui-act-visit-checked = had a visit’s medicines checked
ui-act-visit-signed = signed a visit
ui-act-visit-returned = the patient’s device has a visit
ui-act-visit-not-returned = a visit could not be returned in time
ui-act-checkin-made = made a check-in
ui-act-checkins-listed = saw the list of check-ins
ui-act-checkin-viewed = saw a check-in
ui-act-checkin-sent = sent a check-in through the patient’s record
ui-act-checkin-arrived = the patient’s device has a check-in
ui-act-checkin-fetched = somebody with the link fetched a check-in
ui-act-checkin-answered = an answer to a check-in came
ui-act-checkin-refused = an answer to a check-in was not taken
ui-act-checkin-read = has read the answer to a check-in
ui-act-checkin-discarded = deleted a check-in
ui-act-message-written = wrote a message to the patient
ui-act-message-arrived = the patient’s device has a message
ui-act-message-came = the patient has written
ui-act-messages-listed = saw which charts have messages
ui-act-messages-viewed = saw the messages of a chart
ui-act-messages-read = has read messages of the patient

## Keys
ui-keys = Keys
ui-keys-section = a section
ui-keys-find = search in a chart
ui-keys-trends = what was measured in a chart, over time
ui-keys-back = back
ui-keys-help = these keys
ui-keys-scanner = A scanner that types works on every page.

## What went wrong here
ui-unreachable = The desk’s server does not answer.
ui-unreachable-next = Look whether it runs and whether this machine has a network, then try again.
ui-no-code = There is no patient’s code in that.
ui-no-code-next = Scan the code on the patient’s screen. It begins with “pocketchart:/”.
ui-no-camera = The camera cannot be used.
ui-no-camera-next = Allow it in the browser, or use a scanner.
ui-checkin-no-form = There is no form in that.
ui-checkin-no-form-next = Paste the whole text of a FHIR R4 Questionnaire. It is JSON, and begins with a brace.
ui-checkin-no-file = There is no answer in this file.
ui-checkin-no-file-next = Choose the file that the patient’s program wrote, as it came.
ui-checkin-too-long = The file is longer than any answer may be, which is 8 MiB.
ui-checkin-too-long-next = Look whether it is the right one. Otherwise ask the patient to give less, or to send it in another way.

## Why nothing was opened
scan-no-connection = The patient’s phone does not answer.
scan-no-connection-next = Look whether it shows the code, and whether it is in the same network as this desk. Then scan again.
scan-declined = The patient said no.
scan-declined-next = If the digits differed, do not try again in this network. Otherwise ask the patient.
scan-busy = Somebody else is asking the patient with this code.
scan-busy-next = Ask the patient who that is, and scan again.
scan-too-much = More lies there than a copy can hold.
scan-too-much-next = Ask the patient to let you read it, or for fewer sections.
scan-no-reason = In an emergency you must say why.
scan-no-reason-next = Write it down and ask again.
scan-needs-passcode = The patient’s phone is not asked: a relay gives the chart to who knows the passcode.
scan-needs-passcode-next = Ask the patient for it.
scan-wrong-passcode =
    That passcode is wrong. { $left ->
        [0] None is left to try: the code is used up.
        [one] { $left } more may be tried.
       *[other] { $left } more may be tried.
    }
scan-wrong-passcode-next = Ask the patient for the passcode, or for a new code.
scan-stopped = The person, or somebody with one of their devices, has stopped it.
scan-stopped-next = Talk to the person, or to who is with them. Look for an emergency card.
scan-not-live = This code no longer works, or not yet.
scan-not-live-next = Ask the patient for a new code.
scan-failed = The patient’s phone could not do it.
scan-failed-next = Scan again, or ask for a new code.
scan-unfit = What came does not fit the code. Nothing of it was kept.
scan-unfit-next = Do not try again in this network.

## Where a visit cannot be signed
visit-not-allowed = The patient does not let the clinic write in a section where this visit would stand. Nothing was written.
visit-not-allowed-next = Look below in which. Ask the patient for a code that allows it, or take out what would stand there.
visit-words = Words are missing in an entry.
visit-words-next = Look for a diagnosis, medicine, measurement or vaccine without a name, a result without a value, or a referral without a text. Add the words, or take the entry out.
visit-date = A date in an entry cannot be read.
visit-date-next = Type it as 2026, 2026-11 or 2026-11-27.

## Where a check-in cannot be made, or an answer not be taken
checkin-form = A form cannot be shown to the patient as it was meant.
checkin-form-next = Look whether each of its questions has a name of its own and a known type, and depends only on questions that are there.
checkin-member = Something that is asked is missing or malformed, or says something twice.
checkin-member-next = Look at the form that you pasted, and correct it.
checkin-unfit = The answer does not fit what was asked. Nothing of it was kept.
checkin-unfit-next = Ask the patient to answer once more, if need be with another program, or go through the questions together.
