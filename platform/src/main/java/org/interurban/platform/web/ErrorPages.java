package org.interurban.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.interurban.platform.authority.Open;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The answer where a request ended before or after any handler of ours: forbidden, not found, broken. */
@Controller
@Open
class ErrorPages implements ErrorController {

    /** What is said of files that are refused before they are read. */
    private static final Map<HttpStatus, String> OF_FILES = Map.of(
            HttpStatus.CONTENT_TOO_LARGE,
            "errors.file-too-large",
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "errors.no-files");

    private static final Set<Integer> PAGES = Set.of(400, 401, 403, 404, 409, 410, 500);

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        var status = Objects.requireNonNullElse(
                HttpStatus.resolve(Objects.requireNonNullElse(
                        (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE), 404)),
                HttpStatus.INTERNAL_SERVER_ERROR);
        var path = Objects.requireNonNullElse((String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), "/");
        if (path.startsWith("/api/")) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON) // whatever the Accept header says
                    .body(ProblemDetail.forStatus(status));
        }
        var page = new ModelAndView("error/" + page(status), status);
        page.addObject("path", path);
        page.addObject("saidByKey", OF_FILES.get(status));
        page.addObject("request", request.getAttribute(RequestLog.KEY));
        page.addObject("unsure", FormNumbers.isSent(request) && request.getAttribute(SentForms.UNDONE) == null);
        page.addObject("typed", status == HttpStatus.UNAUTHORIZED ? typed(request) : Map.of());
        page.addObject("stale", request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException);
        return page;
    }

    /** What stood in the form of somebody whose session had ended; its token against forgery is made anew. */
    private static Map<String, String[]> typed(HttpServletRequest request) {
        var fields = new LinkedHashMap<>(request.getParameterMap());
        fields.remove("_csrf");
        fields.remove(SentForms.NUMBER); // its own form carries it
        return fields;
    }

    private static int page(HttpStatus status) {
        return PAGES.contains(status.value()) ? status.value() : status.is4xxClientError() ? 400 : 500;
    }
}
