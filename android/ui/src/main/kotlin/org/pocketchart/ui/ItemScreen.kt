package org.pocketchart.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.text.style.TextDirection
import androidx.compose.ui.unit.dp
import org.pocketchart.model.Detail
import org.pocketchart.model.Facts
import org.pocketchart.model.ItemIntent
import org.pocketchart.model.ItemState
import org.pocketchart.model.Remark
import org.pocketchart.model.Section
import org.pocketchart.model.Source
import org.pocketchart.model.Version
import org.pocketchart.ui.words.LocalWords
import org.pocketchart.ui.words.Words

/** One statement with its sources and its history. */
@Composable
fun ItemScreen(state: ItemState, onIntent: (ItemIntent) -> Unit) {
    val words = LocalWords.current
    val detail = state.detail
    val title = if (detail == null) words.recordTitle else detail.entry.facts.title ?: words.rowUntitled
    Screen(title, onBack = { onIntent(ItemIntent.Back) }) {
        state.problem?.let { item { ProblemCard(it, unchanged = false) { onIntent(ItemIntent.Refresh) } } }
        if (detail == null) {
            item { if (state.loading) Busy(words.recordReading) else Text(words.recordNotRead) }
        } else {
            everything(words, detail)
            original(words, detail.original, state.originalShown, onIntent)
        }
    }
}

private fun LazyListScope.everything(words: Words, detail: Detail) {
    val entry = detail.entry
    item {
        Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
            entry.facts.absence?.let { Text(words.absence(it)) }
            words.danger(entry.facts)?.let { Danger(it) }
            for (doubt in words.doubts(entry)) Caution(doubt)
            for ((label, value) in fields(words, entry.section, entry.facts)) Field(label, value)
        }
    }
    item { Heading(words.itemSources) }
    for (source in entry.sources) item { SourceCard(source) }
    part(words.itemRivals, entry.rivals) { rival ->
        Text(rival.facts.title ?: words.rowUntitled, style = MaterialTheme.typography.titleMedium)
        for ((label, value) in fields(words, entry.section, rival.facts)) Field(label, value)
        words.saidBy(rival.sources.firstOrNull())?.let { Quiet(it) }
    }
    part(words.itemDisputes, detail.disputes) { RemarkLines(it) }
    part(words.itemConfirmations, detail.confirmations) { RemarkLines(it) }
    part(words.itemReplacedBy, detail.replacedBy) { RemarkLines(it) }
    part(words.itemProposals, detail.proposals) { VersionLines(entry.section, it) }
    part(words.itemHistory, detail.history) { VersionLines(entry.section, it) }
}

private fun <T> LazyListScope.part(heading: String, all: List<T>, content: @Composable (T) -> Unit) {
    if (all.isEmpty()) return
    item { Heading(heading) }
    for (one in all) {
        item {
            Card {
                // One spoken line.
                Column(Modifier.fillMaxWidth().semantics(mergeDescendants = true) {}) { content(one) }
            }
        }
    }
}

/** What is stated, each with its name. */
private fun fields(words: Words, section: Section, facts: Facts): List<Pair<String, String>> = listOfNotNull(
    facts.value?.let { words.itemValue to isolated(it) },
    facts.flag?.let { words.flag(it) }?.let { words.itemValue to it },
    facts.range?.let { words.itemUsual to isolated(it) },
    words.severity(facts)?.takeIf { words.danger(facts) == null }?.let { words.itemSeverity to it },
    facts.reaction?.let { words.itemReaction to it },
    facts.dosage?.let { words.itemDosage to it },
    words.time(section, facts)?.let { words.itemWhen to it },
    facts.status?.let { words.itemStatus to it },
    facts.note?.let { words.itemNote to it },
) + facts.parts.mapNotNull { part -> part.value?.let { (part.title ?: words.itemValue) to isolated(it) } }

@Composable
private fun Field(label: String, value: String) {
    Column(Modifier.fillMaxWidth().semantics(mergeDescendants = true) {}) {
        Quiet(label)
        Text(value)
    }
}

@Composable
private fun SourceCard(source: Source) {
    val words = LocalWords.current
    Card {
        Column(Modifier.fillMaxWidth().semantics(mergeDescendants = true) {}) {
            words.saidBy(source)?.let { Text(it) }
            Quiet(words.origin(source))
            source.device?.let { Quiet(words.itemOnDevice(it)) }
        }
    }
}

@Composable
private fun RemarkLines(remark: Remark) {
    val words = LocalWords.current
    Text(words.remark(remark))
    remark.reason?.let { Text(words.itemReason(it)) }
    remark.device?.let { Quiet(words.itemOnDevice(it)) }
}

@Composable
private fun VersionLines(section: Section, version: Version) {
    val words = LocalWords.current
    val facts = version.facts
    if (facts != null) {
        Text(listOfNotNull(facts.title, facts.value?.let(::isolated)).joinToString(" "), style = MaterialTheme.typography.titleMedium)
        words.time(section, facts)?.let { Quiet(it) }
    }
    RemarkLines(version.remark)
}

private fun LazyListScope.original(words: Words, text: String?, shown: Boolean, onIntent: (ItemIntent) -> Unit) {
    item { Heading(words.itemOriginal) }
    if (text == null) {
        item { Text(words.itemOriginalNone) }
        return
    }
    item {
        OtherButton(if (shown) words.itemOriginalHide else words.itemOriginalShow, { onIntent(ItemIntent.ShowOriginal(!shown)) })
    }
    if (shown) {
        item {
            Card {
                Text(
                    text.take(LETTERS),
                    Modifier.padding(vertical = 8.dp),
                    style = MaterialTheme.typography.bodySmall.copy(fontFamily = FontFamily.Monospace, textDirection = TextDirection.Ltr),
                )
                if (text.length > LETTERS) Caution(words.itemOriginalCut)
            }
        }
    }
}

/** So much of a source's text is shown: more would take long to lay out. */
private const val LETTERS = 20_000
