package org.pocketchart.ui

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.safeDrawingPadding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.lazy.LazyColumn
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.selection.toggleable
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material.icons.Icons
import androidx.compose.material.icons.automirrored.filled.ArrowBack
import androidx.compose.material3.Button
import androidx.compose.material3.ButtonDefaults
import androidx.compose.material3.Icon
import androidx.compose.material3.IconButton
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Surface
import androidx.compose.material3.Switch
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextDirection
import androidx.compose.ui.unit.dp
import org.pocketchart.model.Problem
import org.pocketchart.ui.words.LocalWords

/** A screen: its title, and a list that scrolls. On a tablet lines stay short enough to read. */
@Composable
internal fun Screen(title: String, onBack: (() -> Unit)? = null, content: LazyListScope.() -> Unit) {
    Surface(Modifier.fillMaxSize(), color = LocalTokens.current.paper) {
        Box(Modifier.fillMaxSize().safeDrawingPadding(), contentAlignment = Alignment.TopCenter) {
            LazyColumn(
                Modifier.widthIn(max = 640.dp).fillMaxWidth().padding(horizontal = 16.dp).testTag("screen"),
                verticalArrangement = Arrangement.spacedBy(16.dp),
            ) {
                item { Header(title, onBack) }
                content()
                item { Box(Modifier.size(8.dp)) }
            }
        }
    }
}

@Composable
private fun Header(title: String, onBack: (() -> Unit)?) {
    Row(Modifier.padding(top = 8.dp), verticalAlignment = Alignment.CenterVertically) {
        if (onBack != null) {
            IconButton(onBack, Modifier.size(48.dp)) {
                Icon(Icons.AutoMirrored.Filled.ArrowBack, LocalWords.current.commonBack)
            }
        }
        // A name in another direction still stands where titles stand.
        Box(Modifier.weight(1f)) {
            Text(title, Modifier.padding(vertical = 8.dp).semantics { heading() }, style = MaterialTheme.typography.titleLarge)
        }
    }
}

@Composable
internal fun Heading(text: String) {
    Text(text, Modifier.padding(top = 8.dp).semantics { heading() }, style = MaterialTheme.typography.titleMedium)
}

@Composable
internal fun Quiet(text: String, modifier: Modifier = Modifier) {
    Text(text, modifier, color = LocalTokens.current.quiet, style = MaterialTheme.typography.bodySmall)
}

/** The one thing to do. */
@Composable
internal fun MainButton(text: String, onClick: () -> Unit, enabled: Boolean = true) {
    Button(onClick, Modifier.fillMaxWidth().heightIn(min = 48.dp), enabled = enabled, shape = ROUNDED) { Text(text) }
}

@Composable
internal fun OtherButton(text: String, onClick: () -> Unit, enabled: Boolean = true) {
    val tokens = LocalTokens.current
    OutlinedButton(
        onClick,
        Modifier.fillMaxWidth().heightIn(min = 48.dp),
        enabled = enabled,
        shape = ROUNDED,
        colors = ButtonDefaults.outlinedButtonColors(contentColor = tokens.action),
        border = BorderStroke(1.dp, if (enabled) tokens.action else tokens.line),
    ) { Text(text) }
}

/** A choice that is on or off, with its words as part of what is touched. */
@Composable
internal fun Choice(text: String, on: Boolean, onChange: (Boolean) -> Unit) {
    Row(
        Modifier.fillMaxWidth().heightIn(min = 48.dp).toggleable(on, role = Role.Switch, onValueChange = onChange),
        verticalAlignment = Alignment.CenterVertically,
        horizontalArrangement = Arrangement.spacedBy(16.dp),
    ) {
        Text(text, Modifier.weight(1f))
        Switch(on, null)
    }
}

internal val ROUNDED = RoundedCornerShape(8.dp)

/** Things that belong together. */
@Composable
internal fun Card(modifier: Modifier = Modifier, edge: Color = LocalTokens.current.line, content: @Composable ColumnScope.() -> Unit) {
    Column(
        modifier
            .fillMaxWidth()
            .background(LocalTokens.current.surface, ROUNDED)
            .border(1.dp, edge, ROUNDED)
            .padding(horizontal = 16.dp, vertical = 8.dp),
        content = content,
    )
}

/** A word with its shape; the shape is for the eyes alone. */
@Composable
internal fun Mark(shape: String, text: String, color: Color) {
    Row(horizontalArrangement = Arrangement.spacedBy(4.dp)) {
        Text(shape, Modifier.clearAndSetSemantics {}, color = color)
        Text(text, color = color, style = MaterialTheme.typography.titleMedium)
    }
}

@Composable
internal fun Danger(text: String) = Mark("▲", text, LocalTokens.current.danger)

@Composable
internal fun Caution(text: String) = Mark("◆", text, LocalTokens.current.caution)

/** A value with its unit. It reads from left to right, also among Arabic words. */
@Composable
internal fun Value(text: String) {
    Text(text, style = MaterialTheme.typography.titleMedium.copy(textDirection = if (text.any(Char::isDigit)) TextDirection.Ltr else TextDirection.Content))
}

/** Something is being done; a screen reader says so. */
@Composable
internal fun Busy(text: String) {
    Quiet(text, Modifier.semantics { liveRegion = LiveRegionMode.Polite })
}

/** What happened, what was kept, and what to do next. */
@Composable
internal fun ProblemCard(problem: Problem, unchanged: Boolean = true, onAgain: (() -> Unit)? = null) {
    val words = LocalWords.current
    val said = words.problem(problem)
    Card(edge = LocalTokens.current.caution) {
        Column(
            Modifier.semantics(mergeDescendants = true) { liveRegion = LiveRegionMode.Assertive },
            verticalArrangement = Arrangement.spacedBy(4.dp),
        ) {
            Caution(said.what)
            if (unchanged) Text(words.commonUnchanged)
            Text(said.next)
        }
        if (onAgain != null) {
            Box(Modifier.padding(vertical = 8.dp)) { OtherButton(words.commonAgain, onAgain) }
        }
    }
}
