package org.pocketchart.ui

import androidx.compose.foundation.isSystemInDarkTheme
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Typography
import androidx.compose.material3.darkColorScheme
import androidx.compose.material3.lightColorScheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.Immutable
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.style.TextDirection
import androidx.compose.ui.unit.sp

/** The colours that have a meaning. None stands without a word and a shape beside it. */
@Immutable
class Tokens(val ink: Color, val paper: Color, val quiet: Color, val line: Color, val surface: Color, val action: Color, val danger: Color, val caution: Color)

internal val LightTokens = Tokens(
    ink = Color(0xFF14181F),
    paper = Color(0xFFFFFFFF),
    quiet = Color(0xFF525B69),
    line = Color(0xFFD9DEE6),
    surface = Color(0xFFF5F7FA),
    action = Color(0xFF0B5CAD),
    danger = Color(0xFFA3161A),
    caution = Color(0xFF7A4B00),
)

internal val DarkTokens = Tokens(
    ink = Color(0xFFF2F4F7),
    paper = Color(0xFF101318),
    quiet = Color(0xFFA9B2C0),
    line = Color(0xFF2A313C),
    surface = Color(0xFF181D24),
    action = Color(0xFF7DB8F5),
    danger = Color(0xFFFF8A85),
    caution = Color(0xFFF2B84B),
)

val LocalTokens = staticCompositionLocalOf { LightTokens }

// Words of a source keep their own direction among words of another.
private val BODY = TextStyle(fontSize = 17.sp, lineHeight = 24.sp, textDirection = TextDirection.Content)
private val TITLE = BODY.copy(fontSize = 22.sp, lineHeight = 28.sp, fontWeight = FontWeight.SemiBold)
private val HEADING = BODY.copy(fontWeight = FontWeight.SemiBold)
private val SECOND = BODY.copy(fontSize = 13.sp, lineHeight = 18.sp)

/** The look of the app; [dark] is the phone's own choice. */
@Composable
fun PocketchartTheme(dark: Boolean = isSystemInDarkTheme(), content: @Composable () -> Unit) {
    val tokens = if (dark) DarkTokens else LightTokens
    val scheme = (if (dark) darkColorScheme() else lightColorScheme()).copy(
        primary = tokens.action,
        onPrimary = tokens.paper,
        background = tokens.paper,
        onBackground = tokens.ink,
        surface = tokens.paper,
        onSurface = tokens.ink,
        onSurfaceVariant = tokens.quiet,
        outline = tokens.quiet,
        outlineVariant = tokens.line,
        error = tokens.danger,
    )
    val type = Typography(
        bodyLarge = BODY,
        bodyMedium = BODY,
        bodySmall = SECOND,
        titleLarge = TITLE,
        titleMedium = HEADING,
        labelLarge = BODY.copy(fontWeight = FontWeight.Medium),
    )
    CompositionLocalProvider(LocalTokens provides tokens) {
        MaterialTheme(colorScheme = scheme, typography = type, content = content)
    }
}
