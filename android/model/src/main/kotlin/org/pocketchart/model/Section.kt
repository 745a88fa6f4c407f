package org.pocketchart.model

/** A part of the record, in the order of the screen: the dangerous thing first. */
enum class Section {
    ALLERGIES,
    MEDICATIONS,
    PROBLEMS,
    IMMUNIZATIONS,
    RESULTS,
    VITALS,
    PROCEDURES,
    ENCOUNTERS,
    NOTES,
    DOCUMENTS,
    CARE_PLAN,
    CHECK_INS,
    MESSAGES,
    COVERAGE,
    PROFILE,
    SENSITIVE,
}

/** A section in one line. */
data class Overview(
    val section: Section,
    /** Statements that hold. */
    val current: Long,
    /** Entries of any standing. */
    val rows: Long,
    /** Statements that contradict another. */
    val unreconciled: Long,
    /** Changes that others propose. */
    val proposed: Long,
    /** Which kind of empty it is; none if it says something. */
    val emptiness: Emptiness?,
)

/** Empty is a statement, and there are two of them. */
sealed interface Emptiness {
    /** Nobody has said anything. It does not mean none. */
    data object NothingRecorded : Emptiness

    /** Somebody said that there is nothing, such as "no known allergy". */
    data class NoneKnown(val by: Person, val said: String?, val recordedMs: Long) : Emptiness
}

/** Who says or did something. */
data class Person(val name: String?, val isYou: Boolean)
