package org.interurban.platform.web;

import com.ibm.icu.lang.UScript;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.processor.AbstractStandardExpressionAttributeTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;
import org.unbescape.html.HtmlEscape;

/**
 * Says of a passage on a page which language it is in. What {@code th:lang} states holds for all within; of other texts of
 * {@code th:text} that have no letter of the page's language, the language is the first of the network's that has their letters.
 */
@Component
class SpokenLanguages extends AbstractProcessorDialect {

    private static final String STATED = "languageStated";

    /** Fewer words are a name or a code. */
    private static final Pattern PASSAGE = Pattern.compile("\\p{L}{2,}\\P{L}(.*\\P{L})?\\p{L}{2,}", Pattern.DOTALL);

    private final List<String> languages;
    private final Map<String, BitSet> scripts = new ConcurrentHashMap<>();

    SpokenLanguages(WebSettings settings) {
        super("Languages of texts", "th", StandardDialect.PROCESSOR_PRECEDENCE);
        this.languages = Stream.concat(settings.languages().stream(), settings.contentLanguages().stream())
                .distinct()
                .toList();
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Stated(prefix), new Spoken(prefix));
    }

    /** Null where the text may be in the page's language, or nobody can tell. */
    @Nullable
    String of(String text, Locale page) {
        if (text.codePoints().anyMatch(letter -> isOf(letter, page.getLanguage()))
                || !PASSAGE.matcher(text).find()) {
            return null;
        }
        var letter = text.codePoints().filter(Character::isLetter).findFirst().orElseThrow();
        return languages.stream()
                .filter(language -> isOf(letter, language))
                .findFirst()
                .orElse(null);
    }

    private boolean isOf(int letter, String language) {
        return Character.isLetter(letter)
                && scripts.computeIfAbsent(language, SpokenLanguages::scripts).get(UScript.getScript(letter));
    }

    private static BitSet scripts(String language) {
        var scripts = UScript.getCode(Locale.forLanguageTag(language));
        return scripts == null ? new BitSet() : Arrays.stream(scripts).collect(BitSet::new, BitSet::set, BitSet::or);
    }

    /** In place of the usual {@code th:lang}. */
    private static final class Stated extends AbstractStandardExpressionAttributeTagProcessor {

        Stated(String prefix) {
            super(TemplateMode.HTML, prefix, "lang", 999, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName name,
                String expression,
                @Nullable Object language,
                IElementTagStructureHandler structure) {
            if (language != null && !language.toString().isEmpty()) {
                structure.setAttribute("lang", HtmlEscape.escapeHtml4Xml(language.toString()));
                if (!tag.getElementCompleteName().equals("html")) {
                    structure.setLocalVariable(STATED, true);
                }
            }
        }
    }

    /** In place of the usual {@code th:text}. */
    private final class Spoken extends AbstractStandardExpressionAttributeTagProcessor {

        Spoken(String prefix) {
            super(TemplateMode.HTML, prefix, "text", 1299, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName name,
                String expression,
                @Nullable Object said,
                IElementTagStructureHandler structure) {
            var text = said == null ? "" : said.toString();
            structure.setBody(HtmlEscape.escapeHtml4Xml(text), false);
            if (!tag.hasAttribute("lang") && !context.containsVariable(STATED)) {
                var language = of(text, context.getLocale());
                if (language != null) {
                    structure.setAttribute("lang", language);
                }
            }
        }
    }
}
