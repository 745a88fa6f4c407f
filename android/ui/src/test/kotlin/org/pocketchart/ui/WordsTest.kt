package org.pocketchart.ui

import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertTrue
import org.pocketchart.model.Act
import org.pocketchart.model.Facts
import org.pocketchart.model.Person
import org.pocketchart.model.Problem
import org.pocketchart.model.Remark
import org.pocketchart.model.Section
import org.pocketchart.ui.words.CountedWord
import org.pocketchart.ui.words.Word
import org.pocketchart.ui.words.Words

internal val LANGUAGES = listOf("en", "es", "fr", "de", "ar", "zh")

class WordsTest {
    private val placeholder = Regex("%\\d\\\$s")

    private fun placeholders(text: String) = placeholder.findAll(text).map { it.value }.toSet()

    /** What ships on the phone has the same keys and the same places for arguments in every language. */
    @Test
    fun everyLanguageSaysTheSame() {
        val english = XmlWords()
        assertEquals(Word.entries.map { it.key }.toSet(), english.words.keys)
        assertEquals(CountedWord.entries.map { it.key }.toSet(), english.counted.keys)
        for (language in LANGUAGES) {
            val theirs = XmlWords(language)
            assertEquals(english.words.mapValues { placeholders(it.value) }, theirs.words.mapValues { placeholders(it.value) }, language)
            assertEquals(english.counted.keys, theirs.counted.keys, language)
            for ((key, forms) in theirs.counted) {
                val needed = (0L..200).map { form(language, it) }.toSet()
                assertTrue(forms.keys.containsAll(needed), "$language: $key")
                val places = placeholders(english.counted.getValue(key).getValue("other"))
                assertTrue(forms.values.all { placeholders(it) == places }, "$language: $key")
            }
        }
    }

    /** "Nothing recorded" is never said as "none" is. */
    @Test
    fun theTwoKindsOfEmptyAreDifferentSentences() {
        for (language in LANGUAGES) {
            val words = Words(XmlWords(language))
            val noneKnown = listOf(words.sectionNoneKnownYou("x"), words.sectionNoneKnown("x", "y"), words.rowNoneKnown)
            assertFalse(words.sectionNothing in noneKnown, language)
            assertTrue(noneKnown.none { it.startsWith(words.sectionNothing) }, language)
        }
    }

    @Test
    fun problemsAreSaidWithWhatToDo() {
        for (language in LANGUAGES) {
            val words = Words(XmlWords(language))
            val names = words.problem(Problem("import-another-person", listOf("Jonas Berg")))
            assertTrue("Jonas Berg" in names.what, language)
            for (id in listOf("store-wrong-key", "key-cancelled", "internal", "chart-locked", "import-empty", "form-type", Problem.FAULTS)) {
                val said = words.problem(Problem(id))
                assertFalse(said.what == words.commonOtherProblem, "$language: $id")
            }
            assertEquals(words.commonOtherProblem, words.problem(Problem("an-id-of-tomorrow")).what)
        }
        assertEquals("The file is cut off after 1,234 bytes.", Words(XmlWords()).problem(Problem("import-truncated", at = 1234)).what)
    }

    /** What to do on a phone is never an option of the command line. */
    @Test
    fun noSentenceNamesACommand() {
        for (language in LANGUAGES) {
            val all = XmlWords(language).run { words.values + counted.values.flatMap { it.values } }
            assertEquals(emptyList(), all.filter { "--" in it || "“pocketchart" in it }, language)
        }
    }

    @Test
    fun datesHaveTheirMonthAsAWord() {
        val words = Words(XmlWords())
        assertEquals("May 1998", words.date("1998-05"))
        assertEquals("2011", words.date("2011"))
        assertEquals("March 3, 2026", words.date("2026-03-03T10:00:00+01:00"))
        assertEquals("sometime", words.date("sometime"))
        assertEquals("1998年5月", Words(XmlWords("zh")).date("1998-05"))
        assertEquals("3. März 2026", Words(XmlWords("de")).date("2026-03-03"))
        assertEquals("since May 1998", words.time(Section.ALLERGIES, Facts("x", began = "1998-05")))
        assertEquals("2001 to May 2002", words.time(Section.PROBLEMS, Facts("x", began = "2001", ended = "2002-05")))
    }

    @Test
    fun numbersTakeTheirForm() {
        assertEquals("1 entry", Words(XmlWords()).sectionCurrent(1))
        assertEquals("0 entries", Words(XmlWords()).sectionCurrent(0))
        assertEquals("0 entrée", Words(XmlWords("fr")).sectionCurrent(0))
        assertTrue("قيود" in Words(XmlWords("ar")).sectionCurrent(5))
    }

    @Test
    fun whoDidWhatAndWhen() {
        val words = Words(XmlWords())
        val remark = Remark(Act.CORRECT, Person(null, isYou = true), null, 0, null)
        assertEquals("corrected, January 1, 1970, you", words.remark(remark))
        assertEquals("written down, January 1, 1970, somebody without a name", words.remark(remark.copy(act = null, by = Person(null, false))))
    }
}
