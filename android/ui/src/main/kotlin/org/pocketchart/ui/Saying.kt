package org.pocketchart.ui

import java.time.DateTimeException
import java.time.Instant
import java.time.LocalDate
import java.time.YearMonth
import java.time.format.DateTimeFormatter
import java.time.format.FormatStyle
import org.pocketchart.model.Absence
import org.pocketchart.model.Act
import org.pocketchart.model.Entry
import org.pocketchart.model.Facts
import org.pocketchart.model.Person
import org.pocketchart.model.Problem
import org.pocketchart.model.Proof
import org.pocketchart.model.Remark
import org.pocketchart.model.Section
import org.pocketchart.model.Source
import org.pocketchart.model.Standing
import org.pocketchart.ui.words.Words

/** What happened, and what to do. */
internal class Said(val what: String, val next: String)

internal fun Words.problem(problem: Problem): Said {
    val names = problem.names.joinToString()
    val what = when (problem.id) {
        "import-another-person" -> importAnotherPerson(names)
        "import-several-people" -> importSeveralPeople(names)
        "import-truncated" -> importTruncated(source.number(problem.at ?: 0))
        "import-stopped" -> importStopped(source.number(problem.kept ?: 0))
        Problem.FAULTS -> checkInFaults
        else -> said(problem.id)
    }
    val next = if (problem.id == Problem.FAULTS) checkInFaultsNext else said(problem.id + "-next")
    return if (what == null || next == null) Said(commonOtherProblem, commonOtherProblemNext) else Said(what, next)
}

internal fun Words.section(section: Section) = when (section) {
    Section.ALLERGIES -> sectionAllergies
    Section.MEDICATIONS -> sectionMedications
    Section.PROBLEMS -> sectionProblems
    Section.IMMUNIZATIONS -> sectionImmunizations
    Section.RESULTS -> sectionResults
    Section.VITALS -> sectionVitals
    Section.PROCEDURES -> sectionProcedures
    Section.ENCOUNTERS -> sectionEncounters
    Section.NOTES -> sectionNotes
    Section.DOCUMENTS -> sectionDocuments
    Section.CARE_PLAN -> sectionCarePlan
    Section.CHECK_INS -> sectionCheckIns
    Section.MESSAGES -> sectionMessages
    Section.COVERAGE -> sectionCoverage
    Section.PROFILE -> sectionProfile
    Section.SENSITIVE -> sectionSensitive
}

/** A FHIR date in the reader's form, with the month as a word. What is no date stays as written. */
internal fun Words.date(written: String): String = try {
    when (written.length) {
        4 -> written
        7 -> YearMonth.parse(written).format(DateTimeFormatter.ofPattern(if (source.locale.language == "zh") "yyyy年M月" else "LLLL yyyy", source.locale))
        else -> day(LocalDate.parse(written.take(10)))
    }
} catch (_: DateTimeException) {
    written
}

internal fun Words.date(ms: Long): String = day(Instant.ofEpochMilli(ms).atZone(source.zone).toLocalDate())

private fun Words.day(day: LocalDate) = day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(source.locale))

/** When it was: since a day, or from one to another. */
internal fun Words.time(section: Section, facts: Facts): String? {
    val began = facts.began ?: return facts.ended?.let { date(it) }
    val ended = facts.ended
    return when {
        ended != null && ended != began -> rowFromTo(date(began), date(ended))
        section in LASTING -> rowSince(date(began))
        else -> date(began)
    }
}

private val LASTING = setOf(Section.ALLERGIES, Section.MEDICATIONS, Section.PROBLEMS)

/** Who says so. A name in the statement itself says more than who brought it in. */
internal fun Words.saidBy(source: Source?): String? = when {
    source == null -> null
    source.who != null -> rowSaidBy(source.who.orEmpty())
    source.imported -> rowUnnamedSource
    source.writer.isYou -> rowTypedByYou
    else -> rowTypedBy(person(source.writer))
}

internal fun Words.person(person: Person) = if (person.isYou) itemYou else person.name ?: itemSomebody

/** The severe and the high-risk are dangers; the word says which. */
internal fun Words.danger(facts: Facts): String? = when {
    facts.absence != null -> null
    facts.severity == "severe" -> cardSevere
    facts.criticality == "high" -> cardHighRisk
    else -> null
}

internal fun Words.severity(facts: Facts): String? = danger(facts) ?: when (facts.severity) {
    "mild" -> cardMild
    "moderate" -> cardModerate
    else -> facts.severity
}

internal fun Words.absence(absence: Absence) = when (absence) {
    Absence.NONE_KNOWN -> rowNoneKnown
    Absence.NO_INFORMATION -> rowNoInformation
    Absence.NOT_DONE -> rowNotDone
}

/** What HL7's letters for a result mean. */
internal fun Words.flag(flag: String): String? = when (flag) {
    "N" -> null
    "H" -> rowFlagHigh
    "L" -> rowFlagLow
    "HH", "LL", "AA" -> rowFlagCritical
    else -> rowFlagUnusual
}

/** Everything that makes a statement less than sure and current. */
internal fun Words.doubts(entry: Entry): List<String> = listOfNotNull(
    when (entry.standing) {
        Standing.CURRENT -> null
        Standing.UNRECONCILED -> rowUnreconciled
        Standing.RETRACTED -> rowRetracted
        Standing.REPLACED -> rowReplaced
        Standing.PROPOSED -> rowProposed
    },
    rowDisputed.takeIf { entry.disputed },
    when (entry.facts.verification) {
        "unconfirmed", "provisional", "differential" -> rowUnconfirmed
        "refuted" -> rowRefuted
        else -> null
    },
    sectionProposed(entry.proposals.toLong()).takeIf { entry.proposals > 0 },
    rowUnreadable.takeIf { !entry.facts.readable },
    rowNotHere.takeIf { !entry.contentHere },
)

/** Where a statement came from, and what is known of that. */
internal fun Words.origin(source: Source): String {
    val day = date(source.recordedMs)
    val origin = source.origin
    return when (val proof = origin?.proof) {
        null -> if (source.imported) itemBroughtIn(day) else itemTypedIn(day)
        Proof.Unsigned -> itemLink(origin.issuer)
        Proof.Signed -> itemSigned(origin.issuer)
        is Proof.Listed -> itemListed(proof.name)
    }
}

internal fun Words.remark(remark: Remark): String {
    val act = when (remark.act) {
        null -> itemFirst
        Act.CONFIRM -> itemActConfirm
        Act.CORRECT -> itemActCorrect
        Act.DISPUTE -> itemActDispute
        Act.RESOLVE -> itemActResolve
        Act.RETRACT -> itemActRetract
    }
    return itemRecorded(act = act, date = date(remark.recordedMs), who = person(remark.by))
}
