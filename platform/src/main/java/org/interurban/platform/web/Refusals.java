package org.interurban.platform.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.UriUtils;

/** The one place where what no handler could avoid becomes an answer: a page that helps, or a problem detail (RFC 9457). */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Refusals {

    private final FrameAdvice frame;
    private final MessageSource messages;
    private final PublicPages pages;
    private final ObjectProvider<OtherSpelling> spellings;

    Refusals(FrameAdvice frame, MessageSource messages, PublicPages pages, ObjectProvider<OtherSpelling> spellings) {
        this.frame = frame;
        this.messages = messages;
        this.pages = pages;
        this.spellings = spellings;
    }

    @ExceptionHandler
    Object notFound(NotFound exception, HttpServletRequest request) {
        return elsewhere(request)
                .orElseGet(() -> answer(request, HttpStatus.NOT_FOUND, "error/404", exception.getMessage()));
    }

    @ExceptionHandler
    Object noSuchAddress(NoResourceFoundException exception, HttpServletRequest request, Locale locale) {
        var said = messages.getMessage("errors.api.nothing", new Object[] {request.getRequestURI()}, locale);
        return elsewhere(request).orElseGet(() -> answer(request, HttpStatus.NOT_FOUND, "error/404", said));
    }

    /** Where the same stands, for good, if only the letters or a slash at the end are others than were asked for. */
    private Optional<Object> elsewhere(HttpServletRequest request) {
        var asked = request.getRequestURI();
        if (asked.startsWith("/api/") || !Set.of("GET", "HEAD").contains(request.getMethod())) {
            return Optional.empty();
        }
        var path = UriUtils.decode(asked, StandardCharsets.UTF_8).replaceFirst("(?<=.)/+$", "");
        var small = path.toLowerCase(Locale.ROOT);
        var found = pages.addresses().contains(small)
                ? Optional.of(small)
                : spellings.stream()
                        .flatMap(spelling -> spelling.of(path).stream())
                        .findFirst();
        return found.or(() -> asked.endsWith("/") ? Optional.of(path) : Optional.empty())
                .map(address -> UriUtils.encodePath(address, StandardCharsets.UTF_8))
                .filter(address -> !address.equals(asked) && !address.startsWith("//"))
                .<Object>map(address -> ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                        .header(
                                HttpHeaders.LOCATION,
                                request.getQueryString() == null ? address : address + "?" + request.getQueryString())
                        .build());
    }

    /** A record's id that is none, as against a parameter that cannot be read. */
    @ExceptionHandler
    Object unreadableValue(MethodArgumentTypeMismatchException exception, HttpServletRequest request, Locale locale) {
        var said = messages.getMessage(
                "errors.query.value", new Object[] {exception.getPropertyName(), exception.getValue()}, locale);
        return exception.getParameter().hasParameterAnnotation(PathVariable.class)
                ? answer(request, HttpStatus.NOT_FOUND, "error/404", said)
                : answer(request, HttpStatus.BAD_REQUEST, "error/400", said);
    }

    @ExceptionHandler
    Object badQuery(ListQuery.BadQuery exception, HttpServletRequest request, Locale locale) {
        return answer(request, HttpStatus.BAD_REQUEST, "error/400", exception.sentence(messages, locale));
    }

    /** A wrong method, a missing or unreadable parameter, a file that is too big. */
    @ExceptionHandler({ServletException.class, MultipartException.class, BindException.class})
    Object unreadable(Exception exception, HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws Exception {
        if (exception instanceof ErrorResponse refusal
                && HttpStatus.resolve(refusal.getStatusCode().value()) instanceof HttpStatus status
                && status.is4xxClientError()) {
            refusal.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            var said = refusal.updateAndGetBody(messages, locale).getDetail();
            return answer(request, status, "error/400", said);
        }
        throw exception;
    }

    /** The last fence where two add the same at one moment; whoever can foresee it says more at the field. */
    @ExceptionHandler
    Object taken(DuplicateKeyException exception, HttpServletRequest request, Locale locale) {
        var said = messages.getMessage("errors.409.taken", null, locale);
        return answer(request, HttpStatus.CONFLICT, "error/409", said);
    }

    private Object answer(
            HttpServletRequest request,
            HttpStatus status,
            String view,
            @org.jspecify.annotations.Nullable String message) {
        var said = message == null ? status.getReasonPhrase() : message;
        if (request.getRequestURI().startsWith("/api/")) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON) // whatever the Accept header says
                    .body(ProblemDetail.forStatusAndDetail(status, said));
        }
        var page = new ModelAndView(view, status);
        page.addObject("message", said);
        page.addObject("frame", frame.frame(request, org.springframework.context.i18n.LocaleContextHolder.getLocale()));
        return page;
    }
}
