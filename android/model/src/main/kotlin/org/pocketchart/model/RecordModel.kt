package org.pocketchart.model

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update

/** The record by sections. */
data class RecordState(
    val loading: Boolean = true,
    /** None while they were not read, which says nothing of what they hold. */
    val sections: List<Overview>? = null,
    /** The allergies themselves lead; none while they were not read. */
    val allergies: Page? = null,
    val problem: Problem? = null,
)

/** What a person does with the record's first screen. */
sealed interface RecordIntent {
    data object Refresh : RecordIntent

    data class OpenSection(val section: Section) : RecordIntent

    data class OpenItem(val id: String) : RecordIntent

    data object BringIn : RecordIntent

    data object AnswerClinic : RecordIntent

    data object Lock : RecordIntent
}

/** Reads the sections, and the allergies, which lead. */
class RecordModel(private val record: OpenRecord, private val scope: CoroutineScope) {
    private val mutable = MutableStateFlow(RecordState())
    val state: StateFlow<RecordState> = mutable.asStateFlow()

    fun refresh() {
        mutable.update { it.copy(loading = true, problem = null) }
        scope.attempt({ problem -> mutable.update { it.copy(loading = false, problem = problem) } }) {
            val sections = record.sections().sortedBy { it.section }
            mutable.update { it.copy(sections = sections) }
            val allergies = record.list(Section.ALLERGIES, 0, FIRST, withPast = false)
            mutable.update { it.copy(loading = false, allergies = allergies) }
        }
    }

    private companion object {
        /** So many allergies stand on the first screen itself. */
        const val FIRST = 20
    }
}
