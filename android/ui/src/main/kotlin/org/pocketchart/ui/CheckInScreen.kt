package org.pocketchart.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.key
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.pocketchart.model.AskedItem
import org.pocketchart.model.CheckInIntent
import org.pocketchart.model.CheckInState
import org.pocketchart.model.Problem
import org.pocketchart.model.QuestionKey
import org.pocketchart.ui.words.LocalWords
import org.pocketchart.ui.words.Words

/** What a clinic asks, and what would be given. */
@Composable
fun CheckInScreen(state: CheckInState, onIntent: (CheckInIntent) -> Unit) {
    val words = LocalWords.current
    val title = if (state is CheckInState.Waiting) words.recordCheckIn else words.checkInTitle
    Screen(title, onBack = { onIntent(CheckInIntent.Back) }) {
        when (state) {
            is CheckInState.Waiting -> {
                item { Text(words.checkInLead) }
                state.problem?.let { item { ProblemCard(it) } }
                item { MainButton(words.checkInChoose, { onIntent(CheckInIntent.Choose) }, enabled = !state.busy) }
                if (state.busy) item { Busy(words.checkInReading) }
            }
            is CheckInState.Deciding -> deciding(words, state, onIntent)
            is CheckInState.Answered -> {
                item {
                    Text(
                        words.checkInMade,
                        Modifier.semantics {
                            heading()
                            liveRegion = LiveRegionMode.Polite
                        },
                        style = MaterialTheme.typography.titleMedium,
                    )
                }
                item { Text(words.checkInMadeLead) }
                item { MainButton(words.checkInShare, { onIntent(CheckInIntent.Share) }) }
            }
        }
    }
}

private fun LazyListScope.deciding(words: Words, state: CheckInState.Deciding, onIntent: (CheckInIntent) -> Unit) {
    state.purpose?.let { item { Text(words.checkInPurpose(it)) } }
    item { Caution(words.checkInUnproven) }
    for (item in state.items) item(item.asked.id) { AskedCard(item, state, onIntent) }
    state.problem?.let { item { ProblemCard(it) } }
    item {
        val given = state.items.count { it.asked.given }.toLong()
        Text(words.checkInSummary(asked = words.source.number(state.items.size.toLong()), given = words.source.number(given)))
    }
    item { MainButton(words.checkInMake, { onIntent(CheckInIntent.Make) }, enabled = !state.busy) }
}

@Composable
private fun AskedCard(item: AskedItem, state: CheckInState.Deciding, onIntent: (CheckInIntent) -> Unit) {
    val words = LocalWords.current
    val asked = item.asked
    Card {
        Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
            Text(asked.title, Modifier.semantics { heading() }, style = MaterialTheme.typography.titleMedium)
            asked.summary?.let { Text(it) }
            if (asked.needed) Quiet(words.checkInNeeded)
            val why = asked.whyNot
            if (why != null) {
                val said = words.problem(Problem(why))
                Caution(said.what)
                Text(said.next)
                return@Column
            }
            if (!asked.isForm) Text(if (asked.entries.isEmpty()) words.checkInHasNothing else words.checkInHas(asked.entries.size.toLong()))
            Choice(words.checkInGive, asked.given) { onIntent(CheckInIntent.Give(asked.id, it)) }
            for (offered in asked.entries) {
                EntryRow(offered.entry, null)
                val name = offered.entry.facts.title ?: words.rowUntitled
                Choice(words.checkInKeepBack(name), offered.keptBack) { onIntent(CheckInIntent.KeepBack(offered.entry.id, it)) }
            }
            for (question in item.questions) {
                val name = QuestionKey(asked.id, question.id)
                // Questions come and go with the answers before them; what is typed stays with its question.
                key(name) { QuestionLines(question, state.misfits[name]) { onIntent(CheckInIntent.Answer(name, it)) } }
            }
        }
    }
}
