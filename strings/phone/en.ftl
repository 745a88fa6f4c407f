# Words of the phone's app, beside those of strings/card. `cargo xtask strings` writes them for the app.
# A `-next` without its first half speaks of an error of the core, whose first half stands in strings/en.ftl.

start-title = Your health record, on this phone
start-lead = It is sealed with a key that only this phone holds. It works without a network.
start-device = A name for this phone
start-create = Make my record
start-busy = Making your record. This takes a moment.

words-title = Write these 24 words down
words-lead = Without them and without your phone, nobody can bring this record back, not even us.
words-once = They are shown only now. Write them on paper: a picture can be stolen.
words-number = Word { $number }: { $word }
words-written = I have written them down
words-check-title = Now type three of them
words-type = Word { $number }
words-wrong = This is not word { $number }. Look at your paper.
words-again = Show the words again
words-done = Check

unlock-title = Your record is locked
unlock-lead = Nobody can read it until you unlock it.
unlock-away = It was locked because you were away.
unlock-open = Unlock
unlock-busy = One moment, please.

record-title = My record
record-lock = Lock
record-import = Bring in a file
record-check-in = Answer a clinic
record-reading = Reading your record.
record-not-read = This could not be read. That does not mean that there is nothing.

section-allergies = Allergies
section-medications = Medicines
section-problems = Problems
section-immunizations = Vaccines
section-results = Results
section-vitals = Vital signs
section-procedures = Operations and treatments
section-encounters = Visits
section-notes = Notes
section-documents = Documents
section-care-plan = Plans and goals
section-check-ins = Questionnaires
section-messages = Messages
section-coverage = Insurance
section-profile = About you
section-sensitive = Set apart
section-current = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
section-unreconciled = { $count ->
    [one] { $count } where sources disagree
   *[other] { $count } where sources disagree
}
section-proposed = { $count ->
    [one] { $count } proposed change
   *[other] { $count } proposed changes
}
section-nothing = Nothing recorded
section-nothing-means = Nobody has said anything here. That does not mean that there is nothing.
section-none-known = None known, said by { $who } on { $date }
section-none-known-you = None known, said by you on { $date }
section-none-current = Nothing current
section-none-current-means = There are entries that are taken back, replaced or only proposed.
section-past = Also show what is taken back or proposed
section-more = Show more

row-since = since { $date }
row-from-to = { $from } to { $to }
row-said-by = said by { $who }
row-typed-by = written by { $who }
row-typed-by-you = written by you
row-unnamed-source = its source gives no name
row-sources = { $count ->
    [one] { $count } source
   *[other] { $count } sources
}
row-none-known = none known
row-no-information = nothing is known about it, which does not mean none
row-not-done = not done
row-unreadable = Parts of it cannot be read.
row-not-here = Its content is not here yet.
row-untitled = Without a name
row-unreconciled = sources disagree
row-retracted = taken back
row-replaced = replaced
row-proposed = proposed, not yet part of your record
row-past = over
row-disputed = somebody disagrees
row-unconfirmed = not confirmed
row-refuted = found to be wrong
row-flag-high = higher than usual
row-flag-low = lower than usual
row-flag-critical = far from usual
row-flag-unusual = not as usual

item-value = Value
item-usual = Usual
item-when = When
item-severity = How bad
item-reaction = Reaction
item-dosage = How to take it
item-status = State
item-note = Remark
item-sources = Who says so
item-rivals = What contradicts it
item-disputes = Who disagrees
item-confirmations = Who agrees
item-replaced-by = What took its place
item-proposals = What others propose
item-history = History
item-recorded = { $act }, { $date }, { $who }
item-you = you
item-somebody = somebody without a name
item-brought-in = brought in { $date }, not signed by its source
item-typed-in = typed in { $date }
item-on-device = on { $device }
item-signed = signed by { $issuer }, which nobody vouches for
item-listed = signed by { $name }, who is on a list that you trust
item-link = from { $issuer }, not signed
item-first = written down
item-act-confirm = confirmed
item-act-correct = corrected
item-act-dispute = disputed
item-act-resolve = settled
item-act-retract = taken back
item-reason = Reason: { $reason }
item-original = As its source wrote it
item-original-show = Show the source’s own text
item-original-hide = Hide the source’s own text
item-original-none = The source’s own text is not here, or is not text.
item-original-cut = It is longer. Only its beginning is shown.

import-title = Bring in a file
import-lead = Ask your hospital or practice for your data “as FHIR”. Then choose the file here.
import-choose = Choose a file
import-checking = Checking the file
import-keeping = { $count ->
    [one] { $count } part kept
   *[other] { $count } parts kept
}
import-done = The file is in your record
import-new = { $count ->
    [one] { $count } new
   *[other] { $count } new
}
import-updated = { $count ->
    [one] { $count } newer copy
   *[other] { $count } newer copies
}
import-held = { $count ->
    [one] { $count } was there already
   *[other] { $count } were there already
}
import-unreadable = { $count ->
    [one] { $count } part could not be read. Its text is kept.
   *[other] { $count } parts could not be read. Their text is kept.
}
import-same-person = It is about me
import-other = Choose another file

check-in-title = A clinic asks
check-in-lead = Choose the request that the clinic sent you. Nothing leaves before you say so.
check-in-choose = Choose the request
check-in-reading = Reading the request.
check-in-unproven = The request does not prove who asks. Give nothing unless you know where it comes from.
check-in-purpose = They say why: { $purpose }
check-in-needed = The clinic needs this. You decide all the same.
check-in-give = Give this
check-in-has = { $count ->
    [one] Your record has { $count } entry for it.
   *[other] Your record has { $count } entries for it.
}
check-in-has-nothing = Your record has nothing for it. That does not mean that there is nothing.
check-in-keep-back = Keep back: { $name }
check-in-from-record = from your record
check-in-measured = from your record, { $date }
check-in-suggested = suggested by the form
check-in-units = Write the number, then { $units }.
check-in-several = Several answers: one on each line.
check-in-yes = Yes
check-in-no = No
check-in-open = Clear the answer
check-in-summary = You give { $given } of { $asked }.
check-in-make = Make my answer
check-in-faults = Some answers do not fit their questions. No answer was made.
check-in-faults-next = Look at the marked answers, or clear them.
check-in-made = Your answer is ready
check-in-made-lead = It is in your record, too. Give it only to the clinic that asked.
check-in-share = Give it to an app

common-back = Back
common-again = Try again
common-unchanged = Nothing was changed.
common-other-problem = That did not work.
common-other-problem-next = Try again. If it stays so, lock the record and open it again.

## Errors of the core, with what to do on a phone
store-missing-next = Start the app anew, and make a record.
store-exists-next = Start the app anew, and unlock it.
store-busy-next = Close the app wholly, then open it again.
store-wrong-key = The key of this phone does not open the record.
store-wrong-key-next = The record was made with another key. A backup and your 24 words bring it back.
store-newer-next = Install the newest version of the app.
store-rolled-back = The record on this phone is older than when it was last used.
store-rolled-back-next = Somebody put an old copy back. It is not opened, so that nothing newer is lost.
store-altered-next = A backup and your 24 words bring the record back.
store-full = This phone has no room left.
store-full-next = Make room, then try again.
store-denied-next = Start the phone anew, then try again.
store-failed-next = Start the phone anew, then try again.
key-cancelled-next = Unlock it when you are ready.
key-lost-next = A backup and your 24 words bring the record back.
key-failed-next = Try again. If that does not help, start the phone anew.
chart-locked-next = Unlock it and try again.
internal-next = Lock the record, open it again, and try once more.
read-no-such-entry = This entry is no longer in your record.
read-no-such-entry-next = Go back and look at the list again.
import-io-next = Look whether the file is still there, then try again.
import-not-json = This is not a file with health data that the app can read.
import-not-json-next = Ask for your data “as FHIR”.
import-empty-next = Look whether it was saved or sent in full.
import-too-large = The file is larger than 256 MB.
import-too-large-next = Ask for it in several files.
import-truncated-next = Fetch it once more: part of it is missing.
import-nothing-readable-next = Ask for your data “as FHIR”.
import-another-person-next = If it is about you, say so. If not, choose another file.
import-several-people-next = Ask for a file about you alone. If they are all you, say so.
import-no-key-next = Bring it in on a device that may.
import-stopped-next = Bring the file in once more: it goes on where it stopped.
checkin-unknown-next = Ask the clinic what it needs.
checkin-media-next = Ask the clinic what it needs.
checkin-form-not-here-next = Ask the clinic to send it.
checkin-form-contradicts-next = Tell the clinic.
checkin-form-unreadable-next = Tell the clinic.
checkin-too-large-next = Ask the clinic to ask for less at a time.
checkin-not-json = This is not a clinic’s request.
checkin-not-json-next = Ask the clinic to send it again.
checkin-not-a-request = This is not a clinic’s request.
checkin-not-a-request-next = Ask the clinic to send it again.
checkin-other-version-next = Install the newest version of the app, or tell the clinic.
checkin-malformed-next = Nothing of it was used. Ask the clinic to send it again.
checkin-item-twice-next = Nothing of it was used. Tell the clinic.
checkin-other-profile-next = Nothing was given. Tell the clinic.
form-missing-next = Answer it, or leave it open: you decide.
form-several-next = Leave one.
form-type-next = Type it in another way.
form-no-option-next = Choose one of them.
form-too-long-next = Say it in fewer words.
form-out-of-range-next = Look at the number again.
form-unit-next = Use one of the units of the form.
form-not-asked-next = Go back and open the request again.
