package org.interurban.platform.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The one place where what no handler could avoid becomes an answer: a page that helps, or a problem detail (RFC 9457). */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Refusals {

    private final FrameAdvice frame;
    private final Reopening reopening;

    Refusals(FrameAdvice frame, Reopening reopening) {
        this.frame = frame;
        this.reopening = reopening;
    }

    @ExceptionHandler({NotFound.class, NoResourceFoundException.class, MethodArgumentTypeMismatchException.class})
    Object notFound(Exception exception, HttpServletRequest request) {
        return answer(request, HttpStatus.NOT_FOUND, "error/404", exception.getMessage(), Map.of());
    }

    @ExceptionHandler
    Object badQuery(ListQuery.BadQuery exception, HttpServletRequest request) {
        return answer(request, HttpStatus.BAD_REQUEST, "error/400", exception.getMessage(), Map.of());
    }

    /** A wrong method, a missing or unreadable parameter, a file that is too big. */
    @ExceptionHandler({ServletException.class, MultipartException.class, BindException.class})
    Object unreadable(Exception exception, HttpServletRequest request) throws Exception {
        if (exception instanceof ErrorResponse refusal
                && HttpStatus.resolve(refusal.getStatusCode().value()) instanceof HttpStatus status
                && status.is4xxClientError()) {
            return answer(request, status, "error/400", refusal.getBody().getDetail(), Map.of());
        }
        throw exception;
    }

    @ExceptionHandler
    Object conflict(Conflict exception, HttpServletRequest request, HttpServletResponse response) throws Exception {
        var reopened = reopening.of(exception, request, response);
        if (reopened.isPresent()) {
            return reopened.get();
        }
        var model = Map.<String, Object>of("link", exception.link(), "now", exception.now());
        return answer(request, HttpStatus.CONFLICT, "error/409", exception.getMessage(), model);
    }

    private Object answer(
            HttpServletRequest request,
            HttpStatus status,
            String view,
            @org.jspecify.annotations.Nullable String message,
            Map<String, Object> model) {
        var said = message == null ? status.getReasonPhrase() : message;
        if (request.getRequestURI().startsWith("/api/")) {
            return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, said))
                    .build();
        }
        var page = new ModelAndView(view, model, status);
        page.addObject("message", said);
        page.addObject("frame", frame.frame(request, org.springframework.context.i18n.LocaleContextHolder.getLocale()));
        return page;
    }
}
