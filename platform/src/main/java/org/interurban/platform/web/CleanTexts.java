package org.interurban.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.interurban.platform.shared.OneLine;
import org.interurban.platform.shared.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leaves out of what is sent what no reader sees and hardly anybody types, such as the character NUL, which no text of the database can
 * hold, and marks that turn round how the rest is read; and line breaks out of fields of one line.
 */
@Component
class CleanTexts extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(
                new HttpServletRequestWrapper(request) {

                    @Override
                    public @Nullable String getParameter(String name) {
                        return clean(name, super.getParameter(name));
                    }

                    @Override
                    public String @Nullable [] getParameterValues(String name) {
                        return clean(name, super.getParameterValues(name));
                    }

                    @Override
                    public Map<String, String[]> getParameterMap() {
                        var clean = new LinkedHashMap<String, String[]>();
                        super.getParameterMap().forEach((name, values) -> clean.put(name, clean(name, values)));
                        return clean;
                    }
                },
                response);
    }

    private static @Nullable String clean(String name, @Nullable String value) {
        return value == null ? null : OneLine.in(name, VisibleText.of(value));
    }

    private static String @Nullable [] clean(String name, String @Nullable [] values) {
        return values == null
                ? null
                : Stream.of(values).map(value -> clean(name, value)).toArray(String[]::new);
    }
}
