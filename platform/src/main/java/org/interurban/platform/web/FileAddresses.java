package org.interurban.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * The addresses that are files, named so that a page's links to other pages are not looked up among them. A new version of a style
 * sheet or script has a new address.
 */
@Configuration
class FileAddresses implements WebMvcConfigurer {

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
}
