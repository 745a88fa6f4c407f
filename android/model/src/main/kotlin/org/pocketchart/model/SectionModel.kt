package org.pocketchart.model

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update

/** One section's list. */
data class SectionState(
    val section: Section,
    val loading: Boolean = true,
    /** None while nothing was read, which says nothing of what it holds. */
    val entries: List<Entry>? = null,
    val more: Boolean = false,
    /** Also what is taken back, and what is only proposed. */
    val withPast: Boolean = false,
    val overview: Overview? = null,
    val problem: Problem? = null,
)

/** What a person does with a list. */
sealed interface SectionIntent {
    data class OpenItem(val id: String) : SectionIntent

    data class ShowPast(val shown: Boolean) : SectionIntent

    data object ShowMore : SectionIntent

    data object Refresh : SectionIntent

    data object Back : SectionIntent
}

/** Reads a section, page by page. */
class SectionModel(private val section: Section, private val record: OpenRecord, private val scope: CoroutineScope) {
    private val mutable = MutableStateFlow(SectionState(section))
    val state: StateFlow<SectionState> = mutable.asStateFlow()
    private var reading: Job? = null

    /** Reads as much as was shown before. */
    fun refresh() = read(0, maxOf(PAGE, state.value.entries?.size ?: 0))

    fun showMore() {
        if (state.value.more && !state.value.loading) read(state.value.entries?.size ?: 0, PAGE)
    }

    fun showPast(shown: Boolean) {
        mutable.update { it.copy(withPast = shown) }
        read(0, PAGE)
    }

    private fun read(offset: Int, limit: Int) {
        // An older answer must not come over a newer one.
        reading?.cancel()
        mutable.update { it.copy(loading = true, problem = null) }
        reading = scope.attempt({ problem -> mutable.update { it.copy(loading = false, problem = problem) } }) {
            val page = record.list(section, offset, limit, state.value.withPast)
            val overview = record.sections().firstOrNull { it.section == section }
            mutable.update {
                val before = it.entries.orEmpty().take(offset)
                it.copy(loading = false, entries = before + page.entries, more = page.more, overview = overview)
            }
        }
    }

    private companion object {
        const val PAGE = 50
    }
}
