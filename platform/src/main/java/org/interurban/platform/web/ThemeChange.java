package org.interurban.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/** Light, dark or as the device: chosen by a link to any page with {@code ?theme=dark}, kept in a cookie. */
class ThemeChange implements HandlerInterceptor {

    private static final String NAME = "theme";
    private static final Set<String> THEMES = Set.of("auto", "light", "dark");

    private final PublicAddress address;

    ThemeChange(PublicAddress address) {
        this.address = address;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var chosen = request.getParameter(NAME);
        if (chosen != null && THEMES.contains(chosen)) {
            var cookie = ResponseCookie.from(NAME, chosen)
                    .path("/")
                    .maxAge(Duration.ofDays(365))
                    .sameSite("Lax")
                    .secure(address.isSecure())
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
        return true;
    }

    static String theme(HttpServletRequest request) {
        var chosen = request.getParameter(NAME);
        var kept = WebUtils.getCookie(request, NAME);
        var theme = chosen != null ? chosen : kept != null ? kept.getValue() : "auto";
        return THEMES.contains(theme) ? theme : "auto";
    }
}
