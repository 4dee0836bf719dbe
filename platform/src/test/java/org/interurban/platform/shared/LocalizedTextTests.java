package org.interurban.platform.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.interurban.platform.shared.LocalizedText.Origin;
import org.interurban.platform.shared.LocalizedText.Shown;
import org.interurban.platform.shared.LocalizedText.Translation;
import org.junit.jupiter.api.Test;

class LocalizedTextTests {

    private static final LocalizedText TITLE =
            LocalizedText.of("Kick-off in Sofia", "en").with("ko", "소피아 착수 회의", Origin.PERSON);

    @Test
    void isShownInTheReadersLanguageOrAsItWasWrittenAndSaysInWhich() {
        assertThat(TITLE.shown(Locale.KOREAN)).isEqualTo(new Shown("소피아 착수 회의", "ko"));
        assertThat(TITLE.shown(Locale.FRENCH)).isEqualTo(new Shown("Kick-off in Sofia", "en"));
        assertThat(LocalizedText.of("Sofia").shown(Locale.FRENCH)).isEqualTo(new Shown("Sofia", null));
    }

    @Test
    void knowsWhichTranslationsAreOutOfDateOnceTheOriginalIsReworded() {
        var reworded = TITLE.reworded("Kick-off meeting in Sofia");

        assertThat(TITLE.isOutOfDate("ko")).isFalse();
        assertThat(reworded.isOutOfDate("ko")).isTrue();
        assertThat(reworded.with("ko", "소피아 착수 회의 (개정)", Origin.PERSON).isOutOfDate("ko"))
                .isFalse();
    }

    @Test
    void aTranslationOfUnknownWordingIsNotCalledOutOfDate() {
        var imported = new LocalizedText("Sofia", "en", Map.of("ko", new Translation("소피아", Origin.DOCUMENT, null)));

        assertThat(imported.reworded("City of Sofia").isOutOfDate("ko")).isFalse();
    }

    @Test
    void sendingAFormUnchangedChangesNothing() {
        var machine = TITLE.with("fr", "Lancement à Sofia", Origin.MACHINE);

        assertThat(machine.edited(machine.original(), machine.words())).isEqualTo(machine);
    }

    @Test
    void blankWordsTakeATranslationAway() {
        assertThat(TITLE.edited("Kick-off in Sofia", Map.of("ko", " ")).translations())
                .isEmpty();
    }

    @Test
    void holdsNoTranslationIntoItsOwnLanguageAndNoneWithoutWords() {
        assertThat(TITLE.with("en", "Kick-off", Origin.PERSON)).isEqualTo(TITLE);
        assertThatThrownBy(() -> new Translation(" ", Origin.PERSON, null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
