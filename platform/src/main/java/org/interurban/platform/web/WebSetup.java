package org.interurban.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.resource.ResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Languages, files, list queries as handler parameters, entity tags for the interface. */
@Configuration
@EnableConfigurationProperties(WebSettings.class)
class WebSetup implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private final WebSettings settings;

    WebSetup(WebSettings settings) {
        this.settings = settings;
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The chosen language in a cookie, else the browser's, among those the interface has. */
    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("language") {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return known(super.resolveLocale(request));
            }
        };
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSameSite("Lax");
        resolver.setDefaultLocaleFunction(WebSetup.this::preferred);
        resolver.setRejectInvalidCookies(false);
        return resolver;
    }

    private Locale preferred(HttpServletRequest request) {
        var ranges = request.getHeader("Accept-Language");
        if (ranges == null || ranges.isBlank()) {
            return Locale.ENGLISH;
        }
        try {
            var found = Locale.lookup(
                    Locale.LanguageRange.parse(ranges),
                    settings.languages().stream().map(Locale::forLanguageTag).toList());
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException unreadable) {
            return Locale.ENGLISH;
        }
    }

    private Locale known(Locale locale) {
        return settings.languages().contains(locale.getLanguage()) ? Locale.of(locale.getLanguage()) : Locale.ENGLISH;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var language = new LocaleChangeInterceptor();
        language.setParamName("lang");
        language.setIgnoreInvalidLocale(true);
        registry.addInterceptor(language);
        registry.addInterceptor(new ThemeChange());
    }

    /** No file stands at an address, and nobody needs to look. */
    private static final class NoFile implements ResourceResolver {

        @Override
        public @Nullable Resource resolveResource(
                @Nullable HttpServletRequest request,
                String path,
                List<? extends Resource> locations,
                ResourceResolverChain chain) {
            return null;
        }

        @Override
        public @Nullable String resolveUrlPath(
                String path, List<? extends Resource> locations, ResourceResolverChain chain) {
            return null;
        }
    }

    /**
     * Names the addresses that are files, so that a page's links to other pages are not looked up among them. A new version of a style
     * sheet or script has a new address.
     */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (var folder : List.of("css", "js")) {
            files(registry, "/" + folder + "/**", "static/" + folder + "/")
                    .resourceChain(true)
                    .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        }
        files(registry, "/fonts/**", "static/fonts/");
        files(registry, "/*.svg", "static/");
        files(registry, "/webjars/**", "META-INF/resources/webjars/");
        files(registry, "/**", "static/").resourceChain(false).addResolver(new NoFile());
    }

    private static ResourceHandlerRegistration files(ResourceHandlerRegistry registry, String pattern, String folder) {
        return registry.addResourceHandler(pattern)
                .addResourceLocations("classpath:/" + folder)
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(7)));
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

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> entityTags() {
        var filter = new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
        filter.addUrlPatterns("/api/*");
        return filter;
    }
}
