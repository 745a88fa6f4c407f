package org.pocketchart.adapter

import org.pocketchart.bindings.ChartSection
import org.pocketchart.bindings.Emptiness as LibraryEmptiness
import org.pocketchart.bindings.ImportReport as LibraryReport
import org.pocketchart.bindings.SectionOverview
import org.pocketchart.model.Emptiness
import org.pocketchart.model.ImportReport
import org.pocketchart.model.Overview
import org.pocketchart.model.Person
import org.pocketchart.model.Section

internal fun SectionOverview.toModel() = Overview(
    section = section.toModel(),
    current = current.toLong(),
    rows = rows.toLong(),
    unreconciled = unreconciled.toLong(),
    proposed = proposed.toLong(),
    emptiness = when (val it = emptiness) {
        LibraryEmptiness.NothingRecorded -> Emptiness.NothingRecorded
        is LibraryEmptiness.NoneKnown -> {
            // The name in the statement itself says more than who brought it in.
            val by = it.who?.let { who -> Person(who, isYou = false) } ?: it.author.toModel()
            Emptiness.NoneKnown(by, it.said, it.recordedMs.toLong())
        }
        null -> null
    },
)

internal fun LibraryReport.toModel() = ImportReport(
    read = read.toLong(),
    new = new.toLong(),
    updated = updated.toLong(),
    held = held.toLong(),
    unreadable = unreadable.toLong(),
    sections = sections.associate { it.section.toModel() to it.count.toLong() },
    unreadableParts = unreadableParts.map { it.number.toLong() },
)

internal fun ChartSection.toModel() = when (this) {
    ChartSection.PROFILE -> Section.PROFILE
    ChartSection.ALLERGIES -> Section.ALLERGIES
    ChartSection.MEDICATIONS -> Section.MEDICATIONS
    ChartSection.PROBLEMS -> Section.PROBLEMS
    ChartSection.IMMUNIZATIONS -> Section.IMMUNIZATIONS
    ChartSection.RESULTS -> Section.RESULTS
    ChartSection.VITALS -> Section.VITALS
    ChartSection.PROCEDURES -> Section.PROCEDURES
    ChartSection.ENCOUNTERS -> Section.ENCOUNTERS
    ChartSection.NOTES -> Section.NOTES
    ChartSection.DOCUMENTS -> Section.DOCUMENTS
    ChartSection.CARE_PLAN -> Section.CARE_PLAN
    ChartSection.SENSITIVE -> Section.SENSITIVE
    ChartSection.COVERAGE -> Section.COVERAGE
    ChartSection.CHECK_INS -> Section.CHECK_INS
    ChartSection.MESSAGES -> Section.MESSAGES
}

internal fun Section.toLibrary() = ChartSection.entries.first { it.toModel() == this }
