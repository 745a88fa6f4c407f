package org.pocketchart.model

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.cancel
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.job
import kotlinx.coroutines.plus

/** A screen of the open record, with its model. */
sealed interface Place {
    class OfRecord(val model: RecordModel) : Place

    class OfSection(val model: SectionModel) : Place

    class OfItem(val model: ItemModel) : Place

    class OfImport(val model: ImportModel) : Place

    class OfCheckIn(val model: CheckInModel) : Place
}

/** The open record and where in it the person is. It ends when the record is locked, and with it all that was shown. */
class Session(internal val record: OpenRecord, parent: CoroutineScope) {
    internal val scope = parent + Job(parent.coroutineContext.job)
    private val first = RecordModel(record, scope)
    private val mutable = MutableStateFlow(listOf<Place>(Place.OfRecord(first)))

    /** Where the person is, last, and what is behind it. */
    val places: StateFlow<List<Place>> = mutable.asStateFlow()

    init {
        first.refresh()
    }

    fun open(section: Section) = go(Place.OfSection(SectionModel(section, record, scope).also { it.refresh() }))

    fun open(id: String) = go(Place.OfItem(ItemModel(id, record, scope).also { it.refresh() }))

    fun bringIn() = go(Place.OfImport(ImportModel(record, scope)))

    fun answerClinic() = go(Place.OfCheckIn(CheckInModel(record, scope)))

    /** Goes back by one; false where there is nothing behind. What was behind is read again: it may have changed. */
    fun back(): Boolean {
        val rest = mutable.value.dropLast(1)
        when (val place = rest.lastOrNull() ?: return false) {
            is Place.OfRecord -> place.model.refresh()
            is Place.OfSection -> place.model.refresh()
            is Place.OfItem -> place.model.refresh()
            is Place.OfImport, is Place.OfCheckIn -> Unit
        }
        mutable.value = rest
        return true
    }

    private fun go(place: Place) {
        mutable.value += place
    }
}
