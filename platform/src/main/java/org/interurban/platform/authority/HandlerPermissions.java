package org.interurban.platform.authority;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Holds every handler to its declared permission; the application does not start while one of ours declares none. */
@Component
class HandlerPermissions implements HandlerInterceptor, WebMvcConfigurer, SmartInitializingSingleton {

    private static final String OURS = "org.interurban.";

    private final Rights rights;
    private final ApplicationContext context;

    HandlerPermissions(Rights rights, ApplicationContext context) {
        this.rights = rights;
        this.context = context;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void afterSingletonsInstantiated() {
        var undeclared = context.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .filter(HandlerPermissions::isOurs)
                .filter(handler -> declared(handler).isEmpty())
                .map(HandlerMethod::toString)
                .sorted()
                .toList();
        refuse(undeclared);
    }

    private static Optional<Access> declared(HandlerMethod handler) {
        try {
            return Access.of(handler);
        } catch (IllegalStateException unknown) {
            throw new IllegalStateException(unknown.getMessage() + ", which " + handler + " requires", unknown);
        }
    }

    private static void refuse(List<String> undeclared) {
        if (!undeclared.isEmpty()) {
            throw new IllegalStateException(
                    "Handlers without a declared permission (@Requires or @Open): " + String.join(", ", undeclared));
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isOurs(method)) {
            var access = Access.of(method);
            var person = rights.current();
            if (access.isEmpty() || !access.get().isGivenTo(person)) {
                if (person.isSignedIn()) {
                    throw new AccessDeniedException("Needs " + access);
                }
                throw new AuthenticationCredentialsNotFoundException("Sign in first");
            }
        }
        return true;
    }

    private static boolean isOurs(HandlerMethod handler) {
        return handler.getBeanType().getName().startsWith(OURS);
    }
}
