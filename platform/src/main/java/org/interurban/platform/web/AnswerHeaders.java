package org.interurban.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Says what an answer depends on and in which language it is, so that no cache between us and a reader mixes them up. Cookies are
 * left out: every answer is asked for again by its tag, and with them a browser's way back would open an empty form.
 */
class AnswerHeaders implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.addHeader(HttpHeaders.VARY, "Accept, Accept-Language");
        response.setHeader(
                HttpHeaders.CONTENT_LANGUAGE,
                RequestContextUtils.getLocale(request).toLanguageTag());
        return true;
    }
}
