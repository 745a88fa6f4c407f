package org.pocketchart.ui

import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import org.pocketchart.model.AppIntent
import org.pocketchart.model.AppState
import org.pocketchart.ui.words.LocalWords

/** The record is locked. Nothing of it stands here. */
@Composable
fun UnlockScreen(state: AppState.Locked, onIntent: (AppIntent) -> Unit) {
    val words = LocalWords.current
    Screen(words.unlockTitle) {
        if (state.away) item { Text(words.unlockAway) }
        item { Text(words.unlockLead) }
        state.problem?.let { item { ProblemCard(it) } }
        item { MainButton(words.unlockOpen, { onIntent(AppIntent.Unlock) }, enabled = !state.busy) }
        if (state.busy) item { Busy(words.unlockBusy) }
    }
}
