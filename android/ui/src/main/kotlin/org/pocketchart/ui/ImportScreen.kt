package org.pocketchart.ui

import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.material3.LinearProgressIndicator
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import org.pocketchart.model.ImportIntent
import org.pocketchart.model.ImportProgress
import org.pocketchart.model.ImportReport
import org.pocketchart.model.ImportState
import org.pocketchart.ui.words.LocalWords
import org.pocketchart.ui.words.Words

/** A file on its way into the record. */
@Composable
fun ImportScreen(state: ImportState, onIntent: (ImportIntent) -> Unit) {
    val words = LocalWords.current
    Screen(words.importTitle, onBack = { onIntent(ImportIntent.Back) }) {
        when (state) {
            ImportState.Choosing -> {
                item { Text(words.importLead) }
                item { MainButton(words.importChoose, { onIntent(ImportIntent.Choose) }) }
            }
            is ImportState.Running -> progress(words, state.progress)
            is ImportState.Refused -> refused(words, state, onIntent)
            is ImportState.Done -> {
                item { Heading(words.importDone) }
                item { Report(state.report) }
                item { OtherButton(words.importOther, { onIntent(ImportIntent.Again) }) }
            }
        }
    }
}

private fun LazyListScope.refused(words: Words, state: ImportState.Refused, onIntent: (ImportIntent) -> Unit) {
    // What stopped half-way has changed the record; a fault within may have.
    item { ProblemCard(state.problem, unchanged = state.problem.id != "import-stopped" && state.problem.id != "internal") }
    item { MainButton(words.importOther, { onIntent(ImportIntent.Again) }) }
    if (state.mayBeSamePerson) item { OtherButton(words.importSamePerson, { onIntent(ImportIntent.SamePerson) }) }
}

private fun LazyListScope.progress(words: Words, progress: ImportProgress?) {
    item {
        if (progress == null || progress.size == 0L) {
            LinearProgressIndicator(Modifier.fillMaxWidth())
        } else {
            LinearProgressIndicator({ progress.bytes.toFloat() / progress.size }, Modifier.fillMaxWidth())
        }
    }
    item { Busy(if (progress?.keeping == true) words.importKeeping(progress.parts) else words.importChecking) }
}

@Composable
private fun Report(report: ImportReport) {
    val words = LocalWords.current
    Card(Modifier.semantics(mergeDescendants = true) { liveRegion = LiveRegionMode.Polite }) {
        Text(words.importNew(report.new))
        if (report.updated > 0) Text(words.importUpdated(report.updated))
        if (report.held > 0) Text(words.importHeld(report.held))
        for ((section, count) in report.sections.toSortedMap()) {
            Quiet("${words.section(section)}: ${words.source.number(count)}")
        }
        if (report.unreadable > 0) Caution(words.importUnreadable(report.unreadable))
    }
}
