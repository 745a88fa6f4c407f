package org.pocketchart.ui

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import org.pocketchart.model.AppIntent
import org.pocketchart.model.AppState
import org.pocketchart.ui.words.LocalWords

/** No record yet. */
@Composable
fun StartScreen(state: AppState.Start, onIntent: (AppIntent) -> Unit) {
    val words = LocalWords.current
    Screen(words.startTitle) {
        item { Text(words.startLead) }
        state.problem?.let { item { ProblemCard(it) } }
        item {
            OutlinedTextField(
                state.deviceName,
                { onIntent(AppIntent.NameDevice(it)) },
                Modifier.fillMaxWidth(),
                enabled = !state.busy,
                label = { Text(words.startDevice) },
                singleLine = true,
            )
        }
        item { MainButton(words.startCreate, { onIntent(AppIntent.Create) }, enabled = !state.busy && state.deviceName.isNotBlank()) }
        if (state.busy) item { Busy(words.startBusy) }
    }
}
