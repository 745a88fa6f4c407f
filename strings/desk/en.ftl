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
ui-signed-out-idle = You were signed out because nobody worked here for a while. What was shown is gone from this screen.
ui-signed-out = You are signed out.
ui-soon = You will be signed out in less than a minute.
ui-stay = Stay signed in
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
ui-reason-why = For example: found unconscious. It is written down for the person.
ui-ask-again = Ask again
ui-scan-another = Scan a code

## Who is here
ui-here-none = Nobody is here.
ui-here-none-next = When a patient opens a chart, it stands here until the patient’s time is over.
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
ui-close-lead = What was shared is deleted here, with its keys. The receipt stays. To open it again, the patient shows a new code.
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
ui-who = Who says so
ui-others = Others say

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

## Receipts
ui-receipts-none = No chart has ended yet.
ui-receipts-lead = What is kept of charts that have ended: nothing of what stood in them.
ui-opened = Opened
ui-ended = Ended
ui-why = Why
ui-patient-key = Key of the patient
ui-time-is-over = the patient’s time was over
ui-closed-here = closed at the desk
ui-withdrawn = ended by the patient, or by the relay

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
ui-act-started = the desk started
ui-act-signed-in = signed in
ui-act-sign-in-refused = a sign-in was refused
ui-act-signed-out = signed out
ui-act-password-changed = changed the own password
ui-act-account-made = made an account
ui-act-account-changed = changed an account
ui-act-code-scanned = scanned a code
ui-act-chart-opened = a patient opened a chart
ui-act-code-refused = nothing was given for a code
ui-act-charts-listed = saw who is here
ui-act-chart-viewed = saw a chart
ui-act-section-viewed = saw a section
ui-act-refused = asked for what the role may not do
ui-act-chart-closed = closed a chart: it was deleted
ui-act-chart-ended = the patient’s time was over: the chart was deleted
ui-act-chart-withdrawn = the relay gives it no more: the chart was deleted
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

## Keys
ui-keys = Keys
ui-keys-section = a section
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
