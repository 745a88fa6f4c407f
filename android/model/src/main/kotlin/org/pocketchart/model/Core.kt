package org.pocketchart.model

/**
 * Where the record lies on this phone. What fails throws a [ProblemException].
 *
 * ```
 * val record = if (home.exists()) home.open() else home.create("My phone").record
 * ```
 */
interface Home {
    suspend fun exists(): Boolean

    suspend fun create(deviceName: String): NewRecord

    suspend fun open(): OpenRecord
}

/** A new record, open, and the words that bring it back. They are given here once. */
class NewRecord(val record: OpenRecord, val words: List<String>)

/** A record that is open. */
interface OpenRecord {
    suspend fun sections(): List<Overview>

    suspend fun list(section: Section, offset: Int, limit: Int, withPast: Boolean): Page

    suspend fun item(id: String): Detail

    suspend fun bringIn(file: ChosenFile, samePerson: Boolean, heard: (ImportProgress) -> Unit): ImportReport

    suspend fun readCheckIn(request: String): CheckIn

    /** Makes the answer: the text to give to the clinic that asked. */
    suspend fun answer(checkIn: CheckIn): String

    suspend fun lock()
}

/** A file that the person chose. */
class ChosenFile(val name: String, val content: Content) {
    sealed interface Content

    class AtPath(val path: String) : Content

    class InMemory(val bytes: ByteArray) : Content
}

/** How far an import has come. */
data class ImportProgress(val keeping: Boolean, val bytes: Long, val size: Long, val parts: Long)

/** What became of a file. */
data class ImportReport(
    val read: Long,
    val new: Long,
    val updated: Long,
    val held: Long,
    val unreadable: Long,
    val sections: Map<Section, Long> = emptyMap(),
    /** The numbers of parts that could not be read. Their text is kept. */
    val unreadableParts: List<Long> = emptyList(),
)

/** What a clinic asks before a visit, and what the person has decided so far. To begin with nothing is given. */
interface CheckIn {
    suspend fun purpose(): String?

    suspend fun asked(): List<Asked>

    /** The questions of a form that its answers bring up. */
    suspend fun questions(item: String): List<Question>

    suspend fun give(item: String, given: Boolean)

    suspend fun keepBack(entry: String, kept: Boolean)

    /** Answers a question. Words that are no answer throw, and change nothing. */
    suspend fun answer(item: String, question: String, words: List<String>)
}

/** One thing that is asked. */
data class Asked(
    val id: String,
    val title: String,
    val summary: String?,
    /** The clinic needs it. The person decides all the same. */
    val needed: Boolean,
    val given: Boolean,
    val isForm: Boolean,
    /** What the record has of it. */
    val entries: List<OfferedEntry>,
    /** The id of the sentence that says why it cannot be answered. */
    val whyNot: String?,
)

/** An entry that could be given. */
data class OfferedEntry(val entry: Entry, val keptBack: Boolean)

/** A question, or words between questions. */
data class Question(
    val id: String,
    val words: String,
    val kind: Kind,
    val needed: Boolean,
    val several: Boolean,
    val options: List<String>,
    val units: List<String>,
    val answers: List<String>,
    val from: AnsweredFrom?,
    /** The id of the sentence that says what is wrong or missing. */
    val faultId: String?,
) {
    enum class Kind { WORDS_TO_READ, YES_OR_NO, CHOICE, CHOICE_OR_TEXT, LONG_TEXT, DATE, NUMBER, TEXT }
}

/** Where an answer was taken from. */
sealed interface AnsweredFrom {
    data class Record(val measured: String?) : AnsweredFrom

    data object Form : AnsweredFrom
}
