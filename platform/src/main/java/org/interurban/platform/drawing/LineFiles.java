package org.interurban.platform.drawing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interurban.platform.drawing.RouteMap.Route;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** A diagram as a file of SVG that needs nothing beside it: with its colours, on paper, its links in full. */
@Component
public class LineFiles {

    private static final int MARGIN = 24;
    private static final int PAIRS_WIDTH = 720;
    private static final int PAIR_STEP = 64;
    private static final Pattern FACE = Pattern.compile("@font-face\\s*\\{[^}]*}");
    private static final Pattern BOTH =
            Pattern.compile("light-dark\\(\\s*([^,()]+(?:\\([^()]*\\))?)\\s*,\\s*[^,()]+(?:\\([^()]*\\))?\\s*\\)");

    private final ITemplateEngine templates;
    private final String style;

    LineFiles(ITemplateEngine templates) {
        this.templates = templates;
        this.style = onPaper(read("tokens.css")) + onPaper(read("drawing.css"));
    }

    private static String read(String sheet) {
        try {
            return new ClassPathResource("static/css/" + sheet).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Programs that draw know no dark paper, and load no fonts. */
    private static String onPaper(String sheet) {
        return BOTH.matcher(FACE.matcher(sheet).replaceAll(""))
                .replaceAll(both -> Matcher.quoteReplacement(both.group(1)))
                .replace("color-scheme: light dark", "color-scheme: light");
    }

    /**
     * @param name says what is drawn
     * @param site before its links, without a slash at the end
     */
    public String svg(LineDrawing drawing, String name, Locale locale, String site) {
        var diagram = drawing.diagram();
        return file("across", Map.of("d", diagram), diagram.width(), diagram.height(), name, locale, site);
    }

    /** Who works with whom, under each other, of whom nothing is dated yet. */
    public String pairs(List<Route> pairs, String name, Locale locale, String site) {
        var values = Map.of("pairs", pairs, "width", PAIRS_WIDTH, "step", PAIR_STEP);
        return file("pairs", values, PAIRS_WIDTH, pairs.size() * (double) PAIR_STEP, name, locale, site);
    }

    private String file(
            String fragment,
            Map<String, ?> values,
            double inner,
            double high,
            String name,
            Locale locale,
            String site) {
        var context = new Context(locale, Map.of("name", name));
        values.forEach(context::setVariable);
        var picture =
                templates.process("components/line", Set.of(fragment), context).strip();
        var width = inner + 2 * MARGIN;
        var height = high + 2 * MARGIN;
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="%1$.0f" height="%2$.0f" viewBox="%3$d %3$d %1$.0f %2$.0f"><title>%4$s</title>\
            <style>%5$s</style><rect x="%3$d" y="%3$d" width="%1$.0f" height="%2$.0f" style="fill: var(--paper)"/>
            %6$s
            </svg>
            """.formatted(
                        width,
                        height,
                        -MARGIN,
                        HtmlUtils.htmlEscapeDecimal(name),
                        style.replace("<", "").replace("&", ""),
                        picture.replace("href=\"/", "href=\"" + site + "/")
                                .replaceFirst("<svg ", "<svg width=\"%.0f\" height=\"%.0f\" ".formatted(inner, high)));
    }
}
