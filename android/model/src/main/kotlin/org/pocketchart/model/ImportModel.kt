package org.pocketchart.model

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow

/** A file on its way into the record. */
sealed interface ImportState {
    data object Choosing : ImportState

    data class Running(val progress: ImportProgress? = null) : ImportState

    /** Nothing came in, or a part of it: [problem] says which. */
    data class Refused(val problem: Problem, val mayBeSamePerson: Boolean) : ImportState

    data class Done(val report: ImportReport) : ImportState
}

/** What a person does while bringing in a file. */
sealed interface ImportIntent {
    /** Opens the phone's own list of files; it answers by [ImportModel.bringIn]. */
    data object Choose : ImportIntent

    /** Says that the refused file is about the person of this record. */
    data object SamePerson : ImportIntent

    data object Again : ImportIntent

    data object Back : ImportIntent
}

/** Brings in files, one at a time. */
class ImportModel(private val record: OpenRecord, private val scope: CoroutineScope) {
    private val mutable = MutableStateFlow<ImportState>(ImportState.Choosing)
    val state: StateFlow<ImportState> = mutable.asStateFlow()
    private var refused: ChosenFile? = null

    fun bringIn(file: ChosenFile) = bringIn(file, samePerson = false)

    fun samePerson() {
        val state = mutable.value
        if (state is ImportState.Refused && state.mayBeSamePerson) refused?.let { bringIn(it, samePerson = true) }
    }

    fun again() {
        if (mutable.value is ImportState.Running) return
        refused = null
        mutable.value = ImportState.Choosing
    }

    private fun bringIn(file: ChosenFile, samePerson: Boolean) {
        if (mutable.value is ImportState.Running) return
        refused = file
        mutable.value = ImportState.Running()
        scope.attempt({ mutable.value = ImportState.Refused(it, it.id in OF_OTHERS && !samePerson) }) {
            val report = record.bringIn(file, samePerson) { mutable.value = ImportState.Running(it) }
            refused = null
            mutable.value = ImportState.Done(report)
        }
    }

    private companion object {
        val OF_OTHERS = setOf("import-another-person", "import-several-people")
    }
}
