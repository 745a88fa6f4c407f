package org.pocketchart.ui

import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import org.pocketchart.model.SectionIntent
import org.pocketchart.model.SectionState
import org.pocketchart.model.Emptiness
import org.pocketchart.ui.words.LocalWords

/** One section's list. */
@Composable
fun SectionScreen(state: SectionState, onIntent: (SectionIntent) -> Unit) {
    val words = LocalWords.current
    val entries = state.entries
    Screen(words.section(state.section), onBack = { onIntent(SectionIntent.Back) }) {
        state.problem?.let { item { ProblemCard(it, unchanged = false) { onIntent(SectionIntent.Refresh) } } }
        item { Choice(words.sectionPast, state.withPast) { onIntent(SectionIntent.ShowPast(it)) } }
        when {
            entries == null && state.loading -> item { Busy(words.recordReading) }
            entries == null -> item { Text(words.recordNotRead) }
            entries.isEmpty() && !state.loading -> item { EmptyNote(state) }
            else -> for (entry in entries) {
                item(entry.id) { Card { EntryRow(entry) { onIntent(SectionIntent.OpenItem(entry.id)) } } }
            }
        }
        if (state.more) item { OtherButton(words.sectionMore, { onIntent(SectionIntent.ShowMore) }, enabled = !state.loading) }
    }
}

/** Which kind of empty it is. */
@Composable
private fun EmptyNote(state: SectionState) {
    val words = LocalWords.current
    when (val empty = state.overview?.emptiness) {
        null -> Note(words.sectionNoneCurrent, words.sectionNoneCurrentMeans)
        Emptiness.NothingRecorded -> Note(words.sectionNothing, words.sectionNothingMeans)
        is Emptiness.NoneKnown -> Card { Text(emptyWords(empty)) }
    }
}

@Composable
private fun Note(what: String, means: String) {
    Card {
        Text(what)
        Quiet(means)
    }
}
