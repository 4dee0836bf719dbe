package org.interurban.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import java.util.Map;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.LocalizedText.Origin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.ResolvableType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;
import org.springframework.web.bind.ServletRequestDataBinder;

class WordsTests {

    record Form(@Worded(max = 20, needed = true) @Nullable Words title) {

        Form {
            title = title == null ? Words.NONE : title;
        }
    }

    private static final LocalizedText BEFORE =
            LocalizedText.of("Kick-off", "en").with("ko", "착수 회의", Origin.MACHINE);

    private static BindingResult sent(String... namesAndValues) {
        var request = new MockHttpServletRequest();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request.addParameter(namesAndValues[i], namesAndValues[i + 1]);
        }
        var binder = new ServletRequestDataBinder(null, "form");
        binder.setTargetType(ResolvableType.forClass(Form.class));
        binder.construct(request);
        binder.setValidator(new SpringValidatorAdapter(
                Validation.buildDefaultValidatorFactory().getValidator()));
        binder.validate();
        return binder.getBindingResult();
    }

    private static Words typed(BindingResult sent) {
        return ((Form) sent.getTarget()).title();
    }

    @Test
    void aFormSendsTheOriginalWithItsLanguageAndTranslations() {
        var sent = sent("title.original", " Kick-off in Sofia ", "title.language", "en", "title.in[ko]", "소피아 착수 회의");

        assertThat(sent.getAllErrors()).isEmpty();
        assertThat(typed(sent).text(null))
                .isEqualTo(LocalizedText.of("Kick-off in Sofia", "en").with("ko", "소피아 착수 회의", Origin.PERSON));
    }

    @Test
    void whatWasNotChangedKeepsWhoMadeItAndFromWhich() {
        var words = Words.of(BEFORE);

        assertThat(words.text(BEFORE)).isEqualTo(BEFORE);
        assertThat(new Words("Kick-off meeting", "en", words.in()).text(BEFORE).isOutOfDate("ko"))
                .isTrue();
    }

    @Test
    void nothingTypedIsNamedAtTheOriginal() {
        var sent = sent("title.in[ko]", "착수 회의");

        assertThat(sent.getFieldErrors()).extracting(FieldError::getField).containsExactly("title.original");
    }

    @Test
    void tooLongIsNamedAtTheLanguageThatIs() {
        var sent = sent("title.original", "Kick-off", "title.in[ko]", "착".repeat(21));

        assertThat(sent.getFieldErrors()).extracting(FieldError::getField).containsExactly("title.in[ko]");
    }

    @Test
    void aFormThatWasNotSentAtAllHasNoWords() {
        assertThat(typed(sent())).isEqualTo(Words.NONE);
        assertThat(Words.of(null).text(BEFORE)).isNull();
    }

    @Test
    void standsInOneLineBesideAnotherPersonsWording() {
        assertThat(new Words("Kick-off", "en", Map.of("ko", "착수 회의", "fr", " ")))
                .hasToString("Kick-off / ko: 착수 회의");
    }
}
