package org.pocketchart.model

/** The recovery words: shown, then three of them asked for, then gone. */
data class WordsCheck(
    val words: List<String>,
    /** Which are asked for, counted from 1; empty while the words are shown. */
    val asked: List<Int> = emptyList(),
    val typed: Map<Int, String> = emptyMap(),
    /** The first that was typed wrongly. */
    val wrong: Int? = null,
) {
    fun ask(positions: List<Int>) = copy(asked = positions.sorted(), typed = emptyMap(), wrong = null)

    fun showAgain() = copy(asked = emptyList(), typed = emptyMap(), wrong = null)

    fun type(position: Int, word: String) = copy(typed = typed + (position to word), wrong = wrong.takeIf { it != position })

    fun check() = copy(wrong = asked.firstOrNull { typed[it].orEmpty().trim().lowercase() != words[it - 1] })

    /** Whether all that was asked for is right. */
    val isRight get() = asked.isNotEmpty() && check().wrong == null

    /** Without the words: this may stand in a log. */
    override fun toString() = "WordsCheck(asked=$asked)"
}
