package org.pocketchart.ui.words

import androidx.compose.runtime.staticCompositionLocalOf
import java.text.NumberFormat
import java.time.ZoneId
import java.util.Locale

/** Where the words come from: Android's resources on a phone, the same `strings.xml` in tests. */
interface WordSource {
    val locale: Locale

    val zone: ZoneId

    fun word(word: Word, vararg arguments: String): String

    fun counted(word: CountedWord, count: Long, vararg arguments: String): String

    fun number(value: Long): String = NumberFormat.getIntegerInstance(locale).format(value)
}

val LocalWords = staticCompositionLocalOf<Words> { error("no words") }
