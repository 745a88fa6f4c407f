//! Written by `cargo xtask strings` from `strings/en.ftl`. Change that file, not this one.

use crate::Value;

/// A text that a person reads, with its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Message<'a> {
    /// `size-bytes`: 1 byte / {bytes} bytes
    SizeBytes {
        /// `$bytes`
        bytes: Value<'a>,
    },
    /// `size-kilobytes`: {amount} kB
    SizeKilobytes {
        /// `$amount`
        amount: Value<'a>,
    },
    /// `size-megabytes`: {amount} MB
    SizeMegabytes {
        /// `$amount`
        amount: Value<'a>,
    },
    /// `size-gigabytes`: {amount} GB
    SizeGigabytes {
        /// `$amount`
        amount: Value<'a>,
    },
    /// `date-day`: {day} {month} {year}
    DateDay {
        /// `$day`
        day: Value<'a>,
        /// `$month`
        month: Value<'a>,
        /// `$year`
        year: Value<'a>,
    },
    /// `date-month`: {month} {year}
    DateMonth {
        /// `$month`
        month: Value<'a>,
        /// `$year`
        year: Value<'a>,
    },
    /// `date-year`: {year}
    DateYear {
        /// `$year`
        year: Value<'a>,
    },
    /// `date-day-and-time`: {day} {month} {year}, {time}
    DateDayAndTime {
        /// `$day`
        day: Value<'a>,
        /// `$month`
        month: Value<'a>,
        /// `$time`
        time: Value<'a>,
        /// `$year`
        year: Value<'a>,
    },
    /// `month-short-1`: Jan
    MonthShort1,
    /// `month-short-2`: Feb
    MonthShort2,
    /// `month-short-3`: Mar
    MonthShort3,
    /// `month-short-4`: Apr
    MonthShort4,
    /// `month-short-5`: May
    MonthShort5,
    /// `month-short-6`: Jun
    MonthShort6,
    /// `month-short-7`: Jul
    MonthShort7,
    /// `month-short-8`: Aug
    MonthShort8,
    /// `month-short-9`: Sep
    MonthShort9,
    /// `month-short-10`: Oct
    MonthShort10,
    /// `month-short-11`: Nov
    MonthShort11,
    /// `month-short-12`: Dec
    MonthShort12,
    /// `month-1`: January
    Month1,
    /// `month-2`: February
    Month2,
    /// `month-3`: March
    Month3,
    /// `month-4`: April
    Month4,
    /// `month-5`: May
    Month5,
    /// `month-6`: June
    Month6,
    /// `month-7`: July
    Month7,
    /// `month-8`: August
    Month8,
    /// `month-9`: September
    Month9,
    /// `month-10`: October
    Month10,
    /// `month-11`: November
    Month11,
    /// `month-12`: December
    Month12,
    /// `kept-unchanged`: Nothing was changed.
    KeptUnchanged,
    /// `kept-so-far`: What came in before is kept. It is not taken in twice.
    KeptSoFar,
    /// `kept-done`: The change was made. Only this report could not be shown.
    KeptDone,
    /// `store-missing`: There is no record here.
    StoreMissing,
    /// `store-missing-next`: Make one with “pocketchart create”, or say where yours is with --record.
    StoreMissingNext,
    /// `store-exists`: There is a record here already.
    StoreExists,
    /// `store-exists-next`: Choose another folder with --record.
    StoreExistsNext,
    /// `store-busy`: The record is open in another program.
    StoreBusy,
    /// `store-busy-next`: Close that program, or wait until it is done, and try again.
    StoreBusyNext,
    /// `store-wrong-key`: This passphrase does not open the record.
    StoreWrongKey,
    /// `store-wrong-key-next`: Try again. If it is lost, a backup and your 24 words bring the record back.
    StoreWrongKeyNext,
    /// `store-newer`: The record was written by a newer version of Pocketchart.
    StoreNewer,
    /// `store-newer-next`: Install the newest version.
    StoreNewerNext,
    /// `store-rolled-back`: The record's folder is older than the last time it was used here.
    StoreRolledBack,
    /// `store-rolled-back-next`: Somebody put an old copy back. If that was you, and you mean it, say --accept-older.
    StoreRolledBackNext,
    /// `store-altered`: The record's file is damaged, or somebody changed it.
    StoreAltered,
    /// `store-altered-next`: Look with “pocketchart verify”. A backup and your 24 words bring the record back.
    StoreAlteredNext,
    /// `store-full`: The disk is full.
    StoreFull,
    /// `store-full-next`: Make room on the disk and try again.
    StoreFullNext,
    /// `store-denied`: The record's folder may not be read or written.
    StoreDenied,
    /// `store-denied-next`: Look at whose folder it is and who may use it.
    StoreDeniedNext,
    /// `store-failed`: The record's folder could not be read or written.
    StoreFailed,
    /// `store-failed-next`: Look whether the disk is in order, and try again.
    StoreFailedNext,
    /// `ask-passphrase`: Passphrase:
    AskPassphrase,
    /// `ask-new-passphrase`: Choose a passphrase:
    AskNewPassphrase,
    /// `ask-passphrase-again`: The same once more:
    AskPassphraseAgain,
    /// `passphrases-differ`: The two are not the same. Once more.
    PassphrasesDiffer,
    /// `passphrase-short`: This passphrase is short, so it can be guessed. Four or five unusual words are better.
    PassphraseShort,
    /// `passphrase-empty`: The passphrase is empty.
    PassphraseEmpty,
    /// `passphrase-empty-next`: Choose one of four or five unusual words.
    PassphraseEmptyNext,
    /// `passphrase-needed`: A passphrase is needed, and nobody is there to type it.
    PassphraseNeeded,
    /// `passphrase-needed-next`: Give it by --passphrase-fd or in POCKETCHART\_PASSPHRASE.
    PassphraseNeededNext,
    /// `passphrase-done`: From now on only the new passphrase opens the record.
    PassphraseDone,
    /// `kdf-fast`: With “fast”, the passphrase can be guessed quickly. Use it for trying things out only.
    KdfFast,
    /// `device-unnamed`: this computer
    DeviceUnnamed,
    /// `words-write`: Write these 24 words down. Without them and without your device, nobody can bring this record back, not even us.
    WordsWrite,
    /// `words-written`: Written down? Press Enter. The words then leave the screen for good.
    WordsWritten,
    /// `words-again`: That is not the word. Here they are once more.
    WordsAgain,
    /// `ask-word`: Word {number}:
    AskWord {
        /// `$number`
        number: Value<'a>,
    },
    /// `ask-words`: Type your 24 words, with a space between them:
    AskWords,
    /// `words-needed`: The 24 words are needed, and nobody is there to type them.
    WordsNeeded,
    /// `words-needed-next`: Give them by --words-fd.
    WordsNeededNext,
    /// `words-count`: Those are {count} words. There must be 24.
    WordsCount {
        /// `$count`
        count: Value<'a>,
    },
    /// `words-count-next`: Look at your paper and type all of them.
    WordsCountNext,
    /// `words-unknown`: Word {number} is not one of the words that are used.
    WordsUnknown {
        /// `$number`
        number: Value<'a>,
    },
    /// `words-unknown-next`: Look at your paper: perhaps a letter is wrong.
    WordsUnknownNext,
    /// `words-checksum`: The words do not belong together.
    WordsChecksum,
    /// `words-checksum-next`: One of them is wrong, or two have changed places.
    WordsChecksumNext,
    /// `create-done`: Your record is in {folder}, sealed.
    CreateDone {
        /// `$folder`
        folder: Value<'a>,
    },
    /// `create-next`: Next: bring in what others know with “pocketchart import FILE”, or type it with “pocketchart add”.
    CreateNext,
    /// `restore-done`: One entry is back. / {entries} entries are back.
    RestoreDone {
        /// `$entries`
        entries: Value<'a>,
    },
    /// `restore-part`: This file came from somebody who holds a part of your record, as of when they last met you. Not in it: {sections}.
    RestorePart {
        /// `$sections`
        sections: Value<'a>,
    },
    /// `restore-next`: This device is a new one for your record. Pair it with your other devices.
    RestoreNext,
    /// `ask-yes-no`: \[y/N\]
    AskYesNo,
    /// `answer-yes`: yes
    AnswerYes,
    /// `answer-yes-short`: y
    AnswerYesShort,
    /// `question-unanswered`: This needs your answer: {question}
    QuestionUnanswered {
        /// `$question`
        question: Value<'a>,
    },
    /// `question-unanswered-next`: Say --yes, or run it where you can type.
    QuestionUnansweredNext,
    /// `question-left`: The question was left without an answer.
    QuestionLeft,
    /// `question-left-next`: Run it again when you are ready.
    QuestionLeftNext,
    /// `question-no`: You did not agree.
    QuestionNo,
    /// `question-no-next`: Run it again if you change your mind.
    QuestionNoNext,
    /// `file-missing`: There is no file {file}.
    FileMissing {
        /// `$file`
        file: Value<'a>,
    },
    /// `file-missing-next`: Look at the name, and at the folder you are in.
    FileMissingNext,
    /// `file-denied`: The file {file} may not be read.
    FileDenied {
        /// `$file`
        file: Value<'a>,
    },
    /// `file-denied-next`: Look at whose file it is and who may read it.
    FileDeniedNext,
    /// `file-unreadable`: The file {file} could not be read.
    FileUnreadable {
        /// `$file`
        file: Value<'a>,
    },
    /// `file-unreadable-next`: Look whether the disk is in order, and try again.
    FileUnreadableNext,
    /// `file-is-folder`: {file} is a folder, not a file.
    FileIsFolder {
        /// `$file`
        file: Value<'a>,
    },
    /// `file-is-folder-next`: Name the files in it.
    FileIsFolderNext,
    /// `file-exists`: There is already something called {file}.
    FileExists {
        /// `$file`
        file: Value<'a>,
    },
    /// `file-exists-next`: Nothing is overwritten. Choose another name.
    FileExistsNext,
    /// `file-unwritable`: The file {file} could not be written.
    FileUnwritable {
        /// `$file`
        file: Value<'a>,
    },
    /// `file-unwritable-next`: Look whether the folder may be written, and whether the disk is full.
    FileUnwritableNext,
    /// `folder-missing`: The folder for {file} does not exist.
    FolderMissing {
        /// `$file`
        file: Value<'a>,
    },
    /// `folder-missing-next`: Make the folder first, or choose another.
    FolderMissingNext,
    /// `file-written`: {file} is written: {size}.
    FileWritten {
        /// `$file`
        file: Value<'a>,
        /// `$size`
        size: Value<'a>,
    },
    /// `descriptor-unreadable`: Nothing could be read from descriptor {number}.
    DescriptorUnreadable {
        /// `$number`
        number: Value<'a>,
    },
    /// `descriptor-unreadable-next`: Open it before, as in “pocketchart … 3\<file”.
    DescriptorUnreadableNext,
    /// `descriptor-unwritable`: Nothing could be written to descriptor {number}.
    DescriptorUnwritable {
        /// `$number`
        number: Value<'a>,
    },
    /// `descriptor-unwritable-next`: Open it before, as in “pocketchart … 3\>file”.
    DescriptorUnwritableNext,
    /// `output-failed`: The result could not be written.
    OutputFailed,
    /// `output-failed-next`: Look where the output goes. The disk may be full.
    OutputFailedNext,
    /// `progress-import`: Bringing in
    ProgressImport,
    /// `import-read`: {file}: one part read. / {read} parts read.
    ImportRead {
        /// `$file`
        file: Value<'a>,
        /// `$read`
        read: Value<'a>,
    },
    /// `import-counts`: {new} new · {updated} newer copies · {held} held already · {unreadable} unreadable
    ImportCounts {
        /// `$held`
        held: Value<'a>,
        /// `$new`
        new: Value<'a>,
        /// `$unreadable`
        unreadable: Value<'a>,
        /// `$updated`
        updated: Value<'a>,
    },
    /// `import-unreadable`: Part {number} (byte {offset}) could not be read: {reason}. Its text is kept.
    ImportUnreadable {
        /// `$number`
        number: Value<'a>,
        /// `$offset`
        offset: Value<'a>,
        /// `$reason`
        reason: Value<'a>,
    },
    /// `import-unreadable-more`: One more part could not be read. It is kept too. / {count} more parts could not be read. They are kept too.
    ImportUnreadableMore {
        /// `$count`
        count: Value<'a>,
    },
    /// `import-not-mapped`: One entry of the document stands only in the document itself, which is kept: / {count} entries of the document stand only in the document itself, which is kept:
    ImportNotMapped {
        /// `$count`
        count: Value<'a>,
    },
    /// `import-doubts`: One value was not taken over, because it breaks the rules of its own format: / {count} values were not taken over, because they break the rules of their own format:
    ImportDoubts {
        /// `$count`
        count: Value<'a>,
    },
    /// `import-next`: See it with “pocketchart list”. Take a file back with “pocketchart imports undo”.
    ImportNext,
    /// `imports-none`: No file has been brought in.
    ImportsNone,
    /// `imports-brought`: {new} new, {updated} newer copies, {unreadable} unreadable
    ImportsBrought {
        /// `$new`
        new: Value<'a>,
        /// `$unreadable`
        unreadable: Value<'a>,
        /// `$updated`
        updated: Value<'a>,
    },
    /// `imports-holds`: holds
    ImportsHolds,
    /// `imports-undone`: undone
    ImportsUndone,
    /// `imports-over`: {count} replaced or withdrawn since
    ImportsOver {
        /// `$count`
        count: Value<'a>,
    },
    /// `imports-foreign`: By a card or a link, as somebody else says it:
    ImportsForeign,
    /// `origin-none`: from {from}, with no signature: whoever made the link says it
    OriginNone {
        /// `$from`
        from: Value<'a>,
    },
    /// `origin-signed`: from {from}; the signature holds, but nobody vouches for who signed
    OriginSigned {
        /// `$from`
        from: Value<'a>,
    },
    /// `origin-listed`: from {name} ({from}); the signature holds
    OriginListed {
        /// `$from`
        from: Value<'a>,
        /// `$name`
        name: Value<'a>,
    },
    /// `origin-short-none`: from {from}, not signed
    OriginShortNone {
        /// `$from`
        from: Value<'a>,
    },
    /// `origin-short-signed`: from {from}, signed, nobody vouches for who signed
    OriginShortSigned {
        /// `$from`
        from: Value<'a>,
    },
    /// `origin-short-listed`: from {name}, signed
    OriginShortListed {
        /// `$name`
        name: Value<'a>,
    },
    /// `imports-next`: Take one back with “pocketchart imports undo ID”. What it brought stays visible as withdrawn.
    ImportsNext,
    /// `undo-reason`: The import of {file} was undone
    UndoReason {
        /// `$file`
        file: Value<'a>,
    },
    /// `undo-done`: {file} is taken back. One statement is withdrawn, and stays visible as such. / {withdrawn} statements are withdrawn, and stay visible as such.
    UndoDone {
        /// `$file`
        file: Value<'a>,
        /// `$withdrawn`
        withdrawn: Value<'a>,
    },
    /// `undo-put-back`: In the place of one statement, the copy before it stands again. / In the place of {count} statements, the copies before them stand again.
    UndoPutBack {
        /// `$count`
        count: Value<'a>,
    },
    /// `undo-left`: One statement of it was corrected or withdrawn since, and stays as it is. / {count} statements of it were corrected or withdrawn since, and stay as they are.
    UndoLeft {
        /// `$count`
        count: Value<'a>,
    },
    /// `undo-next`: Bring the file in once more, and they hold again.
    UndoNext,
    /// `undo-unknown`: No import has this name.
    UndoUnknown,
    /// `undo-unknown-next`: “pocketchart imports” lists them.
    UndoUnknownNext,
    /// `undo-nothing`: Nothing of this import holds any more.
    UndoNothing,
    /// `undo-nothing-next`: Bring the file in once more if you want it back.
    UndoNothingNext,
    /// `unreadable-syntax`: it is not well-formed JSON
    UnreadableSyntax,
    /// `unreadable-truncated`: the file ends in the middle of it
    UnreadableTruncated,
    /// `unreadable-too-deep`: it is nested too deep
    UnreadableTooDeep,
    /// `unreadable-too-large`: it is larger than 16 MB
    UnreadableTooLarge,
    /// `unreadable-duplicate-name`: it says one name twice
    UnreadableDuplicateName,
    /// `unreadable-not-utf8`: its letters are not in UTF-8
    UnreadableNotUtf8,
    /// `unreadable-not-a-resource`: it is no health data that we know
    UnreadableNotAResource,
    /// `unreadable-trailing-text`: something stands after the end
    UnreadableTrailingText,
    /// `unreadable-other`: it is not as it should be
    UnreadableOther,
    /// `import-io`: The file could not be read.
    ImportIo,
    /// `import-io-next`: Look whether the disk is in order, and try again.
    ImportIoNext,
    /// `import-not-json`: This file is in no form that we can read: neither FHIR as JSON, nor a C-CDA document, nor HL7 v2 messages, nor rows of readings with headings, nor a picture, PDF or recording.
    ImportNotJson,
    /// `import-not-json-next`: Ask for your data “as FHIR” or “as C-CDA”. Keep any other file with “pocketchart attach”.
    ImportNotJsonNext,
    /// `import-empty`: The file is empty.
    ImportEmpty,
    /// `import-empty-next`: Look whether it was saved or sent in full.
    ImportEmptyNext,
    /// `import-cards-refused`: What is on a card that does not hold, or cannot be checked, was not taken into your record.
    ImportCardsRefused,
    /// `import-link-recipient`: This file holds a SMART Health Link. Nothing was asked yet: its sender is told who asks.
    ImportLinkRecipient,
    /// `import-link-recipient-next`: Say it with “--recipient NAME”, in words that the sender knows you by.
    ImportLinkRecipientNext,
    /// `import-too-large`: The file is one JSON document of more than 256 MB.
    ImportTooLarge,
    /// `import-too-large-next`: Ask for it as NDJSON, one resource a line. That may be of any size.
    ImportTooLargeNext,
    /// `import-document-too-large`: The document is larger than 16 MB.
    ImportDocumentTooLarge,
    /// `import-document-too-large-next`: Ask for it in several documents.
    ImportDocumentTooLargeNext,
    /// `import-truncated`: The file is cut off after {at} bytes.
    ImportTruncated {
        /// `$at`
        at: Value<'a>,
    },
    /// `import-truncated-next`: Fetch it once more: part of it is missing.
    ImportTruncatedNext,
    /// `import-nothing-readable`: Nothing in this file is health data that we can read.
    ImportNothingReadable,
    /// `import-nothing-readable-next`: Ask for your data “as FHIR”. Keep any other file with “pocketchart attach”.
    ImportNothingReadableNext,
    /// `import-another-person`: This file may be about somebody else: {names}.
    ImportAnotherPerson {
        /// `$names`
        names: Value<'a>,
    },
    /// `import-another-person-next`: If it is about you, say so with --same-person.
    ImportAnotherPersonNext,
    /// `import-several-people`: This file is about several people: {names}.
    ImportSeveralPeople {
        /// `$names`
        names: Value<'a>,
    },
    /// `import-several-people-next`: Ask for a file about you alone. If they are all you, say so with --same-person.
    ImportSeveralPeopleNext,
    /// `v2-not-v2`: This is no file of HL7 v2 messages: it does not begin with one.
    V2NotV2,
    /// `v2-not-v2-next`: Ask for your results “as HL7 v2” or “as FHIR”. Keep any other file with “pocketchart attach”.
    V2NotV2Next,
    /// `v2-too-large`: The file is larger than 64 MB.
    V2TooLarge,
    /// `v2-too-large-next`: Ask for the messages in several files.
    V2TooLargeNext,
    /// `v2-merge`: The file has a message that makes one patient of two. Nothing of it was taken in.
    V2Merge,
    /// `v2-merge-next`: Ask for a file of your own results only, without messages about joined patients.
    V2MergeNext,
    /// `readings-too-large`: The file is larger than 64 MB.
    ReadingsTooLarge,
    /// `readings-too-large-next`: Export a shorter time, and bring the files in one after the other.
    ReadingsTooLargeNext,
    /// `readings-encoding`: The letters of this file are in no character set that we know. Nothing of it was taken in.
    ReadingsEncoding,
    /// `readings-encoding-next`: Save it once more as “CSV UTF-8”.
    ReadingsEncodingNext,
    /// `readings-unknown`: No row of this file has headings of a date and a reading.
    ReadingsUnknown,
    /// `readings-unknown-next`: Say which column has what, or export the readings anew with their headings.
    ReadingsUnknownNext,
    /// `readings-no-column`: The file has no column “{column}”.
    ReadingsNoColumn {
        /// `$column`
        column: Value<'a>,
    },
    /// `readings-no-column-next`: Write the heading as it stands in the file.
    ReadingsNoColumnNext,
    /// `readings-unit`: In which unit are the numbers in the column “{column}”?
    ReadingsUnit {
        /// `$column`
        column: Value<'a>,
    },
    /// `readings-unit-next`: Look at the device, and say it with --unit, such as: --unit "Glucose=mg/dL".
    ReadingsUnitNext,
    /// `readings-order`: Which comes first in the column “{column}”: the day or the month?
    ReadingsOrder {
        /// `$column`
        column: Value<'a>,
    },
    /// `readings-order-next`: Look at a reading whose day you know, and say --day-first or --month-first.
    ReadingsOrderNext,
    /// `readings-zone`: The times in the column “{column}” do not say in which time zone they are.
    ReadingsZone {
        /// `$column`
        column: Value<'a>,
    },
    /// `readings-zone-next`: Say in which time zone the device was, such as: --zone Europe/Vienna.
    ReadingsZoneNext,
    /// `readings-comma`: In the column “{column}”, does the comma stand before decimals or between thousands?
    ReadingsComma {
        /// `$column`
        column: Value<'a>,
    },
    /// `readings-comma-next`: Look at a reading that you know, and say --decimal-comma or --thousands-comma.
    ReadingsCommaNext,
    /// `apple-not-zip`: This is no ZIP file, or it is damaged.
    AppleNotZip,
    /// `apple-not-zip-next`: In Apple’s Health app choose “Export All Health Data”, and bring in the file “export.zip” as it is.
    AppleNotZipNext,
    /// `apple-not-health-data`: This ZIP file has no export of Apple’s Health app.
    AppleNotHealthData,
    /// `apple-not-health-data-next`: In the Health app choose “Export All Health Data”, and bring in the file “export.zip” as it is.
    AppleNotHealthDataNext,
    /// `apple-not-xml`: The export is damaged. Nothing of it was taken in.
    AppleNotXml,
    /// `apple-not-xml-next`: Export it once more from the Health app.
    AppleNotXmlNext,
    /// `apple-truncated`: The export ends in the middle. Nothing of it was taken in.
    AppleTruncated,
    /// `apple-truncated-next`: Fetch it once more: part of it is missing.
    AppleTruncatedNext,
    /// `apple-element-too-large`: The export has a part that is too large to be a record. Nothing of it was taken in.
    AppleElementTooLarge,
    /// `apple-element-too-large-next`: Export it once more from the Health app.
    AppleElementTooLargeNext,
    /// `apple-io`: The file could not be read to its end. Nothing of it was taken in.
    AppleIo,
    /// `apple-io-next`: Look whether the disk is in order, and try again.
    AppleIoNext,
    /// `apple-stopped`: The reading was stopped. Nothing of it was taken in.
    AppleStopped,
    /// `apple-stopped-next`: Bring the file in once more: it goes on where it stopped.
    AppleStoppedNext,
    /// `import-no-key`: This device may not write in a section that the file has.
    ImportNoKey,
    /// `import-no-key-next`: Bring it in on a device that may.
    ImportNoKeyNext,
    /// `ccda-too-large`: The document is larger than 64 MB.
    CcdaTooLarge,
    /// `ccda-too-large-next`: Ask for it in parts, or keep it as a file with “pocketchart attach”.
    CcdaTooLargeNext,
    /// `ccda-encoding`: The document's letters are written in a way that cannot be read.
    CcdaEncoding,
    /// `ccda-encoding-next`: Ask for it anew, in UTF-8. Keep this file with “pocketchart attach”.
    CcdaEncodingNext,
    /// `ccda-doctype`: The document asks to read other files as well. That can do harm, so it was not read.
    CcdaDoctype,
    /// `ccda-doctype-next`: Ask where it came from, and for a copy without a document type.
    CcdaDoctypeNext,
    /// `ccda-too-deep`: The document is built in a way that no clinical document is.
    CcdaTooDeep,
    /// `ccda-too-deep-next`: Ask where it came from. Keep the file with “pocketchart attach” if you need it.
    CcdaTooDeepNext,
    /// `ccda-not-xml`: The document is damaged or cut off.
    CcdaNotXml,
    /// `ccda-not-xml-next`: Fetch it once more: part of it may be missing.
    CcdaNotXmlNext,
    /// `ccda-not-clinical-document`: This file is XML, but no clinical document.
    CcdaNotClinicalDocument,
    /// `ccda-not-clinical-document-next`: Ask for your data “as C-CDA” or “as FHIR”. Keep any other file with “pocketchart attach”.
    CcdaNotClinicalDocumentNext,
    /// `ccda-no-patient`: The document does not say whom it is about.
    CcdaNoPatient,
    /// `ccda-no-patient-next`: Ask for it anew. Keep this file with “pocketchart attach”.
    CcdaNoPatientNext,
    /// `ccda-several-patients`: The document is about several people.
    CcdaSeveralPatients,
    /// `ccda-several-patients-next`: Ask for a document about you alone.
    CcdaSeveralPatientsNext,
    /// `import-stopped`: The import stopped half-way, after {kept} parts were kept.
    ImportStopped {
        /// `$kept`
        kept: Value<'a>,
    },
    /// `import-stopped-next`: Bring the file in once more: it goes on where it stopped.
    ImportStoppedNext,
    /// `section-profile`: About you
    SectionProfile,
    /// `section-allergies`: Allergies
    SectionAllergies,
    /// `section-medications`: Medicines
    SectionMedications,
    /// `section-problems`: Problems
    SectionProblems,
    /// `section-immunizations`: Vaccines
    SectionImmunizations,
    /// `section-results`: Results
    SectionResults,
    /// `section-vitals`: Vital signs
    SectionVitals,
    /// `section-procedures`: Procedures
    SectionProcedures,
    /// `section-encounters`: Visits
    SectionEncounters,
    /// `section-notes`: Notes
    SectionNotes,
    /// `section-documents`: Documents
    SectionDocuments,
    /// `section-care-plan`: Plans and goals
    SectionCarePlan,
    /// `section-sensitive`: Set apart
    SectionSensitive,
    /// `section-coverage`: Insurance
    SectionCoverage,
    /// `section-check-ins`: Check-ins
    SectionCheckIns,
    /// `section-messages`: Messages
    SectionMessages,
    /// `column-section`: Section
    ColumnSection,
    /// `column-count`: Count
    ColumnCount,
    /// `column-newest`: Newest
    ColumnNewest,
    /// `column-remark`:
    ColumnRemark,
    /// `column-type`: To list
    ColumnType,
    /// `column-how-bad`: How bad
    ColumnHowBad,
    /// `column-state`: State
    ColumnState,
    /// `column-what`: What
    ColumnWhat,
    /// `column-value`: Value
    ColumnValue,
    /// `column-values`: Values
    ColumnValues,
    /// `column-since`: Since
    ColumnSince,
    /// `column-until`: Until
    ColumnUntil,
    /// `column-when`: When
    ColumnWhen,
    /// `column-said-by`: Said by
    ColumnSaidBy,
    /// `column-id`: Id
    ColumnId,
    /// `column-file`: File
    ColumnFile,
    /// `column-brought`: Brought
    ColumnBrought,
    /// `column-code`: Code
    ColumnCode,
    /// `column-device`: Device
    ColumnDevice,
    /// `column-owner`: Whose
    ColumnOwner,
    /// `person-born`: born {date}
    PersonBorn {
        /// `$date`
        date: Value<'a>,
    },
    /// `sections-next`: Look into one with “pocketchart list allergies”.
    SectionsNext,
    /// `nothing-recorded`: nothing recorded
    NothingRecorded,
    /// `none-known`: none known: said by {who}, {when}
    NoneKnown {
        /// `$when`
        when: Value<'a>,
        /// `$who`
        who: Value<'a>,
    },
    /// `remark-unreconciled`: one statement disagrees with another / {count} statements disagree
    RemarkUnreconciled {
        /// `$count`
        count: Value<'a>,
    },
    /// `remark-proposed`: one change is proposed / {count} changes are proposed
    RemarkProposed {
        /// `$count`
        count: Value<'a>,
    },
    /// `list-count`: 1 item / {count} items
    ListCount {
        /// `$count`
        count: Value<'a>,
    },
    /// `list-part`: {count} of {all} shown
    ListPart {
        /// `$all`
        all: Value<'a>,
        /// `$count`
        count: Value<'a>,
    },
    /// `list-first`: {count} shown, and there may be more
    ListFirst {
        /// `$count`
        count: Value<'a>,
    },
    /// `list-back-to`: back to {date}
    ListBackTo {
        /// `$date`
        date: Value<'a>,
    },
    /// `list-since`: since {date}
    ListSince {
        /// `$date`
        date: Value<'a>,
    },
    /// `list-empty`: {section}: {empty}.
    ListEmpty {
        /// `$empty`
        empty: Value<'a>,
        /// `$section`
        section: Value<'a>,
    },
    /// `list-more`: More with “--offset {offset}”.
    ListMore {
        /// `$offset`
        offset: Value<'a>,
    },
    /// `timeline-heading`: Timeline
    TimelineHeading,
    /// `timeline-empty`: Nothing happened in that time, as far as this record says.
    TimelineEmpty,
    /// `search-heading`: “{words}”
    SearchHeading {
        /// `$words`
        words: Value<'a>,
    },
    /// `search-empty`: Nothing has all of these words: {words}.
    SearchEmpty {
        /// `$words`
        words: Value<'a>,
    },
    /// `known-on-heading`: What this record knew at the end of {day}
    KnownOnHeading {
        /// `$day`
        day: Value<'a>,
    },
    /// `known-on-nothing`: Nothing was recorded by then.
    KnownOnNothing,
    /// `state-none-known`: none known
    StateNoneKnown,
    /// `state-unreconciled`: disagree
    StateUnreconciled,
    /// `state-retracted`: withdrawn
    StateRetracted,
    /// `state-replaced`: replaced
    StateReplaced,
    /// `state-proposed`: proposed
    StateProposed,
    /// `what-unread`: Text that could not be read
    WhatUnread,
    /// `what-unnamed`: Without a name ({kind})
    WhatUnnamed {
        /// `$kind`
        kind: Value<'a>,
    },
    /// `who-you`: you
    WhoYou,
    /// `who-unknown`: somebody unknown
    WhoUnknown,
    /// `who-imported`: a file
    WhoImported,
    /// `who-and-more`: {name} + {more} more
    WhoAndMore {
        /// `$more`
        more: Value<'a>,
        /// `$name`
        name: Value<'a>,
    },
    /// `span-from-to`: {from} to {to}
    SpanFromTo {
        /// `$from`
        from: Value<'a>,
        /// `$to`
        to: Value<'a>,
    },
    /// `span-until`: until {to}
    SpanUntil {
        /// `$to`
        to: Value<'a>,
    },
    /// `range-at-least`: at least {low}
    RangeAtLeast {
        /// `$low`
        low: Value<'a>,
    },
    /// `range-at-most`: at most {high}
    RangeAtMost {
        /// `$high`
        high: Value<'a>,
    },
    /// `fact-usual`: usual: {range}
    FactUsual {
        /// `$range`
        range: Value<'a>,
    },
    /// `severity-unstated`: not said
    SeverityUnstated,
    /// `item-rival`: Two sources disagree. The other says: {rival}
    ItemRival {
        /// `$rival`
        rival: Value<'a>,
    },
    /// `item-also-right`: Another source says, and it was decided that both are right: {rival}
    ItemAlsoRight {
        /// `$rival`
        rival: Value<'a>,
    },
    /// `item-set-aside`: It was decided that this other statement is not right: {rival}
    ItemSetAside {
        /// `$rival`
        rival: Value<'a>,
    },
    /// `item-proposals`: A change is proposed. / {count} changes are proposed.
    ItemProposals {
        /// `$count`
        count: Value<'a>,
    },
    /// `item-disputes`: One statement disputes it. / {count} statements dispute it.
    ItemDisputes {
        /// `$count`
        count: Value<'a>,
    },
    /// `item-of-lost-device`: Written by a device after it was reported lost. If it is right, confirm it.
    ItemOfLostDevice,
    /// `item-not-here`: The content is not here yet: it comes with the next sync.
    ItemNotHere,
    /// `item-probable`: Perhaps the same as {id}.
    ItemProbable {
        /// `$id`
        id: Value<'a>,
    },
    /// `medicine-said`: {by}: {said}
    MedicineSaid {
        /// `$by`
        by: Value<'a>,
        /// `$said`
        said: Value<'a>,
    },
    /// `medicine-active`: it is taken
    MedicineActive,
    /// `medicine-on-hold`: it is paused
    MedicineOnHold,
    /// `medicine-planned`: it is to be taken later
    MedicinePlanned,
    /// `medicine-not-taken`: it is not taken
    MedicineNotTaken,
    /// `medicine-given`: one dose was given
    MedicineGiven,
    /// `medicine-unsaid`: does not say whether it is taken
    MedicineUnsaid,
    /// `medicine-unsaid-brief`: not said
    MedicineUnsaidBrief,
    /// `medicine-filled`: filled
    MedicineFilled,
    /// `medicine-filled-on`: filled on {date}
    MedicineFilledOn {
        /// `$date`
        date: Value<'a>,
    },
    /// `medicine-fill`: fill: {status}
    MedicineFill {
        /// `$status`
        status: Value<'a>,
    },
    /// `medicine-fill-only`: That it was handed out does not say that it is taken.
    MedicineFillOnly,
    /// `medicine-as-of`: as of {date}
    MedicineAsOf {
        /// `$date`
        date: Value<'a>,
    },
    /// `medicine-as-of-unsaid`: its source gives no date
    MedicineAsOfUnsaid,
    /// `medicine-as-of-recorded`: as of {date}, when it was written here
    MedicineAsOfRecorded {
        /// `$date`
        date: Value<'a>,
    },
    /// `medicine-old`: Last confirmed {date}, more than a year ago. If you still take it: “pocketchart confirm {id}”. If you are not sure, ask your doctor or pharmacist, and do not stop it by yourself.
    MedicineOld {
        /// `$date`
        date: Value<'a>,
        /// `$id`
        id: Value<'a>,
    },
    /// `field-section`: Section
    FieldSection,
    /// `field-value`: Value
    FieldValue,
    /// `field-usual`: Usual
    FieldUsual,
    /// `field-reaction`: Reaction
    FieldReaction,
    /// `field-severity`: How bad
    FieldSeverity,
    /// `field-risk`: Risk
    FieldRisk,
    /// `field-dosage`: How to take it
    FieldDosage,
    /// `field-status`: State
    FieldStatus,
    /// `field-certainty`: How sure
    FieldCertainty,
    /// `field-when`: When
    FieldWhen,
    /// `field-code`: Code
    FieldCode,
    /// `field-note`: Note
    FieldNote,
    /// `field-id`: Id
    FieldId,
    /// `field-said-by`: Said by
    FieldSaidBy,
    /// `field-came-from`: Came
    FieldCameFrom,
    /// `source-imported`: {by}, brought in {at}, not signed by its source
    SourceImported {
        /// `$at`
        at: Value<'a>,
        /// `$by`
        by: Value<'a>,
    },
    /// `source-imported-signed`: {by}, brought in {at}
    SourceImportedSigned {
        /// `$at`
        at: Value<'a>,
        /// `$by`
        by: Value<'a>,
    },
    /// `source-typed`: {by}, typed in {at}, signed by this record
    SourceTyped {
        /// `$at`
        at: Value<'a>,
        /// `$by`
        by: Value<'a>,
    },
    /// `detail-disputes`: Who disagrees
    DetailDisputes,
    /// `detail-confirmations`: Who agrees
    DetailConfirmations,
    /// `detail-replaced-by`: What took its place
    DetailReplacedBy,
    /// `detail-proposals`: What others propose
    DetailProposals,
    /// `detail-history`: History: one entry / History: {count} entries, oldest first
    DetailHistory {
        /// `$count`
        count: Value<'a>,
    },
    /// `detail-content`: Its content, {size} of {kind}, byte for byte as it came: add --content.
    DetailContent {
        /// `$kind`
        kind: Value<'a>,
        /// `$size`
        size: Value<'a>,
    },
    /// `remark`: {at}: {act} by {who}
    Remark {
        /// `$act`
        act: Value<'a>,
        /// `$at`
        at: Value<'a>,
        /// `$who`
        who: Value<'a>,
    },
    /// `remark-on-device`: {at}: {act} by {who} on {device}
    RemarkOnDevice {
        /// `$act`
        act: Value<'a>,
        /// `$at`
        at: Value<'a>,
        /// `$device`
        device: Value<'a>,
        /// `$who`
        who: Value<'a>,
    },
    /// `act-state`: entered
    ActState,
    /// `act-speak`: remarked
    ActSpeak,
    /// `act-correct`: corrected
    ActCorrect,
    /// `act-retract`: withdrawn
    ActRetract,
    /// `act-confirm`: confirmed
    ActConfirm,
    /// `act-dispute`: disputed
    ActDispute,
    /// `act-resolve`: settled
    ActResolve,
    /// `trends-heading`: One thing was measured. / {count} things were measured.
    TrendsHeading {
        /// `$count`
        count: Value<'a>,
    },
    /// `trends-next`: “pocketchart trends NAME” shows one in full; --plot FILE.svg or FILE.png draws it.
    TrendsNext,
    /// `trends-pressure-week`: Blood pressure, {from} to {to}: mean {systolic} over {diastolic} mmHg, of {count} readings.
    TrendsPressureWeek {
        /// `$count`
        count: Value<'a>,
        /// `$diastolic`
        diastolic: Value<'a>,
        /// `$from`
        from: Value<'a>,
        /// `$systolic`
        systolic: Value<'a>,
        /// `$to`
        to: Value<'a>,
    },
    /// `trends-pressure-part`: {when}: mean {systolic} over {diastolic} mmHg, of {count} readings.
    TrendsPressurePart {
        /// `$count`
        count: Value<'a>,
        /// `$diastolic`
        diastolic: Value<'a>,
        /// `$systolic`
        systolic: Value<'a>,
        /// `$when`
        when: Value<'a>,
    },
    /// `trends-pressure-morning`: In the morning
    TrendsPressureMorning,
    /// `trends-pressure-evening`: In the evening
    TrendsPressureEvening,
    /// `trends-pressure-few`: The guideline asks for more readings before the mean says much.
    TrendsPressureFew,
    /// `trends-glucose-weeks`: Glucose, {from} to {to}: mean {mean}, of {count} readings on {days} days.
    TrendsGlucoseWeeks {
        /// `$count`
        count: Value<'a>,
        /// `$days`
        days: Value<'a>,
        /// `$from`
        from: Value<'a>,
        /// `$mean`
        mean: Value<'a>,
        /// `$to`
        to: Value<'a>,
    },
    /// `trends-glucose-shares`: Of the readings {inside} per cent are in the target range, {below} below and {above} above.
    TrendsGlucoseShares {
        /// `$above`
        above: Value<'a>,
        /// `$below`
        below: Value<'a>,
        /// `$inside`
        inside: Value<'a>,
    },
    /// `trends-glucose-index`: Glucose management indicator: {index} per cent.
    TrendsGlucoseIndex {
        /// `$index`
        index: Value<'a>,
    },
    /// `trends-plot-one`: A picture shows one thing at a time.
    TrendsPlotOne,
    /// `trends-plot-one-next`: Name one of these, by its code or by all words of its name.
    TrendsPlotOneNext,
    /// `plot-file-kind`: {file} is not named as a picture that can be drawn.
    PlotFileKind {
        /// `$file`
        file: Value<'a>,
    },
    /// `plot-file-kind-next`: Let its name end in .svg or .png.
    PlotFileKindNext,
    /// `plot-written`: The picture is in {file}.
    PlotWritten {
        /// `$file`
        file: Value<'a>,
    },
    /// `plot-nothing`: There is no value to draw.
    PlotNothing,
    /// `plot-nothing-next`: “pocketchart trends” shows what was measured.
    PlotNothingNext,
    /// `column-curve`: Curve
    ColumnCurve,
    /// `column-heads`: Trend
    ColumnHeads,
    /// `column-written`: As written
    ColumnWritten,
    /// `column-age`: Age
    ColumnAge,
    /// `column-percentile`: Percentile
    ColumnPercentile,
    /// `trend-span`: One value, {from} / {count} values, {from} to {to}
    TrendSpan {
        /// `$count`
        count: Value<'a>,
        /// `$from`
        from: Value<'a>,
        /// `$to`
        to: Value<'a>,
    },
    /// `trend-point`: {label}: {value}, {when}
    TrendPoint {
        /// `$label`
        label: Value<'a>,
        /// `$value`
        value: Value<'a>,
        /// `$when`
        when: Value<'a>,
    },
    /// `trend-lowest`: lowest
    TrendLowest,
    /// `trend-highest`: highest
    TrendHighest,
    /// `trend-latest`: latest
    TrendLatest,
    /// `trend-before`: the one before
    TrendBefore,
    /// `trend-newest-drawn`: The curve shows the latest {count} values.
    TrendNewestDrawn {
        /// `$count`
        count: Value<'a>,
    },
    /// `trend-rising`: Rising about {slope} {time}.
    TrendRising {
        /// `$slope`
        slope: Value<'a>,
        /// `$time`
        time: Value<'a>,
    },
    /// `trend-falling`: Falling about {slope} {time}.
    TrendFalling {
        /// `$slope`
        slope: Value<'a>,
        /// `$time`
        time: Value<'a>,
    },
    /// `trend-rising-little`: Rising a little.
    TrendRisingLittle,
    /// `trend-falling-little`: Falling a little.
    TrendFallingLittle,
    /// `trend-unclear`: No clear direction.
    TrendUnclear,
    /// `trend-too-few`: Where it heads cannot be told: that takes exact values on three days.
    TrendTooFew,
    /// `trend-word-rising`: rising
    TrendWordRising,
    /// `trend-word-falling`: falling
    TrendWordFalling,
    /// `trend-word-unclear`: unclear
    TrendWordUnclear,
    /// `trend-word-too-few`: too few
    TrendWordTooFew,
    /// `trend-time-day`: a day
    TrendTimeDay,
    /// `trend-time-week`: a week
    TrendTimeWeek,
    /// `trend-time-month`: a month
    TrendTimeMonth,
    /// `trend-time-year`: a year
    TrendTimeYear,
    /// `trend-change`: Change since the one before: {change}
    TrendChange {
        /// `$change`
        change: Value<'a>,
    },
    /// `trend-change-percent`: Change since the one before: {change}, which is {percent} per cent
    TrendChangePercent {
        /// `$change`
        change: Value<'a>,
        /// `$percent`
        percent: Value<'a>,
    },
    /// `trend-in-range`: {inside} of {count} values are within their range.
    TrendInRange {
        /// `$count`
        count: Value<'a>,
        /// `$inside`
        inside: Value<'a>,
    },
    /// `trend-range-own`: Usual, as it came with the latest value: {range}
    TrendRangeOwn {
        /// `$range`
        range: Value<'a>,
    },
    /// `trend-range-laboratory`: The laboratory says of each value whether it is usual, and gives no limits.
    TrendRangeLaboratory,
    /// `trend-range-typical`: Usual for a typical adult: {range}. Your laboratory's range may differ.
    TrendRangeTypical {
        /// `$range`
        range: Value<'a>,
    },
    /// `trend-range-none`: We know no usual range for it.
    TrendRangeNone,
    /// `trend-edition`: {source} Edition: {edition}.
    TrendEdition {
        /// `$edition`
        edition: Value<'a>,
        /// `$source`
        source: Value<'a>,
    },
    /// `trend-bounds`: One value is only known to be above or below a number. It is drawn, and left out of the direction. / {count} values are only known to be above or below a number. They are drawn, and left out of the direction.
    TrendBounds {
        /// `$count`
        count: Value<'a>,
    },
    /// `trend-outliers`: One value stands out among the others (○). It is kept, and hardly changes the direction. / {count} values stand out among the others (○). They are kept, and hardly change the direction.
    TrendOutliers {
        /// `$count`
        count: Value<'a>,
    },
    /// `trend-stands-out`: ○ stands out
    TrendStandsOut,
    /// `trend-sources`: {count} sources
    TrendSources {
        /// `$count`
        count: Value<'a>,
    },
    /// `trend-perhaps-twice`: perhaps told twice
    TrendPerhapsTwice,
    /// `trend-converted`: Some values came in other units. They were converted; each stands below as it was written, too.
    TrendConverted,
    /// `trend-left-out`: One value is not in the curve: / {count} values are not in the curve:
    TrendLeftOut {
        /// `$count`
        count: Value<'a>,
    },
    /// `trend-left-implausible`: {value}, {when}: it can hardly be right. Look whether number and unit were written down right.
    TrendLeftImplausible {
        /// `$value`
        value: Value<'a>,
        /// `$when`
        when: Value<'a>,
    },
    /// `trend-left-repeated`: {value}, {when}: another entry says the same of the same moment.
    TrendLeftRepeated {
        /// `$value`
        value: Value<'a>,
        /// `$when`
        when: Value<'a>,
    },
    /// `trend-method`: Slope by Theil and Sen, direction by Mann and Kendall, of {days} days.
    TrendMethod {
        /// `$days`
        days: Value<'a>,
    },
    /// `plot-title`: {what}, {from} to {to}
    PlotTitle {
        /// `$from`
        from: Value<'a>,
        /// `$to`
        to: Value<'a>,
        /// `$what`
        what: Value<'a>,
    },
    /// `plot-title-once`: {what}, {when}
    PlotTitleOnce {
        /// `$what`
        what: Value<'a>,
        /// `$when`
        when: Value<'a>,
    },
    /// `plot-value`: a value
    PlotValue,
    /// `plot-outlier`: a value that stands out
    PlotOutlier,
    /// `plot-below`: less than this
    PlotBelow,
    /// `plot-above`: more than this
    PlotAbove,
    /// `plot-line`: where the values head
    PlotLine,
    /// `plot-own`: the range that came with the values
    PlotOwn,
    /// `plot-typical`: typical adult range, not your laboratory's
    PlotTypical,
    /// `plot-curves`: of 100 children of the same age and sex, so many are below the line
    PlotCurves,
    /// `plot-age-months`: Age in months
    PlotAgeMonths,
    /// `plot-age-years`: Age in years
    PlotAgeYears,
    /// `plot-length`: Length in cm
    PlotLength,
    /// `plot-child`: this child
    PlotChild,
    /// `read-no-such-entry`: There is no entry of this id.
    ReadNoSuchEntry,
    /// `read-no-such-entry-next`: Lists show ids in their last column: “pocketchart list allergies”.
    ReadNoSuchEntryNext,
    /// `read-ambiguous`: Several entries begin with these letters.
    ReadAmbiguous,
    /// `read-ambiguous-next`: Type more letters of the one you mean.
    ReadAmbiguousNext,
    /// `read-not-a-day`: This is not a day.
    ReadNotADay,
    /// `read-not-a-day-next`: Write it as year, month, day: 2026-03-09.
    ReadNotADayNext,
    /// `read-no-such-series`: Nothing of this name or code was measured.
    ReadNoSuchSeries,
    /// `read-no-such-series-next`: “pocketchart trends” shows what there is.
    ReadNoSuchSeriesNext,
    /// `severity-mild`: mild
    SeverityMild,
    /// `severity-moderate`: moderate
    SeverityModerate,
    /// `severity-severe`: severe
    SeveritySevere,
    /// `criticality-low`: low risk
    CriticalityLow,
    /// `criticality-high`: high risk
    CriticalityHigh,
    /// `criticality-unable-to-assess`: nobody can say
    CriticalityUnableToAssess,
    /// `verification-unconfirmed`: not confirmed
    VerificationUnconfirmed,
    /// `verification-provisional`: for the time being
    VerificationProvisional,
    /// `verification-differential`: one of several possibilities
    VerificationDifferential,
    /// `verification-confirmed`: confirmed
    VerificationConfirmed,
    /// `verification-refuted`: ruled out
    VerificationRefuted,
    /// `verification-entered-in-error`: entered by mistake
    VerificationEnteredInError,
    /// `status-active`: now
    StatusActive,
    /// `status-recurrence`: came back
    StatusRecurrence,
    /// `status-relapse`: came back
    StatusRelapse,
    /// `status-inactive`: not now
    StatusInactive,
    /// `status-remission`: in remission
    StatusRemission,
    /// `status-resolved`: over
    StatusResolved,
    /// `status-completed`: done
    StatusCompleted,
    /// `status-stopped`: stopped
    StatusStopped,
    /// `status-on-hold`: paused
    StatusOnHold,
    /// `status-intended`: planned
    StatusIntended,
    /// `status-not-taken`: never taken
    StatusNotTaken,
    /// `status-not-done`: not done
    StatusNotDone,
    /// `status-unknown`: not known
    StatusUnknown,
    /// `status-entered-in-error`: entered by mistake
    StatusEnteredInError,
    /// `status-cancelled`: called off
    StatusCancelled,
    /// `status-finished`: over
    StatusFinished,
    /// `status-planned`: planned
    StatusPlanned,
    /// `status-in-progress`: going on
    StatusInProgress,
    /// `status-final`: final
    StatusFinal,
    /// `status-preliminary`: not final
    StatusPreliminary,
    /// `status-amended`: changed
    StatusAmended,
    /// `status-corrected`: corrected
    StatusCorrected,
    /// `status-current`: current
    StatusCurrent,
    /// `status-superseded`: replaced
    StatusSuperseded,
    /// `flag-h`: high
    FlagH,
    /// `flag-hh`: very high
    FlagHh,
    /// `flag-l`: low
    FlagL,
    /// `flag-ll`: very low
    FlagLl,
    /// `flag-n`: in range
    FlagN,
    /// `flag-neg`: negative
    FlagNeg,
    /// `flag-pos`: positive
    FlagPos,
    /// `flag-a`: not usual
    FlagA,
    /// `flag-aa`: far from usual
    FlagAa,
    /// `add-done`: Added:
    AddDone,
    /// `correct-done`: Corrected. What it said before stays in its history.
    CorrectDone,
    /// `resolve-done`: Settled. All statements stay in its history.
    ResolveDone,
    /// `retract-done`: is withdrawn. It stays in the history.
    RetractDone,
    /// `dispute-done`: is disputed. It still stands, with your doubt beside it.
    DisputeDone,
    /// `confirm-done`: is confirmed.
    ConfirmDone,
    /// `act-next`: See it with “pocketchart item {id}”.
    ActNext {
        /// `$id`
        id: Value<'a>,
    },
    /// `ask-retract`: Withdraw “{what}” as entered by mistake? It stays in the history.
    AskRetract {
        /// `$what`
        what: Value<'a>,
    },
    /// `resolve-choose`: Which one is right?
    ResolveChoose,
    /// `reconcile-open`: Nothing is open: where several sources speak of one thing, they agree. / One pair of statements is open. / {count} pairs of statements are open.
    ReconcileOpen {
        /// `$count`
        count: Value<'a>,
    },
    /// `reconcile-contradiction`: these disagree about one thing
    ReconcileContradiction,
    /// `reconcile-probable`: perhaps one thing
    ReconcileProbable,
    /// `reconcile-next`: Say what holds, with the letters at the end of the lines: “pocketchart reconcile same A B”, “different A B”, “right A B” (A is right), or “both A B”. If you are not sure, leave it and ask your doctor or pharmacist: nothing is joined meanwhile.
    ReconcileNext,
    /// `reconcile-decided`: One decision: / {count} decisions:
    ReconcileDecided {
        /// `$count`
        count: Value<'a>,
    },
    /// `reconcile-same`: One thing:
    ReconcileSame,
    /// `reconcile-different`: Two things:
    ReconcileDifferent,
    /// `reconcile-right`: One thing, and the first is right:
    ReconcileRight,
    /// `reconcile-both`: One thing, and both are right:
    ReconcileBoth,
    /// `reconcile-by`: {by}, {at}
    ReconcileBy {
        /// `$at`
        at: Value<'a>,
        /// `$by`
        by: Value<'a>,
    },
    /// `reconcile-not-yours`: It changes nothing: only you, or who manages this section for you, can decide that.
    ReconcileNotYours,
    /// `reconcile-undo`: Nothing was deleted. To take it back: “pocketchart reconcile undo {id}”.
    ReconcileUndo {
        /// `$id`
        id: Value<'a>,
    },
    /// `reconcile-undone`: The decision is taken back: the two are as open as before.
    ReconcileUndone,
    /// `reconcile-nothing`: Nothing was joined and nothing decided: there is nothing to tell others.
    ReconcileNothing,
    /// `reconcile-nothing-next`: “pocketchart export” writes what the record holds.
    ReconcileNothingNext,
    /// `reconcile-none`: There is no such decision, or it was taken back or replaced before.
    ReconcileNone,
    /// `reconcile-none-next`: “pocketchart reconcile” shows the decisions that hold.
    ReconcileNoneNext,
    /// `ask-which`: A number from 1 to {count}, or nothing to leave it:
    AskWhich {
        /// `$count`
        count: Value<'a>,
    },
    /// `resolve-which`: Somebody has to say which statement is right.
    ResolveWhich,
    /// `resolve-which-next`: Say --keep ID or --withdraw, or type what is right: “pocketchart resolve ID medicine NAME”.
    ResolveWhichNext,
    /// `attach-done`: {name} is kept: {size}, id {id}.
    AttachDone {
        /// `$id`
        id: Value<'a>,
        /// `$name`
        name: Value<'a>,
        /// `$size`
        size: Value<'a>,
    },
    /// `file-other-than-called`: By its name this is {called}, but what is in it is {kind}. It is kept as what is in it.
    FileOtherThanCalled {
        /// `$called`
        called: Value<'a>,
        /// `$kind`
        kind: Value<'a>,
    },
    /// `file-not-as-called`: By its name this is {kind}, but what is in it is something else. It is kept as it is: it may not open.
    FileNotAsCalled {
        /// `$kind`
        kind: Value<'a>,
    },
    /// `file-made`: It says of itself that it was made on {made}.
    FileMade {
        /// `$made`
        made: Value<'a>,
    },
    /// `file-lasts`: The recording lasts {minutes} min {seconds} s.
    FileLasts {
        /// `$minutes`
        minutes: Value<'a>,
        /// `$seconds`
        seconds: Value<'a>,
    },
    /// `file-searchable`: “pocketchart search” finds its words.
    FileSearchable,
    /// `file-not-searchable`: Its words cannot be searched: they are a picture, locked, or damaged. It is kept all the same.
    FileNotSearchable,
    /// `file-has-place`: The place where it was taken is in this picture.
    FileHasPlace,
    /// `file-has-place-next`: Whoever you give the picture learns the place. Your camera's settings can leave it out.
    FileHasPlaceNext,
    /// `correct-other-kind`: This entry is of another kind: {kind}.
    CorrectOtherKind {
        /// `$kind`
        kind: Value<'a>,
    },
    /// `correct-other-kind-next`: “pocketchart correct --help” lists the kinds.
    CorrectOtherKindNext,
    /// `draft-number`: “{text}” is not a number.
    DraftNumber {
        /// `$text`
        text: Value<'a>,
    },
    /// `draft-number-next`: Write digits with a point, such as 7.2.
    DraftNumberNext,
    /// `draft-code`: “{text}” is not a code with its system.
    DraftCode {
        /// `$text`
        text: Value<'a>,
    },
    /// `draft-code-next`: Write it as snomed:91936005, loinc:4548-4, or ADDRESS|CODE.
    DraftCodeNext,
    /// `draft-empty`: How bad it was can only be said of a reaction. / The name is empty. / The value is empty. / The name of the thing is empty. / The unit is empty. / The title is empty. / The text is empty. / How to take it is empty. / The file is empty. / Something is left empty ({field}).
    DraftEmpty {
        /// `$field`
        field: Value<'a>,
    },
    /// `draft-empty-next`: Type it, and try again.
    DraftEmptyNext,
    /// `draft-date`: The birth date is not a date. / This is not a date ({field}).
    DraftDate {
        /// `$field`
        field: Value<'a>,
    },
    /// `draft-date-next`: Write it as 2026-03-09, 2026-03 or 2026.
    DraftDateNext,
    /// `draft-backwards`: The end is before the beginning.
    DraftBackwards,
    /// `draft-backwards-next`: Look at the two dates.
    DraftBackwardsNext,
    /// `draft-ended-yet-active`: It has an end, and is said to go on.
    DraftEndedYetActive,
    /// `draft-ended-yet-active-next`: Leave out --until, or say another --status.
    DraftEndedYetActiveNext,
    /// `draft-refused`: This cannot be written as it is.
    DraftRefused,
    /// `draft-refused-next`: Look at what you typed, and try again.
    DraftRefusedNext,
    /// `vaccine-when`: When was it given?
    VaccineWhen,
    /// `vaccine-when-next`: Say --when with a date, or with words such as “as a child”.
    VaccineWhenNext,
    /// `note-unreadable`: The note could not be read.
    NoteUnreadable,
    /// `note-unreadable-next`: It must be text of at most 1 MB.
    NoteUnreadableNext,
    /// `edit-no-such-entry`: There is no entry of this id.
    EditNoSuchEntry,
    /// `edit-no-such-entry-next`: Lists show ids in their last column: “pocketchart list allergies”.
    EditNoSuchEntryNext,
    /// `edit-not-current`: This entry was replaced or withdrawn before.
    EditNotCurrent,
    /// `edit-not-current-next`: “pocketchart item ID” shows what took its place.
    EditNotCurrentNext,
    /// `edit-unreconciled`: Other statements contradict this one.
    EditUnreconciled,
    /// `edit-unreconciled-next`: Settle them together with “pocketchart resolve ID”.
    EditUnreconciledNext,
    /// `edit-nothing-to-settle`: There is only one statement here, so nothing is to be settled.
    EditNothingToSettle,
    /// `edit-nothing-to-settle-next`: Name the other one by --with ID, or use “pocketchart correct”.
    EditNothingToSettleNext,
    /// `edit-other-section`: These do not belong to one section.
    EditOtherSection,
    /// `edit-other-section-next`: “pocketchart correct --help” lists the kinds.
    EditOtherSectionNext,
    /// `edit-too-large`: This is too long to be kept.
    EditTooLarge,
    /// `edit-too-large-next`: Make it shorter, or keep it as a file with “pocketchart attach”.
    EditTooLargeNext,
    /// `edit-not-here`: The content has not come from your other device yet.
    EditNotHere,
    /// `edit-not-here-next`: Sync with that device first.
    EditNotHereNext,
    /// `edit-no-key`: This device may not write in that section.
    EditNoKey,
    /// `edit-no-key-next`: Do it on a device that may.
    EditNoKeyNext,
    /// `attach-too-large`: The file is larger than 16 MB.
    AttachTooLarge,
    /// `attach-too-large-next`: Make it smaller, or split it.
    AttachTooLargeNext,
    /// `attach-empty`: The file is empty.
    AttachEmpty,
    /// `attach-empty-next`: Look whether it was saved in full.
    AttachEmptyNext,
    /// `extract-no-file`: This entry holds no file.
    ExtractNoFile,
    /// `extract-no-file-next`: “pocketchart list documents” shows those that do.
    ExtractNoFileNext,
    /// `extract-elsewhere`: The file is not in the record: only its address is known.
    ExtractElsewhere,
    /// `extract-elsewhere-next`: “pocketchart item ID --content” shows the address.
    ExtractElsewhereNext,
    /// `progress-export`: Writing
    ProgressExport,
    /// `export-done`: {file}: one resource / {resources} resources, {size}.
    ExportDone {
        /// `$file`
        file: Value<'a>,
        /// `$resources`
        resources: Value<'a>,
        /// `$size`
        size: Value<'a>,
    },
    /// `export-missing`: The content of one entry is not here yet, so it is not in the file. / The content of {count} entries is not here yet, so they are not in the file.
    ExportMissing {
        /// `$count`
        count: Value<'a>,
    },
    /// `export-unsealed`: This file is not sealed: whoever has it can read it.
    ExportUnsealed,
    /// `pdf-done`: {file}: one statement / {count} statements to print, {size}.
    PdfDone {
        /// `$count`
        count: Value<'a>,
        /// `$file`
        file: Value<'a>,
        /// `$size`
        size: Value<'a>,
    },
    /// `extract-title`: Health record
    ExtractTitle,
    /// `extract-made`: Printed {when}.
    ExtractMade {
        /// `$when`
        when: Value<'a>,
    },
    /// `extract-honest`: This is what the person's own record says, from the sources that are named. It is not signed. Words in bold must not be overlooked.
    ExtractHonest,
    /// `summary-done`: {file}: one statement / {count} statements that other systems can read, {size}.
    SummaryDone {
        /// `$count`
        count: Value<'a>,
        /// `$file`
        file: Value<'a>,
        /// `$size`
        size: Value<'a>,
    },
    /// `summary-line`: {section}: {count}
    SummaryLine {
        /// `$count`
        count: Value<'a>,
        /// `$section`
        section: Value<'a>,
    },
    /// `summary-older`: Of results and vital signs the newest of each kind is there; {count} older ones are not.
    SummaryOlder {
        /// `$count`
        count: Value<'a>,
    },
    /// `summary-left-out`: One entry has / {count} entries have no place in a summary.
    SummaryLeftOut {
        /// `$count`
        count: Value<'a>,
    },
    /// `summary-patient`: What the record says of who you are cannot be read.
    SummaryPatient,
    /// `summary-patient-next`: Add it: “pocketchart add profile”.
    SummaryPatientNext,
    /// `export-full`: The disk is full.
    ExportFull,
    /// `export-full-next`: Make room, or write to another disk.
    ExportFullNext,
    /// `export-io`: The file could not be written.
    ExportIo,
    /// `export-io-next`: Look whether the disk is in order, and try again.
    ExportIoNext,
    /// `backup-done`: {file}: {size}, sealed. Only your 24 words open it.
    BackupDone {
        /// `$file`
        file: Value<'a>,
        /// `$size`
        size: Value<'a>,
    },
    /// `backup-next`: Keep it somewhere else than this device.
    BackupNext,
    /// `backup-io`: The backup could not be written.
    BackupIo,
    /// `backup-io-next`: Look whether the disk is in order, and try again.
    BackupIoNext,
    /// `backup-no-recovery`: This record has no words that could open a backup.
    BackupNoRecovery,
    /// `backup-no-recovery-next`: Make the backup on a device of the person whose record it is.
    BackupNoRecoveryNext,
    /// `ask-new-words`: Make new words? The old ones then speak for you no more, and there is no way back.
    AskNewWords,
    /// `new-words-done`: The new words are the words of your record. Destroy the paper with the old ones.
    NewWordsDone,
    /// `new-words-backup`: Make a new backup now: older ones open with the old words only, and bring back what was written until then.
    NewWordsBackup,
    /// `new-words-next`: Bring your other devices up to date. To add or take out devices there, type the new words once: “pocketchart recover use-words”.
    NewWordsNext,
    /// `use-words-done`: This device can add, renew and take out devices again.
    UseWordsDone,
    /// `words-alarm`: Somebody made other words for your record with the old ones, on “{device}”, on {date}. They have no effect here. Compare your devices, and take out those that are not yours.
    WordsAlarm {
        /// `$date`
        date: Value<'a>,
        /// `$device`
        device: Value<'a>,
    },
    /// `words-unanswered`: New words have no way back, and nobody is there to say yes.
    WordsUnanswered,
    /// `words-unanswered-next`: Say --no-way-back.
    WordsUnansweredNext,
    /// `words-declined`: The words stay as they are.
    WordsDeclined,
    /// `words-declined-next`: Make new ones when somebody may have seen the old ones.
    WordsDeclinedNext,
    /// `words-no-identity`: This device may not change the words.
    WordsNoIdentity,
    /// `words-no-identity-next`: Do it on the device that made the last new words, or type those here: “pocketchart recover use-words”.
    WordsNoIdentityNext,
    /// `words-other`: These are not the newest words of this record.
    WordsOther,
    /// `words-other-next`: Look at the newest paper. Bring this device up to date first if the words are new.
    WordsOtherNext,
    /// `restore-io`: The backup could not be read.
    RestoreIo,
    /// `restore-io-next`: Look whether the disk is in order, and try again.
    RestoreIoNext,
    /// `restore-not-a-backup`: This file is not a backup of Pocketchart.
    RestoreNotABackup,
    /// `restore-not-a-backup-next`: Bring in FHIR files with “pocketchart import”.
    RestoreNotABackupNext,
    /// `restore-newer`: The backup was written by a newer version of Pocketchart.
    RestoreNewer,
    /// `restore-newer-next`: Install the newest version.
    RestoreNewerNext,
    /// `restore-wrong-words`: These words belong to another record.
    RestoreWrongWords,
    /// `restore-wrong-words-next`: Look at the paper: each record has its own 24 words.
    RestoreWrongWordsNext,
    /// `backup-at-relay`: The whole record lies sealed at {address}: {size}
    BackupAtRelay {
        /// `$address`
        address: Value<'a>,
        /// `$size`
        size: Value<'a>,
    },
    /// `backup-at-relay-next`: With the 24 words a new device brings it back: “pocketchart recover from-relay {address}”. Do it again from time to time.
    BackupAtRelayNext {
        /// `$address`
        address: Value<'a>,
    },
    /// `backup-no-identity`: This device does not hold the identity key, which finds your vault at the relay.
    BackupNoIdentity,
    /// `backup-no-identity-next`: Do it on the device where the record was made, or that was paired with it.
    BackupNoIdentityNext,
    /// `backup-too-long`: The record is longer than a vault at a relay holds.
    BackupTooLong,
    /// `backup-too-long-next`: Write it to a file instead: “pocketchart backup --out FILE”.
    BackupTooLongNext,
    /// `restore-snapshot`: As it was at {made}. What was added later was not at the relay. / What another device had left there came back too. / What {others} other devices had left there came back too.
    RestoreSnapshot {
        /// `$made`
        made: Value<'a>,
        /// `$others`
        others: Value<'a>,
    },
    /// `restore-snapshot-unreadable`: One more snapshot could not be read to its end. It is still at the relay. / {count} more snapshots could not be read to their end. They are still at the relay.
    RestoreSnapshotUnreadable {
        /// `$count`
        count: Value<'a>,
    },
    /// `restore-nothing-there`: This relay has nothing whole that these words find.
    RestoreNothingThere,
    /// `restore-nothing-there-next`: Look at the address and at the words. After new words, take the new ones. A backup file opens with “pocketchart restore”.
    RestoreNothingThereNext,
    /// `restore-damaged`: The backup is damaged or cut off.
    RestoreDamaged,
    /// `restore-damaged-next`: Use another copy of it, or an older backup.
    RestoreDamagedNext,
    /// `rebuild-done`: Everything was made anew from the signed log: {entries} entries.
    RebuildDone {
        /// `$entries`
        entries: Value<'a>,
    },
    /// `verify-counts`: Looked at {rows} rows, {changes} signed changes and {entries} entries.
    VerifyCounts {
        /// `$changes`
        changes: Value<'a>,
        /// `$entries`
        entries: Value<'a>,
        /// `$rows`
        rows: Value<'a>,
    },
    /// `verify-clean`: All signatures, chains and contents are right.
    VerifyClean,
    /// `verify-faults`: One thing is wrong. / {count} things are wrong.
    VerifyFaults {
        /// `$count`
        count: Value<'a>,
    },
    /// `verify-next`: Do not go on with this copy. Bring the record back from a backup, or from another device.
    VerifyNext,
    /// `fault-store`: The file is damaged, or somebody changed it:
    FaultStore,
    /// `fault-signature`: A signature is wrong:
    FaultSignature,
    /// `fault-chain`: A change is missing, or out of place:
    FaultChain,
    /// `fault-content`: A content does not open:
    FaultContent,
    /// `fault-document`: A part does not follow from its log:
    FaultDocument,
    /// `fault-views`: The lists do not follow from the log. “pocketchart rebuild” makes them anew.
    FaultViews,
    /// `fault-other`: Something else is wrong.
    FaultOther,
    /// `erase-warning`: This removes the record from this device for good. Only a backup, or another device, brings it back.
    EraseWarning,
    /// `ask-erase`: Type the name of the record ({name}) to erase it:
    AskErase {
        /// `$name`
        name: Value<'a>,
    },
    /// `erase-unnamed`: Erasing needs the name of the record.
    EraseUnnamed,
    /// `erase-unnamed-next`: Say --erase-record {name}. There is no way back.
    EraseUnnamedNext {
        /// `$name`
        name: Value<'a>,
    },
    /// `erase-other-name`: The record has another name: {name}.
    EraseOtherName {
        /// `$name`
        name: Value<'a>,
    },
    /// `erase-other-name-next`: Look whether this is the record you mean.
    EraseOtherNameNext,
    /// `erase-done`: The record {name} is erased from this device.
    EraseDone {
        /// `$name`
        name: Value<'a>,
    },
    /// `man-done`: The pages are in {folder}.
    ManDone {
        /// `$folder`
        folder: Value<'a>,
    },
    /// `devices-heading`: One device may write in this record. / {count} devices may write in this record.
    DevicesHeading {
        /// `$count`
        count: Value<'a>,
    },
    /// `device-this`: this one
    DeviceThis,
    /// `device-lost`: lost since {date}
    DeviceLost {
        /// `$date`
        date: Value<'a>,
    },
    /// `device-expired`: not used for long: renew it
    DeviceExpired,
    /// `renew-done`: “{name}” is one of your devices until {date}.
    RenewDone {
        /// `$date`
        date: Value<'a>,
        /// `$name`
        name: Value<'a>,
    },
    /// `renew-next`: The others learn of it when they meet this one.
    RenewNext,
    /// `introduce-code`: Show this to your other device, or send it: nothing in it is secret.
    IntroduceCode,
    /// `introduce-next`: There: “pocketchart devices meet CODE”. Then both can sync.
    IntroduceNext,
    /// `meet-done`: “{name}” is one of your devices since {date}. Was that you? If not: “pocketchart devices lost”.
    MeetDone {
        /// `$date`
        date: Value<'a>,
        /// `$name`
        name: Value<'a>,
    },
    /// `meet-next`: Bring both up to date: “pocketchart sync”.
    MeetNext,
    /// `meet-no-code`: That is not the code of a device.
    MeetNoCode,
    /// `meet-no-code-next`: On the other device: “pocketchart devices introduce”.
    MeetNoCodeNext,
    /// `meet-not-own`: That device is this one, or is none of yours as far as is known here.
    MeetNotOwn,
    /// `meet-not-own-next`: After new words: “pocketchart recover use-words” on this device first. A device of somebody else is paired or let in.
    MeetNotOwnNext,
    /// `meet-lost`: That device was reported lost.
    MeetLost,
    /// `meet-lost-next`: A lost device that is found is erased and paired anew.
    MeetLostNext,
    /// `renew-no-identity`: This device may not renew others.
    RenewNoIdentity,
    /// `renew-no-identity-next`: Do it on one of your own devices.
    RenewNoIdentityNext,
    /// `renew-not-own`: That device was reported lost, or is none of yours.
    RenewNotOwn,
    /// `renew-not-own-next`: “pocketchart devices” shows them. A lost one that is found is paired anew.
    RenewNotOwnNext,
    /// `ask-lost`: Is “{name}” lost? It can come back only as a new device.
    AskLost {
        /// `$name`
        name: Value<'a>,
    },
    /// `lost-done`: “{name}” is taken out. It gets no new key, and your devices do not talk to it any more.
    LostDone {
        /// `$name`
        name: Value<'a>,
    },
    /// `lost-next`: What it could read until now it can read for ever. Bring your other devices up to date, so that they know.
    LostNext,
    /// `lost-unanswered`: Taking out “{name}” has no way back, and nobody is there to say that it is lost.
    LostUnanswered {
        /// `$name`
        name: Value<'a>,
    },
    /// `lost-unanswered-next`: Say --no-way-back.
    LostUnansweredNext,
    /// `lost-declined`: The device was not taken out.
    LostDeclined,
    /// `lost-declined-next`: It stays one of your devices.
    LostDeclinedNext,
    /// `lost-no-identity`: This device may not take others out.
    LostNoIdentity,
    /// `lost-no-identity-next`: Do it on one of your own devices.
    LostNoIdentityNext,
    /// `lost-not-others`: That is this device, or none of yours.
    LostNotOthers,
    /// `lost-not-others-next`: “pocketchart devices” shows them.
    LostNotOthersNext,
    /// `pair-show`: On the other device, type “pocketchart pair join” and paste this code:
    PairShow,
    /// `pair-waiting`: Waiting for the other device. The code is good once, for ten minutes.
    PairWaiting,
    /// `pair-asks`: “{name}” wants to become your device.
    PairAsks {
        /// `$name`
        name: Value<'a>,
    },
    /// `pair-digits`: Digits on this screen: {digits}
    PairDigits {
        /// `$digits`
        digits: Value<'a>,
    },
    /// `ask-same-digits`: Does the other screen show the same digits?
    AskSameDigits,
    /// `pair-done`: {name} is now your device.
    PairDone {
        /// `$name`
        name: Value<'a>,
    },
    /// `pair-next`: Bring it up to date: “pocketchart sync listen” here, “pocketchart sync connect ADDRESS” there.
    PairNext,
    /// `ask-code`: Paste the code from the other device:
    AskCode,
    /// `join-done`: This device now belongs to your record. It is kept in {folder}, and still empty.
    JoinDone {
        /// `$folder`
        folder: Value<'a>,
    },
    /// `join-next`: Fill it: “pocketchart sync listen” on the other device, “pocketchart sync connect ADDRESS” here.
    JoinNext,
    /// `code-needed`: The code of the other device is needed, and nobody is there to paste it.
    CodeNeeded,
    /// `code-needed-next`: Give it as an argument or by --code-fd.
    CodeNeededNext,
    /// `code-nowhere`: With --json the code needs a way out of its own.
    CodeNowhere,
    /// `code-nowhere-next`: Say --code-fd N.
    CodeNowhereNext,
    /// `listen-failed`: Nobody can be waited for at {address}.
    ListenFailed {
        /// `$address`
        address: Value<'a>,
    },
    /// `listen-failed-next`: Choose another port: perhaps a program has this one already.
    ListenFailedNext,
    /// `pair-not-a-code`: This is not a code of Pocketchart for pairing.
    PairNotACode,
    /// `pair-not-a-code-next`: Copy the whole line that begins with “pocketchart:/”.
    PairNotACodeNext,
    /// `pair-code-newer`: The code was made by a newer version of Pocketchart.
    PairCodeNewer,
    /// `pair-code-newer-next`: Install the newest version on both devices.
    PairCodeNewerNext,
    /// `pair-code-damaged`: Part of the code is missing or wrong.
    PairCodeDamaged,
    /// `pair-code-damaged-next`: Copy the whole line that begins with “pocketchart:/”.
    PairCodeDamagedNext,
    /// `pair-declined`: The two devices were not paired: somebody said no.
    PairDeclined,
    /// `pair-declined-next`: If the digits differed, do not try again on this network.
    PairDeclinedNext,
    /// `pair-no-identity`: This device cannot add others.
    PairNoIdentity,
    /// `pair-no-identity-next`: Do it on the device where the record was made or brought back.
    PairNoIdentityNext,
    /// `grant-show`: Show this code to whoever shall see these parts of your record:
    GrantShow,
    /// `grant-written`: The code is in {file} ({size}).
    GrantWritten {
        /// `$file`
        file: Value<'a>,
        /// `$size`
        size: Value<'a>,
    },
    /// `grant-made`: Grant {grant}, until {until}, for one who redeems it / {uses} who redeem it:
    GrantMade {
        /// `$grant`
        grant: Value<'a>,
        /// `$until`
        until: Value<'a>,
        /// `$uses`
        uses: Value<'a>,
    },
    /// `grant-next`: Now wait for them: “pocketchart serve”. End it at any time: “pocketchart revoke”.
    GrantNext,
    /// `grant-delegable`: Who redeems it may let in one other, for a part of it. You are asked then, too.
    GrantDelegable,
    /// `grant-via`: {who}, by the word of {by}
    GrantVia {
        /// `$by`
        by: Value<'a>,
        /// `$who`
        who: Value<'a>,
    },
    /// `may-line`: {section}: {what}
    MayLine {
        /// `$section`
        section: Value<'a>,
        /// `$what`
        what: Value<'a>,
    },
    /// `may-extract`: a copy of what holds
    MayExtract,
    /// `may-read`: read all of it, with its history
    MayRead,
    /// `may-read-later`: and what you add later
    MayReadLater,
    /// `may-append`: add to it
    MayAppend,
    /// `grants-none`: Nothing is opened to anybody.
    GrantsNone,
    /// `grant-not-yet`: not yet
    GrantNotYet,
    /// `grant-open`: open
    GrantOpen,
    /// `grant-used-up`: all uses taken
    GrantUsedUp,
    /// `grant-expired`: over
    GrantExpired,
    /// `grant-revoked`: ended by you
    GrantRevoked,
    /// `grant-closed`: closed: too many tries
    GrantClosed,
    /// `grant-ended`: Grant {grant} has ended. Nobody gets anything by it any more.
    GrantEnded {
        /// `$grant`
        grant: Value<'a>,
    },
    /// `grant-ends-later`: Grant {grant} has ended here. At the relay it ends when this device reaches it (“pocketchart mailbox”), at the latest at {until}.
    GrantEndsLater {
        /// `$grant`
        grant: Value<'a>,
        /// `$until`
        until: Value<'a>,
    },
    /// `grant-ends-at-its-device`: Grant {grant} has ended here. Where it is redeemed, at another device of yours, it ends when that one hears of it (“pocketchart mailbox” there), at the latest at {until}.
    GrantEndsAtItsDevice {
        /// `$grant`
        grant: Value<'a>,
        /// `$until`
        until: Value<'a>,
    },
    /// `grant-of-device`: {what} (made on “{device}”)
    GrantOfDevice {
        /// `$device`
        device: Value<'a>,
        /// `$what`
        what: Value<'a>,
    },
    /// `grants-unmet`: The relay does not answer: what your other devices made may be missing here.
    GrantsUnmet,
    /// `grant-next-at-relay`: The relay gives this to whoever has the code and the passcode, also while this device is off. Tell the passcode on another way than the code. “pocketchart mailbox” shows who took it, and takes in what they write.
    GrantNextAtRelay,
    /// `relay-listens`: The relay listens on {address}
    RelayListens {
        /// `$address`
        address: Value<'a>,
    },
    /// `relay-serves-page`: This relay serves the emergency page too. Who serves a page can read all that is opened with it. Better let somebody else serve it, from a name of its own.
    RelayServesPage,
    /// `relay-is-blind`: It stores and forwards what it cannot read. Stop it with Ctrl-C.
    RelayIsBlind,
    /// `clinic-listens`: The desk of {name} listens on {address}
    ClinicListens {
        /// `$address`
        address: Value<'a>,
        /// `$name`
        name: Value<'a>,
    },
    /// `clinic-certifies`: The desk certifies itself. A browser trusts it once it has the certificate of {address}. Compare the fingerprint (SHA-256) that it shows there with this one:
    ClinicCertifies {
        /// `$address`
        address: Value<'a>,
    },
    /// `clinic-authority`: The desk could not certify itself.
    ClinicAuthority,
    /// `clinic-authority-next`: Look at the folder of --data: its file “authority” has to be this desk’s own. Without that file a new certificate is made, which every browser has to be given again.
    ClinicAuthorityNext,
    /// `clinic-authority-names`: The desk certifies itself under a name, and none was given.
    ClinicAuthorityNames,
    /// `clinic-authority-names-next`: Give --host a name under which browsers reach it, such as desk.lakeside.example.
    ClinicAuthorityNamesNext,
    /// `clinic-setup`: Open the desk’s address in a browser, and make the first administrator’s account there with this secret. It is shown once, and good until the desk stops:
    ClinicSetup,
    /// `clinic-words`: Write these 24 words down, and keep them where you keep what must not be lost. They bring the clinic’s identity back, by which patients know it. They are shown once:
    ClinicWords,
    /// `clinic-stop`: Stop it with Ctrl-C.
    ClinicStop,
    /// `relay-used`: This device uses the relay {address}
    RelayUsed {
        /// `$address`
        address: Value<'a>,
    },
    /// `relay-unused`: This device uses no relay.
    RelayUnused,
    /// `mailbox-nothing`: Nothing new.
    MailboxNothing,
    /// `mailbox-emergency`: “{name}” ({words}) used your emergency code {grant} at {at} and says: “{reason}”. They get the copy at {ready}.
    MailboxEmergency {
        /// `$at`
        at: Value<'a>,
        /// `$grant`
        grant: Value<'a>,
        /// `$name`
        name: Value<'a>,
        /// `$ready`
        ready: Value<'a>,
        /// `$reason`
        reason: Value<'a>,
        /// `$words`
        words: Value<'a>,
    },
    /// `mailbox-emergency-next`: If that is not right, stop it before: “pocketchart break-glass stop”.
    MailboxEmergencyNext,
    /// `mailbox-emergency-stopped`: “{name}” ({words}) used your emergency code {grant} and says: “{reason}”. It was stopped: they got nothing.
    MailboxEmergencyStopped {
        /// `$grant`
        grant: Value<'a>,
        /// `$name`
        name: Value<'a>,
        /// `$reason`
        reason: Value<'a>,
        /// `$words`
        words: Value<'a>,
    },
    /// `mailbox-taken`: “{name}” ({words}) took grant {grant} at {at}, as the relay reports.
    MailboxTaken {
        /// `$at`
        at: Value<'a>,
        /// `$grant`
        grant: Value<'a>,
        /// `$name`
        name: Value<'a>,
        /// `$words`
        words: Value<'a>,
    },
    /// `mailbox-let-in`: “{name}” ({words}) is let in by grant {grant}.
    MailboxLetIn {
        /// `$grant`
        grant: Value<'a>,
        /// `$name`
        name: Value<'a>,
        /// `$words`
        words: Value<'a>,
    },
    /// `mailbox-let-in-ended`: “{name}” ({words}) took grant {grant} before you ended it. What they write waits for you: “pocketchart waiting”.
    MailboxLetInEnded {
        /// `$grant`
        grant: Value<'a>,
        /// `$name`
        name: Value<'a>,
        /// `$words`
        words: Value<'a>,
    },
    /// `mailbox-not-let-in`: “{name}” ({words}) is not let in by grant {grant}: {why}
    MailboxNotLetIn {
        /// `$grant`
        grant: Value<'a>,
        /// `$name`
        name: Value<'a>,
        /// `$why`
        why: Value<'a>,
        /// `$words`
        words: Value<'a>,
    },
    /// `mailbox-altered`: What lies at the relay in the name of “{name}” ({words}), for grant {grant}, is not by them or was altered. They are not let in.
    MailboxAltered {
        /// `$grant`
        grant: Value<'a>,
        /// `$name`
        name: Value<'a>,
        /// `$words`
        words: Value<'a>,
    },
    /// `mailbox-unread`: The letters at the relay could not be fetched, and stay there. “pocketchart sync letters” says why.
    MailboxUnread,
    /// `mailbox-ended`: The relay ended grant {grant}.
    MailboxEnded {
        /// `$grant`
        grant: Value<'a>,
    },
    /// `mailbox-unasked`: The relay could not be asked about grant {grant}. What it holds ends at {until}.
    MailboxUnasked {
        /// `$grant`
        grant: Value<'a>,
        /// `$until`
        until: Value<'a>,
    },
    /// `deletion-said`: “{name}” says that they deleted what you shared by grant {grant}, on {at}: {cause}.
    DeletionSaid {
        /// `$at`
        at: Value<'a>,
        /// `$cause`
        cause: Value<'a>,
        /// `$grant`
        grant: Value<'a>,
        /// `$name`
        name: Value<'a>,
    },
    /// `deletion-word`: That is their word, not a proof: what was on a screen can be copied.
    DeletionWord,
    /// `deletion-time-is-over`: the time that you chose was over
    DeletionTimeIsOver,
    /// `deletion-closed`: they needed it no more
    DeletionClosed,
    /// `deletion-withdrawn`: you ended it
    DeletionWithdrawn,
    /// `grant-ended-told`: A clinic’s desk that has it hears of it when this device waits (“pocketchart serve”) and the desk calls. Then it deletes it, and says so. A desk that never reaches this device keeps it until {until}.
    GrantEndedTold {
        /// `$until`
        until: Value<'a>,
    },
    /// `grant-ended-kept`: What was read by it can be kept. What they still bring waits for your yes.
    GrantEndedKept,
    /// `column-who`: Who
    ColumnWho,
    /// `grant-nothing`: No section was named, so nothing would be opened.
    GrantNothing,
    /// `grant-nothing-next`: Name sections: “pocketchart grant allergies medications”.
    GrantNothingNext,
    /// `grant-window`: A grant lasts from one minute to 30 days, in an emergency 72 hours, and has at least one use. A standing emergency code lasts a year at most, for 5 people at most, and has a name of 64 bytes at most.
    GrantWindow,
    /// `grant-window-next`: Choose a shorter time with --for.
    GrantWindowNext,
    /// `grant-short-passcode`: The passcode is too short.
    GrantShortPasscode,
    /// `grant-short-passcode-next`: Take at least 6 characters.
    GrantShortPasscodeNext,
    /// `grant-address`: The addresses do not fit into a code.
    GrantAddress,
    /// `grant-address-next`: Give one or two with --address IP:PORT.
    GrantAddressNext,
    /// `grant-unknown`: There is no such grant here.
    GrantUnknown,
    /// `grant-unknown-next`: “pocketchart grants” lists them.
    GrantUnknownNext,
    /// `clinic-no-start`: The desk could not listen there, or could not use a file that was named.
    ClinicNoStart,
    /// `clinic-no-start-next`: Choose another address with --listen, and look at the folder of --data and at the files of the certificate.
    ClinicNoStartNext,
    /// `clinic-in-the-clear`: Beyond this machine the desk listens only with a certificate: what it answers is about patients.
    ClinicInTheClear,
    /// `clinic-in-the-clear-next`: Give --tls-cert and --tls-key, or --own-certificate. Or listen on 127.0.0.1, with a proxy in front and --behind-proxy.
    ClinicInTheClearNext,
    /// `clinic-store`: The desk’s store cannot be opened.
    ClinicStore,
    /// `clinic-store-next`: Look at the folder of --data: it must be there whole, and no newer version may have written it.
    ClinicStoreNext,
    /// `clinic-key`: The key of the desk’s store is missing, or is no key.
    ClinicKey,
    /// `clinic-key-next`: Without the file “key” of the folder nothing in it can be read. Bring it back from where you keep a copy.
    ClinicKeyNext,
    /// `clinic-key-open`: Others on this machine may read the key of the desk’s store.
    ClinicKeyOpen,
    /// `clinic-key-open-next`: Only the owner may: chmod 600 on the file “key” in the folder. If somebody may have read it, end what is shared.
    ClinicKeyOpenNext,
    /// `desk-sign-in`: You are not signed in, or were signed out after a while without work.
    DeskSignIn,
    /// `desk-sign-in-next`: Sign in.
    DeskSignInNext,
    /// `desk-wrong-password`: Name and password do not belong together.
    DeskWrongPassword,
    /// `desk-wrong-password-next`: Try again. After five wrong passwords the name is locked for a quarter of an hour.
    DeskWrongPasswordNext,
    /// `desk-locked`: Too many wrong passwords were given for this name. It is locked for {minutes} minute / {minutes} minutes more.
    DeskLocked {
        /// `$minutes`
        minutes: Value<'a>,
    },
    /// `desk-locked-next`: Wait, or ask an administrator for a new password.
    DeskLockedNext,
    /// `desk-passkey-place`: Browsers have passkeys only for a desk that is called by a name over https, or by “localhost” on its own machine.
    DeskPasskeyPlace,
    /// `desk-passkey-place-next`: Call the desk by such a name, or sign in with your password. Whoever runs the desk gives it a name with --host and a certificate.
    DeskPasskeyPlaceNext,
    /// `desk-passkey-over`: This took longer than five minutes, was answered already, or belongs to another window.
    DeskPasskeyOver,
    /// `desk-passkey-over-next`: Begin anew.
    DeskPasskeyOverNext,
    /// `desk-passkey-wrong`: This passkey does not open the desk: it was removed, belongs to somebody else, or does not show that it is you.
    DeskPasskeyWrong,
    /// `desk-passkey-wrong-next`: Try another passkey, or your password. An administrator can tell what you may sign in with.
    DeskPasskeyWrongNext,
    /// `desk-passkey-counter`: This passkey counts behind what it had counted before: there may be a copy of it.
    DeskPasskeyCounter,
    /// `desk-passkey-counter-next`: Sign in another way, remove this passkey, and tell an administrator. It stands in the log.
    DeskPasskeyCounterNext,
    /// `desk-passkey-unfit`: What your device made is no passkey that the desk can use.
    DeskPasskeyUnfit,
    /// `desk-passkey-unfit-next`: Try another device. It has to ask for a number, a finger or a face.
    DeskPasskeyUnfitNext,
    /// `desk-passkey-known`: This passkey is there already.
    DeskPasskeyKnown,
    /// `desk-passkey-known-next`: It can be used as it is.
    DeskPasskeyKnownNext,
    /// `desk-passkey-many`: Ten passkeys are as many as an account may have.
    DeskPasskeyMany,
    /// `desk-passkey-many-next`: Remove one that you do not use.
    DeskPasskeyManyNext,
    /// `desk-passkey-unknown`: You have no such passkey.
    DeskPasskeyUnknown,
    /// `desk-passkey-unknown-next`: Look at your passkeys anew: it may have been removed.
    DeskPasskeyUnknownNext,
    /// `desk-passkey-last`: This is your last passkey, and this clinic requires one.
    DeskPasskeyLast,
    /// `desk-passkey-last-next`: Make another one first.
    DeskPasskeyLastNext,
    /// `desk-passkey-required`: This clinic requires a passkey: a password alone is not enough.
    DeskPasskeyRequired,
    /// `desk-passkey-required-next`: Use your passkey. If you lost it or never had one, ask an administrator for a new first password.
    DeskPasskeyRequiredNext,
    /// `desk-passkey-own-first`: Whoever requires passkeys has to be signed in with one.
    DeskPasskeyOwnFirst,
    /// `desk-passkey-own-first-next`: Make a passkey of your own, sign in with it, and try again.
    DeskPasskeyOwnFirstNext,
    /// `desk-add-passkey`: This clinic requires a passkey, and this session has none.
    DeskAddPasskey,
    /// `desk-add-passkey-next`: Make a passkey first, or sign in with the one that you have.
    DeskAddPasskeyNext,
    /// `desk-wrong-secret`: That is not the secret that the desk showed when it started, or the first account is there already.
    DeskWrongSecret,
    /// `desk-wrong-secret-next`: Start the desk anew: it shows a new secret as long as there is no account.
    DeskWrongSecretNext,
    /// `desk-login-taken`: Somebody signs in with this name already.
    DeskLoginTaken,
    /// `desk-login-taken-next`: Choose another.
    DeskLoginTakenNext,
    /// `desk-name-bad`: A name has 1 to 100 characters.
    DeskNameBad,
    /// `desk-name-bad-next`: Choose another.
    DeskNameBadNext,
    /// `desk-second-needed`: In an emergency one person alone does not open a chart.
    DeskSecondNeeded,
    /// `desk-second-needed-next`: Call a colleague who works with patients: the front desk or a clinician, but neither an administrator nor yourself. They type their own name and password here, or use their passkey. Nothing was asked of the patient’s record yet.
    DeskSecondNeededNext,
    /// `desk-second-unfit`: This person cannot stand by this emergency.
    DeskSecondUnfit,
    /// `desk-second-unfit-next`: It has to be another person, who works with patients here and has chosen their own password.
    DeskSecondUnfitNext,
    /// `desk-password-bad`: A password has at least 12 characters, is none that is guessed first, and the name is no part of it.
    DeskPasswordBad,
    /// `desk-password-bad-next`: Choose another: several words that nobody would guess are good.
    DeskPasswordBadNext,
    /// `desk-account-unknown`: There is no such account.
    DeskAccountUnknown,
    /// `desk-account-unknown-next`: Look at the list of accounts.
    DeskAccountUnknownNext,
    /// `desk-last-administrator`: Somebody has to be left who manages accounts.
    DeskLastAdministrator,
    /// `desk-last-administrator-next`: Make another administrator first.
    DeskLastAdministratorNext,
    /// `desk-change-password`: Somebody else chose your password.
    DeskChangePassword,
    /// `desk-change-password-next`: Choose one of your own first.
    DeskChangePasswordNext,
    /// `desk-not-for-role`: Your role may not do this.
    DeskNotForRole,
    /// `desk-not-for-role-next`: Ask somebody whose role it is, or an administrator. That you asked stands in the log.
    DeskNotForRoleNext,
    /// `desk-forged`: This did not come from a page of the desk.
    DeskForged,
    /// `desk-forged-next`: Load the page anew, and try again.
    DeskForgedNext,
    /// `desk-origin`: This came from a page of somewhere else.
    DeskOrigin,
    /// `desk-origin-next`: Open the desk by its own address.
    DeskOriginNext,
    /// `desk-host`: The desk was called by a name that it does not know.
    DeskHost,
    /// `desk-host-next`: Open it by its address, or start it with --host and this name.
    DeskHostNext,
    /// `desk-not-here`: Nothing is here.
    DeskNotHere,
    /// `desk-not-here-next`: Go back to the list.
    DeskNotHereNext,
    /// `desk-wrong-method`: This cannot be done here.
    DeskWrongMethod,
    /// `desk-wrong-method-next`: Go back to the list.
    DeskWrongMethodNext,
    /// `desk-malformed`: The desk did not understand the request.
    DeskMalformed,
    /// `desk-malformed-next`: Load the page anew, and try again.
    DeskMalformedNext,
    /// `desk-too-long`: That is more than the desk takes at once.
    DeskTooLong,
    /// `desk-too-long-next`: Send less.
    DeskTooLongNext,
    /// `desk-type`: The desk does not read this type of content.
    DeskType,
    /// `desk-type-next`: Send JSON, or a picture as PNG.
    DeskTypeNext,
    /// `desk-wait`: Too much was asked at once.
    DeskWait,
    /// `desk-wait-next`: Wait a minute, and try again.
    DeskWaitNext,
    /// `desk-no-chart`: No patient opened a chart of this name here.
    DeskNoChart,
    /// `desk-no-chart-next`: Scan the patient’s code.
    DeskNoChartNext,
    /// `desk-chart-ended`: The patient’s time is over, the patient ended it, or the chart was closed: what was shared is deleted, with its keys.
    DeskChartEnded,
    /// `desk-chart-ended-next`: If you need it, ask the patient for a new code. The receipt says what was open, and until when.
    DeskChartEndedNext,
    /// `desk-store-failed`: The desk’s store does not answer. Nothing was changed.
    DeskStoreFailed,
    /// `desk-store-failed-next`: Try again. If it stays so, ask who runs the desk whether the disk is full.
    DeskStoreFailedNext,
    /// `desk-broken`: The desk made a mistake. Nothing was changed.
    DeskBroken,
    /// `desk-broken-next`: Try again, and tell who runs the desk.
    DeskBrokenNext,
    /// `desk-bridge-not-set`: The desk is not connected to a system of the clinic’s own, or to another one than was meant.
    DeskBridgeNotSet,
    /// `desk-bridge-not-set-next`: Ask an administrator to set it.
    DeskBridgeNotSetNext,
    /// `desk-bridge-address`: Only addresses that begin with https are asked, and none that leads away from the server that was set.
    DeskBridgeAddress,
    /// `desk-bridge-address-next`: Look at the address again. In the open only a server on this machine itself is asked.
    DeskBridgeAddressNext,
    /// `desk-bridge-not-fhir`: What the clinic’s own system answered is not what it should be.
    DeskBridgeNotFhir,
    /// `desk-bridge-not-fhir-next`: Ask an administrator whether this is the address of its FHIR interface.
    DeskBridgeNotFhirNext,
    /// `desk-bridge-unreachable`: The clinic’s own system cannot be reached. Nothing is lost: what waits to be written there is tried again.
    DeskBridgeUnreachable,
    /// `desk-bridge-unreachable-next`: Try again later. If it stays so, tell who runs that system.
    DeskBridgeUnreachableNext,
    /// `desk-bridge-untrusted`: The clinic’s own system shows a certificate of no known authority, of another name, or out of date. Nothing was sent there.
    DeskBridgeUntrusted,
    /// `desk-bridge-untrusted-next`: If the clinic has an authority of its own, an administrator gives its certificate under “Clinic’s system”. Otherwise ask who runs that system.
    DeskBridgeUntrustedNext,
    /// `desk-bridge-authority`: That is not the certificate of an authority in PEM, or a private key stands beside it. It was not kept.
    DeskBridgeAuthority,
    /// `desk-bridge-authority-next`: Ask who runs that system for the certificate of its authority alone, without any key, and paste all of it.
    DeskBridgeAuthorityNext,
    /// `desk-bridge-key`: That is no RSA key of 2,048 to 4,096 bits in PEM (PKCS#8), or it is encrypted. It was not kept.
    DeskBridgeKey,
    /// `desk-bridge-key-next`: Make one with “openssl genpkey -algorithm RSA -pkeyopt rsa\_keygen\_bits:3072”, and paste what it writes.
    DeskBridgeKeyNext,
    /// `desk-bridge-busy`: The clinic’s own system is busy. Nothing is lost: what waits to be written there is tried again.
    DeskBridgeBusy,
    /// `desk-bridge-busy-next`: Try again in a minute.
    DeskBridgeBusyNext,
    /// `desk-bridge-not-let-in`: The clinic’s own system does not let the desk in.
    DeskBridgeNotLetIn,
    /// `desk-bridge-not-let-in-next`: Ask an administrator to look at the name, the password or the key, and at what the desk is allowed there.
    DeskBridgeNotLetInNext,
    /// `desk-bridge-no-key`: The desk has no key yet by which another system could know it.
    DeskBridgeNoKey,
    /// `desk-bridge-no-key-next`: Show the desk’s keys under “Clinic’s system”, register them there, and try again.
    DeskBridgeNoKeyNext,
    /// `desk-bridge-key-not-taken`: The clinic’s own system does not say that it takes a key such as the desk’s.
    DeskBridgeKeyNotTaken,
    /// `desk-bridge-key-not-taken-next`: If it takes keys for RS384 alone, give the desk one under “Clinic’s system”. Otherwise use a name and a password, or ask who runs that system.
    DeskBridgeKeyNotTakenNext,
    /// `desk-bridge-version`: The clinic’s own system speaks another version of FHIR than R4 (4.0.1).
    DeskBridgeVersion,
    /// `desk-bridge-version-next`: Ask who runs it for the address of its FHIR R4 interface.
    DeskBridgeVersionNext,
    /// `desk-bridge-no-profile`: The patient did not open their profile, so nobody can be looked for in the clinic’s own system.
    DeskBridgeNoProfile,
    /// `desk-bridge-no-profile-next`: Ask the patient to open their profile, too.
    DeskBridgeNoProfileNext,
    /// `desk-bridge-no-patient`: The clinic’s own system has no such patient.
    DeskBridgeNoPatient,
    /// `desk-bridge-no-patient-next`: Look for the patient again.
    DeskBridgeNoPatientNext,
    /// `desk-bridge-not-alike`: Too little speaks for it that this is the same person: an identifier must be the same, or birth date and name.
    DeskBridgeNotAlike,
    /// `desk-bridge-not-alike-next`: Choose somebody else, or have a new patient made. If it is the same person, correct the birth date or the name first where it is wrong.
    DeskBridgeNotAlikeNext,
    /// `desk-bridge-taken`: The chart of another patient belongs to this patient of the clinic’s own system.
    DeskBridgeTaken,
    /// `desk-bridge-taken-next`: Look at both with care. If it is one person with two records, confirm it all the same.
    DeskBridgeTakenNext,
    /// `desk-bridge-exists`: Somebody is there who may be the same person.
    DeskBridgeExists,
    /// `desk-bridge-exists-next`: Look at who was found. If it is somebody else, have a new patient made all the same.
    DeskBridgeExistsNext,
    /// `desk-bridge-not-linked`: Nobody has said yet which patient of the clinic’s own system this is.
    DeskBridgeNotLinked,
    /// `desk-bridge-not-linked-next`: Look for the patient there, and confirm who it is.
    DeskBridgeNotLinkedNext,
    /// `desk-bridge-other-birth-date`: The answer says another birth date than the patient of the clinic’s own system has. Nothing was sent.
    DeskBridgeOtherBirthDate,
    /// `desk-bridge-other-birth-date-next`: Ask the patient for the birth date, and find out whose answer it is. If it is of somebody else, make them a new check-in.
    DeskBridgeOtherBirthDateNext,
    /// `desk-bridge-other-patient`: Another patient of the clinic’s own system was chosen meanwhile, or none is. Nothing was sent.
    DeskBridgeOtherPatient,
    /// `desk-bridge-other-patient-next`: Load the page anew, and look for whom it would be written.
    DeskBridgeOtherPatientNext,
    /// `desk-bridge-entry`: Nothing was chosen, or more than 100 entries at once. None was written. / Entry {number} of those that were chosen cannot be written to the clinic’s own system. None was.
    DeskBridgeEntry {
        /// `$number`
        number: Value<'a>,
    },
    /// `desk-bridge-entry-next`: Leave it out, or enter it there by hand. What is disputed or contradicts itself has to be settled first.
    DeskBridgeEntryNext,
    /// `desk-bridge-not-offered`: The clinic’s own system offers no way to write this safely.
    DeskBridgeNotOffered,
    /// `desk-bridge-not-offered-next`: Enter it there by hand.
    DeskBridgeNotOfferedNext,
    /// `desk-bridge-no-message`: Nothing of this name is or was written to the clinic’s own system.
    DeskBridgeNoMessage,
    /// `desk-bridge-no-message-next`: Go back to the list.
    DeskBridgeNoMessageNext,
    /// `desk-bridge-decided`: There is nothing to decide here, or something else stands there meanwhile.
    DeskBridgeDecided,
    /// `desk-bridge-decided-next`: Load the page anew, and look again.
    DeskBridgeDecidedNext,
    /// `desk-bridge-refused`: The clinic’s own system refused.
    DeskBridgeRefused,
    /// `desk-bridge-refused-next`: Ask who runs it whether the desk is allowed to do this. Enter it there by hand meanwhile.
    DeskBridgeRefusedNext,
    /// `desk-bridge-differs`: The clinic’s own system kept something else than was sent.
    DeskBridgeDiffers,
    /// `desk-bridge-differs-next`: Look at it there, and put it right by hand.
    DeskBridgeDiffersNext,
    /// `desk-visit-none`: There is no such visit in this chart.
    DeskVisitNone,
    /// `desk-visit-none-next`: Go back to the visits of the chart. One that nobody had signed may have been deleted.
    DeskVisitNoneNext,
    /// `desk-visit-changed`: Somebody else has written in this visit since you read it. Nothing of theirs was overwritten.
    DeskVisitChanged,
    /// `desk-visit-changed-next`: Look at how it stands now, add what is missing, and save again.
    DeskVisitChangedNext,
    /// `desk-visit-signed`: This visit has been signed, and cannot be changed any more.
    DeskVisitSigned,
    /// `desk-visit-signed-next`: Write what is missing in a new visit.
    DeskVisitSignedNext,
    /// `desk-visit-not-signed`: This visit has not been signed, or does not stand in the chart yet.
    DeskVisitNotSigned,
    /// `desk-visit-not-signed-next`: Sign it first. If it was signed just now, try again in a minute.
    DeskVisitNotSignedNext,
    /// `desk-visit-empty`: Nothing stands in this visit.
    DeskVisitEmpty,
    /// `desk-visit-empty-next`: Write something before you sign.
    DeskVisitEmptyNext,
    /// `desk-visit-no-append`: The patient did not let the clinic write anything in this chart.
    DeskVisitNoAppend,
    /// `desk-visit-no-append-next`: Ask the patient for a code that lets the clinic write, and scan it.
    DeskVisitNoAppendNext,
    /// `desk-visit-not-allowed`: The patient did not let the clinic write here: {sections}. Nothing was written.
    DeskVisitNotAllowed {
        /// `$sections`
        sections: Value<'a>,
    },
    /// `desk-visit-not-allowed-next`: Ask the patient for a code that allows it, or take out what would stand there.
    DeskVisitNotAllowedNext,
    /// `desk-visit-findings`: Something was found about the medicines, and no reason is given why it is signed all the same.
    DeskVisitFindings,
    /// `desk-visit-findings-next`: Look at what was found, change the medicines or give a reason for each finding.
    DeskVisitFindingsNext,
    /// `desk-visit-class`: It is not said how the visit took place.
    DeskVisitClass,
    /// `desk-visit-class-next`: Choose it, or take out when it was and what for.
    DeskVisitClassNext,
    /// `desk-visit-file-empty`: Nothing is in this file. It was not added.
    DeskVisitFileEmpty,
    /// `desk-visit-file-empty-next`: Look at the file itself, and choose it again once it has something in it.
    DeskVisitFileEmptyNext,
    /// `desk-visit-file-kind`: This is no PDF and no picture in JPEG or PNG, whatever the file is called. It was not added.
    DeskVisitFileKind,
    /// `desk-visit-file-kind-next`: Save it as a PDF or as one of these pictures, and add that.
    DeskVisitFileKindNext,
    /// `desk-visit-file-large`: The files of a visit may have 8 MB together, and with this one they would have more. It was not added.
    DeskVisitFileLarge,
    /// `desk-visit-file-large-next`: Take another file out, or save this one smaller, and add that.
    DeskVisitFileLargeNext,
    /// `desk-visit-file-none`: There is no such file in this visit.
    DeskVisitFileNone,
    /// `desk-visit-file-none-next`: Open the visit again. Somebody else may have taken it out.
    DeskVisitFileNoneNext,
    /// `desk-visit-files-many`: A visit has ten files at most. This one was not added.
    DeskVisitFilesMany,
    /// `desk-visit-files-many-next`: Take another file out, or write another visit for the rest.
    DeskVisitFilesManyNext,
    /// `desk-visit-number`: A number cannot be read.
    DeskVisitNumber,
    /// `desk-visit-number-next`: Type it with digits and a point, such as 7.1, without the unit.
    DeskVisitNumberNext,
    /// `desk-visit-words`: Words are missing: {field}.
    DeskVisitWords {
        /// `$field`
        field: Value<'a>,
    },
    /// `desk-visit-words-next`: Add them, or take the entry out.
    DeskVisitWordsNext,
    /// `desk-visit-date`: A date cannot be read: {field}.
    DeskVisitDate {
        /// `$field`
        field: Value<'a>,
    },
    /// `desk-visit-date-next`: Type it as 2026, 2026-11 or 2026-11-27.
    DeskVisitDateNext,
    /// `desk-visit-backwards`: An end lies before its beginning.
    DeskVisitBackwards,
    /// `desk-visit-backwards-next`: Correct one of the two dates.
    DeskVisitBackwardsNext,
    /// `desk-visit-ended-yet-active`: Something has an end, and is said to be there still.
    DeskVisitEndedYetActive,
    /// `desk-visit-ended-yet-active-next`: Take the end out, or say that it is over.
    DeskVisitEndedYetActiveNext,
    /// `desk-visit-unfit`: An entry cannot be written as it is.
    DeskVisitUnfit,
    /// `desk-visit-unfit-next`: Look at each entry: it may be too long, or the patient’s time to let the clinic write may be over.
    DeskVisitUnfitNext,
    /// `desk-visit-subjective`: What the patient tells
    DeskVisitSubjective,
    /// `desk-visit-objective`: What was found
    DeskVisitObjective,
    /// `desk-visit-assessment`: Assessment
    DeskVisitAssessment,
    /// `desk-checkin-none`: There is no such check-in.
    DeskCheckinNone,
    /// `desk-checkin-none-next`: Look at the list of check-ins. It may have been deleted, or the link is not whole.
    DeskCheckinNoneNext,
    /// `desk-checkin-over`: The time in which this check-in could be answered is over. Nothing was taken.
    DeskCheckinOver,
    /// `desk-checkin-over-next`: Make a new check-in, and give the patient that one.
    DeskCheckinOverNext,
    /// `desk-checkin-answered`: This check-in has been answered. A second answer is not taken.
    DeskCheckinAnswered,
    /// `desk-checkin-answered-next`: Look at the answer that is here. If it is not the patient’s, or something is missing, make a new check-in.
    DeskCheckinAnsweredNext,
    /// `desk-checkin-unanswered`: Nobody has answered this check-in yet.
    DeskCheckinUnanswered,
    /// `desk-checkin-unanswered-next`: Wait for the patient’s answer, or bring it in if you have it as a file.
    DeskCheckinUnansweredNext,
    /// `desk-checkin-charted`: A chart says who answers this check-in.
    DeskCheckinCharted,
    /// `desk-checkin-charted-next`: Confirm in that chart who it is in the clinic’s own system. If the chart has ended, let the patient show a code again.
    DeskCheckinChartedNext,
    /// `desk-checkin-no-person`: The answer does not say who the patient is, so nobody can be looked for in the clinic’s own system.
    DeskCheckinNoPerson,
    /// `desk-checkin-no-person-next`: Let the patient show a code, or make a check-in that also asks for the description of the person (Patient).
    DeskCheckinNoPersonNext,
    /// `desk-checkin-no-record`: There is no open chart of who is asked, so nothing can be sent through it. Nothing was written.
    DeskCheckinNoRecord,
    /// `desk-checkin-no-record-next`: Give the patient the link, the code or the file, or let them show a code of their record.
    DeskCheckinNoRecordNext,
    /// `desk-checkin-not-allowed`: The patient did not open check-ins for you to write in, and to read what comes later. Nothing was written.
    DeskCheckinNotAllowed,
    /// `desk-checkin-not-allowed-next`: Give the patient the link, the code or the file. Or ask them for a code that also opens check-ins.
    DeskCheckinNotAllowedNext,
    /// `desk-checkin-whom`: It is not clear who is asked.
    DeskCheckinWhom,
    /// `desk-checkin-whom-next`: Choose an open chart, or write in at most 200 letters who it is; not both.
    DeskCheckinWhomNext,
    /// `desk-checkin-empty`: Nothing is asked, or something asks for everything that the patient has.
    DeskCheckinEmpty,
    /// `desk-checkin-empty-next`: Add a form, or name the kinds of entries that the visit needs.
    DeskCheckinEmptyNext,
    /// `desk-checkin-purpose`: The purpose says who asks, or holds an address. Both prove nothing to the patient, who is told not to believe them.
    DeskCheckinPurpose,
    /// `desk-checkin-purpose-next`: Write only what the visit is for. The address of a video call has its own place.
    DeskCheckinPurposeNext,
    /// `desk-checkin-call`: The address of the call cannot be used.
    DeskCheckinCall,
    /// `desk-checkin-call-next`: Copy it from the program for video calls. It begins with “https” and has no spaces.
    DeskCheckinCallNext,
    /// `desk-checkin-form`: The form “{title}” cannot be shown to the patient as it was meant.
    DeskCheckinForm {
        /// `$title`
        title: Value<'a>,
    },
    /// `desk-checkin-form-next`: Look whether each question has a name of its own and a known type, and depends only on questions that are there.
    DeskCheckinFormNext,
    /// `desk-checkin-twice`: Two things that are asked have the same name.
    DeskCheckinTwice,
    /// `desk-checkin-twice-next`: Give each its own.
    DeskCheckinTwiceNext,
    /// `desk-checkin-too-much`: More is asked than one check-in can hold.
    DeskCheckinTooMuch,
    /// `desk-checkin-too-much-next`: Ask for less at a time.
    DeskCheckinTooMuchNext,
    /// `desk-checkin-member`: Something that is asked is missing or malformed: {member}.
    DeskCheckinMember {
        /// `$member`
        member: Value<'a>,
    },
    /// `desk-checkin-member-next`: Correct it, and make the check-in again.
    DeskCheckinMemberNext,
    /// `desk-checkin-other`: This is an answer to another check-in. Nothing of it was kept.
    DeskCheckinOther,
    /// `desk-checkin-other-next`: Compare whose answer it is, and open the check-in of that patient.
    DeskCheckinOtherNext,
    /// `desk-checkin-no-answer`: This is not an answer to a check-in, or it says something twice. Nothing of it was kept.
    DeskCheckinNoAnswer,
    /// `desk-checkin-no-answer-next`: Ask the patient for the file that their program wrote, and bring it in unchanged.
    DeskCheckinNoAnswerNext,
    /// `desk-checkin-unfit`: The answer does not fit what was asked, and nothing of it was kept. {why}
    DeskCheckinUnfit {
        /// `$why`
        why: Value<'a>,
    },
    /// `desk-checkin-unfit-next`: Ask the patient to answer once more, if need be with another program, or go through the questions together.
    DeskCheckinUnfitNext,
    /// `desk-message-no-record`: This chart is a copy, in which nothing can be written. Nothing was sent.
    DeskMessageNoRecord,
    /// `desk-message-no-record-next`: Ask the patient for a code that opens messages for reading, later ones too, and for writing.
    DeskMessageNoRecordNext,
    /// `desk-message-not-allowed`: The patient did not open messages for you to write in, and to read what comes later. Nothing was written.
    DeskMessageNotAllowed,
    /// `desk-message-not-allowed-next`: Ask the patient for a code that also opens messages, or reach them in another way.
    DeskMessageNotAllowedNext,
    /// `desk-message-empty`: Nothing is said in this message, so it was not sent.
    DeskMessageEmpty,
    /// `desk-message-empty-next`: Write something.
    DeskMessageEmptyNext,
    /// `desk-message-too-long`: This message is longer than 5,000 characters. It was not sent.
    DeskMessageTooLong,
    /// `desk-message-too-long-next`: Say it in fewer words, or in two messages. A visit has room for what is longer.
    DeskMessageTooLongNext,
    /// `desk-message-none`: The message that this answers is not there. Nothing was sent.
    DeskMessageNone,
    /// `desk-message-none-next`: Load the messages again, and look what is there now.
    DeskMessageNoneNext,
    /// `desk-message-taken`: Something else was sent under the name of this message. It was not sent.
    DeskMessageTaken,
    /// `desk-message-taken-next`: Load the messages again, look whether it is there, and write it once more if not.
    DeskMessageTakenNext,
    /// `desk-recon-count`: Nothing is decided, or more than 100 lines at once.
    DeskReconCount,
    /// `desk-recon-count-next`: Decide about at least one line, and at most 100.
    DeskReconCountNext,
    /// `desk-recon-unfit`: One of these decisions names what does not stand here, or the same thing twice. Nothing was done.
    DeskReconUnfit,
    /// `desk-recon-unfit-next`: Load the comparison anew, and decide about what stands there.
    DeskReconUnfitNext,
    /// `desk-recon-changed`: What the clinic’s own system says is not what you saw: it was read anew, or never. Nothing was done.
    DeskReconChanged,
    /// `desk-recon-changed-next`: Look at how it stands now, and decide again.
    DeskReconChangedNext,
    /// `desk-recon-retracted`: This was entered in error: as its source says, or as the patient or its author says in the chart. Nothing was done.
    DeskReconRetracted,
    /// `desk-recon-retracted-next`: Ask the patient. Only a new statement by them, or by who wrote it, can bring it back.
    DeskReconRetractedNext,
    /// `desk-recon-denies`: One of the two says that there is nothing, so they are not the same. Nothing was done.
    DeskReconDenies,
    /// `desk-recon-denies-next`: Ask the patient which of them is right.
    DeskReconDeniesNext,
    /// `desk-recon-undecided`: The clinic’s own system may have this already. Nothing was done.
    DeskReconUndecided,
    /// `desk-recon-undecided-next`: Say for each line that may be the same whether it is. What is something else can be written then.
    DeskReconUndecidedNext,
    /// `desk-recon-not-allowed`: The patient did not let the clinic write in this section. Nothing was done.
    DeskReconNotAllowed,
    /// `desk-recon-not-allowed-next`: Ask the patient for a code that allows it, or leave what stands in the clinic’s own system.
    DeskReconNotAllowedNext,
    /// `desk-recon-no-result`: Nothing that was decided about holds, so there is no list to write. Nothing was sent.
    DeskReconNoResult,
    /// `desk-recon-no-result-next`: What was decided stays with the visit. Record by hand what the clinic’s own system needs.
    DeskReconNoResultNext,
    /// `desk-recon-not-as-shown`: What would be written is not what you saw. Something was written there meanwhile. Nothing was sent.
    DeskReconNotAsShown,
    /// `desk-recon-not-as-shown-next`: Load the page anew, and look at the list once more.
    DeskReconNotAsShownNext,
    /// `desk-recon-title`: Compared with the clinic’s own system
    DeskReconTitle,
    /// `relay-none`: This device uses no relay.
    RelayNone,
    /// `relay-none-next`: Choose one with “pocketchart use-relay URL”.
    RelayNoneNext,
    /// `relay-needs-passcode`: At a relay, a code opens something only together with a passcode.
    RelayNeedsPasscode,
    /// `relay-needs-passcode-next`: Give one with --passcode-fd.
    RelayNeedsPasscodeNext,
    /// `relay-not-passed-on`: What a relay gives is for who redeems the code itself, and knows the passcode.
    RelayNotPassedOn,
    /// `relay-not-passed-on-next`: Leave out --relay: then this device has to be there.
    RelayNotPassedOnNext,
    /// `relay-too-much`: More lies there than a copy at a relay can hold.
    RelayTooMuch,
    /// `relay-too-much-next`: Name fewer sections, or leave out --relay.
    RelayTooMuchNext,
    /// `relay-unreachable`: The relay cannot be reached, or did not prove that it is the one.
    RelayUnreachable,
    /// `relay-unreachable-next`: Look at the network, and try again. Without --relay a code works in one room, with no relay.
    RelayUnreachableNext,
    /// `relay-busy`: The relay asks to wait.
    RelayBusy,
    /// `relay-busy-next`: Try again in a minute.
    RelayBusyNext,
    /// `relay-full`: The relay is full.
    RelayFull,
    /// `relay-full-next`: End what you no longer need there, or use another relay.
    RelayFullNext,
    /// `relay-not-live`: The relay has nothing under this name, or it is over.
    RelayNotLive,
    /// `relay-not-live-next`: Make a new one.
    RelayNotLiveNext,
    /// `relay-not-taken`: The relay does not take it: it is too large, or is to last too long.
    RelayNotTaken,
    /// `relay-not-taken-next`: Choose a shorter time or fewer sections, or use another relay.
    RelayNotTakenNext,
    /// `relay-conflict`: Something else lies at the relay under this name, or it has ended and cannot be changed.
    RelayConflict,
    /// `relay-conflict-next`: Make a new one.
    RelayConflictNext,
    /// `relay-not-one`: No relay answers at this address.
    RelayNotOne,
    /// `relay-not-one-next`: Look at the address: “pocketchart use-relay URL”.
    RelayNotOneNext,
    /// `relay-address`: That is not the address of a relay.
    RelayAddress,
    /// `relay-address-next`: It begins with https:// and fits into a code: at most 48 characters after that. On this machine http:// is allowed, too.
    RelayAddressNext,
    /// `relay-store`: The store of the relay cannot be opened.
    RelayStore,
    /// `relay-store-next`: Look at --store: the folder must be there, and a database must answer.
    RelayStoreNext,
    /// `relay-no-page`: There is no emergency page in that folder.
    RelayNoPage,
    /// `relay-no-page-next`: Name the folder that has the page’s index.html in it.
    RelayNoPageNext,
    /// `relay-no-start`: The relay could not listen there.
    RelayNoStart,
    /// `relay-no-start-next`: Choose another address with --listen.
    RelayNoStartNext,
    /// `grant-has-ended`: The grant has ended.
    GrantHasEnded,
    /// `grant-has-ended-next`: Make a new one.
    GrantHasEndedNext,
    /// `grant-not-patients`: This chart was opened to you by somebody else. Only they can open it to others.
    GrantNotPatients,
    /// `grant-not-patients-next`: Ask the patient.
    GrantNotPatientsNext,
    /// `column-role`: Acts as
    ColumnRole,
    /// `contacts-none`: You have no contacts, and keep nothing for others. “pocketchart contacts become” makes the code that somebody gives you.
    ContactsNone,
    /// `contact-holds`: has a part
    ContactHolds,
    /// `contact-holds-nothing`: has no part
    ContactHoldsNothing,
    /// `contacts-unshared`: Your contacts cannot bring your record back yet: give them parts with “pocketchart contacts split”.
    ContactsUnshared,
    /// `contacts-outdated`: What your contacts keep opens nothing any more, because there are newer words. Give them new parts with “pocketchart contacts split”.
    ContactsOutdated,
    /// `contacts-shared`: {needed} of {of} contacts together can bring your record back, {hours} hours after they said so, unless you say no. Leave it at the relay from time to time: “pocketchart backup --relay”.
    ContactsShared {
        /// `$hours`
        hours: Value<'a>,
        /// `$needed`
        needed: Value<'a>,
        /// `$of`
        r#of: Value<'a>,
    },
    /// `contacts-keeps`: You keep a part for “{name}”: {needed} of {of} contacts bring their record back.
    ContactsKeeps {
        /// `$name`
        name: Value<'a>,
        /// `$needed`
        needed: Value<'a>,
        /// `$of`
        r#of: Value<'a>,
    },
    /// `contacts-emergency`: Somebody used the emergency code of “{name}”. Call them, or who is with them. For one minute / {minutes} minutes after it was used, a device of theirs can stop it.
    ContactsEmergency {
        /// `$minutes`
        minutes: Value<'a>,
        /// `$name`
        name: Value<'a>,
    },
    /// `contacts-keep-next`: If they ask you for it, talk to them, best face to face or by phone, and compare the words. Then: “pocketchart contacts approve CODE”.
    ContactsKeepNext,
    /// `approve-record`: This device asks for the whole record of “{name}”: only “{name}” themselves may have that. Talk to them.
    ApproveRecord {
        /// `$name`
        name: Value<'a>,
    },
    /// `approve-proxy`: This device asks to act for “{name}”. Say yes only if “{name}” cannot decide for themselves now, and only if you talk to “{proxy}”, whom they named for it.
    ApproveProxy {
        /// `$name`
        name: Value<'a>,
        /// `$proxy`
        proxy: Value<'a>,
    },
    /// `contacts-ended`: The part that you keep for “{name}” opens nothing any more: they ended it, or the relay has forgotten it. Ask them for a new one.
    ContactsEnded {
        /// `$name`
        name: Value<'a>,
    },
    /// `contacts-unasked`: The relay could not be asked who wants your record back.
    ContactsUnasked,
    /// `contacts-unasked-about`: The relay could not be asked about the part that you keep for “{name}”.
    ContactsUnaskedAbout {
        /// `$name`
        name: Value<'a>,
    },
    /// `contacts-become`: Send this code to the person whose contact you want to be:
    ContactsBecome,
    /// `contacts-words`: They see these words. Read them aloud to each other: {words}
    ContactsWords {
        /// `$words`
        words: Value<'a>,
    },
    /// `contacts-compare`: “{name}” must read you the same words: {words}
    ContactsCompare {
        /// `$name`
        name: Value<'a>,
        /// `$words`
        words: Value<'a>,
    },
    /// `contacts-chosen`: “{name}” is a contact now.
    ContactsChosen {
        /// `$name`
        name: Value<'a>,
    },
    /// `contacts-chosen-next`: Choose at least three. Then give them parts: “pocketchart contacts split”.
    ContactsChosenNext,
    /// `contacts-dropped`: “{name}” is no contact any more.
    ContactsDropped {
        /// `$name`
        name: Value<'a>,
    },
    /// `contacts-part-in`: The part of “{name}” is in {file}
    ContactsPartIn {
        /// `$file`
        file: Value<'a>,
        /// `$name`
        name: Value<'a>,
    },
    /// `contacts-part-of`: The part of “{name}”:
    ContactsPartOf {
        /// `$name`
        name: Value<'a>,
    },
    /// `contacts-split-next`: Send each contact their part, by any way: only they can open it. They take it in with “pocketchart contacts keep CODE”. Parts that you gave before open nothing any more.
    ContactsSplitNext,
    /// `contacts-approved`: Send this answer back to “{name}”. Only the device that asked can open it:
    ContactsApproved {
        /// `$name`
        name: Value<'a>,
    },
    /// `contacts-vetoed`: You said no to device {device}. Only all your contacts together can still say otherwise.
    ContactsVetoed {
        /// `$device`
        device: Value<'a>,
    },
    /// `contacts-vetoed-next`: Talk to your contacts. If somebody deceived one of them, drop that contact and give new parts to the others.
    ContactsVetoedNext,
    /// `contacts-no-code`: That is not the code for this, or a part of it is missing.
    ContactsNoCode,
    /// `contacts-no-code-next`: Copy the whole code, from “pocketchart:” to the last digit, or name the file that holds it.
    ContactsNoCodeNext,
    /// `contacts-other-words`: Nobody said that the words are the same, so nothing was done.
    ContactsOtherWords,
    /// `contacts-other-words-next`: Read the words to each other. If they are the same, say so, or add --same-words.
    ContactsOtherWordsNext,
    /// `contacts-no-identity`: This device holds no identity key of this record, so it cannot change who the contacts are.
    ContactsNoIdentity,
    /// `contacts-no-identity-next`: Do it on a device of the person's own that does. After new words, type them here first: “pocketchart recover use-words”.
    ContactsNoIdentityNext,
    /// `contacts-known`: There is a contact of that name already, or the name is empty.
    ContactsKnown,
    /// `contacts-known-next`: Let them make a code with another name: “pocketchart contacts become --as NAME”.
    ContactsKnownNext,
    /// `contacts-unknown`: There is no such contact, part or request here, or there are several.
    ContactsUnknown,
    /// `contacts-unknown-next`: Look at “pocketchart contacts”. If you keep parts for several people, say for whom: --person NAME.
    ContactsUnknownNext,
    /// `contacts-many`: 15 contacts are the most.
    ContactsMany,
    /// `contacts-many-next`: Drop one first: “pocketchart contacts drop NAME”.
    ContactsManyNext,
    /// `contacts-numbers`: At least two contacts have to be needed, and fewer than there are.
    ContactsNumbers,
    /// `contacts-numbers-next`: Choose more contacts, or another number with --needed.
    ContactsNumbersNext,
    /// `contacts-wait`: The wait is an hour at least and 14 days at most.
    ContactsWait,
    /// `contacts-wait-next`: Choose another time with --wait.
    ContactsWaitNext,
    /// `contacts-not-for-here`: This was made for another device.
    ContactsNotForHere,
    /// `contacts-not-for-here-next`: Open it on the device whose code was sent. If that is gone, ask for a new one.
    ContactsNotForHereNext,
    /// `contacts-too-long`: A name or an address is too long for a code.
    ContactsTooLong,
    /// `contacts-too-long-next`: Take a shorter name: at most 64 letters, fewer if they have accents.
    ContactsTooLongNext,
    /// `recovery-asked`: Device {device} asks for your record, and enough of your contacts said yes. It gets everything at {ready}. If that is not you, say no now: “pocketchart contacts veto {device}”.
    RecoveryAsked {
        /// `$device`
        device: Value<'a>,
        /// `$ready`
        ready: Value<'a>,
    },
    /// `recovery-asked-of`: Device {device} asks for the record of “{name}”, and enough contacts said yes. It gets it at {ready}. Ask “{name}” whether that is right.
    RecoveryAskedOf {
        /// `$device`
        device: Value<'a>,
        /// `$name`
        name: Value<'a>,
        /// `$ready`
        ready: Value<'a>,
    },
    /// `recovery-vetoed`: You said no to device {device}, which asks for your record.
    RecoveryVetoed {
        /// `$device`
        device: Value<'a>,
    },
    /// `recovery-vetoed-of`: “{name}” said no to device {device}, which asks for their record. Only all contacts together can still give it.
    RecoveryVetoedOf {
        /// `$device`
        device: Value<'a>,
        /// `$name`
        name: Value<'a>,
    },
    /// `recovery-taken`: Device {device} got what brings your record back.
    RecoveryTaken {
        /// `$device`
        device: Value<'a>,
    },
    /// `recovery-taken-of`: Device {device} got what brings the record of “{name}” back.
    RecoveryTakenOf {
        /// `$device`
        device: Value<'a>,
        /// `$name`
        name: Value<'a>,
    },
    /// `recover-ask`: Send this code to your contacts:
    RecoverAsk,
    /// `recover-ask-words`: Then call each of them and read these words to them: {words}
    RecoverAskWords {
        /// `$words`
        words: Value<'a>,
    },
    /// `recover-ask-next`: What they answer goes in here: “pocketchart recover with-contacts ANSWER…”. All at once, or one after another.
    RecoverAskNext,
    /// `recover-waits`: Your contacts said yes. The relay waits {hours} hours and {minutes} minutes more, in case one of your devices says no.
    RecoverWaits {
        /// `$hours`
        hours: Value<'a>,
        /// `$minutes`
        minutes: Value<'a>,
    },
    /// `recover-waits-next`: Type “pocketchart recover with-contacts” again then.
    RecoverWaitsNext,
    /// `recover-vetoed`: One of your own devices said no to this.
    RecoverVetoed,
    /// `recover-vetoed-next`: If you did not do that, somebody else has it. All contacts have to answer again, with “pocketchart contacts approve CODE --despite-veto”; then the wait begins anew.
    RecoverVetoedNext,
    /// `recover-done-next`: What is written from now on has new keys. Take lost devices out with “pocketchart devices lost NAME”, and give your contacts new parts with “pocketchart contacts split”.
    RecoverDoneNext,
    /// `recover-not-asking`: This device has not asked your contacts.
    RecoverNotAsking,
    /// `recover-not-asking-next`: Begin with “pocketchart recover ask-contacts”.
    RecoverNotAskingNext,
    /// `recover-asked-before`: This device has asked your contacts already.
    RecoverAskedBefore,
    /// `recover-asked-before-next`: Go on with “pocketchart recover with-contacts ANSWER…”.
    RecoverAskedBeforeNext,
    /// `recover-others`: This answer does not belong to the others: it is about another person, or from a part that was given at another time.
    RecoverOthers,
    /// `recover-others-next`: Ask that contact for the answer to your code once more. They may keep an older part.
    RecoverOthersNext,
    /// `recover-few`: {have} of the {needed} contacts that it takes have answered.
    RecoverFew {
        /// `$have`
        have: Value<'a>,
        /// `$needed`
        needed: Value<'a>,
    },
    /// `recover-few-next`: Ask another contact. What has come is kept.
    RecoverFewNext,
    /// `recover-parts`: The parts do not belong together.
    RecoverParts,
    /// `recover-parts-next`: Ask your contacts for their answers once more.
    RecoverPartsNext,
    /// `recover-not-taken`: The relay does not take what your contacts said: it is older than two weeks, or somebody ended it.
    RecoverNotTaken,
    /// `recover-not-taken-next`: Ask your contacts for new answers to the same code.
    RecoverNotTakenNext,
    /// `recover-other-cause`: This device has asked your contacts for something else.
    RecoverOtherCause,
    /// `recover-other-cause-next`: For your own record go on with “pocketchart recover with-contacts”, to act for somebody with “pocketchart incapacity enter”.
    RecoverOtherCauseNext,
    /// `incapacity-nothing`: You have not said who is to act for you if you cannot.
    IncapacityNothing,
    /// `incapacity-who`: If you cannot act for yourself, “{name}” acts for you: {role}; {sections}; until {until} at the latest.
    IncapacityWho {
        /// `$name`
        name: Value<'a>,
        /// `$role`
        role: Value<'a>,
        /// `$sections`
        sections: Value<'a>,
        /// `$until`
        until: Value<'a>,
    },
    /// `incapacity-how`: Nobody has come yet. {needed} of {of} contacts together let them in, {hours} hours after they said so, unless you say no. They get nothing else of your record, and never your words.
    IncapacityHow {
        /// `$hours`
        hours: Value<'a>,
        /// `$needed`
        needed: Value<'a>,
        /// `$of`
        r#of: Value<'a>,
    },
    /// `incapacity-nobody`: Nobody can act for you: what you had prepared is over. Prepare it anew with “pocketchart incapacity prepare”.
    IncapacityNobody,
    /// `incapacity-unheard`: Another device of yours prepared it, and this one has not heard for whom. Bring both up to date: “pocketchart sync”.
    IncapacityUnheard,
    /// `incapacity-came`: “{name}” acts for you now: your contacts let them in. To end it: “pocketchart people end "{name}"”.
    IncapacityCame {
        /// `$name`
        name: Value<'a>,
    },
    /// `incapacity-unleft`: The relay does not have the newest of your record for them. “pocketchart mailbox” leaves it there.
    IncapacityUnleft,
    /// `incapacity-prepare-next`: Send each contact their part, by any way: only they can open it. They take it in with “pocketchart contacts keep CODE”. Tell all of them, and whoever is to act, what you want. Parts for this that you gave before open nothing any more.
    IncapacityPrepareNext,
    /// `incapacity-cancelled`: It is over: your contacts can let nobody act for you any more, and who came in by it acts for you no more. What they have read they keep.
    IncapacityCancelled,
    /// `incapacity-untold`: The relay could not be told. It is told the next time: “pocketchart mailbox”.
    IncapacityUntold,
    /// `incapacity-request`: Send this code to the contacts of the person for whom you are to act:
    IncapacityRequest,
    /// `incapacity-request-next`: What they answer goes in here: “pocketchart incapacity enter ANSWER…”. All at once, or one after another.
    IncapacityRequestNext,
    /// `incapacity-waits-next`: Type “pocketchart incapacity enter” again then.
    IncapacityWaitsNext,
    /// `incapacity-entered`: You act for the person of the key {words}: {role}; {sections}; until {until} at the latest.
    IncapacityEntered {
        /// `$role`
        role: Value<'a>,
        /// `$sections`
        sections: Value<'a>,
        /// `$until`
        until: Value<'a>,
        /// `$words`
        words: Value<'a>,
    },
    /// `incapacity-entered-as-of`: It is as it was left at the relay at {at}.
    IncapacityEnteredAsOf {
        /// `$at`
        at: Value<'a>,
    },
    /// `incapacity-entered-unreadable`: Something of what their devices left could not be read. What you see may not be all.
    IncapacityEnteredUnreadable,
    /// `incapacity-entered-next`: Their devices learn that you came. What is new on either side goes over by “pocketchart sync letters”. They can end it at any time.
    IncapacityEnteredNext,
    /// `incapacity-keeps`: You keep a part for “{name}”: {needed} of {of} contacts let “{proxy}” act for them if they cannot.
    IncapacityKeeps {
        /// `$name`
        name: Value<'a>,
        /// `$needed`
        needed: Value<'a>,
        /// `$of`
        r#of: Value<'a>,
        /// `$proxy`
        proxy: Value<'a>,
    },
    /// `incapacity-asked`: Device {device} asks to act for you as “{proxy}”, and enough of your contacts said yes. It gets the sections that you named at {ready}. If you can act for yourself, say no now: “pocketchart contacts veto {device}”.
    IncapacityAsked {
        /// `$device`
        device: Value<'a>,
        /// `$proxy`
        proxy: Value<'a>,
        /// `$ready`
        ready: Value<'a>,
    },
    /// `incapacity-asked-of`: Device {device} asks to act for “{name}” as “{proxy}”, and enough contacts said yes. It gets what “{name}” named at {ready}. Ask those around “{name}” whether that is right.
    IncapacityAskedOf {
        /// `$device`
        device: Value<'a>,
        /// `$name`
        name: Value<'a>,
        /// `$proxy`
        proxy: Value<'a>,
        /// `$ready`
        ready: Value<'a>,
    },
    /// `incapacity-vetoed`: You said no to device {device}, which asks to act for you.
    IncapacityVetoed {
        /// `$device`
        device: Value<'a>,
    },
    /// `incapacity-vetoed-of`: “{name}” said no to device {device}, which asks to act for them. Only all contacts together can still give it.
    IncapacityVetoedOf {
        /// `$device`
        device: Value<'a>,
        /// `$name`
        name: Value<'a>,
    },
    /// `incapacity-taken`: Device {device} got what lets “{proxy}” act for you. To end that: “pocketchart incapacity cancel”.
    IncapacityTaken {
        /// `$device`
        device: Value<'a>,
        /// `$proxy`
        proxy: Value<'a>,
    },
    /// `incapacity-taken-of`: Device {device} got what lets “{proxy}” act for “{name}”.
    IncapacityTakenOf {
        /// `$device`
        device: Value<'a>,
        /// `$name`
        name: Value<'a>,
        /// `$proxy`
        proxy: Value<'a>,
    },
    /// `incapacity-none`: Nothing was prepared for the case that you cannot act for yourself.
    IncapacityNone,
    /// `incapacity-none-next`: Begin with “pocketchart incapacity prepare NAME”. Look at “pocketchart people” for who acts for you.
    IncapacityNoneNext,
    /// `incapacity-too-much`: The sections are longer than a vault at a relay holds.
    IncapacityTooMuch,
    /// `incapacity-too-much-next`: Name fewer sections, without “documents” for example.
    IncapacityTooMuchNext,
    /// `incapacity-nothing-left`: Nothing lies at the relay for you: the person ended it, its time is over, or it was never left there.
    IncapacityNothingLeft,
    /// `incapacity-nothing-left-next`: Ask their contacts whether they keep a newer part.
    IncapacityNothingLeftNext,
    /// `incapacity-unfit`: What lies at the relay for you cannot be read.
    IncapacityUnfit,
    /// `incapacity-unfit-next`: Install the newest version of Pocketchart and go on: “pocketchart incapacity enter”. What came is kept.
    IncapacityUnfitNext,
    /// `ask-same-words`: Did they read the same words?
    AskSameWords,
    /// `people-none`: Nobody acts for anybody here.
    PeopleNone,
    /// `people-you`: {name}: you
    PeopleYou {
        /// `$name`
        name: Value<'a>,
    },
    /// `people-ended`: “{name}” acts for you no more.
    PeopleEnded {
        /// `$name`
        name: Value<'a>,
    },
    /// `role-view`: reads
    RoleView,
    /// `role-manage`: reads and writes
    RoleManage,
    /// `role-emergency`: reads in an emergency
    RoleEmergency,
    /// `proxy-acts`: acts
    ProxyActs,
    /// `proxy-named`: only if you cannot act for yourself
    ProxyNamed,
    /// `proxy-expired`: time is over
    ProxyExpired,
    /// `proxy-ended`: ended
    ProxyEnded,
    /// `proxy-no-identity`: This device holds no identity key of this record, so it cannot say who acts for the person.
    ProxyNoIdentity,
    /// `proxy-no-identity-next`: Do it on a device of the person's own that does. After new words, type them here first: “pocketchart recover use-words”.
    ProxyNoIdentityNext,
    /// `proxy-unknown`: Nobody of that name acts here.
    ProxyUnknown,
    /// `proxy-unknown-next`: Look at “pocketchart people”.
    ProxyUnknownNext,
    /// `proxy-nothing`: That is not open to somebody who reads in an emergency.
    ProxyNothing,
    /// `proxy-nothing-next`: Leave the sections out, or choose the role “view”.
    ProxyNothingNext,
    /// `proxy-window`: Somebody can act for a minute to ten years.
    ProxyWindow,
    /// `proxy-window-next`: Give a time such as --for 365d.
    ProxyWindowNext,
    /// `proxy-name`: The name is empty or too long.
    ProxyName,
    /// `proxy-name-next`: Give a name of at most 200 letters.
    ProxyNameNext,
    /// `invite-next`: Waiting for whoever redeems this code, for an hour at most.
    InviteNext,
    /// `invite-done`: “{name}” acts for you from now on. “people” shows it, and ends it.
    InviteDone {
        /// `$name`
        name: Value<'a>,
    },
    /// `serve-acts`: They will act for you: {role}.
    ServeActs {
        /// `$role`
        role: Value<'a>,
    },
    /// `redeem-acts`: You act for this person: {role}.
    RedeemActs {
        /// `$role`
        role: Value<'a>,
    },
    /// `clock-doubt`: The date of this device does not fit what it knew before, so nothing that ends by the date is given.
    ClockDoubt,
    /// `clock-doubt-next`: If the date is right, say so with --confirm-date.
    ClockDoubtNext,
    /// `serve-waiting`: Waiting at {address}.
    ServeWaiting {
        /// `$address`
        address: Value<'a>,
    },
    /// `not-announced`: This network cannot be told where this device waits. Whoever has its address reaches it all the same.
    NotAnnounced,
    /// `serve-asks`: “{name}” asks. Their key: {words}.
    ServeAsks {
        /// `$name`
        name: Value<'a>,
        /// `$words`
        words: Value<'a>,
    },
    /// `serve-known`: They were let in before, with this key.
    ServeKnown,
    /// `serve-unknown`: Nobody has checked this name. Look who stands before you.
    ServeUnknown,
    /// `serve-via`: They come by the word of “{name}” ({words}), who redeemed this grant and passes a part of it on:
    ServeVia {
        /// `$name`
        name: Value<'a>,
        /// `$words`
        words: Value<'a>,
    },
    /// `serve-until`: Until {until}.
    ServeUntil {
        /// `$until`
        until: Value<'a>,
    },
    /// `serve-reason`: They say why: {reason}
    ServeReason {
        /// `$reason`
        reason: Value<'a>,
    },
    /// `ask-serve`: Does their screen show the same digits, and shall they have this?
    AskServe,
    /// `serve-another`: Somebody else is asking with a code of yours right now. They were turned away.
    ServeAnother,
    /// `serve-given`: “{name}” has it: one entry / {count} entries, by their own account.
    ServeGiven {
        /// `$count`
        count: Value<'a>,
        /// `$name`
        name: Value<'a>,
    },
    /// `serve-no-receipt`: They sent no receipt.
    ServeNoReceipt,
    /// `serve-emergency`: This was opened for an emergency, without asking you.
    ServeEmergency,
    /// `serve-tell`: To be told: {contact}
    ServeTell {
        /// `$contact`
        contact: Value<'a>,
    },
    /// `serve-came-back`: “{name}” came back: one change / {received} changes taken in, {sent} given.
    ServeCameBack {
        /// `$name`
        name: Value<'a>,
        /// `$received`
        received: Value<'a>,
        /// `$sent`
        sent: Value<'a>,
    },
    /// `serve-held`: One change came after their time / {count} changes came after their time, and waits for you: “pocketchart waiting”.
    ServeHeld {
        /// `$count`
        count: Value<'a>,
    },
    /// `serve-refused`: Nothing was given to “{name}”: {why}
    ServeRefused {
        /// `$name`
        name: Value<'a>,
        /// `$why`
        why: Value<'a>,
    },
    /// `serve-nobody-came`: Nobody called in the time that was waited.
    ServeNobodyCame,
    /// `serve-nobody-came-next`: Start it again when they are there.
    ServeNobodyCameNext,
    /// `serve-nothing`: Nothing is opened to anybody, so nobody is waited for.
    ServeNothing,
    /// `serve-nothing-next`: Open something: “pocketchart grant”.
    ServeNothingNext,
    /// `serve-no-network`: This device cannot be called: the network is not there.
    ServeNoNetwork,
    /// `serve-no-network-next`: Look whether both devices are on one network.
    ServeNoNetworkNext,
    /// `waiting-none`: Nothing waits for you.
    WaitingNone,
    /// `waiting-line`: {name} ({words}): one change waits / {count} changes wait. Take it in: “pocketchart waiting --admit NAME”.
    WaitingLine {
        /// `$count`
        count: Value<'a>,
        /// `$name`
        name: Value<'a>,
        /// `$words`
        words: Value<'a>,
    },
    /// `waiting-admitted`: Taken in from {name}: one change / {count} changes.
    WaitingAdmitted {
        /// `$count`
        count: Value<'a>,
        /// `$name`
        name: Value<'a>,
    },
    /// `waiting-nobody`: Nothing waits from anybody of that name, or from several.
    WaitingNobody,
    /// `waiting-nobody-next`: Use the words of the key: “pocketchart waiting” lists them.
    WaitingNobodyNext,
    /// `redeem-digits`: Digits on this screen: {digits}. They must be the same on the patient's screen.
    RedeemDigits {
        /// `$digits`
        digits: Value<'a>,
    },
    /// `redeem-done`: The patient's key: {words}. Until {until}.
    RedeemDone {
        /// `$until`
        until: Value<'a>,
        /// `$words`
        words: Value<'a>,
    },
    /// `redeem-stated`: As stated by the patient's device at {made}. Nobody else has confirmed it.
    RedeemStated {
        /// `$made`
        made: Value<'a>,
    },
    /// `stated-past`: (no longer)
    StatedPast,
    /// `redeem-written`: The copy is in {file}.
    RedeemWritten {
        /// `$file`
        file: Value<'a>,
    },
    /// `redeem-chart`: The shared chart is in {folder}. Use it with --record.
    RedeemChart {
        /// `$folder`
        folder: Value<'a>,
    },
    /// `redeem-chart-waits`: The patient's device is off and does not know of you yet. What you write there goes back with “pocketchart --record DIR sync letters”, and is taken in when it is on.
    RedeemChartWaits,
    /// `redeem-delegable`: You may pass a part of it on to one other: “pocketchart delegate give {grant} --to CODE”.
    RedeemDelegable {
        /// `$grant`
        grant: Value<'a>,
    },
    /// `delegate-show`: Show this code to whoever shall let you in:
    DelegateShow,
    /// `delegate-words`: Words of your key for this: {words}. They must be the same on the other screen.
    DelegateWords {
        /// `$words`
        words: Value<'a>,
    },
    /// `delegate-ask-next`: They answer with another code: redeem that one.
    DelegateAskNext,
    /// `delegate-give-show`: Show this code to whom you let in. Only their device can use it:
    DelegateGiveShow,
    /// `delegate-made`: Passed on to “{name}” (their key: {words}), until {until}:
    DelegateMade {
        /// `$name`
        name: Value<'a>,
        /// `$until`
        until: Value<'a>,
        /// `$words`
        words: Value<'a>,
    },
    /// `delegate-give-next`: They redeem it where the patient's device waits, and the patient is asked. The end of your grant ends it, too.
    DelegateGiveNext,
    /// `delegate-unknown`: You redeemed no such grant, or the patient does not allow to pass it on.
    DelegateUnknown,
    /// `delegate-unknown-next`: Ask the patient for a grant that may be passed on: “pocketchart grant --delegable”.
    DelegateUnknownNext,
    /// `delegate-wider`: That is more, or longer, than was granted to you.
    DelegateWider,
    /// `delegate-wider-next`: Name fewer sections, or a shorter time with --for.
    DelegateWiderNext,
    /// `delegate-nothing`: Nothing would be passed on.
    DelegateNothing,
    /// `delegate-nothing-next`: Name at least one section and one minute, or leave both out.
    DelegateNothingNext,
    /// `delegate-ended`: The grant is over.
    DelegateEnded,
    /// `delegate-ended-next`: Ask the patient for a new one.
    DelegateEndedNext,
    /// `delegate-no-request`: There is no code of somebody who wants to be let in.
    DelegateNoRequest,
    /// `delegate-no-request-next`: Let them show one with “pocketchart delegate ask”.
    DelegateNoRequestNext,
    /// `redeem-no-code`: There is no code that opens a record.
    RedeemNoCode,
    /// `redeem-no-code-next`: Give the text that begins with “pocketchart:/”, or a picture of the code.
    RedeemNoCodeNext,
    /// `redeem-no-identity`: This device holds no identity key, so it cannot redeem in your name.
    RedeemNoIdentity,
    /// `redeem-no-identity-next`: Do it on the device where your own record was made.
    RedeemNoIdentityNext,
    /// `redeem-before`: Another chart lies in that folder.
    RedeemBefore,
    /// `redeem-before-next`: Choose another folder with --chart.
    RedeemBeforeNext,
    /// `redeem-no-connection`: Nobody answers at the addresses of the code, or was found in this network.
    RedeemNoConnection,
    /// `redeem-no-connection-next`: Look whether the patient's device waits (“pocketchart serve”), and whether both are on one network.
    RedeemNoConnectionNext,
    /// `redeem-declined`: The patient said no.
    RedeemDeclined,
    /// `redeem-declined-next`: If the digits differed, do not try again on this network.
    RedeemDeclinedNext,
    /// `redeem-busy`: Somebody else is asking the patient with this code.
    RedeemBusy,
    /// `redeem-busy-next`: Ask the patient who that is, and try again.
    RedeemBusyNext,
    /// `redeem-too-much`: More lies there than a copy can hold.
    RedeemTooMuch,
    /// `redeem-too-much-next`: Ask the patient to let you read it instead, or for fewer sections.
    RedeemTooMuchNext,
    /// `redeem-no-reason`: In an emergency you must say why.
    RedeemNoReason,
    /// `redeem-no-reason-next`: Say it with --reason.
    RedeemNoReasonNext,
    /// `redeem-needs-passcode`: The relay gives this only to who knows the patient's passcode.
    RedeemNeedsPasscode,
    /// `redeem-needs-passcode-next`: Ask the patient for it, and give it with --passcode-fd.
    RedeemNeedsPasscodeNext,
    /// `redeem-wrong-passcode`: The passcode is wrong. The code is closed now. / One more may be tried. / {left} more may be tried.
    RedeemWrongPasscode {
        /// `$left`
        left: Value<'a>,
    },
    /// `redeem-wrong-passcode-next`: Ask the patient for the passcode, or for a new code.
    RedeemWrongPasscodeNext,
    /// `redeem-waits`: It is an emergency code. The person’s devices and contacts are told now. You get the copy in about one minute / {minutes} minutes, unless they stop it. Leave this running, or run it again then.
    RedeemWaits {
        /// `$minutes`
        minutes: Value<'a>,
    },
    /// `redeem-later`: It is an emergency code: the person’s devices and contacts were told, and can stop it for some minutes.
    RedeemLater,
    /// `redeem-later-next`: Ask again with the same code in a few minutes.
    RedeemLaterNext,
    /// `redeem-stopped`: The person, or somebody with one of their devices, has stopped it: you get nothing.
    RedeemStopped,
    /// `redeem-stopped-next`: Talk to the person, or to who is with them.
    RedeemStoppedNext,
    /// `redeem-not-live`: The relay gives nothing for this code: its time has not come or is over, all its uses are taken, or the patient ended it.
    RedeemNotLive,
    /// `redeem-not-live-next`: Ask the patient for a new code.
    RedeemNotLiveNext,
    /// `redeem-refused`: Nothing was given: {why}
    RedeemRefused {
        /// `$why`
        why: Value<'a>,
    },
    /// `redeem-refused-next`: Ask the patient for a new code.
    RedeemRefusedNext,
    /// `redeem-failed`: The patient's device could not do it.
    RedeemFailed,
    /// `redeem-failed-next`: Try again, or ask for a new code.
    RedeemFailedNext,
    /// `redeem-unfit`: What came does not fit the code: it was not signed by the patient, or not for you. Nothing of it was kept.
    RedeemUnfit,
    /// `redeem-unfit-next`: Do not try again on this network.
    RedeemUnfitNext,
    /// `unwilling-declined`: you said no.
    UnwillingDeclined,
    /// `unwilling-busy`: somebody else was asking.
    UnwillingBusy,
    /// `unwilling-too-much`: more than a copy can hold.
    UnwillingTooMuch,
    /// `unwilling-no-reason`: they did not say why, in an emergency.
    UnwillingNoReason,
    /// `unwilling-failed`: the device could not do it.
    UnwillingFailed,
    /// `unwilling-unknown-version`: the programs do not understand one another.
    UnwillingUnknownVersion,
    /// `unwilling-clock-not-believable`: the date of the patient's device is not to be trusted.
    UnwillingClockNotBelievable,
    /// `unwilling-malformed`: what came could not be read.
    UnwillingMalformed,
    /// `unwilling-bad-signature`: it was altered, or signed by another key.
    UnwillingBadSignature,
    /// `unwilling-other-grant`: it belongs to another grant.
    UnwillingOtherGrant,
    /// `unwilling-unknown-issuer`: the grant was signed by a device that is no longer the patient's.
    UnwillingUnknownIssuer,
    /// `unwilling-counted-elsewhere`: its uses are counted by another device.
    UnwillingCountedElsewhere,
    /// `unwilling-wrong-secret`: it was not asked for with this code.
    UnwillingWrongSecret,
    /// `unwilling-ended-before`: the grant has ended.
    UnwillingEndedBefore,
    /// `unwilling-revoked`: the patient has ended the grant.
    UnwillingRevoked,
    /// `unwilling-not-yet`: the grant has not begun.
    UnwillingNotYet,
    /// `unwilling-expired`: the grant is over.
    UnwillingExpired,
    /// `unwilling-wrong-audience`: it was made for somebody else.
    UnwillingWrongAudience,
    /// `unwilling-delegated-too-deep`: this grant may not be passed on.
    UnwillingDelegatedTooDeep,
    /// `unwilling-unbound-delegator`: whoever passed it on had not redeemed it.
    UnwillingUnboundDelegator,
    /// `unwilling-wider-delegation`: more was passed on than was granted.
    UnwillingWiderDelegation,
    /// `unwilling-delegation-expired`: what was passed on is over.
    UnwillingDelegationExpired,
    /// `unwilling-wrong-passcode`: the passcode is wrong or missing.
    UnwillingWrongPasscode,
    /// `unwilling-second-redeemer`: somebody else has redeemed it.
    UnwillingSecondRedeemer,
    /// `unwilling-used-up`: all its uses are taken.
    UnwillingUsedUp,
    /// `unwilling-replay`: this request was answered before.
    UnwillingReplay,
    /// `unwilling-section-not-granted`: a section was asked for that is not granted.
    UnwillingSectionNotGranted,
    /// `unwilling-operation-not-granted`: something was asked for that is not granted.
    UnwillingOperationNotGranted,
    /// `break-glass-allowed`: Whoever has this code and says why gets this without asking you. You see it in the log.
    BreakGlassAllowed,
    /// `standing-show`: Keep this code where helpers find it:
    StandingShow,
    /// `standing-made`: Emergency code {grant}, until {until}, for one who uses it / {uses} who use it:
    StandingMade {
        /// `$grant`
        grant: Value<'a>,
        /// `$until`
        until: Value<'a>,
        /// `$uses`
        uses: Value<'a>,
    },
    /// `standing-told`: When somebody uses it and says why, the relay first tells this device / your {devices} devices and nobody else / one contact / your {contacts} contacts. It waits no time / one minute / {minutes} minutes for your no, and then gives the copy for 72 hours.
    StandingTold {
        /// `$contacts`
        contacts: Value<'a>,
        /// `$devices`
        devices: Value<'a>,
        /// `$minutes`
        minutes: Value<'a>,
    },
    /// `standing-no-contacts`: No contact is told, because none of them has a part: “pocketchart contacts”.
    StandingNoContacts,
    /// `standing-opens-to-anyone`: It needs no passcode: whoever finds the code can use it. The copy is what your record says now: “pocketchart break-glass refresh” brings it up to date.
    StandingOpensToAnyone,
    /// `standing-next`: “pocketchart mailbox” shows who used it, “pocketchart break-glass stop” stops who waits, “pocketchart break-glass off” ends it.
    StandingNext,
    /// `standing-renewed`: Emergency code {grant} now opens a copy of one entry / {entries} entries, as your record is now. The code itself stays the same.
    StandingRenewed {
        /// `$entries`
        entries: Value<'a>,
        /// `$grant`
        grant: Value<'a>,
    },
    /// `standing-renewed-elsewhere`: Emergency code {grant} can only be renewed on “{device}”, which made it.
    StandingRenewedElsewhere {
        /// `$device`
        device: Value<'a>,
        /// `$grant`
        grant: Value<'a>,
    },
    /// `standing-title`: Emergency code
    StandingTitle,
    /// `standing-plain`: EMERGENCY. {name} The other code opens important health data, until {until}. Scan it with Pocketchart (“pocketchart redeem”), or ask a hospital that has it, and say why.
    StandingPlain {
        /// `$name`
        name: Value<'a>,
        /// `$until`
        until: Value<'a>,
    },
    /// `standing-how-to`: If this person cannot speak
    StandingHowTo,
    /// `standing-how-to-scan`: 1. Scan the code with Pocketchart or on an emergency page, or type “pocketchart redeem”. Say who you are and why.
    StandingHowToScan,
    /// `standing-how-to-wait`: 2. The person’s contacts are told. Keep it open: after ten minutes at most you get the copy, unless somebody stops it.
    StandingHowToWait,
    /// `standing-how-to-read`: 3. It has: {sections}.
    StandingHowToRead {
        /// `$sections`
        sections: Value<'a>,
    },
    /// `standing-until`: Good until {until}. Who uses it is written down for the person.
    StandingUntil {
        /// `$until`
        until: Value<'a>,
    },
    /// `standing-code-app`: For Pocketchart
    StandingCodeApp,
    /// `standing-code-camera`: For any camera: what this is
    StandingCodeCamera,
    /// `standing-none`: No standing emergency code is open.
    StandingNone,
    /// `standing-stopped`: Whoever waited gets nothing. The emergency code stays open / The {count} emergency codes stay open for others.
    StandingStopped {
        /// `$count`
        count: Value<'a>,
    },
    /// `standing-stopped-next`: To end it for all: “pocketchart break-glass off”.
    StandingStoppedNext,
    /// `break-glass-off`: No emergency code was open. / One emergency code has ended. / {count} emergency codes have ended.
    BreakGlassOff {
        /// `$count`
        count: Value<'a>,
    },
    /// `progress-sync`: Bytes so far
    ProgressSync,
    /// `sync-waiting`: Waiting for your other device at {address}.
    SyncWaiting {
        /// `$address`
        address: Value<'a>,
    },
    /// `sync-done`: 1 change sent / {sent} changes sent, {received} received; {out} out, {back} in.
    SyncDone {
        /// `$back`
        back: Value<'a>,
        /// `$out`
        out: Value<'a>,
        /// `$received`
        received: Value<'a>,
        /// `$sent`
        sent: Value<'a>,
    },
    /// `sync-same`: Both devices now hold the same.
    SyncSame,
    /// `sync-apart`: The devices do not hold the same yet. Something was refused or still waits.
    SyncApart,
    /// `sync-disagree`: One statement disagrees: see “pocketchart list {section}”. / {count} statements disagree: see “pocketchart list {section}”.
    SyncDisagree {
        /// `$count`
        count: Value<'a>,
        /// `$section`
        section: Value<'a>,
    },
    /// `sync-rolled-back`: This folder had been put back to an older state. Nothing is lost, and it goes on as a new device.
    SyncRolledBack,
    /// `letters-done`: {name}: no letter was there / one letter was there / {found} letters were there, with {received} changes; none is left / one is left / {posted} are left, with {sent} changes. {out} out, {back} in.
    LettersDone {
        /// `$back`
        back: Value<'a>,
        /// `$found`
        found: Value<'a>,
        /// `$name`
        name: Value<'a>,
        /// `$out`
        out: Value<'a>,
        /// `$posted`
        posted: Value<'a>,
        /// `$received`
        received: Value<'a>,
        /// `$sent`
        sent: Value<'a>,
    },
    /// `letters-nothing`: No letter was there.
    LettersNothing,
    /// `letters-unanswered`: It has not yet said that it holds the same. It will when it reads its letters.
    LettersUnanswered,
    /// `letters-unreadable`: One letter could not be read, and was thrown away. / {count} letters could not be read, and were thrown away.
    LettersUnreadable {
        /// `$count`
        count: Value<'a>,
    },
    /// `letters-refused`: One change was refused: they may not add there. / {count} changes were refused: they may not add there.
    LettersRefused {
        /// `$count`
        count: Value<'a>,
    },
    /// `letters-full`: Its box is full for today. The rest goes when it has read its letters, or tomorrow.
    LettersFull,
    /// `letters-too-long`: This record has grown too large for letters.
    LettersTooLong,
    /// `letters-too-long-next`: Let the two devices meet: “pocketchart sync listen” and “pocketchart sync connect ADDRESS”.
    LettersTooLongNext,
    /// `sync-alone`: This record has no other device yet.
    SyncAlone,
    /// `sync-alone-next`: Make one with “pocketchart pair offer” here and “pocketchart pair join” there.
    SyncAloneNext,
    /// `sync-no-such-device`: No other device has this name.
    SyncNoSuchDevice,
    /// `sync-no-such-device-next`: “pocketchart devices” shows them.
    SyncNoSuchDeviceNext,
    /// `sync-which-device`: You have several other devices.
    SyncWhichDevice,
    /// `sync-which-device-next`: Say which one with --device NAME.
    SyncWhichDeviceNext,
    /// `sync-no-connection`: Nobody answers at that address.
    SyncNoConnection,
    /// `sync-no-connection-next`: Look whether the other device waits, and whether both are on one network.
    SyncNoConnectionNext,
    /// `sync-nobody-came`: Nobody called in the time that was waited.
    SyncNobodyCame,
    /// `sync-nobody-came-next`: Start it again on both devices.
    SyncNobodyCameNext,
    /// `sync-unknown-device`: That device does not belong to your record, as far as this one knows.
    SyncUnknownDevice,
    /// `sync-unknown-device-next`: Pair the two devices first.
    SyncUnknownDeviceNext,
    /// `sync-expired`: That device was not used for so long that its time as your device has run out.
    SyncExpired,
    /// `sync-expired-next`: Type “pocketchart devices renew” and its name here, or open it once with its passphrase.
    SyncExpiredNext,
    /// `sync-malformed`: The other device does not keep to the rules of the talk.
    SyncMalformed,
    /// `sync-malformed-next`: Install the newest version on both devices.
    SyncMalformedNext,
    /// `session-not-for-us`: The other device does not know this one.
    SessionNotForUs,
    /// `session-not-for-us-next`: Pair the two devices first.
    SessionNotForUsNext,
    /// `session-refused`: The other device could not prove who it is.
    SessionRefused,
    /// `session-refused-next`: Look whether the address is right. If it goes on, do not use this network.
    SessionRefusedNext,
    /// `session-timed-out`: The other device stopped answering.
    SessionTimedOut,
    /// `session-timed-out-next`: Start it again on both devices: it goes on where it stopped.
    SessionTimedOutNext,
    /// `still-waiting`: What arrived before is kept. This device goes on waiting: call it again.
    StillWaiting,
    /// `session-interrupted`: The connection broke off.
    SessionInterrupted,
    /// `session-interrupted-next`: Start it again on both devices: it goes on where it stopped.
    SessionInterruptedNext,
    /// `session-altered`: Something on the way changed what was sent. It was not taken in.
    SessionAltered,
    /// `session-altered-next`: Do not trust this network. Try another.
    SessionAlteredNext,
    /// `session-failed`: The connection failed.
    SessionFailed,
    /// `session-failed-next`: Start it again on both devices: it goes on where it stopped.
    SessionFailedNext,
    /// `audit-heading`: Nothing stands in the log of this device yet. / One thing in the log of this device: / {count} things in the log of this device, newest first:
    AuditHeading {
        /// `$count`
        count: Value<'a>,
    },
    /// `audit-more`: There is more: pocketchart audit --before {number}
    AuditMore {
        /// `$number`
        number: Value<'a>,
    },
    /// `audit-names`: A name in “ ” is what somebody calls themselves. Nothing proves it.
    AuditNames,
    /// `audit-own-log`: Each of your devices has a log of its own.
    AuditOwnLog,
    /// `audit-damaged`: One entry cannot be read. “pocketchart audit --verify” says more. / {count} entries cannot be read. “pocketchart audit --verify” says more.
    AuditDamaged {
        /// `$count`
        count: Value<'a>,
    },
    /// `audit-whole-record`: the whole record
    AuditWholeRecord,
    /// `audit-no-section`: your record
    AuditNoSection,
    /// `audit-entries`: one entry / {count} entries
    AuditEntries {
        /// `$count`
        count: Value<'a>,
    },
    /// `audit-grant-made`: You made a code that opens {sections}.
    AuditGrantMade {
        /// `$sections`
        sections: Value<'a>,
    },
    /// `audit-grant-ended`: A code that opened {sections} has ended.
    AuditGrantEnded {
        /// `$sections`
        sections: Value<'a>,
    },
    /// `audit-code-asked`: {who} came with a code and asked for {sections}.
    AuditCodeAsked {
        /// `$sections`
        sections: Value<'a>,
        /// `$who`
        who: Value<'a>,
    },
    /// `audit-refused`: {who} asked for {sections} and got nothing.
    AuditRefused {
        /// `$sections`
        sections: Value<'a>,
        /// `$who`
        who: Value<'a>,
    },
    /// `audit-disclosed-extract`: {who} got a copy of {sections}: {entries}.
    AuditDisclosedExtract {
        /// `$entries`
        entries: Value<'a>,
        /// `$sections`
        sections: Value<'a>,
        /// `$who`
        who: Value<'a>,
    },
    /// `audit-disclosed-read`: {who} may read {sections}: {entries}.
    AuditDisclosedRead {
        /// `$entries`
        entries: Value<'a>,
        /// `$sections`
        sections: Value<'a>,
        /// `$who`
        who: Value<'a>,
    },
    /// `audit-received-visit`: {who} wrote in {sections}: {entries}.
    AuditReceivedVisit {
        /// `$entries`
        entries: Value<'a>,
        /// `$sections`
        sections: Value<'a>,
        /// `$who`
        who: Value<'a>,
    },
    /// `audit-held-visit`: {who} wants to write in {sections}: {entries}. It waits for your yes.
    AuditHeldVisit {
        /// `$entries`
        entries: Value<'a>,
        /// `$sections`
        sections: Value<'a>,
        /// `$who`
        who: Value<'a>,
    },
    /// `audit-emergency-override`: Emergency: {who} opened {sections} without asking you: {entries}.
    AuditEmergencyOverride {
        /// `$entries`
        entries: Value<'a>,
        /// `$sections`
        sections: Value<'a>,
        /// `$who`
        who: Value<'a>,
    },
    /// `audit-card-made`: You made an emergency card out of {sections}.
    AuditCardMade {
        /// `$sections`
        sections: Value<'a>,
    },
    /// `audit-exported`: You wrote {sections} to a file: {entries}.
    AuditExported {
        /// `$entries`
        entries: Value<'a>,
        /// `$sections`
        sections: Value<'a>,
    },
    /// `audit-backed-up`: You made a sealed backup.
    AuditBackedUp,
    /// `audit-device-added`: {who} became one of your devices and got the keys of your record.
    AuditDeviceAdded {
        /// `$who`
        who: Value<'a>,
    },
    /// `audit-device-lost`: {who} was taken out because it is lost.
    AuditDeviceLost {
        /// `$who`
        who: Value<'a>,
    },
    /// `audit-proxy-added`: {who} may act for you now.
    AuditProxyAdded {
        /// `$who`
        who: Value<'a>,
    },
    /// `audit-proxy-ended`: {who} may not act for you any more.
    AuditProxyEnded {
        /// `$who`
        who: Value<'a>,
    },
    /// `audit-words-replaced`: You got new recovery words.
    AuditWordsReplaced,
    /// `audit-contacts-named`: You gave parts of your recovery words to contacts: {entries}.
    AuditContactsNamed {
        /// `$entries`
        entries: Value<'a>,
    },
    /// `audit-incapacity-prepared`: You gave your contacts parts of what lets {who} act for you in {sections} if you cannot.
    AuditIncapacityPrepared {
        /// `$sections`
        sections: Value<'a>,
        /// `$who`
        who: Value<'a>,
    },
    /// `audit-incapacity-ended`: You ended what lets somebody act for you if you cannot.
    AuditIncapacityEnded,
    /// `audit-recovery-refused`: You said no to a device that asked your contacts for your record, or to act for you.
    AuditRecoveryRefused,
    /// `audit-copy-renewed`: You renewed the copy of {sections} that your standing emergency code opens: {entries}.
    AuditCopyRenewed {
        /// `$entries`
        entries: Value<'a>,
        /// `$sections`
        sections: Value<'a>,
    },
    /// `audit-deletion-said`: {who} said that they deleted what they had of {sections}. That is their word, not a proof.
    AuditDeletionSaid {
        /// `$sections`
        sections: Value<'a>,
        /// `$who`
        who: Value<'a>,
    },
    /// `audit-emergency-stopped`: You stopped those who waited for what your standing emergency code opens.
    AuditEmergencyStopped,
    /// `audit-recovered`: Your contacts brought your record back to this device.
    AuditRecovered,
    /// `audit-date-confirmed`: You said that the date is right.
    AuditDateConfirmed,
    /// `audit-relay-reported`: The relay reported that {who} took the copy of {sections}.
    AuditRelayReported {
        /// `$sections`
        sections: Value<'a>,
        /// `$who`
        who: Value<'a>,
    },
    /// `audit-put-back`: The record was put back to an older state, and you went on with it.
    AuditPutBack,
    /// `audit-link-made`: You made a health link to {sections}: {entries}.
    AuditLinkMade {
        /// `$entries`
        entries: Value<'a>,
        /// `$sections`
        sections: Value<'a>,
    },
    /// `audit-link-changed`: You replaced what a health link leads to, {sections}: {entries}.
    AuditLinkChanged {
        /// `$entries`
        entries: Value<'a>,
        /// `$sections`
        sections: Value<'a>,
    },
    /// `audit-link-managed`: You paused, resumed or ended a health link to {sections}.
    AuditLinkManaged {
        /// `$sections`
        sections: Value<'a>,
    },
    /// `audit-health-card-made`: You made a SMART Health Card out of {sections}: {entries}.
    AuditHealthCardMade {
        /// `$entries`
        entries: Value<'a>,
        /// `$sections`
        sections: Value<'a>,
    },
    /// `audit-ended-begun`: It was begun; how it ended is not known.
    AuditEndedBegun,
    /// `audit-ended-failed`: It broke off. Some of it may have been given.
    AuditEndedFailed,
    /// `audit-ended-refused`: It was refused.
    AuditEndedRefused,
    /// `audit-reason`: Reason: {reason}
    AuditReason {
        /// `$reason`
        reason: Value<'a>,
    },
    /// `audit-via`: They came by the word of “{name}”.
    AuditVia {
        /// `$name`
        name: Value<'a>,
    },
    /// `audit-whole`: The log is whole: {entries} entries, each signed and following the one before.
    AuditWhole {
        /// `$entries`
        entries: Value<'a>,
    },
    /// `audit-not-whole`: The log is not whole. Somebody with this device may have changed it.
    AuditNotWhole,
    /// `audit-witnessed`: Nobody else knows how far it had come. If somebody cut off its end, this cannot be seen. / Others know that it had come to entry {number}. What was cut off after that cannot be seen.
    AuditWitnessed {
        /// `$number`
        number: Value<'a>,
    },
    /// `audit-unclosed`: One thing was begun and its end was not written down: the device was stopped meanwhile. / {count} things were begun and their end was not written down: the device was stopped meanwhile.
    AuditUnclosed {
        /// `$count`
        count: Value<'a>,
    },
    /// `audit-altered`: Entry {number} was altered.
    AuditAltered {
        /// `$number`
        number: Value<'a>,
    },
    /// `audit-missing`: Entries {first} to {last} are missing.
    AuditMissing {
        /// `$first`
        first: Value<'a>,
        /// `$last`
        last: Value<'a>,
    },
    /// `audit-cut-off`: It ends with entry {last}, and there was an entry {witnessed}: the end was cut off.
    AuditCutOff {
        /// `$last`
        last: Value<'a>,
        /// `$witnessed`
        witnessed: Value<'a>,
    },
    /// `audit-forked`: Entry {number} belongs to another log: something was put in the place of what was there.
    AuditForked {
        /// `$number`
        number: Value<'a>,
    },
    /// `audit-other-whole`: “{name}”: its log had come to entry {number} when you last met.
    AuditOtherWhole {
        /// `$name`
        name: Value<'a>,
        /// `$number`
        number: Value<'a>,
    },
    /// `audit-other-fault`: “{name}”: its log is not whole.
    AuditOtherFault {
        /// `$name`
        name: Value<'a>,
    },
    /// `audit-fhir-done`: {file} is written. Grants in it: {consents}. Events: {events}.
    AuditFhirDone {
        /// `$consents`
        consents: Value<'a>,
        /// `$events`
        events: Value<'a>,
        /// `$file`
        file: Value<'a>,
    },
    /// `audit-fhir-unsealed`: The file is not sealed: whoever has it can read who was given what.
    AuditFhirUnsealed,
    /// `help-pocketchart`: Your health record, held by you. It is sealed on your own device, and works without any server.
    HelpPocketchart,
    /// `help-exit`: Exit status: 0 done; 2 not understood; 3 not found; 4 wrong passphrase or words; 5 refused; 6 open elsewhere; 7 disk; 8 damaged; 9 network; 10 not answered; 1 anything else.
    HelpExit,
    /// `help-everywhere`: Everywhere
    HelpEverywhere,
    /// `help-create`: Make a new record, with a passphrase and 24 recovery words
    HelpCreate,
    /// `help-import`: Bring in files: FHIR, C-CDA, HL7 v2, CSV, Apple Health, PDF, pictures
    HelpImport,
    /// `help-imports`: Show the files that were brought in
    HelpImports,
    /// `help-sources`: Show the hospitals and practices that this device reads from; connect one, bring in what is new, forget one
    HelpSources,
    /// `help-sources-find`: Look for a hospital or practice in a directory
    HelpSourcesFind,
    /// `help-sources-find-words`: Its name or a part of it, or its city
    HelpSourcesFindWords,
    /// `help-sources-find-brands`: The directory: a FHIR Bundle of Organization and Endpoint (User-access Brands)
    HelpSourcesFindBrands,
    /// `help-sources-key`: Show the public key by which a hospital can know this program; the first time, make it
    HelpSourcesKey,
    /// `help-sources-key-new`: Make another one for new connections; those there are keep theirs
    HelpSourcesKeyNew,
    /// `help-sources-key-rsa`: Take an RSA key from this file (PEM, not encrypted), for servers that know no other kind
    HelpSourcesKeyRsa,
    /// `help-sources-add`: Connect a hospital or practice, and bring in what it has
    HelpSourcesAdd,
    /// `help-sources-add-base`: The address of its FHIR server
    HelpSourcesAddBase,
    /// `help-sources-add-name`: What you call it
    HelpSourcesAddName,
    /// `help-sources-add-client-id`: The name under which this program is registered there: you sign in on its own page
    HelpSourcesAddClientId,
    /// `help-sources-add-client-secret-fd`: Read the secret that belongs to that name from this open descriptor
    HelpSourcesAddClientSecretFd,
    /// `help-sources-add-key`: This program is registered there with the key that “pocketchart sources key” shows
    HelpSourcesAddKey,
    /// `help-sources-add-scope`: What to ask for instead of all that can be read
    HelpSourcesAddScope,
    /// `help-sources-add-port`: The port of this machine that the browser comes back to
    HelpSourcesAddPort,
    /// `help-sources-add-token-fd`: Read a token that the server gave you by hand from this open descriptor
    HelpSourcesAddTokenFd,
    /// `help-sources-add-open`: The server asks nobody to sign in
    HelpSourcesAddOpen,
    /// `help-sources-add-patient`: Your patient id there, where the server does not say
    HelpSourcesAddPatient,
    /// `help-sources-add-same-person`: The patient there is you, whatever name the server gives
    HelpSourcesAddSamePerson,
    /// `help-sources-pull`: Bring in what is new, from one or from all
    HelpSourcesPull,
    /// `help-sources-pull-source`: The connection, by its name or the letters that lists show
    HelpSourcesPullSource,
    /// `help-sources-pull-same-person`: The patient there is you, whatever name the server gives
    HelpSourcesPullSamePerson,
    /// `help-sources-remove`: Forget a connection; what it brought stays
    HelpSourcesRemove,
    /// `help-sources-remove-source`: The connection, by its name or the letters that lists show
    HelpSourcesRemoveSource,
    /// `help-undo`: Take back what a file brought
    HelpUndo,
    /// `help-sections`: Show all sections with their counts
    HelpSections,
    /// `help-list`: List a section; without one, all sections
    HelpList,
    /// `help-item`: Show everything about one entry: sources, history, content
    HelpItem,
    /// `help-timeline`: Show what happened, newest first
    HelpTimeline,
    /// `help-search`: Find what has all of these words
    HelpSearch,
    /// `help-check`: Look for medicines that clash, results out of range, what is due; say what was not checked
    HelpCheck,
    /// `help-check-all`: Show all that was not checked, and all of what was set aside
    HelpCheckAll,
    /// `help-vaccines`: Show which vaccines are due, and which doses do not count
    HelpVaccines,
    /// `help-due`: Show which screenings are due
    HelpDue,
    /// `help-acknowledge`: Set aside what “check” found, with a reason; it comes back when anything about it changes
    HelpAcknowledge,
    /// `help-acknowledge-rule`: A rule’s name: the last line of a finding
    HelpAcknowledgeRule,
    /// `help-acknowledge-item`: One of the entries that the finding is about, where the rule finds several things
    HelpAcknowledgeItem,
    /// `help-acknowledge-take-back`: Take back what was set aside
    HelpAcknowledgeTakeBack,
    /// `help-vaccines-questions`: List what the record does not say and vaccines depend on
    HelpVaccinesQuestions,
    /// `help-explain`: Show where a rule comes from that “check” names
    HelpExplain,
    /// `help-explain-rule`: A rule’s name: the last line of a finding
    HelpExplainRule,
    /// `help-what-if`: Check a medicine before you take it; nothing is written
    HelpWhatIf,
    /// `help-what-if-medicines`: Its name, as on the package; several are checked together
    HelpWhatIfMedicines,
    /// `help-messages`: Show the messages between you and those who may answer them, such as a clinic; what is new first
    HelpMessages,
    /// `help-messages-write`: Write to somebody whom you let read and answer your messages
    HelpMessagesWrite,
    /// `help-messages-write-to`: To whom: the name that “messages” shows, or the key words
    HelpMessagesWriteTo,
    /// `help-messages-answer`: Answer a message, in the same thread
    HelpMessagesAnswer,
    /// `help-messages-answer-message`: A message of the thread, by the letters that stand behind it
    HelpMessagesAnswerMessage,
    /// `help-messages-write-text`: What you write, at most 5,000 characters
    HelpMessagesWriteText,
    /// `help-messages-answer-text`: What you answer, at most 5,000 characters
    HelpMessagesAnswerText,
    /// `help-messages-read`: Remember, on this device, that you have read messages; without letters, all of them
    HelpMessagesRead,
    /// `help-messages-read-message`: One of them, by the letters that stand behind it
    HelpMessagesReadMessage,
    /// `help-cds-hooks`: Answer a clinic’s system that speaks CDS Hooks: a request in, cards out
    HelpCdsHooks,
    /// `help-cds-hooks-request`: The request, a JSON file; “-” reads standard input
    HelpCdsHooksRequest,
    /// `help-cds-hooks-discovery`: Show which services there are
    HelpCdsHooksDiscovery,
    /// `help-checkin`: Show what a clinic asks before a visit and answer it; nothing leaves unless you say so
    HelpCheckin,
    /// `help-checkin-asked`: A request that came to this record, by its letters in the list
    HelpCheckinAsked,
    /// `help-checkin-request`: The clinic’s request: its link, or a file; “-” reads standard input; without it, what came is listed
    HelpCheckinRequest,
    /// `help-checkin-give`: Give this, by the name in brackets; what is not named is not given
    HelpCheckinGive,
    /// `help-checkin-answer`: Answer a question: the form’s name, the question’s, and your words
    HelpCheckinAnswer,
    /// `help-checkin-leave-out`: Keep this entry back, by the letters that stand behind it
    HelpCheckinLeaveOut,
    /// `help-checkin-send`: Send the answer to where the request came from, once: its link, or through this record
    HelpCheckinSend,
    /// `help-checkin-out`: Write the answer to this file; without it, nothing is written
    HelpCheckinOut,
    /// `help-arg-on`: For this day instead of today
    HelpArgOn,
    /// `help-trends`: Show what was measured over time and where it heads; draw it
    HelpTrends,
    /// `help-trends-names`: A code such as 4548-4, or words of the name
    HelpTrendsNames,
    /// `help-trends-since`: Leave out what was measured before this day: 2026-03-09
    HelpTrendsSince,
    /// `help-growth`: Show how a child grows, beside other children of the same age and sex
    HelpGrowth,
    /// `help-growth-chart`: One chart, by the name that stands behind its title
    HelpGrowthChart,
    /// `help-arg-plot`: Draw it into this file: its name ends in .svg or .png; none is overwritten
    HelpArgPlot,
    /// `help-known-on`: Show what the record knew at the end of a day
    HelpKnownOn,
    /// `help-add`: Add a statement of your own
    HelpAdd,
    /// `help-correct`: Put a better statement in the place of one; what is left out stays as it was
    HelpCorrect,
    /// `help-retract`: Withdraw what was entered by mistake; it stays in the history
    HelpRetract,
    /// `help-dispute`: Disagree with a statement, and leave it standing
    HelpDispute,
    /// `help-confirm`: Agree with a statement, or with a proposed change
    HelpConfirm,
    /// `help-resolve`: Settle statements that disagree
    HelpResolve,
    /// `help-arg-first`: The one, by the letters that lists show
    HelpArgFirst,
    /// `help-arg-second`: The other one
    HelpArgSecond,
    /// `help-reconcile`: Show what sources leave open side by side, and decide about it; decisions can be undone
    HelpReconcile,
    /// `help-reconcile-same`: Both are of one thing
    HelpReconcileSame,
    /// `help-reconcile-different`: They are of two things
    HelpReconcileDifferent,
    /// `help-reconcile-right`: Both are of one thing, and the first is right; the second stays visible
    HelpReconcileRight,
    /// `help-reconcile-right-first`: The one that is right, by the letters that lists show
    HelpReconcileRightFirst,
    /// `help-reconcile-both`: Both are of one thing, and both are right
    HelpReconcileBoth,
    /// `help-reconcile-undo`: Take a decision back
    HelpReconcileUndo,
    /// `help-reconcile-export`: Write for a clinic or another program what holds where sources were joined or somebody decided, who decided what, and from which statements
    HelpReconcileExport,
    /// `help-reconcile-undo-decision`: The decision, by the letters that “reconcile” shows
    HelpReconcileUndoDecision,
    /// `help-attach`: Keep a file in the record
    HelpAttach,
    /// `help-extract`: Write a kept file out again
    HelpExtract,
    /// `help-share`: Give the record to whoever speaks the standards
    HelpShare,
    /// `help-summary`: Write an International Patient Summary, not sealed
    HelpSummary,
    /// `help-pdf`: Write what holds as a PDF to print, tagged for screen readers, not sealed
    HelpPdf,
    /// `help-pdf-section`: A section to print; without one, all but what you have set apart
    HelpPdfSection,
    /// `help-pdf-out`: The file to write; none is overwritten
    HelpPdfOut,
    /// `help-pdf-fonts`: A folder of fonts, where the usual ones are not there
    HelpPdfFonts,
    /// `help-link`: Make a SMART Health Link: a code that leads to what you choose, sealed at a relay
    HelpLink,
    /// `help-link-section`: A section to show; without one, the whole summary
    HelpLinkSection,
    /// `help-link-for`: For how long: 15m, 24h, 30d
    HelpLinkFor,
    /// `help-link-uses`: How often it can be opened; without, as often as anybody likes
    HelpLinkUses,
    /// `help-link-passcode-fd`: Read a passcode that they must know from this open descriptor
    HelpLinkPasscodeFd,
    /// `help-link-long-term`: What it leads to can be replaced later with “links update”
    HelpLinkLongTerm,
    /// `help-link-direct`: One file without a passcode, as front desks scan it (“Kill the Clipboard”)
    HelpLinkDirect,
    /// `help-link-label`: What it is for, in at most 80 letters; everybody who has the link reads that
    HelpLinkLabel,
    /// `help-link-out`: The picture of the code to write, PNG or SVG; none is overwritten
    HelpLinkOut,
    /// `help-health-card`: Make a SMART Health Card: a signed code of what matters most, which this device signs itself
    HelpHealthCard,
    /// `help-health-card-section`: A section to put on it; without one, what belongs to a summary
    HelpHealthCardSection,
    /// `help-health-card-for`: For how long it holds: 30d, 365d
    HelpHealthCardFor,
    /// `help-health-card-public`: The relay's address for everybody else, if this device reaches it by another one
    HelpHealthCardPublic,
    /// `help-health-card-file`: Write a file in place of a code; it has room for all
    HelpHealthCardFile,
    /// `help-health-card-out`: The picture of the code to write, PNG or SVG; none is overwritten
    HelpHealthCardOut,
    /// `help-links`: Show the links that you made, who came with them, and pause, update or end them
    HelpLinks,
    /// `help-show`: Show a link's code once more
    HelpShow,
    /// `help-show-out`: The picture of the code to write, PNG or SVG; none is overwritten
    HelpShowOut,
    /// `help-log`: Ask the relay who came with a link
    HelpLog,
    /// `help-pause`: Let a link lead nowhere for a while
    HelpPause,
    /// `help-resume`: Let a paused link lead somewhere again
    HelpResume,
    /// `help-destroy`: End a link for good
    HelpDestroy,
    /// `help-update`: Replace what a long-term link leads to by what the record says now
    HelpUpdate,
    /// `help-scan-recipient`: Follow a SMART Health Link, and say who asks; the sender reads that name
    HelpScanRecipient,
    /// `help-scan-passcode-fd`: Read the link's passcode from this open descriptor
    HelpScanPasscodeFd,
    /// `help-scan-import`: Take what the link leads to into your record
    HelpScanImport,
    /// `help-scan-same-person`: What the link leads to is about you, whatever name it gives
    HelpScanSamePerson,
    /// `help-scan-this-machine`: Follow also a link that leads to this computer itself
    HelpScanThisMachine,
    /// `help-summary-out`: The file to write; none is overwritten
    HelpSummaryOut,
    /// `help-export`: Write the record as ordinary FHIR files, not sealed
    HelpExport,
    /// `help-arg-sensitive`: Put it into the section “sensitive”, of which nobody learns who may not read it
    HelpArgSensitive,
    /// `help-scan-trust`: A list of issuers of SMART Health Cards whose cards are believed
    HelpScanTrust,
    /// `help-people`: Show who acts for you, invite somebody, or end it
    HelpPeople,
    /// `help-invite`: Let somebody act for you, by a code that they redeem
    HelpInvite,
    /// `help-invite-person`: What you call them
    HelpInvitePerson,
    /// `help-invite-section`: A section in which they act; without one, all but what you have set apart
    HelpInviteSection,
    /// `help-invite-role`: view: read; manage: read and write as you would; emergency: read what an emergency needs
    HelpInviteRole,
    /// `help-invite-for`: For how long: 30d, 365d
    HelpInviteFor,
    /// `help-invite-listen`: Where to wait for them
    HelpInviteListen,
    /// `help-invite-wait`: For how long to wait: 10m, 1h
    HelpInviteWait,
    /// `help-invite-agree`: Say yes to whoever asks: you have compared the digits
    HelpInviteAgree,
    /// `help-invite-address`: Where they reach this device, if it cannot know that itself
    HelpInviteAddress,
    /// `help-invite-out`: The picture of the code to write, PNG or SVG; none is overwritten
    HelpInviteOut,
    /// `help-invite-confirm-date`: The date of this device is right
    HelpInviteConfirmDate,
    /// `help-end`: End at once whatever somebody may do for you
    HelpEnd,
    /// `help-end-person`: Who, by name or key words
    HelpEndPerson,
    /// `help-devices`: Show the devices that may write in the record, or take one out
    HelpDevices,
    /// `help-audit`: Show who was given what of the record, newest first
    HelpAudit,
    /// `help-introduce`: Show this device to one of yours that does not know it, as after the words brought it back
    HelpIntroduce,
    /// `help-meet`: Take in a device of yours that shows itself
    HelpMeet,
    /// `help-meet-code`: The code of “devices introduce”, or a file with it
    HelpMeetCode,
    /// `help-renew`: Let your devices belong to the record for another 180 days
    HelpRenew,
    /// `help-renew-device`: The device, by its name or id; without one, all of yours
    HelpRenewDevice,
    /// `help-lost`: Take out a device of yours that is lost or stolen
    HelpLost,
    /// `help-pair`: Make another device part of the record
    HelpPair,
    /// `help-offer`: Show a code, and let in the device that reads it
    HelpOffer,
    /// `help-join`: Make this device part of the record whose code you paste
    HelpJoin,
    /// `help-sync`: Bring two of your devices up to date with each other
    HelpSync,
    /// `help-listen`: Wait for another device of yours
    HelpListen,
    /// `help-connect`: Call another device of yours
    HelpConnect,
    /// `help-letters`: By letters at the relay, with devices that are off now
    HelpLetters,
    /// `help-card`: Make the emergency card: a code that shows what you choose, without a network
    HelpCard,
    /// `help-scan`: Show what a code says: an emergency card, or a code that opens a record
    HelpScan,
    /// `help-grant`: Open sections to whoever redeems a code, for as long as you say
    HelpGrant,
    /// `help-serve`: Wait for whoever redeems a code, and for what they bring back
    HelpServe,
    /// `help-redeem`: Redeem a code that a patient shows
    HelpRedeem,
    /// `help-delegate`: Pass a part of what you redeemed on to somebody else
    HelpDelegate,
    /// `help-ask`: Show a code by which somebody can let you in
    HelpAsk,
    /// `help-give`: Answer such a code: pass a part of a grant on
    HelpGive,
    /// `help-grants`: Show what is open to whom, and what was
    HelpGrants,
    /// `help-revoke`: End a grant at once
    HelpRevoke,
    /// `help-from-relay`: Bring the record back from the relay, with the 24 words alone
    HelpFromRelay,
    /// `help-mailbox`: Fetch all that waits at the relay: who took what you left there, and letters
    HelpMailbox,
    /// `help-use-relay`: Show or choose the relay that works while this device is off
    HelpUseRelay,
    /// `help-clinic`: Run a clinic’s desk: staff scan a patient’s code, and see what the patient opened
    HelpClinic,
    /// `help-relay`: Run a relay: it stores and forwards what it cannot read
    HelpRelay,
    /// `help-waiting`: Show what others brought after their time, and take it in
    HelpWaiting,
    /// `help-break-glass`: Open sections for an emergency, without being asked
    HelpBreakGlass,
    /// `help-allow`: Make a code for an emergency
    HelpAllow,
    /// `help-standing`: Leave a copy at the relay for an emergency while your devices are off, for up to a year
    HelpStanding,
    /// `help-draw`: Show a standing emergency code again, made on any of your devices
    HelpDraw,
    /// `help-refresh`: Bring the copy up to date that a standing emergency code opens; the code stays the same
    HelpRefresh,
    /// `help-stop`: Stop whoever waits for what a standing emergency code opens
    HelpStop,
    /// `help-off`: End all codes for emergencies
    HelpOff,
    /// `help-backup`: Write one sealed file that only your 24 words open
    HelpBackup,
    /// `help-recover`: Make new recovery words, use them, or bring the record back
    HelpRecover,
    /// `help-ask-contacts`: Ask your contacts for your record, on a new device
    HelpAskContacts,
    /// `help-with-contacts`: Take in what contacts answered, and go on as far as the relay lets it
    HelpWithContacts,
    /// `help-with-contacts-answer`: An answer's text, or a file that holds it
    HelpWithContactsAnswer,
    /// `help-with-contacts-words-fd`: Write your 24 words to this open descriptor
    HelpWithContactsWordsFd,
    /// `help-contacts`: Show who can bring your record back together, and what you keep for others
    HelpContacts,
    /// `help-become`: Make a code by which somebody makes you their contact
    HelpBecome,
    /// `help-become-as`: What you call yourself
    HelpBecomeAs,
    /// `help-choose`: Make somebody a contact, by their code
    HelpChoose,
    /// `help-choose-code`: The code's text, or a file that holds it
    HelpChooseCode,
    /// `help-drop`: Take a contact out; what they keep opens nothing any more
    HelpDrop,
    /// `help-drop-name`: The name of the contact
    HelpDropName,
    /// `help-split`: Give each contact a part of what brings your record back
    HelpSplit,
    /// `help-split-as`: What your contacts call you
    HelpSplitAs,
    /// `help-split-needed`: How many of them it takes
    HelpSplitNeeded,
    /// `help-split-wait`: How long the relay waits for your no: 48h, 7d
    HelpSplitWait,
    /// `help-split-words-fd`: Read the 24 words from this open descriptor
    HelpSplitWordsFd,
    /// `help-split-out`: A folder for the parts, one file for each contact
    HelpSplitOut,
    /// `help-keep`: Keep a part that somebody gave you
    HelpKeep,
    /// `help-keep-code`: The part's text, or a file that holds it
    HelpKeepCode,
    /// `help-approve`: Answer somebody who has lost everything, or who is to act for somebody, once you have talked to them
    HelpApprove,
    /// `help-approve-code`: The code's text, or a file that holds it
    HelpApproveCode,
    /// `help-approve-person`: For whom, if you keep parts of several people
    HelpApprovePerson,
    /// `help-approve-despite-veto`: It holds even if one of their devices says no; all contacts have to say so
    HelpApproveDespiteVeto,
    /// `help-veto`: Say no to a device that asks for your record, or to act for you
    HelpVeto,
    /// `help-veto-device`: The first letters of its name, as “contacts” shows it
    HelpVetoDevice,
    /// `help-incapacity`: Show who acts for you if you cannot, prepare it, end it, or take it up
    HelpIncapacity,
    /// `help-prepare`: Say who is to act for you if you cannot, and give each contact a part of what lets them in
    HelpPrepare,
    /// `help-prepare-person`: What you call them, at most 64 letters
    HelpPreparePerson,
    /// `help-prepare-section`: A section in which they act; without one, all but what you have set apart
    HelpPrepareSection,
    /// `help-prepare-role`: view: read; manage: read and write as you would; emergency: read what an emergency needs
    HelpPrepareRole,
    /// `help-prepare-as`: What your contacts call you
    HelpPrepareAs,
    /// `help-prepare-needed`: How many contacts it takes
    HelpPrepareNeeded,
    /// `help-prepare-wait`: How long the relay waits for your no: 48h, 7d
    HelpPrepareWait,
    /// `help-prepare-for`: For how long from now it holds at most: 365d, 3650d
    HelpPrepareFor,
    /// `help-prepare-out`: A folder for the parts, one file for each contact
    HelpPrepareOut,
    /// `help-cancel`: End it, whether or not they have come
    HelpCancel,
    /// `help-request`: Ask the contacts of a person for whom you are to act, on a device without a record
    HelpRequest,
    /// `help-enter`: Take in what contacts answered, and go on as far as the relay lets it
    HelpEnter,
    /// `help-enter-answer`: An answer's text, or a file that holds it
    HelpEnterAnswer,
    /// `help-arg-same-words`: You have compared the words
    HelpArgSameWords,
    /// `help-new-words`: Make new recovery words, for when somebody may have seen the old ones
    HelpNewWords,
    /// `help-new-words-without`: A device to take out with them, by its name or id
    HelpNewWordsWithout,
    /// `help-new-words-no-way-back`: You know that the old words will speak for you no more
    HelpNewWordsNoWayBack,
    /// `help-new-words-words-fd`: Write the new words to this open descriptor
    HelpNewWordsWordsFd,
    /// `help-use-words`: Let this device add and take out devices by the newest words
    HelpUseWords,
    /// `help-restore`: Bring a record back from a backup and the words
    HelpRestore,
    /// `help-rebuild`: Make lists, search and documents anew from the signed log
    HelpRebuild,
    /// `help-verify`: Look at every row, signature and chain, and say what is wrong
    HelpVerify,
    /// `help-passphrase`: Change the passphrase
    HelpPassphrase,
    /// `help-erase`: Destroy the record on this device
    HelpErase,
    /// `help-tour`: See what Pocketchart does, with real devices in a folder that is removed again
    HelpTour,
    /// `help-completions`: Print completions for a shell
    HelpCompletions,
    /// `help-man`: Print the manual page, or write all of them to a folder
    HelpMan,
    /// `help-allergy`: An allergy or intolerance, or that there is none
    HelpAllergy,
    /// `help-problem`: A problem or diagnosis
    HelpProblem,
    /// `help-medicine`: A medicine or supplement
    HelpMedicine,
    /// `help-vaccine`: A vaccine
    HelpVaccine,
    /// `help-measurement`: A result or a reading at home
    HelpMeasurement,
    /// `help-blood-pressure`: A blood pressure in mmHg
    HelpBloodPressure,
    /// `help-procedure`: An operation or procedure
    HelpProcedure,
    /// `help-note`: A note in your own words
    HelpNote,
    /// `help-contact`: Somebody to call
    HelpContact,
    /// `help-directive`: What shall be done when you cannot say
    HelpDirective,
    /// `help-profile`: Who you are
    HelpProfile,
    /// `help-arg-record`: The record's folder \[env: POCKETCHART\_RECORD\]
    HelpArgRecord,
    /// `help-arg-confidential`: Use the confidential record inside that folder, with words and a passphrase of its own
    HelpArgConfidential,
    /// `help-arg-passphrase-fd`: Read the passphrase from this open descriptor
    HelpArgPassphraseFd,
    /// `help-arg-json`: Print one JSON document, and nothing else, on standard output
    HelpArgJson,
    /// `help-arg-yes`: Answer yes to questions whose answer can be undone
    HelpArgYes,
    /// `help-arg-accept-older`: Open a folder that was put back to an older state
    HelpArgAcceptOlder,
    /// `help-arg-name`: What this device is called
    HelpArgName,
    /// `help-arg-kdf`: How hard the passphrase is to guess for whoever steals the record
    HelpArgKdf,
    /// `help-arg-section`: The section
    HelpArgSection,
    /// `help-arg-relay`: The relay's address, if it is not the one of “use-relay” \[env: POCKETCHART\_RELAY\]
    HelpArgRelay,
    /// `help-arg-link`: The link, by the letters that lists show
    HelpArgLink,
    /// `help-arg-no-pdf`: Leave out the pages to read
    HelpArgNoPdf,
    /// `help-trends-fonts`: The folder of the fonts for a .png \[env: POCKETCHART\_FONTS\]
    HelpTrendsFonts,
    /// `help-growth-fonts`: The folder of the fonts for a .png \[env: POCKETCHART\_FONTS\]
    HelpGrowthFonts,
    /// `help-arg-fonts`: The folder of the fonts for the pages to read \[env: POCKETCHART\_FONTS\]
    HelpArgFonts,
    /// `help-arg-limit`: How many to show
    HelpArgLimit,
    /// `help-arg-offset`: How many to leave out at the front
    HelpArgOffset,
    /// `help-arg-id`: The entry, by the letters that lists show
    HelpArgId,
    /// `help-arg-reason`: Why
    HelpArgReason,
    /// `help-arg-out`: The file to write; none is overwritten
    HelpArgOut,
    /// `help-arg-file`: The file
    HelpArgFile,
    /// `help-arg-title`: What to call it in lists
    HelpArgTitle,
    /// `help-arg-same-digits`: The two screens show the same digits: you have compared them
    HelpArgSameDigits,
    /// `help-arg-no-announce`: Do not tell the network where this device waits
    HelpArgNoAnnounce,
    /// `help-arg-code-fd`: Hand the code over by this open descriptor
    HelpArgCodeFd,
    /// `help-arg-words-fd`: Hand the 24 words over by this open descriptor
    HelpArgWordsFd,
    /// `help-arg-what`: What it is, in words
    HelpArgWhat,
    /// `help-arg-code`: Its code, such as snomed:91936005
    HelpArgCode,
    /// `help-arg-by`: Who says so
    HelpArgBy,
    /// `help-arg-note`: A remark
    HelpArgNote,
    /// `help-arg-since`: Since when: 2026-03-09, 2026-03 or 2026
    HelpArgSince,
    /// `help-arg-until`: Until when
    HelpArgUntil,
    /// `help-arg-when`: When: 2026-03-09, 2026-03 or 2026
    HelpArgWhen,
    /// `help-arg-status`: How it stands
    HelpArgStatus,
    /// `help-arg-certainty`: How sure it is
    HelpArgCertainty,
    /// `help-arg-phone`: Telephone number
    HelpArgPhone,
    /// `help-arg-email`: Mail address
    HelpArgEmail,
    /// `help-arg-address`: Postal address in one text
    HelpArgAddress,
    /// `help-audit-before`: Only what has a lower number, as the last line of a page says
    HelpAuditBefore,
    /// `help-audit-given`: Only what let something of the record out
    HelpAuditGiven,
    /// `help-audit-verify`: Check the log against every head of it that others keep
    HelpAuditVerify,
    /// `help-audit-fhir`: Write what was given, taken in and refused to a FHIR file
    HelpAuditFhir,
    /// `help-card-out`: The file to write: a .png or .svg picture, or a .pdf to print; none is overwritten
    HelpCardOut,
    /// `help-card-with`: Also put this on the card, by the letters that are shown; as often as needed
    HelpCardWith,
    /// `help-card-without`: Leave this off the card; as often as needed
    HelpCardWithout,
    /// `help-card-only`: Put only this on the card; as often as needed
    HelpCardOnly,
    /// `help-card-plain`: Make the short code that any camera shows as text: allergies and one contact
    HelpCardPlain,
    /// `help-card-paper`: What the .pdf is printed on: small pages for a wallet, A6, or a large one for the fridge
    HelpCardPaper,
    /// `help-card-fonts`: The folder of the fonts for a .pdf \[env: POCKETCHART\_FONTS\]
    HelpCardFonts,
    /// `help-card-page`: A web page that reads cards, for phones without Pocketchart \[env: POCKETCHART\_CARD\_PAGE\]
    HelpCardPage,
    /// `help-scan-input`: The code's text, or a PNG or JPEG picture of it; else it is read from standard input
    HelpScanInput,
    /// `help-scan-known`: The key of a patient you know, as “scan --json” shows it; as often as needed
    HelpScanKnown,
    /// `help-arg-language`: The language of headings and fixed words
    HelpArgLanguage,
    /// `help-import-files`: The files
    HelpImportFiles,
    /// `help-import-day-first`: Readings as CSV: the day comes first in a date
    HelpImportDayFirst,
    /// `help-import-month-first`: Readings as CSV: the month comes first in a date
    HelpImportMonthFirst,
    /// `help-import-decimal-comma`: Readings as CSV: a comma stands before the decimals
    HelpImportDecimalComma,
    /// `help-import-thousands-comma`: Readings as CSV: a comma stands between thousands
    HelpImportThousandsComma,
    /// `help-import-unit`: Readings as CSV: the unit of a column, in UCUM
    HelpImportUnit,
    /// `help-import-zone`: Readings as CSV: the time zone that the device was in
    HelpImportZone,
    /// `help-arg-import`: The import, by the letters that the list shows
    HelpArgImport,
    /// `help-import-trust`: A list of issuers of SMART Health Cards whose cards are believed
    HelpImportTrust,
    /// `help-import-recipient`: A file with a SMART Health Link: follow it, and say who asks; the sender reads that name
    HelpImportRecipient,
    /// `help-import-passcode-fd`: Read the link's passcode from this open descriptor
    HelpImportPasscodeFd,
    /// `help-import-this-machine`: Follow also a link that leads to this computer itself
    HelpImportThisMachine,
    /// `help-import-same-person`: The file is about you, whatever name it gives
    HelpImportSamePerson,
    /// `help-list-all`: Also what was withdrawn or is only proposed
    HelpListAll,
    /// `help-item-content`: Print the content alone, byte for byte as it came
    HelpItemContent,
    /// `help-timeline-from`: Nothing before this date
    HelpTimelineFrom,
    /// `help-timeline-to`: Nothing after this date
    HelpTimelineTo,
    /// `help-search-words`: The words, or how they begin
    HelpSearchWords,
    /// `help-known-on-day`: The day: 2026-03-09
    HelpKnownOnDay,
    /// `help-resolve-with`: Another entry that belongs to it
    HelpResolveWith,
    /// `help-resolve-keep`: The entry that is right
    HelpResolveKeep,
    /// `help-resolve-withdraw`: None of them is right
    HelpResolveWithdraw,
    /// `help-attach-media-type`: Its media type, where its content and name do not tell it
    HelpAttachMediaType,
    /// `help-attach-same-person`: The file is about you, whatever name it gives
    HelpAttachSamePerson,
    /// `help-export-format`: One bundle, or one resource a line
    HelpExportFormat,
    /// `help-export-sections`: A section to write, as often as needed; else all
    HelpExportSections,
    /// `help-export-current`: Leave out what was corrected or withdrawn
    HelpExportCurrent,
    /// `help-export-reconciled`: Say what several sources say alike, and what was decided about statements (List and Provenance, as IHE RECON does)
    HelpExportReconciled,
    /// `help-export-provenance`: Say of each file that was brought in what came with it
    HelpExportProvenance,
    /// `help-grant-section`: A section of which they get a copy
    HelpGrantSection,
    /// `help-grant-read`: They read these sections whole, with their history
    HelpGrantRead,
    /// `help-grant-later`: They go on reading what you add, while the grant lasts
    HelpGrantLater,
    /// `help-grant-append`: A section to which they may add
    HelpGrantAppend,
    /// `help-grant-for`: For how long: 90m, 24h, 7d
    HelpGrantFor,
    /// `help-grant-uses`: How many may redeem it
    HelpGrantUses,
    /// `help-grant-passcode-fd`: Read a passcode that they must know from this open descriptor
    HelpGrantPasscodeFd,
    /// `help-grant-delegable`: Who redeems it may let in one other, for a part of it
    HelpGrantDelegable,
    /// `help-grant-address`: Where they reach this device, if it cannot know that itself
    HelpGrantAddress,
    /// `help-grant-out`: The picture of the code to write, PNG or SVG; none is overwritten
    HelpGrantOut,
    /// `help-grant-confirm-date`: The date of this device is right
    HelpGrantConfirmDate,
    /// `help-grant-relay`: The relay gives it while this device is off; needs a passcode
    HelpGrantRelay,
    /// `help-from-relay-url`: The address of the relay
    HelpFromRelayUrl,
    /// `help-backup-relay`: Leave it sealed at the relay, where the words alone find it
    HelpBackupRelay,
    /// `help-use-relay-url`: Its address; it begins with https
    HelpUseRelayUrl,
    /// `help-use-relay-none`: Use no relay any more
    HelpUseRelayNone,
    /// `help-clinic-name`: What patients see when the clinic asks
    HelpClinicName,
    /// `help-clinic-listen`: Where it listens; beyond this machine only with a certificate
    HelpClinicListen,
    /// `help-clinic-data`: The folder of all that it keeps, made at the first start
    HelpClinicData,
    /// `help-clinic-host`: A name under which browsers reach it, beside its addresses and localhost
    HelpClinicHost,
    /// `help-clinic-tls-cert`: The file of the certificates (PEM), to speak HTTPS
    HelpClinicTlsCert,
    /// `help-clinic-tls-key`: The file of the certificate's key (PEM)
    HelpClinicTlsKey,
    /// `help-clinic-behind-proxy`: A proxy on this machine does HTTPS under the name of --host, and says who calls
    HelpClinicBehindProxy,
    /// `help-clinic-own-certificate`: The desk certifies itself under the names of --host; browsers are told once to trust it
    HelpClinicOwnCertificate,
    /// `help-clinic-alone`: An emergency needs no second person, where somebody works alone
    HelpClinicAlone,
    /// `help-clinic-passkeys-optional`: Ends that passkeys are required, where administrators lost theirs
    HelpClinicPasskeysOptional,
    /// `help-clinic-logoff`: Minutes without a request after which somebody is signed out
    HelpClinicLogoff,
    /// `help-relay-listen`: Where it listens for HTTP; a proxy in front does TLS
    HelpRelayListen,
    /// `help-relay-metrics`: Where it answers with its counters; by default nowhere
    HelpRelayMetrics,
    /// `help-relay-store`: The file of its store, or the URL of a PostgreSQL database
    HelpRelayStore,
    /// `help-relay-blobs`: Where large bodies lie: a folder, or s3://bucket; else in the store
    HelpRelayBlobs,
    /// `help-relay-blobs-above`: From how many bytes on a body is a large one
    HelpRelayBlobsAbove,
    /// `help-relay-page`: The folder of the emergency page, to serve it too; read the warning first
    HelpRelayPage,
    /// `help-relay-tls-cert`: The file of the certificates (PEM), to speak HTTPS without a proxy
    HelpRelayTlsCert,
    /// `help-relay-tls-key`: The file of the certificate's key (PEM)
    HelpRelayTlsKey,
    /// `help-relay-url`: How the world reaches it: its public address
    HelpRelayUrl,
    /// `help-relay-behind-proxy`: Count callers by the last address in X-Forwarded-For
    HelpRelayBehindProxy,
    /// `help-relay-capacity`: What the store may hold; 0 for no limit
    HelpRelayCapacity,
    /// `help-relay-requests`: Requests of one address in a minute; 0 for no limit
    HelpRelayRequests,
    /// `help-relay-upload`: What one address may send in an hour; 0 for no limit
    HelpRelayUpload,
    /// `help-relay-connections`: Connections at once; further ones wait
    HelpRelayConnections,
    /// `help-relay-connections-each`: Connections of one address at once; 0 for no limit
    HelpRelayConnectionsEach,
    /// `help-relay-memory`: Request bodies in memory at once
    HelpRelayMemory,
    /// `help-relay-sweep`: Seconds between two sweeps of what is over
    HelpRelaySweep,
    /// `help-serve-listen`: Where to wait
    HelpServeListen,
    /// `help-serve-wait`: For how long to wait: 10m, 1h
    HelpServeWait,
    /// `help-serve-agree`: Say yes to whoever asks: you have compared the digits
    HelpServeAgree,
    /// `help-serve-stay`: Go on waiting after each
    HelpServeStay,
    /// `help-serve-confirm-date`: The date of this device is right
    HelpServeConfirmDate,
    /// `help-redeem-input`: The code's text, or a picture of it
    HelpRedeemInput,
    /// `help-redeem-as`: What you call yourself
    HelpRedeemAs,
    /// `help-redeem-reason`: Why you ask
    HelpRedeemReason,
    /// `help-redeem-passcode-fd`: Read the patient's passcode from this open descriptor
    HelpRedeemPasscodeFd,
    /// `help-redeem-chart`: The folder for the shared chart
    HelpRedeemChart,
    /// `help-redeem-out`: Write the copy as NDJSON to this file
    HelpRedeemOut,
    /// `help-ask-as`: What you call yourself
    HelpAskAs,
    /// `help-ask-out`: The picture of the code to write, PNG or SVG; none is overwritten
    HelpAskOut,
    /// `help-give-grant`: The grant, by the letters that “redeem” showed
    HelpGiveGrant,
    /// `help-give-to`: Their code: its text, or a picture of it
    HelpGiveTo,
    /// `help-give-section`: A section that they may see as you may; everything if none is named
    HelpGiveSection,
    /// `help-give-append`: A section to which they may add
    HelpGiveAppend,
    /// `help-give-once`: They see it once, and nothing that comes later
    HelpGiveOnce,
    /// `help-give-for`: For how long: 90m, 24h, 7d; at most as long as the grant
    HelpGiveFor,
    /// `help-give-out`: The picture of the code to write, PNG or SVG; none is overwritten
    HelpGiveOut,
    /// `help-give-confirm-date`: The date of this device is right
    HelpGiveConfirmDate,
    /// `help-revoke-grant`: The grant, by the letters that “grants” shows
    HelpRevokeGrant,
    /// `help-waiting-admit`: Take in what waits of this one, by name or key words
    HelpWaitingAdmit,
    /// `help-standing-section`: A section of which they get a copy
    HelpStandingSection,
    /// `help-standing-as`: What your contacts call you
    HelpStandingAs,
    /// `help-standing-for`: For how long, at most 366d
    HelpStandingFor,
    /// `help-standing-uses`: How many may use it, at most 5
    HelpStandingUses,
    /// `help-standing-wait`: How many minutes the relay waits for your no, at most 10
    HelpStandingWait,
    /// `help-standing-out`: The code to write: a picture (PNG, SVG) or a page to print (PDF); none is overwritten
    HelpStandingOut,
    /// `help-standing-paper`: What the .pdf is printed on: small pages for a wallet, A6, or a large one for the fridge
    HelpStandingPaper,
    /// `help-standing-fonts`: The folder of the fonts for a .pdf \[env: POCKETCHART\_FONTS\]
    HelpStandingFonts,
    /// `help-standing-confirm-date`: The date of this device is right
    HelpStandingConfirmDate,
    /// `help-draw-grant`: The first letters of its name, as “pocketchart grants” shows them
    HelpDrawGrant,
    /// `help-draw-out`: The code to write: a picture (PNG, SVG) or a page to print (PDF); none is overwritten
    HelpDrawOut,
    /// `help-draw-paper`: What the .pdf is printed on: small pages for a wallet, A6, or a large one for the fridge
    HelpDrawPaper,
    /// `help-draw-fonts`: The folder of the fonts for a .pdf \[env: POCKETCHART\_FONTS\]
    HelpDrawFonts,
    /// `help-allow-section`: A section that is opened
    HelpAllowSection,
    /// `help-allow-for`: For how long, at most 72h
    HelpAllowFor,
    /// `help-allow-address`: Where they reach this device, if it cannot know that itself
    HelpAllowAddress,
    /// `help-allow-out`: The picture of the code to write, PNG or SVG; none is overwritten
    HelpAllowOut,
    /// `help-allow-confirm-date`: The date of this device is right
    HelpAllowConfirmDate,
    /// `help-offer-listen`: Where to wait
    HelpOfferListen,
    /// `help-offer-address`: Where others reach this device, if it cannot know that itself
    HelpOfferAddress,
    /// `help-lost-device`: The device, by its name or id
    HelpLostDevice,
    /// `help-lost-no-way-back`: You know that it can come back only as a new device
    HelpLostNoWayBack,
    /// `help-join-code`: The code, which begins with pocketchart:/
    HelpJoinCode,
    /// `help-listen-address`: Where to wait
    HelpListenAddress,
    /// `help-listen-stay`: Wait for the next device after each one
    HelpListenStay,
    /// `help-connect-address`: Where the other device waits: host:port
    HelpConnectAddress,
    /// `help-connect-device`: Which device, if there are several
    HelpConnectDevice,
    /// `help-letters-device`: Only with this device
    HelpLettersDevice,
    /// `help-restore-file`: The backup
    HelpRestoreFile,
    /// `help-passphrase-new-passphrase-fd`: Read the new passphrase from this open descriptor
    HelpPassphraseNewPassphraseFd,
    /// `help-erase-erase-record`: The name of the record, which says that you mean it
    HelpEraseEraseRecord,
    /// `help-tour-file`: A FHIR file to use in place of the example
    HelpTourFile,
    /// `help-completions-shell`: The shell
    HelpCompletionsShell,
    /// `help-man-out`: The folder for all pages
    HelpManOut,
    /// `help-allergy-none-known`: You have no known allergy
    HelpAllergyNoneKnown,
    /// `help-allergy-reaction`: What happened, as often as needed
    HelpAllergyReaction,
    /// `help-allergy-severity`: How bad it was
    HelpAllergySeverity,
    /// `help-allergy-risk`: How dangerous the next time can be
    HelpAllergyRisk,
    /// `help-allergy-category`: What kind of substance
    HelpAllergyCategory,
    /// `help-medicine-how`: How to take it
    HelpMedicineHow,
    /// `help-medicine-reason-for`: What for
    HelpMedicineReasonFor,
    /// `help-vaccine-not-given`: It was not given
    HelpVaccineNotGiven,
    /// `help-vaccine-dose`: Which dose of its series
    HelpVaccineDose,
    /// `help-vaccine-lot`: The number on the package
    HelpVaccineLot,
    /// `help-vaccine-given-by`: Who gave it
    HelpVaccineGivenBy,
    /// `help-measurement-value`: The number, or words
    HelpMeasurementValue,
    /// `help-measurement-unit`: The unit, such as kg
    HelpMeasurementUnit,
    /// `help-measurement-ucum`: The unit in UCUM, if it is written otherwise
    HelpMeasurementUcum,
    /// `help-measurement-category`: What kind of finding
    HelpMeasurementCategory,
    /// `help-measurement-low`: The lowest usual value
    HelpMeasurementLow,
    /// `help-measurement-high`: The highest usual value
    HelpMeasurementHigh,
    /// `help-measurement-flag`: The laboratory's mark: H, L, N, HH, LL, A
    HelpMeasurementFlag,
    /// `help-blood-pressure-systolic`: The higher number
    HelpBloodPressureSystolic,
    /// `help-blood-pressure-diastolic`: The lower number
    HelpBloodPressureDiastolic,
    /// `help-procedure-body-site`: Where on the body
    HelpProcedureBodySite,
    /// `help-procedure-done-by`: Who did it
    HelpProcedureDoneBy,
    /// `help-procedure-outcome`: How it ended
    HelpProcedureOutcome,
    /// `help-note-text`: The text; a dash reads it from standard input
    HelpNoteText,
    /// `help-contact-who`: The name
    HelpContactWho,
    /// `help-contact-relationship`: What they are to you
    HelpContactRelationship,
    /// `help-contact-emergency`: To be called in an emergency
    HelpContactEmergency,
    /// `help-directive-kind`: What kind of directive
    HelpDirectiveKind,
    /// `help-directive-text`: The directive's words
    HelpDirectiveText,
    /// `help-directive-file`: The signed paper
    HelpDirectiveFile,
    /// `help-profile-given`: Given name, as often as needed
    HelpProfileGiven,
    /// `help-profile-family`: Family name
    HelpProfileFamily,
    /// `help-profile-birth-date`: Birth date
    HelpProfileBirthDate,
    /// `help-profile-gender`: Gender, as offices write it
    HelpProfileGender,
    /// `help-profile-language`: Language, such as en
    HelpProfileLanguage,
    /// `tour-heading`: Pocketchart, shown by real programs on this machine. Nothing leaves it. The folder they use is removed at the end.
    TourHeading,
    /// `tour-time`: {millis} ms
    TourTime {
        /// `$millis`
        millis: Value<'a>,
    },
    /// `tour-create-name`: Create
    TourCreateName,
    /// `tour-create`: A phone's record is made and sealed. {words} words bring it back when all else is lost.
    TourCreate {
        /// `$words`
        words: Value<'a>,
    },
    /// `tour-import-name`: Import
    TourImportName,
    /// `tour-import`: {file} ({size}): {new} parts kept, {unreadable} unreadable. Once more: {again} new.
    TourImport {
        /// `$again`
        again: Value<'a>,
        /// `$file`
        file: Value<'a>,
        /// `$new`
        new: Value<'a>,
        /// `$size`
        size: Value<'a>,
        /// `$unreadable`
        unreadable: Value<'a>,
    },
    /// `tour-allergies-name`: Allergies
    TourAllergiesName,
    /// `tour-allergies`: None are recorded. / {count}, the dangerous first: {list}.
    TourAllergies {
        /// `$count`
        count: Value<'a>,
        /// `$list`
        list: Value<'a>,
    },
    /// `tour-trend-name`: Trend
    TourTrendName,
    /// `tour-trend`: {what}: {count} values since {from} {line} latest {latest}.
    TourTrend {
        /// `$count`
        count: Value<'a>,
        /// `$from`
        from: Value<'a>,
        /// `$latest`
        latest: Value<'a>,
        /// `$line`
        line: Value<'a>,
        /// `$what`
        what: Value<'a>,
    },
    /// `tour-check-name`: Check
    TourCheckName,
    /// `tour-check`: {medicine}, before it is taken: ▲ {weight}. {says} {source} by {publisher}, {edition}. {review}
    TourCheck {
        /// `$edition`
        edition: Value<'a>,
        /// `$medicine`
        medicine: Value<'a>,
        /// `$publisher`
        publisher: Value<'a>,
        /// `$review`
        review: Value<'a>,
        /// `$says`
        says: Value<'a>,
        /// `$source`
        source: Value<'a>,
        /// `$weight`
        weight: Value<'a>,
    },
    /// `tour-correct-name`: Correct
    TourCorrectName,
    /// `tour-correct`: {what}: now “{how}”. Nothing is overwritten: its history has {entries} entries.
    TourCorrect {
        /// `$entries`
        entries: Value<'a>,
        /// `$how`
        how: Value<'a>,
        /// `$what`
        what: Value<'a>,
    },
    /// `tour-pair-name`: Pair
    TourPairName,
    /// `tour-pair`: A tablet reads the phone's code. Both screens show {digits}. Now {devices} devices.
    TourPair {
        /// `$devices`
        devices: Value<'a>,
        /// `$digits`
        digits: Value<'a>,
    },
    /// `tour-first-sync-name`: Fill
    TourFirstSyncName,
    /// `tour-first-sync`: The tablet fetches {count} signed changes: {size} in {turns} round trips.
    TourFirstSync {
        /// `$count`
        count: Value<'a>,
        /// `$size`
        size: Value<'a>,
        /// `$turns`
        turns: Value<'a>,
    },
    /// `tour-apart-name`: Apart
    TourApartName,
    /// `tour-apart`: Both offline, one medicine, {what}. Phone: “{phone}”. Tablet: {tablet}.
    TourApart {
        /// `$phone`
        phone: Value<'a>,
        /// `$tablet`
        tablet: Value<'a>,
        /// `$what`
        what: Value<'a>,
    },
    /// `tour-sync-name`: Sync
    TourSyncName,
    /// `tour-sync`: They meet: {out} change one way, {back} the other, {size} in {turns} round trips. Nothing new: {again}.
    TourSync {
        /// `$again`
        again: Value<'a>,
        /// `$back`
        back: Value<'a>,
        /// `$out`
        out: Value<'a>,
        /// `$size`
        size: Value<'a>,
        /// `$turns`
        turns: Value<'a>,
    },
    /// `tour-disagree-name`: Disagree
    TourDisagreeName,
    /// `tour-disagree`: ◆ Both statements are kept, side by side: {one}; {other}.
    TourDisagree {
        /// `$one`
        one: Value<'a>,
        /// `$other`
        other: Value<'a>,
    },
    /// `tour-resolve-name`: Resolve
    TourResolveName,
    /// `tour-resolve`: A person decides that it was stopped. After one more sync {left} disagree.
    TourResolve {
        /// `$left`
        left: Value<'a>,
    },
    /// `tour-card-name`: Card
    TourCardName,
    /// `tour-card`: {facts} facts, {bytes} bytes, {modules} × {modules} modules. Photographed aslant and blurred, another project's reader (zxing-cpp) and ours read it the same, without a record. / {facts} facts, {bytes} bytes, {modules} × {modules} modules. Photographed aslant and blurred, our reader reads it the same, without a record.
    TourCard {
        /// `$bytes`
        bytes: Value<'a>,
        /// `$facts`
        facts: Value<'a>,
        /// `$modules`
        modules: Value<'a>,
        /// `$others`
        others: Value<'a>,
    },
    /// `tour-card-unread`: The photographed card was not read.
    TourCardUnread,
    /// `tour-card-unread-next`: Run it again.
    TourCardUnreadNext,
    /// `tour-verify-name`: Verify
    TourVerifyName,
    /// `tour-verify`: {changes} signed changes and {entries} entries, the same on both devices: {faults} wrong.
    TourVerify {
        /// `$changes`
        changes: Value<'a>,
        /// `$entries`
        entries: Value<'a>,
        /// `$faults`
        faults: Value<'a>,
    },
    /// `tour-tamper-name`: Tamper
    TourTamperName,
    /// `tour-tamper`: One bit flipped in {places} copies: {refused} refused, {wrong} read wrongly. / , {unused} in leftover space that nothing reads.
    TourTamper {
        /// `$places`
        places: Value<'a>,
        /// `$refused`
        refused: Value<'a>,
        /// `$unused`
        unused: Value<'a>,
        /// `$wrong`
        wrong: Value<'a>,
    },
    /// `shc-listed`: A SMART Health Card, signed by {name}.
    ShcListed {
        /// `$name`
        name: Value<'a>,
    },
    /// `shc-supplied`: A SMART Health Card with a right signature, by somebody whom your list does not have. Take it as told by the patient.
    ShcSupplied,
    /// `shc-unchecked`: A SMART Health Card that cannot be checked: the keys of its issuer are not at hand. Take it as told by the patient.
    ShcUnchecked,
    /// `shc-signature`: A SMART Health Card that was altered, or signed by somebody else. Do not believe it.
    ShcSignature,
    /// `shc-revoked`: A SMART Health Card that its issuer has taken back. Do not believe it.
    ShcRevoked,
    /// `shc-expired`: A SMART Health Card whose time is over.
    ShcExpired,
    /// `shc-not-yet`: A SMART Health Card that is not valid yet.
    ShcNotYet,
    /// `shc-issuer`: From {issuer}, {from}.
    ShcIssuer {
        /// `$from`
        from: Value<'a>,
        /// `$issuer`
        issuer: Value<'a>,
    },
    /// `shc-until`: Valid until {until}.
    ShcUntil {
        /// `$until`
        until: Value<'a>,
    },
    /// `shc-chunks`: A part of this health card is missing.
    ShcChunks,
    /// `shc-chunks-next`: Scan all its codes at once.
    ShcChunksNext,
    /// `shc-other`: This is a signed statement about something else than health.
    ShcOther,
    /// `shc-other-next`: Ask for the health card.
    ShcOtherNext,
    /// `shc-damaged`: This health card is damaged or not made as it must be.
    ShcDamaged,
    /// `shc-damaged-next`: Ask for it again, or scan it again.
    ShcDamagedNext,
    /// `trust-list`: {file} is not a list of issuers.
    TrustList {
        /// `$file`
        file: Value<'a>,
    },
    /// `trust-list-next`: Give a list as issuers of health cards publish it: “issuerInfo” with keys.
    TrustListNext,
    /// `story-title`: In the patient's own words
    StoryTitle,
    /// `ask-passcode`: The passcode of this link:
    AskPasscode,
    /// `link-show`: Show this SMART Health Link to whoever shall read what it leads to:
    LinkShow,
    /// `link-made`: Link {link} leads to one statement / {count} statements until {until}.
    LinkMade {
        /// `$count`
        count: Value<'a>,
        /// `$link`
        link: Value<'a>,
        /// `$until`
        until: Value<'a>,
    },
    /// `link-passcode`: Tell them the passcode by another way. After ten wrong ones the link is dead.
    LinkPasscode,
    /// `link-holder`: Whoever has this link can read what it leads to, and pass it on.
    LinkHolder,
    /// `link-next`: See who came: “pocketchart links log”. End it at any time: “pocketchart links destroy”.
    LinkNext,
    /// `link-whole`: The whole summary
    LinkWhole,
    /// `link-open`: open
    LinkOpen,
    /// `link-over`: over
    LinkOver,
    /// `link-destroyed`: ended by you
    LinkDestroyed,
    /// `links-none`: No link was made on this device.
    LinksNone,
    /// `link-live`: Link {link} can be opened.
    LinkLive {
        /// `$link`
        link: Value<'a>,
    },
    /// `link-not-live`: Link {link} cannot be opened any more.
    LinkNotLive {
        /// `$link`
        link: Value<'a>,
    },
    /// `link-paused`: Link {link} is paused: it leads nowhere until you resume it.
    LinkPaused {
        /// `$link`
        link: Value<'a>,
    },
    /// `link-resumed`: Link {link} leads somewhere again.
    LinkResumed {
        /// `$link`
        link: Value<'a>,
    },
    /// `link-ended`: Link {link} has ended. What somebody has fetched stays with them.
    LinkEnded {
        /// `$link`
        link: Value<'a>,
    },
    /// `link-updated`: Link {link} now leads to one statement / {count} statements, as they are today.
    LinkUpdated {
        /// `$count`
        count: Value<'a>,
        /// `$link`
        link: Value<'a>,
    },
    /// `link-uses`: It can be opened once more. / It can be opened {uses} more times.
    LinkUses {
        /// `$uses`
        uses: Value<'a>,
    },
    /// `link-attempts`: One more wrong passcode ends it. / It bears {left} more wrong passcodes.
    LinkAttempts {
        /// `$left`
        left: Value<'a>,
    },
    /// `link-nobody`: Nobody has opened it.
    LinkNobody,
    /// `link-opened`: {when}: opened by somebody who calls themselves “{who}”
    LinkOpened {
        /// `$when`
        when: Value<'a>,
        /// `$who`
        who: Value<'a>,
    },
    /// `link-refused`: {when}: wrong passcode, by somebody who calls themselves “{who}”
    LinkRefused {
        /// `$when`
        when: Value<'a>,
        /// `$who`
        who: Value<'a>,
    },
    /// `link-unreadable`: One line of its log cannot be read / {count} lines of its log cannot be read: the relay has changed them.
    LinkUnreadable {
        /// `$count`
        count: Value<'a>,
    },
    /// `link-window`: A link lasts from one minute to a year, and can be opened at least once.
    LinkWindow,
    /// `link-window-next`: Choose another time with --for, or another number with --uses.
    LinkWindowNext,
    /// `link-label`: The label is too long for a link, or has line breaks.
    LinkLabel,
    /// `link-label-next`: Take at most 80 letters.
    LinkLabelNext,
    /// `link-passcode-direct`: A link to one file cannot ask for a passcode.
    LinkPasscodeDirect,
    /// `link-passcode-direct-next`: Leave out --direct, or the passcode.
    LinkPasscodeDirectNext,
    /// `link-address`: The relay's address is too long or not secure, so it cannot stand in a link.
    LinkAddress,
    /// `link-address-next`: Use a relay with a short address that begins with “https://”.
    LinkAddressNext,
    /// `link-nothing`: There is nothing to share in what you chose.
    LinkNothing,
    /// `link-nothing-next`: Choose other sections, or add something first.
    LinkNothingNext,
    /// `link-person`: The record does not say your name, date of birth and gender, and whoever reads this needs them.
    LinkPerson,
    /// `link-person-next`: Add them: “pocketchart add profile”.
    LinkPersonNext,
    /// `link-too-much`: That is more than a link can hold.
    LinkTooMuch,
    /// `link-too-much-next`: Choose fewer sections, or leave out the pages with --no-pdf.
    LinkTooMuchNext,
    /// `link-unknown`: This device has no such link.
    LinkUnknown,
    /// `link-unknown-next`: “pocketchart links” lists them.
    LinkUnknownNext,
    /// `link-has-ended`: The link has ended.
    LinkHasEnded,
    /// `link-has-ended-next`: Make a new one.
    LinkHasEndedNext,
    /// `link-fixed`: What this link leads to cannot be replaced.
    LinkFixed,
    /// `link-fixed-next`: Make a new link with --long-term, and end this one.
    LinkFixedNext,
    /// `health-card-show`: Show this SMART Health Card:
    HealthCardShow,
    /// `health-card-made`: One statement is on it. / {count} statements are on it.
    HealthCardMade {
        /// `$count`
        count: Value<'a>,
    },
    /// `health-card-supplied`: Who checks it sees that it was not altered, and that it is told by you, not by a clinic.
    HealthCardSupplied,
    /// `health-card-unchecked`: This card cannot be checked by anybody, since no relay holds its key. It tells what you say.
    HealthCardUnchecked,
    /// `health-card-left-out`: One entry is not on it: / {count} entries are not on it:
    HealthCardLeftOut {
        /// `$count`
        count: Value<'a>,
    },
    /// `health-card-no-room`: no room was left
    HealthCardNoRoom,
    /// `health-card-no-code`: it says in words only what it is, and a code carries no words
    HealthCardNoCode,
    /// `health-card-in-error`: it was entered by mistake
    HealthCardInError,
    /// `health-card-other-type`: things of this kind do not go on cards
    HealthCardOtherType,
    /// `health-card-window`: A card holds from one minute to ten years.
    HealthCardWindow,
    /// `health-card-window-next`: Choose another time with --for.
    HealthCardWindowNext,
    /// `health-card-person`: The record does not say who you are, or says more than fits on a card.
    HealthCardPerson,
    /// `health-card-person-next`: Add your name and date of birth: “pocketchart add profile”.
    HealthCardPersonNext,
    /// `health-card-public`: Who checks a card fetches its key from an address that begins with “https://”, and the relay's does not.
    HealthCardPublic,
    /// `health-card-public-next`: Give the address by which everybody else reaches the relay, with --public.
    HealthCardPublicNext,
    /// `health-card-no-relay`: Without a relay nobody could check the card, so it goes into a file and not into a code.
    HealthCardNoRelay,
    /// `health-card-no-relay-next`: Say --relay URL, or --file FILE.
    HealthCardNoRelayNext,
    /// `follow-done`: {host} gave one file / {count} files.
    FollowDone {
        /// `$count`
        count: Value<'a>,
        /// `$host`
        host: Value<'a>,
    },
    /// `follow-unproved`: This comes from whoever made the link. Nobody has checked whether it is true.
    FollowUnproved,
    /// `follow-fhir`: One statement: / {count} statements, allergies first:
    FollowFhir {
        /// `$count`
        count: Value<'a>,
    },
    /// `follow-other`: A file of the kind {kind}, which is not opened here.
    FollowOther {
        /// `$kind`
        kind: Value<'a>,
    },
    /// `follow-file-unopened`: One file cannot be opened with this link. It is left out.
    FollowFileUnopened,
    /// `follow-file-missing`: One file could not be fetched. Try again later.
    FollowFileMissing,
    /// `follow-imported`: Taken in from {host}: {new} new, {held} known before.
    FollowImported {
        /// `$held`
        held: Value<'a>,
        /// `$host`
        host: Value<'a>,
        /// `$new`
        new: Value<'a>,
    },
    /// `follow-imported-next`: What disagrees with your record is marked until you decide: “pocketchart resolve”.
    FollowImportedNext,
    /// `follow-next`: Nothing of this was kept. To keep it in your record, add --import.
    FollowNext,
    /// `follow-no-link`: Only a SMART Health Link can be followed.
    FollowNoLink,
    /// `follow-no-link-next`: Leave out --recipient to see what this code says.
    FollowNoLinkNext,
    /// `follow-here`: This link leads to this computer itself, which a link from somebody else has no reason to do.
    FollowHere,
    /// `follow-here-next`: If you run a relay here yourself, say --this-machine.
    FollowHereNext,
    /// `follow-passcode`: This link asks for a passcode, and nobody is there to type it.
    FollowPasscode,
    /// `follow-passcode-next`: Ask whoever gave you the link, and give it with --passcode-fd.
    FollowPasscodeNext,
    /// `follow-recipient`: Whoever asks has to say who they are.
    FollowRecipient,
    /// `follow-recipient-next`: Give a name with --recipient.
    FollowRecipientNext,
    /// `follow-too-long`: What lies there is too large.
    FollowTooLong,
    /// `follow-too-long-next`: Ask for a smaller link.
    FollowTooLongNext,
    /// `follow-unreachable`: The place where this link leads cannot be reached.
    FollowUnreachable,
    /// `follow-unreachable-next`: Look whether you are online, and try again.
    FollowUnreachableNext,
    /// `follow-dead`: The passcode is wrong, and that was the last try: the link is dead.
    FollowDead,
    /// `follow-dead-next`: Ask for a new link.
    FollowDeadNext,
    /// `follow-wrong-passcode`: The passcode is wrong. One more wrong one ends the link. / The link bears {left} more wrong ones.
    FollowWrongPasscode {
        /// `$left`
        left: Value<'a>,
    },
    /// `follow-wrong-passcode-next`: Ask for the right one before you try again.
    FollowWrongPasscodeNext,
    /// `follow-wrong-passcode-bare`: The passcode is wrong.
    FollowWrongPasscodeBare,
    /// `follow-wrong-passcode-bare-next`: Ask for the right one before you try again: a link bears few wrong ones.
    FollowWrongPasscodeBareNext,
    /// `follow-not-active`: This link leads nowhere: its time is over, it was opened often enough, it is paused, or it was ended.
    FollowNotActive,
    /// `follow-not-active-next`: Ask for a new link.
    FollowNotActiveNext,
    /// `follow-too-many`: Too many asked there in a short time.
    FollowTooMany,
    /// `follow-too-many-next`: Wait {seconds} seconds, and try again.
    FollowTooManyNext {
        /// `$seconds`
        seconds: Value<'a>,
    },
    /// `follow-manifest`: What answers there is not what a health link leads to.
    FollowManifest,
    /// `follow-manifest-next`: Ask for a new link.
    FollowManifestNext,
    /// `follow-other-key`: What lies there was altered, or belongs to another link.
    FollowOtherKey,
    /// `follow-other-key-next`: Do not believe it. Ask for a new link.
    FollowOtherKeyNext,
    /// `follow-file`: What lies there is not made as a health link's file must be.
    FollowFile,
    /// `follow-file-next`: Ask for a new link.
    FollowFileNext,
    /// `shl-found`: A SMART Health Link: health data lies sealed at {url}.
    ShlFound {
        /// `$url`
        url: Value<'a>,
    },
    /// `shl-label`: It says of itself: {label}
    ShlLabel {
        /// `$label`
        label: Value<'a>,
    },
    /// `shl-until`: It says that it holds until {until}.
    ShlUntil {
        /// `$until`
        until: Value<'a>,
    },
    /// `shl-stale`: That time is over; what lies there may be gone.
    ShlStale,
    /// `shl-passcode`: A passcode is needed besides.
    ShlPasscode,
    /// `shl-key`: The key is in the code. Whoever has the code can read what lies there.
    ShlKey,
    /// `shl-next`: To see what lies there, say who you are: “pocketchart scan … --recipient NAME”. The sender reads that name.
    ShlNext,
    /// `shl-newer`: This SMART Health Link needs a newer program.
    ShlNewer,
    /// `shl-newer-next`: Bring this program up to date.
    ShlNewerNext,
    /// `shl-damaged`: This SMART Health Link is damaged or not made as it must be.
    ShlDamaged,
    /// `shl-damaged-next`: Ask for a new one, or scan it again.
    ShlDamagedNext,
    /// `scan-grant`: This code opens parts of somebody's record:
    ScanGrant,
    /// `scan-emergency`: This code opens parts of somebody's record in an emergency. Whoever redeems it must say why:
    ScanEmergency,
    /// `scan-until`: Until {until}, for one who redeems it / {uses} who redeem it. The patient's device decides.
    ScanUntil {
        /// `$until`
        until: Value<'a>,
        /// `$uses`
        uses: Value<'a>,
    },
    /// `scan-passcode`: A passcode is needed besides.
    ScanPasscode,
    /// `scan-redeem`: Redeem it with “pocketchart redeem CODE --as NAME”.
    ScanRedeem,
    /// `scan-delegation`: By this code somebody passes a part of grant {grant} on, until {until}:
    ScanDelegation {
        /// `$grant`
        grant: Value<'a>,
        /// `$until`
        until: Value<'a>,
    },
    /// `scan-delegate`: “{name}” wants to be let in by somebody who redeemed a grant. Words of their key: {words}.
    ScanDelegate {
        /// `$name`
        name: Value<'a>,
        /// `$words`
        words: Value<'a>,
    },
    /// `scan-delegate-next`: Let them in with “pocketchart delegate give GRANT --to CODE”.
    ScanDelegateNext,
    /// `tour-grant-name`: Grant
    TourGrantName,
    /// `tour-grant`: A clinic redeems a code. Both screens show {digits}. {who} gets {allergies} allergies, {count} entries in all: {size}.
    TourGrant {
        /// `$allergies`
        allergies: Value<'a>,
        /// `$count`
        count: Value<'a>,
        /// `$digits`
        digits: Value<'a>,
        /// `$size`
        size: Value<'a>,
        /// `$who`
        who: Value<'a>,
    },
    /// `tour-visit-name`: Visit
    TourVisitName,
    /// `tour-visit`: {who} writes a note and brings it back: {received} signed change, {kept} note of theirs in your record.
    TourVisit {
        /// `$kept`
        kept: Value<'a>,
        /// `$received`
        received: Value<'a>,
        /// `$who`
        who: Value<'a>,
    },
    /// `tour-end-name`: End
    TourEndName,
    /// `tour-end`: A second clinic comes with the same code. “{why}” You end the grant: the first one asks again, and gets {answered} answers.
    TourEnd {
        /// `$answered`
        answered: Value<'a>,
        /// `$why`
        why: Value<'a>,
    },
    /// `tour-audit-name`: Log
    TourAuditName,
    /// `tour-audit`: {count} things are in the log of who got what; {faults} wrong with it.
    TourAudit {
        /// `$count`
        count: Value<'a>,
        /// `$faults`
        faults: Value<'a>,
    },
    /// `tour-relay-name`: Relay
    TourRelayName,
    /// `tour-relay`: The phone is off. A relay that cannot read it gives a clinic with code and passcode a copy: {count} entries. Back on, the phone hears that “{who}” took it, and ends it: the clinic gets one answer / {answered} answers after that.
    TourRelay {
        /// `$answered`
        answered: Value<'a>,
        /// `$count`
        count: Value<'a>,
        /// `$who`
        who: Value<'a>,
    },
    /// `tour-link-name`: Link
    TourLinkName,
    /// `tour-link`: A health link with a passcode, for one use. A few lines of JavaScript that know only the standard open it / Another process of this program opens it: {allergies} allergies. The log says “{who}”. Asked again, the relay says {spent}; and {destroyed} for one that you destroyed.
    TourLink {
        /// `$allergies`
        allergies: Value<'a>,
        /// `$destroyed`
        destroyed: Value<'a>,
        /// `$reader`
        reader: Value<'a>,
        /// `$spent`
        spent: Value<'a>,
        /// `$who`
        who: Value<'a>,
    },
    /// `tour-lose-name`: Lost
    TourLoseName,
    /// `tour-lose`: The tablet is stolen, and taken out. It calls, and gets {answered} answers. Of {written} new note it reads {read}.
    TourLose {
        /// `$answered`
        answered: Value<'a>,
        /// `$read`
        read: Value<'a>,
        /// `$written`
        written: Value<'a>,
    },
    /// `tour-backup-name`: Back up
    TourBackupName,
    /// `tour-backup`: One sealed file of {size}, which only the words open.
    TourBackup {
        /// `$size`
        size: Value<'a>,
    },
    /// `tour-restore-name`: Restore
    TourRestoreName,
    /// `tour-restore`: A new phone, the file and the words: {entries} entries are back, {same} of {of} shown are the same.
    TourRestore {
        /// `$entries`
        entries: Value<'a>,
        /// `$of`
        r#of: Value<'a>,
        /// `$same`
        same: Value<'a>,
    },
    /// `tour-done`: Done in {seconds} seconds. Make your own: “pocketchart create”.
    TourDone {
        /// `$seconds`
        seconds: Value<'a>,
    },
    /// `tour-folder`: The tour could not use its folder.
    TourFolder,
    /// `tour-folder-next`: Make room in the folder for temporary files.
    TourFolderNext,
    /// `tour-digits`: The two screens showed different digits.
    TourDigits,
    /// `tour-digits-next`: Run it again.
    TourDigitsNext,
    /// `tour-program`: The tour could not run its programs.
    TourProgram,
    /// `tour-program-next`: Run it again.
    TourProgramNext,
    /// `tour-step`: A step of the tour failed: {message}
    TourStep {
        /// `$message`
        message: Value<'a>,
    },
    /// `tour-step-next`: Run it again.
    TourStepNext,
    /// `chart-locked`: The record is locked.
    ChartLocked,
    /// `chart-locked-next`: Unlock it and try again.
    ChartLockedNext,
    /// `internal`: Something went wrong inside Pocketchart. What was saved before is safe.
    Internal,
    /// `internal-next`: Lock the record, open it again, and try once more.
    InternalNext,
    /// `key-cancelled`: The record was not unlocked.
    KeyCancelled,
    /// `key-cancelled-next`: Unlock it when you are ready.
    KeyCancelledNext,
    /// `key-lost`: This device no longer holds the key of the record.
    KeyLost,
    /// `key-lost-next`: A backup and your 24 words bring the record back.
    KeyLostNext,
    /// `key-failed`: This device could not give the key of the record.
    KeyFailed,
    /// `key-failed-next`: Try again. If that does not help, start the device anew.
    KeyFailedNext,
    /// `card-show`: Your emergency card
    CardShow,
    /// `card-plain-show`: The short code, as any camera shows it
    CardPlainShow,
    /// `card-who-app`: Any Pocketchart app opens this code, without a network. Other phones show only digits: print the short code beside it (“--plain”).
    CardWhoApp,
    /// `card-who-page`: Any phone opens {page} with this code. Whoever serves that page can read the card there.
    CardWhoPage {
        /// `$page`
        page: Value<'a>,
    },
    /// `card-who-plain`: Any phone's camera shows this text, without a network.
    CardWhoPlain,
    /// `card-possession`: Whoever has the code can read it. It cannot be called back.
    CardPossession,
    /// `card-review`: Look it over and make it anew by {date}, or when something changes.
    CardReview {
        /// `$date`
        date: Value<'a>,
    },
    /// `card-on-it`: On the card
    CardOnIt,
    /// `card-letters`: By the letters for “--without”
    CardLetters,
    /// `card-off-it`: Not on the card; “--with” and the letters put it there
    CardOffIt,
    /// `card-written`: Written: {file}, {size}.
    CardWritten {
        /// `$file`
        file: Value<'a>,
        /// `$size`
        size: Value<'a>,
    },
    /// `card-too-wide`: The code does not fit this window. Make it {columns} columns wide, or write a picture with “--out”.
    CardTooWide {
        /// `$columns`
        columns: Value<'a>,
    },
    /// `card-unreviewed`: The words in {language} are a translation that no native speaker has checked yet.
    CardUnreviewed {
        /// `$language`
        language: Value<'a>,
    },
    /// `card-language-es`: Spanish
    CardLanguageEs,
    /// `card-language-fr`: French
    CardLanguageFr,
    /// `card-language-de`: German
    CardLanguageDe,
    /// `card-language-ar`: Arabic
    CardLanguageAr,
    /// `card-language-zh`: Chinese
    CardLanguageZh,
    /// `card-contact-kind`: contact
    CardContactKind,
    /// `card-person-kind`: person
    CardPersonKind,
    /// `card-empty`: There is nothing to put on the card.
    CardEmpty,
    /// `card-empty-next`: Add what matters first, such as an allergy or somebody to call, or choose something with “--with”.
    CardEmptyNext,
    /// `card-too-much`: There is too much on the card for one code.
    CardTooMuch,
    /// `card-too-much-next`: Leave something off with “--without” and the letters above.
    CardTooMuchNext,
    /// `card-not-offered`: {id} cannot be put on the card.
    CardNotOffered {
        /// `$id`
        id: Value<'a>,
    },
    /// `card-not-offered-next`: “card” shows what can be, and its letters.
    CardNotOfferedNext,
    /// `card-page-wrong`: {page} is not the address of a page that can read cards.
    CardPageWrong {
        /// `$page`
        page: Value<'a>,
    },
    /// `card-page-wrong-next`: It begins with https:// and has no “#” in it.
    CardPageWrongNext,
    /// `card-file-kind`: {file} is not named as a picture that can be written.
    CardFileKind {
        /// `$file`
        file: Value<'a>,
    },
    /// `card-file-kind-next`: Let its name end in .png, .svg or .pdf.
    CardFileKindNext,
    /// `card-paper-small`: The code is too large for this paper.
    CardPaperSmall,
    /// `card-paper-small-next`: Choose a larger one with “--paper”, or leave something off with “--without”.
    CardPaperSmallNext,
    /// `card-no-letter`: No font here has the letter {letter}.
    CardNoLetter {
        /// `$letter`
        letter: Value<'a>,
    },
    /// `card-no-letter-next`: Install the fonts fonts-noto-core and fonts-noto-cjk, or name a folder with others with “--fonts”.
    CardNoLetterNext,
    /// `card-no-font`: There are no fonts here to print with.
    CardNoFont,
    /// `card-no-font-next`: Install the fonts fonts-noto-core, or name a folder with fonts with “--fonts”.
    CardNoFontNext,
    /// `card-newer`: This card needs a newer reader. Nothing of it is shown.
    CardNewer,
    /// `card-newer-next`: Install the newest version of Pocketchart, or ask the person or their contacts.
    CardNewerNext,
    /// `card-altered`: This card is altered or damaged. Nothing of it is shown.
    CardAltered,
    /// `card-altered-next`: Scan it again in better light. If that does not help, do not rely on it.
    CardAlteredNext,
    /// `card-not-one`: This is not an emergency card of Pocketchart.
    CardNotOne,
    /// `card-not-one-next`: Its text begins with “pocketchart:/”, or is the address of a page with many digits behind “#”.
    CardNotOneNext,
    /// `scan-no-code`: There is no code in the picture that can be read.
    ScanNoCode,
    /// `scan-no-code-next`: Take the picture straight from the front, sharp, and with a light margin around the code.
    ScanNoCodeNext,
    /// `scan-no-picture`: {file} is not a PNG or JPEG picture that can be read.
    ScanNoPicture {
        /// `$file`
        file: Value<'a>,
    },
    /// `scan-no-picture-next`: Give the code's text, or a picture of it.
    ScanNoPictureNext,
    /// `scan-known-wrong`: {key} is not a key.
    ScanKnownWrong {
        /// `$key`
        key: Value<'a>,
    },
    /// `scan-known-wrong-next`: A key is 64 letters and digits, as “scan --json” shows it.
    ScanKnownWrongNext,
    /// `finding-harm-bleeding`: {a} with {b}: you can bleed more easily.
    FindingHarmBleeding {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-serotonin`: {a} with {b}: too much of the body's signal serotonin can build up. Signs are shaking, fever, a fast heart and confusion.
    FindingHarmSerotonin {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-heart-rhythm`: {a} with {b}: the heart can lose its rhythm. This can be dangerous.
    FindingHarmHeartRhythm {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-breathing`: {a} with {b}: breathing can become too slow.
    FindingHarmBreathing {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-muscle`: {a} with {b}: muscles can be harmed. Signs are pain, weakness and dark urine.
    FindingHarmMuscle {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-potassium-high`: {a} with {b}: there can be too much potassium in the blood.
    FindingHarmPotassiumHigh {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-potassium-low`: {a} with {b}: there can be too little potassium in the blood.
    FindingHarmPotassiumLow {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-sodium-low`: {a} with {b}: there can be too little salt in the blood.
    FindingHarmSodiumLow {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-contraception`: {a} with {b}: birth control may fail.
    FindingHarmContraception {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-live-vaccine`: {a} with {b}: a live vaccine can make you ill when the body's defence is weak.
    FindingHarmLiveVaccine {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-unborn`: {a} with {b}: a child before birth can be harmed.
    FindingHarmUnborn {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-head-pressure`: {a} with {b}: the pressure in the head can rise. Signs are headache and blurred sight.
    FindingHarmHeadPressure {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-acid`: {a} with {b}: too much acid can build up in the blood.
    FindingHarmAcid {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-blood-cells`: {a} with {b}: the body can make too few blood cells.
    FindingHarmBloodCells {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-narrowed-vessels`: {a} with {b}: blood vessels can become too narrow.
    FindingHarmNarrowedVessels {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-pressure-high`: {a} with {b}: blood pressure can rise too high.
    FindingHarmPressureHigh {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-pressure-low`: {a} with {b}: blood pressure can fall too low.
    FindingHarmPressureLow {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-seizure`: {a} with {b}: a seizure becomes more likely.
    FindingHarmSeizure {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-sleepy`: {a} with {b}: you can become very sleepy. Driving can be dangerous.
    FindingHarmSleepy {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-slow-heart`: {a} with {b}: the heart can beat too slowly or too weakly.
    FindingHarmSlowHeart {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-hearing`: {a} with {b}: hearing can be harmed.
    FindingHarmHearing {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-kidney`: {a} with {b}: the kidneys can be harmed.
    FindingHarmKidney {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-sugar-low`: {a} with {b}: blood sugar can fall too low.
    FindingHarmSugarLow {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-sugar-high`: {a} with {b}: blood sugar can rise too high.
    FindingHarmSugarHigh {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-liver`: {a} with {b}: the liver can be harmed.
    FindingHarmLiver {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-flushing`: {a} with {b}: they can cause a red face, vomiting and a fast heart together.
    FindingHarmFlushing {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-lithium`: {a} with {b}: the amount of lithium in the blood can change.
    FindingHarmLithium {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-angioedema`: {a} with {b}: face and throat can swell.
    FindingHarmAngioedema {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-anticholinergic`: {a} with {b}: dry mouth, trouble with passing urine and confusion become more likely.
    FindingHarmAnticholinergic {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-more-of-a`: {a} with {b}: {a} can become too strong.
    FindingHarmMoreOfA {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-more-of-b`: {a} with {b}: {b} can become too strong.
    FindingHarmMoreOfB {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-less-of-a`: {a} with {b}: {a} can become too weak.
    FindingHarmLessOfA {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-less-of-b`: {a} with {b}: {b} can become too weak.
    FindingHarmLessOfB {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-more-effect`: {a} with {b}: one of them can become too strong.
    FindingHarmMoreEffect {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-less-effect`: {a} with {b}: one of them can become too weak.
    FindingHarmLessEffect {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-harm-other`: {a} with {b}: the source says that they do not go well together.
    FindingHarmOther {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
    },
    /// `finding-duplicate-entry`: {a} stands in the record twice. It may be one medicine that was written down two times.
    FindingDuplicateEntry {
        /// `$a`
        a: Value<'a>,
    },
    /// `finding-duplicate-ingredient`: {a} is in two medicines that you take.
    FindingDuplicateIngredient {
        /// `$a`
        a: Value<'a>,
    },
    /// `finding-duplicate-class`: {a} and {b} are of the same kind: {class}.
    FindingDuplicateClass {
        /// `$a`
        a: Value<'a>,
        /// `$b`
        b: Value<'a>,
        /// `$class`
        class: Value<'a>,
    },
    /// `finding-allergy-same`: The record says that you are allergic to {allergy}. {medicine} is the same.
    FindingAllergySame {
        /// `$allergy`
        allergy: Value<'a>,
        /// `$medicine`
        medicine: Value<'a>,
    },
    /// `finding-allergy-group`: The record says that you are allergic to {allergy}. {medicine} is of the same kind: {group}.
    FindingAllergyGroup {
        /// `$allergy`
        allergy: Value<'a>,
        /// `$group`
        group: Value<'a>,
        /// `$medicine`
        medicine: Value<'a>,
    },
    /// `finding-allergy-cross`: The record says that you are allergic to {allergy}. Some people then react to {medicine} too.
    FindingAllergyCross {
        /// `$allergy`
        allergy: Value<'a>,
        /// `$medicine`
        medicine: Value<'a>,
    },
    /// `finding-allergy-cross-rate`: The record says that you are allergic to {allergy}. Of 100 such people, {low} to {high} react to medicines like {medicine} too ({group}).
    FindingAllergyCrossRate {
        /// `$allergy`
        allergy: Value<'a>,
        /// `$group`
        group: Value<'a>,
        /// `$high`
        high: Value<'a>,
        /// `$low`
        low: Value<'a>,
        /// `$medicine`
        medicine: Value<'a>,
    },
    /// `finding-allergy-cross-low`: The record says that you are allergic to {allergy}. Few people then react to {medicine}, or none.
    FindingAllergyCrossLow {
        /// `$allergy`
        allergy: Value<'a>,
        /// `$medicine`
        medicine: Value<'a>,
    },
    /// `finding-allergy-contains`: The record says that you are allergic to {allergy}. {medicine} can hold traces of it.
    FindingAllergyContains {
        /// `$allergy`
        allergy: Value<'a>,
        /// `$medicine`
        medicine: Value<'a>,
    },
    /// `finding-with-asthma`: {a} can make asthma worse.
    FindingWithAsthma {
        /// `$a`
        a: Value<'a>,
    },
    /// `finding-with-bleeding`: {a} can make a bleeding worse.
    FindingWithBleeding {
        /// `$a`
        a: Value<'a>,
    },
    /// `finding-with-breast-cancer`: {a} can be harmful after breast cancer.
    FindingWithBreastCancer {
        /// `$a`
        a: Value<'a>,
    },
    /// `finding-with-clot`: {a} can be harmful after a blood clot.
    FindingWithClot {
        /// `$a`
        a: Value<'a>,
    },
    /// `finding-with-g6pd`: {a} can destroy blood cells when the enzyme G6PD is low.
    FindingWithG6pd {
        /// `$a`
        a: Value<'a>,
    },
    /// `finding-with-glaucoma`: {a} can raise the pressure in the eye.
    FindingWithGlaucoma {
        /// `$a`
        a: Value<'a>,
    },
    /// `finding-with-heart-block`: {a} can slow a heart that has a block of its signals.
    FindingWithHeartBlock {
        /// `$a`
        a: Value<'a>,
    },
    /// `finding-with-heart-disease`: {a} can be harmful when the heart gets too little blood.
    FindingWithHeartDisease {
        /// `$a`
        a: Value<'a>,
    },
    /// `finding-with-heart-failure`: {a} can make a weak heart worse.
    FindingWithHeartFailure {
        /// `$a`
        a: Value<'a>,
    },
    /// `finding-with-high-potassium`: {a} can raise potassium that is high already.
    FindingWithHighPotassium {
        /// `$a`
        a: Value<'a>,
    },
    /// `finding-with-liver`: {a} can be harmful when the liver is ill.
    FindingWithLiver {
        /// `$a`
        a: Value<'a>,
    },
    /// `finding-with-long-qt`: {a} can be dangerous when the heart takes long to recharge (long QT).
    FindingWithLongQt {
        /// `$a`
        a: Value<'a>,
    },
    /// `finding-with-myasthenia`: {a} can make muscles weaker in myasthenia.
    FindingWithMyasthenia {
        /// `$a`
        a: Value<'a>,
    },
    /// `finding-with-old-age`: {a} has more risks from 65 years on.
    FindingWithOldAge {
        /// `$a`
        a: Value<'a>,
    },
    /// `finding-with-parkinson`: {a} can make Parkinson's disease worse.
    FindingWithParkinson {
        /// `$a`
        a: Value<'a>,
    },
    /// `finding-with-pregnancy`: {a} can harm a child before birth.
    FindingWithPregnancy {
        /// `$a`
        a: Value<'a>,
    },
    /// `finding-with-seizures`: {a} can make a seizure more likely.
    FindingWithSeizures {
        /// `$a`
        a: Value<'a>,
    },
    /// `finding-with-stomach-bleeding`: {a} can cause a new bleeding in stomach or gut.
    FindingWithStomachBleeding {
        /// `$a`
        a: Value<'a>,
    },
    /// `finding-with-stroke`: {a} can be harmful after a stroke.
    FindingWithStroke {
        /// `$a`
        a: Value<'a>,
    },
    /// `finding-with-ulcer`: {a} can make a stomach ulcer worse.
    FindingWithUlcer {
        /// `$a`
        a: Value<'a>,
    },
    /// `finding-with-weak-kidneys`: {a} can build up or do harm when the kidneys are weak.
    FindingWithWeakKidneys {
        /// `$a`
        a: Value<'a>,
    },
    /// `finding-with-young-age`: {a} is not for this age.
    FindingWithYoungAge {
        /// `$a`
        a: Value<'a>,
    },
    /// `finding-advice-never`: Do not take them together without your doctor's word. Ask now, and do not just stop.
    FindingAdviceNever,
    /// `finding-advice-ask`: Better not. Ask your doctor or pharmacist before the next dose.
    FindingAdviceAsk,
    /// `finding-advice-care`: Care is needed. Ask your pharmacist what to watch for.
    FindingAdviceCare,
    /// `finding-advice-know`: Good to know. Tell your doctor or pharmacist at the next visit.
    FindingAdviceKnow,
    /// `finding-advice-tell`: Tell whoever gives it to you before you take it.
    FindingAdviceTell,
    /// `finding-advice-apart`: Take them at different times. Your pharmacist says how far apart.
    FindingAdviceApart,
    /// `finding-advice-barrier`: Use another kind of birth control as well, and ask for how long.
    FindingAdviceBarrier,
    /// `finding-advice-blood-test`: Blood tests may be needed. Ask your doctor.
    FindingAdviceBloodTest,
    /// `finding-advice-dose`: The dose may have to change. Ask your doctor, and do not change it alone.
    FindingAdviceDose,
    /// `finding-advice-ecg`: The heart's rhythm may have to be checked. Ask your doctor.
    FindingAdviceEcg,
    /// `finding-advice-inr`: Clotting (INR) should be measured more often. Ask your doctor.
    FindingAdviceInr,
    /// `finding-advice-kidney`: Drink enough, and ask your doctor about a check of the kidneys.
    FindingAdviceKidney,
    /// `finding-advice-potassium`: Potassium should be measured. Ask your doctor.
    FindingAdvicePotassium,
    /// `finding-advice-sugar`: Measure blood sugar more often.
    FindingAdviceSugar,
    /// `finding-advice-watch`: Watch for changes, and tell your doctor about them.
    FindingAdviceWatch,
    /// `finding-advice-other`: Another medicine may be better. Ask your doctor or pharmacist.
    FindingAdviceOther,
    /// `finding-advice-anaphylaxis`: You had a dangerous reaction before. Do not take it without your doctor's word.
    FindingAdviceAnaphylaxis,
    /// `finding-advice-duplicate`: Ask your doctor or pharmacist whether you need both.
    FindingAdviceDuplicate,
    /// `finding-advice-reconcile`: Compare the two entries, and keep what is true.
    FindingAdviceReconcile,
    /// `finding-missing-age`: The record does not say the day of birth.
    FindingMissingAge,
    /// `finding-missing-sex`: The record does not say male or female.
    FindingMissingSex,
    /// `finding-missing-dose`: The record does not say how much {medicine} is taken.
    FindingMissingDose {
        /// `$medicine`
        medicine: Value<'a>,
    },
    /// `finding-missing-route`: The record does not say how {medicine} gets into the body.
    FindingMissingRoute {
        /// `$medicine`
        medicine: Value<'a>,
    },
    /// `finding-missing-local`: {medicine} works in one place only. The source speaks of medicines for the whole body.
    FindingMissingLocal {
        /// `$medicine`
        medicine: Value<'a>,
    },
    /// `finding-missing-pregnancy`: The record does not say whether there is a pregnancy.
    FindingMissingPregnancy,
    /// `finding-missing-result`: The record has no recent result of the test “{test}”.
    FindingMissingResult {
        /// `$test`
        test: Value<'a>,
    },
    /// `finding-missing-week-of-pregnancy`: The record does not say which week of the pregnancy it is.
    FindingMissingWeekOfPregnancy,
    /// `finding-missing-circumstances`: The source ties this to circumstances that are not in our rules.
    FindingMissingCircumstances,
    /// `finding-not-checked-medicine`: {medicine} was not checked: no source here knows its name.
    FindingNotCheckedMedicine {
        /// `$medicine`
        medicine: Value<'a>,
    },
    /// `finding-not-checked-ingredient`: {ingredient} in {medicine} was not checked: no source here knows it.
    FindingNotCheckedIngredient {
        /// `$ingredient`
        ingredient: Value<'a>,
        /// `$medicine`
        medicine: Value<'a>,
    },
    /// `finding-not-checked-interactions`: {medicine} was not checked against other medicines: the source does not know it.
    FindingNotCheckedInteractions {
        /// `$medicine`
        medicine: Value<'a>,
    },
    /// `finding-not-checked-status`: {medicine} was not checked: the record does not say whether it is taken.
    FindingNotCheckedStatus {
        /// `$medicine`
        medicine: Value<'a>,
    },
    /// `finding-not-checked-allergy`: The allergy to {allergy} was not checked: no source here knows it.
    FindingNotCheckedAllergy {
        /// `$allergy`
        allergy: Value<'a>,
    },
    /// `finding-not-checked-no-allergies`: The record says nothing about allergies, not even that there are none.
    FindingNotCheckedNoAllergies,
    /// `finding-problem-acute-coronary-syndrome`: The record does not say whether there was a heart attack or the like.
    FindingProblemAcuteCoronarySyndrome,
    /// `finding-problem-alcohol-dependence`: The record does not say whether alcohol is a problem.
    FindingProblemAlcoholDependence,
    /// `finding-problem-angina`: The record does not say whether there is chest pain from the heart.
    FindingProblemAngina,
    /// `finding-problem-asthma`: The record does not say whether there is asthma.
    FindingProblemAsthma,
    /// `finding-problem-atrial-fibrillation`: The record does not say whether there is atrial fibrillation.
    FindingProblemAtrialFibrillation,
    /// `finding-problem-bleeding-disorder`: The record does not say whether there is a bleeding disorder.
    FindingProblemBleedingDisorder,
    /// `finding-problem-bleeding-stomach-or-gut`: The record does not say whether there is or was a bleeding in stomach or gut.
    FindingProblemBleedingStomachOrGut,
    /// `finding-problem-breast-cancer`: The record does not say whether there is or was breast cancer.
    FindingProblemBreastCancer,
    /// `finding-problem-copd`: The record does not say whether there is COPD.
    FindingProblemCopd,
    /// `finding-problem-depression`: The record does not say whether there is a depression.
    FindingProblemDepression,
    /// `finding-problem-diabetes`: The record does not say whether there is diabetes.
    FindingProblemDiabetes,
    /// `finding-problem-epilepsy`: The record does not say whether there are or were seizures.
    FindingProblemEpilepsy,
    /// `finding-problem-fluid-retention`: The record does not say whether there is water in the legs.
    FindingProblemFluidRetention,
    /// `finding-problem-g6pd-deficiency`: The record does not say whether the enzyme G6PD is low.
    FindingProblemG6pdDeficiency,
    /// `finding-problem-glaucoma-angle-closure`: The record does not say whether there is narrow-angle glaucoma.
    FindingProblemGlaucomaAngleClosure,
    /// `finding-problem-gout`: The record does not say whether there is gout.
    FindingProblemGout,
    /// `finding-problem-heart-block`: The record does not say whether there is a heart block.
    FindingProblemHeartBlock,
    /// `finding-problem-heart-failure`: The record does not say whether the heart is weak.
    FindingProblemHeartFailure,
    /// `finding-problem-hemorrhagic-stroke`: The record does not say whether there is a bleeding in the head.
    FindingProblemHemorrhagicStroke,
    /// `finding-problem-hyperkalemia`: The record does not say whether potassium is high.
    FindingProblemHyperkalemia,
    /// `finding-problem-hypertension`: The record does not say whether blood pressure is high.
    FindingProblemHypertension,
    /// `finding-problem-hypokalemia`: The record does not say whether potassium is low.
    FindingProblemHypokalemia,
    /// `finding-problem-hypothyroidism`: The record does not say whether the thyroid is too slow.
    FindingProblemHypothyroidism,
    /// `finding-problem-ischemic-heart-disease`: The record does not say whether the heart gets or got too little blood.
    FindingProblemIschemicHeartDisease,
    /// `finding-problem-kidney-failure-moderate`: The record does not say whether the kidneys are weak.
    FindingProblemKidneyFailureModerate,
    /// `finding-problem-kidney-failure-severe`: The record does not say whether the kidneys are very weak.
    FindingProblemKidneyFailureSevere,
    /// `finding-problem-lactation`: The record does not say whether a child is breastfed.
    FindingProblemLactation,
    /// `finding-problem-liver-failure`: The record does not say whether the liver is ill.
    FindingProblemLiverFailure,
    /// `finding-problem-long-qt`: The record does not say whether there is a long QT.
    FindingProblemLongQt,
    /// `finding-problem-migraine`: The record does not say whether there is migraine.
    FindingProblemMigraine,
    /// `finding-problem-myasthenia-gravis`: The record does not say whether there is myasthenia.
    FindingProblemMyastheniaGravis,
    /// `finding-problem-parkinson-disease`: The record does not say whether there is Parkinson's disease.
    FindingProblemParkinsonDisease,
    /// `finding-problem-peptic-ulcer`: The record does not say whether there is or was a stomach ulcer.
    FindingProblemPepticUlcer,
    /// `finding-problem-pheochromocytoma`: The record does not say whether there is a pheochromocytoma.
    FindingProblemPheochromocytoma,
    /// `finding-problem-porphyria`: The record does not say whether there is porphyria.
    FindingProblemPorphyria,
    /// `finding-problem-pregnancy`: The record does not say whether there is or was a pregnancy.
    FindingProblemPregnancy,
    /// `finding-problem-prostate-enlargement`: The record does not say whether the prostate is large.
    FindingProblemProstateEnlargement,
    /// `finding-problem-stroke`: The record does not say whether there was a stroke.
    FindingProblemStroke,
    /// `finding-problem-venous-thrombosis`: The record does not say whether there is or was a blood clot.
    FindingProblemVenousThrombosis,
    /// `measure-low`: {name} is low: {value}, measured {when}.
    MeasureLow {
        /// `$name`
        name: Value<'a>,
        /// `$value`
        value: Value<'a>,
        /// `$when`
        when: Value<'a>,
    },
    /// `measure-high`: {name} is high: {value}, measured {when}.
    MeasureHigh {
        /// `$name`
        name: Value<'a>,
        /// `$value`
        value: Value<'a>,
        /// `$when`
        when: Value<'a>,
    },
    /// `measure-critical-low`: {name} is very low: {value}, measured {when}.
    MeasureCriticalLow {
        /// `$name`
        name: Value<'a>,
        /// `$value`
        value: Value<'a>,
        /// `$when`
        when: Value<'a>,
    },
    /// `measure-critical-high`: {name} is very high: {value}, measured {when}.
    MeasureCriticalHigh {
        /// `$name`
        name: Value<'a>,
        /// `$value`
        value: Value<'a>,
        /// `$when`
        when: Value<'a>,
    },
    /// `measure-outside-next`: Ask about it at the next visit. One value alone says little.
    MeasureOutsideNext,
    /// `measure-critical-next`: If this is new, call a doctor today. If you feel ill, call for emergency help.
    MeasureCriticalNext,
    /// `measure-check-value`: Check this value: {name} of {value}, measured {when}, can hardly be right.
    MeasureCheckValue {
        /// `$name`
        name: Value<'a>,
        /// `$value`
        value: Value<'a>,
        /// `$when`
        when: Value<'a>,
    },
    /// `measure-check-value-next`: Look whether the number and its unit were written down right. It is left out of curves.
    MeasureCheckValueNext,
    /// `measure-no-range`: {name}: we know no usual range for this person.
    MeasureNoRange {
        /// `$name`
        name: Value<'a>,
    },
    /// `measure-not-dated`: {name} of {written} has no day. It was not looked at.
    MeasureNotDated {
        /// `$name`
        name: Value<'a>,
        /// `$written`
        written: Value<'a>,
    },
    /// `measure-no-number`: {name}: “{written}” is no number that we can read.
    MeasureNoNumber {
        /// `$name`
        name: Value<'a>,
        /// `$written`
        written: Value<'a>,
    },
    /// `measure-unit-not-known`: {name}: the unit “{written}” cannot be turned into ours.
    MeasureUnitNotKnown {
        /// `$name`
        name: Value<'a>,
        /// `$written`
        written: Value<'a>,
    },
    /// `measure-pressure-week-high`: Blood pressure at home is high: {systolic} over {diastolic}, the mean of {count} readings in a week.
    MeasurePressureWeekHigh {
        /// `$count`
        count: Value<'a>,
        /// `$diastolic`
        diastolic: Value<'a>,
        /// `$systolic`
        systolic: Value<'a>,
    },
    /// `trend-rising-away`: {name} keeps rising and is above its range: {count} values in {days} days.
    TrendRisingAway {
        /// `$count`
        count: Value<'a>,
        /// `$days`
        days: Value<'a>,
        /// `$name`
        name: Value<'a>,
    },
    /// `trend-falling-away`: {name} keeps falling and is below its range: {count} values in {days} days.
    TrendFallingAway {
        /// `$count`
        count: Value<'a>,
        /// `$days`
        days: Value<'a>,
        /// `$name`
        name: Value<'a>,
    },
    /// `growth-length`: Length for age
    GrowthLength,
    /// `growth-height`: Height for age
    GrowthHeight,
    /// `growth-weight`: Weight for age
    GrowthWeight,
    /// `growth-head-circumference`: Size of the head for age
    GrowthHeadCircumference,
    /// `growth-weight-for-length`: Weight for length
    GrowthWeightForLength,
    /// `growth-body-mass-index`: Body mass index for age
    GrowthBodyMassIndex,
    /// `growth-person-unknown`: Growth is compared with children of the same age and sex. The record does not say the day of birth, or the sex.
    GrowthPersonUnknown,
    /// `growth-person-next`: “pocketchart correct” with the kind “profile” adds what is missing.
    GrowthPersonNext,
    /// `growth-nothing`: No weight, height or size of the head of a child is in the record.
    GrowthNothing,
    /// `growth-meaning`: A percentile of 37: of 100 children of the same age and sex, 37 measure less. Every child grows in its own way.
    GrowthMeaning,
    /// `growth-below-two`: ◆ Below two years of age, CDC recommends the standards of the World Health Organization. They are not here: these are CDC's own.
    GrowthBelowTwo,
    /// `growth-source`: Charts of CDC (2000), made from children in the United States.
    GrowthSource,
    /// `growth-far`: Far below 3 or above 97, a percentile says little: ask a doctor how to read it.
    GrowthFar,
    /// `growth-next`: “pocketchart growth CHART” shows one chart; --plot FILE.svg or FILE.png draws it.
    GrowthNext,
    /// `growth-below-one`: below 1
    GrowthBelowOne,
    /// `growth-above-ninety-nine`: above 99
    GrowthAboveNinetyNine,
    /// `growth-age-months`: {months} month / {months} months
    GrowthAgeMonths {
        /// `$months`
        months: Value<'a>,
    },
    /// `growth-age-years`: {years} years / {years} years, {months} month / {years} years, {months} months
    GrowthAgeYears {
        /// `$months`
        months: Value<'a>,
        /// `$years`
        years: Value<'a>,
    },
    /// `growth-no-such-chart`: There is nothing on a chart of this name.
    GrowthNoSuchChart,
    /// `growth-no-such-chart-next`: “pocketchart growth” names the charts that there is something on.
    GrowthNoSuchChartNext,
    /// `growth-plot-one`: A picture shows one chart.
    GrowthPlotOne,
    /// `growth-plot-one-next`: Name one of these.
    GrowthPlotOneNext,
    /// `due-next`: Ask for it at the next visit, or say that you do not want it.
    DueNext,
    /// `due-out-of-date`: Rules of screening here are out of date. Install the newest version of Pocketchart.
    DueOutOfDate,
    /// `due-abdominal-aortic-aneurysm`: Ultrasound of the main artery in the belly, once, for men from 65 to 75 who ever smoked
    DueAbdominalAorticAneurysm,
    /// `due-alcohol`: Questions about alcohol, for all adults
    DueAlcohol,
    /// `due-anxiety-adults`: Questions about worry and fear, for adults up to 64
    DueAnxietyAdults,
    /// `due-anxiety-young`: Questions about worry and fear, from 8 to 18
    DueAnxietyYoung,
    /// `due-blood-pressure-from-40`: Blood pressure, each year from 40 on
    DueBloodPressureFrom40,
    /// `due-blood-pressure-under-40`: Blood pressure, every three years from 18 to 39
    DueBloodPressureUnder40,
    /// `due-breast-cancer`: X-ray of the breasts, every two years for women from 40 to 74
    DueBreastCancer,
    /// `due-cervical-cancer-from-30`: Test for cancer of the cervix, from 30 to 65: a smear every three years or an HPV test every five
    DueCervicalCancerFrom30,
    /// `due-cervical-cancer-under-30`: Smear test for cancer of the cervix, every three years from 21 to 29
    DueCervicalCancerUnder30,
    /// `due-chlamydia-and-gonorrhea`: Test for chlamydia and gonorrhea, for young women who have sex
    DueChlamydiaAndGonorrhea,
    /// `due-colorectal-cancer-45-to-49`: Test for bowel cancer, from 45 to 49: how often depends on the test
    DueColorectalCancer45To49,
    /// `due-colorectal-cancer-from-50`: Test for bowel cancer, from 50 to 75: how often depends on the test
    DueColorectalCancerFrom50,
    /// `due-depression-adults`: Questions about low mood, for adults
    DueDepressionAdults,
    /// `due-depression-young`: Questions about low mood, from 12 to 18
    DueDepressionYoung,
    /// `due-diabetes`: Blood sugar, every three years from 35 to 70 with a high weight
    DueDiabetes,
    /// `due-diabetes-in-pregnancy`: Blood sugar in pregnancy, from week 24 on
    DueDiabetesInPregnancy,
    /// `due-drugs`: Questions about drugs, for all adults
    DueDrugs,
    /// `due-hepatitis-b-at-risk`: Test for hepatitis B, for those at risk
    DueHepatitisBAtRisk,
    /// `due-hepatitis-b-in-pregnancy`: Test for hepatitis B, in each pregnancy
    DueHepatitisBInPregnancy,
    /// `due-hepatitis-c`: Test for hepatitis C, once from 18 to 79
    DueHepatitisC,
    /// `due-hiv`: Test for HIV, once from 15 to 65
    DueHiv,
    /// `due-hiv-in-pregnancy`: Test for HIV, in each pregnancy
    DueHivInPregnancy,
    /// `due-intimate-partner-violence`: Questions about violence at home, for women from 15 to 49
    DueIntimatePartnerViolence,
    /// `due-lung-cancer`: CT of the lungs, each year from 50 to 80 for those who smoked a lot
    DueLungCancer,
    /// `due-osteoporosis`: Bone density, for women from 65 on
    DueOsteoporosis,
    /// `due-osteoporosis-at-risk`: Bone density, for women under 65 after their last period who are at risk
    DueOsteoporosisAtRisk,
    /// `due-pressure-in-pregnancy`: Blood pressure at each visit in pregnancy
    DuePressureInPregnancy,
    /// `due-rh-in-pregnancy`: Blood group with its Rh factor, in each pregnancy
    DueRhInPregnancy,
    /// `due-syphilis-at-risk`: Test for syphilis, for those at risk
    DueSyphilisAtRisk,
    /// `due-syphilis-in-pregnancy`: Test for syphilis, in each pregnancy
    DueSyphilisInPregnancy,
    /// `due-tobacco`: Question about smoking, for all adults
    DueTobacco,
    /// `due-urine-in-pregnancy`: Urine culture, in each pregnancy
    DueUrineInPregnancy,
    /// `due-vision-of-children`: Eye test, once from 3 to 5 years
    DueVisionOfChildren,
    /// `due-ask-aorta`: Was the main artery in your belly already looked at by ultrasound?
    DueAskAorta,
    /// `due-ask-hepatitis-b`: Are you at risk of hepatitis B: born where it is common, drugs by needle, or a partner who has it?
    DueAskHepatitisB,
    /// `due-ask-osteoporosis`: Did your periods stop, and are your bones at risk: low weight, smoking, or a parent with a broken hip?
    DueAskOsteoporosis,
    /// `due-ask-pack-years`: How many packs of cigarettes a day did you smoke, and for how many years?
    DueAskPackYears,
    /// `due-ask-quit`: When did you stop smoking?
    DueAskQuit,
    /// `due-ask-sexually-active`: Do you have sex?
    DueAskSexuallyActive,
    /// `due-ask-smoking`: Do you smoke, or did you ever?
    DueAskSmoking,
    /// `due-ask-syphilis`: Are you at risk of syphilis: another infection from sex, HIV, or many partners?
    DueAskSyphilis,
    /// `due-problem-abdominal-aneurysm`: The record does not say whether the main artery in the belly is widened.
    DueProblemAbdominalAneurysm,
    /// `due-problem-anxiety`: The record does not say whether there is an anxiety disorder.
    DueProblemAnxiety,
    /// `due-problem-cervical-cancer`: The record does not say whether there was cancer of the cervix.
    DueProblemCervicalCancer,
    /// `due-problem-colorectal-cancer`: The record does not say whether there was bowel cancer.
    DueProblemColorectalCancer,
    /// `due-problem-hepatitis-b`: The record does not say whether there was hepatitis B.
    DueProblemHepatitisB,
    /// `due-problem-hepatitis-c`: The record does not say whether there was hepatitis C.
    DueProblemHepatitisC,
    /// `due-problem-hiv`: The record does not say whether there is HIV.
    DueProblemHiv,
    /// `due-problem-lung-cancer`: The record does not say whether there was lung cancer.
    DueProblemLungCancer,
    /// `due-problem-no-cervix`: The record does not say whether the womb was taken out.
    DueProblemNoCervix,
    /// `due-problem-osteoporosis`: The record does not say whether the bones are weak.
    DueProblemOsteoporosis,
    /// `vaccine-due`: {group}: dose {number} is due since {since}.
    VaccineDue {
        /// `$group`
        group: Value<'a>,
        /// `$number`
        number: Value<'a>,
        /// `$since`
        since: Value<'a>,
    },
    /// `vaccine-overdue`: {group}: dose {number} is overdue. It was due on {since}.
    VaccineOverdue {
        /// `$group`
        group: Value<'a>,
        /// `$number`
        number: Value<'a>,
        /// `$since`
        since: Value<'a>,
    },
    /// `vaccine-contraindicated`: {group} must not be given to you, as far as the record says.
    VaccineContraindicated {
        /// `$group`
        group: Value<'a>,
    },
    /// `vaccine-dose-does-not-count`: {group}: the dose of {day} does not count and is to be given again.
    VaccineDoseDoesNotCount {
        /// `$day`
        day: Value<'a>,
        /// `$group`
        group: Value<'a>,
    },
    /// `vaccine-advice-due`: Ask for it at the next visit.
    VaccineAdviceDue,
    /// `vaccine-advice-contraindicated`: Tell whoever wants to give it why not.
    VaccineAdviceContraindicated,
    /// `vaccine-advice-repeat`: Ask when it is to be given again.
    VaccineAdviceRepeat,
    /// `vaccine-no-birth-day`: Vaccines were not checked: the record does not say the day of birth.
    VaccineNoBirthDay,
    /// `vaccine-no-code`: The vaccine “{what}” was not checked: it has no code that the schedule knows (CVX).
    VaccineNoCode {
        /// `$what`
        what: Value<'a>,
    },
    /// `vaccine-no-day`: The vaccine “{what}” was not checked: the record does not say the day it was given.
    VaccineNoDay {
        /// `$what`
        what: Value<'a>,
    },
    /// `vaccine-undated-dose`: A dose stands in the record without the day it was given: it may be the one that is asked for.
    VaccineUndatedDose,
    /// `vaccine-unknown`: The vaccine “{what}” was not checked: the schedule does not know its code.
    VaccineUnknown {
        /// `$what`
        what: Value<'a>,
    },
    /// `vaccine-problem-no-code`: “{what}” was not looked at for vaccines: it has no code that the schedule knows (SNOMED CT).
    VaccineProblemNoCode {
        /// `$what`
        what: Value<'a>,
    },
    /// `vaccine-problem-not-confirmed`: “{what}” was not looked at for vaccines: nobody has confirmed it.
    VaccineProblemNotConfirmed {
        /// `$what`
        what: Value<'a>,
    },
    /// `vaccine-reaction-not-graded`: The reaction to “{what}” was not looked at for vaccines: the record does not say how severe it was.
    VaccineReactionNotGraded {
        /// `$what`
        what: Value<'a>,
    },
    /// `vaccine-season-not-covered`: {group}: the edition of the schedule here does not cover this season. Ask whether you need it.
    VaccineSeasonNotCovered {
        /// `$group`
        group: Value<'a>,
    },
    /// `vaccine-questions-open`: One question about vaccines has no answer in the record. / {count} questions about vaccines have no answer in the record.
    VaccineQuestionsOpen {
        /// `$count`
        count: Value<'a>,
    },
    /// `vaccine-questions-next`: “pocketchart vaccines --questions” lists them, by what they are about. Take the list to whoever gives you vaccines.
    VaccineQuestionsNext,
    /// `vaccine-questions-heading`: What the record does not say, and vaccines depend on
    VaccineQuestionsHeading,
    /// `vaccine-questions-indication`: If so, these vaccines may be for you
    VaccineQuestionsIndication,
    /// `vaccine-questions-contraindication`: If so, these vaccines may not be for you
    VaccineQuestionsContraindication,
    /// `vaccine-questions-immunity`: If so, being born long ago does not protect you
    VaccineQuestionsImmunity,
    /// `vaccine-question`: {title}: {vaccines}
    VaccineQuestion {
        /// `$title`
        title: Value<'a>,
        /// `$vaccines`
        vaccines: Value<'a>,
    },
    /// `vaccines-edition`: By the schedule of CDC for the United States. Other countries have others.
    VaccinesEdition,
    /// `vaccine-status-overdue`: overdue
    VaccineStatusOverdue,
    /// `vaccine-status-due`: due
    VaccineStatusDue,
    /// `vaccine-status-perhaps`: perhaps due
    VaccineStatusPerhaps,
    /// `vaccine-status-later`: later
    VaccineStatusLater,
    /// `vaccine-status-contraindicated`: must not be
    VaccineStatusContraindicated,
    /// `vaccine-status-immune`: immune
    VaccineStatusImmune,
    /// `vaccine-status-complete`: complete
    VaccineStatusComplete,
    /// `vaccine-status-not-recommended`: not now
    VaccineStatusNotRecommended,
    /// `vaccine-status-aged-out`: past the age
    VaccineStatusAgedOut,
    /// `vaccine-reason-expired`: It had expired.
    VaccineReasonExpired,
    /// `vaccine-reason-bad-condition`: The vaccine was in bad condition.
    VaccineReasonBadCondition,
    /// `vaccine-reason-inadvertent`: It was not meant for this dose.
    VaccineReasonInadvertent,
    /// `vaccine-reason-too-young`: You were too young for it.
    VaccineReasonTooYoung,
    /// `vaccine-reason-grace`: It came a few days early, which is accepted.
    VaccineReasonGrace,
    /// `vaccine-reason-too-old`: You were too old for it.
    VaccineReasonTooOld,
    /// `vaccine-reason-too-soon`: It came too soon after the dose before.
    VaccineReasonTooSoon,
    /// `vaccine-reason-conflict`: It came too soon after another vaccine.
    VaccineReasonConflict,
    /// `vaccine-reason-wrong-vaccine`: It was another vaccine than this dose needs.
    VaccineReasonWrongVaccine,
    /// `vaccine-reason-small-volume`: Too little was given.
    VaccineReasonSmallVolume,
    /// `vaccine-reason-already-complete`: All doses had been given before.
    VaccineReasonAlreadyComplete,
    /// `due-status-due`: Due
    DueStatusDue,
    /// `due-status-perhaps`: Perhaps due
    DueStatusPerhaps,
    /// `due-status-soon`: Soon
    DueStatusSoon,
    /// `due-status-done`: Done
    DueStatusDone,
    /// `due-status-asks`: Depends on a question
    DueStatusAsks,
    /// `due-status-out-of-date`: The rule is out of date
    DueStatusOutOfDate,
    /// `due-not-for-you`: One recommendation is not for you, or not now. / {count} recommendations are not for you, or not now.
    DueNotForYou {
        /// `$count`
        count: Value<'a>,
    },
    /// `column-vaccine`: Vaccine
    ColumnVaccine,
    /// `column-dose`: Dose
    ColumnDose,
    /// `column-from`: From
    ColumnFrom,
    /// `column-latest`: At the latest
    ColumnLatest,
    /// `due-grade`: Grade {grade}
    DueGrade {
        /// `$grade`
        grade: Value<'a>,
    },
    /// `due-last`: last done {day}
    DueLast {
        /// `$day`
        day: Value<'a>,
    },
    /// `due-again`: next {day}
    DueAgain {
        /// `$day`
        day: Value<'a>,
    },
    /// `care-heading`: Nothing was found. / One thing was found. / {count} things were found.
    CareHeading {
        /// `$count`
        count: Value<'a>,
    },
    /// `care-severity-contraindicated`: Must not be
    CareSeverityContraindicated,
    /// `care-severity-avoid`: Better not
    CareSeverityAvoid,
    /// `care-severity-precaution`: Take care
    CareSeverityPrecaution,
    /// `care-severity-note`: Good to know
    CareSeverityNote,
    /// `care-possible`: It may not hold for you. {what}
    CarePossible {
        /// `$what`
        what: Value<'a>,
    },
    /// `care-about`: About: {items}
    CareAbout {
        /// `$items`
        items: Value<'a>,
    },
    /// `care-source`: {source}: {locator}.
    CareSource {
        /// `$locator`
        locator: Value<'a>,
        /// `$source`
        source: Value<'a>,
    },
    /// `care-reviewed`: Reviewed by {name}.
    CareReviewed {
        /// `$name`
        name: Value<'a>,
    },
    /// `care-not-reviewed`: No clinician has reviewed this rule.
    CareNotReviewed,
    /// `care-not-checked`: One thing was not checked. / {count} things were not checked.
    CareNotChecked {
        /// `$count`
        count: Value<'a>,
    },
    /// `care-more`: One more: “--all” shows it. / {count} more: “--all” shows them.
    CareMore {
        /// `$count`
        count: Value<'a>,
    },
    /// `care-end`: For {day}, by tables {version}.
    CareEnd {
        /// `$day`
        day: Value<'a>,
        /// `$version`
        version: Value<'a>,
    },
    /// `care-next`: “pocketchart explain RULE” says where a rule comes from. Its name is the last line of each finding.
    CareNext,
    /// `care-information`: This is information, not a medical device. Ask a doctor or pharmacist before you change anything.
    CareInformation,
    /// `care-source-title`: {title}, by {publisher}.
    CareSourceTitle {
        /// `$publisher`
        publisher: Value<'a>,
        /// `$title`
        title: Value<'a>,
    },
    /// `care-source-edition`: Edition {edition}: {url}
    CareSourceEdition {
        /// `$edition`
        edition: Value<'a>,
        /// `$url`
        url: Value<'a>,
    },
    /// `care-source-terms`: Terms: {licence}. {attribution}
    CareSourceTerms {
        /// `$attribution`
        attribution: Value<'a>,
        /// `$licence`
        licence: Value<'a>,
    },
    /// `care-would-change`: It goes away when the entries it is about are stopped, corrected or taken back, or when the rule changes.
    CareWouldChange,
    /// `care-not-here`: “{what}” was not checked: its content has not come from your other device yet.
    CareNotHere {
        /// `$what`
        what: Value<'a>,
    },
    /// `trend-contradicted`: “{what}” is left out of the trend: sources disagree about this value. “pocketchart reconcile” shows both.
    TrendContradicted {
        /// `$what`
        what: Value<'a>,
    },
    /// `care-unreadable`: “{what}” was not checked: it cannot be read.
    CareUnreadable {
        /// `$what`
        what: Value<'a>,
    },
    /// `care-tables`: The rules inside this program cannot be read.
    CareTables,
    /// `care-tables-next`: Install Pocketchart again. Your record is as it was.
    CareTablesNext,
    /// `care-unseen`: {section}: not checked, because you may not see this part of the record.
    CareUnseen {
        /// `$section`
        section: Value<'a>,
    },
    /// `care-unseen-sensitive`: What the person keeps apart as sensitive, if there is anything, was not checked: you may not see it.
    CareUnseenSensitive,
    /// `care-unseen-vaccines`: Nothing is said of vaccines that are due: you may not see which were given.
    CareUnseenVaccines,
    /// `care-unseen-screenings`: Nothing is said of screenings that are due: you may not see what was done.
    CareUnseenScreenings,
    /// `care-nothing-else`: Nothing else was found.
    CareNothingElse,
    /// `care-set-aside`: One thing was read and set aside. It is still there: / {count} things were read and set aside. They are still there:
    CareSetAside {
        /// `$count`
        count: Value<'a>,
    },
    /// `care-set-aside-by-you`: You have set this aside on {day}, because: {reason}
    CareSetAsideByYou {
        /// `$day`
        day: Value<'a>,
        /// `$reason`
        reason: Value<'a>,
    },
    /// `care-set-aside-by`: {who} has set this aside on {day}, because: {reason}
    CareSetAsideBy {
        /// `$day`
        day: Value<'a>,
        /// `$reason`
        reason: Value<'a>,
        /// `$who`
        who: Value<'a>,
    },
    /// `care-noted-by`: {who} has read this on {day}, and says: {reason}
    CareNotedBy {
        /// `$day`
        day: Value<'a>,
        /// `$reason`
        reason: Value<'a>,
        /// `$who`
        who: Value<'a>,
    },
    /// `care-outdated`: This was set aside before, on {day}, because: {reason} It is told again, because the rule or what it found has changed.
    CareOutdated {
        /// `$day`
        day: Value<'a>,
        /// `$reason`
        reason: Value<'a>,
    },
    /// `care-set-aside-gone`: One thing that was set aside is not found any more: / {count} things that were set aside are not found any more:
    CareSetAsideGone {
        /// `$count`
        count: Value<'a>,
    },
    /// `care-set-aside-gone-item`: {rule}: set aside on {day}, because: {reason}
    CareSetAsideGoneItem {
        /// `$day`
        day: Value<'a>,
        /// `$reason`
        reason: Value<'a>,
        /// `$rule`
        rule: Value<'a>,
    },
    /// `care-take-back`: “pocketchart acknowledge RULE --take-back” tells it again.
    CareTakeBack,
    /// `care-several-findings`: This rule finds several things.
    CareSeveralFindings,
    /// `care-several-findings-next`: Say which one: add --item with the letters that “pocketchart list” shows of one of its entries.
    CareSeveralFindingsNext,
    /// `acknowledge-done`: Set aside. “check” shows it apart, and tells it again when the rule or what it found changes.
    AcknowledgeDone,
    /// `acknowledge-noted`: Noted. The finding stays as it is: only the person, or who manages this part for them, can set it aside.
    AcknowledgeNoted,
    /// `acknowledge-where`: The reason stands in the section “{section}”: whoever may see that section can read it.
    AcknowledgeWhere {
        /// `$section`
        section: Value<'a>,
    },
    /// `acknowledge-taken-back`: Taken back. “check” tells it again.
    AcknowledgeTakenBack,
    /// `acknowledge-none`: There is nothing of this kind that was set aside.
    AcknowledgeNone,
    /// `acknowledge-none-next`: “pocketchart check --all” shows everything that was set aside.
    AcknowledgeNoneNext,
    /// `acknowledge-no-reason`: Nothing is set aside without a reason.
    AcknowledgeNoReason,
    /// `acknowledge-no-reason-next`: Add --reason with a few words, such as “my doctor knows of it”.
    AcknowledgeNoReasonNext,
    /// `care-no-such-finding`: No rule of this name finds anything in the record.
    CareNoSuchFinding,
    /// `care-no-such-finding-next`: “pocketchart check” names those that do.
    CareNoSuchFindingNext,
    /// `cds-heading`: No card: nothing was found. / One card. / {count} cards.
    CdsHeading {
        /// `$count`
        count: Value<'a>,
    },
    /// `cds-indicator-critical`: Critical
    CdsIndicatorCritical,
    /// `cds-indicator-warning`: Warning
    CdsIndicatorWarning,
    /// `cds-indicator-info`: For information
    CdsIndicatorInfo,
    /// `cds-source`: {title}, {edition}
    CdsSource {
        /// `$edition`
        edition: Value<'a>,
        /// `$title`
        title: Value<'a>,
    },
    /// `cds-source-own`: Pocketchart, the record that the patient holds
    CdsSourceOwn,
    /// `cds-topic-interaction`: Two medicines that do not go together
    CdsTopicInteraction,
    /// `cds-topic-duplicate`: The same medicine, or the same kind, twice
    CdsTopicDuplicate,
    /// `cds-topic-allergy`: A medicine against an allergy
    CdsTopicAllergy,
    /// `cds-topic-condition`: A medicine against a condition
    CdsTopicCondition,
    /// `cds-topic-screening`: A screening
    CdsTopicScreening,
    /// `cds-topic-vaccine`: A vaccine
    CdsTopicVaccine,
    /// `cds-topic-result`: A result
    CdsTopicResult,
    /// `cds-topic-trend`: A result over time
    CdsTopicTrend,
    /// `cds-topic-not-checked`: What was not checked
    CdsTopicNotChecked,
    /// `cds-override-known-and-watched`: It is known and is being watched
    CdsOverrideKnownAndWatched,
    /// `cds-override-benefit-outweighs`: The benefit is greater than the risk
    CdsOverrideBenefitOutweighs,
    /// `cds-override-no-alternative`: There is nothing better
    CdsOverrideNoAlternative,
    /// `cds-override-not-so`: The record is wrong here
    CdsOverrideNotSo,
    /// `cds-service-patient-title`: What the patient’s own record says
    CdsServicePatientTitle,
    /// `cds-service-patient-description`: Medicines that clash with each other, an allergy or a condition; results out of range; vaccines and screenings that are due; and what was not checked. Information, not a medical device.
    CdsServicePatientDescription,
    /// `cds-service-orders-title`: Orders against the patient’s own record
    CdsServiceOrdersTitle,
    /// `cds-service-orders-description`: What a prescription would bring beside the medicines, allergies and conditions in the record that the patient holds; and what was not checked. Information, not a medical device.
    CdsServiceOrdersDescription,
    /// `cds-service-needs`: The Patient resource must come with the request, and must be the owner of the record.
    CdsServiceNeeds,
    /// `cds-order-not-checked`: “{what}” was not checked: rules read prescriptions only.
    CdsOrderNotChecked {
        /// `$what`
        what: Value<'a>,
    },
    /// `cds-order-unreadable`: Order number {what} was not checked: it cannot be read.
    CdsOrderUnreadable {
        /// `$what`
        what: Value<'a>,
    },
    /// `cds-no-patient`: The request does not say whom it is about.
    CdsNoPatient,
    /// `cds-no-patient-next`: Send the Patient resource with it, as “prefetch.patient”.
    CdsNoPatientNext,
    /// `cds-another-person`: The request may be about another person than this record.
    CdsAnotherPerson,
    /// `cds-another-person-next`: Compare name and date of birth. What is right for one person can harm another, so there is no way around this.
    CdsAnotherPersonNext,
    /// `cds-request-too-large`: The request has more than 16 MiB.
    CdsRequestTooLarge,
    /// `cds-request-too-large-next`: Send only the orders of this session.
    CdsRequestTooLargeNext,
    /// `cds-request-unreadable`: This is not a request of CDS Hooks.
    CdsRequestUnreadable,
    /// `cds-request-unreadable-next`: “pocketchart cds-hooks --discovery” shows the services; a request is the JSON that calls one of them.
    CdsRequestUnreadableNext,
    /// `cds-request-missing`: The request lacks “{field}”.
    CdsRequestMissing {
        /// `$field`
        field: Value<'a>,
    },
    /// `cds-request-missing-next`: Every request of this hook must have it.
    CdsRequestMissingNext,
    /// `cds-request-not-a-uuid`: “hookInstance” is not a UUID.
    CdsRequestNotAUuid,
    /// `cds-request-not-a-uuid-next`: Each call has a UUID of its own.
    CdsRequestNotAUuidNext,
    /// `cds-request-other-hook`: There is no service for this hook.
    CdsRequestOtherHook,
    /// `cds-request-other-hook-next`: “pocketchart cds-hooks --discovery” shows those that there are.
    CdsRequestOtherHookNext,
    /// `cds-orders-not-a-bundle`: “context.draftOrders” is not a FHIR Bundle.
    CdsOrdersNotABundle,
    /// `cds-orders-not-a-bundle-next`: Send all orders that are not signed yet as one Bundle.
    CdsOrdersNotABundleNext,
    /// `cds-orders-twice`: Two orders in “context.draftOrders” have the same id.
    CdsOrdersTwice,
    /// `cds-orders-twice-next`: Give each order an id of its own.
    CdsOrdersTwiceNext,
    /// `cds-orders-no-such-order`: “context.selections” names an order that is not in “context.draftOrders”.
    CdsOrdersNoSuchOrder,
    /// `cds-orders-no-such-order-next`: Name each as it stands there, such as “MedicationRequest/103”.
    CdsOrdersNoSuchOrderNext,
    /// `cds-orders-another-person`: An order is about another person than the request.
    CdsOrdersAnotherPerson,
    /// `cds-orders-another-person-next`: Send the orders of each patient in a request of their own.
    CdsOrdersAnotherPersonNext,
    /// `progress-pull`: Bringing in
    ProgressPull,
    /// `sources-none`: No hospital or practice is connected on this device.
    SourcesNone,
    /// `sources-one`: {name} · {base}
    SourcesOne {
        /// `$base`
        base: Value<'a>,
        /// `$name`
        name: Value<'a>,
    },
    /// `sources-granted`: Allowed: {scopes}
    SourcesGranted {
        /// `$scopes`
        scopes: Value<'a>,
    },
    /// `sources-missing`: Asked for and not allowed: {scopes}
    SourcesMissing {
        /// `$scopes`
        scopes: Value<'a>,
    },
    /// `sources-ends`: The server gave no lasting permission: to bring in what is new later, you may have to connect it again.
    SourcesEnds,
    /// `sources-half-way`: The last time it was cut off. “pocketchart sources pull” goes on from there.
    SourcesHalfWay,
    /// `sources-next`: Connect one with “pocketchart sources add”. Bring in what is new with “pocketchart sources pull”.
    SourcesNext,
    /// `source-open`: Open this address in your browser, and sign in at your hospital or practice:
    SourceOpen,
    /// `source-open-next`: Only its own page asks for your password. This waits until the browser comes back, at most 15 minutes.
    SourceOpenNext,
    /// `source-browser-done`: You are signed in. You can close this page and go back to Pocketchart.
    SourceBrowserDone,
    /// `source-browser-failed`: This sign-in did not work. Go back to Pocketchart: it says why.
    SourceBrowserFailed,
    /// `source-browser-other`: There is nothing here.
    SourceBrowserOther,
    /// `source-added`: {name} is connected.
    SourceAdded {
        /// `$name`
        name: Value<'a>,
    },
    /// `source-pulled`: {name}: {new} new · {updated} newer copies · {held} held already
    SourcePulled {
        /// `$held`
        held: Value<'a>,
        /// `$name`
        name: Value<'a>,
        /// `$new`
        new: Value<'a>,
        /// `$updated`
        updated: Value<'a>,
    },
    /// `source-resumed`: It went on from where it was cut off.
    SourceResumed,
    /// `source-trouble`: {what}: {why}
    SourceTrouble {
        /// `$what`
        what: Value<'a>,
        /// `$why`
        why: Value<'a>,
    },
    /// `source-unreadable`: {count} part could not be read. Its text is kept. / {count} parts could not be read. Their text is kept.
    SourceUnreadable {
        /// `$count`
        count: Value<'a>,
    },
    /// `source-others`: The server sent {count} statement about another person. It was not taken. / The server sent {count} statements about other people. They were not taken.
    SourceOthers {
        /// `$count`
        count: Value<'a>,
    },
    /// `source-missing-files`: {count} file of a document did not come. The next pull asks for it again. / {count} files of documents did not come. The next pull asks for them again.
    SourceMissingFiles {
        /// `$count`
        count: Value<'a>,
    },
    /// `source-missing-more`: and {count} more / and {count} more
    SourceMissingMore {
        /// `$count`
        count: Value<'a>,
    },
    /// `source-failed`: {name}: {why}
    SourceFailed {
        /// `$name`
        name: Value<'a>,
        /// `$why`
        why: Value<'a>,
    },
    /// `source-pull-next`: See it with “pocketchart list”. What a server refused or did not send is not in your record: its absence says nothing.
    SourcePullNext,
    /// `source-removed`: {name} is no longer connected. What it brought stays.
    SourceRemoved {
        /// `$name`
        name: Value<'a>,
    },
    /// `source-revoked`: Its server was told, and no longer lets this device in.
    SourceRevoked,
    /// `source-not-revoked`: Its server could not be told. To be sure, end the permission on the server's own page.
    SourceNotRevoked,
    /// `source-no-revocation`: Its server takes no notice of this. To be sure, end the permission on the server's own page.
    SourceNoRevocation,
    /// `source-not-found`: No hospital or practice in this directory is called so.
    SourceNotFound,
    /// `source-found-more`: {count} more. Type more of the name, or a city. / {count} more. Type more of the name, or a city.
    SourceFoundMore {
        /// `$count`
        count: Value<'a>,
    },
    /// `source-key`: Give this to the hospital or practice when you register this program there. It is the public half of a key whose other half stays on this device:
    SourceKey,
    /// `source-key-next`: It gives you a name for the program. Then: “pocketchart sources add ADDRESS --name NAME --client-id ID --key”.
    SourceKeyNext,
    /// `source-found-next`: Connect one with “pocketchart sources add ADDRESS --name NAME --client-id ID”.
    SourceFoundNext,
    /// `trouble-forbidden`: not allowed by the server
    TroubleForbidden,
    /// `trouble-refused`: refused by the server ({status})
    TroubleRefused {
        /// `$status`
        status: Value<'a>,
    },
    /// `trouble-outside`: the next page is said to be at another server, which was not asked
    TroubleOutside,
    /// `trouble-endless`: the pages never end
    TroubleEndless,
    /// `trouble-too-long`: a page is too long
    TroubleTooLong,
    /// `trouble-not-fhir`: the answer is not health data that we can read
    TroubleNotFhir,
    /// `trouble-other-people`: there were statements about other people, which were not taken
    TroubleOtherPeople,
    /// `trouble-elsewhere`: it lies at another address, which was not asked
    TroubleElsewhere,
    /// `trouble-file-too-large`: longer than 16 MiB
    TroubleFileTooLarge,
    /// `trouble-other-file`: what came is not the file that the document names
    TroubleOtherFile,
    /// `trouble-empty`: nothing is in it
    TroubleEmpty,
    /// `source-unknown`: No connection has this name.
    SourceUnknown,
    /// `source-unknown-next`: “pocketchart sources” lists them.
    SourceUnknownNext,
    /// `source-none`: No hospital or practice is connected on this device.
    SourceNone,
    /// `source-none-next`: Connect one with “pocketchart sources add”.
    SourceNoneNext,
    /// `source-name`: The name is empty or too long.
    SourceName,
    /// `source-name-next`: Give it a name of at most 100 letters.
    SourceNameNext,
    /// `source-name-taken`: Another connection has this name.
    SourceNameTaken,
    /// `source-name-taken-next`: Give it another name, or forget the other one with “pocketchart sources remove”.
    SourceNameTakenNext,
    /// `source-patient-id`: This cannot be the id of a patient.
    SourcePatientId,
    /// `source-patient-id-next`: An id has letters, digits, dots and dashes only, at most 64.
    SourcePatientIdNext,
    /// `source-address`: Only addresses that begin with https are asked.
    SourceAddress,
    /// `source-address-next`: Look at the address again. In the open only a server on this machine itself is asked.
    SourceAddressNext,
    /// `source-no-sign-in`: This server does not say where its patients sign in.
    SourceNoSignIn,
    /// `source-no-sign-in-next`: Ask it for a token, and use --token-fd. For a server that asks nobody, use --open.
    SourceNoSignInNext,
    /// `source-not-open`: This server asks its patients to sign in.
    SourceNotOpen,
    /// `source-not-open-next`: Connect it with --client-id, or with a token that it gave you: --token-fd.
    SourceNotOpenNext,
    /// `source-no-key`: This device has no key yet by which a hospital could know this program.
    SourceNoKey,
    /// `source-no-key-next`: Make one with “pocketchart sources key”, register it there, and try again.
    SourceNoKeyNext,
    /// `source-key-not-taken`: This server does not take a key of the kind that this device has.
    SourceKeyNotTaken,
    /// `source-key-not-taken-next`: Leave out --key. If it asks for an RSA key, give it one with “pocketchart sources key --rsa FILE”.
    SourceKeyNotTakenNext,
    /// `source-not-a-key`: This file holds no RSA key that can be used.
    SourceNotAKey,
    /// `source-not-a-key-next`: Make one of 3072 bits, for example with “openssl genpkey -algorithm RSA -pkeyopt rsa\_keygen\_bits:3072 -out key.pem”.
    SourceNotAKeyNext,
    /// `source-client-refused`: The server does not know this program by that name, or not by this key or secret.
    SourceClientRefused,
    /// `source-client-refused-next`: Look at the name after --client-id, and whether the key that “pocketchart sources key” shows is registered there.
    SourceClientRefusedNext,
    /// `source-nothing-granted`: You or the server allowed nothing that could be read.
    SourceNothingGranted,
    /// `source-nothing-granted-next`: Sign in once more and allow at least one kind of data.
    SourceNothingGrantedNext,
    /// `source-which-patient`: The server does not say which patient you are.
    SourceWhichPatient,
    /// `source-which-patient-next`: Ask for your patient id there, and give it with --patient.
    SourceWhichPatientNext,
    /// `source-unreachable`: The server cannot be reached.
    SourceUnreachable,
    /// `source-unreachable-next`: Look at the address and the network, and try again later.
    SourceUnreachableNext,
    /// `source-not-fhir`: What the server answered is not what it should be.
    SourceNotFhir,
    /// `source-not-fhir-next`: Look whether this is the address of its FHIR server.
    SourceNotFhirNext,
    /// `source-status`: The server refused ({status}).
    SourceStatus {
        /// `$status`
        status: Value<'a>,
    },
    /// `source-status-next`: Try again later. If it stays so, ask the hospital or practice.
    SourceStatusNext,
    /// `source-busy`: The server is busy.
    SourceBusy,
    /// `source-busy-next`: Try again in {seconds} seconds or later: it goes on where it stopped.
    SourceBusyNext {
        /// `$seconds`
        seconds: Value<'a>,
    },
    /// `source-signed-out`: The server no longer accepts this sign-in.
    SourceSignedOut,
    /// `source-signed-out-next`: Forget it with “pocketchart sources remove”, and connect it again. What came in stays.
    SourceSignedOutNext,
    /// `source-unsafe-address`: The server names an address for the sign-in that is not safe.
    SourceUnsafeAddress,
    /// `source-unsafe-address-next`: Do not sign in there. Tell the hospital or practice.
    SourceUnsafeAddressNext,
    /// `source-no-pkce`: The server does not protect the sign-in against thieves.
    SourceNoPkce,
    /// `source-no-pkce-next`: Ask the hospital or practice for another way to your data, such as a file.
    SourceNoPkceNext,
    /// `source-other-sign-in`: What came back does not belong to this sign-in.
    SourceOtherSignIn,
    /// `source-other-sign-in-next`: Begin again. If you did not open that page yourself, somebody may have tried to make you sign in as them.
    SourceOtherSignInNext,
    /// `source-other-issuer`: What came back is of another server than the one that was asked.
    SourceOtherIssuer,
    /// `source-other-issuer-next`: Begin again, and sign in only on the page of your hospital or practice.
    SourceOtherIssuerNext,
    /// `source-denied`: The sign-in was declined ({why}).
    SourceDenied {
        /// `$why`
        why: Value<'a>,
    },
    /// `source-denied-next`: Begin again whenever you like.
    SourceDeniedNext,
    /// `source-no-answer`: Nobody signed in.
    SourceNoAnswer,
    /// `source-no-answer-next`: Begin again, and open the address in a browser on this machine.
    SourceNoAnswerNext,
    /// `source-port`: Port {port} of this machine is in use.
    SourcePort {
        /// `$port`
        port: Value<'a>,
    },
    /// `source-port-next`: Take another one with --port, one that the server knows of.
    SourcePortNext,
    /// `source-no-directory`: This file is no directory of hospitals.
    SourceNoDirectory,
    /// `source-no-directory-next`: It must be a FHIR Bundle of Organization and Endpoint.
    SourceNoDirectoryNext,
    /// `checkin-heading`: One thing is asked of you / {count} things are asked of you
    CheckinHeading {
        /// `$count`
        count: Value<'a>,
    },
    /// `checkin-purpose`: They say why: {purpose}
    CheckinPurpose {
        /// `$purpose`
        purpose: Value<'a>,
    },
    /// `checkin-unproven`: The request does not prove who asks. Give nothing unless you know where it comes from.
    CheckinUnproven,
    /// `checkin-needed`: needed for the visit
    CheckinNeeded,
    /// `checkin-records`: Your record has nothing of this. / Your record has one entry: / Your record has {count} entries:
    CheckinRecords {
        /// `$count`
        count: Value<'a>,
    },
    /// `checkin-left-out`: Left out: {name}
    CheckinLeftOut {
        /// `$name`
        name: Value<'a>,
    },
    /// `checkin-given`: You give this.
    CheckinGiven,
    /// `checkin-not-given`: Not given. To give it: “--give {item}”.
    CheckinNotGiven {
        /// `$item`
        item: Value<'a>,
    },
    /// `checkin-from-record`: from your record
    CheckinFromRecord,
    /// `checkin-measured`: from your record, {when}
    CheckinMeasured {
        /// `$when`
        when: Value<'a>,
    },
    /// `checkin-suggested`: suggested by the form
    CheckinSuggested,
    /// `checkin-nothing-sent`: Nothing was written or sent. “--out” writes what you give to a file, “--send” sends it to whoever asked by a link or in this record.
    CheckinNothingSent,
    /// `checkin-sent`: Your answer was sent, and is there.
    CheckinSent,
    /// `checkin-call`: The call is at {call}
    CheckinCall {
        /// `$call`
        call: Value<'a>,
    },
    /// `checkin-none-came`: No clinic asks anything in this record. What one asks comes when your device next meets theirs, or by letters.
    CheckinNoneCame,
    /// `checkin-came-by`: {name} asked on {when}
    CheckinCameBy {
        /// `$name`
        name: Value<'a>,
        /// `$when`
        when: Value<'a>,
    },
    /// `checkin-came-somebody`: somebody without a name
    CheckinCameSomebody,
    /// `checkin-came-until`: An answer is taken until {when}.
    CheckinCameUntil {
        /// `$when`
        when: Value<'a>,
    },
    /// `checkin-came-over`: The time to answer was over on {when}.
    CheckinCameOver {
        /// `$when`
        when: Value<'a>,
    },
    /// `checkin-came-answered`: You answered on {when}.
    CheckinCameAnswered {
        /// `$when`
        when: Value<'a>,
    },
    /// `checkin-came-how`: To look at one: “pocketchart checkin --asked {entry}”.
    CheckinCameHow {
        /// `$entry`
        entry: Value<'a>,
    },
    /// `checkin-proven`: Signed by {name}, to whom you opened your record. An answer goes to them through it.
    CheckinProven {
        /// `$name`
        name: Value<'a>,
    },
    /// `checkin-sent-back`: Your answer stands in your record, signed. It goes to them when your device next meets theirs, or by letters.
    CheckinSentBack,
    /// `checkin-sent-back-how`: With a relay: “pocketchart mailbox”. Without one: “pocketchart serve” waits for their call.
    CheckinSentBackHow,
    /// `checkin-came-none`: No such request came to this record.
    CheckinCameNone,
    /// `checkin-came-none-next`: “pocketchart checkin” lists what clinics ask in this record.
    CheckinCameNoneNext,
    /// `messages-none`: No message is here. What a clinic writes comes when your device next meets theirs, or by letters.
    MessagesNone,
    /// `messages-with`: With {name} / : one new message / : {count} new messages
    MessagesWith {
        /// `$count`
        count: Value<'a>,
        /// `$name`
        name: Value<'a>,
    },
    /// `messages-from`: {name}, {when}
    MessagesFrom {
        /// `$name`
        name: Value<'a>,
        /// `$when`
        when: Value<'a>,
    },
    /// `messages-by`: {name} of {clinic}
    MessagesBy {
        /// `$clinic`
        clinic: Value<'a>,
        /// `$name`
        name: Value<'a>,
    },
    /// `messages-you`: You
    MessagesYou,
    /// `messages-how`: To answer one: “pocketchart messages answer {entry} TEXT”. Once read: “pocketchart messages read”.
    MessagesHow {
        /// `$entry`
        entry: Value<'a>,
    },
    /// `messages-how-first`: To write: “pocketchart messages write "{name}" TEXT”.
    MessagesHowFirst {
        /// `$name`
        name: Value<'a>,
    },
    /// `messages-nobody`: You can write to whom you let read messages, also later ones, and write them: “pocketchart grant … messages --read --later --append messages”.
    MessagesNobody,
    /// `messages-nobody-of-that-name`: You cannot write to anybody of this name.
    MessagesNobodyOfThatName,
    /// `messages-nobody-of-that-name-next`: Whoever is listed above can read and answer you. Others first need a code: “pocketchart grant … messages --read --later --append messages”.
    MessagesNobodyOfThatNameNext,
    /// `messages-written`: Your message stands in your record, signed. It goes to them when your device next meets theirs, or by letters.
    MessagesWritten,
    /// `messages-read`: Nothing is new any more. / One message is new still. / {count} messages are new still.
    MessagesRead {
        /// `$count`
        count: Value<'a>,
    },
    /// `message-empty`: Nothing is said in this message.
    MessageEmpty,
    /// `message-empty-next`: Write something.
    MessageEmptyNext,
    /// `message-too-long`: This message is longer than 5,000 characters.
    MessageTooLong,
    /// `message-too-long-next`: Say it in fewer words, or in two messages.
    MessageTooLongNext,
    /// `message-none`: There is no such message.
    MessageNone,
    /// `message-none-next`: “pocketchart messages” shows all of them, each with its letters.
    MessageNoneNext,
    /// `message-no-access`: They may not read and answer your messages, or not any more.
    MessageNoAccess,
    /// `message-no-access-next`: Give them a new code with “pocketchart grant … messages --read --later --append messages”, and write again.
    MessageNoAccessNext,
    /// `checkin-no-link`: A file leads nowhere, so nothing can be sent there.
    CheckinNoLink,
    /// `checkin-no-link-next`: Write the answer to a file with “--out”, and give that to the clinic; or open the request by its link.
    CheckinNoLinkNext,
    /// `checkin-link-address`: Only links that begin with https are opened.
    CheckinLinkAddress,
    /// `checkin-link-address-next`: Look at the link again, or ask the clinic for the request as a file.
    CheckinLinkAddressNext,
    /// `checkin-link-unreachable`: The place where this link leads cannot be reached. If you were sending, your answer may have come all the same.
    CheckinLinkUnreachable,
    /// `checkin-link-unreachable-next`: Look whether you are online, and try again. An answer is taken once, so nothing is there twice.
    CheckinLinkUnreachableNext,
    /// `checkin-link-unknown`: Nothing is asked under this link.
    CheckinLinkUnknown,
    /// `checkin-link-unknown-next`: Look at the link again, or ask the clinic for a new one.
    CheckinLinkUnknownNext,
    /// `checkin-link-over`: The time to answer is over.
    CheckinLinkOver,
    /// `checkin-link-over-next`: Ask the clinic for a new request, or tell them in the call.
    CheckinLinkOverNext,
    /// `checkin-link-answered`: This has been answered already, and is answered once.
    CheckinLinkAnswered,
    /// `checkin-link-answered-next`: If it was not you, tell the clinic at once.
    CheckinLinkAnsweredNext,
    /// `checkin-link-not-taken`: The clinic did not take the answer: it does not fit what was asked.
    CheckinLinkNotTaken,
    /// `checkin-link-not-taken-next`: Nothing of it was kept there. Ask the clinic to send the request again, or write the answer to a file.
    CheckinLinkNotTakenNext,
    /// `checkin-link-failed`: The place where this link leads answers with something else.
    CheckinLinkFailed,
    /// `checkin-link-failed-next`: Try again later, or ask the clinic for the request as a file.
    CheckinLinkFailedNext,
    /// `checkin-written`: Your answer is in {file}. Give it only to those who asked.
    CheckinWritten {
        /// `$file`
        file: Value<'a>,
    },
    /// `checkin-outcome-fulfilled`: given
    CheckinOutcomeFulfilled,
    /// `checkin-outcome-partial`: given in part
    CheckinOutcomePartial,
    /// `checkin-outcome-unavailable`: your record has nothing of it
    CheckinOutcomeUnavailable,
    /// `checkin-outcome-declined`: not given
    CheckinOutcomeDeclined,
    /// `checkin-outcome-unsupported`: Pocketchart cannot answer it
    CheckinOutcomeUnsupported,
    /// `checkin-outcome-error`: failed
    CheckinOutcomeError,
    /// `checkin-unknown`: It asks for something that Pocketchart does not know.
    CheckinUnknown,
    /// `checkin-unknown-next`: Ask the clinic what it needs.
    CheckinUnknownNext,
    /// `checkin-media`: It asks for a format that Pocketchart does not write.
    CheckinMedia,
    /// `checkin-media-next`: Ask the clinic what it needs.
    CheckinMediaNext,
    /// `checkin-form-not-here`: The form is only named and did not come with the request.
    CheckinFormNotHere,
    /// `checkin-form-not-here-next`: Ask the clinic to send it.
    CheckinFormNotHereNext,
    /// `checkin-form-contradicts`: The form that came is not the one that is named, so it is not shown.
    CheckinFormContradicts,
    /// `checkin-form-contradicts-next`: Tell the clinic.
    CheckinFormContradictsNext,
    /// `checkin-form-unreadable`: The form cannot be shown as it was meant, so it is not shown.
    CheckinFormUnreadable,
    /// `checkin-form-unreadable-next`: Tell the clinic.
    CheckinFormUnreadableNext,
    /// `form-yes`: yes
    FormYes,
    /// `form-no`: no
    FormNo,
    /// `form-no-answer`: no answer
    FormNoAnswer,
    /// `form-missing`: The clinic needs an answer here.
    FormMissing,
    /// `form-several`: One answer only.
    FormSeveral,
    /// `form-type`: This is not the kind of answer that is asked for.
    FormType,
    /// `form-no-option`: None of the answers to choose from.
    FormNoOption,
    /// `form-too-long`: Too long.
    FormTooLong,
    /// `form-out-of-range`: Lower or higher than the form allows.
    FormOutOfRange,
    /// `form-unit`: Not in a unit that the form offers.
    FormUnit,
    /// `form-not-asked`: This question is not asked.
    FormNotAsked,
    /// `checkin-too-large`: The request or the answer is too large.
    CheckinTooLarge,
    /// `checkin-too-large-next`: Ask the clinic to ask for less at a time.
    CheckinTooLargeNext,
    /// `checkin-not-json`: This is not a check-in request: it is not JSON, or says something twice.
    CheckinNotJson,
    /// `checkin-not-json-next`: Ask the clinic to send its check-in request again, as a file.
    CheckinNotJsonNext,
    /// `checkin-not-a-request`: This is not a check-in request.
    CheckinNotARequest,
    /// `checkin-not-a-request-next`: A check-in request is the file or text that a clinic sends before a visit. Other files are read by “pocketchart import”.
    CheckinNotARequestNext,
    /// `checkin-other-version`: This check-in request is of a version that Pocketchart does not know.
    CheckinOtherVersion,
    /// `checkin-other-version-next`: Look for a newer Pocketchart, or ask the clinic for a request of version 1.
    CheckinOtherVersionNext,
    /// `checkin-malformed`: The check-in request or answer is malformed.
    CheckinMalformed,
    /// `checkin-malformed-next`: Nothing of it was used. Ask the clinic to send it again.
    CheckinMalformedNext,
    /// `checkin-item-twice`: The check-in request says two things under one name.
    CheckinItemTwice,
    /// `checkin-item-twice-next`: Nothing of it was used. Tell the clinic.
    CheckinItemTwiceNext,
    /// `checkin-not-a-response`: This is not an answer to a check-in.
    CheckinNotAResponse,
    /// `checkin-not-a-response-next`: Ask for it to be sent again.
    CheckinNotAResponseNext,
    /// `checkin-other-request`: The answer is to another check-in request.
    CheckinOtherRequest,
    /// `checkin-other-request-next`: Nothing of it was used. Compare whose it is.
    CheckinOtherRequestNext,
    /// `checkin-artifact-twice`: The answer gives two things under one name.
    CheckinArtifactTwice,
    /// `checkin-artifact-twice-next`: Nothing of it was used. Ask for it to be sent again.
    CheckinArtifactTwiceNext,
    /// `checkin-items`: The answer does not say of everything that was asked what became of it.
    CheckinItems,
    /// `checkin-items-next`: Nothing of it was used. Ask for it to be sent again.
    CheckinItemsNext,
    /// `checkin-not-accepted`: The answer gives something in a format that was not asked for.
    CheckinNotAccepted,
    /// `checkin-not-accepted-next`: Nothing of it was used. Ask for it to be sent again.
    CheckinNotAcceptedNext,
    /// `checkin-contradicts`: What the answer gives and what it says of it contradict each other.
    CheckinContradicts,
    /// `checkin-contradicts-next`: Nothing of it was used. Ask for it to be sent again.
    CheckinContradictsNext,
    /// `checkin-other-profile`: The answer says that it is whole, and lacks what was asked for.
    CheckinOtherProfile,
    /// `checkin-other-profile-next`: Nothing of it was used. Ask for it to be sent again.
    CheckinOtherProfileNext,
    /// `checkin-other-form`: The form that was filled in is not the one that was asked for.
    CheckinOtherForm,
    /// `checkin-other-form-next`: Nothing of it was used. Ask for it to be sent again.
    CheckinOtherFormNext,
    /// `checkin-not-asked`: Nothing called {item} is asked, or it is not a form that could be answered.
    CheckinNotAsked {
        /// `$item`
        item: Value<'a>,
    },
    /// `checkin-not-asked-next`: “pocketchart checkin FILE” shows what is asked, each with its name in brackets.
    CheckinNotAskedNext,
    /// `checkin-not-offered`: An entry is not among what would be given.
    CheckinNotOffered,
    /// `checkin-not-offered-next`: “pocketchart checkin FILE” shows what would be given, each with its letters.
    CheckinNotOfferedNext,
    /// `checkin-form-faults`: Some answers to {item} do not fit: {faults}
    CheckinFormFaults {
        /// `$faults`
        faults: Value<'a>,
        /// `$item`
        item: Value<'a>,
    },
    /// `checkin-form-faults-next`: “pocketchart checkin FILE” shows each question with its name and what it can be answered with.
    CheckinFormFaultsNext,
}

impl<'a> Message<'a> {
    /// The message's name in the source.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::SizeBytes { .. } => "size-bytes",
            Self::SizeKilobytes { .. } => "size-kilobytes",
            Self::SizeMegabytes { .. } => "size-megabytes",
            Self::SizeGigabytes { .. } => "size-gigabytes",
            Self::DateDay { .. } => "date-day",
            Self::DateMonth { .. } => "date-month",
            Self::DateYear { .. } => "date-year",
            Self::DateDayAndTime { .. } => "date-day-and-time",
            Self::MonthShort1 => "month-short-1",
            Self::MonthShort2 => "month-short-2",
            Self::MonthShort3 => "month-short-3",
            Self::MonthShort4 => "month-short-4",
            Self::MonthShort5 => "month-short-5",
            Self::MonthShort6 => "month-short-6",
            Self::MonthShort7 => "month-short-7",
            Self::MonthShort8 => "month-short-8",
            Self::MonthShort9 => "month-short-9",
            Self::MonthShort10 => "month-short-10",
            Self::MonthShort11 => "month-short-11",
            Self::MonthShort12 => "month-short-12",
            Self::Month1 => "month-1",
            Self::Month2 => "month-2",
            Self::Month3 => "month-3",
            Self::Month4 => "month-4",
            Self::Month5 => "month-5",
            Self::Month6 => "month-6",
            Self::Month7 => "month-7",
            Self::Month8 => "month-8",
            Self::Month9 => "month-9",
            Self::Month10 => "month-10",
            Self::Month11 => "month-11",
            Self::Month12 => "month-12",
            Self::KeptUnchanged => "kept-unchanged",
            Self::KeptSoFar => "kept-so-far",
            Self::KeptDone => "kept-done",
            Self::StoreMissing => "store-missing",
            Self::StoreMissingNext => "store-missing-next",
            Self::StoreExists => "store-exists",
            Self::StoreExistsNext => "store-exists-next",
            Self::StoreBusy => "store-busy",
            Self::StoreBusyNext => "store-busy-next",
            Self::StoreWrongKey => "store-wrong-key",
            Self::StoreWrongKeyNext => "store-wrong-key-next",
            Self::StoreNewer => "store-newer",
            Self::StoreNewerNext => "store-newer-next",
            Self::StoreRolledBack => "store-rolled-back",
            Self::StoreRolledBackNext => "store-rolled-back-next",
            Self::StoreAltered => "store-altered",
            Self::StoreAlteredNext => "store-altered-next",
            Self::StoreFull => "store-full",
            Self::StoreFullNext => "store-full-next",
            Self::StoreDenied => "store-denied",
            Self::StoreDeniedNext => "store-denied-next",
            Self::StoreFailed => "store-failed",
            Self::StoreFailedNext => "store-failed-next",
            Self::AskPassphrase => "ask-passphrase",
            Self::AskNewPassphrase => "ask-new-passphrase",
            Self::AskPassphraseAgain => "ask-passphrase-again",
            Self::PassphrasesDiffer => "passphrases-differ",
            Self::PassphraseShort => "passphrase-short",
            Self::PassphraseEmpty => "passphrase-empty",
            Self::PassphraseEmptyNext => "passphrase-empty-next",
            Self::PassphraseNeeded => "passphrase-needed",
            Self::PassphraseNeededNext => "passphrase-needed-next",
            Self::PassphraseDone => "passphrase-done",
            Self::KdfFast => "kdf-fast",
            Self::DeviceUnnamed => "device-unnamed",
            Self::WordsWrite => "words-write",
            Self::WordsWritten => "words-written",
            Self::WordsAgain => "words-again",
            Self::AskWord { .. } => "ask-word",
            Self::AskWords => "ask-words",
            Self::WordsNeeded => "words-needed",
            Self::WordsNeededNext => "words-needed-next",
            Self::WordsCount { .. } => "words-count",
            Self::WordsCountNext => "words-count-next",
            Self::WordsUnknown { .. } => "words-unknown",
            Self::WordsUnknownNext => "words-unknown-next",
            Self::WordsChecksum => "words-checksum",
            Self::WordsChecksumNext => "words-checksum-next",
            Self::CreateDone { .. } => "create-done",
            Self::CreateNext => "create-next",
            Self::RestoreDone { .. } => "restore-done",
            Self::RestorePart { .. } => "restore-part",
            Self::RestoreNext => "restore-next",
            Self::AskYesNo => "ask-yes-no",
            Self::AnswerYes => "answer-yes",
            Self::AnswerYesShort => "answer-yes-short",
            Self::QuestionUnanswered { .. } => "question-unanswered",
            Self::QuestionUnansweredNext => "question-unanswered-next",
            Self::QuestionLeft => "question-left",
            Self::QuestionLeftNext => "question-left-next",
            Self::QuestionNo => "question-no",
            Self::QuestionNoNext => "question-no-next",
            Self::FileMissing { .. } => "file-missing",
            Self::FileMissingNext => "file-missing-next",
            Self::FileDenied { .. } => "file-denied",
            Self::FileDeniedNext => "file-denied-next",
            Self::FileUnreadable { .. } => "file-unreadable",
            Self::FileUnreadableNext => "file-unreadable-next",
            Self::FileIsFolder { .. } => "file-is-folder",
            Self::FileIsFolderNext => "file-is-folder-next",
            Self::FileExists { .. } => "file-exists",
            Self::FileExistsNext => "file-exists-next",
            Self::FileUnwritable { .. } => "file-unwritable",
            Self::FileUnwritableNext => "file-unwritable-next",
            Self::FolderMissing { .. } => "folder-missing",
            Self::FolderMissingNext => "folder-missing-next",
            Self::FileWritten { .. } => "file-written",
            Self::DescriptorUnreadable { .. } => "descriptor-unreadable",
            Self::DescriptorUnreadableNext => "descriptor-unreadable-next",
            Self::DescriptorUnwritable { .. } => "descriptor-unwritable",
            Self::DescriptorUnwritableNext => "descriptor-unwritable-next",
            Self::OutputFailed => "output-failed",
            Self::OutputFailedNext => "output-failed-next",
            Self::ProgressImport => "progress-import",
            Self::ImportRead { .. } => "import-read",
            Self::ImportCounts { .. } => "import-counts",
            Self::ImportUnreadable { .. } => "import-unreadable",
            Self::ImportUnreadableMore { .. } => "import-unreadable-more",
            Self::ImportNotMapped { .. } => "import-not-mapped",
            Self::ImportDoubts { .. } => "import-doubts",
            Self::ImportNext => "import-next",
            Self::ImportsNone => "imports-none",
            Self::ImportsBrought { .. } => "imports-brought",
            Self::ImportsHolds => "imports-holds",
            Self::ImportsUndone => "imports-undone",
            Self::ImportsOver { .. } => "imports-over",
            Self::ImportsForeign => "imports-foreign",
            Self::OriginNone { .. } => "origin-none",
            Self::OriginSigned { .. } => "origin-signed",
            Self::OriginListed { .. } => "origin-listed",
            Self::OriginShortNone { .. } => "origin-short-none",
            Self::OriginShortSigned { .. } => "origin-short-signed",
            Self::OriginShortListed { .. } => "origin-short-listed",
            Self::ImportsNext => "imports-next",
            Self::UndoReason { .. } => "undo-reason",
            Self::UndoDone { .. } => "undo-done",
            Self::UndoPutBack { .. } => "undo-put-back",
            Self::UndoLeft { .. } => "undo-left",
            Self::UndoNext => "undo-next",
            Self::UndoUnknown => "undo-unknown",
            Self::UndoUnknownNext => "undo-unknown-next",
            Self::UndoNothing => "undo-nothing",
            Self::UndoNothingNext => "undo-nothing-next",
            Self::UnreadableSyntax => "unreadable-syntax",
            Self::UnreadableTruncated => "unreadable-truncated",
            Self::UnreadableTooDeep => "unreadable-too-deep",
            Self::UnreadableTooLarge => "unreadable-too-large",
            Self::UnreadableDuplicateName => "unreadable-duplicate-name",
            Self::UnreadableNotUtf8 => "unreadable-not-utf8",
            Self::UnreadableNotAResource => "unreadable-not-a-resource",
            Self::UnreadableTrailingText => "unreadable-trailing-text",
            Self::UnreadableOther => "unreadable-other",
            Self::ImportIo => "import-io",
            Self::ImportIoNext => "import-io-next",
            Self::ImportNotJson => "import-not-json",
            Self::ImportNotJsonNext => "import-not-json-next",
            Self::ImportEmpty => "import-empty",
            Self::ImportEmptyNext => "import-empty-next",
            Self::ImportCardsRefused => "import-cards-refused",
            Self::ImportLinkRecipient => "import-link-recipient",
            Self::ImportLinkRecipientNext => "import-link-recipient-next",
            Self::ImportTooLarge => "import-too-large",
            Self::ImportTooLargeNext => "import-too-large-next",
            Self::ImportDocumentTooLarge => "import-document-too-large",
            Self::ImportDocumentTooLargeNext => "import-document-too-large-next",
            Self::ImportTruncated { .. } => "import-truncated",
            Self::ImportTruncatedNext => "import-truncated-next",
            Self::ImportNothingReadable => "import-nothing-readable",
            Self::ImportNothingReadableNext => "import-nothing-readable-next",
            Self::ImportAnotherPerson { .. } => "import-another-person",
            Self::ImportAnotherPersonNext => "import-another-person-next",
            Self::ImportSeveralPeople { .. } => "import-several-people",
            Self::ImportSeveralPeopleNext => "import-several-people-next",
            Self::V2NotV2 => "v2-not-v2",
            Self::V2NotV2Next => "v2-not-v2-next",
            Self::V2TooLarge => "v2-too-large",
            Self::V2TooLargeNext => "v2-too-large-next",
            Self::V2Merge => "v2-merge",
            Self::V2MergeNext => "v2-merge-next",
            Self::ReadingsTooLarge => "readings-too-large",
            Self::ReadingsTooLargeNext => "readings-too-large-next",
            Self::ReadingsEncoding => "readings-encoding",
            Self::ReadingsEncodingNext => "readings-encoding-next",
            Self::ReadingsUnknown => "readings-unknown",
            Self::ReadingsUnknownNext => "readings-unknown-next",
            Self::ReadingsNoColumn { .. } => "readings-no-column",
            Self::ReadingsNoColumnNext => "readings-no-column-next",
            Self::ReadingsUnit { .. } => "readings-unit",
            Self::ReadingsUnitNext => "readings-unit-next",
            Self::ReadingsOrder { .. } => "readings-order",
            Self::ReadingsOrderNext => "readings-order-next",
            Self::ReadingsZone { .. } => "readings-zone",
            Self::ReadingsZoneNext => "readings-zone-next",
            Self::ReadingsComma { .. } => "readings-comma",
            Self::ReadingsCommaNext => "readings-comma-next",
            Self::AppleNotZip => "apple-not-zip",
            Self::AppleNotZipNext => "apple-not-zip-next",
            Self::AppleNotHealthData => "apple-not-health-data",
            Self::AppleNotHealthDataNext => "apple-not-health-data-next",
            Self::AppleNotXml => "apple-not-xml",
            Self::AppleNotXmlNext => "apple-not-xml-next",
            Self::AppleTruncated => "apple-truncated",
            Self::AppleTruncatedNext => "apple-truncated-next",
            Self::AppleElementTooLarge => "apple-element-too-large",
            Self::AppleElementTooLargeNext => "apple-element-too-large-next",
            Self::AppleIo => "apple-io",
            Self::AppleIoNext => "apple-io-next",
            Self::AppleStopped => "apple-stopped",
            Self::AppleStoppedNext => "apple-stopped-next",
            Self::ImportNoKey => "import-no-key",
            Self::ImportNoKeyNext => "import-no-key-next",
            Self::CcdaTooLarge => "ccda-too-large",
            Self::CcdaTooLargeNext => "ccda-too-large-next",
            Self::CcdaEncoding => "ccda-encoding",
            Self::CcdaEncodingNext => "ccda-encoding-next",
            Self::CcdaDoctype => "ccda-doctype",
            Self::CcdaDoctypeNext => "ccda-doctype-next",
            Self::CcdaTooDeep => "ccda-too-deep",
            Self::CcdaTooDeepNext => "ccda-too-deep-next",
            Self::CcdaNotXml => "ccda-not-xml",
            Self::CcdaNotXmlNext => "ccda-not-xml-next",
            Self::CcdaNotClinicalDocument => "ccda-not-clinical-document",
            Self::CcdaNotClinicalDocumentNext => "ccda-not-clinical-document-next",
            Self::CcdaNoPatient => "ccda-no-patient",
            Self::CcdaNoPatientNext => "ccda-no-patient-next",
            Self::CcdaSeveralPatients => "ccda-several-patients",
            Self::CcdaSeveralPatientsNext => "ccda-several-patients-next",
            Self::ImportStopped { .. } => "import-stopped",
            Self::ImportStoppedNext => "import-stopped-next",
            Self::SectionProfile => "section-profile",
            Self::SectionAllergies => "section-allergies",
            Self::SectionMedications => "section-medications",
            Self::SectionProblems => "section-problems",
            Self::SectionImmunizations => "section-immunizations",
            Self::SectionResults => "section-results",
            Self::SectionVitals => "section-vitals",
            Self::SectionProcedures => "section-procedures",
            Self::SectionEncounters => "section-encounters",
            Self::SectionNotes => "section-notes",
            Self::SectionDocuments => "section-documents",
            Self::SectionCarePlan => "section-care-plan",
            Self::SectionSensitive => "section-sensitive",
            Self::SectionCoverage => "section-coverage",
            Self::SectionCheckIns => "section-check-ins",
            Self::SectionMessages => "section-messages",
            Self::ColumnSection => "column-section",
            Self::ColumnCount => "column-count",
            Self::ColumnNewest => "column-newest",
            Self::ColumnRemark => "column-remark",
            Self::ColumnType => "column-type",
            Self::ColumnHowBad => "column-how-bad",
            Self::ColumnState => "column-state",
            Self::ColumnWhat => "column-what",
            Self::ColumnValue => "column-value",
            Self::ColumnValues => "column-values",
            Self::ColumnSince => "column-since",
            Self::ColumnUntil => "column-until",
            Self::ColumnWhen => "column-when",
            Self::ColumnSaidBy => "column-said-by",
            Self::ColumnId => "column-id",
            Self::ColumnFile => "column-file",
            Self::ColumnBrought => "column-brought",
            Self::ColumnCode => "column-code",
            Self::ColumnDevice => "column-device",
            Self::ColumnOwner => "column-owner",
            Self::PersonBorn { .. } => "person-born",
            Self::SectionsNext => "sections-next",
            Self::NothingRecorded => "nothing-recorded",
            Self::NoneKnown { .. } => "none-known",
            Self::RemarkUnreconciled { .. } => "remark-unreconciled",
            Self::RemarkProposed { .. } => "remark-proposed",
            Self::ListCount { .. } => "list-count",
            Self::ListPart { .. } => "list-part",
            Self::ListFirst { .. } => "list-first",
            Self::ListBackTo { .. } => "list-back-to",
            Self::ListSince { .. } => "list-since",
            Self::ListEmpty { .. } => "list-empty",
            Self::ListMore { .. } => "list-more",
            Self::TimelineHeading => "timeline-heading",
            Self::TimelineEmpty => "timeline-empty",
            Self::SearchHeading { .. } => "search-heading",
            Self::SearchEmpty { .. } => "search-empty",
            Self::KnownOnHeading { .. } => "known-on-heading",
            Self::KnownOnNothing => "known-on-nothing",
            Self::StateNoneKnown => "state-none-known",
            Self::StateUnreconciled => "state-unreconciled",
            Self::StateRetracted => "state-retracted",
            Self::StateReplaced => "state-replaced",
            Self::StateProposed => "state-proposed",
            Self::WhatUnread => "what-unread",
            Self::WhatUnnamed { .. } => "what-unnamed",
            Self::WhoYou => "who-you",
            Self::WhoUnknown => "who-unknown",
            Self::WhoImported => "who-imported",
            Self::WhoAndMore { .. } => "who-and-more",
            Self::SpanFromTo { .. } => "span-from-to",
            Self::SpanUntil { .. } => "span-until",
            Self::RangeAtLeast { .. } => "range-at-least",
            Self::RangeAtMost { .. } => "range-at-most",
            Self::FactUsual { .. } => "fact-usual",
            Self::SeverityUnstated => "severity-unstated",
            Self::ItemRival { .. } => "item-rival",
            Self::ItemAlsoRight { .. } => "item-also-right",
            Self::ItemSetAside { .. } => "item-set-aside",
            Self::ItemProposals { .. } => "item-proposals",
            Self::ItemDisputes { .. } => "item-disputes",
            Self::ItemOfLostDevice => "item-of-lost-device",
            Self::ItemNotHere => "item-not-here",
            Self::ItemProbable { .. } => "item-probable",
            Self::MedicineSaid { .. } => "medicine-said",
            Self::MedicineActive => "medicine-active",
            Self::MedicineOnHold => "medicine-on-hold",
            Self::MedicinePlanned => "medicine-planned",
            Self::MedicineNotTaken => "medicine-not-taken",
            Self::MedicineGiven => "medicine-given",
            Self::MedicineUnsaid => "medicine-unsaid",
            Self::MedicineUnsaidBrief => "medicine-unsaid-brief",
            Self::MedicineFilled => "medicine-filled",
            Self::MedicineFilledOn { .. } => "medicine-filled-on",
            Self::MedicineFill { .. } => "medicine-fill",
            Self::MedicineFillOnly => "medicine-fill-only",
            Self::MedicineAsOf { .. } => "medicine-as-of",
            Self::MedicineAsOfUnsaid => "medicine-as-of-unsaid",
            Self::MedicineAsOfRecorded { .. } => "medicine-as-of-recorded",
            Self::MedicineOld { .. } => "medicine-old",
            Self::FieldSection => "field-section",
            Self::FieldValue => "field-value",
            Self::FieldUsual => "field-usual",
            Self::FieldReaction => "field-reaction",
            Self::FieldSeverity => "field-severity",
            Self::FieldRisk => "field-risk",
            Self::FieldDosage => "field-dosage",
            Self::FieldStatus => "field-status",
            Self::FieldCertainty => "field-certainty",
            Self::FieldWhen => "field-when",
            Self::FieldCode => "field-code",
            Self::FieldNote => "field-note",
            Self::FieldId => "field-id",
            Self::FieldSaidBy => "field-said-by",
            Self::FieldCameFrom => "field-came-from",
            Self::SourceImported { .. } => "source-imported",
            Self::SourceImportedSigned { .. } => "source-imported-signed",
            Self::SourceTyped { .. } => "source-typed",
            Self::DetailDisputes => "detail-disputes",
            Self::DetailConfirmations => "detail-confirmations",
            Self::DetailReplacedBy => "detail-replaced-by",
            Self::DetailProposals => "detail-proposals",
            Self::DetailHistory { .. } => "detail-history",
            Self::DetailContent { .. } => "detail-content",
            Self::Remark { .. } => "remark",
            Self::RemarkOnDevice { .. } => "remark-on-device",
            Self::ActState => "act-state",
            Self::ActSpeak => "act-speak",
            Self::ActCorrect => "act-correct",
            Self::ActRetract => "act-retract",
            Self::ActConfirm => "act-confirm",
            Self::ActDispute => "act-dispute",
            Self::ActResolve => "act-resolve",
            Self::TrendsHeading { .. } => "trends-heading",
            Self::TrendsNext => "trends-next",
            Self::TrendsPressureWeek { .. } => "trends-pressure-week",
            Self::TrendsPressurePart { .. } => "trends-pressure-part",
            Self::TrendsPressureMorning => "trends-pressure-morning",
            Self::TrendsPressureEvening => "trends-pressure-evening",
            Self::TrendsPressureFew => "trends-pressure-few",
            Self::TrendsGlucoseWeeks { .. } => "trends-glucose-weeks",
            Self::TrendsGlucoseShares { .. } => "trends-glucose-shares",
            Self::TrendsGlucoseIndex { .. } => "trends-glucose-index",
            Self::TrendsPlotOne => "trends-plot-one",
            Self::TrendsPlotOneNext => "trends-plot-one-next",
            Self::PlotFileKind { .. } => "plot-file-kind",
            Self::PlotFileKindNext => "plot-file-kind-next",
            Self::PlotWritten { .. } => "plot-written",
            Self::PlotNothing => "plot-nothing",
            Self::PlotNothingNext => "plot-nothing-next",
            Self::ColumnCurve => "column-curve",
            Self::ColumnHeads => "column-heads",
            Self::ColumnWritten => "column-written",
            Self::ColumnAge => "column-age",
            Self::ColumnPercentile => "column-percentile",
            Self::TrendSpan { .. } => "trend-span",
            Self::TrendPoint { .. } => "trend-point",
            Self::TrendLowest => "trend-lowest",
            Self::TrendHighest => "trend-highest",
            Self::TrendLatest => "trend-latest",
            Self::TrendBefore => "trend-before",
            Self::TrendNewestDrawn { .. } => "trend-newest-drawn",
            Self::TrendRising { .. } => "trend-rising",
            Self::TrendFalling { .. } => "trend-falling",
            Self::TrendRisingLittle => "trend-rising-little",
            Self::TrendFallingLittle => "trend-falling-little",
            Self::TrendUnclear => "trend-unclear",
            Self::TrendTooFew => "trend-too-few",
            Self::TrendWordRising => "trend-word-rising",
            Self::TrendWordFalling => "trend-word-falling",
            Self::TrendWordUnclear => "trend-word-unclear",
            Self::TrendWordTooFew => "trend-word-too-few",
            Self::TrendTimeDay => "trend-time-day",
            Self::TrendTimeWeek => "trend-time-week",
            Self::TrendTimeMonth => "trend-time-month",
            Self::TrendTimeYear => "trend-time-year",
            Self::TrendChange { .. } => "trend-change",
            Self::TrendChangePercent { .. } => "trend-change-percent",
            Self::TrendInRange { .. } => "trend-in-range",
            Self::TrendRangeOwn { .. } => "trend-range-own",
            Self::TrendRangeLaboratory => "trend-range-laboratory",
            Self::TrendRangeTypical { .. } => "trend-range-typical",
            Self::TrendRangeNone => "trend-range-none",
            Self::TrendEdition { .. } => "trend-edition",
            Self::TrendBounds { .. } => "trend-bounds",
            Self::TrendOutliers { .. } => "trend-outliers",
            Self::TrendStandsOut => "trend-stands-out",
            Self::TrendSources { .. } => "trend-sources",
            Self::TrendPerhapsTwice => "trend-perhaps-twice",
            Self::TrendConverted => "trend-converted",
            Self::TrendLeftOut { .. } => "trend-left-out",
            Self::TrendLeftImplausible { .. } => "trend-left-implausible",
            Self::TrendLeftRepeated { .. } => "trend-left-repeated",
            Self::TrendMethod { .. } => "trend-method",
            Self::PlotTitle { .. } => "plot-title",
            Self::PlotTitleOnce { .. } => "plot-title-once",
            Self::PlotValue => "plot-value",
            Self::PlotOutlier => "plot-outlier",
            Self::PlotBelow => "plot-below",
            Self::PlotAbove => "plot-above",
            Self::PlotLine => "plot-line",
            Self::PlotOwn => "plot-own",
            Self::PlotTypical => "plot-typical",
            Self::PlotCurves => "plot-curves",
            Self::PlotAgeMonths => "plot-age-months",
            Self::PlotAgeYears => "plot-age-years",
            Self::PlotLength => "plot-length",
            Self::PlotChild => "plot-child",
            Self::ReadNoSuchEntry => "read-no-such-entry",
            Self::ReadNoSuchEntryNext => "read-no-such-entry-next",
            Self::ReadAmbiguous => "read-ambiguous",
            Self::ReadAmbiguousNext => "read-ambiguous-next",
            Self::ReadNotADay => "read-not-a-day",
            Self::ReadNotADayNext => "read-not-a-day-next",
            Self::ReadNoSuchSeries => "read-no-such-series",
            Self::ReadNoSuchSeriesNext => "read-no-such-series-next",
            Self::SeverityMild => "severity-mild",
            Self::SeverityModerate => "severity-moderate",
            Self::SeveritySevere => "severity-severe",
            Self::CriticalityLow => "criticality-low",
            Self::CriticalityHigh => "criticality-high",
            Self::CriticalityUnableToAssess => "criticality-unable-to-assess",
            Self::VerificationUnconfirmed => "verification-unconfirmed",
            Self::VerificationProvisional => "verification-provisional",
            Self::VerificationDifferential => "verification-differential",
            Self::VerificationConfirmed => "verification-confirmed",
            Self::VerificationRefuted => "verification-refuted",
            Self::VerificationEnteredInError => "verification-entered-in-error",
            Self::StatusActive => "status-active",
            Self::StatusRecurrence => "status-recurrence",
            Self::StatusRelapse => "status-relapse",
            Self::StatusInactive => "status-inactive",
            Self::StatusRemission => "status-remission",
            Self::StatusResolved => "status-resolved",
            Self::StatusCompleted => "status-completed",
            Self::StatusStopped => "status-stopped",
            Self::StatusOnHold => "status-on-hold",
            Self::StatusIntended => "status-intended",
            Self::StatusNotTaken => "status-not-taken",
            Self::StatusNotDone => "status-not-done",
            Self::StatusUnknown => "status-unknown",
            Self::StatusEnteredInError => "status-entered-in-error",
            Self::StatusCancelled => "status-cancelled",
            Self::StatusFinished => "status-finished",
            Self::StatusPlanned => "status-planned",
            Self::StatusInProgress => "status-in-progress",
            Self::StatusFinal => "status-final",
            Self::StatusPreliminary => "status-preliminary",
            Self::StatusAmended => "status-amended",
            Self::StatusCorrected => "status-corrected",
            Self::StatusCurrent => "status-current",
            Self::StatusSuperseded => "status-superseded",
            Self::FlagH => "flag-h",
            Self::FlagHh => "flag-hh",
            Self::FlagL => "flag-l",
            Self::FlagLl => "flag-ll",
            Self::FlagN => "flag-n",
            Self::FlagNeg => "flag-neg",
            Self::FlagPos => "flag-pos",
            Self::FlagA => "flag-a",
            Self::FlagAa => "flag-aa",
            Self::AddDone => "add-done",
            Self::CorrectDone => "correct-done",
            Self::ResolveDone => "resolve-done",
            Self::RetractDone => "retract-done",
            Self::DisputeDone => "dispute-done",
            Self::ConfirmDone => "confirm-done",
            Self::ActNext { .. } => "act-next",
            Self::AskRetract { .. } => "ask-retract",
            Self::ResolveChoose => "resolve-choose",
            Self::ReconcileOpen { .. } => "reconcile-open",
            Self::ReconcileContradiction => "reconcile-contradiction",
            Self::ReconcileProbable => "reconcile-probable",
            Self::ReconcileNext => "reconcile-next",
            Self::ReconcileDecided { .. } => "reconcile-decided",
            Self::ReconcileSame => "reconcile-same",
            Self::ReconcileDifferent => "reconcile-different",
            Self::ReconcileRight => "reconcile-right",
            Self::ReconcileBoth => "reconcile-both",
            Self::ReconcileBy { .. } => "reconcile-by",
            Self::ReconcileNotYours => "reconcile-not-yours",
            Self::ReconcileUndo { .. } => "reconcile-undo",
            Self::ReconcileUndone => "reconcile-undone",
            Self::ReconcileNothing => "reconcile-nothing",
            Self::ReconcileNothingNext => "reconcile-nothing-next",
            Self::ReconcileNone => "reconcile-none",
            Self::ReconcileNoneNext => "reconcile-none-next",
            Self::AskWhich { .. } => "ask-which",
            Self::ResolveWhich => "resolve-which",
            Self::ResolveWhichNext => "resolve-which-next",
            Self::AttachDone { .. } => "attach-done",
            Self::FileOtherThanCalled { .. } => "file-other-than-called",
            Self::FileNotAsCalled { .. } => "file-not-as-called",
            Self::FileMade { .. } => "file-made",
            Self::FileLasts { .. } => "file-lasts",
            Self::FileSearchable => "file-searchable",
            Self::FileNotSearchable => "file-not-searchable",
            Self::FileHasPlace => "file-has-place",
            Self::FileHasPlaceNext => "file-has-place-next",
            Self::CorrectOtherKind { .. } => "correct-other-kind",
            Self::CorrectOtherKindNext => "correct-other-kind-next",
            Self::DraftNumber { .. } => "draft-number",
            Self::DraftNumberNext => "draft-number-next",
            Self::DraftCode { .. } => "draft-code",
            Self::DraftCodeNext => "draft-code-next",
            Self::DraftEmpty { .. } => "draft-empty",
            Self::DraftEmptyNext => "draft-empty-next",
            Self::DraftDate { .. } => "draft-date",
            Self::DraftDateNext => "draft-date-next",
            Self::DraftBackwards => "draft-backwards",
            Self::DraftBackwardsNext => "draft-backwards-next",
            Self::DraftEndedYetActive => "draft-ended-yet-active",
            Self::DraftEndedYetActiveNext => "draft-ended-yet-active-next",
            Self::DraftRefused => "draft-refused",
            Self::DraftRefusedNext => "draft-refused-next",
            Self::VaccineWhen => "vaccine-when",
            Self::VaccineWhenNext => "vaccine-when-next",
            Self::NoteUnreadable => "note-unreadable",
            Self::NoteUnreadableNext => "note-unreadable-next",
            Self::EditNoSuchEntry => "edit-no-such-entry",
            Self::EditNoSuchEntryNext => "edit-no-such-entry-next",
            Self::EditNotCurrent => "edit-not-current",
            Self::EditNotCurrentNext => "edit-not-current-next",
            Self::EditUnreconciled => "edit-unreconciled",
            Self::EditUnreconciledNext => "edit-unreconciled-next",
            Self::EditNothingToSettle => "edit-nothing-to-settle",
            Self::EditNothingToSettleNext => "edit-nothing-to-settle-next",
            Self::EditOtherSection => "edit-other-section",
            Self::EditOtherSectionNext => "edit-other-section-next",
            Self::EditTooLarge => "edit-too-large",
            Self::EditTooLargeNext => "edit-too-large-next",
            Self::EditNotHere => "edit-not-here",
            Self::EditNotHereNext => "edit-not-here-next",
            Self::EditNoKey => "edit-no-key",
            Self::EditNoKeyNext => "edit-no-key-next",
            Self::AttachTooLarge => "attach-too-large",
            Self::AttachTooLargeNext => "attach-too-large-next",
            Self::AttachEmpty => "attach-empty",
            Self::AttachEmptyNext => "attach-empty-next",
            Self::ExtractNoFile => "extract-no-file",
            Self::ExtractNoFileNext => "extract-no-file-next",
            Self::ExtractElsewhere => "extract-elsewhere",
            Self::ExtractElsewhereNext => "extract-elsewhere-next",
            Self::ProgressExport => "progress-export",
            Self::ExportDone { .. } => "export-done",
            Self::ExportMissing { .. } => "export-missing",
            Self::ExportUnsealed => "export-unsealed",
            Self::PdfDone { .. } => "pdf-done",
            Self::ExtractTitle => "extract-title",
            Self::ExtractMade { .. } => "extract-made",
            Self::ExtractHonest => "extract-honest",
            Self::SummaryDone { .. } => "summary-done",
            Self::SummaryLine { .. } => "summary-line",
            Self::SummaryOlder { .. } => "summary-older",
            Self::SummaryLeftOut { .. } => "summary-left-out",
            Self::SummaryPatient => "summary-patient",
            Self::SummaryPatientNext => "summary-patient-next",
            Self::ExportFull => "export-full",
            Self::ExportFullNext => "export-full-next",
            Self::ExportIo => "export-io",
            Self::ExportIoNext => "export-io-next",
            Self::BackupDone { .. } => "backup-done",
            Self::BackupNext => "backup-next",
            Self::BackupIo => "backup-io",
            Self::BackupIoNext => "backup-io-next",
            Self::BackupNoRecovery => "backup-no-recovery",
            Self::BackupNoRecoveryNext => "backup-no-recovery-next",
            Self::AskNewWords => "ask-new-words",
            Self::NewWordsDone => "new-words-done",
            Self::NewWordsBackup => "new-words-backup",
            Self::NewWordsNext => "new-words-next",
            Self::UseWordsDone => "use-words-done",
            Self::WordsAlarm { .. } => "words-alarm",
            Self::WordsUnanswered => "words-unanswered",
            Self::WordsUnansweredNext => "words-unanswered-next",
            Self::WordsDeclined => "words-declined",
            Self::WordsDeclinedNext => "words-declined-next",
            Self::WordsNoIdentity => "words-no-identity",
            Self::WordsNoIdentityNext => "words-no-identity-next",
            Self::WordsOther => "words-other",
            Self::WordsOtherNext => "words-other-next",
            Self::RestoreIo => "restore-io",
            Self::RestoreIoNext => "restore-io-next",
            Self::RestoreNotABackup => "restore-not-a-backup",
            Self::RestoreNotABackupNext => "restore-not-a-backup-next",
            Self::RestoreNewer => "restore-newer",
            Self::RestoreNewerNext => "restore-newer-next",
            Self::RestoreWrongWords => "restore-wrong-words",
            Self::RestoreWrongWordsNext => "restore-wrong-words-next",
            Self::BackupAtRelay { .. } => "backup-at-relay",
            Self::BackupAtRelayNext { .. } => "backup-at-relay-next",
            Self::BackupNoIdentity => "backup-no-identity",
            Self::BackupNoIdentityNext => "backup-no-identity-next",
            Self::BackupTooLong => "backup-too-long",
            Self::BackupTooLongNext => "backup-too-long-next",
            Self::RestoreSnapshot { .. } => "restore-snapshot",
            Self::RestoreSnapshotUnreadable { .. } => "restore-snapshot-unreadable",
            Self::RestoreNothingThere => "restore-nothing-there",
            Self::RestoreNothingThereNext => "restore-nothing-there-next",
            Self::RestoreDamaged => "restore-damaged",
            Self::RestoreDamagedNext => "restore-damaged-next",
            Self::RebuildDone { .. } => "rebuild-done",
            Self::VerifyCounts { .. } => "verify-counts",
            Self::VerifyClean => "verify-clean",
            Self::VerifyFaults { .. } => "verify-faults",
            Self::VerifyNext => "verify-next",
            Self::FaultStore => "fault-store",
            Self::FaultSignature => "fault-signature",
            Self::FaultChain => "fault-chain",
            Self::FaultContent => "fault-content",
            Self::FaultDocument => "fault-document",
            Self::FaultViews => "fault-views",
            Self::FaultOther => "fault-other",
            Self::EraseWarning => "erase-warning",
            Self::AskErase { .. } => "ask-erase",
            Self::EraseUnnamed => "erase-unnamed",
            Self::EraseUnnamedNext { .. } => "erase-unnamed-next",
            Self::EraseOtherName { .. } => "erase-other-name",
            Self::EraseOtherNameNext => "erase-other-name-next",
            Self::EraseDone { .. } => "erase-done",
            Self::ManDone { .. } => "man-done",
            Self::DevicesHeading { .. } => "devices-heading",
            Self::DeviceThis => "device-this",
            Self::DeviceLost { .. } => "device-lost",
            Self::DeviceExpired => "device-expired",
            Self::RenewDone { .. } => "renew-done",
            Self::RenewNext => "renew-next",
            Self::IntroduceCode => "introduce-code",
            Self::IntroduceNext => "introduce-next",
            Self::MeetDone { .. } => "meet-done",
            Self::MeetNext => "meet-next",
            Self::MeetNoCode => "meet-no-code",
            Self::MeetNoCodeNext => "meet-no-code-next",
            Self::MeetNotOwn => "meet-not-own",
            Self::MeetNotOwnNext => "meet-not-own-next",
            Self::MeetLost => "meet-lost",
            Self::MeetLostNext => "meet-lost-next",
            Self::RenewNoIdentity => "renew-no-identity",
            Self::RenewNoIdentityNext => "renew-no-identity-next",
            Self::RenewNotOwn => "renew-not-own",
            Self::RenewNotOwnNext => "renew-not-own-next",
            Self::AskLost { .. } => "ask-lost",
            Self::LostDone { .. } => "lost-done",
            Self::LostNext => "lost-next",
            Self::LostUnanswered { .. } => "lost-unanswered",
            Self::LostUnansweredNext => "lost-unanswered-next",
            Self::LostDeclined => "lost-declined",
            Self::LostDeclinedNext => "lost-declined-next",
            Self::LostNoIdentity => "lost-no-identity",
            Self::LostNoIdentityNext => "lost-no-identity-next",
            Self::LostNotOthers => "lost-not-others",
            Self::LostNotOthersNext => "lost-not-others-next",
            Self::PairShow => "pair-show",
            Self::PairWaiting => "pair-waiting",
            Self::PairAsks { .. } => "pair-asks",
            Self::PairDigits { .. } => "pair-digits",
            Self::AskSameDigits => "ask-same-digits",
            Self::PairDone { .. } => "pair-done",
            Self::PairNext => "pair-next",
            Self::AskCode => "ask-code",
            Self::JoinDone { .. } => "join-done",
            Self::JoinNext => "join-next",
            Self::CodeNeeded => "code-needed",
            Self::CodeNeededNext => "code-needed-next",
            Self::CodeNowhere => "code-nowhere",
            Self::CodeNowhereNext => "code-nowhere-next",
            Self::ListenFailed { .. } => "listen-failed",
            Self::ListenFailedNext => "listen-failed-next",
            Self::PairNotACode => "pair-not-a-code",
            Self::PairNotACodeNext => "pair-not-a-code-next",
            Self::PairCodeNewer => "pair-code-newer",
            Self::PairCodeNewerNext => "pair-code-newer-next",
            Self::PairCodeDamaged => "pair-code-damaged",
            Self::PairCodeDamagedNext => "pair-code-damaged-next",
            Self::PairDeclined => "pair-declined",
            Self::PairDeclinedNext => "pair-declined-next",
            Self::PairNoIdentity => "pair-no-identity",
            Self::PairNoIdentityNext => "pair-no-identity-next",
            Self::GrantShow => "grant-show",
            Self::GrantWritten { .. } => "grant-written",
            Self::GrantMade { .. } => "grant-made",
            Self::GrantNext => "grant-next",
            Self::GrantDelegable => "grant-delegable",
            Self::GrantVia { .. } => "grant-via",
            Self::MayLine { .. } => "may-line",
            Self::MayExtract => "may-extract",
            Self::MayRead => "may-read",
            Self::MayReadLater => "may-read-later",
            Self::MayAppend => "may-append",
            Self::GrantsNone => "grants-none",
            Self::GrantNotYet => "grant-not-yet",
            Self::GrantOpen => "grant-open",
            Self::GrantUsedUp => "grant-used-up",
            Self::GrantExpired => "grant-expired",
            Self::GrantRevoked => "grant-revoked",
            Self::GrantClosed => "grant-closed",
            Self::GrantEnded { .. } => "grant-ended",
            Self::GrantEndsLater { .. } => "grant-ends-later",
            Self::GrantEndsAtItsDevice { .. } => "grant-ends-at-its-device",
            Self::GrantOfDevice { .. } => "grant-of-device",
            Self::GrantsUnmet => "grants-unmet",
            Self::GrantNextAtRelay => "grant-next-at-relay",
            Self::RelayListens { .. } => "relay-listens",
            Self::RelayServesPage => "relay-serves-page",
            Self::RelayIsBlind => "relay-is-blind",
            Self::ClinicListens { .. } => "clinic-listens",
            Self::ClinicCertifies { .. } => "clinic-certifies",
            Self::ClinicAuthority => "clinic-authority",
            Self::ClinicAuthorityNext => "clinic-authority-next",
            Self::ClinicAuthorityNames => "clinic-authority-names",
            Self::ClinicAuthorityNamesNext => "clinic-authority-names-next",
            Self::ClinicSetup => "clinic-setup",
            Self::ClinicWords => "clinic-words",
            Self::ClinicStop => "clinic-stop",
            Self::RelayUsed { .. } => "relay-used",
            Self::RelayUnused => "relay-unused",
            Self::MailboxNothing => "mailbox-nothing",
            Self::MailboxEmergency { .. } => "mailbox-emergency",
            Self::MailboxEmergencyNext => "mailbox-emergency-next",
            Self::MailboxEmergencyStopped { .. } => "mailbox-emergency-stopped",
            Self::MailboxTaken { .. } => "mailbox-taken",
            Self::MailboxLetIn { .. } => "mailbox-let-in",
            Self::MailboxLetInEnded { .. } => "mailbox-let-in-ended",
            Self::MailboxNotLetIn { .. } => "mailbox-not-let-in",
            Self::MailboxAltered { .. } => "mailbox-altered",
            Self::MailboxUnread => "mailbox-unread",
            Self::MailboxEnded { .. } => "mailbox-ended",
            Self::MailboxUnasked { .. } => "mailbox-unasked",
            Self::DeletionSaid { .. } => "deletion-said",
            Self::DeletionWord => "deletion-word",
            Self::DeletionTimeIsOver => "deletion-time-is-over",
            Self::DeletionClosed => "deletion-closed",
            Self::DeletionWithdrawn => "deletion-withdrawn",
            Self::GrantEndedTold { .. } => "grant-ended-told",
            Self::GrantEndedKept => "grant-ended-kept",
            Self::ColumnWho => "column-who",
            Self::GrantNothing => "grant-nothing",
            Self::GrantNothingNext => "grant-nothing-next",
            Self::GrantWindow => "grant-window",
            Self::GrantWindowNext => "grant-window-next",
            Self::GrantShortPasscode => "grant-short-passcode",
            Self::GrantShortPasscodeNext => "grant-short-passcode-next",
            Self::GrantAddress => "grant-address",
            Self::GrantAddressNext => "grant-address-next",
            Self::GrantUnknown => "grant-unknown",
            Self::GrantUnknownNext => "grant-unknown-next",
            Self::ClinicNoStart => "clinic-no-start",
            Self::ClinicNoStartNext => "clinic-no-start-next",
            Self::ClinicInTheClear => "clinic-in-the-clear",
            Self::ClinicInTheClearNext => "clinic-in-the-clear-next",
            Self::ClinicStore => "clinic-store",
            Self::ClinicStoreNext => "clinic-store-next",
            Self::ClinicKey => "clinic-key",
            Self::ClinicKeyNext => "clinic-key-next",
            Self::ClinicKeyOpen => "clinic-key-open",
            Self::ClinicKeyOpenNext => "clinic-key-open-next",
            Self::DeskSignIn => "desk-sign-in",
            Self::DeskSignInNext => "desk-sign-in-next",
            Self::DeskWrongPassword => "desk-wrong-password",
            Self::DeskWrongPasswordNext => "desk-wrong-password-next",
            Self::DeskLocked { .. } => "desk-locked",
            Self::DeskLockedNext => "desk-locked-next",
            Self::DeskPasskeyPlace => "desk-passkey-place",
            Self::DeskPasskeyPlaceNext => "desk-passkey-place-next",
            Self::DeskPasskeyOver => "desk-passkey-over",
            Self::DeskPasskeyOverNext => "desk-passkey-over-next",
            Self::DeskPasskeyWrong => "desk-passkey-wrong",
            Self::DeskPasskeyWrongNext => "desk-passkey-wrong-next",
            Self::DeskPasskeyCounter => "desk-passkey-counter",
            Self::DeskPasskeyCounterNext => "desk-passkey-counter-next",
            Self::DeskPasskeyUnfit => "desk-passkey-unfit",
            Self::DeskPasskeyUnfitNext => "desk-passkey-unfit-next",
            Self::DeskPasskeyKnown => "desk-passkey-known",
            Self::DeskPasskeyKnownNext => "desk-passkey-known-next",
            Self::DeskPasskeyMany => "desk-passkey-many",
            Self::DeskPasskeyManyNext => "desk-passkey-many-next",
            Self::DeskPasskeyUnknown => "desk-passkey-unknown",
            Self::DeskPasskeyUnknownNext => "desk-passkey-unknown-next",
            Self::DeskPasskeyLast => "desk-passkey-last",
            Self::DeskPasskeyLastNext => "desk-passkey-last-next",
            Self::DeskPasskeyRequired => "desk-passkey-required",
            Self::DeskPasskeyRequiredNext => "desk-passkey-required-next",
            Self::DeskPasskeyOwnFirst => "desk-passkey-own-first",
            Self::DeskPasskeyOwnFirstNext => "desk-passkey-own-first-next",
            Self::DeskAddPasskey => "desk-add-passkey",
            Self::DeskAddPasskeyNext => "desk-add-passkey-next",
            Self::DeskWrongSecret => "desk-wrong-secret",
            Self::DeskWrongSecretNext => "desk-wrong-secret-next",
            Self::DeskLoginTaken => "desk-login-taken",
            Self::DeskLoginTakenNext => "desk-login-taken-next",
            Self::DeskNameBad => "desk-name-bad",
            Self::DeskNameBadNext => "desk-name-bad-next",
            Self::DeskSecondNeeded => "desk-second-needed",
            Self::DeskSecondNeededNext => "desk-second-needed-next",
            Self::DeskSecondUnfit => "desk-second-unfit",
            Self::DeskSecondUnfitNext => "desk-second-unfit-next",
            Self::DeskPasswordBad => "desk-password-bad",
            Self::DeskPasswordBadNext => "desk-password-bad-next",
            Self::DeskAccountUnknown => "desk-account-unknown",
            Self::DeskAccountUnknownNext => "desk-account-unknown-next",
            Self::DeskLastAdministrator => "desk-last-administrator",
            Self::DeskLastAdministratorNext => "desk-last-administrator-next",
            Self::DeskChangePassword => "desk-change-password",
            Self::DeskChangePasswordNext => "desk-change-password-next",
            Self::DeskNotForRole => "desk-not-for-role",
            Self::DeskNotForRoleNext => "desk-not-for-role-next",
            Self::DeskForged => "desk-forged",
            Self::DeskForgedNext => "desk-forged-next",
            Self::DeskOrigin => "desk-origin",
            Self::DeskOriginNext => "desk-origin-next",
            Self::DeskHost => "desk-host",
            Self::DeskHostNext => "desk-host-next",
            Self::DeskNotHere => "desk-not-here",
            Self::DeskNotHereNext => "desk-not-here-next",
            Self::DeskWrongMethod => "desk-wrong-method",
            Self::DeskWrongMethodNext => "desk-wrong-method-next",
            Self::DeskMalformed => "desk-malformed",
            Self::DeskMalformedNext => "desk-malformed-next",
            Self::DeskTooLong => "desk-too-long",
            Self::DeskTooLongNext => "desk-too-long-next",
            Self::DeskType => "desk-type",
            Self::DeskTypeNext => "desk-type-next",
            Self::DeskWait => "desk-wait",
            Self::DeskWaitNext => "desk-wait-next",
            Self::DeskNoChart => "desk-no-chart",
            Self::DeskNoChartNext => "desk-no-chart-next",
            Self::DeskChartEnded => "desk-chart-ended",
            Self::DeskChartEndedNext => "desk-chart-ended-next",
            Self::DeskStoreFailed => "desk-store-failed",
            Self::DeskStoreFailedNext => "desk-store-failed-next",
            Self::DeskBroken => "desk-broken",
            Self::DeskBrokenNext => "desk-broken-next",
            Self::DeskBridgeNotSet => "desk-bridge-not-set",
            Self::DeskBridgeNotSetNext => "desk-bridge-not-set-next",
            Self::DeskBridgeAddress => "desk-bridge-address",
            Self::DeskBridgeAddressNext => "desk-bridge-address-next",
            Self::DeskBridgeNotFhir => "desk-bridge-not-fhir",
            Self::DeskBridgeNotFhirNext => "desk-bridge-not-fhir-next",
            Self::DeskBridgeUnreachable => "desk-bridge-unreachable",
            Self::DeskBridgeUnreachableNext => "desk-bridge-unreachable-next",
            Self::DeskBridgeUntrusted => "desk-bridge-untrusted",
            Self::DeskBridgeUntrustedNext => "desk-bridge-untrusted-next",
            Self::DeskBridgeAuthority => "desk-bridge-authority",
            Self::DeskBridgeAuthorityNext => "desk-bridge-authority-next",
            Self::DeskBridgeKey => "desk-bridge-key",
            Self::DeskBridgeKeyNext => "desk-bridge-key-next",
            Self::DeskBridgeBusy => "desk-bridge-busy",
            Self::DeskBridgeBusyNext => "desk-bridge-busy-next",
            Self::DeskBridgeNotLetIn => "desk-bridge-not-let-in",
            Self::DeskBridgeNotLetInNext => "desk-bridge-not-let-in-next",
            Self::DeskBridgeNoKey => "desk-bridge-no-key",
            Self::DeskBridgeNoKeyNext => "desk-bridge-no-key-next",
            Self::DeskBridgeKeyNotTaken => "desk-bridge-key-not-taken",
            Self::DeskBridgeKeyNotTakenNext => "desk-bridge-key-not-taken-next",
            Self::DeskBridgeVersion => "desk-bridge-version",
            Self::DeskBridgeVersionNext => "desk-bridge-version-next",
            Self::DeskBridgeNoProfile => "desk-bridge-no-profile",
            Self::DeskBridgeNoProfileNext => "desk-bridge-no-profile-next",
            Self::DeskBridgeNoPatient => "desk-bridge-no-patient",
            Self::DeskBridgeNoPatientNext => "desk-bridge-no-patient-next",
            Self::DeskBridgeNotAlike => "desk-bridge-not-alike",
            Self::DeskBridgeNotAlikeNext => "desk-bridge-not-alike-next",
            Self::DeskBridgeTaken => "desk-bridge-taken",
            Self::DeskBridgeTakenNext => "desk-bridge-taken-next",
            Self::DeskBridgeExists => "desk-bridge-exists",
            Self::DeskBridgeExistsNext => "desk-bridge-exists-next",
            Self::DeskBridgeNotLinked => "desk-bridge-not-linked",
            Self::DeskBridgeNotLinkedNext => "desk-bridge-not-linked-next",
            Self::DeskBridgeOtherBirthDate => "desk-bridge-other-birth-date",
            Self::DeskBridgeOtherBirthDateNext => "desk-bridge-other-birth-date-next",
            Self::DeskBridgeOtherPatient => "desk-bridge-other-patient",
            Self::DeskBridgeOtherPatientNext => "desk-bridge-other-patient-next",
            Self::DeskBridgeEntry { .. } => "desk-bridge-entry",
            Self::DeskBridgeEntryNext => "desk-bridge-entry-next",
            Self::DeskBridgeNotOffered => "desk-bridge-not-offered",
            Self::DeskBridgeNotOfferedNext => "desk-bridge-not-offered-next",
            Self::DeskBridgeNoMessage => "desk-bridge-no-message",
            Self::DeskBridgeNoMessageNext => "desk-bridge-no-message-next",
            Self::DeskBridgeDecided => "desk-bridge-decided",
            Self::DeskBridgeDecidedNext => "desk-bridge-decided-next",
            Self::DeskBridgeRefused => "desk-bridge-refused",
            Self::DeskBridgeRefusedNext => "desk-bridge-refused-next",
            Self::DeskBridgeDiffers => "desk-bridge-differs",
            Self::DeskBridgeDiffersNext => "desk-bridge-differs-next",
            Self::DeskVisitNone => "desk-visit-none",
            Self::DeskVisitNoneNext => "desk-visit-none-next",
            Self::DeskVisitChanged => "desk-visit-changed",
            Self::DeskVisitChangedNext => "desk-visit-changed-next",
            Self::DeskVisitSigned => "desk-visit-signed",
            Self::DeskVisitSignedNext => "desk-visit-signed-next",
            Self::DeskVisitNotSigned => "desk-visit-not-signed",
            Self::DeskVisitNotSignedNext => "desk-visit-not-signed-next",
            Self::DeskVisitEmpty => "desk-visit-empty",
            Self::DeskVisitEmptyNext => "desk-visit-empty-next",
            Self::DeskVisitNoAppend => "desk-visit-no-append",
            Self::DeskVisitNoAppendNext => "desk-visit-no-append-next",
            Self::DeskVisitNotAllowed { .. } => "desk-visit-not-allowed",
            Self::DeskVisitNotAllowedNext => "desk-visit-not-allowed-next",
            Self::DeskVisitFindings => "desk-visit-findings",
            Self::DeskVisitFindingsNext => "desk-visit-findings-next",
            Self::DeskVisitClass => "desk-visit-class",
            Self::DeskVisitClassNext => "desk-visit-class-next",
            Self::DeskVisitFileEmpty => "desk-visit-file-empty",
            Self::DeskVisitFileEmptyNext => "desk-visit-file-empty-next",
            Self::DeskVisitFileKind => "desk-visit-file-kind",
            Self::DeskVisitFileKindNext => "desk-visit-file-kind-next",
            Self::DeskVisitFileLarge => "desk-visit-file-large",
            Self::DeskVisitFileLargeNext => "desk-visit-file-large-next",
            Self::DeskVisitFileNone => "desk-visit-file-none",
            Self::DeskVisitFileNoneNext => "desk-visit-file-none-next",
            Self::DeskVisitFilesMany => "desk-visit-files-many",
            Self::DeskVisitFilesManyNext => "desk-visit-files-many-next",
            Self::DeskVisitNumber => "desk-visit-number",
            Self::DeskVisitNumberNext => "desk-visit-number-next",
            Self::DeskVisitWords { .. } => "desk-visit-words",
            Self::DeskVisitWordsNext => "desk-visit-words-next",
            Self::DeskVisitDate { .. } => "desk-visit-date",
            Self::DeskVisitDateNext => "desk-visit-date-next",
            Self::DeskVisitBackwards => "desk-visit-backwards",
            Self::DeskVisitBackwardsNext => "desk-visit-backwards-next",
            Self::DeskVisitEndedYetActive => "desk-visit-ended-yet-active",
            Self::DeskVisitEndedYetActiveNext => "desk-visit-ended-yet-active-next",
            Self::DeskVisitUnfit => "desk-visit-unfit",
            Self::DeskVisitUnfitNext => "desk-visit-unfit-next",
            Self::DeskVisitSubjective => "desk-visit-subjective",
            Self::DeskVisitObjective => "desk-visit-objective",
            Self::DeskVisitAssessment => "desk-visit-assessment",
            Self::DeskCheckinNone => "desk-checkin-none",
            Self::DeskCheckinNoneNext => "desk-checkin-none-next",
            Self::DeskCheckinOver => "desk-checkin-over",
            Self::DeskCheckinOverNext => "desk-checkin-over-next",
            Self::DeskCheckinAnswered => "desk-checkin-answered",
            Self::DeskCheckinAnsweredNext => "desk-checkin-answered-next",
            Self::DeskCheckinUnanswered => "desk-checkin-unanswered",
            Self::DeskCheckinUnansweredNext => "desk-checkin-unanswered-next",
            Self::DeskCheckinCharted => "desk-checkin-charted",
            Self::DeskCheckinChartedNext => "desk-checkin-charted-next",
            Self::DeskCheckinNoPerson => "desk-checkin-no-person",
            Self::DeskCheckinNoPersonNext => "desk-checkin-no-person-next",
            Self::DeskCheckinNoRecord => "desk-checkin-no-record",
            Self::DeskCheckinNoRecordNext => "desk-checkin-no-record-next",
            Self::DeskCheckinNotAllowed => "desk-checkin-not-allowed",
            Self::DeskCheckinNotAllowedNext => "desk-checkin-not-allowed-next",
            Self::DeskCheckinWhom => "desk-checkin-whom",
            Self::DeskCheckinWhomNext => "desk-checkin-whom-next",
            Self::DeskCheckinEmpty => "desk-checkin-empty",
            Self::DeskCheckinEmptyNext => "desk-checkin-empty-next",
            Self::DeskCheckinPurpose => "desk-checkin-purpose",
            Self::DeskCheckinPurposeNext => "desk-checkin-purpose-next",
            Self::DeskCheckinCall => "desk-checkin-call",
            Self::DeskCheckinCallNext => "desk-checkin-call-next",
            Self::DeskCheckinForm { .. } => "desk-checkin-form",
            Self::DeskCheckinFormNext => "desk-checkin-form-next",
            Self::DeskCheckinTwice => "desk-checkin-twice",
            Self::DeskCheckinTwiceNext => "desk-checkin-twice-next",
            Self::DeskCheckinTooMuch => "desk-checkin-too-much",
            Self::DeskCheckinTooMuchNext => "desk-checkin-too-much-next",
            Self::DeskCheckinMember { .. } => "desk-checkin-member",
            Self::DeskCheckinMemberNext => "desk-checkin-member-next",
            Self::DeskCheckinOther => "desk-checkin-other",
            Self::DeskCheckinOtherNext => "desk-checkin-other-next",
            Self::DeskCheckinNoAnswer => "desk-checkin-no-answer",
            Self::DeskCheckinNoAnswerNext => "desk-checkin-no-answer-next",
            Self::DeskCheckinUnfit { .. } => "desk-checkin-unfit",
            Self::DeskCheckinUnfitNext => "desk-checkin-unfit-next",
            Self::DeskMessageNoRecord => "desk-message-no-record",
            Self::DeskMessageNoRecordNext => "desk-message-no-record-next",
            Self::DeskMessageNotAllowed => "desk-message-not-allowed",
            Self::DeskMessageNotAllowedNext => "desk-message-not-allowed-next",
            Self::DeskMessageEmpty => "desk-message-empty",
            Self::DeskMessageEmptyNext => "desk-message-empty-next",
            Self::DeskMessageTooLong => "desk-message-too-long",
            Self::DeskMessageTooLongNext => "desk-message-too-long-next",
            Self::DeskMessageNone => "desk-message-none",
            Self::DeskMessageNoneNext => "desk-message-none-next",
            Self::DeskMessageTaken => "desk-message-taken",
            Self::DeskMessageTakenNext => "desk-message-taken-next",
            Self::DeskReconCount => "desk-recon-count",
            Self::DeskReconCountNext => "desk-recon-count-next",
            Self::DeskReconUnfit => "desk-recon-unfit",
            Self::DeskReconUnfitNext => "desk-recon-unfit-next",
            Self::DeskReconChanged => "desk-recon-changed",
            Self::DeskReconChangedNext => "desk-recon-changed-next",
            Self::DeskReconRetracted => "desk-recon-retracted",
            Self::DeskReconRetractedNext => "desk-recon-retracted-next",
            Self::DeskReconDenies => "desk-recon-denies",
            Self::DeskReconDeniesNext => "desk-recon-denies-next",
            Self::DeskReconUndecided => "desk-recon-undecided",
            Self::DeskReconUndecidedNext => "desk-recon-undecided-next",
            Self::DeskReconNotAllowed => "desk-recon-not-allowed",
            Self::DeskReconNotAllowedNext => "desk-recon-not-allowed-next",
            Self::DeskReconNoResult => "desk-recon-no-result",
            Self::DeskReconNoResultNext => "desk-recon-no-result-next",
            Self::DeskReconNotAsShown => "desk-recon-not-as-shown",
            Self::DeskReconNotAsShownNext => "desk-recon-not-as-shown-next",
            Self::DeskReconTitle => "desk-recon-title",
            Self::RelayNone => "relay-none",
            Self::RelayNoneNext => "relay-none-next",
            Self::RelayNeedsPasscode => "relay-needs-passcode",
            Self::RelayNeedsPasscodeNext => "relay-needs-passcode-next",
            Self::RelayNotPassedOn => "relay-not-passed-on",
            Self::RelayNotPassedOnNext => "relay-not-passed-on-next",
            Self::RelayTooMuch => "relay-too-much",
            Self::RelayTooMuchNext => "relay-too-much-next",
            Self::RelayUnreachable => "relay-unreachable",
            Self::RelayUnreachableNext => "relay-unreachable-next",
            Self::RelayBusy => "relay-busy",
            Self::RelayBusyNext => "relay-busy-next",
            Self::RelayFull => "relay-full",
            Self::RelayFullNext => "relay-full-next",
            Self::RelayNotLive => "relay-not-live",
            Self::RelayNotLiveNext => "relay-not-live-next",
            Self::RelayNotTaken => "relay-not-taken",
            Self::RelayNotTakenNext => "relay-not-taken-next",
            Self::RelayConflict => "relay-conflict",
            Self::RelayConflictNext => "relay-conflict-next",
            Self::RelayNotOne => "relay-not-one",
            Self::RelayNotOneNext => "relay-not-one-next",
            Self::RelayAddress => "relay-address",
            Self::RelayAddressNext => "relay-address-next",
            Self::RelayStore => "relay-store",
            Self::RelayStoreNext => "relay-store-next",
            Self::RelayNoPage => "relay-no-page",
            Self::RelayNoPageNext => "relay-no-page-next",
            Self::RelayNoStart => "relay-no-start",
            Self::RelayNoStartNext => "relay-no-start-next",
            Self::GrantHasEnded => "grant-has-ended",
            Self::GrantHasEndedNext => "grant-has-ended-next",
            Self::GrantNotPatients => "grant-not-patients",
            Self::GrantNotPatientsNext => "grant-not-patients-next",
            Self::ColumnRole => "column-role",
            Self::ContactsNone => "contacts-none",
            Self::ContactHolds => "contact-holds",
            Self::ContactHoldsNothing => "contact-holds-nothing",
            Self::ContactsUnshared => "contacts-unshared",
            Self::ContactsOutdated => "contacts-outdated",
            Self::ContactsShared { .. } => "contacts-shared",
            Self::ContactsKeeps { .. } => "contacts-keeps",
            Self::ContactsEmergency { .. } => "contacts-emergency",
            Self::ContactsKeepNext => "contacts-keep-next",
            Self::ApproveRecord { .. } => "approve-record",
            Self::ApproveProxy { .. } => "approve-proxy",
            Self::ContactsEnded { .. } => "contacts-ended",
            Self::ContactsUnasked => "contacts-unasked",
            Self::ContactsUnaskedAbout { .. } => "contacts-unasked-about",
            Self::ContactsBecome => "contacts-become",
            Self::ContactsWords { .. } => "contacts-words",
            Self::ContactsCompare { .. } => "contacts-compare",
            Self::ContactsChosen { .. } => "contacts-chosen",
            Self::ContactsChosenNext => "contacts-chosen-next",
            Self::ContactsDropped { .. } => "contacts-dropped",
            Self::ContactsPartIn { .. } => "contacts-part-in",
            Self::ContactsPartOf { .. } => "contacts-part-of",
            Self::ContactsSplitNext => "contacts-split-next",
            Self::ContactsApproved { .. } => "contacts-approved",
            Self::ContactsVetoed { .. } => "contacts-vetoed",
            Self::ContactsVetoedNext => "contacts-vetoed-next",
            Self::ContactsNoCode => "contacts-no-code",
            Self::ContactsNoCodeNext => "contacts-no-code-next",
            Self::ContactsOtherWords => "contacts-other-words",
            Self::ContactsOtherWordsNext => "contacts-other-words-next",
            Self::ContactsNoIdentity => "contacts-no-identity",
            Self::ContactsNoIdentityNext => "contacts-no-identity-next",
            Self::ContactsKnown => "contacts-known",
            Self::ContactsKnownNext => "contacts-known-next",
            Self::ContactsUnknown => "contacts-unknown",
            Self::ContactsUnknownNext => "contacts-unknown-next",
            Self::ContactsMany => "contacts-many",
            Self::ContactsManyNext => "contacts-many-next",
            Self::ContactsNumbers => "contacts-numbers",
            Self::ContactsNumbersNext => "contacts-numbers-next",
            Self::ContactsWait => "contacts-wait",
            Self::ContactsWaitNext => "contacts-wait-next",
            Self::ContactsNotForHere => "contacts-not-for-here",
            Self::ContactsNotForHereNext => "contacts-not-for-here-next",
            Self::ContactsTooLong => "contacts-too-long",
            Self::ContactsTooLongNext => "contacts-too-long-next",
            Self::RecoveryAsked { .. } => "recovery-asked",
            Self::RecoveryAskedOf { .. } => "recovery-asked-of",
            Self::RecoveryVetoed { .. } => "recovery-vetoed",
            Self::RecoveryVetoedOf { .. } => "recovery-vetoed-of",
            Self::RecoveryTaken { .. } => "recovery-taken",
            Self::RecoveryTakenOf { .. } => "recovery-taken-of",
            Self::RecoverAsk => "recover-ask",
            Self::RecoverAskWords { .. } => "recover-ask-words",
            Self::RecoverAskNext => "recover-ask-next",
            Self::RecoverWaits { .. } => "recover-waits",
            Self::RecoverWaitsNext => "recover-waits-next",
            Self::RecoverVetoed => "recover-vetoed",
            Self::RecoverVetoedNext => "recover-vetoed-next",
            Self::RecoverDoneNext => "recover-done-next",
            Self::RecoverNotAsking => "recover-not-asking",
            Self::RecoverNotAskingNext => "recover-not-asking-next",
            Self::RecoverAskedBefore => "recover-asked-before",
            Self::RecoverAskedBeforeNext => "recover-asked-before-next",
            Self::RecoverOthers => "recover-others",
            Self::RecoverOthersNext => "recover-others-next",
            Self::RecoverFew { .. } => "recover-few",
            Self::RecoverFewNext => "recover-few-next",
            Self::RecoverParts => "recover-parts",
            Self::RecoverPartsNext => "recover-parts-next",
            Self::RecoverNotTaken => "recover-not-taken",
            Self::RecoverNotTakenNext => "recover-not-taken-next",
            Self::RecoverOtherCause => "recover-other-cause",
            Self::RecoverOtherCauseNext => "recover-other-cause-next",
            Self::IncapacityNothing => "incapacity-nothing",
            Self::IncapacityWho { .. } => "incapacity-who",
            Self::IncapacityHow { .. } => "incapacity-how",
            Self::IncapacityNobody => "incapacity-nobody",
            Self::IncapacityUnheard => "incapacity-unheard",
            Self::IncapacityCame { .. } => "incapacity-came",
            Self::IncapacityUnleft => "incapacity-unleft",
            Self::IncapacityPrepareNext => "incapacity-prepare-next",
            Self::IncapacityCancelled => "incapacity-cancelled",
            Self::IncapacityUntold => "incapacity-untold",
            Self::IncapacityRequest => "incapacity-request",
            Self::IncapacityRequestNext => "incapacity-request-next",
            Self::IncapacityWaitsNext => "incapacity-waits-next",
            Self::IncapacityEntered { .. } => "incapacity-entered",
            Self::IncapacityEnteredAsOf { .. } => "incapacity-entered-as-of",
            Self::IncapacityEnteredUnreadable => "incapacity-entered-unreadable",
            Self::IncapacityEnteredNext => "incapacity-entered-next",
            Self::IncapacityKeeps { .. } => "incapacity-keeps",
            Self::IncapacityAsked { .. } => "incapacity-asked",
            Self::IncapacityAskedOf { .. } => "incapacity-asked-of",
            Self::IncapacityVetoed { .. } => "incapacity-vetoed",
            Self::IncapacityVetoedOf { .. } => "incapacity-vetoed-of",
            Self::IncapacityTaken { .. } => "incapacity-taken",
            Self::IncapacityTakenOf { .. } => "incapacity-taken-of",
            Self::IncapacityNone => "incapacity-none",
            Self::IncapacityNoneNext => "incapacity-none-next",
            Self::IncapacityTooMuch => "incapacity-too-much",
            Self::IncapacityTooMuchNext => "incapacity-too-much-next",
            Self::IncapacityNothingLeft => "incapacity-nothing-left",
            Self::IncapacityNothingLeftNext => "incapacity-nothing-left-next",
            Self::IncapacityUnfit => "incapacity-unfit",
            Self::IncapacityUnfitNext => "incapacity-unfit-next",
            Self::AskSameWords => "ask-same-words",
            Self::PeopleNone => "people-none",
            Self::PeopleYou { .. } => "people-you",
            Self::PeopleEnded { .. } => "people-ended",
            Self::RoleView => "role-view",
            Self::RoleManage => "role-manage",
            Self::RoleEmergency => "role-emergency",
            Self::ProxyActs => "proxy-acts",
            Self::ProxyNamed => "proxy-named",
            Self::ProxyExpired => "proxy-expired",
            Self::ProxyEnded => "proxy-ended",
            Self::ProxyNoIdentity => "proxy-no-identity",
            Self::ProxyNoIdentityNext => "proxy-no-identity-next",
            Self::ProxyUnknown => "proxy-unknown",
            Self::ProxyUnknownNext => "proxy-unknown-next",
            Self::ProxyNothing => "proxy-nothing",
            Self::ProxyNothingNext => "proxy-nothing-next",
            Self::ProxyWindow => "proxy-window",
            Self::ProxyWindowNext => "proxy-window-next",
            Self::ProxyName => "proxy-name",
            Self::ProxyNameNext => "proxy-name-next",
            Self::InviteNext => "invite-next",
            Self::InviteDone { .. } => "invite-done",
            Self::ServeActs { .. } => "serve-acts",
            Self::RedeemActs { .. } => "redeem-acts",
            Self::ClockDoubt => "clock-doubt",
            Self::ClockDoubtNext => "clock-doubt-next",
            Self::ServeWaiting { .. } => "serve-waiting",
            Self::NotAnnounced => "not-announced",
            Self::ServeAsks { .. } => "serve-asks",
            Self::ServeKnown => "serve-known",
            Self::ServeUnknown => "serve-unknown",
            Self::ServeVia { .. } => "serve-via",
            Self::ServeUntil { .. } => "serve-until",
            Self::ServeReason { .. } => "serve-reason",
            Self::AskServe => "ask-serve",
            Self::ServeAnother => "serve-another",
            Self::ServeGiven { .. } => "serve-given",
            Self::ServeNoReceipt => "serve-no-receipt",
            Self::ServeEmergency => "serve-emergency",
            Self::ServeTell { .. } => "serve-tell",
            Self::ServeCameBack { .. } => "serve-came-back",
            Self::ServeHeld { .. } => "serve-held",
            Self::ServeRefused { .. } => "serve-refused",
            Self::ServeNobodyCame => "serve-nobody-came",
            Self::ServeNobodyCameNext => "serve-nobody-came-next",
            Self::ServeNothing => "serve-nothing",
            Self::ServeNothingNext => "serve-nothing-next",
            Self::ServeNoNetwork => "serve-no-network",
            Self::ServeNoNetworkNext => "serve-no-network-next",
            Self::WaitingNone => "waiting-none",
            Self::WaitingLine { .. } => "waiting-line",
            Self::WaitingAdmitted { .. } => "waiting-admitted",
            Self::WaitingNobody => "waiting-nobody",
            Self::WaitingNobodyNext => "waiting-nobody-next",
            Self::RedeemDigits { .. } => "redeem-digits",
            Self::RedeemDone { .. } => "redeem-done",
            Self::RedeemStated { .. } => "redeem-stated",
            Self::StatedPast => "stated-past",
            Self::RedeemWritten { .. } => "redeem-written",
            Self::RedeemChart { .. } => "redeem-chart",
            Self::RedeemChartWaits => "redeem-chart-waits",
            Self::RedeemDelegable { .. } => "redeem-delegable",
            Self::DelegateShow => "delegate-show",
            Self::DelegateWords { .. } => "delegate-words",
            Self::DelegateAskNext => "delegate-ask-next",
            Self::DelegateGiveShow => "delegate-give-show",
            Self::DelegateMade { .. } => "delegate-made",
            Self::DelegateGiveNext => "delegate-give-next",
            Self::DelegateUnknown => "delegate-unknown",
            Self::DelegateUnknownNext => "delegate-unknown-next",
            Self::DelegateWider => "delegate-wider",
            Self::DelegateWiderNext => "delegate-wider-next",
            Self::DelegateNothing => "delegate-nothing",
            Self::DelegateNothingNext => "delegate-nothing-next",
            Self::DelegateEnded => "delegate-ended",
            Self::DelegateEndedNext => "delegate-ended-next",
            Self::DelegateNoRequest => "delegate-no-request",
            Self::DelegateNoRequestNext => "delegate-no-request-next",
            Self::RedeemNoCode => "redeem-no-code",
            Self::RedeemNoCodeNext => "redeem-no-code-next",
            Self::RedeemNoIdentity => "redeem-no-identity",
            Self::RedeemNoIdentityNext => "redeem-no-identity-next",
            Self::RedeemBefore => "redeem-before",
            Self::RedeemBeforeNext => "redeem-before-next",
            Self::RedeemNoConnection => "redeem-no-connection",
            Self::RedeemNoConnectionNext => "redeem-no-connection-next",
            Self::RedeemDeclined => "redeem-declined",
            Self::RedeemDeclinedNext => "redeem-declined-next",
            Self::RedeemBusy => "redeem-busy",
            Self::RedeemBusyNext => "redeem-busy-next",
            Self::RedeemTooMuch => "redeem-too-much",
            Self::RedeemTooMuchNext => "redeem-too-much-next",
            Self::RedeemNoReason => "redeem-no-reason",
            Self::RedeemNoReasonNext => "redeem-no-reason-next",
            Self::RedeemNeedsPasscode => "redeem-needs-passcode",
            Self::RedeemNeedsPasscodeNext => "redeem-needs-passcode-next",
            Self::RedeemWrongPasscode { .. } => "redeem-wrong-passcode",
            Self::RedeemWrongPasscodeNext => "redeem-wrong-passcode-next",
            Self::RedeemWaits { .. } => "redeem-waits",
            Self::RedeemLater => "redeem-later",
            Self::RedeemLaterNext => "redeem-later-next",
            Self::RedeemStopped => "redeem-stopped",
            Self::RedeemStoppedNext => "redeem-stopped-next",
            Self::RedeemNotLive => "redeem-not-live",
            Self::RedeemNotLiveNext => "redeem-not-live-next",
            Self::RedeemRefused { .. } => "redeem-refused",
            Self::RedeemRefusedNext => "redeem-refused-next",
            Self::RedeemFailed => "redeem-failed",
            Self::RedeemFailedNext => "redeem-failed-next",
            Self::RedeemUnfit => "redeem-unfit",
            Self::RedeemUnfitNext => "redeem-unfit-next",
            Self::UnwillingDeclined => "unwilling-declined",
            Self::UnwillingBusy => "unwilling-busy",
            Self::UnwillingTooMuch => "unwilling-too-much",
            Self::UnwillingNoReason => "unwilling-no-reason",
            Self::UnwillingFailed => "unwilling-failed",
            Self::UnwillingUnknownVersion => "unwilling-unknown-version",
            Self::UnwillingClockNotBelievable => "unwilling-clock-not-believable",
            Self::UnwillingMalformed => "unwilling-malformed",
            Self::UnwillingBadSignature => "unwilling-bad-signature",
            Self::UnwillingOtherGrant => "unwilling-other-grant",
            Self::UnwillingUnknownIssuer => "unwilling-unknown-issuer",
            Self::UnwillingCountedElsewhere => "unwilling-counted-elsewhere",
            Self::UnwillingWrongSecret => "unwilling-wrong-secret",
            Self::UnwillingEndedBefore => "unwilling-ended-before",
            Self::UnwillingRevoked => "unwilling-revoked",
            Self::UnwillingNotYet => "unwilling-not-yet",
            Self::UnwillingExpired => "unwilling-expired",
            Self::UnwillingWrongAudience => "unwilling-wrong-audience",
            Self::UnwillingDelegatedTooDeep => "unwilling-delegated-too-deep",
            Self::UnwillingUnboundDelegator => "unwilling-unbound-delegator",
            Self::UnwillingWiderDelegation => "unwilling-wider-delegation",
            Self::UnwillingDelegationExpired => "unwilling-delegation-expired",
            Self::UnwillingWrongPasscode => "unwilling-wrong-passcode",
            Self::UnwillingSecondRedeemer => "unwilling-second-redeemer",
            Self::UnwillingUsedUp => "unwilling-used-up",
            Self::UnwillingReplay => "unwilling-replay",
            Self::UnwillingSectionNotGranted => "unwilling-section-not-granted",
            Self::UnwillingOperationNotGranted => "unwilling-operation-not-granted",
            Self::BreakGlassAllowed => "break-glass-allowed",
            Self::StandingShow => "standing-show",
            Self::StandingMade { .. } => "standing-made",
            Self::StandingTold { .. } => "standing-told",
            Self::StandingNoContacts => "standing-no-contacts",
            Self::StandingOpensToAnyone => "standing-opens-to-anyone",
            Self::StandingNext => "standing-next",
            Self::StandingRenewed { .. } => "standing-renewed",
            Self::StandingRenewedElsewhere { .. } => "standing-renewed-elsewhere",
            Self::StandingTitle => "standing-title",
            Self::StandingPlain { .. } => "standing-plain",
            Self::StandingHowTo => "standing-how-to",
            Self::StandingHowToScan => "standing-how-to-scan",
            Self::StandingHowToWait => "standing-how-to-wait",
            Self::StandingHowToRead { .. } => "standing-how-to-read",
            Self::StandingUntil { .. } => "standing-until",
            Self::StandingCodeApp => "standing-code-app",
            Self::StandingCodeCamera => "standing-code-camera",
            Self::StandingNone => "standing-none",
            Self::StandingStopped { .. } => "standing-stopped",
            Self::StandingStoppedNext => "standing-stopped-next",
            Self::BreakGlassOff { .. } => "break-glass-off",
            Self::ProgressSync => "progress-sync",
            Self::SyncWaiting { .. } => "sync-waiting",
            Self::SyncDone { .. } => "sync-done",
            Self::SyncSame => "sync-same",
            Self::SyncApart => "sync-apart",
            Self::SyncDisagree { .. } => "sync-disagree",
            Self::SyncRolledBack => "sync-rolled-back",
            Self::LettersDone { .. } => "letters-done",
            Self::LettersNothing => "letters-nothing",
            Self::LettersUnanswered => "letters-unanswered",
            Self::LettersUnreadable { .. } => "letters-unreadable",
            Self::LettersRefused { .. } => "letters-refused",
            Self::LettersFull => "letters-full",
            Self::LettersTooLong => "letters-too-long",
            Self::LettersTooLongNext => "letters-too-long-next",
            Self::SyncAlone => "sync-alone",
            Self::SyncAloneNext => "sync-alone-next",
            Self::SyncNoSuchDevice => "sync-no-such-device",
            Self::SyncNoSuchDeviceNext => "sync-no-such-device-next",
            Self::SyncWhichDevice => "sync-which-device",
            Self::SyncWhichDeviceNext => "sync-which-device-next",
            Self::SyncNoConnection => "sync-no-connection",
            Self::SyncNoConnectionNext => "sync-no-connection-next",
            Self::SyncNobodyCame => "sync-nobody-came",
            Self::SyncNobodyCameNext => "sync-nobody-came-next",
            Self::SyncUnknownDevice => "sync-unknown-device",
            Self::SyncUnknownDeviceNext => "sync-unknown-device-next",
            Self::SyncExpired => "sync-expired",
            Self::SyncExpiredNext => "sync-expired-next",
            Self::SyncMalformed => "sync-malformed",
            Self::SyncMalformedNext => "sync-malformed-next",
            Self::SessionNotForUs => "session-not-for-us",
            Self::SessionNotForUsNext => "session-not-for-us-next",
            Self::SessionRefused => "session-refused",
            Self::SessionRefusedNext => "session-refused-next",
            Self::SessionTimedOut => "session-timed-out",
            Self::SessionTimedOutNext => "session-timed-out-next",
            Self::StillWaiting => "still-waiting",
            Self::SessionInterrupted => "session-interrupted",
            Self::SessionInterruptedNext => "session-interrupted-next",
            Self::SessionAltered => "session-altered",
            Self::SessionAlteredNext => "session-altered-next",
            Self::SessionFailed => "session-failed",
            Self::SessionFailedNext => "session-failed-next",
            Self::AuditHeading { .. } => "audit-heading",
            Self::AuditMore { .. } => "audit-more",
            Self::AuditNames => "audit-names",
            Self::AuditOwnLog => "audit-own-log",
            Self::AuditDamaged { .. } => "audit-damaged",
            Self::AuditWholeRecord => "audit-whole-record",
            Self::AuditNoSection => "audit-no-section",
            Self::AuditEntries { .. } => "audit-entries",
            Self::AuditGrantMade { .. } => "audit-grant-made",
            Self::AuditGrantEnded { .. } => "audit-grant-ended",
            Self::AuditCodeAsked { .. } => "audit-code-asked",
            Self::AuditRefused { .. } => "audit-refused",
            Self::AuditDisclosedExtract { .. } => "audit-disclosed-extract",
            Self::AuditDisclosedRead { .. } => "audit-disclosed-read",
            Self::AuditReceivedVisit { .. } => "audit-received-visit",
            Self::AuditHeldVisit { .. } => "audit-held-visit",
            Self::AuditEmergencyOverride { .. } => "audit-emergency-override",
            Self::AuditCardMade { .. } => "audit-card-made",
            Self::AuditExported { .. } => "audit-exported",
            Self::AuditBackedUp => "audit-backed-up",
            Self::AuditDeviceAdded { .. } => "audit-device-added",
            Self::AuditDeviceLost { .. } => "audit-device-lost",
            Self::AuditProxyAdded { .. } => "audit-proxy-added",
            Self::AuditProxyEnded { .. } => "audit-proxy-ended",
            Self::AuditWordsReplaced => "audit-words-replaced",
            Self::AuditContactsNamed { .. } => "audit-contacts-named",
            Self::AuditIncapacityPrepared { .. } => "audit-incapacity-prepared",
            Self::AuditIncapacityEnded => "audit-incapacity-ended",
            Self::AuditRecoveryRefused => "audit-recovery-refused",
            Self::AuditCopyRenewed { .. } => "audit-copy-renewed",
            Self::AuditDeletionSaid { .. } => "audit-deletion-said",
            Self::AuditEmergencyStopped => "audit-emergency-stopped",
            Self::AuditRecovered => "audit-recovered",
            Self::AuditDateConfirmed => "audit-date-confirmed",
            Self::AuditRelayReported { .. } => "audit-relay-reported",
            Self::AuditPutBack => "audit-put-back",
            Self::AuditLinkMade { .. } => "audit-link-made",
            Self::AuditLinkChanged { .. } => "audit-link-changed",
            Self::AuditLinkManaged { .. } => "audit-link-managed",
            Self::AuditHealthCardMade { .. } => "audit-health-card-made",
            Self::AuditEndedBegun => "audit-ended-begun",
            Self::AuditEndedFailed => "audit-ended-failed",
            Self::AuditEndedRefused => "audit-ended-refused",
            Self::AuditReason { .. } => "audit-reason",
            Self::AuditVia { .. } => "audit-via",
            Self::AuditWhole { .. } => "audit-whole",
            Self::AuditNotWhole => "audit-not-whole",
            Self::AuditWitnessed { .. } => "audit-witnessed",
            Self::AuditUnclosed { .. } => "audit-unclosed",
            Self::AuditAltered { .. } => "audit-altered",
            Self::AuditMissing { .. } => "audit-missing",
            Self::AuditCutOff { .. } => "audit-cut-off",
            Self::AuditForked { .. } => "audit-forked",
            Self::AuditOtherWhole { .. } => "audit-other-whole",
            Self::AuditOtherFault { .. } => "audit-other-fault",
            Self::AuditFhirDone { .. } => "audit-fhir-done",
            Self::AuditFhirUnsealed => "audit-fhir-unsealed",
            Self::HelpPocketchart => "help-pocketchart",
            Self::HelpExit => "help-exit",
            Self::HelpEverywhere => "help-everywhere",
            Self::HelpCreate => "help-create",
            Self::HelpImport => "help-import",
            Self::HelpImports => "help-imports",
            Self::HelpSources => "help-sources",
            Self::HelpSourcesFind => "help-sources-find",
            Self::HelpSourcesFindWords => "help-sources-find-words",
            Self::HelpSourcesFindBrands => "help-sources-find-brands",
            Self::HelpSourcesKey => "help-sources-key",
            Self::HelpSourcesKeyNew => "help-sources-key-new",
            Self::HelpSourcesKeyRsa => "help-sources-key-rsa",
            Self::HelpSourcesAdd => "help-sources-add",
            Self::HelpSourcesAddBase => "help-sources-add-base",
            Self::HelpSourcesAddName => "help-sources-add-name",
            Self::HelpSourcesAddClientId => "help-sources-add-client-id",
            Self::HelpSourcesAddClientSecretFd => "help-sources-add-client-secret-fd",
            Self::HelpSourcesAddKey => "help-sources-add-key",
            Self::HelpSourcesAddScope => "help-sources-add-scope",
            Self::HelpSourcesAddPort => "help-sources-add-port",
            Self::HelpSourcesAddTokenFd => "help-sources-add-token-fd",
            Self::HelpSourcesAddOpen => "help-sources-add-open",
            Self::HelpSourcesAddPatient => "help-sources-add-patient",
            Self::HelpSourcesAddSamePerson => "help-sources-add-same-person",
            Self::HelpSourcesPull => "help-sources-pull",
            Self::HelpSourcesPullSource => "help-sources-pull-source",
            Self::HelpSourcesPullSamePerson => "help-sources-pull-same-person",
            Self::HelpSourcesRemove => "help-sources-remove",
            Self::HelpSourcesRemoveSource => "help-sources-remove-source",
            Self::HelpUndo => "help-undo",
            Self::HelpSections => "help-sections",
            Self::HelpList => "help-list",
            Self::HelpItem => "help-item",
            Self::HelpTimeline => "help-timeline",
            Self::HelpSearch => "help-search",
            Self::HelpCheck => "help-check",
            Self::HelpCheckAll => "help-check-all",
            Self::HelpVaccines => "help-vaccines",
            Self::HelpDue => "help-due",
            Self::HelpAcknowledge => "help-acknowledge",
            Self::HelpAcknowledgeRule => "help-acknowledge-rule",
            Self::HelpAcknowledgeItem => "help-acknowledge-item",
            Self::HelpAcknowledgeTakeBack => "help-acknowledge-take-back",
            Self::HelpVaccinesQuestions => "help-vaccines-questions",
            Self::HelpExplain => "help-explain",
            Self::HelpExplainRule => "help-explain-rule",
            Self::HelpWhatIf => "help-what-if",
            Self::HelpWhatIfMedicines => "help-what-if-medicines",
            Self::HelpMessages => "help-messages",
            Self::HelpMessagesWrite => "help-messages-write",
            Self::HelpMessagesWriteTo => "help-messages-write-to",
            Self::HelpMessagesAnswer => "help-messages-answer",
            Self::HelpMessagesAnswerMessage => "help-messages-answer-message",
            Self::HelpMessagesWriteText => "help-messages-write-text",
            Self::HelpMessagesAnswerText => "help-messages-answer-text",
            Self::HelpMessagesRead => "help-messages-read",
            Self::HelpMessagesReadMessage => "help-messages-read-message",
            Self::HelpCdsHooks => "help-cds-hooks",
            Self::HelpCdsHooksRequest => "help-cds-hooks-request",
            Self::HelpCdsHooksDiscovery => "help-cds-hooks-discovery",
            Self::HelpCheckin => "help-checkin",
            Self::HelpCheckinAsked => "help-checkin-asked",
            Self::HelpCheckinRequest => "help-checkin-request",
            Self::HelpCheckinGive => "help-checkin-give",
            Self::HelpCheckinAnswer => "help-checkin-answer",
            Self::HelpCheckinLeaveOut => "help-checkin-leave-out",
            Self::HelpCheckinSend => "help-checkin-send",
            Self::HelpCheckinOut => "help-checkin-out",
            Self::HelpArgOn => "help-arg-on",
            Self::HelpTrends => "help-trends",
            Self::HelpTrendsNames => "help-trends-names",
            Self::HelpTrendsSince => "help-trends-since",
            Self::HelpGrowth => "help-growth",
            Self::HelpGrowthChart => "help-growth-chart",
            Self::HelpArgPlot => "help-arg-plot",
            Self::HelpKnownOn => "help-known-on",
            Self::HelpAdd => "help-add",
            Self::HelpCorrect => "help-correct",
            Self::HelpRetract => "help-retract",
            Self::HelpDispute => "help-dispute",
            Self::HelpConfirm => "help-confirm",
            Self::HelpResolve => "help-resolve",
            Self::HelpArgFirst => "help-arg-first",
            Self::HelpArgSecond => "help-arg-second",
            Self::HelpReconcile => "help-reconcile",
            Self::HelpReconcileSame => "help-reconcile-same",
            Self::HelpReconcileDifferent => "help-reconcile-different",
            Self::HelpReconcileRight => "help-reconcile-right",
            Self::HelpReconcileRightFirst => "help-reconcile-right-first",
            Self::HelpReconcileBoth => "help-reconcile-both",
            Self::HelpReconcileUndo => "help-reconcile-undo",
            Self::HelpReconcileExport => "help-reconcile-export",
            Self::HelpReconcileUndoDecision => "help-reconcile-undo-decision",
            Self::HelpAttach => "help-attach",
            Self::HelpExtract => "help-extract",
            Self::HelpShare => "help-share",
            Self::HelpSummary => "help-summary",
            Self::HelpPdf => "help-pdf",
            Self::HelpPdfSection => "help-pdf-section",
            Self::HelpPdfOut => "help-pdf-out",
            Self::HelpPdfFonts => "help-pdf-fonts",
            Self::HelpLink => "help-link",
            Self::HelpLinkSection => "help-link-section",
            Self::HelpLinkFor => "help-link-for",
            Self::HelpLinkUses => "help-link-uses",
            Self::HelpLinkPasscodeFd => "help-link-passcode-fd",
            Self::HelpLinkLongTerm => "help-link-long-term",
            Self::HelpLinkDirect => "help-link-direct",
            Self::HelpLinkLabel => "help-link-label",
            Self::HelpLinkOut => "help-link-out",
            Self::HelpHealthCard => "help-health-card",
            Self::HelpHealthCardSection => "help-health-card-section",
            Self::HelpHealthCardFor => "help-health-card-for",
            Self::HelpHealthCardPublic => "help-health-card-public",
            Self::HelpHealthCardFile => "help-health-card-file",
            Self::HelpHealthCardOut => "help-health-card-out",
            Self::HelpLinks => "help-links",
            Self::HelpShow => "help-show",
            Self::HelpShowOut => "help-show-out",
            Self::HelpLog => "help-log",
            Self::HelpPause => "help-pause",
            Self::HelpResume => "help-resume",
            Self::HelpDestroy => "help-destroy",
            Self::HelpUpdate => "help-update",
            Self::HelpScanRecipient => "help-scan-recipient",
            Self::HelpScanPasscodeFd => "help-scan-passcode-fd",
            Self::HelpScanImport => "help-scan-import",
            Self::HelpScanSamePerson => "help-scan-same-person",
            Self::HelpScanThisMachine => "help-scan-this-machine",
            Self::HelpSummaryOut => "help-summary-out",
            Self::HelpExport => "help-export",
            Self::HelpArgSensitive => "help-arg-sensitive",
            Self::HelpScanTrust => "help-scan-trust",
            Self::HelpPeople => "help-people",
            Self::HelpInvite => "help-invite",
            Self::HelpInvitePerson => "help-invite-person",
            Self::HelpInviteSection => "help-invite-section",
            Self::HelpInviteRole => "help-invite-role",
            Self::HelpInviteFor => "help-invite-for",
            Self::HelpInviteListen => "help-invite-listen",
            Self::HelpInviteWait => "help-invite-wait",
            Self::HelpInviteAgree => "help-invite-agree",
            Self::HelpInviteAddress => "help-invite-address",
            Self::HelpInviteOut => "help-invite-out",
            Self::HelpInviteConfirmDate => "help-invite-confirm-date",
            Self::HelpEnd => "help-end",
            Self::HelpEndPerson => "help-end-person",
            Self::HelpDevices => "help-devices",
            Self::HelpAudit => "help-audit",
            Self::HelpIntroduce => "help-introduce",
            Self::HelpMeet => "help-meet",
            Self::HelpMeetCode => "help-meet-code",
            Self::HelpRenew => "help-renew",
            Self::HelpRenewDevice => "help-renew-device",
            Self::HelpLost => "help-lost",
            Self::HelpPair => "help-pair",
            Self::HelpOffer => "help-offer",
            Self::HelpJoin => "help-join",
            Self::HelpSync => "help-sync",
            Self::HelpListen => "help-listen",
            Self::HelpConnect => "help-connect",
            Self::HelpLetters => "help-letters",
            Self::HelpCard => "help-card",
            Self::HelpScan => "help-scan",
            Self::HelpGrant => "help-grant",
            Self::HelpServe => "help-serve",
            Self::HelpRedeem => "help-redeem",
            Self::HelpDelegate => "help-delegate",
            Self::HelpAsk => "help-ask",
            Self::HelpGive => "help-give",
            Self::HelpGrants => "help-grants",
            Self::HelpRevoke => "help-revoke",
            Self::HelpFromRelay => "help-from-relay",
            Self::HelpMailbox => "help-mailbox",
            Self::HelpUseRelay => "help-use-relay",
            Self::HelpClinic => "help-clinic",
            Self::HelpRelay => "help-relay",
            Self::HelpWaiting => "help-waiting",
            Self::HelpBreakGlass => "help-break-glass",
            Self::HelpAllow => "help-allow",
            Self::HelpStanding => "help-standing",
            Self::HelpDraw => "help-draw",
            Self::HelpRefresh => "help-refresh",
            Self::HelpStop => "help-stop",
            Self::HelpOff => "help-off",
            Self::HelpBackup => "help-backup",
            Self::HelpRecover => "help-recover",
            Self::HelpAskContacts => "help-ask-contacts",
            Self::HelpWithContacts => "help-with-contacts",
            Self::HelpWithContactsAnswer => "help-with-contacts-answer",
            Self::HelpWithContactsWordsFd => "help-with-contacts-words-fd",
            Self::HelpContacts => "help-contacts",
            Self::HelpBecome => "help-become",
            Self::HelpBecomeAs => "help-become-as",
            Self::HelpChoose => "help-choose",
            Self::HelpChooseCode => "help-choose-code",
            Self::HelpDrop => "help-drop",
            Self::HelpDropName => "help-drop-name",
            Self::HelpSplit => "help-split",
            Self::HelpSplitAs => "help-split-as",
            Self::HelpSplitNeeded => "help-split-needed",
            Self::HelpSplitWait => "help-split-wait",
            Self::HelpSplitWordsFd => "help-split-words-fd",
            Self::HelpSplitOut => "help-split-out",
            Self::HelpKeep => "help-keep",
            Self::HelpKeepCode => "help-keep-code",
            Self::HelpApprove => "help-approve",
            Self::HelpApproveCode => "help-approve-code",
            Self::HelpApprovePerson => "help-approve-person",
            Self::HelpApproveDespiteVeto => "help-approve-despite-veto",
            Self::HelpVeto => "help-veto",
            Self::HelpVetoDevice => "help-veto-device",
            Self::HelpIncapacity => "help-incapacity",
            Self::HelpPrepare => "help-prepare",
            Self::HelpPreparePerson => "help-prepare-person",
            Self::HelpPrepareSection => "help-prepare-section",
            Self::HelpPrepareRole => "help-prepare-role",
            Self::HelpPrepareAs => "help-prepare-as",
            Self::HelpPrepareNeeded => "help-prepare-needed",
            Self::HelpPrepareWait => "help-prepare-wait",
            Self::HelpPrepareFor => "help-prepare-for",
            Self::HelpPrepareOut => "help-prepare-out",
            Self::HelpCancel => "help-cancel",
            Self::HelpRequest => "help-request",
            Self::HelpEnter => "help-enter",
            Self::HelpEnterAnswer => "help-enter-answer",
            Self::HelpArgSameWords => "help-arg-same-words",
            Self::HelpNewWords => "help-new-words",
            Self::HelpNewWordsWithout => "help-new-words-without",
            Self::HelpNewWordsNoWayBack => "help-new-words-no-way-back",
            Self::HelpNewWordsWordsFd => "help-new-words-words-fd",
            Self::HelpUseWords => "help-use-words",
            Self::HelpRestore => "help-restore",
            Self::HelpRebuild => "help-rebuild",
            Self::HelpVerify => "help-verify",
            Self::HelpPassphrase => "help-passphrase",
            Self::HelpErase => "help-erase",
            Self::HelpTour => "help-tour",
            Self::HelpCompletions => "help-completions",
            Self::HelpMan => "help-man",
            Self::HelpAllergy => "help-allergy",
            Self::HelpProblem => "help-problem",
            Self::HelpMedicine => "help-medicine",
            Self::HelpVaccine => "help-vaccine",
            Self::HelpMeasurement => "help-measurement",
            Self::HelpBloodPressure => "help-blood-pressure",
            Self::HelpProcedure => "help-procedure",
            Self::HelpNote => "help-note",
            Self::HelpContact => "help-contact",
            Self::HelpDirective => "help-directive",
            Self::HelpProfile => "help-profile",
            Self::HelpArgRecord => "help-arg-record",
            Self::HelpArgConfidential => "help-arg-confidential",
            Self::HelpArgPassphraseFd => "help-arg-passphrase-fd",
            Self::HelpArgJson => "help-arg-json",
            Self::HelpArgYes => "help-arg-yes",
            Self::HelpArgAcceptOlder => "help-arg-accept-older",
            Self::HelpArgName => "help-arg-name",
            Self::HelpArgKdf => "help-arg-kdf",
            Self::HelpArgSection => "help-arg-section",
            Self::HelpArgRelay => "help-arg-relay",
            Self::HelpArgLink => "help-arg-link",
            Self::HelpArgNoPdf => "help-arg-no-pdf",
            Self::HelpTrendsFonts => "help-trends-fonts",
            Self::HelpGrowthFonts => "help-growth-fonts",
            Self::HelpArgFonts => "help-arg-fonts",
            Self::HelpArgLimit => "help-arg-limit",
            Self::HelpArgOffset => "help-arg-offset",
            Self::HelpArgId => "help-arg-id",
            Self::HelpArgReason => "help-arg-reason",
            Self::HelpArgOut => "help-arg-out",
            Self::HelpArgFile => "help-arg-file",
            Self::HelpArgTitle => "help-arg-title",
            Self::HelpArgSameDigits => "help-arg-same-digits",
            Self::HelpArgNoAnnounce => "help-arg-no-announce",
            Self::HelpArgCodeFd => "help-arg-code-fd",
            Self::HelpArgWordsFd => "help-arg-words-fd",
            Self::HelpArgWhat => "help-arg-what",
            Self::HelpArgCode => "help-arg-code",
            Self::HelpArgBy => "help-arg-by",
            Self::HelpArgNote => "help-arg-note",
            Self::HelpArgSince => "help-arg-since",
            Self::HelpArgUntil => "help-arg-until",
            Self::HelpArgWhen => "help-arg-when",
            Self::HelpArgStatus => "help-arg-status",
            Self::HelpArgCertainty => "help-arg-certainty",
            Self::HelpArgPhone => "help-arg-phone",
            Self::HelpArgEmail => "help-arg-email",
            Self::HelpArgAddress => "help-arg-address",
            Self::HelpAuditBefore => "help-audit-before",
            Self::HelpAuditGiven => "help-audit-given",
            Self::HelpAuditVerify => "help-audit-verify",
            Self::HelpAuditFhir => "help-audit-fhir",
            Self::HelpCardOut => "help-card-out",
            Self::HelpCardWith => "help-card-with",
            Self::HelpCardWithout => "help-card-without",
            Self::HelpCardOnly => "help-card-only",
            Self::HelpCardPlain => "help-card-plain",
            Self::HelpCardPaper => "help-card-paper",
            Self::HelpCardFonts => "help-card-fonts",
            Self::HelpCardPage => "help-card-page",
            Self::HelpScanInput => "help-scan-input",
            Self::HelpScanKnown => "help-scan-known",
            Self::HelpArgLanguage => "help-arg-language",
            Self::HelpImportFiles => "help-import-files",
            Self::HelpImportDayFirst => "help-import-day-first",
            Self::HelpImportMonthFirst => "help-import-month-first",
            Self::HelpImportDecimalComma => "help-import-decimal-comma",
            Self::HelpImportThousandsComma => "help-import-thousands-comma",
            Self::HelpImportUnit => "help-import-unit",
            Self::HelpImportZone => "help-import-zone",
            Self::HelpArgImport => "help-arg-import",
            Self::HelpImportTrust => "help-import-trust",
            Self::HelpImportRecipient => "help-import-recipient",
            Self::HelpImportPasscodeFd => "help-import-passcode-fd",
            Self::HelpImportThisMachine => "help-import-this-machine",
            Self::HelpImportSamePerson => "help-import-same-person",
            Self::HelpListAll => "help-list-all",
            Self::HelpItemContent => "help-item-content",
            Self::HelpTimelineFrom => "help-timeline-from",
            Self::HelpTimelineTo => "help-timeline-to",
            Self::HelpSearchWords => "help-search-words",
            Self::HelpKnownOnDay => "help-known-on-day",
            Self::HelpResolveWith => "help-resolve-with",
            Self::HelpResolveKeep => "help-resolve-keep",
            Self::HelpResolveWithdraw => "help-resolve-withdraw",
            Self::HelpAttachMediaType => "help-attach-media-type",
            Self::HelpAttachSamePerson => "help-attach-same-person",
            Self::HelpExportFormat => "help-export-format",
            Self::HelpExportSections => "help-export-sections",
            Self::HelpExportCurrent => "help-export-current",
            Self::HelpExportReconciled => "help-export-reconciled",
            Self::HelpExportProvenance => "help-export-provenance",
            Self::HelpGrantSection => "help-grant-section",
            Self::HelpGrantRead => "help-grant-read",
            Self::HelpGrantLater => "help-grant-later",
            Self::HelpGrantAppend => "help-grant-append",
            Self::HelpGrantFor => "help-grant-for",
            Self::HelpGrantUses => "help-grant-uses",
            Self::HelpGrantPasscodeFd => "help-grant-passcode-fd",
            Self::HelpGrantDelegable => "help-grant-delegable",
            Self::HelpGrantAddress => "help-grant-address",
            Self::HelpGrantOut => "help-grant-out",
            Self::HelpGrantConfirmDate => "help-grant-confirm-date",
            Self::HelpGrantRelay => "help-grant-relay",
            Self::HelpFromRelayUrl => "help-from-relay-url",
            Self::HelpBackupRelay => "help-backup-relay",
            Self::HelpUseRelayUrl => "help-use-relay-url",
            Self::HelpUseRelayNone => "help-use-relay-none",
            Self::HelpClinicName => "help-clinic-name",
            Self::HelpClinicListen => "help-clinic-listen",
            Self::HelpClinicData => "help-clinic-data",
            Self::HelpClinicHost => "help-clinic-host",
            Self::HelpClinicTlsCert => "help-clinic-tls-cert",
            Self::HelpClinicTlsKey => "help-clinic-tls-key",
            Self::HelpClinicBehindProxy => "help-clinic-behind-proxy",
            Self::HelpClinicOwnCertificate => "help-clinic-own-certificate",
            Self::HelpClinicAlone => "help-clinic-alone",
            Self::HelpClinicPasskeysOptional => "help-clinic-passkeys-optional",
            Self::HelpClinicLogoff => "help-clinic-logoff",
            Self::HelpRelayListen => "help-relay-listen",
            Self::HelpRelayMetrics => "help-relay-metrics",
            Self::HelpRelayStore => "help-relay-store",
            Self::HelpRelayBlobs => "help-relay-blobs",
            Self::HelpRelayBlobsAbove => "help-relay-blobs-above",
            Self::HelpRelayPage => "help-relay-page",
            Self::HelpRelayTlsCert => "help-relay-tls-cert",
            Self::HelpRelayTlsKey => "help-relay-tls-key",
            Self::HelpRelayUrl => "help-relay-url",
            Self::HelpRelayBehindProxy => "help-relay-behind-proxy",
            Self::HelpRelayCapacity => "help-relay-capacity",
            Self::HelpRelayRequests => "help-relay-requests",
            Self::HelpRelayUpload => "help-relay-upload",
            Self::HelpRelayConnections => "help-relay-connections",
            Self::HelpRelayConnectionsEach => "help-relay-connections-each",
            Self::HelpRelayMemory => "help-relay-memory",
            Self::HelpRelaySweep => "help-relay-sweep",
            Self::HelpServeListen => "help-serve-listen",
            Self::HelpServeWait => "help-serve-wait",
            Self::HelpServeAgree => "help-serve-agree",
            Self::HelpServeStay => "help-serve-stay",
            Self::HelpServeConfirmDate => "help-serve-confirm-date",
            Self::HelpRedeemInput => "help-redeem-input",
            Self::HelpRedeemAs => "help-redeem-as",
            Self::HelpRedeemReason => "help-redeem-reason",
            Self::HelpRedeemPasscodeFd => "help-redeem-passcode-fd",
            Self::HelpRedeemChart => "help-redeem-chart",
            Self::HelpRedeemOut => "help-redeem-out",
            Self::HelpAskAs => "help-ask-as",
            Self::HelpAskOut => "help-ask-out",
            Self::HelpGiveGrant => "help-give-grant",
            Self::HelpGiveTo => "help-give-to",
            Self::HelpGiveSection => "help-give-section",
            Self::HelpGiveAppend => "help-give-append",
            Self::HelpGiveOnce => "help-give-once",
            Self::HelpGiveFor => "help-give-for",
            Self::HelpGiveOut => "help-give-out",
            Self::HelpGiveConfirmDate => "help-give-confirm-date",
            Self::HelpRevokeGrant => "help-revoke-grant",
            Self::HelpWaitingAdmit => "help-waiting-admit",
            Self::HelpStandingSection => "help-standing-section",
            Self::HelpStandingAs => "help-standing-as",
            Self::HelpStandingFor => "help-standing-for",
            Self::HelpStandingUses => "help-standing-uses",
            Self::HelpStandingWait => "help-standing-wait",
            Self::HelpStandingOut => "help-standing-out",
            Self::HelpStandingPaper => "help-standing-paper",
            Self::HelpStandingFonts => "help-standing-fonts",
            Self::HelpStandingConfirmDate => "help-standing-confirm-date",
            Self::HelpDrawGrant => "help-draw-grant",
            Self::HelpDrawOut => "help-draw-out",
            Self::HelpDrawPaper => "help-draw-paper",
            Self::HelpDrawFonts => "help-draw-fonts",
            Self::HelpAllowSection => "help-allow-section",
            Self::HelpAllowFor => "help-allow-for",
            Self::HelpAllowAddress => "help-allow-address",
            Self::HelpAllowOut => "help-allow-out",
            Self::HelpAllowConfirmDate => "help-allow-confirm-date",
            Self::HelpOfferListen => "help-offer-listen",
            Self::HelpOfferAddress => "help-offer-address",
            Self::HelpLostDevice => "help-lost-device",
            Self::HelpLostNoWayBack => "help-lost-no-way-back",
            Self::HelpJoinCode => "help-join-code",
            Self::HelpListenAddress => "help-listen-address",
            Self::HelpListenStay => "help-listen-stay",
            Self::HelpConnectAddress => "help-connect-address",
            Self::HelpConnectDevice => "help-connect-device",
            Self::HelpLettersDevice => "help-letters-device",
            Self::HelpRestoreFile => "help-restore-file",
            Self::HelpPassphraseNewPassphraseFd => "help-passphrase-new-passphrase-fd",
            Self::HelpEraseEraseRecord => "help-erase-erase-record",
            Self::HelpTourFile => "help-tour-file",
            Self::HelpCompletionsShell => "help-completions-shell",
            Self::HelpManOut => "help-man-out",
            Self::HelpAllergyNoneKnown => "help-allergy-none-known",
            Self::HelpAllergyReaction => "help-allergy-reaction",
            Self::HelpAllergySeverity => "help-allergy-severity",
            Self::HelpAllergyRisk => "help-allergy-risk",
            Self::HelpAllergyCategory => "help-allergy-category",
            Self::HelpMedicineHow => "help-medicine-how",
            Self::HelpMedicineReasonFor => "help-medicine-reason-for",
            Self::HelpVaccineNotGiven => "help-vaccine-not-given",
            Self::HelpVaccineDose => "help-vaccine-dose",
            Self::HelpVaccineLot => "help-vaccine-lot",
            Self::HelpVaccineGivenBy => "help-vaccine-given-by",
            Self::HelpMeasurementValue => "help-measurement-value",
            Self::HelpMeasurementUnit => "help-measurement-unit",
            Self::HelpMeasurementUcum => "help-measurement-ucum",
            Self::HelpMeasurementCategory => "help-measurement-category",
            Self::HelpMeasurementLow => "help-measurement-low",
            Self::HelpMeasurementHigh => "help-measurement-high",
            Self::HelpMeasurementFlag => "help-measurement-flag",
            Self::HelpBloodPressureSystolic => "help-blood-pressure-systolic",
            Self::HelpBloodPressureDiastolic => "help-blood-pressure-diastolic",
            Self::HelpProcedureBodySite => "help-procedure-body-site",
            Self::HelpProcedureDoneBy => "help-procedure-done-by",
            Self::HelpProcedureOutcome => "help-procedure-outcome",
            Self::HelpNoteText => "help-note-text",
            Self::HelpContactWho => "help-contact-who",
            Self::HelpContactRelationship => "help-contact-relationship",
            Self::HelpContactEmergency => "help-contact-emergency",
            Self::HelpDirectiveKind => "help-directive-kind",
            Self::HelpDirectiveText => "help-directive-text",
            Self::HelpDirectiveFile => "help-directive-file",
            Self::HelpProfileGiven => "help-profile-given",
            Self::HelpProfileFamily => "help-profile-family",
            Self::HelpProfileBirthDate => "help-profile-birth-date",
            Self::HelpProfileGender => "help-profile-gender",
            Self::HelpProfileLanguage => "help-profile-language",
            Self::TourHeading => "tour-heading",
            Self::TourTime { .. } => "tour-time",
            Self::TourCreateName => "tour-create-name",
            Self::TourCreate { .. } => "tour-create",
            Self::TourImportName => "tour-import-name",
            Self::TourImport { .. } => "tour-import",
            Self::TourAllergiesName => "tour-allergies-name",
            Self::TourAllergies { .. } => "tour-allergies",
            Self::TourTrendName => "tour-trend-name",
            Self::TourTrend { .. } => "tour-trend",
            Self::TourCheckName => "tour-check-name",
            Self::TourCheck { .. } => "tour-check",
            Self::TourCorrectName => "tour-correct-name",
            Self::TourCorrect { .. } => "tour-correct",
            Self::TourPairName => "tour-pair-name",
            Self::TourPair { .. } => "tour-pair",
            Self::TourFirstSyncName => "tour-first-sync-name",
            Self::TourFirstSync { .. } => "tour-first-sync",
            Self::TourApartName => "tour-apart-name",
            Self::TourApart { .. } => "tour-apart",
            Self::TourSyncName => "tour-sync-name",
            Self::TourSync { .. } => "tour-sync",
            Self::TourDisagreeName => "tour-disagree-name",
            Self::TourDisagree { .. } => "tour-disagree",
            Self::TourResolveName => "tour-resolve-name",
            Self::TourResolve { .. } => "tour-resolve",
            Self::TourCardName => "tour-card-name",
            Self::TourCard { .. } => "tour-card",
            Self::TourCardUnread => "tour-card-unread",
            Self::TourCardUnreadNext => "tour-card-unread-next",
            Self::TourVerifyName => "tour-verify-name",
            Self::TourVerify { .. } => "tour-verify",
            Self::TourTamperName => "tour-tamper-name",
            Self::TourTamper { .. } => "tour-tamper",
            Self::ShcListed { .. } => "shc-listed",
            Self::ShcSupplied => "shc-supplied",
            Self::ShcUnchecked => "shc-unchecked",
            Self::ShcSignature => "shc-signature",
            Self::ShcRevoked => "shc-revoked",
            Self::ShcExpired => "shc-expired",
            Self::ShcNotYet => "shc-not-yet",
            Self::ShcIssuer { .. } => "shc-issuer",
            Self::ShcUntil { .. } => "shc-until",
            Self::ShcChunks => "shc-chunks",
            Self::ShcChunksNext => "shc-chunks-next",
            Self::ShcOther => "shc-other",
            Self::ShcOtherNext => "shc-other-next",
            Self::ShcDamaged => "shc-damaged",
            Self::ShcDamagedNext => "shc-damaged-next",
            Self::TrustList { .. } => "trust-list",
            Self::TrustListNext => "trust-list-next",
            Self::StoryTitle => "story-title",
            Self::AskPasscode => "ask-passcode",
            Self::LinkShow => "link-show",
            Self::LinkMade { .. } => "link-made",
            Self::LinkPasscode => "link-passcode",
            Self::LinkHolder => "link-holder",
            Self::LinkNext => "link-next",
            Self::LinkWhole => "link-whole",
            Self::LinkOpen => "link-open",
            Self::LinkOver => "link-over",
            Self::LinkDestroyed => "link-destroyed",
            Self::LinksNone => "links-none",
            Self::LinkLive { .. } => "link-live",
            Self::LinkNotLive { .. } => "link-not-live",
            Self::LinkPaused { .. } => "link-paused",
            Self::LinkResumed { .. } => "link-resumed",
            Self::LinkEnded { .. } => "link-ended",
            Self::LinkUpdated { .. } => "link-updated",
            Self::LinkUses { .. } => "link-uses",
            Self::LinkAttempts { .. } => "link-attempts",
            Self::LinkNobody => "link-nobody",
            Self::LinkOpened { .. } => "link-opened",
            Self::LinkRefused { .. } => "link-refused",
            Self::LinkUnreadable { .. } => "link-unreadable",
            Self::LinkWindow => "link-window",
            Self::LinkWindowNext => "link-window-next",
            Self::LinkLabel => "link-label",
            Self::LinkLabelNext => "link-label-next",
            Self::LinkPasscodeDirect => "link-passcode-direct",
            Self::LinkPasscodeDirectNext => "link-passcode-direct-next",
            Self::LinkAddress => "link-address",
            Self::LinkAddressNext => "link-address-next",
            Self::LinkNothing => "link-nothing",
            Self::LinkNothingNext => "link-nothing-next",
            Self::LinkPerson => "link-person",
            Self::LinkPersonNext => "link-person-next",
            Self::LinkTooMuch => "link-too-much",
            Self::LinkTooMuchNext => "link-too-much-next",
            Self::LinkUnknown => "link-unknown",
            Self::LinkUnknownNext => "link-unknown-next",
            Self::LinkHasEnded => "link-has-ended",
            Self::LinkHasEndedNext => "link-has-ended-next",
            Self::LinkFixed => "link-fixed",
            Self::LinkFixedNext => "link-fixed-next",
            Self::HealthCardShow => "health-card-show",
            Self::HealthCardMade { .. } => "health-card-made",
            Self::HealthCardSupplied => "health-card-supplied",
            Self::HealthCardUnchecked => "health-card-unchecked",
            Self::HealthCardLeftOut { .. } => "health-card-left-out",
            Self::HealthCardNoRoom => "health-card-no-room",
            Self::HealthCardNoCode => "health-card-no-code",
            Self::HealthCardInError => "health-card-in-error",
            Self::HealthCardOtherType => "health-card-other-type",
            Self::HealthCardWindow => "health-card-window",
            Self::HealthCardWindowNext => "health-card-window-next",
            Self::HealthCardPerson => "health-card-person",
            Self::HealthCardPersonNext => "health-card-person-next",
            Self::HealthCardPublic => "health-card-public",
            Self::HealthCardPublicNext => "health-card-public-next",
            Self::HealthCardNoRelay => "health-card-no-relay",
            Self::HealthCardNoRelayNext => "health-card-no-relay-next",
            Self::FollowDone { .. } => "follow-done",
            Self::FollowUnproved => "follow-unproved",
            Self::FollowFhir { .. } => "follow-fhir",
            Self::FollowOther { .. } => "follow-other",
            Self::FollowFileUnopened => "follow-file-unopened",
            Self::FollowFileMissing => "follow-file-missing",
            Self::FollowImported { .. } => "follow-imported",
            Self::FollowImportedNext => "follow-imported-next",
            Self::FollowNext => "follow-next",
            Self::FollowNoLink => "follow-no-link",
            Self::FollowNoLinkNext => "follow-no-link-next",
            Self::FollowHere => "follow-here",
            Self::FollowHereNext => "follow-here-next",
            Self::FollowPasscode => "follow-passcode",
            Self::FollowPasscodeNext => "follow-passcode-next",
            Self::FollowRecipient => "follow-recipient",
            Self::FollowRecipientNext => "follow-recipient-next",
            Self::FollowTooLong => "follow-too-long",
            Self::FollowTooLongNext => "follow-too-long-next",
            Self::FollowUnreachable => "follow-unreachable",
            Self::FollowUnreachableNext => "follow-unreachable-next",
            Self::FollowDead => "follow-dead",
            Self::FollowDeadNext => "follow-dead-next",
            Self::FollowWrongPasscode { .. } => "follow-wrong-passcode",
            Self::FollowWrongPasscodeNext => "follow-wrong-passcode-next",
            Self::FollowWrongPasscodeBare => "follow-wrong-passcode-bare",
            Self::FollowWrongPasscodeBareNext => "follow-wrong-passcode-bare-next",
            Self::FollowNotActive => "follow-not-active",
            Self::FollowNotActiveNext => "follow-not-active-next",
            Self::FollowTooMany => "follow-too-many",
            Self::FollowTooManyNext { .. } => "follow-too-many-next",
            Self::FollowManifest => "follow-manifest",
            Self::FollowManifestNext => "follow-manifest-next",
            Self::FollowOtherKey => "follow-other-key",
            Self::FollowOtherKeyNext => "follow-other-key-next",
            Self::FollowFile => "follow-file",
            Self::FollowFileNext => "follow-file-next",
            Self::ShlFound { .. } => "shl-found",
            Self::ShlLabel { .. } => "shl-label",
            Self::ShlUntil { .. } => "shl-until",
            Self::ShlStale => "shl-stale",
            Self::ShlPasscode => "shl-passcode",
            Self::ShlKey => "shl-key",
            Self::ShlNext => "shl-next",
            Self::ShlNewer => "shl-newer",
            Self::ShlNewerNext => "shl-newer-next",
            Self::ShlDamaged => "shl-damaged",
            Self::ShlDamagedNext => "shl-damaged-next",
            Self::ScanGrant => "scan-grant",
            Self::ScanEmergency => "scan-emergency",
            Self::ScanUntil { .. } => "scan-until",
            Self::ScanPasscode => "scan-passcode",
            Self::ScanRedeem => "scan-redeem",
            Self::ScanDelegation { .. } => "scan-delegation",
            Self::ScanDelegate { .. } => "scan-delegate",
            Self::ScanDelegateNext => "scan-delegate-next",
            Self::TourGrantName => "tour-grant-name",
            Self::TourGrant { .. } => "tour-grant",
            Self::TourVisitName => "tour-visit-name",
            Self::TourVisit { .. } => "tour-visit",
            Self::TourEndName => "tour-end-name",
            Self::TourEnd { .. } => "tour-end",
            Self::TourAuditName => "tour-audit-name",
            Self::TourAudit { .. } => "tour-audit",
            Self::TourRelayName => "tour-relay-name",
            Self::TourRelay { .. } => "tour-relay",
            Self::TourLinkName => "tour-link-name",
            Self::TourLink { .. } => "tour-link",
            Self::TourLoseName => "tour-lose-name",
            Self::TourLose { .. } => "tour-lose",
            Self::TourBackupName => "tour-backup-name",
            Self::TourBackup { .. } => "tour-backup",
            Self::TourRestoreName => "tour-restore-name",
            Self::TourRestore { .. } => "tour-restore",
            Self::TourDone { .. } => "tour-done",
            Self::TourFolder => "tour-folder",
            Self::TourFolderNext => "tour-folder-next",
            Self::TourDigits => "tour-digits",
            Self::TourDigitsNext => "tour-digits-next",
            Self::TourProgram => "tour-program",
            Self::TourProgramNext => "tour-program-next",
            Self::TourStep { .. } => "tour-step",
            Self::TourStepNext => "tour-step-next",
            Self::ChartLocked => "chart-locked",
            Self::ChartLockedNext => "chart-locked-next",
            Self::Internal => "internal",
            Self::InternalNext => "internal-next",
            Self::KeyCancelled => "key-cancelled",
            Self::KeyCancelledNext => "key-cancelled-next",
            Self::KeyLost => "key-lost",
            Self::KeyLostNext => "key-lost-next",
            Self::KeyFailed => "key-failed",
            Self::KeyFailedNext => "key-failed-next",
            Self::CardShow => "card-show",
            Self::CardPlainShow => "card-plain-show",
            Self::CardWhoApp => "card-who-app",
            Self::CardWhoPage { .. } => "card-who-page",
            Self::CardWhoPlain => "card-who-plain",
            Self::CardPossession => "card-possession",
            Self::CardReview { .. } => "card-review",
            Self::CardOnIt => "card-on-it",
            Self::CardLetters => "card-letters",
            Self::CardOffIt => "card-off-it",
            Self::CardWritten { .. } => "card-written",
            Self::CardTooWide { .. } => "card-too-wide",
            Self::CardUnreviewed { .. } => "card-unreviewed",
            Self::CardLanguageEs => "card-language-es",
            Self::CardLanguageFr => "card-language-fr",
            Self::CardLanguageDe => "card-language-de",
            Self::CardLanguageAr => "card-language-ar",
            Self::CardLanguageZh => "card-language-zh",
            Self::CardContactKind => "card-contact-kind",
            Self::CardPersonKind => "card-person-kind",
            Self::CardEmpty => "card-empty",
            Self::CardEmptyNext => "card-empty-next",
            Self::CardTooMuch => "card-too-much",
            Self::CardTooMuchNext => "card-too-much-next",
            Self::CardNotOffered { .. } => "card-not-offered",
            Self::CardNotOfferedNext => "card-not-offered-next",
            Self::CardPageWrong { .. } => "card-page-wrong",
            Self::CardPageWrongNext => "card-page-wrong-next",
            Self::CardFileKind { .. } => "card-file-kind",
            Self::CardFileKindNext => "card-file-kind-next",
            Self::CardPaperSmall => "card-paper-small",
            Self::CardPaperSmallNext => "card-paper-small-next",
            Self::CardNoLetter { .. } => "card-no-letter",
            Self::CardNoLetterNext => "card-no-letter-next",
            Self::CardNoFont => "card-no-font",
            Self::CardNoFontNext => "card-no-font-next",
            Self::CardNewer => "card-newer",
            Self::CardNewerNext => "card-newer-next",
            Self::CardAltered => "card-altered",
            Self::CardAlteredNext => "card-altered-next",
            Self::CardNotOne => "card-not-one",
            Self::CardNotOneNext => "card-not-one-next",
            Self::ScanNoCode => "scan-no-code",
            Self::ScanNoCodeNext => "scan-no-code-next",
            Self::ScanNoPicture { .. } => "scan-no-picture",
            Self::ScanNoPictureNext => "scan-no-picture-next",
            Self::ScanKnownWrong { .. } => "scan-known-wrong",
            Self::ScanKnownWrongNext => "scan-known-wrong-next",
            Self::FindingHarmBleeding { .. } => "finding-harm-bleeding",
            Self::FindingHarmSerotonin { .. } => "finding-harm-serotonin",
            Self::FindingHarmHeartRhythm { .. } => "finding-harm-heart-rhythm",
            Self::FindingHarmBreathing { .. } => "finding-harm-breathing",
            Self::FindingHarmMuscle { .. } => "finding-harm-muscle",
            Self::FindingHarmPotassiumHigh { .. } => "finding-harm-potassium-high",
            Self::FindingHarmPotassiumLow { .. } => "finding-harm-potassium-low",
            Self::FindingHarmSodiumLow { .. } => "finding-harm-sodium-low",
            Self::FindingHarmContraception { .. } => "finding-harm-contraception",
            Self::FindingHarmLiveVaccine { .. } => "finding-harm-live-vaccine",
            Self::FindingHarmUnborn { .. } => "finding-harm-unborn",
            Self::FindingHarmHeadPressure { .. } => "finding-harm-head-pressure",
            Self::FindingHarmAcid { .. } => "finding-harm-acid",
            Self::FindingHarmBloodCells { .. } => "finding-harm-blood-cells",
            Self::FindingHarmNarrowedVessels { .. } => "finding-harm-narrowed-vessels",
            Self::FindingHarmPressureHigh { .. } => "finding-harm-pressure-high",
            Self::FindingHarmPressureLow { .. } => "finding-harm-pressure-low",
            Self::FindingHarmSeizure { .. } => "finding-harm-seizure",
            Self::FindingHarmSleepy { .. } => "finding-harm-sleepy",
            Self::FindingHarmSlowHeart { .. } => "finding-harm-slow-heart",
            Self::FindingHarmHearing { .. } => "finding-harm-hearing",
            Self::FindingHarmKidney { .. } => "finding-harm-kidney",
            Self::FindingHarmSugarLow { .. } => "finding-harm-sugar-low",
            Self::FindingHarmSugarHigh { .. } => "finding-harm-sugar-high",
            Self::FindingHarmLiver { .. } => "finding-harm-liver",
            Self::FindingHarmFlushing { .. } => "finding-harm-flushing",
            Self::FindingHarmLithium { .. } => "finding-harm-lithium",
            Self::FindingHarmAngioedema { .. } => "finding-harm-angioedema",
            Self::FindingHarmAnticholinergic { .. } => "finding-harm-anticholinergic",
            Self::FindingHarmMoreOfA { .. } => "finding-harm-more-of-a",
            Self::FindingHarmMoreOfB { .. } => "finding-harm-more-of-b",
            Self::FindingHarmLessOfA { .. } => "finding-harm-less-of-a",
            Self::FindingHarmLessOfB { .. } => "finding-harm-less-of-b",
            Self::FindingHarmMoreEffect { .. } => "finding-harm-more-effect",
            Self::FindingHarmLessEffect { .. } => "finding-harm-less-effect",
            Self::FindingHarmOther { .. } => "finding-harm-other",
            Self::FindingDuplicateEntry { .. } => "finding-duplicate-entry",
            Self::FindingDuplicateIngredient { .. } => "finding-duplicate-ingredient",
            Self::FindingDuplicateClass { .. } => "finding-duplicate-class",
            Self::FindingAllergySame { .. } => "finding-allergy-same",
            Self::FindingAllergyGroup { .. } => "finding-allergy-group",
            Self::FindingAllergyCross { .. } => "finding-allergy-cross",
            Self::FindingAllergyCrossRate { .. } => "finding-allergy-cross-rate",
            Self::FindingAllergyCrossLow { .. } => "finding-allergy-cross-low",
            Self::FindingAllergyContains { .. } => "finding-allergy-contains",
            Self::FindingWithAsthma { .. } => "finding-with-asthma",
            Self::FindingWithBleeding { .. } => "finding-with-bleeding",
            Self::FindingWithBreastCancer { .. } => "finding-with-breast-cancer",
            Self::FindingWithClot { .. } => "finding-with-clot",
            Self::FindingWithG6pd { .. } => "finding-with-g6pd",
            Self::FindingWithGlaucoma { .. } => "finding-with-glaucoma",
            Self::FindingWithHeartBlock { .. } => "finding-with-heart-block",
            Self::FindingWithHeartDisease { .. } => "finding-with-heart-disease",
            Self::FindingWithHeartFailure { .. } => "finding-with-heart-failure",
            Self::FindingWithHighPotassium { .. } => "finding-with-high-potassium",
            Self::FindingWithLiver { .. } => "finding-with-liver",
            Self::FindingWithLongQt { .. } => "finding-with-long-qt",
            Self::FindingWithMyasthenia { .. } => "finding-with-myasthenia",
            Self::FindingWithOldAge { .. } => "finding-with-old-age",
            Self::FindingWithParkinson { .. } => "finding-with-parkinson",
            Self::FindingWithPregnancy { .. } => "finding-with-pregnancy",
            Self::FindingWithSeizures { .. } => "finding-with-seizures",
            Self::FindingWithStomachBleeding { .. } => "finding-with-stomach-bleeding",
            Self::FindingWithStroke { .. } => "finding-with-stroke",
            Self::FindingWithUlcer { .. } => "finding-with-ulcer",
            Self::FindingWithWeakKidneys { .. } => "finding-with-weak-kidneys",
            Self::FindingWithYoungAge { .. } => "finding-with-young-age",
            Self::FindingAdviceNever => "finding-advice-never",
            Self::FindingAdviceAsk => "finding-advice-ask",
            Self::FindingAdviceCare => "finding-advice-care",
            Self::FindingAdviceKnow => "finding-advice-know",
            Self::FindingAdviceTell => "finding-advice-tell",
            Self::FindingAdviceApart => "finding-advice-apart",
            Self::FindingAdviceBarrier => "finding-advice-barrier",
            Self::FindingAdviceBloodTest => "finding-advice-blood-test",
            Self::FindingAdviceDose => "finding-advice-dose",
            Self::FindingAdviceEcg => "finding-advice-ecg",
            Self::FindingAdviceInr => "finding-advice-inr",
            Self::FindingAdviceKidney => "finding-advice-kidney",
            Self::FindingAdvicePotassium => "finding-advice-potassium",
            Self::FindingAdviceSugar => "finding-advice-sugar",
            Self::FindingAdviceWatch => "finding-advice-watch",
            Self::FindingAdviceOther => "finding-advice-other",
            Self::FindingAdviceAnaphylaxis => "finding-advice-anaphylaxis",
            Self::FindingAdviceDuplicate => "finding-advice-duplicate",
            Self::FindingAdviceReconcile => "finding-advice-reconcile",
            Self::FindingMissingAge => "finding-missing-age",
            Self::FindingMissingSex => "finding-missing-sex",
            Self::FindingMissingDose { .. } => "finding-missing-dose",
            Self::FindingMissingRoute { .. } => "finding-missing-route",
            Self::FindingMissingLocal { .. } => "finding-missing-local",
            Self::FindingMissingPregnancy => "finding-missing-pregnancy",
            Self::FindingMissingResult { .. } => "finding-missing-result",
            Self::FindingMissingWeekOfPregnancy => "finding-missing-week-of-pregnancy",
            Self::FindingMissingCircumstances => "finding-missing-circumstances",
            Self::FindingNotCheckedMedicine { .. } => "finding-not-checked-medicine",
            Self::FindingNotCheckedIngredient { .. } => "finding-not-checked-ingredient",
            Self::FindingNotCheckedInteractions { .. } => "finding-not-checked-interactions",
            Self::FindingNotCheckedStatus { .. } => "finding-not-checked-status",
            Self::FindingNotCheckedAllergy { .. } => "finding-not-checked-allergy",
            Self::FindingNotCheckedNoAllergies => "finding-not-checked-no-allergies",
            Self::FindingProblemAcuteCoronarySyndrome => "finding-problem-acute-coronary-syndrome",
            Self::FindingProblemAlcoholDependence => "finding-problem-alcohol-dependence",
            Self::FindingProblemAngina => "finding-problem-angina",
            Self::FindingProblemAsthma => "finding-problem-asthma",
            Self::FindingProblemAtrialFibrillation => "finding-problem-atrial-fibrillation",
            Self::FindingProblemBleedingDisorder => "finding-problem-bleeding-disorder",
            Self::FindingProblemBleedingStomachOrGut => "finding-problem-bleeding-stomach-or-gut",
            Self::FindingProblemBreastCancer => "finding-problem-breast-cancer",
            Self::FindingProblemCopd => "finding-problem-copd",
            Self::FindingProblemDepression => "finding-problem-depression",
            Self::FindingProblemDiabetes => "finding-problem-diabetes",
            Self::FindingProblemEpilepsy => "finding-problem-epilepsy",
            Self::FindingProblemFluidRetention => "finding-problem-fluid-retention",
            Self::FindingProblemG6pdDeficiency => "finding-problem-g6pd-deficiency",
            Self::FindingProblemGlaucomaAngleClosure => "finding-problem-glaucoma-angle-closure",
            Self::FindingProblemGout => "finding-problem-gout",
            Self::FindingProblemHeartBlock => "finding-problem-heart-block",
            Self::FindingProblemHeartFailure => "finding-problem-heart-failure",
            Self::FindingProblemHemorrhagicStroke => "finding-problem-hemorrhagic-stroke",
            Self::FindingProblemHyperkalemia => "finding-problem-hyperkalemia",
            Self::FindingProblemHypertension => "finding-problem-hypertension",
            Self::FindingProblemHypokalemia => "finding-problem-hypokalemia",
            Self::FindingProblemHypothyroidism => "finding-problem-hypothyroidism",
            Self::FindingProblemIschemicHeartDisease => "finding-problem-ischemic-heart-disease",
            Self::FindingProblemKidneyFailureModerate => "finding-problem-kidney-failure-moderate",
            Self::FindingProblemKidneyFailureSevere => "finding-problem-kidney-failure-severe",
            Self::FindingProblemLactation => "finding-problem-lactation",
            Self::FindingProblemLiverFailure => "finding-problem-liver-failure",
            Self::FindingProblemLongQt => "finding-problem-long-qt",
            Self::FindingProblemMigraine => "finding-problem-migraine",
            Self::FindingProblemMyastheniaGravis => "finding-problem-myasthenia-gravis",
            Self::FindingProblemParkinsonDisease => "finding-problem-parkinson-disease",
            Self::FindingProblemPepticUlcer => "finding-problem-peptic-ulcer",
            Self::FindingProblemPheochromocytoma => "finding-problem-pheochromocytoma",
            Self::FindingProblemPorphyria => "finding-problem-porphyria",
            Self::FindingProblemPregnancy => "finding-problem-pregnancy",
            Self::FindingProblemProstateEnlargement => "finding-problem-prostate-enlargement",
            Self::FindingProblemStroke => "finding-problem-stroke",
            Self::FindingProblemVenousThrombosis => "finding-problem-venous-thrombosis",
            Self::MeasureLow { .. } => "measure-low",
            Self::MeasureHigh { .. } => "measure-high",
            Self::MeasureCriticalLow { .. } => "measure-critical-low",
            Self::MeasureCriticalHigh { .. } => "measure-critical-high",
            Self::MeasureOutsideNext => "measure-outside-next",
            Self::MeasureCriticalNext => "measure-critical-next",
            Self::MeasureCheckValue { .. } => "measure-check-value",
            Self::MeasureCheckValueNext => "measure-check-value-next",
            Self::MeasureNoRange { .. } => "measure-no-range",
            Self::MeasureNotDated { .. } => "measure-not-dated",
            Self::MeasureNoNumber { .. } => "measure-no-number",
            Self::MeasureUnitNotKnown { .. } => "measure-unit-not-known",
            Self::MeasurePressureWeekHigh { .. } => "measure-pressure-week-high",
            Self::TrendRisingAway { .. } => "trend-rising-away",
            Self::TrendFallingAway { .. } => "trend-falling-away",
            Self::GrowthLength => "growth-length",
            Self::GrowthHeight => "growth-height",
            Self::GrowthWeight => "growth-weight",
            Self::GrowthHeadCircumference => "growth-head-circumference",
            Self::GrowthWeightForLength => "growth-weight-for-length",
            Self::GrowthBodyMassIndex => "growth-body-mass-index",
            Self::GrowthPersonUnknown => "growth-person-unknown",
            Self::GrowthPersonNext => "growth-person-next",
            Self::GrowthNothing => "growth-nothing",
            Self::GrowthMeaning => "growth-meaning",
            Self::GrowthBelowTwo => "growth-below-two",
            Self::GrowthSource => "growth-source",
            Self::GrowthFar => "growth-far",
            Self::GrowthNext => "growth-next",
            Self::GrowthBelowOne => "growth-below-one",
            Self::GrowthAboveNinetyNine => "growth-above-ninety-nine",
            Self::GrowthAgeMonths { .. } => "growth-age-months",
            Self::GrowthAgeYears { .. } => "growth-age-years",
            Self::GrowthNoSuchChart => "growth-no-such-chart",
            Self::GrowthNoSuchChartNext => "growth-no-such-chart-next",
            Self::GrowthPlotOne => "growth-plot-one",
            Self::GrowthPlotOneNext => "growth-plot-one-next",
            Self::DueNext => "due-next",
            Self::DueOutOfDate => "due-out-of-date",
            Self::DueAbdominalAorticAneurysm => "due-abdominal-aortic-aneurysm",
            Self::DueAlcohol => "due-alcohol",
            Self::DueAnxietyAdults => "due-anxiety-adults",
            Self::DueAnxietyYoung => "due-anxiety-young",
            Self::DueBloodPressureFrom40 => "due-blood-pressure-from-40",
            Self::DueBloodPressureUnder40 => "due-blood-pressure-under-40",
            Self::DueBreastCancer => "due-breast-cancer",
            Self::DueCervicalCancerFrom30 => "due-cervical-cancer-from-30",
            Self::DueCervicalCancerUnder30 => "due-cervical-cancer-under-30",
            Self::DueChlamydiaAndGonorrhea => "due-chlamydia-and-gonorrhea",
            Self::DueColorectalCancer45To49 => "due-colorectal-cancer-45-to-49",
            Self::DueColorectalCancerFrom50 => "due-colorectal-cancer-from-50",
            Self::DueDepressionAdults => "due-depression-adults",
            Self::DueDepressionYoung => "due-depression-young",
            Self::DueDiabetes => "due-diabetes",
            Self::DueDiabetesInPregnancy => "due-diabetes-in-pregnancy",
            Self::DueDrugs => "due-drugs",
            Self::DueHepatitisBAtRisk => "due-hepatitis-b-at-risk",
            Self::DueHepatitisBInPregnancy => "due-hepatitis-b-in-pregnancy",
            Self::DueHepatitisC => "due-hepatitis-c",
            Self::DueHiv => "due-hiv",
            Self::DueHivInPregnancy => "due-hiv-in-pregnancy",
            Self::DueIntimatePartnerViolence => "due-intimate-partner-violence",
            Self::DueLungCancer => "due-lung-cancer",
            Self::DueOsteoporosis => "due-osteoporosis",
            Self::DueOsteoporosisAtRisk => "due-osteoporosis-at-risk",
            Self::DuePressureInPregnancy => "due-pressure-in-pregnancy",
            Self::DueRhInPregnancy => "due-rh-in-pregnancy",
            Self::DueSyphilisAtRisk => "due-syphilis-at-risk",
            Self::DueSyphilisInPregnancy => "due-syphilis-in-pregnancy",
            Self::DueTobacco => "due-tobacco",
            Self::DueUrineInPregnancy => "due-urine-in-pregnancy",
            Self::DueVisionOfChildren => "due-vision-of-children",
            Self::DueAskAorta => "due-ask-aorta",
            Self::DueAskHepatitisB => "due-ask-hepatitis-b",
            Self::DueAskOsteoporosis => "due-ask-osteoporosis",
            Self::DueAskPackYears => "due-ask-pack-years",
            Self::DueAskQuit => "due-ask-quit",
            Self::DueAskSexuallyActive => "due-ask-sexually-active",
            Self::DueAskSmoking => "due-ask-smoking",
            Self::DueAskSyphilis => "due-ask-syphilis",
            Self::DueProblemAbdominalAneurysm => "due-problem-abdominal-aneurysm",
            Self::DueProblemAnxiety => "due-problem-anxiety",
            Self::DueProblemCervicalCancer => "due-problem-cervical-cancer",
            Self::DueProblemColorectalCancer => "due-problem-colorectal-cancer",
            Self::DueProblemHepatitisB => "due-problem-hepatitis-b",
            Self::DueProblemHepatitisC => "due-problem-hepatitis-c",
            Self::DueProblemHiv => "due-problem-hiv",
            Self::DueProblemLungCancer => "due-problem-lung-cancer",
            Self::DueProblemNoCervix => "due-problem-no-cervix",
            Self::DueProblemOsteoporosis => "due-problem-osteoporosis",
            Self::VaccineDue { .. } => "vaccine-due",
            Self::VaccineOverdue { .. } => "vaccine-overdue",
            Self::VaccineContraindicated { .. } => "vaccine-contraindicated",
            Self::VaccineDoseDoesNotCount { .. } => "vaccine-dose-does-not-count",
            Self::VaccineAdviceDue => "vaccine-advice-due",
            Self::VaccineAdviceContraindicated => "vaccine-advice-contraindicated",
            Self::VaccineAdviceRepeat => "vaccine-advice-repeat",
            Self::VaccineNoBirthDay => "vaccine-no-birth-day",
            Self::VaccineNoCode { .. } => "vaccine-no-code",
            Self::VaccineNoDay { .. } => "vaccine-no-day",
            Self::VaccineUndatedDose => "vaccine-undated-dose",
            Self::VaccineUnknown { .. } => "vaccine-unknown",
            Self::VaccineProblemNoCode { .. } => "vaccine-problem-no-code",
            Self::VaccineProblemNotConfirmed { .. } => "vaccine-problem-not-confirmed",
            Self::VaccineReactionNotGraded { .. } => "vaccine-reaction-not-graded",
            Self::VaccineSeasonNotCovered { .. } => "vaccine-season-not-covered",
            Self::VaccineQuestionsOpen { .. } => "vaccine-questions-open",
            Self::VaccineQuestionsNext => "vaccine-questions-next",
            Self::VaccineQuestionsHeading => "vaccine-questions-heading",
            Self::VaccineQuestionsIndication => "vaccine-questions-indication",
            Self::VaccineQuestionsContraindication => "vaccine-questions-contraindication",
            Self::VaccineQuestionsImmunity => "vaccine-questions-immunity",
            Self::VaccineQuestion { .. } => "vaccine-question",
            Self::VaccinesEdition => "vaccines-edition",
            Self::VaccineStatusOverdue => "vaccine-status-overdue",
            Self::VaccineStatusDue => "vaccine-status-due",
            Self::VaccineStatusPerhaps => "vaccine-status-perhaps",
            Self::VaccineStatusLater => "vaccine-status-later",
            Self::VaccineStatusContraindicated => "vaccine-status-contraindicated",
            Self::VaccineStatusImmune => "vaccine-status-immune",
            Self::VaccineStatusComplete => "vaccine-status-complete",
            Self::VaccineStatusNotRecommended => "vaccine-status-not-recommended",
            Self::VaccineStatusAgedOut => "vaccine-status-aged-out",
            Self::VaccineReasonExpired => "vaccine-reason-expired",
            Self::VaccineReasonBadCondition => "vaccine-reason-bad-condition",
            Self::VaccineReasonInadvertent => "vaccine-reason-inadvertent",
            Self::VaccineReasonTooYoung => "vaccine-reason-too-young",
            Self::VaccineReasonGrace => "vaccine-reason-grace",
            Self::VaccineReasonTooOld => "vaccine-reason-too-old",
            Self::VaccineReasonTooSoon => "vaccine-reason-too-soon",
            Self::VaccineReasonConflict => "vaccine-reason-conflict",
            Self::VaccineReasonWrongVaccine => "vaccine-reason-wrong-vaccine",
            Self::VaccineReasonSmallVolume => "vaccine-reason-small-volume",
            Self::VaccineReasonAlreadyComplete => "vaccine-reason-already-complete",
            Self::DueStatusDue => "due-status-due",
            Self::DueStatusPerhaps => "due-status-perhaps",
            Self::DueStatusSoon => "due-status-soon",
            Self::DueStatusDone => "due-status-done",
            Self::DueStatusAsks => "due-status-asks",
            Self::DueStatusOutOfDate => "due-status-out-of-date",
            Self::DueNotForYou { .. } => "due-not-for-you",
            Self::ColumnVaccine => "column-vaccine",
            Self::ColumnDose => "column-dose",
            Self::ColumnFrom => "column-from",
            Self::ColumnLatest => "column-latest",
            Self::DueGrade { .. } => "due-grade",
            Self::DueLast { .. } => "due-last",
            Self::DueAgain { .. } => "due-again",
            Self::CareHeading { .. } => "care-heading",
            Self::CareSeverityContraindicated => "care-severity-contraindicated",
            Self::CareSeverityAvoid => "care-severity-avoid",
            Self::CareSeverityPrecaution => "care-severity-precaution",
            Self::CareSeverityNote => "care-severity-note",
            Self::CarePossible { .. } => "care-possible",
            Self::CareAbout { .. } => "care-about",
            Self::CareSource { .. } => "care-source",
            Self::CareReviewed { .. } => "care-reviewed",
            Self::CareNotReviewed => "care-not-reviewed",
            Self::CareNotChecked { .. } => "care-not-checked",
            Self::CareMore { .. } => "care-more",
            Self::CareEnd { .. } => "care-end",
            Self::CareNext => "care-next",
            Self::CareInformation => "care-information",
            Self::CareSourceTitle { .. } => "care-source-title",
            Self::CareSourceEdition { .. } => "care-source-edition",
            Self::CareSourceTerms { .. } => "care-source-terms",
            Self::CareWouldChange => "care-would-change",
            Self::CareNotHere { .. } => "care-not-here",
            Self::TrendContradicted { .. } => "trend-contradicted",
            Self::CareUnreadable { .. } => "care-unreadable",
            Self::CareTables => "care-tables",
            Self::CareTablesNext => "care-tables-next",
            Self::CareUnseen { .. } => "care-unseen",
            Self::CareUnseenSensitive => "care-unseen-sensitive",
            Self::CareUnseenVaccines => "care-unseen-vaccines",
            Self::CareUnseenScreenings => "care-unseen-screenings",
            Self::CareNothingElse => "care-nothing-else",
            Self::CareSetAside { .. } => "care-set-aside",
            Self::CareSetAsideByYou { .. } => "care-set-aside-by-you",
            Self::CareSetAsideBy { .. } => "care-set-aside-by",
            Self::CareNotedBy { .. } => "care-noted-by",
            Self::CareOutdated { .. } => "care-outdated",
            Self::CareSetAsideGone { .. } => "care-set-aside-gone",
            Self::CareSetAsideGoneItem { .. } => "care-set-aside-gone-item",
            Self::CareTakeBack => "care-take-back",
            Self::CareSeveralFindings => "care-several-findings",
            Self::CareSeveralFindingsNext => "care-several-findings-next",
            Self::AcknowledgeDone => "acknowledge-done",
            Self::AcknowledgeNoted => "acknowledge-noted",
            Self::AcknowledgeWhere { .. } => "acknowledge-where",
            Self::AcknowledgeTakenBack => "acknowledge-taken-back",
            Self::AcknowledgeNone => "acknowledge-none",
            Self::AcknowledgeNoneNext => "acknowledge-none-next",
            Self::AcknowledgeNoReason => "acknowledge-no-reason",
            Self::AcknowledgeNoReasonNext => "acknowledge-no-reason-next",
            Self::CareNoSuchFinding => "care-no-such-finding",
            Self::CareNoSuchFindingNext => "care-no-such-finding-next",
            Self::CdsHeading { .. } => "cds-heading",
            Self::CdsIndicatorCritical => "cds-indicator-critical",
            Self::CdsIndicatorWarning => "cds-indicator-warning",
            Self::CdsIndicatorInfo => "cds-indicator-info",
            Self::CdsSource { .. } => "cds-source",
            Self::CdsSourceOwn => "cds-source-own",
            Self::CdsTopicInteraction => "cds-topic-interaction",
            Self::CdsTopicDuplicate => "cds-topic-duplicate",
            Self::CdsTopicAllergy => "cds-topic-allergy",
            Self::CdsTopicCondition => "cds-topic-condition",
            Self::CdsTopicScreening => "cds-topic-screening",
            Self::CdsTopicVaccine => "cds-topic-vaccine",
            Self::CdsTopicResult => "cds-topic-result",
            Self::CdsTopicTrend => "cds-topic-trend",
            Self::CdsTopicNotChecked => "cds-topic-not-checked",
            Self::CdsOverrideKnownAndWatched => "cds-override-known-and-watched",
            Self::CdsOverrideBenefitOutweighs => "cds-override-benefit-outweighs",
            Self::CdsOverrideNoAlternative => "cds-override-no-alternative",
            Self::CdsOverrideNotSo => "cds-override-not-so",
            Self::CdsServicePatientTitle => "cds-service-patient-title",
            Self::CdsServicePatientDescription => "cds-service-patient-description",
            Self::CdsServiceOrdersTitle => "cds-service-orders-title",
            Self::CdsServiceOrdersDescription => "cds-service-orders-description",
            Self::CdsServiceNeeds => "cds-service-needs",
            Self::CdsOrderNotChecked { .. } => "cds-order-not-checked",
            Self::CdsOrderUnreadable { .. } => "cds-order-unreadable",
            Self::CdsNoPatient => "cds-no-patient",
            Self::CdsNoPatientNext => "cds-no-patient-next",
            Self::CdsAnotherPerson => "cds-another-person",
            Self::CdsAnotherPersonNext => "cds-another-person-next",
            Self::CdsRequestTooLarge => "cds-request-too-large",
            Self::CdsRequestTooLargeNext => "cds-request-too-large-next",
            Self::CdsRequestUnreadable => "cds-request-unreadable",
            Self::CdsRequestUnreadableNext => "cds-request-unreadable-next",
            Self::CdsRequestMissing { .. } => "cds-request-missing",
            Self::CdsRequestMissingNext => "cds-request-missing-next",
            Self::CdsRequestNotAUuid => "cds-request-not-a-uuid",
            Self::CdsRequestNotAUuidNext => "cds-request-not-a-uuid-next",
            Self::CdsRequestOtherHook => "cds-request-other-hook",
            Self::CdsRequestOtherHookNext => "cds-request-other-hook-next",
            Self::CdsOrdersNotABundle => "cds-orders-not-a-bundle",
            Self::CdsOrdersNotABundleNext => "cds-orders-not-a-bundle-next",
            Self::CdsOrdersTwice => "cds-orders-twice",
            Self::CdsOrdersTwiceNext => "cds-orders-twice-next",
            Self::CdsOrdersNoSuchOrder => "cds-orders-no-such-order",
            Self::CdsOrdersNoSuchOrderNext => "cds-orders-no-such-order-next",
            Self::CdsOrdersAnotherPerson => "cds-orders-another-person",
            Self::CdsOrdersAnotherPersonNext => "cds-orders-another-person-next",
            Self::ProgressPull => "progress-pull",
            Self::SourcesNone => "sources-none",
            Self::SourcesOne { .. } => "sources-one",
            Self::SourcesGranted { .. } => "sources-granted",
            Self::SourcesMissing { .. } => "sources-missing",
            Self::SourcesEnds => "sources-ends",
            Self::SourcesHalfWay => "sources-half-way",
            Self::SourcesNext => "sources-next",
            Self::SourceOpen => "source-open",
            Self::SourceOpenNext => "source-open-next",
            Self::SourceBrowserDone => "source-browser-done",
            Self::SourceBrowserFailed => "source-browser-failed",
            Self::SourceBrowserOther => "source-browser-other",
            Self::SourceAdded { .. } => "source-added",
            Self::SourcePulled { .. } => "source-pulled",
            Self::SourceResumed => "source-resumed",
            Self::SourceTrouble { .. } => "source-trouble",
            Self::SourceUnreadable { .. } => "source-unreadable",
            Self::SourceOthers { .. } => "source-others",
            Self::SourceMissingFiles { .. } => "source-missing-files",
            Self::SourceMissingMore { .. } => "source-missing-more",
            Self::SourceFailed { .. } => "source-failed",
            Self::SourcePullNext => "source-pull-next",
            Self::SourceRemoved { .. } => "source-removed",
            Self::SourceRevoked => "source-revoked",
            Self::SourceNotRevoked => "source-not-revoked",
            Self::SourceNoRevocation => "source-no-revocation",
            Self::SourceNotFound => "source-not-found",
            Self::SourceFoundMore { .. } => "source-found-more",
            Self::SourceKey => "source-key",
            Self::SourceKeyNext => "source-key-next",
            Self::SourceFoundNext => "source-found-next",
            Self::TroubleForbidden => "trouble-forbidden",
            Self::TroubleRefused { .. } => "trouble-refused",
            Self::TroubleOutside => "trouble-outside",
            Self::TroubleEndless => "trouble-endless",
            Self::TroubleTooLong => "trouble-too-long",
            Self::TroubleNotFhir => "trouble-not-fhir",
            Self::TroubleOtherPeople => "trouble-other-people",
            Self::TroubleElsewhere => "trouble-elsewhere",
            Self::TroubleFileTooLarge => "trouble-file-too-large",
            Self::TroubleOtherFile => "trouble-other-file",
            Self::TroubleEmpty => "trouble-empty",
            Self::SourceUnknown => "source-unknown",
            Self::SourceUnknownNext => "source-unknown-next",
            Self::SourceNone => "source-none",
            Self::SourceNoneNext => "source-none-next",
            Self::SourceName => "source-name",
            Self::SourceNameNext => "source-name-next",
            Self::SourceNameTaken => "source-name-taken",
            Self::SourceNameTakenNext => "source-name-taken-next",
            Self::SourcePatientId => "source-patient-id",
            Self::SourcePatientIdNext => "source-patient-id-next",
            Self::SourceAddress => "source-address",
            Self::SourceAddressNext => "source-address-next",
            Self::SourceNoSignIn => "source-no-sign-in",
            Self::SourceNoSignInNext => "source-no-sign-in-next",
            Self::SourceNotOpen => "source-not-open",
            Self::SourceNotOpenNext => "source-not-open-next",
            Self::SourceNoKey => "source-no-key",
            Self::SourceNoKeyNext => "source-no-key-next",
            Self::SourceKeyNotTaken => "source-key-not-taken",
            Self::SourceKeyNotTakenNext => "source-key-not-taken-next",
            Self::SourceNotAKey => "source-not-a-key",
            Self::SourceNotAKeyNext => "source-not-a-key-next",
            Self::SourceClientRefused => "source-client-refused",
            Self::SourceClientRefusedNext => "source-client-refused-next",
            Self::SourceNothingGranted => "source-nothing-granted",
            Self::SourceNothingGrantedNext => "source-nothing-granted-next",
            Self::SourceWhichPatient => "source-which-patient",
            Self::SourceWhichPatientNext => "source-which-patient-next",
            Self::SourceUnreachable => "source-unreachable",
            Self::SourceUnreachableNext => "source-unreachable-next",
            Self::SourceNotFhir => "source-not-fhir",
            Self::SourceNotFhirNext => "source-not-fhir-next",
            Self::SourceStatus { .. } => "source-status",
            Self::SourceStatusNext => "source-status-next",
            Self::SourceBusy => "source-busy",
            Self::SourceBusyNext { .. } => "source-busy-next",
            Self::SourceSignedOut => "source-signed-out",
            Self::SourceSignedOutNext => "source-signed-out-next",
            Self::SourceUnsafeAddress => "source-unsafe-address",
            Self::SourceUnsafeAddressNext => "source-unsafe-address-next",
            Self::SourceNoPkce => "source-no-pkce",
            Self::SourceNoPkceNext => "source-no-pkce-next",
            Self::SourceOtherSignIn => "source-other-sign-in",
            Self::SourceOtherSignInNext => "source-other-sign-in-next",
            Self::SourceOtherIssuer => "source-other-issuer",
            Self::SourceOtherIssuerNext => "source-other-issuer-next",
            Self::SourceDenied { .. } => "source-denied",
            Self::SourceDeniedNext => "source-denied-next",
            Self::SourceNoAnswer => "source-no-answer",
            Self::SourceNoAnswerNext => "source-no-answer-next",
            Self::SourcePort { .. } => "source-port",
            Self::SourcePortNext => "source-port-next",
            Self::SourceNoDirectory => "source-no-directory",
            Self::SourceNoDirectoryNext => "source-no-directory-next",
            Self::CheckinHeading { .. } => "checkin-heading",
            Self::CheckinPurpose { .. } => "checkin-purpose",
            Self::CheckinUnproven => "checkin-unproven",
            Self::CheckinNeeded => "checkin-needed",
            Self::CheckinRecords { .. } => "checkin-records",
            Self::CheckinLeftOut { .. } => "checkin-left-out",
            Self::CheckinGiven => "checkin-given",
            Self::CheckinNotGiven { .. } => "checkin-not-given",
            Self::CheckinFromRecord => "checkin-from-record",
            Self::CheckinMeasured { .. } => "checkin-measured",
            Self::CheckinSuggested => "checkin-suggested",
            Self::CheckinNothingSent => "checkin-nothing-sent",
            Self::CheckinSent => "checkin-sent",
            Self::CheckinCall { .. } => "checkin-call",
            Self::CheckinNoneCame => "checkin-none-came",
            Self::CheckinCameBy { .. } => "checkin-came-by",
            Self::CheckinCameSomebody => "checkin-came-somebody",
            Self::CheckinCameUntil { .. } => "checkin-came-until",
            Self::CheckinCameOver { .. } => "checkin-came-over",
            Self::CheckinCameAnswered { .. } => "checkin-came-answered",
            Self::CheckinCameHow { .. } => "checkin-came-how",
            Self::CheckinProven { .. } => "checkin-proven",
            Self::CheckinSentBack => "checkin-sent-back",
            Self::CheckinSentBackHow => "checkin-sent-back-how",
            Self::CheckinCameNone => "checkin-came-none",
            Self::CheckinCameNoneNext => "checkin-came-none-next",
            Self::MessagesNone => "messages-none",
            Self::MessagesWith { .. } => "messages-with",
            Self::MessagesFrom { .. } => "messages-from",
            Self::MessagesBy { .. } => "messages-by",
            Self::MessagesYou => "messages-you",
            Self::MessagesHow { .. } => "messages-how",
            Self::MessagesHowFirst { .. } => "messages-how-first",
            Self::MessagesNobody => "messages-nobody",
            Self::MessagesNobodyOfThatName => "messages-nobody-of-that-name",
            Self::MessagesNobodyOfThatNameNext => "messages-nobody-of-that-name-next",
            Self::MessagesWritten => "messages-written",
            Self::MessagesRead { .. } => "messages-read",
            Self::MessageEmpty => "message-empty",
            Self::MessageEmptyNext => "message-empty-next",
            Self::MessageTooLong => "message-too-long",
            Self::MessageTooLongNext => "message-too-long-next",
            Self::MessageNone => "message-none",
            Self::MessageNoneNext => "message-none-next",
            Self::MessageNoAccess => "message-no-access",
            Self::MessageNoAccessNext => "message-no-access-next",
            Self::CheckinNoLink => "checkin-no-link",
            Self::CheckinNoLinkNext => "checkin-no-link-next",
            Self::CheckinLinkAddress => "checkin-link-address",
            Self::CheckinLinkAddressNext => "checkin-link-address-next",
            Self::CheckinLinkUnreachable => "checkin-link-unreachable",
            Self::CheckinLinkUnreachableNext => "checkin-link-unreachable-next",
            Self::CheckinLinkUnknown => "checkin-link-unknown",
            Self::CheckinLinkUnknownNext => "checkin-link-unknown-next",
            Self::CheckinLinkOver => "checkin-link-over",
            Self::CheckinLinkOverNext => "checkin-link-over-next",
            Self::CheckinLinkAnswered => "checkin-link-answered",
            Self::CheckinLinkAnsweredNext => "checkin-link-answered-next",
            Self::CheckinLinkNotTaken => "checkin-link-not-taken",
            Self::CheckinLinkNotTakenNext => "checkin-link-not-taken-next",
            Self::CheckinLinkFailed => "checkin-link-failed",
            Self::CheckinLinkFailedNext => "checkin-link-failed-next",
            Self::CheckinWritten { .. } => "checkin-written",
            Self::CheckinOutcomeFulfilled => "checkin-outcome-fulfilled",
            Self::CheckinOutcomePartial => "checkin-outcome-partial",
            Self::CheckinOutcomeUnavailable => "checkin-outcome-unavailable",
            Self::CheckinOutcomeDeclined => "checkin-outcome-declined",
            Self::CheckinOutcomeUnsupported => "checkin-outcome-unsupported",
            Self::CheckinOutcomeError => "checkin-outcome-error",
            Self::CheckinUnknown => "checkin-unknown",
            Self::CheckinUnknownNext => "checkin-unknown-next",
            Self::CheckinMedia => "checkin-media",
            Self::CheckinMediaNext => "checkin-media-next",
            Self::CheckinFormNotHere => "checkin-form-not-here",
            Self::CheckinFormNotHereNext => "checkin-form-not-here-next",
            Self::CheckinFormContradicts => "checkin-form-contradicts",
            Self::CheckinFormContradictsNext => "checkin-form-contradicts-next",
            Self::CheckinFormUnreadable => "checkin-form-unreadable",
            Self::CheckinFormUnreadableNext => "checkin-form-unreadable-next",
            Self::FormYes => "form-yes",
            Self::FormNo => "form-no",
            Self::FormNoAnswer => "form-no-answer",
            Self::FormMissing => "form-missing",
            Self::FormSeveral => "form-several",
            Self::FormType => "form-type",
            Self::FormNoOption => "form-no-option",
            Self::FormTooLong => "form-too-long",
            Self::FormOutOfRange => "form-out-of-range",
            Self::FormUnit => "form-unit",
            Self::FormNotAsked => "form-not-asked",
            Self::CheckinTooLarge => "checkin-too-large",
            Self::CheckinTooLargeNext => "checkin-too-large-next",
            Self::CheckinNotJson => "checkin-not-json",
            Self::CheckinNotJsonNext => "checkin-not-json-next",
            Self::CheckinNotARequest => "checkin-not-a-request",
            Self::CheckinNotARequestNext => "checkin-not-a-request-next",
            Self::CheckinOtherVersion => "checkin-other-version",
            Self::CheckinOtherVersionNext => "checkin-other-version-next",
            Self::CheckinMalformed => "checkin-malformed",
            Self::CheckinMalformedNext => "checkin-malformed-next",
            Self::CheckinItemTwice => "checkin-item-twice",
            Self::CheckinItemTwiceNext => "checkin-item-twice-next",
            Self::CheckinNotAResponse => "checkin-not-a-response",
            Self::CheckinNotAResponseNext => "checkin-not-a-response-next",
            Self::CheckinOtherRequest => "checkin-other-request",
            Self::CheckinOtherRequestNext => "checkin-other-request-next",
            Self::CheckinArtifactTwice => "checkin-artifact-twice",
            Self::CheckinArtifactTwiceNext => "checkin-artifact-twice-next",
            Self::CheckinItems => "checkin-items",
            Self::CheckinItemsNext => "checkin-items-next",
            Self::CheckinNotAccepted => "checkin-not-accepted",
            Self::CheckinNotAcceptedNext => "checkin-not-accepted-next",
            Self::CheckinContradicts => "checkin-contradicts",
            Self::CheckinContradictsNext => "checkin-contradicts-next",
            Self::CheckinOtherProfile => "checkin-other-profile",
            Self::CheckinOtherProfileNext => "checkin-other-profile-next",
            Self::CheckinOtherForm => "checkin-other-form",
            Self::CheckinOtherFormNext => "checkin-other-form-next",
            Self::CheckinNotAsked { .. } => "checkin-not-asked",
            Self::CheckinNotAskedNext => "checkin-not-asked-next",
            Self::CheckinNotOffered => "checkin-not-offered",
            Self::CheckinNotOfferedNext => "checkin-not-offered-next",
            Self::CheckinFormFaults { .. } => "checkin-form-faults",
            Self::CheckinFormFaultsNext => "checkin-form-faults-next",
        }
    }

    /// The arguments by their names in the source.
    pub fn arguments(&self) -> Vec<(&'static str, Value<'a>)> {
        match self {
            Self::SizeBytes { bytes } => vec![("bytes", bytes.clone())],
            Self::SizeKilobytes { amount } => vec![("amount", amount.clone())],
            Self::SizeMegabytes { amount } => vec![("amount", amount.clone())],
            Self::SizeGigabytes { amount } => vec![("amount", amount.clone())],
            Self::DateDay { day, month, year } => vec![
                ("day", day.clone()),
                ("month", month.clone()),
                ("year", year.clone()),
            ],
            Self::DateMonth { month, year } => vec![("month", month.clone()), ("year", year.clone())],
            Self::DateYear { year } => vec![("year", year.clone())],
            Self::DateDayAndTime {
                day,
                month,
                time,
                year,
            } => vec![
                ("day", day.clone()),
                ("month", month.clone()),
                ("time", time.clone()),
                ("year", year.clone()),
            ],
            Self::MonthShort1 => vec![],
            Self::MonthShort2 => vec![],
            Self::MonthShort3 => vec![],
            Self::MonthShort4 => vec![],
            Self::MonthShort5 => vec![],
            Self::MonthShort6 => vec![],
            Self::MonthShort7 => vec![],
            Self::MonthShort8 => vec![],
            Self::MonthShort9 => vec![],
            Self::MonthShort10 => vec![],
            Self::MonthShort11 => vec![],
            Self::MonthShort12 => vec![],
            Self::Month1 => vec![],
            Self::Month2 => vec![],
            Self::Month3 => vec![],
            Self::Month4 => vec![],
            Self::Month5 => vec![],
            Self::Month6 => vec![],
            Self::Month7 => vec![],
            Self::Month8 => vec![],
            Self::Month9 => vec![],
            Self::Month10 => vec![],
            Self::Month11 => vec![],
            Self::Month12 => vec![],
            Self::KeptUnchanged => vec![],
            Self::KeptSoFar => vec![],
            Self::KeptDone => vec![],
            Self::StoreMissing => vec![],
            Self::StoreMissingNext => vec![],
            Self::StoreExists => vec![],
            Self::StoreExistsNext => vec![],
            Self::StoreBusy => vec![],
            Self::StoreBusyNext => vec![],
            Self::StoreWrongKey => vec![],
            Self::StoreWrongKeyNext => vec![],
            Self::StoreNewer => vec![],
            Self::StoreNewerNext => vec![],
            Self::StoreRolledBack => vec![],
            Self::StoreRolledBackNext => vec![],
            Self::StoreAltered => vec![],
            Self::StoreAlteredNext => vec![],
            Self::StoreFull => vec![],
            Self::StoreFullNext => vec![],
            Self::StoreDenied => vec![],
            Self::StoreDeniedNext => vec![],
            Self::StoreFailed => vec![],
            Self::StoreFailedNext => vec![],
            Self::AskPassphrase => vec![],
            Self::AskNewPassphrase => vec![],
            Self::AskPassphraseAgain => vec![],
            Self::PassphrasesDiffer => vec![],
            Self::PassphraseShort => vec![],
            Self::PassphraseEmpty => vec![],
            Self::PassphraseEmptyNext => vec![],
            Self::PassphraseNeeded => vec![],
            Self::PassphraseNeededNext => vec![],
            Self::PassphraseDone => vec![],
            Self::KdfFast => vec![],
            Self::DeviceUnnamed => vec![],
            Self::WordsWrite => vec![],
            Self::WordsWritten => vec![],
            Self::WordsAgain => vec![],
            Self::AskWord { number } => vec![("number", number.clone())],
            Self::AskWords => vec![],
            Self::WordsNeeded => vec![],
            Self::WordsNeededNext => vec![],
            Self::WordsCount { count } => vec![("count", count.clone())],
            Self::WordsCountNext => vec![],
            Self::WordsUnknown { number } => vec![("number", number.clone())],
            Self::WordsUnknownNext => vec![],
            Self::WordsChecksum => vec![],
            Self::WordsChecksumNext => vec![],
            Self::CreateDone { folder } => vec![("folder", folder.clone())],
            Self::CreateNext => vec![],
            Self::RestoreDone { entries } => vec![("entries", entries.clone())],
            Self::RestorePart { sections } => vec![("sections", sections.clone())],
            Self::RestoreNext => vec![],
            Self::AskYesNo => vec![],
            Self::AnswerYes => vec![],
            Self::AnswerYesShort => vec![],
            Self::QuestionUnanswered { question } => vec![("question", question.clone())],
            Self::QuestionUnansweredNext => vec![],
            Self::QuestionLeft => vec![],
            Self::QuestionLeftNext => vec![],
            Self::QuestionNo => vec![],
            Self::QuestionNoNext => vec![],
            Self::FileMissing { file } => vec![("file", file.clone())],
            Self::FileMissingNext => vec![],
            Self::FileDenied { file } => vec![("file", file.clone())],
            Self::FileDeniedNext => vec![],
            Self::FileUnreadable { file } => vec![("file", file.clone())],
            Self::FileUnreadableNext => vec![],
            Self::FileIsFolder { file } => vec![("file", file.clone())],
            Self::FileIsFolderNext => vec![],
            Self::FileExists { file } => vec![("file", file.clone())],
            Self::FileExistsNext => vec![],
            Self::FileUnwritable { file } => vec![("file", file.clone())],
            Self::FileUnwritableNext => vec![],
            Self::FolderMissing { file } => vec![("file", file.clone())],
            Self::FolderMissingNext => vec![],
            Self::FileWritten { file, size } => vec![("file", file.clone()), ("size", size.clone())],
            Self::DescriptorUnreadable { number } => vec![("number", number.clone())],
            Self::DescriptorUnreadableNext => vec![],
            Self::DescriptorUnwritable { number } => vec![("number", number.clone())],
            Self::DescriptorUnwritableNext => vec![],
            Self::OutputFailed => vec![],
            Self::OutputFailedNext => vec![],
            Self::ProgressImport => vec![],
            Self::ImportRead { file, read } => vec![("file", file.clone()), ("read", read.clone())],
            Self::ImportCounts {
                held,
                new,
                unreadable,
                updated,
            } => vec![
                ("held", held.clone()),
                ("new", new.clone()),
                ("unreadable", unreadable.clone()),
                ("updated", updated.clone()),
            ],
            Self::ImportUnreadable {
                number,
                offset,
                reason,
            } => vec![
                ("number", number.clone()),
                ("offset", offset.clone()),
                ("reason", reason.clone()),
            ],
            Self::ImportUnreadableMore { count } => vec![("count", count.clone())],
            Self::ImportNotMapped { count } => vec![("count", count.clone())],
            Self::ImportDoubts { count } => vec![("count", count.clone())],
            Self::ImportNext => vec![],
            Self::ImportsNone => vec![],
            Self::ImportsBrought {
                new,
                unreadable,
                updated,
            } => vec![
                ("new", new.clone()),
                ("unreadable", unreadable.clone()),
                ("updated", updated.clone()),
            ],
            Self::ImportsHolds => vec![],
            Self::ImportsUndone => vec![],
            Self::ImportsOver { count } => vec![("count", count.clone())],
            Self::ImportsForeign => vec![],
            Self::OriginNone { from } => vec![("from", from.clone())],
            Self::OriginSigned { from } => vec![("from", from.clone())],
            Self::OriginListed { from, name } => vec![("from", from.clone()), ("name", name.clone())],
            Self::OriginShortNone { from } => vec![("from", from.clone())],
            Self::OriginShortSigned { from } => vec![("from", from.clone())],
            Self::OriginShortListed { name } => vec![("name", name.clone())],
            Self::ImportsNext => vec![],
            Self::UndoReason { file } => vec![("file", file.clone())],
            Self::UndoDone { file, withdrawn } => {
                vec![("file", file.clone()), ("withdrawn", withdrawn.clone())]
            }
            Self::UndoPutBack { count } => vec![("count", count.clone())],
            Self::UndoLeft { count } => vec![("count", count.clone())],
            Self::UndoNext => vec![],
            Self::UndoUnknown => vec![],
            Self::UndoUnknownNext => vec![],
            Self::UndoNothing => vec![],
            Self::UndoNothingNext => vec![],
            Self::UnreadableSyntax => vec![],
            Self::UnreadableTruncated => vec![],
            Self::UnreadableTooDeep => vec![],
            Self::UnreadableTooLarge => vec![],
            Self::UnreadableDuplicateName => vec![],
            Self::UnreadableNotUtf8 => vec![],
            Self::UnreadableNotAResource => vec![],
            Self::UnreadableTrailingText => vec![],
            Self::UnreadableOther => vec![],
            Self::ImportIo => vec![],
            Self::ImportIoNext => vec![],
            Self::ImportNotJson => vec![],
            Self::ImportNotJsonNext => vec![],
            Self::ImportEmpty => vec![],
            Self::ImportEmptyNext => vec![],
            Self::ImportCardsRefused => vec![],
            Self::ImportLinkRecipient => vec![],
            Self::ImportLinkRecipientNext => vec![],
            Self::ImportTooLarge => vec![],
            Self::ImportTooLargeNext => vec![],
            Self::ImportDocumentTooLarge => vec![],
            Self::ImportDocumentTooLargeNext => vec![],
            Self::ImportTruncated { at } => vec![("at", at.clone())],
            Self::ImportTruncatedNext => vec![],
            Self::ImportNothingReadable => vec![],
            Self::ImportNothingReadableNext => vec![],
            Self::ImportAnotherPerson { names } => vec![("names", names.clone())],
            Self::ImportAnotherPersonNext => vec![],
            Self::ImportSeveralPeople { names } => vec![("names", names.clone())],
            Self::ImportSeveralPeopleNext => vec![],
            Self::V2NotV2 => vec![],
            Self::V2NotV2Next => vec![],
            Self::V2TooLarge => vec![],
            Self::V2TooLargeNext => vec![],
            Self::V2Merge => vec![],
            Self::V2MergeNext => vec![],
            Self::ReadingsTooLarge => vec![],
            Self::ReadingsTooLargeNext => vec![],
            Self::ReadingsEncoding => vec![],
            Self::ReadingsEncodingNext => vec![],
            Self::ReadingsUnknown => vec![],
            Self::ReadingsUnknownNext => vec![],
            Self::ReadingsNoColumn { column } => vec![("column", column.clone())],
            Self::ReadingsNoColumnNext => vec![],
            Self::ReadingsUnit { column } => vec![("column", column.clone())],
            Self::ReadingsUnitNext => vec![],
            Self::ReadingsOrder { column } => vec![("column", column.clone())],
            Self::ReadingsOrderNext => vec![],
            Self::ReadingsZone { column } => vec![("column", column.clone())],
            Self::ReadingsZoneNext => vec![],
            Self::ReadingsComma { column } => vec![("column", column.clone())],
            Self::ReadingsCommaNext => vec![],
            Self::AppleNotZip => vec![],
            Self::AppleNotZipNext => vec![],
            Self::AppleNotHealthData => vec![],
            Self::AppleNotHealthDataNext => vec![],
            Self::AppleNotXml => vec![],
            Self::AppleNotXmlNext => vec![],
            Self::AppleTruncated => vec![],
            Self::AppleTruncatedNext => vec![],
            Self::AppleElementTooLarge => vec![],
            Self::AppleElementTooLargeNext => vec![],
            Self::AppleIo => vec![],
            Self::AppleIoNext => vec![],
            Self::AppleStopped => vec![],
            Self::AppleStoppedNext => vec![],
            Self::ImportNoKey => vec![],
            Self::ImportNoKeyNext => vec![],
            Self::CcdaTooLarge => vec![],
            Self::CcdaTooLargeNext => vec![],
            Self::CcdaEncoding => vec![],
            Self::CcdaEncodingNext => vec![],
            Self::CcdaDoctype => vec![],
            Self::CcdaDoctypeNext => vec![],
            Self::CcdaTooDeep => vec![],
            Self::CcdaTooDeepNext => vec![],
            Self::CcdaNotXml => vec![],
            Self::CcdaNotXmlNext => vec![],
            Self::CcdaNotClinicalDocument => vec![],
            Self::CcdaNotClinicalDocumentNext => vec![],
            Self::CcdaNoPatient => vec![],
            Self::CcdaNoPatientNext => vec![],
            Self::CcdaSeveralPatients => vec![],
            Self::CcdaSeveralPatientsNext => vec![],
            Self::ImportStopped { kept } => vec![("kept", kept.clone())],
            Self::ImportStoppedNext => vec![],
            Self::SectionProfile => vec![],
            Self::SectionAllergies => vec![],
            Self::SectionMedications => vec![],
            Self::SectionProblems => vec![],
            Self::SectionImmunizations => vec![],
            Self::SectionResults => vec![],
            Self::SectionVitals => vec![],
            Self::SectionProcedures => vec![],
            Self::SectionEncounters => vec![],
            Self::SectionNotes => vec![],
            Self::SectionDocuments => vec![],
            Self::SectionCarePlan => vec![],
            Self::SectionSensitive => vec![],
            Self::SectionCoverage => vec![],
            Self::SectionCheckIns => vec![],
            Self::SectionMessages => vec![],
            Self::ColumnSection => vec![],
            Self::ColumnCount => vec![],
            Self::ColumnNewest => vec![],
            Self::ColumnRemark => vec![],
            Self::ColumnType => vec![],
            Self::ColumnHowBad => vec![],
            Self::ColumnState => vec![],
            Self::ColumnWhat => vec![],
            Self::ColumnValue => vec![],
            Self::ColumnValues => vec![],
            Self::ColumnSince => vec![],
            Self::ColumnUntil => vec![],
            Self::ColumnWhen => vec![],
            Self::ColumnSaidBy => vec![],
            Self::ColumnId => vec![],
            Self::ColumnFile => vec![],
            Self::ColumnBrought => vec![],
            Self::ColumnCode => vec![],
            Self::ColumnDevice => vec![],
            Self::ColumnOwner => vec![],
            Self::PersonBorn { date } => vec![("date", date.clone())],
            Self::SectionsNext => vec![],
            Self::NothingRecorded => vec![],
            Self::NoneKnown { when, who } => vec![("when", when.clone()), ("who", who.clone())],
            Self::RemarkUnreconciled { count } => vec![("count", count.clone())],
            Self::RemarkProposed { count } => vec![("count", count.clone())],
            Self::ListCount { count } => vec![("count", count.clone())],
            Self::ListPart { all, count } => vec![("all", all.clone()), ("count", count.clone())],
            Self::ListFirst { count } => vec![("count", count.clone())],
            Self::ListBackTo { date } => vec![("date", date.clone())],
            Self::ListSince { date } => vec![("date", date.clone())],
            Self::ListEmpty { empty, section } => {
                vec![("empty", empty.clone()), ("section", section.clone())]
            }
            Self::ListMore { offset } => vec![("offset", offset.clone())],
            Self::TimelineHeading => vec![],
            Self::TimelineEmpty => vec![],
            Self::SearchHeading { words } => vec![("words", words.clone())],
            Self::SearchEmpty { words } => vec![("words", words.clone())],
            Self::KnownOnHeading { day } => vec![("day", day.clone())],
            Self::KnownOnNothing => vec![],
            Self::StateNoneKnown => vec![],
            Self::StateUnreconciled => vec![],
            Self::StateRetracted => vec![],
            Self::StateReplaced => vec![],
            Self::StateProposed => vec![],
            Self::WhatUnread => vec![],
            Self::WhatUnnamed { kind } => vec![("kind", kind.clone())],
            Self::WhoYou => vec![],
            Self::WhoUnknown => vec![],
            Self::WhoImported => vec![],
            Self::WhoAndMore { more, name } => vec![("more", more.clone()), ("name", name.clone())],
            Self::SpanFromTo { from, to } => vec![("from", from.clone()), ("to", to.clone())],
            Self::SpanUntil { to } => vec![("to", to.clone())],
            Self::RangeAtLeast { low } => vec![("low", low.clone())],
            Self::RangeAtMost { high } => vec![("high", high.clone())],
            Self::FactUsual { range } => vec![("range", range.clone())],
            Self::SeverityUnstated => vec![],
            Self::ItemRival { rival } => vec![("rival", rival.clone())],
            Self::ItemAlsoRight { rival } => vec![("rival", rival.clone())],
            Self::ItemSetAside { rival } => vec![("rival", rival.clone())],
            Self::ItemProposals { count } => vec![("count", count.clone())],
            Self::ItemDisputes { count } => vec![("count", count.clone())],
            Self::ItemOfLostDevice => vec![],
            Self::ItemNotHere => vec![],
            Self::ItemProbable { id } => vec![("id", id.clone())],
            Self::MedicineSaid { by, said } => vec![("by", by.clone()), ("said", said.clone())],
            Self::MedicineActive => vec![],
            Self::MedicineOnHold => vec![],
            Self::MedicinePlanned => vec![],
            Self::MedicineNotTaken => vec![],
            Self::MedicineGiven => vec![],
            Self::MedicineUnsaid => vec![],
            Self::MedicineUnsaidBrief => vec![],
            Self::MedicineFilled => vec![],
            Self::MedicineFilledOn { date } => vec![("date", date.clone())],
            Self::MedicineFill { status } => vec![("status", status.clone())],
            Self::MedicineFillOnly => vec![],
            Self::MedicineAsOf { date } => vec![("date", date.clone())],
            Self::MedicineAsOfUnsaid => vec![],
            Self::MedicineAsOfRecorded { date } => vec![("date", date.clone())],
            Self::MedicineOld { date, id } => vec![("date", date.clone()), ("id", id.clone())],
            Self::FieldSection => vec![],
            Self::FieldValue => vec![],
            Self::FieldUsual => vec![],
            Self::FieldReaction => vec![],
            Self::FieldSeverity => vec![],
            Self::FieldRisk => vec![],
            Self::FieldDosage => vec![],
            Self::FieldStatus => vec![],
            Self::FieldCertainty => vec![],
            Self::FieldWhen => vec![],
            Self::FieldCode => vec![],
            Self::FieldNote => vec![],
            Self::FieldId => vec![],
            Self::FieldSaidBy => vec![],
            Self::FieldCameFrom => vec![],
            Self::SourceImported { at, by } => vec![("at", at.clone()), ("by", by.clone())],
            Self::SourceImportedSigned { at, by } => vec![("at", at.clone()), ("by", by.clone())],
            Self::SourceTyped { at, by } => vec![("at", at.clone()), ("by", by.clone())],
            Self::DetailDisputes => vec![],
            Self::DetailConfirmations => vec![],
            Self::DetailReplacedBy => vec![],
            Self::DetailProposals => vec![],
            Self::DetailHistory { count } => vec![("count", count.clone())],
            Self::DetailContent { kind, size } => vec![("kind", kind.clone()), ("size", size.clone())],
            Self::Remark { act, at, who } => {
                vec![("act", act.clone()), ("at", at.clone()), ("who", who.clone())]
            }
            Self::RemarkOnDevice { act, at, device, who } => vec![
                ("act", act.clone()),
                ("at", at.clone()),
                ("device", device.clone()),
                ("who", who.clone()),
            ],
            Self::ActState => vec![],
            Self::ActSpeak => vec![],
            Self::ActCorrect => vec![],
            Self::ActRetract => vec![],
            Self::ActConfirm => vec![],
            Self::ActDispute => vec![],
            Self::ActResolve => vec![],
            Self::TrendsHeading { count } => vec![("count", count.clone())],
            Self::TrendsNext => vec![],
            Self::TrendsPressureWeek {
                count,
                diastolic,
                from,
                systolic,
                to,
            } => vec![
                ("count", count.clone()),
                ("diastolic", diastolic.clone()),
                ("from", from.clone()),
                ("systolic", systolic.clone()),
                ("to", to.clone()),
            ],
            Self::TrendsPressurePart {
                count,
                diastolic,
                systolic,
                when,
            } => vec![
                ("count", count.clone()),
                ("diastolic", diastolic.clone()),
                ("systolic", systolic.clone()),
                ("when", when.clone()),
            ],
            Self::TrendsPressureMorning => vec![],
            Self::TrendsPressureEvening => vec![],
            Self::TrendsPressureFew => vec![],
            Self::TrendsGlucoseWeeks {
                count,
                days,
                from,
                mean,
                to,
            } => vec![
                ("count", count.clone()),
                ("days", days.clone()),
                ("from", from.clone()),
                ("mean", mean.clone()),
                ("to", to.clone()),
            ],
            Self::TrendsGlucoseShares { above, below, inside } => vec![
                ("above", above.clone()),
                ("below", below.clone()),
                ("inside", inside.clone()),
            ],
            Self::TrendsGlucoseIndex { index } => vec![("index", index.clone())],
            Self::TrendsPlotOne => vec![],
            Self::TrendsPlotOneNext => vec![],
            Self::PlotFileKind { file } => vec![("file", file.clone())],
            Self::PlotFileKindNext => vec![],
            Self::PlotWritten { file } => vec![("file", file.clone())],
            Self::PlotNothing => vec![],
            Self::PlotNothingNext => vec![],
            Self::ColumnCurve => vec![],
            Self::ColumnHeads => vec![],
            Self::ColumnWritten => vec![],
            Self::ColumnAge => vec![],
            Self::ColumnPercentile => vec![],
            Self::TrendSpan { count, from, to } => vec![
                ("count", count.clone()),
                ("from", from.clone()),
                ("to", to.clone()),
            ],
            Self::TrendPoint { label, value, when } => vec![
                ("label", label.clone()),
                ("value", value.clone()),
                ("when", when.clone()),
            ],
            Self::TrendLowest => vec![],
            Self::TrendHighest => vec![],
            Self::TrendLatest => vec![],
            Self::TrendBefore => vec![],
            Self::TrendNewestDrawn { count } => vec![("count", count.clone())],
            Self::TrendRising { slope, time } => vec![("slope", slope.clone()), ("time", time.clone())],
            Self::TrendFalling { slope, time } => vec![("slope", slope.clone()), ("time", time.clone())],
            Self::TrendRisingLittle => vec![],
            Self::TrendFallingLittle => vec![],
            Self::TrendUnclear => vec![],
            Self::TrendTooFew => vec![],
            Self::TrendWordRising => vec![],
            Self::TrendWordFalling => vec![],
            Self::TrendWordUnclear => vec![],
            Self::TrendWordTooFew => vec![],
            Self::TrendTimeDay => vec![],
            Self::TrendTimeWeek => vec![],
            Self::TrendTimeMonth => vec![],
            Self::TrendTimeYear => vec![],
            Self::TrendChange { change } => vec![("change", change.clone())],
            Self::TrendChangePercent { change, percent } => {
                vec![("change", change.clone()), ("percent", percent.clone())]
            }
            Self::TrendInRange { count, inside } => {
                vec![("count", count.clone()), ("inside", inside.clone())]
            }
            Self::TrendRangeOwn { range } => vec![("range", range.clone())],
            Self::TrendRangeLaboratory => vec![],
            Self::TrendRangeTypical { range } => vec![("range", range.clone())],
            Self::TrendRangeNone => vec![],
            Self::TrendEdition { edition, source } => {
                vec![("edition", edition.clone()), ("source", source.clone())]
            }
            Self::TrendBounds { count } => vec![("count", count.clone())],
            Self::TrendOutliers { count } => vec![("count", count.clone())],
            Self::TrendStandsOut => vec![],
            Self::TrendSources { count } => vec![("count", count.clone())],
            Self::TrendPerhapsTwice => vec![],
            Self::TrendConverted => vec![],
            Self::TrendLeftOut { count } => vec![("count", count.clone())],
            Self::TrendLeftImplausible { value, when } => {
                vec![("value", value.clone()), ("when", when.clone())]
            }
            Self::TrendLeftRepeated { value, when } => vec![("value", value.clone()), ("when", when.clone())],
            Self::TrendMethod { days } => vec![("days", days.clone())],
            Self::PlotTitle { from, to, what } => {
                vec![("from", from.clone()), ("to", to.clone()), ("what", what.clone())]
            }
            Self::PlotTitleOnce { what, when } => vec![("what", what.clone()), ("when", when.clone())],
            Self::PlotValue => vec![],
            Self::PlotOutlier => vec![],
            Self::PlotBelow => vec![],
            Self::PlotAbove => vec![],
            Self::PlotLine => vec![],
            Self::PlotOwn => vec![],
            Self::PlotTypical => vec![],
            Self::PlotCurves => vec![],
            Self::PlotAgeMonths => vec![],
            Self::PlotAgeYears => vec![],
            Self::PlotLength => vec![],
            Self::PlotChild => vec![],
            Self::ReadNoSuchEntry => vec![],
            Self::ReadNoSuchEntryNext => vec![],
            Self::ReadAmbiguous => vec![],
            Self::ReadAmbiguousNext => vec![],
            Self::ReadNotADay => vec![],
            Self::ReadNotADayNext => vec![],
            Self::ReadNoSuchSeries => vec![],
            Self::ReadNoSuchSeriesNext => vec![],
            Self::SeverityMild => vec![],
            Self::SeverityModerate => vec![],
            Self::SeveritySevere => vec![],
            Self::CriticalityLow => vec![],
            Self::CriticalityHigh => vec![],
            Self::CriticalityUnableToAssess => vec![],
            Self::VerificationUnconfirmed => vec![],
            Self::VerificationProvisional => vec![],
            Self::VerificationDifferential => vec![],
            Self::VerificationConfirmed => vec![],
            Self::VerificationRefuted => vec![],
            Self::VerificationEnteredInError => vec![],
            Self::StatusActive => vec![],
            Self::StatusRecurrence => vec![],
            Self::StatusRelapse => vec![],
            Self::StatusInactive => vec![],
            Self::StatusRemission => vec![],
            Self::StatusResolved => vec![],
            Self::StatusCompleted => vec![],
            Self::StatusStopped => vec![],
            Self::StatusOnHold => vec![],
            Self::StatusIntended => vec![],
            Self::StatusNotTaken => vec![],
            Self::StatusNotDone => vec![],
            Self::StatusUnknown => vec![],
            Self::StatusEnteredInError => vec![],
            Self::StatusCancelled => vec![],
            Self::StatusFinished => vec![],
            Self::StatusPlanned => vec![],
            Self::StatusInProgress => vec![],
            Self::StatusFinal => vec![],
            Self::StatusPreliminary => vec![],
            Self::StatusAmended => vec![],
            Self::StatusCorrected => vec![],
            Self::StatusCurrent => vec![],
            Self::StatusSuperseded => vec![],
            Self::FlagH => vec![],
            Self::FlagHh => vec![],
            Self::FlagL => vec![],
            Self::FlagLl => vec![],
            Self::FlagN => vec![],
            Self::FlagNeg => vec![],
            Self::FlagPos => vec![],
            Self::FlagA => vec![],
            Self::FlagAa => vec![],
            Self::AddDone => vec![],
            Self::CorrectDone => vec![],
            Self::ResolveDone => vec![],
            Self::RetractDone => vec![],
            Self::DisputeDone => vec![],
            Self::ConfirmDone => vec![],
            Self::ActNext { id } => vec![("id", id.clone())],
            Self::AskRetract { what } => vec![("what", what.clone())],
            Self::ResolveChoose => vec![],
            Self::ReconcileOpen { count } => vec![("count", count.clone())],
            Self::ReconcileContradiction => vec![],
            Self::ReconcileProbable => vec![],
            Self::ReconcileNext => vec![],
            Self::ReconcileDecided { count } => vec![("count", count.clone())],
            Self::ReconcileSame => vec![],
            Self::ReconcileDifferent => vec![],
            Self::ReconcileRight => vec![],
            Self::ReconcileBoth => vec![],
            Self::ReconcileBy { at, by } => vec![("at", at.clone()), ("by", by.clone())],
            Self::ReconcileNotYours => vec![],
            Self::ReconcileUndo { id } => vec![("id", id.clone())],
            Self::ReconcileUndone => vec![],
            Self::ReconcileNothing => vec![],
            Self::ReconcileNothingNext => vec![],
            Self::ReconcileNone => vec![],
            Self::ReconcileNoneNext => vec![],
            Self::AskWhich { count } => vec![("count", count.clone())],
            Self::ResolveWhich => vec![],
            Self::ResolveWhichNext => vec![],
            Self::AttachDone { id, name, size } => {
                vec![("id", id.clone()), ("name", name.clone()), ("size", size.clone())]
            }
            Self::FileOtherThanCalled { called, kind } => {
                vec![("called", called.clone()), ("kind", kind.clone())]
            }
            Self::FileNotAsCalled { kind } => vec![("kind", kind.clone())],
            Self::FileMade { made } => vec![("made", made.clone())],
            Self::FileLasts { minutes, seconds } => {
                vec![("minutes", minutes.clone()), ("seconds", seconds.clone())]
            }
            Self::FileSearchable => vec![],
            Self::FileNotSearchable => vec![],
            Self::FileHasPlace => vec![],
            Self::FileHasPlaceNext => vec![],
            Self::CorrectOtherKind { kind } => vec![("kind", kind.clone())],
            Self::CorrectOtherKindNext => vec![],
            Self::DraftNumber { text } => vec![("text", text.clone())],
            Self::DraftNumberNext => vec![],
            Self::DraftCode { text } => vec![("text", text.clone())],
            Self::DraftCodeNext => vec![],
            Self::DraftEmpty { field } => vec![("field", field.clone())],
            Self::DraftEmptyNext => vec![],
            Self::DraftDate { field } => vec![("field", field.clone())],
            Self::DraftDateNext => vec![],
            Self::DraftBackwards => vec![],
            Self::DraftBackwardsNext => vec![],
            Self::DraftEndedYetActive => vec![],
            Self::DraftEndedYetActiveNext => vec![],
            Self::DraftRefused => vec![],
            Self::DraftRefusedNext => vec![],
            Self::VaccineWhen => vec![],
            Self::VaccineWhenNext => vec![],
            Self::NoteUnreadable => vec![],
            Self::NoteUnreadableNext => vec![],
            Self::EditNoSuchEntry => vec![],
            Self::EditNoSuchEntryNext => vec![],
            Self::EditNotCurrent => vec![],
            Self::EditNotCurrentNext => vec![],
            Self::EditUnreconciled => vec![],
            Self::EditUnreconciledNext => vec![],
            Self::EditNothingToSettle => vec![],
            Self::EditNothingToSettleNext => vec![],
            Self::EditOtherSection => vec![],
            Self::EditOtherSectionNext => vec![],
            Self::EditTooLarge => vec![],
            Self::EditTooLargeNext => vec![],
            Self::EditNotHere => vec![],
            Self::EditNotHereNext => vec![],
            Self::EditNoKey => vec![],
            Self::EditNoKeyNext => vec![],
            Self::AttachTooLarge => vec![],
            Self::AttachTooLargeNext => vec![],
            Self::AttachEmpty => vec![],
            Self::AttachEmptyNext => vec![],
            Self::ExtractNoFile => vec![],
            Self::ExtractNoFileNext => vec![],
            Self::ExtractElsewhere => vec![],
            Self::ExtractElsewhereNext => vec![],
            Self::ProgressExport => vec![],
            Self::ExportDone {
                file,
                resources,
                size,
            } => vec![
                ("file", file.clone()),
                ("resources", resources.clone()),
                ("size", size.clone()),
            ],
            Self::ExportMissing { count } => vec![("count", count.clone())],
            Self::ExportUnsealed => vec![],
            Self::PdfDone { count, file, size } => vec![
                ("count", count.clone()),
                ("file", file.clone()),
                ("size", size.clone()),
            ],
            Self::ExtractTitle => vec![],
            Self::ExtractMade { when } => vec![("when", when.clone())],
            Self::ExtractHonest => vec![],
            Self::SummaryDone { count, file, size } => vec![
                ("count", count.clone()),
                ("file", file.clone()),
                ("size", size.clone()),
            ],
            Self::SummaryLine { count, section } => {
                vec![("count", count.clone()), ("section", section.clone())]
            }
            Self::SummaryOlder { count } => vec![("count", count.clone())],
            Self::SummaryLeftOut { count } => vec![("count", count.clone())],
            Self::SummaryPatient => vec![],
            Self::SummaryPatientNext => vec![],
            Self::ExportFull => vec![],
            Self::ExportFullNext => vec![],
            Self::ExportIo => vec![],
            Self::ExportIoNext => vec![],
            Self::BackupDone { file, size } => vec![("file", file.clone()), ("size", size.clone())],
            Self::BackupNext => vec![],
            Self::BackupIo => vec![],
            Self::BackupIoNext => vec![],
            Self::BackupNoRecovery => vec![],
            Self::BackupNoRecoveryNext => vec![],
            Self::AskNewWords => vec![],
            Self::NewWordsDone => vec![],
            Self::NewWordsBackup => vec![],
            Self::NewWordsNext => vec![],
            Self::UseWordsDone => vec![],
            Self::WordsAlarm { date, device } => vec![("date", date.clone()), ("device", device.clone())],
            Self::WordsUnanswered => vec![],
            Self::WordsUnansweredNext => vec![],
            Self::WordsDeclined => vec![],
            Self::WordsDeclinedNext => vec![],
            Self::WordsNoIdentity => vec![],
            Self::WordsNoIdentityNext => vec![],
            Self::WordsOther => vec![],
            Self::WordsOtherNext => vec![],
            Self::RestoreIo => vec![],
            Self::RestoreIoNext => vec![],
            Self::RestoreNotABackup => vec![],
            Self::RestoreNotABackupNext => vec![],
            Self::RestoreNewer => vec![],
            Self::RestoreNewerNext => vec![],
            Self::RestoreWrongWords => vec![],
            Self::RestoreWrongWordsNext => vec![],
            Self::BackupAtRelay { address, size } => {
                vec![("address", address.clone()), ("size", size.clone())]
            }
            Self::BackupAtRelayNext { address } => vec![("address", address.clone())],
            Self::BackupNoIdentity => vec![],
            Self::BackupNoIdentityNext => vec![],
            Self::BackupTooLong => vec![],
            Self::BackupTooLongNext => vec![],
            Self::RestoreSnapshot { made, others } => {
                vec![("made", made.clone()), ("others", others.clone())]
            }
            Self::RestoreSnapshotUnreadable { count } => vec![("count", count.clone())],
            Self::RestoreNothingThere => vec![],
            Self::RestoreNothingThereNext => vec![],
            Self::RestoreDamaged => vec![],
            Self::RestoreDamagedNext => vec![],
            Self::RebuildDone { entries } => vec![("entries", entries.clone())],
            Self::VerifyCounts {
                changes,
                entries,
                rows,
            } => vec![
                ("changes", changes.clone()),
                ("entries", entries.clone()),
                ("rows", rows.clone()),
            ],
            Self::VerifyClean => vec![],
            Self::VerifyFaults { count } => vec![("count", count.clone())],
            Self::VerifyNext => vec![],
            Self::FaultStore => vec![],
            Self::FaultSignature => vec![],
            Self::FaultChain => vec![],
            Self::FaultContent => vec![],
            Self::FaultDocument => vec![],
            Self::FaultViews => vec![],
            Self::FaultOther => vec![],
            Self::EraseWarning => vec![],
            Self::AskErase { name } => vec![("name", name.clone())],
            Self::EraseUnnamed => vec![],
            Self::EraseUnnamedNext { name } => vec![("name", name.clone())],
            Self::EraseOtherName { name } => vec![("name", name.clone())],
            Self::EraseOtherNameNext => vec![],
            Self::EraseDone { name } => vec![("name", name.clone())],
            Self::ManDone { folder } => vec![("folder", folder.clone())],
            Self::DevicesHeading { count } => vec![("count", count.clone())],
            Self::DeviceThis => vec![],
            Self::DeviceLost { date } => vec![("date", date.clone())],
            Self::DeviceExpired => vec![],
            Self::RenewDone { date, name } => vec![("date", date.clone()), ("name", name.clone())],
            Self::RenewNext => vec![],
            Self::IntroduceCode => vec![],
            Self::IntroduceNext => vec![],
            Self::MeetDone { date, name } => vec![("date", date.clone()), ("name", name.clone())],
            Self::MeetNext => vec![],
            Self::MeetNoCode => vec![],
            Self::MeetNoCodeNext => vec![],
            Self::MeetNotOwn => vec![],
            Self::MeetNotOwnNext => vec![],
            Self::MeetLost => vec![],
            Self::MeetLostNext => vec![],
            Self::RenewNoIdentity => vec![],
            Self::RenewNoIdentityNext => vec![],
            Self::RenewNotOwn => vec![],
            Self::RenewNotOwnNext => vec![],
            Self::AskLost { name } => vec![("name", name.clone())],
            Self::LostDone { name } => vec![("name", name.clone())],
            Self::LostNext => vec![],
            Self::LostUnanswered { name } => vec![("name", name.clone())],
            Self::LostUnansweredNext => vec![],
            Self::LostDeclined => vec![],
            Self::LostDeclinedNext => vec![],
            Self::LostNoIdentity => vec![],
            Self::LostNoIdentityNext => vec![],
            Self::LostNotOthers => vec![],
            Self::LostNotOthersNext => vec![],
            Self::PairShow => vec![],
            Self::PairWaiting => vec![],
            Self::PairAsks { name } => vec![("name", name.clone())],
            Self::PairDigits { digits } => vec![("digits", digits.clone())],
            Self::AskSameDigits => vec![],
            Self::PairDone { name } => vec![("name", name.clone())],
            Self::PairNext => vec![],
            Self::AskCode => vec![],
            Self::JoinDone { folder } => vec![("folder", folder.clone())],
            Self::JoinNext => vec![],
            Self::CodeNeeded => vec![],
            Self::CodeNeededNext => vec![],
            Self::CodeNowhere => vec![],
            Self::CodeNowhereNext => vec![],
            Self::ListenFailed { address } => vec![("address", address.clone())],
            Self::ListenFailedNext => vec![],
            Self::PairNotACode => vec![],
            Self::PairNotACodeNext => vec![],
            Self::PairCodeNewer => vec![],
            Self::PairCodeNewerNext => vec![],
            Self::PairCodeDamaged => vec![],
            Self::PairCodeDamagedNext => vec![],
            Self::PairDeclined => vec![],
            Self::PairDeclinedNext => vec![],
            Self::PairNoIdentity => vec![],
            Self::PairNoIdentityNext => vec![],
            Self::GrantShow => vec![],
            Self::GrantWritten { file, size } => vec![("file", file.clone()), ("size", size.clone())],
            Self::GrantMade { grant, until, uses } => vec![
                ("grant", grant.clone()),
                ("until", until.clone()),
                ("uses", uses.clone()),
            ],
            Self::GrantNext => vec![],
            Self::GrantDelegable => vec![],
            Self::GrantVia { by, who } => vec![("by", by.clone()), ("who", who.clone())],
            Self::MayLine { section, what } => vec![("section", section.clone()), ("what", what.clone())],
            Self::MayExtract => vec![],
            Self::MayRead => vec![],
            Self::MayReadLater => vec![],
            Self::MayAppend => vec![],
            Self::GrantsNone => vec![],
            Self::GrantNotYet => vec![],
            Self::GrantOpen => vec![],
            Self::GrantUsedUp => vec![],
            Self::GrantExpired => vec![],
            Self::GrantRevoked => vec![],
            Self::GrantClosed => vec![],
            Self::GrantEnded { grant } => vec![("grant", grant.clone())],
            Self::GrantEndsLater { grant, until } => vec![("grant", grant.clone()), ("until", until.clone())],
            Self::GrantEndsAtItsDevice { grant, until } => {
                vec![("grant", grant.clone()), ("until", until.clone())]
            }
            Self::GrantOfDevice { device, what } => vec![("device", device.clone()), ("what", what.clone())],
            Self::GrantsUnmet => vec![],
            Self::GrantNextAtRelay => vec![],
            Self::RelayListens { address } => vec![("address", address.clone())],
            Self::RelayServesPage => vec![],
            Self::RelayIsBlind => vec![],
            Self::ClinicListens { address, name } => {
                vec![("address", address.clone()), ("name", name.clone())]
            }
            Self::ClinicCertifies { address } => vec![("address", address.clone())],
            Self::ClinicAuthority => vec![],
            Self::ClinicAuthorityNext => vec![],
            Self::ClinicAuthorityNames => vec![],
            Self::ClinicAuthorityNamesNext => vec![],
            Self::ClinicSetup => vec![],
            Self::ClinicWords => vec![],
            Self::ClinicStop => vec![],
            Self::RelayUsed { address } => vec![("address", address.clone())],
            Self::RelayUnused => vec![],
            Self::MailboxNothing => vec![],
            Self::MailboxEmergency {
                at,
                grant,
                name,
                ready,
                reason,
                words,
            } => vec![
                ("at", at.clone()),
                ("grant", grant.clone()),
                ("name", name.clone()),
                ("ready", ready.clone()),
                ("reason", reason.clone()),
                ("words", words.clone()),
            ],
            Self::MailboxEmergencyNext => vec![],
            Self::MailboxEmergencyStopped {
                grant,
                name,
                reason,
                words,
            } => vec![
                ("grant", grant.clone()),
                ("name", name.clone()),
                ("reason", reason.clone()),
                ("words", words.clone()),
            ],
            Self::MailboxTaken {
                at,
                grant,
                name,
                words,
            } => vec![
                ("at", at.clone()),
                ("grant", grant.clone()),
                ("name", name.clone()),
                ("words", words.clone()),
            ],
            Self::MailboxLetIn { grant, name, words } => vec![
                ("grant", grant.clone()),
                ("name", name.clone()),
                ("words", words.clone()),
            ],
            Self::MailboxLetInEnded { grant, name, words } => vec![
                ("grant", grant.clone()),
                ("name", name.clone()),
                ("words", words.clone()),
            ],
            Self::MailboxNotLetIn {
                grant,
                name,
                why,
                words,
            } => vec![
                ("grant", grant.clone()),
                ("name", name.clone()),
                ("why", why.clone()),
                ("words", words.clone()),
            ],
            Self::MailboxAltered { grant, name, words } => vec![
                ("grant", grant.clone()),
                ("name", name.clone()),
                ("words", words.clone()),
            ],
            Self::MailboxUnread => vec![],
            Self::MailboxEnded { grant } => vec![("grant", grant.clone())],
            Self::MailboxUnasked { grant, until } => vec![("grant", grant.clone()), ("until", until.clone())],
            Self::DeletionSaid {
                at,
                cause,
                grant,
                name,
            } => vec![
                ("at", at.clone()),
                ("cause", cause.clone()),
                ("grant", grant.clone()),
                ("name", name.clone()),
            ],
            Self::DeletionWord => vec![],
            Self::DeletionTimeIsOver => vec![],
            Self::DeletionClosed => vec![],
            Self::DeletionWithdrawn => vec![],
            Self::GrantEndedTold { until } => vec![("until", until.clone())],
            Self::GrantEndedKept => vec![],
            Self::ColumnWho => vec![],
            Self::GrantNothing => vec![],
            Self::GrantNothingNext => vec![],
            Self::GrantWindow => vec![],
            Self::GrantWindowNext => vec![],
            Self::GrantShortPasscode => vec![],
            Self::GrantShortPasscodeNext => vec![],
            Self::GrantAddress => vec![],
            Self::GrantAddressNext => vec![],
            Self::GrantUnknown => vec![],
            Self::GrantUnknownNext => vec![],
            Self::ClinicNoStart => vec![],
            Self::ClinicNoStartNext => vec![],
            Self::ClinicInTheClear => vec![],
            Self::ClinicInTheClearNext => vec![],
            Self::ClinicStore => vec![],
            Self::ClinicStoreNext => vec![],
            Self::ClinicKey => vec![],
            Self::ClinicKeyNext => vec![],
            Self::ClinicKeyOpen => vec![],
            Self::ClinicKeyOpenNext => vec![],
            Self::DeskSignIn => vec![],
            Self::DeskSignInNext => vec![],
            Self::DeskWrongPassword => vec![],
            Self::DeskWrongPasswordNext => vec![],
            Self::DeskLocked { minutes } => vec![("minutes", minutes.clone())],
            Self::DeskLockedNext => vec![],
            Self::DeskPasskeyPlace => vec![],
            Self::DeskPasskeyPlaceNext => vec![],
            Self::DeskPasskeyOver => vec![],
            Self::DeskPasskeyOverNext => vec![],
            Self::DeskPasskeyWrong => vec![],
            Self::DeskPasskeyWrongNext => vec![],
            Self::DeskPasskeyCounter => vec![],
            Self::DeskPasskeyCounterNext => vec![],
            Self::DeskPasskeyUnfit => vec![],
            Self::DeskPasskeyUnfitNext => vec![],
            Self::DeskPasskeyKnown => vec![],
            Self::DeskPasskeyKnownNext => vec![],
            Self::DeskPasskeyMany => vec![],
            Self::DeskPasskeyManyNext => vec![],
            Self::DeskPasskeyUnknown => vec![],
            Self::DeskPasskeyUnknownNext => vec![],
            Self::DeskPasskeyLast => vec![],
            Self::DeskPasskeyLastNext => vec![],
            Self::DeskPasskeyRequired => vec![],
            Self::DeskPasskeyRequiredNext => vec![],
            Self::DeskPasskeyOwnFirst => vec![],
            Self::DeskPasskeyOwnFirstNext => vec![],
            Self::DeskAddPasskey => vec![],
            Self::DeskAddPasskeyNext => vec![],
            Self::DeskWrongSecret => vec![],
            Self::DeskWrongSecretNext => vec![],
            Self::DeskLoginTaken => vec![],
            Self::DeskLoginTakenNext => vec![],
            Self::DeskNameBad => vec![],
            Self::DeskNameBadNext => vec![],
            Self::DeskSecondNeeded => vec![],
            Self::DeskSecondNeededNext => vec![],
            Self::DeskSecondUnfit => vec![],
            Self::DeskSecondUnfitNext => vec![],
            Self::DeskPasswordBad => vec![],
            Self::DeskPasswordBadNext => vec![],
            Self::DeskAccountUnknown => vec![],
            Self::DeskAccountUnknownNext => vec![],
            Self::DeskLastAdministrator => vec![],
            Self::DeskLastAdministratorNext => vec![],
            Self::DeskChangePassword => vec![],
            Self::DeskChangePasswordNext => vec![],
            Self::DeskNotForRole => vec![],
            Self::DeskNotForRoleNext => vec![],
            Self::DeskForged => vec![],
            Self::DeskForgedNext => vec![],
            Self::DeskOrigin => vec![],
            Self::DeskOriginNext => vec![],
            Self::DeskHost => vec![],
            Self::DeskHostNext => vec![],
            Self::DeskNotHere => vec![],
            Self::DeskNotHereNext => vec![],
            Self::DeskWrongMethod => vec![],
            Self::DeskWrongMethodNext => vec![],
            Self::DeskMalformed => vec![],
            Self::DeskMalformedNext => vec![],
            Self::DeskTooLong => vec![],
            Self::DeskTooLongNext => vec![],
            Self::DeskType => vec![],
            Self::DeskTypeNext => vec![],
            Self::DeskWait => vec![],
            Self::DeskWaitNext => vec![],
            Self::DeskNoChart => vec![],
            Self::DeskNoChartNext => vec![],
            Self::DeskChartEnded => vec![],
            Self::DeskChartEndedNext => vec![],
            Self::DeskStoreFailed => vec![],
            Self::DeskStoreFailedNext => vec![],
            Self::DeskBroken => vec![],
            Self::DeskBrokenNext => vec![],
            Self::DeskBridgeNotSet => vec![],
            Self::DeskBridgeNotSetNext => vec![],
            Self::DeskBridgeAddress => vec![],
            Self::DeskBridgeAddressNext => vec![],
            Self::DeskBridgeNotFhir => vec![],
            Self::DeskBridgeNotFhirNext => vec![],
            Self::DeskBridgeUnreachable => vec![],
            Self::DeskBridgeUnreachableNext => vec![],
            Self::DeskBridgeUntrusted => vec![],
            Self::DeskBridgeUntrustedNext => vec![],
            Self::DeskBridgeAuthority => vec![],
            Self::DeskBridgeAuthorityNext => vec![],
            Self::DeskBridgeKey => vec![],
            Self::DeskBridgeKeyNext => vec![],
            Self::DeskBridgeBusy => vec![],
            Self::DeskBridgeBusyNext => vec![],
            Self::DeskBridgeNotLetIn => vec![],
            Self::DeskBridgeNotLetInNext => vec![],
            Self::DeskBridgeNoKey => vec![],
            Self::DeskBridgeNoKeyNext => vec![],
            Self::DeskBridgeKeyNotTaken => vec![],
            Self::DeskBridgeKeyNotTakenNext => vec![],
            Self::DeskBridgeVersion => vec![],
            Self::DeskBridgeVersionNext => vec![],
            Self::DeskBridgeNoProfile => vec![],
            Self::DeskBridgeNoProfileNext => vec![],
            Self::DeskBridgeNoPatient => vec![],
            Self::DeskBridgeNoPatientNext => vec![],
            Self::DeskBridgeNotAlike => vec![],
            Self::DeskBridgeNotAlikeNext => vec![],
            Self::DeskBridgeTaken => vec![],
            Self::DeskBridgeTakenNext => vec![],
            Self::DeskBridgeExists => vec![],
            Self::DeskBridgeExistsNext => vec![],
            Self::DeskBridgeNotLinked => vec![],
            Self::DeskBridgeNotLinkedNext => vec![],
            Self::DeskBridgeOtherBirthDate => vec![],
            Self::DeskBridgeOtherBirthDateNext => vec![],
            Self::DeskBridgeOtherPatient => vec![],
            Self::DeskBridgeOtherPatientNext => vec![],
            Self::DeskBridgeEntry { number } => vec![("number", number.clone())],
            Self::DeskBridgeEntryNext => vec![],
            Self::DeskBridgeNotOffered => vec![],
            Self::DeskBridgeNotOfferedNext => vec![],
            Self::DeskBridgeNoMessage => vec![],
            Self::DeskBridgeNoMessageNext => vec![],
            Self::DeskBridgeDecided => vec![],
            Self::DeskBridgeDecidedNext => vec![],
            Self::DeskBridgeRefused => vec![],
            Self::DeskBridgeRefusedNext => vec![],
            Self::DeskBridgeDiffers => vec![],
            Self::DeskBridgeDiffersNext => vec![],
            Self::DeskVisitNone => vec![],
            Self::DeskVisitNoneNext => vec![],
            Self::DeskVisitChanged => vec![],
            Self::DeskVisitChangedNext => vec![],
            Self::DeskVisitSigned => vec![],
            Self::DeskVisitSignedNext => vec![],
            Self::DeskVisitNotSigned => vec![],
            Self::DeskVisitNotSignedNext => vec![],
            Self::DeskVisitEmpty => vec![],
            Self::DeskVisitEmptyNext => vec![],
            Self::DeskVisitNoAppend => vec![],
            Self::DeskVisitNoAppendNext => vec![],
            Self::DeskVisitNotAllowed { sections } => vec![("sections", sections.clone())],
            Self::DeskVisitNotAllowedNext => vec![],
            Self::DeskVisitFindings => vec![],
            Self::DeskVisitFindingsNext => vec![],
            Self::DeskVisitClass => vec![],
            Self::DeskVisitClassNext => vec![],
            Self::DeskVisitFileEmpty => vec![],
            Self::DeskVisitFileEmptyNext => vec![],
            Self::DeskVisitFileKind => vec![],
            Self::DeskVisitFileKindNext => vec![],
            Self::DeskVisitFileLarge => vec![],
            Self::DeskVisitFileLargeNext => vec![],
            Self::DeskVisitFileNone => vec![],
            Self::DeskVisitFileNoneNext => vec![],
            Self::DeskVisitFilesMany => vec![],
            Self::DeskVisitFilesManyNext => vec![],
            Self::DeskVisitNumber => vec![],
            Self::DeskVisitNumberNext => vec![],
            Self::DeskVisitWords { field } => vec![("field", field.clone())],
            Self::DeskVisitWordsNext => vec![],
            Self::DeskVisitDate { field } => vec![("field", field.clone())],
            Self::DeskVisitDateNext => vec![],
            Self::DeskVisitBackwards => vec![],
            Self::DeskVisitBackwardsNext => vec![],
            Self::DeskVisitEndedYetActive => vec![],
            Self::DeskVisitEndedYetActiveNext => vec![],
            Self::DeskVisitUnfit => vec![],
            Self::DeskVisitUnfitNext => vec![],
            Self::DeskVisitSubjective => vec![],
            Self::DeskVisitObjective => vec![],
            Self::DeskVisitAssessment => vec![],
            Self::DeskCheckinNone => vec![],
            Self::DeskCheckinNoneNext => vec![],
            Self::DeskCheckinOver => vec![],
            Self::DeskCheckinOverNext => vec![],
            Self::DeskCheckinAnswered => vec![],
            Self::DeskCheckinAnsweredNext => vec![],
            Self::DeskCheckinUnanswered => vec![],
            Self::DeskCheckinUnansweredNext => vec![],
            Self::DeskCheckinCharted => vec![],
            Self::DeskCheckinChartedNext => vec![],
            Self::DeskCheckinNoPerson => vec![],
            Self::DeskCheckinNoPersonNext => vec![],
            Self::DeskCheckinNoRecord => vec![],
            Self::DeskCheckinNoRecordNext => vec![],
            Self::DeskCheckinNotAllowed => vec![],
            Self::DeskCheckinNotAllowedNext => vec![],
            Self::DeskCheckinWhom => vec![],
            Self::DeskCheckinWhomNext => vec![],
            Self::DeskCheckinEmpty => vec![],
            Self::DeskCheckinEmptyNext => vec![],
            Self::DeskCheckinPurpose => vec![],
            Self::DeskCheckinPurposeNext => vec![],
            Self::DeskCheckinCall => vec![],
            Self::DeskCheckinCallNext => vec![],
            Self::DeskCheckinForm { title } => vec![("title", title.clone())],
            Self::DeskCheckinFormNext => vec![],
            Self::DeskCheckinTwice => vec![],
            Self::DeskCheckinTwiceNext => vec![],
            Self::DeskCheckinTooMuch => vec![],
            Self::DeskCheckinTooMuchNext => vec![],
            Self::DeskCheckinMember { member } => vec![("member", member.clone())],
            Self::DeskCheckinMemberNext => vec![],
            Self::DeskCheckinOther => vec![],
            Self::DeskCheckinOtherNext => vec![],
            Self::DeskCheckinNoAnswer => vec![],
            Self::DeskCheckinNoAnswerNext => vec![],
            Self::DeskCheckinUnfit { why } => vec![("why", why.clone())],
            Self::DeskCheckinUnfitNext => vec![],
            Self::DeskMessageNoRecord => vec![],
            Self::DeskMessageNoRecordNext => vec![],
            Self::DeskMessageNotAllowed => vec![],
            Self::DeskMessageNotAllowedNext => vec![],
            Self::DeskMessageEmpty => vec![],
            Self::DeskMessageEmptyNext => vec![],
            Self::DeskMessageTooLong => vec![],
            Self::DeskMessageTooLongNext => vec![],
            Self::DeskMessageNone => vec![],
            Self::DeskMessageNoneNext => vec![],
            Self::DeskMessageTaken => vec![],
            Self::DeskMessageTakenNext => vec![],
            Self::DeskReconCount => vec![],
            Self::DeskReconCountNext => vec![],
            Self::DeskReconUnfit => vec![],
            Self::DeskReconUnfitNext => vec![],
            Self::DeskReconChanged => vec![],
            Self::DeskReconChangedNext => vec![],
            Self::DeskReconRetracted => vec![],
            Self::DeskReconRetractedNext => vec![],
            Self::DeskReconDenies => vec![],
            Self::DeskReconDeniesNext => vec![],
            Self::DeskReconUndecided => vec![],
            Self::DeskReconUndecidedNext => vec![],
            Self::DeskReconNotAllowed => vec![],
            Self::DeskReconNotAllowedNext => vec![],
            Self::DeskReconNoResult => vec![],
            Self::DeskReconNoResultNext => vec![],
            Self::DeskReconNotAsShown => vec![],
            Self::DeskReconNotAsShownNext => vec![],
            Self::DeskReconTitle => vec![],
            Self::RelayNone => vec![],
            Self::RelayNoneNext => vec![],
            Self::RelayNeedsPasscode => vec![],
            Self::RelayNeedsPasscodeNext => vec![],
            Self::RelayNotPassedOn => vec![],
            Self::RelayNotPassedOnNext => vec![],
            Self::RelayTooMuch => vec![],
            Self::RelayTooMuchNext => vec![],
            Self::RelayUnreachable => vec![],
            Self::RelayUnreachableNext => vec![],
            Self::RelayBusy => vec![],
            Self::RelayBusyNext => vec![],
            Self::RelayFull => vec![],
            Self::RelayFullNext => vec![],
            Self::RelayNotLive => vec![],
            Self::RelayNotLiveNext => vec![],
            Self::RelayNotTaken => vec![],
            Self::RelayNotTakenNext => vec![],
            Self::RelayConflict => vec![],
            Self::RelayConflictNext => vec![],
            Self::RelayNotOne => vec![],
            Self::RelayNotOneNext => vec![],
            Self::RelayAddress => vec![],
            Self::RelayAddressNext => vec![],
            Self::RelayStore => vec![],
            Self::RelayStoreNext => vec![],
            Self::RelayNoPage => vec![],
            Self::RelayNoPageNext => vec![],
            Self::RelayNoStart => vec![],
            Self::RelayNoStartNext => vec![],
            Self::GrantHasEnded => vec![],
            Self::GrantHasEndedNext => vec![],
            Self::GrantNotPatients => vec![],
            Self::GrantNotPatientsNext => vec![],
            Self::ColumnRole => vec![],
            Self::ContactsNone => vec![],
            Self::ContactHolds => vec![],
            Self::ContactHoldsNothing => vec![],
            Self::ContactsUnshared => vec![],
            Self::ContactsOutdated => vec![],
            Self::ContactsShared { hours, needed, r#of } => vec![
                ("hours", hours.clone()),
                ("needed", needed.clone()),
                ("of", r#of.clone()),
            ],
            Self::ContactsKeeps { name, needed, r#of } => vec![
                ("name", name.clone()),
                ("needed", needed.clone()),
                ("of", r#of.clone()),
            ],
            Self::ContactsEmergency { minutes, name } => {
                vec![("minutes", minutes.clone()), ("name", name.clone())]
            }
            Self::ContactsKeepNext => vec![],
            Self::ApproveRecord { name } => vec![("name", name.clone())],
            Self::ApproveProxy { name, proxy } => vec![("name", name.clone()), ("proxy", proxy.clone())],
            Self::ContactsEnded { name } => vec![("name", name.clone())],
            Self::ContactsUnasked => vec![],
            Self::ContactsUnaskedAbout { name } => vec![("name", name.clone())],
            Self::ContactsBecome => vec![],
            Self::ContactsWords { words } => vec![("words", words.clone())],
            Self::ContactsCompare { name, words } => vec![("name", name.clone()), ("words", words.clone())],
            Self::ContactsChosen { name } => vec![("name", name.clone())],
            Self::ContactsChosenNext => vec![],
            Self::ContactsDropped { name } => vec![("name", name.clone())],
            Self::ContactsPartIn { file, name } => vec![("file", file.clone()), ("name", name.clone())],
            Self::ContactsPartOf { name } => vec![("name", name.clone())],
            Self::ContactsSplitNext => vec![],
            Self::ContactsApproved { name } => vec![("name", name.clone())],
            Self::ContactsVetoed { device } => vec![("device", device.clone())],
            Self::ContactsVetoedNext => vec![],
            Self::ContactsNoCode => vec![],
            Self::ContactsNoCodeNext => vec![],
            Self::ContactsOtherWords => vec![],
            Self::ContactsOtherWordsNext => vec![],
            Self::ContactsNoIdentity => vec![],
            Self::ContactsNoIdentityNext => vec![],
            Self::ContactsKnown => vec![],
            Self::ContactsKnownNext => vec![],
            Self::ContactsUnknown => vec![],
            Self::ContactsUnknownNext => vec![],
            Self::ContactsMany => vec![],
            Self::ContactsManyNext => vec![],
            Self::ContactsNumbers => vec![],
            Self::ContactsNumbersNext => vec![],
            Self::ContactsWait => vec![],
            Self::ContactsWaitNext => vec![],
            Self::ContactsNotForHere => vec![],
            Self::ContactsNotForHereNext => vec![],
            Self::ContactsTooLong => vec![],
            Self::ContactsTooLongNext => vec![],
            Self::RecoveryAsked { device, ready } => {
                vec![("device", device.clone()), ("ready", ready.clone())]
            }
            Self::RecoveryAskedOf { device, name, ready } => vec![
                ("device", device.clone()),
                ("name", name.clone()),
                ("ready", ready.clone()),
            ],
            Self::RecoveryVetoed { device } => vec![("device", device.clone())],
            Self::RecoveryVetoedOf { device, name } => {
                vec![("device", device.clone()), ("name", name.clone())]
            }
            Self::RecoveryTaken { device } => vec![("device", device.clone())],
            Self::RecoveryTakenOf { device, name } => {
                vec![("device", device.clone()), ("name", name.clone())]
            }
            Self::RecoverAsk => vec![],
            Self::RecoverAskWords { words } => vec![("words", words.clone())],
            Self::RecoverAskNext => vec![],
            Self::RecoverWaits { hours, minutes } => {
                vec![("hours", hours.clone()), ("minutes", minutes.clone())]
            }
            Self::RecoverWaitsNext => vec![],
            Self::RecoverVetoed => vec![],
            Self::RecoverVetoedNext => vec![],
            Self::RecoverDoneNext => vec![],
            Self::RecoverNotAsking => vec![],
            Self::RecoverNotAskingNext => vec![],
            Self::RecoverAskedBefore => vec![],
            Self::RecoverAskedBeforeNext => vec![],
            Self::RecoverOthers => vec![],
            Self::RecoverOthersNext => vec![],
            Self::RecoverFew { have, needed } => vec![("have", have.clone()), ("needed", needed.clone())],
            Self::RecoverFewNext => vec![],
            Self::RecoverParts => vec![],
            Self::RecoverPartsNext => vec![],
            Self::RecoverNotTaken => vec![],
            Self::RecoverNotTakenNext => vec![],
            Self::RecoverOtherCause => vec![],
            Self::RecoverOtherCauseNext => vec![],
            Self::IncapacityNothing => vec![],
            Self::IncapacityWho {
                name,
                role,
                sections,
                until,
            } => vec![
                ("name", name.clone()),
                ("role", role.clone()),
                ("sections", sections.clone()),
                ("until", until.clone()),
            ],
            Self::IncapacityHow { hours, needed, r#of } => vec![
                ("hours", hours.clone()),
                ("needed", needed.clone()),
                ("of", r#of.clone()),
            ],
            Self::IncapacityNobody => vec![],
            Self::IncapacityUnheard => vec![],
            Self::IncapacityCame { name } => vec![("name", name.clone())],
            Self::IncapacityUnleft => vec![],
            Self::IncapacityPrepareNext => vec![],
            Self::IncapacityCancelled => vec![],
            Self::IncapacityUntold => vec![],
            Self::IncapacityRequest => vec![],
            Self::IncapacityRequestNext => vec![],
            Self::IncapacityWaitsNext => vec![],
            Self::IncapacityEntered {
                role,
                sections,
                until,
                words,
            } => vec![
                ("role", role.clone()),
                ("sections", sections.clone()),
                ("until", until.clone()),
                ("words", words.clone()),
            ],
            Self::IncapacityEnteredAsOf { at } => vec![("at", at.clone())],
            Self::IncapacityEnteredUnreadable => vec![],
            Self::IncapacityEnteredNext => vec![],
            Self::IncapacityKeeps {
                name,
                needed,
                r#of,
                proxy,
            } => vec![
                ("name", name.clone()),
                ("needed", needed.clone()),
                ("of", r#of.clone()),
                ("proxy", proxy.clone()),
            ],
            Self::IncapacityAsked { device, proxy, ready } => vec![
                ("device", device.clone()),
                ("proxy", proxy.clone()),
                ("ready", ready.clone()),
            ],
            Self::IncapacityAskedOf {
                device,
                name,
                proxy,
                ready,
            } => vec![
                ("device", device.clone()),
                ("name", name.clone()),
                ("proxy", proxy.clone()),
                ("ready", ready.clone()),
            ],
            Self::IncapacityVetoed { device } => vec![("device", device.clone())],
            Self::IncapacityVetoedOf { device, name } => {
                vec![("device", device.clone()), ("name", name.clone())]
            }
            Self::IncapacityTaken { device, proxy } => {
                vec![("device", device.clone()), ("proxy", proxy.clone())]
            }
            Self::IncapacityTakenOf { device, name, proxy } => vec![
                ("device", device.clone()),
                ("name", name.clone()),
                ("proxy", proxy.clone()),
            ],
            Self::IncapacityNone => vec![],
            Self::IncapacityNoneNext => vec![],
            Self::IncapacityTooMuch => vec![],
            Self::IncapacityTooMuchNext => vec![],
            Self::IncapacityNothingLeft => vec![],
            Self::IncapacityNothingLeftNext => vec![],
            Self::IncapacityUnfit => vec![],
            Self::IncapacityUnfitNext => vec![],
            Self::AskSameWords => vec![],
            Self::PeopleNone => vec![],
            Self::PeopleYou { name } => vec![("name", name.clone())],
            Self::PeopleEnded { name } => vec![("name", name.clone())],
            Self::RoleView => vec![],
            Self::RoleManage => vec![],
            Self::RoleEmergency => vec![],
            Self::ProxyActs => vec![],
            Self::ProxyNamed => vec![],
            Self::ProxyExpired => vec![],
            Self::ProxyEnded => vec![],
            Self::ProxyNoIdentity => vec![],
            Self::ProxyNoIdentityNext => vec![],
            Self::ProxyUnknown => vec![],
            Self::ProxyUnknownNext => vec![],
            Self::ProxyNothing => vec![],
            Self::ProxyNothingNext => vec![],
            Self::ProxyWindow => vec![],
            Self::ProxyWindowNext => vec![],
            Self::ProxyName => vec![],
            Self::ProxyNameNext => vec![],
            Self::InviteNext => vec![],
            Self::InviteDone { name } => vec![("name", name.clone())],
            Self::ServeActs { role } => vec![("role", role.clone())],
            Self::RedeemActs { role } => vec![("role", role.clone())],
            Self::ClockDoubt => vec![],
            Self::ClockDoubtNext => vec![],
            Self::ServeWaiting { address } => vec![("address", address.clone())],
            Self::NotAnnounced => vec![],
            Self::ServeAsks { name, words } => vec![("name", name.clone()), ("words", words.clone())],
            Self::ServeKnown => vec![],
            Self::ServeUnknown => vec![],
            Self::ServeVia { name, words } => vec![("name", name.clone()), ("words", words.clone())],
            Self::ServeUntil { until } => vec![("until", until.clone())],
            Self::ServeReason { reason } => vec![("reason", reason.clone())],
            Self::AskServe => vec![],
            Self::ServeAnother => vec![],
            Self::ServeGiven { count, name } => vec![("count", count.clone()), ("name", name.clone())],
            Self::ServeNoReceipt => vec![],
            Self::ServeEmergency => vec![],
            Self::ServeTell { contact } => vec![("contact", contact.clone())],
            Self::ServeCameBack { name, received, sent } => vec![
                ("name", name.clone()),
                ("received", received.clone()),
                ("sent", sent.clone()),
            ],
            Self::ServeHeld { count } => vec![("count", count.clone())],
            Self::ServeRefused { name, why } => vec![("name", name.clone()), ("why", why.clone())],
            Self::ServeNobodyCame => vec![],
            Self::ServeNobodyCameNext => vec![],
            Self::ServeNothing => vec![],
            Self::ServeNothingNext => vec![],
            Self::ServeNoNetwork => vec![],
            Self::ServeNoNetworkNext => vec![],
            Self::WaitingNone => vec![],
            Self::WaitingLine { count, name, words } => vec![
                ("count", count.clone()),
                ("name", name.clone()),
                ("words", words.clone()),
            ],
            Self::WaitingAdmitted { count, name } => vec![("count", count.clone()), ("name", name.clone())],
            Self::WaitingNobody => vec![],
            Self::WaitingNobodyNext => vec![],
            Self::RedeemDigits { digits } => vec![("digits", digits.clone())],
            Self::RedeemDone { until, words } => vec![("until", until.clone()), ("words", words.clone())],
            Self::RedeemStated { made } => vec![("made", made.clone())],
            Self::StatedPast => vec![],
            Self::RedeemWritten { file } => vec![("file", file.clone())],
            Self::RedeemChart { folder } => vec![("folder", folder.clone())],
            Self::RedeemChartWaits => vec![],
            Self::RedeemDelegable { grant } => vec![("grant", grant.clone())],
            Self::DelegateShow => vec![],
            Self::DelegateWords { words } => vec![("words", words.clone())],
            Self::DelegateAskNext => vec![],
            Self::DelegateGiveShow => vec![],
            Self::DelegateMade { name, until, words } => vec![
                ("name", name.clone()),
                ("until", until.clone()),
                ("words", words.clone()),
            ],
            Self::DelegateGiveNext => vec![],
            Self::DelegateUnknown => vec![],
            Self::DelegateUnknownNext => vec![],
            Self::DelegateWider => vec![],
            Self::DelegateWiderNext => vec![],
            Self::DelegateNothing => vec![],
            Self::DelegateNothingNext => vec![],
            Self::DelegateEnded => vec![],
            Self::DelegateEndedNext => vec![],
            Self::DelegateNoRequest => vec![],
            Self::DelegateNoRequestNext => vec![],
            Self::RedeemNoCode => vec![],
            Self::RedeemNoCodeNext => vec![],
            Self::RedeemNoIdentity => vec![],
            Self::RedeemNoIdentityNext => vec![],
            Self::RedeemBefore => vec![],
            Self::RedeemBeforeNext => vec![],
            Self::RedeemNoConnection => vec![],
            Self::RedeemNoConnectionNext => vec![],
            Self::RedeemDeclined => vec![],
            Self::RedeemDeclinedNext => vec![],
            Self::RedeemBusy => vec![],
            Self::RedeemBusyNext => vec![],
            Self::RedeemTooMuch => vec![],
            Self::RedeemTooMuchNext => vec![],
            Self::RedeemNoReason => vec![],
            Self::RedeemNoReasonNext => vec![],
            Self::RedeemNeedsPasscode => vec![],
            Self::RedeemNeedsPasscodeNext => vec![],
            Self::RedeemWrongPasscode { left } => vec![("left", left.clone())],
            Self::RedeemWrongPasscodeNext => vec![],
            Self::RedeemWaits { minutes } => vec![("minutes", minutes.clone())],
            Self::RedeemLater => vec![],
            Self::RedeemLaterNext => vec![],
            Self::RedeemStopped => vec![],
            Self::RedeemStoppedNext => vec![],
            Self::RedeemNotLive => vec![],
            Self::RedeemNotLiveNext => vec![],
            Self::RedeemRefused { why } => vec![("why", why.clone())],
            Self::RedeemRefusedNext => vec![],
            Self::RedeemFailed => vec![],
            Self::RedeemFailedNext => vec![],
            Self::RedeemUnfit => vec![],
            Self::RedeemUnfitNext => vec![],
            Self::UnwillingDeclined => vec![],
            Self::UnwillingBusy => vec![],
            Self::UnwillingTooMuch => vec![],
            Self::UnwillingNoReason => vec![],
            Self::UnwillingFailed => vec![],
            Self::UnwillingUnknownVersion => vec![],
            Self::UnwillingClockNotBelievable => vec![],
            Self::UnwillingMalformed => vec![],
            Self::UnwillingBadSignature => vec![],
            Self::UnwillingOtherGrant => vec![],
            Self::UnwillingUnknownIssuer => vec![],
            Self::UnwillingCountedElsewhere => vec![],
            Self::UnwillingWrongSecret => vec![],
            Self::UnwillingEndedBefore => vec![],
            Self::UnwillingRevoked => vec![],
            Self::UnwillingNotYet => vec![],
            Self::UnwillingExpired => vec![],
            Self::UnwillingWrongAudience => vec![],
            Self::UnwillingDelegatedTooDeep => vec![],
            Self::UnwillingUnboundDelegator => vec![],
            Self::UnwillingWiderDelegation => vec![],
            Self::UnwillingDelegationExpired => vec![],
            Self::UnwillingWrongPasscode => vec![],
            Self::UnwillingSecondRedeemer => vec![],
            Self::UnwillingUsedUp => vec![],
            Self::UnwillingReplay => vec![],
            Self::UnwillingSectionNotGranted => vec![],
            Self::UnwillingOperationNotGranted => vec![],
            Self::BreakGlassAllowed => vec![],
            Self::StandingShow => vec![],
            Self::StandingMade { grant, until, uses } => vec![
                ("grant", grant.clone()),
                ("until", until.clone()),
                ("uses", uses.clone()),
            ],
            Self::StandingTold {
                contacts,
                devices,
                minutes,
            } => vec![
                ("contacts", contacts.clone()),
                ("devices", devices.clone()),
                ("minutes", minutes.clone()),
            ],
            Self::StandingNoContacts => vec![],
            Self::StandingOpensToAnyone => vec![],
            Self::StandingNext => vec![],
            Self::StandingRenewed { entries, grant } => {
                vec![("entries", entries.clone()), ("grant", grant.clone())]
            }
            Self::StandingRenewedElsewhere { device, grant } => {
                vec![("device", device.clone()), ("grant", grant.clone())]
            }
            Self::StandingTitle => vec![],
            Self::StandingPlain { name, until } => vec![("name", name.clone()), ("until", until.clone())],
            Self::StandingHowTo => vec![],
            Self::StandingHowToScan => vec![],
            Self::StandingHowToWait => vec![],
            Self::StandingHowToRead { sections } => vec![("sections", sections.clone())],
            Self::StandingUntil { until } => vec![("until", until.clone())],
            Self::StandingCodeApp => vec![],
            Self::StandingCodeCamera => vec![],
            Self::StandingNone => vec![],
            Self::StandingStopped { count } => vec![("count", count.clone())],
            Self::StandingStoppedNext => vec![],
            Self::BreakGlassOff { count } => vec![("count", count.clone())],
            Self::ProgressSync => vec![],
            Self::SyncWaiting { address } => vec![("address", address.clone())],
            Self::SyncDone {
                back,
                out,
                received,
                sent,
            } => vec![
                ("back", back.clone()),
                ("out", out.clone()),
                ("received", received.clone()),
                ("sent", sent.clone()),
            ],
            Self::SyncSame => vec![],
            Self::SyncApart => vec![],
            Self::SyncDisagree { count, section } => {
                vec![("count", count.clone()), ("section", section.clone())]
            }
            Self::SyncRolledBack => vec![],
            Self::LettersDone {
                back,
                found,
                name,
                out,
                posted,
                received,
                sent,
            } => vec![
                ("back", back.clone()),
                ("found", found.clone()),
                ("name", name.clone()),
                ("out", out.clone()),
                ("posted", posted.clone()),
                ("received", received.clone()),
                ("sent", sent.clone()),
            ],
            Self::LettersNothing => vec![],
            Self::LettersUnanswered => vec![],
            Self::LettersUnreadable { count } => vec![("count", count.clone())],
            Self::LettersRefused { count } => vec![("count", count.clone())],
            Self::LettersFull => vec![],
            Self::LettersTooLong => vec![],
            Self::LettersTooLongNext => vec![],
            Self::SyncAlone => vec![],
            Self::SyncAloneNext => vec![],
            Self::SyncNoSuchDevice => vec![],
            Self::SyncNoSuchDeviceNext => vec![],
            Self::SyncWhichDevice => vec![],
            Self::SyncWhichDeviceNext => vec![],
            Self::SyncNoConnection => vec![],
            Self::SyncNoConnectionNext => vec![],
            Self::SyncNobodyCame => vec![],
            Self::SyncNobodyCameNext => vec![],
            Self::SyncUnknownDevice => vec![],
            Self::SyncUnknownDeviceNext => vec![],
            Self::SyncExpired => vec![],
            Self::SyncExpiredNext => vec![],
            Self::SyncMalformed => vec![],
            Self::SyncMalformedNext => vec![],
            Self::SessionNotForUs => vec![],
            Self::SessionNotForUsNext => vec![],
            Self::SessionRefused => vec![],
            Self::SessionRefusedNext => vec![],
            Self::SessionTimedOut => vec![],
            Self::SessionTimedOutNext => vec![],
            Self::StillWaiting => vec![],
            Self::SessionInterrupted => vec![],
            Self::SessionInterruptedNext => vec![],
            Self::SessionAltered => vec![],
            Self::SessionAlteredNext => vec![],
            Self::SessionFailed => vec![],
            Self::SessionFailedNext => vec![],
            Self::AuditHeading { count } => vec![("count", count.clone())],
            Self::AuditMore { number } => vec![("number", number.clone())],
            Self::AuditNames => vec![],
            Self::AuditOwnLog => vec![],
            Self::AuditDamaged { count } => vec![("count", count.clone())],
            Self::AuditWholeRecord => vec![],
            Self::AuditNoSection => vec![],
            Self::AuditEntries { count } => vec![("count", count.clone())],
            Self::AuditGrantMade { sections } => vec![("sections", sections.clone())],
            Self::AuditGrantEnded { sections } => vec![("sections", sections.clone())],
            Self::AuditCodeAsked { sections, who } => {
                vec![("sections", sections.clone()), ("who", who.clone())]
            }
            Self::AuditRefused { sections, who } => {
                vec![("sections", sections.clone()), ("who", who.clone())]
            }
            Self::AuditDisclosedExtract {
                entries,
                sections,
                who,
            } => vec![
                ("entries", entries.clone()),
                ("sections", sections.clone()),
                ("who", who.clone()),
            ],
            Self::AuditDisclosedRead {
                entries,
                sections,
                who,
            } => vec![
                ("entries", entries.clone()),
                ("sections", sections.clone()),
                ("who", who.clone()),
            ],
            Self::AuditReceivedVisit {
                entries,
                sections,
                who,
            } => vec![
                ("entries", entries.clone()),
                ("sections", sections.clone()),
                ("who", who.clone()),
            ],
            Self::AuditHeldVisit {
                entries,
                sections,
                who,
            } => vec![
                ("entries", entries.clone()),
                ("sections", sections.clone()),
                ("who", who.clone()),
            ],
            Self::AuditEmergencyOverride {
                entries,
                sections,
                who,
            } => vec![
                ("entries", entries.clone()),
                ("sections", sections.clone()),
                ("who", who.clone()),
            ],
            Self::AuditCardMade { sections } => vec![("sections", sections.clone())],
            Self::AuditExported { entries, sections } => {
                vec![("entries", entries.clone()), ("sections", sections.clone())]
            }
            Self::AuditBackedUp => vec![],
            Self::AuditDeviceAdded { who } => vec![("who", who.clone())],
            Self::AuditDeviceLost { who } => vec![("who", who.clone())],
            Self::AuditProxyAdded { who } => vec![("who", who.clone())],
            Self::AuditProxyEnded { who } => vec![("who", who.clone())],
            Self::AuditWordsReplaced => vec![],
            Self::AuditContactsNamed { entries } => vec![("entries", entries.clone())],
            Self::AuditIncapacityPrepared { sections, who } => {
                vec![("sections", sections.clone()), ("who", who.clone())]
            }
            Self::AuditIncapacityEnded => vec![],
            Self::AuditRecoveryRefused => vec![],
            Self::AuditCopyRenewed { entries, sections } => {
                vec![("entries", entries.clone()), ("sections", sections.clone())]
            }
            Self::AuditDeletionSaid { sections, who } => {
                vec![("sections", sections.clone()), ("who", who.clone())]
            }
            Self::AuditEmergencyStopped => vec![],
            Self::AuditRecovered => vec![],
            Self::AuditDateConfirmed => vec![],
            Self::AuditRelayReported { sections, who } => {
                vec![("sections", sections.clone()), ("who", who.clone())]
            }
            Self::AuditPutBack => vec![],
            Self::AuditLinkMade { entries, sections } => {
                vec![("entries", entries.clone()), ("sections", sections.clone())]
            }
            Self::AuditLinkChanged { entries, sections } => {
                vec![("entries", entries.clone()), ("sections", sections.clone())]
            }
            Self::AuditLinkManaged { sections } => vec![("sections", sections.clone())],
            Self::AuditHealthCardMade { entries, sections } => {
                vec![("entries", entries.clone()), ("sections", sections.clone())]
            }
            Self::AuditEndedBegun => vec![],
            Self::AuditEndedFailed => vec![],
            Self::AuditEndedRefused => vec![],
            Self::AuditReason { reason } => vec![("reason", reason.clone())],
            Self::AuditVia { name } => vec![("name", name.clone())],
            Self::AuditWhole { entries } => vec![("entries", entries.clone())],
            Self::AuditNotWhole => vec![],
            Self::AuditWitnessed { number } => vec![("number", number.clone())],
            Self::AuditUnclosed { count } => vec![("count", count.clone())],
            Self::AuditAltered { number } => vec![("number", number.clone())],
            Self::AuditMissing { first, last } => vec![("first", first.clone()), ("last", last.clone())],
            Self::AuditCutOff { last, witnessed } => {
                vec![("last", last.clone()), ("witnessed", witnessed.clone())]
            }
            Self::AuditForked { number } => vec![("number", number.clone())],
            Self::AuditOtherWhole { name, number } => {
                vec![("name", name.clone()), ("number", number.clone())]
            }
            Self::AuditOtherFault { name } => vec![("name", name.clone())],
            Self::AuditFhirDone {
                consents,
                events,
                file,
            } => vec![
                ("consents", consents.clone()),
                ("events", events.clone()),
                ("file", file.clone()),
            ],
            Self::AuditFhirUnsealed => vec![],
            Self::HelpPocketchart => vec![],
            Self::HelpExit => vec![],
            Self::HelpEverywhere => vec![],
            Self::HelpCreate => vec![],
            Self::HelpImport => vec![],
            Self::HelpImports => vec![],
            Self::HelpSources => vec![],
            Self::HelpSourcesFind => vec![],
            Self::HelpSourcesFindWords => vec![],
            Self::HelpSourcesFindBrands => vec![],
            Self::HelpSourcesKey => vec![],
            Self::HelpSourcesKeyNew => vec![],
            Self::HelpSourcesKeyRsa => vec![],
            Self::HelpSourcesAdd => vec![],
            Self::HelpSourcesAddBase => vec![],
            Self::HelpSourcesAddName => vec![],
            Self::HelpSourcesAddClientId => vec![],
            Self::HelpSourcesAddClientSecretFd => vec![],
            Self::HelpSourcesAddKey => vec![],
            Self::HelpSourcesAddScope => vec![],
            Self::HelpSourcesAddPort => vec![],
            Self::HelpSourcesAddTokenFd => vec![],
            Self::HelpSourcesAddOpen => vec![],
            Self::HelpSourcesAddPatient => vec![],
            Self::HelpSourcesAddSamePerson => vec![],
            Self::HelpSourcesPull => vec![],
            Self::HelpSourcesPullSource => vec![],
            Self::HelpSourcesPullSamePerson => vec![],
            Self::HelpSourcesRemove => vec![],
            Self::HelpSourcesRemoveSource => vec![],
            Self::HelpUndo => vec![],
            Self::HelpSections => vec![],
            Self::HelpList => vec![],
            Self::HelpItem => vec![],
            Self::HelpTimeline => vec![],
            Self::HelpSearch => vec![],
            Self::HelpCheck => vec![],
            Self::HelpCheckAll => vec![],
            Self::HelpVaccines => vec![],
            Self::HelpDue => vec![],
            Self::HelpAcknowledge => vec![],
            Self::HelpAcknowledgeRule => vec![],
            Self::HelpAcknowledgeItem => vec![],
            Self::HelpAcknowledgeTakeBack => vec![],
            Self::HelpVaccinesQuestions => vec![],
            Self::HelpExplain => vec![],
            Self::HelpExplainRule => vec![],
            Self::HelpWhatIf => vec![],
            Self::HelpWhatIfMedicines => vec![],
            Self::HelpMessages => vec![],
            Self::HelpMessagesWrite => vec![],
            Self::HelpMessagesWriteTo => vec![],
            Self::HelpMessagesAnswer => vec![],
            Self::HelpMessagesAnswerMessage => vec![],
            Self::HelpMessagesWriteText => vec![],
            Self::HelpMessagesAnswerText => vec![],
            Self::HelpMessagesRead => vec![],
            Self::HelpMessagesReadMessage => vec![],
            Self::HelpCdsHooks => vec![],
            Self::HelpCdsHooksRequest => vec![],
            Self::HelpCdsHooksDiscovery => vec![],
            Self::HelpCheckin => vec![],
            Self::HelpCheckinAsked => vec![],
            Self::HelpCheckinRequest => vec![],
            Self::HelpCheckinGive => vec![],
            Self::HelpCheckinAnswer => vec![],
            Self::HelpCheckinLeaveOut => vec![],
            Self::HelpCheckinSend => vec![],
            Self::HelpCheckinOut => vec![],
            Self::HelpArgOn => vec![],
            Self::HelpTrends => vec![],
            Self::HelpTrendsNames => vec![],
            Self::HelpTrendsSince => vec![],
            Self::HelpGrowth => vec![],
            Self::HelpGrowthChart => vec![],
            Self::HelpArgPlot => vec![],
            Self::HelpKnownOn => vec![],
            Self::HelpAdd => vec![],
            Self::HelpCorrect => vec![],
            Self::HelpRetract => vec![],
            Self::HelpDispute => vec![],
            Self::HelpConfirm => vec![],
            Self::HelpResolve => vec![],
            Self::HelpArgFirst => vec![],
            Self::HelpArgSecond => vec![],
            Self::HelpReconcile => vec![],
            Self::HelpReconcileSame => vec![],
            Self::HelpReconcileDifferent => vec![],
            Self::HelpReconcileRight => vec![],
            Self::HelpReconcileRightFirst => vec![],
            Self::HelpReconcileBoth => vec![],
            Self::HelpReconcileUndo => vec![],
            Self::HelpReconcileExport => vec![],
            Self::HelpReconcileUndoDecision => vec![],
            Self::HelpAttach => vec![],
            Self::HelpExtract => vec![],
            Self::HelpShare => vec![],
            Self::HelpSummary => vec![],
            Self::HelpPdf => vec![],
            Self::HelpPdfSection => vec![],
            Self::HelpPdfOut => vec![],
            Self::HelpPdfFonts => vec![],
            Self::HelpLink => vec![],
            Self::HelpLinkSection => vec![],
            Self::HelpLinkFor => vec![],
            Self::HelpLinkUses => vec![],
            Self::HelpLinkPasscodeFd => vec![],
            Self::HelpLinkLongTerm => vec![],
            Self::HelpLinkDirect => vec![],
            Self::HelpLinkLabel => vec![],
            Self::HelpLinkOut => vec![],
            Self::HelpHealthCard => vec![],
            Self::HelpHealthCardSection => vec![],
            Self::HelpHealthCardFor => vec![],
            Self::HelpHealthCardPublic => vec![],
            Self::HelpHealthCardFile => vec![],
            Self::HelpHealthCardOut => vec![],
            Self::HelpLinks => vec![],
            Self::HelpShow => vec![],
            Self::HelpShowOut => vec![],
            Self::HelpLog => vec![],
            Self::HelpPause => vec![],
            Self::HelpResume => vec![],
            Self::HelpDestroy => vec![],
            Self::HelpUpdate => vec![],
            Self::HelpScanRecipient => vec![],
            Self::HelpScanPasscodeFd => vec![],
            Self::HelpScanImport => vec![],
            Self::HelpScanSamePerson => vec![],
            Self::HelpScanThisMachine => vec![],
            Self::HelpSummaryOut => vec![],
            Self::HelpExport => vec![],
            Self::HelpArgSensitive => vec![],
            Self::HelpScanTrust => vec![],
            Self::HelpPeople => vec![],
            Self::HelpInvite => vec![],
            Self::HelpInvitePerson => vec![],
            Self::HelpInviteSection => vec![],
            Self::HelpInviteRole => vec![],
            Self::HelpInviteFor => vec![],
            Self::HelpInviteListen => vec![],
            Self::HelpInviteWait => vec![],
            Self::HelpInviteAgree => vec![],
            Self::HelpInviteAddress => vec![],
            Self::HelpInviteOut => vec![],
            Self::HelpInviteConfirmDate => vec![],
            Self::HelpEnd => vec![],
            Self::HelpEndPerson => vec![],
            Self::HelpDevices => vec![],
            Self::HelpAudit => vec![],
            Self::HelpIntroduce => vec![],
            Self::HelpMeet => vec![],
            Self::HelpMeetCode => vec![],
            Self::HelpRenew => vec![],
            Self::HelpRenewDevice => vec![],
            Self::HelpLost => vec![],
            Self::HelpPair => vec![],
            Self::HelpOffer => vec![],
            Self::HelpJoin => vec![],
            Self::HelpSync => vec![],
            Self::HelpListen => vec![],
            Self::HelpConnect => vec![],
            Self::HelpLetters => vec![],
            Self::HelpCard => vec![],
            Self::HelpScan => vec![],
            Self::HelpGrant => vec![],
            Self::HelpServe => vec![],
            Self::HelpRedeem => vec![],
            Self::HelpDelegate => vec![],
            Self::HelpAsk => vec![],
            Self::HelpGive => vec![],
            Self::HelpGrants => vec![],
            Self::HelpRevoke => vec![],
            Self::HelpFromRelay => vec![],
            Self::HelpMailbox => vec![],
            Self::HelpUseRelay => vec![],
            Self::HelpClinic => vec![],
            Self::HelpRelay => vec![],
            Self::HelpWaiting => vec![],
            Self::HelpBreakGlass => vec![],
            Self::HelpAllow => vec![],
            Self::HelpStanding => vec![],
            Self::HelpDraw => vec![],
            Self::HelpRefresh => vec![],
            Self::HelpStop => vec![],
            Self::HelpOff => vec![],
            Self::HelpBackup => vec![],
            Self::HelpRecover => vec![],
            Self::HelpAskContacts => vec![],
            Self::HelpWithContacts => vec![],
            Self::HelpWithContactsAnswer => vec![],
            Self::HelpWithContactsWordsFd => vec![],
            Self::HelpContacts => vec![],
            Self::HelpBecome => vec![],
            Self::HelpBecomeAs => vec![],
            Self::HelpChoose => vec![],
            Self::HelpChooseCode => vec![],
            Self::HelpDrop => vec![],
            Self::HelpDropName => vec![],
            Self::HelpSplit => vec![],
            Self::HelpSplitAs => vec![],
            Self::HelpSplitNeeded => vec![],
            Self::HelpSplitWait => vec![],
            Self::HelpSplitWordsFd => vec![],
            Self::HelpSplitOut => vec![],
            Self::HelpKeep => vec![],
            Self::HelpKeepCode => vec![],
            Self::HelpApprove => vec![],
            Self::HelpApproveCode => vec![],
            Self::HelpApprovePerson => vec![],
            Self::HelpApproveDespiteVeto => vec![],
            Self::HelpVeto => vec![],
            Self::HelpVetoDevice => vec![],
            Self::HelpIncapacity => vec![],
            Self::HelpPrepare => vec![],
            Self::HelpPreparePerson => vec![],
            Self::HelpPrepareSection => vec![],
            Self::HelpPrepareRole => vec![],
            Self::HelpPrepareAs => vec![],
            Self::HelpPrepareNeeded => vec![],
            Self::HelpPrepareWait => vec![],
            Self::HelpPrepareFor => vec![],
            Self::HelpPrepareOut => vec![],
            Self::HelpCancel => vec![],
            Self::HelpRequest => vec![],
            Self::HelpEnter => vec![],
            Self::HelpEnterAnswer => vec![],
            Self::HelpArgSameWords => vec![],
            Self::HelpNewWords => vec![],
            Self::HelpNewWordsWithout => vec![],
            Self::HelpNewWordsNoWayBack => vec![],
            Self::HelpNewWordsWordsFd => vec![],
            Self::HelpUseWords => vec![],
            Self::HelpRestore => vec![],
            Self::HelpRebuild => vec![],
            Self::HelpVerify => vec![],
            Self::HelpPassphrase => vec![],
            Self::HelpErase => vec![],
            Self::HelpTour => vec![],
            Self::HelpCompletions => vec![],
            Self::HelpMan => vec![],
            Self::HelpAllergy => vec![],
            Self::HelpProblem => vec![],
            Self::HelpMedicine => vec![],
            Self::HelpVaccine => vec![],
            Self::HelpMeasurement => vec![],
            Self::HelpBloodPressure => vec![],
            Self::HelpProcedure => vec![],
            Self::HelpNote => vec![],
            Self::HelpContact => vec![],
            Self::HelpDirective => vec![],
            Self::HelpProfile => vec![],
            Self::HelpArgRecord => vec![],
            Self::HelpArgConfidential => vec![],
            Self::HelpArgPassphraseFd => vec![],
            Self::HelpArgJson => vec![],
            Self::HelpArgYes => vec![],
            Self::HelpArgAcceptOlder => vec![],
            Self::HelpArgName => vec![],
            Self::HelpArgKdf => vec![],
            Self::HelpArgSection => vec![],
            Self::HelpArgRelay => vec![],
            Self::HelpArgLink => vec![],
            Self::HelpArgNoPdf => vec![],
            Self::HelpTrendsFonts => vec![],
            Self::HelpGrowthFonts => vec![],
            Self::HelpArgFonts => vec![],
            Self::HelpArgLimit => vec![],
            Self::HelpArgOffset => vec![],
            Self::HelpArgId => vec![],
            Self::HelpArgReason => vec![],
            Self::HelpArgOut => vec![],
            Self::HelpArgFile => vec![],
            Self::HelpArgTitle => vec![],
            Self::HelpArgSameDigits => vec![],
            Self::HelpArgNoAnnounce => vec![],
            Self::HelpArgCodeFd => vec![],
            Self::HelpArgWordsFd => vec![],
            Self::HelpArgWhat => vec![],
            Self::HelpArgCode => vec![],
            Self::HelpArgBy => vec![],
            Self::HelpArgNote => vec![],
            Self::HelpArgSince => vec![],
            Self::HelpArgUntil => vec![],
            Self::HelpArgWhen => vec![],
            Self::HelpArgStatus => vec![],
            Self::HelpArgCertainty => vec![],
            Self::HelpArgPhone => vec![],
            Self::HelpArgEmail => vec![],
            Self::HelpArgAddress => vec![],
            Self::HelpAuditBefore => vec![],
            Self::HelpAuditGiven => vec![],
            Self::HelpAuditVerify => vec![],
            Self::HelpAuditFhir => vec![],
            Self::HelpCardOut => vec![],
            Self::HelpCardWith => vec![],
            Self::HelpCardWithout => vec![],
            Self::HelpCardOnly => vec![],
            Self::HelpCardPlain => vec![],
            Self::HelpCardPaper => vec![],
            Self::HelpCardFonts => vec![],
            Self::HelpCardPage => vec![],
            Self::HelpScanInput => vec![],
            Self::HelpScanKnown => vec![],
            Self::HelpArgLanguage => vec![],
            Self::HelpImportFiles => vec![],
            Self::HelpImportDayFirst => vec![],
            Self::HelpImportMonthFirst => vec![],
            Self::HelpImportDecimalComma => vec![],
            Self::HelpImportThousandsComma => vec![],
            Self::HelpImportUnit => vec![],
            Self::HelpImportZone => vec![],
            Self::HelpArgImport => vec![],
            Self::HelpImportTrust => vec![],
            Self::HelpImportRecipient => vec![],
            Self::HelpImportPasscodeFd => vec![],
            Self::HelpImportThisMachine => vec![],
            Self::HelpImportSamePerson => vec![],
            Self::HelpListAll => vec![],
            Self::HelpItemContent => vec![],
            Self::HelpTimelineFrom => vec![],
            Self::HelpTimelineTo => vec![],
            Self::HelpSearchWords => vec![],
            Self::HelpKnownOnDay => vec![],
            Self::HelpResolveWith => vec![],
            Self::HelpResolveKeep => vec![],
            Self::HelpResolveWithdraw => vec![],
            Self::HelpAttachMediaType => vec![],
            Self::HelpAttachSamePerson => vec![],
            Self::HelpExportFormat => vec![],
            Self::HelpExportSections => vec![],
            Self::HelpExportCurrent => vec![],
            Self::HelpExportReconciled => vec![],
            Self::HelpExportProvenance => vec![],
            Self::HelpGrantSection => vec![],
            Self::HelpGrantRead => vec![],
            Self::HelpGrantLater => vec![],
            Self::HelpGrantAppend => vec![],
            Self::HelpGrantFor => vec![],
            Self::HelpGrantUses => vec![],
            Self::HelpGrantPasscodeFd => vec![],
            Self::HelpGrantDelegable => vec![],
            Self::HelpGrantAddress => vec![],
            Self::HelpGrantOut => vec![],
            Self::HelpGrantConfirmDate => vec![],
            Self::HelpGrantRelay => vec![],
            Self::HelpFromRelayUrl => vec![],
            Self::HelpBackupRelay => vec![],
            Self::HelpUseRelayUrl => vec![],
            Self::HelpUseRelayNone => vec![],
            Self::HelpClinicName => vec![],
            Self::HelpClinicListen => vec![],
            Self::HelpClinicData => vec![],
            Self::HelpClinicHost => vec![],
            Self::HelpClinicTlsCert => vec![],
            Self::HelpClinicTlsKey => vec![],
            Self::HelpClinicBehindProxy => vec![],
            Self::HelpClinicOwnCertificate => vec![],
            Self::HelpClinicAlone => vec![],
            Self::HelpClinicPasskeysOptional => vec![],
            Self::HelpClinicLogoff => vec![],
            Self::HelpRelayListen => vec![],
            Self::HelpRelayMetrics => vec![],
            Self::HelpRelayStore => vec![],
            Self::HelpRelayBlobs => vec![],
            Self::HelpRelayBlobsAbove => vec![],
            Self::HelpRelayPage => vec![],
            Self::HelpRelayTlsCert => vec![],
            Self::HelpRelayTlsKey => vec![],
            Self::HelpRelayUrl => vec![],
            Self::HelpRelayBehindProxy => vec![],
            Self::HelpRelayCapacity => vec![],
            Self::HelpRelayRequests => vec![],
            Self::HelpRelayUpload => vec![],
            Self::HelpRelayConnections => vec![],
            Self::HelpRelayConnectionsEach => vec![],
            Self::HelpRelayMemory => vec![],
            Self::HelpRelaySweep => vec![],
            Self::HelpServeListen => vec![],
            Self::HelpServeWait => vec![],
            Self::HelpServeAgree => vec![],
            Self::HelpServeStay => vec![],
            Self::HelpServeConfirmDate => vec![],
            Self::HelpRedeemInput => vec![],
            Self::HelpRedeemAs => vec![],
            Self::HelpRedeemReason => vec![],
            Self::HelpRedeemPasscodeFd => vec![],
            Self::HelpRedeemChart => vec![],
            Self::HelpRedeemOut => vec![],
            Self::HelpAskAs => vec![],
            Self::HelpAskOut => vec![],
            Self::HelpGiveGrant => vec![],
            Self::HelpGiveTo => vec![],
            Self::HelpGiveSection => vec![],
            Self::HelpGiveAppend => vec![],
            Self::HelpGiveOnce => vec![],
            Self::HelpGiveFor => vec![],
            Self::HelpGiveOut => vec![],
            Self::HelpGiveConfirmDate => vec![],
            Self::HelpRevokeGrant => vec![],
            Self::HelpWaitingAdmit => vec![],
            Self::HelpStandingSection => vec![],
            Self::HelpStandingAs => vec![],
            Self::HelpStandingFor => vec![],
            Self::HelpStandingUses => vec![],
            Self::HelpStandingWait => vec![],
            Self::HelpStandingOut => vec![],
            Self::HelpStandingPaper => vec![],
            Self::HelpStandingFonts => vec![],
            Self::HelpStandingConfirmDate => vec![],
            Self::HelpDrawGrant => vec![],
            Self::HelpDrawOut => vec![],
            Self::HelpDrawPaper => vec![],
            Self::HelpDrawFonts => vec![],
            Self::HelpAllowSection => vec![],
            Self::HelpAllowFor => vec![],
            Self::HelpAllowAddress => vec![],
            Self::HelpAllowOut => vec![],
            Self::HelpAllowConfirmDate => vec![],
            Self::HelpOfferListen => vec![],
            Self::HelpOfferAddress => vec![],
            Self::HelpLostDevice => vec![],
            Self::HelpLostNoWayBack => vec![],
            Self::HelpJoinCode => vec![],
            Self::HelpListenAddress => vec![],
            Self::HelpListenStay => vec![],
            Self::HelpConnectAddress => vec![],
            Self::HelpConnectDevice => vec![],
            Self::HelpLettersDevice => vec![],
            Self::HelpRestoreFile => vec![],
            Self::HelpPassphraseNewPassphraseFd => vec![],
            Self::HelpEraseEraseRecord => vec![],
            Self::HelpTourFile => vec![],
            Self::HelpCompletionsShell => vec![],
            Self::HelpManOut => vec![],
            Self::HelpAllergyNoneKnown => vec![],
            Self::HelpAllergyReaction => vec![],
            Self::HelpAllergySeverity => vec![],
            Self::HelpAllergyRisk => vec![],
            Self::HelpAllergyCategory => vec![],
            Self::HelpMedicineHow => vec![],
            Self::HelpMedicineReasonFor => vec![],
            Self::HelpVaccineNotGiven => vec![],
            Self::HelpVaccineDose => vec![],
            Self::HelpVaccineLot => vec![],
            Self::HelpVaccineGivenBy => vec![],
            Self::HelpMeasurementValue => vec![],
            Self::HelpMeasurementUnit => vec![],
            Self::HelpMeasurementUcum => vec![],
            Self::HelpMeasurementCategory => vec![],
            Self::HelpMeasurementLow => vec![],
            Self::HelpMeasurementHigh => vec![],
            Self::HelpMeasurementFlag => vec![],
            Self::HelpBloodPressureSystolic => vec![],
            Self::HelpBloodPressureDiastolic => vec![],
            Self::HelpProcedureBodySite => vec![],
            Self::HelpProcedureDoneBy => vec![],
            Self::HelpProcedureOutcome => vec![],
            Self::HelpNoteText => vec![],
            Self::HelpContactWho => vec![],
            Self::HelpContactRelationship => vec![],
            Self::HelpContactEmergency => vec![],
            Self::HelpDirectiveKind => vec![],
            Self::HelpDirectiveText => vec![],
            Self::HelpDirectiveFile => vec![],
            Self::HelpProfileGiven => vec![],
            Self::HelpProfileFamily => vec![],
            Self::HelpProfileBirthDate => vec![],
            Self::HelpProfileGender => vec![],
            Self::HelpProfileLanguage => vec![],
            Self::TourHeading => vec![],
            Self::TourTime { millis } => vec![("millis", millis.clone())],
            Self::TourCreateName => vec![],
            Self::TourCreate { words } => vec![("words", words.clone())],
            Self::TourImportName => vec![],
            Self::TourImport {
                again,
                file,
                new,
                size,
                unreadable,
            } => vec![
                ("again", again.clone()),
                ("file", file.clone()),
                ("new", new.clone()),
                ("size", size.clone()),
                ("unreadable", unreadable.clone()),
            ],
            Self::TourAllergiesName => vec![],
            Self::TourAllergies { count, list } => vec![("count", count.clone()), ("list", list.clone())],
            Self::TourTrendName => vec![],
            Self::TourTrend {
                count,
                from,
                latest,
                line,
                what,
            } => vec![
                ("count", count.clone()),
                ("from", from.clone()),
                ("latest", latest.clone()),
                ("line", line.clone()),
                ("what", what.clone()),
            ],
            Self::TourCheckName => vec![],
            Self::TourCheck {
                edition,
                medicine,
                publisher,
                review,
                says,
                source,
                weight,
            } => vec![
                ("edition", edition.clone()),
                ("medicine", medicine.clone()),
                ("publisher", publisher.clone()),
                ("review", review.clone()),
                ("says", says.clone()),
                ("source", source.clone()),
                ("weight", weight.clone()),
            ],
            Self::TourCorrectName => vec![],
            Self::TourCorrect { entries, how, what } => vec![
                ("entries", entries.clone()),
                ("how", how.clone()),
                ("what", what.clone()),
            ],
            Self::TourPairName => vec![],
            Self::TourPair { devices, digits } => {
                vec![("devices", devices.clone()), ("digits", digits.clone())]
            }
            Self::TourFirstSyncName => vec![],
            Self::TourFirstSync { count, size, turns } => vec![
                ("count", count.clone()),
                ("size", size.clone()),
                ("turns", turns.clone()),
            ],
            Self::TourApartName => vec![],
            Self::TourApart { phone, tablet, what } => vec![
                ("phone", phone.clone()),
                ("tablet", tablet.clone()),
                ("what", what.clone()),
            ],
            Self::TourSyncName => vec![],
            Self::TourSync {
                again,
                back,
                out,
                size,
                turns,
            } => vec![
                ("again", again.clone()),
                ("back", back.clone()),
                ("out", out.clone()),
                ("size", size.clone()),
                ("turns", turns.clone()),
            ],
            Self::TourDisagreeName => vec![],
            Self::TourDisagree { one, other } => vec![("one", one.clone()), ("other", other.clone())],
            Self::TourResolveName => vec![],
            Self::TourResolve { left } => vec![("left", left.clone())],
            Self::TourCardName => vec![],
            Self::TourCard {
                bytes,
                facts,
                modules,
                others,
            } => vec![
                ("bytes", bytes.clone()),
                ("facts", facts.clone()),
                ("modules", modules.clone()),
                ("others", others.clone()),
            ],
            Self::TourCardUnread => vec![],
            Self::TourCardUnreadNext => vec![],
            Self::TourVerifyName => vec![],
            Self::TourVerify {
                changes,
                entries,
                faults,
            } => vec![
                ("changes", changes.clone()),
                ("entries", entries.clone()),
                ("faults", faults.clone()),
            ],
            Self::TourTamperName => vec![],
            Self::TourTamper {
                places,
                refused,
                unused,
                wrong,
            } => vec![
                ("places", places.clone()),
                ("refused", refused.clone()),
                ("unused", unused.clone()),
                ("wrong", wrong.clone()),
            ],
            Self::ShcListed { name } => vec![("name", name.clone())],
            Self::ShcSupplied => vec![],
            Self::ShcUnchecked => vec![],
            Self::ShcSignature => vec![],
            Self::ShcRevoked => vec![],
            Self::ShcExpired => vec![],
            Self::ShcNotYet => vec![],
            Self::ShcIssuer { from, issuer } => vec![("from", from.clone()), ("issuer", issuer.clone())],
            Self::ShcUntil { until } => vec![("until", until.clone())],
            Self::ShcChunks => vec![],
            Self::ShcChunksNext => vec![],
            Self::ShcOther => vec![],
            Self::ShcOtherNext => vec![],
            Self::ShcDamaged => vec![],
            Self::ShcDamagedNext => vec![],
            Self::TrustList { file } => vec![("file", file.clone())],
            Self::TrustListNext => vec![],
            Self::StoryTitle => vec![],
            Self::AskPasscode => vec![],
            Self::LinkShow => vec![],
            Self::LinkMade { count, link, until } => vec![
                ("count", count.clone()),
                ("link", link.clone()),
                ("until", until.clone()),
            ],
            Self::LinkPasscode => vec![],
            Self::LinkHolder => vec![],
            Self::LinkNext => vec![],
            Self::LinkWhole => vec![],
            Self::LinkOpen => vec![],
            Self::LinkOver => vec![],
            Self::LinkDestroyed => vec![],
            Self::LinksNone => vec![],
            Self::LinkLive { link } => vec![("link", link.clone())],
            Self::LinkNotLive { link } => vec![("link", link.clone())],
            Self::LinkPaused { link } => vec![("link", link.clone())],
            Self::LinkResumed { link } => vec![("link", link.clone())],
            Self::LinkEnded { link } => vec![("link", link.clone())],
            Self::LinkUpdated { count, link } => vec![("count", count.clone()), ("link", link.clone())],
            Self::LinkUses { uses } => vec![("uses", uses.clone())],
            Self::LinkAttempts { left } => vec![("left", left.clone())],
            Self::LinkNobody => vec![],
            Self::LinkOpened { when, who } => vec![("when", when.clone()), ("who", who.clone())],
            Self::LinkRefused { when, who } => vec![("when", when.clone()), ("who", who.clone())],
            Self::LinkUnreadable { count } => vec![("count", count.clone())],
            Self::LinkWindow => vec![],
            Self::LinkWindowNext => vec![],
            Self::LinkLabel => vec![],
            Self::LinkLabelNext => vec![],
            Self::LinkPasscodeDirect => vec![],
            Self::LinkPasscodeDirectNext => vec![],
            Self::LinkAddress => vec![],
            Self::LinkAddressNext => vec![],
            Self::LinkNothing => vec![],
            Self::LinkNothingNext => vec![],
            Self::LinkPerson => vec![],
            Self::LinkPersonNext => vec![],
            Self::LinkTooMuch => vec![],
            Self::LinkTooMuchNext => vec![],
            Self::LinkUnknown => vec![],
            Self::LinkUnknownNext => vec![],
            Self::LinkHasEnded => vec![],
            Self::LinkHasEndedNext => vec![],
            Self::LinkFixed => vec![],
            Self::LinkFixedNext => vec![],
            Self::HealthCardShow => vec![],
            Self::HealthCardMade { count } => vec![("count", count.clone())],
            Self::HealthCardSupplied => vec![],
            Self::HealthCardUnchecked => vec![],
            Self::HealthCardLeftOut { count } => vec![("count", count.clone())],
            Self::HealthCardNoRoom => vec![],
            Self::HealthCardNoCode => vec![],
            Self::HealthCardInError => vec![],
            Self::HealthCardOtherType => vec![],
            Self::HealthCardWindow => vec![],
            Self::HealthCardWindowNext => vec![],
            Self::HealthCardPerson => vec![],
            Self::HealthCardPersonNext => vec![],
            Self::HealthCardPublic => vec![],
            Self::HealthCardPublicNext => vec![],
            Self::HealthCardNoRelay => vec![],
            Self::HealthCardNoRelayNext => vec![],
            Self::FollowDone { count, host } => vec![("count", count.clone()), ("host", host.clone())],
            Self::FollowUnproved => vec![],
            Self::FollowFhir { count } => vec![("count", count.clone())],
            Self::FollowOther { kind } => vec![("kind", kind.clone())],
            Self::FollowFileUnopened => vec![],
            Self::FollowFileMissing => vec![],
            Self::FollowImported { held, host, new } => vec![
                ("held", held.clone()),
                ("host", host.clone()),
                ("new", new.clone()),
            ],
            Self::FollowImportedNext => vec![],
            Self::FollowNext => vec![],
            Self::FollowNoLink => vec![],
            Self::FollowNoLinkNext => vec![],
            Self::FollowHere => vec![],
            Self::FollowHereNext => vec![],
            Self::FollowPasscode => vec![],
            Self::FollowPasscodeNext => vec![],
            Self::FollowRecipient => vec![],
            Self::FollowRecipientNext => vec![],
            Self::FollowTooLong => vec![],
            Self::FollowTooLongNext => vec![],
            Self::FollowUnreachable => vec![],
            Self::FollowUnreachableNext => vec![],
            Self::FollowDead => vec![],
            Self::FollowDeadNext => vec![],
            Self::FollowWrongPasscode { left } => vec![("left", left.clone())],
            Self::FollowWrongPasscodeNext => vec![],
            Self::FollowWrongPasscodeBare => vec![],
            Self::FollowWrongPasscodeBareNext => vec![],
            Self::FollowNotActive => vec![],
            Self::FollowNotActiveNext => vec![],
            Self::FollowTooMany => vec![],
            Self::FollowTooManyNext { seconds } => vec![("seconds", seconds.clone())],
            Self::FollowManifest => vec![],
            Self::FollowManifestNext => vec![],
            Self::FollowOtherKey => vec![],
            Self::FollowOtherKeyNext => vec![],
            Self::FollowFile => vec![],
            Self::FollowFileNext => vec![],
            Self::ShlFound { url } => vec![("url", url.clone())],
            Self::ShlLabel { label } => vec![("label", label.clone())],
            Self::ShlUntil { until } => vec![("until", until.clone())],
            Self::ShlStale => vec![],
            Self::ShlPasscode => vec![],
            Self::ShlKey => vec![],
            Self::ShlNext => vec![],
            Self::ShlNewer => vec![],
            Self::ShlNewerNext => vec![],
            Self::ShlDamaged => vec![],
            Self::ShlDamagedNext => vec![],
            Self::ScanGrant => vec![],
            Self::ScanEmergency => vec![],
            Self::ScanUntil { until, uses } => vec![("until", until.clone()), ("uses", uses.clone())],
            Self::ScanPasscode => vec![],
            Self::ScanRedeem => vec![],
            Self::ScanDelegation { grant, until } => vec![("grant", grant.clone()), ("until", until.clone())],
            Self::ScanDelegate { name, words } => vec![("name", name.clone()), ("words", words.clone())],
            Self::ScanDelegateNext => vec![],
            Self::TourGrantName => vec![],
            Self::TourGrant {
                allergies,
                count,
                digits,
                size,
                who,
            } => vec![
                ("allergies", allergies.clone()),
                ("count", count.clone()),
                ("digits", digits.clone()),
                ("size", size.clone()),
                ("who", who.clone()),
            ],
            Self::TourVisitName => vec![],
            Self::TourVisit { kept, received, who } => vec![
                ("kept", kept.clone()),
                ("received", received.clone()),
                ("who", who.clone()),
            ],
            Self::TourEndName => vec![],
            Self::TourEnd { answered, why } => vec![("answered", answered.clone()), ("why", why.clone())],
            Self::TourAuditName => vec![],
            Self::TourAudit { count, faults } => vec![("count", count.clone()), ("faults", faults.clone())],
            Self::TourRelayName => vec![],
            Self::TourRelay { answered, count, who } => vec![
                ("answered", answered.clone()),
                ("count", count.clone()),
                ("who", who.clone()),
            ],
            Self::TourLinkName => vec![],
            Self::TourLink {
                allergies,
                destroyed,
                reader,
                spent,
                who,
            } => vec![
                ("allergies", allergies.clone()),
                ("destroyed", destroyed.clone()),
                ("reader", reader.clone()),
                ("spent", spent.clone()),
                ("who", who.clone()),
            ],
            Self::TourLoseName => vec![],
            Self::TourLose {
                answered,
                read,
                written,
            } => vec![
                ("answered", answered.clone()),
                ("read", read.clone()),
                ("written", written.clone()),
            ],
            Self::TourBackupName => vec![],
            Self::TourBackup { size } => vec![("size", size.clone())],
            Self::TourRestoreName => vec![],
            Self::TourRestore { entries, r#of, same } => vec![
                ("entries", entries.clone()),
                ("of", r#of.clone()),
                ("same", same.clone()),
            ],
            Self::TourDone { seconds } => vec![("seconds", seconds.clone())],
            Self::TourFolder => vec![],
            Self::TourFolderNext => vec![],
            Self::TourDigits => vec![],
            Self::TourDigitsNext => vec![],
            Self::TourProgram => vec![],
            Self::TourProgramNext => vec![],
            Self::TourStep { message } => vec![("message", message.clone())],
            Self::TourStepNext => vec![],
            Self::ChartLocked => vec![],
            Self::ChartLockedNext => vec![],
            Self::Internal => vec![],
            Self::InternalNext => vec![],
            Self::KeyCancelled => vec![],
            Self::KeyCancelledNext => vec![],
            Self::KeyLost => vec![],
            Self::KeyLostNext => vec![],
            Self::KeyFailed => vec![],
            Self::KeyFailedNext => vec![],
            Self::CardShow => vec![],
            Self::CardPlainShow => vec![],
            Self::CardWhoApp => vec![],
            Self::CardWhoPage { page } => vec![("page", page.clone())],
            Self::CardWhoPlain => vec![],
            Self::CardPossession => vec![],
            Self::CardReview { date } => vec![("date", date.clone())],
            Self::CardOnIt => vec![],
            Self::CardLetters => vec![],
            Self::CardOffIt => vec![],
            Self::CardWritten { file, size } => vec![("file", file.clone()), ("size", size.clone())],
            Self::CardTooWide { columns } => vec![("columns", columns.clone())],
            Self::CardUnreviewed { language } => vec![("language", language.clone())],
            Self::CardLanguageEs => vec![],
            Self::CardLanguageFr => vec![],
            Self::CardLanguageDe => vec![],
            Self::CardLanguageAr => vec![],
            Self::CardLanguageZh => vec![],
            Self::CardContactKind => vec![],
            Self::CardPersonKind => vec![],
            Self::CardEmpty => vec![],
            Self::CardEmptyNext => vec![],
            Self::CardTooMuch => vec![],
            Self::CardTooMuchNext => vec![],
            Self::CardNotOffered { id } => vec![("id", id.clone())],
            Self::CardNotOfferedNext => vec![],
            Self::CardPageWrong { page } => vec![("page", page.clone())],
            Self::CardPageWrongNext => vec![],
            Self::CardFileKind { file } => vec![("file", file.clone())],
            Self::CardFileKindNext => vec![],
            Self::CardPaperSmall => vec![],
            Self::CardPaperSmallNext => vec![],
            Self::CardNoLetter { letter } => vec![("letter", letter.clone())],
            Self::CardNoLetterNext => vec![],
            Self::CardNoFont => vec![],
            Self::CardNoFontNext => vec![],
            Self::CardNewer => vec![],
            Self::CardNewerNext => vec![],
            Self::CardAltered => vec![],
            Self::CardAlteredNext => vec![],
            Self::CardNotOne => vec![],
            Self::CardNotOneNext => vec![],
            Self::ScanNoCode => vec![],
            Self::ScanNoCodeNext => vec![],
            Self::ScanNoPicture { file } => vec![("file", file.clone())],
            Self::ScanNoPictureNext => vec![],
            Self::ScanKnownWrong { key } => vec![("key", key.clone())],
            Self::ScanKnownWrongNext => vec![],
            Self::FindingHarmBleeding { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmSerotonin { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmHeartRhythm { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmBreathing { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmMuscle { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmPotassiumHigh { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmPotassiumLow { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmSodiumLow { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmContraception { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmLiveVaccine { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmUnborn { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmHeadPressure { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmAcid { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmBloodCells { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmNarrowedVessels { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmPressureHigh { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmPressureLow { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmSeizure { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmSleepy { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmSlowHeart { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmHearing { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmKidney { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmSugarLow { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmSugarHigh { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmLiver { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmFlushing { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmLithium { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmAngioedema { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmAnticholinergic { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmMoreOfA { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmMoreOfB { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmLessOfA { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmLessOfB { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmMoreEffect { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmLessEffect { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingHarmOther { a, b } => vec![("a", a.clone()), ("b", b.clone())],
            Self::FindingDuplicateEntry { a } => vec![("a", a.clone())],
            Self::FindingDuplicateIngredient { a } => vec![("a", a.clone())],
            Self::FindingDuplicateClass { a, b, class } => {
                vec![("a", a.clone()), ("b", b.clone()), ("class", class.clone())]
            }
            Self::FindingAllergySame { allergy, medicine } => {
                vec![("allergy", allergy.clone()), ("medicine", medicine.clone())]
            }
            Self::FindingAllergyGroup {
                allergy,
                group,
                medicine,
            } => vec![
                ("allergy", allergy.clone()),
                ("group", group.clone()),
                ("medicine", medicine.clone()),
            ],
            Self::FindingAllergyCross { allergy, medicine } => {
                vec![("allergy", allergy.clone()), ("medicine", medicine.clone())]
            }
            Self::FindingAllergyCrossRate {
                allergy,
                group,
                high,
                low,
                medicine,
            } => vec![
                ("allergy", allergy.clone()),
                ("group", group.clone()),
                ("high", high.clone()),
                ("low", low.clone()),
                ("medicine", medicine.clone()),
            ],
            Self::FindingAllergyCrossLow { allergy, medicine } => {
                vec![("allergy", allergy.clone()), ("medicine", medicine.clone())]
            }
            Self::FindingAllergyContains { allergy, medicine } => {
                vec![("allergy", allergy.clone()), ("medicine", medicine.clone())]
            }
            Self::FindingWithAsthma { a } => vec![("a", a.clone())],
            Self::FindingWithBleeding { a } => vec![("a", a.clone())],
            Self::FindingWithBreastCancer { a } => vec![("a", a.clone())],
            Self::FindingWithClot { a } => vec![("a", a.clone())],
            Self::FindingWithG6pd { a } => vec![("a", a.clone())],
            Self::FindingWithGlaucoma { a } => vec![("a", a.clone())],
            Self::FindingWithHeartBlock { a } => vec![("a", a.clone())],
            Self::FindingWithHeartDisease { a } => vec![("a", a.clone())],
            Self::FindingWithHeartFailure { a } => vec![("a", a.clone())],
            Self::FindingWithHighPotassium { a } => vec![("a", a.clone())],
            Self::FindingWithLiver { a } => vec![("a", a.clone())],
            Self::FindingWithLongQt { a } => vec![("a", a.clone())],
            Self::FindingWithMyasthenia { a } => vec![("a", a.clone())],
            Self::FindingWithOldAge { a } => vec![("a", a.clone())],
            Self::FindingWithParkinson { a } => vec![("a", a.clone())],
            Self::FindingWithPregnancy { a } => vec![("a", a.clone())],
            Self::FindingWithSeizures { a } => vec![("a", a.clone())],
            Self::FindingWithStomachBleeding { a } => vec![("a", a.clone())],
            Self::FindingWithStroke { a } => vec![("a", a.clone())],
            Self::FindingWithUlcer { a } => vec![("a", a.clone())],
            Self::FindingWithWeakKidneys { a } => vec![("a", a.clone())],
            Self::FindingWithYoungAge { a } => vec![("a", a.clone())],
            Self::FindingAdviceNever => vec![],
            Self::FindingAdviceAsk => vec![],
            Self::FindingAdviceCare => vec![],
            Self::FindingAdviceKnow => vec![],
            Self::FindingAdviceTell => vec![],
            Self::FindingAdviceApart => vec![],
            Self::FindingAdviceBarrier => vec![],
            Self::FindingAdviceBloodTest => vec![],
            Self::FindingAdviceDose => vec![],
            Self::FindingAdviceEcg => vec![],
            Self::FindingAdviceInr => vec![],
            Self::FindingAdviceKidney => vec![],
            Self::FindingAdvicePotassium => vec![],
            Self::FindingAdviceSugar => vec![],
            Self::FindingAdviceWatch => vec![],
            Self::FindingAdviceOther => vec![],
            Self::FindingAdviceAnaphylaxis => vec![],
            Self::FindingAdviceDuplicate => vec![],
            Self::FindingAdviceReconcile => vec![],
            Self::FindingMissingAge => vec![],
            Self::FindingMissingSex => vec![],
            Self::FindingMissingDose { medicine } => vec![("medicine", medicine.clone())],
            Self::FindingMissingRoute { medicine } => vec![("medicine", medicine.clone())],
            Self::FindingMissingLocal { medicine } => vec![("medicine", medicine.clone())],
            Self::FindingMissingPregnancy => vec![],
            Self::FindingMissingResult { test } => vec![("test", test.clone())],
            Self::FindingMissingWeekOfPregnancy => vec![],
            Self::FindingMissingCircumstances => vec![],
            Self::FindingNotCheckedMedicine { medicine } => vec![("medicine", medicine.clone())],
            Self::FindingNotCheckedIngredient { ingredient, medicine } => {
                vec![("ingredient", ingredient.clone()), ("medicine", medicine.clone())]
            }
            Self::FindingNotCheckedInteractions { medicine } => vec![("medicine", medicine.clone())],
            Self::FindingNotCheckedStatus { medicine } => vec![("medicine", medicine.clone())],
            Self::FindingNotCheckedAllergy { allergy } => vec![("allergy", allergy.clone())],
            Self::FindingNotCheckedNoAllergies => vec![],
            Self::FindingProblemAcuteCoronarySyndrome => vec![],
            Self::FindingProblemAlcoholDependence => vec![],
            Self::FindingProblemAngina => vec![],
            Self::FindingProblemAsthma => vec![],
            Self::FindingProblemAtrialFibrillation => vec![],
            Self::FindingProblemBleedingDisorder => vec![],
            Self::FindingProblemBleedingStomachOrGut => vec![],
            Self::FindingProblemBreastCancer => vec![],
            Self::FindingProblemCopd => vec![],
            Self::FindingProblemDepression => vec![],
            Self::FindingProblemDiabetes => vec![],
            Self::FindingProblemEpilepsy => vec![],
            Self::FindingProblemFluidRetention => vec![],
            Self::FindingProblemG6pdDeficiency => vec![],
            Self::FindingProblemGlaucomaAngleClosure => vec![],
            Self::FindingProblemGout => vec![],
            Self::FindingProblemHeartBlock => vec![],
            Self::FindingProblemHeartFailure => vec![],
            Self::FindingProblemHemorrhagicStroke => vec![],
            Self::FindingProblemHyperkalemia => vec![],
            Self::FindingProblemHypertension => vec![],
            Self::FindingProblemHypokalemia => vec![],
            Self::FindingProblemHypothyroidism => vec![],
            Self::FindingProblemIschemicHeartDisease => vec![],
            Self::FindingProblemKidneyFailureModerate => vec![],
            Self::FindingProblemKidneyFailureSevere => vec![],
            Self::FindingProblemLactation => vec![],
            Self::FindingProblemLiverFailure => vec![],
            Self::FindingProblemLongQt => vec![],
            Self::FindingProblemMigraine => vec![],
            Self::FindingProblemMyastheniaGravis => vec![],
            Self::FindingProblemParkinsonDisease => vec![],
            Self::FindingProblemPepticUlcer => vec![],
            Self::FindingProblemPheochromocytoma => vec![],
            Self::FindingProblemPorphyria => vec![],
            Self::FindingProblemPregnancy => vec![],
            Self::FindingProblemProstateEnlargement => vec![],
            Self::FindingProblemStroke => vec![],
            Self::FindingProblemVenousThrombosis => vec![],
            Self::MeasureLow { name, value, when } => vec![
                ("name", name.clone()),
                ("value", value.clone()),
                ("when", when.clone()),
            ],
            Self::MeasureHigh { name, value, when } => vec![
                ("name", name.clone()),
                ("value", value.clone()),
                ("when", when.clone()),
            ],
            Self::MeasureCriticalLow { name, value, when } => vec![
                ("name", name.clone()),
                ("value", value.clone()),
                ("when", when.clone()),
            ],
            Self::MeasureCriticalHigh { name, value, when } => vec![
                ("name", name.clone()),
                ("value", value.clone()),
                ("when", when.clone()),
            ],
            Self::MeasureOutsideNext => vec![],
            Self::MeasureCriticalNext => vec![],
            Self::MeasureCheckValue { name, value, when } => vec![
                ("name", name.clone()),
                ("value", value.clone()),
                ("when", when.clone()),
            ],
            Self::MeasureCheckValueNext => vec![],
            Self::MeasureNoRange { name } => vec![("name", name.clone())],
            Self::MeasureNotDated { name, written } => {
                vec![("name", name.clone()), ("written", written.clone())]
            }
            Self::MeasureNoNumber { name, written } => {
                vec![("name", name.clone()), ("written", written.clone())]
            }
            Self::MeasureUnitNotKnown { name, written } => {
                vec![("name", name.clone()), ("written", written.clone())]
            }
            Self::MeasurePressureWeekHigh {
                count,
                diastolic,
                systolic,
            } => vec![
                ("count", count.clone()),
                ("diastolic", diastolic.clone()),
                ("systolic", systolic.clone()),
            ],
            Self::TrendRisingAway { count, days, name } => vec![
                ("count", count.clone()),
                ("days", days.clone()),
                ("name", name.clone()),
            ],
            Self::TrendFallingAway { count, days, name } => vec![
                ("count", count.clone()),
                ("days", days.clone()),
                ("name", name.clone()),
            ],
            Self::GrowthLength => vec![],
            Self::GrowthHeight => vec![],
            Self::GrowthWeight => vec![],
            Self::GrowthHeadCircumference => vec![],
            Self::GrowthWeightForLength => vec![],
            Self::GrowthBodyMassIndex => vec![],
            Self::GrowthPersonUnknown => vec![],
            Self::GrowthPersonNext => vec![],
            Self::GrowthNothing => vec![],
            Self::GrowthMeaning => vec![],
            Self::GrowthBelowTwo => vec![],
            Self::GrowthSource => vec![],
            Self::GrowthFar => vec![],
            Self::GrowthNext => vec![],
            Self::GrowthBelowOne => vec![],
            Self::GrowthAboveNinetyNine => vec![],
            Self::GrowthAgeMonths { months } => vec![("months", months.clone())],
            Self::GrowthAgeYears { months, years } => {
                vec![("months", months.clone()), ("years", years.clone())]
            }
            Self::GrowthNoSuchChart => vec![],
            Self::GrowthNoSuchChartNext => vec![],
            Self::GrowthPlotOne => vec![],
            Self::GrowthPlotOneNext => vec![],
            Self::DueNext => vec![],
            Self::DueOutOfDate => vec![],
            Self::DueAbdominalAorticAneurysm => vec![],
            Self::DueAlcohol => vec![],
            Self::DueAnxietyAdults => vec![],
            Self::DueAnxietyYoung => vec![],
            Self::DueBloodPressureFrom40 => vec![],
            Self::DueBloodPressureUnder40 => vec![],
            Self::DueBreastCancer => vec![],
            Self::DueCervicalCancerFrom30 => vec![],
            Self::DueCervicalCancerUnder30 => vec![],
            Self::DueChlamydiaAndGonorrhea => vec![],
            Self::DueColorectalCancer45To49 => vec![],
            Self::DueColorectalCancerFrom50 => vec![],
            Self::DueDepressionAdults => vec![],
            Self::DueDepressionYoung => vec![],
            Self::DueDiabetes => vec![],
            Self::DueDiabetesInPregnancy => vec![],
            Self::DueDrugs => vec![],
            Self::DueHepatitisBAtRisk => vec![],
            Self::DueHepatitisBInPregnancy => vec![],
            Self::DueHepatitisC => vec![],
            Self::DueHiv => vec![],
            Self::DueHivInPregnancy => vec![],
            Self::DueIntimatePartnerViolence => vec![],
            Self::DueLungCancer => vec![],
            Self::DueOsteoporosis => vec![],
            Self::DueOsteoporosisAtRisk => vec![],
            Self::DuePressureInPregnancy => vec![],
            Self::DueRhInPregnancy => vec![],
            Self::DueSyphilisAtRisk => vec![],
            Self::DueSyphilisInPregnancy => vec![],
            Self::DueTobacco => vec![],
            Self::DueUrineInPregnancy => vec![],
            Self::DueVisionOfChildren => vec![],
            Self::DueAskAorta => vec![],
            Self::DueAskHepatitisB => vec![],
            Self::DueAskOsteoporosis => vec![],
            Self::DueAskPackYears => vec![],
            Self::DueAskQuit => vec![],
            Self::DueAskSexuallyActive => vec![],
            Self::DueAskSmoking => vec![],
            Self::DueAskSyphilis => vec![],
            Self::DueProblemAbdominalAneurysm => vec![],
            Self::DueProblemAnxiety => vec![],
            Self::DueProblemCervicalCancer => vec![],
            Self::DueProblemColorectalCancer => vec![],
            Self::DueProblemHepatitisB => vec![],
            Self::DueProblemHepatitisC => vec![],
            Self::DueProblemHiv => vec![],
            Self::DueProblemLungCancer => vec![],
            Self::DueProblemNoCervix => vec![],
            Self::DueProblemOsteoporosis => vec![],
            Self::VaccineDue { group, number, since } => vec![
                ("group", group.clone()),
                ("number", number.clone()),
                ("since", since.clone()),
            ],
            Self::VaccineOverdue { group, number, since } => vec![
                ("group", group.clone()),
                ("number", number.clone()),
                ("since", since.clone()),
            ],
            Self::VaccineContraindicated { group } => vec![("group", group.clone())],
            Self::VaccineDoseDoesNotCount { day, group } => {
                vec![("day", day.clone()), ("group", group.clone())]
            }
            Self::VaccineAdviceDue => vec![],
            Self::VaccineAdviceContraindicated => vec![],
            Self::VaccineAdviceRepeat => vec![],
            Self::VaccineNoBirthDay => vec![],
            Self::VaccineNoCode { what } => vec![("what", what.clone())],
            Self::VaccineNoDay { what } => vec![("what", what.clone())],
            Self::VaccineUndatedDose => vec![],
            Self::VaccineUnknown { what } => vec![("what", what.clone())],
            Self::VaccineProblemNoCode { what } => vec![("what", what.clone())],
            Self::VaccineProblemNotConfirmed { what } => vec![("what", what.clone())],
            Self::VaccineReactionNotGraded { what } => vec![("what", what.clone())],
            Self::VaccineSeasonNotCovered { group } => vec![("group", group.clone())],
            Self::VaccineQuestionsOpen { count } => vec![("count", count.clone())],
            Self::VaccineQuestionsNext => vec![],
            Self::VaccineQuestionsHeading => vec![],
            Self::VaccineQuestionsIndication => vec![],
            Self::VaccineQuestionsContraindication => vec![],
            Self::VaccineQuestionsImmunity => vec![],
            Self::VaccineQuestion { title, vaccines } => {
                vec![("title", title.clone()), ("vaccines", vaccines.clone())]
            }
            Self::VaccinesEdition => vec![],
            Self::VaccineStatusOverdue => vec![],
            Self::VaccineStatusDue => vec![],
            Self::VaccineStatusPerhaps => vec![],
            Self::VaccineStatusLater => vec![],
            Self::VaccineStatusContraindicated => vec![],
            Self::VaccineStatusImmune => vec![],
            Self::VaccineStatusComplete => vec![],
            Self::VaccineStatusNotRecommended => vec![],
            Self::VaccineStatusAgedOut => vec![],
            Self::VaccineReasonExpired => vec![],
            Self::VaccineReasonBadCondition => vec![],
            Self::VaccineReasonInadvertent => vec![],
            Self::VaccineReasonTooYoung => vec![],
            Self::VaccineReasonGrace => vec![],
            Self::VaccineReasonTooOld => vec![],
            Self::VaccineReasonTooSoon => vec![],
            Self::VaccineReasonConflict => vec![],
            Self::VaccineReasonWrongVaccine => vec![],
            Self::VaccineReasonSmallVolume => vec![],
            Self::VaccineReasonAlreadyComplete => vec![],
            Self::DueStatusDue => vec![],
            Self::DueStatusPerhaps => vec![],
            Self::DueStatusSoon => vec![],
            Self::DueStatusDone => vec![],
            Self::DueStatusAsks => vec![],
            Self::DueStatusOutOfDate => vec![],
            Self::DueNotForYou { count } => vec![("count", count.clone())],
            Self::ColumnVaccine => vec![],
            Self::ColumnDose => vec![],
            Self::ColumnFrom => vec![],
            Self::ColumnLatest => vec![],
            Self::DueGrade { grade } => vec![("grade", grade.clone())],
            Self::DueLast { day } => vec![("day", day.clone())],
            Self::DueAgain { day } => vec![("day", day.clone())],
            Self::CareHeading { count } => vec![("count", count.clone())],
            Self::CareSeverityContraindicated => vec![],
            Self::CareSeverityAvoid => vec![],
            Self::CareSeverityPrecaution => vec![],
            Self::CareSeverityNote => vec![],
            Self::CarePossible { what } => vec![("what", what.clone())],
            Self::CareAbout { items } => vec![("items", items.clone())],
            Self::CareSource { locator, source } => {
                vec![("locator", locator.clone()), ("source", source.clone())]
            }
            Self::CareReviewed { name } => vec![("name", name.clone())],
            Self::CareNotReviewed => vec![],
            Self::CareNotChecked { count } => vec![("count", count.clone())],
            Self::CareMore { count } => vec![("count", count.clone())],
            Self::CareEnd { day, version } => vec![("day", day.clone()), ("version", version.clone())],
            Self::CareNext => vec![],
            Self::CareInformation => vec![],
            Self::CareSourceTitle { publisher, title } => {
                vec![("publisher", publisher.clone()), ("title", title.clone())]
            }
            Self::CareSourceEdition { edition, url } => {
                vec![("edition", edition.clone()), ("url", url.clone())]
            }
            Self::CareSourceTerms { attribution, licence } => {
                vec![("attribution", attribution.clone()), ("licence", licence.clone())]
            }
            Self::CareWouldChange => vec![],
            Self::CareNotHere { what } => vec![("what", what.clone())],
            Self::TrendContradicted { what } => vec![("what", what.clone())],
            Self::CareUnreadable { what } => vec![("what", what.clone())],
            Self::CareTables => vec![],
            Self::CareTablesNext => vec![],
            Self::CareUnseen { section } => vec![("section", section.clone())],
            Self::CareUnseenSensitive => vec![],
            Self::CareUnseenVaccines => vec![],
            Self::CareUnseenScreenings => vec![],
            Self::CareNothingElse => vec![],
            Self::CareSetAside { count } => vec![("count", count.clone())],
            Self::CareSetAsideByYou { day, reason } => vec![("day", day.clone()), ("reason", reason.clone())],
            Self::CareSetAsideBy { day, reason, who } => vec![
                ("day", day.clone()),
                ("reason", reason.clone()),
                ("who", who.clone()),
            ],
            Self::CareNotedBy { day, reason, who } => vec![
                ("day", day.clone()),
                ("reason", reason.clone()),
                ("who", who.clone()),
            ],
            Self::CareOutdated { day, reason } => vec![("day", day.clone()), ("reason", reason.clone())],
            Self::CareSetAsideGone { count } => vec![("count", count.clone())],
            Self::CareSetAsideGoneItem { day, reason, rule } => vec![
                ("day", day.clone()),
                ("reason", reason.clone()),
                ("rule", rule.clone()),
            ],
            Self::CareTakeBack => vec![],
            Self::CareSeveralFindings => vec![],
            Self::CareSeveralFindingsNext => vec![],
            Self::AcknowledgeDone => vec![],
            Self::AcknowledgeNoted => vec![],
            Self::AcknowledgeWhere { section } => vec![("section", section.clone())],
            Self::AcknowledgeTakenBack => vec![],
            Self::AcknowledgeNone => vec![],
            Self::AcknowledgeNoneNext => vec![],
            Self::AcknowledgeNoReason => vec![],
            Self::AcknowledgeNoReasonNext => vec![],
            Self::CareNoSuchFinding => vec![],
            Self::CareNoSuchFindingNext => vec![],
            Self::CdsHeading { count } => vec![("count", count.clone())],
            Self::CdsIndicatorCritical => vec![],
            Self::CdsIndicatorWarning => vec![],
            Self::CdsIndicatorInfo => vec![],
            Self::CdsSource { edition, title } => {
                vec![("edition", edition.clone()), ("title", title.clone())]
            }
            Self::CdsSourceOwn => vec![],
            Self::CdsTopicInteraction => vec![],
            Self::CdsTopicDuplicate => vec![],
            Self::CdsTopicAllergy => vec![],
            Self::CdsTopicCondition => vec![],
            Self::CdsTopicScreening => vec![],
            Self::CdsTopicVaccine => vec![],
            Self::CdsTopicResult => vec![],
            Self::CdsTopicTrend => vec![],
            Self::CdsTopicNotChecked => vec![],
            Self::CdsOverrideKnownAndWatched => vec![],
            Self::CdsOverrideBenefitOutweighs => vec![],
            Self::CdsOverrideNoAlternative => vec![],
            Self::CdsOverrideNotSo => vec![],
            Self::CdsServicePatientTitle => vec![],
            Self::CdsServicePatientDescription => vec![],
            Self::CdsServiceOrdersTitle => vec![],
            Self::CdsServiceOrdersDescription => vec![],
            Self::CdsServiceNeeds => vec![],
            Self::CdsOrderNotChecked { what } => vec![("what", what.clone())],
            Self::CdsOrderUnreadable { what } => vec![("what", what.clone())],
            Self::CdsNoPatient => vec![],
            Self::CdsNoPatientNext => vec![],
            Self::CdsAnotherPerson => vec![],
            Self::CdsAnotherPersonNext => vec![],
            Self::CdsRequestTooLarge => vec![],
            Self::CdsRequestTooLargeNext => vec![],
            Self::CdsRequestUnreadable => vec![],
            Self::CdsRequestUnreadableNext => vec![],
            Self::CdsRequestMissing { field } => vec![("field", field.clone())],
            Self::CdsRequestMissingNext => vec![],
            Self::CdsRequestNotAUuid => vec![],
            Self::CdsRequestNotAUuidNext => vec![],
            Self::CdsRequestOtherHook => vec![],
            Self::CdsRequestOtherHookNext => vec![],
            Self::CdsOrdersNotABundle => vec![],
            Self::CdsOrdersNotABundleNext => vec![],
            Self::CdsOrdersTwice => vec![],
            Self::CdsOrdersTwiceNext => vec![],
            Self::CdsOrdersNoSuchOrder => vec![],
            Self::CdsOrdersNoSuchOrderNext => vec![],
            Self::CdsOrdersAnotherPerson => vec![],
            Self::CdsOrdersAnotherPersonNext => vec![],
            Self::ProgressPull => vec![],
            Self::SourcesNone => vec![],
            Self::SourcesOne { base, name } => vec![("base", base.clone()), ("name", name.clone())],
            Self::SourcesGranted { scopes } => vec![("scopes", scopes.clone())],
            Self::SourcesMissing { scopes } => vec![("scopes", scopes.clone())],
            Self::SourcesEnds => vec![],
            Self::SourcesHalfWay => vec![],
            Self::SourcesNext => vec![],
            Self::SourceOpen => vec![],
            Self::SourceOpenNext => vec![],
            Self::SourceBrowserDone => vec![],
            Self::SourceBrowserFailed => vec![],
            Self::SourceBrowserOther => vec![],
            Self::SourceAdded { name } => vec![("name", name.clone())],
            Self::SourcePulled {
                held,
                name,
                new,
                updated,
            } => vec![
                ("held", held.clone()),
                ("name", name.clone()),
                ("new", new.clone()),
                ("updated", updated.clone()),
            ],
            Self::SourceResumed => vec![],
            Self::SourceTrouble { what, why } => vec![("what", what.clone()), ("why", why.clone())],
            Self::SourceUnreadable { count } => vec![("count", count.clone())],
            Self::SourceOthers { count } => vec![("count", count.clone())],
            Self::SourceMissingFiles { count } => vec![("count", count.clone())],
            Self::SourceMissingMore { count } => vec![("count", count.clone())],
            Self::SourceFailed { name, why } => vec![("name", name.clone()), ("why", why.clone())],
            Self::SourcePullNext => vec![],
            Self::SourceRemoved { name } => vec![("name", name.clone())],
            Self::SourceRevoked => vec![],
            Self::SourceNotRevoked => vec![],
            Self::SourceNoRevocation => vec![],
            Self::SourceNotFound => vec![],
            Self::SourceFoundMore { count } => vec![("count", count.clone())],
            Self::SourceKey => vec![],
            Self::SourceKeyNext => vec![],
            Self::SourceFoundNext => vec![],
            Self::TroubleForbidden => vec![],
            Self::TroubleRefused { status } => vec![("status", status.clone())],
            Self::TroubleOutside => vec![],
            Self::TroubleEndless => vec![],
            Self::TroubleTooLong => vec![],
            Self::TroubleNotFhir => vec![],
            Self::TroubleOtherPeople => vec![],
            Self::TroubleElsewhere => vec![],
            Self::TroubleFileTooLarge => vec![],
            Self::TroubleOtherFile => vec![],
            Self::TroubleEmpty => vec![],
            Self::SourceUnknown => vec![],
            Self::SourceUnknownNext => vec![],
            Self::SourceNone => vec![],
            Self::SourceNoneNext => vec![],
            Self::SourceName => vec![],
            Self::SourceNameNext => vec![],
            Self::SourceNameTaken => vec![],
            Self::SourceNameTakenNext => vec![],
            Self::SourcePatientId => vec![],
            Self::SourcePatientIdNext => vec![],
            Self::SourceAddress => vec![],
            Self::SourceAddressNext => vec![],
            Self::SourceNoSignIn => vec![],
            Self::SourceNoSignInNext => vec![],
            Self::SourceNotOpen => vec![],
            Self::SourceNotOpenNext => vec![],
            Self::SourceNoKey => vec![],
            Self::SourceNoKeyNext => vec![],
            Self::SourceKeyNotTaken => vec![],
            Self::SourceKeyNotTakenNext => vec![],
            Self::SourceNotAKey => vec![],
            Self::SourceNotAKeyNext => vec![],
            Self::SourceClientRefused => vec![],
            Self::SourceClientRefusedNext => vec![],
            Self::SourceNothingGranted => vec![],
            Self::SourceNothingGrantedNext => vec![],
            Self::SourceWhichPatient => vec![],
            Self::SourceWhichPatientNext => vec![],
            Self::SourceUnreachable => vec![],
            Self::SourceUnreachableNext => vec![],
            Self::SourceNotFhir => vec![],
            Self::SourceNotFhirNext => vec![],
            Self::SourceStatus { status } => vec![("status", status.clone())],
            Self::SourceStatusNext => vec![],
            Self::SourceBusy => vec![],
            Self::SourceBusyNext { seconds } => vec![("seconds", seconds.clone())],
            Self::SourceSignedOut => vec![],
            Self::SourceSignedOutNext => vec![],
            Self::SourceUnsafeAddress => vec![],
            Self::SourceUnsafeAddressNext => vec![],
            Self::SourceNoPkce => vec![],
            Self::SourceNoPkceNext => vec![],
            Self::SourceOtherSignIn => vec![],
            Self::SourceOtherSignInNext => vec![],
            Self::SourceOtherIssuer => vec![],
            Self::SourceOtherIssuerNext => vec![],
            Self::SourceDenied { why } => vec![("why", why.clone())],
            Self::SourceDeniedNext => vec![],
            Self::SourceNoAnswer => vec![],
            Self::SourceNoAnswerNext => vec![],
            Self::SourcePort { port } => vec![("port", port.clone())],
            Self::SourcePortNext => vec![],
            Self::SourceNoDirectory => vec![],
            Self::SourceNoDirectoryNext => vec![],
            Self::CheckinHeading { count } => vec![("count", count.clone())],
            Self::CheckinPurpose { purpose } => vec![("purpose", purpose.clone())],
            Self::CheckinUnproven => vec![],
            Self::CheckinNeeded => vec![],
            Self::CheckinRecords { count } => vec![("count", count.clone())],
            Self::CheckinLeftOut { name } => vec![("name", name.clone())],
            Self::CheckinGiven => vec![],
            Self::CheckinNotGiven { item } => vec![("item", item.clone())],
            Self::CheckinFromRecord => vec![],
            Self::CheckinMeasured { when } => vec![("when", when.clone())],
            Self::CheckinSuggested => vec![],
            Self::CheckinNothingSent => vec![],
            Self::CheckinSent => vec![],
            Self::CheckinCall { call } => vec![("call", call.clone())],
            Self::CheckinNoneCame => vec![],
            Self::CheckinCameBy { name, when } => vec![("name", name.clone()), ("when", when.clone())],
            Self::CheckinCameSomebody => vec![],
            Self::CheckinCameUntil { when } => vec![("when", when.clone())],
            Self::CheckinCameOver { when } => vec![("when", when.clone())],
            Self::CheckinCameAnswered { when } => vec![("when", when.clone())],
            Self::CheckinCameHow { entry } => vec![("entry", entry.clone())],
            Self::CheckinProven { name } => vec![("name", name.clone())],
            Self::CheckinSentBack => vec![],
            Self::CheckinSentBackHow => vec![],
            Self::CheckinCameNone => vec![],
            Self::CheckinCameNoneNext => vec![],
            Self::MessagesNone => vec![],
            Self::MessagesWith { count, name } => vec![("count", count.clone()), ("name", name.clone())],
            Self::MessagesFrom { name, when } => vec![("name", name.clone()), ("when", when.clone())],
            Self::MessagesBy { clinic, name } => vec![("clinic", clinic.clone()), ("name", name.clone())],
            Self::MessagesYou => vec![],
            Self::MessagesHow { entry } => vec![("entry", entry.clone())],
            Self::MessagesHowFirst { name } => vec![("name", name.clone())],
            Self::MessagesNobody => vec![],
            Self::MessagesNobodyOfThatName => vec![],
            Self::MessagesNobodyOfThatNameNext => vec![],
            Self::MessagesWritten => vec![],
            Self::MessagesRead { count } => vec![("count", count.clone())],
            Self::MessageEmpty => vec![],
            Self::MessageEmptyNext => vec![],
            Self::MessageTooLong => vec![],
            Self::MessageTooLongNext => vec![],
            Self::MessageNone => vec![],
            Self::MessageNoneNext => vec![],
            Self::MessageNoAccess => vec![],
            Self::MessageNoAccessNext => vec![],
            Self::CheckinNoLink => vec![],
            Self::CheckinNoLinkNext => vec![],
            Self::CheckinLinkAddress => vec![],
            Self::CheckinLinkAddressNext => vec![],
            Self::CheckinLinkUnreachable => vec![],
            Self::CheckinLinkUnreachableNext => vec![],
            Self::CheckinLinkUnknown => vec![],
            Self::CheckinLinkUnknownNext => vec![],
            Self::CheckinLinkOver => vec![],
            Self::CheckinLinkOverNext => vec![],
            Self::CheckinLinkAnswered => vec![],
            Self::CheckinLinkAnsweredNext => vec![],
            Self::CheckinLinkNotTaken => vec![],
            Self::CheckinLinkNotTakenNext => vec![],
            Self::CheckinLinkFailed => vec![],
            Self::CheckinLinkFailedNext => vec![],
            Self::CheckinWritten { file } => vec![("file", file.clone())],
            Self::CheckinOutcomeFulfilled => vec![],
            Self::CheckinOutcomePartial => vec![],
            Self::CheckinOutcomeUnavailable => vec![],
            Self::CheckinOutcomeDeclined => vec![],
            Self::CheckinOutcomeUnsupported => vec![],
            Self::CheckinOutcomeError => vec![],
            Self::CheckinUnknown => vec![],
            Self::CheckinUnknownNext => vec![],
            Self::CheckinMedia => vec![],
            Self::CheckinMediaNext => vec![],
            Self::CheckinFormNotHere => vec![],
            Self::CheckinFormNotHereNext => vec![],
            Self::CheckinFormContradicts => vec![],
            Self::CheckinFormContradictsNext => vec![],
            Self::CheckinFormUnreadable => vec![],
            Self::CheckinFormUnreadableNext => vec![],
            Self::FormYes => vec![],
            Self::FormNo => vec![],
            Self::FormNoAnswer => vec![],
            Self::FormMissing => vec![],
            Self::FormSeveral => vec![],
            Self::FormType => vec![],
            Self::FormNoOption => vec![],
            Self::FormTooLong => vec![],
            Self::FormOutOfRange => vec![],
            Self::FormUnit => vec![],
            Self::FormNotAsked => vec![],
            Self::CheckinTooLarge => vec![],
            Self::CheckinTooLargeNext => vec![],
            Self::CheckinNotJson => vec![],
            Self::CheckinNotJsonNext => vec![],
            Self::CheckinNotARequest => vec![],
            Self::CheckinNotARequestNext => vec![],
            Self::CheckinOtherVersion => vec![],
            Self::CheckinOtherVersionNext => vec![],
            Self::CheckinMalformed => vec![],
            Self::CheckinMalformedNext => vec![],
            Self::CheckinItemTwice => vec![],
            Self::CheckinItemTwiceNext => vec![],
            Self::CheckinNotAResponse => vec![],
            Self::CheckinNotAResponseNext => vec![],
            Self::CheckinOtherRequest => vec![],
            Self::CheckinOtherRequestNext => vec![],
            Self::CheckinArtifactTwice => vec![],
            Self::CheckinArtifactTwiceNext => vec![],
            Self::CheckinItems => vec![],
            Self::CheckinItemsNext => vec![],
            Self::CheckinNotAccepted => vec![],
            Self::CheckinNotAcceptedNext => vec![],
            Self::CheckinContradicts => vec![],
            Self::CheckinContradictsNext => vec![],
            Self::CheckinOtherProfile => vec![],
            Self::CheckinOtherProfileNext => vec![],
            Self::CheckinOtherForm => vec![],
            Self::CheckinOtherFormNext => vec![],
            Self::CheckinNotAsked { item } => vec![("item", item.clone())],
            Self::CheckinNotAskedNext => vec![],
            Self::CheckinNotOffered => vec![],
            Self::CheckinNotOfferedNext => vec![],
            Self::CheckinFormFaults { faults, item } => {
                vec![("faults", faults.clone()), ("item", item.clone())]
            }
            Self::CheckinFormFaultsNext => vec![],
        }
    }

    /// Every message's name in the source, with the names of its arguments.
    pub const ALL: &'static [(&'static str, &'static [&'static str])] = &[
        ("size-bytes", &["bytes"]),
        ("size-kilobytes", &["amount"]),
        ("size-megabytes", &["amount"]),
        ("size-gigabytes", &["amount"]),
        ("date-day", &["day", "month", "year"]),
        ("date-month", &["month", "year"]),
        ("date-year", &["year"]),
        ("date-day-and-time", &["day", "month", "time", "year"]),
        ("month-short-1", &[]),
        ("month-short-2", &[]),
        ("month-short-3", &[]),
        ("month-short-4", &[]),
        ("month-short-5", &[]),
        ("month-short-6", &[]),
        ("month-short-7", &[]),
        ("month-short-8", &[]),
        ("month-short-9", &[]),
        ("month-short-10", &[]),
        ("month-short-11", &[]),
        ("month-short-12", &[]),
        ("month-1", &[]),
        ("month-2", &[]),
        ("month-3", &[]),
        ("month-4", &[]),
        ("month-5", &[]),
        ("month-6", &[]),
        ("month-7", &[]),
        ("month-8", &[]),
        ("month-9", &[]),
        ("month-10", &[]),
        ("month-11", &[]),
        ("month-12", &[]),
        ("kept-unchanged", &[]),
        ("kept-so-far", &[]),
        ("kept-done", &[]),
        ("store-missing", &[]),
        ("store-missing-next", &[]),
        ("store-exists", &[]),
        ("store-exists-next", &[]),
        ("store-busy", &[]),
        ("store-busy-next", &[]),
        ("store-wrong-key", &[]),
        ("store-wrong-key-next", &[]),
        ("store-newer", &[]),
        ("store-newer-next", &[]),
        ("store-rolled-back", &[]),
        ("store-rolled-back-next", &[]),
        ("store-altered", &[]),
        ("store-altered-next", &[]),
        ("store-full", &[]),
        ("store-full-next", &[]),
        ("store-denied", &[]),
        ("store-denied-next", &[]),
        ("store-failed", &[]),
        ("store-failed-next", &[]),
        ("ask-passphrase", &[]),
        ("ask-new-passphrase", &[]),
        ("ask-passphrase-again", &[]),
        ("passphrases-differ", &[]),
        ("passphrase-short", &[]),
        ("passphrase-empty", &[]),
        ("passphrase-empty-next", &[]),
        ("passphrase-needed", &[]),
        ("passphrase-needed-next", &[]),
        ("passphrase-done", &[]),
        ("kdf-fast", &[]),
        ("device-unnamed", &[]),
        ("words-write", &[]),
        ("words-written", &[]),
        ("words-again", &[]),
        ("ask-word", &["number"]),
        ("ask-words", &[]),
        ("words-needed", &[]),
        ("words-needed-next", &[]),
        ("words-count", &["count"]),
        ("words-count-next", &[]),
        ("words-unknown", &["number"]),
        ("words-unknown-next", &[]),
        ("words-checksum", &[]),
        ("words-checksum-next", &[]),
        ("create-done", &["folder"]),
        ("create-next", &[]),
        ("restore-done", &["entries"]),
        ("restore-part", &["sections"]),
        ("restore-next", &[]),
        ("ask-yes-no", &[]),
        ("answer-yes", &[]),
        ("answer-yes-short", &[]),
        ("question-unanswered", &["question"]),
        ("question-unanswered-next", &[]),
        ("question-left", &[]),
        ("question-left-next", &[]),
        ("question-no", &[]),
        ("question-no-next", &[]),
        ("file-missing", &["file"]),
        ("file-missing-next", &[]),
        ("file-denied", &["file"]),
        ("file-denied-next", &[]),
        ("file-unreadable", &["file"]),
        ("file-unreadable-next", &[]),
        ("file-is-folder", &["file"]),
        ("file-is-folder-next", &[]),
        ("file-exists", &["file"]),
        ("file-exists-next", &[]),
        ("file-unwritable", &["file"]),
        ("file-unwritable-next", &[]),
        ("folder-missing", &["file"]),
        ("folder-missing-next", &[]),
        ("file-written", &["file", "size"]),
        ("descriptor-unreadable", &["number"]),
        ("descriptor-unreadable-next", &[]),
        ("descriptor-unwritable", &["number"]),
        ("descriptor-unwritable-next", &[]),
        ("output-failed", &[]),
        ("output-failed-next", &[]),
        ("progress-import", &[]),
        ("import-read", &["file", "read"]),
        ("import-counts", &["held", "new", "unreadable", "updated"]),
        ("import-unreadable", &["number", "offset", "reason"]),
        ("import-unreadable-more", &["count"]),
        ("import-not-mapped", &["count"]),
        ("import-doubts", &["count"]),
        ("import-next", &[]),
        ("imports-none", &[]),
        ("imports-brought", &["new", "unreadable", "updated"]),
        ("imports-holds", &[]),
        ("imports-undone", &[]),
        ("imports-over", &["count"]),
        ("imports-foreign", &[]),
        ("origin-none", &["from"]),
        ("origin-signed", &["from"]),
        ("origin-listed", &["from", "name"]),
        ("origin-short-none", &["from"]),
        ("origin-short-signed", &["from"]),
        ("origin-short-listed", &["name"]),
        ("imports-next", &[]),
        ("undo-reason", &["file"]),
        ("undo-done", &["file", "withdrawn"]),
        ("undo-put-back", &["count"]),
        ("undo-left", &["count"]),
        ("undo-next", &[]),
        ("undo-unknown", &[]),
        ("undo-unknown-next", &[]),
        ("undo-nothing", &[]),
        ("undo-nothing-next", &[]),
        ("unreadable-syntax", &[]),
        ("unreadable-truncated", &[]),
        ("unreadable-too-deep", &[]),
        ("unreadable-too-large", &[]),
        ("unreadable-duplicate-name", &[]),
        ("unreadable-not-utf8", &[]),
        ("unreadable-not-a-resource", &[]),
        ("unreadable-trailing-text", &[]),
        ("unreadable-other", &[]),
        ("import-io", &[]),
        ("import-io-next", &[]),
        ("import-not-json", &[]),
        ("import-not-json-next", &[]),
        ("import-empty", &[]),
        ("import-empty-next", &[]),
        ("import-cards-refused", &[]),
        ("import-link-recipient", &[]),
        ("import-link-recipient-next", &[]),
        ("import-too-large", &[]),
        ("import-too-large-next", &[]),
        ("import-document-too-large", &[]),
        ("import-document-too-large-next", &[]),
        ("import-truncated", &["at"]),
        ("import-truncated-next", &[]),
        ("import-nothing-readable", &[]),
        ("import-nothing-readable-next", &[]),
        ("import-another-person", &["names"]),
        ("import-another-person-next", &[]),
        ("import-several-people", &["names"]),
        ("import-several-people-next", &[]),
        ("v2-not-v2", &[]),
        ("v2-not-v2-next", &[]),
        ("v2-too-large", &[]),
        ("v2-too-large-next", &[]),
        ("v2-merge", &[]),
        ("v2-merge-next", &[]),
        ("readings-too-large", &[]),
        ("readings-too-large-next", &[]),
        ("readings-encoding", &[]),
        ("readings-encoding-next", &[]),
        ("readings-unknown", &[]),
        ("readings-unknown-next", &[]),
        ("readings-no-column", &["column"]),
        ("readings-no-column-next", &[]),
        ("readings-unit", &["column"]),
        ("readings-unit-next", &[]),
        ("readings-order", &["column"]),
        ("readings-order-next", &[]),
        ("readings-zone", &["column"]),
        ("readings-zone-next", &[]),
        ("readings-comma", &["column"]),
        ("readings-comma-next", &[]),
        ("apple-not-zip", &[]),
        ("apple-not-zip-next", &[]),
        ("apple-not-health-data", &[]),
        ("apple-not-health-data-next", &[]),
        ("apple-not-xml", &[]),
        ("apple-not-xml-next", &[]),
        ("apple-truncated", &[]),
        ("apple-truncated-next", &[]),
        ("apple-element-too-large", &[]),
        ("apple-element-too-large-next", &[]),
        ("apple-io", &[]),
        ("apple-io-next", &[]),
        ("apple-stopped", &[]),
        ("apple-stopped-next", &[]),
        ("import-no-key", &[]),
        ("import-no-key-next", &[]),
        ("ccda-too-large", &[]),
        ("ccda-too-large-next", &[]),
        ("ccda-encoding", &[]),
        ("ccda-encoding-next", &[]),
        ("ccda-doctype", &[]),
        ("ccda-doctype-next", &[]),
        ("ccda-too-deep", &[]),
        ("ccda-too-deep-next", &[]),
        ("ccda-not-xml", &[]),
        ("ccda-not-xml-next", &[]),
        ("ccda-not-clinical-document", &[]),
        ("ccda-not-clinical-document-next", &[]),
        ("ccda-no-patient", &[]),
        ("ccda-no-patient-next", &[]),
        ("ccda-several-patients", &[]),
        ("ccda-several-patients-next", &[]),
        ("import-stopped", &["kept"]),
        ("import-stopped-next", &[]),
        ("section-profile", &[]),
        ("section-allergies", &[]),
        ("section-medications", &[]),
        ("section-problems", &[]),
        ("section-immunizations", &[]),
        ("section-results", &[]),
        ("section-vitals", &[]),
        ("section-procedures", &[]),
        ("section-encounters", &[]),
        ("section-notes", &[]),
        ("section-documents", &[]),
        ("section-care-plan", &[]),
        ("section-sensitive", &[]),
        ("section-coverage", &[]),
        ("section-check-ins", &[]),
        ("section-messages", &[]),
        ("column-section", &[]),
        ("column-count", &[]),
        ("column-newest", &[]),
        ("column-remark", &[]),
        ("column-type", &[]),
        ("column-how-bad", &[]),
        ("column-state", &[]),
        ("column-what", &[]),
        ("column-value", &[]),
        ("column-values", &[]),
        ("column-since", &[]),
        ("column-until", &[]),
        ("column-when", &[]),
        ("column-said-by", &[]),
        ("column-id", &[]),
        ("column-file", &[]),
        ("column-brought", &[]),
        ("column-code", &[]),
        ("column-device", &[]),
        ("column-owner", &[]),
        ("person-born", &["date"]),
        ("sections-next", &[]),
        ("nothing-recorded", &[]),
        ("none-known", &["when", "who"]),
        ("remark-unreconciled", &["count"]),
        ("remark-proposed", &["count"]),
        ("list-count", &["count"]),
        ("list-part", &["all", "count"]),
        ("list-first", &["count"]),
        ("list-back-to", &["date"]),
        ("list-since", &["date"]),
        ("list-empty", &["empty", "section"]),
        ("list-more", &["offset"]),
        ("timeline-heading", &[]),
        ("timeline-empty", &[]),
        ("search-heading", &["words"]),
        ("search-empty", &["words"]),
        ("known-on-heading", &["day"]),
        ("known-on-nothing", &[]),
        ("state-none-known", &[]),
        ("state-unreconciled", &[]),
        ("state-retracted", &[]),
        ("state-replaced", &[]),
        ("state-proposed", &[]),
        ("what-unread", &[]),
        ("what-unnamed", &["kind"]),
        ("who-you", &[]),
        ("who-unknown", &[]),
        ("who-imported", &[]),
        ("who-and-more", &["more", "name"]),
        ("span-from-to", &["from", "to"]),
        ("span-until", &["to"]),
        ("range-at-least", &["low"]),
        ("range-at-most", &["high"]),
        ("fact-usual", &["range"]),
        ("severity-unstated", &[]),
        ("item-rival", &["rival"]),
        ("item-also-right", &["rival"]),
        ("item-set-aside", &["rival"]),
        ("item-proposals", &["count"]),
        ("item-disputes", &["count"]),
        ("item-of-lost-device", &[]),
        ("item-not-here", &[]),
        ("item-probable", &["id"]),
        ("medicine-said", &["by", "said"]),
        ("medicine-active", &[]),
        ("medicine-on-hold", &[]),
        ("medicine-planned", &[]),
        ("medicine-not-taken", &[]),
        ("medicine-given", &[]),
        ("medicine-unsaid", &[]),
        ("medicine-unsaid-brief", &[]),
        ("medicine-filled", &[]),
        ("medicine-filled-on", &["date"]),
        ("medicine-fill", &["status"]),
        ("medicine-fill-only", &[]),
        ("medicine-as-of", &["date"]),
        ("medicine-as-of-unsaid", &[]),
        ("medicine-as-of-recorded", &["date"]),
        ("medicine-old", &["date", "id"]),
        ("field-section", &[]),
        ("field-value", &[]),
        ("field-usual", &[]),
        ("field-reaction", &[]),
        ("field-severity", &[]),
        ("field-risk", &[]),
        ("field-dosage", &[]),
        ("field-status", &[]),
        ("field-certainty", &[]),
        ("field-when", &[]),
        ("field-code", &[]),
        ("field-note", &[]),
        ("field-id", &[]),
        ("field-said-by", &[]),
        ("field-came-from", &[]),
        ("source-imported", &["at", "by"]),
        ("source-imported-signed", &["at", "by"]),
        ("source-typed", &["at", "by"]),
        ("detail-disputes", &[]),
        ("detail-confirmations", &[]),
        ("detail-replaced-by", &[]),
        ("detail-proposals", &[]),
        ("detail-history", &["count"]),
        ("detail-content", &["kind", "size"]),
        ("remark", &["act", "at", "who"]),
        ("remark-on-device", &["act", "at", "device", "who"]),
        ("act-state", &[]),
        ("act-speak", &[]),
        ("act-correct", &[]),
        ("act-retract", &[]),
        ("act-confirm", &[]),
        ("act-dispute", &[]),
        ("act-resolve", &[]),
        ("trends-heading", &["count"]),
        ("trends-next", &[]),
        (
            "trends-pressure-week",
            &["count", "diastolic", "from", "systolic", "to"],
        ),
        (
            "trends-pressure-part",
            &["count", "diastolic", "systolic", "when"],
        ),
        ("trends-pressure-morning", &[]),
        ("trends-pressure-evening", &[]),
        ("trends-pressure-few", &[]),
        ("trends-glucose-weeks", &["count", "days", "from", "mean", "to"]),
        ("trends-glucose-shares", &["above", "below", "inside"]),
        ("trends-glucose-index", &["index"]),
        ("trends-plot-one", &[]),
        ("trends-plot-one-next", &[]),
        ("plot-file-kind", &["file"]),
        ("plot-file-kind-next", &[]),
        ("plot-written", &["file"]),
        ("plot-nothing", &[]),
        ("plot-nothing-next", &[]),
        ("column-curve", &[]),
        ("column-heads", &[]),
        ("column-written", &[]),
        ("column-age", &[]),
        ("column-percentile", &[]),
        ("trend-span", &["count", "from", "to"]),
        ("trend-point", &["label", "value", "when"]),
        ("trend-lowest", &[]),
        ("trend-highest", &[]),
        ("trend-latest", &[]),
        ("trend-before", &[]),
        ("trend-newest-drawn", &["count"]),
        ("trend-rising", &["slope", "time"]),
        ("trend-falling", &["slope", "time"]),
        ("trend-rising-little", &[]),
        ("trend-falling-little", &[]),
        ("trend-unclear", &[]),
        ("trend-too-few", &[]),
        ("trend-word-rising", &[]),
        ("trend-word-falling", &[]),
        ("trend-word-unclear", &[]),
        ("trend-word-too-few", &[]),
        ("trend-time-day", &[]),
        ("trend-time-week", &[]),
        ("trend-time-month", &[]),
        ("trend-time-year", &[]),
        ("trend-change", &["change"]),
        ("trend-change-percent", &["change", "percent"]),
        ("trend-in-range", &["count", "inside"]),
        ("trend-range-own", &["range"]),
        ("trend-range-laboratory", &[]),
        ("trend-range-typical", &["range"]),
        ("trend-range-none", &[]),
        ("trend-edition", &["edition", "source"]),
        ("trend-bounds", &["count"]),
        ("trend-outliers", &["count"]),
        ("trend-stands-out", &[]),
        ("trend-sources", &["count"]),
        ("trend-perhaps-twice", &[]),
        ("trend-converted", &[]),
        ("trend-left-out", &["count"]),
        ("trend-left-implausible", &["value", "when"]),
        ("trend-left-repeated", &["value", "when"]),
        ("trend-method", &["days"]),
        ("plot-title", &["from", "to", "what"]),
        ("plot-title-once", &["what", "when"]),
        ("plot-value", &[]),
        ("plot-outlier", &[]),
        ("plot-below", &[]),
        ("plot-above", &[]),
        ("plot-line", &[]),
        ("plot-own", &[]),
        ("plot-typical", &[]),
        ("plot-curves", &[]),
        ("plot-age-months", &[]),
        ("plot-age-years", &[]),
        ("plot-length", &[]),
        ("plot-child", &[]),
        ("read-no-such-entry", &[]),
        ("read-no-such-entry-next", &[]),
        ("read-ambiguous", &[]),
        ("read-ambiguous-next", &[]),
        ("read-not-a-day", &[]),
        ("read-not-a-day-next", &[]),
        ("read-no-such-series", &[]),
        ("read-no-such-series-next", &[]),
        ("severity-mild", &[]),
        ("severity-moderate", &[]),
        ("severity-severe", &[]),
        ("criticality-low", &[]),
        ("criticality-high", &[]),
        ("criticality-unable-to-assess", &[]),
        ("verification-unconfirmed", &[]),
        ("verification-provisional", &[]),
        ("verification-differential", &[]),
        ("verification-confirmed", &[]),
        ("verification-refuted", &[]),
        ("verification-entered-in-error", &[]),
        ("status-active", &[]),
        ("status-recurrence", &[]),
        ("status-relapse", &[]),
        ("status-inactive", &[]),
        ("status-remission", &[]),
        ("status-resolved", &[]),
        ("status-completed", &[]),
        ("status-stopped", &[]),
        ("status-on-hold", &[]),
        ("status-intended", &[]),
        ("status-not-taken", &[]),
        ("status-not-done", &[]),
        ("status-unknown", &[]),
        ("status-entered-in-error", &[]),
        ("status-cancelled", &[]),
        ("status-finished", &[]),
        ("status-planned", &[]),
        ("status-in-progress", &[]),
        ("status-final", &[]),
        ("status-preliminary", &[]),
        ("status-amended", &[]),
        ("status-corrected", &[]),
        ("status-current", &[]),
        ("status-superseded", &[]),
        ("flag-h", &[]),
        ("flag-hh", &[]),
        ("flag-l", &[]),
        ("flag-ll", &[]),
        ("flag-n", &[]),
        ("flag-neg", &[]),
        ("flag-pos", &[]),
        ("flag-a", &[]),
        ("flag-aa", &[]),
        ("add-done", &[]),
        ("correct-done", &[]),
        ("resolve-done", &[]),
        ("retract-done", &[]),
        ("dispute-done", &[]),
        ("confirm-done", &[]),
        ("act-next", &["id"]),
        ("ask-retract", &["what"]),
        ("resolve-choose", &[]),
        ("reconcile-open", &["count"]),
        ("reconcile-contradiction", &[]),
        ("reconcile-probable", &[]),
        ("reconcile-next", &[]),
        ("reconcile-decided", &["count"]),
        ("reconcile-same", &[]),
        ("reconcile-different", &[]),
        ("reconcile-right", &[]),
        ("reconcile-both", &[]),
        ("reconcile-by", &["at", "by"]),
        ("reconcile-not-yours", &[]),
        ("reconcile-undo", &["id"]),
        ("reconcile-undone", &[]),
        ("reconcile-nothing", &[]),
        ("reconcile-nothing-next", &[]),
        ("reconcile-none", &[]),
        ("reconcile-none-next", &[]),
        ("ask-which", &["count"]),
        ("resolve-which", &[]),
        ("resolve-which-next", &[]),
        ("attach-done", &["id", "name", "size"]),
        ("file-other-than-called", &["called", "kind"]),
        ("file-not-as-called", &["kind"]),
        ("file-made", &["made"]),
        ("file-lasts", &["minutes", "seconds"]),
        ("file-searchable", &[]),
        ("file-not-searchable", &[]),
        ("file-has-place", &[]),
        ("file-has-place-next", &[]),
        ("correct-other-kind", &["kind"]),
        ("correct-other-kind-next", &[]),
        ("draft-number", &["text"]),
        ("draft-number-next", &[]),
        ("draft-code", &["text"]),
        ("draft-code-next", &[]),
        ("draft-empty", &["field"]),
        ("draft-empty-next", &[]),
        ("draft-date", &["field"]),
        ("draft-date-next", &[]),
        ("draft-backwards", &[]),
        ("draft-backwards-next", &[]),
        ("draft-ended-yet-active", &[]),
        ("draft-ended-yet-active-next", &[]),
        ("draft-refused", &[]),
        ("draft-refused-next", &[]),
        ("vaccine-when", &[]),
        ("vaccine-when-next", &[]),
        ("note-unreadable", &[]),
        ("note-unreadable-next", &[]),
        ("edit-no-such-entry", &[]),
        ("edit-no-such-entry-next", &[]),
        ("edit-not-current", &[]),
        ("edit-not-current-next", &[]),
        ("edit-unreconciled", &[]),
        ("edit-unreconciled-next", &[]),
        ("edit-nothing-to-settle", &[]),
        ("edit-nothing-to-settle-next", &[]),
        ("edit-other-section", &[]),
        ("edit-other-section-next", &[]),
        ("edit-too-large", &[]),
        ("edit-too-large-next", &[]),
        ("edit-not-here", &[]),
        ("edit-not-here-next", &[]),
        ("edit-no-key", &[]),
        ("edit-no-key-next", &[]),
        ("attach-too-large", &[]),
        ("attach-too-large-next", &[]),
        ("attach-empty", &[]),
        ("attach-empty-next", &[]),
        ("extract-no-file", &[]),
        ("extract-no-file-next", &[]),
        ("extract-elsewhere", &[]),
        ("extract-elsewhere-next", &[]),
        ("progress-export", &[]),
        ("export-done", &["file", "resources", "size"]),
        ("export-missing", &["count"]),
        ("export-unsealed", &[]),
        ("pdf-done", &["count", "file", "size"]),
        ("extract-title", &[]),
        ("extract-made", &["when"]),
        ("extract-honest", &[]),
        ("summary-done", &["count", "file", "size"]),
        ("summary-line", &["count", "section"]),
        ("summary-older", &["count"]),
        ("summary-left-out", &["count"]),
        ("summary-patient", &[]),
        ("summary-patient-next", &[]),
        ("export-full", &[]),
        ("export-full-next", &[]),
        ("export-io", &[]),
        ("export-io-next", &[]),
        ("backup-done", &["file", "size"]),
        ("backup-next", &[]),
        ("backup-io", &[]),
        ("backup-io-next", &[]),
        ("backup-no-recovery", &[]),
        ("backup-no-recovery-next", &[]),
        ("ask-new-words", &[]),
        ("new-words-done", &[]),
        ("new-words-backup", &[]),
        ("new-words-next", &[]),
        ("use-words-done", &[]),
        ("words-alarm", &["date", "device"]),
        ("words-unanswered", &[]),
        ("words-unanswered-next", &[]),
        ("words-declined", &[]),
        ("words-declined-next", &[]),
        ("words-no-identity", &[]),
        ("words-no-identity-next", &[]),
        ("words-other", &[]),
        ("words-other-next", &[]),
        ("restore-io", &[]),
        ("restore-io-next", &[]),
        ("restore-not-a-backup", &[]),
        ("restore-not-a-backup-next", &[]),
        ("restore-newer", &[]),
        ("restore-newer-next", &[]),
        ("restore-wrong-words", &[]),
        ("restore-wrong-words-next", &[]),
        ("backup-at-relay", &["address", "size"]),
        ("backup-at-relay-next", &["address"]),
        ("backup-no-identity", &[]),
        ("backup-no-identity-next", &[]),
        ("backup-too-long", &[]),
        ("backup-too-long-next", &[]),
        ("restore-snapshot", &["made", "others"]),
        ("restore-snapshot-unreadable", &["count"]),
        ("restore-nothing-there", &[]),
        ("restore-nothing-there-next", &[]),
        ("restore-damaged", &[]),
        ("restore-damaged-next", &[]),
        ("rebuild-done", &["entries"]),
        ("verify-counts", &["changes", "entries", "rows"]),
        ("verify-clean", &[]),
        ("verify-faults", &["count"]),
        ("verify-next", &[]),
        ("fault-store", &[]),
        ("fault-signature", &[]),
        ("fault-chain", &[]),
        ("fault-content", &[]),
        ("fault-document", &[]),
        ("fault-views", &[]),
        ("fault-other", &[]),
        ("erase-warning", &[]),
        ("ask-erase", &["name"]),
        ("erase-unnamed", &[]),
        ("erase-unnamed-next", &["name"]),
        ("erase-other-name", &["name"]),
        ("erase-other-name-next", &[]),
        ("erase-done", &["name"]),
        ("man-done", &["folder"]),
        ("devices-heading", &["count"]),
        ("device-this", &[]),
        ("device-lost", &["date"]),
        ("device-expired", &[]),
        ("renew-done", &["date", "name"]),
        ("renew-next", &[]),
        ("introduce-code", &[]),
        ("introduce-next", &[]),
        ("meet-done", &["date", "name"]),
        ("meet-next", &[]),
        ("meet-no-code", &[]),
        ("meet-no-code-next", &[]),
        ("meet-not-own", &[]),
        ("meet-not-own-next", &[]),
        ("meet-lost", &[]),
        ("meet-lost-next", &[]),
        ("renew-no-identity", &[]),
        ("renew-no-identity-next", &[]),
        ("renew-not-own", &[]),
        ("renew-not-own-next", &[]),
        ("ask-lost", &["name"]),
        ("lost-done", &["name"]),
        ("lost-next", &[]),
        ("lost-unanswered", &["name"]),
        ("lost-unanswered-next", &[]),
        ("lost-declined", &[]),
        ("lost-declined-next", &[]),
        ("lost-no-identity", &[]),
        ("lost-no-identity-next", &[]),
        ("lost-not-others", &[]),
        ("lost-not-others-next", &[]),
        ("pair-show", &[]),
        ("pair-waiting", &[]),
        ("pair-asks", &["name"]),
        ("pair-digits", &["digits"]),
        ("ask-same-digits", &[]),
        ("pair-done", &["name"]),
        ("pair-next", &[]),
        ("ask-code", &[]),
        ("join-done", &["folder"]),
        ("join-next", &[]),
        ("code-needed", &[]),
        ("code-needed-next", &[]),
        ("code-nowhere", &[]),
        ("code-nowhere-next", &[]),
        ("listen-failed", &["address"]),
        ("listen-failed-next", &[]),
        ("pair-not-a-code", &[]),
        ("pair-not-a-code-next", &[]),
        ("pair-code-newer", &[]),
        ("pair-code-newer-next", &[]),
        ("pair-code-damaged", &[]),
        ("pair-code-damaged-next", &[]),
        ("pair-declined", &[]),
        ("pair-declined-next", &[]),
        ("pair-no-identity", &[]),
        ("pair-no-identity-next", &[]),
        ("grant-show", &[]),
        ("grant-written", &["file", "size"]),
        ("grant-made", &["grant", "until", "uses"]),
        ("grant-next", &[]),
        ("grant-delegable", &[]),
        ("grant-via", &["by", "who"]),
        ("may-line", &["section", "what"]),
        ("may-extract", &[]),
        ("may-read", &[]),
        ("may-read-later", &[]),
        ("may-append", &[]),
        ("grants-none", &[]),
        ("grant-not-yet", &[]),
        ("grant-open", &[]),
        ("grant-used-up", &[]),
        ("grant-expired", &[]),
        ("grant-revoked", &[]),
        ("grant-closed", &[]),
        ("grant-ended", &["grant"]),
        ("grant-ends-later", &["grant", "until"]),
        ("grant-ends-at-its-device", &["grant", "until"]),
        ("grant-of-device", &["device", "what"]),
        ("grants-unmet", &[]),
        ("grant-next-at-relay", &[]),
        ("relay-listens", &["address"]),
        ("relay-serves-page", &[]),
        ("relay-is-blind", &[]),
        ("clinic-listens", &["address", "name"]),
        ("clinic-certifies", &["address"]),
        ("clinic-authority", &[]),
        ("clinic-authority-next", &[]),
        ("clinic-authority-names", &[]),
        ("clinic-authority-names-next", &[]),
        ("clinic-setup", &[]),
        ("clinic-words", &[]),
        ("clinic-stop", &[]),
        ("relay-used", &["address"]),
        ("relay-unused", &[]),
        ("mailbox-nothing", &[]),
        (
            "mailbox-emergency",
            &["at", "grant", "name", "ready", "reason", "words"],
        ),
        ("mailbox-emergency-next", &[]),
        ("mailbox-emergency-stopped", &["grant", "name", "reason", "words"]),
        ("mailbox-taken", &["at", "grant", "name", "words"]),
        ("mailbox-let-in", &["grant", "name", "words"]),
        ("mailbox-let-in-ended", &["grant", "name", "words"]),
        ("mailbox-not-let-in", &["grant", "name", "why", "words"]),
        ("mailbox-altered", &["grant", "name", "words"]),
        ("mailbox-unread", &[]),
        ("mailbox-ended", &["grant"]),
        ("mailbox-unasked", &["grant", "until"]),
        ("deletion-said", &["at", "cause", "grant", "name"]),
        ("deletion-word", &[]),
        ("deletion-time-is-over", &[]),
        ("deletion-closed", &[]),
        ("deletion-withdrawn", &[]),
        ("grant-ended-told", &["until"]),
        ("grant-ended-kept", &[]),
        ("column-who", &[]),
        ("grant-nothing", &[]),
        ("grant-nothing-next", &[]),
        ("grant-window", &[]),
        ("grant-window-next", &[]),
        ("grant-short-passcode", &[]),
        ("grant-short-passcode-next", &[]),
        ("grant-address", &[]),
        ("grant-address-next", &[]),
        ("grant-unknown", &[]),
        ("grant-unknown-next", &[]),
        ("clinic-no-start", &[]),
        ("clinic-no-start-next", &[]),
        ("clinic-in-the-clear", &[]),
        ("clinic-in-the-clear-next", &[]),
        ("clinic-store", &[]),
        ("clinic-store-next", &[]),
        ("clinic-key", &[]),
        ("clinic-key-next", &[]),
        ("clinic-key-open", &[]),
        ("clinic-key-open-next", &[]),
        ("desk-sign-in", &[]),
        ("desk-sign-in-next", &[]),
        ("desk-wrong-password", &[]),
        ("desk-wrong-password-next", &[]),
        ("desk-locked", &["minutes"]),
        ("desk-locked-next", &[]),
        ("desk-passkey-place", &[]),
        ("desk-passkey-place-next", &[]),
        ("desk-passkey-over", &[]),
        ("desk-passkey-over-next", &[]),
        ("desk-passkey-wrong", &[]),
        ("desk-passkey-wrong-next", &[]),
        ("desk-passkey-counter", &[]),
        ("desk-passkey-counter-next", &[]),
        ("desk-passkey-unfit", &[]),
        ("desk-passkey-unfit-next", &[]),
        ("desk-passkey-known", &[]),
        ("desk-passkey-known-next", &[]),
        ("desk-passkey-many", &[]),
        ("desk-passkey-many-next", &[]),
        ("desk-passkey-unknown", &[]),
        ("desk-passkey-unknown-next", &[]),
        ("desk-passkey-last", &[]),
        ("desk-passkey-last-next", &[]),
        ("desk-passkey-required", &[]),
        ("desk-passkey-required-next", &[]),
        ("desk-passkey-own-first", &[]),
        ("desk-passkey-own-first-next", &[]),
        ("desk-add-passkey", &[]),
        ("desk-add-passkey-next", &[]),
        ("desk-wrong-secret", &[]),
        ("desk-wrong-secret-next", &[]),
        ("desk-login-taken", &[]),
        ("desk-login-taken-next", &[]),
        ("desk-name-bad", &[]),
        ("desk-name-bad-next", &[]),
        ("desk-second-needed", &[]),
        ("desk-second-needed-next", &[]),
        ("desk-second-unfit", &[]),
        ("desk-second-unfit-next", &[]),
        ("desk-password-bad", &[]),
        ("desk-password-bad-next", &[]),
        ("desk-account-unknown", &[]),
        ("desk-account-unknown-next", &[]),
        ("desk-last-administrator", &[]),
        ("desk-last-administrator-next", &[]),
        ("desk-change-password", &[]),
        ("desk-change-password-next", &[]),
        ("desk-not-for-role", &[]),
        ("desk-not-for-role-next", &[]),
        ("desk-forged", &[]),
        ("desk-forged-next", &[]),
        ("desk-origin", &[]),
        ("desk-origin-next", &[]),
        ("desk-host", &[]),
        ("desk-host-next", &[]),
        ("desk-not-here", &[]),
        ("desk-not-here-next", &[]),
        ("desk-wrong-method", &[]),
        ("desk-wrong-method-next", &[]),
        ("desk-malformed", &[]),
        ("desk-malformed-next", &[]),
        ("desk-too-long", &[]),
        ("desk-too-long-next", &[]),
        ("desk-type", &[]),
        ("desk-type-next", &[]),
        ("desk-wait", &[]),
        ("desk-wait-next", &[]),
        ("desk-no-chart", &[]),
        ("desk-no-chart-next", &[]),
        ("desk-chart-ended", &[]),
        ("desk-chart-ended-next", &[]),
        ("desk-store-failed", &[]),
        ("desk-store-failed-next", &[]),
        ("desk-broken", &[]),
        ("desk-broken-next", &[]),
        ("desk-bridge-not-set", &[]),
        ("desk-bridge-not-set-next", &[]),
        ("desk-bridge-address", &[]),
        ("desk-bridge-address-next", &[]),
        ("desk-bridge-not-fhir", &[]),
        ("desk-bridge-not-fhir-next", &[]),
        ("desk-bridge-unreachable", &[]),
        ("desk-bridge-unreachable-next", &[]),
        ("desk-bridge-untrusted", &[]),
        ("desk-bridge-untrusted-next", &[]),
        ("desk-bridge-authority", &[]),
        ("desk-bridge-authority-next", &[]),
        ("desk-bridge-key", &[]),
        ("desk-bridge-key-next", &[]),
        ("desk-bridge-busy", &[]),
        ("desk-bridge-busy-next", &[]),
        ("desk-bridge-not-let-in", &[]),
        ("desk-bridge-not-let-in-next", &[]),
        ("desk-bridge-no-key", &[]),
        ("desk-bridge-no-key-next", &[]),
        ("desk-bridge-key-not-taken", &[]),
        ("desk-bridge-key-not-taken-next", &[]),
        ("desk-bridge-version", &[]),
        ("desk-bridge-version-next", &[]),
        ("desk-bridge-no-profile", &[]),
        ("desk-bridge-no-profile-next", &[]),
        ("desk-bridge-no-patient", &[]),
        ("desk-bridge-no-patient-next", &[]),
        ("desk-bridge-not-alike", &[]),
        ("desk-bridge-not-alike-next", &[]),
        ("desk-bridge-taken", &[]),
        ("desk-bridge-taken-next", &[]),
        ("desk-bridge-exists", &[]),
        ("desk-bridge-exists-next", &[]),
        ("desk-bridge-not-linked", &[]),
        ("desk-bridge-not-linked-next", &[]),
        ("desk-bridge-other-birth-date", &[]),
        ("desk-bridge-other-birth-date-next", &[]),
        ("desk-bridge-other-patient", &[]),
        ("desk-bridge-other-patient-next", &[]),
        ("desk-bridge-entry", &["number"]),
        ("desk-bridge-entry-next", &[]),
        ("desk-bridge-not-offered", &[]),
        ("desk-bridge-not-offered-next", &[]),
        ("desk-bridge-no-message", &[]),
        ("desk-bridge-no-message-next", &[]),
        ("desk-bridge-decided", &[]),
        ("desk-bridge-decided-next", &[]),
        ("desk-bridge-refused", &[]),
        ("desk-bridge-refused-next", &[]),
        ("desk-bridge-differs", &[]),
        ("desk-bridge-differs-next", &[]),
        ("desk-visit-none", &[]),
        ("desk-visit-none-next", &[]),
        ("desk-visit-changed", &[]),
        ("desk-visit-changed-next", &[]),
        ("desk-visit-signed", &[]),
        ("desk-visit-signed-next", &[]),
        ("desk-visit-not-signed", &[]),
        ("desk-visit-not-signed-next", &[]),
        ("desk-visit-empty", &[]),
        ("desk-visit-empty-next", &[]),
        ("desk-visit-no-append", &[]),
        ("desk-visit-no-append-next", &[]),
        ("desk-visit-not-allowed", &["sections"]),
        ("desk-visit-not-allowed-next", &[]),
        ("desk-visit-findings", &[]),
        ("desk-visit-findings-next", &[]),
        ("desk-visit-class", &[]),
        ("desk-visit-class-next", &[]),
        ("desk-visit-file-empty", &[]),
        ("desk-visit-file-empty-next", &[]),
        ("desk-visit-file-kind", &[]),
        ("desk-visit-file-kind-next", &[]),
        ("desk-visit-file-large", &[]),
        ("desk-visit-file-large-next", &[]),
        ("desk-visit-file-none", &[]),
        ("desk-visit-file-none-next", &[]),
        ("desk-visit-files-many", &[]),
        ("desk-visit-files-many-next", &[]),
        ("desk-visit-number", &[]),
        ("desk-visit-number-next", &[]),
        ("desk-visit-words", &["field"]),
        ("desk-visit-words-next", &[]),
        ("desk-visit-date", &["field"]),
        ("desk-visit-date-next", &[]),
        ("desk-visit-backwards", &[]),
        ("desk-visit-backwards-next", &[]),
        ("desk-visit-ended-yet-active", &[]),
        ("desk-visit-ended-yet-active-next", &[]),
        ("desk-visit-unfit", &[]),
        ("desk-visit-unfit-next", &[]),
        ("desk-visit-subjective", &[]),
        ("desk-visit-objective", &[]),
        ("desk-visit-assessment", &[]),
        ("desk-checkin-none", &[]),
        ("desk-checkin-none-next", &[]),
        ("desk-checkin-over", &[]),
        ("desk-checkin-over-next", &[]),
        ("desk-checkin-answered", &[]),
        ("desk-checkin-answered-next", &[]),
        ("desk-checkin-unanswered", &[]),
        ("desk-checkin-unanswered-next", &[]),
        ("desk-checkin-charted", &[]),
        ("desk-checkin-charted-next", &[]),
        ("desk-checkin-no-person", &[]),
        ("desk-checkin-no-person-next", &[]),
        ("desk-checkin-no-record", &[]),
        ("desk-checkin-no-record-next", &[]),
        ("desk-checkin-not-allowed", &[]),
        ("desk-checkin-not-allowed-next", &[]),
        ("desk-checkin-whom", &[]),
        ("desk-checkin-whom-next", &[]),
        ("desk-checkin-empty", &[]),
        ("desk-checkin-empty-next", &[]),
        ("desk-checkin-purpose", &[]),
        ("desk-checkin-purpose-next", &[]),
        ("desk-checkin-call", &[]),
        ("desk-checkin-call-next", &[]),
        ("desk-checkin-form", &["title"]),
        ("desk-checkin-form-next", &[]),
        ("desk-checkin-twice", &[]),
        ("desk-checkin-twice-next", &[]),
        ("desk-checkin-too-much", &[]),
        ("desk-checkin-too-much-next", &[]),
        ("desk-checkin-member", &["member"]),
        ("desk-checkin-member-next", &[]),
        ("desk-checkin-other", &[]),
        ("desk-checkin-other-next", &[]),
        ("desk-checkin-no-answer", &[]),
        ("desk-checkin-no-answer-next", &[]),
        ("desk-checkin-unfit", &["why"]),
        ("desk-checkin-unfit-next", &[]),
        ("desk-message-no-record", &[]),
        ("desk-message-no-record-next", &[]),
        ("desk-message-not-allowed", &[]),
        ("desk-message-not-allowed-next", &[]),
        ("desk-message-empty", &[]),
        ("desk-message-empty-next", &[]),
        ("desk-message-too-long", &[]),
        ("desk-message-too-long-next", &[]),
        ("desk-message-none", &[]),
        ("desk-message-none-next", &[]),
        ("desk-message-taken", &[]),
        ("desk-message-taken-next", &[]),
        ("desk-recon-count", &[]),
        ("desk-recon-count-next", &[]),
        ("desk-recon-unfit", &[]),
        ("desk-recon-unfit-next", &[]),
        ("desk-recon-changed", &[]),
        ("desk-recon-changed-next", &[]),
        ("desk-recon-retracted", &[]),
        ("desk-recon-retracted-next", &[]),
        ("desk-recon-denies", &[]),
        ("desk-recon-denies-next", &[]),
        ("desk-recon-undecided", &[]),
        ("desk-recon-undecided-next", &[]),
        ("desk-recon-not-allowed", &[]),
        ("desk-recon-not-allowed-next", &[]),
        ("desk-recon-no-result", &[]),
        ("desk-recon-no-result-next", &[]),
        ("desk-recon-not-as-shown", &[]),
        ("desk-recon-not-as-shown-next", &[]),
        ("desk-recon-title", &[]),
        ("relay-none", &[]),
        ("relay-none-next", &[]),
        ("relay-needs-passcode", &[]),
        ("relay-needs-passcode-next", &[]),
        ("relay-not-passed-on", &[]),
        ("relay-not-passed-on-next", &[]),
        ("relay-too-much", &[]),
        ("relay-too-much-next", &[]),
        ("relay-unreachable", &[]),
        ("relay-unreachable-next", &[]),
        ("relay-busy", &[]),
        ("relay-busy-next", &[]),
        ("relay-full", &[]),
        ("relay-full-next", &[]),
        ("relay-not-live", &[]),
        ("relay-not-live-next", &[]),
        ("relay-not-taken", &[]),
        ("relay-not-taken-next", &[]),
        ("relay-conflict", &[]),
        ("relay-conflict-next", &[]),
        ("relay-not-one", &[]),
        ("relay-not-one-next", &[]),
        ("relay-address", &[]),
        ("relay-address-next", &[]),
        ("relay-store", &[]),
        ("relay-store-next", &[]),
        ("relay-no-page", &[]),
        ("relay-no-page-next", &[]),
        ("relay-no-start", &[]),
        ("relay-no-start-next", &[]),
        ("grant-has-ended", &[]),
        ("grant-has-ended-next", &[]),
        ("grant-not-patients", &[]),
        ("grant-not-patients-next", &[]),
        ("column-role", &[]),
        ("contacts-none", &[]),
        ("contact-holds", &[]),
        ("contact-holds-nothing", &[]),
        ("contacts-unshared", &[]),
        ("contacts-outdated", &[]),
        ("contacts-shared", &["hours", "needed", "of"]),
        ("contacts-keeps", &["name", "needed", "of"]),
        ("contacts-emergency", &["minutes", "name"]),
        ("contacts-keep-next", &[]),
        ("approve-record", &["name"]),
        ("approve-proxy", &["name", "proxy"]),
        ("contacts-ended", &["name"]),
        ("contacts-unasked", &[]),
        ("contacts-unasked-about", &["name"]),
        ("contacts-become", &[]),
        ("contacts-words", &["words"]),
        ("contacts-compare", &["name", "words"]),
        ("contacts-chosen", &["name"]),
        ("contacts-chosen-next", &[]),
        ("contacts-dropped", &["name"]),
        ("contacts-part-in", &["file", "name"]),
        ("contacts-part-of", &["name"]),
        ("contacts-split-next", &[]),
        ("contacts-approved", &["name"]),
        ("contacts-vetoed", &["device"]),
        ("contacts-vetoed-next", &[]),
        ("contacts-no-code", &[]),
        ("contacts-no-code-next", &[]),
        ("contacts-other-words", &[]),
        ("contacts-other-words-next", &[]),
        ("contacts-no-identity", &[]),
        ("contacts-no-identity-next", &[]),
        ("contacts-known", &[]),
        ("contacts-known-next", &[]),
        ("contacts-unknown", &[]),
        ("contacts-unknown-next", &[]),
        ("contacts-many", &[]),
        ("contacts-many-next", &[]),
        ("contacts-numbers", &[]),
        ("contacts-numbers-next", &[]),
        ("contacts-wait", &[]),
        ("contacts-wait-next", &[]),
        ("contacts-not-for-here", &[]),
        ("contacts-not-for-here-next", &[]),
        ("contacts-too-long", &[]),
        ("contacts-too-long-next", &[]),
        ("recovery-asked", &["device", "ready"]),
        ("recovery-asked-of", &["device", "name", "ready"]),
        ("recovery-vetoed", &["device"]),
        ("recovery-vetoed-of", &["device", "name"]),
        ("recovery-taken", &["device"]),
        ("recovery-taken-of", &["device", "name"]),
        ("recover-ask", &[]),
        ("recover-ask-words", &["words"]),
        ("recover-ask-next", &[]),
        ("recover-waits", &["hours", "minutes"]),
        ("recover-waits-next", &[]),
        ("recover-vetoed", &[]),
        ("recover-vetoed-next", &[]),
        ("recover-done-next", &[]),
        ("recover-not-asking", &[]),
        ("recover-not-asking-next", &[]),
        ("recover-asked-before", &[]),
        ("recover-asked-before-next", &[]),
        ("recover-others", &[]),
        ("recover-others-next", &[]),
        ("recover-few", &["have", "needed"]),
        ("recover-few-next", &[]),
        ("recover-parts", &[]),
        ("recover-parts-next", &[]),
        ("recover-not-taken", &[]),
        ("recover-not-taken-next", &[]),
        ("recover-other-cause", &[]),
        ("recover-other-cause-next", &[]),
        ("incapacity-nothing", &[]),
        ("incapacity-who", &["name", "role", "sections", "until"]),
        ("incapacity-how", &["hours", "needed", "of"]),
        ("incapacity-nobody", &[]),
        ("incapacity-unheard", &[]),
        ("incapacity-came", &["name"]),
        ("incapacity-unleft", &[]),
        ("incapacity-prepare-next", &[]),
        ("incapacity-cancelled", &[]),
        ("incapacity-untold", &[]),
        ("incapacity-request", &[]),
        ("incapacity-request-next", &[]),
        ("incapacity-waits-next", &[]),
        ("incapacity-entered", &["role", "sections", "until", "words"]),
        ("incapacity-entered-as-of", &["at"]),
        ("incapacity-entered-unreadable", &[]),
        ("incapacity-entered-next", &[]),
        ("incapacity-keeps", &["name", "needed", "of", "proxy"]),
        ("incapacity-asked", &["device", "proxy", "ready"]),
        ("incapacity-asked-of", &["device", "name", "proxy", "ready"]),
        ("incapacity-vetoed", &["device"]),
        ("incapacity-vetoed-of", &["device", "name"]),
        ("incapacity-taken", &["device", "proxy"]),
        ("incapacity-taken-of", &["device", "name", "proxy"]),
        ("incapacity-none", &[]),
        ("incapacity-none-next", &[]),
        ("incapacity-too-much", &[]),
        ("incapacity-too-much-next", &[]),
        ("incapacity-nothing-left", &[]),
        ("incapacity-nothing-left-next", &[]),
        ("incapacity-unfit", &[]),
        ("incapacity-unfit-next", &[]),
        ("ask-same-words", &[]),
        ("people-none", &[]),
        ("people-you", &["name"]),
        ("people-ended", &["name"]),
        ("role-view", &[]),
        ("role-manage", &[]),
        ("role-emergency", &[]),
        ("proxy-acts", &[]),
        ("proxy-named", &[]),
        ("proxy-expired", &[]),
        ("proxy-ended", &[]),
        ("proxy-no-identity", &[]),
        ("proxy-no-identity-next", &[]),
        ("proxy-unknown", &[]),
        ("proxy-unknown-next", &[]),
        ("proxy-nothing", &[]),
        ("proxy-nothing-next", &[]),
        ("proxy-window", &[]),
        ("proxy-window-next", &[]),
        ("proxy-name", &[]),
        ("proxy-name-next", &[]),
        ("invite-next", &[]),
        ("invite-done", &["name"]),
        ("serve-acts", &["role"]),
        ("redeem-acts", &["role"]),
        ("clock-doubt", &[]),
        ("clock-doubt-next", &[]),
        ("serve-waiting", &["address"]),
        ("not-announced", &[]),
        ("serve-asks", &["name", "words"]),
        ("serve-known", &[]),
        ("serve-unknown", &[]),
        ("serve-via", &["name", "words"]),
        ("serve-until", &["until"]),
        ("serve-reason", &["reason"]),
        ("ask-serve", &[]),
        ("serve-another", &[]),
        ("serve-given", &["count", "name"]),
        ("serve-no-receipt", &[]),
        ("serve-emergency", &[]),
        ("serve-tell", &["contact"]),
        ("serve-came-back", &["name", "received", "sent"]),
        ("serve-held", &["count"]),
        ("serve-refused", &["name", "why"]),
        ("serve-nobody-came", &[]),
        ("serve-nobody-came-next", &[]),
        ("serve-nothing", &[]),
        ("serve-nothing-next", &[]),
        ("serve-no-network", &[]),
        ("serve-no-network-next", &[]),
        ("waiting-none", &[]),
        ("waiting-line", &["count", "name", "words"]),
        ("waiting-admitted", &["count", "name"]),
        ("waiting-nobody", &[]),
        ("waiting-nobody-next", &[]),
        ("redeem-digits", &["digits"]),
        ("redeem-done", &["until", "words"]),
        ("redeem-stated", &["made"]),
        ("stated-past", &[]),
        ("redeem-written", &["file"]),
        ("redeem-chart", &["folder"]),
        ("redeem-chart-waits", &[]),
        ("redeem-delegable", &["grant"]),
        ("delegate-show", &[]),
        ("delegate-words", &["words"]),
        ("delegate-ask-next", &[]),
        ("delegate-give-show", &[]),
        ("delegate-made", &["name", "until", "words"]),
        ("delegate-give-next", &[]),
        ("delegate-unknown", &[]),
        ("delegate-unknown-next", &[]),
        ("delegate-wider", &[]),
        ("delegate-wider-next", &[]),
        ("delegate-nothing", &[]),
        ("delegate-nothing-next", &[]),
        ("delegate-ended", &[]),
        ("delegate-ended-next", &[]),
        ("delegate-no-request", &[]),
        ("delegate-no-request-next", &[]),
        ("redeem-no-code", &[]),
        ("redeem-no-code-next", &[]),
        ("redeem-no-identity", &[]),
        ("redeem-no-identity-next", &[]),
        ("redeem-before", &[]),
        ("redeem-before-next", &[]),
        ("redeem-no-connection", &[]),
        ("redeem-no-connection-next", &[]),
        ("redeem-declined", &[]),
        ("redeem-declined-next", &[]),
        ("redeem-busy", &[]),
        ("redeem-busy-next", &[]),
        ("redeem-too-much", &[]),
        ("redeem-too-much-next", &[]),
        ("redeem-no-reason", &[]),
        ("redeem-no-reason-next", &[]),
        ("redeem-needs-passcode", &[]),
        ("redeem-needs-passcode-next", &[]),
        ("redeem-wrong-passcode", &["left"]),
        ("redeem-wrong-passcode-next", &[]),
        ("redeem-waits", &["minutes"]),
        ("redeem-later", &[]),
        ("redeem-later-next", &[]),
        ("redeem-stopped", &[]),
        ("redeem-stopped-next", &[]),
        ("redeem-not-live", &[]),
        ("redeem-not-live-next", &[]),
        ("redeem-refused", &["why"]),
        ("redeem-refused-next", &[]),
        ("redeem-failed", &[]),
        ("redeem-failed-next", &[]),
        ("redeem-unfit", &[]),
        ("redeem-unfit-next", &[]),
        ("unwilling-declined", &[]),
        ("unwilling-busy", &[]),
        ("unwilling-too-much", &[]),
        ("unwilling-no-reason", &[]),
        ("unwilling-failed", &[]),
        ("unwilling-unknown-version", &[]),
        ("unwilling-clock-not-believable", &[]),
        ("unwilling-malformed", &[]),
        ("unwilling-bad-signature", &[]),
        ("unwilling-other-grant", &[]),
        ("unwilling-unknown-issuer", &[]),
        ("unwilling-counted-elsewhere", &[]),
        ("unwilling-wrong-secret", &[]),
        ("unwilling-ended-before", &[]),
        ("unwilling-revoked", &[]),
        ("unwilling-not-yet", &[]),
        ("unwilling-expired", &[]),
        ("unwilling-wrong-audience", &[]),
        ("unwilling-delegated-too-deep", &[]),
        ("unwilling-unbound-delegator", &[]),
        ("unwilling-wider-delegation", &[]),
        ("unwilling-delegation-expired", &[]),
        ("unwilling-wrong-passcode", &[]),
        ("unwilling-second-redeemer", &[]),
        ("unwilling-used-up", &[]),
        ("unwilling-replay", &[]),
        ("unwilling-section-not-granted", &[]),
        ("unwilling-operation-not-granted", &[]),
        ("break-glass-allowed", &[]),
        ("standing-show", &[]),
        ("standing-made", &["grant", "until", "uses"]),
        ("standing-told", &["contacts", "devices", "minutes"]),
        ("standing-no-contacts", &[]),
        ("standing-opens-to-anyone", &[]),
        ("standing-next", &[]),
        ("standing-renewed", &["entries", "grant"]),
        ("standing-renewed-elsewhere", &["device", "grant"]),
        ("standing-title", &[]),
        ("standing-plain", &["name", "until"]),
        ("standing-how-to", &[]),
        ("standing-how-to-scan", &[]),
        ("standing-how-to-wait", &[]),
        ("standing-how-to-read", &["sections"]),
        ("standing-until", &["until"]),
        ("standing-code-app", &[]),
        ("standing-code-camera", &[]),
        ("standing-none", &[]),
        ("standing-stopped", &["count"]),
        ("standing-stopped-next", &[]),
        ("break-glass-off", &["count"]),
        ("progress-sync", &[]),
        ("sync-waiting", &["address"]),
        ("sync-done", &["back", "out", "received", "sent"]),
        ("sync-same", &[]),
        ("sync-apart", &[]),
        ("sync-disagree", &["count", "section"]),
        ("sync-rolled-back", &[]),
        (
            "letters-done",
            &["back", "found", "name", "out", "posted", "received", "sent"],
        ),
        ("letters-nothing", &[]),
        ("letters-unanswered", &[]),
        ("letters-unreadable", &["count"]),
        ("letters-refused", &["count"]),
        ("letters-full", &[]),
        ("letters-too-long", &[]),
        ("letters-too-long-next", &[]),
        ("sync-alone", &[]),
        ("sync-alone-next", &[]),
        ("sync-no-such-device", &[]),
        ("sync-no-such-device-next", &[]),
        ("sync-which-device", &[]),
        ("sync-which-device-next", &[]),
        ("sync-no-connection", &[]),
        ("sync-no-connection-next", &[]),
        ("sync-nobody-came", &[]),
        ("sync-nobody-came-next", &[]),
        ("sync-unknown-device", &[]),
        ("sync-unknown-device-next", &[]),
        ("sync-expired", &[]),
        ("sync-expired-next", &[]),
        ("sync-malformed", &[]),
        ("sync-malformed-next", &[]),
        ("session-not-for-us", &[]),
        ("session-not-for-us-next", &[]),
        ("session-refused", &[]),
        ("session-refused-next", &[]),
        ("session-timed-out", &[]),
        ("session-timed-out-next", &[]),
        ("still-waiting", &[]),
        ("session-interrupted", &[]),
        ("session-interrupted-next", &[]),
        ("session-altered", &[]),
        ("session-altered-next", &[]),
        ("session-failed", &[]),
        ("session-failed-next", &[]),
        ("audit-heading", &["count"]),
        ("audit-more", &["number"]),
        ("audit-names", &[]),
        ("audit-own-log", &[]),
        ("audit-damaged", &["count"]),
        ("audit-whole-record", &[]),
        ("audit-no-section", &[]),
        ("audit-entries", &["count"]),
        ("audit-grant-made", &["sections"]),
        ("audit-grant-ended", &["sections"]),
        ("audit-code-asked", &["sections", "who"]),
        ("audit-refused", &["sections", "who"]),
        ("audit-disclosed-extract", &["entries", "sections", "who"]),
        ("audit-disclosed-read", &["entries", "sections", "who"]),
        ("audit-received-visit", &["entries", "sections", "who"]),
        ("audit-held-visit", &["entries", "sections", "who"]),
        ("audit-emergency-override", &["entries", "sections", "who"]),
        ("audit-card-made", &["sections"]),
        ("audit-exported", &["entries", "sections"]),
        ("audit-backed-up", &[]),
        ("audit-device-added", &["who"]),
        ("audit-device-lost", &["who"]),
        ("audit-proxy-added", &["who"]),
        ("audit-proxy-ended", &["who"]),
        ("audit-words-replaced", &[]),
        ("audit-contacts-named", &["entries"]),
        ("audit-incapacity-prepared", &["sections", "who"]),
        ("audit-incapacity-ended", &[]),
        ("audit-recovery-refused", &[]),
        ("audit-copy-renewed", &["entries", "sections"]),
        ("audit-deletion-said", &["sections", "who"]),
        ("audit-emergency-stopped", &[]),
        ("audit-recovered", &[]),
        ("audit-date-confirmed", &[]),
        ("audit-relay-reported", &["sections", "who"]),
        ("audit-put-back", &[]),
        ("audit-link-made", &["entries", "sections"]),
        ("audit-link-changed", &["entries", "sections"]),
        ("audit-link-managed", &["sections"]),
        ("audit-health-card-made", &["entries", "sections"]),
        ("audit-ended-begun", &[]),
        ("audit-ended-failed", &[]),
        ("audit-ended-refused", &[]),
        ("audit-reason", &["reason"]),
        ("audit-via", &["name"]),
        ("audit-whole", &["entries"]),
        ("audit-not-whole", &[]),
        ("audit-witnessed", &["number"]),
        ("audit-unclosed", &["count"]),
        ("audit-altered", &["number"]),
        ("audit-missing", &["first", "last"]),
        ("audit-cut-off", &["last", "witnessed"]),
        ("audit-forked", &["number"]),
        ("audit-other-whole", &["name", "number"]),
        ("audit-other-fault", &["name"]),
        ("audit-fhir-done", &["consents", "events", "file"]),
        ("audit-fhir-unsealed", &[]),
        ("help-pocketchart", &[]),
        ("help-exit", &[]),
        ("help-everywhere", &[]),
        ("help-create", &[]),
        ("help-import", &[]),
        ("help-imports", &[]),
        ("help-sources", &[]),
        ("help-sources-find", &[]),
        ("help-sources-find-words", &[]),
        ("help-sources-find-brands", &[]),
        ("help-sources-key", &[]),
        ("help-sources-key-new", &[]),
        ("help-sources-key-rsa", &[]),
        ("help-sources-add", &[]),
        ("help-sources-add-base", &[]),
        ("help-sources-add-name", &[]),
        ("help-sources-add-client-id", &[]),
        ("help-sources-add-client-secret-fd", &[]),
        ("help-sources-add-key", &[]),
        ("help-sources-add-scope", &[]),
        ("help-sources-add-port", &[]),
        ("help-sources-add-token-fd", &[]),
        ("help-sources-add-open", &[]),
        ("help-sources-add-patient", &[]),
        ("help-sources-add-same-person", &[]),
        ("help-sources-pull", &[]),
        ("help-sources-pull-source", &[]),
        ("help-sources-pull-same-person", &[]),
        ("help-sources-remove", &[]),
        ("help-sources-remove-source", &[]),
        ("help-undo", &[]),
        ("help-sections", &[]),
        ("help-list", &[]),
        ("help-item", &[]),
        ("help-timeline", &[]),
        ("help-search", &[]),
        ("help-check", &[]),
        ("help-check-all", &[]),
        ("help-vaccines", &[]),
        ("help-due", &[]),
        ("help-acknowledge", &[]),
        ("help-acknowledge-rule", &[]),
        ("help-acknowledge-item", &[]),
        ("help-acknowledge-take-back", &[]),
        ("help-vaccines-questions", &[]),
        ("help-explain", &[]),
        ("help-explain-rule", &[]),
        ("help-what-if", &[]),
        ("help-what-if-medicines", &[]),
        ("help-messages", &[]),
        ("help-messages-write", &[]),
        ("help-messages-write-to", &[]),
        ("help-messages-answer", &[]),
        ("help-messages-answer-message", &[]),
        ("help-messages-write-text", &[]),
        ("help-messages-answer-text", &[]),
        ("help-messages-read", &[]),
        ("help-messages-read-message", &[]),
        ("help-cds-hooks", &[]),
        ("help-cds-hooks-request", &[]),
        ("help-cds-hooks-discovery", &[]),
        ("help-checkin", &[]),
        ("help-checkin-asked", &[]),
        ("help-checkin-request", &[]),
        ("help-checkin-give", &[]),
        ("help-checkin-answer", &[]),
        ("help-checkin-leave-out", &[]),
        ("help-checkin-send", &[]),
        ("help-checkin-out", &[]),
        ("help-arg-on", &[]),
        ("help-trends", &[]),
        ("help-trends-names", &[]),
        ("help-trends-since", &[]),
        ("help-growth", &[]),
        ("help-growth-chart", &[]),
        ("help-arg-plot", &[]),
        ("help-known-on", &[]),
        ("help-add", &[]),
        ("help-correct", &[]),
        ("help-retract", &[]),
        ("help-dispute", &[]),
        ("help-confirm", &[]),
        ("help-resolve", &[]),
        ("help-arg-first", &[]),
        ("help-arg-second", &[]),
        ("help-reconcile", &[]),
        ("help-reconcile-same", &[]),
        ("help-reconcile-different", &[]),
        ("help-reconcile-right", &[]),
        ("help-reconcile-right-first", &[]),
        ("help-reconcile-both", &[]),
        ("help-reconcile-undo", &[]),
        ("help-reconcile-export", &[]),
        ("help-reconcile-undo-decision", &[]),
        ("help-attach", &[]),
        ("help-extract", &[]),
        ("help-share", &[]),
        ("help-summary", &[]),
        ("help-pdf", &[]),
        ("help-pdf-section", &[]),
        ("help-pdf-out", &[]),
        ("help-pdf-fonts", &[]),
        ("help-link", &[]),
        ("help-link-section", &[]),
        ("help-link-for", &[]),
        ("help-link-uses", &[]),
        ("help-link-passcode-fd", &[]),
        ("help-link-long-term", &[]),
        ("help-link-direct", &[]),
        ("help-link-label", &[]),
        ("help-link-out", &[]),
        ("help-health-card", &[]),
        ("help-health-card-section", &[]),
        ("help-health-card-for", &[]),
        ("help-health-card-public", &[]),
        ("help-health-card-file", &[]),
        ("help-health-card-out", &[]),
        ("help-links", &[]),
        ("help-show", &[]),
        ("help-show-out", &[]),
        ("help-log", &[]),
        ("help-pause", &[]),
        ("help-resume", &[]),
        ("help-destroy", &[]),
        ("help-update", &[]),
        ("help-scan-recipient", &[]),
        ("help-scan-passcode-fd", &[]),
        ("help-scan-import", &[]),
        ("help-scan-same-person", &[]),
        ("help-scan-this-machine", &[]),
        ("help-summary-out", &[]),
        ("help-export", &[]),
        ("help-arg-sensitive", &[]),
        ("help-scan-trust", &[]),
        ("help-people", &[]),
        ("help-invite", &[]),
        ("help-invite-person", &[]),
        ("help-invite-section", &[]),
        ("help-invite-role", &[]),
        ("help-invite-for", &[]),
        ("help-invite-listen", &[]),
        ("help-invite-wait", &[]),
        ("help-invite-agree", &[]),
        ("help-invite-address", &[]),
        ("help-invite-out", &[]),
        ("help-invite-confirm-date", &[]),
        ("help-end", &[]),
        ("help-end-person", &[]),
        ("help-devices", &[]),
        ("help-audit", &[]),
        ("help-introduce", &[]),
        ("help-meet", &[]),
        ("help-meet-code", &[]),
        ("help-renew", &[]),
        ("help-renew-device", &[]),
        ("help-lost", &[]),
        ("help-pair", &[]),
        ("help-offer", &[]),
        ("help-join", &[]),
        ("help-sync", &[]),
        ("help-listen", &[]),
        ("help-connect", &[]),
        ("help-letters", &[]),
        ("help-card", &[]),
        ("help-scan", &[]),
        ("help-grant", &[]),
        ("help-serve", &[]),
        ("help-redeem", &[]),
        ("help-delegate", &[]),
        ("help-ask", &[]),
        ("help-give", &[]),
        ("help-grants", &[]),
        ("help-revoke", &[]),
        ("help-from-relay", &[]),
        ("help-mailbox", &[]),
        ("help-use-relay", &[]),
        ("help-clinic", &[]),
        ("help-relay", &[]),
        ("help-waiting", &[]),
        ("help-break-glass", &[]),
        ("help-allow", &[]),
        ("help-standing", &[]),
        ("help-draw", &[]),
        ("help-refresh", &[]),
        ("help-stop", &[]),
        ("help-off", &[]),
        ("help-backup", &[]),
        ("help-recover", &[]),
        ("help-ask-contacts", &[]),
        ("help-with-contacts", &[]),
        ("help-with-contacts-answer", &[]),
        ("help-with-contacts-words-fd", &[]),
        ("help-contacts", &[]),
        ("help-become", &[]),
        ("help-become-as", &[]),
        ("help-choose", &[]),
        ("help-choose-code", &[]),
        ("help-drop", &[]),
        ("help-drop-name", &[]),
        ("help-split", &[]),
        ("help-split-as", &[]),
        ("help-split-needed", &[]),
        ("help-split-wait", &[]),
        ("help-split-words-fd", &[]),
        ("help-split-out", &[]),
        ("help-keep", &[]),
        ("help-keep-code", &[]),
        ("help-approve", &[]),
        ("help-approve-code", &[]),
        ("help-approve-person", &[]),
        ("help-approve-despite-veto", &[]),
        ("help-veto", &[]),
        ("help-veto-device", &[]),
        ("help-incapacity", &[]),
        ("help-prepare", &[]),
        ("help-prepare-person", &[]),
        ("help-prepare-section", &[]),
        ("help-prepare-role", &[]),
        ("help-prepare-as", &[]),
        ("help-prepare-needed", &[]),
        ("help-prepare-wait", &[]),
        ("help-prepare-for", &[]),
        ("help-prepare-out", &[]),
        ("help-cancel", &[]),
        ("help-request", &[]),
        ("help-enter", &[]),
        ("help-enter-answer", &[]),
        ("help-arg-same-words", &[]),
        ("help-new-words", &[]),
        ("help-new-words-without", &[]),
        ("help-new-words-no-way-back", &[]),
        ("help-new-words-words-fd", &[]),
        ("help-use-words", &[]),
        ("help-restore", &[]),
        ("help-rebuild", &[]),
        ("help-verify", &[]),
        ("help-passphrase", &[]),
        ("help-erase", &[]),
        ("help-tour", &[]),
        ("help-completions", &[]),
        ("help-man", &[]),
        ("help-allergy", &[]),
        ("help-problem", &[]),
        ("help-medicine", &[]),
        ("help-vaccine", &[]),
        ("help-measurement", &[]),
        ("help-blood-pressure", &[]),
        ("help-procedure", &[]),
        ("help-note", &[]),
        ("help-contact", &[]),
        ("help-directive", &[]),
        ("help-profile", &[]),
        ("help-arg-record", &[]),
        ("help-arg-confidential", &[]),
        ("help-arg-passphrase-fd", &[]),
        ("help-arg-json", &[]),
        ("help-arg-yes", &[]),
        ("help-arg-accept-older", &[]),
        ("help-arg-name", &[]),
        ("help-arg-kdf", &[]),
        ("help-arg-section", &[]),
        ("help-arg-relay", &[]),
        ("help-arg-link", &[]),
        ("help-arg-no-pdf", &[]),
        ("help-trends-fonts", &[]),
        ("help-growth-fonts", &[]),
        ("help-arg-fonts", &[]),
        ("help-arg-limit", &[]),
        ("help-arg-offset", &[]),
        ("help-arg-id", &[]),
        ("help-arg-reason", &[]),
        ("help-arg-out", &[]),
        ("help-arg-file", &[]),
        ("help-arg-title", &[]),
        ("help-arg-same-digits", &[]),
        ("help-arg-no-announce", &[]),
        ("help-arg-code-fd", &[]),
        ("help-arg-words-fd", &[]),
        ("help-arg-what", &[]),
        ("help-arg-code", &[]),
        ("help-arg-by", &[]),
        ("help-arg-note", &[]),
        ("help-arg-since", &[]),
        ("help-arg-until", &[]),
        ("help-arg-when", &[]),
        ("help-arg-status", &[]),
        ("help-arg-certainty", &[]),
        ("help-arg-phone", &[]),
        ("help-arg-email", &[]),
        ("help-arg-address", &[]),
        ("help-audit-before", &[]),
        ("help-audit-given", &[]),
        ("help-audit-verify", &[]),
        ("help-audit-fhir", &[]),
        ("help-card-out", &[]),
        ("help-card-with", &[]),
        ("help-card-without", &[]),
        ("help-card-only", &[]),
        ("help-card-plain", &[]),
        ("help-card-paper", &[]),
        ("help-card-fonts", &[]),
        ("help-card-page", &[]),
        ("help-scan-input", &[]),
        ("help-scan-known", &[]),
        ("help-arg-language", &[]),
        ("help-import-files", &[]),
        ("help-import-day-first", &[]),
        ("help-import-month-first", &[]),
        ("help-import-decimal-comma", &[]),
        ("help-import-thousands-comma", &[]),
        ("help-import-unit", &[]),
        ("help-import-zone", &[]),
        ("help-arg-import", &[]),
        ("help-import-trust", &[]),
        ("help-import-recipient", &[]),
        ("help-import-passcode-fd", &[]),
        ("help-import-this-machine", &[]),
        ("help-import-same-person", &[]),
        ("help-list-all", &[]),
        ("help-item-content", &[]),
        ("help-timeline-from", &[]),
        ("help-timeline-to", &[]),
        ("help-search-words", &[]),
        ("help-known-on-day", &[]),
        ("help-resolve-with", &[]),
        ("help-resolve-keep", &[]),
        ("help-resolve-withdraw", &[]),
        ("help-attach-media-type", &[]),
        ("help-attach-same-person", &[]),
        ("help-export-format", &[]),
        ("help-export-sections", &[]),
        ("help-export-current", &[]),
        ("help-export-reconciled", &[]),
        ("help-export-provenance", &[]),
        ("help-grant-section", &[]),
        ("help-grant-read", &[]),
        ("help-grant-later", &[]),
        ("help-grant-append", &[]),
        ("help-grant-for", &[]),
        ("help-grant-uses", &[]),
        ("help-grant-passcode-fd", &[]),
        ("help-grant-delegable", &[]),
        ("help-grant-address", &[]),
        ("help-grant-out", &[]),
        ("help-grant-confirm-date", &[]),
        ("help-grant-relay", &[]),
        ("help-from-relay-url", &[]),
        ("help-backup-relay", &[]),
        ("help-use-relay-url", &[]),
        ("help-use-relay-none", &[]),
        ("help-clinic-name", &[]),
        ("help-clinic-listen", &[]),
        ("help-clinic-data", &[]),
        ("help-clinic-host", &[]),
        ("help-clinic-tls-cert", &[]),
        ("help-clinic-tls-key", &[]),
        ("help-clinic-behind-proxy", &[]),
        ("help-clinic-own-certificate", &[]),
        ("help-clinic-alone", &[]),
        ("help-clinic-passkeys-optional", &[]),
        ("help-clinic-logoff", &[]),
        ("help-relay-listen", &[]),
        ("help-relay-metrics", &[]),
        ("help-relay-store", &[]),
        ("help-relay-blobs", &[]),
        ("help-relay-blobs-above", &[]),
        ("help-relay-page", &[]),
        ("help-relay-tls-cert", &[]),
        ("help-relay-tls-key", &[]),
        ("help-relay-url", &[]),
        ("help-relay-behind-proxy", &[]),
        ("help-relay-capacity", &[]),
        ("help-relay-requests", &[]),
        ("help-relay-upload", &[]),
        ("help-relay-connections", &[]),
        ("help-relay-connections-each", &[]),
        ("help-relay-memory", &[]),
        ("help-relay-sweep", &[]),
        ("help-serve-listen", &[]),
        ("help-serve-wait", &[]),
        ("help-serve-agree", &[]),
        ("help-serve-stay", &[]),
        ("help-serve-confirm-date", &[]),
        ("help-redeem-input", &[]),
        ("help-redeem-as", &[]),
        ("help-redeem-reason", &[]),
        ("help-redeem-passcode-fd", &[]),
        ("help-redeem-chart", &[]),
        ("help-redeem-out", &[]),
        ("help-ask-as", &[]),
        ("help-ask-out", &[]),
        ("help-give-grant", &[]),
        ("help-give-to", &[]),
        ("help-give-section", &[]),
        ("help-give-append", &[]),
        ("help-give-once", &[]),
        ("help-give-for", &[]),
        ("help-give-out", &[]),
        ("help-give-confirm-date", &[]),
        ("help-revoke-grant", &[]),
        ("help-waiting-admit", &[]),
        ("help-standing-section", &[]),
        ("help-standing-as", &[]),
        ("help-standing-for", &[]),
        ("help-standing-uses", &[]),
        ("help-standing-wait", &[]),
        ("help-standing-out", &[]),
        ("help-standing-paper", &[]),
        ("help-standing-fonts", &[]),
        ("help-standing-confirm-date", &[]),
        ("help-draw-grant", &[]),
        ("help-draw-out", &[]),
        ("help-draw-paper", &[]),
        ("help-draw-fonts", &[]),
        ("help-allow-section", &[]),
        ("help-allow-for", &[]),
        ("help-allow-address", &[]),
        ("help-allow-out", &[]),
        ("help-allow-confirm-date", &[]),
        ("help-offer-listen", &[]),
        ("help-offer-address", &[]),
        ("help-lost-device", &[]),
        ("help-lost-no-way-back", &[]),
        ("help-join-code", &[]),
        ("help-listen-address", &[]),
        ("help-listen-stay", &[]),
        ("help-connect-address", &[]),
        ("help-connect-device", &[]),
        ("help-letters-device", &[]),
        ("help-restore-file", &[]),
        ("help-passphrase-new-passphrase-fd", &[]),
        ("help-erase-erase-record", &[]),
        ("help-tour-file", &[]),
        ("help-completions-shell", &[]),
        ("help-man-out", &[]),
        ("help-allergy-none-known", &[]),
        ("help-allergy-reaction", &[]),
        ("help-allergy-severity", &[]),
        ("help-allergy-risk", &[]),
        ("help-allergy-category", &[]),
        ("help-medicine-how", &[]),
        ("help-medicine-reason-for", &[]),
        ("help-vaccine-not-given", &[]),
        ("help-vaccine-dose", &[]),
        ("help-vaccine-lot", &[]),
        ("help-vaccine-given-by", &[]),
        ("help-measurement-value", &[]),
        ("help-measurement-unit", &[]),
        ("help-measurement-ucum", &[]),
        ("help-measurement-category", &[]),
        ("help-measurement-low", &[]),
        ("help-measurement-high", &[]),
        ("help-measurement-flag", &[]),
        ("help-blood-pressure-systolic", &[]),
        ("help-blood-pressure-diastolic", &[]),
        ("help-procedure-body-site", &[]),
        ("help-procedure-done-by", &[]),
        ("help-procedure-outcome", &[]),
        ("help-note-text", &[]),
        ("help-contact-who", &[]),
        ("help-contact-relationship", &[]),
        ("help-contact-emergency", &[]),
        ("help-directive-kind", &[]),
        ("help-directive-text", &[]),
        ("help-directive-file", &[]),
        ("help-profile-given", &[]),
        ("help-profile-family", &[]),
        ("help-profile-birth-date", &[]),
        ("help-profile-gender", &[]),
        ("help-profile-language", &[]),
        ("tour-heading", &[]),
        ("tour-time", &["millis"]),
        ("tour-create-name", &[]),
        ("tour-create", &["words"]),
        ("tour-import-name", &[]),
        ("tour-import", &["again", "file", "new", "size", "unreadable"]),
        ("tour-allergies-name", &[]),
        ("tour-allergies", &["count", "list"]),
        ("tour-trend-name", &[]),
        ("tour-trend", &["count", "from", "latest", "line", "what"]),
        ("tour-check-name", &[]),
        (
            "tour-check",
            &[
                "edition",
                "medicine",
                "publisher",
                "review",
                "says",
                "source",
                "weight",
            ],
        ),
        ("tour-correct-name", &[]),
        ("tour-correct", &["entries", "how", "what"]),
        ("tour-pair-name", &[]),
        ("tour-pair", &["devices", "digits"]),
        ("tour-first-sync-name", &[]),
        ("tour-first-sync", &["count", "size", "turns"]),
        ("tour-apart-name", &[]),
        ("tour-apart", &["phone", "tablet", "what"]),
        ("tour-sync-name", &[]),
        ("tour-sync", &["again", "back", "out", "size", "turns"]),
        ("tour-disagree-name", &[]),
        ("tour-disagree", &["one", "other"]),
        ("tour-resolve-name", &[]),
        ("tour-resolve", &["left"]),
        ("tour-card-name", &[]),
        ("tour-card", &["bytes", "facts", "modules", "others"]),
        ("tour-card-unread", &[]),
        ("tour-card-unread-next", &[]),
        ("tour-verify-name", &[]),
        ("tour-verify", &["changes", "entries", "faults"]),
        ("tour-tamper-name", &[]),
        ("tour-tamper", &["places", "refused", "unused", "wrong"]),
        ("shc-listed", &["name"]),
        ("shc-supplied", &[]),
        ("shc-unchecked", &[]),
        ("shc-signature", &[]),
        ("shc-revoked", &[]),
        ("shc-expired", &[]),
        ("shc-not-yet", &[]),
        ("shc-issuer", &["from", "issuer"]),
        ("shc-until", &["until"]),
        ("shc-chunks", &[]),
        ("shc-chunks-next", &[]),
        ("shc-other", &[]),
        ("shc-other-next", &[]),
        ("shc-damaged", &[]),
        ("shc-damaged-next", &[]),
        ("trust-list", &["file"]),
        ("trust-list-next", &[]),
        ("story-title", &[]),
        ("ask-passcode", &[]),
        ("link-show", &[]),
        ("link-made", &["count", "link", "until"]),
        ("link-passcode", &[]),
        ("link-holder", &[]),
        ("link-next", &[]),
        ("link-whole", &[]),
        ("link-open", &[]),
        ("link-over", &[]),
        ("link-destroyed", &[]),
        ("links-none", &[]),
        ("link-live", &["link"]),
        ("link-not-live", &["link"]),
        ("link-paused", &["link"]),
        ("link-resumed", &["link"]),
        ("link-ended", &["link"]),
        ("link-updated", &["count", "link"]),
        ("link-uses", &["uses"]),
        ("link-attempts", &["left"]),
        ("link-nobody", &[]),
        ("link-opened", &["when", "who"]),
        ("link-refused", &["when", "who"]),
        ("link-unreadable", &["count"]),
        ("link-window", &[]),
        ("link-window-next", &[]),
        ("link-label", &[]),
        ("link-label-next", &[]),
        ("link-passcode-direct", &[]),
        ("link-passcode-direct-next", &[]),
        ("link-address", &[]),
        ("link-address-next", &[]),
        ("link-nothing", &[]),
        ("link-nothing-next", &[]),
        ("link-person", &[]),
        ("link-person-next", &[]),
        ("link-too-much", &[]),
        ("link-too-much-next", &[]),
        ("link-unknown", &[]),
        ("link-unknown-next", &[]),
        ("link-has-ended", &[]),
        ("link-has-ended-next", &[]),
        ("link-fixed", &[]),
        ("link-fixed-next", &[]),
        ("health-card-show", &[]),
        ("health-card-made", &["count"]),
        ("health-card-supplied", &[]),
        ("health-card-unchecked", &[]),
        ("health-card-left-out", &["count"]),
        ("health-card-no-room", &[]),
        ("health-card-no-code", &[]),
        ("health-card-in-error", &[]),
        ("health-card-other-type", &[]),
        ("health-card-window", &[]),
        ("health-card-window-next", &[]),
        ("health-card-person", &[]),
        ("health-card-person-next", &[]),
        ("health-card-public", &[]),
        ("health-card-public-next", &[]),
        ("health-card-no-relay", &[]),
        ("health-card-no-relay-next", &[]),
        ("follow-done", &["count", "host"]),
        ("follow-unproved", &[]),
        ("follow-fhir", &["count"]),
        ("follow-other", &["kind"]),
        ("follow-file-unopened", &[]),
        ("follow-file-missing", &[]),
        ("follow-imported", &["held", "host", "new"]),
        ("follow-imported-next", &[]),
        ("follow-next", &[]),
        ("follow-no-link", &[]),
        ("follow-no-link-next", &[]),
        ("follow-here", &[]),
        ("follow-here-next", &[]),
        ("follow-passcode", &[]),
        ("follow-passcode-next", &[]),
        ("follow-recipient", &[]),
        ("follow-recipient-next", &[]),
        ("follow-too-long", &[]),
        ("follow-too-long-next", &[]),
        ("follow-unreachable", &[]),
        ("follow-unreachable-next", &[]),
        ("follow-dead", &[]),
        ("follow-dead-next", &[]),
        ("follow-wrong-passcode", &["left"]),
        ("follow-wrong-passcode-next", &[]),
        ("follow-wrong-passcode-bare", &[]),
        ("follow-wrong-passcode-bare-next", &[]),
        ("follow-not-active", &[]),
        ("follow-not-active-next", &[]),
        ("follow-too-many", &[]),
        ("follow-too-many-next", &["seconds"]),
        ("follow-manifest", &[]),
        ("follow-manifest-next", &[]),
        ("follow-other-key", &[]),
        ("follow-other-key-next", &[]),
        ("follow-file", &[]),
        ("follow-file-next", &[]),
        ("shl-found", &["url"]),
        ("shl-label", &["label"]),
        ("shl-until", &["until"]),
        ("shl-stale", &[]),
        ("shl-passcode", &[]),
        ("shl-key", &[]),
        ("shl-next", &[]),
        ("shl-newer", &[]),
        ("shl-newer-next", &[]),
        ("shl-damaged", &[]),
        ("shl-damaged-next", &[]),
        ("scan-grant", &[]),
        ("scan-emergency", &[]),
        ("scan-until", &["until", "uses"]),
        ("scan-passcode", &[]),
        ("scan-redeem", &[]),
        ("scan-delegation", &["grant", "until"]),
        ("scan-delegate", &["name", "words"]),
        ("scan-delegate-next", &[]),
        ("tour-grant-name", &[]),
        ("tour-grant", &["allergies", "count", "digits", "size", "who"]),
        ("tour-visit-name", &[]),
        ("tour-visit", &["kept", "received", "who"]),
        ("tour-end-name", &[]),
        ("tour-end", &["answered", "why"]),
        ("tour-audit-name", &[]),
        ("tour-audit", &["count", "faults"]),
        ("tour-relay-name", &[]),
        ("tour-relay", &["answered", "count", "who"]),
        ("tour-link-name", &[]),
        ("tour-link", &["allergies", "destroyed", "reader", "spent", "who"]),
        ("tour-lose-name", &[]),
        ("tour-lose", &["answered", "read", "written"]),
        ("tour-backup-name", &[]),
        ("tour-backup", &["size"]),
        ("tour-restore-name", &[]),
        ("tour-restore", &["entries", "of", "same"]),
        ("tour-done", &["seconds"]),
        ("tour-folder", &[]),
        ("tour-folder-next", &[]),
        ("tour-digits", &[]),
        ("tour-digits-next", &[]),
        ("tour-program", &[]),
        ("tour-program-next", &[]),
        ("tour-step", &["message"]),
        ("tour-step-next", &[]),
        ("chart-locked", &[]),
        ("chart-locked-next", &[]),
        ("internal", &[]),
        ("internal-next", &[]),
        ("key-cancelled", &[]),
        ("key-cancelled-next", &[]),
        ("key-lost", &[]),
        ("key-lost-next", &[]),
        ("key-failed", &[]),
        ("key-failed-next", &[]),
        ("card-show", &[]),
        ("card-plain-show", &[]),
        ("card-who-app", &[]),
        ("card-who-page", &["page"]),
        ("card-who-plain", &[]),
        ("card-possession", &[]),
        ("card-review", &["date"]),
        ("card-on-it", &[]),
        ("card-letters", &[]),
        ("card-off-it", &[]),
        ("card-written", &["file", "size"]),
        ("card-too-wide", &["columns"]),
        ("card-unreviewed", &["language"]),
        ("card-language-es", &[]),
        ("card-language-fr", &[]),
        ("card-language-de", &[]),
        ("card-language-ar", &[]),
        ("card-language-zh", &[]),
        ("card-contact-kind", &[]),
        ("card-person-kind", &[]),
        ("card-empty", &[]),
        ("card-empty-next", &[]),
        ("card-too-much", &[]),
        ("card-too-much-next", &[]),
        ("card-not-offered", &["id"]),
        ("card-not-offered-next", &[]),
        ("card-page-wrong", &["page"]),
        ("card-page-wrong-next", &[]),
        ("card-file-kind", &["file"]),
        ("card-file-kind-next", &[]),
        ("card-paper-small", &[]),
        ("card-paper-small-next", &[]),
        ("card-no-letter", &["letter"]),
        ("card-no-letter-next", &[]),
        ("card-no-font", &[]),
        ("card-no-font-next", &[]),
        ("card-newer", &[]),
        ("card-newer-next", &[]),
        ("card-altered", &[]),
        ("card-altered-next", &[]),
        ("card-not-one", &[]),
        ("card-not-one-next", &[]),
        ("scan-no-code", &[]),
        ("scan-no-code-next", &[]),
        ("scan-no-picture", &["file"]),
        ("scan-no-picture-next", &[]),
        ("scan-known-wrong", &["key"]),
        ("scan-known-wrong-next", &[]),
        ("finding-harm-bleeding", &["a", "b"]),
        ("finding-harm-serotonin", &["a", "b"]),
        ("finding-harm-heart-rhythm", &["a", "b"]),
        ("finding-harm-breathing", &["a", "b"]),
        ("finding-harm-muscle", &["a", "b"]),
        ("finding-harm-potassium-high", &["a", "b"]),
        ("finding-harm-potassium-low", &["a", "b"]),
        ("finding-harm-sodium-low", &["a", "b"]),
        ("finding-harm-contraception", &["a", "b"]),
        ("finding-harm-live-vaccine", &["a", "b"]),
        ("finding-harm-unborn", &["a", "b"]),
        ("finding-harm-head-pressure", &["a", "b"]),
        ("finding-harm-acid", &["a", "b"]),
        ("finding-harm-blood-cells", &["a", "b"]),
        ("finding-harm-narrowed-vessels", &["a", "b"]),
        ("finding-harm-pressure-high", &["a", "b"]),
        ("finding-harm-pressure-low", &["a", "b"]),
        ("finding-harm-seizure", &["a", "b"]),
        ("finding-harm-sleepy", &["a", "b"]),
        ("finding-harm-slow-heart", &["a", "b"]),
        ("finding-harm-hearing", &["a", "b"]),
        ("finding-harm-kidney", &["a", "b"]),
        ("finding-harm-sugar-low", &["a", "b"]),
        ("finding-harm-sugar-high", &["a", "b"]),
        ("finding-harm-liver", &["a", "b"]),
        ("finding-harm-flushing", &["a", "b"]),
        ("finding-harm-lithium", &["a", "b"]),
        ("finding-harm-angioedema", &["a", "b"]),
        ("finding-harm-anticholinergic", &["a", "b"]),
        ("finding-harm-more-of-a", &["a", "b"]),
        ("finding-harm-more-of-b", &["a", "b"]),
        ("finding-harm-less-of-a", &["a", "b"]),
        ("finding-harm-less-of-b", &["a", "b"]),
        ("finding-harm-more-effect", &["a", "b"]),
        ("finding-harm-less-effect", &["a", "b"]),
        ("finding-harm-other", &["a", "b"]),
        ("finding-duplicate-entry", &["a"]),
        ("finding-duplicate-ingredient", &["a"]),
        ("finding-duplicate-class", &["a", "b", "class"]),
        ("finding-allergy-same", &["allergy", "medicine"]),
        ("finding-allergy-group", &["allergy", "group", "medicine"]),
        ("finding-allergy-cross", &["allergy", "medicine"]),
        (
            "finding-allergy-cross-rate",
            &["allergy", "group", "high", "low", "medicine"],
        ),
        ("finding-allergy-cross-low", &["allergy", "medicine"]),
        ("finding-allergy-contains", &["allergy", "medicine"]),
        ("finding-with-asthma", &["a"]),
        ("finding-with-bleeding", &["a"]),
        ("finding-with-breast-cancer", &["a"]),
        ("finding-with-clot", &["a"]),
        ("finding-with-g6pd", &["a"]),
        ("finding-with-glaucoma", &["a"]),
        ("finding-with-heart-block", &["a"]),
        ("finding-with-heart-disease", &["a"]),
        ("finding-with-heart-failure", &["a"]),
        ("finding-with-high-potassium", &["a"]),
        ("finding-with-liver", &["a"]),
        ("finding-with-long-qt", &["a"]),
        ("finding-with-myasthenia", &["a"]),
        ("finding-with-old-age", &["a"]),
        ("finding-with-parkinson", &["a"]),
        ("finding-with-pregnancy", &["a"]),
        ("finding-with-seizures", &["a"]),
        ("finding-with-stomach-bleeding", &["a"]),
        ("finding-with-stroke", &["a"]),
        ("finding-with-ulcer", &["a"]),
        ("finding-with-weak-kidneys", &["a"]),
        ("finding-with-young-age", &["a"]),
        ("finding-advice-never", &[]),
        ("finding-advice-ask", &[]),
        ("finding-advice-care", &[]),
        ("finding-advice-know", &[]),
        ("finding-advice-tell", &[]),
        ("finding-advice-apart", &[]),
        ("finding-advice-barrier", &[]),
        ("finding-advice-blood-test", &[]),
        ("finding-advice-dose", &[]),
        ("finding-advice-ecg", &[]),
        ("finding-advice-inr", &[]),
        ("finding-advice-kidney", &[]),
        ("finding-advice-potassium", &[]),
        ("finding-advice-sugar", &[]),
        ("finding-advice-watch", &[]),
        ("finding-advice-other", &[]),
        ("finding-advice-anaphylaxis", &[]),
        ("finding-advice-duplicate", &[]),
        ("finding-advice-reconcile", &[]),
        ("finding-missing-age", &[]),
        ("finding-missing-sex", &[]),
        ("finding-missing-dose", &["medicine"]),
        ("finding-missing-route", &["medicine"]),
        ("finding-missing-local", &["medicine"]),
        ("finding-missing-pregnancy", &[]),
        ("finding-missing-result", &["test"]),
        ("finding-missing-week-of-pregnancy", &[]),
        ("finding-missing-circumstances", &[]),
        ("finding-not-checked-medicine", &["medicine"]),
        ("finding-not-checked-ingredient", &["ingredient", "medicine"]),
        ("finding-not-checked-interactions", &["medicine"]),
        ("finding-not-checked-status", &["medicine"]),
        ("finding-not-checked-allergy", &["allergy"]),
        ("finding-not-checked-no-allergies", &[]),
        ("finding-problem-acute-coronary-syndrome", &[]),
        ("finding-problem-alcohol-dependence", &[]),
        ("finding-problem-angina", &[]),
        ("finding-problem-asthma", &[]),
        ("finding-problem-atrial-fibrillation", &[]),
        ("finding-problem-bleeding-disorder", &[]),
        ("finding-problem-bleeding-stomach-or-gut", &[]),
        ("finding-problem-breast-cancer", &[]),
        ("finding-problem-copd", &[]),
        ("finding-problem-depression", &[]),
        ("finding-problem-diabetes", &[]),
        ("finding-problem-epilepsy", &[]),
        ("finding-problem-fluid-retention", &[]),
        ("finding-problem-g6pd-deficiency", &[]),
        ("finding-problem-glaucoma-angle-closure", &[]),
        ("finding-problem-gout", &[]),
        ("finding-problem-heart-block", &[]),
        ("finding-problem-heart-failure", &[]),
        ("finding-problem-hemorrhagic-stroke", &[]),
        ("finding-problem-hyperkalemia", &[]),
        ("finding-problem-hypertension", &[]),
        ("finding-problem-hypokalemia", &[]),
        ("finding-problem-hypothyroidism", &[]),
        ("finding-problem-ischemic-heart-disease", &[]),
        ("finding-problem-kidney-failure-moderate", &[]),
        ("finding-problem-kidney-failure-severe", &[]),
        ("finding-problem-lactation", &[]),
        ("finding-problem-liver-failure", &[]),
        ("finding-problem-long-qt", &[]),
        ("finding-problem-migraine", &[]),
        ("finding-problem-myasthenia-gravis", &[]),
        ("finding-problem-parkinson-disease", &[]),
        ("finding-problem-peptic-ulcer", &[]),
        ("finding-problem-pheochromocytoma", &[]),
        ("finding-problem-porphyria", &[]),
        ("finding-problem-pregnancy", &[]),
        ("finding-problem-prostate-enlargement", &[]),
        ("finding-problem-stroke", &[]),
        ("finding-problem-venous-thrombosis", &[]),
        ("measure-low", &["name", "value", "when"]),
        ("measure-high", &["name", "value", "when"]),
        ("measure-critical-low", &["name", "value", "when"]),
        ("measure-critical-high", &["name", "value", "when"]),
        ("measure-outside-next", &[]),
        ("measure-critical-next", &[]),
        ("measure-check-value", &["name", "value", "when"]),
        ("measure-check-value-next", &[]),
        ("measure-no-range", &["name"]),
        ("measure-not-dated", &["name", "written"]),
        ("measure-no-number", &["name", "written"]),
        ("measure-unit-not-known", &["name", "written"]),
        ("measure-pressure-week-high", &["count", "diastolic", "systolic"]),
        ("trend-rising-away", &["count", "days", "name"]),
        ("trend-falling-away", &["count", "days", "name"]),
        ("growth-length", &[]),
        ("growth-height", &[]),
        ("growth-weight", &[]),
        ("growth-head-circumference", &[]),
        ("growth-weight-for-length", &[]),
        ("growth-body-mass-index", &[]),
        ("growth-person-unknown", &[]),
        ("growth-person-next", &[]),
        ("growth-nothing", &[]),
        ("growth-meaning", &[]),
        ("growth-below-two", &[]),
        ("growth-source", &[]),
        ("growth-far", &[]),
        ("growth-next", &[]),
        ("growth-below-one", &[]),
        ("growth-above-ninety-nine", &[]),
        ("growth-age-months", &["months"]),
        ("growth-age-years", &["months", "years"]),
        ("growth-no-such-chart", &[]),
        ("growth-no-such-chart-next", &[]),
        ("growth-plot-one", &[]),
        ("growth-plot-one-next", &[]),
        ("due-next", &[]),
        ("due-out-of-date", &[]),
        ("due-abdominal-aortic-aneurysm", &[]),
        ("due-alcohol", &[]),
        ("due-anxiety-adults", &[]),
        ("due-anxiety-young", &[]),
        ("due-blood-pressure-from-40", &[]),
        ("due-blood-pressure-under-40", &[]),
        ("due-breast-cancer", &[]),
        ("due-cervical-cancer-from-30", &[]),
        ("due-cervical-cancer-under-30", &[]),
        ("due-chlamydia-and-gonorrhea", &[]),
        ("due-colorectal-cancer-45-to-49", &[]),
        ("due-colorectal-cancer-from-50", &[]),
        ("due-depression-adults", &[]),
        ("due-depression-young", &[]),
        ("due-diabetes", &[]),
        ("due-diabetes-in-pregnancy", &[]),
        ("due-drugs", &[]),
        ("due-hepatitis-b-at-risk", &[]),
        ("due-hepatitis-b-in-pregnancy", &[]),
        ("due-hepatitis-c", &[]),
        ("due-hiv", &[]),
        ("due-hiv-in-pregnancy", &[]),
        ("due-intimate-partner-violence", &[]),
        ("due-lung-cancer", &[]),
        ("due-osteoporosis", &[]),
        ("due-osteoporosis-at-risk", &[]),
        ("due-pressure-in-pregnancy", &[]),
        ("due-rh-in-pregnancy", &[]),
        ("due-syphilis-at-risk", &[]),
        ("due-syphilis-in-pregnancy", &[]),
        ("due-tobacco", &[]),
        ("due-urine-in-pregnancy", &[]),
        ("due-vision-of-children", &[]),
        ("due-ask-aorta", &[]),
        ("due-ask-hepatitis-b", &[]),
        ("due-ask-osteoporosis", &[]),
        ("due-ask-pack-years", &[]),
        ("due-ask-quit", &[]),
        ("due-ask-sexually-active", &[]),
        ("due-ask-smoking", &[]),
        ("due-ask-syphilis", &[]),
        ("due-problem-abdominal-aneurysm", &[]),
        ("due-problem-anxiety", &[]),
        ("due-problem-cervical-cancer", &[]),
        ("due-problem-colorectal-cancer", &[]),
        ("due-problem-hepatitis-b", &[]),
        ("due-problem-hepatitis-c", &[]),
        ("due-problem-hiv", &[]),
        ("due-problem-lung-cancer", &[]),
        ("due-problem-no-cervix", &[]),
        ("due-problem-osteoporosis", &[]),
        ("vaccine-due", &["group", "number", "since"]),
        ("vaccine-overdue", &["group", "number", "since"]),
        ("vaccine-contraindicated", &["group"]),
        ("vaccine-dose-does-not-count", &["day", "group"]),
        ("vaccine-advice-due", &[]),
        ("vaccine-advice-contraindicated", &[]),
        ("vaccine-advice-repeat", &[]),
        ("vaccine-no-birth-day", &[]),
        ("vaccine-no-code", &["what"]),
        ("vaccine-no-day", &["what"]),
        ("vaccine-undated-dose", &[]),
        ("vaccine-unknown", &["what"]),
        ("vaccine-problem-no-code", &["what"]),
        ("vaccine-problem-not-confirmed", &["what"]),
        ("vaccine-reaction-not-graded", &["what"]),
        ("vaccine-season-not-covered", &["group"]),
        ("vaccine-questions-open", &["count"]),
        ("vaccine-questions-next", &[]),
        ("vaccine-questions-heading", &[]),
        ("vaccine-questions-indication", &[]),
        ("vaccine-questions-contraindication", &[]),
        ("vaccine-questions-immunity", &[]),
        ("vaccine-question", &["title", "vaccines"]),
        ("vaccines-edition", &[]),
        ("vaccine-status-overdue", &[]),
        ("vaccine-status-due", &[]),
        ("vaccine-status-perhaps", &[]),
        ("vaccine-status-later", &[]),
        ("vaccine-status-contraindicated", &[]),
        ("vaccine-status-immune", &[]),
        ("vaccine-status-complete", &[]),
        ("vaccine-status-not-recommended", &[]),
        ("vaccine-status-aged-out", &[]),
        ("vaccine-reason-expired", &[]),
        ("vaccine-reason-bad-condition", &[]),
        ("vaccine-reason-inadvertent", &[]),
        ("vaccine-reason-too-young", &[]),
        ("vaccine-reason-grace", &[]),
        ("vaccine-reason-too-old", &[]),
        ("vaccine-reason-too-soon", &[]),
        ("vaccine-reason-conflict", &[]),
        ("vaccine-reason-wrong-vaccine", &[]),
        ("vaccine-reason-small-volume", &[]),
        ("vaccine-reason-already-complete", &[]),
        ("due-status-due", &[]),
        ("due-status-perhaps", &[]),
        ("due-status-soon", &[]),
        ("due-status-done", &[]),
        ("due-status-asks", &[]),
        ("due-status-out-of-date", &[]),
        ("due-not-for-you", &["count"]),
        ("column-vaccine", &[]),
        ("column-dose", &[]),
        ("column-from", &[]),
        ("column-latest", &[]),
        ("due-grade", &["grade"]),
        ("due-last", &["day"]),
        ("due-again", &["day"]),
        ("care-heading", &["count"]),
        ("care-severity-contraindicated", &[]),
        ("care-severity-avoid", &[]),
        ("care-severity-precaution", &[]),
        ("care-severity-note", &[]),
        ("care-possible", &["what"]),
        ("care-about", &["items"]),
        ("care-source", &["locator", "source"]),
        ("care-reviewed", &["name"]),
        ("care-not-reviewed", &[]),
        ("care-not-checked", &["count"]),
        ("care-more", &["count"]),
        ("care-end", &["day", "version"]),
        ("care-next", &[]),
        ("care-information", &[]),
        ("care-source-title", &["publisher", "title"]),
        ("care-source-edition", &["edition", "url"]),
        ("care-source-terms", &["attribution", "licence"]),
        ("care-would-change", &[]),
        ("care-not-here", &["what"]),
        ("trend-contradicted", &["what"]),
        ("care-unreadable", &["what"]),
        ("care-tables", &[]),
        ("care-tables-next", &[]),
        ("care-unseen", &["section"]),
        ("care-unseen-sensitive", &[]),
        ("care-unseen-vaccines", &[]),
        ("care-unseen-screenings", &[]),
        ("care-nothing-else", &[]),
        ("care-set-aside", &["count"]),
        ("care-set-aside-by-you", &["day", "reason"]),
        ("care-set-aside-by", &["day", "reason", "who"]),
        ("care-noted-by", &["day", "reason", "who"]),
        ("care-outdated", &["day", "reason"]),
        ("care-set-aside-gone", &["count"]),
        ("care-set-aside-gone-item", &["day", "reason", "rule"]),
        ("care-take-back", &[]),
        ("care-several-findings", &[]),
        ("care-several-findings-next", &[]),
        ("acknowledge-done", &[]),
        ("acknowledge-noted", &[]),
        ("acknowledge-where", &["section"]),
        ("acknowledge-taken-back", &[]),
        ("acknowledge-none", &[]),
        ("acknowledge-none-next", &[]),
        ("acknowledge-no-reason", &[]),
        ("acknowledge-no-reason-next", &[]),
        ("care-no-such-finding", &[]),
        ("care-no-such-finding-next", &[]),
        ("cds-heading", &["count"]),
        ("cds-indicator-critical", &[]),
        ("cds-indicator-warning", &[]),
        ("cds-indicator-info", &[]),
        ("cds-source", &["edition", "title"]),
        ("cds-source-own", &[]),
        ("cds-topic-interaction", &[]),
        ("cds-topic-duplicate", &[]),
        ("cds-topic-allergy", &[]),
        ("cds-topic-condition", &[]),
        ("cds-topic-screening", &[]),
        ("cds-topic-vaccine", &[]),
        ("cds-topic-result", &[]),
        ("cds-topic-trend", &[]),
        ("cds-topic-not-checked", &[]),
        ("cds-override-known-and-watched", &[]),
        ("cds-override-benefit-outweighs", &[]),
        ("cds-override-no-alternative", &[]),
        ("cds-override-not-so", &[]),
        ("cds-service-patient-title", &[]),
        ("cds-service-patient-description", &[]),
        ("cds-service-orders-title", &[]),
        ("cds-service-orders-description", &[]),
        ("cds-service-needs", &[]),
        ("cds-order-not-checked", &["what"]),
        ("cds-order-unreadable", &["what"]),
        ("cds-no-patient", &[]),
        ("cds-no-patient-next", &[]),
        ("cds-another-person", &[]),
        ("cds-another-person-next", &[]),
        ("cds-request-too-large", &[]),
        ("cds-request-too-large-next", &[]),
        ("cds-request-unreadable", &[]),
        ("cds-request-unreadable-next", &[]),
        ("cds-request-missing", &["field"]),
        ("cds-request-missing-next", &[]),
        ("cds-request-not-a-uuid", &[]),
        ("cds-request-not-a-uuid-next", &[]),
        ("cds-request-other-hook", &[]),
        ("cds-request-other-hook-next", &[]),
        ("cds-orders-not-a-bundle", &[]),
        ("cds-orders-not-a-bundle-next", &[]),
        ("cds-orders-twice", &[]),
        ("cds-orders-twice-next", &[]),
        ("cds-orders-no-such-order", &[]),
        ("cds-orders-no-such-order-next", &[]),
        ("cds-orders-another-person", &[]),
        ("cds-orders-another-person-next", &[]),
        ("progress-pull", &[]),
        ("sources-none", &[]),
        ("sources-one", &["base", "name"]),
        ("sources-granted", &["scopes"]),
        ("sources-missing", &["scopes"]),
        ("sources-ends", &[]),
        ("sources-half-way", &[]),
        ("sources-next", &[]),
        ("source-open", &[]),
        ("source-open-next", &[]),
        ("source-browser-done", &[]),
        ("source-browser-failed", &[]),
        ("source-browser-other", &[]),
        ("source-added", &["name"]),
        ("source-pulled", &["held", "name", "new", "updated"]),
        ("source-resumed", &[]),
        ("source-trouble", &["what", "why"]),
        ("source-unreadable", &["count"]),
        ("source-others", &["count"]),
        ("source-missing-files", &["count"]),
        ("source-missing-more", &["count"]),
        ("source-failed", &["name", "why"]),
        ("source-pull-next", &[]),
        ("source-removed", &["name"]),
        ("source-revoked", &[]),
        ("source-not-revoked", &[]),
        ("source-no-revocation", &[]),
        ("source-not-found", &[]),
        ("source-found-more", &["count"]),
        ("source-key", &[]),
        ("source-key-next", &[]),
        ("source-found-next", &[]),
        ("trouble-forbidden", &[]),
        ("trouble-refused", &["status"]),
        ("trouble-outside", &[]),
        ("trouble-endless", &[]),
        ("trouble-too-long", &[]),
        ("trouble-not-fhir", &[]),
        ("trouble-other-people", &[]),
        ("trouble-elsewhere", &[]),
        ("trouble-file-too-large", &[]),
        ("trouble-other-file", &[]),
        ("trouble-empty", &[]),
        ("source-unknown", &[]),
        ("source-unknown-next", &[]),
        ("source-none", &[]),
        ("source-none-next", &[]),
        ("source-name", &[]),
        ("source-name-next", &[]),
        ("source-name-taken", &[]),
        ("source-name-taken-next", &[]),
        ("source-patient-id", &[]),
        ("source-patient-id-next", &[]),
        ("source-address", &[]),
        ("source-address-next", &[]),
        ("source-no-sign-in", &[]),
        ("source-no-sign-in-next", &[]),
        ("source-not-open", &[]),
        ("source-not-open-next", &[]),
        ("source-no-key", &[]),
        ("source-no-key-next", &[]),
        ("source-key-not-taken", &[]),
        ("source-key-not-taken-next", &[]),
        ("source-not-a-key", &[]),
        ("source-not-a-key-next", &[]),
        ("source-client-refused", &[]),
        ("source-client-refused-next", &[]),
        ("source-nothing-granted", &[]),
        ("source-nothing-granted-next", &[]),
        ("source-which-patient", &[]),
        ("source-which-patient-next", &[]),
        ("source-unreachable", &[]),
        ("source-unreachable-next", &[]),
        ("source-not-fhir", &[]),
        ("source-not-fhir-next", &[]),
        ("source-status", &["status"]),
        ("source-status-next", &[]),
        ("source-busy", &[]),
        ("source-busy-next", &["seconds"]),
        ("source-signed-out", &[]),
        ("source-signed-out-next", &[]),
        ("source-unsafe-address", &[]),
        ("source-unsafe-address-next", &[]),
        ("source-no-pkce", &[]),
        ("source-no-pkce-next", &[]),
        ("source-other-sign-in", &[]),
        ("source-other-sign-in-next", &[]),
        ("source-other-issuer", &[]),
        ("source-other-issuer-next", &[]),
        ("source-denied", &["why"]),
        ("source-denied-next", &[]),
        ("source-no-answer", &[]),
        ("source-no-answer-next", &[]),
        ("source-port", &["port"]),
        ("source-port-next", &[]),
        ("source-no-directory", &[]),
        ("source-no-directory-next", &[]),
        ("checkin-heading", &["count"]),
        ("checkin-purpose", &["purpose"]),
        ("checkin-unproven", &[]),
        ("checkin-needed", &[]),
        ("checkin-records", &["count"]),
        ("checkin-left-out", &["name"]),
        ("checkin-given", &[]),
        ("checkin-not-given", &["item"]),
        ("checkin-from-record", &[]),
        ("checkin-measured", &["when"]),
        ("checkin-suggested", &[]),
        ("checkin-nothing-sent", &[]),
        ("checkin-sent", &[]),
        ("checkin-call", &["call"]),
        ("checkin-none-came", &[]),
        ("checkin-came-by", &["name", "when"]),
        ("checkin-came-somebody", &[]),
        ("checkin-came-until", &["when"]),
        ("checkin-came-over", &["when"]),
        ("checkin-came-answered", &["when"]),
        ("checkin-came-how", &["entry"]),
        ("checkin-proven", &["name"]),
        ("checkin-sent-back", &[]),
        ("checkin-sent-back-how", &[]),
        ("checkin-came-none", &[]),
        ("checkin-came-none-next", &[]),
        ("messages-none", &[]),
        ("messages-with", &["count", "name"]),
        ("messages-from", &["name", "when"]),
        ("messages-by", &["clinic", "name"]),
        ("messages-you", &[]),
        ("messages-how", &["entry"]),
        ("messages-how-first", &["name"]),
        ("messages-nobody", &[]),
        ("messages-nobody-of-that-name", &[]),
        ("messages-nobody-of-that-name-next", &[]),
        ("messages-written", &[]),
        ("messages-read", &["count"]),
        ("message-empty", &[]),
        ("message-empty-next", &[]),
        ("message-too-long", &[]),
        ("message-too-long-next", &[]),
        ("message-none", &[]),
        ("message-none-next", &[]),
        ("message-no-access", &[]),
        ("message-no-access-next", &[]),
        ("checkin-no-link", &[]),
        ("checkin-no-link-next", &[]),
        ("checkin-link-address", &[]),
        ("checkin-link-address-next", &[]),
        ("checkin-link-unreachable", &[]),
        ("checkin-link-unreachable-next", &[]),
        ("checkin-link-unknown", &[]),
        ("checkin-link-unknown-next", &[]),
        ("checkin-link-over", &[]),
        ("checkin-link-over-next", &[]),
        ("checkin-link-answered", &[]),
        ("checkin-link-answered-next", &[]),
        ("checkin-link-not-taken", &[]),
        ("checkin-link-not-taken-next", &[]),
        ("checkin-link-failed", &[]),
        ("checkin-link-failed-next", &[]),
        ("checkin-written", &["file"]),
        ("checkin-outcome-fulfilled", &[]),
        ("checkin-outcome-partial", &[]),
        ("checkin-outcome-unavailable", &[]),
        ("checkin-outcome-declined", &[]),
        ("checkin-outcome-unsupported", &[]),
        ("checkin-outcome-error", &[]),
        ("checkin-unknown", &[]),
        ("checkin-unknown-next", &[]),
        ("checkin-media", &[]),
        ("checkin-media-next", &[]),
        ("checkin-form-not-here", &[]),
        ("checkin-form-not-here-next", &[]),
        ("checkin-form-contradicts", &[]),
        ("checkin-form-contradicts-next", &[]),
        ("checkin-form-unreadable", &[]),
        ("checkin-form-unreadable-next", &[]),
        ("form-yes", &[]),
        ("form-no", &[]),
        ("form-no-answer", &[]),
        ("form-missing", &[]),
        ("form-several", &[]),
        ("form-type", &[]),
        ("form-no-option", &[]),
        ("form-too-long", &[]),
        ("form-out-of-range", &[]),
        ("form-unit", &[]),
        ("form-not-asked", &[]),
        ("checkin-too-large", &[]),
        ("checkin-too-large-next", &[]),
        ("checkin-not-json", &[]),
        ("checkin-not-json-next", &[]),
        ("checkin-not-a-request", &[]),
        ("checkin-not-a-request-next", &[]),
        ("checkin-other-version", &[]),
        ("checkin-other-version-next", &[]),
        ("checkin-malformed", &[]),
        ("checkin-malformed-next", &[]),
        ("checkin-item-twice", &[]),
        ("checkin-item-twice-next", &[]),
        ("checkin-not-a-response", &[]),
        ("checkin-not-a-response-next", &[]),
        ("checkin-other-request", &[]),
        ("checkin-other-request-next", &[]),
        ("checkin-artifact-twice", &[]),
        ("checkin-artifact-twice-next", &[]),
        ("checkin-items", &[]),
        ("checkin-items-next", &[]),
        ("checkin-not-accepted", &[]),
        ("checkin-not-accepted-next", &[]),
        ("checkin-contradicts", &[]),
        ("checkin-contradicts-next", &[]),
        ("checkin-other-profile", &[]),
        ("checkin-other-profile-next", &[]),
        ("checkin-other-form", &[]),
        ("checkin-other-form-next", &[]),
        ("checkin-not-asked", &["item"]),
        ("checkin-not-asked-next", &[]),
        ("checkin-not-offered", &[]),
        ("checkin-not-offered-next", &[]),
        ("checkin-form-faults", &["faults", "item"]),
        ("checkin-form-faults-next", &[]),
    ];
}
