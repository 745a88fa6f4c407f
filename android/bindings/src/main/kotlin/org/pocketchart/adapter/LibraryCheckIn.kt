package org.pocketchart.adapter

import kotlinx.coroutines.CoroutineDispatcher
import org.pocketchart.bindings.CheckIn as Draft
import org.pocketchart.bindings.CheckInItem
import org.pocketchart.bindings.CheckInQuestion
import org.pocketchart.model.AnsweredFrom
import org.pocketchart.model.Asked
import org.pocketchart.model.CheckIn
import org.pocketchart.model.OfferedEntry
import org.pocketchart.model.Question

/** A clinic's request and what the person decides, by the library. */
internal class LibraryCheckIn(val draft: Draft, private val dispatcher: CoroutineDispatcher) : CheckIn {
    override suspend fun purpose() = call(dispatcher) { draft.purpose() }

    override suspend fun asked() = call(dispatcher) { draft.items().map { it.toModel() } }

    override suspend fun questions(item: String) = call(dispatcher) { draft.questions(item).map { it.toModel() } }

    override suspend fun give(item: String, given: Boolean) = call(dispatcher) { draft.give(item, given) }

    override suspend fun keepBack(entry: String, kept: Boolean) = call(dispatcher) { draft.keepBack(entry, kept) }

    override suspend fun answer(item: String, question: String, words: List<String>) =
        call(dispatcher) { draft.answer(item, question, words) }
}

private fun CheckInItem.toModel() = Asked(
    id = id,
    title = title,
    summary = summary,
    needed = needed,
    given = given,
    isForm = isForm,
    entries = entries.map { OfferedEntry(it.item.toModel(), it.keptBack) },
    whyNot = whyNot,
)

private fun CheckInQuestion.toModel() = Question(
    id = id,
    words = words,
    kind = kindOf(kind),
    needed = needed,
    several = several,
    options = options,
    units = units,
    answers = answers,
    from = source?.let { if (it.entry == null) AnsweredFrom.Form else AnsweredFrom.Record(it.`when`) },
    faultId = faultId,
)

/** FHIR's types of questions. */
private fun kindOf(type: String) = when (type) {
    "group", "display" -> Question.Kind.WORDS_TO_READ
    "boolean" -> Question.Kind.YES_OR_NO
    "choice" -> Question.Kind.CHOICE
    "open-choice" -> Question.Kind.CHOICE_OR_TEXT
    "text" -> Question.Kind.LONG_TEXT
    "date" -> Question.Kind.DATE
    "integer", "decimal" -> Question.Kind.NUMBER
    else -> Question.Kind.TEXT
}
