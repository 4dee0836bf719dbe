package org.interurban.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Languages, list queries as handler parameters, entity tags, and who may read what from elsewhere. */
@Configuration
@EnableConfigurationProperties(WebSettings.class)
class WebSetup implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private final ObjectProvider<ThisNetwork> network;
    private final ObjectProvider<PublicAddress> address;

    WebSetup(ObjectProvider<ThisNetwork> network, ObjectProvider<PublicAddress> address) {
        this.network = network;
        this.address = address;
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    MessageSource messageSource() throws IOException {
        return new Messages();
    }

    /** The chosen language in a cookie, else the browser's, among those the interface has. */
    @Bean
    LocaleResolver localeResolver(PublicAddress address) {
        var resolver = new CookieLocaleResolver("language") {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return known(super.resolveLocale(request));
            }
        };
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSameSite("Lax");
        resolver.setCookieSecure(address.isSecure());
        resolver.setDefaultLocaleFunction(WebSetup.this::preferred);
        resolver.setRejectInvalidCookies(false);
        return resolver;
    }

    private Locale preferred(HttpServletRequest request) {
        var ranges = request.getHeader("Accept-Language");
        if (ranges == null || ranges.isBlank()) {
            return first();
        }
        try {
            var found = Locale.lookup(
                    Locale.LanguageRange.parse(ranges),
                    languages().stream().map(Locale::forLanguageTag).toList());
            return found == null ? first() : found;
        } catch (IllegalArgumentException unreadable) {
            return first();
        }
    }

    private Locale first() {
        return Locale.forLanguageTag(languages().getFirst());
    }

    private List<String> languages() {
        return network.getObject().languages();
    }

    private Locale known(Locale locale) {
        return languages().contains(locale.getLanguage()) ? Locale.of(locale.getLanguage()) : first();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var language = new LocaleChangeInterceptor();
        language.setParamName("lang");
        language.setIgnoreInvalidLocale(true);
        registry.addInterceptor(language);
        registry.addInterceptor(new ThemeChange(address.getObject()));
        registry.addInterceptor(new AnswerHeaders());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ListQuery.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        var servletRequest = request.getNativeRequest(HttpServletRequest.class);
        if (servletRequest == null) {
            throw new IllegalStateException("A list is asked for over HTTP only");
        }
        return ListQuery.of(servletRequest, RequestContextUtils.getLocale(servletRequest));
    }

    /** Pages, lists, feeds: weak tags, so that what goes over the wire may be compressed. Files have their own. */
    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> entityTags() {
        var tags = new ShallowEtagHeaderFilter() {
            @Override
            protected boolean shouldNotFilter(HttpServletRequest request) {
                return FileAddresses.isFile(request.getRequestURI());
            }

            /** What is only asked whether it changed is told so as well. */
            @Override
            protected boolean isEligibleForEtag(
                    HttpServletRequest request, HttpServletResponse response, int status, InputStream content) {
                return super.isEligibleForEtag(
                        request.getMethod().equals("HEAD")
                                ? new HttpServletRequestWrapper(request) {
                                    @Override
                                    public String getMethod() {
                                        return "GET";
                                    }
                                }
                                : request,
                        response,
                        status,
                        content);
            }
        };
        tags.setWriteWeakETag(true);
        return new FilterRegistrationBean<>(tags);
    }

    /** Outside of everything that may refuse, so that the reason of a refusal can be read too. */
    @Bean
    FilterRegistrationBean<OpenReading> openReading(PublicAddress address) {
        var filter = new FilterRegistrationBean<>(new OpenReading(address.cookie("SESSION")));
        filter.addUrlPatterns("/api/*", "*.ics", "*.atom", "*.geojson", "*.json", "*.svg", "*.png");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return filter;
    }
}
