package org.pocketchart.ui

import java.nio.file.Path
import java.time.ZoneId
import java.time.ZoneOffset
import java.util.Locale
import javax.xml.parsers.DocumentBuilderFactory
import org.pocketchart.ui.words.CountedWord
import org.pocketchart.ui.words.Word
import org.pocketchart.ui.words.WordSource
import org.w3c.dom.Element

/** The app's own `strings.xml`, so that tests and pictures show the words that ship. */
internal class XmlWords(private val language: String = "en") : WordSource {
    override val locale: Locale = Locale.forLanguageTag(language)
    override val zone: ZoneId = ZoneOffset.UTC
    private val file = root(language)
    val words: Map<String, String> = file.children("string").associate { it.getAttribute("name") to unescaped(it.textContent) }
    val counted: Map<String, Map<String, String>> = file.children("plurals").associate { word ->
        word.getAttribute("name") to word.children("item").associate { it.getAttribute("quantity") to unescaped(it.textContent) }
    }

    override fun word(word: Word, vararg arguments: String) = words.getValue(word.key).format(*arguments)

    override fun counted(word: CountedWord, count: Long, vararg arguments: String): String {
        val forms = counted.getValue(word.key)
        return (forms[form(language, count)] ?: forms.getValue("other")).format(*arguments)
    }

    private fun root(language: String): Element {
        val folder = if (language == "en") "values" else "values-$language"
        val path = Path.of(System.getProperty("resources"), folder, "strings.xml")
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(path.toFile()).documentElement
    }

    private fun Element.children(name: String): List<Element> {
        val all = getElementsByTagName(name)
        return (0 until all.length).map { all.item(it) as Element }
    }

    private fun unescaped(text: String) = text.replace(Regex("\\\\(.)"), "$1")
}

/** Which form a number takes (CLDR), for whole numbers as they occur here. */
internal fun form(language: String, n: Long): String = when (language) {
    "zh" -> "other"
    "fr" -> if (n in 0..1) "one" else "other"
    "ar" -> when {
        n in 0..2 -> listOf("zero", "one", "two")[n.toInt()]
        n % 100 in 3..10 -> "few"
        n % 100 in 11..99 -> "many"
        else -> "other"
    }
    else -> if (n == 1L) "one" else "other"
}
