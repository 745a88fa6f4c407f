package org.pocketchart.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.toggleable
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.Checkbox
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.RadioButton
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.unit.dp
import org.pocketchart.model.AnsweredFrom
import org.pocketchart.model.Misfit
import org.pocketchart.model.Problem
import org.pocketchart.model.Question
import org.pocketchart.ui.words.LocalWords
import org.pocketchart.ui.words.Words

/** A question, its answer, where that is from, and what is wrong with it. */
@Composable
internal fun QuestionLines(question: Question, misfit: Misfit?, onAnswer: (List<String>) -> Unit) {
    val words = LocalWords.current
    Column(Modifier.fillMaxWidth(), verticalArrangement = Arrangement.spacedBy(4.dp)) {
        when (question.kind) {
            Question.Kind.WORDS_TO_READ -> {
                Text(question.words)
                return@Column
            }
            Question.Kind.YES_OR_NO -> Options(question, listOf("yes" to words.checkInYes, "no" to words.checkInNo), onAnswer)
            Question.Kind.CHOICE -> Options(question, question.options.map { it to it }, onAnswer)
            Question.Kind.CHOICE_OR_TEXT -> {
                Options(question, question.options.map { it to it }, onAnswer)
                Typed(question, misfit, onAnswer)
            }
            else -> Typed(question, misfit, onAnswer)
        }
        if (question.answers.isNotEmpty()) from(words, question.from)?.let { Quiet(it) }
        (misfit?.faultId ?: question.faultId)?.let { Fault(it) }
    }
}

private fun from(words: Words, from: AnsweredFrom?): String? = when (from) {
    null -> null
    AnsweredFrom.Form -> words.checkInSuggested
    is AnsweredFrom.Record -> from.measured?.let { words.checkInMeasured(words.date(it)) } ?: words.checkInFromRecord
}

@Composable
private fun Fault(id: String) {
    val said = LocalWords.current.problem(Problem(id))
    Column(Modifier.semantics(mergeDescendants = true) { liveRegion = LiveRegionMode.Polite }) {
        Caution(said.what)
        Quiet(said.next)
    }
}

/** Answers to choose from, each as its word to the core and its word to the person. */
@Composable
private fun Options(question: Question, options: List<Pair<String, String>>, onAnswer: (List<String>) -> Unit) {
    val words = LocalWords.current
    Text(question.words)
    for ((answer, said) in options) {
        val on = answer in question.answers
        val touched = if (question.several) {
            Modifier.toggleable(on, role = Role.Checkbox) { onAnswer(if (it) question.answers + answer else question.answers - answer) }
        } else {
            Modifier.selectable(on, role = Role.RadioButton) { onAnswer(listOf(answer)) }
        }
        Row(
            touched.fillMaxWidth().heightIn(min = 48.dp),
            verticalAlignment = Alignment.CenterVertically,
            horizontalArrangement = Arrangement.spacedBy(8.dp),
        ) {
            if (question.several) Checkbox(on, null) else RadioButton(on, null)
            Text(said, Modifier.weight(1f))
        }
    }
    if (question.answers.isNotEmpty()) OtherButton(words.checkInOpen, { onAnswer(emptyList()) })
}

@Composable
private fun Typed(question: Question, misfit: Misfit?, onAnswer: (List<String>) -> Unit) {
    val words = LocalWords.current
    // What is typed stands here at once; the core's own form of it comes with the next question.
    var text by remember(question.id) { mutableStateOf((misfit?.words ?: question.answers).joinToString("\n")) }
    OutlinedTextField(
        text,
        {
            text = it
            onAnswer(answersIn(it, question.several))
        },
        Modifier.fillMaxWidth(),
        label = { Text(question.words) },
        isError = misfit != null,
        singleLine = !question.several && question.kind != Question.Kind.LONG_TEXT,
        supportingText = {
            Column {
                if (question.units.isNotEmpty()) Text(words.checkInUnits(question.units.joinToString()))
                if (question.several) Text(words.checkInSeveral)
            }
        },
        keyboardOptions = KeyboardOptions(keyboardType = if (question.kind == Question.Kind.NUMBER) KeyboardType.Decimal else KeyboardType.Text),
    )
}

/** The answers in what was typed: one on each line where several may be given. */
internal fun answersIn(text: String, several: Boolean): List<String> =
    (if (several) text.lines() else listOf(text)).map(String::trim).filter(String::isNotEmpty)
