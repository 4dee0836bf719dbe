package org.interurban.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.interurban.platform.authority.Person;
import org.interurban.platform.authority.Rights;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request an id, which all of its log lines and its answer bear, and writes one line about it. The query of an
 * address and keys in it are left out: they may be all that a link needs.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestLog extends OncePerRequestFilter {

    static final String HEADER = "X-Request-Id";
    static final String KEY = "request";
    private static final Pattern ELSEWHERE = Pattern.compile("[A-Za-z0-9-]{8,64}");
    private static final Logger LOG = LoggerFactory.getLogger("access");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = UUID.randomUUID().toString();
        var begin = System.nanoTime();
        MDC.put(KEY, id);
        request.setAttribute(KEY, id);
        response.setHeader(HEADER, id);
        try {
            chain.doFilter(request, response);
        } finally {
            if (LOG.isInfoEnabled()) {
                var path = SecretsOutOfLog.mask(request.getRequestURI());
                LOG.atInfo()
                        .addKeyValue("method", request.getMethod())
                        .addKeyValue("path", path)
                        .addKeyValue("status", response.getStatus())
                        .addKeyValue("account", account(request))
                        .addKeyValue("given", given(request))
                        .addKeyValue("milliseconds", (System.nanoTime() - begin) / 1_000_000)
                        .log("{} {} {}", request.getMethod(), path, response.getStatus());
            }
            MDC.remove(KEY);
        }
    }

    /** The number under which somebody else keeps the request, such as a proxy; only to find its lines beside ours. */
    private static String given(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HEADER))
                .filter(given -> ELSEWHERE.matcher(given).matches())
                .orElse("");
    }

    /** Of whoever is signed in, as far as somebody asked; never a name or address. */
    private static String account(HttpServletRequest request) {
        return request.getAttribute(Rights.class.getName()) instanceof Person person && person.account() != null
                ? person.account().toString()
                : "";
    }
}
