package org.pocketchart.ui

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.text.style.TextDecoration
import androidx.compose.ui.unit.dp
import org.pocketchart.model.Entry
import org.pocketchart.model.Facts
import org.pocketchart.model.Source
import org.pocketchart.model.Standing
import org.pocketchart.ui.words.LocalWords

/** One statement: what, how bad, when, who says so, how sure. A screen reader says it as one line. */
@Composable
internal fun EntryRow(entry: Entry, onOpen: (() -> Unit)?) {
    val touched = if (onOpen == null) Modifier else Modifier.clickable(onClick = onOpen)
    Column(
        touched.fillMaxWidth().heightIn(min = 48.dp).padding(vertical = 8.dp),
        verticalArrangement = Arrangement.spacedBy(4.dp),
    ) {
        Statement(entry)
    }
}

@Composable
internal fun Statement(entry: Entry) {
    val words = LocalWords.current
    val facts = entry.facts
    val gone = entry.standing == Standing.RETRACTED || entry.standing == Standing.REPLACED
    Text(
        facts.title ?: words.rowUntitled,
        style = MaterialTheme.typography.titleMedium,
        // What is taken back does not disappear.
        textDecoration = if (gone) TextDecoration.LineThrough else null,
    )
    facts.absence?.let { Text(words.absence(it)) }
    words.danger(facts)?.let { Danger(it) }
    words.severity(facts)?.takeIf { words.danger(facts) == null && facts.absence == null }?.let { Text(it) }
    facts.reaction?.let { Text(it) }
    Measured(facts)
    facts.dosage?.let { Text(it) }
    for (doubt in words.doubts(entry)) Caution(doubt)
    if (entry.past) Quiet(words.rowPast)
    Quiet(origin(entry.section.let { words.time(it, facts) }, entry.sources))
}

@Composable
private fun Measured(facts: Facts) {
    val words = LocalWords.current
    facts.value?.let { Value(it) }
    for (part in facts.parts) part.value?.let { Value(listOfNotNull(part.title, it).joinToString(": ")) }
    facts.flag?.let { words.flag(it) }?.let { Caution(it) }
    facts.range?.let { Quiet("${words.itemUsual}: ${isolated(it)}") }
}

@Composable
private fun origin(time: String?, sources: List<Source>): String {
    val words = LocalWords.current
    val more = if (sources.size > 1) words.rowSources(sources.size.toLong()) else null
    return listOfNotNull(time, words.saidBy(sources.firstOrNull()), more).joinToString(" · ")
}

/** Numbers and units in their own order within a line of any direction. */
internal fun isolated(text: String) = "\u2066$text\u2069"
