// Written by `cargo xtask strings` from `strings/phone` and `strings/card`. Change those, not this one.
package org.pocketchart.ui.words

/** A text, by its name in `strings.xml`. */
enum class Word(val key: String) {
    CHART_LOCKED("chart_locked"),
    CHECKIN_FORM_CONTRADICTS("checkin_form_contradicts"),
    CHECKIN_FORM_NOT_HERE("checkin_form_not_here"),
    CHECKIN_FORM_UNREADABLE("checkin_form_unreadable"),
    CHECKIN_ITEM_TWICE("checkin_item_twice"),
    CHECKIN_MALFORMED("checkin_malformed"),
    CHECKIN_MEDIA("checkin_media"),
    CHECKIN_OTHER_PROFILE("checkin_other_profile"),
    CHECKIN_OTHER_VERSION("checkin_other_version"),
    CHECKIN_TOO_LARGE("checkin_too_large"),
    CHECKIN_UNKNOWN("checkin_unknown"),
    FORM_MISSING("form_missing"),
    FORM_NO_OPTION("form_no_option"),
    FORM_NOT_ASKED("form_not_asked"),
    FORM_OUT_OF_RANGE("form_out_of_range"),
    FORM_SEVERAL("form_several"),
    FORM_TOO_LONG("form_too_long"),
    FORM_TYPE("form_type"),
    FORM_UNIT("form_unit"),
    IMPORT_ANOTHER_PERSON("import_another_person"),
    IMPORT_EMPTY("import_empty"),
    IMPORT_IO("import_io"),
    IMPORT_NO_KEY("import_no_key"),
    IMPORT_NOTHING_READABLE("import_nothing_readable"),
    IMPORT_SEVERAL_PEOPLE("import_several_people"),
    IMPORT_STOPPED("import_stopped"),
    IMPORT_TRUNCATED("import_truncated"),
    INTERNAL("internal"),
    KEY_CANCELLED("key_cancelled"),
    KEY_FAILED("key_failed"),
    KEY_LOST("key_lost"),
    STORE_ALTERED("store_altered"),
    STORE_BUSY("store_busy"),
    STORE_DENIED("store_denied"),
    STORE_EXISTS("store_exists"),
    STORE_FAILED("store_failed"),
    STORE_MISSING("store_missing"),
    STORE_NEWER("store_newer"),
    CARD_MILD("card_mild"),
    CARD_MODERATE("card_moderate"),
    CARD_SEVERE("card_severe"),
    CARD_HIGH_RISK("card_high_risk"),
    START_TITLE("start_title"),
    START_LEAD("start_lead"),
    START_DEVICE("start_device"),
    START_CREATE("start_create"),
    START_BUSY("start_busy"),
    WORDS_TITLE("words_title"),
    WORDS_LEAD("words_lead"),
    WORDS_ONCE("words_once"),
    WORDS_NUMBER("words_number"),
    WORDS_WRITTEN("words_written"),
    WORDS_CHECK_TITLE("words_check_title"),
    WORDS_TYPE("words_type"),
    WORDS_WRONG("words_wrong"),
    WORDS_AGAIN("words_again"),
    WORDS_DONE("words_done"),
    UNLOCK_TITLE("unlock_title"),
    UNLOCK_LEAD("unlock_lead"),
    UNLOCK_AWAY("unlock_away"),
    UNLOCK_OPEN("unlock_open"),
    UNLOCK_BUSY("unlock_busy"),
    RECORD_TITLE("record_title"),
    RECORD_LOCK("record_lock"),
    RECORD_IMPORT("record_import"),
    RECORD_CHECK_IN("record_check_in"),
    RECORD_READING("record_reading"),
    RECORD_NOT_READ("record_not_read"),
    SECTION_ALLERGIES("section_allergies"),
    SECTION_MEDICATIONS("section_medications"),
    SECTION_PROBLEMS("section_problems"),
    SECTION_IMMUNIZATIONS("section_immunizations"),
    SECTION_RESULTS("section_results"),
    SECTION_VITALS("section_vitals"),
    SECTION_PROCEDURES("section_procedures"),
    SECTION_ENCOUNTERS("section_encounters"),
    SECTION_NOTES("section_notes"),
    SECTION_DOCUMENTS("section_documents"),
    SECTION_CARE_PLAN("section_care_plan"),
    SECTION_CHECK_INS("section_check_ins"),
    SECTION_MESSAGES("section_messages"),
    SECTION_COVERAGE("section_coverage"),
    SECTION_PROFILE("section_profile"),
    SECTION_SENSITIVE("section_sensitive"),
    SECTION_NOTHING("section_nothing"),
    SECTION_NOTHING_MEANS("section_nothing_means"),
    SECTION_NONE_KNOWN("section_none_known"),
    SECTION_NONE_KNOWN_YOU("section_none_known_you"),
    SECTION_NONE_CURRENT("section_none_current"),
    SECTION_NONE_CURRENT_MEANS("section_none_current_means"),
    SECTION_PAST("section_past"),
    SECTION_MORE("section_more"),
    ROW_SINCE("row_since"),
    ROW_FROM_TO("row_from_to"),
    ROW_SAID_BY("row_said_by"),
    ROW_TYPED_BY("row_typed_by"),
    ROW_TYPED_BY_YOU("row_typed_by_you"),
    ROW_UNNAMED_SOURCE("row_unnamed_source"),
    ROW_NONE_KNOWN("row_none_known"),
    ROW_NO_INFORMATION("row_no_information"),
    ROW_NOT_DONE("row_not_done"),
    ROW_UNREADABLE("row_unreadable"),
    ROW_NOT_HERE("row_not_here"),
    ROW_UNTITLED("row_untitled"),
    ROW_UNRECONCILED("row_unreconciled"),
    ROW_RETRACTED("row_retracted"),
    ROW_REPLACED("row_replaced"),
    ROW_PROPOSED("row_proposed"),
    ROW_PAST("row_past"),
    ROW_DISPUTED("row_disputed"),
    ROW_UNCONFIRMED("row_unconfirmed"),
    ROW_REFUTED("row_refuted"),
    ROW_FLAG_HIGH("row_flag_high"),
    ROW_FLAG_LOW("row_flag_low"),
    ROW_FLAG_CRITICAL("row_flag_critical"),
    ROW_FLAG_UNUSUAL("row_flag_unusual"),
    ITEM_VALUE("item_value"),
    ITEM_USUAL("item_usual"),
    ITEM_WHEN("item_when"),
    ITEM_SEVERITY("item_severity"),
    ITEM_REACTION("item_reaction"),
    ITEM_DOSAGE("item_dosage"),
    ITEM_STATUS("item_status"),
    ITEM_NOTE("item_note"),
    ITEM_SOURCES("item_sources"),
    ITEM_RIVALS("item_rivals"),
    ITEM_DISPUTES("item_disputes"),
    ITEM_CONFIRMATIONS("item_confirmations"),
    ITEM_REPLACED_BY("item_replaced_by"),
    ITEM_PROPOSALS("item_proposals"),
    ITEM_HISTORY("item_history"),
    ITEM_RECORDED("item_recorded"),
    ITEM_YOU("item_you"),
    ITEM_SOMEBODY("item_somebody"),
    ITEM_BROUGHT_IN("item_brought_in"),
    ITEM_TYPED_IN("item_typed_in"),
    ITEM_ON_DEVICE("item_on_device"),
    ITEM_SIGNED("item_signed"),
    ITEM_LISTED("item_listed"),
    ITEM_LINK("item_link"),
    ITEM_FIRST("item_first"),
    ITEM_ACT_CONFIRM("item_act_confirm"),
    ITEM_ACT_CORRECT("item_act_correct"),
    ITEM_ACT_DISPUTE("item_act_dispute"),
    ITEM_ACT_RESOLVE("item_act_resolve"),
    ITEM_ACT_RETRACT("item_act_retract"),
    ITEM_REASON("item_reason"),
    ITEM_ORIGINAL("item_original"),
    ITEM_ORIGINAL_SHOW("item_original_show"),
    ITEM_ORIGINAL_HIDE("item_original_hide"),
    ITEM_ORIGINAL_NONE("item_original_none"),
    ITEM_ORIGINAL_CUT("item_original_cut"),
    IMPORT_TITLE("import_title"),
    IMPORT_LEAD("import_lead"),
    IMPORT_CHOOSE("import_choose"),
    IMPORT_CHECKING("import_checking"),
    IMPORT_DONE("import_done"),
    IMPORT_SAME_PERSON("import_same_person"),
    IMPORT_OTHER("import_other"),
    CHECK_IN_TITLE("check_in_title"),
    CHECK_IN_LEAD("check_in_lead"),
    CHECK_IN_CHOOSE("check_in_choose"),
    CHECK_IN_READING("check_in_reading"),
    CHECK_IN_UNPROVEN("check_in_unproven"),
    CHECK_IN_PURPOSE("check_in_purpose"),
    CHECK_IN_NEEDED("check_in_needed"),
    CHECK_IN_GIVE("check_in_give"),
    CHECK_IN_HAS_NOTHING("check_in_has_nothing"),
    CHECK_IN_KEEP_BACK("check_in_keep_back"),
    CHECK_IN_FROM_RECORD("check_in_from_record"),
    CHECK_IN_MEASURED("check_in_measured"),
    CHECK_IN_SUGGESTED("check_in_suggested"),
    CHECK_IN_UNITS("check_in_units"),
    CHECK_IN_SEVERAL("check_in_several"),
    CHECK_IN_YES("check_in_yes"),
    CHECK_IN_NO("check_in_no"),
    CHECK_IN_OPEN("check_in_open"),
    CHECK_IN_SUMMARY("check_in_summary"),
    CHECK_IN_MAKE("check_in_make"),
    CHECK_IN_FAULTS("check_in_faults"),
    CHECK_IN_FAULTS_NEXT("check_in_faults_next"),
    CHECK_IN_MADE("check_in_made"),
    CHECK_IN_MADE_LEAD("check_in_made_lead"),
    CHECK_IN_SHARE("check_in_share"),
    COMMON_BACK("common_back"),
    COMMON_AGAIN("common_again"),
    COMMON_UNCHANGED("common_unchanged"),
    COMMON_OTHER_PROBLEM("common_other_problem"),
    COMMON_OTHER_PROBLEM_NEXT("common_other_problem_next"),
    STORE_MISSING_NEXT("store_missing_next"),
    STORE_EXISTS_NEXT("store_exists_next"),
    STORE_BUSY_NEXT("store_busy_next"),
    STORE_WRONG_KEY("store_wrong_key"),
    STORE_WRONG_KEY_NEXT("store_wrong_key_next"),
    STORE_NEWER_NEXT("store_newer_next"),
    STORE_ROLLED_BACK("store_rolled_back"),
    STORE_ROLLED_BACK_NEXT("store_rolled_back_next"),
    STORE_ALTERED_NEXT("store_altered_next"),
    STORE_FULL("store_full"),
    STORE_FULL_NEXT("store_full_next"),
    STORE_DENIED_NEXT("store_denied_next"),
    STORE_FAILED_NEXT("store_failed_next"),
    KEY_CANCELLED_NEXT("key_cancelled_next"),
    KEY_LOST_NEXT("key_lost_next"),
    KEY_FAILED_NEXT("key_failed_next"),
    CHART_LOCKED_NEXT("chart_locked_next"),
    INTERNAL_NEXT("internal_next"),
    READ_NO_SUCH_ENTRY("read_no_such_entry"),
    READ_NO_SUCH_ENTRY_NEXT("read_no_such_entry_next"),
    IMPORT_IO_NEXT("import_io_next"),
    IMPORT_NOT_JSON("import_not_json"),
    IMPORT_NOT_JSON_NEXT("import_not_json_next"),
    IMPORT_EMPTY_NEXT("import_empty_next"),
    IMPORT_TOO_LARGE("import_too_large"),
    IMPORT_TOO_LARGE_NEXT("import_too_large_next"),
    IMPORT_TRUNCATED_NEXT("import_truncated_next"),
    IMPORT_NOTHING_READABLE_NEXT("import_nothing_readable_next"),
    IMPORT_ANOTHER_PERSON_NEXT("import_another_person_next"),
    IMPORT_SEVERAL_PEOPLE_NEXT("import_several_people_next"),
    IMPORT_NO_KEY_NEXT("import_no_key_next"),
    IMPORT_STOPPED_NEXT("import_stopped_next"),
    CHECKIN_UNKNOWN_NEXT("checkin_unknown_next"),
    CHECKIN_MEDIA_NEXT("checkin_media_next"),
    CHECKIN_FORM_NOT_HERE_NEXT("checkin_form_not_here_next"),
    CHECKIN_FORM_CONTRADICTS_NEXT("checkin_form_contradicts_next"),
    CHECKIN_FORM_UNREADABLE_NEXT("checkin_form_unreadable_next"),
    CHECKIN_TOO_LARGE_NEXT("checkin_too_large_next"),
    CHECKIN_NOT_JSON("checkin_not_json"),
    CHECKIN_NOT_JSON_NEXT("checkin_not_json_next"),
    CHECKIN_NOT_A_REQUEST("checkin_not_a_request"),
    CHECKIN_NOT_A_REQUEST_NEXT("checkin_not_a_request_next"),
    CHECKIN_OTHER_VERSION_NEXT("checkin_other_version_next"),
    CHECKIN_MALFORMED_NEXT("checkin_malformed_next"),
    CHECKIN_ITEM_TWICE_NEXT("checkin_item_twice_next"),
    CHECKIN_OTHER_PROFILE_NEXT("checkin_other_profile_next"),
    FORM_MISSING_NEXT("form_missing_next"),
    FORM_SEVERAL_NEXT("form_several_next"),
    FORM_TYPE_NEXT("form_type_next"),
    FORM_NO_OPTION_NEXT("form_no_option_next"),
    FORM_TOO_LONG_NEXT("form_too_long_next"),
    FORM_OUT_OF_RANGE_NEXT("form_out_of_range_next"),
    FORM_UNIT_NEXT("form_unit_next"),
    FORM_NOT_ASKED_NEXT("form_not_asked_next"),
}

/** A text that a number chooses, by its name in `strings.xml`. */
enum class CountedWord(val key: String) {
    SECTION_CURRENT("section_current"),
    SECTION_UNRECONCILED("section_unreconciled"),
    SECTION_PROPOSED("section_proposed"),
    ROW_SOURCES("row_sources"),
    IMPORT_KEEPING("import_keeping"),
    IMPORT_NEW("import_new"),
    IMPORT_UPDATED("import_updated"),
    IMPORT_HELD("import_held"),
    IMPORT_UNREADABLE("import_unreadable"),
    CHECK_IN_HAS("check_in_has"),
}

/** Every text, in the language of [source]. */
class Words(val source: WordSource) {
    val chartLocked get() = source.word(Word.CHART_LOCKED)
    val checkinFormContradicts get() = source.word(Word.CHECKIN_FORM_CONTRADICTS)
    val checkinFormNotHere get() = source.word(Word.CHECKIN_FORM_NOT_HERE)
    val checkinFormUnreadable get() = source.word(Word.CHECKIN_FORM_UNREADABLE)
    val checkinItemTwice get() = source.word(Word.CHECKIN_ITEM_TWICE)
    val checkinMalformed get() = source.word(Word.CHECKIN_MALFORMED)
    val checkinMedia get() = source.word(Word.CHECKIN_MEDIA)
    val checkinOtherProfile get() = source.word(Word.CHECKIN_OTHER_PROFILE)
    val checkinOtherVersion get() = source.word(Word.CHECKIN_OTHER_VERSION)
    val checkinTooLarge get() = source.word(Word.CHECKIN_TOO_LARGE)
    val checkinUnknown get() = source.word(Word.CHECKIN_UNKNOWN)
    val formMissing get() = source.word(Word.FORM_MISSING)
    val formNoOption get() = source.word(Word.FORM_NO_OPTION)
    val formNotAsked get() = source.word(Word.FORM_NOT_ASKED)
    val formOutOfRange get() = source.word(Word.FORM_OUT_OF_RANGE)
    val formSeveral get() = source.word(Word.FORM_SEVERAL)
    val formTooLong get() = source.word(Word.FORM_TOO_LONG)
    val formType get() = source.word(Word.FORM_TYPE)
    val formUnit get() = source.word(Word.FORM_UNIT)
    fun importAnotherPerson(names: String) = source.word(Word.IMPORT_ANOTHER_PERSON, names)
    val importEmpty get() = source.word(Word.IMPORT_EMPTY)
    val importIo get() = source.word(Word.IMPORT_IO)
    val importNoKey get() = source.word(Word.IMPORT_NO_KEY)
    val importNothingReadable get() = source.word(Word.IMPORT_NOTHING_READABLE)
    fun importSeveralPeople(names: String) = source.word(Word.IMPORT_SEVERAL_PEOPLE, names)
    fun importStopped(kept: String) = source.word(Word.IMPORT_STOPPED, kept)
    fun importTruncated(at: String) = source.word(Word.IMPORT_TRUNCATED, at)
    val internal get() = source.word(Word.INTERNAL)
    val keyCancelled get() = source.word(Word.KEY_CANCELLED)
    val keyFailed get() = source.word(Word.KEY_FAILED)
    val keyLost get() = source.word(Word.KEY_LOST)
    val storeAltered get() = source.word(Word.STORE_ALTERED)
    val storeBusy get() = source.word(Word.STORE_BUSY)
    val storeDenied get() = source.word(Word.STORE_DENIED)
    val storeExists get() = source.word(Word.STORE_EXISTS)
    val storeFailed get() = source.word(Word.STORE_FAILED)
    val storeMissing get() = source.word(Word.STORE_MISSING)
    val storeNewer get() = source.word(Word.STORE_NEWER)
    val cardMild get() = source.word(Word.CARD_MILD)
    val cardModerate get() = source.word(Word.CARD_MODERATE)
    val cardSevere get() = source.word(Word.CARD_SEVERE)
    val cardHighRisk get() = source.word(Word.CARD_HIGH_RISK)
    val startTitle get() = source.word(Word.START_TITLE)
    val startLead get() = source.word(Word.START_LEAD)
    val startDevice get() = source.word(Word.START_DEVICE)
    val startCreate get() = source.word(Word.START_CREATE)
    val startBusy get() = source.word(Word.START_BUSY)
    val wordsTitle get() = source.word(Word.WORDS_TITLE)
    val wordsLead get() = source.word(Word.WORDS_LEAD)
    val wordsOnce get() = source.word(Word.WORDS_ONCE)
    fun wordsNumber(number: String, word: String) = source.word(Word.WORDS_NUMBER, number, word)
    val wordsWritten get() = source.word(Word.WORDS_WRITTEN)
    val wordsCheckTitle get() = source.word(Word.WORDS_CHECK_TITLE)
    fun wordsType(number: String) = source.word(Word.WORDS_TYPE, number)
    fun wordsWrong(number: String) = source.word(Word.WORDS_WRONG, number)
    val wordsAgain get() = source.word(Word.WORDS_AGAIN)
    val wordsDone get() = source.word(Word.WORDS_DONE)
    val unlockTitle get() = source.word(Word.UNLOCK_TITLE)
    val unlockLead get() = source.word(Word.UNLOCK_LEAD)
    val unlockAway get() = source.word(Word.UNLOCK_AWAY)
    val unlockOpen get() = source.word(Word.UNLOCK_OPEN)
    val unlockBusy get() = source.word(Word.UNLOCK_BUSY)
    val recordTitle get() = source.word(Word.RECORD_TITLE)
    val recordLock get() = source.word(Word.RECORD_LOCK)
    val recordImport get() = source.word(Word.RECORD_IMPORT)
    val recordCheckIn get() = source.word(Word.RECORD_CHECK_IN)
    val recordReading get() = source.word(Word.RECORD_READING)
    val recordNotRead get() = source.word(Word.RECORD_NOT_READ)
    val sectionAllergies get() = source.word(Word.SECTION_ALLERGIES)
    val sectionMedications get() = source.word(Word.SECTION_MEDICATIONS)
    val sectionProblems get() = source.word(Word.SECTION_PROBLEMS)
    val sectionImmunizations get() = source.word(Word.SECTION_IMMUNIZATIONS)
    val sectionResults get() = source.word(Word.SECTION_RESULTS)
    val sectionVitals get() = source.word(Word.SECTION_VITALS)
    val sectionProcedures get() = source.word(Word.SECTION_PROCEDURES)
    val sectionEncounters get() = source.word(Word.SECTION_ENCOUNTERS)
    val sectionNotes get() = source.word(Word.SECTION_NOTES)
    val sectionDocuments get() = source.word(Word.SECTION_DOCUMENTS)
    val sectionCarePlan get() = source.word(Word.SECTION_CARE_PLAN)
    val sectionCheckIns get() = source.word(Word.SECTION_CHECK_INS)
    val sectionMessages get() = source.word(Word.SECTION_MESSAGES)
    val sectionCoverage get() = source.word(Word.SECTION_COVERAGE)
    val sectionProfile get() = source.word(Word.SECTION_PROFILE)
    val sectionSensitive get() = source.word(Word.SECTION_SENSITIVE)
    fun sectionCurrent(count: Long) = source.counted(CountedWord.SECTION_CURRENT, count, source.number(count))
    fun sectionUnreconciled(count: Long) = source.counted(CountedWord.SECTION_UNRECONCILED, count, source.number(count))
    fun sectionProposed(count: Long) = source.counted(CountedWord.SECTION_PROPOSED, count, source.number(count))
    val sectionNothing get() = source.word(Word.SECTION_NOTHING)
    val sectionNothingMeans get() = source.word(Word.SECTION_NOTHING_MEANS)
    fun sectionNoneKnown(date: String, who: String) = source.word(Word.SECTION_NONE_KNOWN, date, who)
    fun sectionNoneKnownYou(date: String) = source.word(Word.SECTION_NONE_KNOWN_YOU, date)
    val sectionNoneCurrent get() = source.word(Word.SECTION_NONE_CURRENT)
    val sectionNoneCurrentMeans get() = source.word(Word.SECTION_NONE_CURRENT_MEANS)
    val sectionPast get() = source.word(Word.SECTION_PAST)
    val sectionMore get() = source.word(Word.SECTION_MORE)
    fun rowSince(date: String) = source.word(Word.ROW_SINCE, date)
    fun rowFromTo(from: String, to: String) = source.word(Word.ROW_FROM_TO, from, to)
    fun rowSaidBy(who: String) = source.word(Word.ROW_SAID_BY, who)
    fun rowTypedBy(who: String) = source.word(Word.ROW_TYPED_BY, who)
    val rowTypedByYou get() = source.word(Word.ROW_TYPED_BY_YOU)
    val rowUnnamedSource get() = source.word(Word.ROW_UNNAMED_SOURCE)
    fun rowSources(count: Long) = source.counted(CountedWord.ROW_SOURCES, count, source.number(count))
    val rowNoneKnown get() = source.word(Word.ROW_NONE_KNOWN)
    val rowNoInformation get() = source.word(Word.ROW_NO_INFORMATION)
    val rowNotDone get() = source.word(Word.ROW_NOT_DONE)
    val rowUnreadable get() = source.word(Word.ROW_UNREADABLE)
    val rowNotHere get() = source.word(Word.ROW_NOT_HERE)
    val rowUntitled get() = source.word(Word.ROW_UNTITLED)
    val rowUnreconciled get() = source.word(Word.ROW_UNRECONCILED)
    val rowRetracted get() = source.word(Word.ROW_RETRACTED)
    val rowReplaced get() = source.word(Word.ROW_REPLACED)
    val rowProposed get() = source.word(Word.ROW_PROPOSED)
    val rowPast get() = source.word(Word.ROW_PAST)
    val rowDisputed get() = source.word(Word.ROW_DISPUTED)
    val rowUnconfirmed get() = source.word(Word.ROW_UNCONFIRMED)
    val rowRefuted get() = source.word(Word.ROW_REFUTED)
    val rowFlagHigh get() = source.word(Word.ROW_FLAG_HIGH)
    val rowFlagLow get() = source.word(Word.ROW_FLAG_LOW)
    val rowFlagCritical get() = source.word(Word.ROW_FLAG_CRITICAL)
    val rowFlagUnusual get() = source.word(Word.ROW_FLAG_UNUSUAL)
    val itemValue get() = source.word(Word.ITEM_VALUE)
    val itemUsual get() = source.word(Word.ITEM_USUAL)
    val itemWhen get() = source.word(Word.ITEM_WHEN)
    val itemSeverity get() = source.word(Word.ITEM_SEVERITY)
    val itemReaction get() = source.word(Word.ITEM_REACTION)
    val itemDosage get() = source.word(Word.ITEM_DOSAGE)
    val itemStatus get() = source.word(Word.ITEM_STATUS)
    val itemNote get() = source.word(Word.ITEM_NOTE)
    val itemSources get() = source.word(Word.ITEM_SOURCES)
    val itemRivals get() = source.word(Word.ITEM_RIVALS)
    val itemDisputes get() = source.word(Word.ITEM_DISPUTES)
    val itemConfirmations get() = source.word(Word.ITEM_CONFIRMATIONS)
    val itemReplacedBy get() = source.word(Word.ITEM_REPLACED_BY)
    val itemProposals get() = source.word(Word.ITEM_PROPOSALS)
    val itemHistory get() = source.word(Word.ITEM_HISTORY)
    fun itemRecorded(act: String, date: String, who: String) = source.word(Word.ITEM_RECORDED, act, date, who)
    val itemYou get() = source.word(Word.ITEM_YOU)
    val itemSomebody get() = source.word(Word.ITEM_SOMEBODY)
    fun itemBroughtIn(date: String) = source.word(Word.ITEM_BROUGHT_IN, date)
    fun itemTypedIn(date: String) = source.word(Word.ITEM_TYPED_IN, date)
    fun itemOnDevice(device: String) = source.word(Word.ITEM_ON_DEVICE, device)
    fun itemSigned(issuer: String) = source.word(Word.ITEM_SIGNED, issuer)
    fun itemListed(name: String) = source.word(Word.ITEM_LISTED, name)
    fun itemLink(issuer: String) = source.word(Word.ITEM_LINK, issuer)
    val itemFirst get() = source.word(Word.ITEM_FIRST)
    val itemActConfirm get() = source.word(Word.ITEM_ACT_CONFIRM)
    val itemActCorrect get() = source.word(Word.ITEM_ACT_CORRECT)
    val itemActDispute get() = source.word(Word.ITEM_ACT_DISPUTE)
    val itemActResolve get() = source.word(Word.ITEM_ACT_RESOLVE)
    val itemActRetract get() = source.word(Word.ITEM_ACT_RETRACT)
    fun itemReason(reason: String) = source.word(Word.ITEM_REASON, reason)
    val itemOriginal get() = source.word(Word.ITEM_ORIGINAL)
    val itemOriginalShow get() = source.word(Word.ITEM_ORIGINAL_SHOW)
    val itemOriginalHide get() = source.word(Word.ITEM_ORIGINAL_HIDE)
    val itemOriginalNone get() = source.word(Word.ITEM_ORIGINAL_NONE)
    val itemOriginalCut get() = source.word(Word.ITEM_ORIGINAL_CUT)
    val importTitle get() = source.word(Word.IMPORT_TITLE)
    val importLead get() = source.word(Word.IMPORT_LEAD)
    val importChoose get() = source.word(Word.IMPORT_CHOOSE)
    val importChecking get() = source.word(Word.IMPORT_CHECKING)
    fun importKeeping(count: Long) = source.counted(CountedWord.IMPORT_KEEPING, count, source.number(count))
    val importDone get() = source.word(Word.IMPORT_DONE)
    fun importNew(count: Long) = source.counted(CountedWord.IMPORT_NEW, count, source.number(count))
    fun importUpdated(count: Long) = source.counted(CountedWord.IMPORT_UPDATED, count, source.number(count))
    fun importHeld(count: Long) = source.counted(CountedWord.IMPORT_HELD, count, source.number(count))
    fun importUnreadable(count: Long) = source.counted(CountedWord.IMPORT_UNREADABLE, count, source.number(count))
    val importSamePerson get() = source.word(Word.IMPORT_SAME_PERSON)
    val importOther get() = source.word(Word.IMPORT_OTHER)
    val checkInTitle get() = source.word(Word.CHECK_IN_TITLE)
    val checkInLead get() = source.word(Word.CHECK_IN_LEAD)
    val checkInChoose get() = source.word(Word.CHECK_IN_CHOOSE)
    val checkInReading get() = source.word(Word.CHECK_IN_READING)
    val checkInUnproven get() = source.word(Word.CHECK_IN_UNPROVEN)
    fun checkInPurpose(purpose: String) = source.word(Word.CHECK_IN_PURPOSE, purpose)
    val checkInNeeded get() = source.word(Word.CHECK_IN_NEEDED)
    val checkInGive get() = source.word(Word.CHECK_IN_GIVE)
    fun checkInHas(count: Long) = source.counted(CountedWord.CHECK_IN_HAS, count, source.number(count))
    val checkInHasNothing get() = source.word(Word.CHECK_IN_HAS_NOTHING)
    fun checkInKeepBack(name: String) = source.word(Word.CHECK_IN_KEEP_BACK, name)
    val checkInFromRecord get() = source.word(Word.CHECK_IN_FROM_RECORD)
    fun checkInMeasured(date: String) = source.word(Word.CHECK_IN_MEASURED, date)
    val checkInSuggested get() = source.word(Word.CHECK_IN_SUGGESTED)
    fun checkInUnits(units: String) = source.word(Word.CHECK_IN_UNITS, units)
    val checkInSeveral get() = source.word(Word.CHECK_IN_SEVERAL)
    val checkInYes get() = source.word(Word.CHECK_IN_YES)
    val checkInNo get() = source.word(Word.CHECK_IN_NO)
    val checkInOpen get() = source.word(Word.CHECK_IN_OPEN)
    fun checkInSummary(asked: String, given: String) = source.word(Word.CHECK_IN_SUMMARY, asked, given)
    val checkInMake get() = source.word(Word.CHECK_IN_MAKE)
    val checkInFaults get() = source.word(Word.CHECK_IN_FAULTS)
    val checkInFaultsNext get() = source.word(Word.CHECK_IN_FAULTS_NEXT)
    val checkInMade get() = source.word(Word.CHECK_IN_MADE)
    val checkInMadeLead get() = source.word(Word.CHECK_IN_MADE_LEAD)
    val checkInShare get() = source.word(Word.CHECK_IN_SHARE)
    val commonBack get() = source.word(Word.COMMON_BACK)
    val commonAgain get() = source.word(Word.COMMON_AGAIN)
    val commonUnchanged get() = source.word(Word.COMMON_UNCHANGED)
    val commonOtherProblem get() = source.word(Word.COMMON_OTHER_PROBLEM)
    val commonOtherProblemNext get() = source.word(Word.COMMON_OTHER_PROBLEM_NEXT)
    val storeMissingNext get() = source.word(Word.STORE_MISSING_NEXT)
    val storeExistsNext get() = source.word(Word.STORE_EXISTS_NEXT)
    val storeBusyNext get() = source.word(Word.STORE_BUSY_NEXT)
    val storeWrongKey get() = source.word(Word.STORE_WRONG_KEY)
    val storeWrongKeyNext get() = source.word(Word.STORE_WRONG_KEY_NEXT)
    val storeNewerNext get() = source.word(Word.STORE_NEWER_NEXT)
    val storeRolledBack get() = source.word(Word.STORE_ROLLED_BACK)
    val storeRolledBackNext get() = source.word(Word.STORE_ROLLED_BACK_NEXT)
    val storeAlteredNext get() = source.word(Word.STORE_ALTERED_NEXT)
    val storeFull get() = source.word(Word.STORE_FULL)
    val storeFullNext get() = source.word(Word.STORE_FULL_NEXT)
    val storeDeniedNext get() = source.word(Word.STORE_DENIED_NEXT)
    val storeFailedNext get() = source.word(Word.STORE_FAILED_NEXT)
    val keyCancelledNext get() = source.word(Word.KEY_CANCELLED_NEXT)
    val keyLostNext get() = source.word(Word.KEY_LOST_NEXT)
    val keyFailedNext get() = source.word(Word.KEY_FAILED_NEXT)
    val chartLockedNext get() = source.word(Word.CHART_LOCKED_NEXT)
    val internalNext get() = source.word(Word.INTERNAL_NEXT)
    val readNoSuchEntry get() = source.word(Word.READ_NO_SUCH_ENTRY)
    val readNoSuchEntryNext get() = source.word(Word.READ_NO_SUCH_ENTRY_NEXT)
    val importIoNext get() = source.word(Word.IMPORT_IO_NEXT)
    val importNotJson get() = source.word(Word.IMPORT_NOT_JSON)
    val importNotJsonNext get() = source.word(Word.IMPORT_NOT_JSON_NEXT)
    val importEmptyNext get() = source.word(Word.IMPORT_EMPTY_NEXT)
    val importTooLarge get() = source.word(Word.IMPORT_TOO_LARGE)
    val importTooLargeNext get() = source.word(Word.IMPORT_TOO_LARGE_NEXT)
    val importTruncatedNext get() = source.word(Word.IMPORT_TRUNCATED_NEXT)
    val importNothingReadableNext get() = source.word(Word.IMPORT_NOTHING_READABLE_NEXT)
    val importAnotherPersonNext get() = source.word(Word.IMPORT_ANOTHER_PERSON_NEXT)
    val importSeveralPeopleNext get() = source.word(Word.IMPORT_SEVERAL_PEOPLE_NEXT)
    val importNoKeyNext get() = source.word(Word.IMPORT_NO_KEY_NEXT)
    val importStoppedNext get() = source.word(Word.IMPORT_STOPPED_NEXT)
    val checkinUnknownNext get() = source.word(Word.CHECKIN_UNKNOWN_NEXT)
    val checkinMediaNext get() = source.word(Word.CHECKIN_MEDIA_NEXT)
    val checkinFormNotHereNext get() = source.word(Word.CHECKIN_FORM_NOT_HERE_NEXT)
    val checkinFormContradictsNext get() = source.word(Word.CHECKIN_FORM_CONTRADICTS_NEXT)
    val checkinFormUnreadableNext get() = source.word(Word.CHECKIN_FORM_UNREADABLE_NEXT)
    val checkinTooLargeNext get() = source.word(Word.CHECKIN_TOO_LARGE_NEXT)
    val checkinNotJson get() = source.word(Word.CHECKIN_NOT_JSON)
    val checkinNotJsonNext get() = source.word(Word.CHECKIN_NOT_JSON_NEXT)
    val checkinNotARequest get() = source.word(Word.CHECKIN_NOT_A_REQUEST)
    val checkinNotARequestNext get() = source.word(Word.CHECKIN_NOT_A_REQUEST_NEXT)
    val checkinOtherVersionNext get() = source.word(Word.CHECKIN_OTHER_VERSION_NEXT)
    val checkinMalformedNext get() = source.word(Word.CHECKIN_MALFORMED_NEXT)
    val checkinItemTwiceNext get() = source.word(Word.CHECKIN_ITEM_TWICE_NEXT)
    val checkinOtherProfileNext get() = source.word(Word.CHECKIN_OTHER_PROFILE_NEXT)
    val formMissingNext get() = source.word(Word.FORM_MISSING_NEXT)
    val formSeveralNext get() = source.word(Word.FORM_SEVERAL_NEXT)
    val formTypeNext get() = source.word(Word.FORM_TYPE_NEXT)
    val formNoOptionNext get() = source.word(Word.FORM_NO_OPTION_NEXT)
    val formTooLongNext get() = source.word(Word.FORM_TOO_LONG_NEXT)
    val formOutOfRangeNext get() = source.word(Word.FORM_OUT_OF_RANGE_NEXT)
    val formUnitNext get() = source.word(Word.FORM_UNIT_NEXT)
    val formNotAskedNext get() = source.word(Word.FORM_NOT_ASKED_NEXT)

    /** What the core says by the id of a message, as far as it takes no arguments. */
    fun said(id: String): String? = when (id) {
        "chart-locked" -> chartLocked
        "checkin-form-contradicts" -> checkinFormContradicts
        "checkin-form-not-here" -> checkinFormNotHere
        "checkin-form-unreadable" -> checkinFormUnreadable
        "checkin-item-twice" -> checkinItemTwice
        "checkin-malformed" -> checkinMalformed
        "checkin-media" -> checkinMedia
        "checkin-other-profile" -> checkinOtherProfile
        "checkin-other-version" -> checkinOtherVersion
        "checkin-too-large" -> checkinTooLarge
        "checkin-unknown" -> checkinUnknown
        "form-missing" -> formMissing
        "form-no-option" -> formNoOption
        "form-not-asked" -> formNotAsked
        "form-out-of-range" -> formOutOfRange
        "form-several" -> formSeveral
        "form-too-long" -> formTooLong
        "form-type" -> formType
        "form-unit" -> formUnit
        "import-empty" -> importEmpty
        "import-io" -> importIo
        "import-no-key" -> importNoKey
        "import-nothing-readable" -> importNothingReadable
        "internal" -> internal
        "key-cancelled" -> keyCancelled
        "key-failed" -> keyFailed
        "key-lost" -> keyLost
        "store-altered" -> storeAltered
        "store-busy" -> storeBusy
        "store-denied" -> storeDenied
        "store-exists" -> storeExists
        "store-failed" -> storeFailed
        "store-missing" -> storeMissing
        "store-newer" -> storeNewer
        "words-written" -> wordsWritten
        "words-again" -> wordsAgain
        "section-allergies" -> sectionAllergies
        "section-medications" -> sectionMedications
        "section-problems" -> sectionProblems
        "section-immunizations" -> sectionImmunizations
        "section-results" -> sectionResults
        "section-vitals" -> sectionVitals
        "section-procedures" -> sectionProcedures
        "section-encounters" -> sectionEncounters
        "section-notes" -> sectionNotes
        "section-documents" -> sectionDocuments
        "section-care-plan" -> sectionCarePlan
        "section-check-ins" -> sectionCheckIns
        "section-messages" -> sectionMessages
        "section-coverage" -> sectionCoverage
        "section-profile" -> sectionProfile
        "section-sensitive" -> sectionSensitive
        "item-disputes" -> itemDisputes
        "item-proposals" -> itemProposals
        "store-missing-next" -> storeMissingNext
        "store-exists-next" -> storeExistsNext
        "store-busy-next" -> storeBusyNext
        "store-wrong-key" -> storeWrongKey
        "store-wrong-key-next" -> storeWrongKeyNext
        "store-newer-next" -> storeNewerNext
        "store-rolled-back" -> storeRolledBack
        "store-rolled-back-next" -> storeRolledBackNext
        "store-altered-next" -> storeAlteredNext
        "store-full" -> storeFull
        "store-full-next" -> storeFullNext
        "store-denied-next" -> storeDeniedNext
        "store-failed-next" -> storeFailedNext
        "key-cancelled-next" -> keyCancelledNext
        "key-lost-next" -> keyLostNext
        "key-failed-next" -> keyFailedNext
        "chart-locked-next" -> chartLockedNext
        "internal-next" -> internalNext
        "read-no-such-entry" -> readNoSuchEntry
        "read-no-such-entry-next" -> readNoSuchEntryNext
        "import-io-next" -> importIoNext
        "import-not-json" -> importNotJson
        "import-not-json-next" -> importNotJsonNext
        "import-empty-next" -> importEmptyNext
        "import-too-large" -> importTooLarge
        "import-too-large-next" -> importTooLargeNext
        "import-truncated-next" -> importTruncatedNext
        "import-nothing-readable-next" -> importNothingReadableNext
        "import-another-person-next" -> importAnotherPersonNext
        "import-several-people-next" -> importSeveralPeopleNext
        "import-no-key-next" -> importNoKeyNext
        "import-stopped-next" -> importStoppedNext
        "checkin-unknown-next" -> checkinUnknownNext
        "checkin-media-next" -> checkinMediaNext
        "checkin-form-not-here-next" -> checkinFormNotHereNext
        "checkin-form-contradicts-next" -> checkinFormContradictsNext
        "checkin-form-unreadable-next" -> checkinFormUnreadableNext
        "checkin-too-large-next" -> checkinTooLargeNext
        "checkin-not-json" -> checkinNotJson
        "checkin-not-json-next" -> checkinNotJsonNext
        "checkin-not-a-request" -> checkinNotARequest
        "checkin-not-a-request-next" -> checkinNotARequestNext
        "checkin-other-version-next" -> checkinOtherVersionNext
        "checkin-malformed-next" -> checkinMalformedNext
        "checkin-item-twice-next" -> checkinItemTwiceNext
        "checkin-other-profile-next" -> checkinOtherProfileNext
        "form-missing-next" -> formMissingNext
        "form-several-next" -> formSeveralNext
        "form-type-next" -> formTypeNext
        "form-no-option-next" -> formNoOptionNext
        "form-too-long-next" -> formTooLongNext
        "form-out-of-range-next" -> formOutOfRangeNext
        "form-unit-next" -> formUnitNext
        "form-not-asked-next" -> formNotAskedNext
        else -> null
    }
}
