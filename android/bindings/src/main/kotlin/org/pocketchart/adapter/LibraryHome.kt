package org.pocketchart.adapter

import java.nio.file.Files
import java.nio.file.Path
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import org.pocketchart.bindings.FreshnessStore
import org.pocketchart.bindings.KeyVault
import org.pocketchart.bindings.createChart
import org.pocketchart.bindings.openChart
import org.pocketchart.bindings.uniffiEnsureInitialized
import org.pocketchart.model.Home
import org.pocketchart.model.NewRecord
import org.pocketchart.model.OpenRecord

/**
 * The record in [folder], by the library. [vault] and [freshness] are what the phone lends; both are called on [dispatcher].
 *
 * ```
 * val model = AppModel(LibraryHome(folder, vault, freshness), scope, clock)
 * ```
 */
class LibraryHome(
    private val folder: Path,
    private val vault: KeyVault,
    private val freshness: FreshnessStore,
    private val dispatcher: CoroutineDispatcher = Dispatchers.IO,
) : Home {
    init {
        // Kotlin compares the generated code with the library only when asked.
        uniffiEnsureInitialized()
    }

    override suspend fun exists() = withContext(dispatcher) {
        Files.isDirectory(folder) && Files.list(folder).use { it.findAny().isPresent }
    }

    override suspend fun create(deviceName: String): NewRecord = call(dispatcher) {
        val created = createChart(folder.toString(), vault, freshness, deviceName)
        NewRecord(LibraryRecord(created.chart, dispatcher), created.recoveryWords)
    }

    override suspend fun open(): OpenRecord = call(dispatcher) {
        LibraryRecord(openChart(folder.toString(), vault, freshness), dispatcher)
    }
}
