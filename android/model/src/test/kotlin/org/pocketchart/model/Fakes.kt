package org.pocketchart.model

import kotlinx.coroutines.CompletableDeferred

internal fun fail(id: String): Nothing = throw ProblemException(Problem(id))

internal val WORDS = (1..24).map { "word$it" }

/** A home whose answers a test chooses. */
internal class FakeHome(
    private val there: () -> Boolean = { true },
    private val made: () -> OpenRecord = { FakeRecord() },
    private val opened: suspend () -> OpenRecord = { FakeRecord() },
) : Home {
    override suspend fun exists() = there()

    override suspend fun create(deviceName: String) = NewRecord(made(), WORDS)

    override suspend fun open() = opened()
}

internal fun entry(id: String, section: Section = Section.ALLERGIES) =
    Entry(id, section, Facts(title = id), Standing.CURRENT, past = false, sources = emptyList())

/** A record whose answers a test chooses. */
internal open class FakeRecord(
    var sectionsAnswer: suspend () -> List<Overview> = { listOf(empty(Section.RESULTS), empty(Section.ALLERGIES)) },
    var listAnswer: suspend (Int, Int) -> Page = { _, _ -> Page(emptyList(), false) },
    var importAnswer: suspend (ChosenFile, Boolean) -> ImportReport = { _, _ -> ImportReport(1, 1, 0, 0, 0) },
    var checkIn: CheckIn = FakeCheckIn(),
    val locked: CompletableDeferred<Unit> = CompletableDeferred(),
) : OpenRecord {
    override suspend fun sections() = sectionsAnswer()

    override suspend fun list(section: Section, offset: Int, limit: Int, withPast: Boolean) = listAnswer(offset, limit)

    override suspend fun item(id: String): Detail = fail("read-no-such-entry")

    override suspend fun bringIn(file: ChosenFile, samePerson: Boolean, heard: (ImportProgress) -> Unit) =
        importAnswer(file, samePerson)

    override suspend fun readCheckIn(request: String) = if (request == "{}") checkIn else fail("checkin-not-json")

    override suspend fun answer(checkIn: CheckIn) = "answer"

    override suspend fun lock() {
        locked.complete(Unit)
    }
}

internal fun empty(section: Section) = Overview(section, 0, 0, 0, 0, Emptiness.NothingRecorded)

/** A form with one question, whose answer is a number. */
internal class FakeCheckIn : CheckIn {
    var given = false
    var answers = emptyList<String>()

    override suspend fun purpose() = "A visit"

    override suspend fun asked() = listOf(Asked("form", "Form", null, true, given, true, emptyList(), null))

    override suspend fun questions(item: String) = listOf(
        Question("pain", "Pain?", Question.Kind.NUMBER, true, false, emptyList(), emptyList(), answers, null, null),
    )

    override suspend fun give(item: String, given: Boolean) {
        this.given = given
    }

    override suspend fun keepBack(entry: String, kept: Boolean) = fail("read-no-such-entry")

    override suspend fun answer(item: String, question: String, words: List<String>) {
        if (words.any { it.toIntOrNull() == null }) fail("form-type")
        answers = words
    }
}
