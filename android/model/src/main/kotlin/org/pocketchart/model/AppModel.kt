package org.pocketchart.model

import kotlin.time.Duration
import kotlin.time.Duration.Companion.minutes
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.cancel
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.launch

/** Where the person stands before the record, or that it is open. */
sealed interface AppState {
    /** It is not known yet whether there is a record. */
    data object Looking : AppState

    data class Start(val deviceName: String = "", val busy: Boolean = false, val problem: Problem? = null) : AppState

    data class Words(val check: WordsCheck) : AppState

    data class Locked(val away: Boolean = false, val busy: Boolean = false, val problem: Problem? = null) : AppState

    data class Open(val session: Session) : AppState
}

/** What a person does before the record. */
sealed interface AppIntent {
    data class NameDevice(val name: String) : AppIntent

    data object Create : AppIntent

    data object WordsWritten : AppIntent

    data object ShowWords : AppIntent

    data class TypeWord(val position: Int, val word: String) : AppIntent

    data object CheckWords : AppIntent

    data object Unlock : AppIntent

    data object Lock : AppIntent
}

/**
 * The life of the app: no record, one that is locked, one that is open.
 *
 * [clock] counts milliseconds and goes on while the phone sleeps. [scope] is the screen's.
 */
class AppModel(
    private val home: Home,
    private val scope: CoroutineScope,
    private val clock: () -> Long,
    private val lockAfter: Duration = 2.minutes,
    private val positions: () -> List<Int> = { (1..24).shuffled().take(3) },
) {
    private val mutable = MutableStateFlow<AppState>(AppState.Looking)
    val state: StateFlow<AppState> = mutable.asStateFlow()

    /** The record behind the words, until they are confirmed. */
    private var fresh: OpenRecord? = null
    private var awaySince: Long? = null
    private var timer: Job? = null

    fun begin() = scope.attempt({ mutable.value = AppState.Locked(problem = it) }) {
        mutable.value = if (home.exists()) AppState.Locked() else AppState.Start()
    }

    fun accept(intent: AppIntent) {
        when (val state = mutable.value) {
            is AppState.Start -> start(state, intent)
            is AppState.Words -> words(state.check, intent)
            is AppState.Locked -> if (intent is AppIntent.Unlock && !state.busy) unlock()
            is AppState.Open -> if (intent is AppIntent.Lock) lock(state.session, away = false)
            AppState.Looking -> Unit
        }
    }

    /** The app is no longer seen. */
    fun away() {
        awaySince = clock()
        timer?.cancel()
        timer = scope.launch {
            delay(lockAfter)
            lockIfOpen()
        }
    }

    /** The app is seen again. A phone that slept may have let the timer sleep, too, so the clock decides. */
    fun back() {
        timer?.cancel()
        val since = awaySince ?: return
        awaySince = null
        if (clock() - since >= lockAfter.inWholeMilliseconds) lockIfOpen()
    }

    private fun start(state: AppState.Start, intent: AppIntent) {
        if (state.busy) return
        when (intent) {
            is AppIntent.NameDevice -> mutable.value = state.copy(deviceName = intent.name)
            AppIntent.Create -> create(state)
            else -> Unit
        }
    }

    private fun create(state: AppState.Start) {
        val name = state.deviceName.trim().ifEmpty { return }
        mutable.value = state.copy(busy = true, problem = null)
        scope.attempt({ mutable.value = state.copy(busy = false, problem = it) }) {
            val made = home.create(name)
            fresh = made.record
            mutable.value = AppState.Words(WordsCheck(made.words))
        }
    }

    private fun words(check: WordsCheck, intent: AppIntent) {
        val next = when (intent) {
            AppIntent.WordsWritten -> check.ask(positions())
            AppIntent.ShowWords -> check.showAgain()
            is AppIntent.TypeWord -> check.type(intent.position, intent.word)
            AppIntent.CheckWords -> if (check.isRight) null else check.check()
            else -> check
        }
        if (next != null) {
            mutable.value = AppState.Words(next)
        } else {
            fresh?.let { show(it) }
            fresh = null
        }
    }

    private fun unlock() {
        mutable.value = AppState.Locked(busy = true)
        scope.attempt({ mutable.value = AppState.Locked(problem = it) }) { show(home.open()) }
    }

    private fun show(record: OpenRecord) {
        mutable.value = AppState.Open(Session(record, scope))
    }

    private fun lockIfOpen() {
        val state = mutable.value
        if (state is AppState.Open) lock(state.session, away = true)
    }

    /** What was shown goes at once; the library wipes what it holds when its turn comes. */
    private fun lock(session: Session, away: Boolean) {
        mutable.value = AppState.Locked(away = away, busy = true)
        session.scope.cancel()
        scope.attempt({ mutable.value = AppState.Locked(away = away, problem = it.takeIf { it.id != Problem.LOCKED }) }) {
            session.record.lock()
            mutable.value = AppState.Locked(away = away)
        }
    }
}
