# Words of the emergency page, beside those of strings/card. `cargo xtask strings` writes them for the page.
page-title = Emergency page
page-lead = Reads an emergency card, an emergency code, a SMART Health Link or a SMART Health Card.
page-scan = Scan a code
page-stop = Stop the camera
page-picture = Choose a picture of a code
page-paste = Or paste the text of a code, or a link
page-read = Read
page-language = Language
page-private = What you open stays in this window. Nothing is kept. Whoever runs this page can change what it does.
page-print = Print
page-close = Close and forget
page-again = Fetch again
page-more = Show { $count } more
page-code = Code
page-name-added = This page added the name. Only the code was sent.
page-save = Save { $name }
page-since = since { $date }
page-reading = Reading…
page-fetching = Waiting for { $host }…
page-point = Hold the code before the camera.

## Sections that a card does not have
page-vaccines = Vaccines
page-results = Results
page-procedures = Operations and treatments
page-documents = Documents
page-other = Everything else

## How sure, and of what time
page-inactive = not active now
page-resolved = over
page-refuted = found to be wrong
page-in-error = entered in error
page-unconfirmed = not confirmed
page-stopped = stopped

## Before a link is opened
page-ask = Open a health link
page-ask-label = Its sender calls it:
page-ask-host = { $host } will be asked.
page-recipient = Your name or place of work
page-recipient-why = The patient sees who opened the link.
page-passcode = Passcode
page-open = Open
page-attempts =
    { $count ->
        [0] No attempt is left. Ask the person for a new link.
        [one] { $count } attempt is left.
       *[other] { $count } attempts are left.
    }

## Before an emergency code is used, and while it waits
page-emergency = Open an emergency code
page-emergency-told = The person’s devices and contacts are told at once that this code is used. The person sees your name and your reason.
page-emergency-wait = For up to ten minutes the person’s devices can stop it. Do not wait to help.
page-emergency-opens = It opens: { $sections }.
page-emergency-until = The code is good until { $date }.
page-emergency-ended = The code was good until { $date }.
page-reason = Why you need it
page-reason-why = For example: found unconscious. It is written down for the person.
page-tell = Tell them and open
page-told = They are told now
page-told-left = You get it in
page-told-stop = The person’s devices may stop it before. Do not wait to help.
page-told-keep = Keep this page open. If you close it, you must ask again, and wait again.

## Sections of a record that an emergency code can open
page-profile = About the person
page-vitals = Vital signs
page-visits = Visits
page-notes = Notes of visits
page-care-plan = Care plan
page-sensitive = Confidential entries
page-coverage = Insurance
page-check-ins = Questionnaires
page-messages = Messages

## Who says so
page-copy = A copy that a device of the person left at { $host }. Nothing was changed since, but this page does not know who signed it.
page-unshown =
    { $count ->
        [one] One entry cannot be shown here. The Pocketchart app shows it.
       *[other] { $count } entries cannot be shown here. The Pocketchart app shows them.
    }
page-author = written by { $name }
page-from-link = Fetched now from { $host }. It is not signed. Nobody vouches for it.
page-supplied = Supplied by the patient. Nothing was changed since { $issuer } signed it, but this page does not know who that is.
page-listed = Signed by { $issuer }, who is on this page’s list. Nothing was changed since.
page-unchecked = Not checked. No key came from { $issuer }, so it may have been altered.
page-revocation-unchecked = Not checked: whether it was taken back.
page-expired = Expired on { $date }. It may be out of date.
page-not-yet = Not valid before { $date }.
page-plain = Plain text. It is not signed. Anybody can write it.
page-link-ended = The link was meant to end on { $date }.
page-old = Old. It may be out of date.
page-undated = It does not say how old it is.
page-can-change = This file can still change.
page-no-longer-valid = Its sender says that this file is no longer valid.
page-retracted = Its sender took this file back. Do not rely on it.
page-live-access = This link also opens a clinic’s system. This page does not.
page-part-failed = One part could not be shown.

## What went wrong, and what to do
page-altered = Altered or damaged
page-altered-next = Nothing of it is shown. Scan the code again, or ask the person.
page-newer = This needs a newer reader
page-newer-next = Nothing of it is shown. Load this page again with a network, or use the app.
page-not-a-code = This page cannot read that
page-not-a-code-next = It reads emergency cards, emergency codes, SMART Health Links and SMART Health Cards.
page-other-code = This code is for the Pocketchart app
page-other-code-next = Open the app and scan it there.
page-parts = This is one of several codes of a card
page-parts-next = This page reads cards of one code. Ask for a link or a file.
page-rules = This link breaks the rules of health links
page-rules-next = It was not opened. Ask the person for a new one.
page-gone = This link no longer works
page-gone-next = It has ended, or was taken back. Ask the person for a new one.
page-not-given = { $host } does not give it
page-not-given-next = It was stopped, or the code has ended or is used up. Look for an emergency card, or call the person’s contacts.
page-unfit = What came does not fit this code
page-unfit-next = It was altered, or is not for this code. Nothing of it is shown. Try again, or use the app.
page-wrong-passcode = That passcode is not right
page-wrong-passcode-next = Ask the person for it.
page-too-many = Too many have asked
page-too-many-next = Wait { $seconds } seconds, then try again.
page-no-answer = No answer from { $host }
page-no-answer-next = Check your network, then try again.
page-server = { $host } could not help
page-server-next = It answered { $status }. Try again later.
page-unreadable = What came cannot be opened
page-unreadable-next = It was altered, or is not for this link. Nothing of it is shown.
page-too-large = Too large to show here
page-too-large-next = Ask for a smaller summary.
page-nothing = Nothing in it can be shown here
page-nothing-next = Ask the person what it holds.
page-unknown-key = Not signed by its issuer
page-unknown-key-next = { $issuer } has no such key. Nothing of it is shown.
page-revoked = Taken back by its issuer
page-revoked-next = Nothing of it is shown.
page-no-camera = The camera cannot be used
page-no-camera-next = Allow it in your browser, or choose a picture.
page-no-code = No code was found in that picture
page-no-code-next = Take a sharper one, from nearer.
page-no-script = This page needs JavaScript.
page-insecure = This page was not loaded safely
page-insecure-next = Open it again with https.
