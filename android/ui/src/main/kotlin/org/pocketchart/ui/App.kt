package org.pocketchart.ui

import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.key
import org.pocketchart.model.AppIntent
import org.pocketchart.model.AppModel
import org.pocketchart.model.AppState
import org.pocketchart.model.CheckInIntent
import org.pocketchart.model.CheckInModel
import org.pocketchart.model.CheckInState
import org.pocketchart.model.ImportIntent
import org.pocketchart.model.ImportModel
import org.pocketchart.model.ItemIntent
import org.pocketchart.model.Place
import org.pocketchart.model.RecordIntent
import org.pocketchart.model.SectionIntent
import org.pocketchart.model.Session
import org.pocketchart.ui.words.LocalWords

/** What a phone does for the screens: its lists of files, and its sheet of apps. */
interface Phone {
    /** Lets the person choose a file, and gives it to the model. */
    fun chooseFile(model: ImportModel)

    /** Lets the person choose a clinic's request, and gives its text to the model. */
    fun chooseRequest(model: CheckInModel)

    /** Gives an answer to an app that the person chooses. */
    fun share(answer: String)
}

/** The whole app. */
@Composable
fun App(model: AppModel, phone: Phone) {
    val state by model.state.collectAsState()
    when (val shown = state) {
        AppState.Looking -> Screen(LocalWords.current.recordTitle) { item { Text(LocalWords.current.unlockBusy) } }
        is AppState.Start -> StartScreen(shown, model::accept)
        is AppState.Words -> WordsScreen(shown.check, model::accept)
        is AppState.Locked -> UnlockScreen(shown, model::accept)
        is AppState.Open -> Record(shown.session, model, phone)
    }
}

@Composable
private fun Record(session: Session, app: AppModel, phone: Phone) {
    val places by session.places.collectAsState()
    val place = places.last()
    // Each place has a list of its own, which begins at its top.
    key(place) {
        when (place) {
            is Place.OfRecord -> {
                val state by place.model.state.collectAsState()
                RecordScreen(state) {
                    when (it) {
                        RecordIntent.Refresh -> place.model.refresh()
                        is RecordIntent.OpenSection -> session.open(it.section)
                        is RecordIntent.OpenItem -> session.open(it.id)
                        RecordIntent.BringIn -> session.bringIn()
                        RecordIntent.AnswerClinic -> session.answerClinic()
                        RecordIntent.Lock -> app.accept(AppIntent.Lock)
                    }
                }
            }
            is Place.OfSection -> {
                val state by place.model.state.collectAsState()
                SectionScreen(state) {
                    when (it) {
                        is SectionIntent.OpenItem -> session.open(it.id)
                        is SectionIntent.ShowPast -> place.model.showPast(it.shown)
                        SectionIntent.ShowMore -> place.model.showMore()
                        SectionIntent.Refresh -> place.model.refresh()
                        SectionIntent.Back -> session.back()
                    }
                }
            }
            is Place.OfItem -> {
                val state by place.model.state.collectAsState()
                ItemScreen(state) {
                    when (it) {
                        is ItemIntent.ShowOriginal -> place.model.showOriginal(it.shown)
                        ItemIntent.Refresh -> place.model.refresh()
                        ItemIntent.Back -> session.back()
                    }
                }
            }
            is Place.OfImport -> {
                val state by place.model.state.collectAsState()
                ImportScreen(state) {
                    when (it) {
                        ImportIntent.Choose -> phone.chooseFile(place.model)
                        ImportIntent.SamePerson -> place.model.samePerson()
                        ImportIntent.Again -> place.model.again()
                        ImportIntent.Back -> session.back()
                    }
                }
            }
            is Place.OfCheckIn -> {
                val state by place.model.state.collectAsState()
                CheckInScreen(state) { intent ->
                    when (intent) {
                        CheckInIntent.Choose -> phone.chooseRequest(place.model)
                        is CheckInIntent.Give -> place.model.give(intent.item, intent.given)
                        is CheckInIntent.KeepBack -> place.model.keepBack(intent.entry, intent.kept)
                        is CheckInIntent.Answer -> place.model.answer(intent.key, intent.words)
                        CheckInIntent.Make -> place.model.make()
                        CheckInIntent.Share -> (place.model.state.value as? CheckInState.Answered)?.let { phone.share(it.text) }
                        CheckInIntent.Back -> session.back()
                    }
                }
            }
        }
    }
}
