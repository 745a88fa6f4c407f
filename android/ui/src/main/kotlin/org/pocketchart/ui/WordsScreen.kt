package org.pocketchart.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.key
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.KeyboardCapitalization
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.unit.dp
import org.pocketchart.model.AppIntent
import org.pocketchart.model.WordsCheck
import org.pocketchart.ui.words.LocalWords

/** The 24 words: shown, then three asked for. They cannot be selected, so they do not come into the clipboard. */
@Composable
fun WordsScreen(check: WordsCheck, onIntent: (AppIntent) -> Unit) {
    if (check.asked.isEmpty()) Shown(check, onIntent) else AskedFor(check, onIntent)
}

@Composable
private fun Shown(check: WordsCheck, onIntent: (AppIntent) -> Unit) {
    val words = LocalWords.current
    Screen(words.wordsTitle) {
        item { Text(words.wordsLead) }
        item { Caution(words.wordsOnce) }
        item {
            Card {
                check.words.forEachIndexed { index, word ->
                    val number = words.source.number(index + 1L)
                    val spoken = words.wordsNumber(number, word)
                    Row(
                        Modifier.fillMaxWidth().padding(vertical = 4.dp).clearAndSetSemantics { contentDescription = spoken },
                        horizontalArrangement = Arrangement.spacedBy(16.dp),
                    ) {
                        Quiet(number, Modifier.widthIn(min = 32.dp).alignByBaseline())
                        Text(word, Modifier.alignByBaseline(), style = MaterialTheme.typography.titleMedium)
                    }
                }
            }
        }
        item { MainButton(words.wordsWritten, { onIntent(AppIntent.WordsWritten) }) }
    }
}

@Composable
private fun AskedFor(check: WordsCheck, onIntent: (AppIntent) -> Unit) {
    val words = LocalWords.current
    Screen(words.wordsCheckTitle) {
        item {
            Column(verticalArrangement = Arrangement.spacedBy(16.dp)) {
                for (position in check.asked) {
                    key(position) { OneWord(position, check, onIntent) }
                }
            }
        }
        item { MainButton(words.wordsDone, { onIntent(AppIntent.CheckWords) }) }
        item { OtherButton(words.wordsAgain, { onIntent(AppIntent.ShowWords) }) }
    }
}

@Composable
private fun OneWord(position: Int, check: WordsCheck, onIntent: (AppIntent) -> Unit) {
    val words = LocalWords.current
    val number = words.source.number(position.toLong())
    val wrong = check.wrong == position
    OutlinedTextField(
        check.typed[position].orEmpty(),
        { onIntent(AppIntent.TypeWord(position, it)) },
        Modifier.fillMaxWidth(),
        label = { Text(words.wordsType(number)) },
        isError = wrong,
        supportingText = {
            if (wrong) Text(words.wordsWrong(number), Modifier.semantics { liveRegion = LiveRegionMode.Polite })
        },
        // A keyboard does not learn these words.
        keyboardOptions = KeyboardOptions(KeyboardCapitalization.None, autoCorrectEnabled = false, keyboardType = KeyboardType.Password),
        singleLine = true,
    )
}
