package org.pocketchart.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.ImageComposeScene
import androidx.compose.ui.platform.LocalLayoutDirection
import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.LayoutDirection
import androidx.compose.ui.use
import java.nio.file.Files
import java.nio.file.Path
import kotlin.test.Test
import kotlin.test.assertTrue
import org.jetbrains.skia.EncodedImageFormat
import org.pocketchart.ui.words.LocalWords
import org.pocketchart.ui.words.Words

/** One way to look at a screen. */
internal enum class Look(
    val width: Int = 412,
    val height: Int = 915,
    val scale: Float = 1f,
    val language: String = "en",
    val dark: Boolean = false,
) {
    LIGHT,
    DARK(dark = true),
    LARGE(scale = 2f),
    NARROW(width = 320, height = 568),
    RIGHT_TO_LEFT(language = "ar"),
    TABLET(width = 1280, height = 800),
    SPANISH(language = "es"),
    FRENCH(language = "fr"),
    GERMAN(language = "de"),
    CHINESE(language = "zh"),
}

/** Draws every screen, for people to look at: `android/pictures.sh` takes them into docs/. */
class PicturesTest {
    private fun png(look: Look, content: @Composable () -> Unit): ByteArray =
        ImageComposeScene(look.width, look.height, Density(1f, look.scale)) {
            val direction = if (look.language == "ar") LayoutDirection.Rtl else LayoutDirection.Ltr
            CompositionLocalProvider(LocalWords provides Words(XmlWords(look.language)), LocalLayoutDirection provides direction) {
                PocketchartTheme(dark = look.dark, content = content)
            }
        }.use { scene ->
            scene.render()
            // The first only starts what moves.
            checkNotNull(scene.render(nanoTime = 1_000_000_000L).encodeToData(EncodedImageFormat.PNG)).bytes
        }

    @Test
    fun everyScreenInEveryLook() {
        val folder = Path.of(System.getProperty("screenshots"))
        Files.createDirectories(folder)
        for ((name, screen) in SCREENS) for (look in Look.entries) {
            Files.write(folder.resolve("$name.${look.name.lowercase().replace('_', '-')}.png"), png(look, screen))
        }
    }

    @Test
    fun aPictureDrawnAgainIsTheSame() {
        val screen = SCREENS.getValue("record")
        assertTrue(png(Look.LIGHT, screen).contentEquals(png(Look.LIGHT, screen)))
        assertTrue(!png(Look.LIGHT, screen).contentEquals(png(Look.DARK, screen)))
    }
}
