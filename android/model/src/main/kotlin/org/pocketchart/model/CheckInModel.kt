package org.pocketchart.model

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock

/** What a clinic asks, on its way to an answer. */
sealed interface CheckInState {
    /** No request yet. */
    data class Waiting(val busy: Boolean = false, val problem: Problem? = null) : CheckInState

    data class Deciding(
        val purpose: String?,
        val items: List<AskedItem>,
        /** What was typed and is no answer: the question, the words, and what is wrong. The answer before it still stands. */
        val misfits: Map<QuestionKey, Misfit> = emptyMap(),
        val busy: Boolean = false,
        val problem: Problem? = null,
    ) : CheckInState

    /** Made, and in the record. [text] is for the clinic. */
    class Answered(val text: String) : CheckInState
}

/** One thing that is asked, with its questions where it is a form. */
data class AskedItem(val asked: Asked, val questions: List<Question>)

/** A question of a form. */
data class QuestionKey(val item: String, val question: String)

/** Words that are no answer. */
data class Misfit(val words: List<String>, val faultId: String)

/** What a person decides. */
sealed interface CheckInIntent {
    /** Opens the phone's own list of files; it answers by [CheckInModel.read]. */
    data object Choose : CheckInIntent

    data class Give(val item: String, val given: Boolean) : CheckInIntent

    data class KeepBack(val entry: String, val kept: Boolean) : CheckInIntent

    data class Answer(val key: QuestionKey, val words: List<String>) : CheckInIntent

    data object Make : CheckInIntent

    /** Gives the answer to an app that the person chooses. */
    data object Share : CheckInIntent

    data object Back : CheckInIntent
}

/** Reads a request, takes the person's decisions one after the other, and makes the answer. */
class CheckInModel(private val record: OpenRecord, private val scope: CoroutineScope) {
    private val mutable = MutableStateFlow<CheckInState>(CheckInState.Waiting())
    val state: StateFlow<CheckInState> = mutable.asStateFlow()
    private val turns = Mutex()
    private var checkIn: CheckIn? = null

    fun read(request: String) {
        mutable.value = CheckInState.Waiting(busy = true)
        scope.attempt({ mutable.value = CheckInState.Waiting(problem = it) }) {
            val read = record.readCheckIn(request)
            val deciding = CheckInState.Deciding(read.purpose(), itemsOf(read))
            checkIn = read
            mutable.value = deciding
        }
    }

    fun give(item: String, given: Boolean) = decide { it.give(item, given) }

    fun keepBack(entry: String, kept: Boolean) = decide { it.keepBack(entry, kept) }

    /** What does not fit stays on the screen with what is wrong, and no answer is made before it is mended. */
    fun answer(key: QuestionKey, words: List<String>) = decide { draft ->
        val misfit = try {
            draft.answer(key.item, key.question, words)
            null
        } catch (e: ProblemException) {
            if (!e.problem.id.startsWith("form-")) throw e
            Misfit(words, e.problem.id)
        }
        update { it.copy(misfits = if (misfit == null) it.misfits - key else it.misfits + (key to misfit)) }
    }

    fun make() = decide { draft ->
        val deciding = mutable.value as? CheckInState.Deciding ?: return@decide
        // What is no answer on a question that is no longer asked does not stand in the way.
        val asked = deciding.items.filter { it.asked.given }.flatMap { item -> item.questions.map { QuestionKey(item.asked.id, it.id) } }
        if (deciding.misfits.keys.any { it in asked }) throw ProblemException(Problem(Problem.FAULTS))
        mutable.value = CheckInState.Answered(record.answer(draft))
    }

    private fun decide(change: suspend (CheckIn) -> Unit) {
        val draft = checkIn ?: return
        scope.attempt({ problem -> update { it.copy(busy = false, problem = problem) } }) {
            turns.withLock {
                if (mutable.value !is CheckInState.Deciding) return@withLock
                update { it.copy(busy = true, problem = null) }
                change(draft)
                val items = itemsOf(draft)
                update { it.copy(items = items, busy = false) }
            }
        }
    }

    private suspend fun itemsOf(draft: CheckIn) = draft.asked().map { asked ->
        AskedItem(asked, if (asked.isForm) draft.questions(asked.id) else emptyList())
    }

    private fun update(change: (CheckInState.Deciding) -> CheckInState.Deciding) =
        mutable.update { if (it is CheckInState.Deciding) change(it) else it }
}
