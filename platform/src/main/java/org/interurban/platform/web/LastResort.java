package org.interurban.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.interurban.platform.database.DatabaseWatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.DisconnectedClientHelper;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;
import tools.jackson.databind.json.JsonMapper;

/**
 * The outermost of what answers a request, and what it answers when all else has failed. While the database is away it says so at once,
 * on a page that needs none; files and health need neither database nor session. Any other failure is logged here, where the number of
 * the request is still known, which its reader is shown.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // right after the request has its number
class LastResort extends OncePerRequestFilter {

    private static final Pattern WITHOUT_DATABASE = Pattern.compile("/actuator/health(/.*)?");
    private static final Pattern FOR_PROGRAMS = Pattern.compile("/(api|actuator)/.*");
    private static final String SECONDS_TO_WAIT = "5";
    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

    private final DatabaseWatch database;
    private final ITemplateEngine templates;
    private final LocaleResolver locales;
    private final MessageSource messages;
    private final JsonMapper json;

    LastResort(
            DatabaseWatch database,
            ITemplateEngine templates,
            LocaleResolver locales,
            MessageSource messages,
            JsonMapper json) {
        this.database = database;
        this.templates = templates;
        this.locales = locales;
        this.messages = messages;
        this.json = json;
    }

    /** The page that is shown after a failure may fail too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        if (FileAddresses.isFile(request.getRequestURI())
                || WITHOUT_DATABASE.matcher(request.getRequestURI()).matches()) {
            serve(new WithoutCookies(request), response, chain);
        } else if (database.answers()) {
            serve(request, response, chain);
        } else {
            comeAgain(false, request, response);
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException {
        try {
            database.serve(() -> chain.doFilter(request, response));
        } catch (Exception failure) {
            if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
                LOG.debug("The reader has gone", failure);
            } else if (DatabaseWatch.isMissedBy(failure) && !response.isCommitted()) {
                LOG.warn("The database was missed: {}", failure.toString());
                comeAgain(DatabaseWatch.isLocked(failure), request, response);
            } else {
                answerFor(failure, request, response);
            }
        }
    }

    private static void answerFor(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var outside = MDC.get(RequestLog.KEY) == null; // of the request, on its error page
        MDC.put(RequestLog.KEY, String.valueOf(request.getAttribute(RequestLog.KEY)));
        LOG.error("{} {} failed", request.getMethod(), SecretsOutOfLog.mask(request.getRequestURI()), failure);
        if (outside) {
            MDC.remove(RequestLog.KEY);
        }
        if (!response.isCommitted()) {
            response.sendError(HttpStatus.INTERNAL_SERVER_ERROR.value());
        }
    }

    /** @param locked whether somebody else is at work on a record, and the database is well */
    private void comeAgain(boolean locked, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.reset();
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader(RequestLog.HEADER, String.valueOf(request.getAttribute(RequestLog.KEY)));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        var locale = locales.resolveLocale(request);
        if (FOR_PROGRAMS.matcher(address(request)).matches()) {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getWriter().write(problem(locked, request, locale));
        } else {
            response.setContentType(MediaType.TEXT_HTML_VALUE);
            templates.process("error/503", page(locked, request, response, locale), response.getWriter());
        }
    }

    private String problem(boolean locked, HttpServletRequest request, Locale locale) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                messages.getMessage(locked ? "errors.locked.api" : "errors.503.api", null, locale));
        problem.setInstance(URI.create(address(request)));
        return json.writeValueAsString(problem);
    }

    /** What was asked for, also where this is the page after its failure. */
    private static String address(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
    }

    private static WebContext page(
            boolean locked, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        var exchange = JakartaServletWebApplication.buildApplication(request.getServletContext())
                .buildExchange(request, response);
        return new WebContext(
                exchange,
                locale,
                Map.of(
                        "language",
                        locale.getLanguage(),
                        "locked",
                        locked,
                        "sent",
                        !request.getMethod().equals("GET")));
    }

    /** What is the same for everyone looks at nobody's session. */
    private static final class WithoutCookies extends HttpServletRequestWrapper {

        WithoutCookies(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Cookie @Nullable [] getCookies() {
            return null;
        }
    }
}
