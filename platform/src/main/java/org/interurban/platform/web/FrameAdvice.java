package org.interurban.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Rights;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.WebUtils;

/** Puts the frame into every page's model. */
@ControllerAdvice
class FrameAdvice {

    private static final Set<String> THEMES = Set.of("light", "dark");

    private final WebSettings settings;
    private final Rights rights;

    FrameAdvice(WebSettings settings, Rights rights) {
        this.settings = settings;
        this.rights = rights;
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request, Locale locale) {
        var person = rights.current();
        var languages = settings.languages().stream().map(FrameAdvice::language).toList();
        var canWork = Arrays.stream(Permission.values())
                .filter(permission -> permission != Permission.OWN_ACCOUNT)
                .anyMatch(person::mayAnywhere);
        return new Frame(
                settings.networkName(),
                canWork,
                person.isSignedIn() ? person.name() : null,
                canWork,
                languages,
                language(locale.getLanguage()),
                theme(request),
                path(request));
    }

    private static Frame.Language language(String tag) {
        var locale = Locale.forLanguageTag(tag);
        return new Frame.Language(tag, locale.getDisplayLanguage(locale));
    }

    private static String theme(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, "theme");
        return cookie != null && THEMES.contains(cookie.getValue()) ? cookie.getValue() : "auto";
    }

    private static String path(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
}
