package org.interurban.platform.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Words for codes: {@code directory.kind.research-centre}. A code without words of ours is shown with spaces for hyphens. */
@Component
public class Labels {

    private final MessageSource messages;

    Labels(MessageSource messages) {
        this.messages = messages;
    }

    public String of(String prefix, String code, Locale locale) {
        var plain = code.replace('-', ' ');
        var said = messages.getMessage(prefix + "." + code, null, plain, locale);
        return said == null ? plain : said;
    }

    /** In the language of the page, for templates: {@code ${@labels.of('directory.kind', city.kind)}}. */
    public String of(String prefix, String code) {
        return of(prefix, code, LocaleContextHolder.getLocale());
    }

    /** Codes with their words, in the order given, for a choice. */
    public Map<String, String> of(String prefix, Collection<String> codes, Locale locale) {
        var all = new LinkedHashMap<String, String>();
        codes.forEach(code -> all.put(code, of(prefix, code, locale)));
        return all;
    }

    /** What a reader calls the columns of a sheet: as the module says whose rows it holds, else as all do, else by their names. */
    public UnaryOperator<String> ofColumns(Sheet<?> sheet, Locale locale) {
        var module = sheet.row().getPackageName().replaceFirst(".*\\.", "");
        return column -> {
            var common = messages.getMessage("web.column." + column, null, column, locale);
            return String.valueOf(messages.getMessage(module + ".column." + column, null, common, locale));
        };
    }
}
