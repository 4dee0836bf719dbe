package org.interurban.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/** Puts a number of its own into every form that is sent, beside the token against forgery; one that comes back keeps it. */
record FormNumbers(RequestDataValueProcessor forgery) implements RequestDataValueProcessor {

    private static final String ACTION = FormNumbers.class.getName();

    @Override
    public String processAction(HttpServletRequest request, String action, String method) {
        request.setAttribute(ACTION, "post".equalsIgnoreCase(method) ? action.split("[?;#]", 2)[0] : null);
        return forgery.processAction(request, action, method);
    }

    @Override
    public String processFormFieldValue(HttpServletRequest request, @Nullable String name, String value, String type) {
        return forgery.processFormFieldValue(request, name, value, type);
    }

    @Override
    public Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
        var fields = new LinkedHashMap<>(Objects.requireNonNullElse(forgery.getExtraHiddenFields(request), Map.of()));
        if (request.getAttribute(ACTION) instanceof String action) {
            fields.put(SentForms.NUMBER, number(request, action).toString());
        }
        return fields;
    }

    private static SentForms.Number number(HttpServletRequest request, String action) {
        var asked = Objects.requireNonNullElse(
                request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), request.getRequestURI());
        return isSent(request) && asked.equals(action)
                ? SentForms.number(request).orElseGet(SentForms.Number::next)
                : SentForms.Number.next();
    }

    /** Whether a form was sent, also where its answer is an error's page. */
    static boolean isSent(HttpServletRequest request) {
        return "POST"
                .equals(Objects.requireNonNullElse(
                        request.getAttribute(RequestDispatcher.ERROR_METHOD), request.getMethod()));
    }

    @Override
    public String processUrl(HttpServletRequest request, String url) {
        return forgery.processUrl(request, url);
    }
}
