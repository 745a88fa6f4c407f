package org.pocketchart.model

/** One thing in a list: what, when, who says so, how sure. */
data class Entry(
    val id: String,
    val section: Section,
    val facts: Facts,
    val standing: Standing,
    /** Whether it is over: resolved, stopped, completed. */
    val past: Boolean,
    val sources: List<Source>,
    /** Statements that contradict it. */
    val rivals: List<Rival> = emptyList(),
    val disputed: Boolean = false,
    val proposals: Int = 0,
    /** False while its content is still to come from another device. */
    val contentHere: Boolean = true,
)

/** A statement that contradicts an entry. */
data class Rival(val facts: Facts, val sources: List<Source>)

/** How an entry stands. */
enum class Standing { CURRENT, UNRECONCILED, RETRACTED, REPLACED, PROPOSED }

/** What is stated. Codes, dates and numbers are as their source wrote them. */
data class Facts(
    val title: String?,
    /** False when a field has an unexpected shape. */
    val readable: Boolean = true,
    val absence: Absence? = null,
    val category: String? = null,
    val began: String? = null,
    val ended: String? = null,
    val status: String? = null,
    val verification: String? = null,
    val severity: String? = null,
    val criticality: String? = null,
    val value: String? = null,
    val range: String? = null,
    val flag: String? = null,
    val parts: List<Reading> = emptyList(),
    val reaction: String? = null,
    val dosage: String? = null,
    val note: String? = null,
    val who: String? = null,
)

/** A statement that there is nothing, which is not the same as nothing stated. */
enum class Absence { NONE_KNOWN, NO_INFORMATION, NOT_DONE }

/** One of several values measured together. */
data class Reading(val title: String?, val value: String?)

/** One source of a statement. */
data class Source(
    val id: String,
    /** Who says so, by the name in the statement itself. */
    val who: String?,
    /** Who wrote it down or brought it in. */
    val writer: Person,
    val device: String?,
    val recordedMs: Long,
    /** Whether it came out of a file; else it was typed in. */
    val imported: Boolean,
    val origin: Origin? = null,
)

/** From whom something came by a card or a link, and what is known of that. */
data class Origin(val issuer: String, val proof: Proof)

/** What is known of who issued something. */
sealed interface Proof {
    data object Unsigned : Proof

    /** The signature held, by a key that nobody vouches for. */
    data object Signed : Proof

    /** The signature held, by the key of an issuer on a list that the person trusted. */
    data class Listed(val name: String) : Proof
}

/** A part of a list, and whether there is more after it. */
data class Page(val entries: List<Entry>, val more: Boolean)

/** Everything that is known about an entry. */
data class Detail(
    val entry: Entry,
    /** Everything that was said of it, oldest first. */
    val history: List<Version>,
    val replacedBy: List<Remark>,
    val disputes: List<Remark>,
    val confirmations: List<Remark>,
    /** What others propose. */
    val proposals: List<Version>,
    /** The content as it came, where it is text; none where it is not, or is not here. */
    val original: String?,
)

/** One statement in an entry's history. */
data class Version(val facts: Facts?, val remark: Remark)

/** What somebody did to an entry. */
data class Remark(
    /** None for what begins a history, or a newer copy of its source. */
    val act: Act?,
    val by: Person,
    val device: String?,
    val recordedMs: Long,
    val reason: String?,
)

enum class Act { CONFIRM, CORRECT, DISPUTE, RESOLVE, RETRACT }
