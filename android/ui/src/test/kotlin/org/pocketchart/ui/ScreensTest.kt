package org.pocketchart.ui

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.requiredSize
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.onRoot
import androidx.compose.ui.test.performSemanticsAction
import androidx.compose.ui.test.v2.runComposeUiTest
import androidx.compose.ui.text.TextLayoutResult
import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.dp
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertTrue
import org.pocketchart.model.RecordIntent
import org.pocketchart.model.Section
import org.pocketchart.ui.words.LocalWords
import org.pocketchart.ui.words.Words

/** What a screen reader and a finger find. */
@OptIn(ExperimentalTestApi::class)
class ScreensTest {
    /** A narrow phone, so tall that everything is laid out. */
    private fun shown(scale: Float = 1f, language: String = "en", content: @Composable () -> Unit, check: ComposeUiTest.() -> Unit) = runComposeUiTest {
        setContent {
            CompositionLocalProvider(LocalWords provides Words(XmlWords(language)), LocalDensity provides Density(1f, scale)) {
                PocketchartTheme(dark = false) { Box(Modifier.requiredSize(320.dp, 9000.dp)) { content() } }
            }
        }
        check()
    }

    private fun SemanticsNode.all(): List<SemanticsNode> = listOf(this) + children.flatMap { it.all() }

    private fun SemanticsNode.spoken() =
        (config.getOrNull(SemanticsProperties.ContentDescription).orEmpty() + config.getOrNull(SemanticsProperties.Text).orEmpty().map { it.text }).joinToString(", ")

    @Test
    fun everyScreenHasAHeadingAndTouchesThatAreNamedAndLarge() {
        for ((name, screen) in SCREENS) shown(content = screen) {
            val nodes = onRoot().fetchSemanticsNode().all()
            assertTrue(nodes.any { SemanticsProperties.Heading in it.config }, "$name has no heading")
            val touched = nodes.filter { SemanticsActions.OnClick in it.config }
            for (node in touched) {
                assertTrue(node.size.height >= 48, "$name: ${node.spoken()} is ${node.size.height} dp high")
                val label = node.all().joinToString("") { it.spoken() }
                assertTrue(label.isNotBlank(), "$name: something to touch has no name")
            }
        }
    }

    /** Nothing is cut off when letters are twice as large, in any language. */
    @Test
    fun noTextIsClippedAtTwiceTheSize() {
        for (language in LANGUAGES) for ((name, screen) in SCREENS) shown(2f, language, screen) {
            val texts = onRoot(useUnmergedTree = true).fetchSemanticsNode().all()
            var seen = 0
            for (node in texts) {
                // What a person types scrolls in its field.
                if (SemanticsProperties.EditableText in node.config) continue
                val layouts = mutableListOf<TextLayoutResult>()
                node.config.getOrNull(SemanticsActions.GetTextLayoutResult)?.action?.invoke(layouts)
                for (layout in layouts) {
                    seen++
                    // Sizes are whole pixels, paragraphs are not.
                    val drawn = layout.multiParagraph
                    val widest = (0 until drawn.lineCount).maxOf { drawn.getLineWidth(it) }
                    val cut = drawn.height > layout.size.height + 1 || widest > layout.size.width + 1 || drawn.didExceedMaxLines
                    assertFalse(cut, "$language, $name: ${layout.layoutInput.text}: $widest x ${drawn.height} in ${layout.size}")
                }
            }
            assertTrue(seen > 1, "$language, $name: only $seen texts")
        }
    }

    @Test
    fun anEntryIsOneSpokenLine() = shown(content = SCREENS.getValue("record")) {
        val lines = onRoot().fetchSemanticsNode().all().map { it.spoken() }
        assertTrue("Penicillin, severe, Hives, shortness of breath, since May 1998 · said by Dr. Amara Lindqvist" in lines, lines.joinToString("\n"))
        assertTrue("Peanut, written by you" in lines)
        assertTrue(lines.none { "▲" in it || "◆" in it }, "a shape is spoken")
    }

    /** Allergies come first, and what nobody said is not said to be none. */
    @Test
    fun theDangerousThingFirst() = shown(content = SCREENS.getValue("record")) {
        val headings = onRoot().fetchSemanticsNode().all().filter { SemanticsProperties.Heading in it.config || SemanticsActions.OnClick in it.config }
        val names = headings.map { it.spoken() }
        assertTrue(names.indexOfFirst { it.startsWith("Allergies") } < names.indexOfFirst { it.startsWith("Medicines") }, names.toString())
    }

    @Test
    fun theKindsOfEmpty() {
        shown(content = SCREENS.getValue("section-nothing")) {
            onNodeWithText("Nothing recorded").assertExists()
            onNodeWithText("Nobody has said anything here. That does not mean that there is nothing.").assertExists()
        }
        shown(content = SCREENS.getValue("section-none-known")) {
            onNodeWithText("None known, said by you on March 3, 2026").assertExists()
            onNodeWithText("Nothing recorded").assertDoesNotExist()
        }
        shown(content = SCREENS.getValue("record-partial")) {
            onNodeWithText("This could not be read. That does not mean that there is nothing.").assertExists()
        }
    }

    @Test
    fun problemsAndProgressAreAnnounced() {
        for (name in listOf("start-busy", "start-refused", "locked-refused", "import-running", "import-refused", "import-done", "check-in-faults", "check-in-answered", "words-asked")) {
            shown(content = SCREENS.getValue(name)) {
                val live = onRoot(useUnmergedTree = true).fetchSemanticsNode().all().any { SemanticsProperties.LiveRegion in it.config }
                assertTrue(live, "$name says nothing")
            }
        }
    }

    @Test
    fun touchesBecomeIntents() {
        val intents = mutableListOf<RecordIntent>()
        shown(content = { RecordScreen(fullRecord) { intents += it } }) {
            onNode(hasText("Latex") and hasClickAction()).performSemanticsAction(SemanticsActions.OnClick)
            onNode(hasText("Medicines") and hasClickAction()).performSemanticsAction(SemanticsActions.OnClick)
            onNode(hasText("Lock") and hasClickAction()).performSemanticsAction(SemanticsActions.OnClick)
        }
        assertEquals(listOf(RecordIntent.OpenItem("2"), RecordIntent.OpenSection(Section.MEDICATIONS), RecordIntent.Lock), intents)
    }

    /** Recovery words are spoken with their numbers, and cannot be selected or copied. */
    @Test
    fun recoveryWordsAreSpokenButNotCopied() = shown(content = SCREENS.getValue("words")) {
        val nodes = onRoot().fetchSemanticsNode().all()
        assertTrue(nodes.any { it.spoken() == "Word 24: actual" })
        onNode(SemanticsMatcher.keyIsDefined(SemanticsActions.CopyText)).assertDoesNotExist()
    }

    @Test
    fun whatIsTypedBecomesAnswers() {
        assertEquals(listOf("a", "b"), answersIn(" a \n\nb", several = true))
        assertEquals(listOf("a b"), answersIn("a b ", several = false))
        assertEquals(emptyList(), answersIn("  ", several = false))
    }
}
