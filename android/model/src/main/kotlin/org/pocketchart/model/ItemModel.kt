package org.pocketchart.model

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update

/** One entry with its sources and its history. */
data class ItemState(
    val loading: Boolean = true,
    val detail: Detail? = null,
    val originalShown: Boolean = false,
    val problem: Problem? = null,
)

/** What a person does with an entry. */
sealed interface ItemIntent {
    data class ShowOriginal(val shown: Boolean) : ItemIntent

    data object Refresh : ItemIntent

    data object Back : ItemIntent
}

/** Reads an entry. */
class ItemModel(private val id: String, private val record: OpenRecord, private val scope: CoroutineScope) {
    private val mutable = MutableStateFlow(ItemState())
    val state: StateFlow<ItemState> = mutable.asStateFlow()

    fun refresh() {
        mutable.update { it.copy(loading = true, problem = null) }
        scope.attempt({ problem -> mutable.update { it.copy(loading = false, problem = problem) } }) {
            val detail = record.item(id)
            mutable.update { it.copy(loading = false, detail = detail) }
        }
    }

    fun showOriginal(shown: Boolean) = mutable.update { it.copy(originalShown = shown) }
}
