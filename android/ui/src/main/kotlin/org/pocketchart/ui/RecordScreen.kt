package org.pocketchart.ui

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.pocketchart.model.Emptiness
import org.pocketchart.model.Overview
import org.pocketchart.model.Page
import org.pocketchart.model.RecordIntent
import org.pocketchart.model.RecordState
import org.pocketchart.model.Section
import org.pocketchart.ui.words.LocalWords

/** The record by sections. Allergies lead, with what they are. */
@Composable
fun RecordScreen(state: RecordState, onIntent: (RecordIntent) -> Unit) {
    val words = LocalWords.current
    val sections = state.sections
    Screen(words.recordTitle) {
        state.problem?.let { item { ProblemCard(it, unchanged = false) { onIntent(RecordIntent.Refresh) } } }
        val isEmpty = sections != null && sections.all { it.emptiness == Emptiness.NothingRecorded }
        // Nobody looks for it below all that is empty.
        if (isEmpty) item { MainButton(words.recordImport, { onIntent(RecordIntent.BringIn) }) }
        if (sections == null) {
            item { if (state.loading) Busy(words.recordReading) else Text(words.recordNotRead) }
        } else {
            for (overview in sections) {
                item(overview.section) {
                    if (overview.section == Section.ALLERGIES) {
                        Allergies(overview, state.allergies, state.loading, onIntent)
                    } else {
                        SectionCard(overview, onIntent)
                    }
                }
            }
        }
        if (!isEmpty) item { OtherButton(words.recordImport, { onIntent(RecordIntent.BringIn) }) }
        item { OtherButton(words.recordCheckIn, { onIntent(RecordIntent.AnswerClinic) }) }
        item { OtherButton(words.recordLock, { onIntent(RecordIntent.Lock) }) }
    }
}

@Composable
private fun SectionCard(overview: Overview, onIntent: (RecordIntent) -> Unit) {
    Card(Modifier.clickable { onIntent(RecordIntent.OpenSection(overview.section)) }) { SectionLines(overview) }
}

@Composable
private fun Allergies(overview: Overview, page: Page?, loading: Boolean, onIntent: (RecordIntent) -> Unit) {
    val words = LocalWords.current
    Card(edge = LocalTokens.current.danger.takeIf { overview.current > 0 } ?: LocalTokens.current.line) {
        Column(Modifier.fillMaxWidth().clickable { onIntent(RecordIntent.OpenSection(Section.ALLERGIES)) }) { SectionLines(overview) }
        when {
            page != null -> for (entry in page.entries) {
                HorizontalDivider(color = LocalTokens.current.line)
                EntryRow(entry) { onIntent(RecordIntent.OpenItem(entry.id)) }
            }
            loading -> Busy(words.recordReading)
            else -> Text(words.recordNotRead)
        }
    }
}

/** A section's name, how many, and which kind of empty. */
@Composable
private fun SectionLines(overview: Overview) {
    val words = LocalWords.current
    Column(Modifier.fillMaxWidth().heightIn(min = 48.dp).padding(vertical = 4.dp), verticalArrangement = Arrangement.spacedBy(4.dp)) {
        Text(words.section(overview.section), Modifier.semantics { heading() }, style = MaterialTheme.typography.titleMedium)
        val empty = overview.emptiness
        if (empty == null) {
            if (overview.current > 0 || overview.rows == 0L) Text(words.sectionCurrent(overview.current)) else Quiet(words.sectionNoneCurrent)
        } else {
            Text(emptyWords(empty), color = LocalTokens.current.quiet.takeIf { empty == Emptiness.NothingRecorded } ?: LocalTokens.current.ink)
        }
        if (overview.unreconciled > 0) Caution(words.sectionUnreconciled(overview.unreconciled))
        if (overview.proposed > 0) Caution(words.sectionProposed(overview.proposed))
    }
}

/** "Nothing recorded" is never "none". */
@Composable
internal fun emptyWords(empty: Emptiness): String {
    val words = LocalWords.current
    return when (empty) {
        Emptiness.NothingRecorded -> words.sectionNothing
        is Emptiness.NoneKnown -> {
            val day = empty.said?.let { words.date(it) } ?: words.date(empty.recordedMs)
            if (empty.by.isYou) words.sectionNoneKnownYou(day) else words.sectionNoneKnown(date = day, who = words.person(empty.by))
        }
    }
}
