package org.pocketchart.adapter

import kotlinx.coroutines.CoroutineDispatcher
import org.pocketchart.bindings.ImportListener
import org.pocketchart.bindings.ImportOptions
import org.pocketchart.bindings.ImportPhase
import org.pocketchart.bindings.ImportProgress as LibraryProgress
import org.pocketchart.bindings.ListOptions
import org.pocketchart.bindings.OpenChart
import org.pocketchart.model.CheckIn
import org.pocketchart.model.ChosenFile
import org.pocketchart.model.ImportProgress
import org.pocketchart.model.ImportReport
import org.pocketchart.model.OpenRecord
import org.pocketchart.model.Section

/** An open record, by the library. */
internal class LibraryRecord(private val chart: OpenChart, private val dispatcher: CoroutineDispatcher) : OpenRecord {
    override suspend fun sections() = call(dispatcher) { chart.sections().map { it.toModel() } }

    override suspend fun list(section: Section, offset: Int, limit: Int, withPast: Boolean) = call(dispatcher) {
        chart.list(section.toLibrary(), ListOptions(offset.toUInt(), limit.toUInt(), withPast)).toModel()
    }

    override suspend fun item(id: String) = call(dispatcher) { chart.item(id).toModel() }

    override suspend fun bringIn(file: ChosenFile, samePerson: Boolean, heard: (ImportProgress) -> Unit): ImportReport =
        call(dispatcher) {
            val options = ImportOptions(file.name, samePerson)
            val listener = Listener(heard)
            when (val content = file.content) {
                is ChosenFile.AtPath -> chart.importFile(content.path, options, listener)
                is ChosenFile.InMemory -> chart.importBytes(content.bytes, options, listener)
            }.toModel()
        }

    override suspend fun readCheckIn(request: String): CheckIn =
        call(dispatcher) { LibraryCheckIn(chart.beginCheckIn(request), dispatcher) }

    override suspend fun answer(checkIn: CheckIn): String =
        call(dispatcher) { chart.answerCheckIn((checkIn as LibraryCheckIn).draft) }

    override suspend fun lock() = call(dispatcher) { chart.lock() }
}

private class Listener(private val heard: (ImportProgress) -> Unit) : ImportListener {
    override fun onProgress(progress: LibraryProgress) = heard(
        ImportProgress(
            keeping = progress.phase == ImportPhase.KEEPING,
            bytes = progress.bytes.toLong(),
            size = progress.size.toLong(),
            parts = progress.parts.toLong(),
        ),
    )
}
