# All text that people read. One message here is one typed message in every language of the program:
# after a change run `cargo xtask strings`.
#
# Words as a twelve-year-old reads them. What went wrong, what was kept, what to do next.


## Sizes

size-bytes = { $bytes ->
    [one] 1 byte
   *[other] { $bytes } bytes
}
# $amount is a number with one decimal at most, such as 3.5.
size-kilobytes = { $amount } kB
size-megabytes = { $amount } MB
size-gigabytes = { $amount } GB


## Dates, as exact as the source gives them

date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
date-day-and-time = { $day } { $month } { $year }, { $time }

# As short as a column needs.
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December


## What was kept, after something went wrong

kept-unchanged = Nothing was changed.
kept-so-far = What came in before is kept. It is not taken in twice.
kept-done = The change was made. Only this report could not be shown.


## The record as a whole

store-missing = There is no record here.
store-missing-next = Make one with “pocketchart create”, or say where yours is with --record.
store-exists = There is a record here already.
store-exists-next = Choose another folder with --record.
store-busy = The record is open in another program.
store-busy-next = Close that program, or wait until it is done, and try again.
store-wrong-key = This passphrase does not open the record.
store-wrong-key-next = Try again. If it is lost, a backup and your 24 words bring the record back.
store-newer = The record was written by a newer version of Pocketchart.
store-newer-next = Install the newest version.
store-rolled-back = The record's folder is older than the last time it was used here.
store-rolled-back-next = Somebody put an old copy back. If that was you, and you mean it, say --accept-older.
store-altered = The record's file is damaged, or somebody changed it.
store-altered-next = Look with “pocketchart verify”. A backup and your 24 words bring the record back.
store-full = The disk is full.
store-full-next = Make room on the disk and try again.
store-denied = The record's folder may not be read or written.
store-denied-next = Look at whose folder it is and who may use it.
store-failed = The record's folder could not be read or written.
store-failed-next = Look whether the disk is in order, and try again.


## Opening and making a record

ask-passphrase = Passphrase:
ask-new-passphrase = Choose a passphrase:
ask-passphrase-again = The same once more:
passphrases-differ = The two are not the same. Once more.
passphrase-short = This passphrase is short, so it can be guessed. Four or five unusual words are better.
passphrase-empty = The passphrase is empty.
passphrase-empty-next = Choose one of four or five unusual words.
passphrase-needed = A passphrase is needed, and nobody is there to type it.
passphrase-needed-next = Give it by --passphrase-fd or in POCKETCHART_PASSPHRASE.
passphrase-done = From now on only the new passphrase opens the record.
kdf-fast = With “fast”, the passphrase can be guessed quickly. Use it for trying things out only.
device-unnamed = this computer

words-write = Write these 24 words down. Without them and without your device, nobody can bring this record back, not even us.
words-written = Written down? Press Enter. The words then leave the screen for good.
words-again = That is not the word. Here they are once more.
ask-word = Word { $number }:
ask-words = Type your 24 words, with a space between them:
words-needed = The 24 words are needed, and nobody is there to type them.
words-needed-next = Give them by --words-fd.
words-count = Those are { $count } words. There must be 24.
words-count-next = Look at your paper and type all of them.
words-unknown = Word { $number } is not one of the words that are used.
words-unknown-next = Look at your paper: perhaps a letter is wrong.
words-checksum = The words do not belong together.
words-checksum-next = One of them is wrong, or two have changed places.

create-done = Your record is in { $folder }, sealed.
create-next = Next: bring in what others know with “pocketchart import FILE”, or type it with “pocketchart add”.
restore-done = { $entries ->
    [one] One entry is back.
   *[other] { $entries } entries are back.
}
restore-part = This file came from somebody who holds a part of your record, as of when they last met you. Not in it: { $sections }.
restore-next = This device is a new one for your record. Pair it with your other devices.

ask-yes-no = [y/N]
answer-yes = yes
answer-yes-short = y
question-unanswered = This needs your answer: { $question }
question-unanswered-next = Say --yes, or run it where you can type.
question-left = The question was left without an answer.
question-left-next = Run it again when you are ready.
question-no = You did not agree.
question-no-next = Run it again if you change your mind.


## Files

file-missing = There is no file { $file }.
file-missing-next = Look at the name, and at the folder you are in.
file-denied = The file { $file } may not be read.
file-denied-next = Look at whose file it is and who may read it.
file-unreadable = The file { $file } could not be read.
file-unreadable-next = Look whether the disk is in order, and try again.
file-is-folder = { $file } is a folder, not a file.
file-is-folder-next = Name the files in it.
file-exists = There is already something called { $file }.
file-exists-next = Nothing is overwritten. Choose another name.
file-unwritable = The file { $file } could not be written.
file-unwritable-next = Look whether the folder may be written, and whether the disk is full.
folder-missing = The folder for { $file } does not exist.
folder-missing-next = Make the folder first, or choose another.
file-written = { $file } is written: { $size }.
descriptor-unreadable = Nothing could be read from descriptor { $number }.
descriptor-unreadable-next = Open it before, as in “pocketchart … 3<file”.
descriptor-unwritable = Nothing could be written to descriptor { $number }.
descriptor-unwritable-next = Open it before, as in “pocketchart … 3>file”.
output-failed = The result could not be written.
output-failed-next = Look where the output goes. The disk may be full.


## Bringing in

progress-import = Bringing in
import-read = { $file }: { $read ->
    [one] one part read.
   *[other] { $read } parts read.
}
import-counts = { $new } new · { $updated } newer copies · { $held } held already · { $unreadable } unreadable
import-unreadable = Part { $number } (byte { $offset }) could not be read: { $reason }. Its text is kept.
import-unreadable-more = { $count ->
    [one] One more part could not be read. It is kept too.
   *[other] { $count } more parts could not be read. They are kept too.
}
import-not-mapped = { $count ->
    [one] One entry of the document stands only in the document itself, which is kept:
   *[other] { $count } entries of the document stand only in the document itself, which is kept:
}
import-doubts = { $count ->
    [one] One value was not taken over, because it breaks the rules of its own format:
   *[other] { $count } values were not taken over, because they break the rules of their own format:
}
import-next = See it with “pocketchart list”. Take a file back with “pocketchart imports undo”.
imports-none = No file has been brought in.
imports-brought = { $new } new, { $updated } newer copies, { $unreadable } unreadable
imports-holds = holds
imports-undone = undone
imports-over = { $count } replaced or withdrawn since
imports-foreign = By a card or a link, as somebody else says it:
origin-none = from { $from }, with no signature: whoever made the link says it
origin-signed = from { $from }; the signature holds, but nobody vouches for who signed
origin-listed = from { $name } ({ $from }); the signature holds
origin-short-none = from { $from }, not signed
origin-short-signed = from { $from }, signed, nobody vouches for who signed
origin-short-listed = from { $name }, signed
imports-next = Take one back with “pocketchart imports undo ID”. What it brought stays visible as withdrawn.
undo-reason = The import of { $file } was undone
undo-done = { $file } is taken back. { $withdrawn ->
    [one] One statement is withdrawn, and stays visible as such.
   *[other] { $withdrawn } statements are withdrawn, and stay visible as such.
}
undo-put-back = { $count ->
    [one] In the place of one statement, the copy before it stands again.
   *[other] In the place of { $count } statements, the copies before them stand again.
}
undo-left = { $count ->
    [one] One statement of it was corrected or withdrawn since, and stays as it is.
   *[other] { $count } statements of it were corrected or withdrawn since, and stay as they are.
}
undo-next = Bring the file in once more, and they hold again.
undo-unknown = No import has this name.
undo-unknown-next = “pocketchart imports” lists them.
undo-nothing = Nothing of this import holds any more.
undo-nothing-next = Bring the file in once more if you want it back.
unreadable-syntax = it is not well-formed JSON
unreadable-truncated = the file ends in the middle of it
unreadable-too-deep = it is nested too deep
unreadable-too-large = it is larger than 16 MB
unreadable-duplicate-name = it says one name twice
unreadable-not-utf8 = its letters are not in UTF-8
unreadable-not-a-resource = it is no health data that we know
unreadable-trailing-text = something stands after the end
unreadable-other = it is not as it should be

import-io = The file could not be read.
import-io-next = Look whether the disk is in order, and try again.
import-not-json = This file is in no form that we can read: neither FHIR as JSON, nor a C-CDA document, nor HL7 v2 messages, nor rows of readings with headings, nor a picture, PDF or recording.
import-not-json-next = Ask for your data “as FHIR” or “as C-CDA”. Keep any other file with “pocketchart attach”.
import-empty = The file is empty.
import-empty-next = Look whether it was saved or sent in full.
import-cards-refused = What is on a card that does not hold, or cannot be checked, was not taken into your record.
import-link-recipient = This file holds a SMART Health Link. Nothing was asked yet: its sender is told who asks.
import-link-recipient-next = Say it with “--recipient NAME”, in words that the sender knows you by.
import-too-large = The file is one JSON document of more than 256 MB.
import-too-large-next = Ask for it as NDJSON, one resource a line. That may be of any size.
import-document-too-large = The document is larger than 16 MB.
import-document-too-large-next = Ask for it in several documents.
import-truncated = The file is cut off after { $at } bytes.
import-truncated-next = Fetch it once more: part of it is missing.
import-nothing-readable = Nothing in this file is health data that we can read.
import-nothing-readable-next = Ask for your data “as FHIR”. Keep any other file with “pocketchart attach”.
import-another-person = This file may be about somebody else: { $names }.
import-another-person-next = If it is about you, say so with --same-person.
import-several-people = This file is about several people: { $names }.
import-several-people-next = Ask for a file about you alone. If they are all you, say so with --same-person.
v2-not-v2 = This is no file of HL7 v2 messages: it does not begin with one.
v2-not-v2-next = Ask for your results “as HL7 v2” or “as FHIR”. Keep any other file with “pocketchart attach”.
v2-too-large = The file is larger than 64 MB.
v2-too-large-next = Ask for the messages in several files.
v2-merge = The file has a message that makes one patient of two. Nothing of it was taken in.
v2-merge-next = Ask for a file of your own results only, without messages about joined patients.
readings-too-large = The file is larger than 64 MB.
readings-too-large-next = Export a shorter time, and bring the files in one after the other.
readings-encoding = The letters of this file are in no character set that we know. Nothing of it was taken in.
readings-encoding-next = Save it once more as “CSV UTF-8”.
readings-unknown = No row of this file has headings of a date and a reading.
readings-unknown-next = Say which column has what, or export the readings anew with their headings.
readings-no-column = The file has no column “{ $column }”.
readings-no-column-next = Write the heading as it stands in the file.
readings-unit = In which unit are the numbers in the column “{ $column }”?
readings-unit-next = Look at the device, and say it with --unit, such as: --unit "Glucose=mg/dL".
readings-order = Which comes first in the column “{ $column }”: the day or the month?
readings-order-next = Look at a reading whose day you know, and say --day-first or --month-first.
readings-zone = The times in the column “{ $column }” do not say in which time zone they are.
readings-zone-next = Say in which time zone the device was, such as: --zone Europe/Vienna.
readings-comma = In the column “{ $column }”, does the comma stand before decimals or between thousands?
readings-comma-next = Look at a reading that you know, and say --decimal-comma or --thousands-comma.
apple-not-zip = This is no ZIP file, or it is damaged.
apple-not-zip-next = In Apple’s Health app choose “Export All Health Data”, and bring in the file “export.zip” as it is.
apple-not-health-data = This ZIP file has no export of Apple’s Health app.
apple-not-health-data-next = In the Health app choose “Export All Health Data”, and bring in the file “export.zip” as it is.
apple-not-xml = The export is damaged. Nothing of it was taken in.
apple-not-xml-next = Export it once more from the Health app.
apple-truncated = The export ends in the middle. Nothing of it was taken in.
apple-truncated-next = Fetch it once more: part of it is missing.
apple-element-too-large = The export has a part that is too large to be a record. Nothing of it was taken in.
apple-element-too-large-next = Export it once more from the Health app.
apple-io = The file could not be read to its end. Nothing of it was taken in.
apple-io-next = Look whether the disk is in order, and try again.
apple-stopped = The reading was stopped. Nothing of it was taken in.
apple-stopped-next = Bring the file in once more: it goes on where it stopped.
import-no-key = This device may not write in a section that the file has.
import-no-key-next = Bring it in on a device that may.
ccda-too-large = The document is larger than 64 MB.
ccda-too-large-next = Ask for it in parts, or keep it as a file with “pocketchart attach”.
ccda-encoding = The document's letters are written in a way that cannot be read.
ccda-encoding-next = Ask for it anew, in UTF-8. Keep this file with “pocketchart attach”.
ccda-doctype = The document asks to read other files as well. That can do harm, so it was not read.
ccda-doctype-next = Ask where it came from, and for a copy without a document type.
ccda-too-deep = The document is built in a way that no clinical document is.
ccda-too-deep-next = Ask where it came from. Keep the file with “pocketchart attach” if you need it.
ccda-not-xml = The document is damaged or cut off.
ccda-not-xml-next = Fetch it once more: part of it may be missing.
ccda-not-clinical-document = This file is XML, but no clinical document.
ccda-not-clinical-document-next = Ask for your data “as C-CDA” or “as FHIR”. Keep any other file with “pocketchart attach”.
ccda-no-patient = The document does not say whom it is about.
ccda-no-patient-next = Ask for it anew. Keep this file with “pocketchart attach”.
ccda-several-patients = The document is about several people.
ccda-several-patients-next = Ask for a document about you alone.
import-stopped = The import stopped half-way, after { $kept } parts were kept.
import-stopped-next = Bring the file in once more: it goes on where it stopped.


## Sections

section-profile = About you
section-allergies = Allergies
section-medications = Medicines
section-problems = Problems
section-immunizations = Vaccines
section-results = Results
section-vitals = Vital signs
section-procedures = Procedures
section-encounters = Visits
section-notes = Notes
section-documents = Documents
section-care-plan = Plans and goals
section-sensitive = Set apart
section-coverage = Insurance
section-check-ins = Check-ins
section-messages = Messages


## Lists

column-section = Section
column-count = Count
column-newest = Newest
column-remark = { "" }
column-type = To list
column-how-bad = How bad
column-state = State
column-what = What
column-value = Value
column-values = Values
column-since = Since
column-until = Until
column-when = When
column-said-by = Said by
column-id = Id
column-file = File
column-brought = Brought
column-code = Code
column-device = Device
column-owner = Whose

person-born = born { $date }
sections-next = Look into one with “pocketchart list allergies”.
nothing-recorded = nothing recorded
none-known = none known: said by { $who }, { $when }
remark-unreconciled = { $count ->
    [one] one statement disagrees with another
   *[other] { $count } statements disagree
}
remark-proposed = { $count ->
    [one] one change is proposed
   *[other] { $count } changes are proposed
}
list-count = { $count ->
    [one] 1 item
   *[other] { $count } items
}
list-part = { $count } of { $all } shown
list-first = { $count } shown, and there may be more
list-back-to = back to { $date }
list-since = since { $date }
list-empty = { $section }: { $empty }.
list-more = More with “--offset { $offset }”.
timeline-heading = Timeline
timeline-empty = Nothing happened in that time, as far as this record says.
search-heading = “{ $words }”
search-empty = Nothing has all of these words: { $words }.
known-on-heading = What this record knew at the end of { $day }
known-on-nothing = Nothing was recorded by then.

state-none-known = none known
state-unreconciled = disagree
state-retracted = withdrawn
state-replaced = replaced
state-proposed = proposed
what-unread = Text that could not be read
what-unnamed = Without a name ({ $kind })
who-you = you
who-unknown = somebody unknown
who-imported = a file
who-and-more = { $name } + { $more } more
span-from-to = { $from } to { $to }
span-until = until { $to }
range-at-least = at least { $low }
range-at-most = at most { $high }
fact-usual = usual: { $range }
severity-unstated = not said
item-rival = Two sources disagree. The other says: { $rival }
item-also-right = Another source says, and it was decided that both are right: { $rival }
item-set-aside = It was decided that this other statement is not right: { $rival }
item-proposals = { $count ->
    [one] A change is proposed.
   *[other] { $count } changes are proposed.
}
item-disputes = { $count ->
    [one] One statement disputes it.
   *[other] { $count } statements dispute it.
}
item-of-lost-device = Written by a device after it was reported lost. If it is right, confirm it.
item-not-here = The content is not here yet: it comes with the next sync.
item-probable = Perhaps the same as { $id }.

medicine-said = { $by }: { $said }
medicine-active = it is taken
medicine-on-hold = it is paused
medicine-planned = it is to be taken later
medicine-not-taken = it is not taken
medicine-given = one dose was given
medicine-unsaid = does not say whether it is taken
medicine-unsaid-brief = not said
medicine-filled = filled
medicine-filled-on = filled on { $date }
medicine-fill = fill: { $status }
medicine-fill-only = That it was handed out does not say that it is taken.
medicine-as-of = as of { $date }
medicine-as-of-unsaid = its source gives no date
medicine-as-of-recorded = as of { $date }, when it was written here
medicine-old = Last confirmed { $date }, more than a year ago. If you still take it: “pocketchart confirm { $id }”. If you are not sure, ask your doctor or pharmacist, and do not stop it by yourself.

field-section = Section
field-value = Value
field-usual = Usual
field-reaction = Reaction
field-severity = How bad
field-risk = Risk
field-dosage = How to take it
field-status = State
field-certainty = How sure
field-when = When
field-code = Code
field-note = Note
field-id = Id
field-said-by = Said by
field-came-from = Came
source-imported = { $by }, brought in { $at }, not signed by its source
source-imported-signed = { $by }, brought in { $at }
source-typed = { $by }, typed in { $at }, signed by this record

detail-disputes = Who disagrees
detail-confirmations = Who agrees
detail-replaced-by = What took its place
detail-proposals = What others propose
detail-history = { $count ->
    [one] History: one entry
   *[other] History: { $count } entries, oldest first
}
detail-content = Its content, { $size } of { $kind }, byte for byte as it came: add --content.
remark = { $at }: { $act } by { $who }
remark-on-device = { $at }: { $act } by { $who } on { $device }
act-state = entered
act-speak = remarked
act-correct = corrected
act-retract = withdrawn
act-confirm = confirmed
act-dispute = disputed
act-resolve = settled

trends-heading = { $count ->
    [one] One thing was measured.
   *[other] { $count } things were measured.
}
trends-next = “pocketchart trends NAME” shows one in full; --plot FILE.svg or FILE.png draws it.
trends-pressure-week = Blood pressure, { $from } to { $to }: mean { $systolic } over { $diastolic } mmHg, of { $count } readings.
trends-pressure-part = { $when }: mean { $systolic } over { $diastolic } mmHg, of { $count } readings.
trends-pressure-morning = In the morning
trends-pressure-evening = In the evening
trends-pressure-few = The guideline asks for more readings before the mean says much.
trends-glucose-weeks = Glucose, { $from } to { $to }: mean { $mean }, of { $count } readings on { $days } days.
trends-glucose-shares = Of the readings { $inside } per cent are in the target range, { $below } below and { $above } above.
trends-glucose-index = Glucose management indicator: { $index } per cent.
trends-plot-one = A picture shows one thing at a time.
trends-plot-one-next = Name one of these, by its code or by all words of its name.
plot-file-kind = { $file } is not named as a picture that can be drawn.
plot-file-kind-next = Let its name end in .svg or .png.
plot-written = The picture is in { $file }.
plot-nothing = There is no value to draw.
plot-nothing-next = “pocketchart trends” shows what was measured.

column-curve = Curve
column-heads = Trend
column-written = As written
column-age = Age
column-percentile = Percentile

trend-span = { $count ->
    [one] One value, { $from }
   *[other] { $count } values, { $from } to { $to }
}
trend-point = { $label }: { $value }, { $when }
trend-lowest = lowest
trend-highest = highest
trend-latest = latest
trend-before = the one before
trend-newest-drawn = The curve shows the latest { $count } values.
trend-rising = Rising about { $slope } { $time }.
trend-falling = Falling about { $slope } { $time }.
trend-rising-little = Rising a little.
trend-falling-little = Falling a little.
trend-unclear = No clear direction.
trend-too-few = Where it heads cannot be told: that takes exact values on three days.
trend-word-rising = rising
trend-word-falling = falling
trend-word-unclear = unclear
trend-word-too-few = too few
trend-time-day = a day
trend-time-week = a week
trend-time-month = a month
trend-time-year = a year
trend-change = Change since the one before: { $change }
trend-change-percent = Change since the one before: { $change }, which is { $percent } per cent
trend-in-range = { $inside } of { $count } values are within their range.
trend-range-own = Usual, as it came with the latest value: { $range }
trend-range-laboratory = The laboratory says of each value whether it is usual, and gives no limits.
trend-range-typical = Usual for a typical adult: { $range }. Your laboratory's range may differ.
trend-range-none = We know no usual range for it.
trend-edition = { $source } Edition: { $edition }.
trend-bounds = { $count ->
    [one] One value is only known to be above or below a number. It is drawn, and left out of the direction.
   *[other] { $count } values are only known to be above or below a number. They are drawn, and left out of the direction.
}
trend-outliers = { $count ->
    [one] One value stands out among the others (○). It is kept, and hardly changes the direction.
   *[other] { $count } values stand out among the others (○). They are kept, and hardly change the direction.
}
trend-stands-out = ○ stands out
trend-sources = { $count } sources
trend-perhaps-twice = perhaps told twice
trend-converted = Some values came in other units. They were converted; each stands below as it was written, too.
trend-left-out = { $count ->
    [one] One value is not in the curve:
   *[other] { $count } values are not in the curve:
}
trend-left-implausible = { $value }, { $when }: it can hardly be right. Look whether number and unit were written down right.
trend-left-repeated = { $value }, { $when }: another entry says the same of the same moment.
trend-method = Slope by Theil and Sen, direction by Mann and Kendall, of { $days } days.

plot-title = { $what }, { $from } to { $to }
plot-title-once = { $what }, { $when }
plot-value = a value
plot-outlier = a value that stands out
plot-below = less than this
plot-above = more than this
plot-line = where the values head
plot-own = the range that came with the values
plot-typical = typical adult range, not your laboratory's
plot-curves = of 100 children of the same age and sex, so many are below the line
plot-age-months = Age in months
plot-age-years = Age in years
plot-length = Length in cm
plot-child = this child

read-no-such-entry = There is no entry of this id.
read-no-such-entry-next = Lists show ids in their last column: “pocketchart list allergies”.
read-ambiguous = Several entries begin with these letters.
read-ambiguous-next = Type more letters of the one you mean.
read-not-a-day = This is not a day.
read-not-a-day-next = Write it as year, month, day: 2026-03-09.
read-no-such-series = Nothing of this name or code was measured.
read-no-such-series-next = “pocketchart trends” shows what there is.


## Codes in words

severity-mild = mild
severity-moderate = moderate
severity-severe = severe
criticality-low = low risk
criticality-high = high risk
criticality-unable-to-assess = nobody can say
verification-unconfirmed = not confirmed
verification-provisional = for the time being
verification-differential = one of several possibilities
verification-confirmed = confirmed
verification-refuted = ruled out
verification-entered-in-error = entered by mistake
status-active = now
status-recurrence = came back
status-relapse = came back
status-inactive = not now
status-remission = in remission
status-resolved = over
status-completed = done
status-stopped = stopped
status-on-hold = paused
status-intended = planned
status-not-taken = never taken
status-not-done = not done
status-unknown = not known
status-entered-in-error = entered by mistake
status-cancelled = called off
status-finished = over
status-planned = planned
status-in-progress = going on
status-final = final
status-preliminary = not final
status-amended = changed
status-corrected = corrected
status-current = current
status-superseded = replaced
flag-h = high
flag-hh = very high
flag-l = low
flag-ll = very low
flag-n = in range
flag-neg = negative
flag-pos = positive
flag-a = not usual
flag-aa = far from usual


## Saying things

add-done = Added:
correct-done = Corrected. What it said before stays in its history.
resolve-done = Settled. All statements stay in its history.
retract-done = is withdrawn. It stays in the history.
dispute-done = is disputed. It still stands, with your doubt beside it.
confirm-done = is confirmed.
act-next = See it with “pocketchart item { $id }”.
ask-retract = Withdraw “{ $what }” as entered by mistake? It stays in the history.
resolve-choose = Which one is right?
reconcile-open = { $count ->
    [0] Nothing is open: where several sources speak of one thing, they agree.
    [one] One pair of statements is open.
   *[other] { $count } pairs of statements are open.
}
reconcile-contradiction = these disagree about one thing
reconcile-probable = perhaps one thing
reconcile-next = Say what holds, with the letters at the end of the lines: “pocketchart reconcile same A B”, “different A B”, “right A B” (A is right), or “both A B”. If you are not sure, leave it and ask your doctor or pharmacist: nothing is joined meanwhile.
reconcile-decided = { $count ->
    [one] One decision:
   *[other] { $count } decisions:
}
reconcile-same = One thing:
reconcile-different = Two things:
reconcile-right = One thing, and the first is right:
reconcile-both = One thing, and both are right:
reconcile-by = { $by }, { $at }
reconcile-not-yours = It changes nothing: only you, or who manages this section for you, can decide that.
reconcile-undo = Nothing was deleted. To take it back: “pocketchart reconcile undo { $id }”.
reconcile-undone = The decision is taken back: the two are as open as before.
reconcile-nothing = Nothing was joined and nothing decided: there is nothing to tell others.
reconcile-nothing-next = “pocketchart export” writes what the record holds.
reconcile-none = There is no such decision, or it was taken back or replaced before.
reconcile-none-next = “pocketchart reconcile” shows the decisions that hold.
ask-which = A number from 1 to { $count }, or nothing to leave it:
resolve-which = Somebody has to say which statement is right.
resolve-which-next = Say --keep ID or --withdraw, or type what is right: “pocketchart resolve ID medicine NAME”.
attach-done = { $name } is kept: { $size }, id { $id }.
file-other-than-called = By its name this is { $called }, but what is in it is { $kind }. It is kept as what is in it.
file-not-as-called = By its name this is { $kind }, but what is in it is something else. It is kept as it is: it may not open.
file-made = It says of itself that it was made on { $made }.
file-lasts = The recording lasts { $minutes } min { $seconds } s.
file-searchable = “pocketchart search” finds its words.
file-not-searchable = Its words cannot be searched: they are a picture, locked, or damaged. It is kept all the same.
file-has-place = The place where it was taken is in this picture.
file-has-place-next = Whoever you give the picture learns the place. Your camera's settings can leave it out.

correct-other-kind = This entry is of another kind: { $kind }.
correct-other-kind-next = “pocketchart correct --help” lists the kinds.
draft-number = “{ $text }” is not a number.
draft-number-next = Write digits with a point, such as 7.2.
draft-code = “{ $text }” is not a code with its system.
draft-code-next = Write it as snomed:91936005, loinc:4548-4, or ADDRESS|CODE.
draft-empty = { $field ->
    [manifestation] How bad it was can only be said of a reaction.
    [name] The name is empty.
    [value] The value is empty.
    [code] The name of the thing is empty.
    [unit] The unit is empty.
    [title] The title is empty.
    [text] The text is empty.
    [dosage] How to take it is empty.
    [attachment] The file is empty.
   *[other] Something is left empty ({ $field }).
}
draft-empty-next = Type it, and try again.
draft-date = { $field ->
    [birthDate] The birth date is not a date.
   *[other] This is not a date ({ $field }).
}
draft-date-next = Write it as 2026-03-09, 2026-03 or 2026.
draft-backwards = The end is before the beginning.
draft-backwards-next = Look at the two dates.
draft-ended-yet-active = It has an end, and is said to go on.
draft-ended-yet-active-next = Leave out --until, or say another --status.
draft-refused = This cannot be written as it is.
draft-refused-next = Look at what you typed, and try again.
vaccine-when = When was it given?
vaccine-when-next = Say --when with a date, or with words such as “as a child”.
note-unreadable = The note could not be read.
note-unreadable-next = It must be text of at most 1 MB.

edit-no-such-entry = There is no entry of this id.
edit-no-such-entry-next = Lists show ids in their last column: “pocketchart list allergies”.
edit-not-current = This entry was replaced or withdrawn before.
edit-not-current-next = “pocketchart item ID” shows what took its place.
edit-unreconciled = Other statements contradict this one.
edit-unreconciled-next = Settle them together with “pocketchart resolve ID”.
edit-nothing-to-settle = There is only one statement here, so nothing is to be settled.
edit-nothing-to-settle-next = Name the other one by --with ID, or use “pocketchart correct”.
edit-other-section = These do not belong to one section.
edit-other-section-next = “pocketchart correct --help” lists the kinds.
edit-too-large = This is too long to be kept.
edit-too-large-next = Make it shorter, or keep it as a file with “pocketchart attach”.
edit-not-here = The content has not come from your other device yet.
edit-not-here-next = Sync with that device first.
edit-no-key = This device may not write in that section.
edit-no-key-next = Do it on a device that may.
attach-too-large = The file is larger than 16 MB.
attach-too-large-next = Make it smaller, or split it.
attach-empty = The file is empty.
attach-empty-next = Look whether it was saved in full.
extract-no-file = This entry holds no file.
extract-no-file-next = “pocketchart list documents” shows those that do.
extract-elsewhere = The file is not in the record: only its address is known.
extract-elsewhere-next = “pocketchart item ID --content” shows the address.


## Leaving, and copies elsewhere

progress-export = Writing
export-done = { $file }: { $resources ->
    [one] one resource
   *[other] { $resources } resources
}, { $size }.
export-missing = { $count ->
    [one] The content of one entry is not here yet, so it is not in the file.
   *[other] The content of { $count } entries is not here yet, so they are not in the file.
}
export-unsealed = This file is not sealed: whoever has it can read it.
pdf-done = { $file }: { $count ->
    [one] one statement
   *[other] { $count } statements
} to print, { $size }.
extract-title = Health record
extract-made = Printed { $when }.
extract-honest = This is what the person's own record says, from the sources that are named. It is not signed. Words in bold must not be overlooked.
summary-done = { $file }: { $count ->
    [one] one statement
   *[other] { $count } statements
} that other systems can read, { $size }.
summary-line = { $section }: { $count }
summary-older = Of results and vital signs the newest of each kind is there; { $count } older ones are not.
summary-left-out = { $count ->
    [one] One entry has
   *[other] { $count } entries have
} no place in a summary.
summary-patient = What the record says of who you are cannot be read.
summary-patient-next = Add it: “pocketchart add profile”.
export-full = The disk is full.
export-full-next = Make room, or write to another disk.
export-io = The file could not be written.
export-io-next = Look whether the disk is in order, and try again.
backup-done = { $file }: { $size }, sealed. Only your 24 words open it.
backup-next = Keep it somewhere else than this device.
backup-io = The backup could not be written.
backup-io-next = Look whether the disk is in order, and try again.
backup-no-recovery = This record has no words that could open a backup.
backup-no-recovery-next = Make the backup on a device of the person whose record it is.
ask-new-words = Make new words? The old ones then speak for you no more, and there is no way back.
new-words-done = The new words are the words of your record. Destroy the paper with the old ones.
new-words-backup = Make a new backup now: older ones open with the old words only, and bring back what was written until then.
new-words-next = Bring your other devices up to date. To add or take out devices there, type the new words once: “pocketchart recover use-words”.
use-words-done = This device can add, renew and take out devices again.
words-alarm = Somebody made other words for your record with the old ones, on “{ $device }”, on { $date }. They have no effect here. Compare your devices, and take out those that are not yours.
words-unanswered = New words have no way back, and nobody is there to say yes.
words-unanswered-next = Say --no-way-back.
words-declined = The words stay as they are.
words-declined-next = Make new ones when somebody may have seen the old ones.
words-no-identity = This device may not change the words.
words-no-identity-next = Do it on the device that made the last new words, or type those here: “pocketchart recover use-words”.
words-other = These are not the newest words of this record.
words-other-next = Look at the newest paper. Bring this device up to date first if the words are new.
restore-io = The backup could not be read.
restore-io-next = Look whether the disk is in order, and try again.
restore-not-a-backup = This file is not a backup of Pocketchart.
restore-not-a-backup-next = Bring in FHIR files with “pocketchart import”.
restore-newer = The backup was written by a newer version of Pocketchart.
restore-newer-next = Install the newest version.
restore-wrong-words = These words belong to another record.
restore-wrong-words-next = Look at the paper: each record has its own 24 words.
backup-at-relay = The whole record lies sealed at { $address }: { $size }
backup-at-relay-next = With the 24 words a new device brings it back: “pocketchart recover from-relay { $address }”. Do it again from time to time.
backup-no-identity = This device does not hold the identity key, which finds your vault at the relay.
backup-no-identity-next = Do it on the device where the record was made, or that was paired with it.
backup-too-long = The record is longer than a vault at a relay holds.
backup-too-long-next = Write it to a file instead: “pocketchart backup --out FILE”.
restore-snapshot = As it was at { $made }. What was added later was not at the relay. { $others ->
    [0] {""}
    [one] What another device had left there came back too.
   *[other] What { $others } other devices had left there came back too.
}
restore-snapshot-unreadable = { $count ->
    [one] One more snapshot could not be read to its end. It is still at the relay.
   *[other] { $count } more snapshots could not be read to their end. They are still at the relay.
}
restore-nothing-there = This relay has nothing whole that these words find.
restore-nothing-there-next = Look at the address and at the words. After new words, take the new ones. A backup file opens with “pocketchart restore”.
restore-damaged = The backup is damaged or cut off.
restore-damaged-next = Use another copy of it, or an older backup.


## The record's health

rebuild-done = Everything was made anew from the signed log: { $entries } entries.
verify-counts = Looked at { $rows } rows, { $changes } signed changes and { $entries } entries.
verify-clean = All signatures, chains and contents are right.
verify-faults = { $count ->
    [one] One thing is wrong.
   *[other] { $count } things are wrong.
}
verify-next = Do not go on with this copy. Bring the record back from a backup, or from another device.
fault-store = The file is damaged, or somebody changed it:
fault-signature = A signature is wrong:
fault-chain = A change is missing, or out of place:
fault-content = A content does not open:
fault-document = A part does not follow from its log:
fault-views = The lists do not follow from the log. “pocketchart rebuild” makes them anew.
fault-other = Something else is wrong.
erase-warning = This removes the record from this device for good. Only a backup, or another device, brings it back.
ask-erase = Type the name of the record ({ $name }) to erase it:
erase-unnamed = Erasing needs the name of the record.
erase-unnamed-next = Say --erase-record { $name }. There is no way back.
erase-other-name = The record has another name: { $name }.
erase-other-name-next = Look whether this is the record you mean.
erase-done = The record { $name } is erased from this device.
man-done = The pages are in { $folder }.


## Devices

devices-heading = { $count ->
    [one] One device may write in this record.
   *[other] { $count } devices may write in this record.
}
device-this = this one
device-lost = lost since { $date }
device-expired = not used for long: renew it
renew-done = “{ $name }” is one of your devices until { $date }.
renew-next = The others learn of it when they meet this one.
introduce-code = Show this to your other device, or send it: nothing in it is secret.
introduce-next = There: “pocketchart devices meet CODE”. Then both can sync.
meet-done = “{ $name }” is one of your devices since { $date }. Was that you? If not: “pocketchart devices lost”.
meet-next = Bring both up to date: “pocketchart sync”.
meet-no-code = That is not the code of a device.
meet-no-code-next = On the other device: “pocketchart devices introduce”.
meet-not-own = That device is this one, or is none of yours as far as is known here.
meet-not-own-next = After new words: “pocketchart recover use-words” on this device first. A device of somebody else is paired or let in.
meet-lost = That device was reported lost.
meet-lost-next = A lost device that is found is erased and paired anew.
renew-no-identity = This device may not renew others.
renew-no-identity-next = Do it on one of your own devices.
renew-not-own = That device was reported lost, or is none of yours.
renew-not-own-next = “pocketchart devices” shows them. A lost one that is found is paired anew.
ask-lost = Is “{ $name }” lost? It can come back only as a new device.
lost-done = “{ $name }” is taken out. It gets no new key, and your devices do not talk to it any more.
lost-next = What it could read until now it can read for ever. Bring your other devices up to date, so that they know.
lost-unanswered = Taking out “{ $name }” has no way back, and nobody is there to say that it is lost.
lost-unanswered-next = Say --no-way-back.
lost-declined = The device was not taken out.
lost-declined-next = It stays one of your devices.
lost-no-identity = This device may not take others out.
lost-no-identity-next = Do it on one of your own devices.
lost-not-others = That is this device, or none of yours.
lost-not-others-next = “pocketchart devices” shows them.
pair-show = On the other device, type “pocketchart pair join” and paste this code:
pair-waiting = Waiting for the other device. The code is good once, for ten minutes.
pair-asks = “{ $name }” wants to become your device.
pair-digits = Digits on this screen: { $digits }
ask-same-digits = Does the other screen show the same digits?
pair-done = { $name } is now your device.
pair-next = Bring it up to date: “pocketchart sync listen” here, “pocketchart sync connect ADDRESS” there.
ask-code = Paste the code from the other device:
join-done = This device now belongs to your record. It is kept in { $folder }, and still empty.
join-next = Fill it: “pocketchart sync listen” on the other device, “pocketchart sync connect ADDRESS” here.
code-needed = The code of the other device is needed, and nobody is there to paste it.
code-needed-next = Give it as an argument or by --code-fd.
code-nowhere = With --json the code needs a way out of its own.
code-nowhere-next = Say --code-fd N.
listen-failed = Nobody can be waited for at { $address }.
listen-failed-next = Choose another port: perhaps a program has this one already.
pair-not-a-code = This is not a code of Pocketchart for pairing.
pair-not-a-code-next = Copy the whole line that begins with “pocketchart:/”.
pair-code-newer = The code was made by a newer version of Pocketchart.
pair-code-newer-next = Install the newest version on both devices.
pair-code-damaged = Part of the code is missing or wrong.
pair-code-damaged-next = Copy the whole line that begins with “pocketchart:/”.
pair-declined = The two devices were not paired: somebody said no.
pair-declined-next = If the digits differed, do not try again on this network.
pair-no-identity = This device cannot add others.
pair-no-identity-next = Do it on the device where the record was made or brought back.

## Grants

grant-show = Show this code to whoever shall see these parts of your record:
grant-written = The code is in { $file } ({ $size }).
grant-made = Grant { $grant }, until { $until }, for { $uses ->
    [one] one who redeems it
   *[other] { $uses } who redeem it
}:
grant-next = Now wait for them: “pocketchart serve”. End it at any time: “pocketchart revoke”.
grant-delegable = Who redeems it may let in one other, for a part of it. You are asked then, too.
grant-via = { $who }, by the word of { $by }
may-line = { $section }: { $what }
may-extract = a copy of what holds
may-read = read all of it, with its history
may-read-later = and what you add later
may-append = add to it
grants-none = Nothing is opened to anybody.
grant-not-yet = not yet
grant-open = open
grant-used-up = all uses taken
grant-expired = over
grant-revoked = ended by you
grant-closed = closed: too many tries
grant-ended = Grant { $grant } has ended. Nobody gets anything by it any more.
grant-ends-later = Grant { $grant } has ended here. At the relay it ends when this device reaches it (“pocketchart mailbox”), at the latest at { $until }.
grant-ends-at-its-device = Grant { $grant } has ended here. Where it is redeemed, at another device of yours, it ends when that one hears of it (“pocketchart mailbox” there), at the latest at { $until }.
grant-of-device = { $what } (made on “{ $device }”)
grants-unmet = The relay does not answer: what your other devices made may be missing here.
grant-next-at-relay = The relay gives this to whoever has the code and the passcode, also while this device is off. Tell the passcode on another way than the code. “pocketchart mailbox” shows who took it, and takes in what they write.
relay-listens = The relay listens on { $address }
relay-serves-page = This relay serves the emergency page too. Who serves a page can read all that is opened with it. Better let somebody else serve it, from a name of its own.
relay-is-blind = It stores and forwards what it cannot read. Stop it with Ctrl-C.
clinic-listens = The desk of { $name } listens on { $address }
clinic-certifies = The desk certifies itself. A browser trusts it once it has the certificate of { $address }. Compare the fingerprint (SHA-256) that it shows there with this one:
clinic-authority = The desk could not certify itself.
clinic-authority-next = Look at the folder of --data: its file “authority” has to be this desk’s own. Without that file a new certificate is made, which every browser has to be given again.
clinic-authority-names = The desk certifies itself under a name, and none was given.
clinic-authority-names-next = Give --host a name under which browsers reach it, such as desk.lakeside.example.
clinic-setup = Open the desk’s address in a browser, and make the first administrator’s account there with this secret. It is shown once, and good until the desk stops:
clinic-words = Write these 24 words down, and keep them where you keep what must not be lost. They bring the clinic’s identity back, by which patients know it. They are shown once:
clinic-stop = Stop it with Ctrl-C.
relay-used = This device uses the relay { $address }
relay-unused = This device uses no relay.
mailbox-nothing = Nothing new.
mailbox-emergency = “{ $name }” ({ $words }) used your emergency code { $grant } at { $at } and says: “{ $reason }”. They get the copy at { $ready }.
mailbox-emergency-next = If that is not right, stop it before: “pocketchart break-glass stop”.
mailbox-emergency-stopped = “{ $name }” ({ $words }) used your emergency code { $grant } and says: “{ $reason }”. It was stopped: they got nothing.
mailbox-taken = “{ $name }” ({ $words }) took grant { $grant } at { $at }, as the relay reports.
mailbox-let-in = “{ $name }” ({ $words }) is let in by grant { $grant }.
mailbox-let-in-ended = “{ $name }” ({ $words }) took grant { $grant } before you ended it. What they write waits for you: “pocketchart waiting”.
mailbox-not-let-in = “{ $name }” ({ $words }) is not let in by grant { $grant }: { $why }
mailbox-altered = What lies at the relay in the name of “{ $name }” ({ $words }), for grant { $grant }, is not by them or was altered. They are not let in.
mailbox-unread = The letters at the relay could not be fetched, and stay there. “pocketchart sync letters” says why.
mailbox-ended = The relay ended grant { $grant }.
mailbox-unasked = The relay could not be asked about grant { $grant }. What it holds ends at { $until }.
deletion-said = “{ $name }” says that they deleted what you shared by grant { $grant }, on { $at }: { $cause }.
deletion-word = That is their word, not a proof: what was on a screen can be copied.
deletion-time-is-over = the time that you chose was over
deletion-closed = they needed it no more
deletion-withdrawn = you ended it
grant-ended-told = A clinic’s desk that has it hears of it when this device waits (“pocketchart serve”) and the desk calls. Then it deletes it, and says so. A desk that never reaches this device keeps it until { $until }.
grant-ended-kept = What was read by it can be kept. What they still bring waits for your yes.
column-who = Who
grant-nothing = No section was named, so nothing would be opened.
grant-nothing-next = Name sections: “pocketchart grant allergies medications”.
grant-window = A grant lasts from one minute to 30 days, in an emergency 72 hours, and has at least one use. A standing emergency code lasts a year at most, for 5 people at most, and has a name of 64 bytes at most.
grant-window-next = Choose a shorter time with --for.
grant-short-passcode = The passcode is too short.
grant-short-passcode-next = Take at least 6 characters.
grant-address = The addresses do not fit into a code.
grant-address-next = Give one or two with --address IP:PORT.
grant-unknown = There is no such grant here.
grant-unknown-next = “pocketchart grants” lists them.
clinic-no-start = The desk could not listen there, or could not use a file that was named.
clinic-no-start-next = Choose another address with --listen, and look at the folder of --data and at the files of the certificate.
clinic-in-the-clear = Beyond this machine the desk listens only with a certificate: what it answers is about patients.
clinic-in-the-clear-next = Give --tls-cert and --tls-key, or --own-certificate. Or listen on 127.0.0.1, with a proxy in front and --behind-proxy.
clinic-store = The desk’s store cannot be opened.
clinic-store-next = Look at the folder of --data: it must be there whole, and no newer version may have written it.
clinic-key = The key of the desk’s store is missing, or is no key.
clinic-key-next = Without the file “key” of the folder nothing in it can be read. Bring it back from where you keep a copy.
clinic-key-open = Others on this machine may read the key of the desk’s store.
clinic-key-open-next = Only the owner may: chmod 600 on the file “key” in the folder. If somebody may have read it, end what is shared.
desk-sign-in = You are not signed in, or were signed out after a while without work.
desk-sign-in-next = Sign in.
desk-wrong-password = Name and password do not belong together.
desk-wrong-password-next = Try again. After five wrong passwords the name is locked for a quarter of an hour.
desk-locked = Too many wrong passwords were given for this name. It is locked for { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
} more.
desk-locked-next = Wait, or ask an administrator for a new password.
desk-passkey-place = Browsers have passkeys only for a desk that is called by a name over https, or by “localhost” on its own machine.
desk-passkey-place-next = Call the desk by such a name, or sign in with your password. Whoever runs the desk gives it a name with --host and a certificate.
desk-passkey-over = This took longer than five minutes, was answered already, or belongs to another window.
desk-passkey-over-next = Begin anew.
desk-passkey-wrong = This passkey does not open the desk: it was removed, belongs to somebody else, or does not show that it is you.
desk-passkey-wrong-next = Try another passkey, or your password. An administrator can tell what you may sign in with.
desk-passkey-counter = This passkey counts behind what it had counted before: there may be a copy of it.
desk-passkey-counter-next = Sign in another way, remove this passkey, and tell an administrator. It stands in the log.
desk-passkey-unfit = What your device made is no passkey that the desk can use.
desk-passkey-unfit-next = Try another device. It has to ask for a number, a finger or a face.
desk-passkey-known = This passkey is there already.
desk-passkey-known-next = It can be used as it is.
desk-passkey-many = Ten passkeys are as many as an account may have.
desk-passkey-many-next = Remove one that you do not use.
desk-passkey-unknown = You have no such passkey.
desk-passkey-unknown-next = Look at your passkeys anew: it may have been removed.
desk-passkey-last = This is your last passkey, and this clinic requires one.
desk-passkey-last-next = Make another one first.
desk-passkey-required = This clinic requires a passkey: a password alone is not enough.
desk-passkey-required-next = Use your passkey. If you lost it or never had one, ask an administrator for a new first password.
desk-passkey-own-first = Whoever requires passkeys has to be signed in with one.
desk-passkey-own-first-next = Make a passkey of your own, sign in with it, and try again.
desk-add-passkey = This clinic requires a passkey, and this session has none.
desk-add-passkey-next = Make a passkey first, or sign in with the one that you have.
desk-wrong-secret = That is not the secret that the desk showed when it started, or the first account is there already.
desk-wrong-secret-next = Start the desk anew: it shows a new secret as long as there is no account.
desk-login-taken = Somebody signs in with this name already.
desk-login-taken-next = Choose another.
desk-name-bad = A name has 1 to 100 characters.
desk-name-bad-next = Choose another.
desk-second-needed = In an emergency one person alone does not open a chart.
desk-second-needed-next = Call a colleague who works with patients: the front desk or a clinician, but neither an administrator nor yourself. They type their own name and password here, or use their passkey. Nothing was asked of the patient’s record yet.
desk-second-unfit = This person cannot stand by this emergency.
desk-second-unfit-next = It has to be another person, who works with patients here and has chosen their own password.
desk-password-bad = A password has at least 12 characters, is none that is guessed first, and the name is no part of it.
desk-password-bad-next = Choose another: several words that nobody would guess are good.
desk-account-unknown = There is no such account.
desk-account-unknown-next = Look at the list of accounts.
desk-last-administrator = Somebody has to be left who manages accounts.
desk-last-administrator-next = Make another administrator first.
desk-change-password = Somebody else chose your password.
desk-change-password-next = Choose one of your own first.
desk-not-for-role = Your role may not do this.
desk-not-for-role-next = Ask somebody whose role it is, or an administrator. That you asked stands in the log.
desk-forged = This did not come from a page of the desk.
desk-forged-next = Load the page anew, and try again.
desk-origin = This came from a page of somewhere else.
desk-origin-next = Open the desk by its own address.
desk-host = The desk was called by a name that it does not know.
desk-host-next = Open it by its address, or start it with --host and this name.
desk-not-here = Nothing is here.
desk-not-here-next = Go back to the list.
desk-wrong-method = This cannot be done here.
desk-wrong-method-next = Go back to the list.
desk-malformed = The desk did not understand the request.
desk-malformed-next = Load the page anew, and try again.
desk-too-long = That is more than the desk takes at once.
desk-too-long-next = Send less.
desk-type = The desk does not read this type of content.
desk-type-next = Send JSON, or a picture as PNG.
desk-wait = Too much was asked at once.
desk-wait-next = Wait a minute, and try again.
desk-no-chart = No patient opened a chart of this name here.
desk-no-chart-next = Scan the patient’s code.
desk-chart-ended = The patient’s time is over, the patient ended it, or the chart was closed: what was shared is deleted, with its keys.
desk-chart-ended-next = If you need it, ask the patient for a new code. The receipt says what was open, and until when.
desk-store-failed = The desk’s store does not answer. Nothing was changed.
desk-store-failed-next = Try again. If it stays so, ask who runs the desk whether the disk is full.
desk-broken = The desk made a mistake. Nothing was changed.
desk-broken-next = Try again, and tell who runs the desk.
desk-bridge-not-set = The desk is not connected to a system of the clinic’s own, or to another one than was meant.
desk-bridge-not-set-next = Ask an administrator to set it.
desk-bridge-address = Only addresses that begin with https are asked, and none that leads away from the server that was set.
desk-bridge-address-next = Look at the address again. In the open only a server on this machine itself is asked.
desk-bridge-not-fhir = What the clinic’s own system answered is not what it should be.
desk-bridge-not-fhir-next = Ask an administrator whether this is the address of its FHIR interface.
desk-bridge-unreachable = The clinic’s own system cannot be reached. Nothing is lost: what waits to be written there is tried again.
desk-bridge-unreachable-next = Try again later. If it stays so, tell who runs that system.
desk-bridge-untrusted = The clinic’s own system shows a certificate of no known authority, of another name, or out of date. Nothing was sent there.
desk-bridge-untrusted-next = If the clinic has an authority of its own, an administrator gives its certificate under “Clinic’s system”. Otherwise ask who runs that system.
desk-bridge-authority = That is not the certificate of an authority in PEM, or a private key stands beside it. It was not kept.
desk-bridge-authority-next = Ask who runs that system for the certificate of its authority alone, without any key, and paste all of it.
desk-bridge-key = That is no RSA key of 2,048 to 4,096 bits in PEM (PKCS#8), or it is encrypted. It was not kept.
desk-bridge-key-next = Make one with “openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072”, and paste what it writes.
desk-bridge-busy = The clinic’s own system is busy. Nothing is lost: what waits to be written there is tried again.
desk-bridge-busy-next = Try again in a minute.
desk-bridge-not-let-in = The clinic’s own system does not let the desk in.
desk-bridge-not-let-in-next = Ask an administrator to look at the name, the password or the key, and at what the desk is allowed there.
desk-bridge-no-key = The desk has no key yet by which another system could know it.
desk-bridge-no-key-next = Show the desk’s keys under “Clinic’s system”, register them there, and try again.
desk-bridge-key-not-taken = The clinic’s own system does not say that it takes a key such as the desk’s.
desk-bridge-key-not-taken-next = If it takes keys for RS384 alone, give the desk one under “Clinic’s system”. Otherwise use a name and a password, or ask who runs that system.
desk-bridge-version = The clinic’s own system speaks another version of FHIR than R4 (4.0.1).
desk-bridge-version-next = Ask who runs it for the address of its FHIR R4 interface.
desk-bridge-no-profile = The patient did not open their profile, so nobody can be looked for in the clinic’s own system.
desk-bridge-no-profile-next = Ask the patient to open their profile, too.
desk-bridge-no-patient = The clinic’s own system has no such patient.
desk-bridge-no-patient-next = Look for the patient again.
desk-bridge-not-alike = Too little speaks for it that this is the same person: an identifier must be the same, or birth date and name.
desk-bridge-not-alike-next = Choose somebody else, or have a new patient made. If it is the same person, correct the birth date or the name first where it is wrong.
desk-bridge-taken = The chart of another patient belongs to this patient of the clinic’s own system.
desk-bridge-taken-next = Look at both with care. If it is one person with two records, confirm it all the same.
desk-bridge-exists = Somebody is there who may be the same person.
desk-bridge-exists-next = Look at who was found. If it is somebody else, have a new patient made all the same.
desk-bridge-not-linked = Nobody has said yet which patient of the clinic’s own system this is.
desk-bridge-not-linked-next = Look for the patient there, and confirm who it is.
desk-bridge-other-birth-date = The answer says another birth date than the patient of the clinic’s own system has. Nothing was sent.
desk-bridge-other-birth-date-next = Ask the patient for the birth date, and find out whose answer it is. If it is of somebody else, make them a new check-in.
desk-bridge-other-patient = Another patient of the clinic’s own system was chosen meanwhile, or none is. Nothing was sent.
desk-bridge-other-patient-next = Load the page anew, and look for whom it would be written.
desk-bridge-entry = { $number ->
        [0] Nothing was chosen, or more than 100 entries at once. None was written.
       *[other] Entry { $number } of those that were chosen cannot be written to the clinic’s own system. None was.
    }
desk-bridge-entry-next = Leave it out, or enter it there by hand. What is disputed or contradicts itself has to be settled first.
desk-bridge-not-offered = The clinic’s own system offers no way to write this safely.
desk-bridge-not-offered-next = Enter it there by hand.
desk-bridge-no-message = Nothing of this name is or was written to the clinic’s own system.
desk-bridge-no-message-next = Go back to the list.
desk-bridge-decided = There is nothing to decide here, or something else stands there meanwhile.
desk-bridge-decided-next = Load the page anew, and look again.
desk-bridge-refused = The clinic’s own system refused.
desk-bridge-refused-next = Ask who runs it whether the desk is allowed to do this. Enter it there by hand meanwhile.
desk-bridge-differs = The clinic’s own system kept something else than was sent.
desk-bridge-differs-next = Look at it there, and put it right by hand.
desk-visit-none = There is no such visit in this chart.
desk-visit-none-next = Go back to the visits of the chart. One that nobody had signed may have been deleted.
desk-visit-changed = Somebody else has written in this visit since you read it. Nothing of theirs was overwritten.
desk-visit-changed-next = Look at how it stands now, add what is missing, and save again.
desk-visit-signed = This visit has been signed, and cannot be changed any more.
desk-visit-signed-next = Write what is missing in a new visit.
desk-visit-not-signed = This visit has not been signed, or does not stand in the chart yet.
desk-visit-not-signed-next = Sign it first. If it was signed just now, try again in a minute.
desk-visit-empty = Nothing stands in this visit.
desk-visit-empty-next = Write something before you sign.
desk-visit-no-append = The patient did not let the clinic write anything in this chart.
desk-visit-no-append-next = Ask the patient for a code that lets the clinic write, and scan it.
desk-visit-not-allowed = The patient did not let the clinic write here: { $sections }. Nothing was written.
desk-visit-not-allowed-next = Ask the patient for a code that allows it, or take out what would stand there.
desk-visit-findings = Something was found about the medicines, and no reason is given why it is signed all the same.
desk-visit-findings-next = Look at what was found, change the medicines or give a reason for each finding.
desk-visit-class = It is not said how the visit took place.
desk-visit-class-next = Choose it, or take out when it was and what for.
desk-visit-file-empty = Nothing is in this file. It was not added.
desk-visit-file-empty-next = Look at the file itself, and choose it again once it has something in it.
desk-visit-file-kind = This is no PDF and no picture in JPEG or PNG, whatever the file is called. It was not added.
desk-visit-file-kind-next = Save it as a PDF or as one of these pictures, and add that.
desk-visit-file-large = The files of a visit may have 8 MB together, and with this one they would have more. It was not added.
desk-visit-file-large-next = Take another file out, or save this one smaller, and add that.
desk-visit-file-none = There is no such file in this visit.
desk-visit-file-none-next = Open the visit again. Somebody else may have taken it out.
desk-visit-files-many = A visit has ten files at most. This one was not added.
desk-visit-files-many-next = Take another file out, or write another visit for the rest.
desk-visit-number = A number cannot be read.
desk-visit-number-next = Type it with digits and a point, such as 7.1, without the unit.
desk-visit-words = Words are missing: { $field }.
desk-visit-words-next = Add them, or take the entry out.
desk-visit-date = A date cannot be read: { $field }.
desk-visit-date-next = Type it as 2026, 2026-11 or 2026-11-27.
desk-visit-backwards = An end lies before its beginning.
desk-visit-backwards-next = Correct one of the two dates.
desk-visit-ended-yet-active = Something has an end, and is said to be there still.
desk-visit-ended-yet-active-next = Take the end out, or say that it is over.
desk-visit-unfit = An entry cannot be written as it is.
desk-visit-unfit-next = Look at each entry: it may be too long, or the patient’s time to let the clinic write may be over.
desk-visit-subjective = What the patient tells
desk-visit-objective = What was found
desk-visit-assessment = Assessment
desk-checkin-none = There is no such check-in.
desk-checkin-none-next = Look at the list of check-ins. It may have been deleted, or the link is not whole.
desk-checkin-over = The time in which this check-in could be answered is over. Nothing was taken.
desk-checkin-over-next = Make a new check-in, and give the patient that one.
desk-checkin-answered = This check-in has been answered. A second answer is not taken.
desk-checkin-answered-next = Look at the answer that is here. If it is not the patient’s, or something is missing, make a new check-in.
desk-checkin-unanswered = Nobody has answered this check-in yet.
desk-checkin-unanswered-next = Wait for the patient’s answer, or bring it in if you have it as a file.
desk-checkin-charted = A chart says who answers this check-in.
desk-checkin-charted-next = Confirm in that chart who it is in the clinic’s own system. If the chart has ended, let the patient show a code again.
desk-checkin-no-person = The answer does not say who the patient is, so nobody can be looked for in the clinic’s own system.
desk-checkin-no-person-next = Let the patient show a code, or make a check-in that also asks for the description of the person (Patient).
desk-checkin-no-record = There is no open chart of who is asked, so nothing can be sent through it. Nothing was written.
desk-checkin-no-record-next = Give the patient the link, the code or the file, or let them show a code of their record.
desk-checkin-not-allowed = The patient did not open check-ins for you to write in, and to read what comes later. Nothing was written.
desk-checkin-not-allowed-next = Give the patient the link, the code or the file. Or ask them for a code that also opens check-ins.
desk-checkin-whom = It is not clear who is asked.
desk-checkin-whom-next = Choose an open chart, or write in at most 200 letters who it is; not both.
desk-checkin-empty = Nothing is asked, or something asks for everything that the patient has.
desk-checkin-empty-next = Add a form, or name the kinds of entries that the visit needs.
desk-checkin-purpose = The purpose says who asks, or holds an address. Both prove nothing to the patient, who is told not to believe them.
desk-checkin-purpose-next = Write only what the visit is for. The address of a video call has its own place.
desk-checkin-call = The address of the call cannot be used.
desk-checkin-call-next = Copy it from the program for video calls. It begins with “https” and has no spaces.
desk-checkin-form = The form “{ $title }” cannot be shown to the patient as it was meant.
desk-checkin-form-next = Look whether each question has a name of its own and a known type, and depends only on questions that are there.
desk-checkin-twice = Two things that are asked have the same name.
desk-checkin-twice-next = Give each its own.
desk-checkin-too-much = More is asked than one check-in can hold.
desk-checkin-too-much-next = Ask for less at a time.
desk-checkin-member = Something that is asked is missing or malformed: { $member }.
desk-checkin-member-next = Correct it, and make the check-in again.
desk-checkin-other = This is an answer to another check-in. Nothing of it was kept.
desk-checkin-other-next = Compare whose answer it is, and open the check-in of that patient.
desk-checkin-no-answer = This is not an answer to a check-in, or it says something twice. Nothing of it was kept.
desk-checkin-no-answer-next = Ask the patient for the file that their program wrote, and bring it in unchanged.
desk-checkin-unfit = The answer does not fit what was asked, and nothing of it was kept. { $why }
desk-checkin-unfit-next = Ask the patient to answer once more, if need be with another program, or go through the questions together.
desk-message-no-record = This chart is a copy, in which nothing can be written. Nothing was sent.
desk-message-no-record-next = Ask the patient for a code that opens messages for reading, later ones too, and for writing.
desk-message-not-allowed = The patient did not open messages for you to write in, and to read what comes later. Nothing was written.
desk-message-not-allowed-next = Ask the patient for a code that also opens messages, or reach them in another way.
desk-message-empty = Nothing is said in this message, so it was not sent.
desk-message-empty-next = Write something.
desk-message-too-long = This message is longer than 5,000 characters. It was not sent.
desk-message-too-long-next = Say it in fewer words, or in two messages. A visit has room for what is longer.
desk-message-none = The message that this answers is not there. Nothing was sent.
desk-message-none-next = Load the messages again, and look what is there now.
desk-message-taken = Something else was sent under the name of this message. It was not sent.
desk-message-taken-next = Load the messages again, look whether it is there, and write it once more if not.
desk-recon-count = Nothing is decided, or more than 100 lines at once.
desk-recon-count-next = Decide about at least one line, and at most 100.
desk-recon-unfit = One of these decisions names what does not stand here, or the same thing twice. Nothing was done.
desk-recon-unfit-next = Load the comparison anew, and decide about what stands there.
desk-recon-changed = What the clinic’s own system says is not what you saw: it was read anew, or never. Nothing was done.
desk-recon-changed-next = Look at how it stands now, and decide again.
desk-recon-retracted = This was entered in error: as its source says, or as the patient or its author says in the chart. Nothing was done.
desk-recon-retracted-next = Ask the patient. Only a new statement by them, or by who wrote it, can bring it back.
desk-recon-denies = One of the two says that there is nothing, so they are not the same. Nothing was done.
desk-recon-denies-next = Ask the patient which of them is right.
desk-recon-undecided = The clinic’s own system may have this already. Nothing was done.
desk-recon-undecided-next = Say for each line that may be the same whether it is. What is something else can be written then.
desk-recon-not-allowed = The patient did not let the clinic write in this section. Nothing was done.
desk-recon-not-allowed-next = Ask the patient for a code that allows it, or leave what stands in the clinic’s own system.
desk-recon-no-result = Nothing that was decided about holds, so there is no list to write. Nothing was sent.
desk-recon-no-result-next = What was decided stays with the visit. Record by hand what the clinic’s own system needs.
desk-recon-not-as-shown = What would be written is not what you saw. Something was written there meanwhile. Nothing was sent.
desk-recon-not-as-shown-next = Load the page anew, and look at the list once more.
desk-recon-title = Compared with the clinic’s own system
relay-none = This device uses no relay.
relay-none-next = Choose one with “pocketchart use-relay URL”.
relay-needs-passcode = At a relay, a code opens something only together with a passcode.
relay-needs-passcode-next = Give one with --passcode-fd.
relay-not-passed-on = What a relay gives is for who redeems the code itself, and knows the passcode.
relay-not-passed-on-next = Leave out --relay: then this device has to be there.
relay-too-much = More lies there than a copy at a relay can hold.
relay-too-much-next = Name fewer sections, or leave out --relay.
relay-unreachable = The relay cannot be reached, or did not prove that it is the one.
relay-unreachable-next = Look at the network, and try again. Without --relay a code works in one room, with no relay.
relay-busy = The relay asks to wait.
relay-busy-next = Try again in a minute.
relay-full = The relay is full.
relay-full-next = End what you no longer need there, or use another relay.
relay-not-live = The relay has nothing under this name, or it is over.
relay-not-live-next = Make a new one.
relay-not-taken = The relay does not take it: it is too large, or is to last too long.
relay-not-taken-next = Choose a shorter time or fewer sections, or use another relay.
relay-conflict = Something else lies at the relay under this name, or it has ended and cannot be changed.
relay-conflict-next = Make a new one.
relay-not-one = No relay answers at this address.
relay-not-one-next = Look at the address: “pocketchart use-relay URL”.
relay-address = That is not the address of a relay.
relay-address-next = It begins with https:// and fits into a code: at most 48 characters after that. On this machine http:// is allowed, too.
relay-store = The store of the relay cannot be opened.
relay-store-next = Look at --store: the folder must be there, and a database must answer.
relay-no-page = There is no emergency page in that folder.
relay-no-page-next = Name the folder that has the page’s index.html in it.
relay-no-start = The relay could not listen there.
relay-no-start-next = Choose another address with --listen.
grant-has-ended = The grant has ended.
grant-has-ended-next = Make a new one.
grant-not-patients = This chart was opened to you by somebody else. Only they can open it to others.
grant-not-patients-next = Ask the patient.
column-role = Acts as
contacts-none = You have no contacts, and keep nothing for others. “pocketchart contacts become” makes the code that somebody gives you.
contact-holds = has a part
contact-holds-nothing = has no part
contacts-unshared = Your contacts cannot bring your record back yet: give them parts with “pocketchart contacts split”.
contacts-outdated = What your contacts keep opens nothing any more, because there are newer words. Give them new parts with “pocketchart contacts split”.
contacts-shared = { $needed } of { $of } contacts together can bring your record back, { $hours } hours after they said so, unless you say no. Leave it at the relay from time to time: “pocketchart backup --relay”.
contacts-keeps = You keep a part for “{ $name }”: { $needed } of { $of } contacts bring their record back.
contacts-emergency = Somebody used the emergency code of “{ $name }”. Call them, or who is with them. For { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
} after it was used, a device of theirs can stop it.
contacts-keep-next = If they ask you for it, talk to them, best face to face or by phone, and compare the words. Then: “pocketchart contacts approve CODE”.
approve-record = This device asks for the whole record of “{ $name }”: only “{ $name }” themselves may have that. Talk to them.
approve-proxy = This device asks to act for “{ $name }”. Say yes only if “{ $name }” cannot decide for themselves now, and only if you talk to “{ $proxy }”, whom they named for it.
contacts-ended = The part that you keep for “{ $name }” opens nothing any more: they ended it, or the relay has forgotten it. Ask them for a new one.
contacts-unasked = The relay could not be asked who wants your record back.
contacts-unasked-about = The relay could not be asked about the part that you keep for “{ $name }”.
contacts-become = Send this code to the person whose contact you want to be:
contacts-words = They see these words. Read them aloud to each other: { $words }
contacts-compare = “{ $name }” must read you the same words: { $words }
contacts-chosen = “{ $name }” is a contact now.
contacts-chosen-next = Choose at least three. Then give them parts: “pocketchart contacts split”.
contacts-dropped = “{ $name }” is no contact any more.
contacts-part-in = The part of “{ $name }” is in { $file }
contacts-part-of = The part of “{ $name }”:
contacts-split-next = Send each contact their part, by any way: only they can open it. They take it in with “pocketchart contacts keep CODE”. Parts that you gave before open nothing any more.
contacts-approved = Send this answer back to “{ $name }”. Only the device that asked can open it:
contacts-vetoed = You said no to device { $device }. Only all your contacts together can still say otherwise.
contacts-vetoed-next = Talk to your contacts. If somebody deceived one of them, drop that contact and give new parts to the others.
contacts-no-code = That is not the code for this, or a part of it is missing.
contacts-no-code-next = Copy the whole code, from “pocketchart:” to the last digit, or name the file that holds it.
contacts-other-words = Nobody said that the words are the same, so nothing was done.
contacts-other-words-next = Read the words to each other. If they are the same, say so, or add --same-words.
contacts-no-identity = This device holds no identity key of this record, so it cannot change who the contacts are.
contacts-no-identity-next = Do it on a device of the person's own that does. After new words, type them here first: “pocketchart recover use-words”.
contacts-known = There is a contact of that name already, or the name is empty.
contacts-known-next = Let them make a code with another name: “pocketchart contacts become --as NAME”.
contacts-unknown = There is no such contact, part or request here, or there are several.
contacts-unknown-next = Look at “pocketchart contacts”. If you keep parts for several people, say for whom: --person NAME.
contacts-many = 15 contacts are the most.
contacts-many-next = Drop one first: “pocketchart contacts drop NAME”.
contacts-numbers = At least two contacts have to be needed, and fewer than there are.
contacts-numbers-next = Choose more contacts, or another number with --needed.
contacts-wait = The wait is an hour at least and 14 days at most.
contacts-wait-next = Choose another time with --wait.
contacts-not-for-here = This was made for another device.
contacts-not-for-here-next = Open it on the device whose code was sent. If that is gone, ask for a new one.
contacts-too-long = A name or an address is too long for a code.
contacts-too-long-next = Take a shorter name: at most 64 letters, fewer if they have accents.
recovery-asked = Device { $device } asks for your record, and enough of your contacts said yes. It gets everything at { $ready }. If that is not you, say no now: “pocketchart contacts veto { $device }”.
recovery-asked-of = Device { $device } asks for the record of “{ $name }”, and enough contacts said yes. It gets it at { $ready }. Ask “{ $name }” whether that is right.
recovery-vetoed = You said no to device { $device }, which asks for your record.
recovery-vetoed-of = “{ $name }” said no to device { $device }, which asks for their record. Only all contacts together can still give it.
recovery-taken = Device { $device } got what brings your record back.
recovery-taken-of = Device { $device } got what brings the record of “{ $name }” back.
recover-ask = Send this code to your contacts:
recover-ask-words = Then call each of them and read these words to them: { $words }
recover-ask-next = What they answer goes in here: “pocketchart recover with-contacts ANSWER…”. All at once, or one after another.
recover-waits = Your contacts said yes. The relay waits { $hours } hours and { $minutes } minutes more, in case one of your devices says no.
recover-waits-next = Type “pocketchart recover with-contacts” again then.
recover-vetoed = One of your own devices said no to this.
recover-vetoed-next = If you did not do that, somebody else has it. All contacts have to answer again, with “pocketchart contacts approve CODE --despite-veto”; then the wait begins anew.
recover-done-next = What is written from now on has new keys. Take lost devices out with “pocketchart devices lost NAME”, and give your contacts new parts with “pocketchart contacts split”.
recover-not-asking = This device has not asked your contacts.
recover-not-asking-next = Begin with “pocketchart recover ask-contacts”.
recover-asked-before = This device has asked your contacts already.
recover-asked-before-next = Go on with “pocketchart recover with-contacts ANSWER…”.
recover-others = This answer does not belong to the others: it is about another person, or from a part that was given at another time.
recover-others-next = Ask that contact for the answer to your code once more. They may keep an older part.
recover-few = { $have } of the { $needed } contacts that it takes have answered.
recover-few-next = Ask another contact. What has come is kept.
recover-parts = The parts do not belong together.
recover-parts-next = Ask your contacts for their answers once more.
recover-not-taken = The relay does not take what your contacts said: it is older than two weeks, or somebody ended it.
recover-not-taken-next = Ask your contacts for new answers to the same code.
recover-other-cause = This device has asked your contacts for something else.
recover-other-cause-next = For your own record go on with “pocketchart recover with-contacts”, to act for somebody with “pocketchart incapacity enter”.
incapacity-nothing = You have not said who is to act for you if you cannot.
incapacity-who = If you cannot act for yourself, “{ $name }” acts for you: { $role }; { $sections }; until { $until } at the latest.
incapacity-how = Nobody has come yet. { $needed } of { $of } contacts together let them in, { $hours } hours after they said so, unless you say no. They get nothing else of your record, and never your words.
incapacity-nobody = Nobody can act for you: what you had prepared is over. Prepare it anew with “pocketchart incapacity prepare”.
incapacity-unheard = Another device of yours prepared it, and this one has not heard for whom. Bring both up to date: “pocketchart sync”.
incapacity-came = “{ $name }” acts for you now: your contacts let them in. To end it: “pocketchart people end "{ $name }"”.
incapacity-unleft = The relay does not have the newest of your record for them. “pocketchart mailbox” leaves it there.
incapacity-prepare-next = Send each contact their part, by any way: only they can open it. They take it in with “pocketchart contacts keep CODE”. Tell all of them, and whoever is to act, what you want. Parts for this that you gave before open nothing any more.
incapacity-cancelled = It is over: your contacts can let nobody act for you any more, and who came in by it acts for you no more. What they have read they keep.
incapacity-untold = The relay could not be told. It is told the next time: “pocketchart mailbox”.
incapacity-request = Send this code to the contacts of the person for whom you are to act:
incapacity-request-next = What they answer goes in here: “pocketchart incapacity enter ANSWER…”. All at once, or one after another.
incapacity-waits-next = Type “pocketchart incapacity enter” again then.
incapacity-entered = You act for the person of the key { $words }: { $role }; { $sections }; until { $until } at the latest.
incapacity-entered-as-of = It is as it was left at the relay at { $at }.
incapacity-entered-unreadable = Something of what their devices left could not be read. What you see may not be all.
incapacity-entered-next = Their devices learn that you came. What is new on either side goes over by “pocketchart sync letters”. They can end it at any time.
incapacity-keeps = You keep a part for “{ $name }”: { $needed } of { $of } contacts let “{ $proxy }” act for them if they cannot.
incapacity-asked = Device { $device } asks to act for you as “{ $proxy }”, and enough of your contacts said yes. It gets the sections that you named at { $ready }. If you can act for yourself, say no now: “pocketchart contacts veto { $device }”.
incapacity-asked-of = Device { $device } asks to act for “{ $name }” as “{ $proxy }”, and enough contacts said yes. It gets what “{ $name }” named at { $ready }. Ask those around “{ $name }” whether that is right.
incapacity-vetoed = You said no to device { $device }, which asks to act for you.
incapacity-vetoed-of = “{ $name }” said no to device { $device }, which asks to act for them. Only all contacts together can still give it.
incapacity-taken = Device { $device } got what lets “{ $proxy }” act for you. To end that: “pocketchart incapacity cancel”.
incapacity-taken-of = Device { $device } got what lets “{ $proxy }” act for “{ $name }”.
incapacity-none = Nothing was prepared for the case that you cannot act for yourself.
incapacity-none-next = Begin with “pocketchart incapacity prepare NAME”. Look at “pocketchart people” for who acts for you.
incapacity-too-much = The sections are longer than a vault at a relay holds.
incapacity-too-much-next = Name fewer sections, without “documents” for example.
incapacity-nothing-left = Nothing lies at the relay for you: the person ended it, its time is over, or it was never left there.
incapacity-nothing-left-next = Ask their contacts whether they keep a newer part.
incapacity-unfit = What lies at the relay for you cannot be read.
incapacity-unfit-next = Install the newest version of Pocketchart and go on: “pocketchart incapacity enter”. What came is kept.
ask-same-words = Did they read the same words?
people-none = Nobody acts for anybody here.
people-you = { $name }: you
people-ended = “{ $name }” acts for you no more.
role-view = reads
role-manage = reads and writes
role-emergency = reads in an emergency
proxy-acts = acts
proxy-named = only if you cannot act for yourself
proxy-expired = time is over
proxy-ended = ended
proxy-no-identity = This device holds no identity key of this record, so it cannot say who acts for the person.
proxy-no-identity-next = Do it on a device of the person's own that does. After new words, type them here first: “pocketchart recover use-words”.
proxy-unknown = Nobody of that name acts here.
proxy-unknown-next = Look at “pocketchart people”.
proxy-nothing = That is not open to somebody who reads in an emergency.
proxy-nothing-next = Leave the sections out, or choose the role “view”.
proxy-window = Somebody can act for a minute to ten years.
proxy-window-next = Give a time such as --for 365d.
proxy-name = The name is empty or too long.
proxy-name-next = Give a name of at most 200 letters.
invite-next = Waiting for whoever redeems this code, for an hour at most.
invite-done = “{ $name }” acts for you from now on. “people” shows it, and ends it.
serve-acts = They will act for you: { $role }.
redeem-acts = You act for this person: { $role }.
clock-doubt = The date of this device does not fit what it knew before, so nothing that ends by the date is given.
clock-doubt-next = If the date is right, say so with --confirm-date.
serve-waiting = Waiting at { $address }.
not-announced = This network cannot be told where this device waits. Whoever has its address reaches it all the same.
serve-asks = “{ $name }” asks. Their key: { $words }.
serve-known = They were let in before, with this key.
serve-unknown = Nobody has checked this name. Look who stands before you.
serve-via = They come by the word of “{ $name }” ({ $words }), who redeemed this grant and passes a part of it on:
serve-until = Until { $until }.
serve-reason = They say why: { $reason }
ask-serve = Does their screen show the same digits, and shall they have this?
serve-another = Somebody else is asking with a code of yours right now. They were turned away.
serve-given = “{ $name }” has it: { $count ->
    [one] one entry
   *[other] { $count } entries
}, by their own account.
serve-no-receipt = They sent no receipt.
serve-emergency = This was opened for an emergency, without asking you.
serve-tell = To be told: { $contact }
serve-came-back = “{ $name }” came back: { $received ->
    [one] one change
   *[other] { $received } changes
} taken in, { $sent } given.
serve-held = { $count ->
    [one] One change came after their time
   *[other] { $count } changes came after their time
}, and waits for you: “pocketchart waiting”.
serve-refused = Nothing was given to “{ $name }”: { $why }
serve-nobody-came = Nobody called in the time that was waited.
serve-nobody-came-next = Start it again when they are there.
serve-nothing = Nothing is opened to anybody, so nobody is waited for.
serve-nothing-next = Open something: “pocketchart grant”.
serve-no-network = This device cannot be called: the network is not there.
serve-no-network-next = Look whether both devices are on one network.
waiting-none = Nothing waits for you.
waiting-line = { $name } ({ $words }): { $count ->
    [one] one change waits
   *[other] { $count } changes wait
}. Take it in: “pocketchart waiting --admit NAME”.
waiting-admitted = Taken in from { $name }: { $count ->
    [one] one change
   *[other] { $count } changes
}.
waiting-nobody = Nothing waits from anybody of that name, or from several.
waiting-nobody-next = Use the words of the key: “pocketchart waiting” lists them.
redeem-digits = Digits on this screen: { $digits }. They must be the same on the patient's screen.
redeem-done = The patient's key: { $words }. Until { $until }.
redeem-stated = As stated by the patient's device at { $made }. Nobody else has confirmed it.
stated-past = (no longer)
redeem-written = The copy is in { $file }.
redeem-chart = The shared chart is in { $folder }. Use it with --record.
redeem-chart-waits = The patient's device is off and does not know of you yet. What you write there goes back with “pocketchart --record DIR sync letters”, and is taken in when it is on.
redeem-delegable = You may pass a part of it on to one other: “pocketchart delegate give { $grant } --to CODE”.
delegate-show = Show this code to whoever shall let you in:
delegate-words = Words of your key for this: { $words }. They must be the same on the other screen.
delegate-ask-next = They answer with another code: redeem that one.
delegate-give-show = Show this code to whom you let in. Only their device can use it:
delegate-made = Passed on to “{ $name }” (their key: { $words }), until { $until }:
delegate-give-next = They redeem it where the patient's device waits, and the patient is asked. The end of your grant ends it, too.
delegate-unknown = You redeemed no such grant, or the patient does not allow to pass it on.
delegate-unknown-next = Ask the patient for a grant that may be passed on: “pocketchart grant --delegable”.
delegate-wider = That is more, or longer, than was granted to you.
delegate-wider-next = Name fewer sections, or a shorter time with --for.
delegate-nothing = Nothing would be passed on.
delegate-nothing-next = Name at least one section and one minute, or leave both out.
delegate-ended = The grant is over.
delegate-ended-next = Ask the patient for a new one.
delegate-no-request = There is no code of somebody who wants to be let in.
delegate-no-request-next = Let them show one with “pocketchart delegate ask”.
redeem-no-code = There is no code that opens a record.
redeem-no-code-next = Give the text that begins with “pocketchart:/”, or a picture of the code.
redeem-no-identity = This device holds no identity key, so it cannot redeem in your name.
redeem-no-identity-next = Do it on the device where your own record was made.
redeem-before = Another chart lies in that folder.
redeem-before-next = Choose another folder with --chart.
redeem-no-connection = Nobody answers at the addresses of the code, or was found in this network.
redeem-no-connection-next = Look whether the patient's device waits (“pocketchart serve”), and whether both are on one network.
redeem-declined = The patient said no.
redeem-declined-next = If the digits differed, do not try again on this network.
redeem-busy = Somebody else is asking the patient with this code.
redeem-busy-next = Ask the patient who that is, and try again.
redeem-too-much = More lies there than a copy can hold.
redeem-too-much-next = Ask the patient to let you read it instead, or for fewer sections.
redeem-no-reason = In an emergency you must say why.
redeem-no-reason-next = Say it with --reason.
redeem-needs-passcode = The relay gives this only to who knows the patient's passcode.
redeem-needs-passcode-next = Ask the patient for it, and give it with --passcode-fd.
redeem-wrong-passcode = The passcode is wrong. { $left ->
    [0] The code is closed now.
    [one] One more may be tried.
   *[other] { $left } more may be tried.
}
redeem-wrong-passcode-next = Ask the patient for the passcode, or for a new code.
redeem-waits = It is an emergency code. The person’s devices and contacts are told now. You get the copy in about { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}, unless they stop it. Leave this running, or run it again then.
redeem-later = It is an emergency code: the person’s devices and contacts were told, and can stop it for some minutes.
redeem-later-next = Ask again with the same code in a few minutes.
redeem-stopped = The person, or somebody with one of their devices, has stopped it: you get nothing.
redeem-stopped-next = Talk to the person, or to who is with them.
redeem-not-live = The relay gives nothing for this code: its time has not come or is over, all its uses are taken, or the patient ended it.
redeem-not-live-next = Ask the patient for a new code.
redeem-refused = Nothing was given: { $why }
redeem-refused-next = Ask the patient for a new code.
redeem-failed = The patient's device could not do it.
redeem-failed-next = Try again, or ask for a new code.
redeem-unfit = What came does not fit the code: it was not signed by the patient, or not for you. Nothing of it was kept.
redeem-unfit-next = Do not try again on this network.
unwilling-declined = you said no.
unwilling-busy = somebody else was asking.
unwilling-too-much = more than a copy can hold.
unwilling-no-reason = they did not say why, in an emergency.
unwilling-failed = the device could not do it.
unwilling-unknown-version = the programs do not understand one another.
unwilling-clock-not-believable = the date of the patient's device is not to be trusted.
unwilling-malformed = what came could not be read.
unwilling-bad-signature = it was altered, or signed by another key.
unwilling-other-grant = it belongs to another grant.
unwilling-unknown-issuer = the grant was signed by a device that is no longer the patient's.
unwilling-counted-elsewhere = its uses are counted by another device.
unwilling-wrong-secret = it was not asked for with this code.
unwilling-ended-before = the grant has ended.
unwilling-revoked = the patient has ended the grant.
unwilling-not-yet = the grant has not begun.
unwilling-expired = the grant is over.
unwilling-wrong-audience = it was made for somebody else.
unwilling-delegated-too-deep = this grant may not be passed on.
unwilling-unbound-delegator = whoever passed it on had not redeemed it.
unwilling-wider-delegation = more was passed on than was granted.
unwilling-delegation-expired = what was passed on is over.
unwilling-wrong-passcode = the passcode is wrong or missing.
unwilling-second-redeemer = somebody else has redeemed it.
unwilling-used-up = all its uses are taken.
unwilling-replay = this request was answered before.
unwilling-section-not-granted = a section was asked for that is not granted.
unwilling-operation-not-granted = something was asked for that is not granted.
break-glass-allowed = Whoever has this code and says why gets this without asking you. You see it in the log.
standing-show = Keep this code where helpers find it:
standing-made = Emergency code { $grant }, until { $until }, for { $uses ->
    [one] one who uses it
   *[other] { $uses } who use it
}:
standing-told = When somebody uses it and says why, the relay first tells { $devices ->
    [one] this device
   *[other] your { $devices } devices
} and { $contacts ->
    [0] nobody else
    [one] one contact
   *[other] your { $contacts } contacts
}. It waits { $minutes ->
    [0] no time
    [one] one minute
   *[other] { $minutes } minutes
} for your no, and then gives the copy for 72 hours.
standing-no-contacts = No contact is told, because none of them has a part: “pocketchart contacts”.
standing-opens-to-anyone = It needs no passcode: whoever finds the code can use it. The copy is what your record says now: “pocketchart break-glass refresh” brings it up to date.
standing-next = “pocketchart mailbox” shows who used it, “pocketchart break-glass stop” stops who waits, “pocketchart break-glass off” ends it.
standing-renewed = Emergency code { $grant } now opens a copy of { $entries ->
    [one] one entry
   *[other] { $entries } entries
}, as your record is now. The code itself stays the same.
standing-renewed-elsewhere = Emergency code { $grant } can only be renewed on “{ $device }”, which made it.
standing-title = Emergency code
standing-plain = EMERGENCY. { $name } The other code opens important health data, until { $until }. Scan it with Pocketchart (“pocketchart redeem”), or ask a hospital that has it, and say why.
standing-how-to = If this person cannot speak
standing-how-to-scan = 1. Scan the code with Pocketchart or on an emergency page, or type “pocketchart redeem”. Say who you are and why.
standing-how-to-wait = 2. The person’s contacts are told. Keep it open: after ten minutes at most you get the copy, unless somebody stops it.
standing-how-to-read = 3. It has: { $sections }.
standing-until = Good until { $until }. Who uses it is written down for the person.
standing-code-app = For Pocketchart
standing-code-camera = For any camera: what this is
standing-none = No standing emergency code is open.
standing-stopped = Whoever waited gets nothing. { $count ->
    [one] The emergency code stays open
   *[other] The { $count } emergency codes stay open
} for others.
standing-stopped-next = To end it for all: “pocketchart break-glass off”.
break-glass-off = { $count ->
    [0] No emergency code was open.
    [one] One emergency code has ended.
   *[other] { $count } emergency codes have ended.
}

progress-sync = Bytes so far
sync-waiting = Waiting for your other device at { $address }.
sync-done = { $sent ->
    [one] 1 change sent
   *[other] { $sent } changes sent
}, { $received } received; { $out } out, { $back } in.
sync-same = Both devices now hold the same.
sync-apart = The devices do not hold the same yet. Something was refused or still waits.
sync-disagree = { $count ->
    [one] One statement disagrees: see “pocketchart list { $section }”.
   *[other] { $count } statements disagree: see “pocketchart list { $section }”.
}
sync-rolled-back = This folder had been put back to an older state. Nothing is lost, and it goes on as a new device.
letters-done = { $name }: { $found ->
    [0] no letter was there
    [one] one letter was there
   *[other] { $found } letters were there
}, with { $received } changes; { $posted ->
    [0] none is left
    [one] one is left
   *[other] { $posted } are left
}, with { $sent } changes. { $out } out, { $back } in.
letters-nothing = No letter was there.
letters-unanswered = It has not yet said that it holds the same. It will when it reads its letters.
letters-unreadable = { $count ->
    [one] One letter could not be read, and was thrown away.
   *[other] { $count } letters could not be read, and were thrown away.
}
letters-refused = { $count ->
    [one] One change was refused: they may not add there.
   *[other] { $count } changes were refused: they may not add there.
}
letters-full = Its box is full for today. The rest goes when it has read its letters, or tomorrow.
letters-too-long = This record has grown too large for letters.
letters-too-long-next = Let the two devices meet: “pocketchart sync listen” and “pocketchart sync connect ADDRESS”.
sync-alone = This record has no other device yet.
sync-alone-next = Make one with “pocketchart pair offer” here and “pocketchart pair join” there.
sync-no-such-device = No other device has this name.
sync-no-such-device-next = “pocketchart devices” shows them.
sync-which-device = You have several other devices.
sync-which-device-next = Say which one with --device NAME.
sync-no-connection = Nobody answers at that address.
sync-no-connection-next = Look whether the other device waits, and whether both are on one network.
sync-nobody-came = Nobody called in the time that was waited.
sync-nobody-came-next = Start it again on both devices.
sync-unknown-device = That device does not belong to your record, as far as this one knows.
sync-unknown-device-next = Pair the two devices first.
sync-expired = That device was not used for so long that its time as your device has run out.
sync-expired-next = Type “pocketchart devices renew” and its name here, or open it once with its passphrase.
sync-malformed = The other device does not keep to the rules of the talk.
sync-malformed-next = Install the newest version on both devices.
session-not-for-us = The other device does not know this one.
session-not-for-us-next = Pair the two devices first.
session-refused = The other device could not prove who it is.
session-refused-next = Look whether the address is right. If it goes on, do not use this network.
session-timed-out = The other device stopped answering.
session-timed-out-next = Start it again on both devices: it goes on where it stopped.
still-waiting = What arrived before is kept. This device goes on waiting: call it again.
session-interrupted = The connection broke off.
session-interrupted-next = Start it again on both devices: it goes on where it stopped.
session-altered = Something on the way changed what was sent. It was not taken in.
session-altered-next = Do not trust this network. Try another.
session-failed = The connection failed.
session-failed-next = Start it again on both devices: it goes on where it stopped.


## The log of who was given what

audit-heading = { $count ->
    [0] Nothing stands in the log of this device yet.
    [one] One thing in the log of this device:
   *[other] { $count } things in the log of this device, newest first:
}
audit-more = There is more: pocketchart audit --before { $number }
audit-names = A name in “ ” is what somebody calls themselves. Nothing proves it.
audit-own-log = Each of your devices has a log of its own.
audit-damaged = { $count ->
    [one] One entry cannot be read. “pocketchart audit --verify” says more.
   *[other] { $count } entries cannot be read. “pocketchart audit --verify” says more.
}
audit-whole-record = the whole record
audit-no-section = your record
audit-entries = { $count ->
    [one] one entry
   *[other] { $count } entries
}
audit-grant-made = You made a code that opens { $sections }.
audit-grant-ended = A code that opened { $sections } has ended.
audit-code-asked = { $who } came with a code and asked for { $sections }.
audit-refused = { $who } asked for { $sections } and got nothing.
audit-disclosed-extract = { $who } got a copy of { $sections }: { $entries }.
audit-disclosed-read = { $who } may read { $sections }: { $entries }.
audit-received-visit = { $who } wrote in { $sections }: { $entries }.
audit-held-visit = { $who } wants to write in { $sections }: { $entries }. It waits for your yes.
audit-emergency-override = Emergency: { $who } opened { $sections } without asking you: { $entries }.
audit-card-made = You made an emergency card out of { $sections }.
audit-exported = You wrote { $sections } to a file: { $entries }.
audit-backed-up = You made a sealed backup.
audit-device-added = { $who } became one of your devices and got the keys of your record.
audit-device-lost = { $who } was taken out because it is lost.
audit-proxy-added = { $who } may act for you now.
audit-proxy-ended = { $who } may not act for you any more.
audit-words-replaced = You got new recovery words.
audit-contacts-named = You gave parts of your recovery words to contacts: { $entries }.
audit-incapacity-prepared = You gave your contacts parts of what lets { $who } act for you in { $sections } if you cannot.
audit-incapacity-ended = You ended what lets somebody act for you if you cannot.
audit-recovery-refused = You said no to a device that asked your contacts for your record, or to act for you.
audit-copy-renewed = You renewed the copy of { $sections } that your standing emergency code opens: { $entries }.
audit-deletion-said = { $who } said that they deleted what they had of { $sections }. That is their word, not a proof.
audit-emergency-stopped = You stopped those who waited for what your standing emergency code opens.
audit-recovered = Your contacts brought your record back to this device.
audit-date-confirmed = You said that the date is right.
audit-relay-reported = The relay reported that { $who } took the copy of { $sections }.
audit-put-back = The record was put back to an older state, and you went on with it.
audit-link-made = You made a health link to { $sections }: { $entries }.
audit-link-changed = You replaced what a health link leads to, { $sections }: { $entries }.
audit-link-managed = You paused, resumed or ended a health link to { $sections }.
audit-health-card-made = You made a SMART Health Card out of { $sections }: { $entries }.
audit-ended-begun = It was begun; how it ended is not known.
audit-ended-failed = It broke off. Some of it may have been given.
audit-ended-refused = It was refused.
audit-reason = Reason: { $reason }
audit-via = They came by the word of “{ $name }”.
audit-whole = The log is whole: { $entries } entries, each signed and following the one before.
audit-not-whole = The log is not whole. Somebody with this device may have changed it.
audit-witnessed = { $number ->
    [0] Nobody else knows how far it had come. If somebody cut off its end, this cannot be seen.
   *[other] Others know that it had come to entry { $number }. What was cut off after that cannot be seen.
}
audit-unclosed = { $count ->
    [one] One thing was begun and its end was not written down: the device was stopped meanwhile.
   *[other] { $count } things were begun and their end was not written down: the device was stopped meanwhile.
}
audit-altered = Entry { $number } was altered.
audit-missing = Entries { $first } to { $last } are missing.
audit-cut-off = It ends with entry { $last }, and there was an entry { $witnessed }: the end was cut off.
audit-forked = Entry { $number } belongs to another log: something was put in the place of what was there.
audit-other-whole = “{ $name }”: its log had come to entry { $number } when you last met.
audit-other-fault = “{ $name }”: its log is not whole.
audit-fhir-done = { $file } is written. Grants in it: { $consents }. Events: { $events }.
audit-fhir-unsealed = The file is not sealed: whoever has it can read who was given what.


## Help: what each command does

help-pocketchart = Your health record, held by you. It is sealed on your own device, and works without any server.
help-exit = Exit status: 0 done; 2 not understood; 3 not found; 4 wrong passphrase or words; 5 refused; 6 open elsewhere; 7 disk; 8 damaged; 9 network; 10 not answered; 1 anything else.
help-everywhere = Everywhere
help-create = Make a new record, with a passphrase and 24 recovery words
help-import = Bring in files: FHIR, C-CDA, HL7 v2, CSV, Apple Health, PDF, pictures
help-imports = Show the files that were brought in
help-sources = Show the hospitals and practices that this device reads from; connect one, bring in what is new, forget one
help-sources-find = Look for a hospital or practice in a directory
help-sources-find-words = Its name or a part of it, or its city
help-sources-find-brands = The directory: a FHIR Bundle of Organization and Endpoint (User-access Brands)
help-sources-key = Show the public key by which a hospital can know this program; the first time, make it
help-sources-key-new = Make another one for new connections; those there are keep theirs
help-sources-key-rsa = Take an RSA key from this file (PEM, not encrypted), for servers that know no other kind
help-sources-add = Connect a hospital or practice, and bring in what it has
help-sources-add-base = The address of its FHIR server
help-sources-add-name = What you call it
help-sources-add-client-id = The name under which this program is registered there: you sign in on its own page
help-sources-add-client-secret-fd = Read the secret that belongs to that name from this open descriptor
help-sources-add-key = This program is registered there with the key that “pocketchart sources key” shows
help-sources-add-scope = What to ask for instead of all that can be read
help-sources-add-port = The port of this machine that the browser comes back to
help-sources-add-token-fd = Read a token that the server gave you by hand from this open descriptor
help-sources-add-open = The server asks nobody to sign in
help-sources-add-patient = Your patient id there, where the server does not say
help-sources-add-same-person = The patient there is you, whatever name the server gives
help-sources-pull = Bring in what is new, from one or from all
help-sources-pull-source = The connection, by its name or the letters that lists show
help-sources-pull-same-person = The patient there is you, whatever name the server gives
help-sources-remove = Forget a connection; what it brought stays
help-sources-remove-source = The connection, by its name or the letters that lists show
help-undo = Take back what a file brought
help-sections = Show all sections with their counts
help-list = List a section; without one, all sections
help-item = Show everything about one entry: sources, history, content
help-timeline = Show what happened, newest first
help-search = Find what has all of these words
help-check = Look for medicines that clash, results out of range, what is due; say what was not checked
help-check-all = Show all that was not checked, and all of what was set aside
help-vaccines = Show which vaccines are due, and which doses do not count
help-due = Show which screenings are due
help-acknowledge = Set aside what “check” found, with a reason; it comes back when anything about it changes
help-acknowledge-rule = A rule’s name: the last line of a finding
help-acknowledge-item = One of the entries that the finding is about, where the rule finds several things
help-acknowledge-take-back = Take back what was set aside
help-vaccines-questions = List what the record does not say and vaccines depend on
help-explain = Show where a rule comes from that “check” names
help-explain-rule = A rule’s name: the last line of a finding
help-what-if = Check a medicine before you take it; nothing is written
help-what-if-medicines = Its name, as on the package; several are checked together
help-messages = Show the messages between you and those who may answer them, such as a clinic; what is new first
help-messages-write = Write to somebody whom you let read and answer your messages
help-messages-write-to = To whom: the name that “messages” shows, or the key words
help-messages-answer = Answer a message, in the same thread
help-messages-answer-message = A message of the thread, by the letters that stand behind it
help-messages-write-text = What you write, at most 5,000 characters
help-messages-answer-text = What you answer, at most 5,000 characters
help-messages-read = Remember, on this device, that you have read messages; without letters, all of them
help-messages-read-message = One of them, by the letters that stand behind it
help-cds-hooks = Answer a clinic’s system that speaks CDS Hooks: a request in, cards out
help-cds-hooks-request = The request, a JSON file; “-” reads standard input
help-cds-hooks-discovery = Show which services there are
help-checkin = Show what a clinic asks before a visit and answer it; nothing leaves unless you say so
help-checkin-asked = A request that came to this record, by its letters in the list
help-checkin-request = The clinic’s request: its link, or a file; “-” reads standard input; without it, what came is listed
help-checkin-give = Give this, by the name in brackets; what is not named is not given
help-checkin-answer = Answer a question: the form’s name, the question’s, and your words
help-checkin-leave-out = Keep this entry back, by the letters that stand behind it
help-checkin-send = Send the answer to where the request came from, once: its link, or through this record
help-checkin-out = Write the answer to this file; without it, nothing is written
help-arg-on = For this day instead of today
help-trends = Show what was measured over time and where it heads; draw it
help-trends-names = A code such as 4548-4, or words of the name
help-trends-since = Leave out what was measured before this day: 2026-03-09
help-growth = Show how a child grows, beside other children of the same age and sex
help-growth-chart = One chart, by the name that stands behind its title
help-arg-plot = Draw it into this file: its name ends in .svg or .png; none is overwritten
help-known-on = Show what the record knew at the end of a day
help-add = Add a statement of your own
help-correct = Put a better statement in the place of one; what is left out stays as it was
help-retract = Withdraw what was entered by mistake; it stays in the history
help-dispute = Disagree with a statement, and leave it standing
help-confirm = Agree with a statement, or with a proposed change
help-resolve = Settle statements that disagree
help-arg-first = The one, by the letters that lists show
help-arg-second = The other one
help-reconcile = Show what sources leave open side by side, and decide about it; decisions can be undone
help-reconcile-same = Both are of one thing
help-reconcile-different = They are of two things
help-reconcile-right = Both are of one thing, and the first is right; the second stays visible
help-reconcile-right-first = The one that is right, by the letters that lists show
help-reconcile-both = Both are of one thing, and both are right
help-reconcile-undo = Take a decision back
help-reconcile-export = Write for a clinic or another program what holds where sources were joined or somebody decided, who decided what, and from which statements
help-reconcile-undo-decision = The decision, by the letters that “reconcile” shows
help-attach = Keep a file in the record
help-extract = Write a kept file out again
help-share = Give the record to whoever speaks the standards
help-summary = Write an International Patient Summary, not sealed
help-pdf = Write what holds as a PDF to print, tagged for screen readers, not sealed
help-pdf-section = A section to print; without one, all but what you have set apart
help-pdf-out = The file to write; none is overwritten
help-pdf-fonts = A folder of fonts, where the usual ones are not there
help-link = Make a SMART Health Link: a code that leads to what you choose, sealed at a relay
help-link-section = A section to show; without one, the whole summary
help-link-for = For how long: 15m, 24h, 30d
help-link-uses = How often it can be opened; without, as often as anybody likes
help-link-passcode-fd = Read a passcode that they must know from this open descriptor
help-link-long-term = What it leads to can be replaced later with “links update”
help-link-direct = One file without a passcode, as front desks scan it (“Kill the Clipboard”)
help-link-label = What it is for, in at most 80 letters; everybody who has the link reads that
help-link-out = The picture of the code to write, PNG or SVG; none is overwritten
help-health-card = Make a SMART Health Card: a signed code of what matters most, which this device signs itself
help-health-card-section = A section to put on it; without one, what belongs to a summary
help-health-card-for = For how long it holds: 30d, 365d
help-health-card-public = The relay's address for everybody else, if this device reaches it by another one
help-health-card-file = Write a file in place of a code; it has room for all
help-health-card-out = The picture of the code to write, PNG or SVG; none is overwritten
help-links = Show the links that you made, who came with them, and pause, update or end them
help-show = Show a link's code once more
help-show-out = The picture of the code to write, PNG or SVG; none is overwritten
help-log = Ask the relay who came with a link
help-pause = Let a link lead nowhere for a while
help-resume = Let a paused link lead somewhere again
help-destroy = End a link for good
help-update = Replace what a long-term link leads to by what the record says now
help-scan-recipient = Follow a SMART Health Link, and say who asks; the sender reads that name
help-scan-passcode-fd = Read the link's passcode from this open descriptor
help-scan-import = Take what the link leads to into your record
help-scan-same-person = What the link leads to is about you, whatever name it gives
help-scan-this-machine = Follow also a link that leads to this computer itself
help-summary-out = The file to write; none is overwritten
help-export = Write the record as ordinary FHIR files, not sealed
help-arg-sensitive = Put it into the section “sensitive”, of which nobody learns who may not read it
help-scan-trust = A list of issuers of SMART Health Cards whose cards are believed
help-people = Show who acts for you, invite somebody, or end it
help-invite = Let somebody act for you, by a code that they redeem
help-invite-person = What you call them
help-invite-section = A section in which they act; without one, all but what you have set apart
help-invite-role = view: read; manage: read and write as you would; emergency: read what an emergency needs
help-invite-for = For how long: 30d, 365d
help-invite-listen = Where to wait for them
help-invite-wait = For how long to wait: 10m, 1h
help-invite-agree = Say yes to whoever asks: you have compared the digits
help-invite-address = Where they reach this device, if it cannot know that itself
help-invite-out = The picture of the code to write, PNG or SVG; none is overwritten
help-invite-confirm-date = The date of this device is right
help-end = End at once whatever somebody may do for you
help-end-person = Who, by name or key words
help-devices = Show the devices that may write in the record, or take one out
help-audit = Show who was given what of the record, newest first
help-introduce = Show this device to one of yours that does not know it, as after the words brought it back
help-meet = Take in a device of yours that shows itself
help-meet-code = The code of “devices introduce”, or a file with it
help-renew = Let your devices belong to the record for another 180 days
help-renew-device = The device, by its name or id; without one, all of yours
help-lost = Take out a device of yours that is lost or stolen
help-pair = Make another device part of the record
help-offer = Show a code, and let in the device that reads it
help-join = Make this device part of the record whose code you paste
help-sync = Bring two of your devices up to date with each other
help-listen = Wait for another device of yours
help-connect = Call another device of yours
help-letters = By letters at the relay, with devices that are off now
help-card = Make the emergency card: a code that shows what you choose, without a network
help-scan = Show what a code says: an emergency card, or a code that opens a record
help-grant = Open sections to whoever redeems a code, for as long as you say
help-serve = Wait for whoever redeems a code, and for what they bring back
help-redeem = Redeem a code that a patient shows
help-delegate = Pass a part of what you redeemed on to somebody else
help-ask = Show a code by which somebody can let you in
help-give = Answer such a code: pass a part of a grant on
help-grants = Show what is open to whom, and what was
help-revoke = End a grant at once
help-from-relay = Bring the record back from the relay, with the 24 words alone
help-mailbox = Fetch all that waits at the relay: who took what you left there, and letters
help-use-relay = Show or choose the relay that works while this device is off
help-clinic = Run a clinic’s desk: staff scan a patient’s code, and see what the patient opened
help-relay = Run a relay: it stores and forwards what it cannot read
help-waiting = Show what others brought after their time, and take it in
help-break-glass = Open sections for an emergency, without being asked
help-allow = Make a code for an emergency
help-standing = Leave a copy at the relay for an emergency while your devices are off, for up to a year
help-draw = Show a standing emergency code again, made on any of your devices
help-refresh = Bring the copy up to date that a standing emergency code opens; the code stays the same
help-stop = Stop whoever waits for what a standing emergency code opens
help-off = End all codes for emergencies
help-backup = Write one sealed file that only your 24 words open
help-recover = Make new recovery words, use them, or bring the record back
help-ask-contacts = Ask your contacts for your record, on a new device
help-with-contacts = Take in what contacts answered, and go on as far as the relay lets it
help-with-contacts-answer = An answer's text, or a file that holds it
help-with-contacts-words-fd = Write your 24 words to this open descriptor
help-contacts = Show who can bring your record back together, and what you keep for others
help-become = Make a code by which somebody makes you their contact
help-become-as = What you call yourself
help-choose = Make somebody a contact, by their code
help-choose-code = The code's text, or a file that holds it
help-drop = Take a contact out; what they keep opens nothing any more
help-drop-name = The name of the contact
help-split = Give each contact a part of what brings your record back
help-split-as = What your contacts call you
help-split-needed = How many of them it takes
help-split-wait = How long the relay waits for your no: 48h, 7d
help-split-words-fd = Read the 24 words from this open descriptor
help-split-out = A folder for the parts, one file for each contact
help-keep = Keep a part that somebody gave you
help-keep-code = The part's text, or a file that holds it
help-approve = Answer somebody who has lost everything, or who is to act for somebody, once you have talked to them
help-approve-code = The code's text, or a file that holds it
help-approve-person = For whom, if you keep parts of several people
help-approve-despite-veto = It holds even if one of their devices says no; all contacts have to say so
help-veto = Say no to a device that asks for your record, or to act for you
help-veto-device = The first letters of its name, as “contacts” shows it
help-incapacity = Show who acts for you if you cannot, prepare it, end it, or take it up
help-prepare = Say who is to act for you if you cannot, and give each contact a part of what lets them in
help-prepare-person = What you call them, at most 64 letters
help-prepare-section = A section in which they act; without one, all but what you have set apart
help-prepare-role = view: read; manage: read and write as you would; emergency: read what an emergency needs
help-prepare-as = What your contacts call you
help-prepare-needed = How many contacts it takes
help-prepare-wait = How long the relay waits for your no: 48h, 7d
help-prepare-for = For how long from now it holds at most: 365d, 3650d
help-prepare-out = A folder for the parts, one file for each contact
help-cancel = End it, whether or not they have come
help-request = Ask the contacts of a person for whom you are to act, on a device without a record
help-enter = Take in what contacts answered, and go on as far as the relay lets it
help-enter-answer = An answer's text, or a file that holds it
help-arg-same-words = You have compared the words
help-new-words = Make new recovery words, for when somebody may have seen the old ones
help-new-words-without = A device to take out with them, by its name or id
help-new-words-no-way-back = You know that the old words will speak for you no more
help-new-words-words-fd = Write the new words to this open descriptor
help-use-words = Let this device add and take out devices by the newest words
help-restore = Bring a record back from a backup and the words
help-rebuild = Make lists, search and documents anew from the signed log
help-verify = Look at every row, signature and chain, and say what is wrong
help-passphrase = Change the passphrase
help-erase = Destroy the record on this device
help-tour = See what Pocketchart does, with real devices in a folder that is removed again
help-completions = Print completions for a shell
help-man = Print the manual page, or write all of them to a folder

help-allergy = An allergy or intolerance, or that there is none
help-problem = A problem or diagnosis
help-medicine = A medicine or supplement
help-vaccine = A vaccine
help-measurement = A result or a reading at home
help-blood-pressure = A blood pressure in mmHg
help-procedure = An operation or procedure
help-note = A note in your own words
help-contact = Somebody to call
help-directive = What shall be done when you cannot say
help-profile = Who you are

## Help: arguments that several commands share

help-arg-record = The record's folder [env: POCKETCHART_RECORD]
help-arg-confidential = Use the confidential record inside that folder, with words and a passphrase of its own
help-arg-passphrase-fd = Read the passphrase from this open descriptor
help-arg-json = Print one JSON document, and nothing else, on standard output
help-arg-yes = Answer yes to questions whose answer can be undone
help-arg-accept-older = Open a folder that was put back to an older state
help-arg-name = What this device is called
help-arg-kdf = How hard the passphrase is to guess for whoever steals the record
help-arg-section = The section
help-arg-relay = The relay's address, if it is not the one of “use-relay” [env: POCKETCHART_RELAY]
help-arg-link = The link, by the letters that lists show
help-arg-no-pdf = Leave out the pages to read
help-trends-fonts = The folder of the fonts for a .png [env: POCKETCHART_FONTS]
help-growth-fonts = The folder of the fonts for a .png [env: POCKETCHART_FONTS]
help-arg-fonts = The folder of the fonts for the pages to read [env: POCKETCHART_FONTS]
help-arg-limit = How many to show
help-arg-offset = How many to leave out at the front
help-arg-id = The entry, by the letters that lists show
help-arg-reason = Why
help-arg-out = The file to write; none is overwritten
help-arg-file = The file
help-arg-title = What to call it in lists
help-arg-same-digits = The two screens show the same digits: you have compared them
help-arg-no-announce = Do not tell the network where this device waits
help-arg-code-fd = Hand the code over by this open descriptor
help-arg-words-fd = Hand the 24 words over by this open descriptor
help-arg-what = What it is, in words
help-arg-code = Its code, such as snomed:91936005
help-arg-by = Who says so
help-arg-note = A remark
help-arg-since = Since when: 2026-03-09, 2026-03 or 2026
help-arg-until = Until when
help-arg-when = When: 2026-03-09, 2026-03 or 2026
help-arg-status = How it stands
help-arg-certainty = How sure it is
help-arg-phone = Telephone number
help-arg-email = Mail address
help-arg-address = Postal address in one text

## Help: arguments of one command

help-audit-before = Only what has a lower number, as the last line of a page says
help-audit-given = Only what let something of the record out
help-audit-verify = Check the log against every head of it that others keep
help-audit-fhir = Write what was given, taken in and refused to a FHIR file
help-card-out = The file to write: a .png or .svg picture, or a .pdf to print; none is overwritten
help-card-with = Also put this on the card, by the letters that are shown; as often as needed
help-card-without = Leave this off the card; as often as needed
help-card-only = Put only this on the card; as often as needed
help-card-plain = Make the short code that any camera shows as text: allergies and one contact
help-card-paper = What the .pdf is printed on: small pages for a wallet, A6, or a large one for the fridge
help-card-fonts = The folder of the fonts for a .pdf [env: POCKETCHART_FONTS]
help-card-page = A web page that reads cards, for phones without Pocketchart [env: POCKETCHART_CARD_PAGE]
help-scan-input = The code's text, or a PNG or JPEG picture of it; else it is read from standard input
help-scan-known = The key of a patient you know, as “scan --json” shows it; as often as needed
help-arg-language = The language of headings and fixed words
help-import-files = The files
help-import-day-first = Readings as CSV: the day comes first in a date
help-import-month-first = Readings as CSV: the month comes first in a date
help-import-decimal-comma = Readings as CSV: a comma stands before the decimals
help-import-thousands-comma = Readings as CSV: a comma stands between thousands
help-import-unit = Readings as CSV: the unit of a column, in UCUM
help-import-zone = Readings as CSV: the time zone that the device was in
help-arg-import = The import, by the letters that the list shows
help-import-trust = A list of issuers of SMART Health Cards whose cards are believed
help-import-recipient = A file with a SMART Health Link: follow it, and say who asks; the sender reads that name
help-import-passcode-fd = Read the link's passcode from this open descriptor
help-import-this-machine = Follow also a link that leads to this computer itself
help-import-same-person = The file is about you, whatever name it gives
help-list-all = Also what was withdrawn or is only proposed
help-item-content = Print the content alone, byte for byte as it came
help-timeline-from = Nothing before this date
help-timeline-to = Nothing after this date
help-search-words = The words, or how they begin
help-known-on-day = The day: 2026-03-09
help-resolve-with = Another entry that belongs to it
help-resolve-keep = The entry that is right
help-resolve-withdraw = None of them is right
help-attach-media-type = Its media type, where its content and name do not tell it
help-attach-same-person = The file is about you, whatever name it gives
help-export-format = One bundle, or one resource a line
help-export-sections = A section to write, as often as needed; else all
help-export-current = Leave out what was corrected or withdrawn
help-export-reconciled = Say what several sources say alike, and what was decided about statements (List and Provenance, as IHE RECON does)
help-export-provenance = Say of each file that was brought in what came with it
help-grant-section = A section of which they get a copy
help-grant-read = They read these sections whole, with their history
help-grant-later = They go on reading what you add, while the grant lasts
help-grant-append = A section to which they may add
help-grant-for = For how long: 90m, 24h, 7d
help-grant-uses = How many may redeem it
help-grant-passcode-fd = Read a passcode that they must know from this open descriptor
help-grant-delegable = Who redeems it may let in one other, for a part of it
help-grant-address = Where they reach this device, if it cannot know that itself
help-grant-out = The picture of the code to write, PNG or SVG; none is overwritten
help-grant-confirm-date = The date of this device is right
help-grant-relay = The relay gives it while this device is off; needs a passcode
help-from-relay-url = The address of the relay
help-backup-relay = Leave it sealed at the relay, where the words alone find it
help-use-relay-url = Its address; it begins with https
help-use-relay-none = Use no relay any more
help-clinic-name = What patients see when the clinic asks
help-clinic-listen = Where it listens; beyond this machine only with a certificate
help-clinic-data = The folder of all that it keeps, made at the first start
help-clinic-host = A name under which browsers reach it, beside its addresses and localhost
help-clinic-tls-cert = The file of the certificates (PEM), to speak HTTPS
help-clinic-tls-key = The file of the certificate's key (PEM)
help-clinic-behind-proxy = A proxy on this machine does HTTPS under the name of --host, and says who calls
help-clinic-own-certificate = The desk certifies itself under the names of --host; browsers are told once to trust it
help-clinic-alone = An emergency needs no second person, where somebody works alone
help-clinic-passkeys-optional = Ends that passkeys are required, where administrators lost theirs
help-clinic-logoff = Minutes without a request after which somebody is signed out
help-relay-listen = Where it listens for HTTP; a proxy in front does TLS
help-relay-metrics = Where it answers with its counters; by default nowhere
help-relay-store = The file of its store, or the URL of a PostgreSQL database
help-relay-blobs = Where large bodies lie: a folder, or s3://bucket; else in the store
help-relay-blobs-above = From how many bytes on a body is a large one
help-relay-page = The folder of the emergency page, to serve it too; read the warning first
help-relay-tls-cert = The file of the certificates (PEM), to speak HTTPS without a proxy
help-relay-tls-key = The file of the certificate's key (PEM)
help-relay-url = How the world reaches it: its public address
help-relay-behind-proxy = Count callers by the last address in X-Forwarded-For
help-relay-capacity = What the store may hold; 0 for no limit
help-relay-requests = Requests of one address in a minute; 0 for no limit
help-relay-upload = What one address may send in an hour; 0 for no limit
help-relay-connections = Connections at once; further ones wait
help-relay-connections-each = Connections of one address at once; 0 for no limit
help-relay-memory = Request bodies in memory at once
help-relay-sweep = Seconds between two sweeps of what is over
help-serve-listen = Where to wait
help-serve-wait = For how long to wait: 10m, 1h
help-serve-agree = Say yes to whoever asks: you have compared the digits
help-serve-stay = Go on waiting after each
help-serve-confirm-date = The date of this device is right
help-redeem-input = The code's text, or a picture of it
help-redeem-as = What you call yourself
help-redeem-reason = Why you ask
help-redeem-passcode-fd = Read the patient's passcode from this open descriptor
help-redeem-chart = The folder for the shared chart
help-redeem-out = Write the copy as NDJSON to this file
help-ask-as = What you call yourself
help-ask-out = The picture of the code to write, PNG or SVG; none is overwritten
help-give-grant = The grant, by the letters that “redeem” showed
help-give-to = Their code: its text, or a picture of it
help-give-section = A section that they may see as you may; everything if none is named
help-give-append = A section to which they may add
help-give-once = They see it once, and nothing that comes later
help-give-for = For how long: 90m, 24h, 7d; at most as long as the grant
help-give-out = The picture of the code to write, PNG or SVG; none is overwritten
help-give-confirm-date = The date of this device is right
help-revoke-grant = The grant, by the letters that “grants” shows
help-waiting-admit = Take in what waits of this one, by name or key words
help-standing-section = A section of which they get a copy
help-standing-as = What your contacts call you
help-standing-for = For how long, at most 366d
help-standing-uses = How many may use it, at most 5
help-standing-wait = How many minutes the relay waits for your no, at most 10
help-standing-out = The code to write: a picture (PNG, SVG) or a page to print (PDF); none is overwritten
help-standing-paper = What the .pdf is printed on: small pages for a wallet, A6, or a large one for the fridge
help-standing-fonts = The folder of the fonts for a .pdf [env: POCKETCHART_FONTS]
help-standing-confirm-date = The date of this device is right
help-draw-grant = The first letters of its name, as “pocketchart grants” shows them
help-draw-out = The code to write: a picture (PNG, SVG) or a page to print (PDF); none is overwritten
help-draw-paper = What the .pdf is printed on: small pages for a wallet, A6, or a large one for the fridge
help-draw-fonts = The folder of the fonts for a .pdf [env: POCKETCHART_FONTS]
help-allow-section = A section that is opened
help-allow-for = For how long, at most 72h
help-allow-address = Where they reach this device, if it cannot know that itself
help-allow-out = The picture of the code to write, PNG or SVG; none is overwritten
help-allow-confirm-date = The date of this device is right
help-offer-listen = Where to wait
help-offer-address = Where others reach this device, if it cannot know that itself
help-lost-device = The device, by its name or id
help-lost-no-way-back = You know that it can come back only as a new device
help-join-code = The code, which begins with pocketchart:/
help-listen-address = Where to wait
help-listen-stay = Wait for the next device after each one
help-connect-address = Where the other device waits: host:port
help-connect-device = Which device, if there are several
help-letters-device = Only with this device
help-restore-file = The backup
help-passphrase-new-passphrase-fd = Read the new passphrase from this open descriptor
help-erase-erase-record = The name of the record, which says that you mean it
help-tour-file = A FHIR file to use in place of the example
help-completions-shell = The shell
help-man-out = The folder for all pages
help-allergy-none-known = You have no known allergy
help-allergy-reaction = What happened, as often as needed
help-allergy-severity = How bad it was
help-allergy-risk = How dangerous the next time can be
help-allergy-category = What kind of substance
help-medicine-how = How to take it
help-medicine-reason-for = What for
help-vaccine-not-given = It was not given
help-vaccine-dose = Which dose of its series
help-vaccine-lot = The number on the package
help-vaccine-given-by = Who gave it
help-measurement-value = The number, or words
help-measurement-unit = The unit, such as kg
help-measurement-ucum = The unit in UCUM, if it is written otherwise
help-measurement-category = What kind of finding
help-measurement-low = The lowest usual value
help-measurement-high = The highest usual value
help-measurement-flag = The laboratory's mark: H, L, N, HH, LL, A
help-blood-pressure-systolic = The higher number
help-blood-pressure-diastolic = The lower number
help-procedure-body-site = Where on the body
help-procedure-done-by = Who did it
help-procedure-outcome = How it ended
help-note-text = The text; a dash reads it from standard input
help-contact-who = The name
help-contact-relationship = What they are to you
help-contact-emergency = To be called in an emergency
help-directive-kind = What kind of directive
help-directive-text = The directive's words
help-directive-file = The signed paper
help-profile-given = Given name, as often as needed
help-profile-family = Family name
help-profile-birth-date = Birth date
help-profile-gender = Gender, as offices write it
help-profile-language = Language, such as en


## The tour

tour-heading = Pocketchart, shown by real programs on this machine. Nothing leaves it. The folder they use is removed at the end.
# With spaces at which no line ends.
tour-time = { $millis } ms
tour-create-name = Create
tour-create = A phone's record is made and sealed. { $words } words bring it back when all else is lost.
tour-import-name = Import
tour-import = { $file } ({ $size }): { $new } parts kept, { $unreadable } unreadable. Once more: { $again } new.
tour-allergies-name = Allergies
tour-allergies = { $count ->
    [0] None are recorded.
   *[other] { $count }, the dangerous first: { $list }.
}
tour-trend-name = Trend
tour-trend = { $what }: { $count } values since { $from } { $line } latest { $latest }.
tour-check-name = Check
tour-check = { $medicine }, before it is taken: ▲ { $weight }. { $says } { $source } by { $publisher }, { $edition }. { $review }
tour-correct-name = Correct
tour-correct = { $what }: now “{ $how }”. Nothing is overwritten: its history has { $entries } entries.
tour-pair-name = Pair
tour-pair = A tablet reads the phone's code. Both screens show { $digits }. Now { $devices } devices.
tour-first-sync-name = Fill
tour-first-sync = The tablet fetches { $count } signed changes: { $size } in { $turns } round trips.
tour-apart-name = Apart
tour-apart = Both offline, one medicine, { $what }. Phone: “{ $phone }”. Tablet: { $tablet }.
tour-sync-name = Sync
tour-sync = They meet: { $out } change one way, { $back } the other, { $size } in { $turns } round trips. Nothing new: { $again }.
tour-disagree-name = Disagree
tour-disagree = ◆ Both statements are kept, side by side: { $one }; { $other }.
tour-resolve-name = Resolve
tour-resolve = A person decides that it was stopped. After one more sync { $left } disagree.
tour-card-name = Card
tour-card = { $others ->
    [yes] { $facts } facts, { $bytes } bytes, { $modules } × { $modules } modules. Photographed aslant and blurred, another project's reader (zxing-cpp) and ours read it the same, without a record.
   *[no] { $facts } facts, { $bytes } bytes, { $modules } × { $modules } modules. Photographed aslant and blurred, our reader reads it the same, without a record.
}
tour-card-unread = The photographed card was not read.
tour-card-unread-next = Run it again.
tour-verify-name = Verify
tour-verify = { $changes } signed changes and { $entries } entries, the same on both devices: { $faults } wrong.
tour-tamper-name = Tamper
tour-tamper =
    One bit flipped in { $places } copies: { $refused } refused, { $wrong } read wrongly{ $unused ->
        [0] .
       *[other] , { $unused } in leftover space that nothing reads.
    }
shc-listed = A SMART Health Card, signed by { $name }.
shc-supplied = A SMART Health Card with a right signature, by somebody whom your list does not have. Take it as told by the patient.
shc-unchecked = A SMART Health Card that cannot be checked: the keys of its issuer are not at hand. Take it as told by the patient.
shc-signature = A SMART Health Card that was altered, or signed by somebody else. Do not believe it.
shc-revoked = A SMART Health Card that its issuer has taken back. Do not believe it.
shc-expired = A SMART Health Card whose time is over.
shc-not-yet = A SMART Health Card that is not valid yet.
shc-issuer = From { $issuer }, { $from }.
shc-until = Valid until { $until }.
shc-chunks = A part of this health card is missing.
shc-chunks-next = Scan all its codes at once.
shc-other = This is a signed statement about something else than health.
shc-other-next = Ask for the health card.
shc-damaged = This health card is damaged or not made as it must be.
shc-damaged-next = Ask for it again, or scan it again.
trust-list = { $file } is not a list of issuers.
trust-list-next = Give a list as issuers of health cards publish it: “issuerInfo” with keys.

## Links and cards for others

story-title = In the patient's own words
ask-passcode = The passcode of this link:
link-show = Show this SMART Health Link to whoever shall read what it leads to:
link-made = Link { $link } leads to { $count ->
    [one] one statement
   *[other] { $count } statements
} until { $until }.
link-passcode = Tell them the passcode by another way. After ten wrong ones the link is dead.
link-holder = Whoever has this link can read what it leads to, and pass it on.
link-next = See who came: “pocketchart links log”. End it at any time: “pocketchart links destroy”.
link-whole = The whole summary
link-open = open
link-over = over
link-destroyed = ended by you
links-none = No link was made on this device.
link-live = Link { $link } can be opened.
link-not-live = Link { $link } cannot be opened any more.
link-paused = Link { $link } is paused: it leads nowhere until you resume it.
link-resumed = Link { $link } leads somewhere again.
link-ended = Link { $link } has ended. What somebody has fetched stays with them.
link-updated = Link { $link } now leads to { $count ->
    [one] one statement
   *[other] { $count } statements
}, as they are today.
link-uses = { $uses ->
    [one] It can be opened once more.
   *[other] It can be opened { $uses } more times.
}
link-attempts = { $left ->
    [one] One more wrong passcode ends it.
   *[other] It bears { $left } more wrong passcodes.
}
link-nobody = Nobody has opened it.
link-opened = { $when }: opened by somebody who calls themselves “{ $who }”
link-refused = { $when }: wrong passcode, by somebody who calls themselves “{ $who }”
link-unreadable = { $count ->
    [one] One line of its log cannot be read
   *[other] { $count } lines of its log cannot be read
}: the relay has changed them.
link-window = A link lasts from one minute to a year, and can be opened at least once.
link-window-next = Choose another time with --for, or another number with --uses.
link-label = The label is too long for a link, or has line breaks.
link-label-next = Take at most 80 letters.
link-passcode-direct = A link to one file cannot ask for a passcode.
link-passcode-direct-next = Leave out --direct, or the passcode.
link-address = The relay's address is too long or not secure, so it cannot stand in a link.
link-address-next = Use a relay with a short address that begins with “https://”.
link-nothing = There is nothing to share in what you chose.
link-nothing-next = Choose other sections, or add something first.
link-person = The record does not say your name, date of birth and gender, and whoever reads this needs them.
link-person-next = Add them: “pocketchart add profile”.
link-too-much = That is more than a link can hold.
link-too-much-next = Choose fewer sections, or leave out the pages with --no-pdf.
link-unknown = This device has no such link.
link-unknown-next = “pocketchart links” lists them.
link-has-ended = The link has ended.
link-has-ended-next = Make a new one.
link-fixed = What this link leads to cannot be replaced.
link-fixed-next = Make a new link with --long-term, and end this one.
health-card-show = Show this SMART Health Card:
health-card-made = { $count ->
    [one] One statement is on it.
   *[other] { $count } statements are on it.
}
health-card-supplied = Who checks it sees that it was not altered, and that it is told by you, not by a clinic.
health-card-unchecked = This card cannot be checked by anybody, since no relay holds its key. It tells what you say.
health-card-left-out = { $count ->
    [one] One entry is not on it:
   *[other] { $count } entries are not on it:
}
health-card-no-room = no room was left
health-card-no-code = it says in words only what it is, and a code carries no words
health-card-in-error = it was entered by mistake
health-card-other-type = things of this kind do not go on cards
health-card-window = A card holds from one minute to ten years.
health-card-window-next = Choose another time with --for.
health-card-person = The record does not say who you are, or says more than fits on a card.
health-card-person-next = Add your name and date of birth: “pocketchart add profile”.
health-card-public = Who checks a card fetches its key from an address that begins with “https://”, and the relay's does not.
health-card-public-next = Give the address by which everybody else reaches the relay, with --public.
health-card-no-relay = Without a relay nobody could check the card, so it goes into a file and not into a code.
health-card-no-relay-next = Say --relay URL, or --file FILE.
follow-done = { $host } gave { $count ->
    [one] one file
   *[other] { $count } files
}.
follow-unproved = This comes from whoever made the link. Nobody has checked whether it is true.
follow-fhir = { $count ->
    [one] One statement:
   *[other] { $count } statements, allergies first:
}
follow-other = A file of the kind { $kind }, which is not opened here.
follow-file-unopened = One file cannot be opened with this link. It is left out.
follow-file-missing = One file could not be fetched. Try again later.
follow-imported = Taken in from { $host }: { $new } new, { $held } known before.
follow-imported-next = What disagrees with your record is marked until you decide: “pocketchart resolve”.
follow-next = Nothing of this was kept. To keep it in your record, add --import.
follow-no-link = Only a SMART Health Link can be followed.
follow-no-link-next = Leave out --recipient to see what this code says.
follow-here = This link leads to this computer itself, which a link from somebody else has no reason to do.
follow-here-next = If you run a relay here yourself, say --this-machine.
follow-passcode = This link asks for a passcode, and nobody is there to type it.
follow-passcode-next = Ask whoever gave you the link, and give it with --passcode-fd.
follow-recipient = Whoever asks has to say who they are.
follow-recipient-next = Give a name with --recipient.
follow-too-long = What lies there is too large.
follow-too-long-next = Ask for a smaller link.
follow-unreachable = The place where this link leads cannot be reached.
follow-unreachable-next = Look whether you are online, and try again.
follow-dead = The passcode is wrong, and that was the last try: the link is dead.
follow-dead-next = Ask for a new link.
follow-wrong-passcode = The passcode is wrong. { $left ->
    [one] One more wrong one ends the link.
   *[other] The link bears { $left } more wrong ones.
}
follow-wrong-passcode-next = Ask for the right one before you try again.
follow-wrong-passcode-bare = The passcode is wrong.
follow-wrong-passcode-bare-next = Ask for the right one before you try again: a link bears few wrong ones.
follow-not-active = This link leads nowhere: its time is over, it was opened often enough, it is paused, or it was ended.
follow-not-active-next = Ask for a new link.
follow-too-many = Too many asked there in a short time.
follow-too-many-next = Wait { $seconds } seconds, and try again.
follow-manifest = What answers there is not what a health link leads to.
follow-manifest-next = Ask for a new link.
follow-other-key = What lies there was altered, or belongs to another link.
follow-other-key-next = Do not believe it. Ask for a new link.
follow-file = What lies there is not made as a health link's file must be.
follow-file-next = Ask for a new link.

shl-found = A SMART Health Link: health data lies sealed at { $url }.
shl-label = It says of itself: { $label }
shl-until = It says that it holds until { $until }.
shl-stale = That time is over; what lies there may be gone.
shl-passcode = A passcode is needed besides.
shl-key = The key is in the code. Whoever has the code can read what lies there.
shl-next = To see what lies there, say who you are: “pocketchart scan … --recipient NAME”. The sender reads that name.
shl-newer = This SMART Health Link needs a newer program.
shl-newer-next = Bring this program up to date.
shl-damaged = This SMART Health Link is damaged or not made as it must be.
shl-damaged-next = Ask for a new one, or scan it again.
scan-grant = This code opens parts of somebody's record:
scan-emergency = This code opens parts of somebody's record in an emergency. Whoever redeems it must say why:
scan-until = Until { $until }, for { $uses ->
    [one] one who redeems it
   *[other] { $uses } who redeem it
}. The patient's device decides.
scan-passcode = A passcode is needed besides.
scan-redeem = Redeem it with “pocketchart redeem CODE --as NAME”.
scan-delegation = By this code somebody passes a part of grant { $grant } on, until { $until }:
scan-delegate = “{ $name }” wants to be let in by somebody who redeemed a grant. Words of their key: { $words }.
scan-delegate-next = Let them in with “pocketchart delegate give GRANT --to CODE”.
tour-grant-name = Grant
tour-grant = A clinic redeems a code. Both screens show { $digits }. { $who } gets { $allergies } allergies, { $count } entries in all: { $size }.
tour-visit-name = Visit
tour-visit = { $who } writes a note and brings it back: { $received } signed change, { $kept } note of theirs in your record.
tour-end-name = End
tour-end = A second clinic comes with the same code. “{ $why }” You end the grant: the first one asks again, and gets { $answered } answers.
tour-audit-name = Log
tour-audit = { $count } things are in the log of who got what; { $faults } wrong with it.
tour-relay-name = Relay
tour-relay = The phone is off. A relay that cannot read it gives a clinic with code and passcode a copy: { $count } entries. Back on, the phone hears that “{ $who }” took it, and ends it: the clinic gets { $answered ->
    [one] one answer
   *[other] { $answered } answers
} after that.
tour-link-name = Link
tour-link = A health link with a passcode, for one use. { $reader ->
    [independent] A few lines of JavaScript that know only the standard open it
   *[own] Another process of this program opens it
}: { $allergies } allergies. The log says “{ $who }”. Asked again, the relay says { $spent }; and { $destroyed } for one that you destroyed.
tour-lose-name = Lost
tour-lose = The tablet is stolen, and taken out. It calls, and gets { $answered } answers. Of { $written } new note it reads { $read }.
tour-backup-name = Back up
tour-backup = One sealed file of { $size }, which only the words open.
tour-restore-name = Restore
tour-restore = A new phone, the file and the words: { $entries } entries are back, { $same } of { $of } shown are the same.
tour-done = Done in { $seconds } seconds. Make your own: “pocketchart create”.
tour-folder = The tour could not use its folder.
tour-folder-next = Make room in the folder for temporary files.
tour-digits = The two screens showed different digits.
tour-digits-next = Run it again.
tour-program = The tour could not run its programs.
tour-program-next = Run it again.
tour-step = A step of the tour failed: { $message }
tour-step-next = Run it again.

# The app on a phone.
chart-locked = The record is locked.
chart-locked-next = Unlock it and try again.
internal = Something went wrong inside Pocketchart. What was saved before is safe.
internal-next = Lock the record, open it again, and try once more.
key-cancelled = The record was not unlocked.
key-cancelled-next = Unlock it when you are ready.
key-lost = This device no longer holds the key of the record.
key-lost-next = A backup and your 24 words bring the record back.
key-failed = This device could not give the key of the record.
key-failed-next = Try again. If that does not help, start the device anew.

# The emergency card.
card-show = Your emergency card
card-plain-show = The short code, as any camera shows it
card-who-app = Any Pocketchart app opens this code, without a network. Other phones show only digits: print the short code beside it (“--plain”).
card-who-page = Any phone opens { $page } with this code. Whoever serves that page can read the card there.
card-who-plain = Any phone's camera shows this text, without a network.
card-possession = Whoever has the code can read it. It cannot be called back.
card-review = Look it over and make it anew by { $date }, or when something changes.
card-on-it = On the card
card-letters = By the letters for “--without”
card-off-it = Not on the card; “--with” and the letters put it there
card-written = Written: { $file }, { $size }.
card-too-wide = The code does not fit this window. Make it { $columns } columns wide, or write a picture with “--out”.
card-unreviewed = The words in { $language } are a translation that no native speaker has checked yet.
card-language-es = Spanish
card-language-fr = French
card-language-de = German
card-language-ar = Arabic
card-language-zh = Chinese
card-contact-kind = contact
card-person-kind = person
card-empty = There is nothing to put on the card.
card-empty-next = Add what matters first, such as an allergy or somebody to call, or choose something with “--with”.
card-too-much = There is too much on the card for one code.
card-too-much-next = Leave something off with “--without” and the letters above.
card-not-offered = { $id } cannot be put on the card.
card-not-offered-next = “card” shows what can be, and its letters.
card-page-wrong = { $page } is not the address of a page that can read cards.
card-page-wrong-next = It begins with https:// and has no “#” in it.
card-file-kind = { $file } is not named as a picture that can be written.
card-file-kind-next = Let its name end in .png, .svg or .pdf.
card-paper-small = The code is too large for this paper.
card-paper-small-next = Choose a larger one with “--paper”, or leave something off with “--without”.
card-no-letter = No font here has the letter { $letter }.
card-no-letter-next = Install the fonts fonts-noto-core and fonts-noto-cjk, or name a folder with others with “--fonts”.
card-no-font = There are no fonts here to print with.
card-no-font-next = Install the fonts fonts-noto-core, or name a folder with fonts with “--fonts”.
card-newer = This card needs a newer reader. Nothing of it is shown.
card-newer-next = Install the newest version of Pocketchart, or ask the person or their contacts.
card-altered = This card is altered or damaged. Nothing of it is shown.
card-altered-next = Scan it again in better light. If that does not help, do not rely on it.
card-not-one = This is not an emergency card of Pocketchart.
card-not-one-next = Its text begins with “pocketchart:/”, or is the address of a page with many digits behind “#”.
scan-no-code = There is no code in the picture that can be read.
scan-no-code-next = Take the picture straight from the front, sharp, and with a light margin around the code.
scan-no-picture = { $file } is not a PNG or JPEG picture that can be read.
scan-no-picture-next = Give the code's text, or a picture of it.
scan-known-wrong = { $key } is not a key.
scan-known-wrong-next = A key is 64 letters and digits, as “scan --json” shows it.


## What the tables of facts say of medicines. $a and $b are names of ingredients as the tables write them.

finding-harm-bleeding = { $a } with { $b }: you can bleed more easily.
finding-harm-serotonin = { $a } with { $b }: too much of the body's signal serotonin can build up. Signs are shaking, fever, a fast heart and confusion.
finding-harm-heart-rhythm = { $a } with { $b }: the heart can lose its rhythm. This can be dangerous.
finding-harm-breathing = { $a } with { $b }: breathing can become too slow.
finding-harm-muscle = { $a } with { $b }: muscles can be harmed. Signs are pain, weakness and dark urine.
finding-harm-potassium-high = { $a } with { $b }: there can be too much potassium in the blood.
finding-harm-potassium-low = { $a } with { $b }: there can be too little potassium in the blood.
finding-harm-sodium-low = { $a } with { $b }: there can be too little salt in the blood.
finding-harm-contraception = { $a } with { $b }: birth control may fail.
finding-harm-live-vaccine = { $a } with { $b }: a live vaccine can make you ill when the body's defence is weak.
finding-harm-unborn = { $a } with { $b }: a child before birth can be harmed.
finding-harm-head-pressure = { $a } with { $b }: the pressure in the head can rise. Signs are headache and blurred sight.
finding-harm-acid = { $a } with { $b }: too much acid can build up in the blood.
finding-harm-blood-cells = { $a } with { $b }: the body can make too few blood cells.
finding-harm-narrowed-vessels = { $a } with { $b }: blood vessels can become too narrow.
finding-harm-pressure-high = { $a } with { $b }: blood pressure can rise too high.
finding-harm-pressure-low = { $a } with { $b }: blood pressure can fall too low.
finding-harm-seizure = { $a } with { $b }: a seizure becomes more likely.
finding-harm-sleepy = { $a } with { $b }: you can become very sleepy. Driving can be dangerous.
finding-harm-slow-heart = { $a } with { $b }: the heart can beat too slowly or too weakly.
finding-harm-hearing = { $a } with { $b }: hearing can be harmed.
finding-harm-kidney = { $a } with { $b }: the kidneys can be harmed.
finding-harm-sugar-low = { $a } with { $b }: blood sugar can fall too low.
finding-harm-sugar-high = { $a } with { $b }: blood sugar can rise too high.
finding-harm-liver = { $a } with { $b }: the liver can be harmed.
finding-harm-flushing = { $a } with { $b }: they can cause a red face, vomiting and a fast heart together.
finding-harm-lithium = { $a } with { $b }: the amount of lithium in the blood can change.
finding-harm-angioedema = { $a } with { $b }: face and throat can swell.
finding-harm-anticholinergic = { $a } with { $b }: dry mouth, trouble with passing urine and confusion become more likely.
finding-harm-more-of-a = { $a } with { $b }: { $a } can become too strong.
finding-harm-more-of-b = { $a } with { $b }: { $b } can become too strong.
finding-harm-less-of-a = { $a } with { $b }: { $a } can become too weak.
finding-harm-less-of-b = { $a } with { $b }: { $b } can become too weak.
finding-harm-more-effect = { $a } with { $b }: one of them can become too strong.
finding-harm-less-effect = { $a } with { $b }: one of them can become too weak.
finding-harm-other = { $a } with { $b }: the source says that they do not go well together.
finding-duplicate-entry = { $a } stands in the record twice. It may be one medicine that was written down two times.
finding-duplicate-ingredient = { $a } is in two medicines that you take.
finding-duplicate-class = { $a } and { $b } are of the same kind: { $class }.
finding-allergy-same = The record says that you are allergic to { $allergy }. { $medicine } is the same.
finding-allergy-group = The record says that you are allergic to { $allergy }. { $medicine } is of the same kind: { $group }.
finding-allergy-cross = The record says that you are allergic to { $allergy }. Some people then react to { $medicine } too.
finding-allergy-cross-rate = The record says that you are allergic to { $allergy }. Of 100 such people, { $low } to { $high } react to medicines like { $medicine } too ({ $group }).
finding-allergy-cross-low = The record says that you are allergic to { $allergy }. Few people then react to { $medicine }, or none.
finding-allergy-contains = The record says that you are allergic to { $allergy }. { $medicine } can hold traces of it.
finding-with-asthma = { $a } can make asthma worse.
finding-with-bleeding = { $a } can make a bleeding worse.
finding-with-breast-cancer = { $a } can be harmful after breast cancer.
finding-with-clot = { $a } can be harmful after a blood clot.
finding-with-g6pd = { $a } can destroy blood cells when the enzyme G6PD is low.
finding-with-glaucoma = { $a } can raise the pressure in the eye.
finding-with-heart-block = { $a } can slow a heart that has a block of its signals.
finding-with-heart-disease = { $a } can be harmful when the heart gets too little blood.
finding-with-heart-failure = { $a } can make a weak heart worse.
finding-with-high-potassium = { $a } can raise potassium that is high already.
finding-with-liver = { $a } can be harmful when the liver is ill.
finding-with-long-qt = { $a } can be dangerous when the heart takes long to recharge (long QT).
finding-with-myasthenia = { $a } can make muscles weaker in myasthenia.
finding-with-old-age = { $a } has more risks from 65 years on.
finding-with-parkinson = { $a } can make Parkinson's disease worse.
finding-with-pregnancy = { $a } can harm a child before birth.
finding-with-seizures = { $a } can make a seizure more likely.
finding-with-stomach-bleeding = { $a } can cause a new bleeding in stomach or gut.
finding-with-stroke = { $a } can be harmful after a stroke.
finding-with-ulcer = { $a } can make a stomach ulcer worse.
finding-with-weak-kidneys = { $a } can build up or do harm when the kidneys are weak.
finding-with-young-age = { $a } is not for this age.
finding-advice-never = Do not take them together without your doctor's word. Ask now, and do not just stop.
finding-advice-ask = Better not. Ask your doctor or pharmacist before the next dose.
finding-advice-care = Care is needed. Ask your pharmacist what to watch for.
finding-advice-know = Good to know. Tell your doctor or pharmacist at the next visit.
finding-advice-tell = Tell whoever gives it to you before you take it.
finding-advice-apart = Take them at different times. Your pharmacist says how far apart.
finding-advice-barrier = Use another kind of birth control as well, and ask for how long.
finding-advice-blood-test = Blood tests may be needed. Ask your doctor.
finding-advice-dose = The dose may have to change. Ask your doctor, and do not change it alone.
finding-advice-ecg = The heart's rhythm may have to be checked. Ask your doctor.
finding-advice-inr = Clotting (INR) should be measured more often. Ask your doctor.
finding-advice-kidney = Drink enough, and ask your doctor about a check of the kidneys.
finding-advice-potassium = Potassium should be measured. Ask your doctor.
finding-advice-sugar = Measure blood sugar more often.
finding-advice-watch = Watch for changes, and tell your doctor about them.
finding-advice-other = Another medicine may be better. Ask your doctor or pharmacist.
finding-advice-anaphylaxis = You had a dangerous reaction before. Do not take it without your doctor's word.
finding-advice-duplicate = Ask your doctor or pharmacist whether you need both.
finding-advice-reconcile = Compare the two entries, and keep what is true.
finding-missing-age = The record does not say the day of birth.
finding-missing-sex = The record does not say male or female.
finding-missing-dose = The record does not say how much { $medicine } is taken.
finding-missing-route = The record does not say how { $medicine } gets into the body.
finding-missing-local = { $medicine } works in one place only. The source speaks of medicines for the whole body.
finding-missing-pregnancy = The record does not say whether there is a pregnancy.
finding-missing-result = The record has no recent result of the test “{ $test }”.
finding-missing-week-of-pregnancy = The record does not say which week of the pregnancy it is.
finding-missing-circumstances = The source ties this to circumstances that are not in our rules.
finding-not-checked-medicine = { $medicine } was not checked: no source here knows its name.
finding-not-checked-ingredient = { $ingredient } in { $medicine } was not checked: no source here knows it.
finding-not-checked-interactions = { $medicine } was not checked against other medicines: the source does not know it.
finding-not-checked-status = { $medicine } was not checked: the record does not say whether it is taken.
finding-not-checked-allergy = The allergy to { $allergy } was not checked: no source here knows it.
finding-not-checked-no-allergies = The record says nothing about allergies, not even that there are none.
finding-problem-acute-coronary-syndrome = The record does not say whether there was a heart attack or the like.
finding-problem-alcohol-dependence = The record does not say whether alcohol is a problem.
finding-problem-angina = The record does not say whether there is chest pain from the heart.
finding-problem-asthma = The record does not say whether there is asthma.
finding-problem-atrial-fibrillation = The record does not say whether there is atrial fibrillation.
finding-problem-bleeding-disorder = The record does not say whether there is a bleeding disorder.
finding-problem-bleeding-stomach-or-gut = The record does not say whether there is or was a bleeding in stomach or gut.
finding-problem-breast-cancer = The record does not say whether there is or was breast cancer.
finding-problem-copd = The record does not say whether there is COPD.
finding-problem-depression = The record does not say whether there is a depression.
finding-problem-diabetes = The record does not say whether there is diabetes.
finding-problem-epilepsy = The record does not say whether there are or were seizures.
finding-problem-fluid-retention = The record does not say whether there is water in the legs.
finding-problem-g6pd-deficiency = The record does not say whether the enzyme G6PD is low.
finding-problem-glaucoma-angle-closure = The record does not say whether there is narrow-angle glaucoma.
finding-problem-gout = The record does not say whether there is gout.
finding-problem-heart-block = The record does not say whether there is a heart block.
finding-problem-heart-failure = The record does not say whether the heart is weak.
finding-problem-hemorrhagic-stroke = The record does not say whether there is a bleeding in the head.
finding-problem-hyperkalemia = The record does not say whether potassium is high.
finding-problem-hypertension = The record does not say whether blood pressure is high.
finding-problem-hypokalemia = The record does not say whether potassium is low.
finding-problem-hypothyroidism = The record does not say whether the thyroid is too slow.
finding-problem-ischemic-heart-disease = The record does not say whether the heart gets or got too little blood.
finding-problem-kidney-failure-moderate = The record does not say whether the kidneys are weak.
finding-problem-kidney-failure-severe = The record does not say whether the kidneys are very weak.
finding-problem-lactation = The record does not say whether a child is breastfed.
finding-problem-liver-failure = The record does not say whether the liver is ill.
finding-problem-long-qt = The record does not say whether there is a long QT.
finding-problem-migraine = The record does not say whether there is migraine.
finding-problem-myasthenia-gravis = The record does not say whether there is myasthenia.
finding-problem-parkinson-disease = The record does not say whether there is Parkinson's disease.
finding-problem-peptic-ulcer = The record does not say whether there is or was a stomach ulcer.
finding-problem-pheochromocytoma = The record does not say whether there is a pheochromocytoma.
finding-problem-porphyria = The record does not say whether there is porphyria.
finding-problem-pregnancy = The record does not say whether there is or was a pregnancy.
finding-problem-prostate-enlargement = The record does not say whether the prostate is large.
finding-problem-stroke = The record does not say whether there was a stroke.
finding-problem-venous-thrombosis = The record does not say whether there is or was a blood clot.
## What is said of results and vital signs. $name is the record's word for what was measured, $value a number with its unit.

measure-low = { $name } is low: { $value }, measured { $when }.
measure-high = { $name } is high: { $value }, measured { $when }.
measure-critical-low = { $name } is very low: { $value }, measured { $when }.
measure-critical-high = { $name } is very high: { $value }, measured { $when }.
measure-outside-next = Ask about it at the next visit. One value alone says little.
measure-critical-next = If this is new, call a doctor today. If you feel ill, call for emergency help.
measure-check-value = Check this value: { $name } of { $value }, measured { $when }, can hardly be right.
measure-check-value-next = Look whether the number and its unit were written down right. It is left out of curves.
measure-no-range = { $name }: we know no usual range for this person.
measure-not-dated = { $name } of { $written } has no day. It was not looked at.
measure-no-number = { $name }: “{ $written }” is no number that we can read.
measure-unit-not-known = { $name }: the unit “{ $written }” cannot be turned into ours.
measure-pressure-week-high = Blood pressure at home is high: { $systolic } over { $diastolic }, the mean of { $count } readings in a week.
trend-rising-away = { $name } keeps rising and is above its range: { $count } values in { $days } days.
trend-falling-away = { $name } keeps falling and is below its range: { $count } values in { $days } days.


## The charts of growth.

growth-length = Length for age
growth-height = Height for age
growth-weight = Weight for age
growth-head-circumference = Size of the head for age
growth-weight-for-length = Weight for length
growth-body-mass-index = Body mass index for age
growth-person-unknown = Growth is compared with children of the same age and sex. The record does not say the day of birth, or the sex.
growth-person-next = “pocketchart correct” with the kind “profile” adds what is missing.
growth-nothing = No weight, height or size of the head of a child is in the record.
growth-meaning = A percentile of 37: of 100 children of the same age and sex, 37 measure less. Every child grows in its own way.
growth-below-two = ◆ Below two years of age, CDC recommends the standards of the World Health Organization. They are not here: these are CDC's own.
growth-source = Charts of CDC (2000), made from children in the United States.
growth-far = Far below 3 or above 97, a percentile says little: ask a doctor how to read it.
growth-next = “pocketchart growth CHART” shows one chart; --plot FILE.svg or FILE.png draws it.
growth-below-one = below 1
growth-above-ninety-nine = above 99
growth-age-months = { $months ->
    [one] { $months } month
   *[other] { $months } months
}
growth-age-years = { $months ->
    [0] { $years } years
    [one] { $years } years, { $months } month
   *[other] { $years } years, { $months } months
}
growth-no-such-chart = There is nothing on a chart of this name.
growth-no-such-chart-next = “pocketchart growth” names the charts that there is something on.
growth-plot-one = A picture shows one chart.
growth-plot-one-next = Name one of these.


## Screenings. Each says what it is, for whom, and how often.

due-next = Ask for it at the next visit, or say that you do not want it.
due-out-of-date = Rules of screening here are out of date. Install the newest version of Pocketchart.
due-abdominal-aortic-aneurysm = Ultrasound of the main artery in the belly, once, for men from 65 to 75 who ever smoked
due-alcohol = Questions about alcohol, for all adults
due-anxiety-adults = Questions about worry and fear, for adults up to 64
due-anxiety-young = Questions about worry and fear, from 8 to 18
due-blood-pressure-from-40 = Blood pressure, each year from 40 on
due-blood-pressure-under-40 = Blood pressure, every three years from 18 to 39
due-breast-cancer = X-ray of the breasts, every two years for women from 40 to 74
due-cervical-cancer-from-30 = Test for cancer of the cervix, from 30 to 65: a smear every three years or an HPV test every five
due-cervical-cancer-under-30 = Smear test for cancer of the cervix, every three years from 21 to 29
due-chlamydia-and-gonorrhea = Test for chlamydia and gonorrhea, for young women who have sex
due-colorectal-cancer-45-to-49 = Test for bowel cancer, from 45 to 49: how often depends on the test
due-colorectal-cancer-from-50 = Test for bowel cancer, from 50 to 75: how often depends on the test
due-depression-adults = Questions about low mood, for adults
due-depression-young = Questions about low mood, from 12 to 18
due-diabetes = Blood sugar, every three years from 35 to 70 with a high weight
due-diabetes-in-pregnancy = Blood sugar in pregnancy, from week 24 on
due-drugs = Questions about drugs, for all adults
due-hepatitis-b-at-risk = Test for hepatitis B, for those at risk
due-hepatitis-b-in-pregnancy = Test for hepatitis B, in each pregnancy
due-hepatitis-c = Test for hepatitis C, once from 18 to 79
due-hiv = Test for HIV, once from 15 to 65
due-hiv-in-pregnancy = Test for HIV, in each pregnancy
due-intimate-partner-violence = Questions about violence at home, for women from 15 to 49
due-lung-cancer = CT of the lungs, each year from 50 to 80 for those who smoked a lot
due-osteoporosis = Bone density, for women from 65 on
due-osteoporosis-at-risk = Bone density, for women under 65 after their last period who are at risk
due-pressure-in-pregnancy = Blood pressure at each visit in pregnancy
due-rh-in-pregnancy = Blood group with its Rh factor, in each pregnancy
due-syphilis-at-risk = Test for syphilis, for those at risk
due-syphilis-in-pregnancy = Test for syphilis, in each pregnancy
due-tobacco = Question about smoking, for all adults
due-urine-in-pregnancy = Urine culture, in each pregnancy
due-vision-of-children = Eye test, once from 3 to 5 years
due-ask-aorta = Was the main artery in your belly already looked at by ultrasound?
due-ask-hepatitis-b = Are you at risk of hepatitis B: born where it is common, drugs by needle, or a partner who has it?
due-ask-osteoporosis = Did your periods stop, and are your bones at risk: low weight, smoking, or a parent with a broken hip?
due-ask-pack-years = How many packs of cigarettes a day did you smoke, and for how many years?
due-ask-quit = When did you stop smoking?
due-ask-sexually-active = Do you have sex?
due-ask-smoking = Do you smoke, or did you ever?
due-ask-syphilis = Are you at risk of syphilis: another infection from sex, HIV, or many partners?
due-problem-abdominal-aneurysm = The record does not say whether the main artery in the belly is widened.
due-problem-anxiety = The record does not say whether there is an anxiety disorder.
due-problem-cervical-cancer = The record does not say whether there was cancer of the cervix.
due-problem-colorectal-cancer = The record does not say whether there was bowel cancer.
due-problem-hepatitis-b = The record does not say whether there was hepatitis B.
due-problem-hepatitis-c = The record does not say whether there was hepatitis C.
due-problem-hiv = The record does not say whether there is HIV.
due-problem-lung-cancer = The record does not say whether there was lung cancer.
due-problem-no-cervix = The record does not say whether the womb was taken out.
due-problem-osteoporosis = The record does not say whether the bones are weak.


## Vaccines. $group is the name of a vaccine group as CDC writes it, $number the number of the dose.

vaccine-due = { $group }: dose { $number } is due since { $since }.
vaccine-overdue = { $group }: dose { $number } is overdue. It was due on { $since }.
vaccine-contraindicated = { $group } must not be given to you, as far as the record says.
vaccine-dose-does-not-count = { $group }: the dose of { $day } does not count and is to be given again.
vaccine-advice-due = Ask for it at the next visit.
vaccine-advice-contraindicated = Tell whoever wants to give it why not.
vaccine-advice-repeat = Ask when it is to be given again.
vaccine-no-birth-day = Vaccines were not checked: the record does not say the day of birth.
vaccine-no-code = The vaccine “{ $what }” was not checked: it has no code that the schedule knows (CVX).
vaccine-no-day = The vaccine “{ $what }” was not checked: the record does not say the day it was given.
vaccine-undated-dose = A dose stands in the record without the day it was given: it may be the one that is asked for.
vaccine-unknown = The vaccine “{ $what }” was not checked: the schedule does not know its code.
vaccine-problem-no-code = “{ $what }” was not looked at for vaccines: it has no code that the schedule knows (SNOMED CT).
vaccine-problem-not-confirmed = “{ $what }” was not looked at for vaccines: nobody has confirmed it.
vaccine-reaction-not-graded = The reaction to “{ $what }” was not looked at for vaccines: the record does not say how severe it was.
vaccine-season-not-covered = { $group }: the edition of the schedule here does not cover this season. Ask whether you need it.
vaccine-questions-open = { $count ->
    [one] One question about vaccines has no answer in the record.
   *[other] { $count } questions about vaccines have no answer in the record.
}
vaccine-questions-next = “pocketchart vaccines --questions” lists them, by what they are about. Take the list to whoever gives you vaccines.
vaccine-questions-heading = What the record does not say, and vaccines depend on
vaccine-questions-indication = If so, these vaccines may be for you
vaccine-questions-contraindication = If so, these vaccines may not be for you
vaccine-questions-immunity = If so, being born long ago does not protect you
vaccine-question = { $title }: { $vaccines }
vaccines-edition = By the schedule of CDC for the United States. Other countries have others.
vaccine-status-overdue = overdue
vaccine-status-due = due
vaccine-status-perhaps = perhaps due
vaccine-status-later = later
vaccine-status-contraindicated = must not be
vaccine-status-immune = immune
vaccine-status-complete = complete
vaccine-status-not-recommended = not now
vaccine-status-aged-out = past the age
vaccine-reason-expired = It had expired.
vaccine-reason-bad-condition = The vaccine was in bad condition.
vaccine-reason-inadvertent = It was not meant for this dose.
vaccine-reason-too-young = You were too young for it.
vaccine-reason-grace = It came a few days early, which is accepted.
vaccine-reason-too-old = You were too old for it.
vaccine-reason-too-soon = It came too soon after the dose before.
vaccine-reason-conflict = It came too soon after another vaccine.
vaccine-reason-wrong-vaccine = It was another vaccine than this dose needs.
vaccine-reason-small-volume = Too little was given.
vaccine-reason-already-complete = All doses had been given before.
due-status-due = Due
due-status-perhaps = Perhaps due
due-status-soon = Soon
due-status-done = Done
due-status-asks = Depends on a question
due-status-out-of-date = The rule is out of date
due-not-for-you = { $count ->
    [one] One recommendation is not for you, or not now.
   *[other] { $count } recommendations are not for you, or not now.
}
column-vaccine = Vaccine
column-dose = Dose
column-from = From
column-latest = At the latest
due-grade = Grade { $grade }
due-last = last done { $day }
due-again = next { $day }


## What rules find in the whole record.

care-heading = { $count ->
    [0] Nothing was found.
    [one] One thing was found.
   *[other] { $count } things were found.
}
care-severity-contraindicated = Must not be
care-severity-avoid = Better not
care-severity-precaution = Take care
care-severity-note = Good to know
care-possible = It may not hold for you. { $what }
care-about = About: { $items }
care-source = { $source }: { $locator }.
care-reviewed = Reviewed by { $name }.
care-not-reviewed = No clinician has reviewed this rule.
care-not-checked = { $count ->
    [one] One thing was not checked.
   *[other] { $count } things were not checked.
}
care-more = { $count ->
    [one] One more: “--all” shows it.
   *[other] { $count } more: “--all” shows them.
}
care-end = For { $day }, by tables { $version }.
care-next = “pocketchart explain RULE” says where a rule comes from. Its name is the last line of each finding.
care-information = This is information, not a medical device. Ask a doctor or pharmacist before you change anything.
care-source-title = { $title }, by { $publisher }.
care-source-edition = Edition { $edition }: { $url }
care-source-terms = Terms: { $licence }. { $attribution }
care-would-change = It goes away when the entries it is about are stopped, corrected or taken back, or when the rule changes.
care-not-here = “{ $what }” was not checked: its content has not come from your other device yet.
trend-contradicted = “{ $what }” is left out of the trend: sources disagree about this value. “pocketchart reconcile” shows both.
care-unreadable = “{ $what }” was not checked: it cannot be read.
care-tables = The rules inside this program cannot be read.
care-tables-next = Install Pocketchart again. Your record is as it was.
care-unseen = { $section }: not checked, because you may not see this part of the record.
care-unseen-sensitive = What the person keeps apart as sensitive, if there is anything, was not checked: you may not see it.
care-unseen-vaccines = Nothing is said of vaccines that are due: you may not see which were given.
care-unseen-screenings = Nothing is said of screenings that are due: you may not see what was done.
care-nothing-else = Nothing else was found.
care-set-aside = { $count ->
    [one] One thing was read and set aside. It is still there:
   *[other] { $count } things were read and set aside. They are still there:
}
care-set-aside-by-you = You have set this aside on { $day }, because: { $reason }
care-set-aside-by = { $who } has set this aside on { $day }, because: { $reason }
care-noted-by = { $who } has read this on { $day }, and says: { $reason }
care-outdated = This was set aside before, on { $day }, because: { $reason } It is told again, because the rule or what it found has changed.
care-set-aside-gone = { $count ->
    [one] One thing that was set aside is not found any more:
   *[other] { $count } things that were set aside are not found any more:
}
care-set-aside-gone-item = { $rule }: set aside on { $day }, because: { $reason }
care-take-back = “pocketchart acknowledge RULE --take-back” tells it again.
care-several-findings = This rule finds several things.
care-several-findings-next = Say which one: add --item with the letters that “pocketchart list” shows of one of its entries.
acknowledge-done = Set aside. “check” shows it apart, and tells it again when the rule or what it found changes.
acknowledge-noted = Noted. The finding stays as it is: only the person, or who manages this part for them, can set it aside.
acknowledge-where = The reason stands in the section “{ $section }”: whoever may see that section can read it.
acknowledge-taken-back = Taken back. “check” tells it again.
acknowledge-none = There is nothing of this kind that was set aside.
acknowledge-none-next = “pocketchart check --all” shows everything that was set aside.
acknowledge-no-reason = Nothing is set aside without a reason.
acknowledge-no-reason-next = Add --reason with a few words, such as “my doctor knows of it”.
care-no-such-finding = No rule of this name finds anything in the record.
care-no-such-finding-next = “pocketchart check” names those that do.


## Cards of CDS Hooks: what a clinic's system shows of findings.

cds-heading = { $count ->
    [0] No card: nothing was found.
    [one] One card.
   *[other] { $count } cards.
}
cds-indicator-critical = Critical
cds-indicator-warning = Warning
cds-indicator-info = For information
cds-source = { $title }, { $edition }
cds-source-own = Pocketchart, the record that the patient holds
cds-topic-interaction = Two medicines that do not go together
cds-topic-duplicate = The same medicine, or the same kind, twice
cds-topic-allergy = A medicine against an allergy
cds-topic-condition = A medicine against a condition
cds-topic-screening = A screening
cds-topic-vaccine = A vaccine
cds-topic-result = A result
cds-topic-trend = A result over time
cds-topic-not-checked = What was not checked
cds-override-known-and-watched = It is known and is being watched
cds-override-benefit-outweighs = The benefit is greater than the risk
cds-override-no-alternative = There is nothing better
cds-override-not-so = The record is wrong here
cds-service-patient-title = What the patient’s own record says
cds-service-patient-description = Medicines that clash with each other, an allergy or a condition; results out of range; vaccines and screenings that are due; and what was not checked. Information, not a medical device.
cds-service-orders-title = Orders against the patient’s own record
cds-service-orders-description = What a prescription would bring beside the medicines, allergies and conditions in the record that the patient holds; and what was not checked. Information, not a medical device.
cds-service-needs = The Patient resource must come with the request, and must be the owner of the record.
cds-order-not-checked = “{ $what }” was not checked: rules read prescriptions only.
cds-order-unreadable = Order number { $what } was not checked: it cannot be read.
cds-no-patient = The request does not say whom it is about.
cds-no-patient-next = Send the Patient resource with it, as “prefetch.patient”.
cds-another-person = The request may be about another person than this record.
cds-another-person-next = Compare name and date of birth. What is right for one person can harm another, so there is no way around this.
cds-request-too-large = The request has more than 16 MiB.
cds-request-too-large-next = Send only the orders of this session.
cds-request-unreadable = This is not a request of CDS Hooks.
cds-request-unreadable-next = “pocketchart cds-hooks --discovery” shows the services; a request is the JSON that calls one of them.
cds-request-missing = The request lacks “{ $field }”.
cds-request-missing-next = Every request of this hook must have it.
cds-request-not-a-uuid = “hookInstance” is not a UUID.
cds-request-not-a-uuid-next = Each call has a UUID of its own.
cds-request-other-hook = There is no service for this hook.
cds-request-other-hook-next = “pocketchart cds-hooks --discovery” shows those that there are.
cds-orders-not-a-bundle = “context.draftOrders” is not a FHIR Bundle.
cds-orders-not-a-bundle-next = Send all orders that are not signed yet as one Bundle.
cds-orders-twice = Two orders in “context.draftOrders” have the same id.
cds-orders-twice-next = Give each order an id of its own.
cds-orders-no-such-order = “context.selections” names an order that is not in “context.draftOrders”.
cds-orders-no-such-order-next = Name each as it stands there, such as “MedicationRequest/103”.
cds-orders-another-person = An order is about another person than the request.
cds-orders-another-person-next = Send the orders of each patient in a request of their own.

# Servers of hospitals and practices
progress-pull = Bringing in
sources-none = No hospital or practice is connected on this device.
sources-one = { $name } · { $base }
sources-granted = Allowed: { $scopes }
sources-missing = Asked for and not allowed: { $scopes }
sources-ends = The server gave no lasting permission: to bring in what is new later, you may have to connect it again.
sources-half-way = The last time it was cut off. “pocketchart sources pull” goes on from there.
sources-next = Connect one with “pocketchart sources add”. Bring in what is new with “pocketchart sources pull”.
source-open = Open this address in your browser, and sign in at your hospital or practice:
source-open-next = Only its own page asks for your password. This waits until the browser comes back, at most 15 minutes.
source-browser-done = You are signed in. You can close this page and go back to Pocketchart.
source-browser-failed = This sign-in did not work. Go back to Pocketchart: it says why.
source-browser-other = There is nothing here.
source-added = { $name } is connected.
source-pulled = { $name }: { $new } new · { $updated } newer copies · { $held } held already
source-resumed = It went on from where it was cut off.
source-trouble = { $what }: { $why }
source-unreadable = { $count ->
    [one] { $count } part could not be read. Its text is kept.
   *[other] { $count } parts could not be read. Their text is kept.
}
source-others = { $count ->
    [one] The server sent { $count } statement about another person. It was not taken.
   *[other] The server sent { $count } statements about other people. They were not taken.
}
source-missing-files = { $count ->
    [one] { $count } file of a document did not come. The next pull asks for it again.
   *[other] { $count } files of documents did not come. The next pull asks for them again.
}
source-missing-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
source-failed = { $name }: { $why }
source-pull-next = See it with “pocketchart list”. What a server refused or did not send is not in your record: its absence says nothing.
source-removed = { $name } is no longer connected. What it brought stays.
source-revoked = Its server was told, and no longer lets this device in.
source-not-revoked = Its server could not be told. To be sure, end the permission on the server's own page.
source-no-revocation = Its server takes no notice of this. To be sure, end the permission on the server's own page.
source-not-found = No hospital or practice in this directory is called so.
source-found-more = { $count ->
    [one] { $count } more. Type more of the name, or a city.
   *[other] { $count } more. Type more of the name, or a city.
}
source-key = Give this to the hospital or practice when you register this program there. It is the public half of a key whose other half stays on this device:
source-key-next = It gives you a name for the program. Then: “pocketchart sources add ADDRESS --name NAME --client-id ID --key”.
source-found-next = Connect one with “pocketchart sources add ADDRESS --name NAME --client-id ID”.

# Why a search did not come to its end
trouble-forbidden = not allowed by the server
trouble-refused = refused by the server ({ $status })
trouble-outside = the next page is said to be at another server, which was not asked
trouble-endless = the pages never end
trouble-too-long = a page is too long
trouble-not-fhir = the answer is not health data that we can read
trouble-other-people = there were statements about other people, which were not taken
trouble-elsewhere = it lies at another address, which was not asked
trouble-file-too-large = longer than 16 MiB
trouble-other-file = what came is not the file that the document names
trouble-empty = nothing is in it

source-unknown = No connection has this name.
source-unknown-next = “pocketchart sources” lists them.
source-none = No hospital or practice is connected on this device.
source-none-next = Connect one with “pocketchart sources add”.
source-name = The name is empty or too long.
source-name-next = Give it a name of at most 100 letters.
source-name-taken = Another connection has this name.
source-name-taken-next = Give it another name, or forget the other one with “pocketchart sources remove”.
source-patient-id = This cannot be the id of a patient.
source-patient-id-next = An id has letters, digits, dots and dashes only, at most 64.
source-address = Only addresses that begin with https are asked.
source-address-next = Look at the address again. In the open only a server on this machine itself is asked.
source-no-sign-in = This server does not say where its patients sign in.
source-no-sign-in-next = Ask it for a token, and use --token-fd. For a server that asks nobody, use --open.
source-not-open = This server asks its patients to sign in.
source-not-open-next = Connect it with --client-id, or with a token that it gave you: --token-fd.
source-no-key = This device has no key yet by which a hospital could know this program.
source-no-key-next = Make one with “pocketchart sources key”, register it there, and try again.
source-key-not-taken = This server does not take a key of the kind that this device has.
source-key-not-taken-next = Leave out --key. If it asks for an RSA key, give it one with “pocketchart sources key --rsa FILE”.
source-not-a-key = This file holds no RSA key that can be used.
source-not-a-key-next = Make one of 3072 bits, for example with “openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072 -out key.pem”.
source-client-refused = The server does not know this program by that name, or not by this key or secret.
source-client-refused-next = Look at the name after --client-id, and whether the key that “pocketchart sources key” shows is registered there.
source-nothing-granted = You or the server allowed nothing that could be read.
source-nothing-granted-next = Sign in once more and allow at least one kind of data.
source-which-patient = The server does not say which patient you are.
source-which-patient-next = Ask for your patient id there, and give it with --patient.
source-unreachable = The server cannot be reached.
source-unreachable-next = Look at the address and the network, and try again later.
source-not-fhir = What the server answered is not what it should be.
source-not-fhir-next = Look whether this is the address of its FHIR server.
source-status = The server refused ({ $status }).
source-status-next = Try again later. If it stays so, ask the hospital or practice.
source-busy = The server is busy.
source-busy-next = Try again in { $seconds } seconds or later: it goes on where it stopped.
source-signed-out = The server no longer accepts this sign-in.
source-signed-out-next = Forget it with “pocketchart sources remove”, and connect it again. What came in stays.
source-unsafe-address = The server names an address for the sign-in that is not safe.
source-unsafe-address-next = Do not sign in there. Tell the hospital or practice.
source-no-pkce = The server does not protect the sign-in against thieves.
source-no-pkce-next = Ask the hospital or practice for another way to your data, such as a file.
source-other-sign-in = What came back does not belong to this sign-in.
source-other-sign-in-next = Begin again. If you did not open that page yourself, somebody may have tried to make you sign in as them.
source-other-issuer = What came back is of another server than the one that was asked.
source-other-issuer-next = Begin again, and sign in only on the page of your hospital or practice.
source-denied = The sign-in was declined ({ $why }).
source-denied-next = Begin again whenever you like.
source-no-answer = Nobody signed in.
source-no-answer-next = Begin again, and open the address in a browser on this machine.
source-port = Port { $port } of this machine is in use.
source-port-next = Take another one with --port, one that the server knows of.
source-no-directory = This file is no directory of hospitals.
source-no-directory-next = It must be a FHIR Bundle of Organization and Endpoint.

# Check-in before a visit
checkin-heading = { $count ->
    [one] One thing is asked of you
   *[other] { $count } things are asked of you
}
checkin-purpose = They say why: { $purpose }
checkin-unproven = The request does not prove who asks. Give nothing unless you know where it comes from.
checkin-needed = needed for the visit
checkin-records = { $count ->
    [0] Your record has nothing of this.
    [one] Your record has one entry:
   *[other] Your record has { $count } entries:
}
checkin-left-out = Left out: { $name }
checkin-given = You give this.
checkin-not-given = Not given. To give it: “--give { $item }”.
checkin-from-record = from your record
checkin-measured = from your record, { $when }
checkin-suggested = suggested by the form
checkin-nothing-sent = Nothing was written or sent. “--out” writes what you give to a file, “--send” sends it to whoever asked by a link or in this record.
checkin-sent = Your answer was sent, and is there.
checkin-call = The call is at { $call }
checkin-none-came = No clinic asks anything in this record. What one asks comes when your device next meets theirs, or by letters.
checkin-came-by = { $name } asked on { $when }
checkin-came-somebody = somebody without a name
checkin-came-until = An answer is taken until { $when }.
checkin-came-over = The time to answer was over on { $when }.
checkin-came-answered = You answered on { $when }.
checkin-came-how = To look at one: “pocketchart checkin --asked { $entry }”.
checkin-proven = Signed by { $name }, to whom you opened your record. An answer goes to them through it.
checkin-sent-back = Your answer stands in your record, signed. It goes to them when your device next meets theirs, or by letters.
checkin-sent-back-how = With a relay: “pocketchart mailbox”. Without one: “pocketchart serve” waits for their call.
checkin-came-none = No such request came to this record.
checkin-came-none-next = “pocketchart checkin” lists what clinics ask in this record.
messages-none = No message is here. What a clinic writes comes when your device next meets theirs, or by letters.
messages-with = With { $name }{ $count ->
        [0] {""}
        [one] : one new message
       *[other] : { $count } new messages
    }
messages-from = { $name }, { $when }
messages-by = { $name } of { $clinic }
messages-you = You
messages-how = To answer one: “pocketchart messages answer { $entry } TEXT”. Once read: “pocketchart messages read”.
messages-how-first = To write: “pocketchart messages write "{ $name }" TEXT”.
messages-nobody = You can write to whom you let read messages, also later ones, and write them: “pocketchart grant … messages --read --later --append messages”.
messages-nobody-of-that-name = You cannot write to anybody of this name.
messages-nobody-of-that-name-next = Whoever is listed above can read and answer you. Others first need a code: “pocketchart grant … messages --read --later --append messages”.
messages-written = Your message stands in your record, signed. It goes to them when your device next meets theirs, or by letters.
messages-read = { $count ->
    [0] Nothing is new any more.
    [one] One message is new still.
   *[other] { $count } messages are new still.
    }
message-empty = Nothing is said in this message.
message-empty-next = Write something.
message-too-long = This message is longer than 5,000 characters.
message-too-long-next = Say it in fewer words, or in two messages.
message-none = There is no such message.
message-none-next = “pocketchart messages” shows all of them, each with its letters.
message-no-access = They may not read and answer your messages, or not any more.
message-no-access-next = Give them a new code with “pocketchart grant … messages --read --later --append messages”, and write again.
checkin-no-link = A file leads nowhere, so nothing can be sent there.
checkin-no-link-next = Write the answer to a file with “--out”, and give that to the clinic; or open the request by its link.
checkin-link-address = Only links that begin with https are opened.
checkin-link-address-next = Look at the link again, or ask the clinic for the request as a file.
checkin-link-unreachable = The place where this link leads cannot be reached. If you were sending, your answer may have come all the same.
checkin-link-unreachable-next = Look whether you are online, and try again. An answer is taken once, so nothing is there twice.
checkin-link-unknown = Nothing is asked under this link.
checkin-link-unknown-next = Look at the link again, or ask the clinic for a new one.
checkin-link-over = The time to answer is over.
checkin-link-over-next = Ask the clinic for a new request, or tell them in the call.
checkin-link-answered = This has been answered already, and is answered once.
checkin-link-answered-next = If it was not you, tell the clinic at once.
checkin-link-not-taken = The clinic did not take the answer: it does not fit what was asked.
checkin-link-not-taken-next = Nothing of it was kept there. Ask the clinic to send the request again, or write the answer to a file.
checkin-link-failed = The place where this link leads answers with something else.
checkin-link-failed-next = Try again later, or ask the clinic for the request as a file.
checkin-written = Your answer is in { $file }. Give it only to those who asked.
checkin-outcome-fulfilled = given
checkin-outcome-partial = given in part
checkin-outcome-unavailable = your record has nothing of it
checkin-outcome-declined = not given
checkin-outcome-unsupported = Pocketchart cannot answer it
checkin-outcome-error = failed
checkin-unknown = It asks for something that Pocketchart does not know.
checkin-unknown-next = Ask the clinic what it needs.
checkin-media = It asks for a format that Pocketchart does not write.
checkin-media-next = Ask the clinic what it needs.
checkin-form-not-here = The form is only named and did not come with the request.
checkin-form-not-here-next = Ask the clinic to send it.
checkin-form-contradicts = The form that came is not the one that is named, so it is not shown.
checkin-form-contradicts-next = Tell the clinic.
checkin-form-unreadable = The form cannot be shown as it was meant, so it is not shown.
checkin-form-unreadable-next = Tell the clinic.
form-yes = yes
form-no = no
form-no-answer = no answer
form-missing = The clinic needs an answer here.
form-several = One answer only.
form-type = This is not the kind of answer that is asked for.
form-no-option = None of the answers to choose from.
form-too-long = Too long.
form-out-of-range = Lower or higher than the form allows.
form-unit = Not in a unit that the form offers.
form-not-asked = This question is not asked.
checkin-too-large = The request or the answer is too large.
checkin-too-large-next = Ask the clinic to ask for less at a time.
checkin-not-json = This is not a check-in request: it is not JSON, or says something twice.
checkin-not-json-next = Ask the clinic to send its check-in request again, as a file.
checkin-not-a-request = This is not a check-in request.
checkin-not-a-request-next = A check-in request is the file or text that a clinic sends before a visit. Other files are read by “pocketchart import”.
checkin-other-version = This check-in request is of a version that Pocketchart does not know.
checkin-other-version-next = Look for a newer Pocketchart, or ask the clinic for a request of version 1.
checkin-malformed = The check-in request or answer is malformed.
checkin-malformed-next = Nothing of it was used. Ask the clinic to send it again.
checkin-item-twice = The check-in request says two things under one name.
checkin-item-twice-next = Nothing of it was used. Tell the clinic.
checkin-not-a-response = This is not an answer to a check-in.
checkin-not-a-response-next = Ask for it to be sent again.
checkin-other-request = The answer is to another check-in request.
checkin-other-request-next = Nothing of it was used. Compare whose it is.
checkin-artifact-twice = The answer gives two things under one name.
checkin-artifact-twice-next = Nothing of it was used. Ask for it to be sent again.
checkin-items = The answer does not say of everything that was asked what became of it.
checkin-items-next = Nothing of it was used. Ask for it to be sent again.
checkin-not-accepted = The answer gives something in a format that was not asked for.
checkin-not-accepted-next = Nothing of it was used. Ask for it to be sent again.
checkin-contradicts = What the answer gives and what it says of it contradict each other.
checkin-contradicts-next = Nothing of it was used. Ask for it to be sent again.
checkin-other-profile = The answer says that it is whole, and lacks what was asked for.
checkin-other-profile-next = Nothing of it was used. Ask for it to be sent again.
checkin-other-form = The form that was filled in is not the one that was asked for.
checkin-other-form-next = Nothing of it was used. Ask for it to be sent again.
checkin-not-asked = Nothing called { $item } is asked, or it is not a form that could be answered.
checkin-not-asked-next = “pocketchart checkin FILE” shows what is asked, each with its name in brackets.
checkin-not-offered = An entry is not among what would be given.
checkin-not-offered-next = “pocketchart checkin FILE” shows what would be given, each with its letters.
checkin-form-faults = Some answers to { $item } do not fit: { $faults }
checkin-form-faults-next = “pocketchart checkin FILE” shows each question with its name and what it can be answered with.
