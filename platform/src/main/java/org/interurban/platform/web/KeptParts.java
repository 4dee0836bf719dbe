package org.interurban.platform.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/**
 * Parts of pages, kept as they were written: the same values read the same, so that a part is written anew only when something it
 * shows has changed. For parts that hold nothing of the reader: no forms, no account.
 */
@Component
public class KeptParts {

    private static final int KEPT = 200;

    private record Part(String template, String fragment, Locale locale, Map<String, ?> values) {}

    private final ITemplateEngine templates;
    private final ApplicationContext application;
    private final ConcurrentLruCache<Part, String> parts = new ConcurrentLruCache<>(KEPT, this::write);

    KeptParts(ITemplateEngine templates, ApplicationContext application) {
        this.templates = templates;
        this.application = application;
    }

    /** @param values all that the fragment shows; they are compared by what they hold */
    public String part(String template, String fragment, Locale locale, Map<String, ?> values) {
        return parts.get(new Part(template, fragment, locale, values));
    }

    private String write(Part part) {
        if (!(RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes current)
                || current.getResponse() == null) {
            throw new IllegalStateException("A part of a page is written for a request");
        }
        var request = current.getRequest();
        var exchange = JakartaServletWebApplication.buildApplication(request.getServletContext())
                .buildExchange(request, current.getResponse());
        var values = new HashMap<String, Object>(part.values());
        values.put(
                ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
                new ThymeleafEvaluationContext(application, null));
        return templates.process(
                part.template(), Set.of(part.fragment()), new WebContext(exchange, part.locale(), values));
    }
}
