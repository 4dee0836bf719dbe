package org.interurban.platform.authority;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Lets a form with files in only where a handler says that it takes them, of whoever may call it, and not larger than any may be.
 * It stands before the first who asks for a field of the form, since a server then writes all of it to its disk.
 */
public final class UploadGate extends OncePerRequestFilter {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final HandlerPermissions permissions;
    private final DataSize most;

    private UploadGate(
            ObjectProvider<RequestMappingHandlerMapping> mappings, HandlerPermissions permissions, DataSize most) {
        this.mappings = mappings;
        this.permissions = permissions;
        this.most = most;
    }

    @Configuration(proxyBeanMethods = false)
    static class Setup {

        @Bean
        UploadGate uploadGate(
                ObjectProvider<RequestMappingHandlerMapping> mappings,
                HandlerPermissions permissions,
                @Value("${spring.servlet.multipart.max-request-size}") DataSize most) {
            return new UploadGate(mappings, permissions, most);
        }

        /** It has its place within the security chain only. */
        @Bean
        FilterRegistrationBean<UploadGate> uploadGateInTheChainOnly(UploadGate gate) {
            var registration = new FilterRegistrationBean<>(gate);
            registration.setEnabled(false);
            return registration;
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null || !type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var refusal = refusal(request, response);
        if (refusal == null) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, refusal.value());
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
        response.setHeader("Connection", "close");
        request.getRequestDispatcher("/error").forward(new Unread(request), response);
    }

    private @Nullable HttpStatus refusal(HttpServletRequest request, HttpServletResponse response) {
        var handler = handler(request);
        if (handler == null) {
            return HttpStatus.UNSUPPORTED_MEDIA_TYPE;
        }
        try {
            permissions.preHandle(request, response, handler);
        } catch (AuthenticationException e) {
            return HttpStatus.UNAUTHORIZED;
        } catch (AccessDeniedException e) {
            return HttpStatus.FORBIDDEN;
        }
        return request.getContentLengthLong() > most.toBytes() ? HttpStatus.CONTENT_TOO_LARGE : null;
    }

    /** The handler of the request, where it says that it takes files. */
    private @Nullable HandlerMethod handler(HttpServletRequest request) {
        if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        return mappings.stream()
                .map(mapping -> handler(mapping, request))
                .filter(found -> found != null && takesFiles(found))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable HandlerMethod handler(RequestMappingHandlerMapping mapping, HttpServletRequest request) {
        try {
            var found = mapping.getHandler(request);
            return found != null && found.getHandler() instanceof HandlerMethod method ? method : null;
        } catch (Exception noSuchHandler) {
            return null;
        }
    }

    private static boolean takesFiles(HandlerMethod handler) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        return mapping != null && List.of(mapping.consumes()).contains(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    /** The request as it is answered without a look at what it sends. */
    private static final class Unread extends HttpServletRequestWrapper {

        Unread(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public Collection<Part> getParts() {
            return List.of();
        }
    }
}
